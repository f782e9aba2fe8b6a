/** What is missing for the tiers above, and to stay: every minimal way, what it costs, and until when. */
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { problem, unknownName, wrong } from '../check/policy-problem.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { type Moment, workAsOf } from '../fold/as-of.js';
import { copyOf } from '../fold/copy.js';
import { dueTimes } from '../fold/due.js';
import { columnsBehind, firstThatHolds, offerHolds } from '../fold/measure.js';
import { namedTier } from '../fold/named-tier.js';
import { ending } from '../fold/rise.js';
import { spanAt } from '../fold/spans.js';
import { heldBy, nameOf } from '../fold/standing.js';
import type { Situation } from '../fold/supplies.js';
import { passTime, settleReturns } from '../fold/take.js';
import { termOf } from '../fold/term.js';
import { isSecured, termEndOf } from '../fold/term-end.js';
import { situationAt, waysTo } from '../fold/ways.js';
import type { Work } from '../fold/work.js';
import type { TierMember } from '../member.js';
import type { Judged } from '../program.js';
import type { ReplayOptions } from '../replay.js';
import { statementsOf } from './progress-words.js';
import type { TierAhead, TierChallenge, TierProgress, TierRetention } from './tier-progress.js';
import { cheapestOf, type UnitCosts, type WayToTier, waysFrom } from './way.js';

/** What progress is asked for. */
export interface ProgressOptions extends ReplayOptions {
  /** What one unit of each metric costs the member, in any one currency; for the cheapest way. */
  readonly unitCosts?: UnitCosts;
  /** `'next'` leaves out the tiers above the next one, `'retain'` all of them. */
  readonly only?: 'next' | 'retain';
}

/**
 * What is missing for the tiers above and to keep the present one, as of an instant: every minimal way under all, any
 * and k of, over all metrics of the criteria.
 *
 * An activity at that instant which brings exactly the amounts of a way without conditions makes the tier's criterion
 * hold, and with immediate upgrades gives the tier at once; any less of one metric does not. Amounts of one metric
 * that several windows ask for are one amount. A combined metric is reached by one of the metrics behind it alone.
 * Nothing is said about which single activities could bring an amount: one activity adds 1 to a count. Returns that
 * wait for the next time the member is judged are taken as judged.
 *
 * Tiers ahead are those above the tier earned: who was given Gold and has earned nothing is told what earns Silver, as
 * only that stays when the grant ends. `challenges` are what keeps a given tier beyond its grant, with the deadline.
 *
 * A `Left` where the question itself is wrong, as for `replayTiers`, and for a unit cost that is negative, no finite
 * number, or of a metric that no version of the policy has.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, describe, orThrow, tierProgress } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our hotel',
 *   zone: 'UTC',
 *   metrics: { nights: { kind: 'sum', of: 'nights' }, stays: { kind: 'count' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     {
 *       tier: 'gold',
 *       name: { en: 'Gold', zh: '金卡' },
 *       rank: 1,
 *       entry: { anyOf: [{ metric: 'nights', atLeast: 25 }, { metric: 'stays', atLeast: 15 }] },
 *     },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 15),
 *   log: [{ kind: 'activity', id: '1', at: Date.UTC(2025, 1, 3), type: 'stay', values: { nights: 20 } }],
 * } as const;
 * const options = { asOf: '2025-06-30', unitCosts: { nights: 120, stays: 100 } };
 * const progress = orThrow(tierProgress(orThrow(compileTiers(policy)), ann, options));
 *
 * progress.next?.ways.map((way) => way.missing.map(({ metric, missing }) => [metric, missing])); // => [[['nights', 5]], [['stays', 14]]]
 * progress.next?.cheapest?.price; // => 600
 * describe(progress, 'en'); // => 'Gold: 5 more nights by 31 December 2025; or 14 more stays by 31 December 2025.'
 * ```
 */
export function tierProgress(
  tiers: CompiledTiers,
  member: TierMember,
  options: ProgressOptions,
): Result<TierProgress> {
  const found = workAsOf(tiers, member, options satisfies Moment);
  if (found._tag === 'Left') return found;
  const [refused, ...more] = optionProblems(found.right.work, options);
  if (refused !== undefined) return left(refused, ...more);
  const { asOf } = found.right;
  const work = settled(found.right.work, asOf);
  const { only, unitCosts } = options;
  const ahead = only === 'retain' ? [] : aheadOf(work, asOf, unitCosts);
  const next = ahead.find(({ ways }) => ways.some(({ conditions }) => conditions.length === 0)) ?? null;
  const higher = only === 'next' ? ahead.filter((one) => one === next) : ahead;
  const retain = only === 'next' ? null : retentionOf(work, asOf, unitCosts);
  const challenges = only === 'next' ? [] : challengesOf(work, asOf, unitCosts);
  const { clock, policy, placeOf } = work.program;
  const held = heldBy(work).tier;
  const above = (tier: string): boolean => (placeOf.get(tier) ?? 0) > held;
  return right({
    memberId: work.memberId,
    asOf,
    version: policy.version,
    tier: nameOf(work, held),
    earned: nameOf(work, work.track.tier),
    next,
    higher,
    retain,
    challenges,
    limitedBy: work.grants.flatMap(({ mode, grant }) => (mode === 'floor' ? [] : [grant.id])),
    get statements() {
      return statementsOf({ higher, retain, challenges }, above, { clock, metrics: policy.metrics });
    },
  });
}

