/** Why an event cannot follow on a case. */
import { problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { CaseEvent, CaseSnapshot } from './case.js';
import { missing } from './check-field.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { envelopeProblems, nameProblems } from './envelope.js';
import { isThere } from './facts.js';

/** Everything that is wrong, each with its path in the event; empty where it can follow. */
export function eventProblems(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  event: CaseEvent,
): readonly Problem[] {
  const form = envelopeProblems(event);
  if (form.length > 0) return form;
  const way = workflow.parts.ways.get(event.transition);
  return [
    ...nameProblems({ ...event }, 'caseId', ['caseId']),
    ...(event.workflow === workflow.id
      ? []
      : [differs('otherWorkflow', 'workflow', workflow.id, event.workflow)]),
    ...(way === undefined ? [unknownTransition(workflow, event)] : transitionProblems(way, event)),
    ...orderProblems(current, event),
  ];
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
  ];
}

function orderProblems(current: CaseSnapshot | undefined, event: CaseEvent): readonly Problem[] {
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
    ...(event.workflow === workflow ? [] : [differs('otherWorkflow', 'workflow', workflow, event.workflow)]),
    ...(event.revision === revision + 1
      ? []
      : [differs('wrongRevision', 'revision', revision + 1, event.revision)]),
    ...(event.from === state ? [] : [differs('wrongState', 'from', state, event.from)]),
    ...(event.at >= at ? [] : [problem('earlier', ['at'], { kind: 'type', type: previous }, event.at)]),
  ];
}
