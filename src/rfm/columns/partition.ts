/** Putting rows in the order of a table that is larger than the cache, so that it is walked through and not jumped about in. */

/** Rows are put in as many parts as this many leading bits of their hash tell apart. */
const BITS = 7;

/** Writes to `targets` where each row goes when rows are ordered by the leading bits of their hashes. */
export function partitionTargets(hashes: Int32Array, rows: number, targets: Int32Array): void {
  const shift = 32 - BITS;
  const next = new Int32Array(2 ** BITS);
  for (let i = 0; i < rows; i += 1) {
    const part = (hashes[i] ?? 0) >>> shift;
    next[part] = (next[part] ?? 0) + 1;
  }
  let start = 0;
  for (let part = 0; part < next.length; part += 1) {
    const size = next[part] ?? 0;
    next[part] = start;
    start += size;
  }
  for (let i = 0; i < rows; i += 1) {
    const part = (hashes[i] ?? 0) >>> shift;
    const target = next[part] ?? 0;
    targets[i] = target;
    next[part] = target + 1;
  }
}

/** Moves each of the first rows of a column to its target. */
export function scatterFloats(
  column: Float64Array,
  targets: Int32Array,
  rows: number,
  to: Float64Array,
): void {
  for (let i = 0; i < rows; i += 1) to[targets[i] ?? 0] = column[i] ?? 0;
}

/** Moves keys of a few words. */
export function scatterKeys(
  keys: Int32Array,
  width: 2 | 4,
  targets: Int32Array,
  rows: number,
  to: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const from = width * i;
    const target = width * (targets[i] ?? 0);
    to[target] = keys[from] ?? 0;
    to[target + 1] = keys[from + 1] ?? 0;
    if (width === 2) continue;
    to[target + 2] = keys[from + 2] ?? 0;
    to[target + 3] = keys[from + 3] ?? 0;
  }
}

/** Where each target came from. */
export function sourcesOf(targets: Int32Array, rows: number, sources: Int32Array): void {
  for (let i = 0; i < rows; i += 1) sources[targets[i] ?? 0] = i;
}

/** Moves the marks of returns. */
export function scatterMarks(marks: Uint8Array, targets: Int32Array, rows: number, to: Uint8Array): void {
  for (let i = 0; i < rows; i += 1) to[targets[i] ?? 0] = marks[i] ?? 0;
}
