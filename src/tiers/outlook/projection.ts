/** Where a member's pace leads: the tier at the end of the term, and the day the next one is reached. */
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { checkWindow } from '../check/check-criterion.js';
import { wrong } from '../check/policy-problem.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { workAsOf } from '../fold/as-of.js';
import { dayOf } from '../fold/days.js';
import { offerOf } from '../fold/grants.js';
import { measured } from '../fold/measure.js';
import { namedTier } from '../fold/named-tier.js';
import { GoingOn, type Pace, paceOf } from '../fold/pace.js';
import { periodDays } from '../fold/spans.js';
import { heldBy, nameOf } from '../fold/standing.js';
import { termEndOf } from '../fold/term-end.js';
import type { Work } from '../fold/work.js';
import type { TierMember } from '../member.js';
import type { QualificationWindow } from '../periods.js';
import type { Judged } from '../program.js';
import type { ReplayOptions } from '../replay.js';
import { stateProjection } from './projection-words.js';
import type {
  ExpectedValue,
  ProjectedEnd,
  ProjectedPace,
  ProjectionAssumption,
  TierProjection,
} from './tier-projection.js';

/** What a projection is asked for. */
export interface ProjectionOptions extends ReplayOptions {
  /** Over what time the member's usual pace is measured. */
  readonly pace: QualificationWindow;
}

/**
 * The tier expected at the end of the present term, and when the next tier is reached, if the member goes on at the
 * pace of a window.
 *
 * The pace is what every sum and count has gained in the window, divided by its civil days so far (from enrolment at
 * the earliest), returns taken off, resets and deductions not. From the day after on, each day brings its share of it,
 * in whole units, at its last instant, and the member is judged by the same fold as in a replay: upgrades on the way,
 * renewals, counters, carry-over and the depth of the fall are the policy's. See {@link ProjectionAssumption} for
 * what is taken for granted; a pace of nothing gives what time alone brings.
 *
 * A `Left` where the question itself is wrong, as for `replayTiers`, or the window is none.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, describe, orThrow, projectTier } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our hotel',
 *   zone: 'UTC',
 *   metrics: { nights: { kind: 'sum', of: 'nights' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'nights', atLeast: 25 } },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 1),
 *   log: [{ kind: 'activity', id: '1', at: Date.UTC(2025, 3, 3), type: 'stay', values: { nights: 10 } }],
 * } as const;
 * const options = { asOf: '2025-04-10', pace: { kind: 'rollingDays', days: 100 } } as const;
 * const projection = orThrow(projectTier(orThrow(compileTiers(policy)), ann, options));
 *
 * projection.pace.metrics; // => [{ metric: 'nights', amount: 10, perDay: 0.1 }]
 * projection.next?.at; // => Date.UTC(2025, 8, 8) - 1
 * describe(projection, 'en').split('\n')[0]; // => 'At your usual pace: Gold on 7 September 2025.'
 * ```
 */
export function projectTier(
  tiers: CompiledTiers,
  member: TierMember,
  options: ProjectionOptions,
): Result<TierProjection> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const refused = paceProblem(options.pace);
  if (refused !== undefined) return left(refused);
  const { work, asOf } = found.right;
  const { program } = work;
  const pace = paceOf(work, program.windowNumber(options.pace), asOf);
  const going = new GoingOn(work, pace);
  const horizon = program.clock.startOf(dayOf(work, asOf) + DAYS_AHEAD);
  const end = endAt(work, going, horizon);
  const next = nextOf(work, going, horizon);
  const told = { pace: shownPace(work, pace, options.pace), end, next };
  return right({
    memberId: work.memberId,
    asOf,
    version: program.policy.version,
    ...told,
    assumptions: assumptionsOf(work),
    get statements() {
      const held = heldBy(work).tier;
      const above = next !== null && (program.placeOf.get(next.tier) ?? 0) > held;
      return stateProjection({ ...told, atTop: isAtTop(work), above }, program.clock);
    },
  });
}

/** Five years. */
const DAYS_AHEAD = 1826;

const KINDS = new Set<unknown>([
  'calendar',
  'membershipYear',
  'rollingDays',
  'rollingMonths',
  'wholeMonths',
  'sinceTierStart',
  'sinceLastChange',
  'lifetime',
  'balance',
  'fixed',
]);

function paceProblem(pace: QualificationWindow): Problem | undefined {
  const counts = [
    Reflect.get(pace, 'days') ?? 1,
    Reflect.get(pace, 'months') ?? 1,
    Reflect.get(pace, 'ago') ?? 0,
  ];
  if (!KINDS.has(pace.kind) || counts.some((count) => !Number.isSafeInteger(count)))
    return wrong(
      'wrongType',
      ['pace'],
      { en: 'window of days, months, periods or terms', zh: '以日、月、周期或期限计的时间窗口' },
      pace.kind,
    );
  return checkWindow(pace, ['pace'], false)[0];
}

