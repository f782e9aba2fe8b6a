import { describe, expect, it } from 'vitest';
import {
  type Decimal,
  decimalOfNumber,
  decimalReader,
  decimalText,
  multiply,
  type NumberStyle,
  rescale,
} from '../../src/foundation/decimal.js';
import type { Rounding } from '../../src/foundation/money.js';

const MAX = Number.MAX_SAFE_INTEGER;
const point: NumberStyle = { decimal: '.' };
const english: NumberStyle = { decimal: '.', group: ',' };
const german: NumberStyle = { decimal: ',', group: '.' };
const swiss: NumberStyle = { decimal: '.', group: "'" };
const pounds: NumberStyle = {
  decimal: '.',
  group: ',',
  symbols: ['£', 'GBP', 'US$'],
  negative: 'parentheses',
};

/** What a text means, as plain text again. */
function meaning(style: NumberStyle, text: string): string | undefined {
  const read = decimalReader(style)(text);
  return read === undefined ? undefined : `${String(read.coefficient)}e-${read.scale}`;
}

describe('decimalReader', () => {
  it.each<[NumberStyle, string, string]>([
    [point, '0', '0e-0'],
    [point, '1234', '1234e-0'],
    [point, '12.50', '1250e-2'],
    [point, '-12.5', '-125e-1'],
    [point, '+12.5', '125e-1'],
    [point, '.5', '5e-1'],
    [point, '-.5', '-5e-1'],
    [point, '5.', '5e-0'],
    [point, '007', '7e-0'],
    [point, ' 5 ', '5e-0'],
    [point, '0.1', '1e-1'],
    [point, '9007199254740993', '9007199254740993e-0'],
    [point, '12345678901234567890.123', '12345678901234567890123e-3'],
    [english, '1,234', '1234e-0'],
    [english, '1,234,567.89', '123456789e-2'],
    [english, '1234567.89', '123456789e-2'],
    [english, '-1,234.5', '-12345e-1'],
    [german, '1.234,56', '123456e-2'],
    [german, '1.234', '1234e-0'],
    [german, ',5', '5e-1'],
    [swiss, "1'234.50", '123450e-2'],
    [{ decimal: ',', group: '\u202f' }, '1\u202f234,5', '12345e-1'],
    [{ decimal: ',', group: ' ' }, '1 234 567,5', '12345675e-1'],
    [pounds, '£5', '5e-0'],
    [pounds, '£ 5', '5e-0'],
    [pounds, '5 GBP', '5e-0'],
    [pounds, '5GBP', '5e-0'],
    [pounds, '-£5.00', '-500e-2'],
    [pounds, '£-5.00', '-500e-2'],
    [pounds, '£ -5.00', '-500e-2'],
    [pounds, 'US$1,234.50', '123450e-2'],
    [pounds, '(5.00)', '-500e-2'],
    [pounds, '(£1,234.50)', '-123450e-2'],
    [pounds, '(5.00 GBP)', '-500e-2'],
    [pounds, '£ - 5', '-5e-0'],
    [pounds, '( £ 5 )', '-5e-0'],
    [pounds, '5', '5e-0'],
    [pounds, '-5', '-5e-0'],
    [pounds, '£.5', '5e-1'],
    [pounds, 'GBP .5', '5e-1'],
    [pounds, '- £5', '-5e-0'],
    [pounds, '- £ 5', '-5e-0'],
    [pounds, '-5 GBP', '-5e-0'],
    [pounds, '- 5GBP', '-5e-0'],
    [pounds, '£(1,234.50)', '-123450e-2'],
    [pounds, 'GBP (5)', '-5e-0'],
    [pounds, '(5) GBP', '-5e-0'],
    [pounds, ' (5) ', '-5e-0'],
    [{ decimal: '.', symbols: ['元', '人民币'] }, '人民币5.5', '55e-1'],
    [{ decimal: '.', symbols: ['元', '人民币'] }, '5.5元', '55e-1'],
    [{ decimal: '.', group: '\u2019' }, '1\u2019234.5', '12345e-1'],
  ])('in %j reads %s', (style, text, value) => {
    expect(meaning(style, text)).toBe(value);
  });

  it.each<[NumberStyle, string]>([
    [point, ''],
    [point, ' '],
    [point, '.'],
    [point, '-'],
    [point, '+'],
    [point, '-.'],
    [point, '--1'],
    [point, '+-1'],
    [point, '1-'],
    [point, '1e5'],
    [point, '1E5'],
    [point, '0x10'],
    [point, 'Infinity'],
    [point, 'NaN'],
    [point, '1,234'],
    [point, '1.2.3'],
    [point, '1 234'],
    [point, '1_000'],
    [point, '(5)'],
    [point, '$5'],
    [point, '- 5'],
    [point, '5%'],
    [point, '\u0665'],
    [point, '\uff15'],
    [point, '\u22125'],
    [point, '1\n2'],
    [english, '1,23'],
    [english, '12,34.5'],
    [english, '1,2345'],
    [english, '1234,567'],
    [english, ',123'],
    [english, '1,,234'],
    [english, '1,234,'],
    [english, '1.234,5'],
    [english, '1,234.567,890'],
    [german, '1,234.5'],
    [german, '1.23'],
    [pounds, '£'],
    [pounds, '()'],
    [pounds, '(£)'],
    [pounds, '(-5)'],
    [pounds, '(+5)'],
    [pounds, '(5'],
    [pounds, '5)'],
    [pounds, '((5))'],
    [pounds, '-(5)'],
    [pounds, '€5'],
    [pounds, 'gbp 5'],
    [pounds, 'GBP.500'],
    [{ decimal: '.', symbols: ['Rs'] }, 'Rs.500'],
    [pounds, '£5 GBP'],
    [pounds, '££5'],
    [pounds, '£5£'],
    [pounds, '£-£5'],
    [pounds, '-£-5'],
    [pounds, '£(£5)'],
    [pounds, '£(-5)'],
    [pounds, '-£(5)'],
    [pounds, '£(5) GBP'],
    [pounds, '5 - GBP'],
    [pounds, '5-'],
    [pounds, '5 GB'],
    [pounds, 'US5'],
    [pounds, '1 2'],
    [point, '1'.repeat(41)],
    [point, `0.${'1'.repeat(40)}`],
  ])('in %j refuses %j', (style, text) => {
    expect(decimalReader(style)(text)).toBeUndefined();
  });

  it.each([',', '.', ' ', '\u00a0', '\u202f', "'", '\u2019', '_'] as const)(
    'takes %j between groups literally',
    (group) => {
      const decimal = group === ',' ? '.' : ',';
      expect(meaning({ decimal, group }, `1${group}234${decimal}5`)).toBe('12345e-1');
      expect(decimalReader({ decimal, group })(`1x234${decimal}5`)).toBeUndefined();
    },
  );

  it.each(['*', '?', '^', '$', '{', '}', '|', '[', ']', '\\', '/', 'd', 'US$', '\\d'])(
    'takes the symbol %s literally, whatever it means to a regular expression',
    (symbol) => {
      const style: NumberStyle = { decimal: '.', symbols: [symbol] };
      for (const text of [`${symbol}1.5`, `1.5${symbol}`, `+${symbol} 1.5`, `${symbol}+1.5`])
        expect(meaning(style, text)).toBe('15e-1');
      expect(decimalReader(style)('x1.5')).toBeUndefined();
    },
  );

  it('keeps forty digits exactly', () => {
    expect(meaning(point, '9'.repeat(40))).toBe(`${'9'.repeat(40)}e-0`);
  });

  it.each([
    ['blanks after a symbol', `£${' '.repeat(50_000)}x`],
    ['blanks between symbols', `£${' '.repeat(50_000)}GBP${' '.repeat(50_000)}x`],
    ['blanks after a digit', `5${' '.repeat(50_000)}x`],
    ['nothing but blanks', ' '.repeat(50_000)],
    ['blanks in parentheses', `(${' '.repeat(50_000)}x)`],
    ['blanks around parentheses', `£${' '.repeat(50_000)}(5)${' '.repeat(50_000)}x`],
    ['opening parentheses', '('.repeat(50_000)],
    ['signs', '-'.repeat(50_000)],
    ['symbols', '£'.repeat(50_000)],
    ['digits', `${'1'.repeat(50_000)}x`],
    ['zeros', '0'.repeat(50_000)],
    ['groups', `1${',234'.repeat(20_000)}x`],
    ['whole groups', `1${',234'.repeat(20_000)}`],
    ['points', '1.'.repeat(50_000)],
  ])('refuses hostile text without ado: %s', (_, text) => {
    expect(decimalReader(pounds)(text)).toBeUndefined();
  });

  it('is not slowed by a symbol that is a blank', () => {
    expect(decimalReader({ decimal: '.', symbols: [' ', ''] })(`${' '.repeat(50_000)}x`)).toBeUndefined();
    expect(meaning({ decimal: '.', symbols: [' ', ''] }, '5')).toBe('5e-0');
  });
});

