/** What an event makes of a case, and whether it can follow on it. */
import { left, type Result, right, unless } from '../../foundation/result.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from './case.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { compiledProblems, isCompiled } from './compiled.js';
import { isWellFormed } from './crossing.js';
import { isEnvelope, isName, isObject } from './envelope.js';
import { eventProblems, isBroughtAsDeclared, otherContent } from './event-problems.js';
import type { FactValue } from './model.js';
import type { EventOf } from './typed.js';

/**
 * The case after an event. A new object; the case handed in stays as it is.
 *
 * An event that the case already has (by `id`) changes nothing. Guards are not asked again: what happened, happened.
 * A `Left` lists why the event cannot follow: another case or workflow, a revision or a state that is not the case's,
 * a time before its last event, a transition that the workflow does not know, fields that the transition needs, or data
 * of another form than the workflow declares.
 *
 * @example
 * ```ts
 * import { compileWorkflow, evolve, sixSteps } from 'clientele/complaints';
 *
 * const sample = {
 *   type: 'START', id: 'e1', at: 0, by: { id: 'u1', role: 'handler' }, data: { complaint: 'The room was cold.' },
 *   caseId: 'c1', revision: 1, workflow: 'six-steps@1', transition: 'opening', from: null, to: 'listen',
 * } as const;
 * const result = evolve(compileWorkflow(sixSteps), undefined, sample);
 *
 * result._tag === 'Right' ? result.right.state : result.left; // => 'listen'
 * ```
 */
export function evolve<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  current: NoInfer<Case> | undefined,
  event: NoInfer<EventOf<Command>>,
): Result<Case>;
export function evolve(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  event: CaseEvent,
): Result<CaseSnapshot> {
  if (!isCompiled(workflow)) return unless(compiledProblems(workflow), neverReached);
  const place = current !== undefined && isObject(event) ? current.eventIds.indexOf(event.id) : -1;
  if (current !== undefined && place >= 0)
    return isAt(current, place, event) ? right(current) : left(otherContent(event));
  const way = wayOf(workflow, current, event);
  if (way === undefined) return unless(eventProblems(workflow, current, event), neverReached);
  return right(current === undefined ? opened(workflow, way, event) : advanced(current, way, event));
}

/** Whether an event can be the one that a case has in a place; its content is not known any more. */
export function isAt(
  { caseId, workflow }: CaseSnapshot,
  place: number,
  event: Pick<CaseEvent, 'caseId' | 'workflow' | 'revision'>,
): boolean {
  return event.revision === place + 1 && event.caseId === caseId && event.workflow === workflow;
}

function neverReached(): never {
  throw new Error('an event that has no way has a problem');
}

/** The way an event took, if it can follow on the case: the short form of `eventProblems`. */
export function wayOf(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  event: CaseEvent,
): Way | undefined {
  if (!isEnvelope(event)) return undefined;
  const way = workflow.parts.ways.get(event.transition);
  if (way === undefined || way.on !== event.type || way.to !== event.to || way.from !== event.from)
    return undefined;
  if (event.workflow !== workflow.id) return undefined;
  if (current === undefined) {
    if (event.from !== null || event.revision !== 1 || !isName(event.caseId)) return undefined;
  } else if (
    event.from !== current.state ||
    event.revision !== current.revision + 1 ||
    event.caseId !== current.caseId ||
    event.workflow !== current.workflow ||
    event.at < current.at
  ) {
    return undefined;
  }
  const isWhole =
    way.isComplete(event.data) &&
    isWellFormed(way.command, event) &&
    (event.context === undefined || isBroughtAsDeclared(workflow, way, event.context));
  return isWhole ? way : undefined;
}

export function opened(workflow: CompiledWorkflow, way: Way, event: CaseEvent): CaseSnapshot {
  const facts: Record<string, FactValue> = { ...workflow.parts.initialFacts };
  setFacts(facts, way);
  const record: Record<string, unknown> = {};
  write(record, way, event, 'copied');
  return {
    caseId: event.caseId,
    workflow: event.workflow,
    state: way.to,
    revision: 1,
    openedAt: event.at,
    since: event.at,
    at: event.at,
    facts,
    record,
    eventIds: [event.id],
  };
}

function advanced(current: CaseSnapshot, way: Way, event: CaseEvent): CaseSnapshot {
  let { facts, record } = current;
  if (way.sets.length > 0) {
    const changed = { ...facts };
    setFacts(changed, way);
    facts = changed;
  }
  if (way.writes.length > 0) {
    const changed = { ...record };
    write(changed, way, event, 'copied');
    record = changed;
  }
  return {
    caseId: current.caseId,
    workflow: current.workflow,
    state: way.to,
    revision: event.revision,
    openedAt: current.openedAt,
    since: way.to === current.state ? current.since : event.at,
    at: event.at,
    facts,
    record,
    eventIds: [...current.eventIds, event.id],
  };
}

export function setFacts(facts: Record<string, FactValue>, way: Way): void {
  for (const { fact, next } of way.sets) facts[fact] = next(facts);
}

/** `lists`: whether lists of the record are the caller's own and may grow, or are copied. */
export function write(
  record: Record<string, unknown>,
  way: Way,
  event: CaseEvent,
  lists: 'own' | 'copied',
): void {
  for (const { slot, as, read } of way.writes) {
    if (as === 'clear') {
      delete record[slot];
      continue;
    }
    const value =
      read === undefined
        ? entryOf(event)
        : read({ caseId: event.caseId, record, data: event.data, by: event.by });
    if (as === 'set') {
      if (value === undefined) delete record[slot];
      else record[slot] = lists === 'own' && Array.isArray(value) ? [...value] : value;
      continue;
    }
    if (value === undefined) continue;
    const before = record[slot];
    if (!Array.isArray(before)) record[slot] = [value];
    else if (lists === 'own') before.push(value);
    else record[slot] = [...before, value];
  }
}

/** Faster than spreading where there are many kinds of data. */
function entryOf({ data, at, by }: CaseEvent): object {
  return Object.assign({}, data, { at, by });
}
