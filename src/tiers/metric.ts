/** What is measured of a member, as data. */
import type { Currency } from '../foundation/money.js';
import type { Bilingual } from '../foundation/statement.js';

/** A value of an attribute of an activity or of a member. */
export type AttributeValue = string | number | boolean;

/** A test of one attribute of an activity. An activity without the attribute does not pass, whatever the test. */
export type AttributeTest =
  | { readonly attribute: string; readonly is: AttributeValue }
  | { readonly attribute: string; readonly isNot: AttributeValue }
  | { readonly attribute: string; readonly in: readonly AttributeValue[] }
  | { readonly attribute: string; readonly notIn: readonly AttributeValue[] };

/** Which activities count; all conditions that are given must hold. */
export interface ActivityFilter {
  /** Types that count; without it all do. */
  readonly types?: readonly string[];
  /** Types that do not count, e.g. `'giftCard'`. */
  readonly exceptTypes?: readonly string[];
  readonly where?: readonly AttributeTest[];
}

/**
 * How the figures of a metric are read in sentences. `money`: amounts in minor units of the currency ("180.00 EUR" for
 * 18,000 cents). `unit`: numbers of something, in English with a singular and a plural ("1 night", "5 nights").
 */
export type MetricReading =
  | { readonly kind: 'money'; readonly currency: Currency }
  | {
      readonly kind: 'unit';
      readonly en: { readonly one: string; readonly other: string };
      readonly zh: string;
    };

/** What sentences say of a metric. It decides nothing. */
export interface MetricWording {
  /** What it is called; default: its unit, and without one its key in the policy. */
  readonly name?: Bilingual;
  /** Default: plain numbers. */
  readonly readAs?: MetricReading;
}

/**
 * A quantity of a member. Every kind may say what sentences call it and how they write its figures.
 *
 * - `sum`: of a value that activities carry (`'spend'`, `'points'`, `'nights'`), exact to `decimals`.
 * - `count`: of activities (orders, stays, flights).
 * - `distinct`: different values of an attribute of activities; `'day'` counts civil days with activity.
 * - `tenure`: whole units since enrolment.
 * - `timeAtTier`: whole months or years (of twelve such months) at a tier or a higher one, counted in each unbroken
 *   run and added up; `sources` restricts to tiers held that way (`['earned']`); `longestRun` takes the longest run.
 * - `attribute`: what the host says of the member: a score, a credit standing, a plan.
 * - `combined`: other metrics, each times a factor, added up (a growth value, a score).
 * - `banded`: the value of the highest band whose `from` another metric reaches; unknown below the first band.
 */
export type QualifyingMetric = MetricWording & MetricKind;

/** What a metric measures. */
export type MetricKind =
  | { readonly kind: 'sum'; readonly of: string; readonly decimals?: number; readonly only?: ActivityFilter }
  | { readonly kind: 'count'; readonly only?: ActivityFilter }
  | { readonly kind: 'distinct'; readonly of: string; readonly only?: ActivityFilter }
  | { readonly kind: 'tenure'; readonly unit: 'days' | 'months' | 'years' }
  | {
      readonly kind: 'timeAtTier';
      readonly tier: string;
      readonly unit: 'months' | 'years';
      readonly sources?: readonly TierSource[];
      readonly longestRun?: boolean;
    }
  | { readonly kind: 'attribute'; readonly attribute: string }
  | { readonly kind: 'combined'; readonly of: readonly { readonly metric: string; readonly times: number }[] }
  | {
      readonly kind: 'banded';
      readonly of: string;
      readonly bands: readonly { readonly from: number; readonly value: number }[];
    };

/** How a tier came to be held. `'base'` is the lowest tier, which everybody has. */
export type TierSource = 'base' | 'earned' | 'lifetime' | GrantSource;

/** Why a status was given. */
export type GrantSource =
  | 'manual'
  | 'statusMatch'
  | 'challenge'
  | 'gift'
  | 'partnerCard'
  | 'compensation'
  | 'extension';
