/** Names that are used where nothing has them. */
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { Workflow } from './model.js';
import type { Operand } from './operand.js';
import { headOf } from './read-test.js';

export function unknownName(
  declared: Readonly<Record<string, unknown>>,
  path: Path,
  found: string,
): readonly Problem[] {
  if (Object.hasOwn(declared, found)) return [];
  const values = Object.keys(declared);
  if (values.length > 0) return [problem('unknownName', path, { kind: 'oneOf', values }, found)];
  return [
    wrong('unknownName', path, { en: 'name that the workflow declares', zh: '流程中已声明的名称' }, found),
  ];
}

/** Slots of the record that something writes. */
export function slotsOf({ opening, transitions }: Workflow): ReadonlySet<string> {
  return new Set([opening, ...transitions].flatMap(({ writes = [] }) => writes.map(({ slot }) => slot)));
}

/** Fields and slots that an operand reads and that are not there. */
export function operandProblems(
  operand: Operand,
  fields: Readonly<Record<string, unknown>>,
  slots: ReadonlySet<string>,
  path: Path,
): readonly Problem[] {
  if ('data' in operand) return unknownName(fields, [...path, 'data'], headOf(operand.data));
  if (!('record' in operand)) return [];
  const declared = Object.fromEntries([...slots].map((slot) => [slot, true]));
  return unknownName(declared, [...path, 'record'], headOf(operand.record));
}
