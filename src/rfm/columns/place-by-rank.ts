/** Scores by rank: how many boundaries a customer passes, ties by the id. */
import type { RankBoundary } from '../fitted.js';
import type { RfmDimension } from '../model.js';
import { byFour } from './by-four.js';
import { reaches } from './id-order.js';
import { placeInOrder } from './rank-in-order.js';
import type { Sample } from './sample.js';
import { passStrictly, SMALL, tableFor } from './small-numbers.js';

// Below, comparisons are added up as numbers: a branch that depends on the data costs more than the comparison.

/** Writes the scores of a sample; `boundaries` go from the worst to the best. */
export function placeByRank(
  boundaries: readonly RankBoundary[],
  dimension: RfmDimension,
  sample: Sample,
  scores: Uint8Array,
): void {
  if (boundaries.length > 0 && sample.order().ascending) {
    placeInOrder(boundaries, dimension, sample, scores);
    return;
  }
  const { values, spare } = sample;
  const column = values[dimension];
  const entries = entriesFor(boundaries, dimension, column);
  const ties = entries === undefined ? undefined : lookUp(entries, column, scores, spare);
  if (ties !== undefined) {
    addTied(boundaries, spare.subarray(0, ties), dimension, sample, scores);
    return;
  }
  const sign = dimension === 'recency' ? -1 : 1;
  scores.fill(1);
  for (const four of byFour(boundaries)) {
    const passed = addPassed(
      four.map((one) => (one === undefined ? Number.POSITIVE_INFINITY : sign * one.value)),
      sign,
      column,
      scores,
      spare,
    );
    const own = four.filter((one) => one !== undefined);
    addTied(own, spare.subarray(0, passed), dimension, sample, scores);
  }
}

/** Set in the entry of a value that some boundary has. */
const TIED = 128;

/** The score of each small number without ties. `undefined` where comparing costs less. */
function entriesFor(
  boundaries: readonly RankBoundary[],
  dimension: RfmDimension,
  column: Float64Array,
): Uint8Array | undefined {
  const entries = tableFor(column)?.fill(1);
  if (entries === undefined) return undefined;
  passStrictly(
    boundaries.map(({ value }) => value),
    dimension,
    entries,
  );
  for (const { value } of boundaries)
    if (value >= 0 && value < SMALL) entries[value] = (entries[value] ?? 0) | TIED;
  return entries;
}

/** Looks scores up, and writes down who ties with a boundary; returns how many. `undefined` where a value is not small. */
function lookUp(
  entries: Uint8Array,
  column: Float64Array,
  scores: Uint8Array,
  tied: Int32Array,
): number | undefined {
  let ties = 0;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? 0;
    const small = value & (SMALL - 1);
    if (small !== value) return undefined;
    const entry = entries[small] ?? 0;
    scores[i] = entry & ~TIED;
    tied[ties] = i;
    ties += entry >>> 7;
  }
  return ties;
}

/** Adds to each score how many of four values are passed; writes down who has one of them, and returns how many that are. */
function addPassed(
  limits: readonly number[],
  sign: number,
  column: Float64Array,
  scores: Uint8Array,
  tied: Int32Array,
): number {
  const [a = 0, b = 0, c = 0, d = 0] = limits;
  let ties = 0;
  for (let i = 0; i < column.length; i += 1) {
    const own = sign * (column[i] ?? 0);
    scores[i] = (scores[i] ?? 0) + Number(own > a) + Number(own > b) + Number(own > c) + Number(own > d);
    tied[ties] = i;
    ties += Number(own === a) | Number(own === b) | Number(own === c) | Number(own === d);
  }
  return ties;
}

/** Adds to the scores of those who tie with boundaries one for each whose id theirs ranks with or above. */
function addTied(
  boundaries: readonly RankBoundary[],
  tied: Int32Array,
  dimension: RfmDimension,
  { values, customers, order: orderOf }: Sample,
  scores: Uint8Array,
): void {
  if (tied.length === 0) return;
  const order = orderOf();
  const column = values[dimension];
  const limits = Float64Array.from(boundaries, ({ value }) => value);
  const keys = Float64Array.from(boundaries, ({ id }) => order.keyOf(id) ?? Number.NaN);
  for (let i = 0; i < tied.length; i += 1) {
    const index = tied[i] ?? 0;
    const value = column[index] ?? 0;
    const customer = customers[index] ?? 0;
    for (let k = 0; k < limits.length; k += 1) {
      if (limits[k] !== value) continue;
      const passes = reaches(order, customer, keys[k] ?? 0, boundaries[k]?.id ?? '');
      scores[index] = (scores[index] ?? 0) + Number(passes);
    }
  }
}