describe('decimalOfNumber', () => {
  it.each<[number, Decimal]>([
    [0.1, { coefficient: 1, scale: 1 }],
    [-12.5, { coefficient: -125, scale: 1 }],
    [1.005, { coefficient: 1005, scale: 3 }],
    [1e-7, { coefficient: 1, scale: 7 }],
    [-1.5e-10, { coefficient: -15, scale: 11 }],
    [5e-324, { coefficient: 5, scale: 324 }],
    [1e20, { coefficient: 10n ** 20n, scale: 0 }],
    [1e21, { coefficient: 10n ** 21n, scale: 0 }],
    [-1.25e22, { coefficient: -125n * 10n ** 20n, scale: 0 }],
    [MAX, { coefficient: MAX, scale: 0 }],
    [-MAX, { coefficient: -MAX, scale: 0 }],
    [2 ** 53, { coefficient: 2n ** 53n, scale: 0 }],
    [123456789.12345679, { coefficient: 12345678912345679n, scale: 8 }],
    [0.1 + 0.2, { coefficient: 30000000000000004n, scale: 17 }],
  ])('of %d is what it prints as', (value, decimal) => {
    expect(decimalOfNumber(value)).toEqual(decimal);
  });

  it('of what is not finite is none', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(decimalOfNumber(value)).toBeUndefined();
  });
});

