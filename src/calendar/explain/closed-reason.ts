/** Why a desk is closed for a time: the hours, the weekend, a holiday or a break. */
import type { Words } from '../../foundation/statement.js';
import type { Interval } from '../../foundation/window.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { common, without } from '../spans.js';

/** Why a desk is closed; names are those of the calendar's exceptions. */
export type ClosedReason =
  /** Outside the opening hours of an ordinary or a make-up day. */
  | { readonly kind: 'outsideHours' }
  /** On a day for which the week has no hours. */
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: Words }
  /** Outside hours that hold on this day only. */
  | { readonly kind: 'outsideSpecialHours'; readonly name: Words }
  | { readonly kind: 'break'; readonly name: Words };

/** Closed time with its reason, and the calendar that says so. */
export interface ClosedTime extends Interval {
  readonly calendar: string;
  readonly because: ClosedReason;
}

/** The reasons why nothing is open for a time: of an intersection, those of the first calendar that is closed. */
export function closedTimes({ parts }: CompiledCalendar, span: Interval): readonly ClosedTime[] {
  let unexplained: readonly Interval[] = [span];
  const found: ClosedTime[] = [];
  for (const part of parts) {
    const open = part.timeline.pieces(span.from, span.until);
    for (const closed of unexplained.flatMap((one) => without([one], open)))
      found.push(...byDay(part, closed));
    unexplained = common(unexplained, open);
  }
  return joined(found.toSorted((a, b) => a.from - b.from));
}

/** Closed time of one calendar, cut at the ends of its civil days and of breaks. */
function byDay(calendar: CompiledCalendar, { from, until }: Interval): readonly ClosedTime[] {
  const { clock, name } = calendar;
  const found: ClosedTime[] = [];
  let at = from;
  // Where clocks go back over midnight, the next day begins before this one has ended.
  for (let day = clock.dayOf(from); at < until; day += 1) {
    const end = Math.min(until, clock.startOf(day + 1));
    if (end <= at) continue;
    let today: readonly Interval[] = [{ from: at, until: end }];
    for (const one of calendar.breaksAround(day)) {
      for (const part of common(today, [one]))
        found.push({ ...part, calendar: name, because: { kind: 'break', name: one.name } });
      today = without(today, [one]);
    }
    const because = reasonOf(calendar, day);
    for (const part of today) found.push({ ...part, calendar: name, because });
    at = end;
  }
  return found;
}

function reasonOf(calendar: CompiledCalendar, day: number): ClosedReason {
  const kind = calendar.dayKind(day);
  if (kind.kind === 'holiday' || kind.kind === 'weekend') return kind;
  return kind.kind === 'specialHours'
    ? { kind: 'outsideSpecialHours', name: kind.name }
    : { kind: 'outsideHours' };
}

function sameReason(a: ClosedReason, b: ClosedReason): boolean {
  if (a.kind !== b.kind) return false;
  const [one, two] = ['name' in a ? a.name : undefined, 'name' in b ? b.name : undefined];
  return one === two || JSON.stringify(one) === JSON.stringify(two);
}

/** Neighbours with the same reason as one. */
function joined(times: readonly ClosedTime[]): readonly ClosedTime[] {
  const all: ClosedTime[] = [];
  for (const one of times) {
    const last = all.at(-1);
    const same =
      last?.until === one.from && last.calendar === one.calendar && sameReason(last.because, one.because);
    if (last !== undefined && same) all[all.length - 1] = { ...last, until: one.until };
    else all.push(one);
  }
  return all;
}
