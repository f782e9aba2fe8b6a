/** Short ways to write the problems that most checks report. */
import { type Expectation, type Problem, show } from './problem.js';
import type { Bilingual, Words } from './statement.js';

export type Path = Problem['path'];

export function problem(code: string, path: Path, expected: Expectation, found: unknown): Problem {
  return { code, path, expected, found: found === undefined ? NOTHING : show(found) };
}

const NOTHING: Words = { en: 'nothing', zh: '空' };

/** A problem whose expectation is a noun: "expected a …, found …". */
export function wrong(code: string, path: Path, type: Bilingual, found: unknown): Problem {
  return problem(code, path, { kind: 'type', type }, found);
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
