/** What was handed over as a compiled workflow and is none: for hosts that have no compiler to tell them. */
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { CompiledWorkflow } from './compile.js';

/** Cheap: every command comes by here. One that was stored as JSON is none: its functions are gone. */
export function isCompiled(found: unknown): found is CompiledWorkflow {
  return isRecord(found) && isRecord(found['parts']) && found['parts']['commands'] instanceof Map;
}

export function compiledProblems(found: unknown): readonly Problem[] {
  return isCompiled(found) ? [] : [wrong('notCompiled', ['workflow'], COMPILED, found)];
}

const COMPILED = { en: 'workflow as compileWorkflow gives it', zh: 'compileWorkflow 给出的流程' };
