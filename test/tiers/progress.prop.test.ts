import {
  compileTiers,
  orThrow,
  type QualifyingActivity,
  type QualifyingMetric,
  replayTiers,
  type TierMember,
  type TierPolicy,
  tierProgress,
  type WayToTier,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierMembers, tierPolicies } from './arbitraries.js';

/** Immediate upgrades, and counters that one activity can bring any amount of, each without the others. */
const policies = tierPolicies.map((policy): TierPolicy => {
  const metrics = Object.entries(policy.metrics).map(([name, metric]): [string, QualifyingMetric] => {
    if (metric.kind === 'count') return [name, { kind: 'sum', of: name }];
    if (metric.kind !== 'sum') return [name, metric];
    return [name, { kind: 'sum', of: name, decimals: metric.decimals ?? 0 }];
  });
  return {
    ...policy,
    counts: {},
    metrics: Object.fromEntries(metrics),
    upgrade: { ...policy.upgrade, timing: 'immediate' },
    // A return that waits is judged together with the activity that follows it, which may count for both.
    returns: {
      ...policy.returns,
      clawback: policy.returns.clawback === 'atNextEvaluation' ? 'atOnce' : policy.returns.clawback,
    },
  };
});

const cases = policies.chain((policy) =>
  fc.record({
    policy: fc.constant(policy),
    member: tierMembers(policy),
    asOf: fc.constantFrom('2024-03-10', '2024-12-31', '2025-06-30', '2026-11-22'),
  }),
);

/** The way as one activity; `less` of one of its metrics by the least amount there is. */
function activityFor(policy: TierPolicy, way: WayToTier, at: number, less?: string): QualifyingActivity {
  const values = Object.fromEntries(
    way.missing.map(({ metric, missing }) => {
      const one = policy.metrics[metric];
      const scale = one?.kind === 'sum' ? 10 ** (one.decimals ?? 0) : 1;
      return [metric, Math.round(missing * scale - (metric === less ? 1 : 0)) / scale];
    }),
  );
  return { kind: 'activity', id: 'zzz', at, type: 'stay', values };
}

describe('a way', () => {
  it('brings the tier at once, and anything less does not', () => {
    let ways = 0;
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const progress = tierProgress(tiers, member, { asOf });
        if (progress._tag === 'Left') return;
        const rankAfter = (activity: QualifyingActivity): number => {
          const log = [...member.log, activity];
          const later: TierMember = { ...member, log };
          const { earned } = orThrow(replayTiers(tiers, later, { asOf: activity.at })).standing;
          return policy.tiers.find(({ tier }) => tier === earned.tier)?.rank ?? -1;
        };
        for (const { tier, ways: all } of progress.right.higher) {
          const rank = policy.tiers.find((one) => one.tier === tier)?.rank ?? 99;
          for (const way of all) {
            if (way.conditions.length > 0) continue;
            if (way.missing.some(({ metric }) => policy.metrics[metric]?.kind !== 'sum')) continue;
            if (way.missing.length === 0) continue;
            ways += 1;
            const at = progress.right.asOf;
            expect(rankAfter(activityFor(policy, way, at))).toBeGreaterThanOrEqual(rank);
            for (const { metric } of way.missing)
              expect(rankAfter(activityFor(policy, way, at, metric))).not.toBe(rank);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(ways).toBeGreaterThan(100);
  });
});

describe('ways', () => {
  it('never contain each other', () => {
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const progress = tierProgress(orThrow(compileTiers(policy)), member, { asOf });
        if (progress._tag === 'Left') return;
        for (const { ways } of progress.right.higher) {
          for (const a of ways)
            for (const b of ways)
              if (a !== b && b.conditions.length === 0) expect(contains(a, b)).toBe(false);
        }
      }),
    );
  });
});

function contains(a: WayToTier, b: WayToTier): boolean {
  return b.missing.every(({ metric, missing }) =>
    a.missing.some((one) => one.metric === metric && one.missing >= missing),
  );
}

describe('what secures a tier', () => {
  it('is what time alone leaves, and a way to keep it does so at the end of the term', () => {
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const progress = tierProgress(tiers, member, { asOf });
        if (progress._tag === 'Left' || progress.right.retain === null) return;
        const { retain } = progress.right;
        if (retain.expiresAt === null) return;
        const after = orThrow(
          replayTiers(tiers, onlyUntil(member, progress.right.asOf), { asOf: retain.expiresAt }),
        );
        const rank = (tier: string): number => policy.tiers.find((one) => one.tier === tier)?.rank ?? -1;
        if (retain.secured)
          expect(rank(after.standing.earned.tier)).toBeGreaterThanOrEqual(rank(retain.tier));
        else if (policy.grace.tier === undefined && policy.downgrade.depth.kind !== 'highestOfTerm')
          expect(rank(after.standing.earned.tier)).toBeLessThan(rank(retain.tier));
      }),
    );
  });
});

function onlyUntil(member: TierMember, at: number): TierMember {
  return { ...member, log: member.log.filter((entry) => entry.at <= at) };
}
