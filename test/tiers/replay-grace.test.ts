/** Grace, however short the terms are. */
import { compileTiers, defineTierPolicy, orThrow, replayTiers } from 'clientele/tiers';
import { expect, it } from 'vitest';

it('a term that is over before its grace is renewed from there', () => {
  const name = { en: 'Tier', zh: '等级' };
  const policy = defineTierPolicy({
    name: 'club',
    zone: 'UTC',
    metrics: { held: { kind: 'timeAtTier', tier: 'gold', unit: 'months' } },
    window: { kind: 'balance' },
    validity: { kind: 'lifetime' },
    grace: { tier: 'P15D' },
    downgrade: { depth: { kind: 'maxSteps', steps: 2 } },
    tiers: [
      { tier: 'base', name, rank: 0 },
      {
        tier: 'gold',
        name,
        rank: 2,
        entry: { metric: 'held', lessThan: 12 },
        validity: { kind: 'endOfPeriod', period: { unit: 'month' }, periods: 0, extend: 'P15D' },
      },
      {
        tier: 'platinum',
        name,
        rank: 3,
        entry: { metric: 'held', atLeast: 12 },
        renewal: 'never',
        validity: { kind: 'whileQualified' },
      },
    ],
  });
  const member = { memberId: 'm', enrolledAt: Date.UTC(2024, 1, 29, 9), log: [] };
  const { intervals, events } = orThrow(
    replayTiers(orThrow(compileTiers(policy)), member, { asOf: '2027-02-01' }),
  );
  expect(intervals[0]?.tier).toBe('gold');
  expect(events.every((event, i) => event.at >= (events[i - 1]?.at ?? 0))).toBe(true);
});
