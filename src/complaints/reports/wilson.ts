/** An interval for a share of cases. */

/** Lower and upper end, 0 to 1. */
export type Interval95 = readonly [lower: number, upper: number];

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval at 95 %, without continuity correction: what shares go with these counts. It holds for small
 * counts and for shares near 0 and 1, where the usual plus and minus does not. `counted` is a whole number from 0 to
 * `of`; without cases it is everything from 0 to 1.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from 'clientele/complaints';
 *
 * wilsonInterval(81, 263).map((end) => end.toFixed(4)); // => ['0.2553', '0.3662']
 * wilsonInterval(0, 0); // => [0, 1]
 * ```
 */
export function wilsonInterval(counted: number, of: number): Interval95 {
  if (!(of > 0)) return [0, 1];
  const share = counted / of;
  const centre = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  // Exactly 0 and 1 at the ends, which rounding would miss.
  return [
    counted === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    counted === of ? 1 : Math.min(1, (centre + spread) / scale),
  ];
}
