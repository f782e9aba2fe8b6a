/** The doors for policies and members: read from storage with every problem listed, or written in code and checked at start-up. */
import { checkInput } from '../foundation/check-input.js';
import type { ModelFormat } from '../foundation/format.js';
import { clockOf } from '../foundation/instant.js';
import { orThrow, type Result, unless } from '../foundation/result.js';
import { define, read, readStored } from '../foundation/schema.js';
import { checkMember } from './check/check-member.js';
import { checkPolicy } from './check/check-policy.js';
import type { TierMember } from './member.js';
import type { TierPolicy, TierPolicyInput } from './model.js';
import { readTimes } from './read-member.js';
import { tierMemberSchema } from './stored/member/schema.js';
import { tierPolicySchema } from './stored/policy/schema.js';

const POLICY: ModelFormat = { name: 'tier-policy', version: 1, migrations: {} };

/**
 * A tier policy written in code, completed with the defaults and checked.
 *
 * What is left out is written out in the result; see {@link TierPolicyInput}. Amounts are in minor units and points,
 * nights and the like in whole units, as activities carry them; durations are in ISO 8601 (`'P1Y'`).
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineTierPolicy } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our hotel',
 *   zone: 'Europe/Berlin',
 *   metrics: { nights: { kind: 'sum', of: 'nights' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'nights', atLeast: 25 } },
 *   ],
 * });
 *
 * policy.upgrade; // => { timing: 'immediate', path: 'jump', counters: 'keep' }
 * policy.downgrade; // => { timing: 'atExpiry', depth: { kind: 'toQualified' } }
 * ```
 */
export function defineTierPolicy(input: TierPolicyInput): TierPolicy {
  return define(tierPolicySchema(), orThrow(checkInput(input)), POLICY, checkPolicy);
}

/**
 * A tier policy from storage (`format: 'tier-policy@1'`), or every problem with its path.
 *
 * @example
 * ```ts
 * import { describe, parseTierPolicy } from 'clientele/tiers';
 *
 * const result = parseTierPolicy({ format: 'tier-policy@9' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "tier-policy@1", found "tier-policy@9".'
 * ```
 */
export function parseTierPolicy(stored: unknown): Result<TierPolicy> {
  const readable = checkInput(stored);
  return readable._tag === 'Left' ? readable : readStored(tierPolicySchema(), stored, POLICY, checkPolicy);
}

/**
 * A member from JSON, with times as epoch milliseconds, as ISO 8601 text with `Z` or an offset, or as a local time or
 * a day of `zone` (a day means its first instant); or every problem with its path.
 *
 * A local time that a clock change skips or repeats is a problem: which instant it means is not guessed. So are one id
 * for two entries that differ, a negative amount, a return or revocation of nothing in the log, and a grant that ends
 * before it begins. An entry that came twice is left where it is: a replay takes it in once. Nothing is left out here:
 * a member with problems is refused as a whole, each problem with the path of its entry (`['log', 3, …]`).
 *
 * Whether the entries go with a policy (offers that it has, activities after enrolment, amounts as fine as it counts)
 * is for a replay to say, which refuses one entry without refusing the others; whether names of the log are those of
 * the policy, for `auditTierLog`.
 *
 * @example
 * ```ts
 * import { orThrow, parseTierMember } from 'clientele/tiers';
 *
 * const member = orThrow(
 *   parseTierMember(
 *     {
 *       memberId: 'm1',
 *       enrolledAt: '2025-01-01',
 *       log: [{ kind: 'activity', id: 'a1', at: '2025-07-01T10:00', type: 'stay', values: { nights: 3 } }],
 *     },
 *     'Europe/Berlin',
 *   ),
 * );
 *
 * member.enrolledAt; // => Date.UTC(2024, 11, 31, 23)
 * member.log[0]?.at; // => Date.UTC(2025, 6, 1, 8)
 * ```
 */
export function parseTierMember(input: unknown, zone: string): Result<TierMember> {
  const clock = clockOf(zone);
  if (clock._tag === 'Left') return clock;
  const readable = checkInput(input);
  if (readable._tag === 'Left') return readable;
  const written = read(tierMemberSchema(), input);
  const member = written._tag === 'Left' ? written : readTimes(written.right, clock.right);
  return member._tag === 'Left' ? member : unless(checkMember(member.right), () => member.right);
}
