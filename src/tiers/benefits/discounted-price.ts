/** A price after the discounts of a tier, as data. */
import type { Currency, Rounding } from '../../foundation/money.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { TiersWithBenefits } from './benefits-of.js';

/** A purchase, and the tier of who makes it. */
export interface PriceQuestion {
  /** The price of the whole purchase: minor units, not negative. */
  readonly price: number;
  readonly policy: TiersWithBenefits;
  /** The tier held. */
  readonly tier: string;
  /** Pieces (or kilograms …) of this purchase, for quantity discounts. */
  readonly quantity?: number;
  /** What was bought before, by metric of the policy, for cumulative discounts. */
  readonly cumulative?: Readonly<Record<string, number>>;
  /** Ids of the discounts subject to availability that can be given today. */
  readonly available?: readonly string[];
  /** How several discounts go together; see {@link DiscountCombination}. */
  readonly combination: DiscountCombination;
  /** What becomes of a fraction of a minor unit of a discount. Default `'down'`: it is not given. */
  readonly rounding?: Rounding;
  /** Only for the sentences. Without it they give plain numbers. */
  readonly currency?: Currency;
}

/**
 * - `'best'`: the one discount that takes off most; of equal ones the first in the tier's list.
 * - `'inTurn'`: all, in the order of the tier's list, each off what the one before it left.
 *
 * A minimum spend is always compared with the price before any discount.
 */
export type DiscountCombination = 'best' | 'inTurn';

/** A discount that was given. */
export interface AppliedDiscount {
  readonly benefit: string;
  readonly name: Bilingual;
  /** `null` for a fixed amount. */
  readonly percent: number | null;
  /** The price it was taken off. */
  readonly of: number;
  readonly off: number;
}

/** A discount of the tier that was not given, and why. */
export type SkippedDiscount = { readonly benefit: string; readonly name: Bilingual } & (
  | { readonly because: 'minimumSpend'; readonly needs: number }
  /** The first step, of a quantity or of a cumulative metric, is not reached. */
  | { readonly because: 'step'; readonly needs: number; readonly found: number }
  /** `missing`: `'quantity'`, or the metric. */
  | { readonly because: 'unknown'; readonly missing: string }
  | { readonly because: 'availability' }
  /** `off`: what it would have taken off. */
  | { readonly because: 'notBest'; readonly off: number }
);

/** What is to be paid, and how it came about. */
export interface DiscountedPrice {
  readonly tier: string;
  readonly price: number;
  /** The sum of what was taken off. */
  readonly discount: number;
  /** `price - discount`, never below zero. */
  readonly pays: number;
  readonly applied: readonly AppliedDiscount[];
  readonly skipped: readonly SkippedDiscount[];
  readonly combination: DiscountCombination;
  readonly rounding: Rounding;
  readonly statements: readonly Statement[];
}
