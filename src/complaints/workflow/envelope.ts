/** What every command and event has around its data: an id, a time, somebody who acts. */

import { type Path, problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import type { CaseCommand } from './case.js';
import { isInstant } from './check-field.js';

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether it has the form that its type says; wherever it came from. */
export function isEnvelope(told: CaseCommand): boolean {
  return (
    isObject(told) &&
    isName(told.id) &&
    isInstant(told.at) &&
    isObject(told.by) &&
    isName(told.by.id) &&
    isName(told.by.role) &&
    isRecord(told.data)
  );
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** What keeps it from that form. */
export function envelopeProblems(told: unknown): readonly Problem[] {
  if (!isRecord(told)) return [ofType('object', [], told)];
  const { by } = told as { readonly by?: unknown };
  const actor = isRecord(by)
    ? [...nameProblems(by, 'id', ['by', 'id']), ...nameProblems(by, 'role', ['by', 'role'])]
    : [ofType('object', ['by'], by)];
  return [
    ...nameProblems(told, 'type', ['type']),
    ...nameProblems(told, 'id', ['id']),
    ...(isInstant(told['at']) ? [] : [ofType(INSTANT, ['at'], told['at'])]),
    ...actor,
    ...(isRecord(told['data']) ? [] : [ofType('object', ['data'], told['data'])]),
  ];
}

const INSTANT = { en: 'instant in epoch milliseconds', zh: '以毫秒计的时间戳' };

export function nameProblems(
  of: Readonly<Record<string, unknown>>,
  key: string,
  path: Path,
): readonly Problem[] {
  return isName(of[key]) ? [] : [ofType({ en: 'text that is not empty', zh: '非空文本' }, path, of[key])];
}

function ofType(
  type: string | { readonly en: string; readonly zh: string },
  path: Path,
  found: unknown,
): Problem {
  return problem(found === undefined ? 'missing' : 'wrongType', path, { kind: 'type', type }, found);
}
