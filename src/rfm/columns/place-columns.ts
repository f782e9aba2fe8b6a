/** Where each value of a column falls on a fitted scale: `placeOn` for many customers at once. */
import type { FittedScale } from '../fitted.js';
import type { RfmDimension } from '../model.js';
import type { NoScore } from '../place.js';
import { byFour } from './by-four.js';
import { placeByRank } from './place-by-rank.js';
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
  if (scale.kind === 'ranks') placeByRank(scale.boundaries, dimension, sample, scores);
  else placeByCuts(scale, dimension, sample.values[dimension], scores);
  return scores;
}

type CutScale = Extract<FittedScale, { kind: 'cuts' }>;

// Below, comparisons are added up as numbers: a branch that depends on the data costs more than the comparison.

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
