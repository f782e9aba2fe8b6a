/**
 * RFM scoring over columns: the answers of `clientele/rfm` for millions of orders in typed arrays.
 *
 * The walk: arrays → `orderColumns` → `aggregateOrders` → `fitColumns` → `scoreColumns`.
 *
 * @packageDocumentation
 */
export { aggregateOrders, appendOrders, mergePartials } from './aggregate.js';
export type {
  ColumnRange,
  IdColumn,
  IntegerColumn,
  OrderColumns,
  OrderColumnsInput,
} from './column-types.js';
export type { AggregateOptions } from './conventions.js';
export { fitColumns } from './fit-columns.js';
export { orderColumns } from './order-columns.js';
export type { PurchaseColumns } from './purchase-columns.js';
export { type RfmScoreColumns, scoreColumns, type UnscoredReason } from './score-columns.js';
