import { describe, expect, it } from 'vitest';
import { ntileStarts, type QuantileType, quantileSorted } from '../../src/foundation/quantile.js';

const TYPES: readonly QuantileType[] = [
  'type1',
  'type2',
  'type3',
  'type4',
  'type5',
  'type6',
  'type7',
  'type8',
  'type9',
];
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const UNEVEN = [-7, 0, 3, 3, 11, 40, 1000];
const FOUR = [15, 20, 35, 40];
/** 0, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9 and 1. */
const FRACTIONS = [
  [0, 1],
  [1, 10],
  [1, 5],
  [1, 4],
  [2, 5],
  [1, 2],
  [3, 5],
  [3, 4],
  [9, 10],
  [1, 1],
] as const;

function quantiles(values: readonly number[], type: QuantileType): readonly number[] {
  return FRACTIONS.map(([numerator, denominator]) => quantileSorted(values, numerator, denominator, type));
}

/** Every value to twelve digits or so: the published side is printed in binary floating point. */
function expectClose(found: readonly number[], published: readonly number[]): void {
  expect(found).toHaveLength(published.length);
  for (const [i, value] of published.entries()) expect(found[i]).toBeCloseTo(value, 9);
}

describe('quantileSorted', () => {
  // numpy.quantile(values, p, method=…), NumPy 2.4.6.
  it.each<[string, readonly number[], QuantileType, readonly number[]]>([
    ['1 to 10, inverted_cdf', TEN, 'type1', [1, 1, 2, 3, 4, 5, 6, 8, 9, 10]],
    ['1 to 10, averaged_inverted_cdf', TEN, 'type2', [1, 1.5, 2.5, 3, 4.5, 5.5, 6.5, 8, 9.5, 10]],
    ['1 to 10, closest_observation', TEN, 'type3', [1, 1, 2, 2, 4, 5, 6, 8, 9, 10]],
    ['1 to 10, interpolated_inverted_cdf', TEN, 'type4', [1, 1, 2, 2.5, 4, 5, 6, 7.5, 9, 10]],
    ['1 to 10, hazen', TEN, 'type5', [1, 1.5, 2.5, 3, 4.5, 5.5, 6.5, 8, 9.5, 10]],
    ['1 to 10, weibull', TEN, 'type6', [1, 1.1, 2.2, 2.75, 4.4, 5.5, 6.6, 8.25, 9.9, 10]],
    ['1 to 10, linear', TEN, 'type7', [1, 1.9, 2.8, 3.25, 4.6, 5.5, 6.3999999999999995, 7.75, 9.1, 10]],
    [
      '1 to 10, median_unbiased',
      TEN,
      'type8',
      [
        1, 1.3666666666666667, 2.4, 2.9166666666666665, 4.466666666666667, 5.5, 6.533333333333333,
        8.083333333333334, 9.633333333333333, 10,
      ],
    ],
    ['1 to 10, normal_unbiased', TEN, 'type9', [1, 1.4, 2.425, 2.9375, 4.475, 5.5, 6.525, 8.0625, 9.6, 10]],
    ['uneven, inverted_cdf', UNEVEN, 'type1', [-7, -7, 0, 0, 3, 3, 11, 40, 1000, 1000]],
    ['uneven, averaged_inverted_cdf', UNEVEN, 'type2', [-7, -7, 0, 0, 3, 3, 11, 40, 1000, 1000]],
    ['uneven, closest_observation', UNEVEN, 'type3', [-7, -7, -7, 0, 3, 3, 3, 11, 40, 1000]],
    [
      'uneven, interpolated_inverted_cdf',
      UNEVEN,
      'type4',
      [
        -7, -7, -4.199999999999999, -1.75, 2.400000000000001, 3, 4.600000000000001, 18.25, 327.99999999999983,
        1000,
      ],
    ],
    [
      'uneven, hazen',
      UNEVEN,
      'type5',
      [
        -7, -5.599999999999999, -0.6999999999999991, 0.75, 3, 3, 8.600000000000001, 32.75, 807.9999999999998,
        1000,
      ],
    ],
    [
      'uneven, weibull',
      UNEVEN,
      'type6',
      [-7, -7, -2.7999999999999994, 0, 3, 3, 9.399999999999999, 40, 1000, 1000],
    ],
    [
      'uneven, linear',
      UNEVEN,
      'type7',
      [
        -7, -2.7999999999999994, 0.6000000000000005, 1.5, 3, 3, 7.799999999999997, 25.5, 424.00000000000034,
        1000,
      ],
    ],
    [
      'uneven, median_unbiased',
      UNEVEN,
      'type8',
      [
        -7, -6.533333333333333, -1.3999999999999981, 0.49999999999999956, 3, 3, 8.866666666666667,
        35.16666666666666, 936.0000000000002, 1000,
      ],
    ],
    [
      'uneven, normal_unbiased',
      UNEVEN,
      'type9',
      [
        -7, -6.299999999999999, -1.2249999999999988, 0.5625, 3, 3, 8.800000000000004, 34.5625,
        903.9999999999995, 1000,
      ],
    ],
    ['four values, inverted_cdf', FOUR, 'type1', [15, 15, 15, 15, 20, 20, 35, 35, 40, 40]],
    ['four values, averaged_inverted_cdf', FOUR, 'type2', [15, 15, 15, 17.5, 20, 27.5, 35, 37.5, 40, 40]],
    ['four values, closest_observation', FOUR, 'type3', [15, 15, 15, 15, 20, 20, 20, 35, 40, 40]],
    ['four values, interpolated_inverted_cdf', FOUR, 'type4', [15, 15, 15, 15, 18, 20, 26, 35, 38, 40]],
    ['four values, hazen', FOUR, 'type5', [15, 15, 16.5, 17.5, 21.5, 27.5, 33.5, 37.5, 40, 40]],
    ['four values, weibull', FOUR, 'type6', [15, 15, 15, 16.25, 20, 27.5, 35, 38.75, 40, 40]],
    [
      'four values, linear',
      FOUR,
      'type7',
      [15, 16.5, 18, 18.75, 23.000000000000004, 27.5, 31.999999999999996, 36.25, 38.5, 40],
    ],
    [
      'four values, median_unbiased',
      FOUR,
      'type8',
      [15, 15, 16, 17.083333333333336, 21.000000000000004, 27.5, 34, 37.916666666666664, 40, 40],
    ],
    [
      'four values, normal_unbiased',
      FOUR,
      'type9',
      [15, 15, 16.125, 17.1875, 21.125000000000004, 27.5, 33.875, 37.8125, 40, 40],
    ],
  ])('NumPy 2.4.6: %s', (_, values, type, published) => {
    expectClose(quantiles(values, type), published);
  });

  it('type 3 goes to the even place from above and below: of six values, the second at p = 1/4 and the fourth at p = 3/4', () => {
    const six = [10, 20, 30, 40, 50, 60];
    expect(quantileSorted(six, 1, 4, 'type3')).toBe(20);
    expect(quantileSorted(six, 3, 4, 'type3')).toBe(40);
    expect(quantileSorted(six, 5, 12, 'type3')).toBe(20);
  });

  it('of one value is that value', () => {
    for (const type of TYPES) expect(quantiles([42], type)).toEqual(FRACTIONS.map(() => 42));
  });

  it('of equal values is that value, without rounding', () => {
    for (const type of TYPES) expect(quantiles([0.1, 0.1, 0.1], type)).toEqual(FRACTIONS.map(() => 0.1));
  });

  it('meets whole positions exactly: thirds of seven values are values', () => {
    const seven = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    expect(quantileSorted(seven, 1, 3, 'type7')).toBe(0.3);
    expect(quantileSorted(seven, 2, 3, 'type7')).toBe(0.5);
  });

  it('leaves its input alone', () => {
    const frozen = Object.freeze([1, 2, 3]);
    for (const type of TYPES) expect(quantileSorted(frozen, 1, 2, type)).toBe(type === 'type4' ? 1.5 : 2);
  });
});

describe('ntileStarts', () => {
  it.each([
    [10, 5, [2, 4, 6, 8]],
    [11, 5, [3, 5, 7, 9]],
    [14, 5, [3, 6, 9, 12]],
    [3, 5, [1, 2, 3, 3]],
    [0, 3, [0, 0]],
    [7, 1, []],
    [10, 4, [3, 6, 8]],
  ])('splits %i into %i groups, which start at %j after the first', (count, bins, starts) => {
    expect(ntileStarts(count, bins)).toEqual(starts);
  });
});
