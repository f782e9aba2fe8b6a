/** Calendar periods and membership years as spans of day numbers. */
import { civilDate, dayNumber } from '../../foundation/civil.js';
import { addMonths } from '../../foundation/months.js';
import type { CalendarPeriod, TierSchedule } from '../periods.js';

/** Civil days from `from` (inclusive) to `until` (exclusive), as day numbers. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

const MONTHS: Readonly<Record<CalendarPeriod['unit'], number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

/** The first day of a month counted from January of year 0. */
function firstOf(month: number): number {
  const year = Math.floor(month / 12);
  return dayNumber({ year, month: month - year * 12 + 1, day: 1 });
}

/** The calendar period of a day, or the one so many periods before it (after it, where negative). */
export function periodOf(period: CalendarPeriod, day: number, ago = 0): DaySpan {
  const { year, month } = civilDate(day);
  const length = MONTHS[period.unit];
  const offset = (period.startMonth ?? 1) - 1;
  const index = Math.floor((year * 12 + month - 1 - offset) / length) - ago;
  return { from: firstOf(index * length + offset), until: firstOf((index + 1) * length + offset) };
}

/** The membership year of a day, counted from the day of enrolment, or the one so many years before it. */
export function membershipYearOf(enrolled: number, day: number, ago = 0): DaySpan {
  const guess = civilDate(day).year - civilDate(enrolled).year;
  const years = (addMonths(enrolled, 12 * guess) <= day ? guess : guess - 1) - ago;
  return { from: addMonths(enrolled, 12 * years), until: addMonths(enrolled, 12 * (years + 1)) };
}

/** The whole calendar months before the month of a day. */
export function wholeMonthsBefore(day: number, months: number): DaySpan {
  const { year, month } = civilDate(day);
  const index = year * 12 + month - 1;
  return { from: firstOf(index - months), until: firstOf(index) };
}

/** The first scheduled day after a day. */
export function nextScheduled(schedule: TierSchedule, day: number): number {
  const offset = (schedule.day ?? 1) - 1;
  const own = periodOf(schedule, day);
  return own.from + offset > day ? own.from + offset : own.until + offset;
}
