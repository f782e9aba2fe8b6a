/** A budget of days counted out: which day is the last, and what became of every day on the way. */
import type { CompiledCalendar } from '../compiled-calendar.js';
import { closedReason, type DayReason, openReason } from '../day-reason.js';
import type { Lost } from '../known-days.js';
import { FURTHEST_DAYS } from '../search.js';
import type { PausedDays } from './paused-days.js';

/** What is to be counted. */
export interface DayCount {
  readonly calendar: CompiledCalendar;
  /** The first day that can count. */
  readonly first: number;
  readonly days: number;
  /** Every day, or business days only. */
  readonly unit: 'civil' | 'business';
  readonly paused: readonly PausedDays[];
}

/** Told of days in a row, both included, that count or do not. */
export type NoteDays = (first: number, last: number, counts: boolean, because: DayReason) => void;

/** How far a stretch between two pauses has come. */
interface Stretch {
  /** The last day that counted. */
  readonly day: number;
  readonly left: number;
}

/** The day on which the last of the days counts; the day before `first` where there are none to count. */
export function lastOfDays(count: DayCount, note: NoteDays | undefined): number | Lost {
  let stretch: Stretch = { day: count.first - 1, left: count.days };
  let from = count.first;
  for (const { first, last, reasons } of count.paused) {
    if (stretch.left === 0) break;
    if (last < from) continue;
    const before = counted(count, from, first - 1, stretch, note);
    if ('kind' in before) return before;
    stretch = before;
    if (stretch.left === 0) break;
    if (last === Number.POSITIVE_INFINITY) return { kind: 'stillPaused' };
    note?.(Math.max(first, from), last, false, { kind: 'pause', reasons });
    from = last + 1;
  }
  const end = counted(count, from, Number.POSITIVE_INFINITY, stretch, note);
  return 'kind' in end ? end : end.day;
}

/** Counts from a day up to another, or until nothing is left to count. */
function counted(
  count: DayCount,
  from: number,
  upTo: number,
  so: Stretch,
  note: NoteDays | undefined,
): Stretch | Lost {
  if (so.left === 0 || from > upTo) return so;
  return count.unit === 'civil' ? civil(from, upTo, so, note) : business(count, from, upTo, so, note);
}

function civil(from: number, upTo: number, { left }: Stretch, note: NoteDays | undefined): Stretch {
  const day = Math.min(upTo, from + left - 1);
  note?.(from, day, true, { kind: 'civilDay' });
  return { day, left: left - (day - from + 1) };
}

function business(
  { calendar, first }: DayCount,
  from: number,
  upTo: number,
  so: Stretch,
  note: NoteDays | undefined,
): Stretch | Lost {
  let { day, left } = so;
  let furthest = calendar.reach.openBy(from);
  for (let next = from; next <= upTo && left > 0; next += 1) {
    if (!calendar.knows(next)) return { kind: 'unknownDay', day: next };
    if (next - first > FURTHEST_DAYS) return { kind: 'tooFar' };
    if (calendar.isBusinessDay(next)) {
      day = next;
      left -= 1;
      furthest = calendar.reach.openBy(next);
      note?.(next, next, true, openReason(calendar, next));
    } else {
      if (next > furthest) return { kind: 'neverOpens' };
      note?.(next, next, false, closedReason(calendar, next));
    }
  }
  return { day, left };
}
