/** Rows with integer ids far apart sorted into parts by a hash of the id that can be undone, three words each. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { type HashKeys, hashKeys } from './hash.js';
import type { RowReader } from './rows.js';
import { scratchInts } from './scratch.js';

/** Rows of a part that lie together. */
const RUN = 1024;
/** More parts than this, as an exponent, are more streams than can be written at a time. */
const MOST_BITS = 9;
const LEAST_BITS = 6;
/** Rows of a part, as an exponent: the customers of so many fit the cache. */
const PART_BITS = 13;

/**
 * How rows are written to three words. The leading `bits` of the hash are the part; the others lead the first word and
 * leave room for the high bits of the time. Then the low bits of the time, and the amount.
 */
export interface Spreading {
  readonly min: number;
  readonly from: number;
  readonly bits: number;
  readonly hash: HashKeys;
}

/** Rows by parts. */
export interface SpreadRows {
  readonly words: Int32Array;
  /** Where the runs of each part begin, as row numbers; all are full but the last. */
  readonly runs: readonly (readonly number[])[];
  /** The row after the last of each part. */
  readonly ends: Int32Array;
}

/** The spreading for rows, if they fit three words. */
export function spreadingFor(
  rows: number,
  customers: ColumnRange,
  at: ColumnRange,
  amount: ColumnRange,
  seed: number,
): Spreading | undefined {
  const timeBits = Math.max(0, Math.ceil(Math.log2(at.max - at.min + 1)) - 32);
  const wanted = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(rows)) - PART_BITS));
  const bits = Math.max(wanted, timeBits);
  const fits = amount.min >= -(2 ** 31) && amount.max < 2 ** 31 && customers.max - customers.min < 2 ** 32;
  return fits && bits <= MOST_BITS
    ? { min: customers.min, from: at.min, bits, hash: hashKeys(seed) }
    : undefined;
}

/** A hash of 32 bits that gives different words different ones: multiplying by an odd number can be undone. */
export function mixed(word: number, { a, b }: HashKeys): number {
  const h = Math.imul(word, a);
  return Math.imul(h ^ (h >>> 16), b);
}

/** What undoes {@link mixed}. */
export function unmixing({ a, b }: HashKeys): (hash: number) => number {
  const [byA, byB] = [inverse(a), inverse(b)];
  return (hash) => {
    const h = Math.imul(hash, byB);
    return Math.imul(h ^ (h >>> 16), byA);
  };
}

/** The inverse of an odd number modulo 2^32, by Newton's iteration: each step doubles the bits that are right. */
function inverse(odd: number): number {
  let found = odd;
  for (let i = 0; i < 5; i += 1) found = Math.imul(found, 2 - Math.imul(odd, found));
  return found;
}

/** Sorts all rows into parts. */
export function spreadRows(reader: RowReader<Float64Array>, spreading: Spreading): SpreadRows {
  const parts = 2 ** spreading.bits;
  const words = scratchInts(3 * (reader.rows + parts * RUN));
  const runs = Array.from({ length: parts }, (): number[] => []);
  const next = new Int32Array(parts);
  let used = 0;
  const open = (part: number): number => {
    const start = used;
    used += RUN;
    runs[part]?.push(start);
    return start;
  };
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const { ids, at, amount, rows } = reader.read(from, Math.min(reader.rows, from + BLOCK));
    spreadBlock(ids, at, amount, rows, spreading, next, open, words);
  }
  return { words, runs, ends: next };
}

function spreadBlock(
  ids: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  { min, from, bits, hash }: Spreading,
  next: Int32Array,
  open: (part: number) => number,
  words: Int32Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const h = mixed((ids[i] ?? 0) - min, hash);
    const part = h >>> (32 - bits);
    let target = next[part] ?? 0;
    if (target % RUN === 0) target = open(part);
    next[part] = target + 1;
    const time = (at[i] ?? 0) - from;
    words[3 * target] = (h << bits) | (time / 2 ** 32);
    words[3 * target + 1] = time;
    words[3 * target + 2] = amount[i] ?? 0;
  }
}

/** Calls back with where each run of a part begins and ends in the words. */
export function eachRun(
  { runs, ends }: SpreadRows,
  part: number,
  visit: (start: number, end: number) => void,
): void {
  const starts = runs[part] ?? [];
  for (const [i, start] of starts.entries()) {
    visit(3 * start, 3 * (i === starts.length - 1 ? (ends[part] ?? 0) : start + RUN));
  }
}
