/** What clock changes do to opening hours. */
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { parseIsoDay, type ZoneClock } from '../../foundation/civil.js';
import type { Interval } from '../../foundation/window.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import type { OpenReason } from '../open-reason.js';

/** What a clock change does to a time of opening hours. */
export type ClockEffect =
  /** The clocks go forward, or back, by so many minutes in the midst of it. */
  | { readonly kind: 'forward' | 'back'; readonly at: number; readonly minutes: number }
  /**
   * The calendar's opening or closing `time` does not exist on the day (`skipped`) or is there twice (`repeated`); `at`
   * is the instant that the calendar's conventions take for it.
   */
  | { readonly kind: 'skipped' | 'repeated'; readonly time: string; readonly at: number };

/** What clock changes do to open time, as the zones of the calendars that are open have it. */
export function clockEffects(
  { parts, clock }: CompiledCalendar,
  { from, until, because }: Interval & { readonly because: readonly OpenReason[] },
): readonly ClockEffect[] {
  const edges = parts.flatMap((part, i) =>
    part
      .edgeEffects(parseIsoDay(because[i]?.day ?? '') ?? 0)
      .filter(({ at }) => at === from || at === until)
      .map(({ clock: time, change, at }): ClockEffect => ({ kind: change, time: clockText(time), at })),
  );
  return [...edges, ...changesWithin(clock, from, until)];
}

/** The change of the clock's offset within a time in which there is at most one. */
function changesWithin(clock: ZoneClock, from: number, until: number): readonly ClockEffect[] {
  const before = clock.offsetAt(from);
  const minutes = (clock.offsetAt(until - 1) - before) / millisecondsInMinute;
  if (minutes === 0) return [];
  let [low, high] = [from, until - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return [{ kind: minutes > 0 ? 'forward' : 'back', at: high, minutes: Math.abs(minutes) }];
}

function clockText(time: number): string {
  const minutes = (time % millisecondsInDay) / millisecondsInMinute;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
