/** Whether a count has changed from one period to the next by more than chance. */

/** A count with what it was counted over: days, customers, sales. */
export interface Exposed {
  readonly count: number;
  readonly exposure: number;
}

/** The change of a rate of occurrence. */
export interface RateChange {
  /** Rate after over rate before; left out where nothing happened before. */
  readonly ratio?: number;
  /** Two-sided p-value; 1 where nothing happened at all. */
  readonly pValue: number;
}

/**
 * Compares two counts of rare events by the conditional test (C-test): if both rates were the same, each of the events
 * would lie in the second period with the probability of its share of the exposure, so the second count is binomial. The
 * two-sided p-value is twice the smaller tail, at most 1. Exact, and so on the careful side for small counts. Complaints
 * that come in clusters (one failure, many complaints) vary more than it assumes. Counts are whole and not negative,
 * exposures positive.
 *
 * Source: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31
 * (1940), 313–323.
 *
 * @example
 * ```ts
 * import { compareCounts } from 'clientele/complaints';
 *
 * const change = compareCounts({ count: 2, exposure: 30 }, { count: 9, exposure: 30 });
 *
 * change.ratio; // => 4.5
 * change.pValue.toFixed(4); // => '0.0654'
 * ```
 */
export function compareCounts(before: Exposed, after: Exposed): RateChange {
  const events = before.count + after.count;
  if (events === 0) return { pValue: 1 };
  const share = after.exposure / (before.exposure + after.exposure);
  // Of the tail with fewer terms; the other one holds the rest and the count itself.
  const atMost = binomialAtMost(after.count, events, share);
  const atLeast = 1 - binomialAtMost(after.count - 1, events, share);
  const pValue = Math.min(1, 2 * Math.max(0, Math.min(atMost, atLeast)));
  if (before.count === 0) return { pValue };
  return { ratio: after.count / after.exposure / (before.count / before.exposure), pValue };
}

/** P(X ≤ k) of a binomial variable, its terms summed from their logarithms. */
function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  const odds = Math.log(p) - Math.log1p(-p);
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i += 1) {
    term += Math.log(n - i + 1) - Math.log(i) + odds;
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
