/** Order statistics without sorting: the values at some ranks, by counting the leading bits of doubles. */
import { HIGH } from './longs.js';
import { scratchFloats, scratchInts } from './scratch.js';

/** What stands at a rank of ascending values. */
export interface Ranked {
  readonly value: number;
  /** How many values are smaller. */
  readonly below: number;
  /** How many are equal, this one included. */
  readonly equal: number;
}

/** Up to this many values are sorted. */
const FEW = 2048;
const BINS = 65_536;

/**
 * The values at ranks, counted from 0, of numbers that are not `NaN`. Doubles are ordered like their bits once the
 * negative ones are turned round, so 16 bits at a time are counted, and only the bins that hold a rank looked into.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): readonly Ranked[] {
  const found = new Map<number, Ranked>();
  const inRange = [...new Set(ranks)].filter((rank) => rank >= 0 && rank < values.length);
  const ascending = inRange.sort((a, b) => a - b);
  const counts = values.length > FEW ? countSmall(values) : undefined;
  if (counts === undefined) select(values, ascending, 0, 0, found);
  else selectCounted(counts, ascending, found);
  return ranks.map((rank) => found.get(rank) ?? { value: Number.NaN, below: 0, equal: 0 });
}

/** How often each whole number below {@link BINS} occurs, if there are no other values. */
function countSmall(values: Float64Array): Int32Array | undefined {
  const counts = new Int32Array(BINS);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const bin = value & 0xffff;
    if (bin !== value) return undefined;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function selectCounted(counts: Int32Array, ranks: readonly number[], found: Map<number, Ranked>): void {
  let value = -1;
  let until = 0;
  for (const rank of ranks) {
    while (until <= rank) {
      value += 1;
      until += counts[value] ?? 0;
    }
    const equal = counts[value] ?? 0;
    found.set(rank, { value, below: until - equal, equal });
  }
}

function select(
  values: Float64Array,
  ranks: readonly number[],
  below: number,
  level: number,
  found: Map<number, Ranked>,
): void {
  if (ranks.length === 0) return;
  if (values.length <= FEW || level === 4) {
    selectSorted(values.slice().sort(), ranks, below, found);
    return;
  }
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const bins = countBins(words, level);
  const wanted = wantedBins(bins, ranks, below);
  const inBins = gather(values, words, level, wanted);
  for (const [i, { ranks: own, below: smaller }] of wanted.entries()) {
    select(inBins[i] ?? values, own, smaller, level + 1, found);
  }
}

/** A bin that holds ranks. */
interface WantedBin {
  readonly bin: number;
  readonly size: number;
  readonly ranks: readonly number[];
  /** How many values are in the bins before it. */
  readonly below: number;
}

function wantedBins(bins: Int32Array, ranks: readonly number[], below: number): readonly WantedBin[] {
  const wanted: WantedBin[] = [];
  let bin = -1;
  let until = below;
  for (let next = 0; next < ranks.length; ) {
    while (until <= (ranks[next] ?? 0)) {
      bin += 1;
      until += bins[bin] ?? 0;
    }
    const own: number[] = [];
    for (; next < ranks.length && (ranks[next] ?? 0) < until; next += 1) own.push(ranks[next] ?? 0);
    const size = bins[bin] ?? 0;
    wanted.push({ bin, size, ranks: own, below: until - size });
  }
  return wanted;
}

function selectSorted(
  sorted: Float64Array,
  ranks: readonly number[],
  below: number,
  found: Map<number, Ranked>,
): void {
  for (const rank of ranks) {
    const value = sorted[rank - below] ?? 0;
    let from = rank - below;
    while (from > 0 && sorted[from - 1] === value) from -= 1;
    let until = rank - below + 1;
    while (until < sorted.length && sorted[until] === value) until += 1;
    found.set(rank, { value, below: below + from, equal: until - from });
  }
}

/** The 16 bits of a level, from the highest; those of negative numbers turned round. */
function bitsAt(words: Int32Array, index: number, level: number): number {
  const high = words[2 * index + HIGH] ?? 0;
  const word = level < 2 ? high : (words[2 * index + 1 - HIGH] ?? 0);
  const turned = high < 0 ? ~word : level < 2 ? word ^ 0x8000_0000 : word;
  return level === 0 || level === 2 ? turned >>> 16 : turned & 0xffff;
}

function countBins(words: Int32Array, level: number): Int32Array {
  const bins = new Int32Array(BINS);
  const { length } = words;
  for (let i = 0; 2 * i < length; i += 1) {
    const bin = bitsAt(words, i, level);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** The values of each wanted bin, in one pass over all. */
function gather(
  values: Float64Array,
  words: Int32Array,
  level: number,
  wanted: readonly WantedBin[],
): readonly Float64Array[] {
  const numbers = new Uint8Array(BINS);
  for (const [i, { bin }] of wanted.entries()) numbers[bin] = i + 1;
  const indices = scratchInts(wanted.reduce((sum, { size }) => sum + size, 0) + 1);
  let next = 0;
  for (let i = 0; i < values.length; i += 1) {
    indices[next] = i;
    next += Number((numbers[bitsAt(words, i, level)] ?? 0) > 0);
  }
  const inBins = wanted.map(({ size }) => scratchFloats(size));
  const counts = new Int32Array(wanted.length);
  for (let i = 0; i < next; i += 1) {
    const index = indices[i] ?? 0;
    const number = (numbers[bitsAt(words, index, level)] ?? 0) - 1;
    const count = counts[number] ?? 0;
    const inBin = inBins[number];
    if (inBin !== undefined) inBin[count] = values[index] ?? 0;
    counts[number] = count + 1;
  }
  return inBins;
}
