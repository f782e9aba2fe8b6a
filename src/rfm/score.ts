/** From a fitted model and purchase summaries to scores, codes, grades and segments. */

import { sameZone } from '../foundation/civil.js';
import type { Problem } from '../foundation/problem.js';
import { type Result, unless } from '../foundation/result.js';
import { sameWindow, windowName } from '../foundation/window.js';
import { codeOf } from './code.js';
import type { FittedRfm } from './fitted.js';
import { locate } from './locate.js';
import type { RfmDimension, RfmModel } from './model.js';
import type { NoScore } from './place.js';
import { segmentLookup, segmentOf } from './segment.js';
import type { PurchaseSummaries, PurchaseSummary } from './summary.js';
import type { Measures } from './values.js';
import { bandOf, type RfmTriple, scoresOf, weightedScore } from './weighted.js';

/** A customer with scores. */
export interface ScoredCustomer extends RfmTriple {
  readonly kind: 'scored';
  readonly customerId: string;
  /** The three scores as text, e.g. `'543'`; with a scale of ten scores `'10-3-7'`. */
  readonly code: string;
  /** The weighted sum of the scores, to nine decimals. */
  readonly weighted: number;
  /** Where the model has grades. */
  readonly grade?: string;
  /** Where the model has a segment map. */
  readonly segment?: string;
}

/** A customer without scores, and why. */
export interface UnscoredCustomer {
  readonly kind: 'unscored';
  readonly customerId: string;
  /**
   * `'neverOrdered'`: no order by the end of the window, perhaps returns or later orders; `'lapsed'`: no order in the window; `'outsideScale'`: a value below the smallest or above the
   * largest the scale knows; `'betweenBands'`: in a hole of a table printed in whole units; `'emptyCell'`: a nested
   * model met no customer with these scores when it was fitted.
   */
  readonly because: 'neverOrdered' | 'lapsed' | 'outsideScale' | 'betweenBands' | 'emptyCell';
  /** The dimension at fault. */
  readonly dimension?: RfmDimension;
}

/** A score, or the reason why there is none. */
export type RfmScore = ScoredCustomer | UnscoredCustomer;

/** The scores of all customers, with the conventions they were made under. */
export interface RfmScores {
  /** In the order of the summaries: by customer id. */
  readonly customers: readonly RfmScore[];
  readonly counts: { readonly customers: number; readonly scored: number; readonly unscored: number };
  readonly asOf: number;
  readonly fitted: FittedRfm;
}

/**
 * Scores one customer. Total: it never throws, and says why where there is no score.
 *
 * The summary must have been made under the model's window, zone and currency: it does not say so itself, and only
 * {@link scoreRfm} can check that.
 *
 * @example
 * ```ts
 * import { fitRfm, orThrow, scoreCustomer, sourceMaterialRfm } from 'clientele/rfm';
 *
 * const fitted = orThrow(fitRfm(sourceMaterialRfm()));
 * const customer = {
 *   kind: 'ordered', customerId: 'the printed example', orders: 5, purchaseDays: 5, units: 5, returns: 0,
 *   total: 150_000, averageOrderValue: 30_000, recencyDays: 61, recencyMonths: 2,
 *   firstOrderAt: 0, lastOrderAt: 0, customerSince: 0,
 * } as const;
 *
 * const score = scoreCustomer(fitted, customer);
 * score.kind === 'scored' && [score.code, score.weighted, score.grade]; // => ['442', 24, 'S']
 * ```
 */
export function scoreCustomer(fitted: FittedRfm, summary: PurchaseSummary): RfmScore {
  const { segments } = fitted.model;
  return scoreBy(fitted, summary, segments && ((scores) => segmentOf(segments, scores).segment));
}