/** What no answer could be given to: a cost that is none, or of nothing, and a part that there is not. */
function optionProblems({ versions }: Work, { only, unitCosts = {} }: ProgressOptions): readonly Problem[] {
  const known = [...new Set(versions.flatMap(({ metrics }) => [...metrics.keys()]))];
  const costs = Object.entries(unitCosts).flatMap(([metric, cost]: [string, unknown]): readonly Problem[] => {
    const path = ['unitCosts', metric];
    if (!known.includes(metric)) return [unknownName('unknownMetric', path, known, metric)];
    if (typeof cost === 'number' && Number.isFinite(cost) && cost >= 0) return [];
    return [wrong('outOfRange', path, { en: 'finite number, not negative', zh: '非负有限数' }, cost)];
  });
  if (only === undefined || PARTS.includes(only)) return costs;
  return [problem('notOneOf', ['only'], { kind: 'oneOf', values: PARTS }, only), ...costs];
}

const PARTS: readonly string[] = ['next', 'retain'];

/** What is done next is judged together with returns that wait. */
function settled(work: Work, at: number): Work {
  if (work.waiting.length === 0) return work;
  const copy = copyOf(work);
  settleReturns(copy, at, null);
  return copy;
}

function aheadOf(work: Work, at: number, costs: UnitCosts | undefined): readonly TierAhead[] {
  const { program, track } = work;
  const given = program.tiers.flatMap(({ entry, reentry }, place) =>
    place > track.tier && (entry ?? reentry) !== undefined ? [place] : [],
  );
  const jumps = program.policy.upgrade.path === 'jump';
  const places = jumps ? given.filter((place) => place > work.lifetime) : given.slice(0, 1);
  return places.map((place): TierAhead => {
    const situation = situationAt(work, program.step(place, track.highestHeld), at);
    const { ways, complete } = waysOf(situation, costs, latestOf(work));
    return {
      ...namedTier(work, place),
      ways,
      cheapest: cheapestOf(ways),
      complete,
      givenAt: ending(givenAt(work, at)),
    };
  });
}

function waysOf(
  situation: Situation,
  costs: UnitCosts | undefined,
  latest: number,
): { readonly ways: readonly WayToTier[]; readonly complete: boolean } {
  const [criterion] = situation.judged.criteria;
  if (criterion === undefined) return { ways: [], complete: true };
  const found = waysTo(situation, criterion);
  return { ways: waysFrom(situation, found, costs, latest), complete: found.complete };
}

/** The rules are known until the next version takes over. */
function latestOf({ starts, version }: Work): number {
  return starts[version + 1] ?? Number.POSITIVE_INFINITY;
}

function givenAt(work: Work, at: number): number {
  const { timing } = work.program.policy.upgrade;
  if (timing === 'immediate') return at;
  const times = dueTimes(work);
  return timing === 'nextPeriod' ? times.period : times.schedule;
}

function retentionOf(work: Work, at: number, costs: UnitCosts | undefined): TierRetention | null {
  const end = termEndOf(work);
  if (end === undefined) return null;
  const { program, track } = work;
  const { measuredAt, doneAt, decidedAt } = end;
  const judged = program.renewal(track.tier);
  const measuredUntil = doneAt === track.measuredAt - 1 ? track.measuredAt : decidedAt;
  // What is measured already cannot be changed any more.
  const { ways, complete } =
    measuredAt < at
      ? { ways: [], complete: true }
      : waysOf(situationAt(end.work, judged, measuredAt, doneAt), costs, measuredUntil);
  const from = countsFromOf(end.work, judged, measuredAt);
  return {
    ...namedTier(work, track.tier),
    secured: isSecured(work, end, firstThatHolds(work, judged, at) === 0),
    ways,
    cheapest: cheapestOf(ways),
    complete,
    countsFrom: Number.isFinite(from) && from > at ? from : null,
    measuredUntil: ending(measuredUntil),
    expiresAt: ending(decidedAt),
    now: nowOf(work, at, costs, decidedAt),
  };
}

/** When the first of the windows opens that a criterion will be measured over. */
function countsFromOf(work: Work, { measures }: Judged, measuredAt: number, grantedAt?: number): number {
  const starts = measures
    .filter(({ metric }) => columnsBehind(work.program, metric).length > 0)
    .map(({ window }) => spanAt(work, window, measuredAt, grantedAt).from);
  return Math.min(...starts, Number.POSITIVE_INFINITY);
}

function challengesOf(work: Work, at: number, costs: UnitCosts | undefined): readonly TierChallenge[] {
  return work.grants.flatMap((active): readonly TierChallenge[] => {
    const { grant, tier, until } = active;
    if (!Number.isFinite(until)) return [];
    const end = copyOf(work);
    passTime(end, until - 1);
    const keepIf = active.challenge?.keepIf;
    if (keepIf === undefined) return [];
    const judged = end.program.offer(keepIf);
    const measuredAt = until - 1;
    const from = countsFromOf(end, judged, measuredAt, grant.at);
    const found = waysOf(situationAt(end, judged, measuredAt, measuredAt, grant.at), costs, until);
    return [
      {
        grant: grant.id,
        ...namedTier(work, tier),
        met: offerHolds(end, keepIf, measuredAt, grant.at),
        ...found,
        cheapest: cheapestOf(found.ways),
        countsFrom: Number.isFinite(from) && from > at ? from : null,
        until,
      },
    ];
  });
}

/** The ways to a renewal at once. */
function nowOf(
  work: Work,
  at: number,
  costs: UnitCosts | undefined,
  end: number,
): readonly WayToTier[] | null {
  const { program, track } = work;
  if (program.policy.renewal.timing !== 'onQualifying' && !track.inGrace) return null;
  if (!track.inGrace && termOf(work, track.tier, at).expiresAt <= track.expiresAt) return null;
  const latest = Math.min(latestOf(work), end);
  return waysOf(situationAt(work, program.renewal(track.tier), at), costs, latest).ways;
}
