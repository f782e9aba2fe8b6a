/** A checked policy made ready for replay. */

import { ByDay } from '../foundation/by-day.js';
import { parseIsoDay, type ZoneClock, zoneClock } from '../foundation/civil.js';
import { remembered } from '../foundation/once.js';
import { own } from '../foundation/record.js';
import type { QualificationCriterion, Threshold } from './criterion.js';
import { thresholdsOf } from './evaluate/judge.js';
import { excluder } from './filter.js';
import { columnsOf, judgedOf, windowNumbers } from './make-judged.js';
import type { StatusOffer, Tier, TierPolicy } from './model.js';
import { Stretches } from './outlook/stretches.js';
import type { QualificationWindow, TierValidity } from './periods.js';
import type { CheckedAmounts, Column, FallTiming, Judged, Lasting, Program, TimeBrings } from './program.js';

/** What nothing can satisfy. */
const NEVER: QualificationCriterion = { anyOf: [] };

const SINCE_GRANT: QualificationWindow = { kind: 'sinceGrant' };

/** Makes a checked policy ready. */
export function programOf(policy: TierPolicy): Program {
  const clock = rememberingDays(zoneClock(policy.zone));
  const tiers = policy.tiers.toSorted((a, b) => a.rank - b.rank);
  const metrics = new Map(Object.entries(policy.metrics));
  const columns = columnsOf(metrics);
  const columnOf = new Map(columns.map(({ metric }, i) => [metric, i]));
  const windows = windowNumbers();
  const judged = (criteria: readonly QualificationCriterion[], window: QualificationWindow): Judged =>
    judgedOf(
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
  const lasting = remembered(
    (validity: TierValidity): Lasting => ({
      validity,
      fallTiming: fallTimingOf(policy, validity),
      terms: new ByDay(),
      periodTerms: new Stretches(),
      runningPeriods: new ByDay(),
    }),
  );
  const lastings = tiers.map(({ validity = policy.validity }) => lasting(validity));
  const anyLifetime = tiers.some((tier) => tier.lifetime !== undefined);
  const entry = (place: number, highestHeld: number): QualificationCriterion =>
    entryOf(tiers[place], place <= highestHeld);
  const above = byPlace((place: number) =>
    byPlace((highestHeld: number) => {
      const criteria = down(tiers.length - 1).map((_, i) => entry(tiers.length - 1 - i, highestHeld));
      return judged(criteria.slice(0, tiers.length - 1 - place), policy.window);
    }),
  );
  const step = remembered((place: number) =>
    remembered((again: boolean) => judged([entryOf(tiers[place], again)], policy.window)),
  );
  const offers = offersOf(policy);
  const offered = windowsOfOffers(offers.values(), policy.window);
  const offer = (criterion: QualificationCriterion): Judged =>
    judged([criterion], offered.get(criterion) ?? SINCE_GRANT);
  const ofOffers = remembered(offer);
  return {
    policy,
    clock,
    tiers,
    placeOf: new Map(tiers.map(({ tier }, place) => [tier, place])),
    metrics,
    columns,
    checked: checkedAmounts(columns),
    columnOf,
    excludes: excluder(policy.counts),
    countsDistinct: [...metrics.values()].some(({ kind }) => kind === 'distinct'),
    distinctExcludes: remembered((metric) => {
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
    lasting: lastings,
    fallsAtOnce: lastings.some(({ fallTiming }) => fallTiming === 'immediate'),
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
    const metric = own(metrics, name);
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

/** A clock that remembers where days begin: a programme asks for the same days for every member. */
function rememberingDays(clock: ZoneClock): ZoneClock {
  const starts = new ByDay<number>();
  return { ...clock, startOf: (day) => starts.get(day) ?? starts.set(day, clock.startOf(day)) };
}

function checkedAmounts(columns: readonly Column[]): CheckedAmounts {
  const names = [...new Set(columns.flatMap(({ of }) => of ?? []))];
  return {
    entry: undefined,
    names,
    values: new Float64Array(names.length),
    valueOf: columns.map(({ of }) => (of === undefined ? -1 : names.indexOf(of))),
    units: new Float64Array(columns.length),
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
