/** From the library's `Either` to the program's one line of what the user got wrong. */
import { describe, type Result } from 'clientele/rfm';
import { InputError } from './input-error.js';

/** The value, or everything that is wrong with it in one line. */
export function demand<A>(what: string, result: Result<A>): A {
  if (result._tag === 'Right') return result.right;
  throw new InputError(`${what}: ${result.left.map((problem) => describe(problem, 'en')).join(' ')}`);
}
