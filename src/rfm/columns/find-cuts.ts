/** Cut points of one scale in one sample, from the few order statistics that decide them. */
import { ntileStarts } from '../../foundation/quantile.js';
import { type Cuts, quantileCuts } from '../fit.js';
import type { RankBoundary } from '../fitted.js';
import type { QuantileScale, RfmDimension, RfmScale } from '../model.js';
import { type IdOrder, indexAtRank, textAt } from './id-order.js';
import { indicesOfNth, type Nth } from './rank-in-order.js';
import type { Sample } from './sample.js';
import { scratchInts } from './scratch.js';
import { type Ranked, selectRanks } from './select.js';
import { indicesIn, SMALL, tableFor } from './small-numbers.js';

/** The cut points that `fitRfm` finds. */
export function findCuts(scale: RfmScale, dimension: RfmDimension, sample: Sample): Cuts {
  if (scale.kind === 'bands') {
    const { kind: _, ...bands } = scale;
    return { kind: 'cuts', ...bands };
  }
  return scale.ties === 'byRank'
    ? { kind: 'ranks', boundaries: rankBoundaries(scale.bins, dimension, sample) }
    : quantileCuts(scale, valuesAround(scale, sample.values[dimension]));
}

/** Sorted values of which only those are there that a quantile of any type can need: the ends and those around it. */
function valuesAround(
  { bins }: Extract<QuantileScale, { ties: 'together' }>,
  column: Float64Array,
): readonly number[] {
  const last = column.length - 1;
  const around = Array.from({ length: bins - 1 }, (_, i) => Math.floor((column.length * (i + 1)) / bins));
  const ranks = [
    0,
    last,
    ...around.flatMap((rank) => [-2, -1, 0, 1, 2].map((step) => Math.min(Math.max(rank + step, 0), last))),
  ];
  const values: number[] = [];
  values.length = column.length;
  selectRanks(column, ranks).forEach(({ value }, i) => {
    values[ranks[i] ?? 0] = value;
  });
  return values;
}

/** The worst customer of each group but the first, from the worst to the best, as NTILE splits them. */
function rankBoundaries(bins: number, dimension: RfmDimension, sample: Sample): readonly RankBoundary[] {
  const { size, customers } = sample;
  const order = sample.order();
  const column = sample.values[dimension];
  const starts = ntileStarts(size, bins).filter((start) => start < size);
  const ranked = selectRanks(
    column,
    starts.map((start) => (dimension === 'recency' ? size - 1 - start : start)),
  );
  const groups = ranked.map(({ value, below, equal }, i) => {
    const worse = dimension === 'recency' ? size - below - equal : below;
    return { value, before: (starts[i] ?? 0) - worse };
  });
  const found = order.ascending
    ? indicesOfNth(column, groups).map((index) => customers[index] ?? -1)
    : nthById(groups, order, customersWith(column, customers, ranked, sample.spare));
  return groups.map(({ value }, i) => ({ value, id: textAt(order, found[i] ?? -1) }));
}

function nthById(
  groups: readonly Nth[],
  order: IdOrder,
  tied: ReadonlyMap<number, Int32Array>,
): readonly number[] {
  return groups.map(({ value, before }) => indexAtRank(order, tied.get(value) ?? new Int32Array(0), before));
}

/** The customers who have each of some values, in the order of the sample. */
function customersWith(
  column: Float64Array,
  customers: Int32Array,
  ranked: readonly Ranked[],
  spare: Int32Array,
): ReadonlyMap<number, Int32Array> {
  const sizes = new Map(ranked.map(({ value, equal }) => [value, equal]));
  const found = new Map([...sizes].map(([value, size]) => [value, scratchInts(size)]));
  const values = [...sizes.keys()];
  const small = indicesOfSmall(values, column, spare);
  if (small === undefined) {
    for (let i = 0; i < values.length; i += 4) {
      const four = values.slice(i, i + 4);
      distribute(spare.subarray(0, indicesOf(four, column, spare)), four, column, customers, found);
    }
  } else distribute(spare.subarray(0, small), values, column, customers, found);
  return found;
}

/** Writes down the indices of some values in a column of small numbers; how many they are. `undefined` for other columns. */
function indicesOfSmall(
  values: readonly number[],
  column: Float64Array,
  indices: Int32Array,
): number | undefined {
  const table = tableFor(column);
  if (table === undefined || values.some((value) => !(value >= 0 && value < SMALL))) return undefined;
  for (const value of values) table[value] = 1;
  return indicesIn(table, column, indices);
}

/** The same for up to four values of any column. Comparisons count as 0 or 1: what is not meant is written over by the next. */
function indicesOf(four: readonly number[], column: Float64Array, indices: Int32Array): number {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = four;
  let next = 0;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    indices[next] = i;
    next += Number(value === a) | Number(value === b) | Number(value === c) | Number(value === d);
  }
  return next;
}

/** Writes the customers at some indices, all of which have one of some values, to the lists of those. */
function distribute(
  indices: Int32Array,
  values: readonly number[],
  column: Float64Array,
  customers: Int32Array,
  lists: ReadonlyMap<number, Int32Array>,
): void {
  for (const value of values) {
    const list = lists.get(value);
    if (list !== undefined) take(value, indices, column, customers, list);
  }
}

/** Stops when the list is full. */
function take(
  value: number,
  indices: Int32Array,
  column: Float64Array,
  customers: Int32Array,
  list: Int32Array,
): void {
  let next = 0;
  for (let i = 0; next < list.length && i < indices.length; i += 1) {
    const index = indices[i] ?? 0;
    list[next] = customers[index] ?? 0;
    next += Number(column[index] === value);
  }
}
