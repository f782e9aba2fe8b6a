/** Orders as columns: the arrays a host hands in, and what checking them adds. */

/** Smallest and largest value of a column of whole numbers. */
export interface ColumnRange {
  readonly min: number;
  readonly max: number;
}

/** Customer ids: integers, or texts. An integer is the customer whose id as text is its decimal digits. */
export type IdColumn = Int32Array | Uint32Array | Float64Array | BigInt64Array | readonly string[];

/** Whole numbers; a `Float64Array` may hold no fraction, no `NaN` and nothing beyond ±(2^53 − 1). */
export type IntegerColumn = Int32Array | Uint32Array | Float64Array | BigInt64Array;

/** Orders as columns of equal length, row `i` of each being one order. They are read, never copied or changed. */
export interface OrderColumnsInput {
  readonly customer: IdColumn;
  /** Epoch milliseconds. */
  readonly at: IntegerColumn;
  /** In the currency's minor unit; negative where money went back. */
  readonly amount: IntegerColumn;
  /** Absent: 0 everywhere. */
  readonly units?: IntegerColumn;
  /** 1 where the row is a return, which lowers the total without being an order; 0 otherwise. Absent: no returns. */
  readonly returned?: Uint8Array;
}

/** Columns that `orderColumns` has checked. Do not write to their buffers while they are in use. */
export interface OrderColumns extends OrderColumnsInput {
  readonly rows: number;
  /** Smallest and largest value of each column; for texts `undefined`. */
  readonly ranges: {
    readonly customer: ColumnRange | undefined;
    readonly at: ColumnRange;
    readonly amount: ColumnRange;
    readonly units: ColumnRange | undefined;
  };
}
