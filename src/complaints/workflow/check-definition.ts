/** Whether the parts of a workflow fit together: every name is declared, every value in its bounds. */
import { type Path, problem, repeats, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { checkFacts } from './check-facts.js';
import { checkFields } from './check-fields.js';
import { checkGuard } from './check-guard.js';
import { checkNames } from './check-names.js';
import { inDomain } from './facts.js';
import { factsIn } from './guard.js';
import type { FactValue, RecordWrite, TransitionDeclaration, Workflow } from './model.js';
import { operandProblems, slotsOf, unknownName } from './names.js';
import { headOf, operandsOf } from './read-test.js';

/** Everything that is wrong, each with its path. Whether cases can get stuck is not asked here. */
export function checkDefinition(workflow: Workflow): readonly Problem[] {
  return [
    ...stateProblems(workflow),
    ...Object.entries(workflow.commands).flatMap(([type, { fields, by }]) => [
      ...checkFields(fields, ['commands', type, 'fields']),
      ...roleRepeats(by, ['commands', type, 'by']),
    ]),
    ...checkFacts(workflow),
    ...openingProblems(workflow),
    ...transitionsProblems(workflow),
    ...(workflow.answers ?? []).flatMap((type, i) => unknownName(workflow.commands, ['answers', i], type)),
    ...checkNames(workflow),
  ];
}

function roleRepeats(roles: readonly string[] | undefined, path: Path): readonly Problem[] {
  return repeats(roles ?? [], (i) => [...path, i], { en: 'role', zh: '角色' });
}

function stateProblems(workflow: Workflow): readonly Problem[] {
  const { states, initial, final, transitions } = workflow;
  const slots = slotsOf(workflow);
  return [
    ...unknownName(states, ['initial'], initial),
    ...final.flatMap((state, i) => unknownName(states, ['final', i], state)),
    ...repeats(final, (i) => ['final', i], { en: 'final state', zh: '终止状态' }),
    ...transitions.flatMap(({ from }, i) =>
      final.includes(from)
        ? [
            wrong(
              'exitOfFinal',
              ['transitions', i, 'from'],
              { en: 'state that is not final', zh: '非终止状态' },
              from,
            ),
          ]
        : [],
    ),
    ...Object.entries(states).flatMap(([state, { has = [] }]) =>
      has.flatMap((slot, i) => unknownSlot(slots, ['states', state, 'has', i], slot)),
    ),
  ];
}

function unknownSlot(slots: ReadonlySet<string>, path: Path, slot: string): readonly Problem[] {
  if (slots.has(slot)) return [];
  const type = { en: 'slot that a transition writes', zh: '由某个流转写入的记录项' };
  return [
    slots.size > 0
      ? problem('unknownName', path, { kind: 'oneOf', values: [...slots] }, slot)
      : wrong('unknownName', path, type, slot),
  ];
}

function openingProblems(workflow: Workflow): readonly Problem[] {
  const { opening, commands } = workflow;
  const unknown = unknownName(commands, ['opening', 'on'], opening.on);
  return unknown.length > 0 ? unknown : effectProblems(workflow, opening, ['opening']);
}

function transitionsProblems(workflow: Workflow): readonly Problem[] {
  const { transitions, states, commands } = workflow;
  const ids = ['opening', ...transitions.map(({ id }) => id)];
  return [
    ...repeats(ids, (i) => ['transitions', i - 1, 'id'], { en: 'transition id', zh: '流转编号' }),
    ...otherwiseProblems(transitions),
    ...transitions.flatMap((one, i) => {
      const path = ['transitions', i];
      const names = [
        ...unknownName(states, [...path, 'from'], one.from),
        ...unknownName(states, [...path, 'to'], one.to),
        ...unknownName(commands, [...path, 'on'], one.on),
      ];
      if (!Object.hasOwn(commands, one.on)) return names;
      return [
        ...names,
        ...roleRepeats(one.by, [...path, 'by']),
        ...guardProblems(workflow, one, path),
        ...effectProblems(workflow, one, path),
      ];
    }),
  ];
}

function otherwiseProblems(transitions: readonly TransitionDeclaration[]): readonly Problem[] {
  const seen = new Set<string>();
  return transitions.flatMap(({ from, on, when }, i) => {
    if (when !== 'otherwise') return [];
    const key = JSON.stringify([from, on]);
    const again = seen.has(key);
    seen.add(key);
    const of = { en: '“otherwise” of a state and command', zh: '同一状态和操作的“otherwise”' };
    return again ? [problem('repeated', ['transitions', i, 'when'], { kind: 'unique', of }, when)] : [];
  });
}

/** The facts that a guard asks about, and the fields that they are read from. */
function guardProblems(workflow: Workflow, one: TransitionDeclaration, path: Path): readonly Problem[] {
  if (one.when === undefined || one.when === 'otherwise') return [];
  const when = [...path, 'when'];
  const fields = workflow.commands[one.on]?.fields ?? {};
  const unread = factsIn(one.when).flatMap((fact) =>
    fieldsBehind(workflow, fact).filter((field) => !Object.hasOwn(fields, field)),
  );
  const lacks = [...new Set(unread)].map((field) =>
    problem('unknownField', when, { kind: 'oneOf', values: Object.keys(fields) }, field),
  );
  return [...checkGuard(workflow.facts, one.when, when), ...lacks];
}

function fieldsBehind({ facts }: Workflow, fact: string): readonly string[] {
  const from = Object.hasOwn(facts, fact) ? facts[fact]?.from : undefined;
  if (from?.kind === 'data') return [from.field];
  if (from?.kind !== 'test') return [];
  return operandsOf(from.test).flatMap(({ operand }) => ('data' in operand ? [headOf(operand.data)] : []));
}

type Effects = Pick<TransitionDeclaration, 'on' | 'requires' | 'sets' | 'writes'>;

function effectProblems(
  workflow: Workflow,
  { on, requires = [], sets = {}, writes = [] }: Effects,
  path: Path,
): readonly Problem[] {
  const fields = workflow.commands[on]?.fields ?? {};
  return [
    ...requires.flatMap((field, i) => unknownName(fields, [...path, 'requires', i], field)),
    ...repeats(requires, (i) => [...path, 'requires', i], { en: 'field', zh: '字段' }),
    ...Object.entries(sets).flatMap(([fact, value]) =>
      setProblems(workflow, [...path, 'sets', fact], fact, value),
    ),
    ...writes.flatMap((write, i) => writeProblems(workflow, fields, write, [...path, 'writes', i])),
  ];
}

function setProblems(
  { facts }: Workflow,
  path: Path,
  fact: string,
  value: FactValue | { readonly add: number },
): readonly Problem[] {
  const unknown = unknownName(facts, path, fact);
  const declaration = facts[fact];
  if (unknown.length > 0 || declaration === undefined) return unknown;
  if (declaration.from.kind !== 'case') {
    return [wrong('notKept', path, { en: 'fact that the case keeps', zh: '由个案保存的事实' }, fact)];
  }
  const { domain } = declaration;
  if (typeof value !== 'object') {
    const type = { en: 'value that the fact can have', zh: '该事实可取的值' };
    return inDomain(value, domain) ? [] : [wrong('outOfDomain', path, type, value)];
  }
  if (typeof domain === 'object' && 'upTo' in domain) return [];
  return [
    wrong(
      'notACount',
      path,
      { en: 'value: only a count can be added to', zh: '值：只有计数才能增减' },
      value,
    ),
  ];
}

const RESERVED = { en: 'name other than __proto__', zh: '__proto__ 以外的名称' };

function writeProblems(
  workflow: Workflow,
  fields: Readonly<Record<string, unknown>>,
  { slot, value }: RecordWrite,
  path: Path,
): readonly Problem[] {
  const reserved = slot === '__proto__' ? [wrong('reservedName', [...path, 'slot'], RESERVED, slot)] : [];
  return value === undefined
    ? reserved
    : [...reserved, ...operandProblems(value, fields, slotsOf(workflow), [...path, 'value'])];
}
