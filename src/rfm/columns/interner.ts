/** Interning: from the ids of rows to places of customers, 0, 1, 2 …, in the order the ids are first met. */

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
