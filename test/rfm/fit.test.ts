import { describe, expect, it } from 'vitest';
import {
  fitRfm,
  orThrow,
  parseFittedRfm,
  pymcQuartiles,
  quintiles,
  type RfmModel,
  rfm030,
  describe as say,
  scoreRfm,
  sourceMaterialRfm,
} from '../../src/rfm/index.js';
import { lapsed, model, ordered, quantiles, scored, summaries, wrongs } from './support.js';

/** Customers a, b, c, … whose totals (or other figures) are given. */
function population(values: readonly number[], field: 'total' | 'orders' | 'recencyDays' = 'total') {
  return summaries(
    values.map((value, i) =>
      ordered({
        customerId: String.fromCharCode(97 + i),
        ...(field === 'orders' ? { orders: value, purchaseDays: value } : { [field]: value }),
      }),
    ),
  );
}

const money = (scale: RfmModel['monetary']['scale']) => model({ monetary: { basis: 'total', scale } });

function moneyScores(scale: RfmModel['monetary']['scale'], values: readonly number[]): readonly number[] {
  const people = population(values);
  return orThrow(scoreRfm(orThrow(fitRfm(money(scale), people)), people)).customers.map(
    (one) => scored(one).m,
  );
}

describe('quantile scales, equal values together', () => {
  it('cut at the named sample quantiles', () => {
    const cuts = (method: 'type6' | 'type7') =>
      orThrow(fitRfm(money(quantiles(4, { method })), population([1, 2, 3, 4, 10]))).monetary.scales[0];
    expect(cuts('type7')).toMatchObject({ kind: 'cuts', cuts: [2, 3, 4] });
    expect(cuts('type6')).toMatchObject({ kind: 'cuts', cuts: [1.5, 3, 7] });
  });

  it('put a value on a cut in the band the closed side says', () => {
    expect(moneyScores(quantiles(4, { closed: 'upper' }), [1, 2, 3, 4, 10])).toEqual([1, 1, 2, 3, 4]);
    expect(moneyScores(quantiles(4, { closed: 'lower' }), [1, 2, 3, 4, 10])).toEqual([1, 2, 3, 4, 4]);
  });

  it('shift every cut by the given amount', () => {
    expect(moneyScores(quantiles(4, { closed: 'lower', shift: 1 }), [1, 2, 3, 4, 10])).toEqual([
      1, 1, 2, 3, 4,
    ]);
  });

  it('score recency the other way round: the smallest value is best', () => {
    const people = population([1, 2, 3, 4, 10], 'recencyDays');
    const fitted = orThrow(fitRfm(model({ recency: { unit: 'days', scale: quantiles(5) } }), people));
    expect(orThrow(scoreRfm(fitted, people)).customers.map((one) => scored(one).r)).toEqual([5, 4, 3, 2, 1]);
    expect(fitted.recency.scales[0]?.sizes).toEqual([1, 1, 1, 1, 1]);
  });

  it('keep the numbering and report the realised sizes when equal values leave bins empty', () => {
    const values = [1, 1, 1, 1, 1, 1, 2, 3, 4, 5];
    const people = population(values);
    const { monetary, notices } = orThrow(fitRfm(money(quantiles(5)), people));
    expect(moneyScores(quantiles(5), values)).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
    expect(monetary).toMatchObject({ bins: 5, scales: [{ sizes: [6, 0, 0, 2, 2] }] });
    const notice = notices.find(({ dimension }) => dimension === 'monetary');
    expect(notice?.code).toBe('emptyBin');
    expect(notice && say(notice, 'en')).toBe(
      'Monetary value: no customer has score 2, 3; sizes from score 1 up: 6, 0, 0, 2, 2.',
    );
  });

  it('renumber what remains only where asked to, and say so', () => {
    const values = [1, 1, 1, 1, 1, 1, 2, 3, 4, 5];
    const people = population(values);
    const scale = quantiles(5, { emptyBins: 'dropRepeated' });
    const { monetary, notices } = orThrow(fitRfm(money(scale), people));
    expect(monetary).toMatchObject({ bins: 3, scales: [{ sizes: [6, 2, 2] }] });
    expect(moneyScores(scale, values)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 3, 3]);
    expect(notices.filter(({ dimension }) => dimension === 'monetary').map((one) => say(one, 'en'))).toEqual([
      'Monetary value: edges that coincide were dropped, which leaves 3 of 5 bins, numbered from 1; the best score is 3.',
    ]);
  });

  it('give everyone the lowest score when all values are equal', () => {
    expect(moneyScores(quantiles(5), [7, 7, 7])).toEqual([1, 1, 1]);
    expect(moneyScores(quantiles(5, { closed: 'lower' }), [7, 7, 7])).toEqual([5, 5, 5]);
  });

  it('cannot drop all edges but one bin', () => {
    const skewed = population([1, 1, 1, 1, 1, 1, 1, 1, 1, 9]);
    expect(wrongs(fitRfm(money(quantiles(5, { emptyBins: 'dropRepeated' })), skewed))).toEqual([
      'oneValue monetary',
    ]);
    expect(wrongs(fitRfm(money(quantiles(5, { emptyBins: 'dropRepeated' })), population([7, 7, 7])))).toEqual(
      ['oneValue monetary'],
    );
  });

  it('score a single customer', () => {
    expect(moneyScores(quantiles(5), [7])).toEqual([1]);
  });
});

