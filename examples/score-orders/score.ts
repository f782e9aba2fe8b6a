/** From orders to scored customers, and the populations the report shows. */
import {
  explainScore,
  type FittedRfm,
  type HeatMapCell,
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
  segmentTable,
} from 'clientele/rfm';
import { type PurchaseColumns, scoreColumns } from 'clientele/rfm/columns';
import { demand } from './demand.js';
import { type ChosenModel, fittedModel } from './fitted-model.js';
import { createCalendar } from './format.js';
import type { Ledger } from './ledger.js';

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

/** The scores of all customers; `undefined` where nobody ordered in the model's window. */
export function scoreOrders(purchases: PurchaseColumns, chosen: ChosenModel): ScoredOrders | undefined {
  if (!purchases.orders.some((count) => count > 0)) return undefined;
  const fitted = fittedModel(chosen, purchases);
  const customers = scoredCustomers('the model', fitted, purchases);
  const scores = scoresOf(fitted, purchases, customers);
  const { asOf, zone, window, currency, rejected, counts } = purchases;
  const all = customers.map(({ summary }) => summary);
  const summaries = { asOf, zone, window, currency, customers: all, rejected, counts };
  return {
    summaries,
    fitted,
    scores,
    customers,
    segments: segmentTable(scores, summaries),
    heatMap: rfHeatMap(scores, summaries),
  };
}

/** Every customer by id; `what` names the fault where they cannot be scored. */
export function scoredCustomers(
  what: string,
  fitted: FittedRfm,
  purchases: PurchaseColumns,
): readonly Customer[] {
  const columns = demand(what, scoreColumns(fitted, purchases));
  const customers: Customer[] = [];
  for (const index of purchases.byId()) {
    const summary = purchases.summary(index);
    const score = columns.row(index);
    if (summary !== undefined && score !== undefined) customers.push({ summary, score });
  }
  return customers;
}

/** Their scores as `scoreRfm` gives them. */
export function scoresOf(
  fitted: FittedRfm,
  { asOf }: PurchaseColumns,
  customers: readonly Customer[],
): RfmScores {
  const scores = customers.map(({ score }) => score);
  const scored = scores.filter(({ kind }) => kind === 'scored').length;
  const counts = { customers: scores.length, scored, unscored: scores.length - scored };
  return { customers: scores, counts, asOf, fitted };
}

/** The civil day of the last order; `undefined` where there is none. */
export function lastOrderDay({ lastPurchaseAt, zone }: Ledger): string | undefined {
  const last = lastPurchaseAt();
  return last === undefined ? undefined : createCalendar(zone)(last);
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
