/** Refusals of the desk's own, beside those of the workflow. */
import { describe } from '../../foundation/describe.js';
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseCommand, CaseSnapshot } from '../workflow/case.js';
import type { DeskRefusal } from './model.js';

/** A refusal with what it says; left out: its problems, in words. */
export function barred(
  kind: DeskRefusal['kind'],
  now: CaseSnapshot | undefined,
  command: CaseCommand | undefined,
  problems: readonly Problem[],
  statements: readonly Statement[] = problems.map(inWords),
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

/** A problem as a statement. */
function inWords(problem: Problem): Statement {
  const sentence = { en: describe(problem, 'en'), zh: describe(problem, 'zh') };
  return { en: '{problem}', zh: '{problem}', values: { problem: sentence } };
}
