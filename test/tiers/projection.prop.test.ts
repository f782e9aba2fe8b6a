import {
  compileTiers,
  orThrow,
  projectTier,
  replayTiers,
  returnsThatCost,
  type TierMember,
  type TierPolicy,
  tierProgress,
  upcomingTierEvents,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWindow, tierMembers, tierPolicies } from './arbitraries.js';

const cases = tierPolicies.chain((policy) =>
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

const NEVER_YET = { kind: 'fixed', from: '2090-01-01', until: '2090-02-01' } as const;

function onlyUntil(member: TierMember, at: number): TierMember {
  return { ...member, log: member.log.filter((entry) => entry.at <= at) };
}

describe('a projection', () => {
  it('at a pace of nothing is what time alone brings', () => {
    let ends = 0;
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const projected = projectTier(tiers, member, { asOf, pace: NEVER_YET });
        if (projected._tag === 'Left') return;
        const { end, next } = projected.right;
        const known = onlyUntil(member, projected.right.asOf);
        if (end !== null) {
          ends += 1;
          const { standing } = orThrow(replayTiers(tiers, known, { asOf: end.at }));
          expect([end.tier, end.earned]).toEqual([standing.tier, standing.earned.tier]);
        }
        if (next !== null) {
          const later = { asOf: projected.right.asOf, until: next.at };
          const events = orThrow(upcomingTierEvents(tiers, member, later));
          expect(events.some((one) => one.kind === 'upgraded' && one.to === next.tier)).toBe(true);
        }
      }),
    );
    expect(ends).toBeGreaterThan(3);
  });

  it('has an answer at every pace', () => {
    fc.assert(
      fc.property(cases, arbitraryWindow, ({ policy, member, asOf }, pace) => {
        const projected = projectTier(orThrow(compileTiers(policy)), member, { asOf, pace });
        if (projected._tag === 'Left') return;
        const { pace: found, end, next } = projected.right;
        expect(found.days).toBeGreaterThan(0);
        for (const { amount, perDay } of found.metrics) {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(perDay).toBe(amount / found.days);
        }
        if (end !== null) expect(end.at).toBeGreaterThan(projected.right.asOf);
        if (next !== null) expect(next.at).toBeGreaterThan(projected.right.asOf);
      }),
      { numRuns: 30 },
    );
  });
});

describe('coming events', () => {
  it('are those of a replay of what is known', () => {
    fc.assert(
      fc.property(cases, ({ policy, member, asOf }) => {
        const tiers = orThrow(compileTiers(policy));
        const coming = upcomingTierEvents(tiers, member, { asOf, until: '2028-03-01' });
        const now = replayTiers(tiers, member, { asOf });
        expect(coming._tag).toBe(now._tag);
        if (coming._tag === 'Left' || now._tag === 'Left') return;
        const known = onlyUntil(member, now.right.asOf);
        const later = orThrow(replayTiers(tiers, known, { asOf: '2028-03-01' }));
        expect([...now.right.events, ...coming.right]).toEqual(later.events);
      }),
    );
  });
});

function tellsOfOlder({ tiers, metrics }: TierPolicy): boolean {
  return (
    tiers.some(({ reentry }) => reentry !== undefined) ||
    Object.values(metrics).some(({ kind }) => kind === 'timeAtTier')
  );
}

/** Returns each activity, and says how many of them were listed. */
function returnEach({ policy, member, asOf }: Case): number {
  const tiers = orThrow(compileTiers(policy));
  const costly = returnsThatCost(tiers, member, { asOf });
  const now = replayTiers(tiers, member, { asOf });
  if (costly._tag === 'Left' || now._tag === 'Left') return 0;
  const { asOf: at, standing, rejected } = now.right;
  const end = orThrow(tierProgress(tiers, member, { asOf, only: 'retain' })).retain?.expiresAt ?? null;
  const atEnd = (log: TierMember['log']): unknown => {
    if (end === null) return null;
    const { tier, expiresAt } = orThrow(replayTiers(tiers, { ...member, log }, { asOf: end })).standing;
    return { tier, expiresAt };
  };
  const refused = new Set(rejected.map(({ index }) => index));
  const known = onlyUntil(member, at);
  let found = 0;
  member.log.forEach((entry, index) => {
    if (entry.kind !== 'activity' || entry.at > at || refused.has(index)) return;
    const log = [...known.log, { kind: 'return' as const, id: 'zzz', at, of: entry.id }];
    const after = orThrow(replayTiers(tiers, { ...known, log }, { asOf: at }));
    if (after.rejected.some(({ id }) => id === 'zzz')) return;
    const listed = costly.right.find(({ of }) => of === entry.id);
    if (listed === undefined) {
      // Older ones are not tried, which tell only through a re-entry or time at a tier, as is documented.
      if (tellsOfOlder(policy)) return;
      expect(after.standing.tier).toBe(standing.tier);
      expect(after.standing.expiresAt).toBe(standing.expiresAt);
      expect(atEnd(log)).toEqual(atEnd(known.log));
    } else {
      found += 1;
      expect(listed.standing).toEqual(after.standing);
      expect(listed.losesTier).toBe(after.standing.tier !== standing.tier);
    }
  });
  return found;
}

describe('returns that cost the tier', () => {
  it('are those that a replay with each of them tells', () => {
    fc.assert(
      fc.property(cases, (one) => {
        returnEach(one);
      }),
      { numRuns: 200 },
    );
  });

  it('are found among members', () => {
    // The same members in every run: among few others there may be none.
    const drawn = fc.sample(cases, { numRuns: 200, seed: 1 });
    expect(drawn.reduce((sum, one) => sum + returnEach(one), 0)).toBeGreaterThan(3);
  });
});
