/** Orders and what a host's rows become on the way to them. */
import type { Currency } from '../foundation/money.js';
import type { Problem } from '../foundation/problem.js';

/** One order, or one return, of one customer. */
export interface Order {
  readonly id: string;
  readonly customerId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Integer in the currency's minor unit; negative where money went back. */
  readonly amount: number;
  /** Integer, in units of 10^-`quantityDecimals` of the mapping; 0 where the rows have no quantity. */
  readonly units: number;
  /** A `'return'` lowers its customer's total and units, but is no order: it moves neither recency nor frequency. */
  readonly kind: 'purchase' | 'return';
}

/** A row that was not used, and why. */
export interface RejectedRow {
  /** Number of the row, counted from 1. */
  readonly row: number;
  readonly problems: readonly [Problem, ...Problem[]];
}

/**
 * What became of every row: `rows = accepted + ignored + rejected`.
 */
export interface RowCounts {
  readonly rows: number;
  /** Rows whose amount is in one of the orders. */
  readonly accepted: number;
  /** Rows that a policy or a status leaves out without calling them wrong. */
  readonly ignored: number;
  /** Rows with at least one problem. */
  readonly rejected: number;
}

/** Orders of one shop, with what is needed to understand them. */
export interface OrderBook {
  readonly orders: readonly Order[];
  readonly currency: Currency;
  /** IANA zone whose days count. */
  readonly zone: string;
}

/** Orders read from rows (by time, then by id, customer, kind and amount), with everything that was left out. */
export interface ParsedOrders extends OrderBook {
  /** In ascending row order. */
  readonly rejected: readonly RejectedRow[];
  readonly counts: RowCounts;
  /** Rows left out by each policy, by the policy's name and setting, e.g. `{ 'returns: ignore': 12 }`. */
  readonly ignoredBy: Readonly<Record<string, number>>;
  /**
   * Orders (before `sameDay` merges any) that were kept although a line of theirs was refused: their amounts are
   * what is left. `partialOrders: 'refuse'` keeps none.
   */
  readonly partialOrders: number;
}
