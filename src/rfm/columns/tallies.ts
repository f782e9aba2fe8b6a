/** What is known of each customer while rows come in: one small record per place, so that a row touches one line of the cache. */
import type { Interval } from '../../foundation/window.js';
import { scratchFloats } from './scratch.js';

/** The doubles of a record. The first four are all there are where every row is a purchase in the window. */
export const ORDERS = 0;
export const TOTAL = 1;
export const LAST = 2;
export const SINCE = 3;
export const FIRST = 4;
export const RETURNS = 5;
export const UNITS = 6;

/** Rows read from columns, from index 0 on; `units` and `returned` only where the columns have them. */
export interface RowBlock {
  readonly rows: number;
  readonly places: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array;
  readonly units: Float64Array | undefined;
  readonly returned: Uint8Array | undefined;
}

/** Records of customers by place. */
export interface Tallies {
  /** Doubles per record. */
  readonly width: 4 | 8;
  records: Float64Array;
  /** What fetching records ahead came to: kept, or nothing would be fetched. */
  touched: number;
  /** Where rows fell: before, in and after the window. */
  readonly rows: { inWindow: number; beforeWindow: number; afterWindow: number };
}

/** Empty records; the narrow ones hold purchases in the window and nothing else. */
export function emptyTallies(width: 4 | 8): Tallies {
  return {
    width,
    records: new Float64Array(0),
    touched: 0,
    rows: { inWindow: 0, beforeWindow: 0, afterWindow: 0 },
  };
}

/** Makes room for `customers` records. */
export function reserveTallies(tallies: Tallies, customers: number): void {
  const { records, width } = tallies;
  if (records.length >= customers * width) return;
  const larger = scratchFloats(
    records.length === 0 ? customers * width : Math.max(customers * width, records.length * 2),
  );
  larger.set(records);
  for (let at = records.length; at < larger.length; at += width) {
    larger[at + LAST] = Number.NEGATIVE_INFINITY;
    larger[at + SINCE] = Number.POSITIVE_INFINITY;
    if (width === 8) larger[at + FIRST] = Number.POSITIVE_INFINITY;
  }
  tallies.records = larger;
}

/** Adds rows that are all purchases in the window. */
export function addPurchases(tallies: Tallies, { rows, places, at, amount }: RowBlock): void {
  const { records, width } = tallies;
  for (let i = 0; i < rows; i += 1) {
    const orders = (places[i] ?? 0) * width;
    const total = orders + 1;
    const last = orders + 2;
    const since = orders + 3;
    const instant = at[i] ?? 0;
    records[orders] = (records[orders] ?? 0) + 1;
    records[total] = (records[total] ?? 0) + (amount[i] ?? 0);
    if (instant > (records[last] ?? 0)) records[last] = instant;
    if (instant < (records[since] ?? 0)) records[since] = instant;
  }
  tallies.rows.inWindow += rows;
}

/** Records of so many doubles are at hand in the cache. */
const NEAR = 2 ** 17;
/** Rows whose records are fetched at the same time. */
const FEW = 256;

/** Adds rows of any kind to wide records. */
export function addRows(tallies: Tallies, block: RowBlock, interval: Interval): void {
  const { records, width } = tallies;
  const far = records.length > NEAR;
  for (let first = 0; first < block.rows; first += FEW) {
    const last = Math.min(block.rows, first + FEW);
    if (far) tallies.touched = touch(records, block.places, width, first, last);
    addSome(tallies, block, first, last, interval);
  }
}

/** Reads something of each row's record. */
function touch(
  records: Float64Array,
  places: Int32Array,
  width: number,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (let i = first; i < last; i += 1) sum += records[(places[i] ?? 0) * width] ?? 0;
  return sum;
}

function addSome(
  tallies: Tallies,
  block: RowBlock,
  first: number,
  last: number,
  { from, until }: Interval,
): void {
  const { records, width } = tallies;
  const { places, at, amount, units, returned } = block;
  let before = 0;
  let after = 0;
  for (let i = first; i < last; i += 1) {
    const record = (places[i] ?? 0) * width;
    const instant = at[i] ?? 0;
    if (instant >= until) {
      after += 1;
      continue;
    }
    const isReturn = returned?.[i] === 1;
    const inWindow = instant >= from;
    if (inWindow) {
      records[record + TOTAL] = (records[record + TOTAL] ?? 0) + (amount[i] ?? 0);
      if (units !== undefined) records[record + UNITS] = (records[record + UNITS] ?? 0) + (units[i] ?? 0);
    } else {
      before += 1;
    }
    if (isReturn) {
      if (inWindow) records[record + RETURNS] = (records[record + RETURNS] ?? 0) + 1;
      continue;
    }
    if (instant > (records[record + LAST] ?? 0)) records[record + LAST] = instant;
    if (instant < (records[record + SINCE] ?? 0)) records[record + SINCE] = instant;
    if (!inWindow) continue;
    records[record + ORDERS] = (records[record + ORDERS] ?? 0) + 1;
    if (instant < (records[record + FIRST] ?? 0)) records[record + FIRST] = instant;
  }
  tallies.rows.inWindow += last - first - before - after;
  tallies.rows.beforeWindow += before;
  tallies.rows.afterWindow += after;
}
