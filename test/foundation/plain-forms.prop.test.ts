import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalReader, formReader } from '../../src/foundation/decimal.js';
import { anyIso, parseIso } from '../../src/foundation/instant.js';
import { plainDecimal, plainTime } from '../../src/foundation/plain-forms.js';

const runs = { numRuns: 3000 };

describe('plain decimals', () => {
  const almost = fc.oneof(
    fc.stringMatching(/^[-+]?\d{0,18}([.,]\d{0,4})?$/),
    fc.stringMatching(/^[-+.,\d $€()']{0,8}$/),
  );
  const styles = fc.constantFrom(
    { decimal: '.' } as const,
    { decimal: ',' } as const,
    { decimal: '.', group: ',' } as const,
    { decimal: ',', group: '.', symbols: ['€', 'Rs.'] } as const,
    { decimal: '.', symbols: ['$'], negative: 'parentheses' } as const,
  );

  it('are read as the regular expressions read them', () => {
    fc.assert(
      fc.property(almost, styles, (text, style) => {
        const plain = plainDecimal(text, style.decimal);
        if (plain !== undefined) expect(plain).toStrictEqual(formReader(style)(text));
        expect(decimalReader(style)(text)).toStrictEqual(formReader(style)(text));
      }),
      runs,
    );
  });

  it.each(['0', '-0', '12', '-12.5', '5.', '999999999999999', '12345678901234.5'])('take %s', (text) => {
    expect(plainDecimal(text, '.')).toStrictEqual(formReader({ decimal: '.' })(text));
    expect(plainDecimal(text, '.')).toBeDefined();
  });

  it.each(['', '-', '.5', '+5', '1,5', '1e3', '1.2.3', '1234567890123456', ' 1'])('leave %j', (text) => {
    expect(plainDecimal(text, '.')).toBeUndefined();
  });
});

describe('plain times', () => {
  const almost = fc.stringMatching(
    /^\d{4}-[01]\d-[0-3]\d(T[0-2]\d:[0-6]\d(:[0-6]\d([.,]\d{1,4})?)?(Z|z|[+-][0-2]\d(:?[0-6]\d)?)?)?$/,
  );
  const spoilt = fc
    .tuple(almost, fc.nat(), fc.constantFrom('', 'x', ' ', '0', ':', '-'))
    .map(([text, at, sign]) => {
      const where = at % (text.length + 1);
      return text.slice(0, where) + sign + text.slice(where + 1);
    });

  it('are read as the regular expression reads them', () => {
    fc.assert(
      fc.property(fc.oneof(almost, spoilt), (text) => {
        const plain = plainTime(text);
        if (plain !== undefined) expect(plain).toStrictEqual(anyIso(text));
        expect(parseIso(text)).toStrictEqual(anyIso(text));
      }),
      runs,
    );
  });

  it.each([
    '2024-02-29',
    '2025-12-31T23:59',
    '2025-12-31T23:59:59',
    '2025-12-31T23:59:59Z',
    '2025-12-31T23:59:59.250',
    '0000-01-01T00:00:00.000Z',
  ])('take %s', (text) => {
    expect(plainTime(text)).toBeDefined();
    expect(plainTime(text)).toStrictEqual(anyIso(text));
  });

  it.each([
    '2025-02-29',
    '2025-12-31T24:00',
    '2025-12-31T23:60',
    '2025-12-31T23:59:60Z',
    '2025-12-31 23:59',
    '2025-12-31T23:59:59+01:00',
  ])('leave %s', (text) => {
    expect(plainTime(text)).toBeUndefined();
  });
});
