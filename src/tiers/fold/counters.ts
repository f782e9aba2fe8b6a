/** What upgrades, renewals and ends of periods do to counters. */
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { thresholdsOf } from '../evaluate/judge.js';
import type { Judged } from '../program.js';
import { firstThatHolds, measured } from './measure.js';
import { nameOf } from './standing.js';
import { markNow, type Work } from './work.js';

/** What an upgrade or a renewal by a criterion takes off the counters. */
export function settleCounters(
  work: Work,
  judged: Judged,
  criterion: number,
  at: number,
  triggered: boolean,
): void {
  const { counters } = work.program.policy.upgrade;
  if (counters === 'keep') return;
  if (counters === 'reset') work.floor = markNow(work, at, triggered);
  else deduct(work, judged, judged.criteria[criterion], at);
  work.spans = [];
}

/** Takes off the thresholds that were reached, of each metric the highest. */
function deduct(work: Work, judged: Judged, criterion: QualificationCriterion | undefined, at: number): void {
  if (criterion === undefined) return;
  const paid = new Map<string, number>();
  for (const threshold of thresholdsOf(criterion)) {
    const limit = limitOf(threshold);
    const measure = judged.measures[judged.slotOf(threshold)];
    if (limit === undefined || measure === undefined || measure.column < 0) continue;
    const value = measured(work, measure, at);
    const reached = typeof value === 'number' && ('moreThan' in threshold ? value > limit : value >= limit);
    if (reached) paid.set(threshold.metric, Math.max(limit, paid.get(threshold.metric) ?? 0));
  }
  for (const [metric, limit] of paid) adjust(work, metric, -limit * scaleOf(work, metric), 'deducted', at);
}

function limitOf(threshold: Threshold): number | undefined {
  if ('atLeast' in threshold) return threshold.atLeast;
  return 'moreThan' in threshold ? threshold.moreThan : undefined;
}

/** What the ended period carries into the one that begins at an instant; true where it does. */
export function carrySurplus(work: Work, at: number): boolean {
  const { program, track } = work;
  const rule = program.policy.carryOver;
  if (rule?.of !== 'surplus') return false;
  const judged = program.entry(track.highestHeld);
  const first = firstThatHolds(work, judged, at - 1);
  const tier = first < 0 ? 0 : program.tiers.length - 1 - first;
  const criterion = first < 0 ? undefined : judged.criteria[first];
  const eligible = rule.tiers === undefined ? tier > 0 : rule.tiers.includes(nameOf(work, tier));
  if (!eligible) return false;
  const before = work.adjustments.length;
  for (const metric of rule.metrics) {
    const value = closingUnits(work, metric, at - 1);
    const own = rule.onceOnly === false ? value.total : value.total - value.carried;
    const scale = scaleOf(work, metric);
    const surplus = own - thresholdOn(criterion, metric) * scale;
    const units = limited(work, tier, surplus, scale);
    if (units > 0) adjust(work, metric, units, 'carried', at);
  }
  work.spans = [];
  return work.adjustments.length > before;
}

/**
 * What is left on the counters when a term has ended: after a renewal what may carry over, otherwise nothing. Done
 * once the new term has begun, whose windows see what is carried.
 */
export function carryRemaining(
  work: Work,
  left: ReadonlyMap<string, number>,
  renewed: boolean,
  at: number,
): void {
  const { policy } = work.program;
  const rule = policy.carryOver;
  if (rule?.of !== 'remaining') return;
  const name = nameOf(work, work.track.tier);
  const eligible = renewed && (rule.tiers?.includes(name) ?? work.track.tier > 0);
  for (const metric of rule.metrics) {
    const remaining = left.get(metric) ?? 0;
    const kept = eligible ? limited(work, work.track.tier, remaining, scaleOf(work, metric)) : 0;
    if (policy.window.kind === 'balance') {
      if (remaining > kept) adjust(work, metric, kept - remaining, 'forfeited', at);
    } else if (kept > 0) adjust(work, metric, kept, 'carried', at);
  }
  work.spans = [];
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** What the counters that carry over hold, in units, as of an instant. */
export function remainingUnits(work: Work, at: number): ReadonlyMap<string, number> {
  const rule = work.program.policy.carryOver;
  if (rule?.of !== 'remaining') return NOTHING;
  return new Map(rule.metrics.map((metric) => [metric, closingUnits(work, metric, at).total]));
}

function closingUnits(
  work: Work,
  metric: string,
  at: number,
): { readonly total: number; readonly carried: number } {
  const { program, adjustments } = work;
  const column = program.columnOf.get(metric) ?? -1;
  const window = program.windowNumber(program.policy.window);
  const value = measured(work, { metric, window, is: undefined, column }, at);
  const span = work.spans[window];
  const carried = adjustments.filter(
    (one) => one.kind === 'carried' && one.metric === metric && one.at >= (span?.from ?? 0) && one.at <= at,
  );
  return {
    total: typeof value === 'number' ? Math.round(value * scaleOf(work, metric)) : 0,
    carried: carried.reduce((sum, one) => sum + one.units, 0),
  };
}

/** The highest figure that a criterion asks of a metric. */
function thresholdOn(criterion: QualificationCriterion | undefined, metric: string): number {
  const limits = criterion === undefined ? [] : thresholdsOf(criterion);
  return Math.max(0, ...limits.map((one) => (one.metric === metric ? (limitOf(one) ?? 0) : 0)));
}

/** The share of a surplus that carries, under its cap, in whole units of the metric. */
function limited(work: Work, tier: number, surplus: number, scale: number): number {
  const { percentage = 100, cap } = work.program.policy.carryOver ?? {};
  const most =
    typeof cap === 'object'
      ? Object.hasOwn(cap, nameOf(work, tier))
        ? (cap[nameOf(work, tier)] ?? 0)
        : 0
      : (cap ?? Number.POSITIVE_INFINITY);
  return Math.max(0, Math.min(Math.floor((surplus * percentage) / 100), most * scale));
}

function adjust(
  work: Work,
  metric: string,
  units: number,
  kind: Work['adjustments'][number]['kind'],
  at: number,
): void {
  work.adjustments.push({ at, metric, units: Math.round(units), kind });
}

export function scaleOf({ program }: Work, metric: string): number {
  return program.columns[program.columnOf.get(metric) ?? -1]?.scale ?? 1;
}
