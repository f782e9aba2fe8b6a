import { describe, expect, it } from 'vitest';
import {
  defineRfmModel,
  defineSegmentMap,
  elevenSegments,
  fitRfm,
  orThrow,
  ProblemError,
  parseFittedRfm,
  parseRfmModel,
  parseSegmentMap,
  putlerSegments,
  pymcQuartiles,
  pymcSegments,
  quintiles,
  type RfmModel,
  type RfmModelInput,
  rfm02ExampleSegments,
  rfm030,
  rfm030ExampleSegments,
  sourceMaterialGrades,
  sourceMaterialRfm,
  tenSegments,
} from '../../src/rfm/index.js';
import { model, quantiles, wrongs } from './support.js';

const again = (stored: unknown): unknown => JSON.parse(JSON.stringify(stored));

describe('shipped models', () => {
  it.each<[string, RfmModel]>([
    ['quintiles', quintiles()],
    [
      'quintiles by rank',
      quintiles({ ties: 'byRank', window: { kind: 'rollingMonths', months: 24 }, segments: tenSegments }),
    ],
    ['rfm 0.3.0', rfm030({ minorUnit: 2 })],
    ['rfm 0.3.0 with the 0.2 map', rfm030({ minorUnit: 0, segments: rfm02ExampleSegments })],
    ['pymc quartiles', pymcQuartiles()],
    ['source material', sourceMaterialRfm()],
    [
      'source material with every option',
      sourceMaterialRfm({
        monetaryBasis: 'total',
        period: 'calendarYear',
        months: 'thirtyDays',
        betweenBands: 'unscored',
        precondition: 'notice',
        currency: { code: 'CNY', minorUnit: 0 },
      }),
    ],
  ])('pass their own parser after a trip through JSON: %s', (_, one) => {
    expect(parseRfmModel(again(one))).toEqual({ _tag: 'Right', right: one });
  });

  it.each([
    elevenSegments,
    tenSegments,
    putlerSegments,
    pymcSegments,
    rfm02ExampleSegments,
    rfm030ExampleSegments,
  ])('and so does the segment map $name', (map) => {
    expect(parseSegmentMap(again(map))).toEqual({ _tag: 'Right', right: map });
  });

  it('pass a parser frozen: nothing is changed in place', () => {
    const frozen = Object.freeze(quintiles());
    expect(orThrow(parseRfmModel(frozen))).toEqual(frozen);
  });
});

describe('a model written in code', () => {
  const input: RfmModelInput = {
    name: 'ours',
    recency: { scale: { kind: 'bands', cuts: [30, 90], closed: 'upper' } },
    frequency: { scale: { kind: 'quantiles', bins: 3, ties: 'together' } },
    monetary: { scale: { kind: 'quantiles', bins: 3, ties: 'byRank' } },
  };

  it('is completed with the documented defaults', () => {
    expect(defineRfmModel(input)).toEqual({
      format: 'rfm-model@1',
      name: 'ours',
      window: { kind: 'all' },
      recency: { unit: 'days', scale: { kind: 'bands', cuts: [30, 90], closed: 'upper' } },
      frequency: { counts: 'orders', scale: quantiles(3) },
      monetary: { basis: 'total', scale: { kind: 'quantiles', bins: 3, ties: 'byRank' } },
      binning: 'independent',
      weights: { r: 1, f: 1, m: 1 },
    });
  });

  it('throws one error that lists everything that is wrong', () => {
    const broken = () =>
      defineRfmModel({
        ...input,
        weights: { r: 0, f: 0, m: 0 },
        window: { kind: 'fixed', from: '2025-02-30', until: '2025-03-01' },
      });
    expect(broken).toThrow(ProblemError);
    expect(broken).toThrow(/window\.from: .*\nweights: /);
  });

  it('throws for a segment map, too', () => {
    expect(() => defineSegmentMap({ ...elevenSegments, bins: { r: 4, f: 5, m: 5 } })).toThrow(
      /rules\[0\]\.when\.codes\[0\]/,
    );
  });
});

