/** Adding up rows, block by block: ids to places, then each row to its customer's record. */
import { BLOCK, idTexts, numberBlocks } from './blocks.js';
import type { OrderColumns } from './column-types.js';
import { type DayPairs, dayPairs } from './day-pairs.js';
import { dayTable } from './day-table.js';
import { seedOf } from './hash.js';
import { internIntegers } from './intern-integers.js';
import { internTexts } from './intern-texts.js';
import type { Interner } from './interner.js';
import type { Conventions, Ids, PurchaseState, Sums } from './state.js';
import {
  addPurchases,
  addRows,
  emptyTallies,
  FIRST,
  LAST,
  ORDERS,
  RETURNS,
  type RowBlock,
  reserveTallies,
  SINCE,
  type Tallies,
  TOTAL,
  UNITS,
} from './tallies.js';
import { addWide, emptyWide, type WideSums } from './wide-sums.js';

/** Adds up columns; `undefined` where there are more customers than may be. */
export function addUp(columns: OrderColumns, conventions: Conventions): PurchaseState | undefined {
  const { rows, ranges } = columns;
  const { interval } = conventions;
  const all = ranges.at.min >= interval.from && ranges.at.max < interval.until;
  const plain = all && columns.units === undefined && columns.returned === undefined;
  const places = placer(columns, conventions);
  const tallies = emptyTallies(plain ? 4 : 8);
  const bounds = { amount: boundOf(columns, 'amount'), units: boundOf(columns, 'units') };
  const wide = {
    amount: Number.isSafeInteger(bounds.amount) ? undefined : emptyWide(),
    units: Number.isSafeInteger(bounds.units) ? undefined : emptyWide(),
  };
  const days = conventions.purchaseDays === 'count' ? dayPairs(places.seed) : undefined;
  const dayOf = dayTable(conventions.clock, ranges.at.min, ranges.at.max);
  const at = numberBlocks(columns.at);
  const amount = numberBlocks(columns.amount);
  const units = columns.units && numberBlocks(columns.units);

  for (let from = 0; from < rows; from += BLOCK) {
    const until = Math.min(rows, from + BLOCK);
    const block: RowBlock = {
      rows: until - from,
      places: places.of(from, until),
      at: at(from, until),
      amount: amount(from, until),
      units: units?.(from, until),
      returned: columns.returned?.subarray(from, until),
    };
    const customers = places.count();
    if (customers > conventions.mostCustomers) return undefined;
    reserveTallies(tallies, customers);
    if (plain) addPurchases(tallies, block);
    else addRows(tallies, block, interval);
    if (wide.amount !== undefined) addWide(wide.amount, block, block.amount, interval, customers);
    if (wide.units !== undefined && block.units !== undefined)
      addWide(wide.units, block, block.units, interval, customers);
    if (days !== undefined) addDays(days, block, interval, dayOf);
  }
  return stateOf(columns, conventions, places, tallies, bounds, wide, days);
}

/** From rows to places. */
interface Placer {
  readonly seed: number;
  count(): number;
  of(from: number, until: number): Int32Array;
  ids(): Ids;
  readonly index: PurchaseState['index'];
}

function placer(
  columns: OrderColumns,
  { seed = seedOf(columns.rows, (i) => Number(columns.at[i] ?? 0)) }: Conventions,
): Placer {
  const places = new Int32Array(BLOCK);
  const { customer, ranges, rows } = columns;
  if (ArrayBuffer.isView(customer) && ranges.customer !== undefined) {
    const integers = internIntegers(ranges.customer, rows, seed);
    const read = numberBlocks(customer);
    const of = (from: number, until: number): Int32Array => {
      integers.intern(read(from, until), 0, until - from, places);
      return places;
    };
    return { seed, count: integers.count, of, ids: integers.ids, index: { integers } };
  }
  const texts: Interner<readonly string[]> = internTexts(seed);
  const column = idTexts(customer);
  const of = (from: number, until: number): Int32Array => {
    texts.intern(column, from, until, places);
    return places;
  };
  return { seed, count: texts.count, of, ids: texts.ids, index: { texts } };
}

/** What the sum of a column, or of a part of it, cannot exceed. */
function boundOf({ ranges, rows }: OrderColumns, name: 'amount' | 'units'): number {
  const range = ranges[name];
  return range === undefined ? 0 : rows * Math.max(Math.abs(range.min), Math.abs(range.max));
}

function addDays(
  days: DayPairs,
  block: RowBlock,
  { from, until }: Conventions['interval'],
  dayOf: (at: number) => number,
): void {
  for (let i = 0; i < block.rows; i += 1) {
    const at = block.at[i] ?? 0;
    if (at >= from && at < until && block.returned?.[i] !== 1) days.add(block.places[i] ?? 0, dayOf(at));
  }
}

function stateOf(
  columns: OrderColumns,
  conventions: Conventions,
  places: Placer,
  tallies: Tallies,
  bounds: { readonly amount: number; readonly units: number },
  wide: { readonly amount: WideSums | undefined; readonly units: WideSums | undefined },
  days: DayPairs | undefined,
): PurchaseState {
  const customers = places.count();
  const floats = (field: number): Float64Array => pick(new Float64Array(customers), tallies, field);
  const ints = (field: number): Int32Array => pick(new Int32Array(customers), tallies, field);
  const since = floats(SINCE);
  const units: Sums | undefined = columns.units && {
    sums: floats(UNITS),
    bound: bounds.units,
    wide: wide.units,
  };
  return {
    conventions,
    customers,
    ids: places.ids(),
    orders: ints(ORDERS),
    total: { sums: floats(TOTAL), bound: bounds.amount, wide: wide.amount },
    last: floats(LAST),
    since,
    first: tallies.width === 4 ? since : floats(FIRST),
    returns: columns.returned && ints(RETURNS),
    units,
    days,
    rows: tallies.rows,
    index: places.index,
  };
}

/** One field of every record. */
function pick<A extends Float64Array | Int32Array>(column: A, { records, width }: Tallies, field: number): A {
  for (let place = 0; place < column.length; place += 1) column[place] = records[place * width + field] ?? 0;
  return column;
}
