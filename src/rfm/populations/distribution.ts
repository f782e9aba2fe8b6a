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

/** Which distribution, and how fine. */
export interface DistributionOptions {
  readonly dimension: RfmDimension;
  /** The most bars, 2 to 1,000 (a number outside is taken to the nearer end); default 20. */
  readonly bars?: number;
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
 * const { bars, quartiles } = distribution(quintiles(), summaries, { dimension: 'frequency', bars: 4 });
 *
 * bars.map(({ from, to, customers }) => [from, to, customers]); // => [[0, 2, 2], [2, 4, 1], [4, 6, 0], [6, 8, 1]]
 * quartiles?.median; // => 1.5
 * ```
 */
export function distribution(
  model: RfmModel,
  summaries: PurchaseSummaries,
  options: DistributionOptions,
): Distribution {
  const { dimension, bars = 20 } = options;
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
    bars: barsOf(values, min, max, clamp(bars)),
  };
}

function clamp(bars: number): number {
  return Number.isNaN(bars) ? 20 : Math.floor(Math.min(Math.max(bars, 2), 1000));
}

function barsOf(
  values: readonly number[],
  min: number,
  max: number,
  most: number,
): readonly DistributionBar[] {
  const width = roundWidth(min, max, most);
  const first = Math.floor(min / widthOf(width));
  const count = Math.max(Math.ceil(max / widthOf(width)) - first, 1);
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    const bar = Math.min(Math.floor(value / widthOf(width)) - first, count - 1);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((customers, i) => ({
    from: edge(width, first + i),
    to: edge(width, first + i + 1),
    customers,
    share: customers / values.length,
  }));
}

/** `step × 10^power`; kept apart, so that edges are whole multiples and not sums of binary fractions. */
interface RoundWidth {
  readonly step: number;
  readonly power: number;
}

function widthOf(width: RoundWidth): number {
  return edge(width, 1);
}

function edge({ step, power }: RoundWidth, multiple: number): number {
  return power < 0 ? (multiple * step) / 10 ** -power : multiple * step * 10 ** power;
}

/** The smallest round width that covers the range in at most `most` bars (two at the least, where it crosses zero). */
function roundWidth(min: number, max: number, most: number): RoundWidth {
  const least = (max - min) / most;
  for (let power = least > 0 ? Math.floor(Math.log10(least)) : 0; ; power += 1) {
    for (const step of [1, 2, 5]) {
      const width = widthOf({ step, power });
      if (Math.ceil(max / width) - Math.floor(min / width) <= most) return { step, power };
    }
  }
}
