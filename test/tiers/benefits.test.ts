/** What a tier gives: benefits by tier, points, and a table of benefits. */
import {
  assignBenefits,
  type Benefit,
  type BenefitMatrix,
  benefitsOf,
  hotelBenefits,
  orThrow,
  pointsFor,
  type Rounding,
  describe as say,
  tierDistribution,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { wrongs } from '../rfm/support.js';
import { bonus, policyOf } from './benefit-support.js';

describe('the benefits of a tier', () => {
  const policy = policyOf({ silver: [bonus(20)], gold: [bonus(40, 'more')] });

  it('are those it lists, and nothing of lower tiers', () => {
    expect(orThrow(benefitsOf(policy, 'gold'))).toEqual([bonus(40, 'more')]);
    expect(orThrow(benefitsOf(policyOf({ base: undefined }), 'base'))).toEqual([]);
  });

  it.each(['bronze', '', '__proto__', 'toString'])(
    'are a problem for a tier that is not there: %j',
    (tier) => {
      expect(benefitsOf(policy, tier)).toMatchObject({
        left: [{ code: 'unknownTier', path: ['tier'], expected: { values: ['silver', 'gold'] } }],
      });
    },
  );

  it('may belong to a tier of any name', () => {
    const odd = policyOf(
      JSON.parse(
        '{"__proto__": [{"benefit": "__proto__", "name": {"en": "", "zh": ""}, "kind": "pointsBonus", "percent": 50}]}',
      ),
    );
    expect(orThrow(pointsFor({ base: 10, policy: odd, tier: '__proto__' }))).toMatchObject({
      points: 15,
      rate: { benefit: '__proto__' },
    });
  });
});

describe('points', () => {
  const points = (base: number, percent: number, rounding?: Rounding) =>
    pointsFor({
      base,
      policy: policyOf({ gold: [bonus(percent)] }),
      tier: 'gold',
      ...(rounding === undefined ? {} : { rounding }),
    });

  it.each([
    ['down', 2],
    ['up', 3],
    ['halfEven', 2],
    ['halfAwayFromZero', 3],
    ['towardZero', 2],
    ['awayFromZero', 3],
  ] as const)('have a bonus of 2.5 rounded %s to %i', (rounding, expected) => {
    expect(orThrow(points(25, 10, rounding))).toMatchObject({
      bonus: expected,
      points: 25 + expected,
      rounding,
    });
  });

  it('lose a fraction unless another rounding is named', () => {
    expect(orThrow(points(19, 10))).toMatchObject({ bonus: 1, rounding: 'down' });
    expect(wrongs(points(19, 10, 'exact'))).toEqual(['tooManyDecimals policy.bonus.percent']);
    expect(orThrow(points(20, 10, 'exact')).bonus).toBe(2);
  });

  it('take percentages as they are written, not as binary fractions', () => {
    // 0.07 × 100 is 7.000000000000001 in doubles, and 1.1 % of 1,000 is 11.000000000000002.
    expect(orThrow(points(10_000, 0.07, 'exact')).bonus).toBe(7);
    expect(orThrow(points(1000, 1.1, 'up')).bonus).toBe(11);
    expect(orThrow(points(1, 1e-7, 'up')).bonus).toBe(1);
  });

  it('stay exact up to the largest safe integer', () => {
    expect(orThrow(points(9_007_199_254_740_990, 1e-14, 'down'))).toMatchObject({ bonus: 0 });
    expect(orThrow(points(4_503_599_627_370_495, 100)).points).toBe(9_007_199_254_740_990);
    expect(wrongs(points(4_503_599_627_370_496, 100))).toEqual(['tooLarge base']);
    expect(wrongs(points(Number.MAX_SAFE_INTEGER, 1e9))).toEqual(['tooLarge policy.bonus.percent']);
  });

  it('are the base points where the tier has no bonus', () => {
    const plain = orThrow(pointsFor({ base: -0, policy: policyOf({ gold: [] }), tier: 'gold' }));
    expect(plain).toMatchObject({ base: 0, bonus: 0, points: 0, rate: null });
    expect(Object.is(plain.points, 0)).toBe(true);
    expect(say(plain, 'en')).toBe('0 base points; this tier has no bonus.');
    expect(say(plain, 'zh')).toBe('基本积分 0；该级别没有奖励积分。');
  });

  it.each([
    [Number.NaN, 'notAnAmount base'],
    [Number.POSITIVE_INFINITY, 'notAnAmount base'],
    [-1, 'outOfRange base'],
    [0.5, 'notAnAmount base'],
    [2 ** 53, 'notAnAmount base'],
    ['10' as unknown as number, 'notAnAmount base'],
  ])('are refused for a base of %s', (base, problem) => {
    expect(wrongs(points(base, 10))).toEqual([problem]);
  });

  it.each([
    [Number.NaN, 'notANumber policy.bonus.percent'],
    [Number.NEGATIVE_INFINITY, 'notANumber policy.bonus.percent'],
    [-1, 'outOfRange policy.bonus.percent'],
  ])('are refused for a rate of %s', (percent, problem) => {
    expect(wrongs(points(10, percent))).toEqual([problem]);
  });

  it('are refused for a tier that is not there', () => {
    expect(wrongs(pointsFor({ base: 10, policy: policyOf({ gold: [] }), tier: 'silver' }))).toEqual([
      'unknownTier tier',
    ]);
  });

  it('are refused with a rounding that is none', () => {
    expect(wrongs(points(10, 10, 'nearest' as Rounding))).toEqual(['notOneOf rounding']);
  });
});

describe('a table of benefits', () => {
  const { tiers } = policyOf({ member: [bonus(5)], gold: undefined });

  it('replaces what its tiers had and leaves the others', () => {
    const { tiers: after } = orThrow(assignBenefits({ tiers }, hotelBenefits, { gold: ['welcomeAmenity'] }));
    expect(after.map((one) => one.benefits?.map((benefit) => benefit.benefit))).toEqual([
      ['bonus'],
      ['welcomeAmenity'],
    ]);
  });

  it('reports every tier and benefit that is not there', () => {
    const matrix = JSON.parse(
      '{"__proto__": ["x"], "gold": ["welcomeAmenity", "toString"]}',
    ) as BenefitMatrix;
    expect(wrongs(assignBenefits({ tiers }, hotelBenefits, matrix))).toEqual([
      'unknownTier matrix.__proto__',
      'unknownBenefit matrix.__proto__.0',
      'unknownBenefit matrix.gold.1',
    ]);
  });

  it('needs ids that are unique', () => {
    const twice: readonly Benefit[] = [bonus(5), bonus(10)];
    expect(wrongs(assignBenefits({ tiers }, twice, {}))).toEqual(['idTaken benefits.1']);
  });
});

describe('the distribution of members (TIER-05)', () => {
  it('counts a value equal to a threshold as having reached it', () => {
    const { bands } = orThrow(tierDistribution([9, 10, 19, 20, 21], [10, 20]));
    expect(bands).toEqual([
      { from: null, to: 10, members: 1, share: 0.2, orAbove: 5 },
      { from: 10, to: 20, members: 2, share: 0.4, orAbove: 4 },
      { from: 20, to: null, members: 2, share: 0.4, orAbove: 2 },
    ]);
  });

  it('loses nobody', () => {
    const values = [1, Number.NaN, null, undefined, Number.POSITIVE_INFINITY, -0, '3' as unknown as number];
    expect(orThrow(tierDistribution(new Set(values), [0]))).toEqual({
      members: 7,
      unmeasured: 5,
      bands: [
        { from: null, to: 0, members: 0, share: 0, orAbove: 2 },
        { from: 0, to: null, members: 2, share: 1, orAbove: 2 },
      ],
    });
  });

  it('of nobody, or without thresholds, is empty or one band', () => {
    expect(orThrow(tierDistribution([], [5])).bands.map((band) => [band.members, band.share])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(orThrow(tierDistribution([1, 2], [])).bands).toEqual([
      { from: null, to: null, members: 2, share: 1, orAbove: 2 },
    ]);
  });

  it.each([
    [[1, 1], 'notAscending thresholds.1'],
    [[2, 1], 'notAscending thresholds.1'],
    [[Number.NaN], 'notANumber thresholds.0'],
    [[1, Number.POSITIVE_INFINITY], 'notANumber thresholds.1'],
  ])('has no thresholds %j', (thresholds, problem) => {
    expect(wrongs(tierDistribution([1], thresholds))).toEqual([problem]);
  });
});
