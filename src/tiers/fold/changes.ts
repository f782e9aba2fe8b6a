/** When a measure may change by time alone: as its window moves on, or because it measures time. */
import { parseIsoDay } from '../../foundation/civil.js';
import { addMonths } from '../../foundation/months.js';
import { isClosed } from '../make-program.js';
import type { QualificationWindow } from '../periods.js';
import type { Measure } from '../program.js';
import { addDuration } from '../time/civil-duration.js';
import { periodOf } from '../time/period-days.js';
import { dayOf, wholeMonths } from './days.js';
import { runsAtTier } from './measure.js';
import { firstAt } from './rows.js';
import { periodDays } from './spans.js';
import type { Work } from './work.js';

const NEVER = Number.POSITIVE_INFINITY;

/** The next instant after the present one at which one of the measures may change. */
export function nextChange(work: Work, measures: readonly Measure[], windowsToo: boolean): number {
  return measures.reduce((least, { metric, window }) => {
    const byMetric = nextByTime(work, metric);
    const byWindow = windowsToo ? ofWindow(work, work.program.windows[window]) : NEVER;
    return Math.min(least, byMetric, byWindow);
  }, NEVER);
}

/** The next instant at which a window of whole periods before the present one moves on. */
export function nextTurn(work: Work, measures: readonly Measure[]): number {
  return measures.reduce((least, { window }) => {
    const one = work.program.windows[window];
    return one !== undefined && isClosed(one) ? Math.min(least, ofWindow(work, one)) : least;
  }, NEVER);
}

/** The next instant after the present one at which time itself changes a metric, whatever its window; ∞ for none. */
export function nextByTime(work: Work, name: string): number {
  const metric = work.program.metrics.get(name);
  switch (metric?.kind) {
    case 'combined':
      return metric.of.reduce((least, part) => Math.min(least, nextByTime(work, part.metric)), NEVER);
    case 'banded':
      return nextByTime(work, metric.of);
    case 'tenure':
      return nextUnit(work, work.enrolledAt, metric.unit);
    case 'timeAtTier': {
      const last = runsAtTier(work, metric.tier, metric.sources).at(-1);
      return last?.until === NEVER ? nextUnit(work, last.from, 'months') : NEVER;
    }
    default:
      return NEVER;
  }
}

/** The start of the day on which one more whole unit has passed. */
function nextUnit(work: Work, since: number, unit: 'days' | 'months' | 'years'): number {
  const from = dayOf(work, since);
  const today = dayOf(work, work.at);
  if (unit === 'days') return work.program.clock.startOf(today + 1);
  const months = wholeMonths(from, today);
  const next = unit === 'months' ? months + 1 : 12 * (Math.floor(months / 12) + 1);
  return work.program.clock.startOf(addMonths(from, next));
}

function ofWindow(work: Work, window: QualificationWindow | undefined): number {
  const { clock } = work.program;
  const today = dayOf(work, work.at);
  switch (window?.kind) {
    case 'calendar':
    case 'membershipYear':
      return periodTurns(work, window, today);
    case 'wholeMonths':
      return clock.startOf(periodOf({ unit: 'month' }, today).until);
    case 'rollingDays':
      return leaves(work, clock.startOf(today - window.days + 1), window);
    case 'rollingMonths':
      return leaves(work, Number.NEGATIVE_INFINITY, window);
    case 'fixed': {
      const turns = [window.from, window.until].map((day) => clock.startOf(parseIsoDay(day) ?? 0));
      return Math.min(...turns.filter((turn) => turn > work.at), NEVER);
    }
    default:
      return NEVER;
  }
}

/** The end of the present period, or of the grace at its beginning. */
function periodTurns(
  work: Work,
  window: Extract<QualificationWindow, { kind: 'calendar' | 'membershipYear' }>,
  today: number,
): number {
  const { clock, policy } = work.program;
  const own = periodDays(work, window, today, 0);
  const grace =
    policy.grace.counters === undefined
      ? work.at
      : clock.startOf(addDuration(own.from, policy.grace.counters));
  return grace > work.at ? grace : clock.startOf(own.until);
}

/** When the first row that is still in a rolling window, and counts for something, leaves it. */
function leaves(work: Work, from: number, window: RollingWindow): number {
  const { rows } = work;
  for (let i = firstAt(rows, from); i < rows.at.length; i += 1) {
    if (!countsForSomething(work, i)) continue;
    const leaves = leavesAt(work, window, rows.at[i] as number);
    if (leaves > work.at) return leaves;
  }
  return NEVER;
}

export type RollingWindow = Extract<QualificationWindow, { kind: 'rollingDays' | 'rollingMonths' }>;

/** When what happened at an instant leaves a rolling window. */
export function leavesAt(work: Work, window: RollingWindow, at: number): number {
  const day = dayOf(work, at);
  const last = window.kind === 'rollingDays' ? day + window.days : addMonths(day, window.months) + 1;
  return work.program.clock.startOf(last);
}

/** What counts for nothing, or was taken back, is no occasion to judge anybody as it leaves a window. */
export function countsForSomething({ rows, program, returned }: Work, row: number): boolean {
  if (rows.totals.some((totals) => totals[row + 1] !== totals[row])) return true;
  const activity = rows.activities[row];
  if (!program.countsDistinct || activity === undefined || returned.get(activity.id) === 'all') return false;
  return activity.at >= program.countsFrom && program.excludes(activity) === undefined;
}
