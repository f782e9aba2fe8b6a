/** Overrides: granted, kept, ended. */

import type { GrantRevocation, StatusGrant } from '../member.js';
import type { StatusOffer } from '../model.js';
import type { Term } from '../program.js';
import { addDuration } from '../time/civil-duration.js';
import { dayOf } from './days.js';
import { firstThatHolds, offerHolds } from './measure.js';
import { emit, ending, moveTo, startTerm } from './rise.js';
import { heldBy, nameOf, recordEarned, recordHeld, versionOf } from './standing.js';
import { termOf, termUntil } from './term.js';
import type { ActiveGrant, Work } from './work.js';

/** The offer that a grant is made by, if any. */
export function offerOf(work: Work, { offer }: StatusGrant): StatusOffer | undefined {
  return offer === undefined ? undefined : work.program.offers.get(offer);
}

/** A checked grant with what its offer says. */
export function completed(work: Work, grant: StatusGrant): ActiveGrant {
  const offer = offerOf(work, grant);
  const fallback = grant.fallback ?? offer?.fallback;
  const lasts =
    offer?.lasts === undefined
      ? Number.POSITIVE_INFINITY
      : work.program.clock.startOf(addDuration(dayOf(work, grant.at), offer.lasts));
  return {
    grant,
    tier: work.program.placeOf.get(grant.tier ?? offer?.tier ?? '') ?? 0,
    mode: grant.mode ?? offer?.mode ?? 'floor',
    source: grant.source ?? offer?.source ?? 'manual',
    until: grant.until ?? lasts,
    heldBefore: heldBy(work).tier,
    ...(offer?.challenge === undefined ? {} : { challenge: offer.challenge }),
    ...(fallback === undefined ? {} : { fallback }),
    version: versionOf(work),
  };
}

export function applyGrant(work: Work, grant: StatusGrant): void {
  const active = completed(work, grant);
  const { at, id } = grant;
  const { mode, source, until } = active;
  work.grants.push(active);
  work.due = Number.NaN;
  const tier = nameOf(work, active.tier);
  emit(work, {
    kind: 'overrideApplied',
    grant: id,
    mode,
    tier,
    source,
    until: ending(until),
    at,
    by: id,
    version: versionOf(work),
  });
  recordHeld(work, at);
}

/** Overrides whose time is up. */
export function endGrants(work: Work, at: number): void {
  for (const active of work.grants.filter(({ until }) => until <= at)) {
    const { challenge } = active;
    const kept = challenge !== undefined && offerHolds(work, challenge.keepIf, at - 1, active.grant.at);
    if (kept) keep(work, active, at, challenge.keepFor);
    else fallBack(work, active, at);
    end(work, active, kept ? 'kept' : 'ended', at, null);
  }
}

/** An override that is taken back. */
export function revoke(work: Work, { of, at, id }: GrantRevocation): void {
  const active = work.grants.find(({ grant }) => grant.id === of);
  if (active === undefined) return;
  fallBack(work, active, at);
  end(work, active, 'revoked', at, id);
}

function end(
  work: Work,
  active: ActiveGrant,
  outcome: 'ended' | 'kept' | 'revoked',
  at: number,
  by: string | null,
): void {
  work.grants = work.grants.filter((one) => one !== active);
  work.due = Number.NaN;
  const tier = nameOf(work, heldBy(work).tier);
  emit(work, {
    kind: 'overrideEnded',
    grant: active.grant.id,
    outcome,
    tier,
    at,
    by,
    version: versionOf(work),
  });
  recordHeld(work, at);
}

function keep(work: Work, active: ActiveGrant, at: number, keepFor: string | undefined): void {
  const own = termOf(work, active.tier, at);
  if (keepFor === undefined) raise(work, active, active.tier, at, own);
  else raise(work, active, active.tier, at, termUntil(work, addDuration(dayOf(work, at), keepFor)));
}

function fallBack(work: Work, active: ActiveGrant, at: number): void {
  const place = fallbackPlace(work, active, at);
  if (place !== undefined) raise(work, active, place, at, termOf(work, place, at));
}

function fallbackPlace(
  work: Work,
  { grant, heldBefore, fallback, version }: ActiveGrant,
  at: number,
): number | undefined {
  if (fallback === undefined || fallback.kind === 'earned') return undefined;
  if (fallback.kind === 'tier') return placeNamed(work, fallback.tier, version);
  if (fallback.unlessHeldBefore === true && heldBefore > 0) return undefined;
  const step = fallback.steps.find(({ when }) => offerHolds(work, when, at - 1, grant.at));
  return step && placeNamed(work, step.tier, version);
}

/** The place of a tier by the name that a version, this one or an earlier one, has for it. */
function placeNamed(work: Work, tier: string, version: string): number | undefined {
  const { placeOf } = work.program;
  if (version === versionOf(work)) return placeOf.get(tier);
  return work.aliases.get(tier) ?? placeOf.get(tier);
}

/** Gives at least a tier as if it had been earned, though its source says how it was. */
function raise(work: Work, { source }: ActiveGrant, place: number, at: number, term: Term): void {
  const { track } = work;
  if (place < track.tier || (place === track.tier && term.expiresAt <= track.expiresAt)) return;
  if (place > track.tier) {
    moveTo(work, place, at, false);
    track.source = source;
  }
  startTerm(work, at, term, false);
  recordEarned(work, at);
}

/** Gives the highest tier whose lifetime criterion holds, for good. */
export function riseForLife(work: Work, at: number, by: string | null): void {
  const { lifetime, tiers } = work.program;
  if (lifetime === undefined) return;
  const first = firstThatHolds(work, lifetime, at);
  const place = first < 0 ? 0 : tiers.length - 1 - first;
  if (place <= work.lifetime) return;
  work.lifetime = place;
  // Time at a tier may begin to count.
  work.due = Number.NaN;
  emit(work, {
    kind: 'overrideApplied',
    grant: null,
    mode: 'floor',
    tier: nameOf(work, place),
    source: 'lifetime',
    until: null,
    at,
    by,
    version: versionOf(work),
  });
  recordHeld(work, at);
}
