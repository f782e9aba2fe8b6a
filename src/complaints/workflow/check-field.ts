/** Whether the data of a command has the form that its fields ask for. */

import { parseIsoDay } from '../../foundation/civil.js';
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Expectation, Problem } from '../../foundation/problem.js';
import { isRecord, own } from '../../foundation/record.js';
import type { Field } from './field.js';

/** Furthest instant ECMAScript dates reach, in either direction (ECMA-262, time values). */
const FURTHEST = 8.64e15;

/** Far deeper than any data that somebody enters. */
const DEEPEST = 100;

/**
 * Whether a value has the form of a field; made ready once, and free of allocations but where lists must not repeat. `at`:
 * the time of the event that carries it.
 */
export type FormCheck = (value: unknown, at: number) => boolean;

/** The short way: yes or no. {@link fieldProblems} says what is wrong. */
export function formCheck(field: Field): FormCheck {
  switch (field.kind) {
    case 'text':
      return field.blank === 'allowed' ? (value) => typeof value === 'string' : isNotBlank;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return within(field.min, field.max, isPlainNumber);
    case 'count':
      return within(Math.max(field.min ?? 0, 0), field.max, isPlainInteger);
    case 'amount':
      return isPlainInteger;
    case 'instant':
      return field.notAfter === undefined ? isInstant : (value, at) => isInstant(value) && value <= at;
    case 'day':
      return (value) => typeof value === 'string' && parseIsoDay(value) !== undefined;
    case 'oneOf': {
      const { values } = field;
      return (value) => typeof value === 'string' && values.includes(value);
    }
    case 'list': {
      const item = formCheck(field.of);
      const { atLeast = 0, uniqueBy } = field;
      return (value, at) =>
        Array.isArray(value) &&
        value.length >= atLeast &&
        allHave(value, item, at) &&
        (uniqueBy === undefined || value.length < 2 || repeatsIn(value, uniqueBy).length === 0);
    }
    case 'object':
      return objectCheck(field);
    case 'json':
      return (value) => jsonProblems(value, []).length === 0;
  }
}

/** Most texts begin with a letter of ASCII or a digit, and need no regular expression. */
function isNotBlank(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  return (first > SPACE && first < DELETE) || /\S/.test(value);
}

const SPACE = 32;
const DELETE = 127;

function objectCheck({ fields, optional = [] }: Extract<Field, { kind: 'object' }>): FormCheck {
  const parts = Object.entries(fields).map(([name, part]) => ({
    name,
    check: formCheck(part),
    mayBeAbsent: optional.includes(name),
  }));
  return (value, at) => {
    if (!isRecord(value)) return false;
    for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) return false;
    for (const { name, check, mayBeAbsent } of parts) {
      const found = Object.hasOwn(value, name) ? value[name] : undefined;
      if (found === undefined ? !mayBeAbsent : !check(found, at)) return false;
    }
    return true;
  };
}

/** Unlike `every`, it does not pass over holes. */
function allHave(list: readonly unknown[], item: FormCheck, at: number): boolean {
  for (let i = 0; i < list.length; i += 1) if (!item(list[i], at)) return false;
  return true;
}

/** Positions of items whose value under a key an earlier item has; an item without it repeats none. */
function repeatsIn(list: readonly unknown[], key: string): readonly number[] {
  const seen = new Set<unknown>();
  return list.flatMap((item, i) => {
    const value = isRecord(item) ? own(item, key) : undefined;
    if (value === undefined) return [];
    const again = seen.has(value);
    seen.add(value);
    return again ? [i] : [];
  });
}

function within(min: number | undefined, max: number | undefined, form: FormCheck): FormCheck {
  return (value, at) =>
    form(value, at) &&
    (min === undefined || Number(value) >= min) &&
    (max === undefined || Number(value) <= max);
}

/** JSON has neither `NaN` nor infinities, and writes minus zero as zero. */
function isPlainNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0);
}

function isPlainInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

export function isInstant(value: unknown): value is number {
  return isPlainInteger(value) && Math.abs(value) <= FURTHEST;
}

/** Everything that keeps a value from having the form of a field, in an event of the time `at`. */
export function fieldProblems(field: Field, value: unknown, at: number, path: Path): readonly Problem[] {
  if (value === undefined) return [missing(path)];
  switch (field.kind) {
    case 'list':
      return listProblems(field, value, at, path);
    case 'object':
      return objectProblems(field, value, at, path);
    case 'json':
      return jsonProblems(value, path);
    default:
      return formCheck(field)(value, at) ? [] : [leafProblem(field, value, at, path)];
  }
}

export function missing(path: Path): Problem {
  return problem('missing', path, { kind: 'present' }, undefined);
}

