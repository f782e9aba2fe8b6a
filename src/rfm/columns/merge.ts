/** Merging aggregates: addition, maximum and minimum, customer by customer. */
import { type Problem, show } from '../../foundation/problem.js';
import { notAnId } from '../order-problem.js';
import type { ColumnRange } from './column-types.js';
import { type DayPairs, dayPairs } from './day-pairs.js';
import type { Ids } from './ids.js';
import { internIntegers } from './intern-integers.js';
import { internTexts } from './intern-texts.js';
import type { Interner } from './interner.js';
import type { Conventions, Numbering, PlaceIndex, PurchaseState, Sums } from './state.js';
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
            large.returns ?? new Float64Array(0),
            small.returns ?? new Float64Array(small.customers),
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
    rejected: [...one.rejected, ...other.rejected],
    rejectedCustomers: one.rejectedCustomers + other.rejectedCustomers,
    index,
  };
}

/** An aggregate of customers without rows. */
export function knownCustomers(
  customers: Iterable<string>,
  conventions: Conventions,
  customer: (id: string) => string = (id) => id,
): PurchaseState {
  const rejected: { readonly customerId: string; readonly problem: Problem }[] = [];
  const known = new Set<string>();
  let index = 0;
  for (const id of customers) {
    if (typeof id === 'string') known.add(customer(id));
    else rejected.push({ customerId: show(id), problem: notAnId(['customers', index], id) });
    index += 1;
  }
  const ids = [...known];
  const count = ids.length;
  return {
    conventions,
    customers: count,
    ids,
    orders: new Float64Array(count),
    total: { sums: new Float64Array(count), bound: 0, wide: undefined },
    last: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    since: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    first: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    returns: undefined,
    units: undefined,
    days: conventions.purchaseDays === 'count' ? dayPairs() : undefined,
    rows: { inWindow: 0, beforeWindow: 0, afterWindow: 0 },
    rejected,
    rejectedCustomers: rejected.length,
    index: {},
  };
}

interface MergedIds {
  readonly ids: Ids;
  /** The smaller one's places in the merged numbering. */
  readonly places: Int32Array;
  readonly index: PlaceIndex;
}

function mergeIds(large: PurchaseState, small: PurchaseState): MergedIds {
  const [mine, theirs] = inCommon(large.ids, small.ids);
  const { seed = 0 } = large.conventions;
  if (mine instanceof Float64Array && theirs instanceof Float64Array) {
    const known = large.index.integers;
    const numbering = known?.interner.takes(theirs)
      ? known
      : numberingOf(internIntegers(rangeOf(mine, theirs), mine.length, seed), mine);
    large.index.integers = numbering;
    const { places, fresh, beyond } = placesIn(numbering, theirs, large.customers);
    const ids = new Float64Array(mine.length + fresh.length);
    ids.set(mine);
    fresh.forEach((index, i) => {
      ids[mine.length + i] = theirs[index] ?? 0;
    });
    return { ids, places, index: isSmall(beyond, numbering) ? { integers: { ...numbering, beyond } } : {} };
  }
  const [own, other] = [asTexts(mine), asTexts(theirs)];
  const numbering = large.index.texts ?? numberingOf(internTexts(seed), own);
  large.index.texts = numbering;
  const { places, fresh, beyond } = placesIn(numbering, other, large.customers);
  const ids = own.concat(fresh.map((index) => other[index] ?? ''));
  return { ids, places, index: isSmall(beyond, numbering) ? { texts: { ...numbering, beyond } } : {} };
}

interface FoundPlaces {
  readonly places: Int32Array;
  /** Where the ids are that are new. */
  readonly fresh: readonly number[];
  readonly beyond: ReadonlyMap<number, number>;
}

/** The places of ids; new ones get those from `next` on. */
function placesIn<I extends Ids>(numbering: Numbering<I>, ids: I, next: number): FoundPlaces {
  const { interner, prefix } = numbering;
  const places = new Int32Array(ids.length);
  interner.intern(ids, 0, ids.length, places);
  const beyond = new Map(numbering.beyond);
  const fresh: number[] = [];
  for (let i = 0; i < places.length; i += 1) {
    const number = places[i] ?? 0;
    if (number < prefix) continue;
    const place = beyond.get(number) ?? next + fresh.length;
    if (place === next + fresh.length) {
      beyond.set(number, place);
      fresh.push(i);
    }
    places[i] = place;
  }
  return { places, fresh, beyond };
}

/** While few customers are beyond the prefix, that is cheaper than numbering all anew. */
function isSmall(beyond: ReadonlyMap<number, number>, { prefix }: Numbering<Ids>): boolean {
  return beyond.size <= 1000 + prefix / 4;
}

/** A new interner that gives ids the places they have. */
function numberingOf<I extends Ids>(interner: Interner<I>, ids: I): Numbering<I> {
  interner.intern(ids, 0, ids.length, new Int32Array(ids.length));
  return { interner, prefix: ids.length, beyond: new Map() };
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

function addCounts(
  large: Float64Array,
  small: Float64Array,
  places: Int32Array,
  customers: number,
): Float64Array {
  const counts = copied(large, customers, 0);
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
  const all = dayPairs();
  large.visit((place, day) => all.add(place, day));
  small?.visit((place, day) => all.add(places[place] ?? 0, day));
  return all;
}
