/** Short texts for ids: rows sorted into parts with the ids as words, and each part added up in a table that fits the cache. */
import { BLOCK } from './blocks.js';
import type { DenseRows } from './dense.js';
import { addToRecord, WIDTH } from './dense-records.js';
import { exponentFor, type HashKeys, hashKeys, hashOf } from './hash.js';
import { leadingKey, SHORT_KEYS } from './keys.js';
import { recordState } from './record-state.js';
import type { RowReader, Rows } from './rows.js';
import { eachRun, openRun, placesFor, RUN, type Runs, rowsOf, runsFor } from './runs.js';
import { scratchFloats, scratchInts } from './scratch.js';
import type { Conventions, PurchaseState } from './state.js';
import { textsAt } from './texts-at.js';

/** Words of a row: two of the id, its number, two of the time, the amount. */
const ROW = 6;
/** Words of an element of a table: two of the id, the place + 1 (0 where it is free), and one to fill up. */
const ELEMENT = 4;
/** As many parts, as an exponent, as there are times so many rows: the customers of so many fit the cache. */
const PART_BITS = 13;
const LEAST_BITS = 6;
const MOST_BITS = 9;
/** A longer run of taken elements than this is no chance: ids were chosen against the seed. */
const LONGEST_RUN = 128;

/**
 * Adds up rows that are all purchases in the window. `'tooMany'` where there are more customers than may be;
 * `undefined` where an id is no short text or an amount too large for a word, or the ids were chosen against the seed:
 * they then go another way.
 */
export function addSpreadTexts(
  reader: RowReader<readonly string[]>,
  known: Pick<DenseRows, 'at' | 'amount' | 'bound'>,
  conventions: Conventions,
  seed: number,
): PurchaseState | 'tooMany' | undefined {
  if (known.amount.min < -(2 ** 31) || known.amount.max >= 2 ** 31) return undefined;
  // Another seed than that of the tables, whose elements would else all lie together.
  const rows = spreadRows(reader, known.at.min, hashKeys(seed + 1));
  if (rows === undefined) return undefined;
  const most = Math.min(reader.rows, conventions.mostCustomers);
  const customers: Customers = {
    count: 0,
    // Memory that nobody writes to takes none.
    records: scratchFloats(WIDTH * most),
    firsts: scratchInts(most),
    keys: scratchFloats(most),
  };
  const hash = hashKeys(seed);
  for (let part = 0; part < rows.parts; part += 1) {
    const exponent = exponentFor(2 * rowsOf(rows.runs, part));
    const elements = new Int32Array(ELEMENT * 2 ** exponent);
    let longest = 0;
    eachRun(rows.runs, part, (start, end) => {
      if (longest > LONGEST_RUN || customers.count > most) return;
      longest = addRun(
        rows.words,
        ROW * start,
        ROW * end,
        known.at.min,
        hash,
        exponent,
        elements,
        customers,
        most,
      );
    });
    if (longest > LONGEST_RUN) return undefined;
    if (customers.count > most) return 'tooMany';
  }
  const { count, records, firsts, keys } = customers;
  const ids = textsAt(reader, firsts.subarray(0, count));
  return recordState(records, ids, reader.rows, known.bound, conventions, keys.subarray(0, count));
}

/** The customers so far, by place. */
interface Customers {
  count: number;
  readonly records: Float64Array;
  /** The row in which each was first seen. */
  readonly firsts: Int32Array;
  /** The leading key of each one's id. */
  readonly keys: Float64Array;
}

interface SpreadTexts {
  readonly words: Int32Array;
  readonly parts: number;
  readonly runs: Runs;
}

/** Sorts all rows into parts; `undefined` where an id is no short text. */
function spreadRows(
  reader: RowReader<readonly string[]>,
  from: number,
  hash: HashKeys,
): SpreadTexts | undefined {
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(reader.rows)) - PART_BITS));
  const parts = 2 ** bits;
  const words = scratchInts(ROW * placesFor(reader.rows, parts));
  const runs = runsFor(reader.rows, parts);
  const keys = new Int32Array(2 * BLOCK);
  for (let at = 0; at < reader.rows; at += BLOCK) {
    const block = reader.read(at, Math.min(reader.rows, at + BLOCK));
    if (!SHORT_KEYS.pack(block.ids, block.first, block.first + block.rows, keys)) return undefined;
    spreadBlock(block, keys, from, bits, hash, runs, words);
  }
  return { words, parts, runs };
}

function spreadBlock(
  { at, amount, rows, row }: Rows,
  keys: Int32Array,
  from: number,
  bits: number,
  hash: HashKeys,
  runs: Runs,
  words: Int32Array,
): void {
  const { next } = runs;
  for (let i = 0; i < rows; i += 1) {
    const high = keys[2 * i] ?? 0;
    const low = keys[2 * i + 1] ?? 0;
    const part = hashOf(high, low, hash) >>> (32 - bits);
    let target = next[part] ?? 0;
    if ((target & (RUN - 1)) === 0) target = openRun(runs, part);
    next[part] = target + 1;
    const time = (at[i] ?? 0) - from;
    const to = ROW * target;
    words[to] = high;
    words[to + 1] = low;
    words[to + 2] = row + i;
    words[to + 3] = time / 2 ** 32;
    words[to + 4] = time;
    words[to + 5] = amount[i] ?? 0;
  }
}

/** Adds rows to their customers' records; returns the longest run of elements that were taken by others. */
function addRun(
  words: Int32Array,
  start: number,
  end: number,
  from: number,
  hash: HashKeys,
  exponent: number,
  elements: Int32Array,
  customers: Customers,
  most: number,
): number {
  const { records, firsts, keys } = customers;
  const mask = elements.length - 1;
  let { count } = customers;
  let longest = 0;
  for (let i = start; i < end; i += ROW) {
    const high = words[i] ?? 0;
    const low = words[i + 1] ?? 0;
    const instant = from + (words[i + 3] ?? 0) * 2 ** 32 + ((words[i + 4] ?? 0) >>> 0);
    const first = ELEMENT * (hashOf(high, low, hash) >>> (32 - exponent));
    let element = first;
    let place = elements[element + 2] ?? 0;
    while (place > 0 && (elements[element] !== high || elements[element + 1] !== low)) {
      element = (element + ELEMENT) & mask;
      place = elements[element + 2] ?? 0;
    }
    if (place === 0) {
      if (count === most) {
        customers.count = count + 1;
        return longest;
      }
      records[WIDTH * count + 2] = instant;
      records[WIDTH * count + 3] = instant;
      firsts[count] = words[i + 2] ?? 0;
      keys[count] = leadingKey(words, i);
      count += 1;
      place = count;
      elements[element] = high;
      elements[element + 1] = low;
      elements[element + 2] = place;
      longest = Math.max(longest, ((element - first) & mask) / ELEMENT);
    }
    addToRecord(records, WIDTH * (place - 1), instant, words[i + 5] ?? 0);
  }
  customers.count = count;
  return longest;
}
