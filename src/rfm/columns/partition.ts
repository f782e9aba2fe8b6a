/** Rows sorted into parts by the hash of their id, so that the customers of each part fit the cache. */
import { BLOCK } from './blocks.js';
import { type HashKeys, hashOf } from './hash.js';
import type { Ids } from './ids.js';
import type { Keying } from './keys.js';
import type { RowReader, Rows } from './rows.js';
import { scratchFloats, scratchInts } from './scratch.js';

const BITS = 7;
/** How many parts there are. */
export const PARTS: number = 2 ** BITS;
/** Rows of a part that lie together. */
export const RUN = 2048;

/** Rows by parts. Each part is a list of runs, all of them full but the last. */
export interface Parts {
  /** Where the runs of each part begin: row numbers within the arrays below. */
  readonly runs: readonly (readonly number[])[];
  /** How many rows the last run of each part has. */
  readonly inLast: Int32Array;
  /** For each row its key, and where its id can be read: `width + 1` words. */
  readonly words: Int32Array;
  /** For each row the time, the amount, and in wide rows the units and 1 for a return. */
  readonly floats: Float64Array;
  readonly floatsPerRow: 2 | 4;
}

/** Sorts all rows of a reader; `undefined` where an id has no key of this kind. */
export function partition<I extends Ids>(
  reader: RowReader<I>,
  keying: Keying<I>,
  hash: HashKeys,
): Parts | undefined {
  const { width, pack } = keying;
  const floatsPerRow = reader.wide ? 4 : 2;
  const most = reader.rows + PARTS * RUN;
  const parts = {
    runs: Array.from({ length: PARTS }, (): number[] => []),
    inLast: new Int32Array(PARTS),
    words: scratchInts((width + 1) * most),
    floats: scratchFloats(floatsPerRow * most),
    floatsPerRow,
  } as const;
  const filling: Filling = { ...parts, next: new Int32Array(PARTS), used: 0 };
  const keys = new Int32Array(width * BLOCK);
  const targets = new Int32Array(BLOCK);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const block = reader.read(from, Math.min(reader.rows, from + BLOCK));
    if (!pack(block.ids, block.first, block.first + block.rows, keys)) return undefined;
    findTargets(filling, keys, width, block.rows, hash, targets);
    moveKeys(parts.words, keys, width, block, targets);
    if (floatsPerRow === 2) moveFloats(parts.floats, block.at, block.amount, block.rows, targets);
    else moveWide(parts.floats, block, targets);
  }
  for (let part = 0; part < PARTS; part += 1)
    parts.inLast[part] = (filling.next[part] ?? 0) - (parts.runs[part]?.at(-1) ?? 0);
  return parts;
}

interface Filling {
  readonly runs: readonly number[][];
  /** Where the next row of each part goes. */
  readonly next: Int32Array;
  used: number;
}

function findTargets(
  filling: Filling,
  keys: Int32Array,
  width: 2 | 4,
  rows: number,
  hash: HashKeys,
  targets: Int32Array,
): void {
  const { next, runs } = filling;
  for (let i = 0; i < rows; i += 1) {
    const part = hashOf(keys[width * i] ?? 0, keys[width * i + width - 1] ?? 0, hash) >>> (32 - BITS);
    let target = next[part] ?? 0;
    if (target % RUN === 0) {
      target = filling.used;
      filling.used += RUN;
      runs[part]?.push(target);
    }
    targets[i] = target;
    next[part] = target + 1;
  }
}

function moveKeys(
  words: Int32Array,
  keys: Int32Array,
  width: 2 | 4,
  { row, rows, numbers }: Rows,
  targets: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const to = (targets[i] ?? 0) * (width + 1);
    words[to] = keys[width * i] ?? 0;
    words[to + 1] = keys[width * i + 1] ?? 0;
    if (width === 4) {
      words[to + 2] = keys[width * i + 2] ?? 0;
      words[to + 3] = keys[width * i + 3] ?? 0;
    }
    words[to + width] = numbers === undefined ? row + i : (numbers[i] ?? 0);
  }
}

function moveFloats(
  floats: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  targets: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const to = 2 * (targets[i] ?? 0);
    floats[to] = at[i] ?? 0;
    floats[to + 1] = amount[i] ?? 0;
  }
}

function moveWide(
  floats: Float64Array,
  { rows, at, amount, units, returned }: Rows,
  targets: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const to = 4 * (targets[i] ?? 0);
    floats[to] = at[i] ?? 0;
    floats[to + 1] = amount[i] ?? 0;
    floats[to + 2] = units?.[i] ?? 0;
    floats[to + 3] = returned?.[i] ?? 0;
  }
}
