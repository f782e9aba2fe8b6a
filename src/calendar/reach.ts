/** How far a search through closed time must go until it is certain that nothing opens any more. */
import { dayNumber } from '../foundation/civil.js';

/** The days that bound a search. */
export interface Reach {
  /** Closed since a day: the day by which the calendar opens again if it ever does. */
  openBy(closedSince: number): number;
  /** Closed until a day: the day since which it must have been open if it ever was. */
  openSince(closedUntil: number): number;
  readonly weekly: boolean;
  readonly firstException: number;
  readonly lastException: number;
  /** Whether hours in different zones must meet. */
  readonly zones: boolean;
}

/**
 * Eight weeks. Outside exceptions a calendar in one zone repeats every week, but for hours that a clock change
 * swallows; no zone swallows the same hours of a weekday twice within eight weeks (even Morocco, whose clocks change four
 * times in some years, goes back before it goes forward again).
 */
const ONE_ZONE = 56;
/**
 * Forty years. Where hours in different zones must meet, clock changes decide whether they do. The rules that set them
 * depend on the weekday of 1 January and on whether it is a leap year, and all fourteen kinds of years occur within any
 * forty (a leap year of each weekday within 28, and within 40 across a century that is none).
 */
const MORE_ZONES = 40 * 366;
/** Clock changes that are listed year by year instead of by rule (Morocco's around Ramadan) end in 2087; clocks begin about 1840. */
const RULES_FROM = dayNumber({ year: 2090, month: 1, day: 1 });
const NO_CLOCKS_BEFORE = dayNumber({ year: 1840, month: 1, day: 1 });
/** A shift that starts on the last day of exceptions is over. */
const OVER = 3;

/** The reach of a calendar: in its weeks, or within its exceptions where no weekday has hours. */
export function reachOf(days: Omit<Reach, 'openBy' | 'openSince'>): Reach {
  const { weekly, firstException, lastException, zones } = days;
  const stretch = zones ? MORE_ZONES : ONE_ZONE;
  return {
    ...days,
    openBy: (closedSince) =>
      weekly
        ? Math.max(closedSince, lastException, zones ? RULES_FROM : closedSince) + stretch
        : lastException + OVER,
    openSince: (closedUntil) =>
      weekly
        ? Math.min(closedUntil, firstException, zones ? NO_CLOCKS_BEFORE : closedUntil) - stretch
        : firstException - 1,
  };
}

/** The reach of calendars that must be open together. */
export function reachTogether(reaches: readonly Reach[], zones: boolean): Reach {
  const bounded = reaches.filter(({ weekly }) => !weekly);
  const weekly = bounded.length === 0;
  const decisive = weekly ? reaches : bounded;
  const firsts = decisive.map(({ firstException }) => firstException);
  const lasts = decisive.map(({ lastException }) => lastException);
  return reachOf({
    weekly,
    // Weeks are undisturbed outside all exceptions; days of exceptions only are over where the first of them is.
    firstException: weekly ? Math.min(...firsts) : Math.max(...firsts),
    lastException: weekly ? Math.max(...lasts) : Math.min(...lasts),
    zones,
  });
}
