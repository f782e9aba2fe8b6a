/** Times of day and days of the week as calendars write them. */
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { Weekday } from './model.js';

/** Monday first, as in ISO 8601. */
export const WEEKDAYS: readonly [Weekday, ...Weekday[]] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day of the week of a day number; 1970-01-01 was a Thursday. */
export function weekdayOf(dayNo: number): Weekday {
  return WEEKDAYS[(((dayNo + 3) % 7) + 7) % 7] ?? 'mon';
}

/** Milliseconds since midnight of `HH:mm`, `24:00` included; `undefined` for anything else. */
export function timeOfDay(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return hours * millisecondsInHour + minutes * millisecondsInMinute;
}
