/** From a model and purchase summaries to cut points: the half of scoring that looks at everybody. */
import { compareText } from '../foundation/ordering.js';
import type { Problem } from '../foundation/problem.js';
import { ntileStarts, quantileSorted } from '../foundation/quantile.js';
import { left, type Result, unless } from '../foundation/result.js';
import { sameWindow, windowName } from '../foundation/window.js';
import { checkModel } from './check-model.js';
import { noticesOf } from './fit-notices.js';
import type { FittedDimension, FittedRfm, FittedScale } from './fitted.js';
import type { QuantileScale, RfmDimension, RfmModel, RfmScale } from './model.js';
import { placeOn } from './place.js';
import type { PurchaseSummaries } from './summary.js';
import { type Measures, scaleValue } from './values.js';
import { scoresOf } from './weighted.js';

/**
 * Finds a model's cut points in the customers with an order in the window, and returns them with the model as a
 * plain object: store it, and score today's customers, tomorrow's, or a single one with the same cuts. A model of
 * fixed bands can be fitted without customers.
 *
 * Bins that stay empty because customers share values are reported in `notices`, with the sizes in each scale.
 *
 * @example
 * ```ts
 * import { fitRfm, orThrow, quintiles, scoreRfm, summarizePurchases } from 'clientele/rfm';
 *
 * const orders = Array.from({ length: 10 }, (_, i) => ({
 *   id: `${i}`, customerId: `c${i}`, at: Date.UTC(2025, i, 1), amount: 1000 * (i + 1), units: 1, kind: 'purchase' as const,
 * }));
 * const book = { orders, zone: 'UTC', currency: { code: 'EUR', minorUnit: 2 } };
 * const model = quintiles();
 * const summaries = orThrow(summarizePurchases(book, { asOf: '2025-12-31', window: model.window }));
 * const fitted = orThrow(fitRfm(model, summaries));
 *
 * fitted.monetary.scales[0]?.sizes; // => [2, 2, 2, 2, 2]
 * orThrow(scoreRfm(fitted, summaries)).customers.map((one) => one.kind === 'scored' && one.r); // => [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
 * ```
 */
export function fitRfm(model: RfmModel, summaries?: PurchaseSummaries): Result<FittedRfm> {
  const customers = (summaries?.customers ?? []).filter((one) => one.kind === 'ordered');
  const problems = [
    ...checkModel(model),
    ...conventionProblems(model, summaries),
    ...dataProblems(model, customers.length),
  ];
  const [first, ...rest] = problems;
  if (first !== undefined) return left(first, ...rest);
  const scales = fitAll(model, customers);
  return unless(collapseProblems(model, scales), () => {
    const between = (dimension: RfmDimension): number =>
      customers.filter((one) => {
        const value = scaleValue(model, dimension, one);
        return (
          placeOn(scales[dimension].scales[0] ?? null, dimension, value, one.customerId) === 'betweenBands'
        );
      }).length;
    const notices = noticesOf(model, scales, customers.length, summaries && between);
    if (summaries === undefined) return { format: 'fitted-rfm@1', model, ...scales, notices };
    const { asOf, zone, currency } = summaries;
    const fittedOn = { asOf, zone, currency, customers: customers.length };
    return { format: 'fitted-rfm@1', model, fittedOn, ...scales, notices };
  });
}

/** Where summaries were made under other conventions than the model's. */
export function conventionProblems(
  model: RfmModel,
  summaries: Pick<PurchaseSummaries, 'window' | 'currency'> | undefined,
): readonly Problem[] {
  if (summaries === undefined) return [];
  const as = { en: 'the model', zh: '模型' };
  const { currency } = model;
  const same =
    currency === undefined ||
    (currency.code === summaries.currency.code && currency.minorUnit === summaries.currency.minorUnit);
  const text = (one: { readonly code: string; readonly minorUnit: number }): string =>
    `${one.code} with ${one.minorUnit} decimals`;
  return [
    ...(sameWindow(model.window, summaries.window)
      ? []
      : [
          {
            code: 'otherConvention',
            path: ['window'],
            expected: { kind: 'sameAs', as, value: windowName(model.window) } as const,
            found: windowName(summaries.window),
          },
        ]),
    ...(currency === undefined || same
      ? []
      : [
          {
            code: 'otherConvention',
            path: ['currency'],
            expected: { kind: 'sameAs', as, value: text(currency) } as const,
            found: text(summaries.currency),
          },
        ]),
  ];
}

/** Quantiles need somebody to be found in. */
export function dataProblems(model: RfmModel, customers: number): readonly Problem[] {
  if (customers > 0 || DIMENSIONS.every((dimension) => model[dimension].scale.kind === 'bands')) return [];
  return [
    {
      code: 'noCustomers',
      path: ['customers'],
      expected: {
        kind: 'type',
        type: { en: 'customer with an order in the window', zh: '期间内有订单的顾客' },
      },
      found: { en: 'none', zh: '没有' },
    },
  ];
}

/** Dropped edges must leave something to tell apart. */
export function collapseProblems(model: RfmModel, fitted: Fitted): readonly Problem[] {
  return DIMENSIONS.filter(
    (dimension) => dropsRepeated(model[dimension].scale) && fitted[dimension].bins === 1,
  ).map((dimension) => ({
    code: 'oneValue',
    path: [dimension],
    expected: {
      kind: 'type',
      type: {
        en: 'dimension with two bins or more once repeated edges are dropped',
        zh: '去掉重复边界后仍有两组以上的维度',
      },
    },
    found: { en: 'one bin', zh: '只剩一组' },
  }));
}

