/** Business days: the days on which a calendar is open, counted. */
import { isoDay, parseIsoDay } from '../foundation/civil.js';
import { problem } from '../foundation/make-problem.js';
import { left, type Result, right } from '../foundation/result.js';
import { problemOf } from './asked.js';
import { calendarProblem } from './calendar-problem.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import type { Lost } from './known-days.js';
import { FURTHEST_DAYS } from './search.js';

/**
 * Whether the calendar has any opening hours on a day (`yyyy-MM-dd`); the end of a night shift is none of the day after.
 *
 * Refused: a day that does not exist, or whose holidays are not known.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, isBusinessDay, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * orThrow(isBusinessDay(office, '2025-10-11')); // => true
 * orThrow(isBusinessDay(office, '2025-10-08')); // => false
 * ```
 */
export function isBusinessDay(calendar: CompiledCalendar, date: string): Result<boolean> {
  const day = knownDay(calendar, date, 'date');
  return day._tag === 'Left' ? day : right(calendar.isBusinessDay(day.right));
}

/**
 * The day that is `days` business days after a day, or before it where negative. The day itself does not count, whether
 * it is a business day or not; 0 is the day itself.
 *
 * Refused: what is no whole number; a count that reaches a day whose holidays are not known, or further than a hundred
 * years; a calendar that does not open so often.
 *
 * @example
 * ```ts
 * import { addBusinessDays, compileCalendar, englandAndWalesBusinessCalendar, orThrow } from 'clientele/calendar';
 *
 * const business = compileCalendar(englandAndWalesBusinessCalendar());
 *
 * orThrow(addBusinessDays(business, '2026-04-02', 3)); // => '2026-04-09'
 * orThrow(addBusinessDays(business, '2026-04-09', -3)); // => '2026-04-02'
 * ```
 */
export function addBusinessDays(calendar: CompiledCalendar, date: string, days: number): Result<string> {
  const reached = daysAdded(calendar, date, days);
  return reached._tag === 'Left' ? reached : right(isoDay(reached.right.until));
}

/** Told of each day that is looked at, once: whether it counts. */
export type NoteDay = (dayNo: number, counts: boolean) => void;

/** Two days as they were asked for, day numbers, and how many business days the second lies after the first. */
export interface DaysBetween {
  readonly from: number;
  readonly until: number;
  readonly days: number;
}

/** Counts business days out, or back. */
export function daysAdded(
  calendar: CompiledCalendar,
  date: string,
  days: number,
  note?: NoteDay,
): Result<DaysBetween> {
  if (!Number.isInteger(days))
    return left(problem('notWhole', ['days'], { kind: 'type', type: 'integer' }, days));
  const start = knownDay(calendar, date, 'date');
  if (start._tag === 'Left') return start;
  const step = days < 0 ? -1 : 1;
  let day = start.right;
  for (let counted = 0; counted < Math.abs(days); counted += 1) {
    const next = openDayFrom(calendar, day + step, step, note);
    if (typeof next !== 'number') return left(problemOf(calendar, next, 'days'));
    if (Math.abs(next - start.right) > FURTHEST_DAYS)
      return left(problemOf(calendar, { kind: 'tooFar' }, 'days'));
    day = next;
  }
  return right({ from: start.right, until: day, days: days + 0 });
}

/**
 * The first business day after a day: {@link addBusinessDays} of one.
 *
 * @example
 * ```ts
 * import { compileCalendar, englandAndWalesBusinessCalendar, nextBusinessDay, orThrow } from 'clientele/calendar';
 *
 * orThrow(nextBusinessDay(compileCalendar(englandAndWalesBusinessCalendar()), '2026-12-24')); // => '2026-12-29'
 * ```
 */
export function nextBusinessDay(calendar: CompiledCalendar, date: string): Result<string> {
  return addBusinessDays(calendar, date, 1);
}

/**
 * How many business days lie after `from`, up to and including `until`: what {@link addBusinessDays} must add to `from`
 * to arrive at `until`, where that is a business day. Where `until` is earlier: minus the business days from `until` on
 * that lie before `from`.
 *
 * Refused: days that do not exist, or whose holidays are not known; more than a hundred years.
 *
 * @example
 * ```ts
 * import { businessDaysBetween, chinaOfficeCalendar, compileCalendar, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * orThrow(businessDaysBetween(office, '2025-09-25', '2025-10-11')); // => 7
 * orThrow(businessDaysBetween(office, '2025-10-11', '2025-09-25')); // => -7
 * ```
 */
export function businessDaysBetween(calendar: CompiledCalendar, from: string, until: string): Result<number> {
  const counted = daysCounted(calendar, from, until);
  return counted._tag === 'Left' ? counted : right(counted.right.days);
}

/** Counts the business days between two days. */
export function daysCounted(
  calendar: CompiledCalendar,
  from: string,
  until: string,
  note?: NoteDay,
): Result<DaysBetween> {
  const [start, end] = [knownDay(calendar, from, 'from'), knownDay(calendar, until, 'until')];
  if (start._tag === 'Left') return start;
  if (end._tag === 'Left') return end;
  if (Math.abs(end.right - start.right) > FURTHEST_DAYS)
    return left(problemOf(calendar, { kind: 'tooFar' }, 'until'));
  const forward = end.right >= start.right;
  const [first, last] = forward ? [start.right + 1, end.right] : [end.right, start.right - 1];
  let counted = 0;
  for (let day = first; day <= last; day += 1) {
    const counts = calendar.isBusinessDay(day);
    if (counts) counted += 1;
    note?.(day, counts);
  }
  return right({ from: start.right, until: end.right, days: forward ? counted : 0 - counted });
}

/** The first business day from a day on (itself included), forwards or backwards. */
export function openDayFrom(
  calendar: CompiledCalendar,
  from: number,
  step: 1 | -1,
  note?: NoteDay,
): number | Lost {
  const furthest = step > 0 ? calendar.reach.openBy(from) : calendar.reach.openSince(from);
  for (let day = from; ; day += step) {
    if (!calendar.knows(day)) return { kind: 'unknownDay', day };
    const counts = calendar.isBusinessDay(day);
    note?.(day, counts);
    if (counts) return day;
    if ((day - furthest) * step > 0) return { kind: 'neverOpens' };
  }
}

/** The day number of a date that the calendar knows, or a problem at its argument. */
export function knownDay(calendar: CompiledCalendar, date: string, argument: string): Result<number> {
  const notCompiled = calendarProblem(calendar);
  if (notCompiled !== undefined) return left(notCompiled);
  const day = typeof date === 'string' ? parseIsoDay(date) : undefined;
  if (day === undefined)
    return left(problem('notADay', [argument], { kind: 'form', form: 'yyyy-MM-dd' }, date));
  if (calendar.knows(day)) return right(day);
  return left(problemOf(calendar, { kind: 'unknownDay', day }, argument));
}
