/** From a member's dated entries to the full history of tiers: all at once, or one entry after the other. */
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import type { Problem } from '../foundation/problem.js';
import { left, type Result, right, unless } from '../foundation/result.js';
import { wrong } from './check/policy-problem.js';
import type { CompiledTiers } from './evaluate/compile.js';
import { entryProblem, shapeProblem } from './fold/accept.js';
import {
  askedAt,
  compareEntries,
  endedProblem,
  enrolmentProblems,
  objectProblem,
  tiersProblem,
  tooEarly,
  workAsOf,
} from './fold/as-of.js';
import { programsOf } from './fold/ready.js';
import { ending } from './fold/rise.js';
import { stateOf, workOf } from './fold/snapshot.js';
import { heldBy, nameOf } from './fold/standing.js';
import { enrolled, passTime, take } from './fold/take.js';
import { unknownOf } from './fold/unknown.js';
import type { Work } from './fold/work.js';
import type { RejectedEntry, TierHistory, TierInterval, TierStanding, TierState } from './history.js';
import type { TierEntry, TierMember } from './member.js';

/** What a history is asked for. */
export interface HistoryOptions {
  /** The last instant that counts. */
  readonly asOf: AsOf;
}

/** What a replay is asked for. */
export interface ReplayOptions extends HistoryOptions {
  /** Only entries that were known by then (their `recordedAt`, or else the time they took effect). */
  readonly knownAsOf?: AsOf;
}

/**
 * The full tier history of a member. Entries are taken in by the time they took effect, those of one instant by id;
 * later ones than `asOf` are left alone. An entry that cannot be taken in is in `rejected` with its problem, at
 * `['log', index]`, and changes nothing.
 *
 * A `Left` where the question itself is wrong: no instant, one before the enrolment, or one after the policies end.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, orThrow, replayTiers } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'Coffee club',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'rollingMonths', months: 12 },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 50_000 } },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 15),
 *   log: [
 *     { kind: 'activity', id: '1', at: Date.UTC(2025, 1, 3, 9), type: 'order', values: { spend: 20_000 } },
 *     { kind: 'activity', id: '2', at: Date.UTC(2025, 4, 1, 9), type: 'order', values: { spend: 30_000 } },
 *   ],
 * } as const;
 * const history = orThrow(replayTiers(orThrow(compileTiers(policy)), ann, { asOf: '2026-11-22' }));
 *
 * history.intervals.map(({ tier, from }) => [tier, new Date(from).toISOString().slice(0, 10)]); // => [['member', '2025-01-15'], ['gold', '2025-05-01'], ['member', '2026-05-01']]
 * history.events.map(({ kind }) => kind); // => ['entered', 'upgraded', 'downgraded']
 * ```
 */
export function replayTiers(
  tiers: CompiledTiers,
  member: TierMember,
  options: ReplayOptions,
): Result<TierHistory> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const { work, asOf, rejected } = found.right;
  return right(historyOf(work, asOf, rejected));
}

/** A member at enrolment, before any entry; then {@link advanceTier} takes in one after the other. */
export function startTier(
  tiers: CompiledTiers,
  member: Pick<TierMember, 'memberId' | 'enrolledAt'>,
): Result<TierState> {
  const wrongArgument = tiersProblem(tiers) ?? objectProblem(member, ['member']);
  if (wrongArgument !== undefined) return left(wrongArgument);
  const programs = programsOf(tiers);
  return unless(enrolmentProblems(member.enrolledAt), () =>
    stateOf(enrolled(programs.versions, programs.starts, member), tiers.ladder),
  );
}

/**
 * The state after one more entry; the same as a replay with it. An entry older than the latest one is refused: replay
 * the whole log then. Refused too is what {@link replayTiers} would reject.
 *
 * @example
 * ```ts
 * // continues
 * import { advanceTier, startTier, tierHistory } from 'clientele/tiers';
 *
 * const tiers = orThrow(compileTiers(policy));
 * const first = orThrow(startTier(tiers, ann));
 * const second = orThrow(advanceTier(tiers, first, ann.log[1]));
 *
 * orThrow(tierHistory(tiers, second, { asOf: '2025-06-01' })).standing.tier; // => 'member'
 * advanceTier(tiers, second, ann.log[0])._tag; // => 'Left'
 * ```
 */
