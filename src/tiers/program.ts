/** A policy made ready for replay: the columns its metrics add up, the windows they look at, its criteria as graphs. */
import { ByDay } from '../foundation/by-day.js';
import { parseIsoDay, type ZoneClock, zoneClock } from '../foundation/civil.js';
import type { QualificationCriterion, Threshold } from './criterion.js';
import { compileGraph, type DecisionGraph } from './evaluate/decision-graph.js';
import { thresholdsOf } from './evaluate/judge.js';
import { type ExclusionReason, excluder } from './filter.js';
import type { QualifyingActivity } from './member.js';
import type { AttributeValue, QualifyingMetric } from './metric.js';
import type { StatusOffer, Tier, TierPolicy } from './model.js';
import { type Stretch, Stretches } from './outlook/stretches.js';
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
  /** The periods of calendar windows, the same for all members; by the number of the window. */
  readonly periods: Stretches<PeriodBounds>[];
  /** Whether nothing happens to a member who enrols; found out with the first one. */
  readonly atEnrolment: { nothing: boolean };
  /** Whether some tier falls back to the highest that was qualified for in its term. */
  readonly notesHighest: boolean;
}

/** What nothing can satisfy. */
const NEVER: QualificationCriterion = { anyOf: [] };

const SINCE_GRANT: QualificationWindow = { kind: 'sinceGrant' };

/** Makes a checked policy ready. */
export function programOf(policy: TierPolicy): Program {
  const clock = remembering(zoneClock(policy.zone));
  const tiers = policy.tiers.toSorted((a, b) => a.rank - b.rank);
  const metrics = new Map(Object.entries(policy.metrics));
  const columns = columnsOf(metrics);
  const columnOf = new Map(columns.map(({ metric }, i) => [metric, i]));
  const windows = windowNumbers();
  const judged = (criteria: readonly QualificationCriterion[], window: QualificationWindow): Judged =>
    compile(
      criteria,
      (threshold) => ({
        metric: threshold.metric,
        window: windows.numberOf(threshold.window ?? window),
        is: 'is' in threshold ? threshold.is : undefined,
        column: columnOf.get(threshold.metric) ?? -1,
      }),
      columns,
    );
  const renewalWindow = policy.renewal.window ?? policy.window;
  /** The tiers from the one at a place down to the one above the base. */
  const down = (from: number): readonly Tier[] => tiers.slice(1, from + 1).reverse();
  const lasting = once(
    (validity: TierValidity): Lasting => ({
      validity,
      fallTiming: fallTimingOf(policy, validity),
      terms: new ByDay(),
      periodTerms: new Stretches(),
    }),
  );
  const anyLifetime = tiers.some((tier) => tier.lifetime !== undefined);
  const entry = (place: number, highestHeld: number): QualificationCriterion =>
    entryOf(tiers[place], place <= highestHeld);
  const above = byPlace((place: number) =>
    byPlace((highestHeld: number) => {
      const criteria = down(tiers.length - 1).map((_, i) => entry(tiers.length - 1 - i, highestHeld));
      return judged(criteria.slice(0, tiers.length - 1 - place), policy.window);
    }),
  );
  const step = once((place: number) =>
    once((again: boolean) => judged([entryOf(tiers[place], again)], policy.window)),
  );
  const offers = offersOf(policy);
  const offered = windowsOfOffers(offers.values(), policy.window);
  const offer = (criterion: QualificationCriterion): Judged =>
    judged([criterion], offered.get(criterion) ?? SINCE_GRANT);
  const ofOffers = once(offer);
  return {
    policy,
    clock,
    tiers,
    placeOf: new Map(tiers.map(({ tier }, place) => [tier, place])),
    metrics,
    columns,
    columnOf,
    excludes: excluder(policy.counts),
    countsDistinct: [...metrics.values()].some(({ kind }) => kind === 'distinct'),
    distinctExcludes: once((metric) => {
      const one = metrics.get(metric);
      return excluder(one?.kind === 'distinct' ? one.only : undefined);
    }),
    countsFrom: startOf(clock, policy.counts.from, Number.NEGATIVE_INFINITY),
    windows: windows.all,
    windowNumber: windows.numberOf,
    isOwn: byPlace((number) => countedAs(windows.all[number]) === countedAs(policy.window)),
    entry: (highestHeld) => above(0)(highestHeld),
    entryAbove: (place, highestHeld) => above(place)(highestHeld),
    step: (place, highestHeld) => step(place)(place <= highestHeld),
    renewal: byPlace((place) => judged(down(place).map(renewalOf), renewalWindow)),
    ownRenewal: byPlace((place) => judged([renewalOf(tiers[place] as Tier)], renewalWindow)),
    lifetime: anyLifetime
      ? judged(
          down(tiers.length - 1).map((tier) => tier.lifetime ?? NEVER),
          { kind: 'lifetime' },
        )
      : undefined,
    offer: (criterion) => (offered.has(criterion) ? ofOffers : offer)(criterion),
    offers,
    timeBrings: timeBrings(policy),
    atEnrolment: { nothing: false },
    lasting: tiers.map(({ validity = policy.validity }) => lasting(validity)),
    periods: [],
    notesHighest: [policy.downgrade.depth, ...tiers.map(({ depth }) => depth)].some(
      (depth) => depth?.kind === 'highestOfTerm',
    ),
  };
}

