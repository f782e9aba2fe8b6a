/** Why a member holds a tier: what was measured for every tier, of which activities, and what holds it. */
import { type Result, right } from '../../foundation/result.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { QualificationCriterion } from '../criterion.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { over } from '../evaluate/question.js';
import { workAsOf } from '../fold/as-of.js';
import { measured } from '../fold/measure.js';
import { namedTier } from '../fold/named-tier.js';
import { overOf } from '../fold/over.js';
import { ending } from '../fold/rise.js';
import { heldBy, nameOf } from '../fold/standing.js';
import { termEndOf } from '../fold/term-end.js';
import { unknownOf } from '../fold/unknown.js';
import type { ActiveGrant, Work } from '../fold/work.js';
import type { TierMember } from '../member.js';
import type { QualificationWindow } from '../periods.js';
import type { Judged } from '../program.js';
import { type ReplayOptions, standingOf } from '../replay.js';
import { explainCriterion } from './explain-criterion.js';
import type { ExplainedTier } from './explanation.js';
import type {
  ExplainedEntry,
  ExplainedRenewal,
  HeldBecause,
  OverrideInForce,
  TierExplanation,
} from './tier-explanation.js';
import { statementsOf } from './tier-words.js';

/**
 * Explains the tier a member holds at an instant: for every tier the tree of its criterion with the values measured,
 * the thresholds, the windows' bounds and the gaps, which activities a value contains and which not and why, what was
 * carried, deducted, forfeited or redeemed; the renewal now and at the end of the term; the overrides in force; and
 * what holds the tier. Measured by the same fold that decides.
 *
 * Amounts are in the units activities carry, instants epoch milliseconds, windows half-open. Only entries that were
 * taken in appear as activities; the others are in `rejected`. A combined metric lists what each activity adds to it,
 * a banded one what adds to the metric its bands are of, a number of distinct values the activities that brought a
 * new one with 1. A `Left` where the question itself is wrong, as for `replayTiers`.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, describe, explainTier, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'Coffee club',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
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
 *     { kind: 'activity', id: '1', at: Date.UTC(2025, 1, 3), type: 'order', values: { spend: 20_000 } },
 *     { kind: 'activity', id: '2', at: Date.UTC(2025, 4, 1), type: 'order', values: { spend: 32_000 } },
 *   ],
 * } as const;
 * const why = orThrow(explainTier(orThrow(compileTiers(policy)), ann, { asOf: '2025-11-22' }));
 *
 * why.because; // => { kind: 'earned', at: Date.UTC(2025, 4, 1), by: '2' }
 * describe(why, 'en').split('\n')[0]; // => 'Gold since 1 May 2025, through 30 April 2026, brought by 2 on 1 May 2025; version 1.'
 * describe(why, 'en').split('\n')[1]; // => 'Gold: spend 52,000 of 50,000, met, from 1 January 2025 to 31 December 2025.'
 * ```
 */
export function explainTier(
  tiers: CompiledTiers,
  member: TierMember,
  options: ReplayOptions,
): Result<TierExplanation> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const { work, asOf, rejected } = found.right;
  const { policy, clock, lifetime } = work.program;
  const explanation = {
    memberId: work.memberId,
    ladder: policy.ladder,
    asOf,
    version: policy.version,
    standing: standingOf(work),
    name: namedTier(work, heldBy(work).tier).name,
    because: becauseOf(work),
    overrides: work.grants.map((grant) => overrideOf(work, grant)),
    entry: entriesOf(work, asOf),
    renewal: renewalOf(work, asOf),
    lifetime: lifetime === undefined ? [] : lifetimeOf(work, lifetime, asOf),
    rejected,
    problems: unknownOf(work, asOf),
  };
  return right({
    ...explanation,
    get statements() {
      return statementsOf(explanation, {
        clock,
        metrics: policy.metrics,
        nameOf: (tier) => nameIn(work, tier),
      });
    },
  });
}

/** The name of a tier, which may be one of an earlier version. */
function nameIn({ program, versions }: Work, tier: string): Bilingual {
  for (const { tiers, placeOf } of [program, ...versions.toReversed()]) {
    const name = tiers[placeOf.get(tier) ?? -1]?.name;
    if (name !== undefined) return name;
  }
  return { en: tier, zh: tier };
}

