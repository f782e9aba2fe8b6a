/** What a business decides about RFM scoring, as data: scales, weights, grades and segments. */
import type { Currency } from '../foundation/money.js';
import type { QuantileType } from '../foundation/quantile.js';
import type { Bilingual } from '../foundation/statement.js';
import type { Window } from '../foundation/window.js';

/** The three dimensions: how recently, how often, how much. */
export type RfmDimension = 'recency' | 'frequency' | 'monetary';

/**
 * A fixed scale: ascending cut points that split the values into `cuts.length + 1` bands. Scores run from 1
 * (worst) to the number of bands (best): for recency the smallest value is best, otherwise the largest.
 */
export interface BandScale {
  readonly kind: 'bands';
  /** Interior cut points, strictly ascending, in the dimension's unit (money: whole minor units). */
  readonly cuts: readonly number[];
  /**
   * Which side of a band holds its own edge: `'lower'` means `[from, to)`, a value equal to a cut falls in the
   * band above it; `'upper'` means `(from, to]`, it falls in the band below.
   */
  readonly closed: 'lower' | 'upper';
  /** Smallest value that is scored (inclusive); a smaller one stays unscored. Absent: no limit. */
  readonly min?: number;
  /** Largest value that is scored (inclusive); a larger one stays unscored. Absent: no limit. */
  readonly max?: number;
  /**
   * For tables printed in whole units ("1,000–1,999, 2,000 and over"): the width of that unit. A value in the
   * hole between two printed bands (1,999.50) then stays unscored. Absent: the band below takes it. Needs
   * `closed: 'lower'`.
   */
  readonly printedUnit?: number;
}

/**
 * A scale whose cut points are found in the data by `fitRfm`: `bins` groups of about equal size.
 *
 * `ties` decides what happens to customers with equal values at a cut:
 * - `'together'`: they share a score, so groups may be unequal or empty; cuts are sample quantiles.
 * - `'byRank'`: customers are ranked from worst to best, ties by customer id (code-unit order), and the ranks
 *   are split as SQL's `NTILE` does: sizes differ by at most one, the larger groups are the lower scores.
 */
export type QuantileScale =
  | {
      readonly kind: 'quantiles';
      /** 2 to 10. */
      readonly bins: number;
      readonly ties: 'together';
      /** Hyndman & Fan (1996) sample quantile; default `'type7'` (R's and NumPy's default). */
      readonly method: QuantileType;
      /**
       * See {@link BandScale.closed}. Default `'upper'` for frequency and money, `'lower'` for recency: so that the
       * many customers at the worst end (one order, say, or equally long away) share the worst score.
       */
      readonly closed: 'lower' | 'upper';
      /** Added to every cut, in the value's unit; 0 unless a known tool is reproduced. */
      readonly shift: number;
      /**
       * When equal quantiles leave a bin empty: `'keep'` the numbering, so that the best score stays `bins` and
       * the empty bins are reported; or `'dropRepeated'`, as pandas' `qcut(duplicates="drop")` does: of the edges
       * (smallest value, cuts, largest value) those that coincide are dropped to one, and the bins between the
       * edges that remain are numbered from 1. That can merge bins that are not empty. Needs `closed: 'upper'` and
       * `shift: 0`; refused at fitting where one bin is left.
       */
      readonly emptyBins: 'keep' | 'dropRepeated';
    }
  | { readonly kind: 'quantiles'; readonly bins: number; readonly ties: 'byRank' };

/** How one dimension becomes a score. */
export type RfmScale = BandScale | QuantileScale;

