/** What no schema should be asked about: input nested without end, and keys that an object cannot hold as data. */

import { type Path, wrong } from './make-problem.js';
import type { Problem } from './problem.js';
import { type Result, unless } from './result.js';

/** Far deeper than any criterion that somebody can read. */
const DEEPEST = 100;

/**
 * Refuses what is nested too deep (or within itself), and the key `__proto__`, which parsing would drop without a
 * word. Anything else passes as it is.
 */
export function checkInput<A>(input: A): Result<A> {
  const found: Problem[] = [];
  walk(input, [], found);
  return unless(found, () => input);
}

function walk(value: unknown, path: Path, found: Problem[]): void {
  // One problem is enough to refuse; without a limit an input could ask for millions.
  if (typeof value !== 'object' || value === null || found.length > 0) return;
  if (path.length > DEEPEST) {
    found.push(
      wrong(
        'tooDeep',
        path,
        { en: `value nested at most ${DEEPEST} deep`, zh: `嵌套不超过 ${DEEPEST} 层的值` },
        value,
      ),
    );
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      walk(item, [...path, i], found);
    });
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') {
      found.push(
        wrong(
          'reservedName',
          [...path, key],
          { en: 'name other than __proto__', zh: '__proto__ 以外的名称' },
          item,
        ),
      );
      return;
    }
    walk(item, [...path, key], found);
  }
}
