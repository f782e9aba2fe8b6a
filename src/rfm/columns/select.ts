/** Order statistics without sorting: the values at some ranks, by counting how many lie in each of many bins. */
import { scratchFloats, scratchInts } from './scratch.js';
import { countSmall } from './small-numbers.js';

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
/** Values for each bin, were they evenly spread. */
const IN_BIN = 8;
const MOST_BINS = 2 ** 16;

/**
 * The values at ranks, counted from 0, of numbers that are not `NaN`. Values are counted in bins of equal width, and
 * only the bins that hold a rank looked into.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): readonly Ranked[] {
  const found = new Map<number, Ranked>();
  const inRange = [...new Set(ranks)].filter((rank) => rank >= 0 && rank < values.length);
  const ascending = inRange.sort((a, b) => a - b);
  const counts = values.length > FEW ? countSmall(values) : undefined;
  if (counts === undefined) select(values, ascending, 0, found);
  else selectCounted(counts, ascending, found);
  return ranks.map((rank) => found.get(rank) ?? { value: Number.NaN, below: 0, equal: 0 });
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
  found: Map<number, Ranked>,
): void {
  if (ranks.length === 0) return;
  const binning = values.length > FEW ? binningOf(values) : undefined;
  if (binning === undefined) {
    selectSorted(values.slice().sort(), ranks, below, found);
    return;
  }
  const wanted = wantedBins(countBins(values, binning), ranks, below);
  const inBins = gather(values, binning, wanted);
  for (const [i, { ranks: own, below: smaller }] of wanted.entries()) {
    const inBin = inBins[i] as Float64Array;
    // Values so uneven that bins of equal width hardly part them.
    if (2 * inBin.length > values.length) selectSorted(inBin.sort(), own, smaller, found);
    else select(inBin, own, smaller, found);
  }
}

/** Bins of equal width: which one a value is in grows with the value, whatever is lost in rounding. */
interface Binning {
  readonly min: number;
  readonly perUnit: number;
  readonly bins: number;
}

/** `undefined` where the values are too far apart, or too close together, for a width. */
function binningOf(values: Float64Array): Binning | undefined {
  let min = values[0] ?? 0;
  let max = min;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  const bins = Math.min(MOST_BINS, 2 ** Math.ceil(Math.log2(values.length / IN_BIN)));
  const perUnit = (bins - 1) / (max - min);
  return perUnit > 0 && perUnit < Number.POSITIVE_INFINITY ? { min, perUnit, bins } : undefined;
}

function countBins(values: Float64Array, { min, perUnit, bins }: Binning): Int32Array {
  const counts = new Int32Array(bins);
  for (let i = 0; i < values.length; i += 1) {
    const bin = (((values[i] ?? 0) - min) * perUnit) | 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** A bin that holds ranks. */
interface WantedBin {
  readonly bin: number;
  readonly size: number;
  readonly ranks: readonly number[];
  /** How many values are in the bins before it. */
  readonly below: number;
}

function wantedBins(counts: Int32Array, ranks: readonly number[], below: number): readonly WantedBin[] {
  const wanted: WantedBin[] = [];
  let bin = -1;
  let until = below;
  for (let next = 0; next < ranks.length; ) {
    while (until <= (ranks[next] ?? 0)) {
      bin += 1;
      until += counts[bin] ?? 0;
    }
    const own: number[] = [];
    for (; next < ranks.length && (ranks[next] ?? 0) < until; next += 1) own.push(ranks[next] ?? 0);
    const size = counts[bin] ?? 0;
    wanted.push({ bin, size, ranks: own, below: until - size });
  }
  return wanted;
}

/** The values of each wanted bin, in one pass over all. Ranks, and so the bins they are in, are few. */
function gather(
  values: Float64Array,
  binning: Binning,
  wanted: readonly WantedBin[],
): readonly Float64Array[] {
  const numbers = new Uint8Array(binning.bins);
  for (const [i, { bin }] of wanted.entries()) numbers[bin] = i + 1;
  const inWanted = scratchFloats(wanted.reduce((sum, { size }) => sum + size, 0) + 1);
  const from = scratchInts(inWanted.length);
  const size = pick(values, binning, numbers, inWanted, from);
  const inBins = wanted.map((one) => scratchFloats(one.size));
  const counts = new Int32Array(wanted.length);
  for (let i = 0; i < size; i += 1) {
    const number = (from[i] ?? 0) - 1;
    const count = counts[number] ?? 0;
    (inBins[number] as Float64Array)[count] = inWanted[i] ?? 0;
    counts[number] = count + 1;
  }
  return inBins;
}

/** Writes the values of numbered bins one after the other, beside the numbers; what is in no such bin is written over. */
function pick(
  values: Float64Array,
  { min, perUnit }: Binning,
  numbers: Uint8Array,
  picked: Float64Array,
  from: Int32Array,
): number {
  let next = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const number = numbers[((value - min) * perUnit) | 0] ?? 0;
    picked[next] = value;
    from[next] = number;
    next += Number(number > 0);
  }
  return next;
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
