import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decimal,
  decimalOfNumber,
  decimalReader,
  decimalText,
  multiply,
  rescale,
} from '../../src/foundation/decimal.js';
import type { Rounding } from '../../src/foundation/money.js';

const ROUNDINGS: readonly Rounding[] = [
  'exact',
  'halfEven',
  'halfAwayFromZero',
  'towardZero',
  'awayFromZero',
  'down',
  'up',
];
const MAX = BigInt(Number.MAX_SAFE_INTEGER);
const plain = decimalReader({ decimal: '.' });
const runs = { numRuns: 2000 };

/** Decimals of all sizes, many of them exactly halfway between two whole numbers once rescaled. */
const decimals: fc.Arbitrary<Decimal> = fc
  .tuple(
    fc.oneof(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: -2000, max: 2000 }).map(BigInt),
      fc.maxSafeInteger().map(BigInt),
    ),
    fc.nat(12),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([size, scale, half, small]) => {
    const coefficient = half ? size * 10n + 5n : size;
    const isSmall = small && coefficient >= -MAX && coefficient <= MAX;
    return { coefficient: isSmall ? Number(coefficient) : coefficient, scale };
  });

/** Rounding by its definition: of the two neighbours of a fraction, the one that the rule names. */
function byDefinition(numerator: bigint, divisor: bigint, rounding: Rounding): bigint | 'inexact' {
  let floor = numerator / divisor;
  if (floor * divisor > numerator) floor -= 1n;
  if (floor * divisor === numerator) return floor;
  const ceiling = floor + 1n;
  const [nearZero, farFromZero] = numerator > 0n ? [floor, ceiling] : [ceiling, floor];
  const toFloor = numerator - floor * divisor;
  const toCeiling = ceiling * divisor - numerator;
  const nearest = toFloor < toCeiling ? floor : ceiling;
  const tie = toFloor === toCeiling;
  const chosen: Record<Rounding, bigint | 'inexact'> = {
    exact: 'inexact',
    down: floor,
    up: ceiling,
    towardZero: nearZero,
    awayFromZero: farFromZero,
    halfEven: tie ? (floor % 2n === 0n ? floor : ceiling) : nearest,
    halfAwayFromZero: tie ? farFromZero : nearest,
  };
  return chosen[rounding];
}

describe('rescale', () => {
  it.each(ROUNDINGS)('rounds %s exactly as its definition over fractions of BigInts says', (rounding) => {
    fc.assert(
      fc.property(decimals, fc.nat(8), (decimal, scale) => {
        const exact = byDefinition(
          BigInt(decimal.coefficient) * 10n ** BigInt(scale),
          10n ** BigInt(decimal.scale),
          rounding,
        );
        const expected =
          exact === 'inexact'
            ? { kind: 'inexact' }
            : exact < -MAX || exact > MAX
              ? { kind: 'tooLarge' }
              : { kind: 'value', value: Number(exact) };
        expect(rescale(decimal, scale, rounding)).toStrictEqual(expected);
      }),
      runs,
    );
  });

  it('mirrors: half and zero rules treat debts as they treat amounts', () => {
    fc.assert(
      fc.property(
        decimals,
        fc.nat(4),
        fc.constantFrom<Rounding>('exact', 'halfEven', 'halfAwayFromZero', 'towardZero', 'awayFromZero'),
        (decimal, scale, rounding) => {
          const one = rescale(decimal, scale, rounding);
          const other = rescale({ ...decimal, coefficient: -decimal.coefficient }, scale, rounding);
          expect(other).toStrictEqual(one.kind === 'value' ? { kind: 'value', value: 0 - one.value } : one);
        },
      ),
      runs,
    );
  });
});

describe('multiply', () => {
  it('is exact and does not mind which comes first', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const product = multiply(a, b);
        expect(product.scale).toBe(a.scale + b.scale);
        expect(BigInt(product.coefficient)).toBe(BigInt(a.coefficient) * BigInt(b.coefficient));
        expect(BigInt(multiply(b, a).coefficient)).toBe(BigInt(product.coefficient));
      }),
      runs,
    );
  });
});

describe('decimalReader', () => {
  it('reads back every amount that decimalText writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(8), (minor, scale) => {
        const read = plain(decimalText(minor, scale));
        expect(read === undefined ? read : rescale(read, scale, 'exact')).toStrictEqual({
          kind: 'value',
          value: minor + 0,
        });
      }),
      runs,
    );
  });

  it('reads the same number with and without groups', () => {
    const english = decimalReader({ decimal: '.', group: ',' });
    const german = decimalReader({ decimal: ',', group: '.' });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(999), (whole, fraction) => {
        const grouped = whole.toLocaleString('en-US');
        const expected = plain(`${whole}.${fraction}`);
        expect(expected).toBeDefined();
        expect(english(`${grouped}.${fraction}`)).toStrictEqual(expected);
        expect(german(`${grouped.replaceAll(',', '.')},${fraction}`)).toStrictEqual(expected);
      }),
      runs,
    );
  });

  it('agrees with Number wherever it reads a text at all', () => {
    const almost = fc.stringMatching(/^[+-]{0,2}\d{0,6}\.?\d{0,6}[e. -]?\d?$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        const read = plain(text);
        if (read !== undefined)
          expect(Number(`${String(read.coefficient)}e-${read.scale}`) + 0).toBe(Number(text) + 0);
      }),
      runs,
    );
  });
});

describe('decimalOfNumber', () => {
  it('is the number itself, of any finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const decimal = decimalOfNumber(value);
        expect(decimal && Number(`${String(decimal.coefficient)}e-${decimal.scale}`) + 0).toBe(value + 0);
        expect(decimal?.scale).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('is what a JSON file with the same digits would say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(6), (coefficient, scale) => {
        const value = Number(`${coefficient}e-${scale}`);
        const decimal = decimalOfNumber(value);
        expect(decimal && rescale(decimal, scale, 'exact')).toStrictEqual({
          kind: 'value',
          value: coefficient + 0,
        });
      }),
      runs,
    );
  });
});
