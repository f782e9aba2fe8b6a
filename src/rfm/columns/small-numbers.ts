/** Columns of small whole numbers, such as days and numbers of orders: a table then stands for comparisons. */

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
