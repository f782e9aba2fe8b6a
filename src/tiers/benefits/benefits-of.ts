/** What a tier gives. */
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Benefit } from '../benefit.js';
import type { TierPolicy } from '../model.js';

/** The part of a policy that benefits are asked of: its tiers. */
export type TiersWithBenefits = Pick<TierPolicy, 'tiers'>;

/**
 * The benefits of one tier, as the policy lists them. Tiers are alternatives: nothing is inherited from lower ones.
 * A tier that the policy does not have is a problem.
 *
 * @example
 * ```ts
 * import { benefitsOf, orThrow } from 'clientele/tiers';
 *
 * const policy = {
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     {
 *       tier: 'gold',
 *       name: { en: 'Gold', zh: '金卡' },
 *       rank: 1,
 *       benefits: [
 *         { benefit: 'bonus', name: { en: 'Bonus', zh: '奖励' }, kind: 'pointsBonus', percent: 20 } as const,
 *       ],
 *     },
 *   ],
 * };
 *
 * orThrow(benefitsOf(policy, 'gold')).map((one) => one.benefit); // => ['bonus']
 * orThrow(benefitsOf(policy, 'member')); // => []
 * ```
 */
export function benefitsOf(policy: TiersWithBenefits, tier: string): Result<readonly Benefit[]> {
  const found = policy.tiers.find((one) => one.tier === tier);
  return found === undefined ? left(unknownTier(policy, tier, ['tier'])) : right(found.benefits ?? []);
}

/** A tier that the policy does not have. */
export function unknownTier(policy: TiersWithBenefits, tier: unknown, path: Problem['path']): Problem {
  const values = policy.tiers.map((one) => one.tier);
  return { code: 'unknownTier', path, expected: { kind: 'oneOf', values }, found: show(tier) };
}
