/** The few values that matter to comparisons of data: with them every comparison comes out in every way it can. */

import type { Field } from '../workflow/field.js';
import type { FactValue } from '../workflow/model.js';
import type { Operand } from '../workflow/operand.js';
import type { Told } from '../workflow/read-test.js';

/** A value, or none. */
export type Scalar = FactValue | undefined;

/** Whole numbers from 0 to `upTo` on every side of those that a count is compared with. */
export function countsAround(upTo: number, compared: readonly FactValue[]): readonly number[] {
  const near = compared.flatMap((to) =>
    typeof to === 'number' ? [Math.ceil(to) - 1, Math.ceil(to), Math.floor(to), Math.floor(to) + 1] : [],
  );
  const within = [0, upTo, ...near].filter((count) => count >= 0 && count <= upTo);
  return [...new Set(within)].sort((a, b) => a - b);
}

/** The values compared with, one on either side of each, something else that is filled, and a blank. */
export function valuesAround(compared: readonly FactValue[]): readonly FactValue[] {
  const near = compared.flatMap((to): readonly FactValue[] => {
    if (typeof to === 'boolean') return [true, false];
    if (typeof to === 'string') return [to, `${to}\u0001`];
    return [to - 1, to, justAbove(to, compared)];
  });
  return [...new Set<FactValue>([...near, OTHER, ''])];
}

const OTHER = '\u0001…';

/** The same for a field of a kind: whole numbers beside fractions, and its own bounds. */
export function valuesWithin(field: Field, compared: readonly FactValue[]): readonly FactValue[] {
  const { min = 0, max = 0 } = field.kind === 'number' || field.kind === 'count' ? field : {};
  const whole = [...compared, min, max].flatMap((to) =>
    typeof to === 'number' ? [to, Math.ceil(to) - 1, Math.ceil(to), Math.floor(to), Math.floor(to) + 1] : [],
  );
  return [...valuesAround(compared), ...whole];
}

/** Above a number, but below the next one compared with. */
function justAbove(to: number, compared: readonly FactValue[]): number {
  const above = compared.flatMap((other) => (typeof other === 'number' && other > to ? [other] : []));
  return above.length === 0 ? to + 1 : (to + Math.min(...above)) / 2;
}

/** Two values as they can lie to each other: less, equal, more; one or both missing. Texts, as ids and roles are. */
export const PAIRS: readonly (readonly [Scalar, Scalar])[] = [
  ['1', '2'],
  ['2', '2'],
  ['3', '2'],
  [undefined, '2'],
  ['2', undefined],
  [undefined, undefined],
];

/** Neither is less, nor are they equal: values of different kinds. */
export const INCOMPARABLE: readonly [Scalar, Scalar] = ['1', 2];

/** What a test would look at if its operands had these values. */
export function toldWith(values: readonly (readonly [Operand, Scalar])[]): Told {
  let told: Told = { caseId: '', record: {}, data: {}, by: { id: '', role: '' } };
  for (const [operand, value] of values) {
    if ('data' in operand) told = { ...told, data: along(told.data, operand.data.split('.'), value) };
    else if ('record' in operand)
      told = { ...told, record: along(told.record, operand.record.split('.'), value) };
    else if ('case' in operand) told = { ...told, caseId: String(value) };
    else if ('actor' in operand) told = { ...told, by: { ...told.by, [operand.actor]: String(value) } };
  }
  return told;
}

type Data = Readonly<Record<string, unknown>>;

function along(root: Data, [key, ...rest]: readonly string[], value: Scalar): Data {
  if (key === undefined || value === undefined) return root;
  const inner = Object.hasOwn(root, key) ? root[key] : undefined;
  const below = rest.length === 0 ? value : along(isData(inner) ? inner : {}, rest, value);
  return Object.fromEntries([...Object.entries(root).filter(([name]) => name !== key), [key, below]]);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}
