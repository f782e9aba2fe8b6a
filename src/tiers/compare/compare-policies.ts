/** What a change of policy would do to everybody. */
import { type AsOf, instantOf } from '../../foundation/instant.js';
import { iterableProblem } from '../../foundation/iterable.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual } from '../../foundation/statement.js';
import { problem } from '../check/policy-problem.js';
import { type CompiledTiers, versionAt } from '../evaluate/compile.js';
import { endedProblem, objectProblem, tiersProblem } from '../fold/as-of.js';
import { programsOf } from '../fold/ready.js';
import type { TierMember } from '../member.js';
import { replayTiers } from '../replay.js';
import { costOf, costProblems } from './benefit-cost.js';
import { comparisonTally } from './comparison-tally.js';
import { comparisonStatements } from './comparison-words.js';
import { orderOfTiers } from './order-of-tiers.js';
import type { BenefitCosts, PolicyComparison } from './policy-comparison.js';

/** What a comparison is asked for. */
export interface ComparisonOptions {
  /** The instant whose tiers are compared; a day is one of the zone of the policy before. */
  readonly asOf: AsOf;
  /** What the benefits cost for one member; without it no cost is worked out. */
  readonly benefitCosts?: BenefitCosts;
}

/**
 * Both policies replayed over the whole history of every member, as if each had always been in force (within its
 * `effective` days): the transition matrix, who rises and who falls, and what the benefits cost.
 *
 * - Demotions are kept apart from promotions, and those from an earned tier apart from those from a given one
 *   (match, gift, extension…): losing a tier does more harm than gaining one does good, and demoted customers are
 *   less loyal than those who never had it (Wagner, Hennig-Thurau & Rudolph 2009, Journal of Marketing 73(3), 69–85).
 * - Tiers of one name are one tier, across `change.renamed` of the policy after. A tier that only one policy has
 *   lies where its own policy puts it among those that both have; between two of them there the rank decides.
 * - To keep what members hold and judge them by new rules from a day on, give as `after` both versions
 *   (`compileTiers([old, new])`) and as `before` the old one.
 * - Nothing is lost: who cannot be judged (enrolled after `asOf`, an id that came before) is in `unjudged` with the
 *   problem; entries that a policy could not take in are in `withRejections`.
 * - A member's benefits cost what the tier costs and what each of its benefits costs, minor units for any one span of
 *   time, summed exactly. Conditional benefits and vouchers are counted as given.
 *
 * Members are read once, one after the other; only ids and the lists are kept. A `Left`: no instant, one after a
 * policy's end, another ladder, common tiers in another order, costs that are no amounts or of unknown names, a sum beyond the safe integers.
 *
 * @example
 * ```ts
 * import { compareTierPolicies, compileTiers, defineTierPolicy, describe, orThrow } from 'clientele/tiers';
 *
 * const club = (gold: number) =>
 *   orThrow(
 *     compileTiers(
 *       defineTierPolicy({
 *         name: `Gold from ${gold} points`,
 *         zone: 'UTC',
 *         metrics: { points: { kind: 'sum', of: 'points' } },
 *         window: { kind: 'calendar', unit: 'year' },
 *         validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
 *         tiers: [
 *           { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *           { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'points', atLeast: gold } },
 *         ],
 *       }),
 *     ),
 *   );
 * const member = (memberId: string, points: number) => ({
 *   memberId,
 *   enrolledAt: Date.UTC(2025, 0, 1),
 *   log: [{ kind: 'activity', id: '1', at: Date.UTC(2025, 2, 1), type: 'flight', values: { points } }] as const,
 * });
 * const members = [member('ann', 650), member('bob', 700), member('cem', 80)];
 * const change = orThrow(
 *   compareTierPolicies(club(600), club(700), members, {
 *     asOf: '2025-12-31',
 *     benefitCosts: { currency: { code: 'EUR', minorUnit: 2 }, perTier: { gold: 4500 } },
 *   }),
 * );
 *
 * change.matrix.map(({ from, to, members }) => [from, to, members]); // => [['member', 'member', 1], ['member', 'gold', 0], ['gold', 'member', 1], ['gold', 'gold', 1]]
 * change.demoted.earned; // => [{ memberId: 'ann', from: 'gold', to: 'member', source: 'earned' }]
 * change.cost?.difference; // => -4500
 * describe(change, 'en').split('\n')[0]; // => 'From Gold from 600 points (version 1) to Gold from 700 points (version 1), of 3 members 2 stay, 0 rise and 1 fall (1 from a tier they had earned, 0 from one they were given).'
 * ```
 */
