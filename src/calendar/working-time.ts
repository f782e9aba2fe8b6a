/** Working time added to an instant, or taken back from it. */
import type { AsOf } from '../foundation/instant.js';
import { NO_OPTIONS, optionProblems } from '../foundation/options.js';
import { left, type Result, right } from '../foundation/result.js';
import { boundaryOf, knownInstantIn, millisecondsOf, pausesOf, problemOf } from './asked.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { Counted } from './counted.js';
import type { Pause } from './deadline-rule.js';
import type { Lost } from './known-days.js';
import type { ClosingBoundary } from './model.js';

/** What does not count, for questions about working time. */
export interface PauseOptions {
  /** Time that does not count although the desk is open. Where pauses overlap, the time is left out once. */
  readonly pauses?: readonly Pause[];
}

/** Options of `addWorkingTime`. */
export interface WorkingTimeOptions extends PauseOptions {
  /**
   * Time that runs out exactly when the desk closes is over then (`'close'`, as in Chatwoot), or when time counts again
   * (`'nextOpening'`, as in Zendesk's `biz`). A pause that begins just then is like closing. Default: the calendar's.
   */
  readonly boundary?: ClosingBoundary;
}

/** The names of {@link PauseOptions} and of {@link WorkingTimeOptions}. */
export const PAUSE_OPTIONS: readonly (keyof PauseOptions)[] = ['pauses'];
const WORKING_TIME_OPTIONS: readonly (keyof WorkingTimeOptions)[] = ['pauses', 'boundary'];

/**
 * The instant by which so many minutes of working time have passed since `from`, epoch milliseconds. `from` as text
 * without an offset (`2026-01-09T16:30`) is on the clock of the calendar's zone.
 *
 * Minutes may have fractions; they are taken to the nearest millisecond, and the result is exact. What counts is real
 * time within opening hours, so a night shift over a clock change is an hour shorter or longer. No time at all from
 * outside opening hours is over at the next opening, under either boundary (and `from` itself within them).
 *
 * Refused: a negative or endless number of minutes; a day whose holidays are not known; a calendar that does not open
 * again; more than a hundred years; a pause without an end that begins before the time is over; an option that there is
 * not.
 *
 * @example
 * ```ts
 * import { addWorkingTime, compileCalendar, defineWorkingCalendar, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'service desk',
 *     zone: 'Europe/London',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }],
 *     exceptions: [{ kind: 'closed', date: '2026-04-03', name: 'Good Friday' }],
 *     known: { from: '2026-01-01', until: '2027-01-01' },
 *   }),
 * );
 * const utc = (at: number) => new Date(at).toISOString();
 *
 * utc(orThrow(addWorkingTime(desk, '2026-01-09T16:30:00Z', 60))); // => '2026-01-12T09:30:00.000Z'
 * utc(orThrow(addWorkingTime(desk, '2026-01-09T16:30:00Z', 30))); // => '2026-01-09T17:00:00.000Z'
 * utc(orThrow(addWorkingTime(desk, '2026-01-09T16:30:00Z', 30, { boundary: 'nextOpening' }))); // => '2026-01-12T09:00:00.000Z'
 * const pauses = [{ from: Date.UTC(2026, 0, 12, 9), until: Date.UTC(2026, 0, 12, 11), reason: 'waiting for customer' }];
 * utc(orThrow(addWorkingTime(desk, '2026-01-09T16:30:00Z', 60, { pauses }))); // => '2026-01-12T11:30:00.000Z'
 *
 * const late = addWorkingTime(desk, '2026-12-31T16:00:00Z', 120);
 * late._tag === 'Left' ? late.left[0].found : ''; // => '2027-01-01'
 * ```
 */
export function addWorkingTime(
  calendar: CompiledCalendar,
  from: AsOf,
  minutes: number,
  options: WorkingTimeOptions = NO_OPTIONS,
): Result<number> {
  const run = runOf(calendar, from, minutes, options);
  return run._tag === 'Left' ? run : right(run.right.until);
}

