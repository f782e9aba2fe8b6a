/** Members counted one after the other, by the tier they hold before and after. */
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import type { CompiledVersion } from '../evaluate/compile.js';
import type { TierHistory } from '../history.js';
import type { TierMember } from '../member.js';
import type { TierSource } from '../metric.js';
import type { Direction } from './order-of-tiers.js';
import type {
  ComparedPolicy,
  MemberWithRejections,
  PolicyComparison,
  TierMove,
  TierTransition,
  UnjudgedMember,
} from './policy-comparison.js';

/** What a comparison holds apart from the question and the costs. */
export type Tallied = Omit<PolicyComparison, 'asOf' | 'cost' | 'statements'>;

export interface ComparisonTally {
  readonly judged: (index: number, before: TierHistory, after: TierHistory) => void;
  readonly refused: (index: number, member: TierMember, problem: Problem) => void;
  readonly result: () => Tallied;
}

export function comparisonTally(
  before: CompiledVersion,
  after: CompiledVersion,
  direction: Direction,
): ComparisonTally {
  const counts = before.tiers.map(() => after.tiers.map(() => 0));
  const promoted: TierMove[] = [];
  const earned: TierMove[] = [];
  const endowed: TierMove[] = [];
  const unjudged: UnjudgedMember[] = [];
  const withRejections: MemberWithRejections[] = [];
  return {
    judged: (index, was, is) => {
      const { memberId } = was;
      const [from, to] = [before.places.get(was.standing.tier) ?? 0, after.places.get(is.standing.tier) ?? 0];
      const row = counts[from] ?? [];
      row[to] = (row[to] ?? 0) + 1;
      const sign = direction(from, to);
      if (sign !== 0) {
        const { tier, source } = was.standing;
        const list = sign > 0 ? promoted : isEndowed(source) ? endowed : earned;
        list.push({ memberId, from: tier, to: is.standing.tier, source });
      }
      if (was.rejected.length + is.rejected.length > 0)
        withRejections.push({ index, memberId, before: was.rejected, after: is.rejected });
    },
    refused: (index, member, problem) => {
      unjudged.push({ index, memberId: idOf(member), problem });
    },
    result: () => {
      const judged = counts.flat().reduce((sum, count) => sum + count, 0);
      const demoted = earned.length + endowed.length;
      return {
        before: policyOf(before, (place) => sumOf(counts[place] ?? [])),
        after: policyOf(after, (place) => sumOf(counts.map((row) => row[place] ?? 0))),
        matrix: before.tiers.flatMap(({ tier }, from) =>
          after.tiers.map((one, to): TierTransition => {
            const members = counts[from]?.[to] ?? 0;
            const all = sumOf(counts[from] ?? []);
            const move = MOVES[direction(from, to)];
            return { from: tier, to: one.tier, move, members, shareOfFrom: all === 0 ? 0 : members / all };
          }),
        ),
        promoted: promoted.sort(byId),
        demoted: { earned: earned.sort(byId), endowed: endowed.sort(byId) },
        unjudged,
        withRejections,
        counts: {
          members: judged + unjudged.length,
          judged,
          unjudged: unjudged.length,
          promoted: promoted.length,
          demoted,
          unchanged: judged - promoted.length - demoted,
        },
      };
    },
  };
}

const MOVES = { [-1]: 'demoted', 0: 'unchanged', 1: 'promoted' } as const;

/** A tier that was given; the base and a tier for life come from the member's own doing, or from nothing. */
function isEndowed(source: TierSource): boolean {
  return source !== 'base' && source !== 'earned' && source !== 'lifetime';
}

/** Members may come from anywhere. */
function idOf(member: TierMember | null | undefined): string {
  const id: unknown = member?.memberId;
  return typeof id === 'string' ? id : '';
}

function byId(a: TierMove, b: TierMove): number {
  return compareText(a.memberId, b.memberId);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function policyOf({ policy, tiers }: CompiledVersion, membersAt: (place: number) => number): ComparedPolicy {
  return {
    name: policy.name,
    version: policy.version,
    tiers: tiers.map(({ tier, name }, place) => ({ tier, name, members: membersAt(place) })),
  };
}
