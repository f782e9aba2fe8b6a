/** Until when what a window holds stays in it. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { Measure } from '../program.js';
import { addDuration } from '../time/civil-duration.js';
import { periodOf } from '../time/period-days.js';
import { leavesAt, type RollingWindow } from './changes.js';
import { dayOf } from './days.js';
import { columnsBehind } from './measure.js';
import { endOf, periodDays, spanAt } from './spans.js';
import type { Work } from './work.js';

const NEVER = Number.POSITIVE_INFINITY;

/** The first instant at which something of what a measure holds no longer counts; ∞ where none is set. */
export function windowEnd(work: Work, measure: Measure, at: number): number {
  const { program, track } = work;
  const window = program.windows[measure.window];
  switch (window?.kind) {
    case 'calendar':
    case 'membershipYear': {
      const own = periodDays(work, window, dayOf(work, at), 0);
      const { counters } = program.policy.grace;
      if (counters === undefined) return program.clock.startOf(own.until);
      const graceEnds = program.clock.startOf(addDuration(own.from, counters));
      return at < graceEnds ? graceEnds : program.clock.startOf(addDuration(own.until, counters));
    }
    case 'rollingDays':
    case 'rollingMonths':
      return firstLeaves(work, window, measure, at);
    case 'wholeMonths':
      return program.clock.startOf(periodOf({ unit: 'month' }, dayOf(work, at)).until);
    case 'sinceTierStart':
      return track.expiresAt;
    case 'balance':
      return program.policy.carryOver?.of === 'remaining' ? track.expiresAt : NEVER;
    case 'fixed':
      return program.clock.startOf(parseIsoDay(window.until) ?? 0);
    default:
      return NEVER;
  }
}

/** When the first row that a measure counts leaves its window. */
function firstLeaves(
  work: Work,
  window: RollingWindow,
  { metric, window: number }: Measure,
  at: number,
): number {
  const { rows, program } = work;
  const span = spanAt(work, number, at);
  const columns = columnsBehind(program, metric);
  for (let i = span.first; i < endOf(work, span, at); i += 1) {
    const counts = columns.some((column) => rows.totals[column]?.[i + 1] !== rows.totals[column]?.[i]);
    if (counts) return leavesAt(work, window, rows.at[i] as number);
  }
  return NEVER;
}
