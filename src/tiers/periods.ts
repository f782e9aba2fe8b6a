/** Periods, windows, durations and schedules, as data. All turn at midnight in the policy's zone. */

/** A civil duration in the date part of ISO 8601: `'P1Y'`, `'P3M'`, `'P2W'`, `'P365D'`, `'P1Y6M'`. */
export type CivilDuration = string;

/** Calendar periods; the year, its halves and quarters may begin in another month than January. */
export interface CalendarPeriod {
  readonly unit: 'month' | 'quarter' | 'halfYear' | 'year';
  /** 1–12; default 1. */
  readonly startMonth?: number;
}

/**
 * The time over which a metric is measured, at an instant.
 *
 * - `calendar`: the calendar period of the instant; `ago: 1` the one before it, and so on.
 * - `membershipYear`: years from the civil day of enrolment (29 February becomes 28 February in common years);
 *   `ago` as above.
 * - `rollingDays`: this civil day and those before it, `days` in all.
 * - `rollingMonths`: the days from which at most `months` calendar months have passed (as the windows of RFM).
 * - `wholeMonths`: the `months` whole calendar months before the present one.
 * - `sinceTierStart`: the present term, which an entry, a change of tier or a renewal begins; after the activity
 *   that began it, or with it (`withTrigger`).
 * - `sinceLastChange`: since the last change of tier, up or down; renewals do not count.
 * - `sinceGrant`: since the grant of the override that is judged (only in offers).
 * - `lifetime`: since enrolment; never reset, deducted or carried.
 * - `balance`: since enrolment, less what was redeemed, reset or deducted.
 * - `fixed`: civil days from `from` until before `until`, `yyyy-MM-dd`.
 */
export type QualificationWindow =
  | ({ readonly kind: 'calendar'; readonly ago?: number } & CalendarPeriod)
  | { readonly kind: 'membershipYear'; readonly ago?: number }
  | { readonly kind: 'rollingDays'; readonly days: number }
  | { readonly kind: 'rollingMonths'; readonly months: number }
  | { readonly kind: 'wholeMonths'; readonly months: number }
  | { readonly kind: 'sinceTierStart'; readonly withTrigger?: boolean }
  | { readonly kind: 'sinceLastChange'; readonly withTrigger?: boolean }
  | { readonly kind: 'sinceGrant' }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'balance' }
  | { readonly kind: 'fixed'; readonly from: string; readonly until: string };

/** When a whole programme is judged: at the start of a day of every month, quarter, half-year or year. */
export interface TierSchedule extends CalendarPeriod {
  /** Day of the period's first month, 1–28; default 1. */
  readonly day?: number;
}

/**
 * How long a tier lasts.
 *
 * - `endOfPeriod`: to the end of the period it was reached in (`periods: 0`), of the next one (`1`), and so on;
 *   `extend` goes beyond (`'P2M'`: the end of February, after calendar years). The period is a calendar period, or
 *   the member's membership year.
 * - `duration`: from the day it was reached; `roundUpTo` then goes on to the end of a calendar period, `roundDownTo`
 *   back to the end of the one before, unless nothing of the term were left. Not both.
 * - `whileQualified`: as long as its renewal criterion holds.
 * - `lifetime`: for good.
 * - `attribute`: to the date (`yyyy-MM-dd`) in an attribute of the member, which is the first day without it. A date
 *   that is past ends the present term and says nothing of a later one, which then has no end until the host says one.
 */
export type TierValidity =
  | {
      readonly kind: 'endOfPeriod';
      readonly period: CalendarPeriod | 'membershipYear';
      readonly periods: number;
      readonly extend?: CivilDuration;
    }
  | {
      readonly kind: 'duration';
      readonly duration: CivilDuration;
      readonly roundUpTo?: CalendarPeriod;
      readonly roundDownTo?: CalendarPeriod;
    }
  | { readonly kind: 'whileQualified' }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'attribute'; readonly attribute: string };
