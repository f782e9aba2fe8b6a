/**
 * The forms that most numbers and times are written in, read sign by sign. Whatever is written otherwise is
 * `undefined` here and left to the regular expressions, which read these forms alike.
 */
import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import { validDay } from './civil.js';

/** A time as it was written: an instant, or what a local clock and calendar showed. */
export type WrittenTime =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'local'; readonly day: number; readonly millisecondOfDay: number }
  | { readonly kind: 'day'; readonly day: number };

/** As many digits as every integer has that is safe. */
const MOST_DIGITS = 15;

/** Digits, perhaps a minus sign before them, perhaps a decimal sign behind the first of them. */
export function plainDecimal(
  text: string,
  sign: '.' | ',',
): { readonly coefficient: number; readonly scale: number } | undefined {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  const decimalSign = sign.charCodeAt(0);
  let size = 0;
  let point = -1;
  if (text.length - first > MOST_DIGITS + 1) return undefined;
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) size = 10 * size + code - ZERO;
    else if (code === decimalSign && point < 0 && at > first) point = at;
    else return undefined;
  }
  const digits = text.length - first - (point < 0 ? 0 : 1);
  if (digits < 1 || digits > MOST_DIGITS) return undefined;
  return { coefficient: first === 1 ? -size : size, scale: point < 0 ? 0 : text.length - 1 - point };
}

/** `yyyy-MM-dd`, alone or with `THH:mm`, `THH:mm:ss` or `THH:mm:ss.SSS`, the last two perhaps with `Z`. */
export function plainTime(text: string): WrittenTime | undefined {
  const size = text.length;
  if (size < 10 || size > 24 || text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS)
    return undefined;
  const year = digitsAt(text, 0, 4);
  if (Number.isNaN(year)) return undefined;
  const day = validDay({ year, month: digitsAt(text, 5, 2), day: digitsAt(text, 8, 2) });
  if (day === undefined) return undefined;
  if (size === 10) return { kind: 'day', day };
  const millisecondOfDay = plainClock(text, size);
  // NaN is not below anything.
  if (!(millisecondOfDay < millisecondsInDay)) return undefined;
  const utc = size === 20 || size === 24;
  if (!utc) return { kind: 'local', day, millisecondOfDay };
  if (text.charCodeAt(size - 1) !== Z) return undefined;
  return { kind: 'instant', at: day * millisecondsInDay + millisecondOfDay };
}

/** What stands behind the date, in milliseconds; NaN where that is no plain time of day. */
function plainClock(text: string, size: number): number {
  if (text.charCodeAt(10) !== T || text.charCodeAt(13) !== COLON) return Number.NaN;
  const hours = digitsAt(text, 11, 2);
  const minutes = digitsAt(text, 14, 2);
  const whole = (60 * hours + minutes) * millisecondsInMinute;
  if (minutes > 59) return Number.NaN;
  if (size === 16) return whole;
  const seconds = digitsAt(text, 17, 2);
  if (text.charCodeAt(16) !== COLON || seconds > 59) return Number.NaN;
  if (size === 19 || size === 20) return whole + seconds * millisecondsInSecond;
  if ((size !== 23 && size !== 24) || text.charCodeAt(19) !== POINT) return Number.NaN;
  return whole + seconds * millisecondsInSecond + digitsAt(text, 20, 3);
}

/** So many digits as a number; NaN where others stand among them. */
function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const code = text.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) return Number.NaN;
    value = 10 * value + code - ZERO;
  }
  return value;
}

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const T = 0x54;
const Z = 0x5a;
