/** Where a value falls on a fitted scale: the one decision that scores, explanations and what-ifs share. */
import type { FittedScale, RankBoundary } from './fitted.js';
import type { RfmDimension } from './model.js';

/** Why a value has no score. */
export type NoScore = 'outsideScale' | 'betweenBands' | 'emptyCell';

/** The score of a value, from 1 (worst) up; for recency a smaller value is better. The id only matters on rank scales. */
export function placeOn(
  scale: FittedScale | null,
  dimension: RfmDimension,
  value: number,
  id: string,
): number | NoScore {
  if (scale === null) return 'emptyCell';
  if (Number.isNaN(value)) return 'outsideScale';
  if (scale.kind === 'ranks') {
    return 1 + count(scale.boundaries, (boundary) => reaches(dimension, value, id, boundary));
  }
  const { cuts, closed, min, max, printedUnit } = scale;
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) return 'outsideScale';
  if (printedUnit !== undefined && cuts.some((cut) => value > cut - printedUnit && value < cut))
    return 'betweenBands';
  const passed = count(cuts, (cut) => (closed === 'lower' ? value >= cut : value > cut));
  return dimension === 'recency' ? cuts.length + 1 - passed : passed + 1;
}

/** Whether a customer ranks with or above a boundary. */
function reaches(dimension: RfmDimension, value: number, id: string, boundary: RankBoundary): boolean {
  if (value === boundary.value) return id >= boundary.id;
  return dimension === 'recency' ? value < boundary.value : value > boundary.value;
}

function count<A>(items: readonly A[], holds: (item: A) => boolean): number {
  let found = 0;
  for (const item of items) if (holds(item)) found += 1;
  return found;
}
