import {
  compileTiers,
  orThrow,
  type QualifyingActivity,
  type QualifyingMetric,
  replayTiers,
  type TierMember,
  type TierPolicy,
  tierProgress,
  upcomingTierEvents,
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

interface Case {
  readonly policy: TierPolicy;
  readonly member: TierMember;
  readonly asOf: string;
}

/**
 * How often something came about. Counted over the same members in every run: over others it may, once in a while, be
 * too rare.
 */
function sumOver(drawn: readonly Case[], count: (one: Case) => number): number {
  return drawn.reduce((sum, one) => sum + count(one), 0);
}

/** The same under rules that leave a renewal to what is done in the year before the term ends. */
const yearly = cases.map(({ policy: { carryOver: _, minimumHold: __, ...policy }, ...rest }) => ({
  ...rest,
  policy: {
    ...policy,
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
    upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
    downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
    tiers: policy.tiers.map(({ validity: ___, depth: ____, ...tier }) => tier),
  } satisfies TierPolicy,
}));

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

/** Goes each way, and each with a little less, and says how many there were. */
function goWays({ policy, member, asOf }: Case): number {
  const tiers = orThrow(compileTiers(policy));
  const progress = tierProgress(tiers, member, { asOf });
  if (progress._tag === 'Left') return 0;
  const rankAfter = (activity: QualifyingActivity): number => {
    const log = [...member.log, activity];
    const later: TierMember = { ...member, log };
    const { earned } = orThrow(replayTiers(tiers, later, { asOf: activity.at })).standing;
    return policy.tiers.find(({ tier }) => tier === earned.tier)?.rank ?? -1;
  };
  let ways = 0;
  for (const { tier, ways: all } of progress.right.higher) {
    const rank = policy.tiers.find((one) => one.tier === tier)?.rank ?? 99;
    for (const way of all) {
      if (way.conditions.length > 0) continue;
      if (!suppliable(policy, way)) continue;
      ways += 1;
      const at = progress.right.asOf;
      expect(rankAfter(activityFor(policy, way, at))).toBeGreaterThanOrEqual(rank);
      for (const { metric } of way.missing)
        expect(rankAfter(activityFor(policy, way, at, metric))).not.toBe(rank);
    }
  }
  return ways;
}

describe('a way', () => {
  it('brings the tier at once, and anything less does not', () => {
    fc.assert(
      fc.property(cases, (one) => {
        goWays(one);
      }),
      { numRuns: 250 },
    );
  });

  it('is found for many members', () => {
    expect(sumOver(fc.sample(cases, { numRuns: 250, seed: 1 }), goWays)).toBeGreaterThan(100);
  });
});

describe('the ways', () => {
  it('are all there are: what brings a tier contains one of them', () => {
    let brought = 0;
    const amounts = fc.record({ points: fc.nat({ max: 40 }), stays: fc.nat({ max: 40 }) });
    // A sum of several counters can be brought by any mixture of them; the ways name one counter alone.
    const mixes = ({ metrics }: TierPolicy): boolean =>
      Object.values(metrics).some((metric) => metric.kind === 'combined' && metric.of.length > 1);
    // A tier that lasts while it is qualified for and is never renewed is lost as it is reached: what follows in that
    // instant, such as a way back to a tier above it, is more than one step.
    const passing = ({ tiers, validity }: TierPolicy): boolean =>
      tiers.some((one) => one.renewal === 'never' && (one.validity ?? validity).kind === 'whileQualified');
    fc.assert(
      fc.property(cases, amounts, ({ policy, member, asOf }, values) => {
        if (mixes(policy) || passing(policy)) return;
        const tiers = orThrow(compileTiers(policy));
        const progress = tierProgress(tiers, member, { asOf });
        if (progress._tag === 'Left') return;
        const { asOf: at, higher } = progress.right;
        const ranks = new Map(policy.tiers.map(({ tier, rank }) => [tier, rank]));
        const earned = (more: readonly QualifyingActivity[]): string => {
          const later: TierMember = { ...member, log: [...member.log, ...more] };
          return orThrow(replayTiers(tiers, later, { asOf: at })).standing.earned.tier;
        };
        const before = ranks.get(earned([])) ?? 0;
        const reached = earned([{ kind: 'activity', id: 'zzz', at, type: 'stay', values }]);
        if ((ranks.get(reached) ?? 0) <= before) return;
        // Step by step the first step is what is ahead.
        const ahead =
          policy.upgrade.path === 'jump' ? higher.find(({ tier }) => tier === reached) : higher[0];
        // Below a tier that is held anyway nothing is ahead.
        if (ahead === undefined) return;
        brought += 1;
        const way = ahead.ways.find(
          ({ conditions, missing }) =>
            conditions.length === 0 &&
            missing.every(
              ({ metric, missing: amount }) =>
                (Object.entries(values).find(([name]) => name === metric)?.[1] ?? 0) >= amount,
            ),
        );
        expect(way).toBeDefined();
      }),
      { numRuns: 250 },
    );
    expect(brought).toBeGreaterThan(20);
  });

  it('are good until their end, where nothing else happens before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        goLate(one);
      }),
      { numRuns: 200 },
    );
  });

  it('have ends at which many can be gone', () => {
    expect(sumOver(fc.sample(cases, { numRuns: 200, seed: 1 }), goLate)).toBeGreaterThan(20);
  });
});

