/** Why a customer has the scores, the grade and the segment it has, and how far the next step is. */
import { bandAround } from './band-around.js';
import { stateDimension, stateGrade, stateSegment } from './explain-words.js';
import type {
  DimensionExplanation,
  GradeExplanation,
  RfmExplanation,
  SegmentExplanation,
} from './explanation.js';
import type { FittedRfm } from './fitted.js';
import { type Located, locate, scoresOn } from './locate.js';
import { type ScoredCustomer, scoreCustomer } from './score.js';
import { segmentOf } from './segment.js';
import type { PurchaseSummary } from './summary.js';
import { unscoredDimension } from './unscored.js';
import { stateNoOrder, stateUnscored } from './unscored-words.js';
import { isWhole } from './values.js';

/**
 * Explains a customer's score: for each dimension the value, the band it fell in and the distance to the next
 * better one; the grade and what is missing for the next; the rule that gave the segment. Where there is no score,
 * the value at fault and the limit it missed. The summary must have been made under the model's window, zone and
 * currency: only `scoreRfm` can check that.
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
 * describe(explanation, 'en').split('\n')[1]; // => 'Frequency: 5 orders, score 4 of 5 (4 or more, below 6); score 5 from 6 orders: 1 more order.'
 * ```
 */
export function explainScore(fitted: FittedRfm, summary: PurchaseSummary): RfmExplanation {
  const score = scoreCustomer(fitted, summary);
  const places = summary.kind === 'ordered' ? locate(fitted, summary) : [];
  const dimensions = places.flatMap((place) => explainDimension(fitted, place, score.customerId));
  const sentences = dimensions.map((one) => stateDimension(one, fitted));
  if (score.kind === 'unscored') {
    const [unscored] = places.flatMap((place) => unscoredDimension(place) ?? []);
    const why = unscored === undefined ? stateNoOrder(score, summary) : stateUnscored(unscored, fitted);
    return {
      score,
      dimensions,
      ...(unscored === undefined ? {} : { unscored }),
      statements: [why, ...sentences],
    };
  }
  const grade = explainGrade(fitted, score);
  const segment = explainSegment(fitted, score);
  return {
    score,
    dimensions,
    ...(grade === undefined ? {} : { grade }),
    ...(segment === undefined ? {} : { segment }),
    statements: [
      ...sentences,
      ...(grade === undefined ? [] : [stateGrade(grade, fitted, score)]),
      ...(segment === undefined ? [] : [stateSegment(segment, fitted, score)]),
    ],
  };
}

function explainDimension(
  { model }: FittedRfm,
  { dimension, value, scale, score }: Located,
  id: string,
): readonly DimensionExplanation[] {
  if (scale === null || typeof score !== 'number') return [];
  const whole = isWhole(model, dimension);
  const band = bandAround(scale, dimension, { value, score, id, whole });
  return [{ dimension, value, score, of: scoresOn(scale), band }];
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