describe('rank scales', () => {
  const scale = { kind: 'quantiles', bins: 5, ties: 'byRank' } as const;

  it('split ties by customer id, sizes differing by at most one, the larger groups first', () => {
    expect(moneyScores(scale, [7, 7, 7, 7, 7, 7, 7])).toEqual([1, 1, 2, 2, 3, 4, 5]);
    expect(moneyScores(scale, [7, 6, 5, 4, 3, 2, 1])).toEqual([5, 4, 3, 2, 2, 1, 1]);
  });

  it('give fewer customers than bins the lowest scores', () => {
    expect(moneyScores(scale, [5, 9])).toEqual([1, 2]);
    const { monetary, notices } = orThrow(fitRfm(money(scale), population([5, 9])));
    expect(monetary).toMatchObject({
      bins: 5,
      scales: [{ boundaries: [{ value: 9, id: 'b' }], sizes: [1, 1, 0, 0, 0] }],
    });
    expect(notices.map(({ code, dimension }) => `${code} ${dimension}`)).toContain('emptyBin monetary');
  });

  it('rank recency from the longest ago, ties by customer id', () => {
    const people = population([3, 3, 1, 9, 3], 'recencyDays');
    const fitted = orThrow(fitRfm(model({ recency: { unit: 'days', scale } }), people));
    expect(orThrow(scoreRfm(fitted, people)).customers.map((one) => scored(one).r)).toEqual([2, 3, 5, 1, 4]);
  });
});

describe('nested binning', () => {
  const two = quantiles(2);
  const nested = model({
    binning: 'nested',
    recency: { unit: 'days', scale: two },
    frequency: { counts: 'orders', scale: two },
    monetary: { basis: 'total', scale: two },
  });
  const people = summaries([
    ordered({ customerId: 'a', recencyDays: 1, orders: 10, total: 100 }),
    ordered({ customerId: 'b', recencyDays: 2, orders: 20, total: 50 }),
    ordered({ customerId: 'c', recencyDays: 100, orders: 1, total: 7 }),
    ordered({ customerId: 'd', recencyDays: 200, orders: 2, total: 9 }),
  ]);

  it('finds frequency cuts within each recency score, and monetary cuts within each pair', () => {
    const fitted = orThrow(fitRfm(nested, people));
    expect(fitted.frequency.scales).toMatchObject([{ cuts: [1.5] }, { cuts: [15] }]);
    expect(fitted.monetary.scales).toMatchObject([
      { cuts: [7] },
      { cuts: [9] },
      { cuts: [100] },
      { cuts: [50] },
    ]);
    expect(orThrow(scoreRfm(fitted, people)).customers.map((one) => scored(one).code)).toEqual([
      '211',
      '221',
      '111',
      '121',
    ]);
  });

  it('leaves a customer unscored who lands in a cell that had nobody, and says so', () => {
    const only = summaries([people.customers[0], people.customers[2]].filter((one) => one !== undefined));
    const fitted = orThrow(fitRfm(nested, only));
    expect(fitted.monetary.scales.filter((scale) => scale === null)).toHaveLength(2);
    expect(fitted.notices.map(({ code, dimension }) => `${code} ${dimension}`)).toContain(
      'emptyCell monetary',
    );
    const [late] = orThrow(
      scoreRfm(fitted, summaries([ordered({ customerId: 'z', recencyDays: 1, orders: 99 })])),
    ).customers;
    expect(late).toEqual({ kind: 'unscored', customerId: 'z', because: 'emptyCell', dimension: 'monetary' });
  });

  it('is for quantile scales only', () => {
    const scale = { kind: 'bands', cuts: [30], closed: 'upper' } as const;
    expect(wrongs(fitRfm({ ...nested, recency: { unit: 'days', scale } }, people))).toEqual([
      'bandsInNested recency.scale.kind',
    ]);
  });
});

