/** What each customer bought, as columns: the purchase summaries of a shop without an object for each customer. */
import type { Currency } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import type { Window } from '../../foundation/window.js';
import type { PurchaseSummaries, PurchaseSummary } from '../summary.js';
import type { IdOrder } from './id-order.js';
import type { Ids } from './ids.js';
import type { PurchaseState } from './state.js';

/** The key of what `mergePartials` and `appendOrders` need to go on from. */
export const STATE: unique symbol = Symbol('state');

/** The key of the order of the ids. */
export const ORDER: unique symbol = Symbol('order');

/** The key of the customers with orders in the window. */
export const ORDERING: unique symbol = Symbol('ordering');

/**
 * The purchases of all customers as columns: element `i` of each belongs to one customer. The order of the customers
 * is not specified, but the same whenever the same columns are read in the same way; `byId()` gives the order of
 * `summarizePurchases`.
 */
export interface PurchaseColumns {
  /** Epoch milliseconds: the last instant whose orders are counted. */
  readonly asOf: number;
  readonly zone: string;
  readonly window: Window;
  readonly currency: Currency;
  readonly customers: number;
  /** Integers where every id is one, else texts. */
  readonly ids: Ids;
  /** Orders in the window. */
  readonly orders: Float64Array;
  /** Sum of the amounts in the window in minor units, returns taken off; exact. */
  readonly total: Float64Array;
  /** First order in the window, epoch milliseconds; +Infinity where there is none. */
  readonly firstOrderAt: Float64Array;
  /** Last order in the window, or else before it; −Infinity where there is none. */
  readonly lastOrderAt: Float64Array;
  /** First order ever, up to `asOf`; +Infinity where there is none. */
  readonly customerSince: Float64Array;
  /** Returns in the window; `undefined` where the orders had no such column. */
  readonly returns: Float64Array | undefined;
  /** Sum of the units in the window; `undefined` where the orders had no such column. */
  readonly units: Float64Array | undefined;
  /** Distinct civil days with an order in the window; absent unless they were asked for. */
  readonly purchaseDays?: Float64Array;
  /** Whole civil days from the last order to `asOf`; −1 where there is none. Worked out when first read. */
  readonly recencyDays: Float64Array;
  /** Objects that are no orders; then, by id, customers whose exact total does not fit a safe integer, who are in none of the columns. */
  readonly rejected: readonly { readonly customerId: string; readonly problem: Problem }[];
  readonly counts: PurchaseSummaries['counts'];
  /** The id of a customer as text. */
  idAt(index: number): string | undefined;
  /** The index of a customer, or −1. Looks through all ids. */
  indexOf(customerId: string): number;
  /** The indices of all customers by id as text, in code-unit order. Sorts whenever it is asked. */
  byId(): Int32Array;
  /**
   * The customer as `summarizePurchases` gives it. `undefined` for an index that is none, and for all of them where
   * the purchase days were not counted.
   */
  summary(index: number): PurchaseSummary | undefined;
  /**
   * All that merging needs; not for use from outside.
   *
   * @internal
   */
  readonly [STATE]: PurchaseState;
  /**
   * The order of the ids as texts, found when first asked for; not for use from outside.
   *
   * @internal
   */
  readonly [ORDER]: () => IdOrder;
  /**
   * The indices of the customers with orders in the window, found when first asked for; not for use from outside.
   *
   * @internal
   */
  readonly [ORDERING]: () => Int32Array;
}
