/** A price after the discounts of a tier (TIER-12: cumulative and quantity discounts, and the plain ones). */
import {
  type Benefit,
  type DiscountCombination,
  orThrow,
  type PriceQuestion,
  priceAfter,
  type Rounding,
  describe as say,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { wrongs } from '../rfm/support.js';
import { bonus, named, policyOf } from './benefit-support.js';

const ten = named('ten', { kind: 'percentageDiscount', percent: 10 });
const third = named('third', { kind: 'percentageDiscount', percent: 33.3 });
const five = named('five', { kind: 'fixedDiscount', amount: 500 });
const bulk = named('bulk', {
  kind: 'quantityDiscount',
  steps: [
    { from: 50, percent: 20 },
    { from: 10, percent: 5 },
  ],
});
const loyal = named('loyal', {
  kind: 'cumulativeDiscount',
  metric: 'spend',
  steps: [{ from: 100_000, percent: 8 }],
});

function ask(discounts: readonly Benefit[], more: Partial<PriceQuestion> = {}) {
  return priceAfter({
    policy: policyOf({ gold: [bonus(20), ...discounts] }),
    tier: 'gold',
    price: 10_000,
    combination: 'inTurn',
    ...more,
  });
}

const pays = (discounts: readonly Benefit[], more: Partial<PriceQuestion> = {}): number =>
  orThrow(ask(discounts, more)).pays;

describe('one discount', () => {
  it('takes off a percentage or an amount', () => {
    expect(pays([ten])).toBe(9000);
    expect(pays([five])).toBe(9500);
  });

  it('never takes off more than there is', () => {
    expect(orThrow(ask([five], { price: 300 }))).toMatchObject({ discount: 300, pays: 0 });
    expect(pays([named('all', { kind: 'percentageDiscount', percent: 100 })])).toBe(0);
    expect(pays([ten], { price: -0 })).toBe(0);
  });

  it('by quantity has the highest step that is reached, however the steps are written', () => {
    const paid = [9, 10, 49, 50, 1e9].map((quantity) => pays([bulk], { quantity }));
    expect(paid).toEqual([10_000, 9500, 9500, 8000, 8000]);
  });

  it('by what was bought before counts the metric, not this purchase', () => {
    const paid = [99_999, 100_000].map((spend) => pays([loyal], { cumulative: { spend }, price: 200_000 }));
    expect(paid).toEqual([200_000, 184_000]);
  });

  it('needs its minimum spend, which may be just reached', () => {
    const from = named('from', { kind: 'percentageDiscount', percent: 10, minimumSpend: 10_000 });
    expect(pays([from])).toBe(9000);
    expect(orThrow(ask([from], { price: 9999 }))).toMatchObject({
      pays: 9999,
      skipped: [{ benefit: 'from', because: 'minimumSpend', needs: 10_000 }],
    });
  });

  it('that is subject to availability waits for the host', () => {
    const maybe = { ...ten, subjectToAvailability: true };
    expect(orThrow(ask([maybe]))).toMatchObject({ pays: 10_000, skipped: [{ because: 'availability' }] });
    expect(pays([maybe], { available: ['ten'] })).toBe(9000);
  });

  it('whose fact nobody gave is unknown, not refused and not given', () => {
    expect(orThrow(ask([bulk, loyal])).skipped.map((one) => [one.benefit, one.because])).toEqual([
      ['bulk', 'unknown'],
      ['loyal', 'unknown'],
    ]);
    const inherited = named('odd', {
      kind: 'cumulativeDiscount',
      metric: 'toString',
      steps: [{ from: 0, percent: 50 }],
    });
    expect(orThrow(ask([inherited], { cumulative: {} })).skipped).toMatchObject([{ missing: 'toString' }]);
  });

  it.each([
    ['down', 6670],
    ['up', 6670],
    ['exact', 6670],
  ] as const)('of 33.3%% of 100.00 leaves 66.70, %s', (rounding, expected) => {
    expect(pays([third], { rounding })).toBe(expected);
  });

  it.each([
    ['down', 4],
    ['up', 3],
    ['halfEven', 3],
    ['halfAwayFromZero', 3],
  ] as const)('of 33.3%% of 5 fen, 1.665, %s leaves %i', (rounding, expected) => {
    expect(pays([third], { price: 5, rounding })).toBe(expected);
  });
});

describe('several discounts', () => {
  const all = [ten, five, bulk] as const;

  it('in turn each come off what the one before left, in the order of the list', () => {
    expect(
      orThrow(ask(all, { quantity: 50 })).applied.map(({ benefit, of, off }) => [benefit, of, off]),
    ).toEqual([
      ['ten', 10_000, 1000],
      ['five', 9000, 500],
      ['bulk', 8500, 1700],
    ]);
    expect(pays([five, ten])).toBe(8550);
    expect(pays([ten, five])).toBe(8500);
  });

  it('give only the best one where that is the rule', () => {
    const answer = orThrow(ask(all, { quantity: 50, combination: 'best' }));
    expect(answer).toMatchObject({ pays: 8000, applied: [{ benefit: 'bulk', off: 2000 }] });
    expect(answer.skipped).toEqual([
      { benefit: 'ten', name: ten.name, because: 'notBest', off: 1000 },
      { benefit: 'five', name: five.name, because: 'notBest', off: 500 },
    ]);
  });

  it('that are equal give the first of the list', () => {
    const same = named('same', { kind: 'fixedDiscount', amount: 1000 });
    expect(orThrow(ask([same, ten], { combination: 'best' })).applied[0]?.benefit).toBe('same');
    expect(orThrow(ask([ten, same], { combination: 'best' })).applied[0]?.benefit).toBe('ten');
  });

  it('compare a minimum spend with the price before any of them', () => {
    const from = named('from', { kind: 'fixedDiscount', amount: 100, minimumSpend: 10_000 });
    expect(pays([ten, from])).toBe(8900);
  });

  it('of no discount leave the price', () => {
    expect(orThrow(ask([]))).toMatchObject({ pays: 10_000, discount: 0, applied: [], skipped: [] });
    expect(orThrow(ask([], { combination: 'best' }))).toMatchObject({ pays: 10_000, applied: [] });
  });
});

describe('the sentences of a price', () => {
  const currency = { code: 'CNY', minorUnit: 2 };
  const from = named('from', { kind: 'fixedDiscount', amount: 100, minimumSpend: 20_000 });
  const maybe = { ...named('maybe', { kind: 'fixedDiscount', amount: 100 }), subjectToAvailability: true };
  const list = [ten, five, bulk, loyal, from, maybe, named('many', { kind: 'quantityDiscount', steps: [] })];

  it('say in English what each discount gave, or why not', () => {
    expect(say(orThrow(ask(list, { currency, cumulative: { spend: 5 } })), 'en').split('\n')).toEqual([
      'ten: 10% off 100.00 CNY, that is 10.00 CNY.',
      'five: 5.00 CNY off 90.00 CNY.',
      'bulk: not given, the quantity is not known.',
      'loyal: not given, it begins at 100,000, found 5.',
      'from: not given, it needs a purchase of 200.00 CNY.',
      'maybe: not given, subject to availability.',
      'many: not given, the quantity is not known.',
      '100.00 CNY less 15.00 CNY, all discounts in turn: 85.00 CNY to pay.',
    ]);
  });

  it('say the same in Chinese', () => {
    const answer = orThrow(ask([ten, five, bulk, from], { currency, combination: 'best', quantity: 2 }));
    expect(say(answer, 'zh').split('\n')).toEqual([
      'ten：100.00 CNY 优惠 10%，减 10.00 CNY。',
      'five：未享受，可减 5.00 CNY，不是最大的一项。',
      'bulk：未享受，须达到 10，现为 2。',
      'from：未享受，须消费满 200.00 CNY。',
      '原价 100.00 CNY，优惠 10.00 CNY（只取最大的一项），应付 90.00 CNY。',
    ]);
  });

  it('give plain numbers without a currency', () => {
    expect(
      say(orThrow(ask([ten])), 'en')
        .split('\n')
        .at(-1),
    ).toBe('10,000 less 1,000, all discounts in turn: 9,000 to pay.');
  });
});

describe('a price that cannot be worked out', () => {
  it.each([
    [{ price: Number.NaN }, 'notAnAmount price'],
    [{ price: Number.POSITIVE_INFINITY }, 'notAnAmount price'],
    [{ price: -1 }, 'outOfRange price'],
    [{ price: 2 ** 53 }, 'notAnAmount price'],
    [{ price: 99.99 }, 'notAnAmount price'],
    [{ quantity: Number.NaN }, 'notANumber quantity'],
    [{ quantity: -1 }, 'outOfRange quantity'],
    [{ cumulative: { spend: Number.NaN } }, 'notANumber cumulative.spend'],
    [{ tier: '__proto__' }, 'unknownTier tier'],
    [{ combination: 'sum' as DiscountCombination }, 'notOneOf combination'],
    [{ rounding: 'nearest' as Rounding }, 'notOneOf rounding'],
    [{ price: 5, rounding: 'exact' as const, quantity: 1 }, 'tooManyDecimals policy.ten.percent'],
    [
      { price: 5, rounding: 'exact' as const, combination: 'best' as const },
      'tooManyDecimals policy.ten.percent',
    ],
  ])('%j', (more, problem) => {
    expect(wrongs(ask([ten, bulk, loyal], more))).toEqual([problem]);
  });

  it.each([
    [named('x', { kind: 'percentageDiscount', percent: 100.1 }), 'outOfRange policy.x.percent'],
    [named('x', { kind: 'percentageDiscount', percent: Number.NaN }), 'notANumber policy.x.percent'],
    [named('x', { kind: 'fixedDiscount', amount: -1 }), 'outOfRange policy.x.amount'],
    [named('x', { kind: 'fixedDiscount', amount: 1.5 }), 'notAnAmount policy.x.amount'],
    [named('x', { kind: 'fixedDiscount', amount: 1, minimumSpend: -1 }), 'outOfRange policy.x.minimumSpend'],
    [
      named('x', { kind: 'quantityDiscount', steps: [{ from: 1, percent: -1 }] }),
      'outOfRange policy.x.steps.0.percent',
    ],
    [
      named('x', { kind: 'quantityDiscount', steps: [{ from: Number.NaN, percent: 1 }] }),
      'notANumber policy.x.steps.0.from',
    ],
  ])('for a discount that is none: %j', (discount, problem) => {
    expect(wrongs(ask([discount]))).toEqual([problem]);
  });

  it('is exact for the largest price', () => {
    const price = Number.MAX_SAFE_INTEGER;
    expect(pays([ten], { price })).toBe(Number(BigInt(price) - BigInt(price) / 10n));
  });
});
