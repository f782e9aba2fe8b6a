/** The problems that the checks of this room have in common. */
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';

export { type Path, problem, repeats, wrong } from '../../foundation/make-problem.js';

/** A name that is used where nothing has it. */
export function unknownName(
  code: 'unknownMetric' | 'unknownTier' | 'unknownOffer',
  path: Path,
  known: readonly string[],
  found: string,
): Problem {
  if (known.length > 0) return problem(code, path, { kind: 'oneOf', values: known }, found);
  return wrong(code, path, { en: 'name that the policy declares', zh: '方案中已声明的名称' }, found);
}
