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
  /** By what number the reader knows the first row; the others follow, unless all are in `numbers`. */
  readonly row: number;
  readonly numbers: Int32Array | undefined;
  readonly at: Float64Array;
  readonly amount: Float64Array;
  readonly units: Float64Array | undefined;
  /** 1 where a row is a return. */
  readonly returned: Uint8Array | undefined;
}

/** Gives rows a block at a time; what it gave before is gone. */
export interface RowReader<I extends Ids = Ids> {
  readonly rows: number;
  /** Whether rows have more than a time and an amount. */
  readonly wide: boolean;
  /** Rows from one index to another, or those of them that are orders. */
  read(from: number, until: number): Rows<I>;
  /** The id of a row by its number. */
  idAt(row: number): I[number];
}

/** Reads columns in blocks. Ids are in a column as it is, or read block by block as the numbers are. */
export function columnReader<I extends Ids>(
  columns: OrderColumns,
  ids: I | ((from: number, until: number) => I),
): RowReader<I> {
  const at = numberBlocks(columns.at);
  const amount = numberBlocks(columns.amount);
  const units = columns.units && numberBlocks(columns.units);
  const whole = typeof ids === 'function' ? undefined : ids;
  return {
    rows: columns.rows,
    wide: columns.units !== undefined || columns.returned !== undefined,
    read: (from, until) => ({
      rows: until - from,
      ids: typeof ids === 'function' ? ids(from, until) : ids,
      first: whole === undefined ? 0 : from,
      row: from,
      numbers: undefined,
      at: at(from, until),
      amount: amount(from, until),
      units: units?.(from, until),
      returned: columns.returned?.subarray(from, until),
    }),
    idAt: (row) => whole?.[row] ?? Number(columns.customer[row] ?? 0),
  };
}
