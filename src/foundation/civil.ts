/** Civil time: the calendar days that instants fall on in a named zone, whatever zone the host is set to. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { ByDay } from './by-day.js';

/** A date of the proleptic Gregorian calendar; `month` 1–12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether a name is in the IANA time zone database of this host (`'Europe/Berlin'`, `'UTC'`). */
export function isZone(name: string): boolean {
  // Asked most often, and not worth a formatter.
  if (name === 'UTC') return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether two names mean the same zone: `'UTC'`, `'utc'` and `'Etc/UTC'` do. */
export function sameZone(a: string, b: string): boolean {
  return a === b || (isZone(a) && isZone(b) && canonical(a) === canonical(b));
}

/** The name under which this host knows a valid zone. */
function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
}

/** Days since 1970-01-01, from the civil date (Hinnant 2013, "chrono-compatible low-level date algorithms"). */
export function dayNumber({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number. */
export function civilDate(dayNo: number): CivilDate {
  const z = dayNo + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** `yyyy-MM-dd` of a day number. */
export function isoDay(dayNo: number): string {
  const { year, month, day } = civilDate(dayNo);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day number of `yyyy-MM-dd`, or `undefined` where the text is not a day of the calendar. */
export function parseIsoDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return validDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** The day number of a date, or `undefined` where the calendar has no such date (30 February). */
export function validDay(date: CivilDate): number | undefined {
  const inRange = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  if (!inRange) return undefined;
  const dayNo = dayNumber(date);
  return date.day <= 28 || civilDate(dayNo).day === date.day ? dayNo : undefined;
}

/** The instants a local time can mean: one, two (a clock change repeats it) or none (one skips it). */
export type LocalInstant =
  | { readonly kind: 'single'; readonly at: number }
  | { readonly kind: 'repeated'; readonly earlier: number; readonly later: number }
  /** `movedOn`: the local time plus the length of the gap; `resumes`: the first instant after the gap. */
  | { readonly kind: 'skipped'; readonly movedOn: number; readonly resumes: number };

/** A zone's clock. Days are day numbers, instants epoch milliseconds. Exact from 8 January 1972 on, when the last offset with seconds ended. */
export interface ZoneClock {
  readonly zone: string;
  /** Milliseconds by which the clock is ahead of UTC at an instant. */
  offsetAt(instant: number): number;
  /** The civil day an instant falls on. */
  dayOf(instant: number): number;
  /** The first instant of a civil day. */
  startOf(dayNo: number): number;
  /** The instants at which the zone's clock shows `millisecondOfDay` on a civil day. */
  instantsOf(dayNo: number, millisecondOfDay: number): LocalInstant;
}

/**
 * The clock of a valid zone (see {@link isZone}). Offsets are looked up at both ends of each UTC day that is asked
 * about, once where days follow each other, and remembered within this clock, so millions of instants cost little more than a division each.
 */
export function zoneClock(zone: string): ZoneClock {
  const offset = offsetsOf(zone);
  const dayOf = (instant: number): number => Math.floor((instant + offset(instant)) / millisecondsInDay);

  function instantsOf(dayNo: number, millisecondOfDay: number): LocalInstant {
    const local = dayNo * millisecondsInDay + millisecondOfDay;
    // No zone is a day or more from UTC: a change that matters lies between these two instants.
    const before = offset(local - millisecondsInDay);
    const after = offset(local + millisecondsInDay);
    const first = local - Math.max(before, after);
    const second = local - Math.min(before, after);
    const firstShows = first + offset(first) === local;
    const secondShows = second + offset(second) === local;
    if (firstShows && secondShows && first !== second)
      return { kind: 'repeated', earlier: first, later: second };
    if (firstShows) return { kind: 'single', at: first };
    if (secondShows) return { kind: 'single', at: second };
    return {
      kind: 'skipped',
      movedOn: local - before,
      resumes: changeBetween(local - millisecondsInDay, local + millisecondsInDay, before),
    };
  }

  function changeBetween(from: number, to: number, before: number): number {
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }

  function startOf(dayNo: number): number {
    const midnight = instantsOf(dayNo, 0);
    if (midnight.kind === 'single') return midnight.at;
    return midnight.kind === 'repeated' ? midnight.earlier : midnight.resumes;
  }

  return { zone, offsetAt: offset, dayOf, startOf, instantsOf };
}

/** Milliseconds east of UTC at an instant. */
function offsetsOf(zone: string): (instant: number) => number {
  const look = (instant: number): number => tzOffset(zone, new Date(instant)) * millisecondsInMinute;
  const byUtcDay = new ByDay<number>();
  const atMidnight = new ByDay<number>();
  const CHANGES = Number.NaN;
  const startOf = (utcDay: number): number =>
    atMidnight.get(utcDay) ?? atMidnight.set(utcDay, look(utcDay * millisecondsInDay));

  return (instant) => {
    const utcDay = Math.floor(instant / millisecondsInDay);
    let offset = byUtcDay.get(utcDay);
    if (offset === undefined) {
      // A change at the midnight that ends the day counts as one of the day: it is looked up more often, that is all.
      const start = startOf(utcDay);
      offset = start === startOf(utcDay + 1) ? start : CHANGES;
      byUtcDay.set(utcDay, offset);
    }
    return Number.isNaN(offset) ? look(instant) : offset;
  };
}
