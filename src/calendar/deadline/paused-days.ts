/** Pauses as days that do not count. */
import type { ZoneClock } from '../../foundation/civil.js';
import { lastOf } from '../../foundation/instant.js';
import type { DeadlineRule } from '../deadline-rule.js';
import type { MergedPause } from '../pauses.js';

/** Days in a row, both included, that do not count; `last` is +Infinity where the pause has no end. */
export interface PausedDays {
  readonly first: number;
  readonly last: number;
  readonly reasons: readonly string[];
}

/** The days that pauses touch, or those that they cover from beginning to end; ascending and disjoint. */
export function pausedDays(
  pauses: readonly MergedPause[],
  clock: ZoneClock,
  which: NonNullable<DeadlineRule['pausedDays']>,
): readonly PausedDays[] {
  const days = pauses.map((pause) =>
    which === 'touched' ? daysTouched(pause, clock) : daysCovered(pause, clock),
  );
  return days.filter(({ first, last }) => first <= last).reduce<readonly PausedDays[]>(joined, []);
}

function daysTouched({ from, until, reasons }: MergedPause, clock: ZoneClock): PausedDays {
  return {
    first: clock.dayOf(from),
    last: Number.isFinite(until) ? clock.dayOf(until - 1) : until,
    reasons,
  };
}

function daysCovered({ from, until, reasons }: MergedPause, clock: ZoneClock): PausedDays {
  const [begins, ends] = [clock.dayOf(from), clock.dayOf(until - 1)];
  return {
    first: clock.startOf(begins) === from ? begins : begins + 1,
    last: Number.isFinite(until) ? (lastOf(ends, clock) === until - 1 ? ends : ends - 1) : until,
    reasons,
  };
}

/** Two pauses can touch the same day. */
function joined(days: readonly PausedDays[], next: PausedDays): readonly PausedDays[] {
  const last = days.at(-1);
  if (last === undefined || next.first > last.last) return [...days, next];
  return [
    ...days.slice(0, -1),
    {
      first: last.first,
      last: Math.max(last.last, next.last),
      reasons: [...new Set([...last.reasons, ...next.reasons])],
    },
  ];
}
