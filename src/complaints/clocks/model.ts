/** Time limits on cases, as data: what starts, pauses, meets and cancels a clock, how long it has, and which rule says so. */
import type { DeadlineRule } from '../../calendar/index.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { DataTest } from '../workflow/operand.js';

/**
 * Where a moment's true time is written, if not in when its event happened: a field of the event's data, or of the
 * latest event of a type (`RECEIVE.receivedAt`). `SEND_DECISION.at` is when that event happened, unless its data has a field
 * `at`. The field holds epoch milliseconds or a civil day `yyyy-MM-dd`, which means its first instant in the pack's zone. A
 * field that is not there is a problem of the clock, not guessed.
 */
export type MomentTime = { readonly data: string } | { readonly record: string };

/**
 * A moment in the log of a case: an event of a type, or the entering or leaving of a state (an event that stays there
 * does neither).
 *
 * `when` looks at the event's data and actor; its `record` is what the events so far have carried, the latest of each
 * type: `{ record: 'RECEIVE.product' }`; `at` is when it happened, unless its data has a field of that name. So clocks need
 * the log alone, not the workflow that judged it.
 */
export type ClockMoment = (
  | {
      readonly event: string;
      /** Only where the case is in one of these states after it. */
      readonly in?: readonly string[];
    }
  | { readonly enters: string }
  | { readonly leaves: string }
) & {
  readonly when?: DataTest;
  readonly at?: MomentTime;
  /**
   * Only before the limit of that clock of the pack (or once it was met in time): an answer by a short way that is open
   * for some days. For what starts, meets and cancels a clock; neither may wait for the other.
   */
  readonly within?: string;
  /**
   * Only once that clock of the pack was met in time, by this event at the latest: a short answer that is enough where
   * the customer has accepted in time. For the same moments as `within`.
   */
  readonly onceMet?: string;
};

/**
 * Another clock of the pack runs out: a duty is breached, a window lapses. It happens at the limit itself, whether or not
 * anything in the log says so. A limit that ends with a day runs out at the first instant of the day after: to count that
 * day, use `anchorDay: 'included'`.
 */
export interface RunOutMoment {
  /** The name of the clock. No clock may wait for itself, nor two for each other. */
  readonly runsOut: string;
}

/** A span of a case's life in which time does not count. A statutory clock's says which rule lets it pause. */
export type PauseRule = {
  readonly reason: string;
  /** What sentences call the reason; left out: the reason itself. */
  readonly name?: Bilingual;
  readonly citation?: Citation;
} & (
  | { readonly whileIn: readonly string[] }
  | { readonly from: readonly ClockMoment[]; readonly until: readonly ClockMoment[] }
);

/** Where a rule is written, and whether somebody has checked it there. */
export interface Citation {
  /** E.g. `'DISP 1.6.2R'`. */
  readonly rule: string;
  /** What sentences call the rule in each language; left out: `rule`. */
  readonly name?: Bilingual;
  readonly source: string;
  /** The day on which the source was read, `yyyy-MM-dd`. */
  readonly readOn?: string;
  /** Set where the rule comes from a second-hand page or from memory: check before you rely on it. */
  readonly unverified?: true;
}

/**
 * What a clock does when a case is reopened (see `reopenings` of {@link RulePack}).
 *
 * - `resume`: it goes on; a pause is counted from its end (met or cancelled; if neither, from when the state that is
 *   left was entered) until the reopening.
 * - `restart`: a whole new limit from the reopening.
 * - `countClosedTime`: it goes on as if it had never ended.
 * - `revive`: what was cancelled goes on as if it had never been; what was met stays met.
 * - `none`: it stays as it ended.
 * - `asTold`: what the reopening event's `clockPolicy` says: `resume` (also where it says nothing) or `restart`. Its
 *   `fresh` restarts every contractual clock whose policy is not `none`.
 */
export type ReopenPolicy = 'resume' | 'restart' | 'countClosedTime' | 'revive' | 'none' | 'asTold';

/** Until the instant or the end of the civil day in a field of the starting event's data (`acceptBy`); or else by a rule. */
export interface FieldLimit {
  readonly untilField: string;
  /** Where the event does not carry the field; left out: that is a problem. */
  readonly otherwise?: DeadlineRule;
}

/** One of several limits that are compared. */
export interface LimitPart {
  /** What sentences call it: "six years from the event". */
  readonly name: Bilingual;
  readonly rule: DeadlineRule;
  /**
   * What it counts from, as the starting event tells it (`record`: as the case has told it by then); left out: where the
   * clock starts.
   */
  readonly from?: MomentTime;
  /** Where its field is not there it is left out of the comparison; otherwise that is a problem of the clock. */
  readonly optional?: true;
}

