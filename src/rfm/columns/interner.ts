/** Interning: from the ids of rows to places of customers, 0, 1, 2 …, in the order the ids are first met. */
import type { WordTable } from './word-table.js';

/** Remembers ids and where each has its place. */
export interface Interner<Ids> {
  /** How many different ids were met. */
  count(): number;
  /** Writes the places of `ids[from]` to `ids[until − 1]` to `places[0]` and on; new ids get new places. */
  intern(ids: Ids, from: number, until: number, places: Int32Array): void;
  /** The ids by place, as they are now. */
  ids(): Ids;
  /** Whether all ids from `ids[0]` on can be interned; one that cannot needs another interner. */
  takes(ids: Ids): boolean;
  /** The same in two steps, between which rows may be put in another order; absent where ids are not made words. */
  readonly packed?: PackedInterner<Ids>;
}

/** Interning by words. */
export interface PackedInterner<Ids> {
  /** Writes the keys of ids to `keys`, and gives the table they are for; `undefined` where the ids have no words, or words of several kinds. */
  pack(ids: Ids, from: number, until: number, keys: Int32Array): WordTable | undefined;
  /** Remembers the ids that a table found to be new: those at `fresh[0]` to `fresh[added − 1]` of its keys. */
  add(fresh: Int32Array, added: number, idAt: (key: number) => number | string): void;
}

/** The smallest power of two that is at least `least`, as an exponent. */
export function exponentFor(least: number): number {
  return Math.max(4, Math.ceil(Math.log2(Math.max(1, least))));
}

/** A copy with room for at least `length` elements, doubling. */
export function grown(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** {@link grown} for 32-bit integers. */
export function grownInts(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
