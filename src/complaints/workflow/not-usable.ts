/** What was handed to `decide` in place of a compiled workflow, a case or facts: for hosts that have no compiler to tell them. */
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { CaseSnapshot } from './case.js';
import { compiledProblems, isCompiled } from './compiled.js';
import { plainWords } from './problem-words.js';
import type { Refusal } from './refusal.js';

/** A refusal of what nothing can be decided with. */
export function notUsable(
  workflow: unknown,
  current: unknown,
  command: unknown,
  context: unknown,
): Refusal | undefined {
  if (isCompiled(workflow) && (current === undefined || isCase(current)) && isRecord(context))
    return undefined;
  const unusable = [
    ...compiledProblems(workflow),
    ...(current === undefined || isCase(current) ? [] : [wrong('wrongType', ['current'], CASE, current)]),
  ];
  const facts = isRecord(context) ? [] : [wrong('wrongType', ['context'], FACTS, context)];
  const type = isRecord(command) ? command['type'] : undefined;
  const problems: readonly Problem[] = [...unusable, ...facts];
  return {
    kind: unusable.length > 0 ? 'data' : 'context',
    state: isCase(current) ? current.state : null,
    command: typeof type === 'string' ? type : '',
    problems,
    ways: [],
    legal: [],
    statements: problems.map(plainWords),
  };
}

function isCase(found: unknown): found is CaseSnapshot {
  return isRecord(found) && typeof found['state'] === 'string' && Array.isArray(found['eventIds']);
}

const CASE = {
  en: 'case as evolve or replay gives it, or undefined',
  zh: 'evolve 或 replay 给出的个案，或 undefined',
};
const FACTS = { en: 'object with facts by their names', zh: '按名称列出事实的对象' };
