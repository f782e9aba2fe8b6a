/** Ranks where customers stand in the order of their ids: a tie is then decided by where they stand. */
import type { RankBoundary } from '../fitted.js';
import type { RfmDimension } from '../model.js';
import { byFour } from './by-four.js';
import { reaches } from './id-order.js';
import type { Sample } from './sample.js';
import { passStrictly, SMALL, tableFor } from './small-numbers.js';

/** Values that are looked through at a time. */
const STRETCH = 1024;

/** Which of the values equal to one is meant: the one that so many of them precede. */
export interface Nth {
  readonly value: number;
  readonly before: number;
}

/** The index of each value meant. */
export function indicesOfNth(column: Float64Array, meant: readonly Nth[]): readonly number[] {
  return byFour(meant).flatMap((four) => indicesOfFour(column, four));
}

function indicesOfFour(column: Float64Array, four: readonly (Nth | undefined)[]): readonly number[] {
  const values = four.map((one) => one?.value ?? Number.NaN);
  const left = four.map((one) => one?.before ?? 0);
  const found = new Map<number, number>();
  const wanted = four.filter((one) => one !== undefined).length;
  const counts = new Int32Array(4);
  for (let from = 0; from < column.length && found.size < wanted; from += STRETCH) {
    countEqual(column.subarray(from, from + STRETCH), values, counts);
    for (let k = 0; k < wanted; k += 1) {
      const equal = counts[k] ?? 0;
      const before = left[k] ?? 0;
      if (equal > before && !found.has(k)) found.set(k, indexOfNth(column, values[k] ?? 0, before, from));
      left[k] = before - equal;
    }
  }
  return Array.from({ length: wanted }, (_, k) => found.get(k) ?? -1);
}

/** How many are equal to each of four values: one pass over a column for all. */
function countEqual(
  column: Float64Array,
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
  counts: Int32Array,
): void {
  let [equalA, equalB, equalC, equalD] = [0, 0, 0, 0];
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    equalA += Number(value === a);
    equalB += Number(value === b);
    equalC += Number(value === c);
    equalD += Number(value === d);
  }
  counts[0] = equalA;
  counts[1] = equalB;
  counts[2] = equalC;
  counts[3] = equalD;
}

function indexOfNth(column: Float64Array, value: number, before: number, from: number): number {
  let left = before;
  let index = from - 1;
  while (left >= 0) {
    index += 1;
    if (column[index] === value) left -= 1;
  }
  return index;
}

/** Writes the scores of a sample whose ids ascend; `boundaries` go from the worst to the best. */
export function placeInOrder(
  boundaries: readonly RankBoundary[],
  dimension: RfmDimension,
  sample: Sample,
  scores: Uint8Array,
): void {
  const column = sample.values[dimension];
  const marks = boundaries.map(({ value, id }) => ({ value, from: firstThatReaches(sample, id) }));
  // Between two of these indices it is the same boundaries that an equal value reaches.
  const turns = [...new Set([0, ...marks.map(({ from }) => from), column.length])].sort((a, b) => a - b);
  if (lookUp(marks, dimension, column, turns, scores)) return;
  const sign = dimension === 'recency' ? -1 : 1;
  scores.fill(1);
  for (const four of byFour(marks)) {
    for (let turn = 1; turn < turns.length; turn += 1) {
      const from = turns[turn - 1] ?? 0;
      const until = turns[turn] ?? 0;
      const limits = four.map((mark) => limitOf(mark, sign, from));
      addReached(limits, sign, column.subarray(from, until), scores.subarray(from, until));
    }
  }
}

/** A boundary by where in the sample it stands: from that index on an equal value reaches it. */
interface Mark {
  readonly value: number;
  readonly from: number;
}

function firstThatReaches({ size, customers, order: orderOf }: Sample, id: string): number {
  const order = orderOf();
  const key = order.keyOf(id) ?? Number.NaN;
  let from = 0;
  let until = size;
  while (from < until) {
    const middle = (from + until) >>> 1;
    if (reaches(order, customers[middle] ?? 0, key, id)) until = middle;
    else from = middle + 1;
  }
  return from;
}

/** Looks scores up by values that are small numbers; `false` where one is not, or there are too few for that. */
function lookUp(
  marks: readonly Mark[],
  dimension: RfmDimension,
  column: Float64Array,
  turns: readonly number[],
  scores: Uint8Array,
): boolean {
  const entries = tableFor(column)?.fill(1);
  if (entries === undefined) return false;
  passStrictly(
    marks.map(({ value }) => value),
    dimension,
    entries,
  );
  for (let turn = 1; turn < turns.length; turn += 1) {
    const from = turns[turn - 1] ?? 0;
    const until = turns[turn] ?? 0;
    for (const mark of marks) {
      if (mark.from === from && isSmall(mark.value)) entries[mark.value] = (entries[mark.value] ?? 0) + 1;
    }
    if (!writeEntries(entries, column, from, until, scores)) return false;
  }
  return true;
}

function isSmall(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < SMALL;
}

function writeEntries(
  entries: Uint8Array,
  column: Float64Array,
  from: number,
  until: number,
  scores: Uint8Array,
): boolean {
  for (let i = from; i < until; i += 1) {
    const value = column[i] ?? 0;
    const small = value & (SMALL - 1);
    if (small !== value) return false;
    scores[i] = entries[small] ?? 0;
  }
  return true;
}

/** What a value times the sign must be at least, at some index, to pass a boundary; nothing is at least `NaN`. */
function limitOf(mark: Mark | undefined, sign: number, index: number): number {
  if (mark === undefined) return Number.NaN;
  const limit = sign * mark.value;
  return index >= mark.from ? limit : nextAbove(limit);
}

/** The smallest double above a finite one. */
function nextAbove(value: number): number {
  const bits = new BigInt64Array(1);
  const double = new Float64Array(bits.buffer);
  double[0] = value + 0;
  bits[0] = (bits[0] ?? 0n) + (value < 0 ? -1n : 1n);
  return double[0];
}

function addReached(
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
  sign: number,
  column: Float64Array,
  scores: Uint8Array,
): void {
  for (let i = 0; i < column.length; i += 1) {
    const own = sign * (column[i] ?? 0);
    scores[i] = (scores[i] ?? 0) + Number(own >= a) + Number(own >= b) + Number(own >= c) + Number(own >= d);
  }
}
