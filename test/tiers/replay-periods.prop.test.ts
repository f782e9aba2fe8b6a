/** Terms of several periods: what each period of them earned lasts as long as its own validity. */
import {
  advanceTier,
  compileTiers,
  type DowngradeDepth,
  defineTierPolicy,
  orThrow,
  replayTiers,
  startTier,
  type TierEntry,
  type TierEvent,
  type TierPolicyInput,
  tierHistory,
} from 'clientele/tiers';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const FIRST_YEAR = 2016;
const YEARS = 9;
const DAY = 86_400_000;
const THRESHOLDS = [0, 10, 20, 30] as const;

/** A stay: the day from the first year on, and the nights. */
const stays = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: YEARS * 365 }), nights: fc.integer({ min: 1, max: 25 }) }),
  { maxLength: 14 },
);
const lasting = fc.record({
  periods: fc.integer({ min: 0, max: 4 }),
  /** Months. */
  extend: fc.constantFrom(0, 2, 12, 14, 26),
});

type Lasting = { readonly periods: number; readonly extend: number };

function policyOf(validities: readonly Lasting[], more: Partial<TierPolicyInput> = {}) {
  const validityOf = ({ periods, extend }: Lasting = { periods: 0, extend: 0 }) => {
    return { kind: 'endOfPeriod', period: { unit: 'year' }, periods, extend: `P${extend}M` } as const;
  };
  return defineTierPolicy({
    name: 'periods',
    zone: 'UTC',
    metrics: { nights: { kind: 'sum', of: 'nights' } },
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'lifetime' },
    tiers: THRESHOLDS.map((atLeast, rank) => ({
      tier: `t${rank}`,
      name: { en: `T${rank}`, zh: `${rank} 级` },
      rank,
      ...(rank === 0
        ? {}
        : { entry: { metric: 'nights', atLeast }, validity: validityOf(validities[rank - 1]) }),
    })),
    ...more,
  });
}

const START = Date.UTC(FIRST_YEAR, 0, 1);

function memberOf(list: readonly { readonly day: number; readonly nights: number }[]) {
  const log = list.map(({ day, nights }, i) => ({
    kind: 'activity' as const,
    id: String(i).padStart(2, '0'),
    at: START + day * DAY + 3_600_000,
    type: 'stay',
    values: { nights },
  }));
  return { memberId: 'm', enrolledAt: START, log };
}

/**
 * Told apart from the replay: the highest tier whose nights a year had reached by an instant, and whose validity,
 * counted from that year, goes on after it.
 */
function heldAt(member: ReturnType<typeof memberOf>, validities: readonly Lasting[], at: number): number {
  let held = 0;
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS + 1; year += 1) {
    const nights = member.log
      .filter((one) => new Date(one.at).getUTCFullYear() === year && one.at <= at)
      .reduce((sum, one) => sum + one.values.nights, 0);
    for (let rank = 1; rank < THRESHOLDS.length; rank += 1) {
      const { periods, extend } = validities[rank - 1] ?? { periods: 0, extend: 0 };
      const ends = Date.UTC(year + periods + 1, extend, 1);
      if (nights >= (THRESHOLDS[rank] ?? 0) && at < ends) held = Math.max(held, rank);
    }
  }
  return held;
}

/** Hours from the first day on. */
const hours = fc.array(fc.integer({ min: 0, max: (YEARS + 1) * 365 * 24 }), { minLength: 1, maxLength: 6 });
const instant = (hour: number): number => START + hour * 3_600_000;

/** How often somebody landed above the base, to be sure that it comes about. */
function landings(events: readonly TierEvent[]): number {
  return events.filter((event) => event.kind === 'downgraded' && event.to !== 't0').length;
}

test.each([
  ['the same for all tiers', lasting.map((one) => [one, one, one])],
  ['another one for each tier', fc.array(lasting, { minLength: 3, maxLength: 3 })],
])('whatever a period earned is held until its own validity ends: %s', (_, validities) => {
  let landed = 0;
  fc.assert(
    fc.property(stays, validities, hours, (list, lasts, asked) => {
      const tiers = orThrow(compileTiers(policyOf(lasts)));
      const member = memberOf(list);
      for (const at of asked.map(instant)) {
        const { standing, events } = orThrow(replayTiers(tiers, member, { asOf: new Date(at) }));
        expect(standing.tier).toBe(`t${heldAt(member, lasts, at)}`);
        landed += landings(events);
      }
    }),
    { numRuns: 400 },
  );
  expect(landed).toBeGreaterThan(0);
});

const depth = fc.constantFrom<DowngradeDepth>(
  { kind: 'toQualified' },
  { kind: 'oneStep' },
  { kind: 'maxSteps', steps: 2 },
  { kind: 'highestOfTerm' },
  { kind: 'toBase' },
);

test('one entry after the other gives what a replay gives, however a tier is lost', () => {
  fc.assert(
    fc.property(stays, lasting, depth, hours, (list, one, lost, asked) => {
      const tiers = orThrow(compileTiers(policyOf([one, one, one], { downgrade: { depth: lost } })));
      const member = memberOf(list);
      const log = member.log.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      const state = log.reduce(
        (before, entry) => orThrow(advanceTier(tiers, JSON.parse(JSON.stringify(before)), entry)),
        orThrow(startTier(tiers, member)),
      );
      const at = new Date(Math.max(state.at, ...asked.map(instant)));
      expect(orThrow(tierHistory(tiers, state, { asOf: at }))).toEqual(
        orThrow(replayTiers(tiers, member, { asOf: at })),
      );
    }),
    { numRuns: 200 },
  );
});

test('a soft landing is never below what an earlier period gave', () => {
  fc.assert(
    fc.property(stays, lasting, hours, (list, one, asked) => {
      const validities = [one, one, one];
      const soft = orThrow(compileTiers(policyOf(validities, { downgrade: { depth: { kind: 'oneStep' } } })));
      const member = memberOf(list);
      for (const at of asked.map(instant)) {
        const { standing } = orThrow(replayTiers(soft, member, { asOf: new Date(at) }));
        expect(Number(standing.tier.slice(1))).toBeGreaterThanOrEqual(heldAt(member, validities, at));
      }
    }),
    { numRuns: 200 },
  );
});

test('a returned stay leaves the history without it', () => {
  fc.assert(
    fc.property(stays, lasting, fc.nat(), hours, (list, one, pick, asked) => {
      const tiers = orThrow(compileTiers(policyOf([one, one, one])));
      const { log, ...member } = memberOf(list);
      const of = log[pick % Math.max(1, log.length)];
      if (of === undefined) return;
      const at = Math.max(of.at + 1, ...asked.map(instant));
      const back = { kind: 'return', id: 'zz', at, of: of.id } as const;
      const standing = (entries: readonly TierEntry[]) =>
        orThrow(replayTiers(tiers, { ...member, log: entries }, { asOf: new Date(at) })).standing;
      const { tier, expiresAt } = standing([...log, back]);
      const without = standing(log.filter((entry) => entry !== of));
      expect({ tier, expiresAt }).toEqual({ tier: without.tier, expiresAt: without.expiresAt });
    }),
    { numRuns: 200 },
  );
});
