/** What went wrong, as data: one type for the whole library. */
import type { Words } from './statement.js';

/**
 * What would have been right in a {@link Problem}'s place. Plain data, so that it can be stored,
 * compared and turned into a sentence in any language.
 */
export type Expectation =
  /** A value at all; a blank was found. */
  | { readonly kind: 'present' }
  /** A value of a kind, e.g. `'string'`, `'object'`, `'finite number'`. */
  | { readonly kind: 'type'; readonly type: Words }
  /** One of a closed list of values. */
  | { readonly kind: 'oneOf'; readonly values: readonly (string | number | boolean)[] }
  /** Exactly this value. */
  | { readonly kind: 'equal'; readonly to: string | number | boolean }
  /** A number (or a count, or a length) between two bounds; a bound that is absent is open. */
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number }
  /** Text written in a declared form, e.g. `'dd/MM/yyyy'` or `'1,234.56'`. */
  | { readonly kind: 'form'; readonly form: Words }
  /** A number with at most this many decimals. */
  | { readonly kind: 'decimals'; readonly atMost: number }
  /** An instant not after this one (ISO 8601). */
  | { readonly kind: 'notAfter'; readonly instant: string }
  /** A local time that exists exactly once in the zone: not skipped or repeated by a clock change. */
  | { readonly kind: 'singleLocalTime'; readonly zone: string }
  /** A name of the IANA time zone database. */
  | { readonly kind: 'zone' }
  /** A value not used before; `of` names what must be unique. */
  | { readonly kind: 'unique'; readonly of: Words }
  /** Numbers in strictly ascending order. */
  | { readonly kind: 'ascending' }
  /** No key besides these. */
  | { readonly kind: 'keys'; readonly known: readonly string[] }
  /** Something the named policy lets through; its present setting does not. */
  | { readonly kind: 'policy'; readonly policy: string; readonly setting: string }
  /** A stored model of this format, in a version this release can read. */
  | { readonly kind: 'format'; readonly name: string; readonly versions: readonly number[] }
  /** The same value as elsewhere; `as` names the other place. */
  | { readonly kind: 'sameAs'; readonly as: Words; readonly value: string };

/**
 * One thing that is wrong with an input: where, what was expected, and what was found.
 *
 * Turn it into an English or a Chinese sentence with `describe`.
 */
export interface Problem {
  /** A stable, machine-readable name of the kind of problem, e.g. `'notANumber'`. */
  readonly code: string;
  /** The way from the input's root to the offending value: property names and array indices. */
  readonly path: readonly (string | number)[];
  /** What would have been right. */
  readonly expected: Expectation;
  /** A short rendering of what was there; masked where the host declared the field personal. */
  readonly found: Words;
}

/** One or more problems: the left side of every `Either` of this library. */
export type Problems = readonly [Problem, ...Problem[]];

const LONGEST = 60;

/** Renders any value briefly and without throwing, for {@link Problem.found}. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(clip(value));
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${clip(String(value))}n`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const whole = text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${whole}…`;
}
