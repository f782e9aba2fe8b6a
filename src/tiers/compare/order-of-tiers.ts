/** Which of two tiers is the higher one when they are of two policies. */
import type { Problem } from '../../foundation/problem.js';
import { wrong } from '../check/policy-problem.js';
import type { CompiledVersion } from '../evaluate/compile.js';

/** The direction from a tier of one policy to a tier of another, by their places. */
export type Direction = (from: number, to: number) => -1 | 0 | 1;

/**
 * Tiers of one name are the same tier (of the name that the later version gives them). A tier that only one policy has
 * lies between the tiers both have, as it does in its own; where that does not tell, the ranks do. Tiers that both
 * have but in another order are a problem, because nobody could say then who rises.
 */
export function orderOfTiers(before: CompiledVersion, after: CompiledVersion): Direction | Problem {
  const renamed = after.policy.change.renamed ?? {};
  const nameAfter = (tier: string): string =>
    !after.places.has(tier) && Object.hasOwn(renamed, tier) ? (renamed[tier] ?? tier) : tier;
  /** The place in the policy after of each tier before, -1 where it has none. */
  const same = before.tiers.map(({ tier }) => after.places.get(nameAfter(tier)) ?? -1);
  const common = same.filter((place) => place >= 0);
  const [unordered] = common.flatMap((place, i) => (place < (common[i - 1] ?? -1) ? [place] : []));
  if (unordered !== undefined) {
    const type = {
      en: 'tiers that both policies have in one order',
      zh: '两个方案共有的等级顺序一致',
    };
    const found = after.tiers.map(({ tier }) => tier).join(', ');
    return wrong('otherOrder', ['after', 'tiers'], type, found);
  }
  const known = [...new Set(common)];
  // Tiers that both have lie at even heights, the others between them at odd ones.
  const heightAfter = after.tiers.map((_, i) => {
    const below = 2 * known.filter((place) => place < i).length;
    return known.includes(i) ? below : below - 1;
  });
  const heightBefore = same.map((place, i) =>
    place < 0 ? 2 * new Set(same.slice(0, i).filter((one) => one >= 0)).size - 1 : (heightAfter[place] ?? 0),
  );
  return (from, to) => {
    if (same[from] === to) return 0;
    const up = (heightAfter[to] ?? 0) - (heightBefore[from] ?? 0);
    const ranks = (after.tiers[to]?.rank ?? 0) - (before.tiers[from]?.rank ?? 0);
    return Math.sign(up === 0 ? ranks : up) as -1 | 0 | 1;
  };
}
