/** From records of customers by place to an aggregate. */

import { once } from '../../foundation/once.js';
import { WIDTH } from './dense-records.js';
import type { Ids } from './ids.js';
import type { Conventions, PurchaseState } from './state.js';

/** The aggregate of records as `addToRecord` fills them, that of `ids[i]` at `i`; all `rows` were purchases in the window. */
export function recordState(
  records: Float64Array,
  ids: Ids,
  rows: number,
  bound: number,
  conventions: Conventions,
  textKeys?: Float64Array,
): PurchaseState {
  const customers = ids.length;
  const orders = new Float64Array(customers);
  const sums = new Float64Array(customers);
  const last = new Float64Array(customers);
  for (let place = 0; place < customers; place += 1) {
    orders[place] = records[WIDTH * place] ?? 0;
    sums[place] = records[WIDTH * place + 1] ?? 0;
    last[place] = records[WIDTH * place + 2] ?? 0;
  }
  const since = once(() => {
    const column = new Float64Array(customers);
    for (let i = 0; i < customers; i += 1) column[i] = records[WIDTH * i + 3] ?? 0;
    return column;
  });
  return {
    conventions,
    customers,
    ids,
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