/**
 * The latest or the earliest of several limits, each counted from its own moment: six years from the event or, if later,
 * three from when the complainant became aware. At least two, and one of them not optional.
 */
export interface ComparedLimit {
  readonly whichever: 'latest' | 'earliest';
  readonly of: readonly LimitPart[];
}

/** How long a clock has: a rule that counts, a field that says until when, or the latest or earliest of several limits. */
export type ClockLimit = DeadlineRule | FieldLimit | ComparedLimit;

/** One clock. */
export interface ClockRule {
  /** Unique in its pack: `'ack'`, `'response'`. */
  readonly clock: string;
  readonly name: Bilingual;
  /** A duty is breached when it is late; a window (a right, a waiting time) lapses. */
  readonly kind: 'duty' | 'window';
  /** A contractual clock may pause while somebody is waited for; a statutory one only where a rule that it cites says so. */
  readonly class: 'statutory' | 'contractual';
  /** Looks at the starting event and at what the case has told so far. Left out: for every case. */
  readonly applies?: DataTest;
  /**
   * The event that starts it meets it as well only where the two moments have different times of their own; the event
   * that meets it begins it again only where it `repeats`.
   */
  readonly starts: readonly (ClockMoment | RunOutMoment)[];
  readonly meets: readonly ClockMoment[];
  readonly cancels?: readonly ClockMoment[];
  /** Met, it begins again at that moment (keep the customer informed every two weeks). */
  readonly repeats?: boolean;
  /** A new start while it runs begins it anew; default: the first start counts. */
  readonly restartsOn?: 'everyStart' | 'firstStart';
  readonly pauses?: readonly PauseRule[];
  readonly limit: ClockLimit;
  /**
   * Which of the host's calendars says what working time and business days are: its name among those handed over.
   * Default `'default'`. Not asked where a limit needs neither: months and days then are those of the pack's zone.
   */
  readonly calendar?: string;
  /** Percentages of the budget, in its own kind of time, at which the clock is at risk: `[75, 90]`. Days are rounded down. */
  readonly atRisk?: readonly number[];
  /** The workflow's timer that is due when this clock runs out. */
  readonly timer?: string;
  /** Unmet, the timer is due again this long after it was last fed (the next tier). Left out: it is due once. */
  readonly timerAgain?: DeadlineRule;
  /**
   * Timers that are not due before this clock has run out, whichever clock dates them: a right that is open keeps the
   * case from the archive.
   */
  readonly holds?: readonly string[];
  /** Further fields of the timer's data (`retentionUntil`): each the limit of a rule that counts from when the timer is due. */
  readonly timerFields?: Readonly<Record<string, DeadlineRule>>;
  /** Default `'none'`. */
  readonly reopened?: ReopenPolicy;
  /**
   * A reopening counts for `reopened` only before this limit, from when the clock was met or cancelled (if neither, from
   * when the state that is left was entered). Left out: however late. A later one can still be among `starts`.
   */
  readonly reopenWithin?: DeadlineRule;
  readonly citation?: Citation;
  /** What follows when it runs out, for people. */
  readonly consequence?: Bilingual;
}

/** Clocks that hold together: a regulator's rules in one version, or a desk's own promises. Stored as JSON. */
export interface RulePack {
  readonly format: 'complaint-rules@1';
  /** The same in every version. */
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly jurisdiction?: string;
  readonly citation?: Citation;
  /** The civil days, from `from` until before `until`, on which this version begins to apply; open where left out. */
  readonly effective: { readonly from?: string; readonly until?: string };
  /** What day must lie there: that on which the case was received (default), or that on which the clock starts. */
  readonly chosenBy: 'opening' | 'start';
  /** The field of the opening event that says when the case was received; left out: when the event happened. */
  readonly receivedAt?: string;
  /** IANA name: where its days turn. */
  readonly zone: string;
  /** What reopens a case: `[{ event: 'REOPEN' }]`. */
  readonly reopenings: readonly ClockMoment[];
  /** For every clock of the pack. */
  readonly applies?: DataTest;
  readonly clocks: readonly ClockRule[];
}

/** A {@link RulePack} as written in code; defaults: version `'1'`, always effective, chosen by the opening, no reopenings. */
export type RulePackInput = Pick<RulePack, 'name' | 'title' | 'zone' | 'clocks'> &
  Partial<
    Pick<
      RulePack,
      | 'format'
      | 'version'
      | 'jurisdiction'
      | 'citation'
      | 'effective'
      | 'chosenBy'
      | 'receivedAt'
      | 'reopenings'
      | 'applies'
    >
  >;
