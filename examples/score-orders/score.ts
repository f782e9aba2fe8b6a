/** From orders to scored customers, and the populations the report shows. */
import {
  explainScore,
  type FittedRfm,
  type HeatMapCell,
  type OrderBook,
  type OrderedSummary,
  type PurchaseSummaries,
  type PurchaseSummary,
  type RfmDimension,
  type RfmModel,
  type RfmScore,
  type RfmScores,
  rfHeatMap,
  type SegmentRow,
  type Statement,
  scoreRfm,
  segmentTable,
  summarizePurchases,
} from 'clientele/rfm';
import { demand } from './demand.js';
import { type ChosenModel, fittedModel, windowOf } from './fitted-model.js';
import { createCalendar } from './format.js';

/** A customer with what was bought and what it scored. */
export interface Customer {
  readonly summary: PurchaseSummary;
  readonly score: RfmScore;
}

/** Everything known once the customers are scored. */
export interface ScoredOrders {
  readonly summaries: PurchaseSummaries;
  readonly fitted: FittedRfm;
  readonly scores: RfmScores;
  /** By customer id. */
  readonly customers: readonly Customer[];
  readonly segments: readonly SegmentRow[];
  readonly heatMap: readonly HeatMapCell[];
}

/** The scores of all customers in the orders; `undefined` where nobody ordered in the model's window. */
export function scoreOrders(book: OrderBook, asOf: string, chosen: ChosenModel): ScoredOrders | undefined {
  const summaries = demand('--as-of', summarizePurchases(book, { asOf, window: windowOf(chosen) }));
  if (!summaries.customers.some(({ kind }) => kind === 'ordered')) return undefined;
  const fitted = fittedModel(chosen, summaries);
  const scores = demand('the model', scoreRfm(fitted, summaries));
  // scoreRfm keeps the order of the summaries.
  const customers = summaries.customers.flatMap((summary, i) => {
    const score = scores.customers[i];
    return score === undefined ? [] : [{ summary, score }];
  });
  return {
    summaries,
    fitted,
    scores,
    customers,
    segments: segmentTable(scores, summaries),
    heatMap: rfHeatMap(scores, summaries),
  };
}

/** The civil day of the last order; `undefined` where there is none. */
export function lastOrderDay({ orders, zone }: OrderBook): string | undefined {
  const last = orders.findLast(({ kind }) => kind === 'purchase');
  return last === undefined ? undefined : createCalendar(zone)(last.at);
}

/** The reasons for a customer's score, or for its absence. */
export function reasonsOf(fitted: FittedRfm, { summary }: Customer): readonly Statement[] {
  return explainScore(fitted, summary).statements;
}

/** The value a model scores in a dimension: days or months, a count, minor units. */
export function measureOf(model: RfmModel, dimension: RfmDimension, summary: OrderedSummary): number {
  switch (dimension) {
    case 'recency':
      return model.recency.unit === 'days' ? summary.recencyDays : summary.recencyMonths;
    case 'frequency':
      return summary[model.frequency.counts];
    case 'monetary':
      if (model.monetary.basis === 'total') return summary.total;
      return model.monetary.basis === 'averageOrderValue'
        ? summary.averageOrderValue
        : summary.total / summary.purchaseDays;
  }
}
