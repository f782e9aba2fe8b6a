/** Why a value has no score, with the limits it missed. */
import type { FittedScale } from './fitted.js';
import type { Located } from './locate.js';
import type { RfmDimension } from './model.js';

/** A printed band; an end that is absent is open. */
export interface PrintedBand {
  readonly from?: number;
  /** The last value printed for the band. */
  readonly to?: number;
}

/** A dimension that was reached and gave no score. */
export interface UnscoredDimension {
  readonly dimension: RfmDimension;
  /** Days, months, a count, or minor units, as the model says. */
  readonly value: number;
  readonly because: 'outsideScale' | 'betweenBands' | 'emptyCell';
  /** For `'outsideScale'`: the smallest or the largest value that is scored. */
  readonly limit?: { readonly side: 'below' | 'above'; readonly at: number };
  /** For `'betweenBands'`: the printed bands on either side. */
  readonly between?: { readonly lower: PrintedBand; readonly upper: PrintedBand };
}

/** What there is to say about a value without a score; `undefined` for one that has a score. */
export function unscoredDimension({
  dimension,
  value,
  scale,
  score,
}: Located): UnscoredDimension | undefined {
  if (typeof score === 'number') return undefined;
  const limit = score === 'outsideScale' && scale?.kind === 'cuts' ? limitOf(scale, value) : undefined;
  const between = score === 'betweenBands' && scale?.kind === 'cuts' ? bandsAround(scale, value) : undefined;
  return {
    dimension,
    value,
    because: score,
    ...(limit === undefined ? {} : { limit }),
    ...(between === undefined ? {} : { between }),
  };
}

type CutScale = Extract<FittedScale, { kind: 'cuts' }>;

function limitOf({ min, max }: CutScale, value: number): UnscoredDimension['limit'] {
  if (min !== undefined && value < min) return { side: 'below', at: min };
  return max !== undefined && value > max ? { side: 'above', at: max } : undefined;
}

function bandsAround(
  { cuts, min, max, printedUnit = 0 }: CutScale,
  value: number,
): UnscoredDimension['between'] {
  const upper = cuts.findIndex((cut) => cut > value);
  const cut = cuts[upper];
  if (cut === undefined) return undefined;
  const following = cuts[upper + 1];
  return {
    lower: band(cuts[upper - 1] ?? min, cut - printedUnit),
    upper: band(cut, following === undefined ? max : following - printedUnit),
  };
}

function band(from: number | undefined, to: number | undefined): PrintedBand {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
