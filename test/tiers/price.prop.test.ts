/** Laws of points and prices. */
import {
  type Benefit,
  orThrow,
  type PriceQuestion,
  pointsFor,
  priceAfter,
  type Rounding,
  tierDistribution,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonus, named, policyOf } from './benefit-support.js';

const amount = fc.oneof(fc.nat(2000), fc.maxSafeNat());
/** Percentages with two decimals, so that hundredths serve as an oracle. */
const hundredths = fc.integer({ min: 0, max: 10_000 });
const rounding = fc.constantFrom<Rounding>(
  'halfEven',
  'halfAwayFromZero',
  'towardZero',
  'awayFromZero',
  'down',
  'up',
);
const steps = fc.array(fc.record({ from: fc.nat(100), percent: hundredths.map((h) => h / 100) }), {
  maxLength: 4,
});
const optional = { minimumSpend: fc.nat(1500) };

const discount: fc.Arbitrary<Benefit> = fc
  .oneof(
    fc.record(
      {
        kind: fc.constant('percentageDiscount' as const),
        percent: hundredths.map((h) => h / 100),
        ...optional,
      },
      { requiredKeys: ['kind', 'percent'] },
    ),
    fc.record(
      { kind: fc.constant('fixedDiscount' as const), amount, ...optional },
      { requiredKeys: ['kind', 'amount'] },
    ),
    fc.record({ kind: fc.constant('quantityDiscount' as const), steps }),
    fc.record({ kind: fc.constant('cumulativeDiscount' as const), metric: fc.constant('spend'), steps }),
  )
  .map((one) => named('x', one));

const purchase: fc.Arbitrary<Omit<PriceQuestion, 'combination'>> = fc
  .record({
    discounts: fc.array(discount, { maxLength: 6 }),
    price: amount,
    quantity: fc.nat(120),
    spend: fc.nat(120),
    rounding,
  })
  .map(({ discounts, spend, ...rest }) => ({
    ...rest,
    tier: 'gold',
    cumulative: { spend },
    policy: policyOf({ gold: discounts.map((one, i) => ({ ...one, benefit: String(i) })) }),
  }));

const both = (question: Omit<PriceQuestion, 'combination'>) => ({
  best: orThrow(priceAfter({ ...question, combination: 'best' })),
  inTurn: orThrow(priceAfter({ ...question, combination: 'inTurn' })),
});

describe('a price', () => {
  it('never rises, never falls below zero, and its parts add up', () => {
    fc.assert(
      fc.property(purchase, (question) => {
        for (const answer of Object.values(both(question))) {
          expect(answer.pays).toBeGreaterThanOrEqual(0);
          expect(answer.pays).toBeLessThanOrEqual(question.price);
          expect(answer.price - answer.discount).toBe(answer.pays);
          const listed = question.policy.tiers[0]?.benefits ?? [];
          expect(answer.applied.length + answer.skipped.length).toBe(listed.length);
          let remains = answer.price;
          for (const one of answer.applied) {
            expect(one.of).toBe(remains);
            remains -= one.off;
          }
          expect(remains).toBe(answer.pays);
        }
      }),
    );
  });

  it('with all discounts in turn is never dearer than with the best one, whatever the rounding', () => {
    fc.assert(
      fc.property(purchase, (question) => {
        const { best, inTurn } = both(question);
        expect(inTurn.pays).toBeLessThanOrEqual(best.pays);
        if (inTurn.applied.length <= 1) expect(inTurn.pays).toBe(best.pays);
      }),
    );
  });

  it('does not depend on the order of the list where the best one counts', () => {
    fc.assert(
      fc.property(purchase, (question) => {
        const [tier] = question.policy.tiers;
        const reversed = policyOf({ gold: (tier?.benefits ?? []).toReversed() });
        expect(both({ ...question, policy: reversed }).best.pays).toBe(both(question).best.pays);
      }),
    );
  });

  it('is never lower for a dearer purchase of the same kind, without minimum spends', () => {
    fc.assert(
      fc.property(purchase, fc.nat(50), (question, more) => {
        const [tier] = question.policy.tiers;
        const plain = (tier?.benefits ?? []).filter((one) => !('minimumSpend' in one));
        const policy = policyOf({ gold: plain });
        const dearer = {
          ...question,
          policy,
          price: Math.min(question.price + more, Number.MAX_SAFE_INTEGER),
        };
        const [low, high] = [both({ ...question, policy }), both(dearer)];
        expect(high.best.pays).toBeGreaterThanOrEqual(low.best.pays);
        expect(high.inTurn.pays).toBeGreaterThanOrEqual(low.inTurn.pays);
      }),
    );
  });
});

describe('points', () => {
  const rates = fc.array(hundredths, { maxLength: 4 });
  const base = fc.nat(2 ** 40);

  it('are the base and the highest rate of the tier, exactly, and never less than the base', () => {
    fc.assert(
      fc.property(base, rates, rates, (of, own, others) => {
        const policy = policyOf({
          other: others.map((h, i) => bonus(h / 100, String(i))),
          held: own.map((h, i) => bonus(h / 100, String(i))),
        });
        const { points, bonus: extra } = orThrow(pointsFor({ base: of, policy, tier: 'held' }));
        const best = own.length === 0 ? 0 : Math.max(...own);
        expect(extra).toBe(Number((BigInt(of) * BigInt(best)) / 10_000n));
        expect(points).toBe(of + extra);
      }),
    );
  });

  it('differ by less than one point between roundings', () => {
    fc.assert(
      fc.property(base, hundredths, rounding, (of, h, rule) => {
        const policy = policyOf({ gold: [bonus(h / 100)] });
        const { bonus: extra } = orThrow(pointsFor({ base: of, policy, tier: 'gold', rounding: rule }));
        const tenThousandths = BigInt(of) * BigInt(h) - BigInt(extra) * 10_000n;
        expect(tenThousandths > -10_000n && tenThousandths < 10_000n).toBe(true);
      }),
    );
  });
});

describe('a distribution', () => {
  it('has every member in one band or among the unmeasured, as counting says', () => {
    const value = fc.oneof(
      fc.integer({ min: -20, max: 20 }),
      fc.constantFrom(null, undefined, Number.NaN, 1 / 0),
    );
    const thresholds = fc
      .uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 6 })
      .map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(value), thresholds, (values, from) => {
        const { members, unmeasured, bands } = orThrow(tierDistribution(values, from));
        expect(members).toBe(values.length);
        expect(bands.reduce((sum, band) => sum + band.members, unmeasured)).toBe(members);
        for (const band of bands) {
          const least = band.from ?? Number.NEGATIVE_INFINITY;
          const above = values.filter(
            (one) => typeof one === 'number' && Number.isFinite(one) && one >= least,
          );
          expect(band.orAbove).toBe(above.length);
        }
      }),
    );
  });
});
