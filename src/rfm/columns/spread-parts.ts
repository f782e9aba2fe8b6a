/** Rows with integer ids far apart sorted into parts by a hash of the id that can be undone, three words each. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { type HashKeys, hashKeys } from './hash.js';
import type { RowReader } from './rows.js';
import { openRun, placesFor, RUN, type Runs, runsFor } from './runs.js';
import { scratchInts } from './scratch.js';

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
  readonly runs: Runs;
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
  const words = scratchInts(3 * placesFor(reader.rows, parts));
  const runs = runsFor(reader.rows, parts);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const { ids, at, amount, rows } = reader.read(from, Math.min(reader.rows, from + BLOCK));
    spreadBlock(ids, at, amount, rows, spreading, runs, words);
  }
  return { words, runs };
}

function spreadBlock(
  ids: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  { min, from, bits, hash }: Spreading,
  runs: Runs,
  words: Int32Array,
): void {
  const { next } = runs;
  for (let i = 0; i < rows; i += 1) {
    const h = mixed((ids[i] ?? 0) - min, hash);
    const part = h >>> (32 - bits);
    let target = next[part] ?? 0;
    if ((target & (RUN - 1)) === 0) target = openRun(runs, part);
    next[part] = target + 1;
    const time = (at[i] ?? 0) - from;
    const to = 3 * target;
    words[to] = (h << bits) | (time / 2 ** 32);
    words[to + 1] = time;
    words[to + 2] = amount[i] ?? 0;
  }
}