/** Multipliers of the three scores in the weighted score; finite and not negative, at least one positive. */
export interface RfmWeights {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** One grade and the lowest weighted score that earns it. */
export interface GradeBand {
  /** Short stable name, e.g. `'G'`. */
  readonly grade: string;
  readonly name: Bilingual;
  /** Lowest weighted score of the grade (inclusive). */
  readonly from: number;
}

/** Grades by threshold on the weighted score. */
export interface GradeScheme {
  /** From the highest grade to the lowest: `from` strictly descending. */
  readonly bands: readonly GradeBand[];
  /**
   * The highest weighted score the bands were drawn for. It must equal the highest score the model's weights
   * and scales can give: bands are never stretched to new weights.
   */
  readonly highest: number;
}

/** A closed range of scores, `[lowest, highest]`. */
export type ScoreRange = readonly [lowest: number, highest: number];

/** A condition on the three scores. Every field that is present must hold. */
export interface SegmentCondition {
  readonly r?: ScoreRange;
  readonly f?: ScoreRange;
  readonly m?: ScoreRange;
  /** On the mean of F and M, rounded as {@link SegmentMap.fmRounding} says. */
  readonly fm?: ScoreRange;
  /** Exact codes, e.g. `['555', '554']`; codes with a score of 10 are written `10-3-7`. */
  readonly codes?: readonly string[];
}

/** A named segment and the condition for it. */
export interface SegmentRule {
  /** Stable name within the map, e.g. `'champions'`. */
  readonly segment: string;
  readonly name: Bilingual;
  readonly when: SegmentCondition;
  /** Set where no primary source for this row was found; reports and guides pass it on. */
  readonly unverified?: true;
}

/** Rules that give every combination of scores a name. The first rule that holds wins. */
export interface SegmentMap {
  readonly format: 'segment-map@1';
  readonly name: string;
  /** Who published the map, and when. */
  readonly source?: string;
  /** Highest score in each dimension that the map was written for. */
  readonly bins: { readonly r: number; readonly f: number; readonly m: number };
  readonly rules: readonly SegmentRule[];
  /** The segment of combinations that no rule names. */
  readonly otherwise: { readonly segment: string; readonly name: Bilingual };
  /** How the mean of F and M becomes a whole score; default `'up'`. */
  readonly fmRounding: 'up' | 'down';
}

/** An RFM scheme: everything that has to be decided before customers can be scored. */
export interface RfmModel {
  readonly format: 'rfm-model@1';
  readonly name: string;
  /** Where the scheme comes from. */
  readonly source?: string;
  /** The period whose orders count. */
  readonly window: Window;
  readonly recency: {
    /** `'days'`: whole civil days since the last order. `'months'`: calendar months, with the part of the current one. */
    readonly unit: 'days' | 'months';
    readonly scale: RfmScale;
  };
  readonly frequency: {
    /** What is counted: orders, or distinct civil days with an order. */
    readonly counts: 'orders' | 'purchaseDays';
    readonly scale: RfmScale;
  };
  readonly monetary: {
    /** The net total of the window, or the net total per order or per day with an order. */
    readonly basis: 'total' | 'averageOrderValue' | 'averageDayValue';
    readonly scale: RfmScale;
  };
  /**
   * `'independent'`: each dimension is binned over all customers. `'nested'`: frequency within each recency
   * score, monetary within each recency and frequency score (quantile scales only).
   */
  readonly binning: 'independent' | 'nested';
  readonly weights: RfmWeights;
  /** Needed where a scale has fixed money bands: they mean nothing in another currency. */
  readonly currency?: Currency;
  readonly grades?: GradeScheme;
  readonly segments?: SegmentMap;
  /**
   * A condition on the shop itself: more than this many ordering customers. When it is not met, fitting gives
   * a notice; scores do not change.
   */
  readonly moreCustomersThan?: number;
}

/** A {@link QuantileScale} as written in code. */
export type QuantileScaleInput =
  | (Pick<Extract<QuantileScale, { ties: 'together' }>, 'kind' | 'bins' | 'ties'> &
      Partial<Extract<QuantileScale, { ties: 'together' }>>)
  | Extract<QuantileScale, { ties: 'byRank' }>;

/** An {@link RfmScale} as written in code. */
export type RfmScaleInput = BandScale | QuantileScaleInput;

/**
 * An {@link RfmModel} as written in code. Left out: window all, recency in days, frequency counting orders,
 * monetary on the total, independent binning, weights 1, 1, 1, no grades, no segments.
 */
export type RfmModelInput = Pick<RfmModel, 'name'> &
  Partial<Omit<RfmModel, 'format' | 'recency' | 'frequency' | 'monetary'>> & {
    readonly recency: { readonly unit?: 'days' | 'months'; readonly scale: RfmScaleInput };
    readonly frequency: { readonly counts?: 'orders' | 'purchaseDays'; readonly scale: RfmScaleInput };
    readonly monetary: {
      readonly basis?: 'total' | 'averageOrderValue' | 'averageDayValue';
      readonly scale: RfmScaleInput;
    };
  };

/** A {@link SegmentMap} as written in code. Left out: the mean of F and M is rounded up. */
export type SegmentMapInput = Omit<SegmentMap, 'format' | 'fmRounding'> &
  Partial<Pick<SegmentMap, 'fmRounding'>>;
