/** How many members a set of thresholds would put in each tier. */
import { type Problem, show } from '../foundation/problem.js';
import { type Result, unless } from '../foundation/result.js';

/** The members between two thresholds. */
export interface TierBand {
  /** The threshold, included; `null` for those below the first. */
  readonly from: number | null;
  /** The next threshold, not included; `null` for those from the highest on. */
  readonly to: number | null;
  readonly members: number;
  /** Of the measured members; 0 where there are none. */
  readonly share: number;
  /** The members of this band and of those above it. */
  readonly orAbove: number;
}

/** Members by threshold. */
export interface TierDistribution {
  readonly members: number;
  /** Those without a value (missing, not a number, infinite); they are in no band. */
  readonly unmeasured: number;
  /** From the lowest to the highest, one more than there are thresholds. */
  readonly bands: readonly TierBand[];
}

/**
 * How members would spread over tiers with these thresholds, to design grades by ("set reasonable grades by the
 * distribution of the members", source material, TIER-05): one value of a metric a member, thresholds strictly
 * ascending. A value equal to a threshold has reached it.
 *
 * @example
 * ```ts
 * import { orThrow, tierDistribution } from 'clientele/tiers';
 *
 * const { bands, unmeasured } = orThrow(tierDistribution([3, 10, 12, 25, undefined], [10, 20]));
 *
 * bands.map(({ from, members, orAbove }) => [from, members, orAbove]); // => [[null, 1, 4], [10, 2, 3], [20, 1, 1]]
 * unmeasured; // => 1
 * ```
 */
export function tierDistribution(
  values: Iterable<number | null | undefined>,
  thresholds: readonly number[],
): Result<TierDistribution> {
  const problems = thresholds.flatMap((threshold, i): readonly Problem[] => {
    const path = ['thresholds', i];
    const found = show(threshold);
    if (!Number.isFinite(threshold)) {
      return [
        { code: 'notANumber', path, expected: { kind: 'type', type: 'finite number' }, found } as const,
      ];
    }
    const before = thresholds[i - 1];
    if (before === undefined || !(threshold <= before)) return [];
    return [{ code: 'notAscending', path, expected: { kind: 'ascending' }, found }];
  });
  return unless(problems, () => {
    const counts = new Array<number>(thresholds.length + 1).fill(0);
    let members = 0;
    let unmeasured = 0;
    for (const value of values) {
      members += 1;
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        unmeasured += 1;
        continue;
      }
      const band = reachedBy(value, thresholds);
      counts[band] = (counts[band] ?? 0) + 1;
    }
    return { members, unmeasured, bands: bandsOf(counts, thresholds, members - unmeasured) };
  });
}

/** How many thresholds a value reaches. */
function reachedBy(value: number, thresholds: readonly number[]): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (thresholds[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bandsOf(
  counts: readonly number[],
  thresholds: readonly number[],
  measured: number,
): readonly TierBand[] {
  let orAbove = measured;
  return counts.map((members, i) => {
    const band = {
      from: thresholds[i - 1] ?? null,
      to: thresholds[i] ?? null,
      members,
      share: measured === 0 ? 0 : members / measured,
      orAbove,
    };
    orAbove -= members;
    return band;
  });
}
