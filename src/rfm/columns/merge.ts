/** Merging aggregates: addition, maximum and minimum, customer by customer. */

import type { ColumnRange } from './column-types.js';
import { type DayPairs, dayPairs } from './day-pairs.js';
import type { Ids } from './ids.js';
import { internIntegers } from './intern-integers.js';
import { internTexts } from './intern-texts.js';
import type { Interner } from './interner.js';
import type { Conventions, PurchaseState, Sums } from './state.js';
import { addSum, widened } from './wide-sums.js';

/** The aggregate of the rows of both. The larger one's columns are copied, then the smaller one's customers added. */
export function mergeStates(one: PurchaseState, other: PurchaseState): PurchaseState {
  const [large, small] = one.customers >= other.customers ? [one, other] : [other, one];
  const { ids, places, index } = mergeIds(large, small);
  const customers = ids.length;
  const last = copied(large.last, customers, Number.NEGATIVE_INFINITY);
  const since = copied(large.since, customers, Number.POSITIVE_INFINITY);
  const shared = large.first === large.since && small.first === small.since;
  const first = shared ? since : copied(large.first, customers, Number.POSITIVE_INFINITY);
  for (let i = 0; i < small.customers; i += 1) {
    const place = places[i] ?? 0;
    last[place] = Math.max(last[place] ?? 0, small.last[i] ?? 0);
    since[place] = Math.min(since[place] ?? 0, small.since[i] ?? 0);
    first[place] = Math.min(first[place] ?? 0, small.first[i] ?? 0);
  }
  return {
    conventions: large.conventions,
    customers,
    ids,
    orders: addCounts(large.orders, small.orders, places, customers),
    total: addSums(large.total, small.total, places, customers),
    last,
    since,
    first,
    returns:
      large.returns === undefined && small.returns === undefined
        ? undefined
        : addCounts(
            large.returns ?? new Int32Array(0),
            small.returns ?? new Int32Array(small.customers),
            places,
            customers,
          ),
    units:
      large.units === undefined && small.units === undefined
        ? undefined
        : addSums(large.units ?? noSums(large), small.units ?? noSums(small), places, customers),
    days: large.days === undefined ? undefined : mergeDays(large.days, small.days, places),
    rows: {
      inWindow: one.rows.inWindow + other.rows.inWindow,
      beforeWindow: one.rows.beforeWindow + other.rows.beforeWindow,
      afterWindow: one.rows.afterWindow + other.rows.afterWindow,
    },
    index,
  };
}

/** An aggregate of customers without rows. */
export function knownCustomers(customers: Iterable<string>, conventions: Conventions): PurchaseState {
  const ids = [...new Set(customers)];
  const count = ids.length;
  return {
    conventions,
    customers: count,
    ids,
    orders: new Int32Array(count),
    total: { sums: new Float64Array(count), bound: 0, wide: undefined },
    last: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    since: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    first: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    returns: undefined,
    units: undefined,
    days: conventions.purchaseDays === 'count' ? dayPairs(0) : undefined,
    rows: { inWindow: 0, beforeWindow: 0, afterWindow: 0 },
    index: {},
  };
}

interface MergedIds {
  readonly ids: Ids;
  /** The smaller one's places in the merged numbering. */
  readonly places: Int32Array;
  readonly index: PurchaseState['index'];
}

function mergeIds(large: PurchaseState, small: PurchaseState): MergedIds {
  const [mine, theirs] = inCommon(large.ids, small.ids);
  const places = new Int32Array(small.customers);
  const { seed = 0 } = large.conventions;
  if (mine instanceof Float64Array && theirs instanceof Float64Array) {
    const known = large.index.integers;
    const usable = known?.count() === large.customers && known.takes(theirs);
    const integers = usable ? known : indexed(internIntegers(rangeOf(mine, theirs), mine.length, seed), mine);
    integers.intern(theirs, 0, theirs.length, places);
    return { ids: integers.ids(), places, index: { integers } };
  }
  const known = large.index.texts;
  const texts = known?.count() === large.customers ? known : indexed(internTexts(seed), asTexts(mine));
  texts.intern(asTexts(theirs), 0, small.customers, places);
  return { ids: texts.ids(), places, index: { texts } };
}

/** Where ids lie, with half as much room again above, since new customers mostly get higher numbers. */
function rangeOf(mine: Float64Array, theirs: Float64Array): ColumnRange {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const ids of [mine, theirs]) {
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] ?? 0;
      if (id < min) min = id;
      if (id > max) max = id;
    }
  }
  return { min, max: max + Math.floor((max - min) / 2) };
}

/** An interner that gives ids the places they have. */
function indexed<I extends Ids>(interner: Interner<I>, ids: I): Interner<I> {
  interner.intern(ids, 0, ids.length, new Int32Array(ids.length));
  return interner;
}

/** Integers and texts together: integers if the texts are decimal integers, else texts. */
function inCommon(large: Ids, small: Ids): readonly [Ids, Ids] {
  if (large instanceof Float64Array === small instanceof Float64Array) return [large, small];
  return [asIntegers(large) ?? large, asIntegers(small) ?? small];
}

function asIntegers(ids: Ids): Float64Array | undefined {
  if (ids instanceof Float64Array) return ids;
  const integers = new Float64Array(ids.length);
  for (let i = 0; i < ids.length; i += 1) {
    const id = Number(ids[i]);
    if (!Number.isSafeInteger(id) || String(id) !== ids[i]) return undefined;
    integers[i] = id;
  }
  return integers;
}

function asTexts(ids: Ids): readonly string[] {
  return ids instanceof Float64Array ? Array.from(ids, String) : ids;
}

function copied(column: Float64Array, customers: number, rest: number): Float64Array {
  const copy = new Float64Array(customers);
  copy.set(column);
  return copy.fill(rest, column.length);
}

function addCounts(large: Int32Array, small: Int32Array, places: Int32Array, customers: number): Int32Array {
  const counts = new Int32Array(customers);
  counts.set(large);
  for (let i = 0; i < small.length; i += 1) {
    const place = places[i] ?? 0;
    counts[place] = (counts[place] ?? 0) + (small[i] ?? 0);
  }
  return counts;
}

function noSums({ customers }: PurchaseState): Sums {
  return { sums: new Float64Array(customers), bound: 0, wide: undefined };
}

function addSums(large: Sums, small: Sums, places: Int32Array, customers: number): Sums {
  const bound = large.bound + small.bound;
  const sums = copied(large.sums, customers, 0);
  if (!Number.isSafeInteger(bound)) {
    const wide = widened(large.wide, large.sums, customers);
    const terms = widened(small.wide, small.sums, small.sums.length);
    for (let i = 0; i < small.sums.length; i += 1) addSum(wide, places[i] ?? 0, terms, i);
    return { sums, bound, wide };
  }
  for (let i = 0; i < small.sums.length; i += 1) {
    const place = places[i] ?? 0;
    sums[place] = (sums[place] ?? 0) + (small.sums[i] ?? 0);
  }
  return { sums, bound, wide: undefined };
}

function mergeDays(large: DayPairs, small: DayPairs | undefined, places: Int32Array): DayPairs {
  const all = dayPairs(0);
  large.visit((place, day) => all.add(place, day));
  small?.visit((place, day) => all.add(places[place] ?? 0, day));
  return all;
}
