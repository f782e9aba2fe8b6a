/** Ends of terms: renewal, grace, or the way down. */

import type { DowngradeDepth } from '../model.js';
import type { FallTiming, Lasting, Term } from '../program.js';
import { addDuration } from '../time/civil-duration.js';
import { carryRemaining, remainingUnits, settleCounters } from './counters.js';
import { dayOf } from './days.js';
import { firstThatHolds } from './measure.js';
import {
  beginRenewed,
  emit,
  ending,
  moveTo,
  noteQualified,
  type Occasion,
  renew,
  rise,
  riseOrRenew,
  startTerm,
} from './rise.js';
import { nameOf, recordEarned, recordHeld, versionOf } from './standing.js';
import { stillRunning } from './still-running.js';
import { lastsBeyond, termOf, validityOf } from './term.js';
import type { Work } from './work.js';

/** How the present tier is lost. A tier that lasts while its holder qualifies is lost at once. */
export function fallTiming({ program, track }: Work): FallTiming {
  return (program.lasting[track.tier] as Lasting).fallTiming;
}

/** Whether the present tier is lost at once; most policies have none that is. */
export function fallsAtOnce(work: Work): boolean {
  return work.program.fallsAtOnce && fallTiming(work) === 'immediate';
}

/** Whether somebody who does not qualify loses the present tier. */
export function falls(work: Work): boolean {
  const timing = fallTiming(work);
  return timing !== 'never' && timing !== 'onReturn' && depthOf(work).kind !== 'never';
}

function depthOf(work: Work): DowngradeDepth {
  return work.program.tiers[work.track.tier]?.depth ?? work.program.policy.downgrade.depth;
}

/** The term has ended: it is renewed, goes into grace, or the member lands lower. */
export function expire(work: Work, at: number): void {
  const { track } = work;
  const occasion: Occasion = { at, by: null, triggered: false };
  const measuredAt = track.measuredAt - 1;
  const term = (place: number): Term => termOf(work, place, at, measuredAt);
  const kept = lastingFrom(work, track.inGrace ? track.tier - 1 : track.tier, at, measuredAt);
  if (kept === track.tier) {
    renewAtEnd(work, occasion, term(track.tier), measuredAt);
  } else if (!falls(work)) {
    startTerm(work, at, term(track.tier), false);
    extended(work, at, 'noDowngrade');
  } else if (!track.inGrace && work.program.policy.grace.tier !== undefined) {
    track.inGrace = true;
    track.expiresAt = work.program.clock.startOf(
      addDuration(dayOf(work, at), work.program.policy.grace.tier),
    );
    work.due = Number.NaN;
    extended(work, at, 'grace');
  } else landAtEnd(work, occasion, kept, term);
}

function extended(work: Work, at: number, because: 'grace' | 'noDowngrade'): void {
  const { tier, expiresAt } = work.track;
  emit(work, {
    kind: 'extended',
    tier: nameOf(work, tier),
    expiresAt: ending(expiresAt),
    because,
    at,
    by: null,
    version: versionOf(work),
  });
}

function renewAtEnd(work: Work, occasion: Occasion, term: Term, measuredAt: number): void {
  const judged = work.program.renewal(work.track.tier);
  const { at } = occasion;
  settleCounters(work, judged, 0, measuredAt, false);
  const left = remainingUnits(work, measuredAt);
  beginRenewed(work, occasion, term);
  carryRemaining(work, left, true, at);
}

/** The highest tier, up to the present one, whose renewal criterion holds. */
function keeps(work: Work, measuredAt: number): number {
  const { program, track } = work;
  const first = firstThatHolds(work, program.renewal(track.tier), measuredAt);
  return first < 0 ? 0 : track.tier - first;
}

/**
 * The highest tier, from a place down, that what was measured keeps after an instant. A period that is over by then
 * keeps nothing, whatever was done in it.
 */
function lastingFrom(work: Work, highest: number, at: number, measuredAt: number): number {
  let place = highest;
  while (place > 0) {
    const first = firstThatHolds(work, work.program.renewal(place), measuredAt);
    if (first < 0) return 0;
    place -= first;
    if (lastsBeyond(work, place, at, measuredAt)) return place;
    place -= 1;
  }
  return 0;
}

