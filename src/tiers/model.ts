/** A membership programme, as data: what counts, what each tier asks for, how long it lasts and how it is lost. */
import type { Bilingual } from '../foundation/statement.js';
import type { Benefit } from './benefit.js';
import type { QualificationCriterion } from './criterion.js';
import type { ActivityFilter, GrantSource, QualifyingMetric } from './metric.js';
import type { CivilDuration, QualificationWindow, TierSchedule, TierValidity } from './periods.js';

/** A level of a programme. */
export interface Tier {
  readonly tier: string;
  readonly name: Bilingual;
  /** Its place in the order, unique; the lowest is the base, which everybody has. */
  readonly rank: number;
  /** What brings a member in. The base has none; a tier above it without one is by grant only. */
  readonly entry?: QualificationCriterion;
  /** What brings back a member who held this tier, or a higher one, and lost it; default `entry`. */
  readonly reentry?: QualificationCriterion;
  /** What keeps the tier when its term ends; default `entry`. `'never'`: a term always ends in a downgrade. */
  readonly renewal?: QualificationCriterion | 'never';
  /** What gives the tier for good, as a floor; measured over the lifetime unless a threshold says otherwise. */
  readonly lifetime?: QualificationCriterion;
  /** Default: the policy's. */
  readonly validity?: TierValidity;
  /** How this tier is lost; default: the policy's. */
  readonly depth?: DowngradeDepth;
  readonly benefits?: readonly Benefit[];
}

/** How a member rises. */
export interface UpgradeRule {
  /** At the activity that qualifies, when the qualification period ends, or on the schedule. */
  readonly timing: 'immediate' | 'nextPeriod' | 'onSchedule';
  /**
   * `'jump'`: to the highest tier whose criterion holds. `'sequential'`: through every tier in turn, as far as their
   * criteria hold one after the other. `'oneStep'`: at most to the next tier each time the member is judged.
   */
  readonly path: 'jump' | 'sequential' | 'oneStep';
  /**
   * What an upgrade does to the counters: nothing, start from zero, or take off the thresholds that were reached
   * (Flying Blue: status is paid for). A renewal does the same. Taken off are the thresholds that made the criterion
   * true, those over the policy's `window` or a `balance`, from both of these and from no other window.
   */
  readonly counters: 'keep' | 'reset' | 'deductThreshold';
}

/**
 * Where a member lands who does not renew: the tier the activity justifies, at most one or `steps` tiers lower but
 * never below that (soft landing), the base, the highest tier that the activity justified at any time of the ending
 * term, or nowhere.
 */
export type DowngradeDepth =
  | { readonly kind: 'toQualified' }
  | { readonly kind: 'oneStep' }
  | { readonly kind: 'maxSteps'; readonly steps: number }
  | { readonly kind: 'toBase' }
  | { readonly kind: 'highestOfTerm' }
  | { readonly kind: 'never' };

/** How a member falls. */
export interface DowngradeRule {
  /**
   * `'atExpiry'`: when the term ends. `'immediate'`: as soon as the renewal criterion no longer holds. `'onSchedule'`:
   * on the first day of the schedule from the end of the term on, until when the term goes on. `'onReturn'`: only when activity is taken back. `'never'`: not at all; terms are renewed.
   */
  readonly timing: 'never' | 'immediate' | 'atExpiry' | 'onSchedule' | 'onReturn';
  readonly depth: DowngradeDepth;
}

/** How a tier is kept. */
export interface RenewalRule {
  /**
   * `'onQualifying'`: each time the member qualifies again, the term runs on from there; what is still missing
   * is judged when it ends. `'atExpiry'`: only when it ends.
   */
  readonly timing: 'onQualifying' | 'atExpiry';
  /**
   * Over what renewal criteria are measured, as of just before the term's end (before its `extend`); default: the
   * policy's `window`. A rolling window as long as the term still holds the activity that began it, which then renews
   * the tier once; `sinceTierStart` does not.
   */
  readonly window?: QualificationWindow;
}

