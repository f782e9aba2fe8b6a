/** The band of a fitted scale that a value fell in, its edges, and the next better band. */
import type { FittedScale } from './fitted.js';
import type { RfmDimension } from './model.js';
import { placeOn } from './place.js';

/** A band between two edges, and the way to the next better one. */
export interface ScaleBand {
  /** Lower edge of the values in the band; absent where it is open. */
  readonly from?: number;
  /** Upper edge; absent where it is open. */
  readonly to?: number;
  /** Whether a value equal to the edge lies in the band. On rank scales equal values are split by customer id. */
  readonly includes: { readonly from: boolean; readonly to: boolean };
  readonly by: 'value' | 'rank';
  /** The next better score that a value can reach; absent where there is none on this scale. */
  readonly next?: {
    /** More than one above the present score where no value gets the scores between. */
    readonly score: number;
    /** The nearest value with a better score: a whole number for counts, days and totals, else the edge of the band. */
    readonly at: number;
    /** Whether `at` itself has the better score; where not, every better value next to it has. */
    readonly included: boolean;
    /** How far the value is from `at`. */
    readonly distance: number;
  };
}

/** A customer's value and score on a scale; `whole` where only whole numbers occur. */
export interface Standing {
  readonly value: number;
  readonly score: number;
  readonly id: string;
  readonly whole: boolean;
}

/** The band on a scale of a customer's value, whose score there is known. */
export function bandAround(scale: FittedScale, dimension: RfmDimension, standing: Standing): ScaleBand {
  const edges = scale.kind === 'cuts' ? scale.cuts : ascending(scale.boundaries.map((one) => one.value));
  const { score } = standing;
  const band = dimension === 'recency' ? edges.length + 1 - score : score - 1;
  const [min, max, closed] =
    scale.kind === 'cuts' ? [scale.min, scale.max, scale.closed] : [undefined, undefined, undefined];
  const from = band === 0 ? min : edges[band - 1];
  const to = band === edges.length ? max : edges[band];
  const better = dimension === 'recency' ? edges[band - 1] : edges[band];
  const next = better === undefined ? undefined : nextAt(scale, dimension, better, standing);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    includes: {
      from: band === 0 || closed !== 'upper',
      to: band === edges.length || closed !== 'lower',
    },
    by: scale.kind === 'cuts' ? 'value' : 'rank',
    ...(next === undefined ? {} : { next }),
  };
}

function nextAt(
  scale: FittedScale,
  dimension: RfmDimension,
  edge: number,
  standing: Standing,
): ScaleBand['next'] {
  const recency = dimension === 'recency';
  const { value, score, id } = standing;
  if (standing.whole) {
    const step = recency ? -1 : 1;
    const first = recency ? Math.floor(edge) : Math.ceil(edge);
    // The edge itself may still belong to the present band; the whole number past it does not.
    for (const at of [first, first + step]) {
      const reached = recency && at < 0 ? 'outsideScale' : placeOn(scale, dimension, at, id);
      if (typeof reached === 'number' && reached > score)
        return { score: reached, at, included: true, distance: Math.abs(at - value) };
    }
    return undefined;
  }
  const { score: reached, included } = reachedAt(scale, dimension, edge, standing);
  if (!isReachable(scale, recency, edge, included)) return undefined;
  return { score: reached, at: edge, included, distance: Math.abs(edge - value) };
}

/** Nothing was bought less than no time ago, and no value outside the limits of a scale is scored. */
function isReachable(scale: FittedScale, recency: boolean, edge: number, included: boolean): boolean {
  const { min, max } = scale.kind === 'cuts' ? scale : { min: undefined, max: undefined };
  if (recency) {
    const least = Math.max(min ?? 0, 0);
    return included ? edge >= least : edge > least;
  }
  return max === undefined || (included ? edge <= max : edge < max);
}

/** The score on or, where the edge itself does not have it yet, just past the edge of a better band. */
function reachedAt(
  scale: FittedScale,
  dimension: RfmDimension,
  edge: number,
  { score, id }: Pick<Standing, 'score' | 'id'>,
): { readonly score: number; readonly included: boolean } {
  const recency = dimension === 'recency';
  const isPassed = (mark: number): boolean => (recency ? mark >= edge : mark <= edge);
  if (scale.kind === 'cuts') {
    return {
      score: 1 + scale.cuts.filter(isPassed).length,
      included: scale.closed === (recency ? 'upper' : 'lower'),
    };
  }
  const past = scale.boundaries.filter((mark) => isPassed(mark.value));
  const reached = past.filter((mark) => mark.value !== edge || id >= mark.id);
  const included = reached.length >= score;
  return { score: 1 + (included ? reached : past).length, included };
}

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}