describe('fitting', () => {
  it('needs customers for quantiles, and none for fixed bands', () => {
    expect(wrongs(fitRfm(quintiles()))).toEqual(['noCustomers customers']);
    expect(wrongs(fitRfm(quintiles(), summaries([lapsed()])))).toEqual(['noCustomers customers']);
    expect(orThrow(fitRfm(sourceMaterialRfm()))).toMatchObject({ recency: { bins: 5 }, notices: [] });
    expect(orThrow(fitRfm(sourceMaterialRfm())).fittedOn).toBeUndefined();
  });

  it('uses customers with an order in the window only, and says on whom', () => {
    const people = summaries([ordered(), lapsed({ customerId: 'bob' }), ordered({ customerId: 'cy' })]);
    const { fittedOn } = orThrow(fitRfm(quintiles(), people));
    expect(fittedOn).toEqual({
      asOf: people.asOf,
      zone: 'UTC',
      currency: { code: 'EUR', minorUnit: 2 },
      customers: 2,
    });
  });

  it('refuses summaries of another window', () => {
    const people = summaries([ordered()], { window: { kind: 'calendarYear' } });
    expect(wrongs(fitRfm(quintiles(), people))).toEqual(['otherConvention window']);
  });

  it('reports customers off the scale', () => {
    const scale = { kind: 'bands', cuts: [30], closed: 'upper', max: 100 } as const;
    const people = population([10, 101, 50], 'recencyDays');
    const { notices, recency } = orThrow(fitRfm(model({ recency: { unit: 'days', scale } }), people));
    expect(recency.scales[0]?.sizes).toEqual([1, 1]);
    expect(notices.filter(({ code }) => code === 'outsideScale').map((one) => say(one, 'en'))).toEqual([
      'Recency: 1 of 3 customers lie outside the scale and stay unscored.',
    ]);
  });

  it.each<[string, Partial<RfmModel>, string]>([
    ['one bin', { recency: { unit: 'days', scale: quantiles(1) } }, 'outOfRange recency.scale.bins'],
    ['eleven bins', { recency: { unit: 'days', scale: quantiles(11) } }, 'outOfRange recency.scale.bins'],
    [
      'NaN bins',
      { recency: { unit: 'days', scale: quantiles(Number.NaN) } },
      'outOfRange recency.scale.bins',
    ],
    ['a weight of NaN', { weights: { r: Number.NaN, f: 1, m: 1 } }, 'outOfRange weights'],
    ['a shift of NaN', money(quantiles(5, { shift: Number.NaN })), 'wrongType monetary.scale.shift'],
    ['a fraction of decimals', rfm030({ minorUnit: 1.5 }), 'wrongType monetary.scale.shift'],
    [
      'decimals of NaN',
      { currency: { code: 'EUR', minorUnit: Number.NaN } },
      'outOfRange currency.minorUnit',
    ],
    [
      'dropped edges and the lower side closed',
      money(quantiles(5, { emptyBins: 'dropRepeated', closed: 'lower' })),
      'dropsRepeated monetary.scale.closed',
    ],
    [
      'dropped edges and a shift',
      money(quantiles(5, { emptyBins: 'dropRepeated', shift: 1 })),
      'dropsRepeated monetary.scale.shift',
    ],
    ['a negative weight', { weights: { r: -1, f: 1, m: 1 } }, 'outOfRange weights'],
    ['weights that overflow', { weights: { r: 1e308, f: 1e308, m: 1 } }, 'outOfRange weights'],
    [
      'a cut of NaN',
      { recency: { unit: 'days', scale: { kind: 'bands', cuts: [Number.NaN], closed: 'upper' } } },
      'wrongType recency.scale.cuts.0',
    ],
  ])('refuses a model put together by hand with %s', (_, over, expected) => {
    expect(wrongs(fitRfm(model(over), population([1, 2])))[0]).toBe(expected);
  });

  it('with an absolute shift depends on the unit of money, as R rfm does; without it, it does not', () => {
    const people = (factor: number) =>
      population([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => value * factor));
    const scores = (one: RfmModel, factor: number) =>
      orThrow(scoreRfm(orThrow(fitRfm(one, people(factor))), people(factor))).customers.map(
        (customer) => scored(customer).m,
      );
    expect(scores(rfm030({ minorUnit: 0 }), 1)).not.toEqual(scores(rfm030({ minorUnit: 0 }), 1000));
    expect(scores(quintiles(), 1)).toEqual(scores(quintiles(), 1000));
  });

  it('that collapses a ten-score scale still writes codes of ten scores, as its segment map does', () => {
    const tens = quantiles(10, { emptyBins: 'dropRepeated' });
    const rules = [{ segment: 'here', name: { en: 'Here', zh: '此处' }, when: { codes: ['1-1-1'] } }];
    const one = model({
      recency: { unit: 'days', scale: tens },
      frequency: { counts: 'orders', scale: tens },
      monetary: { basis: 'total', scale: tens },
      segments: {
        format: 'segment-map@1',
        name: 'tens',
        bins: { r: 10, f: 10, m: 10 },
        rules,
        otherwise: { segment: 'else', name: { en: 'Else', zh: '其他' } },
        fmRounding: 'up',
      },
    });
    const people = summaries(
      [1, 2, 3].map((n) => ordered({ customerId: `${n}`, orders: n, total: n, recencyDays: 4 - n })),
    );
    const [worst] = orThrow(scoreRfm(orThrow(fitRfm(one, people)), people)).customers;
    expect(worst).toMatchObject({ code: '1-1-1', segment: 'here' });
  });

  it('leaves its arguments alone', () => {
    const people = population([3, 1, 2]);
    Object.freeze(people.customers);
    const frozen: RfmModel = Object.freeze(quintiles());
    expect(orThrow(fitRfm(frozen, people)).model).toBe(frozen);
  });
});

