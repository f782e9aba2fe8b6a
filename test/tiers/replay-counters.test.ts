/** What is carried, deducted or redeemed counts once and where the policy says; offers are kept as they were given. */
import {
  advanceTier,
  type CompiledTiers,
  type CriterionExplanation,
  defineTierPolicy,
  explainTier,
  orThrow,
  parseTierPolicy,
  replayTiers,
  startTier,
  type ThresholdExplanation,
  type TierEntry,
  type TierHistory,
  type TierMember,
  type TierPolicyInput,
  tierHistory,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, NIGHTS, POINTS, programme, STAYS } from './programmes.js';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const stay = (day: string, values: Readonly<Record<string, number>>): TierEntry => ({
  kind: 'activity',
  id: `stay ${day}`,
  at: at(day),
  type: 'stay',
  values,
});

const member = (log: readonly TierEntry[]): TierMember => ({
  memberId: 'm',
  enrolledAt: at('2024-01-01'),
  log,
});

const replay = (tiers: CompiledTiers, log: readonly TierEntry[], asOf: string): TierHistory =>
  orThrow(replayTiers(tiers, member(log), { asOf }));

function leaves(tree: CriterionExplanation): readonly ThresholdExplanation[] {
  return tree.kind === 'threshold' ? [tree] : tree.of.flatMap(leaves);
}