/** Goes the ways to the next tier just before they end, and says how many there were. */
function goLate({ policy, member, asOf }: Case): number {
  const tiers = orThrow(compileTiers(policy));
  const progress = tierProgress(tiers, member, { asOf });
  if (progress._tag === 'Left') return 0;
  const { asOf: at, next } = progress.right;
  const known = onlyUntil(member, at);
  let gone = 0;
  for (const way of next?.ways ?? []) {
    if (way.until === null || way.conditions.length > 0 || !suppliable(policy, way)) continue;
    const last = way.until - 1;
    const coming = orThrow(upcomingTierEvents(tiers, member, { asOf: at, until: last }));
    if (coming.length > 0) continue;
    gone += 1;
    const log = [...known.log, activityFor(policy, way, last)];
    const { earned } = orThrow(replayTiers(tiers, { ...known, log }, { asOf: last })).standing;
    const rank = (tier: string | undefined): number =>
      policy.tiers.find((one) => one.tier === tier)?.rank ?? -1;
    expect(rank(earned.tier)).toBeGreaterThanOrEqual(rank(next?.tier));
  }
  return gone;
}

/** Whether one activity can bring it. */
function suppliable(policy: TierPolicy, { missing }: WayToTier): boolean {
  return missing.length > 0 && missing.every(({ metric }) => policy.metrics[metric]?.kind === 'sum');
}

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

/** Goes the ways to keep a tier at the last instant that counts, and says how many there were. */
function keepLate({ policy, member, asOf }: Case): number {
  const tiers = orThrow(compileTiers(policy));
  const progress = tierProgress(tiers, member, { asOf });
  if (progress._tag === 'Left' || progress.right.retain === null) return 0;
  const { asOf: at, retain } = progress.right;
  const { measuredUntil, expiresAt } = retain;
  if (measuredUntil === null || expiresAt === null || measuredUntil <= at) return 0;
  const known = onlyUntil(member, at);
  const coming = orThrow(upcomingTierEvents(tiers, member, { asOf: at, until: measuredUntil - 1 }));
  if (coming.some(({ kind }) => kind !== 'willExpire')) return 0;
  const ways = retain.ways.filter((way) => way.conditions.length === 0 && suppliable(policy, way));
  for (const way of ways) {
    const log = [...known.log, activityFor(policy, way, measuredUntil - 1)];
    const { earned } = orThrow(replayTiers(tiers, { ...known, log }, { asOf: expiresAt })).standing;
    const rank = (tier: string): number => policy.tiers.find((one) => one.tier === tier)?.rank ?? -1;
    expect(rank(earned.tier)).toBeGreaterThanOrEqual(rank(retain.tier));
  }
  return ways.length;
}

describe('a way to keep a tier', () => {
  it('keeps it, gone just before what counts is measured', () => {
    fc.assert(
      fc.property(yearly, (one) => {
        keepLate(one);
      }),
      { numRuns: 200 },
    );
  });

  it('is found for some members', () => {
    expect(sumOver(fc.sample(yearly, { numRuns: 200, seed: 1 }), keepLate)).toBeGreaterThan(5);
  });
});

function onlyUntil(member: TierMember, at: number): TierMember {
  return { ...member, log: member.log.filter((entry) => entry.at <= at) };
}
