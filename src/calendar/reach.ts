/** How far a search through closed time must go until it is certain that nothing opens any more. */
import { dayNumber, sameZone } from '../foundation/civil.js';
import { meetingOf, type ZoneWeek } from './meeting.js';

/** The days that bound a search. */
export interface Reach {
  /** Closed since a day: the day by which the calendar opens again if it ever does. */
  openBy(closedSince: number): number;
  /** Closed until a day: the day since which it must have been open if it ever was. */
  openSince(closedUntil: number): number;
  /** The hours of its week; none where it opens in exceptions only. */
  readonly week: ZoneWeek;
  /** The first and the last day of any exception. */
  readonly firstException: number;
  readonly lastException: number;
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
export function reachOf(days: Pick<Reach, 'week' | 'firstException' | 'lastException'>): Reach {
  const { week, firstException, lastException } = days;
  const weekly = week.hours.length > 0;
  return {
    ...days,
    openBy: (closedSince) =>
      weekly ? Math.max(closedSince, lastException) + ONE_ZONE : lastException + OVER,
    openSince: (closedUntil) =>
      weekly ? Math.min(closedUntil, firstException) - ONE_ZONE : firstException - 1,
  };
}

/** The reach of calendars that must be open together; the first one's zone counts days. */
export function reachTogether(leading: Reach, others: readonly Reach[]): Reach {
  const reaches = [leading, ...others];
  const bounded = reaches.filter(({ week }) => week.hours.length === 0);
  const all = reachOf({
    week: (bounded[0] ?? leading).week,
    // Weeks are undisturbed outside all exceptions; days of exceptions only are over where the first of them is.
    firstException: outermost(reaches, bounded, 'firstException', Math.min, Math.max),
    lastException: outermost(reaches, bounded, 'lastException', Math.max, Math.min),
  });
  const meetings = bounded.length > 0 ? [] : meetingsOf(reaches);
  if (meetings.length === 0) return all;
  const meet = (from: number, until: number): boolean => meetings.every((one) => one(from, until));
  return {
    ...all,
    openBy(closedSince) {
      const far = Math.max(all.openBy(closedSince), RULES_FROM) + MORE_ZONES;
      return meet(closedSince, far) ? far : all.openBy(closedSince);
    },
    openSince(closedUntil) {
      const far = Math.min(all.openSince(closedUntil), NO_CLOCKS_BEFORE) - MORE_ZONES;
      return meet(far, closedUntil) ? far : all.openSince(closedUntil);
    },
  };
}

function outermost(
  reaches: readonly Reach[],
  bounded: readonly Reach[],
  key: 'firstException' | 'lastException',
  ofWeeks: (...days: readonly number[]) => number,
  ofExceptions: (...days: readonly number[]) => number,
): number {
  return bounded.length === 0
    ? ofWeeks(...reaches.map((one) => one[key]))
    : ofExceptions(...bounded.map((one) => one[key]));
}

/** Each two in different zones. */
function meetingsOf(reaches: readonly Reach[]): readonly ReturnType<typeof meetingOf>[] {
  return reaches.flatMap(({ week }, i) =>
    reaches
      .slice(i + 1)
      .filter((other) => !sameZone(other.week.clock.zone, week.clock.zone))
      .map((other) => meetingOf(week, other.week)),
  );
}
