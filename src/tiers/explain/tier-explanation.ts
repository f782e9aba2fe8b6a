/** What explains the tier that a member holds. */
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { RejectedEntry, TierStanding } from '../history.js';
import type { GrantSource } from '../metric.js';
import type { OverrideMode } from '../model.js';
import type { ExplainedTier } from './explanation.js';

/**
 * Why the tier held is held: because everybody has the base; because activity brought it (`by` the entry, at `at`);
 * because a higher one was lost and the member landed here; because what brought more was returned; for good; by an override in force; or because an
 * override that has ended left it.
 */
export type HeldBecause =
  | { readonly kind: 'base' }
  | { readonly kind: 'earned'; readonly at: number; readonly by: string | null }
  | { readonly kind: 'landed'; readonly at: number; readonly from: string | null }
  | {
      readonly kind: 'clawedBack';
      readonly at: number;
      /** Id of the activity that was returned. */
      readonly of: string;
      /** The tier it had been part of. */
      readonly from: string;
    }
  | { readonly kind: 'lifetime'; readonly at: number | null; readonly by: string | null }
  | { readonly kind: 'override'; readonly override: OverrideInForce }
  | { readonly kind: 'leftByOverride'; readonly at: number; readonly source: GrantSource };

/** An override in force. */
export interface OverrideInForce {
  /** Id of the grant. */
  readonly grant: string;
  /** The offer it was made by; `null` where it was given freely. */
  readonly offer: string | null;
  readonly mode: OverrideMode;
  readonly tier: string;
  readonly source: GrantSource;
  readonly from: number;
  /** The first instant without it; `null`: until it is revoked. */
  readonly until: number | null;
}

/** A tier, and what brings this member into it. */
export interface ExplainedEntry extends ExplainedTier {
  /** `'reentry'`: the member has held it, or a higher one, before. */
  readonly by: 'entry' | 'reentry';
}

/** The renewal of the tier earned. */
export interface ExplainedRenewal {
  readonly tier: string;
  readonly name: Bilingual;
  /** Whether nothing renews it: a term always ends in a downgrade. */
  readonly never: boolean;
  /** As of now. */
  readonly now: ExplainedTier;
  /** As of the instant it will be measured, if nothing more is done; `null` where no end is set. */
  readonly atEnd: (ExplainedTier & { readonly measuredAt: number }) | null;
}

/** Why a member holds a tier; `describe` puts it into words, with days in the policy's zone. */
export interface TierExplanation {
  readonly memberId: string;
  readonly ladder: string;
  readonly asOf: number;
  /** Version of the policy in force. */
  readonly version: string;
  /** As the replay gives it. */
  readonly standing: TierStanding;
  /** Name of the tier held. */
  readonly name: Bilingual;
  readonly because: HeldBecause;
  /** Every override in force, whether it changes anything or not. */
  readonly overrides: readonly OverrideInForce[];
  /** Every tier that activity can bring, from the highest down, measured now. */
  readonly entry: readonly ExplainedEntry[];
  /** `null` at the base. */
  readonly renewal: ExplainedRenewal | null;
  /** Every tier that can be held for good, from the highest down. */
  readonly lifetime: readonly ExplainedTier[];
  /** Entries that could not be taken in; they count for nothing. */
  readonly rejected: readonly RejectedEntry[];
  /** What is not known and would decide, as in the history. */
  readonly problems: readonly Problem[];
  /** Why the tier is held, then a sentence for each tier, and for the renewal. Worked out when read. */
  readonly statements: readonly Statement[];
}