/** The offers by name. What each requires is an object of its own, whatever objects the policy shares. */
function offersOf({ offers }: TierPolicy): Program['offers'] {
  return new Map(
    Object.entries(offers).map(([name, offer]) => [
      name,
      offer.requires === undefined ? offer : { ...offer, requires: { ...offer.requires } },
    ]),
  );
}

/** Over what each criterion of offers is measured where a threshold does not say. */
function windowsOfOffers(
  offers: Iterable<StatusOffer>,
  window: QualificationWindow,
): ReadonlyMap<QualificationCriterion, QualificationWindow> {
  const windows = new Map<QualificationCriterion, QualificationWindow>();
  for (const { requires, challenge, fallback } of offers) {
    if (requires !== undefined) windows.set(requires, window);
    if (challenge !== undefined) windows.set(challenge.keepIf, SINCE_GRANT);
    if (fallback?.kind === 'graded') for (const { when } of fallback.steps) windows.set(when, SINCE_GRANT);
  }
  return windows;
}

/** The same text for windows that show the same counters, now or some periods ago. */
function countedAs(window: QualificationWindow | undefined): string {
  const aside = (name: string, value: unknown): boolean =>
    name === 'ago' || name === 'withTrigger' || (name === 'startMonth' && value === 1);
  return JSON.stringify(
    Object.entries(window ?? {})
      .filter(([name, value]) => !aside(name, value))
      .sort(),
  );
}

function fallTimingOf({ downgrade }: TierPolicy, { kind }: TierValidity): FallTiming {
  return kind === 'whileQualified' && downgrade.timing === 'atExpiry' ? 'immediate' : downgrade.timing;
}

function timeBrings({ tiers, metrics, window, renewal }: TierPolicy): TimeBrings {
  const thresholds = tiers
    .flatMap(({ entry, reentry, lifetime }) => [entry, reentry, lifetime])
    .flatMap((criterion) => (criterion === undefined ? [] : thresholdsOf(criterion)));
  const timed = (name: string): boolean => {
    const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
    if (metric?.kind === 'combined') return metric.of.some((part) => timed(part.metric));
    if (metric?.kind === 'banded') return timed(metric.of);
    return metric?.kind === 'tenure' || metric?.kind === 'timeAtTier';
  };
  const moves = (threshold: Threshold): boolean =>
    isClosed(threshold.window ?? window) || !('atLeast' in threshold || 'moreThan' in threshold);
  const renewals = tiers.flatMap((tier) => thresholdsOf(renewalOf(tier)));
  return {
    byMetric: thresholds.some(({ metric }) => timed(metric)),
    byWindow: thresholds.some(moves),
    renewal:
      renewal.timing === 'onQualifying' &&
      renewals.some((threshold) => isClosed(threshold.window ?? renewal.window ?? window)),
  };
}

