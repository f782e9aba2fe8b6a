/** What happened to a member, as dated entries. */
import type { AttributeValue, GrantSource } from './metric.js';
import type { GrantFallback, OverrideMode } from './model.js';

/** What every entry has. */
export interface TierEntryBase {
  /** Unique among the member's entries; decides the order of entries of one instant. */
  readonly id: string;
  /** When it took effect, epoch milliseconds. */
  readonly at: number;
  /** When it became known, epoch milliseconds; default: when it took effect. For questions as of what was known. */
  readonly recordedAt?: number;
}

/** Something a member did: an order, a stay, a flight. */
export interface QualifyingActivity extends TierEntryBase {
  readonly kind: 'activity';
  readonly type: string;
  /** Its quantities by name, none negative: nights, points, spend in minor units. */
  readonly values?: Readonly<Record<string, number>>;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** An activity taken back, in whole or (with `values`) in part. */
export interface ActivityReturn extends TierEntryBase {
  readonly kind: 'return';
  /** Id of the activity. */
  readonly of: string;
  readonly values?: Readonly<Record<string, number>>;
}

/**
 * Points or the like spent. It lowers balances only (windows `balance`): each that sums a value of that name, whatever
 * the metric's own filter (`only`) says of activities.
 */
export interface Redemption extends TierEntryBase {
  readonly kind: 'redemption';
  readonly values: Readonly<Record<string, number>>;
}

/** What the host says of the member from now on; `null` takes it back. */
export interface AttributeChange extends TierEntryBase {
  readonly kind: 'attribute';
  readonly attribute: string;
  readonly value: AttributeValue | null;
}

/**
 * A status given to a member: by an offer of the policy, or freely. What was allowed when it was given stands, even
 * where an activity that allowed it is returned later.
 */
export interface StatusGrant extends TierEntryBase {
  readonly kind: 'grant';
  /** Name of an offer of the policy; what is given besides replaces what the offer says. */
  readonly offer?: string;
  /** The ladder it is meant for, where a programme has several. */
  readonly ladder?: string;
  readonly tier?: string;
  readonly mode?: OverrideMode;
  readonly source?: GrantSource;
  /** The first instant without it. A grant needs an end, or at least a fallback for the day it is revoked. */
  readonly until?: number;
  readonly fallback?: GrantFallback;
}

/** The end of a grant before its time. */
export interface GrantRevocation extends TierEntryBase {
  readonly kind: 'revocation';
  /** Id of the grant. */
  readonly of: string;
}

/**
 * One dated fact about a member. Entries made apart from the member are declared as such, so that each `kind` is taken
 * for what it is; entries from JSON or a table are for `parseTierMember`.
 *
 * @example
 * ```ts
 * import type { TierEntry } from 'clientele/tiers';
 *
 * const rows = [{ id: 's1', day: '2025-03-01', nights: 2 }];
 * const log = rows.map(
 *   ({ id, day, nights }): TierEntry => ({ kind: 'activity', id, at: Date.parse(day), type: 'stay', values: { nights } }),
 * );
 *
 * log[0]?.at; // => Date.UTC(2025, 2, 1)
 * ```
 */
export type TierEntry =
  | QualifyingActivity
  | ActivityReturn
  | Redemption
  | AttributeChange
  | StatusGrant
  | GrantRevocation;

/** A member of a programme. */
export interface TierMember {
  readonly memberId: string;
  /** Epoch milliseconds. Nothing before it counts. */
  readonly enrolledAt: number;
  /** In any order. */
  readonly log: readonly TierEntry[];
}
