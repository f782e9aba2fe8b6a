/** Holidays and make-up days as a calendar takes them. */
import { isoDay } from '../../foundation/civil.js';
import type { CalendarException, WorkingCalendar } from '../model.js';

/**
 * The exceptions of some years, and the days for which they are complete: the fields of a calendar, to be spread into
 * one (`{ name, zone, week, ...holidays }`).
 */
export interface HolidayList {
  /** Where the days come from. */
  readonly source: string;
  readonly exceptions: readonly CalendarException[];
  readonly known: NonNullable<WorkingCalendar['known']>;
}

/** Exceptions of one day each, ascending; those that differ in their day alone and follow each other become one. */
export function inRuns(
  days: readonly { readonly day: number; readonly of: (date: string) => CalendarException }[],
): readonly CalendarException[] {
  const runs: { first: number; last: number; said: string; of: (date: string) => CalendarException }[] = [];
  for (const { day, of } of days) {
    const run = runs.at(-1);
    const said = JSON.stringify(of(''));
    if (run !== undefined && run.said === said && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day, said, of });
  }
  return runs.map(({ first, last, of }) => {
    const exception = of(isoDay(first));
    return first === last ? exception : { ...exception, last: isoDay(last) };
  });
}
