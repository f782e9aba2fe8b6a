/** Which single return would cost a member the tier. */
import { type Result, right } from '../../foundation/result.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { workAsOf } from '../fold/as-of.js';
import { copyOf } from '../fold/copy.js';
import { dayOf } from '../fold/days.js';
import { firstAt } from '../fold/rows.js';
import { spanAt } from '../fold/spans.js';
import { earliestRunning } from '../fold/still-running.js';
import { passTime, take } from '../fold/take.js';
import { termEndOf } from '../fold/term-end.js';
import { START, type Work } from '../fold/work.js';
import type { TierEvent, TierStanding } from '../history.js';
import type { TierMember } from '../member.js';
import { type ReplayOptions, standingOf } from '../replay.js';
import { subtractDuration } from '../time/civil-duration.js';
import { suspected } from './returns-in-groups.js';

/** What returns are asked for. */
export interface ReturnOptions extends ReplayOptions {
  /** Ids of the activities to try, however old; default: all that lie within the bound. */
  readonly only?: readonly string[];
}

/** An activity whose return would change where the member stands. */
export interface CostlyReturn {
  /** Id of the activity. */
  readonly of: string;
  /** When it was done. */
  readonly at: number;
  /** Where the member would stand right after its return. */
  readonly standing: TierStanding;
  /** Whether the tier held would be lost at once. */
  readonly losesTier: boolean;
  /** Where the member would stand once the present term has ended, if nothing more is done; `null`: no end is set. */
  readonly atExpiry: TierStanding | null;
}

/**
 * The activities of which a return in whole at `asOf` would change the tier held or its expiry, at once by the
 * policy's rule of claw-back, or once the present term has ended, if nothing more is done. In the order of time.
 *
 * Activities taken in and not yet returned are tried one at a time; each is a replay of the member, so that the time
 * it takes grows with the length of the log times the number tried: 50 orders of a year take about 30 ms, 500 of them
 * 0.3 s, 5,000 of them 15 s (two shared cores). Where more activity can only raise a tier and let it last longer, groups
 * that make no difference together are ruled out by one replay, and 5,000 take less than half a second. These rules are:
 * upgrades at once that jump and keep the counters, renewal `onQualifying`, one criterion for each tier that asks for
 * more over one window, claw-back at once, nothing given, redeemed or carried over; with tiers without an end, terms
 * that end with the periods that are counted, or, until a term has ended, any that go on from the latest activity.
 *
 * Tried are those within a window that decides: of entry, of renewal or of a tier for life, as it stands now, as it
 * will when the renewal is measured, or as it stood when the present tier or term began; of a tier that was landed on or
 * climbed to, since the member last left the base (not counting a fall there and a rise in the same instant); of what
 * was given, since its grant. What carries over takes in the period before. Not tried are older ones, which could only
 * tell through what came of them since (a re-entry, time at a tier); `only` names what to try instead, of any age. Those
 * that count for nothing are passed over. An expiry that would come later is a change too (a renewal that never was).
 *
 * A `Left` where the question itself is wrong, as for `replayTiers`.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, orThrow, returnsThatCost } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'Coffee club',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 500 } },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 15),
 *   log: [
 *     { kind: 'activity', id: 'mug', at: Date.UTC(2025, 1, 1), type: 'order', values: { spend: 20 } },
 *     { kind: 'activity', id: 'machine', at: Date.UTC(2025, 4, 1), type: 'order', values: { spend: 600 } },
 *   ],
 * } as const;
 * const costly = orThrow(returnsThatCost(orThrow(compileTiers(policy)), ann, { asOf: '2025-06-30' }));
 *
 * costly.map(({ of, losesTier, standing }) => [of, losesTier, standing.tier]); // => [['machine', true, 'member']]
 * ```
 */
export function returnsThatCost(
  tiers: CompiledTiers,
  member: TierMember,
  options: ReturnOptions,
): Result<readonly CostlyReturn[]> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const { work, asOf } = found.right;
  const { only } = options;
  const now = standingOf(work);
  const end = termEndOf(work)?.decidedAt ?? Number.POSITIVE_INFINITY;
  const later = laterOf(work, end);
  const costly: CostlyReturn[] = [];
  const first = only === undefined ? firstThatDecides(work, asOf) : 0;
  const asked = only === undefined ? undefined : new Set(only);
  const tried = [...work.rows.activities.keys()].filter(
    (row) => row >= first && asked?.has(idAt(work, row)) !== false && matters(work, row),
  );
  const isSame = (without: Work): boolean =>
    same(standingOf(without), now) && same(laterOf(without, end), later);
  for (const row of suspected(work, tried, asOf, isSame)) {
    const of = idAt(work, row);
    const without = copyOf(work);
    take(without, { kind: 'return', id: freshId(without), at: asOf, of });
    const standing = standingOf(without);
    const atExpiry = laterOf(without, end);
    if (same(standing, now) && same(atExpiry, later)) continue;
    const losesTier = standing.tier !== now.tier;
    costly.push({ of, at: work.rows.at[row] ?? Number.NaN, standing, losesTier, atExpiry });
  }
  return right(costly);
}

function idAt({ rows }: Work, row: number): string {
  return rows.activities[row]?.id ?? '';
}

