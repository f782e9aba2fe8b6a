import fc from 'fast-check';
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
const runs = { numRuns: 2000 };

/** A fraction of two integers; the second above zero. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const floor = ({ top, bottom }: Fraction): bigint =>
  top < 0n ? -((-top + bottom - 1n) / bottom) : top / bottom;

/**
 * The definitions of Hyndman & Fan (1996), p. 361–363, in exact fractions: Q(p) = (1 − γ) x_j + γ x_{j+1} with
 * j = ⌊np + m⌋ and g = np + m − j. Their m is 0, 0, −1/2 (types 1–3), 0, 1/2, p, 1 − p, (p + 1)/3, p/4 + 3/8 (4–9).
 */
function hyndmanFan(
  values: readonly number[],
  numerator: number,
  denominator: number,
  type: QuantileType,
): Fraction {
  const n = BigInt(values.length);
  const p = BigInt(numerator);
  const d = BigInt(denominator);
  // m as a fraction of 24·d.
  const m: Record<QuantileType, bigint> = {
    type1: 0n,
    type2: 0n,
    type3: -12n * d,
    type4: 0n,
    type5: 12n * d,
    type6: 24n * p,
    type7: 24n * d - 24n * p,
    type8: 8n * p + 8n * d,
    type9: 6n * p + 9n * d,
  };
  const bottom = 24n * d;
  const position = { top: 24n * n * p + m[type], bottom };
  const j = floor(position);
  const g = { top: position.top - j * bottom, bottom };
  const gammas: Record<QuantileType, Fraction> = {
    type1: { top: g.top > 0n ? 1n : 0n, bottom: 1n },
    type2: { top: g.top > 0n ? 2n : 1n, bottom: 2n },
    type3: { top: g.top === 0n && j % 2n === 0n ? 0n : 1n, bottom: 1n },
    type4: g,
    type5: g,
    type6: g,
    type7: g,
    type8: g,
    type9: g,
  };
  const at = (k: bigint): bigint => {
    const place = k < 1n ? 1n : k > n ? n : k;
    return BigInt(values[Number(place) - 1] ?? Number.NaN);
  };
  const gamma = gammas[type];
  return { top: (gamma.bottom - gamma.top) * at(j) + gamma.top * at(j + 1n), bottom: gamma.bottom };
}

const samples = fc
  .array(fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 10 ** 12 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((values) => values.toSorted((a, b) => a - b));
const fractions = fc
  .integer({ min: 1, max: 40 })
  .chain((denominator) => fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)));

describe('quantileSorted', () => {
  it.each(TYPES)('%s is what Hyndman & Fan define, in exact fractions', (type) => {
    fc.assert(
      fc.property(samples, fractions, (values, [numerator, denominator]) => {
        const { top, bottom } = hyndmanFan(values, numerator, denominator, type);
        const found = quantileSorted(values, numerator, denominator, type);
        if (
          top % bottom === 0n &&
          Math.abs(found) < 2 ** 50 &&
          !['type4', 'type5', 'type6', 'type7', 'type8', 'type9'].includes(type)
        ) {
          expect(found).toBe(Number(top / bottom));
        }
        const expected = Number(top) / Number(bottom);
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, ...values.map(Math.abs)));
      }),
      runs,
    );
  });

  it.each(TYPES)('%s lies between the smallest and the largest value, and never falls as p grows', (type) => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 40 }), (values, denominator) => {
        const all = Array.from({ length: denominator + 1 }, (_, i) =>
          quantileSorted(values, i, denominator, type),
        );
        expect(all.toSorted((a, b) => a - b)).toEqual(all);
        expect(all[0]).toBeGreaterThanOrEqual(values[0] ?? Number.NaN);
        expect(all.at(-1)).toBeLessThanOrEqual(values.at(-1) ?? Number.NaN);
      }),
    );
  });

  it.each(TYPES)('%s is the same for the same fraction, however it is written', (type) => {
    fc.assert(
      fc.property(
        samples,
        fractions,
        fc.integer({ min: 2, max: 9 }),
        (values, [numerator, denominator], times) => {
          const found = quantileSorted(values, numerator, denominator, type);
          expect(quantileSorted(values, numerator * times, denominator * times, type)).toBeCloseTo(found, 2);
        },
      ),
    );
  });

  it.each<QuantileType>(['type2', 'type5', 'type6', 'type7', 'type8', 'type9'])(
    '%s mirrors: the p-quantile of the negated values is minus the (1 − p)-quantile',
    (type) => {
      fc.assert(
        fc.property(samples, fractions, (values, [numerator, denominator]) => {
          const negated = values.map((value) => -value).toReversed();
          const found = quantileSorted(values, numerator, denominator, type);
          expect(quantileSorted(negated, denominator - numerator, denominator, type)).toBeCloseTo(-found, 2);
        }),
      );
    },
  );
});

describe('ntileStarts', () => {
  /** SQL's NTILE, item by item: hand out the next group number as often as its size says. */
  function ntile(count: number, bins: number): readonly number[] {
    const groups: number[] = [];
    for (let group = 1; group <= bins; group += 1) {
      const remaining = count - groups.length;
      const size = Math.ceil(remaining / (bins - group + 1));
      for (let i = 0; i < size; i += 1) groups.push(group);
    }
    return groups;
  }

  it('splits as SQL’s NTILE does', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 12 }), (count, bins) => {
        const starts = ntileStarts(count, bins);
        expect(starts).toHaveLength(bins - 1);
        const groups = Array.from(
          { length: count },
          (_, i) => 1 + starts.filter((start) => start <= i).length,
        );
        expect(groups).toEqual(ntile(count, bins));
      }),
      { numRuns: 1000 },
    );
  });
});
