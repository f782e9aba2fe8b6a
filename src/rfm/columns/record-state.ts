/** From records of customers by place to an aggregate. */

import { once } from '../../foundation/once.js';
import { WIDTH } from './dense-records.js';
import type { Ids } from './ids.js';
import type { Conventions, PurchaseState } from './state.js';

/**
 * The aggregate of records as `addToRecord` fills them; all `rows` were purchases in the window. `ids` are those of the
 * records with orders, in their order; or records are by id, `ids` being that of the first.
 */
export function recordState(
  records: Float64Array,
  ids: Ids | number,
  rows: number,
  bound: number,
  conventions: Conventions,
  textKeys?: Float64Array,
): PurchaseState {
  const customers = typeof ids === 'number' ? withOrders(records) : ids.length;
  const { own, orders, sums, last } = columnsOf(
    records,
    customers,
    typeof ids === 'number' ? ids : undefined,
  );
  const since = once(() => firstOrders(records, customers));
  return {
    conventions,
    customers,
    ids: typeof ids === 'number' ? own : ids,
    orders,
    total: { sums, bound, wide: undefined },
    last,
    get since() {
      return since();
    },
    get first() {
      return since();
    },
    returns: undefined,
    units: undefined,
    days: undefined,
    rows: { inWindow: rows, beforeWindow: 0, afterWindow: 0 },
    rejected: [],
    rejectedCustomers: 0,
    index: {},
    ...(textKeys === undefined ? {} : { textKeys }),
  };
}

function withOrders(records: Float64Array): number {
  let customers = 0;
  for (let i = 0; i < records.length; i += WIDTH) customers += Number((records[i] ?? 0) > 0);
  return customers;
}

/** The columns of the customers with orders, and their ids where records are by id from a first one on. */
function columnsOf(records: Float64Array, customers: number, firstId: number | undefined) {
  const own = new Float64Array(firstId === undefined ? 0 : customers);
  const orders = new Float64Array(customers);
  const sums = new Float64Array(customers);
  const last = new Float64Array(customers);
  for (let i = 0, place = 0; place < customers; i += WIDTH) {
    const count = records[i] ?? 0;
    if (count === 0) continue;
    if (firstId !== undefined) own[place] = firstId + i / WIDTH;
    orders[place] = count;
    sums[place] = records[i + 1] ?? 0;
    last[place] = records[i + 2] ?? 0;
    place += 1;
  }
  return { own, orders, sums, last };
}

function firstOrders(records: Float64Array, customers: number): Float64Array {
  const first = new Float64Array(customers);
  for (let i = 0, place = 0; place < customers; i += WIDTH) {
    first[place] = records[i + 3] ?? 0;
    place += Number((records[i] ?? 0) > 0);
  }
  return first;
}
