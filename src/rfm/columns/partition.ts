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
  /** For each row its key, where its id can be read, and in wide rows twice the units, with 1 added for a return. */
  readonly words: Int32Array;
  readonly wordsPerRow: number;
  readonly wide: boolean;
  /** For each row the time and the amount. */
  readonly floats: Float64Array;
}

/** Units below this fit a word beside the mark of a return. */
const MOST_UNITS = 2 ** 30;

/** Sorts all rows of a reader; `undefined` where an id has no key of this kind, or units do not fit. */
export function partition<I extends Ids>(
  reader: RowReader<I>,
  keying: Keying<I>,
  hash: HashKeys,
): Parts | undefined {
  const { width, pack } = keying;
  const { wide } = reader;
  const wordsPerRow = width + (wide ? 2 : 1);
  const most = reader.rows + PARTS * RUN;
  const parts = {
    runs: Array.from({ length: PARTS }, (): number[] => []),
    inLast: new Int32Array(PARTS),
    words: scratchInts(wordsPerRow * most),
    wordsPerRow,
    wide,
    floats: scratchFloats(2 * most),
  } as const;
  const filling: Filling = { ...parts, next: new Int32Array(PARTS), used: 0 };
  const keys = new Int32Array(width * BLOCK);
  const targets = new Int32Array(BLOCK);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const block = reader.read(from, Math.min(reader.rows, from + BLOCK));
    if (!pack(block.ids, block.first, block.first + block.rows, keys)) return undefined;
    findTargets(filling, keys, width, block.rows, hash, targets);
    moveKeys(parts.words, wordsPerRow, keys, width, block, targets);
    moveFloats(parts.floats, block.at, block.amount, block.rows, targets);
    if (wide && !moveMarks(parts.words, wordsPerRow, block, targets)) return undefined;
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
  wordsPerRow: number,
  keys: Int32Array,
  width: 2 | 4,
  { row, rows, numbers }: Rows,
  targets: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const to = (targets[i] ?? 0) * wordsPerRow;
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

/** Writes the last word of wide rows; says whether all units fit. */
function moveMarks(
  words: Int32Array,
  wordsPerRow: number,
  { rows, units, returned }: Rows,
  targets: Int32Array,
): boolean {
  let most = 0;
  for (let i = 0; i < rows; i += 1) {
    const number = units?.[i] ?? 0;
    words[((targets[i] ?? 0) + 1) * wordsPerRow - 1] = 2 * number + (returned?.[i] ?? 0);
    most = Math.max(most, number, -number);
  }
  return most < MOST_UNITS;
}
