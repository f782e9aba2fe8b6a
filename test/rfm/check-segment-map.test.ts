import { describe, expect, it } from 'vitest';
import {
  checkSegmentMap,
  defineSegmentMap,
  elevenSegments,
  parseSegmentMap,
  putlerSegments,
  pymcSegments,
  rfm02ExampleSegments,
  rfm030ExampleSegments,
  type SegmentMap,
  type SegmentMapInput,
  segmentOf,
  tenSegments,
} from '../../src/rfm/index.js';
import { wrongs } from './support.js';

const sizes = (map: SegmentMap) => checkSegmentMap(map).sizes.map(({ combinations }) => combinations);

describe('the eleven segments by exact code', () => {
  it('are a partition of the 125 codes with the published sizes', () => {
    const report = checkSegmentMap(elevenSegments);
    expect(report).toMatchObject({
      combinations: 125,
      partition: true,
      gaps: [],
      overlaps: [],
      shadowed: [],
    });
    expect(sizes(elevenSegments)).toEqual([7, 8, 24, 7, 16, 8, 8, 22, 8, 11, 6, 0]);
  });

  it('with the variant in circulation, which lists 231, 241 and 251 twice, are not', () => {
    const rules = elevenSegments.rules.map((rule) =>
      rule.segment === 'hibernating'
        ? { ...rule, when: { codes: [...(rule.when.codes ?? []), '231', '241', '251'] } }
        : rule,
    );
    const report = checkSegmentMap({ ...elevenSegments, rules });
    expect(report.partition).toBe(false);
    expect(report.overlaps).toEqual(
      ['231', '241', '251'].map((code) => ({
        code,
        rules: [6, 9],
        segments: ['aboutToSleep', 'hibernating'],
      })),
    );
  });
});

describe('the ten segments by recency and frequency', () => {
  it('are a partition of the 25 cells, whatever the money', () => {
    expect(checkSegmentMap(tenSegments)).toMatchObject({
      partition: true,
      gaps: [],
      overlaps: [],
      shadowed: [],
    });
    expect(sizes(tenSegments).reduce((sum, size) => sum + size, 0)).toBe(125);
    expect(sizes(tenSegments).map((size) => size / 5)).toEqual([4, 4, 2, 2, 1, 4, 1, 1, 4, 2, 0]);
  });
});

describe('the map of R × FM', () => {
  /** One code per cell: F = M = FM. */
  const cells = (codes: readonly string[]) => codes.filter((code) => code[1] === code[2]);

  it('has no empty cell and 20 ambiguous ones of 25, so that the order of its rules decides', () => {
    const report = checkSegmentMap(putlerSegments);
    expect(report.gaps).toEqual([]);
    expect(cells(report.overlaps.map(({ code }) => code))).toHaveLength(20);
  });

  it('reaches every segment but "lost", which on a scale without 0 is "hibernating"', () => {
    expect(checkSegmentMap(putlerSegments).shadowed).toEqual([
      { rule: 7, segment: 'lost', example: { code: '111', takenBy: 'hibernating' } },
    ]);
  });

  it('flags the three rows without a primary source', () => {
    const doubtful = putlerSegments.rules.filter(({ unverified }) => unverified);
    expect(doubtful.map(({ segment }) => segment)).toEqual(['promising', 'cannotLose', 'aboutToSleep']);
  });

  it('rounds the mean of F and M as the map says', () => {
    expect(segmentOf(putlerSegments, { r: 5, f: 3, m: 4 }).segment).toBe('champions');
    expect(segmentOf({ ...putlerSegments, fmRounding: 'down' }, { r: 5, f: 3, m: 4 }).segment).toBe('loyal');
  });
});

describe('the example map of R rfm 0.3.0', () => {
  it('leaves 10 codes without a segment and names 58 several times', () => {
    const report = checkSegmentMap(rfm030ExampleSegments);
    expect(report.gaps).toEqual(['215', '241', '251', '252', '341', '351', '441', '451', '541', '551']);
    expect(report.overlaps).toHaveLength(58);
    expect(report.shadowed).toEqual([]);
    expect(sizes(rfm030ExampleSegments)).toEqual([1, 35, 15, 8, 15, 6, 7, 4, 10, 14, 10]);
  });
});

