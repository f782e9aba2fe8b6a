/** Lists that come from outside: anything that can be walked through, except text. */
import { type Problem, show } from './problem.js';
import type { Words } from './statement.js';

/** The problem of a value that cannot be walked through; a text can, letter by letter, but is never meant so. */
export function iterableProblem(value: unknown, path: Problem['path'], type: Words): Problem | undefined {
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) return undefined;
  return { code: 'wrongType', path, expected: { kind: 'type', type }, found: show(value) };
}
