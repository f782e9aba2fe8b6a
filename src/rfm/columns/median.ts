/** The median of a part of a column, without sorting it. */
import { quantileSorted } from '../../foundation/quantile.js';
import { scratchFloats } from './scratch.js';
import { selectRanks } from './select.js';

/** The median (sample quantile of type 7) of a column's elements at some indices, of which there is at least one. */
export function medianOf(column: Float64Array, indices: Int32Array): number {
  const values = scratchFloats(indices.length);
  for (let i = 0; i < values.length; i += 1) values[i] = column[indices[i] ?? 0] ?? 0;
  const upper = Math.floor(values.length / 2);
  const middle = selectRanks(values, [values.length - 1 - upper, upper]);
  return quantileSorted(
    middle.map(({ value }) => value),
    1,
    2,
    'type7',
  );
}
