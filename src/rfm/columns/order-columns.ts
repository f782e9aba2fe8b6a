/** Orders as columns, and the one pass that checks them before any work. */
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right, unless } from '../../foundation/result.js';
import { INSTANT, MINOR_UNITS } from '../order-problem.js';
import { checkIds, checkLengths, checkMarks, checkNumbers } from './check-columns.js';
import type { ColumnRange, OrderColumns, OrderColumnsInput } from './column-types.js';

/**
 * Checks columns in one pass: equal lengths, at least one row, no detached buffer, whole numbers within the safe
 * integers, times within reach of a `Date`, returns marked 0 or 1. What it gives holds the same arrays.
 *
 * Subarrays are welcome: a view over part of an Arrow buffer is used where it lies.
 *
 * @example
 * ```ts
 * import { describe } from 'clientele/rfm';
 * import { orderColumns } from 'clientele/rfm/columns';
 *
 * const columns = orderColumns({
 *   customer: Int32Array.of(7, 8),
 *   at: Float64Array.of(Date.UTC(2025, 0, 1), Date.UTC(2025, 0, 2)),
 *   amount: Float64Array.of(1999, 19.99),
 * });
 *
 * columns._tag === 'Left' && describe(columns.left[0], 'en'); // => 'amount[1]: expected a safe integer of minor units, found 19.99.'
 * ```
 */
export function orderColumns(input: OrderColumnsInput): Result<OrderColumns> {
  const misfits = checkLengths(input);
  const [first, ...rest] = misfits;
  if (first !== undefined) return left(first, ...rest);
  const customer = checkIds(input.customer);
  const at = checkNumbers(input.at, 'at', INSTANT, FURTHEST);
  const amount = checkNumbers(input.amount, 'amount', MINOR_UNITS, Number.MAX_SAFE_INTEGER);
  const units =
    input.units === undefined
      ? right(undefined)
      : checkNumbers(input.units, 'units', 'safe integer', Number.MAX_SAFE_INTEGER);
  const marks = input.returned === undefined ? [] : checkMarks(input.returned);
  const found = {
    customer: rangeFound(customer),
    at: rangeFound(at),
    amount: rangeFound(amount),
    units: rangeFound(units),
  };
  const problems = [customer, at, amount, units].flatMap((one): readonly Problem[] =>
    one._tag === 'Left' ? one.left : [],
  );
  return unless([...problems, ...marks], () => {
    const ranges = { ...found, at: found.at ?? ZERO, amount: found.amount ?? ZERO };
    return { ...input, rows: input.customer.length, ranges };
  });
}

/** Furthest instant ECMAScript dates reach, in either direction (ECMA-262, time values). */
const FURTHEST = 8.64e15;

const ZERO: ColumnRange = { min: 0, max: 0 };

function rangeFound(range: Result<ColumnRange | undefined>): ColumnRange | undefined {
  return range._tag === 'Left' ? undefined : range.right;
}
