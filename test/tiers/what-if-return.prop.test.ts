/** Returns that are ruled out in groups are those that change nothing one by one. */
import {
  compileTiers,
  orThrow,
  type QualificationCriterion,
  returnsThatCost,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = '2026-11-22';

/** Leaves that ask for more, over the policy's window. */
function more(criterion: QualificationCriterion): QualificationCriterion {
  if ('metric' in criterion) {
    const figure = Object.values(criterion).find((value) => typeof value === 'number');
    return { metric: criterion.metric, atLeast: typeof figure === 'number' ? figure * 3 : 3 };
  }
  if ('allOf' in criterion) return { allOf: criterion.allOf.map(more) };
  if ('anyOf' in criterion) return { anyOf: criterion.anyOf.map(more) };
  return { atLeast: criterion.atLeast, of: criterion.of.map(more) };
}

/** Counters that never start anew, tiers without an end: the rules under which groups can be ruled out. */
const lasting: fc.Arbitrary<TierPolicy> = fc
  .record({
    policy: tierPolicies.filter(({ metrics }) =>
      Object.values(metrics).every(({ kind }) => ['sum', 'count', 'distinct'].includes(kind)),
    ),
    window: fc.constantFrom('lifetime' as const, 'balance' as const),
    validity: fc.constantFrom('lifetime' as const, 'whileQualified' as const),
  })
  .map(({ policy, window, validity }) => {
    const { carryOver: _, minimumHold: __, ...rest } = policy;
    return {
      ...rest,
      window: { kind: window },
      validity: { kind: validity },
      tiers: rest.tiers.map(({ tier, name, rank, entry }) =>
        entry === undefined ? { tier, name, rank } : { tier, name, rank, entry: more(entry) },
      ),
      upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
      renewal: { timing: 'onQualifying' },
      downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
      grace: {},
      returns: { ...rest.returns, clawback: 'atOnce' },
    };
  });

function onlyActivity(member: TierMember): TierMember {
  return { ...member, log: member.log.filter(({ kind }) => kind === 'activity' || kind === 'return') };
}

it('of counters for good', () => {
  const seen = { costly: 0, free: 0 };
  const drawn = lasting.chain((policy) =>
    tierMembers(policy).map((member) => ({ policy, member: onlyActivity(member) })),
  );
  fc.assert(
    fc.property(drawn, ({ policy, member }) => {
      const tiers = orThrow(compileTiers(policy));
      const all = orThrow(returnsThatCost(tiers, member, { asOf: AS_OF }));
      const each = member.log
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .flatMap(({ id }) => orThrow(returnsThatCost(tiers, member, { asOf: AS_OF, only: [id] })));
      expect(all).toEqual(each);
      seen.costly += all.length;
      seen.free += member.log.length - all.length;
    }),
    { numRuns: 200 },
  );
  expect(seen.costly).toBeGreaterThan(20);
  expect(seen.free).toBeGreaterThan(200);
});
