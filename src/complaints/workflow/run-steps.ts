/** Several commands told to one case, one after the other. */
import { iterableProblem } from '../../foundation/iterable.js';
import { throwProblems } from '../../foundation/result.js';
import type { CaseCommand, CaseSnapshot, FactContext } from './case.js';
import type { CompiledWorkflow } from './compile.js';
import { compiledProblems } from './compiled.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { Refusal } from './refusal.js';
import type { EventOf } from './typed.js';

/** A command with what the host brings along for its guards. */
export interface CaseStep<Command = CaseCommand, Context = FactContext> {
  readonly command: Command;
  readonly context?: Context;
}

/** What became of a list of commands. `log.length + repeated + refused.length` is the number of steps. */
export interface StepsTaken<Case = CaseSnapshot, Event = EventOf<CaseCommand>> {
  /** After the last step that was not refused; `undefined` where none opened it. */
  readonly case: Case | undefined;
  readonly log: readonly Event[];
  /** Commands that the case had already, by id. */
  readonly repeated: number;
  /** `index`: which step, counted from 0. The steps after it were still told. */
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[];
}

/**
 * Tells a case one command after the other (`decide`, then `evolve`) and keeps the log: for imports, tests and
 * scripts. A refused command leaves the case as it is, and the next one is told.
 *
 * @throws ProblemError for what is no compiled workflow or no list of steps.
 * @example
 * ```ts
 * import { compileWorkflow, runSteps, sixSteps } from 'clientele/complaints';
 *
 * const by = { id: 'u1', role: 'handler' };
 * const taken = runSteps(compileWorkflow(sixSteps), [
 *   { command: { type: 'START', id: 'e1', at: 0, by, data: { complaint: 'The room was cold.' } } },
 *   { command: { type: 'START', id: 'e2', at: 1, by, data: { complaint: 'Again.' } } },
 * ]);
 *
 * taken.log.map(({ to }) => to); // => ['listen']
 * taken.refused.map(({ index, refusal }) => [index, refusal.kind]); // => [[1, 'notLegalHere']]
 * ```
 */
export function runSteps<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  steps: Iterable<CaseStep<NoInfer<Command>, NoInfer<Context>>>,
  from?: NoInfer<Case>,
): StepsTaken<Case, EventOf<Command>>;
export function runSteps(
  workflow: CompiledWorkflow,
  steps: Iterable<CaseStep>,
  from?: CaseSnapshot,
): StepsTaken {
  const unusable = iterableProblem(steps, ['steps'], { en: 'list of steps', zh: '步骤列表' });
  throwProblems([...compiledProblems(workflow), ...(unusable === undefined ? [] : [unusable])]);
  let current = from;
  const log: EventOf<CaseCommand>[] = [];
  const refused: { readonly index: number; readonly refusal: Refusal }[] = [];
  let repeated = 0;
  let index = 0;
  for (const { command, context } of steps) {
    const decided = decide(workflow, current, command, context);
    if (decided._tag === 'Left') refused.push({ index, refusal: decided.left });
    else if (decided.right.length === 0) repeated += 1;
    else
      for (const event of decided.right) {
        const next = evolve(workflow, current, event);
        if (next._tag === 'Left') throw new Error('an event of decide does not fit its own case');
        current = next.right;
        log.push(event);
      }
    index += 1;
  }
  return { case: current, log, repeated, refused };
}