describe('multiply', () => {
  it('multiplies price and quantity exactly', () => {
    expect(multiply({ coefficient: 255, scale: 2 }, { coefficient: 6, scale: 0 })).toEqual({
      coefficient: 1530,
      scale: 2,
    });
    expect(multiply({ coefficient: 11, scale: 1 }, { coefficient: -11, scale: 2 })).toEqual({
      coefficient: -121,
      scale: 3,
    });
    expect(multiply({ coefficient: MAX, scale: 0 }, { coefficient: 3, scale: 5 })).toEqual({
      coefficient: BigInt(MAX) * 3n,
      scale: 5,
    });
    expect(multiply({ coefficient: 2n ** 60n, scale: 1 }, { coefficient: 5, scale: 1 })).toEqual({
      coefficient: 5n * 2n ** 60n,
      scale: 2,
    });
  });
});

describe('rescale', () => {
  const rounded = (text: string, rounding: Rounding, scale = 0): number | string => {
    const read = decimalReader(point)(text);
    if (read === undefined) return 'unreadable';
    const result = rescale(read, scale, rounding);
    return result.kind === 'value' ? result.value : result.kind;
  };

  it.each<[Rounding, readonly (number | string)[]]>([
    //                    −2.5 −1.6 −1.5 −1.4 −0.5 −0.1 0.1  0.5  1.4  1.5  1.6  2.5  3.0
    ['exact', [...Array.from({ length: 12 }, () => 'inexact'), 3]],
    ['halfEven', [-2, -2, -2, -1, 0, 0, 0, 0, 1, 2, 2, 2, 3]],
    ['halfAwayFromZero', [-3, -2, -2, -1, -1, 0, 0, 1, 1, 2, 2, 3, 3]],
    ['towardZero', [-2, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2, 3]],
    ['awayFromZero', [-3, -2, -2, -2, -1, -1, 1, 1, 2, 2, 2, 3, 3]],
    ['down', [-3, -2, -2, -2, -1, -1, 0, 0, 1, 1, 1, 2, 3]],
    ['up', [-2, -1, -1, -1, 0, 0, 1, 1, 2, 2, 2, 3, 3]],
  ])('%s', (rounding, expected) => {
    const texts = [
      '-2.5',
      '-1.6',
      '-1.5',
      '-1.4',
      '-0.5',
      '-0.1',
      '0.1',
      '0.5',
      '1.4',
      '1.5',
      '1.6',
      '2.5',
      '3.0',
    ];
    expect(texts.map((text) => rounded(text, rounding))).toStrictEqual(expected);
  });

  it('rounds what was written, not the binary number next to it', () => {
    expect(rounded('1.005', 'halfAwayFromZero', 2)).toBe(101);
    expect(rounded('8.325', 'halfEven', 2)).toBe(832);
    expect(rounded('0.5000000000000000000000000000000001', 'halfEven')).toBe(1);
  });

  it('adds decimals that the text leaves out, and drops zeros that it need not have', () => {
    expect(rounded('12.5', 'exact', 2)).toBe(1250);
    expect(rounded('12', 'exact', 8)).toBe(1_200_000_000);
    expect(rounded('12.5000', 'exact', 2)).toBe(1250);
    expect(rounded('12.5001', 'exact', 2)).toBe('inexact');
  });

  it('holds amounts up to the largest safe integer, and says so of larger ones', () => {
    expect(rounded('90071992547409.91', 'exact', 2)).toBe(MAX);
    expect(rounded('-90071992547409.91', 'exact', 2)).toBe(-MAX);
    expect(rounded('90071992547409.92', 'exact', 2)).toBe('tooLarge');
    expect(rounded('-90071992547409.92', 'exact', 2)).toBe('tooLarge');
    expect(rounded('9007199254740991.4', 'halfEven')).toBe(MAX);
    expect(rounded('9007199254740991.5', 'halfEven')).toBe('tooLarge');
    expect(rounded('9007199254740993', 'exact')).toBe('tooLarge');
    expect(rounded('9'.repeat(40), 'exact', 8)).toBe('tooLarge');
  });

  it('never gives −0', () => {
    for (const text of ['-0', '-0.0', '-0.4', '-.0']) expect(rounded(text, 'towardZero')).toBe(0);
    expect(rescale({ coefficient: -0, scale: 0 }, 2, 'exact')).toStrictEqual({ kind: 'value', value: 0 });
    expect(
      rescale(multiply({ coefficient: -5, scale: 0 }, { coefficient: 0, scale: 0 }), 2, 'exact'),
    ).toStrictEqual({ kind: 'value', value: 0 });
  });
});

describe('decimalText', () => {
  it.each([
    [-1250, 2, '-12.50'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [1234, 0, '1234'],
    [-7, 0, '-7'],
    [1, 8, '0.00000001'],
    [MAX, 3, '9007199254740.991'],
  ])('writes %i units with %i decimals as %s', (minor, scale, text) => {
    expect(decimalText(minor, scale)).toBe(text);
  });
});
