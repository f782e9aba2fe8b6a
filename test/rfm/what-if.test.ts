import { describe, expect, it } from 'vitest';
import { fitRfm, orThrow, describe as say, sourceMaterialRfm, whatIfOrder } from '../../src/rfm/index.js';
import { lapsed, ordered, scored, wrongs } from './support.js';

const fitted = orThrow(fitRfm(sourceMaterialRfm()));

describe('one more order', () => {
  it('moves recency to today, counts, and changes the amount', () => {
    const { before, after, changed } = orThrow(whatIfOrder(fitted, ordered(), { amount: 150_000 }));
    expect([scored(before).code, scored(after).code, scored(after).grade]).toEqual(['442', '553', 'G']);
    expect(changed).toEqual(['recency', 'frequency', 'monetary']);
  });

  it('names only the dimensions that change', () => {
    const fresh = ordered({ recencyMonths: 0, recencyDays: 0, orders: 6, total: 6 * 30_000 });
    expect(orThrow(whatIfOrder(fitted, fresh, { amount: 30_000 })).changed).toEqual([]);
    expect(orThrow(whatIfOrder(fitted, fresh, { amount: 1_500_000 })).changed).toEqual(['monetary']);
  });

  it('can lower the average order value', () => {
    const { before, after } = orThrow(whatIfOrder(fitted, ordered(), { amount: 100 }));
    expect([scored(before).m, scored(after).m]).toEqual([2, 1]);
  });

  it.each([
    ['lapsed', lapsed()],
    ['never ordered', { ...lapsed(), kind: 'neverOrdered' as const }],
  ])('gives a customer who %s a first score', (_, summary) => {
    const { before, after, changed, statements } = orThrow(whatIfOrder(fitted, summary, { amount: 50_000 }));
    expect(before.kind).toBe('unscored');
    expect(scored(after)).toMatchObject({ code: '513', grade: 'S' });
    expect(changed).toEqual([]);
    expect(statements.map((one) => say(one, 'en'))).toEqual([
      'One more order of 500.00 CNY today: no score → 513 · Silver.',
    ]);
  });

  it('is a new purchase day unless there was an order today', () => {
    const days = {
      ...sourceMaterialRfm(),
      frequency: { ...sourceMaterialRfm().frequency, counts: 'purchaseDays' as const },
    };
    const byDays = orThrow(fitRfm(days));
    const scoreAfter = (recencyDays: number) =>
      scored(orThrow(whatIfOrder(byDays, ordered({ recencyDays }), { amount: 0 })).after).f;
    expect([scoreAfter(0), scoreAfter(1)]).toEqual([4, 5]);
  });

  it.each([[Number.NaN], [0.5], [Number.POSITIVE_INFINITY], [2 ** 53], [Number.MAX_SAFE_INTEGER], [-1]])(
    'of %s is refused',
    (amount) => {
      expect(wrongs(whatIfOrder(fitted, ordered(), { amount }))).toEqual(['notAnAmount amount']);
    },
  );

  it('reads in Chinese', () => {
    const { statements } = orThrow(whatIfOrder(fitted, ordered(), { amount: 150_000 }));
    expect(statements.map((one) => say(one, 'zh'))).toEqual([
      '如果今天再下一单 1,500.00 CNY：442 · 银牌 → 553 · 金牌。',
    ]);
  });
});