/** A tier's criterion, measured as the fold measures it. */
function explained(
  work: Work,
  place: number,
  judged: Judged,
  criterion: QualificationCriterion,
  window: QualificationWindow,
  at: number,
): ExplainedTier {
  const tree = explainCriterion(
    over(criterion, window),
    (threshold) => {
      const measure = judged.measures[judged.slotOf(threshold)];
      return measure && measured(work, measure, at);
    },
    (threshold) => {
      const measure = judged.measures[judged.slotOf(threshold)];
      return measure && overOf(work, measure, at);
    },
  );
  return { ...namedTier(work, place), holds: tree.holds, criterion: tree };
}

function entriesOf(work: Work, at: number): readonly ExplainedEntry[] {
  const { program, track } = work;
  const judged = program.entry(track.highestHeld);
  return judged.criteria.flatMap((criterion, i): readonly ExplainedEntry[] => {
    const place = program.tiers.length - 1 - i;
    const { entry, reentry } = program.tiers[place] ?? {};
    const again = place <= track.highestHeld && reentry !== undefined;
    if (!again && entry === undefined) return [];
    const one = explained(work, place, judged, criterion, program.policy.window, at);
    return [{ ...one, by: again ? 'reentry' : 'entry' }];
  });
}

function renewalOf(work: Work, at: number): ExplainedRenewal | null {
  const { program, track } = work;
  if (track.tier === 0) return null;
  const judged = program.renewal(track.tier);
  const [criterion] = judged.criteria;
  if (criterion === undefined) return null;
  const window = program.policy.renewal.window ?? program.policy.window;
  const end = termEndOf(work);
  const later = end && Number.isFinite(end.decidedAt) ? end : undefined;
  return {
    ...namedTier(work, track.tier),
    never: program.tiers[track.tier]?.renewal === 'never',
    now: explained(work, track.tier, judged, criterion, window, at),
    atEnd:
      later === undefined
        ? null
        : {
            ...explained(later.work, track.tier, judged, criterion, window, later.measuredAt),
            measuredAt: later.measuredAt,
          },
  };
}

function lifetimeOf(work: Work, judged: Judged, at: number): readonly ExplainedTier[] {
  const { tiers } = work.program;
  return judged.criteria.flatMap((criterion, i): readonly ExplainedTier[] => {
    const place = tiers.length - 1 - i;
    if (tiers[place]?.lifetime === undefined) return [];
    return [explained(work, place, judged, criterion, { kind: 'lifetime' }, at)];
  });
}

function overrideOf(work: Work, { grant, tier, mode, source, until }: ActiveGrant): OverrideInForce {
  return {
    grant: grant.id,
    offer: grant.offer ?? null,
    mode,
    tier: nameOf(work, tier),
    source: source as OverrideInForce['source'],
    from: grant.at,
    until: ending(until),
  };
}

function becauseOf(work: Work): HeldBecause {
  const { by } = heldBy(work);
  if (by === 'lifetime') {
    const event = work.events.find(
      (one) =>
        one.kind === 'overrideApplied' && one.grant === null && one.tier === nameOf(work, work.lifetime),
    );
    return { kind: 'lifetime', at: event?.at ?? null, by: event?.by ?? null };
  }
  if (by !== 'earned') return { kind: 'override', override: overrideOf(work, by) };
  const { tier, source, since, trigger } = work.track;
  if (tier === 0) return { kind: 'base' };
  if (source !== 'earned' && !ranOn(work))
    return { kind: 'leftByOverride', at: since, source: source as OverrideInForce['source'] };
  const fell = work.events.findLast(
    (one) => one.at === since && (one.kind === 'softLanded' || one.kind === 'downgraded'),
  );
  const rose = work.events.findLast(
    (one) => one.at === since && one.kind === 'upgraded' && one.to === nameOf(work, tier),
  );
  if (rose !== undefined || trigger !== null) return { kind: 'earned', at: since, by: trigger };
  if (fell !== undefined && 'from' in fell) return { kind: 'landed', at: since, from: fell.from };
  // What a return has undone is not among the events.
  const lost = work.events.findLast((one) => one.kind === 'clawedBack' && one.to === nameOf(work, tier));
  return lost?.kind === 'clawedBack'
    ? { kind: 'clawedBack', at: lost.at, of: lost.of, from: lost.from }
    : { kind: 'landed', at: since, from: null };
}

/** Whether the tier is held beyond its own term because a version let it run on. */
function ranOn({ track, events }: Work): boolean {
  return (
    track.source === 'extension' &&
    events.some((one) => one.kind === 'extended' && one.because === 'versionChange' && one.at >= track.since)
  );
}
