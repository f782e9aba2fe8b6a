/** Periods of evaluation, as data, and the half-open intervals of civil days and of instants that they mean. */
import { civilDate, dayNumber, parseIsoDay, type ZoneClock } from './civil.js';
import { earliestWithin } from './months.js';

/**
 * The period a question looks at, always ending at or before `asOf`.
 *
 * - `all`: everything up to and including `asOf`.
 * - `rollingMonths`: the civil days from which at most `months` calendar months have passed by the civil
 *   day of `asOf` (a day plus `months`, clamped to the month's end, is not before it), up to `asOf`.
 * - `rollingDays`: the civil day of `asOf` and the `days` civil days before it, up to `asOf`.
 * - `calendarYear`: the civil year of `asOf` (or the named year) in the zone, up to `asOf`.
 * - `fixed`: civil days from `from` (inclusive) to `until` (exclusive), `yyyy-MM-dd`, up to `asOf`.
 */
export type Window =
  | { readonly kind: 'all' }
  | { readonly kind: 'rollingMonths'; readonly months: number }
  | { readonly kind: 'rollingDays'; readonly days: number }
  | { readonly kind: 'calendarYear'; readonly year?: number }
  | { readonly kind: 'fixed'; readonly from: string; readonly until: string };

/** Civil days from `from` (inclusive) to `until` (exclusive), as day numbers; ±Infinity where open. */
export interface DayInterval {
  readonly from: number;
  readonly until: number;
}

/** The civil days of a window as of a day, which is always the last one that can be in it. */
export function windowDays(window: Window, asOfDay: number): DayInterval {
  const upToToday = (from: number, until: number): DayInterval => ({
    from,
    until: Math.min(until, asOfDay + 1),
  });
  switch (window.kind) {
    case 'all':
      return upToToday(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    case 'rollingMonths':
      return upToToday(earliestWithin(asOfDay, window.months), Number.POSITIVE_INFINITY);
    case 'rollingDays':
      return upToToday(asOfDay - window.days, Number.POSITIVE_INFINITY);
    case 'calendarYear': {
      const year = window.year ?? civilDate(asOfDay).year;
      return upToToday(
        dayNumber({ year, month: 1, day: 1 }),
        dayNumber({ year: year + 1, month: 1, day: 1 }),
      );
    }
    case 'fixed':
      return upToToday(
        parseIsoDay(window.from) ?? Number.POSITIVE_INFINITY,
        parseIsoDay(window.until) ?? Number.NEGATIVE_INFINITY,
      );
  }
}

/** Instants from `from` (inclusive) to `until` (exclusive), epoch milliseconds; `from` is −Infinity where open. */
export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** The instants of a window as of an instant, from the first of its first civil day; `asOf` itself is the last that can be in it. */
export function windowInterval(window: Window, asOf: number, clock: ZoneClock): Interval {
  const today = clock.dayOf(asOf);
  const days = windowDays(window, today);
  const start = (day: number): number => (Number.isFinite(day) ? clock.startOf(day) : day);
  // Not the start of tomorrow: where clocks go back over midnight, tomorrow has begun once before today ends.
  return { from: start(days.from), until: days.until > today ? asOf + 1 : start(days.until) };
}

/** Whether two windows are the same decision. */
export function sameWindow(a: Window, b: Window): boolean {
  return windowName(a) === windowName(b);
}

/** A short stable text for a window, e.g. `rollingMonths 12`. */
export function windowName(window: Window): string {
  switch (window.kind) {
    case 'all':
      return 'all';
    case 'rollingMonths':
      return `rollingMonths ${window.months}`;
    case 'rollingDays':
      return `rollingDays ${window.days}`;
    case 'calendarYear':
      return window.year === undefined ? 'calendarYear' : `calendarYear ${window.year}`;
    case 'fixed':
      return `fixed ${window.from} until ${window.until}`;
  }
}