export function compareTierPolicies(
  before: CompiledTiers,
  after: CompiledTiers,
  members: Iterable<TierMember>,
  options: ComparisonOptions,
): Result<PolicyComparison> {
  const notCompiled = tiersProblem(before, ['before']) ?? tiersProblem(after, ['after']);
  if (notCompiled !== undefined) return left(notCompiled);
  const notMembers = iterableProblem(members, ['members'], MEMBERS);
  if (notMembers !== undefined) return left(notMembers);
  const at = instantOf(options.asOf, before.clock);
  if (at._tag === 'Left') return at;
  const asOf = at.right;
  if (before.ladder !== after.ladder) {
    const as = { en: 'the ladder of the policy before', zh: '原方案的等级体系' };
    const expected = { kind: 'sameAs', as, value: before.ladder } as const;
    return left(problem('otherLadder', ['after', 'ladder'], expected, after.ladder));
  }
  const ended = [before, after]
    .map((side) => endedProblem(programsOf(side), asOf, ['asOf']))
    .find((one) => one !== undefined);
  if (ended !== undefined) return left(ended);
  const sides = { before: versionAt(before, asOf), after: versionAt(after, asOf) };
  const direction = orderOfTiers(sides.before, sides.after);
  if (typeof direction !== 'function') return left(direction);
  const { benefitCosts } = options;
  const [wrong, ...more] = benefitCosts === undefined ? [] : costProblems(benefitCosts, sides);
  if (wrong !== undefined) return left(wrong, ...more);

  const tally = comparisonTally(sides.before, sides.after, direction);
  const seen = new Set<string>();
  let index = 0;
  for (const member of members) {
    const refused = memberProblem(member, index, seen);
    const was = refused === undefined ? replayTiers(before, member, { asOf }) : left(refused);
    const is = was._tag === 'Right' ? replayTiers(after, member, { asOf }) : was;
    if (was._tag === 'Right' && is._tag === 'Right') tally.judged(index, was.right, is.right);
    else if (is._tag === 'Left') tally.refused(index, member, is.left[0]);
    index += 1;
  }
  const counted = tally.result();
  const cost =
    benefitCosts === undefined
      ? right(null)
      : costOf(benefitCosts, sides, { before: counted.before.tiers, after: counted.after.tiers });
  if (cost._tag === 'Left') return cost;
  const comparison = { asOf, ...counted, cost: cost.right };
  return right({ ...comparison, statements: comparisonStatements(comparison) });
}

const MEMBERS: Bilingual = { en: 'list of members', zh: '会员列表' };

/** What is wrong with a member before anything is replayed: they may come from anywhere, and must come once. */
function memberProblem(member: TierMember, index: number, seen: Set<string>): Problem | undefined {
  const path = ['members', index];
  const noObject = objectProblem(member, path);
  if (noObject !== undefined) return noObject;
  const { memberId, log } = member;
  if (typeof memberId !== 'string')
    return problem('wrongType', [...path, 'memberId'], { kind: 'type', type: 'string' }, memberId);
  if (!Array.isArray(log))
    return problem('wrongType', [...path, 'log'], { kind: 'type', type: 'array' }, log);
  if (seen.has(memberId)) {
    const of = { en: 'member id', zh: '会员编号' };
    return problem('repeated', [...path, 'memberId'], { kind: 'unique', of }, memberId);
  }
  seen.add(memberId);
  return undefined;
}