describe('a stored model', () => {
  const bands = (over: object) => ({
    ...sourceMaterialRfm(),
    monetary: { basis: 'total', scale: { kind: 'bands', cuts: [1, 2, 3, 4], closed: 'lower', ...over } },
  });
  const graded = (over: object) => ({ ...sourceMaterialRfm(), grades: { ...sourceMaterialGrades, ...over } });
  const [platinum, gold, silver, bronze] = sourceMaterialGrades.bands;

  it.each<[string, object, readonly string[]]>([
    ['cuts out of order', bands({ cuts: [1, 3, 2, 4] }), ['notAscending monetary.scale.cuts']],
    ['equal cuts', bands({ cuts: [1, 2, 2, 4] }), ['notAscending monetary.scale.cuts']],
    ['no cuts', bands({ cuts: [] }), ['outOfRange monetary.scale.cuts']],
    ['ten cuts', bands({ cuts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }), ['outOfRange monetary.scale.cuts']],
    ['a least value above the first cut', bands({ min: 2 }), ['outOfRange monetary.scale.min']],
    ['a most value below the last cut', bands({ max: 3 }), ['outOfRange monetary.scale.max']],
    [
      'a printed unit and the upper side closed',
      bands({ closed: 'upper', printedUnit: 1 }),
      ['printedUnitNeedsLower monetary.scale.closed'],
    ],
    ['a printed unit of nothing', bands({ printedUnit: 0 }), ['outOfRange monetary.scale.printedUnit']],
    ['fixed money without a currency', { ...sourceMaterialRfm(), currency: undefined }, ['missing currency']],
    ['no weight at all', model({ weights: { r: 0, f: 0, m: 0 } }), ['outOfRange weights']],
    ['a negative weight', model({ weights: { r: 1, f: -1, m: 1 } }), ['outOfRange weights.f']],
    ['a weight written as null', { ...model(), weights: { r: null, f: 1, m: 1 } }, ['wrongType weights.r']],
    [
      'grades for other weights',
      { ...sourceMaterialRfm(), weights: { r: 1, f: 1, m: 1 } },
      ['gradesForOtherScores grades.highest'],
    ],
    [
      'grades for other scales',
      {
        ...sourceMaterialRfm(),
        recency: { unit: 'months', scale: { kind: 'bands', cuts: [1], closed: 'upper' } },
      },
      ['gradesForOtherScores grades.highest'],
    ],
    [
      'grades that leave the worst out',
      graded({ bands: [platinum, gold, silver] }),
      ['gradesForOtherScores grades.bands.2.from'],
    ],
    [
      'grades out of order',
      graded({ bands: [gold, platinum, silver, bronze] }),
      ['notDescending grades.bands.1.from'],
    ],
    [
      'a grade twice',
      graded({ bands: [platinum, gold, { ...silver, grade: 'G' }, bronze] }),
      ['repeated grades.bands.2.grade'],
    ],
    ['no grades in its grades', graded({ bands: [] }), ['outOfRange grades.bands']],
    [
      'segments for other scores',
      { ...model(), segments: pymcSegments },
      [
        'segmentsForOtherBins segments.bins.r',
        'segmentsForOtherBins segments.bins.f',
        'segmentsForOtherBins segments.bins.m',
      ],
    ],
    [
      'a segment rule that cannot hold',
      {
        ...model(),
        segments: { ...elevenSegments, rules: [{ ...elevenSegments.rules[0], when: { r: [5, 4] } }] },
      },
      ['outOfRange segments.rules.0.when.r'],
    ],
    [
      'one segment under two names',
      {
        ...model(),
        segments: {
          ...elevenSegments,
          otherwise: { segment: 'champions', name: { en: 'Others', zh: '其他' } },
        },
      },
      ['otherName segments.otherwise.name'],
    ],
    ['a fraction of a minor unit', bands({ cuts: [1, 2, 3, 4.5] }), ['wrongType monetary.scale.cuts.3']],
    [
      'a grade that nobody can reach',
      graded({ bands: [{ ...platinum, from: 41 }, gold, silver, bronze] }),
      ['gradesForOtherScores grades.bands.0.from'],
    ],
    [
      'fixed bands in nested binning',
      model({
        binning: 'nested',
        recency: { unit: 'days', scale: { kind: 'bands', cuts: [1], closed: 'upper' } },
      }),
      ['bandsInNested recency.scale.kind'],
    ],
    ['one bin', model({ recency: { unit: 'days', scale: quantiles(1) } }), ['outOfRange recency.scale.bins']],
    [
      'an unknown quantile type',
      { ...model(), recency: { unit: 'days', scale: { ...quantiles(5), method: 'type10' } } },
      ['notOneOf recency.scale.method'],
    ],
    [
      'an unknown tie policy',
      { ...model(), recency: { unit: 'days', scale: { kind: 'quantiles', bins: 5, ties: 'random' } } },
      ['notOneOf recency.scale.ties'],
    ],
    [
      'an option of the other tie policy',
      {
        ...model(),
        recency: { unit: 'days', scale: { kind: 'quantiles', bins: 5, ties: 'byRank', shift: 1 } },
      },
      ['unknownKey recency.scale.shift'],
    ],
    [
      'an unknown kind of scale',
      { ...model(), recency: { unit: 'days', scale: { kind: 'kmeans', bins: 5 } } },
      ['notOneOf recency.scale.kind'],
    ],
    [
      'a window of no months',
      { ...model(), window: { kind: 'rollingMonths', months: 0 } },
      ['outOfRange window.months'],
    ],
    [
      'a window that ends before it starts',
      model({ window: { kind: 'fixed', from: '2025-02-01', until: '2025-01-01' } }),
      ['outOfRange window.until'],
    ],
    ['an unknown key', { ...model(), wieghts: {} }, ['unknownKey wieghts']],
    [
      'a key called __proto__',
      JSON.parse(`{"__proto__": {"x": 1}, ${JSON.stringify(model()).slice(1)}`),
      ['unknownKey __proto__'],
    ],
    ['a newer format', { ...model(), format: 'rfm-model@2' }, ['unknownFormat format']],
    ['another format', { ...model(), format: 'fitted-rfm@1' }, ['unknownFormat format']],
    ['no format', { ...model(), format: undefined }, ['unknownFormat format']],
  ])('with %s is refused, and says where', (_, stored, expected) => {
    expect(wrongs(parseRfmModel(stored))).toEqual(expected);
  });

  it('that is none is refused', () => {
    for (const nothing of [null, undefined, 'model', 7, [], {}]) {
      expect(parseRfmModel(nothing)._tag).toBe('Left');
      expect(parseSegmentMap(nothing)._tag).toBe('Left');
      expect(parseFittedRfm(nothing)._tag).toBe('Left');
    }
  });

  it('of fixed bands fits as it was fitted before it was stored', () => {
    expect(fitRfm(orThrow(parseRfmModel(again(sourceMaterialRfm()))))).toEqual(fitRfm(sourceMaterialRfm()));
  });
});
