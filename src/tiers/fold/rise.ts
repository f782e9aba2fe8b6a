/** Upgrades, and renewals by qualifying again. */
import type { TierEvent } from '../history.js';
import type { Judged, Term } from '../program.js';
import { settleCounters } from './counters.js';
import { firstThatHolds } from './measure.js';
import { nameOf, recordEarned, recordHeld, versionOf } from './standing.js';
import { sameTermUntil, termOf } from './term.js';
import { markNow, type Work } from './work.js';

/** What is judged: `at` what instant the metrics are measured, and since when the outcome holds. */
export interface Occasion {
  readonly at: number;
  /** Default: the same instant. */
  readonly measuredAt?: number;
  /** The entry that gave the occasion; `null` where time did. */
  readonly by: string | null;
  /** Whether the latest row is what gave it. */
  readonly triggered: boolean;
}

/** Raises the member as far as the policy's path goes; true where it did. */
export function rise(work: Work, occasion: Occasion): boolean {
  const { program, track } = work;
  const { path } = program.policy.upgrade;
  const measuredAt = occasion.measuredAt ?? occasion.at;
  if (path === 'jump') {
    // From the top down, so that a tier has the same number in both.
    const judged = work.notesHighest
      ? program.entry(track.highestHeld)
      : program.entryAbove(track.tier, track.highestHeld);
    const first = firstThatHolds(work, judged, measuredAt);
    const place = first < 0 ? 0 : program.tiers.length - 1 - first;
    track.highestOfTerm = Math.max(track.highestOfTerm, place);
    if (place <= track.tier) return false;
    upgrade(work, place, judged, first, occasion);
    return true;
  }
  let risen = false;
  while (climb(work, occasion, measuredAt)) {
    risen = true;
    if (path === 'oneStep') break;
  }
  return risen;
}

/** One step up, to the next tier that activity can bring. */
function climb(work: Work, occasion: Occasion, measuredAt: number): boolean {
  const { program, track } = work;
  const next = program.tiers.findIndex(
    ({ entry, reentry }, place) => place > track.tier && (entry ?? reentry) !== undefined,
  );
  if (next < 0) return false;
  const judged = program.step(next, track.highestHeld);
  if (firstThatHolds(work, judged, measuredAt) !== 0) return false;
  upgrade(work, next, judged, 0, occasion);
  return true;
}

function upgrade(work: Work, place: number, judged: Judged, criterion: number, occasion: Occasion): void {
  const { at, by, triggered } = occasion;
  const from = nameOf(work, work.track.tier);
  settleCounters(work, judged, criterion, occasion.measuredAt ?? at, triggered);
  moveTo(work, place, at, triggered);
  work.track.source = 'earned';
  work.track.trigger = by;
  startTerm(work, at, termOf(work, place, at), triggered);
  work.track.highestOfTerm = place;
  const { expiresAt } = work.track;
  emit(work, {
    kind: 'upgraded',
    from,
    to: nameOf(work, place),
    expiresAt: ending(expiresAt),
    at,
    by,
    version: versionOf(work),
  });
  recordEarned(work, at);
  recordHeld(work, at);
}

/** Sets another tier; its term is begun by {@link startTerm}. */
export function moveTo(work: Work, place: number, at: number, triggered: boolean): void {
  const { track } = work;
  if (track.tier === 0) track.aboveBaseSince = at;
  track.tier = place;
  track.since = at;
  track.trigger = null;
  track.highestHeld = Math.max(track.highestHeld, place);
  track.change = markNow(work, at, triggered);
}

/** Begins a term of the present tier. */
export function startTerm(work: Work, at: number, term: Term, triggered: boolean): void {
  const { track } = work;
  track.termStart = at;
  track.expiresAt = term.expiresAt;
  track.extendedFrom = Number.POSITIVE_INFINITY;
  track.longestUntil = Number.NEGATIVE_INFINITY;
  track.measuredAt = term.measuredAt;
  track.inGrace = false;
  track.highestOfTerm = 0;
  track.term = markNow(work, at, triggered);
  work.due = Number.NaN;
}

/** Notes what activity justifies where nobody rises at once. */
export function noteQualified(work: Work, at: number): void {
  const { program, track } = work;
  const first = firstThatHolds(work, program.entry(track.highestHeld), at);
  if (first >= 0) track.highestOfTerm = Math.max(track.highestOfTerm, program.tiers.length - 1 - first);
}

/** Whether the present tier's renewal criterion holds. */
export function renewable(work: Work, at: number): boolean {
  const { program, track } = work;
  if (track.tier === 0) return true;
  return firstThatHolds(work, program.ownRenewal(track.tier), at) === 0;
}

/** Lets the term run on where the member qualifies again, and that goes further. */
export function renewByQualifying(work: Work, { at, by, triggered }: Occasion): void {
  const { track } = work;
  if (track.tier === 0) return;
  if (!track.inGrace && (at < track.longestUntil || track.expiresAt === Number.POSITIVE_INFINITY)) return;
  const term = track.inGrace ? termAfterGrace(work, at) : termOf(work, track.tier, at);
  if (!track.inGrace && term.expiresAt <= track.expiresAt) {
    track.longestUntil = sameTermUntil(work, track.tier, at);
    return;
  }
  if (!renewable(work, at)) return;
  renew(work, { at, by, triggered }, term);
}

/** The term runs on from where it ended; where that is over as well, from here. */
function termAfterGrace(work: Work, at: number): Term {
  const { tier, measuredAt } = work.track;
  const term = termOf(work, tier, measuredAt, measuredAt - 1);
  return term.expiresAt > at ? term : termOf(work, tier, at);
}

/** Counts at once what has been reached by now: by a rise, or else by a longer term. */
export function riseOrRenew(work: Work, occasion: Occasion): void {
  const { upgrade, renewal } = work.program.policy;
  if (upgrade.timing === 'immediate' && rise(work, occasion)) return;
  if (renewal.timing === 'onQualifying') renewByQualifying(work, occasion);
}

/** Begins a new term of the same tier, which its holder has qualified for. */
export function renew(work: Work, occasion: Occasion, term: Term): void {
  const { at, triggered } = occasion;
  settleCounters(work, work.program.renewal(work.track.tier), 0, at, triggered);
  beginRenewed(work, occasion, term);
}

/** The same, once the counters are settled. */
export function beginRenewed(work: Work, { at, by, triggered }: Occasion, term: Term): void {
  const { track } = work;
  track.source = track.tier === 0 ? 'base' : 'earned';
  startTerm(work, at, term, triggered);
  if (work.program.notesHighest) noteQualified(work, at);
  emit(work, {
    kind: 'renewed',
    tier: nameOf(work, track.tier),
    expiresAt: ending(term.expiresAt),
    at,
    by,
    version: versionOf(work),
  });
  recordEarned(work, at);
  recordHeld(work, at);
}

/** Writes down an event. */
export function emit(work: Work, event: TierEvent): void {
  work.events.push(event);
}

/** An end as histories give it. */
export function ending(instant: number): number | null {
  return instant === Number.POSITIVE_INFINITY ? null : instant;
}
