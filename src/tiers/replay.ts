/** From a member's dated entries to the full history of tiers: all at once, or one entry after the other. */
import { type AsOf, instantOf, isInstant } from '../foundation/instant.js';
import { compareText } from '../foundation/ordering.js';
import type { Problem } from '../foundation/problem.js';
import { left, type Result, right, unless } from '../foundation/result.js';
import type { CompiledTiers } from './compile.js';
import { entryProblem, shapeProblem } from './fold/accept.js';
import { type Programs, programsOf } from './fold/ready.js';
import { ending } from './fold/rise.js';
import { stateOf, workOf } from './fold/snapshot.js';
import { heldBy, nameOf } from './fold/standing.js';
import { passTime, take } from './fold/take.js';
import { newWork, type Work } from './fold/work.js';
import type { RejectedEntry, TierHistory, TierInterval, TierStanding, TierState } from './history.js';
import type { TierEntry, TierMember } from './member.js';
import { problem, wrong } from './policy-problem.js';

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
 *   zone: 'Europe/London',
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
  const programs = programsOf(tiers);
  const asOf = askedAt(programs, member.enrolledAt, options.asOf);
  if (asOf._tag === 'Left') return asOf;
  const known = knownBy(programs, options);
  if (known._tag === 'Left') return known;
  const work = newWork(programs.versions, programs.starts, member);
  const rejected = takeAll(work, member.log, asOf.right, known.right);
  passTime(work, asOf.right);
  return right(historyOf(work, asOf.right, rejected));
}

/** A member at enrolment, before any entry; then {@link advanceTier} takes in one after the other. */
export function startTier(
  tiers: CompiledTiers,
  member: Pick<TierMember, 'memberId' | 'enrolledAt'>,
): Result<TierState> {
  const programs = programsOf(tiers);
  return unless(enrolmentProblems(member.enrolledAt), () =>
    stateOf(newWork(programs.versions, programs.starts, member), tiers.ladder),
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
  const restored = workOf(programsOf(tiers), tiers.ladder, state);
  if (restored._tag === 'Left') return restored;
  const work = restored.right;
  const shape = shapeProblem(entry, ['entry']);
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
  const programs = programsOf(tiers);
  const asOf = askedAt(programs, state.enrolledAt, options.asOf);
  if (asOf._tag === 'Left') return asOf;
  const restored = workOf(programs, tiers.ladder, state);
  if (restored._tag === 'Left') return restored;
  if (asOf.right < state.at) return left(tooEarly(state.at, asOf.right));
  passTime(restored.right, asOf.right);
  return right(historyOf(restored.right, asOf.right, []));
}

/** The time within which an instant lies; `undefined` before the enrolment and after the history's end. */
export function tierAt(history: TierHistory, at: number): TierInterval | undefined {
  if (at > history.asOf) return undefined;
  return history.intervals.findLast(({ from }) => from <= at);
}

function takeAll(
  work: Work,
  log: readonly TierEntry[],
  asOf: number,
  known: number,
): readonly RejectedEntry[] {
  const rejected: RejectedEntry[] = [];
  const reject = (index: number, one: Problem): void => {
    rejected.push({ index, id: idOf(log[index]), problem: one });
  };
  for (const index of inOrder(log, reject)) {
    const entry = log[index] as TierEntry;
    if (entry.at > asOf) break;
    if ((entry.recordedAt ?? entry.at) > known) continue;
    passTime(work, Math.max(entry.at, work.enrolledAt));
    const refused = entryProblem(work, entry, ['log', index]);
    if (refused === undefined) take(work, entry);
    else reject(index, refused);
  }
  return rejected.sort((a, b) => a.index - b.index);
}

/** The indices of entries of the right shape, by time and id. */
function inOrder(
  log: readonly TierEntry[],
  reject: (index: number, problem: Problem) => void,
): readonly number[] {
  const indices: number[] = [];
  let sorted = true;
  for (let index = 0; index < log.length; index += 1) {
    const entry = log[index] as TierEntry;
    const shape = shapeProblem(entry, ['log', index]);
    if (shape !== undefined) {
      reject(index, shape);
      continue;
    }
    const last = log[indices.at(-1) ?? index] as TierEntry;
    sorted &&= compareEntries(last, entry) <= 0;
    indices.push(index);
  }
  if (sorted) return indices;
  return indices.sort((a, b) => compareEntries(log[a] as TierEntry, log[b] as TierEntry) || a - b);
}

function compareEntries(a: TierEntry, b: TierEntry): number {
  return a.at - b.at || compareText(a.id, b.id);
}

function idOf(entry: unknown): string {
  const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
  return typeof id === 'string' ? id : '';
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

function enrolmentProblems(enrolledAt: number): readonly Problem[] {
  if (isInstant(enrolledAt)) return [];
  const type = { en: 'instant in whole epoch milliseconds', zh: '整数毫秒时间戳' };
  return [wrong('wrongType', ['enrolledAt'], type, enrolledAt)];
}

/** The instant that is asked about, which must have rules. */
function askedAt(programs: Programs, enrolledAt: number, asOf: AsOf): Result<number> {
  const [wrongEnrolment] = enrolmentProblems(enrolledAt);
  if (wrongEnrolment !== undefined) return left(wrongEnrolment);
  const clock = programs.versions.at(-1)?.clock;
  const at = clock === undefined ? right(Number.NaN) : instantOf(asOf, clock);
  if (at._tag === 'Left') return at;
  if (at.right < enrolledAt) return left(tooEarly(enrolledAt, at.right));
  if (at.right < programs.end) return at;
  const end = new Date(programs.end).toISOString();
  const type = { en: `time before the policies end, ${end}`, zh: `早于方案终止时间 ${end} 的时间` };
  return left(wrong('noPolicyInForce', ['asOf'], type, new Date(at.right)));
}

function tooEarly(since: number, asOf: number): Problem {
  const from = new Date(since).toISOString();
  const type = { en: `time from ${from} on`, zh: `不早于 ${from} 的时间` };
  return wrong('tooEarly', ['asOf'], type, new Date(asOf));
}

function knownBy(programs: Programs, { knownAsOf }: ReplayOptions): Result<number> {
  const clock = programs.versions.at(-1)?.clock;
  if (knownAsOf === undefined || clock === undefined) return right(Number.POSITIVE_INFINITY);
  const at = instantOf(knownAsOf, clock);
  if (at._tag === 'Right') return at;
  return left(problem('notAnInstant', ['knownAsOf'], at.left[0].expected, knownAsOf));
}

function historyOf(work: Work, asOf: number, rejected: readonly RejectedEntry[]): TierHistory {
  const { memberId, intervals, earned, events } = work;
  return { memberId, asOf, standing: standingOf(work), intervals, earned, events, rejected };
}

function standingOf(work: Work): TierStanding {
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
  const before = intervals.findLastIndex((interval) => interval.tier !== tier);
  return intervals[before + 1]?.from ?? Number.NaN;
}