/** Where somebody lands whose activity justifies `kept`. */
function landing(work: Work, kept: number): number {
  const depth = depthOf(work);
  const { tier, highestOfTerm } = work.track;
  switch (depth.kind) {
    case 'toQualified':
      return kept;
    case 'oneStep':
      return Math.max(kept, tier - 1);
    case 'maxSteps':
      return Math.max(kept, tier - depth.steps);
    case 'toBase':
      return 0;
    case 'highestOfTerm':
      return Math.max(kept, Math.min(tier, highestOfTerm));
    case 'never':
      return tier;
  }
}

/**
 * Lands on what the end of the term justifies, or on what an earlier period gave and still runs, whichever is higher.
 * The latter keeps its own end.
 */
function landAtEnd(work: Work, occasion: Occasion, kept: number, term: (place: number) => Term): void {
  const running = stillRunning(work, occasion.at);
  if (running === undefined) {
    land(work, occasion, kept, term);
    return;
  }
  const justified = landing(work, kept) >= running.place;
  land(work, occasion, Math.max(kept, running.place), (place) => {
    if (place !== running.place) return term(place);
    return justified ? later(term(place), running.term) : running.term;
  });
}

function later(a: Term, b: Term): Term {
  return b.expiresAt > a.expiresAt ? b : a;
}

function land(work: Work, occasion: Occasion, kept: number, term: (place: number) => Term): void {
  const { track } = work;
  const { at, by, triggered } = occasion;
  const from = nameOf(work, track.tier);
  const place = landing(work, kept);
  // The term justified the tier, though its end does not: another term.
  if (place === track.tier) {
    beginRenewed(work, occasion, term(place));
    return;
  }
  const left = remainingUnits(work, at - 1);
  const next = term(place);
  moveTo(work, place, at, triggered);
  track.source = place === 0 ? 'base' : 'earned';
  startTerm(work, at, next, triggered);
  if (work.program.notesHighest) noteQualified(work, at);
  carryRemaining(work, left, false, at);
  const expiresAt = ending(track.expiresAt);
  const to = nameOf(work, place);
  emit(work, {
    kind: place > kept ? 'softLanded' : 'downgraded',
    from,
    to,
    expiresAt,
    at,
    by,
    version: versionOf(work),
  });
  recordEarned(work, at);
  recordHeld(work, at);
  // What has been reached since the term was measured counts at once.
  riseOrRenew(work, occasion);
}

/**
 * Judges the way down at once: somebody who does not qualify any more lands lower. Nothing holds them on a step they
 * do not qualify for either, so they fall on until they stand.
 */
export function fallNow(work: Work, occasion: Occasion): void {
  const { at } = occasion;
  while (work.track.tier > 0 && fallTiming(work) === 'immediate' && falls(work) && at >= earliestFall(work)) {
    const { tier } = work.track;
    const kept = keeps(work, at);
    if (kept === tier || landing(work, kept) === tier) return;
    land(work, occasion, kept, (place) => termOf(work, place, at));
    if (work.track.tier >= tier) return;
  }
}

/** Judges both ways at once, whatever the policy's timing: a new version asks for it. */
export function landNow(work: Work, occasion: Occasion): void {
  const { at } = occasion;
  const { tier } = work.track;
  const stays =
    tier === 0 ||
    at < earliestFall(work) ||
    depthOf(work).kind === 'never' ||
    validityOf(work, tier).kind === 'lifetime';
  const kept = stays ? tier : keeps(work, at);
  if (kept < tier) land(work, occasion, kept, (place) => termOf(work, place, at));
  else rise(work, occasion);
}

/** A minimum hold keeps off what would come at once. */
export function earliestFall(work: Work): number {
  const { minimumHold } = work.program.policy;
  if (minimumHold === undefined) return Number.NEGATIVE_INFINITY;
  return work.program.clock.startOf(addDuration(dayOf(work, work.track.since), minimumHold));
}

/** On the schedule: a term that has ended is renewed or lost. */
export function judgeTerm(work: Work, at: number): void {
  const { track } = work;
  if (track.tier === 0 || at < earliestFall(work)) return;
  if (track.expiresAt > at && track.expiresAt !== Number.POSITIVE_INFINITY) return;
  if (validityOf(work, track.tier).kind === 'lifetime') return;
  const occasion: Occasion = { at, by: null, triggered: false };
  // Where the term has an extension, what counted was over before it.
  const kept = keeps(work, track.measuredAt < at ? track.measuredAt - 1 : at);
  if (kept === track.tier) renew(work, occasion, termOf(work, track.tier, at));
  else if (falls(work)) landAtEnd(work, occasion, kept, (place) => termOf(work, place, at));
  else {
    startTerm(work, at, termOf(work, track.tier, at), false);
    extended(work, at, 'noDowngrade');
  }
}
