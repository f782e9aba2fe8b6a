/** When a desk is open. */
import type { AsOf } from '../foundation/instant.js';
import { NO_OPTIONS } from '../foundation/options.js';
import { left, type Result, right } from '../foundation/result.js';
import type { Interval } from '../foundation/window.js';
import { knownInstantIn, problemOf } from './asked.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { type OpenReason, openReasons } from './open-reason.js';
import { spanOf } from './working-time-between.js';

/**
 * Whether the desk is open at an instant. At closing time it is not any more.
 *
 * Refused: what is no instant, a time that the clocks skip or repeat, and days whose holidays are not known.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, isOpen, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({ name: 'desk', zone: 'UTC', week: [{ days: ['mon'], hours: [['09:00', '17:00']] }] }),
 * );
 *
 * orThrow(isOpen(desk, '2026-01-12T09:00:00Z')); // => true
 * orThrow(isOpen(desk, '2026-01-12T17:00:00Z')); // => false
 * ```
 */
export function isOpen(calendar: CompiledCalendar, at: AsOf): Result<boolean> {
  const found = openAt(calendar, at);
  return found._tag === 'Left' ? found : right(found.right.isOpen);
}

/** An instant, and whether it is open. */
export function openAt(
  calendar: CompiledCalendar,
  at: AsOf,
): Result<{ readonly at: number; readonly isOpen: boolean }> {
  const asked = knownInstantIn(calendar, at, 'at');
  if (asked._tag === 'Left') return asked;
  const { known } = calendar.timeline;
  // The last known instant is the first of a day that is not known.
  if (asked.right >= known.until) return left(problemOf(calendar, known.after(), 'at'));
  return right({ at: asked.right, isOpen: calendar.timeline.isOpen(asked.right) });
}

/**
 * The first instant from `at` on at which the desk is open, epoch milliseconds: `at` itself while it is.
 *
 * A calendar that does not open any more is refused, and so is one whose next opening depends on days whose holidays are
 * not known.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, nextOpening, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({ name: 'desk', zone: 'UTC', week: [{ days: ['mon'], hours: [['09:00', '17:00']] }] }),
 * );
 *
 * const opens = orThrow(nextOpening(desk, '2026-01-12T17:00:00Z'));
 * new Date(opens).toISOString(); // => '2026-01-19T09:00:00.000Z'
 * ```
 */
export function nextOpening(calendar: CompiledCalendar, at: AsOf): Result<number> {
  const found = openingFrom(calendar, at);
  return found._tag === 'Left' ? found : right(found.right.until);
}

/** From an instant until the next opening. */
export function openingFrom(calendar: CompiledCalendar, at: AsOf): Result<Interval> {
  const asked = knownInstantIn(calendar, at, 'at');
  if (asked._tag === 'Left') return asked;
  const opens = calendar.timeline.opening(asked.right);
  return typeof opens === 'number'
    ? right({ from: asked.right, until: opens })
    : left(problemOf(calendar, opens, 'at'));
}

/** Time during which a desk is open, epoch milliseconds, and why it is. */
export interface OpeningHours extends Interval {
  /** One for each calendar of an intersection, in their order. */
  readonly because: readonly OpenReason[];
}

/**
 * When the desk is open from an instant until a later one: disjoint, ascending, cut off at both ends. A night shift is
 * one interval. Two shifts that touch are two.
 *
 * Nothing is open between instants in reverse. Refused: days whose holidays are not known, and more than a hundred years.
 *
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, openingHours, orThrow } from 'clientele/calendar';
 *
 * const shop = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'shop',
 *     zone: 'Asia/Shanghai',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '18:00']] }],
 *     exceptions: [{ kind: 'workingDay', as: 'wed', date: '2025-10-11', name: '国庆节' }],
 *   }),
 * );
 *
 * const hours = orThrow(openingHours(shop, '2025-10-11T00:00:00+08:00', '2025-10-13T00:00:00+08:00'));
 * hours.length; // => 1
 * hours[0]?.because; // => [{ calendar: 'shop', day: '2025-10-11', kind: 'makeUpDay', name: '国庆节', as: 'wed' }]
 * ```
 */
export function openingHours(
  calendar: CompiledCalendar,
  from: AsOf,
  until: AsOf,
): Result<readonly OpeningHours[]> {
  const span = spanOf(calendar, from, until, NO_OPTIONS);
  if (span._tag === 'Left') return span;
  const { first, last, sign } = span.right;
  if (sign < 0) return right([]);
  return right(calendar.timeline.pieces(first, last).flatMap((piece) => openReasons(calendar, piece)));
}
