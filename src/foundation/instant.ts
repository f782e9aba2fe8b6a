/** Instants as hosts write them: numbers, dates, ISO 8601 text, patterns; read without help from the host's zone. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import {
  millisecondsInDay,
  millisecondsInHour,
  millisecondsInMinute,
  millisecondsInSecond,
} from 'date-fns/constants';
import { isZone, parseIsoDay, validDay, type ZoneClock, zoneClock } from './civil.js';
import { plainTime, type WrittenTime } from './plain-forms.js';
import { type Problem, show } from './problem.js';
import { left, type Result, right } from './result.js';

/**
 * The instant a question is asked about: epoch milliseconds, a `Date`, an ISO 8601 text with `Z` or an offset,
 * or a civil day `yyyy-MM-dd`, which means the whole of that day in the question's zone (its last millisecond).
 */
export type AsOf = number | Date | string;

/** Furthest instant ECMAScript dates reach, in either direction (ECMA-262, time values). */
const FURTHEST = 8.64e15;

export type { WrittenTime };

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads ISO 8601 / RFC 3339 text; fractions of a second are cut to milliseconds. */
export function parseIso(text: string): WrittenTime | undefined {
  return plainTime(text) ?? anyIso(text);
}

/** {@link parseIso} of every form. */
export function anyIso(text: string): WrittenTime | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, date = '', hours, minutes, seconds = '0', fraction = '', offset] = match;
  const day = parseIsoDay(date);
  if (day === undefined) return undefined;
  if (hours === undefined || minutes === undefined) return { kind: 'day', day };
  const millisecondOfDay = timeOfDay(
    Number(hours),
    Number(minutes),
    Number(seconds),
    Number(`${fraction}000`.slice(0, 3)),
  );
  if (millisecondOfDay === undefined) return undefined;
  if (offset === undefined) return { kind: 'local', day, millisecondOfDay };
  const shift = offsetMilliseconds(offset);
  return shift === undefined
    ? undefined
    : { kind: 'instant', at: day * millisecondsInDay + millisecondOfDay - shift };
}

function timeOfDay(
  hours: number,
  minutes: number,
  seconds: number,
  milliseconds: number,
): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return (
    hours * millisecondsInHour +
    minutes * millisecondsInMinute +
    seconds * millisecondsInSecond +
    milliseconds
  );
}

function offsetMilliseconds(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * millisecondsInHour + minutes * millisecondsInMinute);
}

/**
 * A reader of local times in a pattern of `yyyy MM M dd d HH H mm ss` and literal text; `undefined` for a
 * pattern without a full date, with a field twice, with minutes but no hours or seconds but no minutes, or in which
 * it cannot be told where a field of one or two digits ends (`dMyyyy`).
 */
export function patternReader(pattern: string): ((text: string) => WrittenTime | undefined) | undefined {
  const fields: string[] = [];
  /** Fields of one or two digits since the last literal that is no digit. */
  let openFields = 0;
  let ambiguous = false;
  const source = pattern.replace(/yyyy|MM?|dd?|HH?|mm|ss|[\s\S]/g, (token) => {
    const digits = FIELD_DIGITS[token];
    if (digits === undefined) {
      if (!/\d/.test(token)) openFields = 0;
      return token.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    }
    if (digits === ONE_OR_TWO) openFields += 1;
    if (openFields > 1) ambiguous = true;
    fields.push(token.charAt(0));
    return `(${digits})`;
  });
  const once = new Set(fields).size === fields.length;
  const dated = ['y', 'M', 'd'].every((field) => fields.includes(field));
  const minutesWithoutHours = fields.includes('m') && !fields.includes('H');
  const secondsWithoutMinutes = fields.includes('s') && !fields.includes('m');
  if (!once || !dated || minutesWithoutHours || secondsWithoutMinutes || ambiguous) return undefined;
  const regex = new RegExp(`^${source}$`);

  return (text) => {
    const match = regex.exec(text);
    if (match === null) return undefined;
    const value = (field: string): number => Number(match[fields.indexOf(field) + 1] ?? '0');
    const day = validDay({ year: value('y'), month: value('M'), day: value('d') });
    if (day === undefined) return undefined;
    if (!fields.includes('H')) return { kind: 'day', day };
    const millisecondOfDay = timeOfDay(
      value('H'),
      fields.includes('m') ? value('m') : 0,
      fields.includes('s') ? value('s') : 0,
      0,
    );
    return millisecondOfDay === undefined ? undefined : { kind: 'local', day, millisecondOfDay };
  };
}

const ONE_OR_TWO = '\\d{1,2}';

const FIELD_DIGITS: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  MM: '\\d{2}',
  M: ONE_OR_TWO,
  dd: '\\d{2}',
  d: ONE_OR_TWO,
  HH: '\\d{2}',
  H: ONE_OR_TWO,
  mm: '\\d{2}',
  ss: '\\d{2}',
};

/** Whether a number is an instant: whole milliseconds within reach of a `Date`. */
export function isInstant(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= FURTHEST;
}

/** An instant as a zone's clock shows it, with its offset: `2025-10-31T23:59:59.999+01:00`, `Z` where that is UTC. */
export function isoIn(zone: string, at: number): string {
  const offset = Math.round(tzOffset(zone, new Date(at)));
  const local = at + offset * millisecondsInMinute;
  if (offset === 0 || !isInstant(local)) return new Date(at).toISOString();
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  const written = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(local).toISOString().replace('Z', written);
}

/** The clock of a zone, or a problem at `['zone']`. */
export function clockOf(zone: string): Result<ZoneClock> {
  if (typeof zone === 'string' && isZone(zone)) return right(zoneClock(zone));
  return left({ code: 'unknownZone', path: ['zone'], expected: { kind: 'zone' }, found: show(zone) });
}

/** The instant of an {@link AsOf}, or a problem at `['asOf']`. */
export function instantOf(asOf: AsOf, clock: ZoneClock): Result<number> {
  const at = readAsOf(asOf, clock);
  if (at !== undefined && isInstant(at)) return right(at + 0);
  const problem: Problem = {
    code: 'notAnInstant',
    path: ['asOf'],
    expected: {
      kind: 'form',
      form: {
        en: '2025-12-31 or 2025-12-31T23:59:59Z, or given as a Date or as epoch milliseconds',
        zh: '2025-12-31 或 2025-12-31T23:59:59Z，或以 Date 或毫秒时间戳给出',
      },
    },
    found: show(asOf),
  };
  return left(problem);
}

function readAsOf(asOf: AsOf, clock: ZoneClock): number | undefined {
  if (typeof asOf === 'number') return asOf;
  if (asOf instanceof Date) return asOf.getTime();
  if (typeof asOf !== 'string') return undefined;
  const written = parseIso(asOf);
  if (written?.kind === 'day') return lastOf(written.day, clock);
  return written?.kind === 'instant' ? written.at : undefined;
}

/** The last millisecond of a day. Where clocks go back over midnight, the next day begins twice. */
export function lastOf(day: number, clock: ZoneClock): number {
  const next = clock.instantsOf(day + 1, 0);
  if (next.kind === 'repeated' && clock.dayOf(next.later - 1) === day) return next.later - 1;
  return clock.startOf(day + 1) - 1;
}
