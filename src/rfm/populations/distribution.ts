/** How the customers' values spread over one dimension: a histogram with round edges, and the quartiles. */
import { quantileSorted } from '../../foundation/quantile.js';
import type { RfmDimension, RfmModel } from '../model.js';
import type { PurchaseSummaries } from '../summary.js';
import { scaleValue } from '../values.js';

/** One bar of a histogram: values from `from` (inclusive) to `to` (exclusive; inclusive in the last bar). */
export interface DistributionBar {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly share: number;
}

/** The values of one dimension, over customers with an order in the window. */
export interface Distribution {
  readonly dimension: RfmDimension;
  readonly customers: number;
  /** Smallest, quartiles (sample quantiles of type 7) and largest value; absent where there is no customer. */
  readonly quartiles?: {
    readonly min: number;
    readonly lower: number;
    readonly median: number;
    readonly upper: number;
    readonly max: number;
  };
  readonly bars: readonly DistributionBar[];
}

/**
 * The distribution of the values a model looks at in one dimension, in at most `bars` bars of one round width
 * (1, 2 or 5 × a power of ten).
 *
 * @example
 * ```ts
 * import { distribution, orThrow, quintiles, summarizePurchases } from 'clientele/rfm';
 *
 * const orders = [1, 1, 2, 7].flatMap((n, c) =>
 *   Array.from({ length: n }, (_, i) => ({
 *     id: `${c}-${i}`, customerId: `c${c}`, at: Date.UTC(2025, 0, 1 + i), amount: 1000, units: 1, kind: 'purchase' as const,
 *   })),
 * );
 * const summaries = orThrow(summarizePurchases({ orders, zone: 'UTC', currency: { code: 'EUR', minorUnit: 2 } }, { asOf: '2025-01-31' }));
 * const { bars, quartiles } = distribution(quintiles(), summaries, 'frequency', 4);
 *
 * bars.map(({ from, to, customers }) => [from, to, customers]); // => [[0, 2, 2], [2, 4, 1], [4, 6, 0], [6, 8, 1]]
 * quartiles?.median; // => 1.5
 * ```
 */
export function distribution(
  model: RfmModel,
  summaries: PurchaseSummaries,
  dimension: RfmDimension,
  bars = 20,
): Distribution {
  const values = summaries.customers
    .flatMap((one) => (one.kind === 'ordered' ? [scaleValue(model, dimension, one)] : []))
    .sort((a, b) => a - b);
  const [min] = values;
  const max = values.at(-1);
  if (min === undefined || max === undefined) return { dimension, customers: 0, bars: [] };
  const quarter = (n: number): number => quantileSorted(values, n, 4, 'type7');
  return {
    dimension,
    customers: values.length,
    quartiles: { min, lower: quarter(1), median: quarter(2), upper: quarter(3), max },
    bars: barsOf(values, min, max, Math.max(1, Math.floor(bars))),
  };
}

function barsOf(
  values: readonly number[],
  min: number,
  max: number,
  most: number,
): readonly DistributionBar[] {
  const width = roundWidth(min, max, most);
  const first = Math.floor(min / width);
  const count = Math.max(Math.ceil(max / width) - first, 1);
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    const bar = Math.min(Math.floor(value / width) - first, count - 1);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((customers, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    customers,
    share: customers / values.length,
  }));
}

/** The smallest of 1, 2, 5, 10, 20, 50, … (or their decimal parts) that covers the range in at most `most` bars. */
function roundWidth(min: number, max: number, most: number): number {
  const least = (max - min) / most;
  let power = least > 0 ? Math.floor(Math.log10(least)) : 0;
  for (;;) {
    for (const step of [1, 2, 5]) {
      const width = step * 10 ** power;
      if (Math.ceil(max / width) - Math.floor(min / width) <= most) return width;
    }
    power += 1;
  }
}
