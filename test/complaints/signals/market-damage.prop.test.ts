/** What holds of every estimate of market damage. */
import {
  type DissatisfiedSegment,
  estimateMarketDamage,
  describe as inWords,
  type MarketDamageInput,
  orThrow,
  type RepurchaseTable,
  tarpRepurchase,
} from 'clientele/complaints';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const number = fc.oneof(
  fc.nat({ max: 100_000 }),
  fc.nat({ max: 100_000_000 }).map((cents) => cents / 100),
);
const customers = fc.record({
  silent: number,
  notSatisfied: number,
  satisfied: number,
  satisfiedQuickly: number,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const repurchase: fc.Arbitrary<RepurchaseTable> = fc
  .record({ silent: share, notSatisfied: share, satisfied: share, satisfiedQuickly: share })
  .map((rates) => ({ name: { en: 'ours', zh: '自有' }, source: 'our survey', rates }));
const telling = fc
  .record({ bad: fc.nat({ max: 50 }), good: fc.nat({ max: 50 }) })
  .map((one) => ({ ...one, name: { en: 'ours', zh: '自有' }, source: 'our survey' }));
const customerValue = fc
  .nat({ max: 1_000_000 })
  .map((minor) => ({ minor, currency: { code: 'EUR', minorUnit: 2 } }));
const inputs: fc.Arbitrary<MarketDamageInput> = fc.record(
  { customers, repurchase, telling, customerValue },
  { requiredKeys: ['customers', 'repurchase'] },
);
const near = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

describe('market damage', () => {
  test('who is kept and who is lost are everybody, in each segment and together', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { segments, customers: all, retained, lost, statements } = orThrow(estimateMarketDamage(input));
        for (const one of segments) {
          expect(Math.abs(one.retained + one.lost - one.customers)).toBeLessThanOrEqual(near(one.customers));
          expect(Math.min(one.retained, one.lost)).toBeGreaterThanOrEqual(0);
          expect(one.customers).toBe(input.customers[one.segment]);
        }
        expect(Math.abs(retained + lost - all)).toBeLessThanOrEqual(near(all));
        expect(inWords({ statements }, 'en')).not.toMatch(/[{}]|NaN|undefined/);
        expect(inWords({ statements }, 'zh')).not.toMatch(/[{}]|NaN|undefined/);
      }),
    );
  });

  test('twice the customers are twice the damage', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const once = orThrow(estimateMarketDamage(input));
        const { silent, notSatisfied, satisfied, satisfiedQuickly } = input.customers;
        const twice = orThrow(
          estimateMarketDamage({
            ...input,
            customers: {
              silent: 2 * silent,
              notSatisfied: 2 * notSatisfied,
              satisfied: 2 * satisfied,
              satisfiedQuickly: 2 * satisfiedQuickly,
            },
          }),
        );
        expect(twice.lost).toBe(2 * once.lost);
        expect(twice.lostValue?.minor).toBe(once.lostValue && 2 * once.lostValue.minor);
        expect(twice.told).toEqual(once.told && { bad: 2 * once.told.bad, good: 2 * once.told.good });
      }),
    );
  });

  test('somebody who is handled better by the tables of TARP is never more damage', () => {
    const order: readonly DissatisfiedSegment[] = ['silent', 'notSatisfied', 'satisfied', 'satisfiedQuickly'];
    fc.assert(
      fc.property(
        customers,
        fc.constantFrom(tarpRepurchase.minor, tarpRepurchase.major),
        fc.nat({ max: 2 }),
        (before, table, place) => {
          const [worse, better] = [order[place], order[place + 1]];
          if (worse === undefined || better === undefined) throw new Error('there are four segments');
          const moved = { ...before, [worse]: 0, [better]: before[better] + before[worse] };
          const lost = (of: MarketDamageInput['customers']): number =>
            orThrow(estimateMarketDamage({ customers: of, repurchase: table })).lost;
          expect(lost(moved)).toBeLessThanOrEqual(lost(before) + near(lost(before)));
        },
      ),
    );
  });
});
