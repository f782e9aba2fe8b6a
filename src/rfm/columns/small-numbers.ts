/** Columns of small whole numbers, such as days and numbers of orders: a table then stands for comparisons. */
import type { RfmDimension } from '../model.js';

/** Numbers below this are small. */
export const SMALL: number = 2 ** 16;
/** From this many values on a table pays. */
const MANY = 2 ** 13;

/** How often each small number occurs, if there are no other values. */
export function countSmall(values: Float64Array): Int32Array | undefined {
  const counts = new Int32Array(SMALL);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const small = value & (SMALL - 1);
    if (small !== value) return undefined;
    counts[small] = (counts[small] ?? 0) + 1;
  }
  return counts;
}

/** A table with an entry for each small number; `undefined` for too few values. */
export function tableFor(values: Float64Array): Uint8Array | undefined {
  return values.length < MANY ? undefined : new Uint8Array(SMALL);
}

/** Puts into the entry of each small number one more than how many of some values, from the worst to the best, are worse. */
export function passStrictly(values: readonly number[], dimension: RfmDimension, entries: Uint8Array): void {
  const within = (value: number): number => Math.min(Math.max(value, 0), SMALL);
  for (const [i, value] of values.entries()) {
    if (dimension === 'recency') entries.fill(i + 2, 0, within(Math.ceil(value)));
    else entries.fill(i + 2, within(Math.floor(value) + 1));
  }
}

/**
 * Writes down, in ascending order, the indices of the values with an entry in a table; returns how many. `undefined`
 * where a value is not small.
 */
export function indicesIn(table: Uint8Array, values: Float64Array, indices: Int32Array): number | undefined {
  let next = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const small = value & (SMALL - 1);
    if (small !== value) return undefined;
    indices[next] = i;
    next += Number((table[small] ?? 0) > 0);
  }
  return next;
}