/** Whether a scale may come out with fewer bins than it asks for. */
export function dropsRepeated(scale: RfmScale): boolean {
  return scale.kind === 'quantiles' && scale.ties === 'together' && scale.emptyBins === 'dropRepeated';
}

const DIMENSIONS: readonly RfmDimension[] = ['recency', 'frequency', 'monetary'];

type Fitted = Readonly<Record<RfmDimension, FittedDimension>>;

/** Independent: one scale per dimension. Nested: F within each R score, M within each R and F score. */
function fitAll(model: RfmModel, customers: readonly Measures[]): Fitted {
  const nested = model.binning === 'nested';
  const recency = fitCells(model, 'recency', [customers]);
  const byR = nested ? split(model, 'recency', recency, [customers]) : [customers];
  const frequency = fitCells(model, 'frequency', byR);
  const byF = nested ? split(model, 'frequency', frequency, byR) : [customers];
  return { recency, frequency, monetary: fitCells(model, 'monetary', byF) };
}

function fitCells(
  model: RfmModel,
  dimension: RfmDimension,
  cells: readonly (readonly Measures[])[],
): FittedDimension {
  const { scale } = model[dimension];
  const scales = cells.map((cell) =>
    cell.length === 0 && scale.kind === 'quantiles' ? null : fitScale(model, dimension, scale, cell),
  );
  const only = scales.length === 1 ? scales[0] : undefined;
  const bins = dropsRepeated(scale)
    ? Math.max(...(only ? [only.sizes.length] : scales.map((one) => one?.sizes.length ?? 1)))
    : scoresOf(scale);
  return { bins, scales };
}

/** Each cell's customers by their score in a dimension. */
function split(
  model: RfmModel,
  dimension: RfmDimension,
  fitted: FittedDimension,
  cells: readonly (readonly Measures[])[],
): readonly (readonly Measures[])[] {
  return cells.flatMap((cell, i) => {
    const groups = Array.from({ length: fitted.bins }, (): Measures[] => []);
    for (const one of cell) {
      const score = placeOn(
        fitted.scales[i] ?? null,
        dimension,
        scaleValue(model, dimension, one),
        one.customerId,
      );
      if (typeof score === 'number') groups[score - 1]?.push(one);
    }
    return groups;
  });
}

function fitScale(
  model: RfmModel,
  dimension: RfmDimension,
  scale: RfmScale,
  customers: readonly Measures[],
): FittedScale {
  const items = customers.map((one) => ({ value: scaleValue(model, dimension, one), id: one.customerId }));
  const cuts = findCuts(scale, dimension, items);
  const bins = cuts.kind === 'cuts' ? cuts.cuts.length + 1 : scoresOf(scale);
  const sizes = Array.from({ length: bins }, () => 0);
  for (const { value, id } of items) {
    const score = placeOn({ ...cuts, sizes }, dimension, value, id);
    if (typeof score === 'number') sizes[score - 1] = (sizes[score - 1] ?? 0) + 1;
  }
  return { ...cuts, sizes };
}

interface Item {
  readonly value: number;
  readonly id: string;
}
export type Cuts =
  | Omit<Extract<FittedScale, { kind: 'cuts' }>, 'sizes'>
  | Omit<Extract<FittedScale, { kind: 'ranks' }>, 'sizes'>;

function findCuts(scale: RfmScale, dimension: RfmDimension, items: readonly Item[]): Cuts {
  if (scale.kind === 'bands') {
    const { kind: _, ...bands } = scale;
    return { kind: 'cuts', ...bands };
  }
  return scale.ties === 'byRank'
    ? rankCuts(scale.bins, dimension, items)
    : quantileCuts(scale, Array.from(Float64Array.from(items, ({ value }) => value).sort()));
}

function rankCuts(bins: number, dimension: RfmDimension, items: readonly Item[]): Cuts {
  const better = dimension === 'recency' ? -1 : 1;
  const worstFirst = items.toSorted((a, b) => (a.value - b.value) * better || compareText(a.id, b.id));
  const boundaries = ntileStarts(worstFirst.length, bins).flatMap((start) => {
    const item = worstFirst[start];
    return item === undefined ? [] : [{ value: item.value, id: item.id }];
  });
  return { kind: 'ranks', boundaries };
}

/** The cuts of a quantile scale in ascending values. */
export function quantileCuts(
  scale: Extract<QuantileScale, { ties: 'together' }>,
  values: readonly number[],
): Extract<Cuts, { kind: 'cuts' }> {
  const { bins, method, shift, closed } = scale;
  const cuts = Array.from(
    { length: bins - 1 },
    (_, i) => quantileSorted(values, i + 1, bins, method) + shift,
  );
  if (scale.emptyBins === 'keep') return { kind: 'cuts', cuts, closed };
  const edges = new Set([values[0], ...cuts, values.at(-1)]);
  const inner = [...edges].filter((edge) => edge !== values[0] && edge !== values.at(-1));
  return { kind: 'cuts', cuts: inner.filter((edge) => edge !== undefined), closed };
}
