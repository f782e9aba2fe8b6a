/** From orders to one purchase summary per customer, over a window, as of an instant. */
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import { iterableProblem } from '../foundation/iterable.js';
import { type Result, unless } from '../foundation/result.js';
import type { Window } from '../foundation/window.js';
import { customerMerger, type MergedCustomers } from './merged-customers.js';
import type { OrderBook } from './order.js';
import { summarizeMany } from './summarize-many.js';
import { summarizeOneByOne } from './summarize-one-by-one.js';
import type { PurchaseSummaries } from './summary.js';
import { customersProblem, windowProblems } from './summary-options.js';

/** What a summary is made for. */
export interface SummaryOptions {
  /** The instant the question is asked about; a plain day means all of that day. */
  readonly asOf: AsOf;
  /** The period whose orders count; default all. Use the model's: `model.window`. */
  readonly window?: Window;
  /** Customers known to the host; those who never ordered then stay in the result. */
  readonly customers?: Iterable<string>;
  /**
   * Customer ids that were merged into others, old to new, as a `Map` or a plain object; chains are followed. Holds
   * for orders and for `customers`. Not needed where `parseOrders` had them.
   */
  readonly mergedCustomers?: MergedCustomers;
}

/**
 * Adds up each customer's purchases. Recency is counted in civil days and calendar months of the book's zone, from
 * the last order in the window to `asOf`; totals are exact and do not depend on the order of the input.
 *
 * What surprises people: returns lower the total without being orders; an order at `asOf` itself counts, a later
 * one does not exist yet; a customer whose orders all lie before the window is `'lapsed'`, not absent.
 *
 * @example
 * ```ts
 * import { orThrow, summarizePurchases } from 'clientele/rfm';
 *
 * const book = {
 *   orders: [
 *     { id: '1', customerId: 'ann', at: Date.UTC(2025, 9, 1), amount: 2000, units: 1, kind: 'purchase' },
 *     { id: '2', customerId: 'ann', at: Date.UTC(2025, 10, 20), amount: 4000, units: 2, kind: 'purchase' },
 *   ],
 *   zone: 'UTC',
 *   currency: { code: 'GBP', minorUnit: 2 },
 * } as const;
 * const { customers } = orThrow(summarizePurchases(book, { asOf: '2025-11-22', customers: ['bob'] }));
 *
 * customers.map((one) => [one.customerId, one.kind, one.orders, one.total]); // => [['ann', 'ordered', 2, 6000], ['bob', 'neverOrdered', 0, 0]]
 * ```
 */
export function summarizePurchases(book: OrderBook, options: SummaryOptions): Result<PurchaseSummaries> {
  const { window = { kind: 'all' }, customers = [] } = options;
  const clock = clockOf(book.zone);
  if (clock._tag === 'Left') return clock;
  const asOf = instantOf(options.asOf, clock.right);
  if (asOf._tag === 'Left') return asOf;
  const merger = customerMerger(options.mergedCustomers ?? {});
  if (merger._tag === 'Left') return merger;
  const problems = [
    ...windowProblems(window),
    iterableProblem(book.orders, ['orders'], { en: 'list of orders', zh: '订单列表' }) ?? [],
    customersProblem(customers) ?? [],
  ].flat();
  const question = { asOf: asOf.right, window, customers, customer: merger.right };
  const many = Array.isArray(book.orders) && book.orders.length >= MANY_ORDERS;
  return unless(problems, () =>
    many ? summarizeMany(book, clock.right, question) : summarizeOneByOne(book, clock.right, question),
  );
}

/** From so many orders on adding them up as columns pays. */
const MANY_ORDERS = 20_000;
