/** A model with its cut points found: plain data that scores customers, today's or tomorrow's. */
import type { Currency } from '../foundation/money.js';
import type { Statement } from '../foundation/statement.js';
import type { RfmDimension, RfmModel } from './model.js';

/** Where a rank scale starts its next bin: the worst customer of it, by value, then by id. */
export interface RankBoundary {
  readonly value: number;
  readonly id: string;
}

/** One scale with its cut points. Score = 1 + the number of cuts passed (for recency counted from the other end). */
export type FittedScale =
  | {
      readonly kind: 'cuts';
      readonly cuts: readonly number[];
      readonly closed: 'lower' | 'upper';
      readonly min?: number;
      readonly max?: number;
      readonly printedUnit?: number;
      /** Customers per score at fitting, score 1 first. */
      readonly sizes: readonly number[];
    }
  | {
      readonly kind: 'ranks';
      /** From worst to best; at most `bins - 1`. */
      readonly boundaries: readonly RankBoundary[];
      readonly sizes: readonly number[];
    };

/** What fitting has to say besides the cut points. */
export interface RfmNotice extends Statement {
  readonly code:
    | 'emptyBin'
    | 'renumbered'
    | 'emptyCell'
    | 'tooFewCustomers'
    | 'outsideScale'
    | 'betweenBands';
  readonly dimension?: RfmDimension;
}

/** The scales of one dimension: one, or with nested binning one per cell of the dimensions before it. */
export interface FittedDimension {
  /** Number of scores. */
  readonly bins: number;
  /** `null` for a cell of a nested model that had no customer at fitting. */
  readonly scales: readonly (FittedScale | null)[];
}

/** The outcome of fitting; store it as JSON, read it back with `parseFittedRfm`. */
export interface FittedRfm {
  readonly format: 'fitted-rfm@1';
  readonly model: RfmModel;
  /** What the cut points were found in; absent where a model of fixed bands was fitted without data. */
  readonly fittedOn?: {
    /** Epoch milliseconds. */
    readonly asOf: number;
    readonly zone: string;
    readonly currency: Currency;
    /** Customers with an order in the window, all of whom were used. */
    readonly customers: number;
  };
  readonly recency: FittedDimension;
  readonly frequency: FittedDimension;
  readonly monetary: FittedDimension;
  readonly notices: readonly RfmNotice[];
}