describe('a stored fitted model', () => {
  const people = population([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
  const models: Readonly<Record<string, RfmModel>> = {
    quintiles: quintiles(),
    'ranked quintiles': quintiles({ ties: 'byRank' }),
    'nested quintiles': { ...quintiles(), binning: 'nested' },
    'rfm 0.3.0': rfm030({ minorUnit: 2 }),
    bands: { ...sourceMaterialRfm({ currency: { code: 'EUR', minorUnit: 2 } }), window: { kind: 'all' } },
  };

  it.each(Object.entries(models))('of %s survives JSON', (_, one) => {
    const fitted = orThrow(fitRfm(one, people));
    const stored = JSON.stringify(fitted);
    expect(parseFittedRfm(JSON.parse(stored))).toEqual({ _tag: 'Right', right: fitted });
    expect(JSON.stringify(orThrow(parseFittedRfm(JSON.parse(stored))))).toBe(stored);
  });

  it('of renumbered quartiles survives JSON', () => {
    const varied = summaries(
      [1, 2, 3, 4].map((n) =>
        ordered({ customerId: `${n}`, recencyDays: n, purchaseDays: n, orders: n, total: n * n }),
      ),
    );
    const fitted = orThrow(fitRfm(pymcQuartiles(), varied));
    expect(parseFittedRfm(JSON.parse(JSON.stringify(fitted)))).toEqual({ _tag: 'Right', right: fitted });
  });

  const together = orThrow(fitRfm(model(), people));
  const ranked = orThrow(fitRfm(quintiles({ ties: 'byRank' }), people));
  const banded = orThrow(
    fitRfm(
      { ...sourceMaterialRfm({ currency: { code: 'EUR', minorUnit: 2 } }), window: { kind: 'all' } },
      people,
    ),
  );
  const cuts = (over: object) => ({
    bins: 5,
    scales: [{ kind: 'cuts', cuts: [1, 2, 3, 4], closed: 'upper', sizes: [1, 1, 1, 1, 1], ...over }],
  });

  it.each<[string, object, readonly string[]]>([
    [
      'a cut too few',
      { ...together, recency: cuts({ cuts: [1, 2, 3], sizes: [1, 1, 1, 1] }) },
      ['otherModel recency.scales.0.cuts.length'],
    ],
    [
      'a cut too many',
      { ...together, recency: cuts({ cuts: [1, 2, 3, 4, 5], sizes: [1, 1, 1, 1, 1, 1] }) },
      ['otherModel recency.scales.0.cuts.length'],
    ],
    [
      'cuts out of order',
      { ...together, recency: cuts({ cuts: [1, 3, 2, 4] }) },
      ['notAscending recency.scales.0.cuts'],
    ],
    [
      'other cuts than its bands',
      { ...banded, recency: { bins: 5, scales: [{ ...banded.recency.scales[0], cuts: [1, 3, 4, 8] }] } },
      ['otherModel recency.scales.0.cuts'],
    ],
    [
      'the other side closed',
      { ...together, frequency: { bins: 5, scales: [{ ...together.frequency.scales[0], closed: 'lower' }] } },
      ['otherModel frequency.scales.0.closed'],
    ],
    [
      'more sizes than customers',
      { ...together, recency: cuts({ sizes: [9, 9, 1, 1, 1] }) },
      ['otherModel recency.scales'],
    ],
    ['nothing it was fitted on', { ...together, fittedOn: undefined }, ['missing fittedOn']],
    [
      'boundaries from the best to the worst',
      {
        ...ranked,
        monetary: {
          bins: 5,
          scales: [
            {
              ...ranked.monetary.scales[0],
              boundaries: [
                { value: 2, id: 'a' },
                { value: 1, id: 'a' },
              ],
            },
          ],
        },
      },
      ['notAscending monetary.scales.0.boundaries.1'],
    ],
    [
      'sizes of another scale',
      { ...together, recency: cuts({ sizes: [1, 1] }) },
      ['otherModel recency.scales.0.sizes.length'],
    ],
    ['cuts for ranks', { ...ranked, recency: cuts({}) }, ['otherModel recency.scales.0.kind']],
    ['ranks for cuts', { ...together, recency: ranked.recency }, ['otherModel recency.scales.0.kind']],
    [
      'a boundary too many',
      {
        ...ranked,
        recency: {
          bins: 5,
          scales: [
            {
              kind: 'ranks',
              boundaries: [1, 2, 3, 4, 5].map((value) => ({ value, id: 'a' })),
              sizes: [1, 1, 1, 1, 1],
            },
          ],
        },
      },
      ['otherModel recency.scales.0.boundaries.length'],
    ],
    [
      'other bins',
      { ...together, recency: { ...together.recency, bins: 4 } },
      ['otherModel recency.bins', 'otherModel recency.scales.0.cuts.length'],
    ],
    [
      'scales for cells it has not',
      { ...together, recency: { bins: 5, scales: [...together.recency.scales, ...together.recency.scales] } },
      ['otherModel recency.scales', 'otherModel recency.scales.length'],
    ],
    [
      'no scale at all',
      { ...together, recency: { bins: 5, scales: [null] } },
      ['otherModel recency.scales.0'],
    ],
    [
      'a zone that is none',
      { ...together, fittedOn: { ...together.fittedOn, zone: 'Mars' } },
      ['unknownZone fittedOn.zone'],
    ],
    [
      'a model that is wrong',
      { ...together, model: { ...together.model, weights: { r: 0, f: 0, m: 0 } } },
      ['outOfRange model.weights'],
    ],
    [
      'an infinite cut',
      { ...together, recency: cuts({ cuts: [1, 2, 3, null] }) },
      ['wrongType recency.scales.0.cuts.3'],
    ],
    ['a key too many', { ...together, more: 1 }, ['unknownKey more']],
    ['a newer format', { ...together, format: 'fitted-rfm@2' }, ['unknownFormat format']],
    ['the format of its model', together.model, ['unknownFormat format']],
  ])('with %s is refused, and says where', (_, stored, expected) => {
    expect(wrongs(parseFittedRfm(JSON.parse(JSON.stringify(stored))))).toEqual(expected);
  });
});
