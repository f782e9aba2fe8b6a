/** Civil days written in a pattern: read and written back. */
import { civilDate, validDay } from '../../../foundation/civil.js';

const PART = /yyyy|yy|MM?|dd?/g;
const DIGITS: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  yy: '\\d{2}',
  MM: '\\d{2}',
  M: '\\d{1,2}',
  dd: '\\d{2}',
  d: '\\d{1,2}',
};

/** A day number out of a text in this pattern; `undefined` where it is none. */
export function dayReader(pattern: string): (text: string) => number | undefined {
  const parts: string[] = [];
  const source = pattern.replace(/yyyy|yy|MM?|dd?|[\s\S]/g, (token) => {
    const digits = DIGITS[token];
    if (digits === undefined) return token.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    parts.push(token);
    return `(${digits})`;
  });
  const form = new RegExp(`^${source}$`);
  return (text) => {
    const match = form.exec(text);
    if (match === null) return undefined;
    const value = (of: string): number => Number(match[1 + parts.findIndex((part) => part.startsWith(of))]);
    const year = value('y') + (parts.includes('yy') ? 2000 : 0);
    return validDay({ year, month: value('M'), day: value('d') });
  };
}

export function dayText(pattern: string, dayNo: number): string {
  const { year, month, day } = civilDate(dayNo);
  const two = (value: number): string => String(value).padStart(2, '0');
  const written: Readonly<Record<string, string>> = {
    yyyy: String(year).padStart(4, '0'),
    yy: two(year % 100),
    MM: two(month),
    M: String(month),
    dd: two(day),
    d: String(day),
  };
  return pattern.replace(PART, (part) => written[part] ?? part);
}
