/** Decimal numbers as written, kept exactly until they are rounded by a named rule. */
import type { Rounding } from './money.js';

/** `coefficient × 10^-scale`, exactly. */
export interface Decimal {
  readonly coefficient: bigint | number;
  /** Number of decimals, ≥ 0. */
  readonly scale: number;
}

/** How numbers are written in text. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** What may stand between groups of three digits; absent: nothing. */
  readonly group?: string;
  /** Texts that may stand before or after the number. */
  readonly symbols?: readonly string[];
  readonly negative?: 'sign' | 'parentheses';
}

/** More digits than any amount has; keeps hostile input from costing time. */
const MOST_DIGITS = 40;

/** A reader of decimals in one style; `undefined` for text that is not written so. */
export function decimalReader(style: NumberStyle): (text: string) => Decimal | undefined {
  const group = style.group === undefined ? undefined : escapeRegex(style.group);
  const whole = group === undefined ? '\\d+' : `\\d{1,3}(?:${group}\\d{3})+|\\d+`;
  const names = (style.symbols ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const symbol = `(?:${names.map(escapeRegex).join('|')})`;
  const before = names.length === 0 ? '' : `(?:${symbol}\\s*)?`;
  const after = names.length === 0 ? '' : `(?:\\s*${symbol})?`;
  const signs = names.length === 0 ? '([+-])?' : '(?:([+-])\\s*)?';
  const decimal = escapeRegex(style.decimal);
  // Blanks are always parted by something else: no text can be split into them in more than one way.
  const number = `(?:(${whole})(?:${decimal}(\\d*))?|${decimal}(\\d+))`;
  const body = `\\s*${before}${signs}${before}${number}${after}\\s*`;
  const plain = new RegExp(`^${body}$`);
  const negated = style.negative === 'parentheses' ? new RegExp(`^\\(${body}\\)$`) : undefined;
  const groups = group === undefined ? undefined : new RegExp(group, 'g');

  return (text) => {
    const direct = plain.exec(text);
    const match = direct ?? negated?.exec(text);
    if (match === null || match === undefined) return undefined;
    const [, sign = '', integer = '', decimals = '', bareDecimals = ''] = match;
    if (direct === null && sign !== '') return undefined;
    const fraction = decimals + bareDecimals;
    const digits = (groups === undefined ? integer : integer.replace(groups, '')) + fraction;
    if (digits.length > MOST_DIGITS) return undefined;
    const negative = sign === '-' || direct === null;
    return { coefficient: signed(digits, negative), scale: fraction.length };
  };
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
