/** Figures that an estimate is made from, and what it comes to. */
import { type Path, problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';

/** A number of people or of money, fractions allowed. */
export function notBelowZero(value: number, path: Path): readonly Problem[] {
  return Number.isFinite(value) && value >= 0
    ? []
    : [problem('outOfRange', path, { kind: 'range', min: 0 }, value)];
}

/** A share of a whole, from none to all of it. */
export function notAShare(value: number, path: Path): readonly Problem[] {
  return Number.isFinite(value) && value >= 0 && value <= 1
    ? []
    : [problem('outOfRange', path, { kind: 'range', min: 0, max: 1 }, value)];
}

/** An estimate that is beyond any number. */
export function tooMany(people: number, key: string): readonly Problem[] {
  const range = { kind: 'range', max: Number.MAX_VALUE } as const;
  return Number.isFinite(people) ? [] : [problem('overflow', [key], range, people)];
}