/** What a counter takes into the next period. */
export interface CarryOver {
  /**
   * `'surplus'`: what lies above the threshold of the tier reached in the period. That is the highest tier whose entry
   * criterion holds as the period ends, or the tier held where it is higher and its renewal criterion holds. The
   * threshold is the metric's own in that criterion, over the policy's window: of several the highest that helped to
   * meet it, otherwise the highest; of a metric that it does not ask for nothing carries.
   *
   * `'remaining'`: what the counter still holds when the term ends, after deductions; nothing where the term was not
   * renewed. Only for windows that go with terms: `balance`, `sinceTierStart`, `sinceLastChange`.
   *
   * What is carried counts in the policy's `window`, and in no window that reaches back to where it was earned.
   */
  readonly of: 'surplus' | 'remaining';
  /** Metrics that carry over, sums or counts. */
  readonly metrics: readonly string[];
  /** Share of it in percent, cut to whole units of the metric; default 100. */
  readonly percentage?: number;
  /** The most that carries over; by tier where tiers differ (those not named carry nothing). */
  readonly cap?: number | Readonly<Record<string, number>>;
  /**
   * Whether a unit carries over once only; default true: a surplus is then what the period itself brought above the
   * threshold, as if nothing had been carried in. `false`: what was carried in counts like the rest. Says nothing of
   * what is `'remaining'`.
   */
  readonly onceOnly?: boolean;
  /** Tiers reached from which something carries; default: all above the base. */
  readonly tiers?: readonly string[];
}

/** How long after its time something still counts. */
export interface Grace {
  /** A tier is held so much longer than its term; who renews within that time has not lost it. */
  readonly tier?: CivilDuration;
  /** For so long after a period has ended its activity still counts, together with the new period's. */
  readonly counters?: CivilDuration;
}

/** A kind of status that is given instead of earned: a match, a challenge, a gift, an extension. */
export interface StatusOffer {
  readonly source: GrantSource;
  readonly mode: OverrideMode;
  /** The tier it gives; without it the grant names one. */
  readonly tier?: string;
  /** How long it lasts; without it the grant says. */
  readonly lasts?: CivilDuration;
  /** Who may have it, judged at the grant; measured over the policy's `window` unless a threshold says otherwise. */
  readonly requires?: QualificationCriterion;
  /** Not for members who hold this tier or a higher one already; default false. */
  readonly notIfHeld?: boolean;
  /** How often a member may have it: `times` within `per` (any span of that length), or in a lifetime. */
  readonly allowance?: { readonly times: number; readonly per: CivilDuration | 'lifetime' };
  /**
   * What must be done before it ends; measured since the grant unless a threshold says otherwise. A challenge goes on
   * as it was when it was granted, whatever later versions of the policy offer.
   */
  readonly challenge?: {
    readonly keepIf: QualificationCriterion;
    /** How long the tier then lasts from the end of the grant; default: the tier's own validity. */
    readonly keepFor?: CivilDuration;
  };
  /** What comes after it, where it was not kept. */
  readonly fallback?: GrantFallback;
}

/**
 * What follows an override that ends.
 *
 * - `earned`: what the member's own activity gives (and what they held before, as far as it still runs).
 * - `tier`: at least this tier, with its own validity.
 * - `graded`: at least the tier of the first step whose criterion holds since the grant, otherwise what is earned;
 *   `unlessHeldBefore`: only for members who were at the base when it was granted.
 */
export type GrantFallback =
  | { readonly kind: 'earned' }
  | { readonly kind: 'tier'; readonly tier: string }
  | {
      readonly kind: 'graded';
      readonly steps: readonly { readonly when: QualificationCriterion; readonly tier: string }[];
      readonly unlessHeldBefore?: boolean;
    };

/** `'floor'`: at least this tier. `'pin'`: exactly this tier. `'ceiling'`: at most this tier. */
export type OverrideMode = 'floor' | 'pin' | 'ceiling';

/** What a return does. The counters always go back to what they would be without what was returned. */
export interface ReturnRule {
  /**
   * `'atOnce'`: tier, counters and expiry become those of a history without it. `'atNextEvaluation'`: the same, but
   * only when the member is judged next (at the next activity, on the schedule or at expiry). `'protectedInTerm'`:
   * the tier and its expiry stay until the term ends. `'ifCausedUpgrade'`: at once, but only where the returned
   * activity is the one that brought the present tier; otherwise protected. Where tiers fall at once there is no term
   * to protect: what was returned is missing when the member is judged next.
   */
  readonly clawback: 'atOnce' | 'atNextEvaluation' | 'protectedInTerm' | 'ifCausedUpgrade';
  /** Whether the host is told to take back what was given on entering a tier that is lost by it. */
  readonly rewards: 'reverse' | 'keep';
  /**
   * Whether a balance may fall below zero where points were redeemed before their order was returned. Where it may
   * not, every redemption or deduction takes off at most what is there without the returned orders, and nothing of
   * what is earned later.
   */
  readonly negativeBalance: boolean;
}

