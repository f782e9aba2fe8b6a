/** What a change of policy does to members, as data. */
import type { Currency } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { RejectedEntry } from '../history.js';
import type { TierSource } from '../metric.js';

/** What benefits cost the host for one member, in minor units, for any one span of time. */
export interface BenefitCosts {
  readonly currency: Currency;
  /** By benefit id: for each member of a tier that has it. */
  readonly perBenefit?: Readonly<Record<string, number>>;
  /** By tier: for each member who holds it, besides what its benefits cost. */
  readonly perTier?: Readonly<Record<string, number>>;
}

/** A tier on one side of a comparison, and how many hold it. */
export interface ComparedTier {
  readonly tier: string;
  readonly name: Bilingual;
  readonly members: number;
}

/** One of the two policies, in the version in force at the instant. */
export interface ComparedPolicy {
  readonly name: string;
  readonly version: string;
  /** By rank, the base first. */
  readonly tiers: readonly ComparedTier[];
}

/** The members who hold `from` under the one policy and `to` under the other. */
export interface TierTransition {
  readonly from: string;
  readonly to: string;
  /** Whether `to` is above `from` (`'promoted'`), below it, or neither. */
  readonly move: 'promoted' | 'demoted' | 'unchanged';
  readonly members: number;
  /** Share of all judged members in `from`, 0 to 1; 0 where there are none. */
  readonly shareOfFrom: number;
}

/** A member whose tier is another one. */
export interface TierMove {
  readonly memberId: string;
  readonly from: string;
  readonly to: string;
  /** How `from` is held under the policy before. */
  readonly source: TierSource;
}

/** A member whom one of the policies could not judge, or who came twice. */
export interface UnjudgedMember {
  /** Place in what was given, from 0. */
  readonly index: number;
  readonly memberId: string;
  readonly problem: Problem;
}

/** A judged member of whom one of the policies could not take in everything. */
export interface MemberWithRejections {
  readonly index: number;
  readonly memberId: string;
  readonly before: readonly RejectedEntry[];
  readonly after: readonly RejectedEntry[];
}

/** What the benefits of one tier cost, in minor units. */
export interface TierCost {
  readonly tier: string;
  readonly before: number;
  readonly after: number;
  /** `after - before`. */
  readonly difference: number;
}

/** What the benefits of all members cost, in minor units. */
export interface BenefitCostChange {
  readonly currency: Currency;
  readonly before: number;
  readonly after: number;
  /** `after - before`. */
  readonly difference: number;
  /** By rank, tiers that only the policy before has at the end; they add up to the totals. */
  readonly byTier: readonly TierCost[];
  /** Benefits of either policy that were given no cost, in code-unit order; they are not in the sums. */
  readonly withoutCost: readonly string[];
}

/** What a change of policy does to a population. */
export interface PolicyComparison {
  readonly asOf: number;
  readonly before: ComparedPolicy;
  readonly after: ComparedPolicy;
  /** Every tier before × every tier after, row by row, empty cells too. */
  readonly matrix: readonly TierTransition[];
  /** By member id, in code-unit order, as all the lists of members. */
  readonly promoted: readonly TierMove[];
  /**
   * Apart from promotions, and tiers that were earned (also for life) apart from those that were given: being demoted
   * weighs heavier than being promoted, and otherwise for status that was a gift.
   */
  readonly demoted: { readonly earned: readonly TierMove[]; readonly endowed: readonly TierMove[] };
  /** In the order they came. */
  readonly unjudged: readonly UnjudgedMember[];
  /** In the order they came. */
  readonly withRejections: readonly MemberWithRejections[];
  /** `members = judged + unjudged`, `judged = promoted + demoted + unchanged`. */
  readonly counts: {
    readonly members: number;
    readonly judged: number;
    readonly unjudged: number;
    readonly promoted: number;
    readonly demoted: number;
    readonly unchanged: number;
  };
  /** `null` where no costs were given. */
  readonly cost: BenefitCostChange | null;
  /** For `describe`. */
  readonly statements: readonly Statement[];
}
