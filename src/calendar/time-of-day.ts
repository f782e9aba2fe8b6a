/** Times of day and days of the week as calendars write them. */
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { ZoneClock } from '../foundation/civil.js';
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

/** What a zone's clock shows at an instant of a civil day, in milliseconds since midnight. */
export function clockTimeOf(clock: ZoneClock, dayNo: number, at: number): number {
  const sinceMidnight = at - clock.startOf(dayNo);
  // A day has one clock change at most: no change before the instant, or none after it.
  const beforeMidnight = millisecondsInDay - (clock.startOf(dayNo + 1) - at);
  return shows(clock, dayNo, sinceMidnight, at) ? sinceMidnight : beforeMidnight;
}

function shows(clock: ZoneClock, dayNo: number, millisecondOfDay: number, at: number): boolean {
  const local = clock.instantsOf(dayNo, millisecondOfDay);
  if (local.kind === 'repeated') return local.earlier === at || local.later === at;
  return local.kind === 'single' && local.at === at;
}
