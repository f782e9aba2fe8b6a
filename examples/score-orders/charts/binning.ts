/** Sorts values into bars of round widths. */
import type { HistogramBar } from './histogram.js';

/** Customers' values in one dimension and the scores they got, each customer at the same index of both. */
export interface ValuesWithScores {
  readonly values: Float64Array;
  readonly scores: Uint8Array;
}

const MOST_BARS = 14;

/** Bars for whole numbers such as orders: one for each number, the last one open. */
export function countBars(found: ValuesWithScores, scores: number): readonly HistogramBar[] {
  const highest = highestOf(found.values, 1);
  const last = Math.min(highest, MOST_BARS);
  const labels = Array.from({ length: last }, (_, i) =>
    same(i + 1 === last && highest > last ? `${last}+` : String(i + 1)),
  );
  return fill(found, scores, labels, (value) => Math.min(Math.max(Math.round(value), 1), last) - 1);
}

/** Bars of one round width from zero, for values such as days. */
export function evenBars(found: ValuesWithScores, scores: number): readonly HistogramBar[] {
  const highest = highestOf(found.values, 0);
  const width = roundWidths(1).find((one) => highest < one * 16) ?? highest + 1;
  const count = Math.floor(highest / width) + 1;
  const labels = Array.from({ length: count }, (_, i) => ({
    label: width === 1 ? String(i) : `${i * width}–${(i + 1) * width - 1}`,
    tick: String(i * width),
  }));
  return fill(found, scores, labels, (value) => Math.min(Math.floor(Math.max(value, 0) / width), count - 1));
}

/** Bars that double or so (1, 2, 5, 10, 20, 50, …), for money. */
export function growingBars(
  found: ValuesWithScores,
  scores: number,
  name: (edge: number) => string,
): readonly HistogramBar[] {
  const sorted = found.values.slice().sort();
  const highest = sorted.at(-1) ?? 1;
  // The lowest edge leaves at most one customer in fifty below it, so that a few tiny totals do not take half the width.
  const low = sorted[Math.floor(sorted.length / 50)] ?? 1;
  const all = roundWidths(1).filter((edge) => edge <= highest);
  const from = Math.max(
    all.findLastIndex((edge) => edge <= low),
    0,
  );
  const edges = all.slice(from).slice(-MOST_BARS);
  const labels = [same(`<${name(edges[0] ?? 1)}`), ...edges.map((_, i) => labelOf(edges, i, name))];
  return fill(found, scores, labels, (value) => {
    let bar = edges.length;
    while (bar > 0 && !(value >= (edges[bar - 1] ?? 0))) bar -= 1;
    return bar;
  });
}

function highestOf(values: Float64Array, least: number): number {
  let highest = least;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}

type Labels = Pick<HistogramBar, 'label' | 'tick'>;

function same(label: string): Labels {
  return { label, tick: label };
}

function labelOf(edges: readonly number[], i: number, name: (edge: number) => string): Labels {
  const from = name(edges[i] ?? 0);
  const until = edges[i + 1];
  return { label: until === undefined ? `${from}+` : `${from}–${name(until)}`, tick: from };
}

/** 1, 2, 5, 10, 20, 50, … */
function roundWidths(from: number): readonly number[] {
  return Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((step) => from * step * 10 ** power)).flat();
}

function fill(
  { values, scores: got }: ValuesWithScores,
  scores: number,
  labels: readonly Labels[],
  barOf: (value: number) => number,
): readonly HistogramBar[] {
  const customers = labels.map(() => new Array<number>(scores).fill(0));
  for (let i = 0; i < values.length; i += 1) {
    const bar = customers[barOf(values[i] ?? 0)];
    const score = got[i] ?? 0;
    if (bar !== undefined) bar[score - 1] = (bar[score - 1] ?? 0) + 1;
  }
  const bars = labels.map((names, i) => ({ ...names, customers: customers[i] ?? [] }));
  return bars.filter(
    ({ label, customers: counts }) => !label.startsWith('<') || counts.some((count) => count > 0),
  );
}
