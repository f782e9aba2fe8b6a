/** Rows with dense ids put in the order of their customers' records, where those are more than the cache holds. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { addToRecord, WIDTH } from './dense-records.js';
import type { RowReader } from './rows.js';
import { scratchInts } from './scratch.js';

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
  readonly from: number;
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
  return fits && rows >= CHUNK && span >= 2 ** 17
    ? { min: customers.min, span, from: at.min, bits }
    : undefined;
}

/** Adds all rows to the records, part by part. */
export function addByParts(
  reader: RowReader<Float64Array>,
  records: Float64Array,
  packing: Packing,
  chunk: number = CHUNK,
): void {
  const words = scratchInts(3 * Math.min(reader.rows, chunk));
  const next = new Int32Array((packing.span >>> packing.bits) + 1);
  for (let from = 0; from < reader.rows; from += chunk) {
    const until = Math.min(reader.rows, from + chunk);
    next.fill(0);
    for (let at = from; at < until; at += BLOCK) {
      const { ids, rows } = reader.read(at, Math.min(until, at + BLOCK));
      count(ids, rows, packing, next);
    }
    startsOf(next);
    for (let at = from; at < until; at += BLOCK) {
      const block = reader.read(at, Math.min(until, at + BLOCK));
      pack(block.ids, block.at, block.amount, block.rows, packing, next, words);
    }
    for (let part = 0; part < next.length; part += 1) {
      unpack(words, part === 0 ? 0 : (next[part - 1] ?? 0), next[part] ?? 0, part, packing, records);
    }
  }
}

function count(ids: Float64Array, rows: number, { min, bits }: Packing, counts: Int32Array): void {
  for (let i = 0; i < rows; i += 1) {
    const part = ((ids[i] ?? 0) - min) >>> bits;
    counts[part] = (counts[part] ?? 0) + 1;
  }
}

/** From sizes to starts. After packing, the start of each part has become its end. */
function startsOf(counts: Int32Array): void {
  let start = 0;
  for (let part = 0; part < counts.length; part += 1) {
    const size = counts[part] ?? 0;
    counts[part] = start;
    start += size;
  }
}

function pack(
  ids: Float64Array,
  at: Float64Array,
  amount: Float64Array,
  rows: number,
  { min, from, bits }: Packing,
  next: Int32Array,
  words: Int32Array,
): void {
  const mask = 2 ** bits - 1;
  for (let i = 0; i < rows; i += 1) {
    const customer = ((ids[i] ?? 0) - min) | 0;
    const part = customer >>> bits;
    const target = next[part] ?? 0;
    next[part] = target + 1;
    const time = (at[i] ?? 0) - from;
    words[3 * target] = (customer & mask) | (Math.floor(time / 2 ** 32) << bits);
    words[3 * target + 1] = time;
    words[3 * target + 2] = amount[i] ?? 0;
  }
}

function unpack(
  words: Int32Array,
  start: number,
  end: number,
  part: number,
  { from, bits }: Packing,
  records: Float64Array,
): void {
  const mask = 2 ** bits - 1;
  const first = part * 2 ** bits;
  for (let i = 3 * start; i < 3 * end; i += 3) {
    const word = words[i] ?? 0;
    const instant = from + (word >>> bits) * 2 ** 32 + ((words[i + 1] ?? 0) >>> 0);
    addToRecord(records, WIDTH * (first + (word & mask)), instant, words[i + 2] ?? 0);
  }
}
