/** What upgrades, renewals and ends of periods do to counters. */

import { percentOf } from '../benefits/exact-share.js';
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { judgeBy, judgeThreshold, partsOf, thresholdsOf } from '../evaluate/judge.js';
import type { Judged, Measure } from '../program.js';
import { adjustmentsIn, firstThatHolds, measured } from './measure.js';
import { spanAt } from './spans.js';
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

/**
 * Takes off the thresholds over the policy's own window or a balance that made the criterion true, of each metric the
 * highest.
 */
function deduct(work: Work, judged: Judged, criterion: QualificationCriterion | undefined, at: number): void {
  if (criterion === undefined) return;
  const paid = new Map<string, number>();
  for (const threshold of reachedBy(work, judged, criterion, at)) {
    const limit = limitOf(threshold);
    const measure = measureOf(judged, threshold);
    if (limit === undefined || measure.column < 0 || !isCounter(work, measure.window)) continue;
    paid.set(threshold.metric, Math.max(limit, paid.get(threshold.metric) ?? 0));
  }
  for (const [metric, limit] of paid) adjust(work, metric, -limit * scaleOf(work, metric), 'deducted', at);
}

/** The thresholds that make a criterion true: those that hold, in parts that hold. */
function reachedBy(
  work: Work,
  judged: Judged,
  criterion: QualificationCriterion,
  at: number,
): readonly Threshold[] {
  const holds = (part: QualificationCriterion): boolean =>
    judgeBy(part, (one) => judgeThreshold(one, measured(work, measureOf(judged, one), at))) === 'yes';
  const within = (part: QualificationCriterion): readonly Threshold[] => {
    if (!holds(part)) return [];
    return 'metric' in part ? [part] : partsOf(part).flatMap(within);
  };
  return within(criterion);
}

function measureOf(judged: Judged, threshold: Threshold): Measure {
  return judged.measures[judged.slotOf(threshold)] as Measure;
}

/** Whether a window shows the counters that the policy deducts from. */
function isCounter({ program }: Work, window: number): boolean {
  return program.isOwn(window) || program.windows[window]?.kind === 'balance';
}

function limitOf(threshold: Threshold): number | undefined {
  if ('atLeast' in threshold) return threshold.atLeast;
  return 'moreThan' in threshold ? threshold.moreThan : undefined;
}

/** What the ended period carries into the one that begins at an instant; true where it does. */
export function carrySurplus(work: Work, at: number): boolean {
  const rule = work.program.policy.carryOver;
  if (rule?.of !== 'surplus') return false;
  const { tier, judged, criterion } = reachedIn(work, at - 1);
  const eligible = rule.tiers === undefined ? tier > 0 : rule.tiers.includes(nameOf(work, tier));
  if (!eligible || criterion === undefined) return false;
  const before = work.adjustments.length;
  for (const metric of rule.metrics) {
    const threshold = thresholdOn(work, judged, criterion, metric, at - 1);
    if (threshold === undefined) continue;
    const value = closingUnits(work, metric, at - 1);
    const own = rule.onceOnly === false ? value.total : value.total - value.carried;
    const scale = scaleOf(work, metric);
    const surplus = own - Math.round(threshold * scale);
    const units = limited(work, tier, surplus, scale);
    if (units > 0) adjust(work, metric, units, 'carried', at);
  }
  work.spans = [];
  return work.adjustments.length > before;
}

/** A tier by the criterion that was met. */
interface Reached {
  readonly tier: number;
  readonly judged: Judged;
  readonly criterion: QualificationCriterion | undefined;
}

/**
 * The tier that the period ending at an instant reached: the highest whose entry criterion holds, or the tier held
 * where that is higher and its renewal criterion holds.
 */
function reachedIn(work: Work, at: number): Reached {
  const { program, track } = work;
  const judged = program.entry(track.highestHeld);
  const first = firstThatHolds(work, judged, at);
  const tier = first < 0 ? 0 : program.tiers.length - 1 - first;
  if (track.tier > tier) {
    const kept = program.ownRenewal(track.tier);
    if (firstThatHolds(work, kept, at) === 0)
      return { tier: track.tier, judged: kept, criterion: kept.criteria[0] };
  }
  return { tier, judged, criterion: judged.criteria[first] };
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
    // Elsewhere the new term has begun at zero; these windows go on, the one over renewals only.
    if (policy.window.kind === 'balance' || (policy.window.kind === 'sinceLastChange' && renewed)) {
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
  const { program } = work;
  const column = program.columnOf.get(metric) ?? -1;
  const window = program.windowNumber(program.policy.window);
  const value = measured(work, { metric, window, is: undefined, column }, at);
  const adjustments = adjustmentsIn(work, metric, window, spanAt(work, window, at), at);
  return {
    total: typeof value === 'number' ? Math.round(value * scaleOf(work, metric)) : 0,
    carried: adjustments.reduce((sum, { kind, units }) => sum + (kind === 'carried' ? units : 0), 0),
  };
}

/**
 * The highest figure that a criterion asks of a metric over the policy's own window: where it was reached, in the
 * parts that hold, otherwise anywhere; `undefined` where it asks none.
 */
function thresholdOn(
  work: Work,
  judged: Judged,
  criterion: QualificationCriterion,
  metric: string,
  at: number,
): number | undefined {
  const highest = (thresholds: readonly Threshold[]): number | undefined => {
    const limits = thresholds.flatMap((one) => {
      const own = one.metric === metric && work.program.isOwn(measureOf(judged, one).window);
      return (own ? limitOf(one) : undefined) ?? [];
    });
    return limits.length === 0 ? undefined : Math.max(...limits);
  };
  return highest(reachedBy(work, judged, criterion, at)) ?? highest(thresholdsOf(criterion));
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
  if (surplus <= 0) return 0;
  const share = percentOf(surplus, percentage, 'down', ['carryOver', 'percentage']);
  return Math.max(0, Math.min(share._tag === 'Right' ? share.right : surplus, Math.round(most * scale)));
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
