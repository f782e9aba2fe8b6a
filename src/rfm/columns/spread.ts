/** Integer ids that lie far apart: rows sorted into parts, and each part added up in a table that fits the cache. */

import type { DenseRows } from './dense.js';
import { addToRecord, WIDTH } from './dense-records.js';
import { recordState } from './record-state.js';
import type { RowReader } from './rows.js';
import { eachRun } from './runs.js';
import { scratchFloats, scratchInts } from './scratch.js';
import { type Spreading, spreadingFor, spreadRows, unmixing } from './spread-parts.js';
import type { Conventions, PurchaseState } from './state.js';

/** From this many rows on; below, one table for all costs less. */
export const MANY_SPREAD: number = 100_000;

/** Rows looked up at a time: so many find room before it is looked for again. */
const FEW = 384;
/** A longer run of taken elements than this is no chance: ids were chosen against the seed. */
const LONGEST_RUN = 128;

/** A part's table: for each element the key and the place + 1 of a customer, 0 where it is free; at most half full. */
interface Table {
  elements: Int32Array;
  /** The number of elements as an exponent. */
  exponent: number;
  /** How many are taken. */
  taken: number;
}

/** The customers so far, by place. */
interface Found {
  count: number;
  records: Float64Array;
  /** What each one's id was mixed to. */
  hashes: Int32Array;
}

/**
 * Adds up rows that are all purchases in the window. `'tooMany'` where there are more customers than may be;
 * `undefined` where the rows do not fit, or the ids were chosen against the seed: they then go another way.
 */
export function addSpread(
  reader: RowReader<Float64Array>,
  known: DenseRows,
  conventions: Conventions,
  seed: number,
): PurchaseState | 'tooMany' | undefined {
  const spreading = spreadingFor(reader.rows, known.customer, known.at, known.amount, seed);
  if (spreading === undefined) return undefined;
  const rows = spreadRows(reader, spreading);
  const parts = 2 ** spreading.bits;
  const table: Table = { elements: scratchInts(2 ** 12), exponent: 11, taken: 0 };
  const found: Found = { count: 0, records: scratchFloats(0), hashes: scratchInts(0) };
  let chosen = false;
  for (let part = 0; part < parts && !chosen; part += 1) {
    table.elements.fill(0);
    table.taken = 0;
    eachRun(rows.runs, part, (start, end) => {
      // All of these rows may be somebody else's; the other parts will have as many customers as those before.
      reserve(found, Math.max(found.count + (end - start), Math.ceil((found.count / (part + 1)) * parts)));
      for (let from = start; from < end && !chosen; from += FEW) {
        const until = Math.min(end, from + FEW);
        chosen =
          !grow(table, table.taken + FEW) ||
          addRun(rows.words, 3 * from, 3 * until, part, spreading, table, found) > LONGEST_RUN;
      }
    });
    if (found.count > conventions.mostCustomers) return 'tooMany';
  }
  if (chosen) return undefined;
  const unmix = unmixing(spreading.hash);
  const ids = new Float64Array(found.count);
  for (let i = 0; i < ids.length; i += 1) ids[i] = (unmix(found.hashes[i] ?? 0) >>> 0) + spreading.min;
  return recordState(found.records, ids, reader.rows, known.bound, conventions);
}

/** Adds rows to their customers' records; returns the longest run of elements that were taken by others. */
function addRun(
  words: Int32Array,
  start: number,
  end: number,
  part: number,
  { from, bits }: Spreading,
  table: Table,
  found: Found,
): number {
  const { elements, exponent } = table;
  const { records, hashes } = found;
  const mask = 2 ** exponent - 1;
  const times = 2 ** bits - 1;
  const before = found.count;
  let count = before;
  let longest = 0;
  for (let i = start; i < end; i += 3) {
    const word = words[i] ?? 0;
    const key = word & ~times;
    const instant = from + (word & times) * 2 ** 32 + ((words[i + 1] ?? 0) >>> 0);
    const first = word >>> (32 - exponent);
    let element = first;
    let place = elements[2 * element + 1] ?? 0;
    while (place > 0 && elements[2 * element] !== key) {
      element = (element + 1) & mask;
      place = elements[2 * element + 1] ?? 0;
    }
    if (place === 0) {
      hashes[count] = (key >>> bits) | (part << (32 - bits));
      records[WIDTH * count + 2] = instant;
      records[WIDTH * count + 3] = instant;
      count += 1;
      place = count;
      elements[2 * element] = key;
      elements[2 * element + 1] = place;
      longest = Math.max(longest, (element - first) & mask);
    }
    addToRecord(records, WIDTH * (place - 1), instant, words[i + 2] ?? 0);
  }
  found.count = count;
  table.taken += count - before;
  return longest;
}

function reserve(found: Found, places: number): void {
  if (found.hashes.length >= places) return;
  const room = Math.max(places, Math.ceil(1.25 * found.hashes.length));
  const { records, hashes } = found;
  found.records = scratchFloats(WIDTH * room);
  found.records.set(records.subarray(0, WIDTH * found.count));
  found.hashes = scratchInts(room);
  found.hashes.set(hashes.subarray(0, found.count));
}

/** Makes room for so many customers; says whether the key leaves enough bits to tell the elements apart. */
function grow(table: Table, customers: number): boolean {
  if (2 * customers <= 2 ** table.exponent) return true;
  const { elements: old } = table;
  table.exponent += 1;
  // The key has 32 bits less those of the part, of which there are nine at most.
  if (table.exponent > 23) return false;
  const elements = scratchInts(2 ** (table.exponent + 1));
  const mask = 2 ** table.exponent - 1;
  for (let i = 0; i < old.length; i += 2) {
    const place = old[i + 1] ?? 0;
    if (place === 0) continue;
    const key = old[i] ?? 0;
    let element = key >>> (32 - table.exponent);
    while ((elements[2 * element + 1] ?? 0) > 0) element = (element + 1) & mask;
    elements[2 * element] = key;
    elements[2 * element + 1] = place;
  }
  table.elements = elements;
  return grow(table, customers);
}
