/** The days whose exceptions a calendar knows, and the instants that can be answered about because of that. */
import { dayNumber } from '../foundation/civil.js';

/** Why a search through open time finds nothing. */
export type Lost =
  /** There is no open time any more in that direction. */
  | { readonly kind: 'neverOpens' }
  /** The answer depends on a day whose exceptions are not known. */
  | { readonly kind: 'unknownDay'; readonly day: number }
  /** It would be further away than a hundred years. */
  | { readonly kind: 'tooFar' }
  /** It depends on when a pause ends that has no end yet. */
  | { readonly kind: 'stillPaused' };

/** Instants from `from` up to and including `until`; what is asked beyond depends on a day that is not known. */
export interface KnownDays {
  readonly from: number;
  readonly until: number;
  /** The first and the last known day. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The nearest day before or after the known ones. */
  before(): Lost;
  after(): Lost;
}

/** Days that are written with four digits of the year, which is what any calendar knows. */
export const WRITTEN: { readonly first: number; readonly last: number } = {
  first: dayNumber({ year: 1, month: 1, day: 1 }),
  last: dayNumber({ year: 9999, month: 12, day: 30 }),
};

/** The days that are known and the instants that can be answered about. */
export function knownDays(
  instants: { readonly from: number; readonly until: number },
  days: { readonly first: number; readonly last: number },
): KnownDays {
  return {
    ...instants,
    firstDay: days.first,
    lastDay: days.last,
    before: () => ({ kind: 'unknownDay', day: days.first - 1 }),
    after: () => ({ kind: 'unknownDay', day: days.last + 1 }),
  };
}
