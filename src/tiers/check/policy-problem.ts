/** The problems that the checks of this room have in common. */
import { type Expectation, type Problem, show } from '../../foundation/problem.js';
import type { Bilingual, Words } from '../../foundation/statement.js';

export type Path = Problem['path'];

export function problem(code: string, path: Path, expected: Expectation, found: unknown): Problem {
  return { code, path, expected, found: found === undefined ? NOTHING : show(found) };
}

const NOTHING: Words = { en: 'nothing', zh: '空' };

/** A problem whose expectation is a noun: "expected a …, found …". */
export function wrong(code: string, path: Path, type: Bilingual, found: unknown): Problem {
  return problem(code, path, { kind: 'type', type }, found);
}

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

/** Every value that was there before, with the path of the later one. */
export function repeats<A>(
  values: readonly A[],
  pathOf: (index: number) => Path,
  of: Bilingual,
): readonly Problem[] {
  const seen = new Set<A>();
  return values.flatMap((value, index) => {
    const again = seen.has(value);
    seen.add(value);
    return again ? [problem('repeated', pathOf(index), { kind: 'unique', of }, value)] : [];
  });
}
