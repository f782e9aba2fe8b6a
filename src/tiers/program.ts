/** A policy ready for replay: the columns its metrics add up, the windows they look at, its criteria as graphs. */
import type { ByDay } from '../foundation/by-day.js';
import type { ZoneClock } from '../foundation/civil.js';
import type { QualificationCriterion, Threshold } from './criterion.js';
import type { DecisionGraph } from './evaluate/decision-graph.js';
import type { ExclusionReason } from './filter.js';
import type { QualifyingActivity } from './member.js';
import type { AttributeValue, QualifyingMetric } from './metric.js';
import type { StatusOffer, Tier, TierPolicy } from './model.js';
import type { Stretch, Stretches } from './outlook/stretches.js';
import type { QualificationWindow, TierValidity } from './periods.js';

/** What is added up of activities: a value they carry, or one for each. */
export interface Column {
  readonly metric: string;
  /** Name of the value; `undefined` counts activities. */
  readonly of: string | undefined;
  /** Values are held as whole units of 1 / scale. */
  readonly scale: number;
  /** Why an activity does not count here; `undefined` where it does. */
  readonly excludes: (activity: QualifyingActivity) => ExclusionReason | undefined;
}

/** The amounts of an entry. */
export interface CheckedAmounts {
  entry: object | undefined;
  /** The names of the values that columns hold, each once, and the values; NaN where the entry has none. */
  readonly names: readonly string[];
  readonly values: Float64Array;
  /** Which of the values each column holds; -1 where it counts. */
  readonly valueOf: readonly number[];
  /** The values in the units of the columns. */
  readonly units: Float64Array;
}

/** A metric over a window, compared with `is` where the threshold does. */
export interface Measure {
  readonly metric: string;
  /** Its number in {@link Program.windows}. */
  readonly window: number;
  readonly is: AttributeValue | undefined;
  /** The number of the metric's column; -1 where it is none. */
  readonly column: number;
}

/** A column to be measured for a slot. */
export interface SlotColumn {
  readonly slot: number;
  readonly number: number;
  readonly column: Column;
}

/** Columns over one window, whose bounds and rows are then found once for all of them. */
export interface ColumnsOver {
  readonly window: number;
  readonly columns: readonly SlotColumn[];
}

/** One or more criteria, asked from the first on, and what has to be measured for them: a measure for each slot. */
export interface Judged {
  readonly criteria: readonly QualificationCriterion[];
  readonly graph: DecisionGraph;
  readonly measures: readonly Measure[];
  /** The measures once more: those that compare a column's total, by window, and the slots of all others. */
  readonly columns: readonly ColumnsOver[];
  readonly others: readonly number[];
  readonly slots: Float64Array;
  /** The slot of a threshold in these criteria. */
  slotOf(threshold: Threshold): number;
}

/** The end of a term, and the instant just before which its renewal is measured. */
export interface Term {
  readonly expiresAt: number;
  readonly measuredAt: number;
}

/** The instants of a calendar period: what a window counts, and until when it is the present one. */
export interface PeriodBounds extends Stretch {
  readonly from: number;
  readonly until: number;
}

/** The term counted from any instant of a calendar period. */
export interface PeriodTerm extends Term, Stretch {}

/** What time alone can bring. */
export interface TimeBrings {
  /** A tier, by tenure and the like. */
  readonly byMetric: boolean;
  /** A tier, as windows move on. */
  readonly byWindow: boolean;
  /** A renewal by qualifying again, as whole periods that are over move on. */
  readonly renewal: boolean;
}

/** How the present tier is lost. A tier that lasts while its holder qualifies is lost at once. */
export type FallTiming = 'never' | 'immediate' | 'atExpiry' | 'onSchedule' | 'onReturn';

/** How a tier lasts. */
export interface Lasting {
  readonly validity: TierValidity;
  readonly fallTiming: FallTiming;
  /** Terms that only the day they are counted from decides, or its calendar period: the same for all members. */
  readonly terms: ByDay<Term>;
  readonly periodTerms: Stretches<PeriodTerm>;
  /** By the day on which a higher tier is lost: the periods over by then whose terms go on, the latest first. */
  readonly runningPeriods: ByDay<readonly RunningPeriod[]>;
}

/** A period that is over, and the term that qualifying in it gives. */
export interface RunningPeriod {
  readonly ends: number;
  readonly term: Term;
}

/** A policy ready for replay. A tier is known by its place in `tiers`. */
export interface Program {
  readonly policy: TierPolicy;
  readonly clock: ZoneClock;
  /** By rank, the base first. */
  readonly tiers: readonly Tier[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly metrics: ReadonlyMap<string, QualifyingMetric>;
  readonly columns: readonly Column[];
  /** What the entry that was checked last has for each column, so that it need not be read again when it is taken in. */
  readonly checked: CheckedAmounts;
  /** Why an activity does not count for anything. */
  readonly excludes: (activity: QualifyingActivity) => ExclusionReason | undefined;
  readonly countsDistinct: boolean;
  /** Why an activity does not count for a metric of distinct values. */
  readonly distinctExcludes: (metric: string) => Program['excludes'];
  /** The first instant whose activity counts. */
  readonly countsFrom: number;
  readonly columnOf: ReadonlyMap<string, number>;
  /** Every window that some threshold looks at; it grows as criteria are compiled. */
  readonly windows: readonly QualificationWindow[];
  readonly windowNumber: (window: QualificationWindow) => number;
  /** Whether a window, by its number, shows the counters of the policy's own one: the same, or other periods of it. */
  isOwn(window: number): boolean;
  /** Entry to all tiers from the highest down; re-entry to those up to the highest place held before. */
  entry(highestHeld: number): Judged;
  /** Entry or re-entry to one tier. */
  step(place: number, highestHeld: number): Judged;
  /** The same for the tiers above one only. */
  entryAbove(place: number, highestHeld: number): Judged;
  /** Renewal of a tier and of those below it, from it down. */
  renewal(place: number): Judged;
  /** Renewal of one tier. */
  ownRenewal(place: number): Judged;
  readonly lifetime: Judged | undefined;
  /**
   * A criterion of an offer or of a grant: measured since the grant, and what an offer requires over the policy's
   * window, unless a threshold says otherwise. Those of {@link Program.offers} are compiled once.
   */
  offer(criterion: QualificationCriterion): Judged;
  readonly offers: ReadonlyMap<string, StatusOffer>;
  readonly timeBrings: TimeBrings;
  /** How each tier lasts, and how it is lost; by place. */
  readonly lasting: readonly Lasting[];
  /** Whether some tier is lost at once. */
  readonly fallsAtOnce: boolean;
  /** The periods of calendar windows, the same for all members; by the number of the window. */
  readonly periods: Stretches<PeriodBounds>[];
  /** Whether nothing happens to a member who enrols; found out with the first one. */
  readonly atEnrolment: { nothing: boolean };
  /** Whether some tier falls back to the highest that was qualified for in its term. */
  readonly notesHighest: boolean;
}
