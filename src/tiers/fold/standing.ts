/** The tier held: what was earned, under and over the overrides in force. */
import type { TierInterval } from '../history.js';
import type { TierSource } from '../metric.js';
import type { ActiveGrant, Work } from './work.js';

/** A tier, why it is held and until when. */
export interface Held {
  readonly tier: number;
  readonly source: TierSource;
  readonly until: number;
  /** What gives it. */
  readonly by: 'earned' | 'lifetime' | ActiveGrant;
}

/** What a member holds. The last pin decides; otherwise the highest of earned tier and floors, under the lowest ceiling. */
export function heldBy({ track, lifetime, grants }: Work): Held {
  let held: Held = { tier: track.tier, source: track.source, until: track.expiresAt, by: 'earned' };
  if (lifetime > 0)
    held = higher(held, {
      tier: lifetime,
      source: 'lifetime',
      until: Number.POSITIVE_INFINITY,
      by: 'lifetime',
    });
  for (const grant of grants) if (grant.mode === 'floor') held = higher(held, givenBy(grant));
  for (const grant of grants)
    if (grant.mode === 'ceiling' && grant.tier < held.tier) held = under(grant, held);
  const pin = grants.findLast(({ mode }) => mode === 'pin');
  return pin === undefined ? held : givenBy(pin);
}

function givenBy(grant: ActiveGrant): Held {
  return { tier: grant.tier, source: grant.source, until: grant.until, by: grant };
}

/** What a ceiling leaves is held as before, and until either ends; the base is everybody's. */
function under(ceiling: ActiveGrant, held: Held): Held {
  const until = Math.min(ceiling.until, held.until);
  const source = ceiling.tier === 0 ? 'base' : held.source;
  return { tier: ceiling.tier, source, until, by: ceiling };
}

/** The first, unless the other is higher, or as high and lasts longer. */
function higher(a: Held, b: Held): Held {
  if (b.tier !== a.tier) return b.tier > a.tier ? b : a;
  return { ...a, until: Math.max(a.until, b.until) };
}

/** Writes down what is held from an instant on, where it has changed. */
export function recordHeld(work: Work, at: number): void {
  const { tier, source } = work.grants.length === 0 && work.lifetime === 0 ? work.track : heldBy(work);
  const name = nameOf(work, tier);
  record(work.intervals, name, source, at);
  record(work.counted, name, source, at, work.intervals);
}

/** Writes down what is earned from an instant on. */
export function recordEarned(work: Work, at: number): void {
  record(work.earned, nameOf(work, work.track.tier), work.track.source, at);
}

/** The version of the policy in force, which every event names. */
export function versionOf({ program }: Work): string {
  return program.policy.version;
}

/** The name of a tier. */
export function nameOf(work: Work, place: number): string {
  return work.program.tiers[place]?.tier ?? '';
}

/** What `like` has recorded already need not be made again. */
function record(
  intervals: TierInterval[],
  tier: string,
  source: TierSource,
  at: number,
  like?: readonly TierInterval[],
): void {
  const end = intervals.length - 1;
  const last = intervals[end];
  if (last === undefined || (last.tier === tier && last.source === source)) return;
  // What began and ended in one instant was never held; what then goes on as before goes on.
  if (last.from < at) {
    const closed = like?.[like.length - 2];
    const open = like?.[like.length - 1];
    if (
      open?.from === at &&
      closed?.from === last.from &&
      closed.tier === last.tier &&
      closed.source === last.source
    ) {
      intervals[end] = closed;
      intervals.push(open);
      return;
    }
    intervals[end] = { tier: last.tier, source: last.source, from: last.from, until: at };
    intervals.push({ tier, source, from: at, until: null });
    return;
  }
  intervals.pop();
  const before = intervals[end - 1];
  if (before !== undefined && before.until === at && before.tier === tier && before.source === source)
    intervals[end - 1] = { ...before, until: null };
  else intervals.push({ tier, source, from: at, until: null });
}