/** Whether a window shows whole periods that are over. */
export function isClosed(window: QualificationWindow): boolean {
  return window.kind === 'wholeMonths' || ('ago' in window && (window.ago ?? 0) > 0);
}

/** The first instant of a day `yyyy-MM-dd`. */
export function startOf(clock: ZoneClock, day: string | undefined, otherwise: number): number {
  const number = day === undefined ? undefined : parseIsoDay(day);
  return number === undefined ? otherwise : clock.startOf(number);
}

function entryOf(tier: Tier | undefined, heldBefore: boolean): QualificationCriterion {
  return (heldBefore ? tier?.reentry : undefined) ?? tier?.entry ?? NEVER;
}

function renewalOf({ entry, renewal }: Tier): QualificationCriterion {
  return renewal === 'never' ? NEVER : (renewal ?? entry ?? NEVER);
}

function columnsOf(metrics: ReadonlyMap<string, QualifyingMetric>): readonly Column[] {
  return [...metrics].flatMap(([metric, one]): readonly Column[] => {
    if (one.kind === 'sum')
      return [{ metric, of: one.of, scale: 10 ** (one.decimals ?? 0), excludes: excluder(one.only) }];
    return one.kind === 'count' ? [{ metric, of: undefined, scale: 1, excludes: excluder(one.only) }] : [];
  });
}

/** Windows by number; equal ones share a number, so that each is looked up once. */
function windowNumbers(): {
  readonly all: readonly QualificationWindow[];
  readonly numberOf: (window: QualificationWindow) => number;
} {
  const all: QualificationWindow[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (window: QualificationWindow): number => {
    const key = JSON.stringify(Object.entries(window).sort());
    const known = numbers.get(key) ?? all.push(window) - 1;
    numbers.set(key, known);
    return known;
  };
  return { all, numberOf };
}

function compile(
  criteria: readonly QualificationCriterion[],
  measureOf: (threshold: Threshold) => Measure,
  columns: readonly Column[],
): Judged {
  const measures: Measure[] = [];
  const bySlot = new Map<string, number>();
  const slotOf = (threshold: Threshold): number => {
    const measure = measureOf(threshold);
    const key = JSON.stringify([measure.metric, measure.window, measure.is]);
    const slot = bySlot.get(key) ?? measures.push(measure) - 1;
    bySlot.set(key, slot);
    return slot;
  };
  const graph = compileGraph(criteria, slotOf);
  const slots = [...measures.keys()];
  const totals = slots.flatMap((slot) => {
    const { window, column: number, is } = measures[slot] as Measure;
    const column = is === undefined ? columns[number] : undefined;
    return column === undefined ? [] : [{ slot, window, number, column }];
  });
  const windows = new Set(totals.map(({ window }) => window));
  return {
    criteria,
    graph,
    measures,
    columns: [...windows].map((window) => ({
      window,
      columns: totals.filter((one) => one.window === window),
    })),
    others: slots.filter((slot) => totals.every((one) => one.slot !== slot)),
    slots: new Float64Array(measures.length),
    slotOf,
  };
}

/** A function of places that works each answer out once. */
function byPlace<V>(work: (place: number) => V): (place: number) => V {
  const known: V[] = [];
  return (place) => {
    known[place] ??= work(place);
    return known[place];
  };
}

/** A function that works each answer out once. */
function once<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = work(key);
      known.set(key, value);
    }
    return value;
  };
}

/** A clock that remembers where days begin: a programme asks for the same days for every member. */
function remembering(clock: ZoneClock): ZoneClock {
  const starts = new ByDay<number>();
  return { ...clock, startOf: (day) => starts.get(day) ?? starts.set(day, clock.startOf(day)) };
}
