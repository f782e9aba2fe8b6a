/** Everything that is wrong with a command that is refused; the long form of what `decide` asks. */

import { problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { CaseCommand, CaseSnapshot, FactContext } from './case.js';
import { missing } from './check-field.js';
import type { CompiledCommand, CompiledWorkflow, Crossing, Way } from './compile.js';
import { askedOf, crossingOf, formProblems, isAllowed, wayThrough } from './crossing.js';
import { envelopeProblems, nameProblems } from './envelope.js';
import { type Asked, isThere } from './facts.js';
import { factsIn } from './guard.js';
import type { Refusal, RefusedWay } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import { unmetOf } from './unmet.js';

/** Why a command is refused. Asked only of one that is. */
export function refusalOf(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
  context: FactContext,
): Refusal {
  const legal = typesIn(workflow, current);
  const found = { state: current?.state ?? null, command: typeOf(command), legal };
  const form = envelopeProblems(command);
  if (form.length > 0) return worded(workflow, { ...found, kind: 'data', problems: form, ways: [] });
  const order = orderProblems(workflow, current, command);
  const crossing = crossingOf(workflow, current, command.type);
  if (crossing === undefined) {
    const kind = order.length > 0 ? 'order' : 'notLegalHere';
    const problems = [
      ...order,
      problem('notLegalHere', ['type'], { kind: 'oneOf', values: legal }, command.type),
    ];
    return worded(workflow, { ...found, kind, problems, ways: [] });
  }
  const inner = crossingProblems(workflow, crossing, current, command, context);
  const kinds = [
    ['order', order],
    ['notAllowed', inner.role],
    ['data', inner.data],
    ['context', inner.context],
  ] as const;
  const kind = kinds.find(([, problems]) => problems.length > 0)?.[0] ?? 'guard';
  const problems = kinds.flatMap(([, some]) => some);
  return worded(workflow, { ...found, kind, problems, ways: inner.ways });
}

function worded(workflow: CompiledWorkflow, refusal: Omit<Refusal, 'statements'>): Refusal {
  return { ...refusal, statements: refusalWords(workflow, refusal) };
}

function typeOf(command: unknown): string {
  const type = isRecord(command) ? command['type'] : undefined;
  return typeof type === 'string' ? type : '';
}

/** Commands that exist in a case's state. */
export function typesIn(
  { parts, workflow }: CompiledWorkflow,
  current: CaseSnapshot | undefined,
): readonly string[] {
  if (current === undefined) return [workflow.opening.on];
  return [...(parts.crossings.get(current.state)?.keys() ?? [])];
}

function orderProblems(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
): readonly Problem[] {
  const { caseId, at } = command;
  if (current === undefined)
    return caseId === undefined ? [] : nameProblems({ caseId }, 'caseId', ['caseId']);
  const same = caseId === undefined || caseId === current.caseId;
  const type = { en: 'instant not before the last event', zh: '不早于上一事件的时间' };
  return [
    ...(same ? [] : [problem('otherCase', ['caseId'], { kind: 'equal', to: current.caseId }, caseId)]),
    ...(current.workflow === workflow.id
      ? []
      : [
          problem(
            'otherWorkflow',
            [],
            {
              kind: 'sameAs',
              as: { en: 'the workflow of the case', zh: '个案所属流程' },
              value: current.workflow,
            },
            workflow.id,
          ),
        ]),
    ...(at >= current.at ? [] : [problem('earlier', ['at'], { kind: 'type', type }, at)]),
  ];
}

interface CrossingProblems {
  readonly role: readonly Problem[];
  readonly data: readonly Problem[];
  readonly context: readonly Problem[];
  readonly ways: readonly RefusedWay[];
}

function crossingProblems(
  workflow: CompiledWorkflow,
  crossing: Crossing,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
  context: FactContext,
): CrossingProblems {
  const { malformed, data } = sorted(crossing.command, command);
  const asked = askedOf(workflow, current, { ...command, data }, context);
  const open = openWays(crossing, asked);
  const absent = missingIn(open, workflow, asked, command.data);
  return {
    role: roleProblems(open, command),
    data: [...malformed, ...absent.map((field) => missing(['data', field]))],
    context: contextProblems(open, workflow, asked),
    ways: crossing.ways.map((way) => refusedWay(way, workflow, asked, command.data)),
  };
}

/** What is wrong with the form of the data, and the data without it. */
function sorted(
  command: CompiledCommand,
  told: Pick<CaseCommand, 'data' | 'at'>,
): { readonly malformed: readonly Problem[]; readonly data: CaseCommand['data'] } {
  const malformed: Problem[] = [];
  const good: [string, unknown][] = [];
  for (const [key, value] of Object.entries(told.data)) {
    const problems = formProblems(command, told, key);
    malformed.push(...problems);
    if (problems.length === 0) good.push([key, value]);
  }
  return { malformed, data: Object.fromEntries(good) };
}

/** The way it would take; where that is not settled those that it could still take; where there is none, all. */
function openWays(crossing: Crossing, asked: Asked): readonly Way[] {
  const taken = wayThrough(crossing, asked);
  if (taken !== undefined) return [taken];
  const open = crossing.ways.filter(({ holds }) => holds === undefined || holds(asked) !== 0);
  return open.length > 0 ? open : crossing.ways;
}

/** Fields that every open way needs, and those that would settle which way is taken. */
function missingIn(
  open: readonly Way[],
  workflow: CompiledWorkflow,
  asked: Asked,
  data: CaseCommand['data'],
): readonly string[] {
  const needed = (open[0]?.needs ?? []).filter((field) => open.every(({ needs }) => needs.includes(field)));
  const deciding = unknownFacts(open, workflow, asked).flatMap(({ fields }) => fields);
  return [...new Set([...needed, ...deciding])].filter((field) => !isThere(data, field));
}

/** Facts that leave it open whether a guard holds. */
function unknownFacts(open: readonly Way[], { parts }: CompiledWorkflow, asked: Asked) {
  const names = open.flatMap(({ guard, holds }) =>
    guard !== undefined && holds?.(asked) === 2 ? factsIn(guard) : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const fact = parts.facts.get(name);
    return fact !== undefined && fact.read(asked) === undefined ? [fact] : [];
  });
}

