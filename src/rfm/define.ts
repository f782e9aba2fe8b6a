/** The doors for models: read from storage with every problem listed, or written in code and checked at start-up. */
import type { ModelFormat } from '../foundation/format.js';
import type { Result } from '../foundation/result.js';
import { define, readStored } from '../foundation/schema.js';
import { checkFitted } from './check-fitted.js';
import { checkMapping } from './check-mapping.js';
import { checkModel } from './check-model.js';
import { checkSegmentRules } from './check-segment-rules.js';
import type { FittedRfm } from './fitted.js';
import type { OrderMapping, OrderMappingInput } from './mapping.js';
import type { RfmModel, RfmModelInput, SegmentMap, SegmentMapInput } from './model.js';
import { fittedRfmSchema, orderMappingSchema, rfmModelSchema, segmentMapSchema } from './schema.js';

const MODEL: ModelFormat = { name: 'rfm-model', version: 1, migrations: {} };
const FITTED: ModelFormat = { name: 'fitted-rfm', version: 1, migrations: {} };
const SEGMENTS: ModelFormat = { name: 'segment-map', version: 1, migrations: {} };
const MAPPING: ModelFormat = { name: 'order-mapping', version: 1, migrations: {} };

/**
 * An RFM model written in code, completed with the defaults and checked.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineRfmModel, elevenSegments } from 'clientele/rfm';
 *
 * const model = defineRfmModel({
 *   name: 'our shop',
 *   window: { kind: 'rollingMonths', months: 12 },
 *   recency: { scale: { kind: 'bands', cuts: [30, 90, 180, 365], closed: 'upper' } },
 *   frequency: { scale: { kind: 'quantiles', bins: 5, ties: 'together' } },
 *   monetary: { scale: { kind: 'quantiles', bins: 5, ties: 'byRank' } },
 *   segments: elevenSegments,
 * });
 *
 * model.weights; // => { r: 1, f: 1, m: 1 }
 * ```
 */
export function defineRfmModel(input: RfmModelInput): RfmModel {
  return define(rfmModelSchema(), input, MODEL, checkModel);
}

/** An RFM model from storage (`format: 'rfm-model@1'`), or every problem with its path. */
export function parseRfmModel(stored: unknown): Result<RfmModel> {
  return readStored(rfmModelSchema(), stored, MODEL, checkModel);
}

/** A fitted model from storage (`format: 'fitted-rfm@1'`), or every problem with its path. */
export function parseFittedRfm(stored: unknown): Result<FittedRfm> {
  return readStored(fittedRfmSchema(), stored, FITTED, checkFitted);
}

/**
 * A segment map written in code, checked for codes and ranges that cannot occur.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { checkSegmentMap, defineSegmentMap } from 'clientele/rfm';
 *
 * const map = defineSegmentMap({
 *   name: 'three groups',
 *   bins: { r: 3, f: 3, m: 3 },
 *   rules: [
 *     { segment: 'best', name: { en: 'Best', zh: '最佳' }, when: { r: [3, 3], fm: [3, 3] } },
 *     { segment: 'away', name: { en: 'Away', zh: '流失' }, when: { r: [1, 1] } },
 *   ],
 *   otherwise: { segment: 'middle', name: { en: 'Middle', zh: '中间' } },
 * });
 *
 * checkSegmentMap(map).sizes; // => [{ segment: 'best', combinations: 3 }, { segment: 'away', combinations: 9 }, { segment: 'middle', combinations: 15 }]
 * ```
 */
export function defineSegmentMap(input: SegmentMapInput): SegmentMap {
  return define(segmentMapSchema(), input, SEGMENTS, checkSegmentRules);
}

/** A segment map from storage (`format: 'segment-map@1'`), or every problem with its path. */
export function parseSegmentMap(stored: unknown): Result<SegmentMap> {
  return readStored(segmentMapSchema(), stored, SEGMENTS, checkSegmentRules);
}

/**
 * An order mapping written in code, completed with the defaults and checked.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineOrderMapping } from 'clientele/rfm';
 *
 * const mapping = defineOrderMapping({
 *   rows: 'orders',
 *   columns: { orderId: 'id', customerId: 'customer', at: 'placed', amount: 'total' },
 *   zone: 'Europe/London',
 *   currency: { code: 'GBP', minorUnit: 2 },
 * });
 *
 * mapping.rounding; // => 'exact'
 * mapping.policies.returns; // => 'net'
 * ```
 */
export function defineOrderMapping(input: OrderMappingInput): OrderMapping {
  return define(orderMappingSchema(), input, MAPPING, checkMapping);
}

/** An order mapping from storage (`format: 'order-mapping@1'`), or every problem with its path. */
export function parseOrderMapping(stored: unknown): Result<OrderMapping> {
  return readStored(orderMappingSchema(), stored, MAPPING, checkMapping);
}
