/** A working calendar, as data: when a desk is open, in which zone, and on which days it is otherwise. */
import type { Words } from '../foundation/statement.js';

/** A day of the week, Monday first (ISO 8601). */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * From one time of day until another, `HH:mm` on the zone's clock, the end exclusive; `24:00` is the end of the day.
 * An interval whose end is not after its start runs into the next day (`['22:00', '06:00']`) and belongs wholly to the
 * day on which it starts; `['00:00', '24:00']` is the whole day.
 */
export type OpenHours = readonly [from: string, until: string];

/** The hours of some days of the week. A weekday that no rule names is closed; one that two rules name has the hours of both. */
export interface WeekRule {
  readonly days: readonly Weekday[];
  readonly hours: readonly OpenHours[];
}

/** The civil days of an exception: one day, or from `date` to `last` inclusive; `yyyy-MM-dd`. */
interface ExceptionDays {
  readonly date: string;
  readonly last?: string;
  /** What the day is called: it stands in explanations (`春节`, `Good Friday`). */
  readonly name: Words;
}

/**
 * Days on which the week's hours do not hold.
 *
 * - `closed`: no shift starts on these days.
 * - `workingDay`: a make-up working day (调休): the hours of a weekday, whatever day it is.
 * - `hours`: these hours instead of the week's.
 * - `break`: closed for these hours, open otherwise as the week says; also takes from a shift that began the day before.
 *
 * Breaks go with any other exception. Two others on the same day must say the same; then the first names the day. An
 * exception has at most 366 days.
 */
export type CalendarException =
  | ({ readonly kind: 'closed' } & ExceptionDays)
  | ({ readonly kind: 'workingDay'; readonly as: Weekday } & ExceptionDays)
  | ({ readonly kind: 'hours'; readonly hours: readonly OpenHours[] } & ExceptionDays)
  | ({ readonly kind: 'break'; readonly hours: readonly OpenHours[] } & ExceptionDays);

/**
 * Where working time runs out exactly at closing time: due then (`'close'`), or when the desk opens next
 * (`'nextOpening'`). The same for a zero budget outside opening hours is always the next opening.
 */
export type ClosingBoundary = 'close' | 'nextOpening';

/** What the calendar does where the field disagrees. */
export interface CalendarConventions {
  readonly boundary: ClosingBoundary;
  /**
   * An opening or closing time that a clock change skips: moved on by the length of the gap (`'shift'`: 02:30 becomes
   * 03:30), or put at the end of the gap (`'clamp'`: 03:00).
   */
  readonly gap: 'shift' | 'clamp';
  /** An opening or closing time that a clock change repeats: the first or the second time. */
  readonly fold: 'earlier' | 'later';
}

/** When a desk is open. Stored as JSON; see `defineWorkingCalendar` for the defaults. */
export interface WorkingCalendar {
  readonly format: 'working-calendar@1';
  readonly name: string;
  /** Where the holidays come from. */
  readonly source?: string;
  /** IANA name. */
  readonly zone: string;
  readonly week: readonly WeekRule[];
  readonly exceptions: readonly CalendarException[];
  /**
   * The civil days for which the exceptions are complete, from `from` until before `until` (`yyyy-MM-dd`). A question
   * that needs a day outside is refused instead of answered as if there were no holidays. Left out: all days.
   */
  readonly known?: { readonly from: string; readonly until: string };
  readonly conventions: CalendarConventions;
}

/** A {@link WorkingCalendar} as written in code: conventions may be left out in part or whole (`close`, `clamp`, `earlier`). */
export type WorkingCalendarInput = Pick<WorkingCalendar, 'name' | 'zone' | 'week'> &
  Partial<Pick<WorkingCalendar, 'source' | 'exceptions' | 'known'>> & {
    readonly format?: WorkingCalendar['format'];
    readonly conventions?: Partial<CalendarConventions>;
  };
