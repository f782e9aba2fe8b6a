/** The band of a fitted scale that a value fell in, its edges, and the next better band. */
import type { FittedScale } from './fitted.js';
import type { RfmDimension } from './model.js';

/** A band between two edges, and the way to the next better one. */
export interface ScaleBand {
  /** Lower edge of the values in the band; absent where it is open. */
  readonly from?: number;
  /** Upper edge; absent where it is open. */
  readonly to?: number;
  /** Whether a value equal to the edge lies in the band. On rank scales equal values are split by customer id. */
  readonly includes: { readonly from: boolean; readonly to: boolean };
  readonly by: 'value' | 'rank';
  /** The next better score; absent at the best. */
  readonly next?: {
    /** More than one above the present score where the scores between are empty. */
    readonly score: number;
    /** The edge of the next better band. */
    readonly at: number;
    /** Whether the edge itself already has the better score; on rank scales that depends on the customer id. */
    readonly included: boolean;
    /** How far the value is from that edge. */
    readonly distance: number;
  };
}

/** The band on a scale of a customer's value, whose score there is known. */
export function bandAround(
  scale: FittedScale,
  dimension: RfmDimension,
  { value, score, id }: { readonly value: number; readonly score: number; readonly id: string },
): ScaleBand {
  const edges = scale.kind === 'cuts' ? scale.cuts : ascending(scale.boundaries.map((one) => one.value));
  const best = edges.length + 1;
  const band = dimension === 'recency' ? best - score : score - 1;
  const [min, max, closed] =
    scale.kind === 'cuts' ? [scale.min, scale.max, scale.closed] : [undefined, undefined, undefined];
  const from = band === 0 ? min : edges[band - 1];
  const to = band === edges.length ? max : edges[band];
  const better = dimension === 'recency' ? edges[band - 1] : edges[band];
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    includes: {
      from: band === 0 || closed !== 'upper',
      to: band === edges.length || closed !== 'lower',
    },
    by: scale.kind === 'cuts' ? 'value' : 'rank',
    ...(score === best || better === undefined
      ? {}
      : {
          next: {
            ...reachedAt(scale, dimension, better, { score, id }),
            at: better,
            distance: Math.abs(better - value),
          },
        }),
  };
}

/** The score on or, where the edge itself does not have it yet, just past the edge of a better band. */
function reachedAt(
  scale: FittedScale,
  dimension: RfmDimension,
  edge: number,
  { score, id }: { readonly score: number; readonly id: string },
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
