/** Cases from their events, as far as these follow on each other. */
import { iterableProblem } from '../../foundation/iterable.js';
import { problem } from '../../foundation/make-problem.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from './case.js';
import type { CompiledWorkflow } from './compile.js';
import { compiledProblems } from './compiled.js';
import { isName, isObject } from './envelope.js';
import { History, type Replay } from './history.js';
import type { EventOf } from './typed.js';

/**
 * A case from its history, or from a snapshot and what came after it. The same as `evolve` one event after the other,
 * and faster.
 *
 * An event whose id was there before is passed over if it is the same, and a fault if it is not. A history that is out of order,
 * has gaps or belongs to another version of the workflow stops at the event that does not fit: the case so far, the
 * reason and the rest of the events are returned. What is no list of events is a fault at 0.
 *
 * @example
 * ```ts
 * import { compileWorkflow, replay, sixSteps } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'START', id: 'e1', at: 0, by: { id: 'u1', role: 'handler' }, data: { complaint: 'The room was cold.' },
 *   caseId: 'c1', revision: 1, workflow: 'six-steps@1', transition: 'opening', from: null, to: 'listen',
 * } as const;
 * const history = replay(compileWorkflow(sixSteps), [opening, opening]);
 *
 * history.case?.state; // => 'listen'
 * history.duplicates; // => [1]
 * ```
 */
export function replay<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  events: readonly NoInfer<EventOf<Command>>[],
  from?: NoInfer<Case>,
): Replay<Case, EventOf<Command>>;
export function replay(
  workflow: CompiledWorkflow,
  events: readonly CaseEvent[],
  from?: CaseSnapshot,
): Replay {
  const history = new History(workflow, from);
  const unusable = compiledProblems(workflow)[0] ?? noEvents(events);
  if (unusable !== undefined) return { ...history.outcome(), fault: { index: 0, problems: [unusable] } };
  let index = 0;
  for (const event of events) {
    history.tell(event, index);
    index += 1;
  }
  return history.outcome();
}

/** A case out of a log of many; positions are those in the whole log. */
export interface ReplayedCase<Case = CaseSnapshot, Event = CaseEvent> extends Replay<Case, Event> {
  readonly caseId: string;
}

/** What became of a log of many cases: each event is with its case (applied, duplicate or rest) or rejected. */
export interface ReplayedCases<Case = CaseSnapshot, Event = CaseEvent> {
  /** In the order in which each case first appears. */
  readonly cases: readonly ReplayedCase<Case, Event>[];
  /** Events that do not say which case they are of, by their position. */
  readonly rejected: readonly { readonly index: number; readonly problems: Problems }[];
}

/**
 * All cases of a log that mixes them, as a table of events does. Only the order within each case counts; a fault in
 * one case does not touch the others.
 *
 * @example
 * ```ts
 * import { compileWorkflow, replayCases, sixSteps } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'START', id: 'e1', at: 0, by: { id: 'u1', role: 'handler' }, data: { complaint: 'The room was cold.' },
 *   caseId: 'c1', revision: 1, workflow: 'six-steps@1', transition: 'opening', from: null, to: 'listen',
 * } as const;
 * const { cases, rejected } = replayCases(compileWorkflow(sixSteps), [
 *   opening,
 *   { ...opening, caseId: 'c2', revision: 7 },
 *   opening,
 * ]);
 *
 * cases.map(({ caseId, applied, duplicates, fault }) => [caseId, applied, duplicates, fault?.index]);
 * // => [['c1', 1, [2], undefined], ['c2', 0, [], 1]]
 * rejected; // => []
 * ```
 */
export function replayCases<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  events: readonly NoInfer<EventOf<Command>>[],
): ReplayedCases<Case, EventOf<Command>>;
export function replayCases(workflow: CompiledWorkflow, events: readonly CaseEvent[]): ReplayedCases {
  const histories = new Map<string, History>();
  const rejected: { readonly index: number; readonly problems: Problems }[] = [];
  const unusable = compiledProblems(workflow)[0] ?? noEvents(events);
  if (unusable !== undefined) return { cases: [], rejected: [{ index: 0, problems: [unusable] }] };
  let index = 0;
  for (const event of events) {
    const caseId: unknown = isObject(event) ? event.caseId : undefined;
    if (isName(caseId)) {
      let history = histories.get(caseId);
      if (history === undefined) {
        history = new History(workflow, undefined);
        histories.set(caseId, history);
      }
      history.tell(event, index);
    } else rejected.push({ index, problems: [noCase(index, caseId)] });
    index += 1;
  }
  const cases = [...histories].map(([caseId, history]) => ({ caseId, ...history.outcome() }));
  return { cases, rejected };
}

function noEvents(found: unknown): Problem | undefined {
  return iterableProblem(found, ['events'], { en: 'list of events', zh: '事件列表' });
}

function noCase(index: number, found: unknown): Problem {
  const type = { en: 'id of a case', zh: '个案编号' };
  return problem(
    found === undefined ? 'missing' : 'wrongType',
    [index, 'caseId'],
    { kind: 'type', type },
    found,
  );
}