export function advanceTier(tiers: CompiledTiers, state: TierState, entry: TierEntry): Result<TierState> {
  const notCompiled = tiersProblem(tiers);
  if (notCompiled !== undefined) return left(notCompiled);
  const programs = programsOf(tiers);
  const restored = workOf(programs, tiers.ladder, state);
  if (restored._tag === 'Left') return restored;
  const work = restored.right;
  const shape = shapeProblem(entry, ['entry']) ?? endedProblem(programs, entry.at, ['entry', 'at']);
  if (shape !== undefined) return left(shape);
  const late = lateProblem(work, entry);
  if (late !== undefined) return left(late);
  passTime(work, Math.max(entry.at, work.enrolledAt));
  const refused = entryProblem(work, entry, ['entry']);
  if (refused !== undefined) return left(refused);
  take(work, entry);
  return right(stateOf(work, tiers.ladder));
}

/** The history of a state, at its latest instant or later. */
export function tierHistory(
  tiers: CompiledTiers,
  state: TierState,
  options: HistoryOptions,
): Result<TierHistory> {
  const notCompiled = tiersProblem(tiers);
  if (notCompiled !== undefined) return left(notCompiled);
  const programs = programsOf(tiers);
  const restored = workOf(programs, tiers.ladder, state);
  if (restored._tag === 'Left') return restored;
  const asOf = askedAt(programs, state.enrolledAt, options.asOf);
  if (asOf._tag === 'Left') return asOf;
  if (asOf.right < state.at) return left(tooEarly(state.at, asOf.right));
  passTime(restored.right, asOf.right);
  return right(historyOf(restored.right, asOf.right, []));
}

/**
 * The time within which an instant lies, written as `asOf` is: epoch milliseconds, a `Date`, ISO 8601 text with `Z` or
 * an offset, or a day, which means its last instant in the history's zone. `undefined` before the enrolment, after the
 * history's end, and for what is no instant.
 */
export function tierAt(history: TierHistory, at: AsOf): TierInterval | undefined {
  const instant = typeof at === 'number' ? at : instantIn(at, history.zone);
  if (!(instant <= history.asOf)) return undefined;
  return history.intervals.findLast(({ from }) => from <= instant);
}

function instantIn(at: AsOf, zone: string): number {
  const clock = clockOf(zone);
  const instant = clock._tag === 'Left' ? clock : instantOf(at, clock.right);
  return instant._tag === 'Left' ? Number.NaN : instant.right;
}

function lateProblem(work: Work, entry: TierEntry): Problem | undefined {
  const last = work.log.at(-1);
  const inTime = entry.at >= work.at && (last === undefined || compareEntries(last, entry) < 0);
  if (inTime || entry.at < work.enrolledAt || work.ids.has(entry.id)) return undefined;
  const latest = new Date(work.at).toISOString();
  return wrong(
    'tooLate',
    ['entry', 'at'],
    {
      en: `time after ${latest}; replay the whole log instead`,
      zh: `晚于 ${latest} 的时间（否则请重放全部记录）`,
    },
    new Date(entry.at),
  );
}

function historyOf(work: Work, asOf: number, rejected: readonly RejectedEntry[]): TierHistory {
  const { memberId, intervals, earned, events } = work;
  const { zone } = work.program.clock;
  const problems = unknownOf(work, asOf);
  return { memberId, zone, asOf, standing: standingOf(work), intervals, earned, events, rejected, problems };
}

/** Where a member stands at the latest instant that was taken in. */
export function standingOf(work: Work): TierStanding {
  const held = heldBy(work);
  const tier = nameOf(work, held.tier);
  const { track, program } = work;
  return {
    tier,
    source: held.source,
    since: sinceOf(work.intervals, tier),
    expiresAt: ending(held.until),
    earned: { tier: nameOf(work, track.tier), since: track.since, expiresAt: ending(track.expiresAt) },
    version: program.policy.version,
  };
}

/** When the present tier began, however its source has changed since. */
function sinceOf(intervals: readonly TierInterval[], tier: string): number {
  let first = intervals.length - 1;
  while (first > 0 && intervals[first - 1]?.tier === tier) first -= 1;
  return intervals[first]?.from ?? Number.NaN;
}
