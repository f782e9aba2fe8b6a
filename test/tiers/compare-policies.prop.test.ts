/** What holds whatever the policies and the members. */
import {
  type CompiledTiers,
  compareTierPolicies,
  compileTiers,
  orThrow,
  type PolicyComparison,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2026, 5, 1);

function compiled(policy: TierPolicy): CompiledTiers {
  return orThrow(compileTiers({ ...policy, effective: {} }));
}

interface Case {
  readonly before: CompiledTiers;
  readonly after: CompiledTiers;
  readonly members: readonly TierMember[];
}

/** Two policies of one zone, so that nothing depends on whose day it is, and a few members; some ids twice. */
const cases: fc.Arbitrary<Case> = fc.tuple(tierPolicies, tierPolicies).chain(([before, after]) =>
  fc.array(tierMembers(before), { maxLength: 6 }).map((members) => ({
    before: compiled(before),
    after: compiled(after),
    members: members.map((member, i) => ({ ...member, memberId: `m${i}` })),
  })),
);

function compared({ before, after, members }: Case): PolicyComparison {
  return orThrow(compareTierPolicies(before, after, members, { asOf: AS_OF }));
}

const RUNS = { numRuns: 60 };

describe('a comparison of policies', () => {
  it('with itself moves nobody', () => {
    fc.assert(
      fc.property(cases, ({ before, members }) => {
        const { counts, matrix } = compared({ before, after: before, members });
        expect(counts).toMatchObject({ promoted: 0, demoted: 0, unchanged: counts.judged });
        for (const { from, to, members: count } of matrix) if (from !== to) expect(count).toBe(0);
      }),
      RUNS,
    );
  });

  it('adds up: rows, columns, moves and the unjudged', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { before, after, matrix, counts, promoted, demoted, unjudged } = compared(one);
        const sum = (wanted: (cell: PolicyComparison['matrix'][number]) => boolean): number =>
          matrix.filter(wanted).reduce((total, { members }) => total + members, 0);
        for (const { tier, members } of before.tiers) expect(sum(({ from }) => from === tier)).toBe(members);
        for (const { tier, members } of after.tiers) expect(sum(({ to }) => to === tier)).toBe(members);
        expect(sum(() => true)).toBe(counts.judged);
        expect(sum(({ move }) => move === 'promoted')).toBe(promoted.length);
        expect(sum(({ move }) => move === 'demoted')).toBe(demoted.earned.length + demoted.endowed.length);
        expect(sum(({ move }) => move === 'unchanged')).toBe(counts.unchanged);
        expect(counts.judged + unjudged.length).toBe(one.members.length);
      }),
      RUNS,
    );
  });

  it('turned round transposes the matrix, and promotions become demotions', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const there = compared(one);
        const back = compared({ ...one, before: one.after, after: one.before });
        const cell = (matrix: PolicyComparison['matrix'], from: string, to: string): number | undefined =>
          matrix.find((candidate) => candidate.from === from && candidate.to === to)?.members;
        for (const { from, to, members } of there.matrix) expect(cell(back.matrix, to, from)).toBe(members);
        const ids = ({ demoted }: PolicyComparison): readonly string[] =>
          [...demoted.earned, ...demoted.endowed].map(({ memberId }) => memberId).sort();
        expect(there.promoted.map(({ memberId }) => memberId)).toEqual(ids(back));
        expect(back.promoted.map(({ memberId }) => memberId)).toEqual(ids(there));
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const turned = compared({ ...one, members: one.members.toReversed() });
        const straight = compared(one);
        for (const key of ['matrix', 'promoted', 'demoted', 'counts', 'statements'] as const)
          expect(turned[key]).toEqual(straight[key]);
      }),
      RUNS,
    );
  });
});
