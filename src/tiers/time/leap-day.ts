/** Yearly returns of a day, and what becomes of 29 February in a common year. */
import { civilDate, dayNumber, validDay } from '../../foundation/civil.js';

/** The day that stands for 29 February in years without one. */
export type LeapDay = 'february28' | 'march1';

/** A month (1–12) and a day of it. */
export interface MonthAndDay {
  readonly month: number;
  readonly day: number;
}

/** The day number on which a month and day return in a year. */
export function returnOf({ month, day }: MonthAndDay, year: number, rule: LeapDay): number {
  const found = validDay({ year, month, day });
  if (found !== undefined) return found;
  return dayNumber(rule === 'february28' ? { year, month: 2, day: 28 } : { year, month: 3, day: 1 });
}

/** The same day one year later. */
export function oneYearAfter(dayNo: number, rule: LeapDay): number {
  const { year, month, day } = civilDate(dayNo);
  return returnOf({ month, day }, year + 1, rule);
}
