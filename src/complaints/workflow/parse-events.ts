/** The door for stored logs: events whose form and data are those of a workflow, or every problem with its path. */
import { problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from './case.js';
import type { CompiledWorkflow } from './compile.js';
import { compiledProblems, isCompiled } from './compiled.js';
import { envelopeProblems } from './envelope.js';
import { ownProblems } from './event-problems.js';
import type { EventOf } from './typed.js';

/**
 * Events from storage, typed as those of their workflow; or every problem of every event, each path beginning with its
 * position. What else the objects carry (columns of a table) is left alone.
 *
 * Each event is looked at by itself: whether they follow on each other is for `replay` to say. `replay` looks at all of this
 * again, so that a log can be replayed without it too; what cannot be read is then a fault of its case.
 *
 * @example
 * ```ts
 * import { compileWorkflow, describe, orThrow, parseCaseEvents, replay, sixSteps } from 'clientele/complaints';
 *
 * const steps = compileWorkflow(sixSteps);
 * const stored = JSON.parse(`[{
 *   "type": "START", "id": "e1", "at": 0, "by": { "id": "u1", "role": "handler" }, "data": { "complaint": "Cold." },
 *   "caseId": "c1", "revision": 1, "workflow": "six-steps@1", "transition": "opening", "from": null, "to": "listen"
 * }]`);
 *
 * replay(steps, orThrow(parseCaseEvents(steps, stored))).case?.state; // => 'listen'
 *
 * const spoilt = parseCaseEvents(steps, [{ ...stored[0], data: { complaint: 7 } }]);
 * spoilt._tag === 'Left' ? describe(spoilt.left[0], 'en') : ''; // => '[0].data.complaint: expected a string, found 7.'
 * ```
 */
export function parseCaseEvents<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  stored: unknown,
): Result<readonly EventOf<Command>[]>;
export function parseCaseEvents(workflow: CompiledWorkflow, stored: unknown): Result<readonly CaseEvent[]> {
  if (!isCompiled(workflow)) return unless(compiledProblems(workflow), () => []);
  if (!Array.isArray(stored)) {
    return unless([problem('wrongType', [], { kind: 'type', type: 'array' }, stored)], () => []);
  }
  const events: readonly CaseEvent[] = stored;
  const problems: Problem[] = [];
  let index = 0;
  for (const event of events) {
    for (const one of problemsOf(workflow, event)) problems.push({ ...one, path: [index, ...one.path] });
    index += 1;
  }
  return unless(problems, () => events);
}

function problemsOf(workflow: CompiledWorkflow, event: CaseEvent): readonly Problem[] {
  const form = envelopeProblems(event);
  return form.length > 0 ? form : [...ownProblems(workflow, event), ...revisionProblems(event.revision)];
}

function revisionProblems(found: unknown): readonly Problem[] {
  if (Number.isSafeInteger(found) && Number(found) >= 1) return [];
  const type = { en: 'whole number from 1 on', zh: '从 1 起的整数' };
  return [
    problem(found === undefined ? 'missing' : 'wrongType', ['revision'], { kind: 'type', type }, found),
  ];
}
