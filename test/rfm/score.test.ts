import { describe, expect, it } from 'vitest';
import {
  elevenSegments,
  fitRfm,
  orThrow,
  type PurchaseSummary,
  quintiles,
  scoreCustomer,
  scoreRfm,
  sourceMaterialRfm,
} from '../../src/rfm/index.js';
import { lapsed, model, ordered, quantiles, scored, summaries, wrongs } from './support.js';

const ten = (factor = 1) =>
  Array.from({ length: 10 }, (_, i) =>
    ordered({
      customerId: `c${i}`,
      recencyDays: (i + 1) * factor,
      orders: i + 1,
      purchaseDays: i + 1,
      total: (i + 1) * 1000,
    }),
  );

describe('scoring all customers', () => {
  const people = summaries([
    ...ten(),
    lapsed({ customerId: 'x' }),
    { ...lapsed({ customerId: 'y' }), kind: 'neverOrdered' },
  ]);
  const fitted = orThrow(fitRfm(quintiles(), people));
  const scores = orThrow(scoreRfm(fitted, people));

  it('keeps every customer, scored or with the reason, in the order of the summaries', () => {
    expect(scores.customers.map(({ customerId }) => customerId)).toEqual(
      people.customers.map(({ customerId }) => customerId),
    );
    expect(scores.counts).toEqual({ customers: 12, scored: 10, unscored: 2 });
    expect(scores.customers.slice(10)).toEqual([
      { kind: 'unscored', customerId: 'x', because: 'lapsed' },
      { kind: 'unscored', customerId: 'y', because: 'neverOrdered' },
    ]);
    expect(scores).toMatchObject({ asOf: people.asOf, fitted });
  });

  it('gives code, weighted score and segment', () => {
    expect(scores.customers[9]).toEqual({
      kind: 'scored',
      customerId: 'c9',
      r: 1,
      f: 5,
      m: 5,
      code: '155',
      weighted: 11,
      segment: 'cannotLose',
    });
  });

  it('gives each customer what scoreCustomer gives', () => {
    expect(people.customers.map((one) => scoreCustomer(fitted, one))).toEqual(scores.customers);
  });

  it("uses yesterday's cuts for tomorrow's customers", () => {
    const tomorrow = summaries(
      [ordered({ customerId: 'new', recencyDays: 0, orders: 99, total: 1 }), ...ten(50)],
      { asOf: people.asOf + 86_400_000 },
    );
    const later = orThrow(scoreRfm(fitted, tomorrow));
    expect(scored(later.customers[0]).code).toBe('551');
    expect(later.customers.slice(1).map((one) => scored(one).r)).toEqual(Array.from({ length: 10 }, () => 1));
    expect(later.fitted).toBe(fitted);
  });

  it.each([
    ['window', { window: { kind: 'calendarYear' } }, 'otherConvention window'],
    ['currency', { currency: { code: 'USD', minorUnit: 2 } }, 'otherConvention currency'],
    ['minor unit', { currency: { code: 'EUR', minorUnit: 0 } }, 'otherConvention currency'],
    ['zone', { zone: 'Asia/Shanghai' }, 'otherConvention zone'],
  ] as const)('refuses summaries made under another %s', (_, over, expected) => {
    expect(wrongs(scoreRfm(fitted, summaries(ten(), over)))).toEqual([expected]);
  });

  it('refuses another currency than that of fixed money bands, fitted without data', () => {
    const { window } = sourceMaterialRfm();
    const bands = orThrow(fitRfm(sourceMaterialRfm()));
    expect(wrongs(scoreRfm(bands, summaries([], { window })))).toEqual(['otherConvention currency']);
    const yuan = { code: 'CNY', minorUnit: 2 };
    expect(wrongs(scoreRfm(bands, summaries([], { window, currency: yuan, zone: 'Asia/Shanghai' })))).toEqual(
      [],
    );
  });

  it('of nobody gives nobody', () => {
    expect(orThrow(scoreRfm(fitted, summaries([]))).counts).toEqual({ customers: 0, scored: 0, unscored: 0 });
  });
});

