/** What an examination of a policy finds: each finding with values or dates that show it. */
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { AttributeValue } from '../metric.js';
import type { QualificationWindow } from '../periods.js';

/**
 * - `unreachableTier`: no activity, offer or landing ever brings a member to rest at the tier.
 * - `nonMonotoneThresholds`: values that reach a tier do not reach the one below it.
 * - `renewalHarderThanEntry`: values that reach a tier do not keep it, measured over the same window.
 * - `contradictoryBands`: a criterion, or a part of one, that nothing can satisfy.
 * - `dominatedCriterion`: a part that another part makes superfluous.
 * - `validityShorterThanWindow`: however it falls, the term is shorter than the window its renewal is measured over.
 * - `expiryInsideWindow`: a term can end before the window closes in which it was earned.
 * - `expiryBeforeMinimumHold`: a term can end before the minimum hold, which then decides alone.
 * - `renewsItself`: the purchase that brings a tier still counts when its term ends, and renews it.
 * - `neverRenewed`: a term ends with the period it was reached in, so that nothing done in that period renews it.
 * - `judgesEmptyPeriod`: members are judged at the first instant of the period that is counted, when nothing is in it.
 * - `renewalWithoutEntry`: a renewal or re-entry of a tier that nothing brings anybody into.
 * - `metByEverybody`: an entry criterion that members meet before they have done anything.
 * - `tooLargeToExamine`: a question that was given up; nothing is claimed of it.
 */
export type PolicyFindingKind =
  | 'unreachableTier'
  | 'nonMonotoneThresholds'
  | 'renewalHarderThanEntry'
  | 'contradictoryBands'
  | 'dominatedCriterion'
  | 'validityShorterThanWindow'
  | 'expiryInsideWindow'
  | 'expiryBeforeMinimumHold'
  | 'renewsItself'
  | 'neverRenewed'
  | 'judgesEmptyPeriod'
  | 'renewalWithoutEntry'
  | 'metByEverybody'
  | 'tooLargeToExamine';

/** Values of metrics, over the window that is meant unless a threshold names its own, and over others. */
export interface MetricExample {
  readonly kind: 'metrics';
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly over: readonly {
    readonly window: QualificationWindow;
    readonly values: Readonly<Record<string, AttributeValue>>;
  }[];
  /** The tier that these values give a new member. */
  readonly gives: string;
}

/** A course of days, `yyyy-MM-dd`. */
export interface DateExample {
  readonly kind: 'dates';
  readonly enrolled: string;
  /** The day the tier is reached. */
  readonly reached: string;
  /** The first day after the term. */
  readonly expires: string;
  /**
   * The first day after the window (or after its length, counted from `reached`), after the minimum hold, or after a
   * term that is one period longer.
   */
  readonly until: string;
}

/** Something that a policy probably does not mean; {@link describe} turns it into a sentence. */
export interface PolicyFinding extends Statement {
  readonly kind: PolicyFindingKind;
  /** `'error'`: a part of the policy does nothing or can never hold. `'warning'`: it surprises members. */
  readonly severity: 'error' | 'warning';
  /** Where in the policy. */
  readonly path: Problem['path'];
  /** What shows it; `null` only where a question was given up. */
  readonly counterexample: MetricExample | DateExample | null;
}
