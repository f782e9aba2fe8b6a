/** Models that reproduce well-known tools, with what is odd about them. */
import type { RfmModel, SegmentMap } from '../model.js';
import { pymcSegments } from './pymc-segments.js';
import { rfm030ExampleSegments } from './rfm030-segments.js';

/** What the R package lets its users choose. */
export interface Rfm030Options {
  /** Decimals of the currency the amounts are held in; 0 where the R script would see the same numbers. */
  readonly minorUnit: number;
  /** A map for five scores in each dimension; default the package's example, {@link rfm030ExampleSegments}. */
  readonly segments?: SegmentMap;
}

/**
 * The scores of the R package rfm 0.3.0 (`rfm_table_order` with five bins): type-7 quantiles plus one, values equal
 * to a break in the band above it.
 *
 * What is wrong with it: the "plus one" is absolute, so scores depend on the unit of money (amounts in thousands
 * put nearly everybody in score 1); the score is written 100R + 10F + M.
 */
export function rfm030({ minorUnit, segments = rfm030ExampleSegments }: Rfm030Options): RfmModel {
  const scale = (shift: number) =>
    ({
      kind: 'quantiles',
      bins: 5,
      ties: 'together',
      method: 'type7',
      closed: 'lower',
      shift,
      emptyBins: 'keep',
    }) as const;
  return {
    format: 'rfm-model@1',
    name: 'as R rfm 0.3.0',
    source: 'R package rfm 0.3.0, rfm_table_order',
    window: { kind: 'all' },
    recency: { unit: 'days', scale: scale(1) },
    frequency: { counts: 'orders', scale: scale(1) },
    monetary: { basis: 'total', scale: scale(10 ** minorUnit) },
    binning: 'independent',
    weights: { r: 100, f: 10, m: 1 },
    segments,
  };
}

/**
 * The quartile codes of pymc-marketing (`rfm_summary` with the first transaction, then `rfm_segments`): quartiles
 * as pandas cuts them, frequency in days with an order, money as the mean of the days.
 *
 * What is wrong with it: where values repeat, pandas drops bins and numbers the rest from 1, so the best customers
 * may score 3 or 2 and can never be "Premium"; 18 of the 64 codes have no name.
 */
export function pymcQuartiles(): RfmModel {
  const scale = {
    kind: 'quantiles',
    bins: 4,
    ties: 'together',
    method: 'type7',
    closed: 'upper',
    shift: 0,
    emptyBins: 'dropRepeated',
  } as const;
  return {
    format: 'rfm-model@1',
    name: 'as pymc-marketing quartiles',
    source: 'pymc-marketing, clv.utils.rfm_summary and rfm_segments',
    window: { kind: 'all' },
    recency: { unit: 'days', scale },
    frequency: { counts: 'purchaseDays', scale },
    monetary: { basis: 'averageDayValue', scale },
    binning: 'independent',
    weights: { r: 1, f: 1, m: 1 },
    segments: pymcSegments,
  };
}
