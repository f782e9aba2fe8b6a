/** The model to begin with: quintiles of all three dimensions and eleven segments. */
import type { Window } from '../../foundation/window.js';
import type { RfmModel, SegmentMap } from '../model.js';
import { elevenSegments } from './eleven-segments.js';

/** What of the quintile model can be chosen. */
export interface QuintileOptions {
  /** Default all. */
  readonly window?: Window;
  /** See `QuantileScale`; default `'together'`: customers with equal values share a score. */
  readonly ties?: 'together' | 'byRank';
  /** A map for five scores in each dimension; default {@link elevenSegments}. */
  readonly segments?: SegmentMap;
}

/**
 * Recency in days, number of orders and total, each in quintiles (sample quantiles of type 7, equal values
 * together, the many equal values at the worst end in the lowest score), with the eleven segments. Hughes (1994), "Strategic Database
 * Marketing", made five groups per dimension the common practice.
 *
 * @example
 * ```ts
 * import { quintiles } from 'clientele/rfm';
 *
 * quintiles({ window: { kind: 'rollingMonths', months: 24 } }).recency.scale.kind; // => 'quantiles'
 * ```
 */
export function quintiles(options: QuintileOptions = {}): RfmModel {
  const { window = { kind: 'all' }, ties = 'together', segments = elevenSegments } = options;
  const scale = (closed: 'lower' | 'upper') =>
    ties === 'byRank'
      ? ({ kind: 'quantiles', bins: 5, ties } as const)
      : ({
          kind: 'quantiles',
          bins: 5,
          ties,
          method: 'type7',
          closed,
          shift: 0,
          emptyBins: 'keep',
        } as const);
  return {
    format: 'rfm-model@1',
    name: 'quintiles',
    window,
    recency: { unit: 'days', scale: scale('lower') },
    frequency: { counts: 'orders', scale: scale('upper') },
    monetary: { basis: 'total', scale: scale('upper') },
    binning: 'independent',
    weights: { r: 1, f: 1, m: 1 },
    segments,
  };
}
