/** From records of customers by place to an aggregate. */

import { once } from '../../foundation/once.js';
import { WIDE, WIDTH } from './dense-records.js';
import type { Ids } from './ids.js';
import type { Conventions, PurchaseState } from './state.js';

/** What records may say besides. */
export interface MoreOfRecords {
  readonly textKeys?: Float64Array;
  /** Records of {@link WIDE} doubles. */
  readonly wide?: boolean;
  /** No sum of units, nor part of one, can be larger; absent where rows had no units. */
  readonly units?: number | undefined;
  /** Whether rows could be returns. */
  readonly returned?: boolean;
  readonly rejected?: PurchaseState['rejected'];
}

/**
 * The aggregate of records as `addToRecord` and `addToWideRecord` fill them; all `rows` were in the window. `ids` are
 * those of the records, in their order; or records are by id, some of them nobody's, and `ids` is that of the first.
 */
export function recordState(
  records: Float64Array,
  ids: Ids | number,
  rows: number,
  bound: number,
  conventions: Conventions,
  more: MoreOfRecords = {},
): PurchaseState {
  const { textKeys, wide = false, units, returned = false, rejected = [] } = more;
  const byId = typeof ids === 'number';
  const customers = byId ? withOrders(records) : ids.length;
  const { own, orders, sums, last } = columnsOf(
    records,
    wide ? WIDE : WIDTH,
    customers,
    byId ? ids : undefined,
  );
  const field = (number: number): Float64Array => pick(records, wide ? WIDE : WIDTH, number, customers, byId);
  const since = once(() => field(3));
  const returns = once(() => field(4));
  const unitSums = once(() => field(5));
  return {
    conventions,
    customers,
    ids: byId ? own : ids,
    orders,
    total: { sums, bound, wide: undefined },
    last,
    get since() {
      return since();
    },
    get first() {
      return since();
    },
    get returns() {
      return returned ? returns() : undefined;
    },
    units:
      units === undefined
        ? undefined
        : {
            get sums() {
              return unitSums();
            },
            bound: units,
            wide: undefined,
          },
    days: undefined,
    rows: { inWindow: rows, beforeWindow: 0, afterWindow: 0 },
    rejected,
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

/** The columns of all customers, and their ids where records are by id from a first one on. */
function columnsOf(records: Float64Array, width: number, customers: number, firstId: number | undefined) {
  const own = new Float64Array(firstId === undefined ? 0 : customers);
  const orders = new Float64Array(customers);
  const sums = new Float64Array(customers);
  const last = new Float64Array(customers);
  for (let i = 0, place = 0; place < customers; i += width) {
    const count = records[i] ?? 0;
    if (firstId !== undefined) {
      if (count === 0) continue;
      own[place] = firstId + i / width;
    }
    orders[place] = count;
    sums[place] = records[i + 1] ?? 0;
    last[place] = records[i + 2] ?? 0;
    place += 1;
  }
  return { own, orders, sums, last };
}

/** One field of all customers' records. */
function pick(
  records: Float64Array,
  width: number,
  field: number,
  customers: number,
  byId: boolean,
): Float64Array {
  const column = new Float64Array(customers);
  for (let i = 0, place = 0; place < customers; i += width) {
    column[place] = records[i + field] ?? 0;
    place += Number(!byId || (records[i] ?? 0) > 0);
  }
  return column;
}
