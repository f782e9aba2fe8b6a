/** Refusals of the desk's own, beside those of the workflow. */
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseCommand, CaseSnapshot } from '../workflow/case.js';
import { plainWords } from '../workflow/problem-words.js';
import type { DeskRefusal } from './model.js';

/** A refusal with what it says; left out: its problems, in words. */
export function barred(
  kind: DeskRefusal['kind'],
  now: CaseSnapshot | undefined,
  command: CaseCommand | undefined,
  problems: readonly Problem[],
  statements: readonly Statement[] = problems.map(plainWords),
): DeskRefusal {
  const state = now?.state ?? null;
  return {
    kind,
    state,
    command: command?.type ?? '',
    problems,
    ways: [],
    legal: [],
    statements,
    answers: [],
  };
}
