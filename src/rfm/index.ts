/**
 * RFM scoring: from orders to scored, segmented, explained customers.
 *
 * The walk: rows → `parseOrders` → orders → `summarizePurchases` → `fitRfm` → `scoreRfm` → `explainScore`.
 *
 * @packageDocumentation
 */

export type { NumberStyle } from '../foundation/decimal.js';
export { type Describable, describe } from '../foundation/describe.js';
export type { AsOf } from '../foundation/instant.js';
export type { Currency, Rounding } from '../foundation/money.js';
export type { Expectation, Problem, Problems } from '../foundation/problem.js';
export type { QuantileType } from '../foundation/quantile.js';
export { orThrow, ProblemError, type Result } from '../foundation/result.js';
export type { Bilingual, Language, Statement, StatementValue, Words } from '../foundation/statement.js';
export type { Window } from '../foundation/window.js';
export type { ScaleBand } from './band-around.js';
export {
  checkSegmentMap,
  type SegmentMapReport,
  type SegmentOverlap,
  type ShadowedRule,
} from './check-segment-map.js';
export {
  defineOrderMapping,
  defineRfmModel,
  defineSegmentMap,
  parseFittedRfm,
  parseOrderMapping,
  parseRfmModel,
  parseSegmentMap,
} from './define.js';
export { explainScore } from './explain.js';
export type {
  DimensionExplanation,
  GradeExplanation,
  RfmExplanation,
  SegmentExplanation,
} from './explanation.js';
export { fitRfm } from './fit.js';
export type { FittedDimension, FittedRfm, FittedScale, RankBoundary, RfmNotice } from './fitted.js';
export type { DateForm, OrderMapping, OrderMappingInput, OrderPolicies, ReturnSigns } from './mapping.js';
export type { MergedCustomers } from './merged-customers.js';
export type {
  BandScale,
  GradeBand,
  GradeScheme,
  QuantileScale,
  QuantileScaleInput,
  RfmDimension,
  RfmModel,
  RfmModelInput,
  RfmScale,
  RfmScaleInput,
  RfmWeights,
  ScoreRange,
  SegmentCondition,
  SegmentMap,
  SegmentMapInput,
  SegmentRule,
} from './model.js';
export type { Order, OrderBook, ParsedOrders, RejectedRow, RowCounts } from './order.js';
export type { OrderReader, OrderReadOptions } from './order-reader.js';
export { createOrderReader, parseOrders } from './parse-orders.js';
export type { PlainOrder } from './plain-order.js';
export {
  type ChartData,
  distributionChart,
  heatMapChart,
  migrationChart,
  segmentChart,
} from './populations/chart.js';
export {
  type Distribution,
  type DistributionBar,
  type DistributionOptions,
  distribution,
} from './populations/distribution.js';
export {
  type Migration,
  type MigrationCell,
  type MigrationState,
  migration,
} from './populations/migration.js';
export { type HeatMapCell, rfHeatMap, type SegmentRow, segmentTable } from './populations/tables.js';
export { pymcQuartiles, type Rfm030Options, rfm030 } from './presets/compatible.js';
export { elevenSegments } from './presets/eleven-segments.js';
export { putlerSegments } from './presets/putler-segments.js';
export { pymcSegments } from './presets/pymc-segments.js';
export { type QuintileOptions, quintiles } from './presets/quintiles.js';
export { rfm02ExampleSegments } from './presets/rfm02-segments.js';
export { rfm030ExampleSegments } from './presets/rfm030-segments.js';
export {
  type SourceMaterialOptions,
  sourceMaterialGrades,
  sourceMaterialRfm,
} from './presets/source-material.js';
export { tenSegments } from './presets/ten-segments.js';
export { maskRow } from './read-cells.js';
export {
  type RfmScore,
  type RfmScores,
  type ScoredCustomer,
  scoreCustomer,
  scoreRfm,
  type UnscoredCustomer,
} from './score.js';
export { type SegmentMatch, segmentOf } from './segment.js';
export { type SummaryOptions, summarizePurchases } from './summarize.js';
export type {
  LapsedSummary,
  NeverOrderedSummary,
  OrderedSummary,
  PurchaseCounts,
  PurchaseSummaries,
  PurchaseSummary,
} from './summary.js';
export type { PrintedBand, UnscoredDimension } from './unscored.js';
export { gradeForScore, type RfmTriple } from './weighted.js';
export { type OneMoreOrder, type WhatIf, whatIfOrder } from './what-if.js';
