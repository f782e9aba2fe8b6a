/** Where a member's pace leads. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { AttributeValue } from '../metric.js';
import type { QualificationWindow } from '../periods.js';

/**
 * What a projection takes for granted: the pace goes on evenly, day by day, from the day after (`'evenPace'`); the
 * rules in force stay (`'presentVersion'`); nothing is returned, redeemed or granted (`'onlyActivity'`); attributes
 * stay (`'attributesStay'`) and nothing new adds to numbers of distinct values (`'distinctStays'`), where the policy
 * measures any; and nobody looks further than five years (`'fiveYears'`).
 */
export type ProjectionAssumption =
  | 'evenPace'
  | 'presentVersion'
  | 'onlyActivity'
  | 'attributesStay'
  | 'distinctStays'
  | 'fiveYears';

/** A member's usual pace. */
export interface ProjectedPace {
  readonly window: QualificationWindow;
  /** From this instant, until before the other: as far as the window has come, and not before enrolment. */
  readonly from: number;
  readonly until: number;
  /** Civil days it covers. */
  readonly days: number;
  /** Every sum and count of the policy, in its units. */
  readonly metrics: readonly {
    readonly metric: string;
    readonly amount: number;
    readonly perDay: number;
  }[];
}

/** A metric as it is expected to stand. */
export interface ExpectedValue {
  readonly metric: string;
  readonly window: QualificationWindow;
  /** `null` where it is not known. */
  readonly value: AttributeValue | null;
}

/** Where what is held leads: at the end of its grant or term, or for a member at the base of the present period. */
export interface ProjectedEnd {
  /** The first instant after it. */
  readonly at: number;
  /** The tier held from then on. */
  readonly tier: string;
  readonly name: Bilingual;
  /** The tier earned, without overrides. */
  readonly earned: string;
  /** Whether the tier earned is only held because of a grace. */
  readonly inGrace: boolean;
  /** As of when the outcome is measured. */
  readonly measuredAt: number;
  /** What is expected then of every metric that decides. */
  readonly expected: readonly ExpectedValue[];
}

/** A member's future at the usual pace. */
export interface TierProjection {
  readonly memberId: string;
  readonly asOf: number;
  readonly version: string;
  readonly pace: ProjectedPace;
  /** `null` where no grant, no term and no period ends within five years. */
  readonly end: ProjectedEnd | null;
  /** The next tier above the one earned that this pace earns, and when; `null` where none is within five years. */
  readonly next: { readonly tier: string; readonly name: Bilingual; readonly at: number } | null;
  readonly assumptions: readonly ProjectionAssumption[];
  /** For `describe`. */
  readonly statements: readonly Statement[];
}