type Leaf = Exclude<Field, { kind: 'list' | 'object' | 'json' }>;

function leafProblem(field: Leaf, value: unknown, at: number, path: Path): Problem {
  if (field.kind === 'oneOf')
    return problem('notOneOf', path, { kind: 'oneOf', values: field.values }, value);
  if (field.kind === 'number' && isPlainNumber(value)) return outOfRange(field.min, field.max, value, path);
  if (field.kind === 'count' && isPlainInteger(value))
    return outOfRange(Math.max(field.min ?? 0, 0), field.max, value, path);
  if (field.kind === 'text' && typeof value === 'string')
    return problem('blank', path, { kind: 'present' }, value);
  if (field.kind === 'instant' && isInstant(value) && isInstant(at)) {
    const instant = new Date(at).toISOString();
    return problem('afterEvent', path, { kind: 'notAfter', instant }, new Date(value));
  }
  return problem('wrongType', path, EXPECTED[field.kind], value);
}

function outOfRange(min: number | undefined, max: number | undefined, value: number, path: Path): Problem {
  const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return problem('outOfRange', path, { kind: 'range', ...range }, value);
}

const EXPECTED: Readonly<Record<Exclude<Leaf['kind'], 'oneOf'>, Expectation>> = {
  text: { kind: 'type', type: 'string' },
  boolean: { kind: 'type', type: 'boolean' },
  number: { kind: 'type', type: 'finite number' },
  count: { kind: 'type', type: 'safe integer' },
  amount: { kind: 'type', type: { en: 'safe integer in minor units', zh: '以最小货币单位表示的安全整数' } },
  instant: { kind: 'type', type: { en: 'instant in epoch milliseconds', zh: '以毫秒计的时间戳' } },
  day: { kind: 'form', form: 'yyyy-MM-dd' },
};

function listProblems(
  field: Extract<Field, { kind: 'list' }>,
  value: unknown,
  at: number,
  path: Path,
): readonly Problem[] {
  if (!Array.isArray(value)) return [problem('wrongType', path, { kind: 'type', type: 'array' }, value)];
  const least = field.atLeast ?? 0;
  if (value.length < least) {
    const type = {
      en: `list of at least ${least} ${least === 1 ? 'item' : 'items'}`,
      zh: `不少于 ${least} 项的列表`,
    };
    return [wrong('tooFew', path, type, value)];
  }
  const { of, uniqueBy } = field;
  return [
    ...Array.from(value, (item: unknown, i) => fieldProblems(of, item, at, [...path, i])).flat(),
    ...(uniqueBy === undefined ? [] : repeatProblems(of, value, uniqueBy, path)),
  ];
}

function repeatProblems(item: Field, list: readonly unknown[], key: string, path: Path): readonly Problem[] {
  const part = item.kind === 'object' && Object.hasOwn(item.fields, key) ? item.fields[key] : undefined;
  const of = part?.name ?? { en: key, zh: key };
  return repeatsIn(list, key).map((i) => {
    const one = list[i];
    const found = isRecord(one) ? one[key] : undefined;
    return problem('repeated', [...path, i, key], { kind: 'unique', of }, found);
  });
}

function objectProblems(
  field: Extract<Field, { kind: 'object' }>,
  value: unknown,
  at: number,
  path: Path,
): readonly Problem[] {
  if (!isRecord(value)) return [problem('wrongType', path, { kind: 'type', type: 'object' }, value)];
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(field.fields, key))
    .map((key) => unknownKey(path, key, Object.keys(field.fields), value[key]));
  const known = Object.entries(field.fields).flatMap(([key, part]) => {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    if (found === undefined && field.optional?.includes(key)) return [];
    return fieldProblems(part, found, at, [...path, key]);
  });
  return [...unknown, ...known];
}

export function unknownKey(path: Path, key: string, known: readonly string[], found: unknown): Problem {
  return problem('unknownKey', [...path, key], { kind: 'keys', known }, found);
}

/** What JSON could not hold, or would give back changed. */
function jsonProblems(value: unknown, path: Path): readonly Problem[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || isPlainNumber(value))
    return [];
  const container = Array.isArray(value) || (isRecord(value) && isOfNoClass(value));
  if (!container || path.length > DEEPEST) {
    return [wrong('notJson', path, { en: 'value that JSON can hold', zh: 'JSON 可以表示的值' }, value)];
  }
  if (Array.isArray(value))
    return Array.from(value, (item: unknown, i) => jsonProblems(item, [...path, i])).flat();
  return Object.entries(value).flatMap(([key, item]) =>
    key === '__proto__' ? [unknownKey(path, key, [], item)] : jsonProblems(item, [...path, key]),
  );
}

function isOfNoClass(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
