/** Adding up orders that come block after block, e.g. from a stream, when there are too many to keep. */
import { left, type Result, right } from '../../foundation/result.js';
import { addInOrder } from './add-up.js';
import { idTexts } from './blocks.js';
import { checkLengths } from './check-columns.js';
import type { OrderColumns } from './column-types.js';
import { type AggregateOptions, readOptions, tooManyCustomers } from './conventions.js';
import { seedOf } from './hash.js';
import { internTexts } from './intern-texts.js';
import type { Interner } from './interner.js';
import { knownCustomers, mergeStates } from './merge.js';
import type { PurchaseColumns } from './purchase-columns.js';
import { purchaseColumns } from './purchase-view.js';
import { columnReader } from './rows.js';
import type { Conventions } from './state.js';
import { emptyTally, type RowKnowledge, type Tally } from './tally.js';

/** Adds up blocks of orders; their columns are not kept. */
export interface PurchaseCollector {
  /** Adds a block. A `Left` says what is wrong with its columns, or that there are too many customers. */
  add(columns: OrderColumns): Result<void>;
  /** The aggregate of what was added since the beginning, or since it was last asked for. Its ids are texts. */
  finish(): PurchaseColumns;
}

/**
 * Adds up orders block by block: the aggregate of all of them without their ever being together. Memory grows with
 * the customers, and with their purchase days where these are counted, not with the orders. Where all orders are at
 * hand, `aggregateOrders` is faster.
 *
 * @example
 * ```ts
 * import { orThrow } from 'clientele/rfm';
 * import { collectPurchases, orderColumns } from 'clientele/rfm/columns';
 *
 * const currency = { code: 'GBP', minorUnit: 2 };
 * const collector = orThrow(collectPurchases({ asOf: '2025-11-22', zone: 'UTC', currency }));
 * for (const [day, amount] of [[1, 2000], [20, 4000]] as const) {
 *   const block = { customer: ['ann'], at: Float64Array.of(Date.UTC(2025, 10, day)), amount: Int32Array.of(amount) };
 *   orThrow(collector.add(orThrow(orderColumns(block))));
 * }
 * const purchases = collector.finish();
 *
 * [purchases.ids[0], purchases.orders[0], purchases.total[0]]; // => ['ann', 2, 6000]
 * ```
 */
export function collectPurchases(options: AggregateOptions): Result<PurchaseCollector> {
  const conventions = readOptions(options);
  return conventions._tag === 'Left' ? conventions : right(collector(conventions.right, options.customers));
}

/** What has been added so far. */
interface Collected {
  readonly interner: Interner<readonly string[]>;
  readonly tally: Tally;
}

function collector(conventions: Conventions, customers: AggregateOptions['customers']): PurchaseCollector {
  let collected: Collected | undefined;

  function begin(seed: number): Collected {
    return { interner: internTexts(seed), tally: emptyTally(conventions, NOTHING_KNOWN) };
  }

  return {
    add(columns) {
      const [first, ...rest] = checkLengths(columns);
      if (first !== undefined) return left(first, ...rest);
      collected ??= begin(conventions.seed ?? seedOf(columns.rows, (i) => Number(columns.at[i] ?? 0)));
      const { interner, tally } = collected;
      const reader = columnReader(columns, idTexts(columns.customer));
      const fits = addInOrder(reader, interner, tally, conventions.mostCustomers);
      return fits ? right(undefined) : left(tooManyCustomers(conventions));
    },
    finish() {
      const { interner, tally } = collected ?? begin(conventions.seed ?? 0);
      collected = undefined;
      const state = tally.finish(interner.ids());
      return purchaseColumns(
        customers === undefined ? state : mergeStates(state, knownCustomers(customers, conventions)),
      );
    },
  };
}

/** Nothing is known of blocks that are still to come. */
const NOTHING_KNOWN: RowKnowledge = {
  plain: false,
  at: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
  largest: { amount: Number.POSITIVE_INFINITY, units: Number.POSITIVE_INFINITY },
  units: true,
  returned: true,
};
