/** Rows with dense ids put in the order of their customers' records, where those are more than the cache holds. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { addToRecord, beginRecords, WIDTH } from './dense-records.js';
import type { RowReader } from './rows.js';
import { cleared, eachRun, openRun, placesFor, RUN, type Runs, runsFor } from './runs.js';
import { scratchFloats, scratchInts } from './scratch.js';

/** Rows that are put in order at a time, three words each. */
const CHUNK = 2 ** 21;
/** A part has at least this many customers, as an exponent: their records then fit the cache. */
const LEAST_BITS = 12;
/** More parts than this are more streams than can be written at a time. */
const MOST_PARTS = 512;

/** How rows are written to three words: the customer within the part beside the high bits of the time, the low bits, the amount. */
export interface Packing {
  readonly min: number;
  readonly span: number;
  readonly at: ColumnRange;
  readonly bits: number;
}

/** The packing for rows, if there are so many that it pays and if they fit three words. */
export function packingFor(
  rows: number,
  customers: ColumnRange,
  at: ColumnRange,
  amount: ColumnRange,
): Packing | undefined {
  const span = customers.max - customers.min + 1;
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(span / MOST_PARTS)));
  const fits = amount.min >= -(2 ** 31) && amount.max < 2 ** 31 && at.max - at.min < 2 ** (64 - bits);
  return fits && rows >= CHUNK && span >= 2 ** 17 ? { min: customers.min, span, at, bits } : undefined;
}

/** The records of all rows, added up part by part. */
export function addByParts(
  reader: RowReader<Float64Array>,
  packing: Packing,
  chunk: number = CHUNK,
): Float64Array {
  const { span, bits, at } = packing;
  const parts = ((span - 1) >>> bits) + 1;
  const records = scratchFloats(WIDTH * span);
  const rows = Math.min(reader.rows, chunk);
  const words = scratchInts(3 * placesFor(rows, parts));
  const runs = runsFor(rows, parts);
  // What touching comes to is kept, or nothing would be read.
  const touched = new Float64Array(1);
  for (let from = 0; from < reader.rows; from += chunk) {
    const until = Math.min(reader.rows, from + chunk);
    cleared(runs);
    for (let next = from; next < until; next += BLOCK) {
      const block = reader.read(next, Math.min(until, next + BLOCK));
      pack(block.ids, block.at, block.amount, block.rows, packing, runs, words);
    }
    for (let part = 0; part < parts; part += 1) {
      const own = records.subarray(WIDTH * (part << bits), WIDTH * Math.min(span, (part + 1) << bits));
      // In the order of memory, so that all records of the part are at hand when rows of any of them come.
      if (from === 0) beginRecords(own, at);
      else touched[0] = touch(own);
      eachRun(runs, part, (start, end) => unpack(words, start, end, packing, own));
    }
  }
  return records;
}

/** Reads something of every line of the cache. */
function touch(records: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < records.length; i += 8) sum += records[i] ?? 0;
  return sum;
}

function pack(
  ids: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  { min, bits, at: { min: from } }: Packing,
  runs: Runs,
  words: Int32Array,
): void {
  const { next } = runs;
  const mask = 2 ** bits - 1;
  for (let i = 0; i < rows; i += 1) {
    const customer = ((ids[i] ?? 0) - min) | 0;
    const part = customer >>> bits;
    let target = next[part] ?? 0;
    if ((target & (RUN - 1)) === 0) target = openRun(runs, part);
    next[part] = target + 1;
    const time = (at[i] ?? 0) - from;
    const to = 3 * target;
    words[to] = (customer & mask) | ((time / 2 ** 32) << bits);
    words[to + 1] = time;
    words[to + 2] = amount[i] ?? 0;
  }
}

function unpack(
  words: Int32Array,
  start: number,
  end: number,
  { bits, at: { min: from } }: Packing,
  records: Float64Array,
): void {
  const mask = 2 ** bits - 1;
  for (let i = 3 * start; i < 3 * end; i += 3) {
    const word = words[i] ?? 0;
    const instant = from + (word >>> bits) * 2 ** 32 + ((words[i + 1] ?? 0) >>> 0);
    addToRecord(records, WIDTH * (word & mask), instant, words[i + 2] ?? 0);
  }
}
