/** Rows with texts for ids sorted into parts by a hash of the id, each row written to a few words. */
import type { Interval } from '../../foundation/window.js';
import { BLOCK } from './blocks.js';
import { type HashKeys, hashOf } from './hash.js';
import type { Keying } from './keys.js';
import type { RowReader, Rows } from './rows.js';
import { openRun, placesFor, RUN, type Runs, runsFor } from './runs.js';
import { scratchInts } from './scratch.js';

/**
 * The words of a row: two or four of the id, the row's number, the high and the low bits of the time, the amount; where
 * rows have more than that, also twice the units, with 1 added for a return.
 */
export interface RowForm {
  readonly keys: 2 | 4;
  readonly wide: boolean;
  /** How many words there are. */
  readonly words: number;
}

/** Rows by parts. */
export interface SortedTexts {
  readonly form: RowForm;
  readonly words: Int32Array;
  readonly parts: number;
  readonly runs: Runs;
  /** How many rows there are. */
  readonly rows: number;
  /** The largest size of an amount, and of units. */
  readonly largest: { readonly amount: number; readonly units: number };
}

/** As many parts, as an exponent, as there are times so many rows: the customers of so many fit the cache. */
const PART_BITS = 13;
const LEAST_BITS = 6;
const MOST_BITS = 9;
/** The differences of times no further from 1970 than this are exact. */
const FURTHEST = 2 ** 52;
/** Units below this fit a word beside the mark of a return. */
const MOST_UNITS = 2 ** 30;

/**
 * Sorts all rows; `undefined` where an id has no key of this kind, an amount or units do not fit a word, or a row is
 * outside the window or too far from 1970 for exact differences.
 */
export function sortTexts(
  reader: RowReader<readonly string[]>,
  { width, pack }: Keying<readonly string[]>,
  interval: Interval,
  hash: HashKeys,
): SortedTexts | undefined {
  const { wide } = reader;
  const form: RowForm = { keys: width, wide, words: width + (wide ? 5 : 4) };
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(reader.rows)) - PART_BITS));
  const parts = 2 ** bits;
  const words = scratchInts(form.words * placesFor(reader.rows, parts));
  const runs = runsFor(reader.rows, parts);
  const keys = new Int32Array(width * BLOCK);
  const targets = new Int32Array(BLOCK);
  const largest = { amount: 0, units: 0 };
  const within: Interval = {
    from: Math.max(interval.from, -FURTHEST),
    until: Math.min(interval.until, FURTHEST + 1),
  };
  let rows = 0;
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const block = reader.read(from, Math.min(reader.rows, from + BLOCK));
    if (!pack(block.ids, block.first, block.first + block.rows, keys)) return undefined;
    findTargets(keys, width, block.rows, 32 - bits, hash, runs, targets);
    moveIds(keys, block, targets, form, words);
    const amount = moveOrders(block, within, targets, form, words);
    const units = wide ? moveMarks(block, targets, form, words) : 0;
    if (amount === undefined || units === undefined) return undefined;
    largest.amount = Math.max(largest.amount, amount);
    largest.units = Math.max(largest.units, units);
    rows += block.rows;
  }
  return { form, words, parts, runs, rows, largest };
}

/** Where each row goes. */
function findTargets(
  keys: Int32Array,
  width: 2 | 4,
  rows: number,
  shift: number,
  hash: HashKeys,
  runs: Runs,
  targets: Int32Array,
): void {
  const { next } = runs;
  for (let i = 0; i < rows; i += 1) {
    const part = hashOf(keys[width * i] ?? 0, keys[width * i + width - 1] ?? 0, hash) >>> shift;
    let target = next[part] ?? 0;
    if ((target & (RUN - 1)) === 0) target = openRun(runs, part);
    next[part] = target + 1;
    targets[i] = target;
  }
}

function moveIds(
  keys: Int32Array,
  { rows, row, numbers }: Rows,
  targets: Int32Array,
  form: RowForm,
  words: Int32Array,
): void {
  const { keys: width, words: perRow } = form;
  for (let i = 0; i < rows; i += 1) {
    const to = perRow * (targets[i] ?? 0);
    words[to] = keys[width * i] ?? 0;
    words[to + 1] = keys[width * i + 1] ?? 0;
    if (width === 4) {
      words[to + 2] = keys[width * i + 2] ?? 0;
      words[to + 3] = keys[width * i + 3] ?? 0;
    }
    words[to + width] = numbers === undefined ? row + i : (numbers[i] ?? 0);
  }
}

/** Returns the largest size of an amount; `undefined` where one does not fit, or a time is outside the interval. */
function moveOrders(
  { at, amount, rows }: Rows,
  { from, until }: Interval,
  targets: Int32Array,
  form: RowForm,
  words: Int32Array,
): number | undefined {
  const { keys: width, words: perRow } = form;
  let largest = 0;
  for (let i = 0; i < rows; i += 1) {
    const to = perRow * (targets[i] ?? 0) + width;
    const time = at[i] ?? 0;
    const value = amount[i] ?? 0;
    const whole = value | 0;
    if (whole !== value || time < from || time >= until) return undefined;
    const size = Math.abs(value);
    if (size > largest) largest = size;
    words[to + 1] = Math.floor(time / 2 ** 32);
    words[to + 2] = time;
    words[to + 3] = whole;
  }
  return largest;
}

/** The same of units. */
function moveMarks(
  { units, returned, rows }: Rows,
  targets: Int32Array,
  form: RowForm,
  words: Int32Array,
): number | undefined {
  const { words: perRow } = form;
  let largest = 0;
  for (let i = 0; i < rows; i += 1) {
    const count = units?.[i] ?? 0;
    const size = Math.abs(count);
    if (size >= MOST_UNITS) return undefined;
    if (size > largest) largest = size;
    words[perRow * (targets[i] ?? 0) + perRow - 1] = (count << 1) | (returned?.[i] ?? 0);
  }
  return largest;
}
