/** The points that an activity earns at a tier. */
import type { Rounding } from '../../foundation/money.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { Benefit } from '../benefit.js';
import { benefitsOf, type TiersWithBenefits } from './benefits-of.js';
import { amountProblems, choiceProblems, percentOf, rangeProblems, tooLarge } from './exact-share.js';

/** An activity's points, and the tier of whom it earns them. */
export interface PointsQuestion {
  /** Points of the activity without any tier: a whole number, not negative. */
  readonly base: number;
  readonly policy: TiersWithBenefits;
  /** The tier held. */
  readonly tier: string;
  /** What becomes of a fraction of a bonus point. Default `'down'`: it is not given. */
  readonly rounding?: Rounding;
}

/** Points earned, and why. */
export interface EarnedPoints {
  readonly tier: string;
  readonly base: number;
  readonly bonus: number;
  /** `base + bonus`. */
  readonly points: number;
  /** The one rate that was applied; `null` where the tier has none. */
  readonly rate: { readonly benefit: string; readonly name: Bilingual; readonly percent: number } | null;
  readonly rounding: Rounding;
  readonly statements: readonly Statement[];
}

/**
 * The points for an activity: its base points and the bonus of the tier held. One rate is applied, never a sum: the
 * rates of other tiers are alternatives to it (source material TIER-08 and AMB-21), and of several rates that one
 * tier lists, the highest counts. The percentage is worked out exactly before it is rounded.
 *
 * Problems: a tier that is not in the policy, points that are no whole number from 0 to 2^53 − 1 (before or after),
 * a rate that is negative or no number, a fraction where the rounding is `'exact'`.
 *
 * @example
 * ```ts
 * import { describe, orThrow, pointsFor } from 'clientele/tiers';
 *
 * const bonus = (percent: number) =>
 *   ({ benefit: 'bonus', name: { en: 'Bonus points', zh: '奖励积分' }, kind: 'pointsBonus', percent }) as const;
 * const policy = {
 *   tiers: [
 *     { tier: 'silver', name: { en: 'Silver', zh: '银卡' }, rank: 0, benefits: [bonus(20)] },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, benefits: [bonus(40)] },
 *   ],
 * };
 *
 * orThrow(pointsFor({ base: 1000, policy, tier: 'silver' })).points; // => 1200
 * const gold = orThrow(pointsFor({ base: 1000, policy, tier: 'gold' }));
 * gold.points; // => 1400
 * describe(gold, 'en'); // => 'Bonus points: 1,000 base points and 40% of them, 400, make 1,400.'
 * describe(gold, 'zh'); // => '奖励积分：基本积分 1,000，奖励 40% 即 400，共 1,400。'
 * ```
 */
export function pointsFor(question: PointsQuestion): Result<EarnedPoints> {
  const { policy, tier, rounding = 'down' } = question;
  const listed = benefitsOf(policy, tier);
  if (listed._tag === 'Left') return listed;
  const rates = listed.right.filter((one) => one.kind === 'pointsBonus');
  const [wrong, ...more] = [
    ...amountProblems(question.base, ['base']),
    ...choiceProblems(rounding, ['rounding']),
    ...rates.flatMap((one) => rangeProblems(one.percent, ['policy', one.benefit, 'percent'], 0)),
  ];
  if (wrong !== undefined) return left(wrong, ...more);

  const base = question.base + 0;
  const best = highest(rates);
  if (best === undefined) return right(earned(question.tier, base, 0, null, rounding));
  const bonus = percentOf(base, best.percent, rounding, ['policy', best.benefit, 'percent']);
  if (bonus._tag === 'Left') return bonus;
  if (!Number.isSafeInteger(base + bonus.right)) return left(tooLarge(`${base} + ${bonus.right}`, ['base']));
  const { benefit, name, percent } = best;
  return right(earned(tier, base, bonus.right, { benefit, name, percent }, rounding));
}

type PointsBonus = Extract<Benefit, { readonly kind: 'pointsBonus' }>;

function highest(rates: readonly PointsBonus[]): PointsBonus | undefined {
  return rates.reduce<PointsBonus | undefined>(
    (best, one) => (best === undefined || one.percent > best.percent ? one : best),
    undefined,
  );
}

function earned(
  tier: string,
  base: number,
  bonus: number,
  rate: EarnedPoints['rate'],
  rounding: Rounding,
): EarnedPoints {
  const points = base + bonus;
  const statement: Statement =
    rate === null
      ? {
          en: '{points} base points; this tier has no bonus.',
          zh: '基本积分 {points}；该级别没有奖励积分。',
          values: { points },
        }
      : {
          en: '{name}: {base} base points and {percent}% of them, {bonus}, make {points}.',
          zh: '{name}：基本积分 {base}，奖励 {percent}% 即 {bonus}，共 {points}。',
          values: { name: rate.name, base, percent: rate.percent, bonus, points },
        };
  return { tier, base, bonus, points, rate, rounding, statements: [statement] };
}
