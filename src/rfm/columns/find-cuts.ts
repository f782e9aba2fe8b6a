/** Cut points of one scale in one sample, from the few order statistics that decide them. */
import { ntileStarts } from '../../foundation/quantile.js';
import { type Cuts, quantileCuts } from '../fit.js';
import type { RankBoundary } from '../fitted.js';
import type { QuantileScale, RfmDimension, RfmScale } from '../model.js';
import { indexAtRank, textAt } from './id-order.js';
import type { Sample } from './sample.js';
import { scratchInts } from './scratch.js';
import { type Ranked, selectRanks } from './select.js';

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
  const tied = customersWith(column, customers, ranked, sample.spare);
  return starts.map((start, i) => {
    const { value, below, equal } = ranked[i] ?? { value: 0, below: 0, equal: 0 };
    const worse = dimension === 'recency' ? size - below - equal : below;
    const customer = indexAtRank(order, tied.get(value) ?? new Int32Array(0), start - worse);
    return { value, id: textAt(order, customer) };
  });
}

/** The customers who have each of some values. */
function customersWith(
  column: Float64Array,
  customers: Int32Array,
  ranked: readonly Ranked[],
  spare: Int32Array,
): ReadonlyMap<number, Int32Array> {
  const sizes = new Map(ranked.map(({ value, equal }) => [value, equal]));
  const alone = [...sizes].filter(([, equal]) => equal === 1).map(([value]) => value);
  const shared = [...sizes].filter(([, equal]) => equal > 1);
  const found = new Map<number, Int32Array>();
  for (const value of alone) found.set(value, Int32Array.of(customers[column.indexOf(value)] ?? 0));
  for (let i = 0; i < shared.length; i += 4)
    addGroups(column, customers, shared.slice(i, i + 4), spare, found);
  return found;
}

/** Up to four values at a time. Comparisons count as 0 or 1: what is written and not meant is written over by the next. */
function addGroups(
  column: Float64Array,
  customers: Int32Array,
  groups: readonly (readonly [value: number, size: number])[],
  tied: Int32Array,
  found: Map<number, Int32Array>,
): void {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = groups.map(([value]) => value);
  let next = 0;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    tied[next] = i;
    next += Number(value === a) | Number(value === b) | Number(value === c) | Number(value === d);
  }
  for (const [value, size] of groups) {
    const members = scratchInts(size + 1);
    let count = 0;
    for (let i = 0; i < next; i += 1) {
      const index = tied[i] ?? 0;
      members[count] = customers[index] ?? 0;
      count += Number(column[index] === value);
    }
    found.set(value, members.subarray(0, size));
  }
}
