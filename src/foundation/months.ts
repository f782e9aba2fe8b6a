/** Calendar months over day numbers, with the end of the month clamped. */
import { civilDate, dayNumber } from './civil.js';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 31);
}

/** The same day of the month `months` later (or earlier, when negative); the last day where there is no such day. */
export function addMonths(dayNo: number, months: number): number {
  const { year, month, day } = civilDate(dayNo);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumber({ year: toYear, month: toMonth, day: Math.min(day, monthLength(toYear, toMonth)) });
}

/**
 * Calendar months from one day to a later one: the whole months (the most that can be added to `from` without
 * passing `to`) plus the passed part of the month that is under way. So it is at most N exactly when `from` plus
 * N months is not before `to`.
 */
export function monthsBetween(from: number, to: number): number {
  const a = civilDate(from);
  const b = civilDate(to);
  const span = (b.year - a.year) * 12 + (b.month - a.month);
  const whole = addMonths(from, span) <= to ? span : span - 1;
  const reached = addMonths(from, whole);
  return whole + (to - reached) / (addMonths(from, whole + 1) - reached);
}

/** The earliest day from which at most `months` calendar months have passed by `to` (inverse of {@link addMonths}). */
export function earliestWithin(to: number, months: number): number {
  const day = addMonths(to, -months);
  // A clamped day falls short of `to`; the next, the first of a month, does not.
  return addMonths(day, months) < to ? day + 1 : day;
}
