/** Why a criterion holds or does not: the tree of its thresholds, each with the value found and what is missing. */
import type { QualificationCriterion, Threshold, Truth } from '../criterion.js';
import {
  type Comparison,
  compare,
  comparisonOf,
  type MetricValue,
  neededOf,
  partsOf,
  truthOfJoin,
} from '../evaluate/judge.js';
import type { ExclusionReason } from '../filter.js';
import type { AttributeValue } from '../metric.js';
import type { QualificationWindow } from '../periods.js';

/** An entry that a measured value contains, and what it added. */
export interface Contribution {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** An entry that a measured value does not contain, and why. */
export interface Exclusion {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly because: ExclusionReason;
}

/** What changed a counter besides activity: carried in from the period before, deducted, forfeited, redeemed. */
export interface CounterAdjustment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: 'carried' | 'deducted' | 'forfeited' | 'redeemed';
  /** In the metric's units; negative where it lowers the counter. */
  readonly value: number;
}

/** What a value was measured over: from `from`, until before `until`, epoch milliseconds; `null` where open. */
export interface MeasuredOver {
  readonly from: number | null;
  readonly until: number | null;
  readonly contributing: readonly Contribution[];
  readonly excluded: readonly Exclusion[];
  readonly adjustments: readonly CounterAdjustment[];
}

/** A threshold and the value it met. */
export interface ThresholdExplanation {
  readonly kind: 'threshold';
  readonly metric: string;
  /** `null` where neither the threshold nor who asked says. */
  readonly window: QualificationWindow | null;
  readonly comparison: Comparison;
  readonly threshold: AttributeValue;
  /** `null` where it is not known. */
  readonly value: AttributeValue | null;
  readonly holds: Truth;
  /**
   * How far the value is from the threshold, 0 where it is met; at a gap of 0 a strict comparison that does not hold
   * lacks the least amount there is. `null` where there is no distance: an unknown value, an `is`.
   */
  readonly gap: number | null;
  /** What the value was measured over, where a log was measured. */
  readonly measured?: MeasuredOver;
}

/** Several criteria joined: `needed` of them must hold, and `met` do. */
export interface JoinExplanation {
  readonly kind: 'allOf' | 'anyOf' | 'atLeast';
  readonly holds: Truth;
  readonly needed: number;
  readonly met: number;
  readonly of: readonly CriterionExplanation[];
}

/** Why a criterion holds or does not, in the shape of the criterion. */
export type CriterionExplanation = ThresholdExplanation | JoinExplanation;

/**
 * Explains a criterion over the values of its thresholds; with the same judgement as every decision.
 *
 * @param measuredAt what the value of a threshold was measured over, where that is known.
 */
export function explainCriterion(
  criterion: QualificationCriterion,
  valueAt: (threshold: Threshold) => MetricValue,
  measuredAt?: (threshold: Threshold) => MeasuredOver | undefined,
): CriterionExplanation {
  const thresholds: Threshold[] = [];
  const plan = planOf(criterion, (threshold) => thresholds.push(threshold) - 1);
  const measured = measuredAt === undefined ? undefined : thresholds.map(measuredAt);
  return explainPlan(plan, thresholds.map(valueAt), measured);
}

/**
 * A criterion made ready to be explained often: the thresholds taken apart, their values known by number. Thresholds
 * and joins have the same fields, of which the other's are empty, as objects of one form are read faster.
 */
export interface CriterionPlan
  extends Pick<ThresholdExplanation, 'metric' | 'window' | 'comparison'>,
    Pick<JoinExplanation, 'needed'> {
  /** `undefined` for a threshold. */
  readonly join: JoinExplanation['kind'] | undefined;
  readonly limit: AttributeValue;
  readonly slot: number;
  readonly parts: readonly CriterionPlan[];
}

export function planOf(
  criterion: QualificationCriterion,
  slotOf: (threshold: Threshold) => number,
): CriterionPlan {
  if ('metric' in criterion) {
    const { metric, window = null } = criterion;
    const [comparison, limit] = comparisonOf(criterion);
    return { ...EMPTY, metric, window, comparison, limit, slot: slotOf(criterion) };
  }
  const join = 'allOf' in criterion ? 'allOf' : 'anyOf' in criterion ? 'anyOf' : 'atLeast';
  const parts = partsOf(criterion).map((part) => planOf(part, slotOf));
  return { ...EMPTY, join, needed: neededOf(criterion), parts };
}

const EMPTY: CriterionPlan = {
  join: undefined,
  metric: '',
  window: null,
  comparison: 'is',
  limit: '',
  slot: -1,
  needed: 0,
  parts: [],
};

/** The explanation over values by slot. */
export function explainPlan(
  plan: CriterionPlan,
  values: readonly MetricValue[],
  measured?: readonly (MeasuredOver | undefined)[],
): CriterionExplanation {
  return plan.join === undefined
    ? explainThreshold(plan, values[plan.slot], measured?.[plan.slot])
    : explainJoin(plan, plan.join, values, measured);
}

function explainThreshold(
  { metric, window, comparison, limit: threshold }: CriterionPlan,
  found: MetricValue,
  measured: MeasuredOver | undefined,
): ThresholdExplanation {
  const holds = compare(comparison, threshold, found);
  const value = found === undefined || !isKnown(found) ? null : found;
  const gap = gapOf(comparison, threshold, value, holds);
  const kind = 'threshold';
  const leaf: ThresholdExplanation = { kind, metric, window, comparison, threshold, value, holds, gap };
  return measured === undefined ? leaf : { ...leaf, measured };
}

function explainJoin(
  { needed, parts }: CriterionPlan,
  kind: JoinExplanation['kind'],
  values: readonly MetricValue[],
  measured: readonly (MeasuredOver | undefined)[] | undefined,
): JoinExplanation {
  // Of its final length at once: an array that grows takes room for more parts than criteria have.
  const of = new Array<CriterionExplanation>(parts.length);
  let met = 0;
  let open = 0;
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as CriterionPlan;
    // Most parts are thresholds: one call less for them.
    const one =
      part.join === undefined
        ? explainThreshold(part, values[part.slot], measured?.[part.slot])
        : explainJoin(part, part.join, values, measured);
    of[i] = one;
    if (one.holds === 'yes') met += 1;
    else if (one.holds === 'unknown') open += 1;
  }
  return { kind, holds: truthOfJoin(needed, met, open), needed, met, of };
}

function isKnown(value: AttributeValue): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

function gapOf(
  comparison: Comparison,
  limit: AttributeValue,
  value: AttributeValue | null,
  holds: Truth,
): number | null {
  if (typeof value !== 'number' || typeof limit !== 'number') return null;
  if (comparison === 'is' || holds === 'unknown') return null;
  if (holds === 'yes') return 0;
  return comparison === 'atLeast' || comparison === 'moreThan' ? limit - value : value - limit;
}