/** What happens to members when this version of a policy takes over from the one before. */
export interface VersionChange {
  /**
   * `'keep'`: tier and expiry stay until they are judged next (where this version judges on a schedule, the expiry is
   * that day; its own first day is one where the schedule has it). `'judge'`: everybody is judged at once.
   */
  readonly held: 'keep' | 'judge';
  /**
   * Terms that would end before this day (`yyyy-MM-dd`) run until it; beyond their own end the tier is held with
   * source `extension`.
   */
  readonly extendTo?: string;
  /** Where tiers were renamed: the new one for each old one. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** One version of the rules of one ladder of tiers. */
export interface TierPolicy {
  readonly format: 'tier-policy@1';
  readonly name: string;
  /** Where the rules come from, and of which year. */
  readonly source?: string;
  /** Ladders of one programme are independent of each other; a member has one tier on each. Default `'main'`. */
  readonly ladder: string;
  readonly version: string;
  /** The civil days on which this version is in force: from `from`, until before `until`; open where left out. */
  readonly effective: { readonly from?: string; readonly until?: string };
  readonly change: VersionChange;
  /** IANA name; days, months and years turn over at midnight there. */
  readonly zone: string;
  /** Activities that count for anything here; each metric may say more. */
  readonly counts: ActivityFilter & { readonly from?: string };
  readonly metrics: Readonly<Record<string, QualifyingMetric>>;
  /** Over what entry criteria are measured. */
  readonly window: QualificationWindow;
  /** Two or more. */
  readonly tiers: readonly Tier[];
  readonly upgrade: UpgradeRule;
  readonly renewal: RenewalRule;
  readonly validity: TierValidity;
  /** A tier is held at least so long from the day it was reached, whatever its validity. */
  readonly minimumHold?: CivilDuration;
  readonly downgrade: DowngradeRule;
  /** Needed where something is judged on a schedule. */
  readonly schedule?: TierSchedule;
  readonly grace: Grace;
  readonly carryOver?: CarryOver;
  readonly returns: ReturnRule;
  readonly offers: Readonly<Record<string, StatusOffer>>;
  /** How long before a term ends its `willExpire` events are due. */
  readonly notices: readonly CivilDuration[];
}

/**
 * A {@link TierPolicy} as written in code. Left out: ladder `main`, version `1`, always in force, tiers kept at a
 * change of version, everything counts, immediate upgrades to the highest tier reached with counters kept, renewal on
 * qualifying, downgrade at expiry to the tier qualified for, returns applied at once with rewards reversed and no
 * negative balance, no offers, no notices.
 *
 * One that is not written where it is handed over, but in a constant of its own, is written with `satisfies`, without
 * which TypeScript takes every `kind` for any text. Text that only turns out to be a policy is for `parseTierPolicy`.
 *
 * @example
 * ```ts
 * import { defineTierPolicy, type TierPolicyInput } from 'clientele/tiers';
 *
 * const basis = {
 *   name: 'our shop',
 *   zone: 'Europe/Berlin',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 50_000 } },
 *   ],
 * } satisfies TierPolicyInput;
 *
 * defineTierPolicy({ ...basis, zone: 'Asia/Shanghai' }).zone; // => 'Asia/Shanghai'
 * ```
 */
export type TierPolicyInput = Pick<
  TierPolicy,
  'name' | 'zone' | 'metrics' | 'window' | 'tiers' | 'validity'
> &
  Partial<
    Omit<
      TierPolicy,
      'format' | 'change' | 'upgrade' | 'renewal' | 'downgrade' | 'returns' | 'name' | 'zone' | 'metrics'
    >
  > & {
    readonly change?: Partial<VersionChange>;
    readonly upgrade?: Partial<UpgradeRule>;
    readonly renewal?: Partial<RenewalRule>;
    readonly downgrade?: Partial<DowngradeRule>;
    readonly returns?: Partial<ReturnRule>;
  };