/** A budget counted out, with what it was counted with. */
export interface Run {
  readonly from: number;
  readonly milliseconds: number;
  readonly boundary: ClosingBoundary;
  readonly counted: Counted;
  /** The first instant by which the budget is used up; that of the next opening where there is none. */
  readonly usedUp: number;
  /** The answer: as the boundary has it. */
  readonly until: number;
}

/** Counts a budget out. */
export function runOf(
  calendar: CompiledCalendar,
  from: AsOf,
  minutes: number,
  options: WorkingTimeOptions,
): Result<Run> {
  const start = knownInstantIn(calendar, from, 'from');
  if (start._tag === 'Left') return start;
  const unknown = optionProblems(options, WORKING_TIME_OPTIONS);
  if (unknown !== undefined) return left(...unknown);
  const budget = millisecondsOf(minutes);
  if (budget._tag === 'Left') return budget;
  const boundary = boundaryOf(calendar, options.boundary);
  if (boundary._tag === 'Left') return boundary;
  const pauses = pausesOf(options.pauses);
  if (pauses._tag === 'Left') return pauses;

  const counted = new Counted(calendar.timeline, pauses.right);
  const lostTo = (lost: Lost): Result<never> => left(problemOf(calendar, lost, 'minutes', options.pauses));
  const usedUp =
    budget.right === 0 ? counted.resumed(start.right) : counted.reached(start.right, budget.right);
  if (typeof usedUp !== 'number') return lostTo(usedUp);
  const until = boundary.right === 'close' ? usedUp : counted.resumed(usedUp);
  if (typeof until !== 'number') return lostTo(until);
  return right({
    from: start.right,
    milliseconds: budget.right,
    boundary: boundary.right,
    counted,
    usedUp,
    until,
  });
}

/**
 * The last instant from which so many minutes of working time remain until `until`, epoch milliseconds: when to warn
 * before a deadline. No time at all is `until` itself where the desk is open or closes just then, else the closing
 * before it.
 *
 * Adding the minutes again leads back to `until` where that is within opening hours or at closing time (under
 * `nextOpening`: within opening hours). What is refused, see {@link addWorkingTime}; but a pause without an end is no
 * obstacle here: all that matters is that it lasts until `until`.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, orThrow, subtractWorkingTime } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'service desk',
 *     zone: 'Europe/London',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['08:00', '18:00']] }],
 *   }),
 * );
 *
 * const warnAt = orThrow(subtractWorkingTime(desk, '2026-01-13T11:00:00Z', 240));
 * new Date(warnAt).toISOString(); // => '2026-01-12T17:00:00.000Z'
 * ```
 */
export function subtractWorkingTime(
  calendar: CompiledCalendar,
  until: AsOf,
  minutes: number,
  options: PauseOptions = NO_OPTIONS,
): Result<number> {
  const run = runBackOf(calendar, until, minutes, options);
  return run._tag === 'Left' ? run : right(run.right.from);
}

/** A budget counted back, with what it was counted with. */
export interface RunBack {
  /** The answer. */
  readonly from: number;
  readonly until: number;
  readonly milliseconds: number;
  readonly counted: Counted;
}

/** Counts a budget back. */
export function runBackOf(
  calendar: CompiledCalendar,
  until: AsOf,
  minutes: number,
  options: PauseOptions,
): Result<RunBack> {
  const end = knownInstantIn(calendar, until, 'until');
  if (end._tag === 'Left') return end;
  const unknown = optionProblems(options, PAUSE_OPTIONS);
  if (unknown !== undefined) return left(...unknown);
  const budget = millisecondsOf(minutes);
  if (budget._tag === 'Left') return budget;
  const pauses = pausesOf(options.pauses);
  if (pauses._tag === 'Left') return pauses;
  const counted = new Counted(calendar.timeline, pauses.right);
  const from = budget.right === 0 ? counted.ceased(end.right) : counted.reachedBack(end.right, budget.right);
  if (typeof from !== 'number') return left(problemOf(calendar, from, 'minutes'));
  return right({ from, until: end.right, milliseconds: budget.right, counted });
}
