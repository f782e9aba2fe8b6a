/** The doors for calendars and time limits: read from storage with every problem listed, or written in code and checked at start-up. */
import type { ModelFormat } from '../foundation/format.js';
import type { Result } from '../foundation/result.js';
import { define, read, readStored } from '../foundation/schema.js';
import { checkWorkingCalendar } from './check-calendar.js';
import { checkDeadlineRule } from './check-deadline-rule.js';
import type { DeadlineRule } from './deadline-rule.js';
import type { WorkingCalendar, WorkingCalendarInput } from './model.js';
import { deadlineRuleSchema, workingCalendarSchema } from './schema.js';

const CALENDAR: ModelFormat = { name: 'working-calendar', version: 1, migrations: {} };

/**
 * A working calendar written in code, completed with the defaults and checked: no exceptions, all days known, and the
 * conventions `close`, `clamp`, `earlier`.
 *
 * Refused are times and days that do not exist, intervals that end where they begin, exceptions outside `known` or
 * against each other, and a calendar that is never open.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineWorkingCalendar } from 'clientele/calendar';
 *
 * const desk = defineWorkingCalendar({
 *   name: 'service desk',
 *   zone: 'Europe/Berlin',
 *   week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '12:00'], ['13:00', '17:00']] }],
 * });
 *
 * desk.conventions; // => { boundary: 'close', gap: 'clamp', fold: 'earlier' }
 * defineWorkingCalendar({ ...desk, week: [] }); // throws
 * ```
 */
export function defineWorkingCalendar(input: WorkingCalendarInput): WorkingCalendar {
  return define(workingCalendarSchema(), input, CALENDAR, checkWorkingCalendar);
}

/**
 * A working calendar from storage (`format: 'working-calendar@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseWorkingCalendar } from 'clientele/calendar';
 *
 * const result = parseWorkingCalendar({
 *   format: 'working-calendar@1',
 *   name: 'nights',
 *   zone: 'Asia/Shanghai',
 *   week: [{ days: ['sat'], hours: [['22:00', '25:00']] }],
 * });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'week[0].hours[0][1]: expected text written as HH:mm, 00:00 to 24:00, found "25:00".'
 * ```
 */
export function parseWorkingCalendar(stored: unknown): Result<WorkingCalendar> {
  return readStored(workingCalendarSchema(), stored, CALENDAR, checkWorkingCalendar);
}

/**
 * A time limit from JSON, or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseDeadlineRule } from 'clientele/calendar';
 *
 * const result = parseDeadlineRule({ budget: { kind: 'businessDays', days: 1.5 } });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'budget.days: expected an integer, found 1.5.'
 * ```
 */
export function parseDeadlineRule(input: unknown): Result<DeadlineRule> {
  return read(deadlineRuleSchema(), input, checkDeadlineRule);
}
