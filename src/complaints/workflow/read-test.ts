/** Comparisons over a command, its actor and the case's record, made ready to be asked often. */
import type { Actor } from './case.js';
import type { DataTest, Operand } from './operand.js';

/** What a test can look at. */
export interface Told {
  readonly caseId: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: Actor;
}

type Reader = (told: Told) => unknown;

/** The value an operand stands for; `undefined` where there is none. */
export function operandReader(operand: Operand): Reader {
  if ('value' in operand) return () => operand.value;
  if ('actor' in operand) return operand.actor === 'id' ? ({ by }) => by.id : ({ by }) => by.role;
  if ('case' in operand) return ({ caseId }) => caseId;
  const path = ('data' in operand ? operand.data : operand.record).split('.');
  const root: Reader = 'data' in operand ? ({ data }) => data : ({ record }) => record;
  const { each } = operand;
  if (each === undefined) return (told) => along(root(told), path);
  return (told) => {
    const list = along(root(told), path);
    return Array.isArray(list)
      ? list.map((item) => own(item, each)).filter((item) => item !== undefined)
      : undefined;
  };
}

function along(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) value = own(value, key);
  return value;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** Whether a comparison holds. */
export function testReader(test: DataTest): (told: Told) => boolean {
  if ('filled' in test) {
    const read = operandReader(test.filled);
    return (told) => isFilled(read(told));
  }
  if ('left' in test) {
    const [left, right] = [operandReader(test.left), operandReader(test.right)];
    const holds = COMPARISONS[test.is];
    return (told) => holds(left(told), right(told));
  }
  if ('every' in test) {
    const [every, isAmong] = [operandReader(test.every), among(test.in)];
    return (told) => {
      const items = every(told);
      return Array.isArray(items) && items.every((item) => isAmong(item, told));
    };
  }
  const one = operandReader(test.one);
  if ('in' in test) {
    const isAmong = among(test.in);
    return (told) => isAmong(one(told), told);
  }
  const isAmong = among(test.notIn);
  return (told) => !isAmong(one(told), told);
}

function among(operands: readonly Operand[]): (value: unknown, told: Told) => boolean {
  const readers = operands.map(operandReader);
  return (value, told) =>
    value !== undefined &&
    readers.some((read) => {
      const other = read(told);
      return Array.isArray(other) ? other.includes(value) : other === value;
    });
}

export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return /\S/.test(value);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

type Comparison = (left: unknown, right: unknown) => boolean;

const equal: Comparison = (left, right) => left !== undefined && left === right;
const ordered =
  (holds: (difference: number) => boolean): Comparison =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
    if (typeof left !== 'string' || typeof right !== 'string') return false;
    return holds(left === right ? 0 : left < right ? -1 : 1);
  };

const COMPARISONS: Readonly<Record<'=' | '≠' | '<' | '≤' | '>' | '≥', Comparison>> = {
  '=': equal,
  '≠': (left, right) => !equal(left, right),
  '<': ordered((difference) => difference < 0),
  '≤': ordered((difference) => difference <= 0),
  '>': ordered((difference) => difference > 0),
  '≥': ordered((difference) => difference >= 0),
};

/** Every operand of a test, with whether its absence is an answer too. */
export function operandsOf(
  test: DataTest,
): readonly { readonly operand: Operand; readonly mayBeAbsent: boolean }[] {
  if ('filled' in test) return [{ operand: test.filled, mayBeAbsent: true }];
  const operands =
    'left' in test
      ? [test.left, test.right]
      : 'every' in test
        ? [test.every, ...test.in]
        : [test.one, ...('in' in test ? test.in : test.notIn)];
  return operands.map((operand) => ({ operand, mayBeAbsent: false }));
}

/** The field or slot that a path begins with. */
export function headOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}
