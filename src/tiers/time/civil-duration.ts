/** Civil durations: the date part of ISO 8601, added to calendar days. */
import { addMonths } from '../../foundation/months.js';
import type { CivilDuration } from '../periods.js';

/** A duration as months and days; years and weeks are twelve months and seven days. */
export interface MonthsAndDays {
  readonly months: number;
  readonly days: number;
}

const FORM = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/;

/** Reads `'P1Y6M'`, `'P2W'`, `'P365D'`; `undefined` for anything else, hours included. */
export function parseDuration(text: CivilDuration): MonthsAndDays | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) };
}

const NONE: MonthsAndDays = { months: 0, days: 0 };

/** A day plus a duration: months first, clamped to the month's end, then days. A malformed duration is none. */
export function addDuration(day: number, duration: CivilDuration): number {
  const { months, days } = parseDuration(duration) ?? NONE;
  return addMonths(day, months) + days;
}

/** A day minus a duration: months first, clamped to the month's end, then days. */
export function subtractDuration(day: number, duration: CivilDuration): number {
  const { months, days } = parseDuration(duration) ?? NONE;
  return addMonths(day, -months) - days;
}
