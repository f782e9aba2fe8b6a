/** The two sides of every answer that can be refused: problems on the left, the value on the right. */
import type { Either } from 'fp-ts/Either';
import { describe } from './describe.js';
import type { Problem, Problems } from './problem.js';

/** What a function returns that may refuse its input: an fp-ts `Either` of all problems or the value. */
export type Result<A> = Either<Problems, A>;

export function right<A>(value: A): Result<A> {
  return { _tag: 'Right', right: value };
}

export function left(...problems: Problems): Result<never> {
  return { _tag: 'Left', left: problems };
}

/** The value, unless there are problems. */
export function unless<A>(problems: readonly Problem[], value: () => A): Result<A> {
  const [first, ...rest] = problems;
  // Not by a call with all of them, which breaks where there are a hundred thousand.
  return first === undefined ? right(value()) : { _tag: 'Left', left: [first, ...rest] };
}

/** Thrown by {@link orThrow} and by every `defineX`: one readable message, and the problems as data. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  /** Everything that was wrong. */
  readonly problems: Problems;

  constructor(problems: Problems) {
    super(problems.map((problem) => describe(problem, 'en')).join('\n'));
    this.problems = problems;
  }
}

/** Throws what is wrong with the arguments of a function that gives no {@link Result}; nothing where nothing is. */
export function throwProblems(problems: readonly Problem[] = []): void {
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ProblemError([first, ...rest]);
}

/**
 * The value of a result, or one readable error that lists every problem. For scripts and start-up code;
 * an app that wants to react to problems looks at the `Either` instead.
 *
 * @throws ProblemError when the result is a `Left`.
 * @example
 * ```ts
 * import { right } from 'fp-ts/Either';
 * import { orThrow } from 'clientele';
 *
 * orThrow(right(42)); // => 42
 * ```
 */
export function orThrow<A>(result: Result<A>): A {
  if (result._tag === 'Left') throw new ProblemError(result.left);
  return result.right;
}
