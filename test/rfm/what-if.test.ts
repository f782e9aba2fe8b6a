import { describe, expect, it } from 'vitest';
import { fitRfm, orThrow, describe as say, sourceMaterialRfm, whatIfOrder } from '../../src/rfm/index.js';
import { lapsed, ordered, scored, summaries, wrongs } from './support.js';

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
      'One more order of 500.00 CNY that day: no score → 513 · Silver.',
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
      '如果当天再下一单 1,500.00 CNY：442 · 银牌 → 553 · 金牌。',
    ]);
  });

  describe('in a period of its own', () => {
    const past = { kind: 'fixed', from: '2024-01-01', until: '2025-01-01' } as const;
    const ofPast = orThrow(fitRfm({ ...sourceMaterialRfm(), window: past }));
    const on = (how: Parameters<typeof whatIfOrder>[0], asOf?: string) =>
      orThrow(
        whatIfOrder(how, ordered(), {
          amount: 150_000,
          ...(asOf === undefined ? {} : { asOf, zone: 'Asia/Shanghai' }),
        }),
      );

    it('changes nothing once the period is over, and says so', () => {
      const { before, after, changed, statements } = on(ofPast, '2025-01-01');
      expect(after).toEqual(before);
      expect(changed).toEqual([]);
      expect(statements.map((one) => say(one, 'en'))).toEqual([
        'One more order of 1,500.00 CNY on 2025-01-01 lies outside the period that counts and changes nothing: 442 · Silver.',
      ]);
      expect(statements.map((one) => say(one, 'zh'))).toEqual([
        '如果 2025-01-01 再下一单 1,500.00 CNY：该订单不在评价期间内，结果不变：442 · 银牌。',
      ]);
    });

    it('counts on its last day, in the zone', () => {
      const { after, statements } = on(ofPast, '2024-12-31');
      expect(scored(after).code).toBe('553');
      expect(statements.map((one) => say(one, 'en'))).toEqual([
        'One more order of 1,500.00 CNY on 2024-12-31: 442 · Silver → 553 · Gold.',
      ]);
      // Half past midnight in Shanghai is still the old year in London.
      const at = { amount: 150_000, asOf: '2025-01-01T00:30:00+08:00' };
      const codeIn = (zone: string) =>
        scored(orThrow(whatIfOrder(ofPast, ordered(), { ...at, zone })).after).code;
      expect([codeIn('Asia/Shanghai'), codeIn('Europe/London')]).toEqual(['442', '553']);
    });

    it('counts only in a named calendar year', () => {
      const year = orThrow(fitRfm({ ...sourceMaterialRfm(), window: { kind: 'calendarYear', year: 2024 } }));
      expect(scored(on(year, '2024-05-05').after).code).toBe('553');
      expect(scored(on(year, '2025-05-05').after).code).toBe('442');
    });

    it('takes day and zone from what the model was fitted on', () => {
      const data = summaries([ordered()], { window: past, currency: { code: 'CNY', minorUnit: 2 } });
      const late = orThrow(fitRfm({ ...sourceMaterialRfm(), window: past }, data));
      expect(scored(on(late).after).code).toBe('442');
      expect(scored(on(late, '2024-12-31').after).code).toBe('553');
    });

    it('asks for the day and the zone where nothing says them', () => {
      expect(wrongs(whatIfOrder(ofPast, ordered(), { amount: 1 }))).toEqual(['missing asOf']);
      expect(wrongs(whatIfOrder(ofPast, ordered(), { amount: 1, asOf: '2024-05-05' }))).toEqual([
        'missing zone',
      ]);
      expect(wrongs(whatIfOrder(fitted, ordered(), { amount: -1, asOf: 'soon', zone: 'UTC' }))).toEqual([
        'notAnAmount amount',
        'notAnInstant asOf',
      ]);
    });
  });
});
