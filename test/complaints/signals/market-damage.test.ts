/** What the dissatisfied cost, by published tables. */
import {
  estimateHiddenDissatisfaction,
  estimateMarketDamage,
  describe as inWords,
  type MarketDamageInput,
  orThrow,
  tarpRepurchase,
  tarpTelling,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const { minor, major } = tarpRepurchase;
const of = (input: MarketDamageInput) => orThrow(estimateMarketDamage(input));
const everybody = (n: number) => ({ silent: n, notSatisfied: n, satisfied: n, satisfiedQuickly: n });
const GBP = { code: 'GBP', minorUnit: 2 };

describe('the tables (TARP 1979; Grainer, McEvoy and King 1979)', () => {
  it.each([
    ['minor', minor, [37, 46, 70, 95]],
    ['major', major, [9, 19, 54, 82]],
  ] as const)('of a hundred in each segment, %s losses: %j buy again', (_, repurchase, retained) => {
    const { segments } = of({ customers: everybody(100), repurchase });
    expect(segments.map((one) => Math.round(one.retained))).toEqual(retained);
    expect(segments.map(({ segment }) => segment)).toEqual([
      'silent',
      'notSatisfied',
      'satisfied',
      'satisfiedQuickly',
    ]);
  });

  it('bad news travels twice as far as good: 10 to 5 for a soft drink, 16 to 8 for a car', () => {
    for (const { bad, good, source } of [tarpTelling.softDrink, tarpTelling.car]) {
      expect(bad).toBe(2 * good);
      expect(source).toContain('TARP');
    }
    const { told } = of({ customers: everybody(1), repurchase: minor, telling: tarpTelling.car });
    expect(told).toEqual({ bad: 32, good: 16 });
  });
});

describe('the damage', () => {
  it('behind five complaints, of which two were not satisfied, two were and one quickly (CMP-08 with TARP)', () => {
    const { silent } = orThrow(estimateHiddenDissatisfaction({ complaints: 5 }));
    const customers = { silent, notSatisfied: 2, satisfied: 2, satisfiedQuickly: 1 };
    const customerValue = { minor: 20_000, currency: GBP };
    const damage = of({ customers, repurchase: minor, customerValue, telling: tarpTelling.softDrink });
    expect(damage.customers).toBe(100);
    // 95 × 0.37 + 2 × 0.46 + 2 × 0.70 + 0.95.
    expect(damage.retained).toBeCloseTo(38.42, 9);
    expect(damage.lost).toBeCloseTo(61.58, 9);
    expect(damage.lostValue?.minor).toBeCloseTo(1_231_600, 6);
    expect(damage.told).toEqual({ bad: 970, good: 15 });
    expect(inWords(damage, 'en').split('\n')).toEqual([
      'Of 100 dissatisfied customers 38.42 buy again and 61.58 do not (rates: TARP, losses of 1 to 5 dollars).',
      'Never complained: 95, of whom 37% buy again and 59.85 are lost.',
      'Complained, not satisfied: 2, of whom 46% buy again and 1.08 are lost.',
      'Complained, satisfied in the end: 2, of whom 70% buy again and 0.6 are lost.',
      'Complained, satisfied quickly: 1, of whom 95% buy again and 0.05 are lost.',
      'The lost ones are worth 12,316.00 GBP.',
      '970 people hear of a bad experience, 15 of a good one.',
    ]);
    expect(inWords(damage, 'zh').split('\n')[0]).toBe(
      '100 位不满的客户中，38.42 位会再次购买，61.58 位不会（比例来源：TARP，损失 1 至 5 美元）。',
    );
  });

  it('says what it assumed, and leaves out what it was not asked', () => {
    const damage = of({ customers: everybody(1), repurchase: major });
    expect(damage.assumed).toEqual({ repurchase: major });
    expect(damage).not.toHaveProperty('lostValue');
    expect(damage).not.toHaveProperty('told');
    expect(damage.statements).toHaveLength(5);
  });

  it('is none where nobody is dissatisfied', () => {
    const damage = of({ customers: everybody(0), repurchase: minor, telling: tarpTelling.car });
    expect([damage.customers, damage.retained, damage.lost, damage.told]).toEqual([
      0,
      0,
      0,
      { bad: 0, good: 0 },
    ]);
  });
});

describe('figures that are none', () => {
  const fine: MarketDamageInput = { customers: everybody(1), repurchase: minor };
  const bad = (changed: unknown): readonly string[] => {
    const input: unknown =
      typeof changed === 'object' && changed !== null ? { ...fine, ...changed } : changed;
    const result = estimateMarketDamage(input as MarketDamageInput);
    return result._tag === 'Left' ? result.left.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
  };

  it.each<[unknown, readonly string[]]>([
    [{ customers: { ...everybody(1), silent: -1 } }, ['outOfRange customers.silent']],
    [{ customers: { silent: 1, notSatisfied: 1, satisfied: 1 } }, ['outOfRange customers.satisfiedQuickly']],
    [
      { repurchase: { ...minor, rates: { ...minor.rates, satisfied: 70 } } },
      ['outOfRange repurchase.rates.satisfied'],
    ],
    [{ repurchase: { ...minor, name: undefined } }, ['wrongType repurchase.name']],
    [{ repurchase: { ...minor, name: 'TARP' } }, ['wrongType repurchase.name']],
    [{ customerValue: { minor: 1.5, currency: GBP } }, ['outOfRange customerValue.minor']],
    [{ customerValue: { minor: 1, currency: 'GBP' } }, ['wrongType customerValue.currency']],
    [{ customerValue: null }, ['outOfRange customerValue.minor', 'wrongType customerValue.currency']],
    [{ telling: { ...tarpTelling.car, good: Number.NaN } }, ['outOfRange telling.good']],
    [{ telling: null }, ['outOfRange telling.bad', 'outOfRange telling.good']],
    [{ customers: everybody(Number.MAX_VALUE) }, ['overflow customers']],
    [{ customersValue: 1, Telling: tarpTelling.car }, ['unknownKey customersValue', 'unknownKey Telling']],
    [{ customers: { ...everybody(1), quick: 1 } }, ['unknownKey customers.quick']],
    [
      { repurchase: { ...minor, rate: 1, rates: { ...minor.rates, Silent: 0.3 } } },
      ['unknownKey repurchase.rate', 'unknownKey repurchase.rates.Silent'],
    ],
    [
      { customerValue: { minor: 1, currency: GBP, major: 1 }, telling: { ...tarpTelling.car, worse: 20 } },
      ['unknownKey customerValue.major', 'unknownKey telling.worse'],
    ],
    [{ customers: everybody(1e308 / 4), telling: tarpTelling.car }, ['overflow told', 'overflow told']],
  ])('%j: %j', (changed, problems) => {
    expect(bad(changed)).toEqual(problems);
  });

  it('or no figures at all are eight problems, and nothing is thrown', () => {
    expect(bad(null)).toHaveLength(8);
    expect(bad({ repurchase: undefined, customers: null })).toHaveLength(8);
  });
});
