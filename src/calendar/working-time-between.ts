/** Working time measured between two instants. */
import type { AsOf } from '../foundation/instant.js';
import { NO_OPTIONS, optionProblems } from '../foundation/options.js';
import { left, type Result, right } from '../foundation/result.js';
import { knownInstantIn, minutesOf, pausesOf, problemOf } from './asked.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { Counted } from './counted.js';
import { FURTHEST_DAYS } from './search.js';
import { PAUSE_OPTIONS, type PauseOptions } from './working-time.js';

/**
 * Minutes of working time from one instant until another, with fractions: milliseconds are exact. Negative where
 * `until` is before `from`, of the same size as the other way round.
 *
 * Refused: days whose holidays are not known, and more than a hundred years. A pause without an end lasts beyond `until`.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, orThrow, workingTimeBetween } from 'clientele/calendar';
 *
 * const nights = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'Sunday nights',
 *     zone: 'Europe/Berlin',
 *     week: [{ days: ['sun'], hours: [['00:00', '06:00']] }],
 *   }),
 * );
 *
 * // The clocks go forward on 29 March 2026, and back on 25 October.
 * orThrow(workingTimeBetween(nights, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')); // => 300
 * orThrow(workingTimeBetween(nights, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')); // => 420
 * ```
 */
export function workingTimeBetween(
  calendar: CompiledCalendar,
  from: AsOf,
  until: AsOf,
  options: PauseOptions = NO_OPTIONS,
): Result<number> {
  const span = spanOf(calendar, from, until, options);
  if (span._tag === 'Left') return span;
  const { first, last, sign, counted } = span.right;
  return right(sign * minutesOf(counted.between(first, last)) + 0);
}

/** Two instants in order, with what counts between them. */
export interface CountedSpan {
  readonly first: number;
  readonly last: number;
  /** -1 where they were asked for the other way round. */
  readonly sign: 1 | -1;
  readonly counted: Counted;
}

/** Reads what is asked between two instants. */
export function spanOf(
  calendar: CompiledCalendar,
  from: AsOf,
  until: AsOf,
  options: PauseOptions,
): Result<CountedSpan> {
  const start = knownInstantIn(calendar, from, 'from');
  if (start._tag === 'Left') return start;
  const end = knownInstantIn(calendar, until, 'until');
  if (end._tag === 'Left') return end;
  const unknown = optionProblems(options, PAUSE_OPTIONS);
  if (unknown !== undefined) return left(...unknown);
  const pauses = pausesOf(options.pauses);
  if (pauses._tag === 'Left') return pauses;
  const forward = start.right <= end.right;
  const [first, last] = forward ? [start.right, end.right] : [end.right, start.right];
  if (calendar.clock.dayOf(last) - calendar.clock.dayOf(first) > FURTHEST_DAYS)
    return left(problemOf(calendar, { kind: 'tooFar' }, 'until'));
  const counted = new Counted(calendar.timeline, pauses.right);
  return right({ first, last, sign: forward ? 1 : -1, counted });
}
