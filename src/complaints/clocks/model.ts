/** Time limits on cases, as data: what starts, pauses, meets and cancels a clock, how long it has, and which rule says so. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { DataTest } from '../workflow/operand.js';

/** A moment in the log of a case. `when` looks at the event's data and the record after it. */
export type ClockMoment =
  | { readonly event: string; readonly when?: DataTest }
  | { readonly enters: string }
  | { readonly leaves: string };

/** A span of a case's life in which time does not count. */
export type PauseRule =
  | { readonly reason: string; readonly name?: Bilingual; readonly whileIn: readonly string[] }
  | {
      readonly reason: string;
      readonly name?: Bilingual;
      readonly from: readonly ClockMoment[];
      readonly until: readonly ClockMoment[];
    };

/** Where a rule is written, and whether somebody has checked it there. */
export interface Citation {
  /** E.g. `'DISP 1.6.2R'`. */
  readonly rule: string;
  readonly source: string;
  /** The day on which the source was read, `yyyy-MM-dd`. */
  readonly readOn?: string;
  /** Set where the rule comes from a second-hand page or from memory: check before you rely on it. */
  readonly unverified?: true;
}

/**
 * What a clock does when a closed case is reopened.
 *
 * - `resume`: the time between closing and reopening is a pause.
 * - `restart`: a whole new limit from the reopening.
 * - `countClosedTime`: it ran on as if the case had never closed.
 * - `none`: it stays as it ended.
 * - `asTold`: what the reopening command's `clockPolicy` says (`resume`, `restart`; `fresh` is a restart of every clock).
 */
export type ReopenPolicy = 'resume' | 'restart' | 'countClosedTime' | 'none' | 'asTold';

/** One clock. */
export interface ClockRule {
  /** Unique in its pack: `'ack'`, `'response'`. */
  readonly clock: string;
  readonly name: Bilingual;
  /** A duty is breached when it is late; a window (a right, a waiting time) lapses. */
  readonly kind: 'duty' | 'window';
  /** Only contractual clocks may pause while we wait for somebody; a statutory one pauses where its rule says so. */
  readonly class: 'statutory' | 'contractual';
  /** Left out: for every case. */
  readonly applies?: DataTest;
  readonly starts: readonly ClockMoment[];
  /** A field of the starting event's data that holds the instant or day to count from; left out: when it happened. */
  readonly anchor?: string;
  readonly meets: readonly ClockMoment[];
  readonly cancels?: readonly ClockMoment[];
  /** Met, it begins again at that moment (keep the customer informed every two weeks). */
  readonly repeats?: boolean;
  /** A new start while it runs begins it anew; default: the first start counts. */
  readonly restartsOn?: 'everyStart' | 'firstStart';
  readonly pauses?: readonly PauseRule[];
  /** How long; or the field of the starting event's data that says until when (`acceptBy`). */
  readonly limit: DeadlineRule | { readonly untilField: string };
  /** Which of the host's calendars counts; default `'default'`. */
  readonly calendar?: string;
  /** Percentages of the budget, in its own kind of time, at which the clock is at risk: `[75, 90]`. */
  readonly atRisk?: readonly number[];
  /** The workflow's timer that is due when this clock runs out. */
  readonly timer?: string;
  /** Default `'none'`. */
  readonly reopened?: ReopenPolicy;
  readonly citation?: Citation;
  /** What follows when it runs out, for people. */
  readonly consequence?: Bilingual;
}

/** Clocks that hold together: a regulator's rules in one version, or a desk's own promises. Stored as JSON. */
export interface RulePack {
  readonly format: 'complaint-rules@1';
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly jurisdiction?: string;
  readonly citation?: Citation;
  /** The civil days on which this version begins to apply to a case; open where left out. */
  readonly effective: { readonly from?: string; readonly until?: string };
  /** What day of the case must lie there: that of the opening (default), or that of the clock's own start. */
  readonly chosenBy?: 'opening' | 'start';
  /** IANA name: where its days turn. */
  readonly zone: string;
  readonly clocks: readonly ClockRule[];
}

/** Where a clock stands as of an instant. */
export type ClockStatus =
  | { readonly kind: 'running'; readonly dueAt: number; readonly atRisk?: number }
  | { readonly kind: 'paused'; readonly reasons: readonly string[] }
  /** `marginMs`: how long before the limit. */
  | { readonly kind: 'met'; readonly at: number; readonly dueAt: number; readonly marginMs: number }
  /** `at`: the limit itself, however late it was told; `firstKnownAt`: the first event at or after it, if there is one. */
  | {
      readonly kind: 'breached';
      readonly at: number;
      readonly firstKnownAt?: number;
      /** When the duty was fulfilled after all. */
      readonly metAt?: number;
    }
  /** A window that has passed unused. */
  | { readonly kind: 'lapsed'; readonly at: number }
  | { readonly kind: 'cancelled'; readonly at: number; readonly by: string };
