/** Texts for ids: rows sorted into parts with the ids as words, and each part added up in a table that fits the cache. */
import type { Interval } from '../../foundation/window.js';
import { addToRecord, addToWideRecord, WIDE, WIDTH } from './dense-records.js';
import { type HashKeys, hashKeys } from './hash.js';
import { keyingOf, leadingKey } from './keys.js';
import { hashAt, type PartTable, partTable, reserve } from './part-table.js';
import { recordState } from './record-state.js';
import type { RowReader } from './rows.js';
import { eachRun } from './runs.js';
import { scratchFloats, scratchInts } from './scratch.js';
import { type SortedTexts, sortTexts } from './sorted-texts.js';
import type { Conventions, PurchaseState } from './state.js';
import { textsAt } from './texts-at.js';

/** Rows looked up at a time: so many find room before it is looked for again. */
const FEW = 256;
/** A longer run of taken elements than this is no chance: ids were chosen against the seed. */
const LONGEST_RUN = 128;
/** So many rows are looked at first. */
const TRIED = 64;

/** What rows have besides a time and an amount, and which were none. */
export interface MoreOfRows {
  readonly units: boolean;
  readonly returned: boolean;
  /** Asked once all rows were read. */
  rejected(): PurchaseState['rejected'];
}

const NO_MORE: MoreOfRows = { units: false, returned: false, rejected: () => [] };

/**
 * Adds up rows. `'tooMany'` where there are more customers than may be; `undefined` where a row is outside the window,
 * ids are not all short texts or all UUIDs, an amount or units do not fit a word, a sum may leave the safe integers, days
 * are to be counted, or the ids were chosen against the seed: they then go another way.
 */
export function addSpreadTexts(
  reader: RowReader<readonly string[]>,
  conventions: Conventions,
  seed: number,
  more: MoreOfRows = NO_MORE,
): PurchaseState | 'tooMany' | undefined {
  const { interval, mostCustomers } = conventions;
  if (conventions.purchaseDays === 'count' || !areTriedIn(reader, interval)) return undefined;
  const keying = keyingOf(reader.idAt(0));
  // Another seed than that of the tables, whose elements would else all lie together.
  const sorted = keying && sortTexts(reader, keying, interval, hashKeys(seed + 1));
  if (sorted === undefined) return undefined;
  const { rows, largest } = sorted;
  const bounds = { amount: rows * largest.amount, units: rows * largest.units };
  if (!Number.isSafeInteger(bounds.amount) || !Number.isSafeInteger(bounds.units)) return undefined;
  const customers = addUp(sorted, Math.min(rows, mostCustomers), hashKeys(seed));
  if (customers === 'chosen') return undefined;
  if (customers === 'tooMany') return 'tooMany';
  const { count, records, firsts, keys } = customers;
  const ids = textsAt(reader, firsts.subarray(0, count));
  return recordState(records, ids, rows, bounds.amount, conventions, {
    textKeys: keys.subarray(0, count),
    wide: sorted.form.wide,
    units: more.units ? bounds.units : undefined,
    returned: more.returned,
    rejected: more.rejected(),
  });
}

/** Whether some rows, from the first to nearly the last, are in the window: then all may be. */
function areTriedIn(reader: RowReader<readonly string[]>, { from, until }: Interval): boolean {
  const step = Math.max(1, Math.floor((reader.rows - 1) / TRIED));
  for (let row = 0; row < reader.rows; row += step) {
    const { rows, at } = reader.read(row, row + 1);
    const time = at[0] ?? 0;
    if (rows > 0 && (time < from || time >= until)) return false;
  }
  return true;
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

function addUp(sorted: SortedTexts, most: number, hash: HashKeys): Customers | 'tooMany' | 'chosen' {
  const { form, words, parts, runs } = sorted;
  const customers: Customers = {
    count: 0,
    // Memory that nobody writes to takes none.
    records: scratchFloats((form.wide ? WIDE : WIDTH) * most),
    firsts: scratchInts(most),
    keys: scratchFloats(most),
  };
  const table = partTable(form.keys, hash);
  let longest = 0;
  for (let part = 0; part < parts; part += 1) {
    table.elements.fill(0);
    table.taken = 0;
    eachRun(runs, part, (start, end) => {
      for (let from = start; from < end && longest <= LONGEST_RUN && customers.count <= most; from += FEW) {
        reserve(table, FEW);
        const until = form.words * Math.min(end, from + FEW);
        const found = addRows(words, form.words * from, until, form.words, form.wide, table, customers, most);
        longest = Math.max(longest, found);
      }
    });
    if (longest > LONGEST_RUN) return 'chosen';
    if (customers.count > most) return 'tooMany';
  }
  return customers;
}

/** Adds rows to their customers' records; returns the longest run of elements that were taken by others. */
function addRows(
  words: Int32Array,
  start: number,
  end: number,
  perRow: number,
  wide: boolean,
  table: PartTable,
  customers: Customers,
  most: number,
): number {
  const { elements, exponent, keys: width, size, hash } = table;
  const { records, firsts, keys } = customers;
  const mask = elements.length - 1;
  const perRecord = wide ? WIDE : WIDTH;
  let { count } = customers;
  let longest = 0;
  for (let i = start; i < end; i += perRow) {
    const key0 = words[i] ?? 0;
    const key1 = words[i + 1] ?? 0;
    const key2 = width === 4 ? (words[i + 2] ?? 0) : 0;
    const key3 = width === 4 ? (words[i + 3] ?? 0) : 0;
    const instant = (words[i + width + 1] ?? 0) * 2 ** 32 + ((words[i + width + 2] ?? 0) >>> 0);
    const first = size * (hashAt(key0, key1, key2, key3, width, hash) >>> (32 - exponent));
    let element = first;
    let place = elements[element + width] ?? 0;
    while (
      place > 0 &&
      (elements[element] !== key0 ||
        elements[element + 1] !== key1 ||
        (width === 4 && (elements[element + 2] !== key2 || elements[element + 3] !== key3)))
    ) {
      element = (element + size) & mask;
      place = elements[element + width] ?? 0;
    }
    if (place === 0) {
      if (count === most) {
        customers.count = count + 1;
        return longest;
      }
      records[perRecord * count + 2] = wide ? Number.NEGATIVE_INFINITY : instant;
      records[perRecord * count + 3] = wide ? Number.POSITIVE_INFINITY : instant;
      firsts[count] = words[i + width] ?? 0;
      keys[count] = leadingKey(words, i);
      count += 1;
      place = count;
      elements[element] = key0;
      elements[element + 1] = key1;
      if (width === 4) {
        elements[element + 2] = key2;
        elements[element + 3] = key3;
      }
      elements[element + width] = place;
      longest = Math.max(longest, ((element - first) & mask) / size);
    }
    const amount = words[i + width + 3] ?? 0;
    const record = perRecord * (place - 1);
    if (wide) addToWideRecord(records, record, instant, amount, words[i + perRow - 1] ?? 0);
    else addToRecord(records, record, instant, amount);
  }
  table.taken += count - customers.count;
  customers.count = count;
  return longest;
}
