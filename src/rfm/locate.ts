/** Where a customer stands in each dimension: the one path that scores, explanations and what-ifs share. */
import type { FittedRfm, FittedScale } from './fitted.js';
import type { RfmDimension } from './model.js';
import { type NoScore, placeOn } from './place.js';
import { type Measures, scaleValue } from './values.js';

/** A value on the scale of its cell. */
export interface Located {
  readonly dimension: RfmDimension;
  readonly value: number;
  /** `null` for a cell of a nested model that had no customer at fitting. */
  readonly scale: FittedScale | null;
  readonly score: number | NoScore;
}

/** Recency, frequency and monetary value in turn, up to and with the first that has no score. */
export function locate(fitted: FittedRfm, measures: Measures): readonly Located[] {
  const { model, frequency } = fitted;
  const nested = model.binning === 'nested';
  const on = (dimension: RfmDimension, cell: number): Located => {
    const scale = fitted[dimension].scales[nested ? cell : 0] ?? null;
    const value = scaleValue(model, dimension, measures);
    return { dimension, value, scale, score: placeOn(scale, dimension, value, measures.customerId) };
  };
  const r = on('recency', 0);
  if (typeof r.score !== 'number') return [r];
  const f = on('frequency', r.score - 1);
  if (typeof f.score !== 'number') return [r, f];
  return [r, f, on('monetary', (r.score - 1) * frequency.bins + (f.score - 1))];
}

/** How many scores a cell has: fewer than others where repeated cuts were dropped. */
export function scoresOn(scale: FittedScale): number {
  return scale.kind === 'cuts' ? scale.cuts.length + 1 : scale.sizes.length;
}
