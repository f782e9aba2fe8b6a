/** Where each value of a column falls on a fitted scale: `placeOn` for many customers at once. */
import type { FittedScale, RankBoundary } from '../fitted.js';
import type { RfmDimension } from '../model.js';
import type { NoScore } from '../place.js';
import { type IdOrder, textAt } from './id-order.js';
import type { Sample } from './sample.js';

/** What stands for a score where there is none. Scales have at most ten scores. */
export const NO_SCORES: Readonly<Record<NoScore, number>> = {
  outsideScale: 253,
  betweenBands: 254,
  emptyCell: 255,
};

/** The highest score there may be. */
export const HIGHEST = 252;

/** The scores of a sample in one dimension, or what of {@link NO_SCORES} stands for none. */
export function placeSample(scale: FittedScale | null, dimension: RfmDimension, sample: Sample): Uint8Array {
  const scores = new Uint8Array(sample.size);
  if (scale === null) return scores.fill(NO_SCORES.emptyCell);
  if (scale.kind === 'ranks') placeByRank(scale, dimension, sample, scores);
  else placeByCuts(scale, dimension, sample.values[dimension], scores);
  return scores;
}

type Ranks = Extract<FittedScale, { kind: 'ranks' }>;
type CutScale = Extract<FittedScale, { kind: 'cuts' }>;

/** Cut points four at a time, those that are missing out of reach, so that one pass over a column serves four. */
function byFour<A>(
  items: readonly A[],
): readonly (readonly [A | undefined, A | undefined, A | undefined, A | undefined])[] {
  return Array.from({ length: Math.ceil(items.length / 4) }, (_, i) => [
    items[4 * i],
    items[4 * i + 1],
    items[4 * i + 2],
    items[4 * i + 3],
  ]);
}

// Below, comparisons are added up as numbers: a branch that depends on the data costs more than the comparison.

function placeByRank(
  { boundaries }: Ranks,
  dimension: RfmDimension,
  sample: Sample,
  scores: Uint8Array,
): void {
  const sign = dimension === 'recency' ? -1 : 1;
  const column = sample.values[dimension];
  const tied = sample.spare;
  scores.fill(1);
  for (const four of byFour(boundaries)) {
    const values = four.map((boundary) =>
      boundary === undefined ? Number.POSITIVE_INFINITY : sign * boundary.value,
    );
    const ties = addAbove(values, sign, column, scores, tied);
    const order = ties === 0 ? undefined : sample.order();
    for (const boundary of four) {
      if (boundary !== undefined && order !== undefined)
        addTied(boundary, column, tied.subarray(0, ties), sample.customers, order, scores);
    }
  }
}

/** Adds to each score how many of four values are passed; writes down who has one of them, and returns how many that are. */
function addAbove(
  values: readonly number[],
  sign: number,
  column: Float64Array,
  scores: Uint8Array,
  tied: Int32Array,
): number {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  let ties = 0;
  for (let i = 0; i < column.length; i += 1) {
    const own = sign * (column[i] ?? 0);
    scores[i] = (scores[i] ?? 0) + Number(own > a) + Number(own > b) + Number(own > c) + Number(own > d);
    tied[ties] = i;
    ties += Number(own === a) | Number(own === b) | Number(own === c) | Number(own === d);
  }
  return ties;
}

/** Adds one to the scores of those who have a boundary's value and whose ids rank with or above its id. */
function addTied(
  { value, id }: RankBoundary,
  column: Float64Array,
  tied: Int32Array,
  customers: Int32Array,
  order: IdOrder,
  scores: Uint8Array,
): void {
  const key = order.keyOf(id);
  const { keys } = order;
  for (let i = 0; i < tied.length; i += 1) {
    const index = tied[i] ?? 0;
    if (column[index] !== value) continue;
    const customer = customers[index] ?? 0;
    const ownKey = keys[customer] ?? 0;
    const reaches = key === undefined || ownKey === key ? textAt(order, customer) >= id : ownKey > key;
    scores[index] = (scores[index] ?? 0) + Number(reaches);
  }
}

function placeByCuts(
  { cuts, closed, min, max, printedUnit }: CutScale,
  dimension: RfmDimension,
  column: Float64Array,
  scores: Uint8Array,
): void {
  for (const four of byFour(cuts)) {
    const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = four;
    if (closed === 'lower') addReached(a, b, c, d, column, scores);
    else addPassed(a, b, c, d, column, scores);
  }
  const best = cuts.length + 1;
  if (dimension === 'recency') for (let i = 0; i < scores.length; i += 1) scores[i] = best - (scores[i] ?? 0);
  else for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) + 1;
  if (printedUnit !== undefined) markBetween(cuts, printedUnit, column, scores);
  if (min !== undefined || max !== undefined)
    markOutside(min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY, column, scores);
}

function addReached(
  a: number,
  b: number,
  c: number,
  d: number,
  column: Float64Array,
  scores: Uint8Array,
): void {
  for (let i = 0; i < column.length; i += 1) {
    const own = column[i] ?? 0;
    scores[i] = (scores[i] ?? 0) + Number(own >= a) + Number(own >= b) + Number(own >= c) + Number(own >= d);
  }
}

function addPassed(
  a: number,
  b: number,
  c: number,
  d: number,
  column: Float64Array,
  scores: Uint8Array,
): void {
  for (let i = 0; i < column.length; i += 1) {
    const own = column[i] ?? 0;
    scores[i] = (scores[i] ?? 0) + Number(own > a) + Number(own > b) + Number(own > c) + Number(own > d);
  }
}

function markBetween(cuts: readonly number[], unit: number, column: Float64Array, scores: Uint8Array): void {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    if (cuts.some((cut) => value > cut - unit && value < cut)) scores[i] = NO_SCORES.betweenBands;
  }
}

function markOutside(min: number, max: number, column: Float64Array, scores: Uint8Array): void {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    if (value < min || value > max) scores[i] = NO_SCORES.outsideScale;
  }
}
