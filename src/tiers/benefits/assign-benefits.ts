/** Which tier has which benefits, as a table. */
import { type Problem, show } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import type { Benefit } from '../benefit.js';
import { type TiersWithBenefits, unknownTier } from './benefits-of.js';

/** The ids of the benefits of each tier. */
export type BenefitMatrix = Readonly<Record<string, readonly string[]>>;

/**
 * The policy with the benefits of a table: for each tier the ids of what it gives, out of a list. A tier that the
 * table does not name keeps what it has. Tiers and benefits that are not there, and a list with one id twice, are
 * problems.
 *
 * @example
 * ```ts
 * import { assignBenefits, benefitsOf, hotelBenefitExample, hotelBenefits, orThrow } from 'clientele/tiers';
 *
 * const tiers = ['member', 'silver', 'gold'].map((tier, rank) => ({ tier, rank, name: { en: tier, zh: tier } }));
 * const policy = orThrow(assignBenefits({ tiers }, hotelBenefits, hotelBenefitExample));
 *
 * orThrow(benefitsOf(policy, 'silver')).map((one) => one.benefit); // => ['lateCheckOut', 'bonus20', 'welcomeAmenity']
 * assignBenefits({ tiers }, hotelBenefits, { diamond: [] })._tag; // => 'Left'
 * ```
 */
export function assignBenefits<Policy extends TiersWithBenefits>(
  policy: Policy,
  benefits: readonly Benefit[],
  matrix: BenefitMatrix,
): Result<Policy> {
  const byId = new Map(benefits.map((one) => [one.benefit, one]));
  const table = new Map(Object.entries(matrix));
  const ids = benefits.map((one) => one.benefit);
  const problems: readonly Problem[] = [
    ...benefits.flatMap((one, i) => (ids.indexOf(one.benefit) < i ? [repeated(one.benefit, i)] : [])),
    ...[...table].flatMap(([tier, wanted]) => [
      ...(policy.tiers.some((one) => one.tier === tier) ? [] : [unknownTier(policy, tier, ['matrix', tier])]),
      ...wanted.flatMap((id, i) => (byId.has(id) ? [] : [unknownBenefit(ids, id, ['matrix', tier, i])])),
    ]),
  ];
  return unless(problems, () => ({
    ...policy,
    tiers: policy.tiers.map((one) => {
      const wanted = table.get(one.tier);
      if (wanted === undefined) return one;
      return { ...one, benefits: wanted.flatMap((id) => byId.get(id) ?? []) };
    }),
  }));
}

function repeated(id: string, index: number): Problem {
  const of = { en: 'id of a benefit', zh: '权益编号' };
  return { code: 'idTaken', path: ['benefits', index], expected: { kind: 'unique', of }, found: show(id) };
}

function unknownBenefit(known: readonly string[], found: unknown, path: Problem['path']): Problem {
  return { code: 'unknownBenefit', path, expected: { kind: 'oneOf', values: known }, found: show(found) };
}
