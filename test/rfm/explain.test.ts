import { describe, expect, it } from 'vitest';
import {
  explainScore,
  fitRfm,
  orThrow,
  putlerSegments,
  quintiles,
  type RfmDimension,
  type RfmExplanation,
  describe as say,
  sourceMaterialRfm,
} from '../../src/rfm/index.js';
import { lapsed, model, ordered, quantiles, summaries } from './support.js';

function dimension(explanation: RfmExplanation, name: RfmDimension) {
  const found = explanation.dimensions.find((one) => one.dimension === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** Customers with these numbers of orders, ids a, b, c, … */
function byOrders(...orders: readonly number[]) {
  return summaries(
    orders.map((count, i) =>
      ordered({
        customerId: String.fromCharCode(97 + i),
        orders: count,
        purchaseDays: count,
        recencyDays: i,
        total: i,
      }),
    ),
  );
}

describe('the explanation of a score by the printed tables', () => {
  const fitted = orThrow(fitRfm(sourceMaterialRfm()));
  const explanation = explainScore(fitted, ordered());

  it('gives value, band and distance to the next score of each dimension', () => {
    expect(explanation.dimensions).toEqual([
      {
        dimension: 'recency',
        value: 2,
        score: 4,
        of: 5,
        band: {
          from: 1,
          to: 3,
          includes: { from: false, to: true },
          by: 'value',
          next: { score: 5, at: 1, included: true, distance: 1 },
        },
      },
      {
        dimension: 'frequency',
        value: 5,
        score: 4,
        of: 5,
        band: {
          from: 4,
          to: 6,
          includes: { from: true, to: false },
          by: 'value',
          next: { score: 5, at: 6, included: true, distance: 1 },
        },
      },
      {
        dimension: 'monetary',
        value: 30_000,
        score: 2,
        of: 5,
        band: {
          from: 30_000,
          to: 50_000,
          includes: { from: true, to: false },
          by: 'value',
          next: { score: 3, at: 50_000, included: true, distance: 20_000 },
        },
      },
    ]);
  });

  it('gives the grade and what is missing for the next', () => {
    expect(explanation.grade).toEqual({
      grade: 'S',
      weighted: 24,
      from: 17,
      next: { grade: 'G', from: 26, missing: 2 },
    });
    expect(explanation.segment).toBeUndefined();
  });

  it('reads in English and Chinese', () => {
    expect(say(explanation, 'en').split('\n')).toEqual([
      'Recency: 2 months ago, score 4 of 5 (more than 1, up to 3); score 5 when at most 1 month ago (1 month less), which takes a new order.',
      'Frequency: 5 orders, score 4 of 5 (4 or more, below 6); score 5 from 6 orders: 1 more order.',
      'Monetary value: 300.00 CNY average order value, score 2 of 5 (300.00 CNY or more, below 500.00 CNY); score 3 from 500.00 CNY: 200.00 CNY more.',
      'Grade Silver: 1×4 + 3×4 + 4×2 = 24 points (17 or more); 2 more for Gold.',
    ]);
    expect(say(explanation, 'zh').split('\n')[3]).toBe(
      '级别 银牌：1×4 + 3×4 + 4×2 = 24 分（不少于 17）；距 金牌 还差 2 分。',
    );
  });

  it('of the best says that nothing is missing', () => {
    const best = explainScore(fitted, ordered({ recencyMonths: 0, orders: 6, total: 6 * 200_000 }));
    expect(best.dimensions.map(({ band }) => band.next)).toEqual([undefined, undefined, undefined]);
    expect(best.grade).toEqual({ grade: 'P', weighted: 40, from: 36 });
    expect(say(best, 'en')).toContain('score 5 of 5 (0 or more, up to 1), the best.');
  });

  it('of a customer off the scale says which dimension is at fault', () => {
    const off = explainScore(fitted, ordered({ recencyMonths: 13 }));
    expect(off).toMatchObject({
      score: { because: 'outsideScale', dimension: 'recency' },
      dimensions: [],
      unscored: { dimension: 'recency', value: 13, limit: { side: 'above', at: 12 } },
    });
    expect(say(off, 'en')).toBe(
      'No score: Recency, 13 months ago, is above the largest value that "source material: 1R + 3F + 4M" scores, 12 months.',
    );
  });

  it('of a value in a hole between printed bands says so', () => {
    const strict = orThrow(fitRfm(sourceMaterialRfm({ betweenBands: 'unscored' })));
    const between = explainScore(strict, ordered({ orders: 1, total: 199_950 }));
    expect(between.dimensions.map(({ dimension: name, score }) => [name, score])).toEqual([
      ['recency', 4],
      ['frequency', 1],
    ]);
    expect(between.unscored?.between).toEqual({
      lower: { from: 100_000, to: 199_900 },
      upper: { from: 200_000 },
    });
    expect(say(between, 'en').split('\n')[0]).toBe(
      'No score: Monetary value, 1,999.50 CNY average order value, falls between two printed bands of "source material: 1R + 3F + 4M": 1,000.00 CNY to 1,999.00 CNY and 2,000.00 CNY or more.',
    );
    expect(say(between, 'zh').split('\n')[0]).toContain('表中相邻两档之间的空档');
  });

  it('of somebody without an order in the window says so', () => {
    expect(say(explainScore(fitted, lapsed()), 'zh')).toBe('不评分：最近一次下单在 400 天前，早于评价期间。');
    expect(say(explainScore(fitted, { ...lapsed(), kind: 'neverOrdered' }), 'en')).toBe(
      'No score: no order by the end of the period.',
    );
  });
});

describe('the explanation of a quantile score', () => {
  const frequency = (over: Parameters<typeof quantiles>[1]) =>
    model({ frequency: { counts: 'orders', scale: quantiles(4, over) } });

  it('skips scores that are empty: the next score is the one a better value really gets', () => {
    // Cuts 1, 1, 2.5: whoever ordered once has score 1, and more than one order is score 3.
    const people = byOrders(1, 1, 1, 1, 1, 2, 4, 5);
    const fitted = orThrow(fitRfm(frequency({}), people));
    expect(fitted.frequency.scales[0]).toMatchObject({ cuts: [1, 1, 2.5] });
    const { band } = dimension(explainScore(fitted, ordered({ orders: 1 })), 'frequency');
    expect(band).toEqual({
      to: 1,
      includes: { from: true, to: true },
      by: 'value',
      next: { score: 3, at: 2, included: true, distance: 1 },
    });
    expect(say(explainScore(fitted, ordered({ orders: 1 })), 'en').split('\n')[1]).toBe(
      'Frequency: 1 order, score 1 of 4 (up to 1); score 3 from 2 orders: 1 more order.',
    );
  });

  it('skips them for recency, too, where less is better', () => {
    const people = summaries(
      [5, 5, 5, 5, 5, 3, 2, 1].map((days, i) => ordered({ customerId: `${i}`, recencyDays: days })),
    );
    const lower = orThrow(
      fitRfm(model({ recency: { unit: 'days', scale: quantiles(4, { closed: 'lower' }) } }), people),
    );
    expect(lower.recency.scales[0]).toMatchObject({ cuts: [2.75, 5, 5] });
    const { score, band } = dimension(explainScore(lower, ordered({ recencyDays: 5 })), 'recency');
    expect([score, band.next]).toEqual([1, { score: 3, at: 4, included: true, distance: 1 }]);
  });

  it('says which side of the band is closed', () => {
    const people = byOrders(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const at = (closed: 'lower' | 'upper') =>
      dimension(
        explainScore(orThrow(fitRfm(frequency({ closed }), people)), ordered({ orders: 4 })),
        'frequency',
      );
    expect(at('upper').band).toMatchObject({
      from: 3,
      to: 5,
      includes: { from: false, to: true },
      next: { score: 3, at: 6, included: true },
    });
    expect(at('lower').band).toMatchObject({
      from: 3,
      to: 5,
      includes: { from: true, to: false },
      next: { score: 3, at: 5, included: true },
    });
  });
});

describe('the explanation of a rank score', () => {
  const fitted = orThrow(fitRfm(quintiles({ ties: 'byRank' }), byOrders(1, 1, 1, 1, 1, 1, 4, 5, 6, 7)));
  const next = (customerId: string, orders: number) =>
    dimension(explainScore(fitted, ordered({ customerId, orders })), 'frequency');

  it('knows that the id decides between equal values', () => {
    // Boundaries: 1 order and c, 1 and e, 4 and g, 6 and i.
    expect(next('a', 1)).toMatchObject({
      score: 1,
      band: { by: 'rank', next: { score: 3, at: 2, included: true, distance: 1 } },
    });
    expect(next('c', 1)).toMatchObject({ score: 2, band: { next: { score: 3, at: 2, included: true } } });
    expect(next('f', 1)).toMatchObject({
      score: 3,
      band: { next: { score: 4, at: 5, included: true, distance: 4 } },
    });
    expect(next('z', 1)).toMatchObject({
      score: 3,
      band: { next: { score: 4, at: 4, included: true, distance: 3 } },
    });
    expect(next('z', 6)).toMatchObject({ score: 5 });
    expect(next('z', 6).band.next).toBeUndefined();
  });

  it('reads so', () => {
    expect(say(explainScore(fitted, ordered({ customerId: 'a', orders: 1 })), 'en').split('\n')[1]).toBe(
      'Frequency: 1 order, score 1 of 5 (up to 1, ties by customer id); score 3 from 2 orders: 1 more order.',
    );
  });
});

describe('the figures of a sentence', () => {
  const fitted = orThrow(fitRfm(sourceMaterialRfm()));
  const line = (total: number, orders: number) =>
    say(explainScore(fitted, ordered({ total, orders })), 'en').split('\n')[2];

  it('have as many decimals as it takes to tell the value from the edge, and the distance is rounded up', () => {
    expect(line(8_969_990, 299)).toBe(
      'Monetary value: 299.9997 CNY average order value, score 1 of 5 (0.00 CNY or more, below 300.00 CNY); score 2 from 300.00 CNY: 0.0004 CNY more.'.replace(
        '299.9997',
        '299.9997',
      ),
    );
    expect(line(29_000, 1)).toContain('290.00 CNY average order value');
  });

  it('say the next whole number, not a cut that nobody can have', () => {
    const people = byOrders(1, 1, 2, 2, 2, 3, 3, 9);
    const one = orThrow(
      fitRfm(model({ frequency: { counts: 'orders', scale: quantiles(4, { method: 'type6' }) } }), people),
    );
    const found = dimension(explainScore(one, ordered({ orders: 2 })), 'frequency');
    expect(found.band.next).toMatchObject({ at: 3, included: true, distance: 1 });
  });

  it('say in Chinese how recent is recent enough', () => {
    const bands = { kind: 'bands', cuts: [90, 180], closed: 'upper' } as const;
    const one = orThrow(fitRfm(model({ recency: { unit: 'days', scale: bands } }), byOrders(1, 2, 3)));
    expect(say(explainScore(one, ordered({ recencyDays: 204 })), 'zh').split('\n')[0]).toBe(
      '最近一次购买：204 天前，得 1 分（满分 3）（多于 180）；180 天以内得 2 分（还须少 24 天），须有新订单。',
    );
  });

  it('do not call a score the best where this cell has no higher one', () => {
    const ranked = orThrow(fitRfm(quintiles({ ties: 'byRank' }), byOrders(1, 2)));
    const [first] = say(explainScore(ranked, ordered({ customerId: 'b', orders: 2 })), 'en')
      .split('\n')
      .slice(1);
    expect(first).toBe(
      'Frequency: 2 orders, score 2 of 5 (2 or more, ties by customer id); no higher score here.',
    );
  });
});

describe('the explanation of a segment', () => {
  const fitted = orThrow(
    fitRfm(quintiles({ segments: putlerSegments }), byOrders(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
  );

  it('names the rule, and doubts a rule without a primary source', () => {
    const doubtful = explainScore(fitted, ordered({ recencyDays: 99, orders: 10, total: 10 }));
    expect(doubtful.segment).toEqual({ segment: 'cannotLose', rule: 2, unverified: true });
    expect(say(doubtful, 'en')).toContain(
      'Segment Cannot lose them: code 155, rule 3 of the map "segments by recency and the mean of frequency and monetary" (this rule has no primary source).',
    );
    expect(explainScore(fitted, ordered({ recencyDays: 0, orders: 10, total: 10 })).segment).toEqual({
      segment: 'champions',
      rule: 3,
      unverified: false,
    });
  });

  it('says where no rule names the code', () => {
    const none = { ...putlerSegments, name: 'none', rules: [] };
    const explanation = explainScore(
      orThrow(fitRfm(quintiles({ segments: none }), byOrders(1, 2))),
      ordered({ orders: 1 }),
    );
    expect(explanation.segment).toEqual({ segment: 'others', rule: null, unverified: false });
    expect(say(explanation, 'en')).toMatch(/Segment Others: no rule of the map "none" names code \d{3}\.$/);
  });
});