/** What the thresholds of Gold measure, from left to right; each the sum of what it is made of. */
function measured(tiers: CompiledTiers, log: readonly TierEntry[], asOf: string): readonly unknown[] {
  const { entry } = orThrow(explainTier(tiers, member(log), { asOf }));
  const gold = entry.filter(({ tier }) => tier === 'gold').flatMap(({ criterion }) => leaves(criterion));
  return gold.map(({ value, measured: over }) => {
    const parts = [...(over?.contributing ?? []), ...(over?.adjustments ?? [])];
    if (over !== undefined) expect(parts.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(Number(value));
    return value;
  });
}

/** Gold at 25 nights, and what the nights are over other windows. */
const ROLLOVER: Partial<TierPolicyInput> = { carryOver: { of: 'surplus', metrics: ['nights'] } };
const hotel = (rest: Partial<TierPolicyInput>, more: readonly object[] = []): TierPolicyInput =>
  programme(
    {
      member: null,
      silver: { metric: 'nights', atLeast: 10 },
      gold: {
        anyOf: [{ metric: 'nights', atLeast: 25 }, ...(more as readonly { metric: string; is: string }[])],
      },
    },
    { nights: NIGHTS },
    rest,
  );

describe('what is carried', () => {
  it('counts in the window of the policy and in no other', () => {
    const over = (window: object): object => ({ metric: 'nights', atLeast: 999, window });
    const tiers = compiled(
      hotel(ROLLOVER, [
        over({ kind: 'rollingMonths', months: 24 }),
        over({ kind: 'fixed', from: '2025-01-01', until: '2026-01-01' }),
        over({ kind: 'lifetime' }),
        over({ kind: 'calendar', unit: 'year', ago: 1 }),
      ]),
    );
    const log = [stay('2024-06-01', { nights: 33 })];
    expect(measured(tiers, log, '2025-03-01')).toEqual([8, 33, 0, 33, 33]);
    expect(measured(tiers, log, '2026-03-01')).toEqual([0, 33, 0, 33, 8]);
  });

  it('does not count beside the nights it comes from while the old period still counts', () => {
    const tiers = compiled(hotel({ ...ROLLOVER, grace: { counters: 'P1M' } }));
    const log = [stay('2024-06-01', { nights: 33 }), stay('2025-01-10', { nights: 2 })];
    expect(measured(tiers, log, '2025-01-20')).toEqual([35]);
    expect(measured(tiers, log, '2025-02-20')).toEqual([10]);
  });

  it('is no stay of a challenge', () => {
    const tiers = compiled(
      hotel({
        ...ROLLOVER,
        offers: {
          match: {
            source: 'statusMatch',
            mode: 'floor',
            tier: 'gold',
            lasts: 'P3M',
            challenge: { keepIf: { metric: 'nights', atLeast: 5 }, keepFor: 'P1Y' },
          },
        },
      }),
    );
    const match: TierEntry = { kind: 'grant', id: 'match', at: at('2024-12-01'), offer: 'match' };
    const outcome = (log: readonly TierEntry[]): unknown =>
      replay(tiers, log, '2025-06-01').events.find(({ kind }) => kind === 'overrideEnded');
    const before = stay('2024-06-01', { nights: 18 });
    expect(outcome([before, match])).toMatchObject({ outcome: 'ended' });
    expect(outcome([before, match, stay('2025-02-01', { nights: 5 })])).toMatchObject({ outcome: 'kept' });
  });

  it('is cut in decimals: 18.4 % of 375 are 69', () => {
    const tiers = compiled(hotel({ carryOver: { of: 'surplus', metrics: ['nights'], percentage: 18.4 } }));
    expect(measured(tiers, [stay('2024-06-01', { nights: 400 })], '2025-03-01')).toEqual([69]);
  });

  it('lies above the tier that is kept, not above a lower one that is reached', () => {
    const tiers = compiled(
      programme(
        {
          member: null,
          silver: { metric: 'points', atLeast: 5000 },
          gold: {
            entry: { metric: 'points', atLeast: 12_000 },
            renewal: { metric: 'points', atLeast: 10_000 },
          },
        },
        { points: POINTS },
        {
          carryOver: { of: 'surplus', metrics: ['points'], cap: 2000 },
          validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
        },
      ),
    );
    const carried = (points: number): unknown =>
      measured(
        tiers,
        [stay('2024-06-01', { points: 12_000 }), stay('2025-06-01', { points })],
        '2026-02-01',
      )[0];
    expect(carried(11_000)).toBe(1000);
    expect(carried(12_001)).toBe(1);
    // Not kept: above the tier that is reached.
    expect(carried(6000)).toBe(1000);
  });

  it('lies above the threshold of its own metric', () => {
    const gold = {
      anyOf: [
        { metric: 'nights', atLeast: 25 },
        { metric: 'stays', atLeast: 3 },
      ],
    };
    const tiers = compiled(
      programme(
        { member: null, gold },
        { nights: NIGHTS, stays: STAYS },
        {
          carryOver: { of: 'surplus', metrics: ['nights', 'stays'] },
        },
      ),
    );
    const days = ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01'];
    const log = days.map((day) => stay(day, { nights: 5 }));
    expect(measured(tiers, log, '2025-03-01')).toEqual([0, 1]);
  });

  it('what remains over renewals is the balance, also since the last change', () => {
    const tiers = compiled(
      programme(
        { member: null, gold: { metric: 'points', atLeast: 10 } },
        { points: POINTS },
        {
          window: { kind: 'sinceLastChange', withTrigger: true },
          renewal: { timing: 'atExpiry' },
          carryOver: { of: 'remaining', metrics: ['points'], cap: 12 },
        },
      ),
    );
    const log = [stay('2024-06-01', { points: 30 })];
    expect(measured(tiers, log, '2025-05-01')).toEqual([30]);
    expect(measured(tiers, log, '2025-07-01')).toEqual([12]);
  });
});

describe('what is deducted', () => {
  const flying = (gold: object, rest: Partial<TierPolicyInput> = {}): CompiledTiers =>
    compiled(
      programme(
        { member: null, gold: gold as { metric: string; is: string } },
        { points: POINTS, nights: NIGHTS, stays: STAYS },
        { window: { kind: 'balance' }, upgrade: { counters: 'deductThreshold' }, ...rest },
      ),
    );

  it('is the figure of the balance, not of another window beside it', () => {
    const tiers = flying({
      allOf: [
        { metric: 'points', atLeast: 10 },
        { metric: 'points', atLeast: 40, window: { kind: 'lifetime' } },
      ],
    });
    expect(measured(tiers, [stay('2024-06-01', { points: 45 })], '2024-07-01')).toEqual([35, 45]);
  });

  it('is taken for the parts that hold only', () => {
    const both = {
      allOf: [
        { metric: 'points', atLeast: 10 },
        { metric: 'nights', atLeast: 100 },
      ],
    };
    const tiers = flying({ anyOf: [both, { metric: 'stays', atLeast: 1 }] });
    expect(measured(tiers, [stay('2024-06-01', { points: 15 })], '2024-07-01')).toEqual([15, 0, 0]);
  });

  it('is nothing that was flown since the grant', () => {
    const offers: TierPolicyInput['offers'] = {
      challenge: {
        source: 'challenge',
        mode: 'floor',
        tier: 'gold',
        lasts: 'P3M',
        challenge: { keepIf: { metric: 'points', atLeast: 12 } },
      },
    };
    const tiers = flying({ metric: 'points', atLeast: 10 }, { offers });
    const log: readonly TierEntry[] = [
      { kind: 'grant', id: 'challenge', at: at('2024-02-01'), offer: 'challenge' },
      stay('2024-03-01', { points: 12 }),
    ];
    expect(replay(tiers, log, '2024-06-01').events).toContainEqual(
      expect.objectContaining({ kind: 'overrideEnded', outcome: 'kept' }),
    );
  });
});

describe('a balance that does not fall below zero', () => {
  const shop = (negativeBalance: boolean): CompiledTiers =>
    compiled(
      programme(
        { member: null, gold: { metric: 'points', atLeast: 1000 } },
        { points: POINTS },
        {
          window: { kind: 'balance' },
          returns: { negativeBalance },
        },
      ),
    );
  const log: readonly TierEntry[] = [
    stay('2024-02-01', { points: 100 }),
    { kind: 'redemption', id: 'spent', at: at('2024-02-02'), values: { points: 80 } },
    { kind: 'return', id: 'back', at: at('2024-02-03'), of: 'stay 2024-02-01' },
    stay('2024-02-04', { points: 50 }),
  ];

  it('keeps no debt for what is earned later', () => {
    expect(measured(shop(false), log, '2024-03-01')).toEqual([50]);
    expect(measured(shop(true), log, '2024-03-01')).toEqual([-30]);
  });

  it('is lowered by as much as there is', () => {
    const [, spent] = log as [TierEntry, TierEntry];
    const some = [
      stay('2024-02-01', { points: 60 }),
      spent,
      stay('2024-02-04', { points: 50 }),
      {
        ...spent,
        id: 'again',
        at: at('2024-02-05'),
        values: { points: 20 },
      } as TierEntry,
    ];
    expect(measured(shop(false), some, '2024-03-01')).toEqual([30]);
  });
});

describe('an offer', () => {
  const NEW: TierPolicyInput = {
    ...hotel({}),
    version: '2',
    effective: { from: '2024-03-01' },
  };

  it('requires what was done in the window of the policy', () => {
    const requires = { metric: 'nights', atLeast: 5 };
    const tiers = compiled(
      hotel({
        offers: { boost: { source: 'gift', mode: 'floor', tier: 'gold', lasts: 'P1M', requires } },
      } as Partial<TierPolicyInput>),
    );
    const boost: TierEntry = { kind: 'grant', id: 'boost', at: at('2024-06-01'), offer: 'boost' };
    const rejected = (nights: number): number =>
      replay(tiers, [stay('2024-05-01', { nights }), boost], '2024-07-01').rejected.length;
    expect([rejected(4), rejected(5)]).toEqual([1, 0]);
  });

  it('that the next version drops runs on as it was given, under the names tiers have then', () => {
    const old = hotel({
      effective: { until: '2024-03-01' },
      offers: {
        trial: {
          source: 'challenge',
          mode: 'floor',
          tier: 'gold',
          lasts: 'P3M',
          challenge: { keepIf: { metric: 'nights', atLeast: 5 } },
          fallback: { kind: 'tier', tier: 'silver' },
        },
      },
    });
    const renamed = (NEW.tiers as TierPolicyInput['tiers']).map((tier) =>
      tier.tier === 'silver' ? { ...tier, tier: 'bronze' } : tier,
    );
    const tiers = compiled(old, { ...NEW, tiers: renamed, change: { renamed: { silver: 'bronze' } } });
    const trial: TierEntry = { kind: 'grant', id: 'trial', at: at('2024-02-01'), offer: 'trial' };
    const stays = stay('2024-04-01', { nights: 5 });
    expect(replay(tiers, [trial], '2024-06-01').standing.tier).toBe('bronze');
    expect(replay(tiers, [trial, stays], '2024-06-01').standing.tier).toBe('gold');

    let state = orThrow(startTier(tiers, { memberId: 'm', enrolledAt: at('2024-01-01') }));
    for (const entry of [trial, stays]) {
      state = JSON.parse(JSON.stringify(orThrow(advanceTier(tiers, state, entry))));
    }
    expect(orThrow(tierHistory(tiers, state, { asOf: '2024-06-01' })).standing.tier).toBe('gold');
  });
});

describe('a policy is refused', () => {
  const problems = (more: object): unknown => {
    const read = parseTierPolicy({ ...defineTierPolicy(hotel({})), ...more });
    return read._tag === 'Left' ? read.left.map(({ code, path }) => [code, ...path]) : [];
  };
  const carrying = (of: string): object => ({ carryOver: { of, metrics: ['nights'] } });
  const counters = (how: string): object => ({
    upgrade: { timing: 'immediate', path: 'jump', counters: how },
  });

  it('that carries what remains of a period', () => {
    const refused = [['noRemainder', 'window', 'kind']];
    expect(problems(carrying('remaining'))).toEqual(refused);
    expect(problems({ ...carrying('remaining'), window: { kind: 'rollingDays', days: 365 } })).toEqual(
      refused,
    );
    expect(problems({ ...carrying('remaining'), window: { kind: 'balance' } })).toEqual([]);
  });

  it('that carries a surplus of counters that are reset or deducted', () => {
    const refused = [['noSurplus', 'carryOver', 'of']];
    expect(problems({ ...carrying('surplus'), ...counters('reset') })).toEqual(refused);
    expect(problems({ ...carrying('surplus'), ...counters('deductThreshold') })).toEqual(refused);
    expect(problems({ ...carrying('surplus'), ...counters('keep') })).toEqual([]);
  });

  it('that deducts what is no counter to renew or to come back', () => {
    const hotels = { metric: 'hotels', atLeast: 3 };
    const { tiers, metrics } = defineTierPolicy(hotel({}));
    const but = (name: 'renewal' | 'reentry'): unknown =>
      problems({
        ...counters('deductThreshold'),
        metrics: { ...metrics, hotels: { kind: 'distinct', of: 'hotel' } },
        tiers: tiers.map((tier, i) => (i === 2 ? { ...tier, [name]: hotels } : tier)),
      });
    expect(but('renewal')).toEqual([['notDeductible', 'tiers', 2, 'renewal', 'metric']]);
    expect(but('reentry')).toEqual([['notDeductible', 'tiers', 2, 'reentry', 'metric']]);
  });
});