/** The first row within a window that decides the present tier, its term, or the next one. */
function firstThatDecides(work: Work, at: number): number {
  const { program, track } = work;
  const end = termEndOf(work);
  const judged = [program.entry(track.highestHeld), program.renewal(track.tier)];
  if (program.lifetime !== undefined) judged.push(program.lifetime);
  // A tier that was landed on, or climbed to, comes of those that were held before it.
  const alone = track.trigger !== null && program.policy.upgrade.path === 'jump';
  const reached = alone ? track.since : Math.min(track.since, leftBaseAt(work));
  const begun = [reached, track.termStart].map((instant) => measuredFor(work, instant));
  const fixed = [at, ...begun, track.measuredAt - 1, end?.measuredAt ?? at];
  const instants = fixed.filter((instant) => instant >= work.enrolledAt && Number.isFinite(instant));
  const windows = judged.flatMap(({ measures }) => measures.map(({ window }) => window));
  let first = work.rows.at.length;
  // Without what was reset since: a return is judged as if it had never been.
  const unreset = { ...work, floor: START, spans: [] };
  for (const window of new Set(windows)) {
    const kind = program.windows[window]?.kind;
    if (kind === 'sinceTierStart' || kind === 'sinceLastChange')
      first = Math.min(first, firstAt(work.rows, termBefore(work, reached)));
    for (const instant of instants) {
      const span = spanAt(unreset, window, instant);
      first = Math.min(first, span.first);
      if (program.policy.carryOver === undefined || !Number.isFinite(span.from)) continue;
      first = Math.min(first, spanAt(unreset, window, Math.max(work.enrolledAt, span.from - 1)).first);
    }
  }
  // What was given may have ended on a tier by what was done since; one that is over counts as one in force.
  for (const { kind, at: since } of work.log)
    if (kind === 'grant') first = Math.min(first, firstAt(work.rows, since));
  // The end of the term may land on what an earlier period has given.
  if (end !== undefined && Number.isFinite(end.decidedAt))
    first = Math.min(first, firstAt(work.rows, earliestRunning(work, track.tier, end.decidedAt)));
  // What triggered the tier may lie before a window that counts from after it.
  const trigger = work.rows.activities.findIndex(({ id }) => id === track.trigger);
  return trigger < 0 ? first : Math.min(first, trigger);
}

/**
 * An instant no later than that as of which what began at another one was measured: where time began it, that was just
 * before, or before an extension, a grace or the wait for a scheduled day.
 */
function measuredFor(work: Work, began: number): number {
  const day = dayOf(work, began);
  const days = work.versions.map(({ policy, lasting }) => {
    const waited = policy.schedule === undefined ? 0 : YEAR;
    const extended = lasting.map(({ validity }) =>
      validity.kind === 'endOfPeriod' ? subtractDuration(day, validity.extend ?? 'P0D') : day,
    );
    return subtractDuration(Math.min(...extended), policy.grace.tier ?? 'P0D') - waited;
  });
  return Math.max(work.enrolledAt, work.program.clock.startOf(Math.min(...days)) - 1);
}

/** When the tier last left the base, but for falls from which it rose again in the same instant. */
function leftBaseAt({ events, enrolledAt, returned, track, versions }: Work): number {
  const isBase = (tier: string): boolean => versions.some(({ placeOf }) => placeOf.get(tier) === 0);
  let left = track.aboveBaseSince;
  const fellAt = (instant: number): boolean =>
    events.some((one) => one.kind === 'downgraded' && one.at === instant && isBase(one.to));
  // Nothing is before the enrolment, though a tier may be reached, lost and reached again in its instant.
  while (left > enrolledAt && fellAt(left)) {
    // Where something was returned the events may tell of terms that never were.
    if (returned.size > 0) return enrolledAt;
    const before = events.findLast((one) => one.kind === 'upgraded' && one.at < left && isBase(one.from));
    left = before?.at ?? enrolledAt;
  }
  return left;
}

/** Days between two days of a schedule, at most. */
const YEAR = 366;

/**
 * When the term began in which a tier was reached: what counts since the start of a term, or since a change, counted
 * from there on. Where something was returned the events may tell of terms that never were.
 */
function termBefore({ events, enrolledAt, returned }: Work, reached: number): number {
  if (returned.size > 0) return enrolledAt;
  return events.findLast(({ kind, at }) => at < reached && CHANGES.has(kind))?.at ?? enrolledAt;
}

const CHANGES: ReadonlySet<TierEvent['kind']> = new Set(['entered', 'upgraded', 'softLanded', 'downgraded']);

function laterOf(work: Work, end: number): TierStanding | null {
  if (!Number.isFinite(end)) return null;
  const copy = copyOf(work);
  passTime(copy, end);
  return standingOf(copy);
}

/** Whether a row counts for anything under some version: what adds to no total and no distinct value does not. */
function matters({ rows, versions, returned }: Work, row: number): boolean {
  const activity = rows.activities[row];
  if (activity === undefined || returned.get(activity.id) === 'all') return false;
  const adds = rows.totals.some((totals) => totals[row + 1] !== totals[row]);
  return adds || versions.length > 1 || (versions[0]?.countsDistinct ?? false);
}

function freshId({ ids }: Work): string {
  let id = 'return';
  while (ids.has(id)) id = `${id}+`;
  return id;
}

function same(a: TierStanding | null, b: TierStanding | null): boolean {
  return a?.tier === b?.tier && a?.expiresAt === b?.expiresAt;
}
