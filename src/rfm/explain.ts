/** Why a customer has the scores, the grade and the segment it has, and how far the next step is. */
import { bandAround } from './band-around.js';
import { stateDimension, stateGrade, stateSegment, stateUnscored } from './explain-words.js';
import type {
  DimensionExplanation,
  GradeExplanation,
  RfmExplanation,
  SegmentExplanation,
} from './explanation.js';
import type { FittedRfm } from './fitted.js';
import { type ScoredCustomer, scoreCustomer } from './score.js';
import { segmentOf } from './segment.js';
import type { PurchaseSummary } from './summary.js';
import { type Measures, scaleValue } from './values.js';

/**
 * Explains a customer's score: for each dimension the value, the band it fell in and the distance to the next
 * better one; the grade and what is missing for the next; the rule that gave the segment.
 *
 * @example
 * ```ts
 * import { describe, explainScore, fitRfm, orThrow, sourceMaterialRfm } from 'clientele/rfm';
 *
 * const fitted = orThrow(fitRfm(sourceMaterialRfm()));
 * const explanation = explainScore(fitted, {
 *   kind: 'ordered', customerId: 'ann', orders: 5, purchaseDays: 5, units: 5, returns: 0, total: 150_000,
 *   averageOrderValue: 30_000, recencyDays: 61, recencyMonths: 2, firstOrderAt: 0, lastOrderAt: 0, customerSince: 0,
 * });
 *
 * explanation.dimensions[1]?.band.next; // => { score: 5, at: 6, included: true, distance: 1 }
 * describe(explanation, 'en').split('\n')[1]; // => 'Frequency: 5 orders, score 4 of 5 (4 or more, below 6); score 5 from 6: 1 more.'
 * ```
 */
export function explainScore(fitted: FittedRfm, summary: PurchaseSummary): RfmExplanation {
  const score = scoreCustomer(fitted, summary);
  if (score.kind === 'unscored') {
    return { score, dimensions: [], statements: [stateUnscored(score, fitted, summary)] };
  }
  const dimensions = summary.kind === 'ordered' ? explainDimensions(fitted, score, summary) : [];
  const grade = explainGrade(fitted, score);
  const segment = explainSegment(fitted, score);
  return {
    score,
    dimensions,
    ...(grade === undefined ? {} : { grade }),
    ...(segment === undefined ? {} : { segment }),
    statements: [
      ...dimensions.map((one) => stateDimension(one, fitted)),
      ...(grade === undefined ? [] : [stateGrade(grade, fitted, score)]),
      ...(segment === undefined ? [] : [stateSegment(segment, fitted, score)]),
    ],
  };
}

function explainDimensions(
  fitted: FittedRfm,
  score: ScoredCustomer,
  measures: Measures,
): readonly DimensionExplanation[] {
  const nested = fitted.model.binning === 'nested';
  const parts = [
    { dimension: 'recency', score: score.r, cell: 0 },
    { dimension: 'frequency', score: score.f, cell: score.r - 1 },
    { dimension: 'monetary', score: score.m, cell: (score.r - 1) * fitted.frequency.bins + (score.f - 1) },
  ] as const;
  return parts.flatMap(({ dimension, score: points, cell }) => {
    const scale = fitted[dimension].scales[nested ? cell : 0];
    if (scale === undefined || scale === null) return [];
    const value = scaleValue(fitted.model, dimension, measures);
    const band = bandAround(scale, dimension, { value, score: points, id: score.customerId });
    return [{ dimension, value, score: points, of: fitted[dimension].bins, band }];
  });
}

function explainGrade(
  { model }: FittedRfm,
  { grade, weighted }: ScoredCustomer,
): GradeExplanation | undefined {
  const bands = model.grades?.bands ?? [];
  const index = bands.findIndex((band) => band.grade === grade);
  const band = bands[index];
  if (band === undefined) return undefined;
  const above = bands[index - 1];
  const next = above && {
    grade: above.grade,
    from: above.from,
    missing: Math.round((above.from - weighted) * 1e9) / 1e9,
  };
  return { grade: band.grade, weighted, from: band.from, ...(next === undefined ? {} : { next }) };
}

function explainSegment({ model }: FittedRfm, score: ScoredCustomer): SegmentExplanation | undefined {
  if (model.segments === undefined) return undefined;
  const { segment, rule } = segmentOf(model.segments, score);
  const unverified = rule !== null && model.segments.rules[rule]?.unverified === true;
  return { segment, rule, unverified };
}