function contextProblems(open: readonly Way[], workflow: CompiledWorkflow, asked: Asked): readonly Problem[] {
  return unknownFacts(open, workflow, asked).flatMap(({ fact, declaration: { domain, from } }) => {
    if (from.kind !== 'context') return [];
    const found = Object.hasOwn(asked.context, fact) ? asked.context[fact] : undefined;
    if (found === undefined) return [problem('missing', ['context', fact], { kind: 'present' }, found)];
    const expected =
      domain === 'boolean'
        ? ({ kind: 'type', type: 'boolean' } as const)
        : 'oneOf' in domain
          ? ({ kind: 'oneOf', values: domain.oneOf } as const)
          : ({ kind: 'range', min: 0, max: domain.upTo } as const);
    return [problem('wrongFact', ['context', fact], expected, found)];
  });
}

function roleProblems(open: readonly Way[], { by }: CaseCommand): readonly Problem[] {
  if (open.some(({ roles }) => isAllowed(roles, by.role))) return [];
  const values = [...new Set(open.flatMap(({ roles }) => roles ?? []))];
  return [problem('notAllowed', ['by', 'role'], { kind: 'oneOf', values }, by.role)];
}

function refusedWay(
  { id, to, guard, needs, roles }: Way,
  { parts }: CompiledWorkflow,
  asked: Asked,
  data: CaseCommand['data'],
): RefusedWay {
  return {
    transition: id,
    to,
    unmet: guard === undefined ? [[]] : unmetOf(guard, parts.facts, asked),
    missing: needs.filter((field) => !isThere(data, field)),
    ...(roles === undefined ? {} : { by: roles }),
  };
}
