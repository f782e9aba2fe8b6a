/** Decimal numbers as written, kept exactly until they are rounded by a named rule. */
import type { Rounding } from './money.js';
import { plainDecimal } from './plain-forms.js';

/** `coefficient × 10^-scale`, exactly. */
export interface Decimal {
  readonly coefficient: bigint | number;
  /** Number of decimals, ≥ 0. */
  readonly scale: number;
}

/** How numbers are written in text. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /**
   * What may stand between groups of three digits; absent: nothing. A space may be the plain one, U+00A0 or U+202F,
   * an apostrophe the straight one or U+2019.
   */
  readonly group?: ',' | '.' | ' ' | '\u00a0' | '\u202f' | "'" | '\u2019' | '_';
  /**
   * Texts of which one may stand before or after the number: `$5`, `-$5`, `$-5`, `- $5`, `5 €`. They hold no digits,
   * signs, separators or parentheses.
   */
  readonly symbols?: readonly string[];
  /** Whether `(5)`, `($5)` and `$(5)` are negative numbers, besides those with a sign. Default `'sign'`: they are not numbers. */
  readonly negative?: 'sign' | 'parentheses';
}

/** More digits than any amount has; keeps hostile input from costing time. */
const MOST_DIGITS = 40;

/** A reader of decimals in one style; `undefined` for text that is not written so. Takes linear time. */
export function decimalReader(style: NumberStyle): (text: string) => Decimal | undefined {
  const read = formReader(style);
  return (text) => plainDecimal(text, style.decimal) ?? read(text);
}

/** {@link decimalReader} of every form. */
export function formReader(style: NumberStyle): (text: string) => Decimal | undefined {
  const group = style.group === undefined ? undefined : escapeRegex(style.group);
  const groups = group === undefined ? undefined : new RegExp(group, 'g');
  const forms = formsOf(style, group);

  return (text) => {
    for (const { regex, negated } of forms) {
      const match = regex.exec(text);
      if (match === null) continue;
      const [, sign = '', integer = '', decimals = '', bareDecimals = ''] = match;
      const fraction = decimals + bareDecimals;
      const digits = (groups === undefined ? integer : integer.replace(groups, '')) + fraction;
      if (digits.length > MOST_DIGITS) return undefined;
      return { coefficient: signed(digits, negated || sign === '-'), scale: fraction.length };
    }
    return undefined;
  };
}

/** One way of writing a number; groups: sign, digits, decimals, decimals without digits before. */
interface Form {
  readonly regex: RegExp;
  readonly negated: boolean;
}

/** Every form of a style, each with at most one symbol. */
function formsOf(style: NumberStyle, group: string | undefined): readonly Form[] {
  const whole = group === undefined ? '\\d+' : `\\d{1,3}(?:${group}\\d{3})+|\\d+`;
  const decimal = escapeRegex(style.decimal);
  // `Rs.500` is five hundred with an abbreviation's point, not half: no letter stands before a bare decimal sign.
  const number = `(?:(${whole})(?:${decimal}(\\d*))?|(?<![A-Za-z])${decimal}(\\d+))`;
  const names = (style.symbols ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const symbol = `(?:${names.map(escapeRegex).join('|')})`;
  // Blanks are always parted by something else: no text can be split into them in more than one way.
  const sign = '(?:([+-])\\s*)?';
  const signed =
    names.length === 0
      ? [`([+-])?${number}`]
      : [
          `${sign}(?:${symbol}\\s*)?${number}`,
          `${sign}${number}\\s*${symbol}`,
          `${symbol}\\s*([+-])\\s*${number}`,
        ];
  const inside = `()\\(\\s*${number}\\s*\\)`;
  const negated = [
    inside,
    ...(names.length === 0
      ? []
      : [
          `()\\(\\s*${symbol}\\s*${number}\\s*\\)`,
          `()\\(\\s*${number}\\s*${symbol}\\s*\\)`,
          `${symbol}\\s*${inside}`,
          `${inside}\\s*${symbol}`,
        ]),
  ];
  const form = (source: string, negative: boolean): Form => ({
    regex: new RegExp(`^\\s*${source}\\s*$`),
    negated: negative,
  });
  return [
    ...signed.map((source) => form(source, false)),
    ...(style.negative === 'parentheses' ? negated.map((source) => form(source, true)) : []),
  ];
}

function signed(digits: string, negative: boolean): bigint | number {
  const size = digits.length <= 15 ? Number(digits) : BigInt(digits);
  return negative ? -size : size;
}

/** The decimal that a finite number prints as (its shortest form, ECMA-262 Number::toString). */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isSafeInteger(value)) return { coefficient: value, scale: 0 };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return undefined;
  const [, sign = '', integer = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = integer + fraction + (scale < 0 ? '0'.repeat(-scale) : '');
  return { coefficient: signed(digits, sign === '-'), scale: Math.max(scale, 0) };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { coefficient: times(a.coefficient, b.coefficient), scale: a.scale + b.scale };
}

function times(a: bigint | number, b: bigint | number): bigint | number {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

/** What became of a decimal that had to be a safe integer of 10^-`scale`. */
export type Rescaled =
  | { readonly kind: 'value'; readonly value: number }
  /** It has more decimals, and the rule is `'exact'`. */
  | { readonly kind: 'inexact' }
  /** It lies outside ±(2^53 − 1). */
  | { readonly kind: 'tooLarge' };

/** The decimal as an integer in units of 10^-`scale`, rounded by the named rule. */
export function rescale(decimal: Decimal, scale: number, rounding: Rounding): Rescaled {
  const { coefficient } = decimal;
  if (typeof coefficient === 'number' && decimal.scale <= scale) {
    const value = coefficient * 10 ** (scale - decimal.scale);
    if (Number.isSafeInteger(value)) return { kind: 'value', value: value + 0 };
  }
  const exact = BigInt(coefficient) * 10n ** BigInt(Math.max(scale - decimal.scale, 0));
  const rounded = divide(exact, 10n ** BigInt(Math.max(decimal.scale - scale, 0)), rounding);
  if (rounded === undefined) return { kind: 'inexact' };
  const value = Number(rounded);
  return Number.isSafeInteger(value) ? { kind: 'value', value: value + 0 } : { kind: 'tooLarge' };
}

/** `numerator / divisor` (divisor > 0) as a whole number, or `undefined` where `'exact'` forbids rounding. */
function divide(numerator: bigint, divisor: bigint, rounding: Rounding): bigint | undefined {
  const quotient = numerator / divisor;
  const rest = numerator % divisor;
  if (rest === 0n) return quotient;
  const away = numerator < 0n ? -1n : 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  switch (rounding) {
    case 'exact':
      return undefined;
    case 'halfEven':
      return twice > divisor || (twice === divisor && quotient % 2n !== 0n) ? quotient + away : quotient;
    case 'halfAwayFromZero':
      return twice >= divisor ? quotient + away : quotient;
    case 'towardZero':
      return quotient;
    case 'awayFromZero':
      return quotient + away;
    case 'down':
      return away < 0n ? quotient - 1n : quotient;
    case 'up':
      return away > 0n ? quotient + 1n : quotient;
  }
}

/** A number of minor units as plain decimal text, e.g. `(-1250, 2)` → `-12.50`. */
export function decimalText(minor: number | bigint, scale: number): string {
  const digits = String(minor)
    .replace(/^-/, '')
    .padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return minor < 0 ? `-${text}` : text;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
