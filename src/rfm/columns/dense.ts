/** Integer ids that lie so close together that each can be its customer's place, without looking anything up. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import type { RowReader } from './rows.js';
import type { PurchaseState } from './state.js';
import type { Tally } from './tally.js';

/** Whether every integer of a range may have a record, although some may be nobody's. */
export function isDense({ min, max }: ColumnRange, rows: number, mostCustomers: number): boolean {
  const span = max - min + 1;
  return span <= Math.max(4096, rows / 2) && span <= mostCustomers;
}

/** Adds up rows of purchases in the window, by their ids. */
export function addDense(
  reader: RowReader<Float64Array>,
  { min, max }: ColumnRange,
  tally: Tally,
): PurchaseState {
  const span = max - min + 1;
  const places = new Int32Array(BLOCK);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const { rows, ids, at, amount } = reader.read(from, Math.min(reader.rows, from + BLOCK));
    for (let i = 0; i < rows; i += 1) places[i] = (ids[i] ?? 0) - min;
    tally.add({ rows, places, at, amount, units: undefined, returned: undefined }, span);
  }
  return onlyCustomers(tally.finish(new Float64Array(span), {}), min);
}

/** Leaves out the integers that are nobody's id; writes down the ids of the others. */
function onlyCustomers(state: PurchaseState, min: number): PurchaseState {
  const { orders, total, last, since } = state;
  const kept = new Int32Array(state.customers + 1);
  let customers = 0;
  for (let place = 0; place < orders.length; place += 1) {
    kept[customers] = place;
    customers += Number((orders[place] ?? 0) > 0);
  }
  const ids = new Float64Array(customers);
  for (let i = 0; i < customers; i += 1) ids[i] = (kept[i] ?? 0) + min;
  const keptSince = keep(since, kept, new Float64Array(customers));
  return {
    ...state,
    customers,
    ids,
    orders: keep(orders, kept, new Int32Array(customers)),
    total: { ...total, sums: keep(total.sums, kept, new Float64Array(customers)) },
    last: keep(last, kept, new Float64Array(customers)),
    since: keptSince,
    first: keptSince,
  };
}

/** The elements at the kept places; a column of which all are kept, as it is. */
function keep<A extends Float64Array | Int32Array>(column: A, kept: Int32Array, to: A): A {
  if (column.length === to.length) return column;
  for (let i = 0; i < to.length; i += 1) to[i] = column[kept[i] ?? 0] ?? 0;
  return to;
}
