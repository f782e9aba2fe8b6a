/** Why an event cannot follow on a case. */

import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { CaseEvent, CaseSnapshot } from './case.js';
import { missing } from './check-field.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { formProblems } from './crossing.js';
import { envelopeProblems, nameProblems } from './envelope.js';
import { inDomain, isThere } from './facts.js';

/** Everything that is wrong, each with its path in the event; empty where it can follow. */
export function eventProblems(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  event: CaseEvent,
): readonly Problem[] {
  const form = envelopeProblems(event);
  return form.length > 0
    ? form
    : [...ownProblems(workflow, event), ...orderProblems(workflow, current, event)];
}

/** What is wrong with an event whatever came before it. Its envelope is one. */
export function ownProblems(workflow: CompiledWorkflow, event: CaseEvent): readonly Problem[] {
  const way = workflow.parts.ways.get(event.transition);
  return [
    ...nameProblems({ ...event }, 'caseId', ['caseId']),
    ...(event.workflow === workflow.id
      ? []
      : [differs('otherWorkflow', 'workflow', workflow.id, event.workflow)]),
    ...(way === undefined
      ? [unknownTransition(workflow, event)]
      : [...transitionProblems(way, event), ...contextProblems(workflow, way, event.context)]),
  ];
}

/** An id that the case has, of an event that says something else. */
export function otherContent({ id }: Pick<CaseEvent, 'id'>): Problem {
  return problem('otherContent', ['id'], { kind: 'unique', of: { en: 'event id', zh: '事件编号' } }, id);
}

function differs(code: string, key: string, to: string | number, found: unknown): Problem {
  return problem(code, [key], { kind: 'equal', to }, found);
}

function unknownTransition({ parts }: CompiledWorkflow, { transition, from, type }: CaseEvent): Problem {
  const known = [...parts.ways.values()]
    .filter((way) => way.from === from && way.on === type)
    .map(({ id }) => id);
  const values = known.length > 0 ? known : [...parts.ways.keys()];
  return problem('unknownTransition', ['transition'], { kind: 'oneOf', values }, transition);
}

/** Where an event says something else than its transition, and what the transition needs of it. */
function transitionProblems(way: Way, event: CaseEvent): readonly Problem[] {
  return [
    ...(event.type === way.on ? [] : [differs('otherTransition', 'type', way.on, event.type)]),
    ...(event.from === way.from ? [] : [differs('otherTransition', 'from', way.from ?? 'null', event.from)]),
    ...(event.to === way.to ? [] : [differs('otherTransition', 'to', way.to, event.to)]),
    ...way.needs.filter((field) => !isThere(event.data, field)).map((field) => missing(['data', field])),
    ...Object.keys(event.data).flatMap((key) => formProblems(way.command, event, key)),
  ];
}

/** Whether what a host brought along are facts that the transition's guard asks it for, with values that they can have. */
export function isBroughtAsDeclared(workflow: CompiledWorkflow, way: Way, context: unknown): boolean {
  return contextProblems(workflow, way, context).length === 0;
}

function contextProblems(
  { parts }: CompiledWorkflow,
  { brought }: Way,
  context: unknown,
): readonly Problem[] {
  if (context === undefined) return [];
  if (!isRecord(context))
    return [problem('wrongType', ['context'], { kind: 'type', type: 'object' }, context)];
  return Object.entries(context).flatMap(([fact, value]) => {
    const path = ['context', fact];
    if (!brought.includes(fact))
      return [problem('unknownKey', path, { kind: 'keys', known: brought }, value)];
    const domain = parts.facts.get(fact)?.declaration.domain;
    const type = { en: 'value that the fact can have', zh: '该事实可取的值' };
    return domain === undefined || inDomain(value, domain) ? [] : [wrong('wrongFact', path, type, value)];
  });
}

function orderProblems(
  { id }: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  event: CaseEvent,
): readonly Problem[] {
  if (current === undefined) {
    return [
      ...(event.revision === 1 ? [] : [differs('wrongRevision', 'revision', 1, event.revision)]),
      ...(event.from === null ? [] : [differs('wrongState', 'from', 'null', event.from)]),
    ];
  }
  const { caseId, workflow, revision, state, at } = current;
  const previous = { en: 'instant not before the last event', zh: '不早于上一事件的时间' };
  return [
    ...(event.caseId === caseId ? [] : [differs('otherCase', 'caseId', caseId, event.caseId)]),
    // Of a third workflow is said already that it is not the one that is asked.
    ...(event.workflow === workflow || event.workflow !== id
      ? []
      : [differs('otherWorkflow', 'workflow', workflow, event.workflow)]),
    ...(event.revision === revision + 1
      ? []
      : [differs('wrongRevision', 'revision', revision + 1, event.revision)]),
    ...(event.from === state ? [] : [differs('wrongState', 'from', state, event.from)]),
    ...(event.at >= at ? [] : [problem('earlier', ['at'], { kind: 'type', type: previous }, event.at)]),
  ];
}
