/** The doors for workflows: read from storage with every problem listed, or written in code and checked at start-up. */
import { checkInput } from '../../foundation/check-input.js';
import type { ModelFormat } from '../../foundation/format.js';
import { orThrow, type Result } from '../../foundation/result.js';
import { define, readStored } from '../../foundation/schema.js';
import { checkDefinition } from './check-definition.js';
import type { Workflow } from './model.js';
import { workflowSchema } from './schema.js';
import type { WorkflowInput } from './typed.js';

const WORKFLOW: ModelFormat = { name: 'case-workflow', version: 1, migrations: {} };

/**
 * A workflow written in code, checked. Its states, commands and data keep their literal types: see {@link CaseOf} and {@link CommandOf}.
 *
 * Whether a case can get stuck in it is another question; see `checkWorkflow`.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineWorkflow } from 'clientele/complaints';
 *
 * defineWorkflow({
 *   name: 'tasks',
 *   version: '1',
 *   title: { en: 'Tasks', zh: '任务' },
 *   initial: 'open',
 *   final: ['closed'],
 *   states: { open: { name: { en: 'Open', zh: '进行中' } } },
 *   commands: { OPEN: { name: { en: 'Open', zh: '新建' }, kind: 'command', fields: {} } },
 *   opening: { on: 'OPEN' },
 *   facts: {},
 *   transitions: [],
 * }); // throws
 * ```
 */
export function defineWorkflow<const W extends WorkflowInput>(
  literal: W,
): W & { readonly format: 'case-workflow@1' } {
  define(workflowSchema(), orThrow(checkInput(literal)), WORKFLOW, checkDefinition);
  return { ...literal, format: 'case-workflow@1' };
}

/**
 * A workflow from storage (`format: 'case-workflow@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseWorkflow } from 'clientele/complaints';
 *
 * const result = parseWorkflow({ format: 'case-workflow@9' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "case-workflow@1", found "case-workflow@9".'
 * ```
 */
export function parseWorkflow(stored: unknown): Result<Workflow> {
  const readable = checkInput(stored);
  return readable._tag === 'Left'
    ? readable
    : readStored(workflowSchema(), stored, WORKFLOW, checkDefinition);
}
