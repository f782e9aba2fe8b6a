/** From what each customer bought to scores and the populations the report shows: columns, not an object for each. */
import {
  explainScore,
  type FittedRfm,
  type HeatMapCell,
  type PurchaseSummary,
  type RfmScore,
  type SegmentRow,
  type Statement,
} from 'clientele/rfm';
import {
  type PurchaseColumns,
  type RfmScoreColumns,
  rfHeatMapColumns,
  scoreColumns,
  segmentTableColumns,
} from 'clientele/rfm/columns';
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
  readonly purchases: PurchaseColumns;
  readonly fitted: FittedRfm;
  readonly scores: RfmScoreColumns;
  /** The customers' indices in the columns, by customer id. */
  readonly byId: Int32Array;
  readonly segments: readonly SegmentRow[];
  readonly heatMap: readonly HeatMapCell[];
}

/** The scores of all customers; `undefined` where nobody ordered in the model's window. */
export function scoreOrders(purchases: PurchaseColumns, chosen: ChosenModel): ScoredOrders | undefined {
  if (!purchases.orders.some((count) => count > 0)) return undefined;
  const fitted = fittedModel(chosen, purchases);
  const scores = demand('the model', scoreColumns(fitted, purchases));
  return {
    purchases,
    fitted,
    scores,
    byId: purchases.byId(),
    segments: segmentTableColumns(scores),
    heatMap: rfHeatMapColumns(scores),
  };
}

/** The customer at an index of the columns. @throws RangeError where there is none. */
export function customerAt({ purchases, scores }: ScoredOrders, index: number): Customer {
  const summary = purchases.summary(index);
  const score = scores.row(index);
  if (summary === undefined || score === undefined) throw new RangeError(`no customer at ${index}`);
  return { summary, score };
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
