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