function shownPace(work: Work, pace: Pace, window: QualificationWindow): ProjectedPace {
  const { from, until, days, units } = pace;
  const metrics = work.program.columns.map(({ metric, scale }, column) => {
    const amount = (units[column] ?? 0) / scale;
    return { metric, amount, perDay: amount / days };
  });
  return { window, from, until, days, metrics };
}

function endAt(work: Work, going: GoingOn, horizon: number): ProjectedEnd | null {
  const { at, measuredAt, judged, grantedAt } = endingOf(work);
  if (!(at <= horizon)) return null;
  // What was measured already is known; otherwise the days until then are yet to come.
  if (measuredAt > work.at) going.until(measuredAt);
  const expected = expectedOf(measuredAt > work.at ? going.work : work, judged, measuredAt, grantedAt);
  going.until(at);
  const { track } = going.work;
  const place = heldBy(going.work).tier;
  return {
    at,
    ...namedTier(work, place),
    earned: nameOf(going.work, track.tier),
    inGrace: track.inGrace,
    measuredAt,
    expected,
  };
}

/**
 * The end of what is held: of the grant that gives it, or of the term; at the base, or where none is set, that of the
 * period that entry is measured over.
 */
function endingOf(work: Work): {
  readonly at: number;
  readonly measuredAt: number;
  readonly judged: Judged;
  readonly grantedAt?: number;
} {
  const { program, track } = work;
  const { by, until } = heldBy(work);
  if (typeof by === 'object' && Number.isFinite(until)) {
    const keepIf = offerOf(work, by.grant)?.challenge?.keepIf;
    const judged = keepIf === undefined ? program.entry(track.highestHeld) : program.offer(keepIf);
    return { at: until, measuredAt: until - 1, judged, grantedAt: by.grant.at };
  }
  const end = termEndOf(work);
  if (end !== undefined && Number.isFinite(end.decidedAt))
    return { at: end.decidedAt, measuredAt: end.measuredAt, judged: program.renewal(track.tier) };
  const { window } = program.policy;
  const judged = program.entry(track.highestHeld);
  if (window.kind !== 'calendar' && window.kind !== 'membershipYear')
    return { at: Number.POSITIVE_INFINITY, measuredAt: work.at, judged };
  const at = program.clock.startOf(periodDays(work, window, dayOf(work, work.at), 0).until);
  return { at, measuredAt: at - 1, judged };
}

function expectedOf(
  work: Work,
  { measures }: Judged,
  at: number,
  grantedAt?: number,
): readonly ExpectedValue[] {
  const seen = new Set<string>();
  const order = [...work.program.metrics.keys()];
  const sorted = measures.toSorted((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric));
  return sorted.flatMap((measure): readonly ExpectedValue[] => {
    const window = work.program.windows[measure.window];
    const key = `${measure.window} ${measure.metric}`;
    if (window === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ metric: measure.metric, window, value: measured(work, measure, at, grantedAt) ?? null }];
  });
}

function nextOf(work: Work, going: GoingOn, horizon: number): TierProjection['next'] {
  const known = work.events.length;
  const above = Math.max(work.track.tier, work.lifetime);
  const risen = (): TierProjection['next'] => {
    for (const event of going.work.events.slice(known)) {
      const place = event.kind === 'upgraded' ? (work.program.placeOf.get(event.to) ?? 0) : 0;
      if (place > above) return { ...namedTier(work, place), at: event.at };
    }
    return null;
  };
  const { clock } = work.program;
  const today = dayOf(work, going.work.at);
  for (let day = today; clock.startOf(day) < horizon; day += 31) {
    const found = risen();
    if (found !== null) return found;
    going.until(Math.min(horizon, clock.startOf(day + 31)));
  }
  return risen();
}

/** Whether no activity can bring a higher tier. */
function isAtTop({ program, track, lifetime }: Work): boolean {
  const above = Math.max(track.tier, lifetime);
  return !program.tiers.some(
    ({ entry, reentry }, place) => place > above && (entry ?? reentry) !== undefined,
  );
}

function assumptionsOf({ program }: Work): readonly ProjectionAssumption[] {
  const kinds = new Set([...program.metrics.values()].map(({ kind }) => kind));
  return [
    'evenPace',
    'presentVersion',
    'onlyActivity',
    ...(kinds.has('attribute') ? (['attributesStay'] as const) : []),
    ...(kinds.has('distinct') ? (['distinctStays'] as const) : []),
    'fiveYears',
  ];
}