/** {@link scoreCustomer} with the way from scores to a segment given, so that it is prepared once for many customers. */
export function scoreBy(
  fitted: FittedRfm,
  summary: PurchaseSummary,
  segment: ((scores: RfmTriple) => string) | undefined,
): RfmScore {
  const { customerId } = summary;
  if (summary.kind !== 'ordered') return { kind: 'unscored', customerId, because: summary.kind };
  return scoreMeasures(fitted, summary, segment);
}

/** The score of what was measured of a customer with at least one order. */
export function scoreMeasures(
  fitted: FittedRfm,
  measures: Measures,
  segment: ((scores: RfmTriple) => string) | undefined,
): RfmScore {
  const { model } = fitted;
  const { customerId } = measures;
  const none = (because: NoScore | undefined, dimension: RfmDimension): UnscoredCustomer => ({
    kind: 'unscored',
    customerId,
    because: because ?? 'emptyCell',
    dimension,
  });
  const [r, f, m] = locate(fitted, measures).map(({ score }) => score);
  if (typeof r !== 'number') return none(r, 'recency');
  if (typeof f !== 'number') return none(f, 'frequency');
  if (typeof m !== 'number') return none(m, 'monetary');

  const scores = { r, f, m };
  const weighted = weightedScore(model.weights, scores);
  const grade = model.grades && bandOf(model.grades, weighted)?.grade;
  return {
    kind: 'scored',
    customerId,
    ...scores,
    code: codeOf(scoresOfModel(model), scores),
    weighted,
    ...(grade === undefined ? {} : { grade }),
    ...(segment === undefined ? {} : { segment: segment(scores) }),
  };
}

/** How many scores each dimension of a model has; renumbered scales may use fewer. */
export function scoresOfModel({ recency, frequency, monetary }: RfmModel): RfmTriple {
  return { r: scoresOf(recency.scale), f: scoresOf(frequency.scale), m: scoresOf(monetary.scale) };
}

/** The highest score of each dimension. */
export function binsOf(fitted: FittedRfm): RfmTriple {
  return { r: fitted.recency.bins, f: fitted.frequency.bins, m: fitted.monetary.bins };
}

/**
 * Scores all customers, those the model was fitted on or others. A `Left` means that the summaries were made under
 * other conventions than the model: another window, currency or zone.
 */
export function scoreRfm(fitted: FittedRfm, summaries: PurchaseSummaries): Result<RfmScores> {
  return unless(conventionProblems(fitted, summaries), () => {
    const { segments } = fitted.model;
    const segment = segments && segmentLookup(segments);
    const customers = summaries.customers.map((summary) => scoreBy(fitted, summary, segment));
    const scored = customers.filter((one) => one.kind === 'scored').length;
    return {
      customers,
      counts: { customers: customers.length, scored, unscored: customers.length - scored },
      asOf: summaries.asOf,
      fitted,
    };
  });
}

/** Where summaries were made under other conventions than a fitted model. */
export function conventionProblems(
  fitted: FittedRfm,
  summaries: Pick<PurchaseSummaries, 'window' | 'currency' | 'zone'>,
): readonly Problem[] {
  const { model, fittedOn } = fitted;
  const ours = fittedOn?.currency ?? model.currency;
  const differs = (path: string, mine: string, theirs: string): readonly Problem[] =>
    (path === 'zone' ? sameZone(mine, theirs) : mine === theirs)
      ? []
      : [
          {
            code: 'otherConvention',
            path: [path],
            expected: { kind: 'sameAs', as: { en: 'the fitted model', zh: '已拟合的模型' }, value: mine },
            found: theirs,
          },
        ];
  const currency = (one: { readonly code: string; readonly minorUnit: number }): string =>
    `${one.code} with ${one.minorUnit} decimals`;
  return [
    ...(sameWindow(model.window, summaries.window)
      ? []
      : differs('window', windowName(model.window), windowName(summaries.window))),
    ...(ours === undefined ? [] : differs('currency', currency(ours), currency(summaries.currency))),
    ...(fittedOn === undefined ? [] : differs('zone', fittedOn.zone, summaries.zone)),
  ];
}
