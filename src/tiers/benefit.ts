/** What a tier gives, as data. */
import type { Bilingual } from '../foundation/statement.js';
import type { CivilDuration } from './periods.js';

/** What every benefit says of itself. */
export interface BenefitBase {
  readonly benefit: string;
  readonly name: Bilingual;
  /** Given only where it can be (a free room of the next category): the host finds out on the day. */
  readonly subjectToAvailability?: boolean;
}

/**
 * A benefit of a tier.
 *
 * - `pointsBonus`: extra points in percent of the base points of an activity. Tiers are alternatives: a member has the
 *   rate of the tier held, never a sum over tiers; of several rates of one tier the highest.
 * - `percentageDiscount`, `fixedDiscount`: off a price; `minimumSpend` is the price it needs before any discount
 *   (minor units).
 * - `quantityDiscount`: percent off by the quantity of one purchase, the highest step reached.
 * - `cumulativeDiscount`: percent off by what was bought before, by a metric of the policy, the highest step reached.
 * - `entitlement`: something a member may do or have (late check-out); `quantity` in `unit` where it has a size.
 * - `voucher`: one is given `on` each occasion, at most `times` in one term. An entry or a renewal happens once a
 *   term; `'stayOnBirthday'` is a birthday on which the member is a guest; an anniversary is one of the enrolment.
 */
export type Benefit = BenefitBase &
  (
    | { readonly kind: 'pointsBonus'; readonly percent: number }
    | { readonly kind: 'percentageDiscount'; readonly percent: number; readonly minimumSpend?: number }
    | { readonly kind: 'fixedDiscount'; readonly amount: number; readonly minimumSpend?: number }
    | { readonly kind: 'quantityDiscount'; readonly steps: readonly DiscountStep[] }
    | {
        readonly kind: 'cumulativeDiscount';
        readonly metric: string;
        readonly steps: readonly DiscountStep[];
      }
    | { readonly kind: 'entitlement'; readonly quantity?: number; readonly unit?: string }
    | {
        readonly kind: 'voucher';
        readonly on: 'entry' | 'renewal' | 'birthday' | 'stayOnBirthday' | 'anniversary';
        readonly times?: number;
        /** None for so long after the last one, whatever the term (`'P1Y'`: not twice in a year). */
        readonly apart?: CivilDuration;
      }
  );

/** From this quantity or amount on, so many percent off. */
export interface DiscountStep {
  readonly from: number;
  readonly percent: number;
}
