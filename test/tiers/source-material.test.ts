/** The tier rules of the source material: its test vectors 4, 5, 9, 15, 16 and 22, and what they leave open. */
import {
  fitRfm,
  gradeForScore,
  orThrow,
  scoreRfm,
  sourceMaterialGrades,
  sourceMaterialRfm,
  summarizePurchases,
} from 'clientele/rfm';
import {
  advocateCandidate,
  assignBenefits,
  benefitsOf,
  compileTiers,
  evaluateTier,
  gradeTiers,
  hotelBenefitExample,
  hotelBenefits,
  importantCustomer,
  ProblemError,
  parseTierPolicy,
  pointsFor,
  type TelecomOptions,
  type TierPolicy,
  telecomKeyCustomers,
  vipTiers,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { book, order } from '../rfm/support.js';

type Values = Parameters<typeof evaluateTier>[1];

function tierOf(policy: TierPolicy, values: Values): string {
  return evaluateTier(orThrow(compileTiers(policy)), values).tier;
}

const CARDS = { silver: 30_000, gold: 50_000, diamond: 100_000 };

describe('every preset', () => {
  it.each([
    ['gradeTiers', gradeTiers()],
    ['vipTiers, inclusive', vipTiers()],
    ['vipTiers, exclusive', vipTiers({ comparison: 'exclusive', orders: 'completed' })],
    ...telecomKeyCustomers({ thresholds: CARDS }).map((one) => ['telecom, lowest tier', one] as const),
    ...telecomKeyCustomers({ thresholds: CARDS, highValue: 'separate', spend: 'everyMonth' }).map(
      (one) => [`telecom, ${one.ladder}`, one] as const,
    ),
    ['importantCustomer', importantCustomer({ purchases: 5 })],
    ['advocateCandidate', advocateCandidate({ rating: 4.8, reviewLength: 100, shares: 1 })],
  ] as const)('is a sound policy and survives storage: %s', (_, policy) => {
    expect(orThrow(parseTierPolicy(JSON.parse(JSON.stringify(policy))))).toEqual(policy);
  });

  it('with figures that are none is refused where policies are read', () => {
    expect(parseTierPolicy(importantCustomer({ purchases: Number.NaN }))._tag).toBe('Left');
    expect(parseTierPolicy(gradeTiers({ zone: 'Mars/Olympus' }))._tag).toBe('Left');
  });
});

describe('grades P, G, S and B as tiers (RFM-06, AMB-05)', () => {
  const grades = orThrow(compileTiers(gradeTiers()));

  it.each([
    [16, 'B'],
    [17, 'S'],
    [25, 'S'],
    [26, 'G'],
    [35, 'G'],
    [36, 'P'],
  ])('a score of %i is %s (vector 4)', (score, grade) => {
    expect(evaluateTier(grades, { score }).tier).toBe(grade);
  });

  it.each([
    [5, 1, 2, 16, 'B'],
    [4, 3, 1, 17, 'S'],
    [5, 4, 2, 25, 'S'],
    [5, 3, 3, 26, 'G'],
    [4, 5, 4, 35, 'G'],
    [5, 5, 4, 36, 'P'],
  ])('R%i F%i M%i is reached with %i points and is %s (vector 5)', (r, f, m, points, grade) => {
    const { weights } = sourceMaterialRfm();
    const score = weights.r * r + weights.f * f + weights.m * m;
    expect(score).toBe(points);
    expect(evaluateTier(grades, { score }).tier).toBe(grade);
  });

  it('are those of gradeForScore on every half point from 1 to 40', () => {
    for (let score = 1; score <= 40; score += 0.5) {
      expect(evaluateTier(grades, { score }).tier).toBe(gradeForScore(sourceMaterialGrades, score)?.grade);
    }
  });

  it('have the names and the order of the grades', () => {
    const byRank = gradeTiers().tiers.toSorted((a, b) => b.rank - a.rank);
    expect(byRank.map(({ tier, name }) => [tier, name])).toEqual(
      sourceMaterialGrades.bands.map(({ grade, name }) => [grade, name]),
    );
  });

  it('over the 125 reachable triples hold P 8, G 45, S 51, B 21', () => {
    const counts: Record<string, number> = {};
    const steps = [1, 2, 3, 4, 5];
    for (const r of steps)
      for (const f of steps)
        for (const m of steps) {
          const { tier } = evaluateTier(grades, { score: r + 3 * f + 4 * m });
          counts[tier] = (counts[tier] ?? 0) + 1;
        }
    expect(counts).toEqual({ P: 8, G: 45, S: 51, B: 21 });
  });

  it('leave a customer without a score Bronze, with the higher grades unknown', () => {
    const { tier, unknown } = evaluateTier(grades, {});
    expect(tier).toBe('B');
    expect(unknown.map((one) => one.tier)).toEqual(['P', 'G', 'S']);
  });
});

describe('VIP (TIER-01, AMB-07)', () => {
  const yuan = (amount: number): number => Math.round(amount * 100);

  it.each([
    [3, 10, 10_000, 'vip', 'ordinary'],
    [2, 10, 10_000, 'ordinary', 'ordinary'],
    [3, 9, 10_000, 'ordinary', 'ordinary'],
    [3, 10, 9_999.99, 'ordinary', 'ordinary'],
    [4, 11, 10_000, 'vip', 'ordinary'],
    [4, 10, 10_000.01, 'vip', 'ordinary'],
    [3, 11, 10_000.01, 'vip', 'ordinary'],
    [4, 11, 10_000.01, 'vip', 'vip'],
  ])(
    '%i orders, %i units, %d yuan: inclusive %s, exclusive %s (vector 9)',
    (orders, units, amount, inclusive, exclusive) => {
      const values = { orders, units, amount: yuan(amount) };
      expect(tierOf(vipTiers(), values)).toBe(inclusive);
      expect(tierOf(vipTiers({ comparison: 'exclusive' }), values)).toBe(exclusive);
    },
  );

  it('is not known where a figure is missing, unless another one decides', () => {
    const tiers = orThrow(compileTiers(vipTiers()));
    expect(evaluateTier(tiers, { orders: 3, units: 10 }).unknown).toMatchObject([
      { tier: 'vip', missing: ['amount'] },
    ]);
    expect(evaluateTier(tiers, { orders: 2, units: 10 }).unknown).toEqual([]);
  });
});

describe('telecom key customers (TIER-06, TIER-07, AMB-20)', () => {
  const signed = { signed: true, goodCredit: true };

  it.each(['average', 'everyMonth'] as const)(
    'spend 150.00 a month and are no key customers with 149.99, %s (vector 15)',
    (spend) => {
      const [policy] = telecomKeyCustomers({ spend });
      const metric = spend === 'average' ? 'averageMonthlySpend' : 'lowestMonthlySpend';
      expect(tierOf(policy, { ...signed, [metric]: 15_000 })).toBe('highValue');
      expect(tierOf(policy, { ...signed, [metric]: 14_999 })).toBe('ordinary');
      expect(tierOf(policy, { ...signed, signed: false, [metric]: 15_000 })).toBe('ordinary');
      expect(tierOf(policy, { ...signed, goodCredit: false, [metric]: 15_000 })).toBe('ordinary');
    },
  );

  it('may differ between the readings: twelve months of which one was poor', () => {
    const months = [10_000, ...new Array<number>(11).fill(20_000)];
    const values = {
      ...signed,
      averageMonthlySpend: months.reduce((a, b) => a + b) / 12,
      lowestMonthlySpend: Math.min(...months),
    };
    expect(tierOf(telecomKeyCustomers()[0], values)).toBe('highValue');
    expect(tierOf(telecomKeyCustomers({ spend: 'everyMonth' })[0], values)).toBe('ordinary');
  });

  it.each([
    [29_999, 'highValue'],
    [30_000, 'silver'],
    [49_999, 'silver'],
    [50_000, 'gold'],
    [99_999, 'gold'],
    [100_000, 'diamond'],
  ])('with %i fen a month and the thresholds of the host hold %s', (averageMonthlySpend, tier) => {
    const [policy] = telecomKeyCustomers({ thresholds: CARDS });
    expect(tierOf(policy, { ...signed, averageMonthlySpend })).toBe(tier);
  });

  it('can be a class apart from the cards', () => {
    const [highValue, cards] = telecomKeyCustomers({ thresholds: CARDS, highValue: 'separate' });
    const values = { ...signed, averageMonthlySpend: 60_000 };
    expect([highValue, cards].map((one) => one && [one.ladder, tierOf(one, values)])).toEqual([
      ['highValue', 'highValue'],
      ['card', 'gold'],
    ]);
    expect(telecomKeyCustomers({ highValue: 'separate' }).map((one) => one.ladder)).toEqual(['highValue']);
  });

  it.each([
    [{ silver: 14_999, gold: 50_000, diamond: 100_000 }, 'silver'],
    [{ silver: 30_000, gold: 30_000, diamond: 100_000 }, 'gold'],
    [{ silver: 30_000, gold: 50_000, diamond: Number.NaN }, 'diamond'],
    [{ silver: Number.POSITIVE_INFINITY, gold: 50_000, diamond: 100_000 }, 'silver'],
    [{ silver: 30_000.5, gold: 50_000, diamond: 100_000 }, 'silver'],
  ])('cannot have thresholds that are no ladder (%#)', (thresholds, at) => {
    const problems = (options: TelecomOptions): readonly unknown[] => {
      try {
        telecomKeyCustomers(options);
        return [];
      } catch (error) {
        return error instanceof ProblemError ? error.problems.map((one) => one.path) : [error];
      }
    };
    expect(problems({ thresholds })).toEqual([['thresholds', at]]);
  });
});

describe('hotel benefits (TIER-08, AMB-21)', () => {
  const tiers = ['member', 'silver', 'gold'].map((tier, rank) => ({
    tier,
    rank,
    name: { en: tier, zh: tier },
  }));
  const policy = orThrow(assignBenefits({ tiers }, hotelBenefits, hotelBenefitExample));

  it('1,000 points earn 1,200 with 20% and 1,400 with 40%, never 1,600 (vector 16)', () => {
    const earned = ['member', 'silver', 'gold'].map(
      (tier) => orThrow(pointsFor({ base: 1000, policy, tier })).points,
    );
    expect(earned).toEqual([1000, 1200, 1400]);
  });

  it('takes the one higher rate where a table gives a grade both', () => {
    const both = orThrow(assignBenefits({ tiers }, hotelBenefits, { gold: ['bonus20', 'bonus40'] }));
    expect(orThrow(pointsFor({ base: 1000, policy: both, tier: 'gold' })).points).toBe(1400);
  });

  it('lists seven benefits, each once, of which the host assigns what it likes', () => {
    expect(new Set(hotelBenefits.map((one) => one.benefit)).size).toBe(7);
    expect(orThrow(benefitsOf(policy, 'member')).map((one) => one.benefit)).toEqual(['lateCheckOut']);
  });
});

describe('important customers (TIER-13) and advocates (TIER-04)', () => {
  it.each([
    [{ highProfile: true }, 'important'],
    [{ specialContribution: true }, 'important'],
    [{ purchases: 5 }, 'important'],
    [{ highProfile: false, specialContribution: false, purchases: 4 }, 'ordinary'],
    [{}, 'ordinary'],
  ])('one of three is enough: %j', (values: Values, tier) => {
    expect(tierOf(importantCustomer({ purchases: 5 }), values)).toBe(tier);
  });

  it.each([
    [{ rating: 4.8, reviewLength: 100, shares: 1 }, 'advocateCandidate'],
    [{ rating: 4.7, reviewLength: 100, shares: 1 }, 'ordinary'],
    [{ rating: 4.8, reviewLength: 99, shares: 1 }, 'ordinary'],
    [{ rating: 4.8, reviewLength: 100, shares: 0 }, 'ordinary'],
  ])('all three are needed: %j', (values: Values, tier) => {
    expect(tierOf(advocateCandidate({ rating: 4.8, reviewLength: 100, shares: 1 }), values)).toBe(tier);
  });
});

describe('VIP and grade of one customer (vector 22, AMB-46): 40 orders of 250 yuan, the last this month', () => {
  const orders = Array.from({ length: 40 }, (_, i) =>
    order({ id: String(i), at: Date.UTC(2025, 10, 20) - i * 8 * 86_400_000, amount: 25_000, units: 1 }),
  );
  const yuan = book(orders, { currency: { code: 'CNY', minorUnit: 2 }, zone: 'Asia/Shanghai' });

  it.each([
    ['averageOrderValue', 24, 'S'],
    ['total', 40, 'P'],
  ] as const)('are VIP and, by %s, %i points and %s', (monetaryBasis, points, grade) => {
    const model = sourceMaterialRfm({ monetaryBasis });
    const summaries = orThrow(summarizePurchases(yuan, { asOf: '2025-11-22', window: model.window }));
    const [scored] = orThrow(scoreRfm(orThrow(fitRfm(model)), summaries)).customers;
    const [customer] = summaries.customers;
    const weighted = scored?.kind === 'scored' ? scored.weighted : undefined;
    expect(weighted).toBe(points);
    expect(tierOf(gradeTiers(), { score: weighted ?? 0 })).toBe(grade);
    expect(customer).toMatchObject({ orders: 40, units: 40, total: 1_000_000 });
    const values = {
      orders: customer?.orders ?? 0,
      units: customer?.units ?? 0,
      amount: customer?.total ?? 0,
    };
    expect(tierOf(vipTiers(), values)).toBe('vip');
  });
});
