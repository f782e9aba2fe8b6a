/** What a one-shot evaluation answers. */
import type { Problem } from '../../foundation/problem.js';

/** A tier that may be held or not: something that decides it is not known. */
export interface UndecidedTier {
  readonly tier: string;
  readonly criterion: 'tier' | 'lifetime';
  /** The metrics that are not known. */
  readonly missing: readonly string[];
}

/** The tier that a member's metrics give. */
export interface TierEvaluation {
  /** The highest tier whose criterion holds for certain; the base where none does. */
  readonly tier: string;
  /** The highest tier held for good; `null` where none is known to be. It is a floor that `tier` does not contain. */
  readonly lifetime: string | null;
  /** Higher tiers that it could be as well, from the highest down; empty where everything that matters is known. */
  readonly unknown: readonly UndecidedTier[];
  /**
   * Why they are undecided, each place once: `missingMetric` for a value that is not there, `wrongType` for one that a
   * threshold cannot compare, `belowBands` for one below the first band. Paths begin with `values` or `over`. Empty
   * where `unknown` is.
   */
  readonly problems: readonly Problem[];
  /** Version of the policy used. */
  readonly version: string;
}
