/** A time limit, as data: how much of what kind of time, counted from where, and what happens at its edges. */
import type { Bilingual } from '../foundation/statement.js';
import type { ClosingBoundary } from './model.js';

/**
 * How long. Every unit says what it is made of, because "one day" is read in three ways: 24 hours (`elapsedMinutes`
 * 1440), a business day (`businessDays` 1), or the working hours of a day (`workingMinutes` 480).
 */
export type TimeBudget =
  /** Minutes on the wall, opening hours or not. */
  | { readonly kind: 'elapsedMinutes'; readonly minutes: number }
  /** Minutes within opening hours. */
  | { readonly kind: 'workingMinutes'; readonly minutes: number }
  /** Civil days of the calendar's zone, 23 or 25 hours long where clocks change. */
  | { readonly kind: 'calendarDays'; readonly days: number }
  /** Seven civil days each. */
  | { readonly kind: 'weeks'; readonly weeks: number }
  /** Calendar months, always counted from the anchor itself. */
  | { readonly kind: 'months'; readonly months: number }
  /** Days on which the calendar has any opening hours. */
  | { readonly kind: 'businessDays'; readonly days: number };

/** A time limit. Left out: the defaults named at each field. */
export interface DeadlineRule {
  readonly budget: TimeBudget;
  /** For days, weeks and months: whether the anchor's own day is the first to count. Default `'excluded'`. */
  readonly anchorDay?: 'excluded' | 'included';
  /**
   * For days, weeks and months: whether something received after closing time or on a day that is not a business day
   * counts as received on the next business day (FCA DISP before 2007, 1.3.4G). The civil day decides: past midnight in
   * the night shift of a Friday it is Saturday. Default `'none'`.
   */
  readonly receiptCutoff?: 'none' | 'nextBusinessDay';
  /**
   * For days, weeks and months: until when on the last day. `'endOfDay'`: the midnight that ends it. `'close'`: closing
   * time (the end of the day where it has no hours). `'sameTime'`: the time of day of the anchor; where a clock change
   * skips or repeats it, as the calendar's conventions say. Never before the anchor. Default `'endOfDay'`.
   */
  readonly until?: 'endOfDay' | 'close' | 'sameTime';
  /**
   * A last day that is no business day: stays (`'none'`, the default), or moves to the next business day
   * (`'following'`) or the one before (`'preceding'`, never before the anchor's own day: then to the next).
   * `'modifiedFollowing'`: the next, unless that is in another month, then the one before.
   */
  readonly roll?: 'none' | 'following' | 'preceding' | 'modifiedFollowing';
  /**
   * A month without the anchor's day: its last day (`'clamp'`, the default), or the days are counted on (`'overflow'`:
   * 31 January and a month is 3 March). Where the anchor's day is included, months end a day before the day of the same
   * number, unless the month's end was clamped.
   */
  readonly monthEnd?: 'clamp' | 'overflow';
  /** For working minutes; default: the calendar's. */
  readonly boundary?: ClosingBoundary;
  /**
   * For days, weeks and months (which have the days that they have from the anchor): not counted are the days that a
   * pause touches (`'touched'`, the default), or only those it covers whole. Pauses that overlap or touch are one.
   */
  readonly pausedDays?: 'touched' | 'whole';
}

/** Time that does not count, epoch milliseconds, half-open; `until` is left out while it lasts. */
export interface Pause {
  readonly from: number;
  readonly until?: number;
  readonly reason: string;
  /** What explanations call the reason; left out: the reason itself. Of two names for one reason the first. */
  readonly name?: Bilingual;
}
