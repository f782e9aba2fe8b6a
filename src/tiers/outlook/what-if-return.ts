/** Which single return would cost a member the tier. */
import { type Result, right } from '../../foundation/result.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { workAsOf } from '../fold/as-of.js';
import { copyOf } from '../fold/copy.js';
import { passTime, take } from '../fold/take.js';
import { termEndOf } from '../fold/term-end.js';
import type { Work } from '../fold/work.js';
import type { TierStanding } from '../history.js';
import type { TierMember } from '../member.js';
import { type ReplayOptions, standingOf } from '../replay.js';

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
 * Every activity taken in that is not yet returned is tried, one at a time, on the replayed member; those that count
 * for nothing are passed over. An expiry that would come later is a change too (a renewal that never was).
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
  options: ReplayOptions,
): Result<readonly CostlyReturn[]> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const { work, asOf } = found.right;
  const now = standingOf(work);
  const end = termEndOf(work)?.decidedAt ?? Number.POSITIVE_INFINITY;
  const later = laterOf(work, end);
  const costly: CostlyReturn[] = [];
  work.rows.activities.forEach((activity, row) => {
    if (!matters(work, row)) return;
    const without = copyOf(work);
    take(without, { kind: 'return', id: freshId(without), at: asOf, of: activity.id });
    const standing = standingOf(without);
    const atExpiry = laterOf(without, end);
    if (same(standing, now) && same(atExpiry, later)) return;
    const losesTier = standing.tier !== now.tier;
    costly.push({ of: activity.id, at: activity.at, standing, losesTier, atExpiry });
  });
  return right(costly);
}

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
