/** Ways to a tier as hosts see them: amounts by metric, conditions, deadlines and prices. */
import { own } from '../../foundation/record.js';
import { explainCriterion, type ThresholdExplanation } from '../explain/explain-criterion.js';
import { type ConditionCause, conditionOf } from '../fold/conditions.js';
import { scaleOf } from '../fold/counters.js';
import { ending } from '../fold/rise.js';
import { foundFor, measureOf, type Situation } from '../fold/supplies.js';
import type { Need, Ways } from '../fold/ways.js';
import type { QualificationWindow } from '../periods.js';
import type { Judged } from '../program.js';

/** An amount of one metric that activity has to bring. */
export interface MissingAmount {
  /** A sum, a count, or a number of distinct values; where a combined or banded metric is asked, one behind it. */
  readonly metric: string;
  /** The window it has to count in; of several the one that asks for most. */
  readonly window: QualificationWindow;
  /** In the metric's units. */
  readonly missing: number;
}

/**
 * A threshold that activity cannot bring: time or the host brings it (`'time'`, `'attribute'`, `'unknown'`), there is
 * too much already or an exact figure is asked (`'notRising'`), activity does not count yet or not in this window
 * (`'notYetCounting'`, `'closedWindow'`), or nothing adds to the metric (`'notSupplied'`).
 */
export interface UnboughtCondition {
  readonly criterion: ThresholdExplanation;
  readonly because: ConditionCause;
  /** The first instant at which time brings it, or from which activity counts for it; `null` where none is known. */
  readonly from: number | null;
}

/** One minimal way: all of its amounts are needed, and all of its conditions. */
export interface WayToTier {
  readonly missing: readonly MissingAmount[];
  /** What activity cannot bring; empty where activity alone is enough. */
  readonly conditions: readonly UnboughtCondition[];
  /**
   * The first instant at which these amounts are no longer enough, as something leaves its window or time
   * itself breaks a condition that holds (a tenure of at most a year); `null`: none is set.
   */
  readonly until: number | null;
  /** What the amounts cost at the host's unit costs; `null` where one is not known, or none was given. */
  readonly price: number | null;
  /** Metrics of this way without a unit cost. */
  readonly unpriced: readonly string[];
}

/** What one unit of each metric costs. */
export type UnitCosts = Readonly<Record<string, number>>;

/** The ways of a situation, those that activity can go first, each group from the fewest metrics up. */
export function waysFrom(
  situation: Situation,
  { needs }: Ways,
  costs: UnitCosts | undefined,
  latest: number,
): readonly WayToTier[] {
  const size = ({ conditions, amounts }: Need): number => conditions.size * 1e6 + amounts.size;
  return needs.toSorted((a, b) => size(a) - size(b)).map((need) => wayOf(situation, need, costs, latest));
}

function wayOf(situation: Situation, need: Need, costs: UnitCosts | undefined, latest: number): WayToTier {
  const { work } = situation;
  const missing = [...need.amounts].map(([metric, { units, threshold }]): MissingAmount => {
    const measure = measureOf(situation, threshold);
    const window = work.program.windows[measure?.window ?? 0] ?? work.program.policy.window;
    return { metric, window, missing: units / scaleOf(work, metric) };
  });
  const unpriced = missing.flatMap(({ metric }) => (costOf(costs, metric) === undefined ? [metric] : []));
  const price = missing.reduce((sum, one) => sum + one.missing * (costOf(costs, one.metric) ?? 0), 0);
  return {
    missing,
    conditions: [...need.conditions].map((threshold): UnboughtCondition => {
      const { because, from } = conditionOf(situation, threshold);
      return { criterion: leafOf(situation, threshold), because, from: from ?? null };
    }),
    until: ending(Math.min(need.until, latest)),
    price: unpriced.length === 0 ? price : null,
    unpriced,
  };
}

function costOf(costs: UnitCosts | undefined, metric: string): number | undefined {
  const cost: unknown = own(costs, metric);
  return typeof cost === 'number' && Number.isFinite(cost) ? cost : undefined;
}

function leafOf(situation: Situation, threshold: Parameters<Judged['slotOf']>[0]): ThresholdExplanation {
  return explainCriterion(threshold, (one) => foundFor(situation, one)) as ThresholdExplanation;
}

/** The way of the least price among those that activity can go; `null` where none has a price. */
export function cheapestOf(ways: readonly WayToTier[]): WayToTier | null {
  let best: WayToTier | null = null;
  for (const way of ways) {
    if (way.conditions.length > 0 || way.price === null) continue;
    if (best === null || way.price < (best.price ?? 0)) best = way;
  }
  return best;
}
