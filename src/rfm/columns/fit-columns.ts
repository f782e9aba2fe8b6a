/** From a model and purchase columns to cut points: `fitRfm` over columns. */
import type { Problem } from '../../foundation/problem.js';
import { ntileStarts } from '../../foundation/quantile.js';
import { left, type Result, unless } from '../../foundation/result.js';
import { checkModel } from '../check-model.js';
import { collapseProblems, conventionProblems, dataProblems, dropsRepeated } from '../fit.js';
import { noticesOf } from '../fit-notices.js';
import type { FittedDimension, FittedRfm, FittedScale } from '../fitted.js';
import type { RfmDimension, RfmModel, RfmScale } from '../model.js';
import { scoresOf } from '../weighted.js';
import { findCuts } from './find-cuts.js';
import { HIGHEST, NO_SCORES, placeSample } from './place-columns.js';
import type { PurchaseColumns } from './purchase-columns.js';
import { partOf, type Sample, sampleOf } from './sample.js';

/**
 * Finds a model's cut points in purchase columns. The answer is the same plain object that `fitRfm` gives for the
 * same customers: it scores columns and objects alike.
 *
 * @example
 * ```ts
 * import { orThrow, quintiles } from 'clientele/rfm';
 * import { aggregateOrders, fitColumns, orderColumns } from 'clientele/rfm/columns';
 *
 * const columns = orThrow(
 *   orderColumns({
 *     customer: Int32Array.from({ length: 10 }, (_, i) => i),
 *     at: Float64Array.from({ length: 10 }, (_, i) => Date.UTC(2025, i, 1)),
 *     amount: Int32Array.from({ length: 10 }, (_, i) => 1000 * (i + 1)),
 *   }),
 * );
 * const currency = { code: 'EUR', minorUnit: 2 };
 * const purchases = orThrow(aggregateOrders(columns, { asOf: '2025-12-31', zone: 'UTC', currency }));
 * const fitted = orThrow(fitColumns(quintiles(), purchases));
 *
 * fitted.monetary.scales[0]?.sizes; // => [2, 2, 2, 2, 2]
 * ```
 */
export function fitColumns(model: RfmModel, purchases: PurchaseColumns): Result<FittedRfm> {
  const before = [
    ...checkModel(model),
    ...conventionProblems(model, purchases),
    ...dayProblems(model, purchases),
  ];
  const [first, ...rest] = before;
  if (first !== undefined) return left(first, ...rest);
  const sample = sampleOf(model, purchases);
  const [none] = dataProblems(model, sample.size);
  return none === undefined ? fitSample(model, purchases, sample) : left(none);
}

/** A model that counts purchase days, and purchases that did not. */
export function dayProblems(model: RfmModel, purchases: PurchaseColumns): readonly Problem[] {
  const needs = model.frequency.counts === 'purchaseDays' || model.monetary.basis === 'averageDayValue';
  if (!needs || purchases.purchaseDays !== undefined) return [];
  return [
    {
      code: 'otherConvention',
      path: ['purchaseDays'],
      expected: { kind: 'sameAs', as: { en: 'the model', zh: '模型' }, value: 'count' },
      found: 'leaveOut',
    },
  ];
}

function fitSample(
  model: RfmModel,
  { asOf, zone, currency }: PurchaseColumns,
  sample: Sample,
): Result<FittedRfm> {
  const scales = fitAll(model, sample);
  return unless(collapseProblems(model, scales), () => {
    const between = (dimension: RfmDimension): number =>
      placeSample(scales[dimension].scales[0] ?? null, dimension, sample).filter(
        (score) => score === NO_SCORES.betweenBands,
      ).length;
    const notices = noticesOf(model, scales, sample.size, between);
    const fittedOn = { asOf, zone, currency, customers: sample.size };
    return { format: 'fitted-rfm@1', model, fittedOn, ...scales, notices };
  });
}

/** Independent: one scale per dimension. Nested: F within each R score, M within each R and F score. */
function fitAll(model: RfmModel, sample: Sample): Readonly<Record<RfmDimension, FittedDimension>> {
  const nested = model.binning === 'nested';
  const recency = fitCells(model, 'recency', [sample]);
  const byR = nested ? split('recency', recency, [sample]) : [sample];
  const frequency = fitCells(model, 'frequency', byR);
  const byF = nested ? split('frequency', frequency, byR) : [sample];
  return { recency, frequency, monetary: fitCells(model, 'monetary', byF) };
}

function fitCells(model: RfmModel, dimension: RfmDimension, cells: readonly Sample[]): FittedDimension {
  const { scale } = model[dimension];
  const scales = cells.map((cell) =>
    cell.size === 0 && scale.kind === 'quantiles' ? null : fitScale(dimension, scale, cell),
  );
  const only = scales.length === 1 ? scales[0] : undefined;
  const bins = dropsRepeated(scale)
    ? Math.max(...(only ? [only.sizes.length] : scales.map((one) => one?.sizes.length ?? 1)))
    : scoresOf(scale);
  return { bins, scales };
}

function fitScale(dimension: RfmDimension, scale: RfmScale, sample: Sample): FittedScale {
  const cuts = findCuts(scale, dimension, sample);
  // Boundaries are customers of the sample: the groups are as large as NTILE makes them.
  if (cuts.kind === 'ranks') return { ...cuts, sizes: ntileSizes(sample.size, scoresOf(scale)) };
  const bins = cuts.cuts.length + 1;
  const sizes = new Int32Array(HIGHEST + 4);
  for (const score of placeSample({ ...cuts, sizes: [] }, dimension, sample))
    sizes[score] = (sizes[score] ?? 0) + 1;
  return { ...cuts, sizes: Array.from(sizes.subarray(1, bins + 1)) };
}

function ntileSizes(size: number, bins: number): readonly number[] {
  const starts = [0, ...ntileStarts(size, bins), size];
  return Array.from({ length: bins }, (_, i) => (starts[i + 1] ?? 0) - (starts[i] ?? 0));
}

/** Each cell's customers by their score in a dimension. */
function split(
  dimension: RfmDimension,
  fitted: FittedDimension,
  cells: readonly Sample[],
): readonly Sample[] {
  return cells.flatMap((cell, i) => {
    const groups = Array.from({ length: fitted.bins }, (): number[] => []);
    placeSample(fitted.scales[i] ?? null, dimension, cell).forEach((score, index) => {
      groups[score - 1]?.push(index);
    });
    return groups.map((group) => partOf(cell, Int32Array.from(group)));
  });
}
