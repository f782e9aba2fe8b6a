/** Whether what was read back says the same as what it was read from; what is said twice must agree. */

import { problem } from '../../foundation/make-problem.js';
import { type Problem, show } from '../../foundation/problem.js';
import { isRecord, own } from '../../foundation/record.js';

type Path = Problem['path'];

/** The first place in which two JSON values differ. */
export function firstDifference(given: unknown, expected: unknown, path: Path = []): Problem | undefined {
  if (Array.isArray(given) && Array.isArray(expected)) {
    if (given.length !== expected.length) return disagreement(path, given, expected);
    return firstOf(given.keys(), (i) => firstDifference(given[i], expected[i], [...path, i]));
  }
  if (isRecord(given) && isRecord(expected)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(given)]);
    return firstOf(keys, (key) => firstDifference(own(given, key), own(expected, key), [...path, key]));
  }
  return Object.is(given, expected) ? undefined : disagreement(path, given, expected);
}

function firstOf<A>(some: Iterable<A>, look: (one: A) => Problem | undefined): Problem | undefined {
  for (const one of some) {
    const found = look(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const WRITTEN = { en: 'the workflow that is written beside it', zh: '一并写出的流程' };

function disagreement(path: Path, given: unknown, expected: unknown): Problem {
  return problem('disagrees', path, { kind: 'sameAs', as: WRITTEN, value: show(expected) }, given);
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A property of its own, or nothing. */
export function ownPart(value: unknown, key: string): unknown {
  return isRecord(value) ? own(value, key) : undefined;
}
