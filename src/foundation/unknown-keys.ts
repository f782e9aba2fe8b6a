/** Keys that nobody reads: a misspelt one would be passed over as if it were not there. */
import { type Path, problem } from './make-problem.js';
import type { Problem } from './problem.js';

/** A problem for every key besides these, below the path. */
export function unknownKeys(input: object, known: readonly string[], path: Path = []): readonly Problem[] {
  const found: Problem[] = [];
  for (const key in input)
    if (!known.includes(key)) found.push(problem('unknownKey', [...path, key], { kind: 'keys', known }, key));
  return found;
}
