/** Columns read in blocks that fit the cache, always as doubles, so that the loops behind meet one type of array. */
import type { IdColumn, IntegerColumn } from './column-types.js';
import { longOf } from './longs.js';

/** Rows in a block. */
export const BLOCK = 4096;

/** A reader of blocks of a column: a view where it holds doubles, else a copy in memory that the next block reuses. */
export function numberBlocks(column: IntegerColumn): (from: number, until: number) => Float64Array {
  if (column instanceof Float64Array) return (from, until) => column.subarray(from, until);
  const block = new Float64Array(BLOCK);
  if (column instanceof BigInt64Array) {
    const read = longOf(column);
    return (from, until) => {
      for (let i = from; i < until; i += 1) block[i - from] = read(i);
      return block;
    };
  }
  return (from, until) => {
    block.set(column.subarray(from, until));
    return block;
  };
}

/** The ids of a column as texts. */
export function idTexts(column: IdColumn): readonly string[] {
  return 'buffer' in column ? Array.from(column, String) : column;
}
