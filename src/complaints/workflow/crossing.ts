/** The parts of a judgement: which crossing a command is at, what its guards look at, which way it takes. */
import type { Problem } from '../../foundation/problem.js';
import type { CaseCommand, CaseSnapshot, FactContext } from './case.js';
import { fieldProblems, unknownKey } from './check-field.js';
import type { CompiledCommand, CompiledWorkflow, Crossing, Way } from './compile.js';
import type { Asked } from './facts.js';

export function isMeantFor(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  { caseId }: CaseCommand,
): boolean {
  if (current === undefined) return caseId === undefined || (typeof caseId === 'string' && caseId !== '');
  return current.workflow === workflow.id && (caseId === undefined || caseId === current.caseId);
}

export function crossingOf(
  { parts, workflow }: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  type: string,
): Crossing | undefined {
  if (current === undefined) return type === workflow.opening.on ? parts.opening : undefined;
  return parts.crossings.get(current.state)?.get(type);
}

export function isWellFormed(
  { fields }: CompiledCommand,
  { data, at }: Pick<CaseCommand, 'data' | 'at'>,
): boolean {
  // Without a list of the keys: every command and every event comes by here.
  for (const key in data) {
    if (!Object.hasOwn(data, key)) continue;
    const value = data[key];
    const field = fields.get(key);
    if (field === undefined || (value !== undefined && !field.check(value, at))) return false;
  }
  return true;
}

/** What keeps one field of the data from having the form that its command asks for; what is `undefined` is not there. */
export function formProblems(
  { fields }: CompiledCommand,
  { data, at }: Pick<CaseCommand, 'data' | 'at'>,
  key: string,
): readonly Problem[] {
  const known = fields.get(key);
  const value = data[key];
  if (known === undefined) return [unknownKey(['data'], key, [...fields.keys()], value)];
  return value === undefined ? [] : fieldProblems(known.field, value, at, ['data', key]);
}

export function askedOf(
  { parts }: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  { caseId, id, data, by }: CaseCommand,
  context: FactContext,
): Asked {
  return {
    caseId: current?.caseId ?? caseId ?? id,
    record: current?.record ?? NO_RECORD,
    facts: current?.facts ?? parts.initialFacts,
    data,
    by,
    context,
  };
}

const NO_RECORD: CaseSnapshot['record'] = Object.freeze({});

/** The first way whose guard holds, unless it is not known whether one before it does. */
export function wayThrough({ ways }: Crossing, asked: Asked): Way | undefined {
  for (const way of ways) {
    const held = way.holds === undefined ? 1 : way.holds(asked);
    if (held === 1) return way;
    if (held === 2) return undefined;
  }
  return undefined;
}

export function isAllowed(roles: readonly string[] | undefined, role: string): boolean {
  return roles === undefined || roles.includes(role);
}
