/** The hours of a day as instants: what the zone's clock makes of opening and closing times. */
import { millisecondsInDay } from 'date-fns/constants';
import type { ZoneClock } from '../foundation/civil.js';
import type { Interval } from '../foundation/window.js';
import type { CalendarConventions } from './model.js';

/** Hours on a clock in milliseconds of the day on which they start; `until` is beyond 24 hours for a night shift. */
export interface ClockHours {
  readonly from: number;
  readonly until: number;
}

/** An opening or closing time that a clock change skips or repeats, and what is done about it. */
export interface EdgeEffect {
  /** Milliseconds of the day on which the shift starts, beyond 24 hours on the day after. */
  readonly clock: number;
  readonly change: 'skipped' | 'repeated';
  /** The instant taken for it. */
  readonly at: number;
}

/** The instants of hours that start on a civil day; empty (`until` not after `from`) where a clock change swallows them. */
export function shiftOf(
  hours: ClockHours,
  dayNo: number,
  clock: ZoneClock,
  conventions: CalendarConventions,
): Interval {
  const { from, until } = hours;
  return {
    from: edgeAt(dayNo, from, clock, conventions),
    until: edgeAt(dayNo, until, clock, conventions),
  };
}

/** Whether a zone has the day at all: Samoa went from 29 to 31 December 2011. */
export function existsDay(dayNo: number, clock: ZoneClock): boolean {
  return clock.startOf(dayNo) < clock.startOf(dayNo + 1);
}

function edgeAt(
  dayNo: number,
  clockTime: number,
  clock: ZoneClock,
  { gap, fold }: CalendarConventions,
): number {
  const next = clockTime >= millisecondsInDay ? 1 : 0;
  const found = clock.instantsOf(dayNo + next, clockTime - next * millisecondsInDay);
  if (found.kind === 'single') return found.at;
  if (found.kind === 'repeated') return found[fold];
  return gap === 'shift' ? found.movedOn : found.resumes;
}

/** Which edges of a day's hours a clock change skips or repeats. */
export function edgeEffects(
  hours: readonly ClockHours[],
  dayNo: number,
  clock: ZoneClock,
  conventions: CalendarConventions,
): readonly EdgeEffect[] {
  return hours
    .flatMap(({ from, until }) => [from, until])
    .flatMap((clockTime) => {
      const next = clockTime >= millisecondsInDay ? 1 : 0;
      const { kind } = clock.instantsOf(dayNo + next, clockTime - next * millisecondsInDay);
      if (kind === 'single') return [];
      return [{ clock: clockTime, change: kind, at: edgeAt(dayNo, clockTime, clock, conventions) }];
    });
}
