/** The order of numbers without comparing them: by counting 16 bits at a time. */
import { HIGH } from './longs.js';

const BINS = 2 ** 16;

/** The indices of numbers that are not `NaN`, from the smallest number to the largest; equal ones as they stand. */
export function orderOf(values: Float64Array): Int32Array {
  // Added to 0, so that −0 is 0.
  const words = new Int32Array(values.map((value) => value + 0).buffer);
  let order = Int32Array.from(values, (_, i) => i);
  let spare = new Int32Array(values.length);
  for (let level = 3; level >= 0; level -= 1) {
    const counts = countAt(words, level);
    // All alike in these bits.
    if (counts.includes(values.length)) continue;
    startsOf(counts);
    place(words, level, order, counts, spare);
    [order, spare] = [spare, order];
  }
  return order;
}

/** 16 bits of a number, level 0 the highest: doubles are ordered like their bits once the negative ones are turned round. */
function bitsAt(words: Int32Array, index: number, level: number): number {
  const high = words[2 * index + HIGH] ?? 0;
  const turned =
    level < 2 ? high ^ ((high >> 31) | 0x8000_0000) : (words[2 * index + 1 - HIGH] ?? 0) ^ (high >> 31);
  return level === 0 || level === 2 ? turned >>> 16 : turned & 0xffff;
}

function countAt(words: Int32Array, level: number): Int32Array {
  const counts = new Int32Array(BINS);
  for (let i = 0; 2 * i < words.length; i += 1) {
    const bin = bitsAt(words, i, level);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** From sizes to starts. */
function startsOf(counts: Int32Array): void {
  let start = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const size = counts[bin] ?? 0;
    counts[bin] = start;
    start += size;
  }
}

function place(
  words: Int32Array,
  level: number,
  order: Int32Array,
  next: Int32Array,
  placed: Int32Array,
): void {
  for (let i = 0; i < order.length; i += 1) {
    const index = order[i] ?? 0;
    const bin = bitsAt(words, index, level);
    const at = next[bin] ?? 0;
    placed[at] = index;
    next[bin] = at + 1;
  }
}
