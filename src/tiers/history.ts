/** What a replay gives: who held what, when and why. */
import type { Problem } from '../foundation/problem.js';
import type { TierEntry } from './member.js';
import type { TierSource } from './metric.js';
import type { OverrideMode } from './model.js';

/** A time during which a tier was held in one way: from `from`, until before `until` (`null`: still). */
export interface TierInterval {
  readonly tier: string;
  readonly source: TierSource;
  readonly from: number;
  readonly until: number | null;
}

/** What every event has. */
export interface TierEventBase {
  readonly at: number;
  /** Version of the policy in force. */
  readonly version: string;
  /** Id of the entry that caused it; `null` where time did. */
  readonly by: string | null;
}

/**
 * Something that happened to a member's tier. `upgraded`, `renewed`, `softLanded` and `downgraded` are of the tier
 * earned; overrides lie over it and have their own events. `expiresAt` is the first instant without the tier,
 * `null` where none is set.
 */
export type TierEvent = TierEventBase &
  (
    | { readonly kind: 'entered'; readonly tier: string }
    | {
        readonly kind: 'upgraded';
        readonly from: string;
        readonly to: string;
        readonly expiresAt: number | null;
      }
    | { readonly kind: 'renewed'; readonly tier: string; readonly expiresAt: number | null }
    /** Not renewed, but landed above what the activity justifies. */
    | {
        readonly kind: 'softLanded';
        readonly from: string;
        readonly to: string;
        readonly expiresAt: number | null;
      }
    | {
        readonly kind: 'downgraded';
        readonly from: string;
        readonly to: string;
        readonly expiresAt: number | null;
      }
    /** The term runs on without a renewal: by grace, by a new version of the policy, or because nobody falls here. */
    | {
        readonly kind: 'extended';
        readonly tier: string;
        readonly expiresAt: number | null;
        readonly because: 'grace' | 'versionChange' | 'noDowngrade';
      }
    /** The term ends soon, and its renewal criterion does not hold yet. */
    | { readonly kind: 'willExpire'; readonly tier: string; readonly expiresAt: number }
    | {
        readonly kind: 'overrideApplied';
        /** Id of the grant; `null` for a tier held for good (`source: 'lifetime'`). */
        readonly grant: string | null;
        readonly mode: OverrideMode;
        readonly tier: string;
        readonly source: TierSource;
        readonly until: number | null;
      }
    | {
        readonly kind: 'overrideEnded';
        readonly grant: string;
        readonly outcome: 'ended' | 'kept' | 'revoked';
        /** The tier held from here on. */
        readonly tier: string;
      }
    | {
        readonly kind: 'clawedBack';
        /** Id of the activity that was returned. */
        readonly of: string;
        readonly from: string;
        readonly to: string;
        /** What the policy says of rewards given on entering a tier that is lost. */
        readonly rewards: 'reverse' | 'keep';
      }
  );

/** Where a member stands at an instant. */
export interface TierStanding {
  /** The tier held. */
  readonly tier: string;
  readonly source: TierSource;
  readonly since: number;
  /** The first instant at which it ends unless something is done; `null`: no end is set. */
  readonly expiresAt: number | null;
  /** What activity alone gives, without overrides. */
  readonly earned: { readonly tier: string; readonly since: number; readonly expiresAt: number | null };
  /** Version of the policy in force. */
  readonly version: string;
}

/** An entry that could not be taken in, and why; it changed nothing. */
export interface RejectedEntry {
  /** Its index in the member's log. */
  readonly index: number;
  readonly id: string;
  readonly problem: Problem;
}

/** The tiers of one member on one ladder, up to an instant. */
export interface TierHistory {
  readonly memberId: string;
  /** The zone of the policies, whose days these are. */
  readonly zone: string;
  readonly asOf: number;
  readonly standing: TierStanding;
  /** The tiers held, overrides included; they tile the time since enrolment. */
  readonly intervals: readonly TierInterval[];
  /** The same of what was earned. */
  readonly earned: readonly TierInterval[];
  readonly events: readonly TierEvent[];
  readonly rejected: readonly RejectedEntry[];
  /**
   * What is not known as of `asOf` and would decide a tier above the one earned, its renewal, or a tier for good:
   * `missingMetric` at `['attributes', name]` for an attribute that no entry gives, `wrongType` for one that a threshold
   * cannot compare, `belowBands` at `['metrics', name]`. Nobody rises on what is not known.
   */
  readonly problems: readonly Problem[];
}

/**
 * A member as far as entries have been taken in, for `advanceTier`. Plain data that survives JSON: store it, and go on
 * with the next entry without replaying the rest.
 */
export interface TierState {
  readonly format: 'tier-state@1';
  readonly ladder: string;
  readonly memberId: string;
  readonly enrolledAt: number;
  /** The latest instant that was taken in. */
  readonly at: number;
  readonly log: readonly TierEntry[];
  /** What the library remembers besides; its form may change between releases, `format` tells. */
  readonly kept: Readonly<Record<string, unknown>>;
}
