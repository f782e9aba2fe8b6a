/** A deadline, and how it was counted, step by step. */
import type { Statement } from '../../foundation/statement.js';
import type { DayReason } from '../day-reason.js';
import type { DeadlineRule } from '../deadline-rule.js';
import type { WorkingTimeExplanation } from '../explain/explain-working-time.js';

/** When something must be done by. */
export interface Deadline {
  /**
   * The instant by which it must be done, epoch milliseconds; half-open like every time here: what happens before `at`
   * is in time, what happens at `at` or later is late. For a limit of whole days that is the midnight that ends
   * `lastDay`.
   */
  readonly at: number;
  /**
   * The last day, as people say it: `yyyy-MM-dd` in the calendar's zone. Where the limit ends at the close of a night
   * shift, the day on which that starts, although `at` is on the next.
   */
  readonly lastDay: string;
}

/** One step of counting. Days are `yyyy-MM-dd` in the calendar's zone, `first` and `last` both included. */
export type DeadlineStep =
  /** Where the count starts: the anchor's own day, and whether it is the first that can count. */
  | { readonly kind: 'anchor'; readonly day: string; readonly counts: 'included' | 'excluded' }
  /** Where a count of minutes starts. */
  | { readonly kind: 'instant'; readonly at: number }
  /** Received too late on its day, or on a day that is no business day: counts as received on `to`. */
  | {
      readonly kind: 'cutoff';
      readonly from: string;
      readonly to: string;
      readonly because: DayReason | { readonly kind: 'afterClosing' };
    }
  /** So many months from `from` end on `to`, which is `days` days to count; `clamped` where the month has no such day. */
  | {
      readonly kind: 'months';
      readonly months: number;
      readonly from: string;
      readonly to: string;
      readonly days: number;
      readonly clamped: boolean;
    }
  | DaysStep
  /** Time on the wall; `counted` minutes of it count: all, or none while paused. */
  | {
      readonly kind: 'elapsed';
      readonly from: number;
      readonly until: number;
      readonly counted: number;
      /** The reasons of the pause. */
      readonly paused?: readonly string[];
    }
  /** Time within opening hours: `counted` minutes of it, and how `explainWorkingTime` has them. */
  | { readonly kind: 'working'; readonly counted: number; readonly explanation: WorkingTimeExplanation }
  /** The last day is no business day, and the rule moves it. */
  | {
      readonly kind: 'roll';
      readonly from: string;
      readonly to: string;
      readonly rule: Exclude<DeadlineRule['roll'], 'none' | undefined>;
      readonly because: DayReason;
    }
  /** When on the last day. */
  | {
      readonly kind: 'end';
      readonly day: string;
      readonly at: number;
      readonly until: NonNullable<DeadlineRule['until']>;
    };

/** Days in a row for the same reason; `counted` of them count: all or none. */
export interface DaysStep {
  readonly kind: 'days';
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly counted: number;
  readonly because: DayReason;
}

/** A {@link Deadline} with the way to it. */
export interface DeadlineExplanation extends Deadline {
  /** What is counted; weeks and months are counted in the days that they have from the anchor. */
  readonly unit: 'days' | 'minutes';
  /** How much of it, minutes to the nearest millisecond; the `counted` of all steps add up to this. */
  readonly total: number;
  readonly steps: readonly DeadlineStep[];
  /** The steps in words; `describe` writes them a line each. Worked out when read. */
  readonly statements: readonly Statement[];
}
