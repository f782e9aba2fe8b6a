/** Rows on their way from columns or objects to the tallies of customers. */

import { numberBlocks } from './blocks.js';
import type { OrderColumns } from './column-types.js';
import type { Ids } from './ids.js';

/** Rows as they were read; the first one's values are at index 0 of each array. */
export interface Rows<I extends Ids = Ids> {
  readonly rows: number;
  /** The ids; the first row's is at index `first`. */
  readonly ids: I;
  readonly first: number;
  readonly at: Float64Array;
  readonly amount: Float64Array;
  readonly units: Float64Array | undefined;
  /** 1 where a row is a return. */
  readonly returned: Uint8Array | undefined;
}

/** Gives rows a number at a time; what it gave before is gone. */
export interface RowReader<I extends Ids = Ids> {
  readonly rows: number;
  /** Rows from one index to another, or those of them that are orders. */
  read(from: number, until: number): Rows<I>;
}

/** Reads columns, at most `most` rows at a time. Ids are in a column of their own, or read anew each time. */
export function columnReader<I extends Ids>(
  columns: OrderColumns,
  ids: I | ((from: number, until: number) => I),
  most: number,
): RowReader<I> {
  const at = numberBlocks(columns.at, most);
  const amount = numberBlocks(columns.amount, most);
  const units = columns.units && numberBlocks(columns.units, most);
  return {
    rows: columns.rows,
    read: (from, until) => ({
      rows: until - from,
      ids: typeof ids === 'function' ? ids(from, until) : ids,
      first: typeof ids === 'function' ? 0 : from,
      at: at(from, until),
      amount: amount(from, until),
      units: units?.(from, until),
      returned: columns.returned?.subarray(from, until),
    }),
  };
}
