/**
 * RFM scoring over columns: the answers of `clientele/rfm` for millions of orders in typed arrays.
 *
 * The walk: arrays → `orderColumns` → `aggregateOrders` → `fitColumns` → `scoreColumns`.
 *
 * @packageDocumentation
 */

export type { AsOf } from '../../foundation/instant.js';
export type { Currency } from '../../foundation/money.js';
export type { Problem, Problems } from '../../foundation/problem.js';
export type { Result } from '../../foundation/result.js';
export type { Window } from '../../foundation/window.js';
export type { RfmExplanation } from '../explanation.js';
export type { FittedRfm } from '../fitted.js';
export type { RfmModel } from '../model.js';
export type { HeatMapCell, SegmentRow } from '../populations/tables.js';
export type { RfmScore, RfmScores, UnscoredCustomer } from '../score.js';
export type { PurchaseSummaries, PurchaseSummary } from '../summary.js';
export { aggregateOrderObjects, aggregateOrders, appendOrders, mergePartials } from './aggregate.js';
export { collectPurchases, type PurchaseCollector } from './collect.js';
export type {
  ColumnRange,
  IdColumn,
  IntegerColumn,
  OrderColumns,
  OrderColumnsInput,
} from './column-types.js';
export type { AggregateOptions } from './conventions.js';
export { fitColumns } from './fit-columns.js';
export type { Ids } from './ids.js';
export { orderColumns } from './order-columns.js';
export { rfHeatMapColumns, segmentTableColumns } from './populations.js';
export type { PurchaseColumns } from './purchase-columns.js';
export { type RfmScoreColumns, scoreColumns, type UnscoredReason } from './score-columns.js';
