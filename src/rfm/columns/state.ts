/** What an aggregate remembers so that it can be merged: sums, extremes and counts by place. */
import type { ZoneClock } from '../../foundation/civil.js';
import type { Currency } from '../../foundation/money.js';
import type { Problem } from '../../foundation/problem.js';
import type { Interval, Window } from '../../foundation/window.js';
import type { DayPairs } from './day-pairs.js';
import type { Ids } from './ids.js';
import type { Interner } from './interner.js';
import type { WideSums } from './wide-sums.js';

/** Under what conventions rows are added up. */
export interface Conventions {
  readonly asOf: number;
  /** The civil day of `asOf`. */
  readonly today: number;
  readonly zone: string;
  readonly window: Window;
  readonly currency: Currency;
  readonly clock: ZoneClock;
  readonly interval: Interval;
  readonly purchaseDays: 'count' | 'leaveOut';
  readonly mostCustomers: number;
  readonly seed: number | undefined;
}

/** Sums by place. */
export interface Sums {
  /** Exact while `bound` is a safe integer; otherwise `wide` is there and counts. */
  readonly sums: Float64Array;
  /** No sum, nor part of one, can be larger than this. */
  readonly bound: number;
  readonly wide: WideSums | undefined;
}

/** An aggregate that nothing changes any more. Columns that scoring does not need are filled when first read: do not spread it. */
export interface PurchaseState {
  readonly conventions: Conventions;
  readonly customers: number;
  readonly ids: Ids;
  readonly orders: Float64Array;
  readonly total: Sums;
  readonly last: Float64Array;
  readonly since: Float64Array;
  /** The same array as `since` where no order lies before the window. */
  readonly first: Float64Array;
  readonly returns: Float64Array | undefined;
  readonly units: Sums | undefined;
  readonly days: DayPairs | undefined;
  readonly rows: { readonly inWindow: number; readonly beforeWindow: number; readonly afterWindow: number };
  /** Orders and known customers that are none. */
  readonly rejected: readonly { readonly customerId: string; readonly problem: Problem }[];
  /** How many of them are customers. */
  readonly rejectedCustomers: number;
  readonly index: PlaceIndex;
  /** Where all ids are short texts, or all are UUIDs, perhaps the leading words of each as a number: ordered as the texts are. */
  readonly textKeys?: Float64Array;
}

/** What finds the places of ids; made when first needed. */
export interface PlaceIndex {
  integers?: Numbering<Float64Array>;
  texts?: Numbering<readonly string[]>;
}

/**
 * An interner that several aggregates share: each may add ids to it, so its numbers are an aggregate's places only
 * up to `prefix`; beyond, the aggregate knows which of the numbers are its own, and their places.
 */
export interface Numbering<I extends Ids> {
  readonly interner: Interner<I>;
  readonly prefix: number;
  readonly beyond: ReadonlyMap<number, number>;
}
