/** Where each value of a column falls on a fitted scale: `placeOn` for many customers at once. */
import type { FittedScale } from '../fitted.js';
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

function placeByRank(
  { boundaries }: Ranks,
  dimension: RfmDimension,
  sample: Sample,
  scores: Uint8Array,
): void {
  const { customers, values } = sample;
  scores.fill(1);
  if (boundaries.length === 0) return;
  const order = sample.order();
  for (const { value, id } of boundaries) {
    const key = order.keyOf(id);
    const ranked: Ranked = {
      value: dimension === 'recency' ? -value : value,
      sign: dimension === 'recency' ? -1 : 1,
      id,
    };
    if (key === undefined) countByText(ranked, values[dimension], customers, order, scores);
    else countByKey(ranked, key, values[dimension], customers, order, scores);
  }
}

/** A boundary, turned so that more is better. */
interface Ranked {
  readonly value: number;
  readonly sign: 1 | -1;
  readonly id: string;
}

/** Adds one to the scores of customers who rank with or above a boundary. */
function countByKey(
  { value, sign, id }: Ranked,
  key: number,
  column: Float64Array,
  customers: Int32Array,
  order: IdOrder,
  scores: Uint8Array,
): void {
  const { keys } = order;
  for (let i = 0; i < column.length; i += 1) {
    const own = sign * (column[i] ?? 0);
    if (own < value) continue;
    if (own === value) {
      const ownKey = keys[customers[i] ?? 0] ?? 0;
      if (ownKey < key || (ownKey === key && textAt(order, customers[i] ?? 0) < id)) continue;
    }
    scores[i] = (scores[i] ?? 0) + 1;
  }
}

/** {@link countByKey} for a boundary's id that has no key among those of the customers. */
function countByText(
  { value, sign, id }: Ranked,
  column: Float64Array,
  customers: Int32Array,
  order: IdOrder,
  scores: Uint8Array,
): void {
  for (let i = 0; i < column.length; i += 1) {
    const own = sign * (column[i] ?? 0);
    if (own < value || (own === value && textAt(order, customers[i] ?? 0) < id)) continue;
    scores[i] = (scores[i] ?? 0) + 1;
  }
}

function placeByCuts(
  { cuts, closed, min, max, printedUnit }: CutScale,
  dimension: RfmDimension,
  column: Float64Array,
  scores: Uint8Array,
): void {
  for (const cut of cuts) {
    if (closed === 'lower') {
      for (let i = 0; i < column.length; i += 1)
        if ((column[i] ?? 0) >= cut) scores[i] = (scores[i] ?? 0) + 1;
    } else {
      for (let i = 0; i < column.length; i += 1) if ((column[i] ?? 0) > cut) scores[i] = (scores[i] ?? 0) + 1;
    }
  }
  const best = cuts.length + 1;
  for (let i = 0; i < column.length; i += 1) {
    const passed = scores[i] ?? 0;
    scores[i] = dimension === 'recency' ? best - passed : passed + 1;
  }
  if (printedUnit !== undefined) markBetween(cuts, printedUnit, column, scores);
  if (min !== undefined || max !== undefined)
    markOutside(min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY, column, scores);
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