describe('the map of R rfm 0.2', () => {
  it('leaves 36 codes without a segment, and never reaches three of its rows', () => {
    const report = checkSegmentMap(rfm02ExampleSegments);
    expect(report.gaps).toHaveLength(36);
    expect(report.shadowed.map(({ segment }) => segment)).toEqual([
      'newCustomers',
      'promising',
      'cannotLose',
    ]);
    expect(report.shadowed[0]).toEqual({
      rule: 3,
      segment: 'newCustomers',
      example: { code: '411', takenBy: 'potentialLoyalist' },
    });
  });
});

describe('the quartile codes of pymc-marketing', () => {
  it('leave 18 of the 64 codes without a segment, and name none twice', () => {
    const report = checkSegmentMap(pymcSegments);
    expect(report.combinations).toBe(64);
    expect(report.gaps.join(' ')).toBe(
      '121 131 141 142 213 221 231 241 242 321 331 341 342 421 431 432 441 442',
    );
    expect(report.overlaps).toEqual([]);
    expect(sizes(pymcSegments)).toEqual([8, 7, 13, 11, 7, 18]);
  });
});

describe('a segment map', () => {
  const input: SegmentMapInput = {
    name: 'two',
    bins: { r: 3, f: 2, m: 10 },
    rules: [
      {
        segment: 'best',
        name: { en: 'Best', zh: '最佳' },
        when: { r: [3, 3], f: [2, 2], m: [8, 10], fm: [1, 10], codes: ['3-2-10'] },
      },
    ],
    otherwise: { segment: 'rest', name: { en: 'Rest', zh: '其余' } },
  };

  it('asks every condition of a rule, and names the rest', () => {
    const map = defineSegmentMap(input);
    expect(map).toMatchObject({ format: 'segment-map@1', fmRounding: 'up' });
    expect(segmentOf(map, { r: 3, f: 2, m: 10 })).toEqual({
      segment: 'best',
      name: { en: 'Best', zh: '最佳' },
      rule: 0,
    });
    expect(segmentOf(map, { r: 3, f: 2, m: 9 })).toEqual({
      segment: 'rest',
      name: { en: 'Rest', zh: '其余' },
      rule: null,
    });
    expect(checkSegmentMap(map).sizes).toEqual([
      { segment: 'best', combinations: 1 },
      { segment: 'rest', combinations: 59 },
    ]);
  });

  it('reports a rule that names nothing as shadowed without an example', () => {
    const none = {
      segment: 'none',
      name: { en: 'None', zh: '无' },
      when: { f: [1, 1], codes: ['3-2-10'] },
    } as const;
    const { shadowed } = checkSegmentMap(defineSegmentMap({ ...input, rules: [...input.rules, none] }));
    expect(shadowed).toEqual([{ rule: 1, segment: 'none' }]);
  });

  const when = (condition: object) => ({
    ...input,
    format: 'segment-map@1',
    rules: [{ ...input.rules[0], when: condition }],
  });

  it.each<[string, object, readonly string[]]>([
    [
      'a code its scores cannot have',
      when({ codes: ['3-2-10', '3210', '4-1-1'] }),
      ['unknownCode rules.0.when.codes.1', 'unknownCode rules.0.when.codes.2'],
    ],
    ['a range beyond its scores', when({ f: [1, 3] }), ['outOfRange rules.0.when.f']],
    ['a range the wrong way round', when({ r: [3, 1] }), ['outOfRange rules.0.when.r']],
    ['a mean beyond its scores', when({ fm: [1, 11] }), ['outOfRange rules.0.when.fm.1']],
    ['an unknown condition', when({ x: [1, 1] }), ['unknownKey rules.0.when.x']],
    ['a half score', when({ r: [1, 1.5] }), ['wrongType rules.0.when.r.1']],
    ['no name for the rest', { ...when({}), otherwise: undefined }, ['missing otherwise']],
    ['eleven bins', { ...when({}), bins: { r: 11, f: 2, m: 10 } }, ['outOfRange bins.r']],
    ['a newer format', { ...when({}), format: 'segment-map@2' }, ['unknownFormat format']],
  ])('with %s is refused, and says where', (_, stored, expected) => {
    expect(wrongs(parseSegmentMap(stored))).toEqual(expected);
  });
});
