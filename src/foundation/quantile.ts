/** Sample quantiles by their named types. */

/**
 * The nine sample quantiles of Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages",
 * The American Statistician 50(4), 361–365; numbered as in R's `quantile(type = )`.
 *
 * - `type1` inverse of the empirical distribution function; `type2` the same, averaged at jumps;
 *   `type3` nearest even order statistic (SAS).
 * - `type4` linear interpolation of the empirical distribution function; `type5` midpoints (hydrology);
 *   `type6` p(k) = k/(n+1) (Minitab, SPSS); `type7` p(k) = (k−1)/(n−1) (R, NumPy, Excel's INC);
 *   `type8` approximately median-unbiased; `type9` approximately unbiased for the normal.
 */
export type QuantileType =
  | 'type1'
  | 'type2'
  | 'type3'
  | 'type4'
  | 'type5'
  | 'type6'
  | 'type7'
  | 'type8'
  | 'type9';

/**
 * The sample quantile at `numerator / denominator` of ascending, non-empty values. The fraction is kept as two
 * integers so that positions which are whole numbers are found as such.
 */
export function quantileSorted(
  values: ArrayLike<number>,
  numerator: number,
  denominator: number,
  type: QuantileType,
): number {
  const n = values.length;
  const at = (k: number): number => values[Math.min(Math.max(k, 1), n) - 1] ?? Number.NaN;
  const scaled = n * numerator;

  if (type === 'type1' || type === 'type2') {
    const j = Math.floor(scaled / denominator);
    if (scaled % denominator !== 0) return at(j + 1);
    return type === 'type1' ? at(j) : mean(at(j), at(j + 1));
  }
  if (type === 'type3') {
    // Nearest to n·p − 1/2, a tie to the even order statistic.
    const twice = 2 * scaled - denominator;
    const j = Math.floor(twice / (2 * denominator));
    return twice % (2 * denominator) === 0 && j % 2 === 0 ? at(j) : at(j + 1);
  }

  const { a, b } = PLOTTING[type];
  // Position a + p(n + 1 − a − b); in 24ths, where every term is an integer.
  const parts = a * denominator + numerator * (24 * (n + 1) - a - b);
  const whole = Math.floor(parts / (24 * denominator));
  const rest = (parts - whole * 24 * denominator) / (24 * denominator);
  const low = at(whole);
  return rest === 0 ? low : low + rest * (at(whole + 1) - low);
}

/** Plotting positions of types 4–9, in 24ths: a and b of p(k) = (k − a) / (n + 1 − a − b). */
const PLOTTING: Readonly<
  Record<'type4' | 'type5' | 'type6' | 'type7' | 'type8' | 'type9', { a: number; b: number }>
> = {
  type4: { a: 0, b: 24 },
  type5: { a: 12, b: 12 },
  type6: { a: 0, b: 0 },
  type7: { a: 24, b: 24 },
  type8: { a: 8, b: 8 },
  type9: { a: 9, b: 9 },
};

function mean(a: number, b: number): number {
  return a + (b - a) / 2;
}

/**
 * Where each of `bins` groups of ranked items starts, as SQL's `NTILE` splits them: sizes differ by at most one
 * and the larger groups come first. Returns the starts of the second to the last group; empty groups start at `count`.
 */
export function ntileStarts(count: number, bins: number): readonly number[] {
  const size = Math.floor(count / bins);
  const larger = count % bins;
  return Array.from({ length: bins - 1 }, (_, i) => (i + 1) * size + Math.min(i + 1, larger));
}
