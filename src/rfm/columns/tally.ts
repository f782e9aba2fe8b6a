/** What has been added up so far, in all the forms it takes, and how it becomes an aggregate. */

import { once } from '../../foundation/once.js';
import { type DayPairs, dayPairs } from './day-pairs.js';
import { dayTable } from './day-table.js';
import type { Ids } from './ids.js';
import type { Conventions, PurchaseState } from './state.js';
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
import { addWide, type WideSums, widened } from './wide-sums.js';

/** What is known of all rows before they come. */
export interface RowKnowledge {
  /** Every row is a purchase in the window, without units, whose day is not counted. */
  readonly plain: boolean;
  readonly at: { readonly min: number; readonly max: number };
  /** The largest size of an amount, and of units; Infinity where it is not known. */
  readonly largest: { readonly amount: number; readonly units: number };
  readonly units: boolean;
  readonly returned: boolean;
}

/** Takes rows with their places, and gives the aggregate. */
export interface Tally {
  add(block: RowBlock, customers: number): void;
  finish(ids: Ids, over?: Partial<Pick<PurchaseState, 'index' | 'textKeys'>>): PurchaseState;
}

/** An empty tally; `rejected` tells at the end which rows were none. */
export function emptyTally(
  conventions: Conventions,
  known: RowKnowledge,
  rejected: () => PurchaseState['rejected'] = () => [],
): Tally {
  const { interval, clock } = conventions;
  const tallies = emptyTallies(known.plain ? 4 : 8);
  const amount = sumOf(TOTAL, known.largest.amount);
  const units = sumOf(UNITS, known.units ? known.largest.units : 0);
  const days = conventions.purchaseDays === 'count' ? dayPairs() : undefined;
  const dayOf = dayTable(clock, known.at.min, known.at.max);

  return {
    add(block, customers) {
      reserveTallies(tallies, customers);
      widenIfNeeded(amount, tallies, block.amount, block.rows);
      if (block.units !== undefined) widenIfNeeded(units, tallies, block.units, block.rows);
      if (known.plain) addPurchases(tallies, block);
      else addRows(tallies, block, interval);
      if (amount.wide !== undefined) addWide(amount.wide, block, block.amount, interval, customers);
      if (units.wide !== undefined && block.units !== undefined)
        addWide(units.wide, block, block.units, interval, customers);
      if (days !== undefined) addDays(days, block, interval, dayOf);
    },
    finish: (ids, over = {}) =>
      stateOf(conventions, known, ids, over, rejected, tallies, amount, units, days),
  };
}

/** One field of the records that is a sum, and the exact sums once it can leave the safe integers. */
interface Sum {
  readonly field: number;
  readonly largest: number;
  bound: number;
  wide: WideSums | undefined;
}

function sumOf(field: number, largest: number): Sum {
  return { field, largest, bound: 0, wide: undefined };
}

/** Before a sum could become inexact, it goes on in two parts. */
function widenIfNeeded(sum: Sum, { records, width }: Tallies, terms: Float64Array, rows: number): void {
  sum.bound += rows * (Number.isFinite(sum.largest) ? sum.largest : largestOf(terms, rows));
  if (Number.isSafeInteger(sum.bound) || sum.wide !== undefined) return;
  const sums = new Float64Array(records.length / width);
  for (let place = 0; place < sums.length; place += 1) sums[place] = records[place * width + sum.field] ?? 0;
  sum.wide = widened(undefined, sums, sums.length);
}

function largestOf(terms: Float64Array, rows: number): number {
  let largest = 0;
  for (let i = 0; i < rows; i += 1) {
    const size = Math.abs(terms[i] ?? 0);
    if (size > largest) largest = size;
  }
  return largest;
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
  conventions: Conventions,
  known: RowKnowledge,
  ids: Ids,
  over: Partial<PurchaseState>,
  rejected: () => PurchaseState['rejected'],
  tallies: Tallies,
  amount: Sum,
  units: Sum,
  days: DayPairs | undefined,
): PurchaseState {
  const customers = ids.length;
  const floats = (field: number): Float64Array => pick(new Float64Array(customers), tallies, field);
  const since = once(() => floats(SINCE));
  const first = tallies.width === 4 ? since : once(() => floats(FIRST));
  const returns = once(() => (known.returned ? floats(RETURNS) : undefined));
  const unitSums = once(() => floats(UNITS));
  return {
    conventions,
    customers,
    ids,
    orders: floats(ORDERS),
    total: { sums: floats(TOTAL), bound: amount.bound, wide: amount.wide },
    last: floats(LAST),
    get since() {
      return since();
    },
    get first() {
      return first();
    },
    get returns() {
      return returns();
    },
    units: known.units
      ? {
          get sums() {
            return unitSums();
          },
          bound: units.bound,
          wide: units.wide,
        }
      : undefined,
    days,
    rows: tallies.rows,
    rejected: rejected(),
    rejectedCustomers: 0,
    index: {},
    ...over,
  };
}

/** One field of every record. */
function pick(column: Float64Array, { records, width }: Tallies, field: number): Float64Array {
  for (let place = 0; place < column.length; place += 1) column[place] = records[place * width + field] ?? 0;
  return column;
}
