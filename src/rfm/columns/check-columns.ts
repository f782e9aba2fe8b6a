/** Whether columns hold what they say: lengths, detached buffers, and every value once. */
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual, Words } from '../../foundation/statement.js';
import type { ColumnRange, IdColumn, IntegerColumn, OrderColumnsInput } from './column-types.js';
import { longOf } from './longs.js';

const NAMES = ['customer', 'at', 'amount', 'units', 'returned'] as const;

const WHOLE = [Int32Array, Uint32Array, Float64Array, BigInt64Array];
const NUMBERS: Bilingual = {
  en: 'column in an Int32Array, Uint32Array, Float64Array or BigInt64Array',
  zh: 'Int32Array、Uint32Array、Float64Array 或 BigInt64Array 列',
};
/** What each column may be; a list of texts may be ids, too. */
const KINDS: Readonly<Record<(typeof NAMES)[number], readonly [readonly NewableFunction[], Words]>> = {
  customer: [WHOLE, { en: `${NUMBERS.en} or a list of texts`, zh: `${NUMBERS.zh}或文本列表` }],
  at: [WHOLE, NUMBERS],
  amount: [WHOLE, NUMBERS],
  units: [WHOLE, NUMBERS],
  returned: [[Uint8Array], { en: 'column in a Uint8Array', zh: 'Uint8Array 列' }],
};

/** Columns that are none, whose buffer is gone, that are empty, or whose length differs from the customers'. */
export function checkLengths(input: OrderColumnsInput): readonly Problem[] {
  const rows = input.customer?.length;
  return NAMES.flatMap((name): readonly Problem[] => {
    const column = input[name];
    if (column === undefined && (name === 'units' || name === 'returned')) return [];
    const [kinds, type] = KINDS[name];
    if (!kinds.some((kind) => column instanceof kind) && !(name === 'customer' && Array.isArray(column)))
      return [{ code: 'wrongType', path: [name], expected: { kind: 'type', type }, found: kindOf(column) }];
    if (column === undefined) return [];
    if (column.length === 0 && 'buffer' in column && isDetached(column.buffer)) {
      return [
        {
          code: 'detached',
          path: [name],
          expected: {
            kind: 'type',
            type: { en: 'column whose buffer is attached', zh: '缓冲区未被转移的列' },
          },
          found: { en: 'a detached buffer', zh: '已转移的缓冲区' },
        },
      ];
    }
    if (column.length === 0) {
      return [{ code: 'empty', path: [name, 'length'], expected: { kind: 'range', min: 1 }, found: '0' }];
    }
    if (column.length !== rows) {
      const value = String(rows);
      return [
        {
          code: 'otherLength',
          path: [name, 'length'],
          expected: { kind: 'sameAs', as: { en: 'the length of customer', zh: 'customer 的长度' }, value },
          found: String(column.length),
        },
      ];
    }
    return [];
  });
}

/** An array of the wrong kind is shown by its kind. */
function kindOf(column: unknown): string {
  return ArrayBuffer.isView(column) ? column.constructor.name : show(column);
}

function isDetached(buffer: ArrayBufferLike): boolean {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

/** The range of whole numbers within ±`furthest`, or the first value that is none. */
export function checkNumbers(
  column: IntegerColumn,
  name: string,
  type: Words,
  furthest: number,
): Result<ColumnRange> {
  const found =
    column instanceof Float64Array ? scanDoubles(column) : { range: rangeOf(column), whole: true };
  const { range, whole } = found;
  if (whole && range.min >= -furthest && range.max <= furthest) return right(range);
  const wrong = firstWrong(column, furthest);
  return left({
    code: 'wrongType',
    path: [name, wrong],
    expected: { kind: 'type', type },
    found: show(column[wrong]),
  });
}

/** The range of integer ids; `undefined` for texts, and for 64-bit integers beyond the safe ones, which are read as texts. */
export function checkIds(column: IdColumn): Result<ColumnRange | undefined> {
  if (column instanceof BigInt64Array) {
    const range = rangeOfLongs(column);
    return right(
      range.min >= -Number.MAX_SAFE_INTEGER && range.max <= Number.MAX_SAFE_INTEGER ? range : undefined,
    );
  }
  if (ArrayBuffer.isView(column))
    return checkNumbers(column, 'customer', 'safe integer', Number.MAX_SAFE_INTEGER);
  for (let i = 0; i < column.length; i += 1) {
    if (typeof column[i] !== 'string') {
      return left({
        code: 'wrongType',
        path: ['customer', i],
        expected: { kind: 'type', type: 'string' },
        found: show(column[i]),
      });
    }
  }
  return right(undefined);
}

/** The first mark that is neither 0 nor 1. */
export function checkMarks(column: Uint8Array): readonly Problem[] {
  const wrong = column.findIndex((mark) => mark > 1);
  if (wrong < 0) return [];
  return [
    {
      code: 'wrongType',
      path: ['returned', wrong],
      expected: { kind: 'oneOf', values: [0, 1] },
      found: show(column[wrong]),
    },
  ];
}

function rangeOf(column: Int32Array | Uint32Array | BigInt64Array): ColumnRange {
  return column instanceof BigInt64Array ? rangeOfLongs(column) : rangeOfWords(column);
}

/**
 * The range, and whether there is no fraction and no NaN: what is left of values above whole numbers adds up to 0. Four
 * at a time in sums of their own, since each step of a sum waits for the step before.
 */
export function scanDoubles(column: Float64Array): { readonly range: ColumnRange; readonly whole: boolean } {
  let min = column[0] ?? 0;
  let max = min;
  let [left0, left1, left2, left3] = [0, 0, 0, 0];
  const fours = column.length - (column.length % 4);
  for (let i = 0; i < fours; i += 4) {
    const value0 = column[i] ?? 0;
    const value1 = column[i + 1] ?? 0;
    const value2 = column[i + 2] ?? 0;
    const value3 = column[i + 3] ?? 0;
    if (value0 < min) min = value0;
    else if (value0 > max) max = value0;
    if (value1 < min) min = value1;
    else if (value1 > max) max = value1;
    if (value2 < min) min = value2;
    else if (value2 > max) max = value2;
    if (value3 < min) min = value3;
    else if (value3 > max) max = value3;
    left0 += value0 - Math.floor(value0);
    left1 += value1 - Math.floor(value1);
    left2 += value2 - Math.floor(value2);
    left3 += value3 - Math.floor(value3);
  }
  for (let i = fours; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
    left0 += value - Math.floor(value);
  }
  return { range: { min, max }, whole: left0 + left1 + left2 + left3 === 0 };
}

function rangeOfWords(column: Int32Array | Uint32Array): ColumnRange {
  let min = column[0] ?? 0;
  let max = min;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function rangeOfLongs(column: BigInt64Array): ColumnRange {
  const read = longOf(column);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i += 1) {
    const value = read(i);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

function firstWrong(column: IntegerColumn, furthest: number): number {
  for (let i = 0; i < column.length; i += 1) {
    const value = Number(column[i]);
    if (!(Number.isInteger(value) && Math.abs(value) <= furthest)) return i;
  }
  return -1;
}
