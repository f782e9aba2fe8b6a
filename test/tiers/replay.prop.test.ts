/** What holds for every policy and every log. */
import {
  advanceTier,
  type CompiledTiers,
  compileTiers,
  orThrow,
  type QualifyingActivity,
  replayTiers,
  startTier,
  type TierEntry,
  type TierHistory,
  type TierMember,
  type TierPolicy,
  tierHistory,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/foundation/ordering.js';
import { workAsOf } from '../../src/tiers/fold/as-of.js';
import { measured } from '../../src/tiers/fold/measure.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2027, 1, 1);

const policyAndMember: fc.Arbitrary<readonly [TierPolicy, TierMember]> = tierPolicies.chain((policy) =>
  tierMembers(policy).map((member) => [policy, member] as const),
);

function compiled(policy: TierPolicy): CompiledTiers {
  return orThrow(compileTiers({ ...policy, effective: {} }));
}

function history(tiers: CompiledTiers, member: TierMember, asOf = AS_OF): TierHistory {
  return orThrow(replayTiers(tiers, member, { asOf }));
}

/** Every entry on its own, the state written to JSON in between. */
function oneByOne(tiers: CompiledTiers, member: TierMember): TierHistory {
  const ordered = member.log.toSorted((a, b) => a.at - b.at || compareText(a.id, b.id));
  let state = orThrow(startTier(tiers, member));
  for (const entry of ordered) {
    const next = advanceTier(tiers, state, entry);
    if (next._tag === 'Right') state = JSON.parse(JSON.stringify(next.right));
  }
  return orThrow(tierHistory(tiers, state, { asOf: AS_OF }));
}

describe('a replay', () => {
  it('gives what one entry after the other gives, through storage', () => {
    fc.assert(
      fc.property(policyAndMember, ([policy, member]) => {
        const tiers = compiled(policy);
        const { rejected: _, ...replayed } = history(tiers, member);
        const { rejected: __, ...grown } = oneByOne(tiers, member);
        expect(grown).toEqual(replayed);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the log', () => {
    const shuffled = policyAndMember.chain(([policy, member]) =>
      fc
        .shuffledSubarray([...member.log], { minLength: member.log.length })
        .map((log) => [policy, member, { ...member, log }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([policy, member, other]) => {
        const tiers = compiled(policy);
        const { rejected: _, ...one } = history(tiers, member);
        const { rejected: __, ...two } = history(tiers, other);
        expect(two).toEqual(one);
      }),
    );
  });

  it('tiles the time since enrolment, and stands where its last interval says', () => {
    fc.assert(
      fc.property(policyAndMember, ([policy, member]) => {
        const { intervals, earned, standing, asOf } = history(compiled(policy), member);
        for (const row of [intervals, earned]) {
          expect(row[0]?.from).toBe(member.enrolledAt);
          expect(row.at(-1)?.until).toBeNull();
          row.slice(1).forEach((interval, i) => {
            expect(row[i]?.until).toBe(interval.from);
            expect([row[i]?.tier, row[i]?.source]).not.toEqual([interval.tier, interval.source]);
          });
          for (const { from, until } of row) expect(from).toBeLessThan(until ?? asOf + 1);
        }
        expect(intervals.at(-1)).toMatchObject({ tier: standing.tier, source: standing.source });
        expect(earned.at(-1)?.tier).toBe(standing.earned.tier);
        if (standing.expiresAt !== null) expect(standing.expiresAt).toBeGreaterThan(asOf);
      }),
    );
  });

  it('as of an earlier instant is the beginning of a later one', () => {
    fc.assert(
      fc.property(policyAndMember, fc.nat(1400), ([policy, member], days) => {
        const tiers = compiled(policy);
        const then = Math.min(AS_OF, member.enrolledAt + days * 86_400_000);
        const early = history(tiers, member, then);
        const late = history(tiers, member);
        expect(late.events.slice(0, early.events.length)).toEqual(early.events);
        expect(late.events.slice(early.events.length).every(({ at }) => at > then)).toBe(true);
      }),
    );
  });

  it('under lifetime validity never lowers the tier that was earned', () => {
    fc.assert(
      fc.property(policyAndMember, ([policy, member]) => {
        const forLife: TierPolicy = {
          ...policy,
          tiers: policy.tiers.map(({ validity: _, ...tier }) => tier),
          validity: { kind: 'lifetime' },
          downgrade: { ...policy.downgrade, timing: 'atExpiry' },
          offers: {},
        };
        const log = member.log.filter(({ kind }) => kind !== 'return' && kind !== 'grant');
        const { earned } = history(compiled(forLife), { ...member, log });
        const ranks = earned.map(({ tier }) => policy.tiers.find((one) => one.tier === tier)?.rank ?? -1);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('a return that is applied at once', () => {
  type Way = 'whole' | 'asValues' | 'inParts';
  /** A member, one of whose orders is returned so many days later: whole, or all of its values at once or in two parts. */
  const returned = fc
    .tuple(
      policyAndMember,
      fc.nat(),
      fc.nat({ max: 500 }),
      fc.record({
        way: fc.constantFrom<Way>('whole', 'asValues', 'inParts'),
        share: fc.nat({ max: 100 }),
      }),
    )
    .map(([[policy, member], pick, days, back]) => {
      const log = member.log.filter(({ kind }) => kind !== 'return');
      const activities = log.filter((entry) => entry.kind === 'activity');
      return { policy, member: { ...member, log }, of: activities[pick % activities.length], days, back };
    });

  /** A count still counts an order without values, and so do its days and hotels. */
  const onlyAmounts = ({ metrics }: TierPolicy): boolean =>
    Object.values(metrics).every(({ kind }) => kind !== 'count' && kind !== 'distinct');

  const wayFor = (policy: TierPolicy, way: Way): Way => (onlyAmounts(policy) ? way : 'whole');

  /** In parts: so many percent first, in units of 1 / scale. */
  function returnsOf(
    order: QualifyingActivity,
    at: number,
    { way, share, scale }: { readonly way: Way; readonly share: number; readonly scale: number },
  ): readonly TierEntry[] {
    const { points = 0 } = order.values ?? {};
    const back = { kind: 'return', at, of: order.id } as const;
    if (way === 'whole') return [{ ...back, id: '~1' }];
    if (way === 'asValues') return [{ ...back, id: '~1', values: { points } }];
    const units = Math.round(points * scale);
    const first = Math.floor((units * share) / 100);
    return [
      { ...back, id: '~1', values: { points: first / scale } },
      { ...back, id: '~2', values: { points: (units - first) / scale } },
    ];
  }

  /** Every counter that a criterion looks at. */
  function countersOf(tiers: CompiledTiers, member: TierMember): readonly unknown[] {
    const { work } = orThrow(workAsOf(tiers, member, { asOf: AS_OF }));
    const { program } = work;
    return program.tiers.flatMap((_, place) =>
      [program.entry(place), program.renewal(place)].flatMap(({ measures }) =>
        measures.map((measure) => [place, measure.metric, measured(work, measure, AS_OF)]),
      ),
    );
  }

  it('leaves tier, expiry and counters as if the order had never been', () => {
    fc.assert(
      fc.property(returned, ({ policy, member, of, days, back: drawn }) => {
        fc.pre(of !== undefined);
        const way = wayFor(policy, drawn.way);
        const { points } = policy.metrics;
        const scale = 10 ** ((points?.kind === 'sum' ? points.decimals : undefined) ?? 0);
        const rules = { ...policy.returns, clawback: 'atOnce' as const };
        const tiers = compiled({ ...policy, returns: rules });
        const at = Math.min(AS_OF, of.at + days * 86_400_000 + 1);
        const refused = new Set(history(tiers, member).rejected.map(({ index }) => index));
        // What an offer allows may depend on the order.
        const log = member.log.filter(
          (entry, i) => !refused.has(i) && entry.kind !== 'grant' && entry.kind !== 'revocation',
        );
        const never = { ...member, log: log.filter((entry) => entry !== of) };
        const back = { ...member, log: [...log, ...returnsOf(of, at, { way, share: drawn.share, scale })] };
        const without = history(tiers, never);
        const withReturn = history(tiers, back);
        expect(withReturn.rejected).toEqual([]);
        expect(withReturn.standing.earned).toEqual(without.standing.earned);
        expect(withReturn.standing.tier).toBe(without.standing.tier);
        expect(withReturn.standing.expiresAt).toBe(without.standing.expiresAt);
        const later = (one: TierHistory): unknown =>
          one.earned
            .filter(({ until }) => until === null || until > at)
            .map(({ tier, until }) => [tier, until]);
        expect(later(withReturn)).toEqual(later(without));
        expect(countersOf(tiers, back)).toEqual(countersOf(tiers, never));
      }),
      { numRuns: 200 },
    );
  });

  it('is made in each way', () => {
    // The same returns in every run: a way that is rare may be missing among few others.
    const ways = new Set(
      fc.sample(returned, { numRuns: 200, seed: 1 }).flatMap(({ policy, of, back }) => {
        if (of === undefined) return [];
        const way = wayFor(policy, back.way);
        return [Number.isInteger(of.values?.['points'] ?? 0) ? way : `${way} of a fraction`];
      }),
    );
    const all = ['asValues', 'inParts', 'whole'];
    expect([...ways].sort()).toEqual([...all, ...all.map((way) => `${way} of a fraction`)].sort());
  });
});