describe('scoring one customer', () => {
  it('never throws and never answers NaN, whatever the figures', () => {
    const figures = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -0,
      0,
      -1,
      2 ** 53,
      1e308,
      0.5,
    ];
    const models = [
      quintiles(),
      quintiles({ ties: 'byRank' }),
      { ...quintiles(), binning: 'nested' as const },
    ];
    for (const one of [
      ...models.map((each) => orThrow(fitRfm(each, summaries(ten())))),
      orThrow(fitRfm(sourceMaterialRfm())),
    ]) {
      for (const a of figures) {
        for (const b of figures) {
          const odd: PurchaseSummary = {
            ...ordered(),
            recencyDays: a,
            recencyMonths: a,
            orders: b,
            purchaseDays: b,
            total: a,
          };
          const score = scoreCustomer(one, odd);
          expect(
            score.kind === 'scored' ? Object.values(score).filter((value) => Number.isNaN(value)) : [],
          ).toEqual([]);
        }
      }
    }
  });

  it('gives no score to a value that is no number', () => {
    const fitted = orThrow(fitRfm(quintiles(), summaries(ten())));
    expect(scoreCustomer(fitted, ordered({ recencyDays: Number.NaN }))).toMatchObject({
      because: 'outsideScale',
      dimension: 'recency',
    });
  });

  it('looks at what the model counts and measures', () => {
    const scale = (...cuts: readonly number[]) => ({ kind: 'bands', cuts, closed: 'lower' }) as const;
    const customer = ordered({
      orders: 6,
      purchaseDays: 3,
      total: 1200,
      recencyDays: 45,
      recencyMonths: 1.5,
    });
    const fitted = (
      counts: 'orders' | 'purchaseDays',
      basis: 'total' | 'averageOrderValue' | 'averageDayValue',
      unit: 'days' | 'months',
    ) =>
      orThrow(
        fitRfm(
          model({
            currency: { code: 'EUR', minorUnit: 2 },
            recency: { unit, scale: scale(2, 45, 46) },
            frequency: { counts, scale: scale(3, 4, 6) },
            monetary: { basis, scale: scale(200, 201, 400, 401, 1200) },
          }),
        ),
      );
    expect(scored(scoreCustomer(fitted('orders', 'total', 'days'), customer)).code).toBe('246');
    expect(scored(scoreCustomer(fitted('purchaseDays', 'averageOrderValue', 'months'), customer)).code).toBe(
      '422',
    );
    expect(scored(scoreCustomer(fitted('orders', 'averageDayValue', 'days'), customer)).code).toBe('244');
  });

  it('weights without the noise of binary fractions', () => {
    const fitted = orThrow(fitRfm(model({ weights: { r: 0.1, f: 0.2, m: 0 } }), summaries(ten())));
    expect(scored(scoreCustomer(fitted, ordered({ recencyDays: 99, orders: 1 }))).weighted).toBe(0.3);
  });

  it('writes codes with hyphens where a scale has ten scores', () => {
    const fitted = orThrow(
      fitRfm(model({ monetary: { basis: 'total', scale: quantiles(10) } }), summaries(ten())),
    );
    expect(scored(scoreCustomer(fitted, ordered({ recencyDays: 1, orders: 10, total: 1e9 }))).code).toBe(
      '5-5-10',
    );
  });

  it('has no segment and no grade where the model has none', () => {
    const score = scored(scoreCustomer(orThrow(fitRfm(model(), summaries(ten()))), ordered()));
    expect('segment' in score || 'grade' in score).toBe(false);
  });

  it('names what no rule names by the map', () => {
    const segments = { ...elevenSegments, rules: elevenSegments.rules.slice(0, 1) };
    const fitted = orThrow(fitRfm(model({ segments }), summaries(ten())));
    expect(scored(scoreCustomer(fitted, ordered({ recencyDays: 99 }))).segment).toBe('others');
  });
});
