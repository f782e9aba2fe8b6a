/** Whether facts come from something that is there, with values that they can have. */
import { type Path, problem, repeats, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { namesOfNothing } from './check-names.js';
import { inDomain } from './facts.js';
import type { Field } from './field.js';
import type { FactDeclaration, FactDomain, Workflow } from './model.js';
import { operandProblems, slotsOf } from './names.js';
import type { DataTest, Operand } from './operand.js';

export function checkFacts(workflow: Workflow): readonly Problem[] {
  return Object.entries(workflow.facts).flatMap(([fact, declaration]) => {
    const path = ['facts', fact];
    const { domain, valueNames } = declaration;
    const values = typeof domain === 'object' && 'oneOf' in domain ? domain.oneOf : [];
    return [
      ...repeats(values, (i) => [...path, 'domain', 'oneOf', i], { en: 'value', zh: '取值' }),
      ...namesOfNothing(valueNames, values, [...path, 'valueNames']),
      ...originProblems(workflow, declaration, path),
    ];
  });
}

function originProblems(
  workflow: Workflow,
  { domain, from }: FactDeclaration,
  path: Path,
): readonly Problem[] {
  switch (from.kind) {
    case 'context':
      return [];
    case 'case': {
      const type = { en: 'value that the fact can have', zh: '该事实可取的值' };
      return inDomain(from.initially, domain)
        ? []
        : [wrong('outOfDomain', [...path, 'from', 'initially'], type, from.initially)];
    }
    case 'data':
      return fieldProblems(workflow, domain, from.field, [...path, 'from', 'field']);
    case 'test':
      return [
        ...(domain === 'boolean'
          ? []
          : [problem('outOfDomain', [...path, 'domain'], { kind: 'equal', to: 'boolean' }, domain)]),
        ...testProblems(workflow, from.test, [...path, 'from', 'test']),
      ];
  }
}

/** The field must exist, and wherever it does its values must be those of the fact. */
function fieldProblems(
  { commands }: Workflow,
  domain: FactDomain,
  name: string,
  path: Path,
): readonly Problem[] {
  const fields = Object.values(commands).flatMap(({ fields: own }) => {
    const field = Object.hasOwn(own, name) ? own[name] : undefined;
    return field === undefined ? [] : [field];
  });
  if (fields.length === 0)
    return [wrong('unknownField', path, { en: 'field of a command', zh: '某个操作的字段' }, name)];
  const type = { en: 'field whose values are those of the fact', zh: '取值与该事实一致的字段' };
  return fields.every((field) => fits(field, domain)) ? [] : [wrong('outOfDomain', path, type, name)];
}

function fits(field: Field, domain: FactDomain): boolean {
  if (domain === 'boolean') return field.kind === 'boolean';
  if ('oneOf' in domain)
    return field.kind === 'oneOf' && field.values.every((value) => domain.oneOf.includes(value));
  return field.kind === 'count' && field.max !== undefined && field.max <= domain.upTo;
}

function testProblems(workflow: Workflow, test: DataTest, path: Path): readonly Problem[] {
  const slots = slotsOf(workflow);
  const anyField = Object.assign(
    {},
    ...Object.values(workflow.commands).map(({ fields }) => fields),
  ) as Readonly<Record<string, unknown>>;
  return placesOf(test).flatMap(([operand, place]) =>
    operandProblems(operand, anyField, slots, [...path, ...place]),
  );
}

/** The operands of a test, each with where it stands. */
function placesOf(test: DataTest): readonly (readonly [Operand, Path])[] {
  if ('filled' in test) return [[test.filled, ['filled']]];
  if ('left' in test) {
    return [
      [test.left, ['left']],
      [test.right, ['right']],
    ];
  }
  const many = (key: 'in' | 'notIn', list: readonly Operand[]) =>
    list.map((operand, i) => [operand, [key, i]] as const);
  if ('every' in test) return [[test.every, ['every']], ...many('in', test.in)];
  return [[test.one, ['one']], ...('in' in test ? many('in', test.in) : many('notIn', test.notIn))];
}
