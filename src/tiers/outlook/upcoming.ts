/** What time alone will bring. */
import { type AsOf, instantOf } from '../../foundation/instant.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { askedAt, workAsOf } from '../fold/as-of.js';
import { programsOf } from '../fold/ready.js';
import { passTime } from '../fold/take.js';
import type { TierEvent } from '../history.js';
import type { TierMember } from '../member.js';
import type { ReplayOptions } from '../replay.js';

/** What coming events are asked for. */
export interface UpcomingOptions extends ReplayOptions {
  /** The last instant that is looked at. */
  readonly until: AsOf;
}

/**
 * What will happen to a member's tier after `asOf`, up to and including `until`, if nothing is done: notices, renewals
 * and falls at the end of terms, the ends of overrides, tiers that time brings. The same events as in a replay up to
 * `until` of what is in the log by `asOf`.
 *
 * A `Left` where the question itself is wrong, as for `replayTiers`; an `until` before `asOf` is none.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, orThrow, upcomingTierEvents } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'Coffee club',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   notices: ['P30D'],
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 500 } },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 15),
 *   log: [{ kind: 'activity', id: '1', at: Date.UTC(2025, 4, 1), type: 'order', values: { spend: 600 } }],
 * } as const;
 * const options = { asOf: '2025-06-30', until: '2026-12-31' };
 * const events = orThrow(upcomingTierEvents(orThrow(compileTiers(policy)), ann, options));
 *
 * events.map(({ kind, at }) => [kind, new Date(at).toISOString().slice(0, 10)]); // => [['willExpire', '2026-04-01'], ['downgraded', '2026-05-01']]
 * ```
 */
export function upcomingTierEvents(
  tiers: CompiledTiers,
  member: TierMember,
  options: UpcomingOptions,
): Result<readonly TierEvent[]> {
  const found = workAsOf(tiers, member, options);
  if (found._tag === 'Left') return found;
  const { work, asOf } = found.right;
  const until = untilOf(tiers, options.until, asOf);
  if (until._tag === 'Left') return until;
  const known = work.events.length;
  passTime(work, until.right);
  return right(work.events.slice(known));
}

function untilOf(tiers: CompiledTiers, until: AsOf, asOf: number): Result<number> {
  const at = instantOf(until, tiers.clock);
  const checked = at._tag === 'Left' ? at : askedAt(programsOf(tiers), asOf, at.right);
  if (checked._tag === 'Right') return checked;
  const [first, ...rest] = checked.left.map((one) => ({ ...one, path: ['until'] }));
  return first === undefined ? checked : left(first, ...rest);
}
