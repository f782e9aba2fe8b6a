/** How far a member is from the tiers above, and what keeps the present one. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { WayToTier } from './way.js';

/** The ways to a higher tier. */
export interface TierAhead {
  readonly tier: string;
  readonly name: Bilingual;
  /** Every minimal way; no way contains another. Empty for a tier that nothing but a grant brings. */
  readonly ways: readonly WayToTier[];
  /** The way of the least price; `null` without unit costs for all metrics of some way. */
  readonly cheapest: WayToTier | null;
  /** False where there are more ways than are listed (200). */
  readonly complete: boolean;
  /** When the tier would be given if a way were gone now; `null` where it is not known. */
  readonly givenAt: number | null;
}

/** What keeps the present tier. */
export interface TierRetention {
  readonly tier: string;
  readonly name: Bilingual;
  /** Whether it will still be held, neither lost nor in grace, once its term has ended, if nothing more is done. */
  readonly secured: boolean;
  /** Every minimal way to what its renewal will ask when it is measured. */
  readonly ways: readonly WayToTier[];
  readonly cheapest: WayToTier | null;
  readonly complete: boolean;
  /** From when on activity counts for it, where that is still to come; `null` where it does so now. */
  readonly countsFrom: number | null;
  /** The first instant that is not measured any more: what counts has to be done before. `null`: no end is set. */
  readonly measuredUntil: number | null;
  /** The first instant without the tier, unless it is renewed; `null`: no end is set. */
  readonly expiresAt: number | null;
  /** The ways to renew it now, where the policy renews whoever qualifies and that goes further than the present term. */
  readonly now: readonly WayToTier[] | null;
}

/** A challenge: what keeps a given tier beyond the grant. */
export interface TierChallenge {
  /** Id of the grant. */
  readonly grant: string;
  readonly tier: string;
  readonly name: Bilingual;
  /** Whether it will hold when the grant ends, if nothing more is done. */
  readonly met: boolean;
  /** Every minimal way to what it asks when the grant ends. */
  readonly ways: readonly WayToTier[];
  readonly cheapest: WayToTier | null;
  readonly complete: boolean;
  /** From when on activity counts for it, where that is still to come; `null` where it does so now. */
  readonly countsFrom: number | null;
  /** The end of the grant: what counts has to be done before. */
  readonly until: number;
}

/** How far a member is. */
export interface TierProgress {
  readonly memberId: string;
  readonly asOf: number;
  readonly version: string;
  /** The tier held. */
  readonly tier: string;
  /** The tier earned, which the tiers ahead are above; another one than that held where one is given. */
  readonly earned: string;
  /** The lowest higher tier that activity alone can bring; `null` where there is none. */
  readonly next: TierAhead | null;
  /** All tiers above the one earned that are given for activity, from the lowest up; one step at a time only the next one. */
  readonly higher: readonly TierAhead[];
  /** `null` at the base, and for a tier that is held for good. */
  readonly retain: TierRetention | null;
  /** The challenges of the grants in force that end, in the order they were given. */
  readonly challenges: readonly TierChallenge[];
  /** Ids of the grants that keep the member from holding more than they give: pins and ceilings. */
  readonly limitedBy: readonly string[];
  /** For `describe`. */
  readonly statements: readonly Statement[];
}
