/** What a customer bought within a window, as of an instant: the input of scoring. */
import type { Currency } from '../foundation/money.js';
import type { Problem } from '../foundation/problem.js';
import type { Window } from '../foundation/window.js';

/** What is counted for every customer, whether or not there was an order in the window. */
export interface PurchaseCounts {
  readonly customerId: string;
  /** Orders in the window; returns are not orders. */
  readonly orders: number;
  /** Distinct civil days with an order, in the zone. */
  readonly purchaseDays: number;
  /** Sum of the units in the window, returns taken off. */
  readonly units: number;
  /** Sum of the amounts in the window in minor units, returns taken off; exact. */
  readonly total: number;
  /** Returns in the window. */
  readonly returns: number;
}

/** A customer with at least one order in the window. */
export interface OrderedSummary extends PurchaseCounts {
  readonly kind: 'ordered';
  /** First and last order in the window, epoch milliseconds. */
  readonly firstOrderAt: number;
  readonly lastOrderAt: number;
  /** First order ever, up to `asOf`. */
  readonly customerSince: number;
  /** Whole civil days from the last order to `asOf`, in the zone; 0 on the same day. */
  readonly recencyDays: number;
  /** Calendar months from the last order to `asOf`: whole months, plus the passed part of the current one. */
  readonly recencyMonths: number;
  /** `total / orders`, in minor units, unrounded. */
  readonly averageOrderValue: number;
}

/** A customer whose orders all lie before the window. */
export interface LapsedSummary extends PurchaseCounts {
  readonly kind: 'lapsed';
  readonly lastOrderAt: number;
  readonly customerSince: number;
  readonly recencyDays: number;
  readonly recencyMonths: number;
}

/** A customer known to the host, or with returns only, who had not ordered by the end of the window. */
export interface NeverOrderedSummary extends PurchaseCounts {
  readonly kind: 'neverOrdered';
}

/** What a customer bought: `kind` says whether there was an order in the window, only before it, or never. */
export type PurchaseSummary = OrderedSummary | LapsedSummary | NeverOrderedSummary;

/** The purchase summaries of all customers, with the conventions they were made under. */
export interface PurchaseSummaries {
  /** Epoch milliseconds: the last instant whose orders are counted. */
  readonly asOf: number;
  readonly zone: string;
  readonly window: Window;
  readonly currency: Currency;
  /** By customer id, in code-unit order. */
  readonly customers: readonly PurchaseSummary[];
  /** Orders and known customers that are none (an amount of NaN, say), and customers whose exact total does not fit a safe integer. */
  readonly rejected: readonly { readonly customerId: string; readonly problem: Problem }[];
  /** `orders = inWindow + beforeWindow + afterWindow + rejected`, returns included. */
  readonly counts: {
    readonly orders: number;
    readonly inWindow: number;
    readonly beforeWindow: number;
    /** After the window or after `asOf`. */
    readonly afterWindow: number;
    readonly rejected: number;
    /** Known customers that are none, and those whose exact total does not fit; with the orders above, all of `rejected`. */
    readonly rejectedCustomers: number;
  };
}
