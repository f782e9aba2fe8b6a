import {
  compileTiers,
  hiltonTiers2026,
  orThrow,
  type QualificationCriterion,
  replayTiers,
  returnsThatCost,
  type TierEntry,
  type TierMember,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, hilton2026, NIGHTS, POINTS, programme } from './programmes.js';

const START = Date.UTC(2025, 0, 1);

function member(log: readonly TierEntry[]): TierMember {
  return { memberId: 'm', enrolledAt: START, log };
}

function stay(id: string, day: string, values: Readonly<Record<string, number>>): TierEntry {
  return { kind: 'activity', id, at: Date.parse(day), type: 'stay', values };
}

describe('Hilton 2026: 85 nights and $19,000 in three stays', () => {
  const log = [
    stay('1', '2025-02-01', { nights: 45, spend: 1000 }),
    stay('2', '2025-03-01', { nights: 5, spend: 17_000 }),
    stay('3', '2025-04-01', { nights: 35, spend: 1000 }),
  ];

  it('each of them is what 80 nights or $18,000 hang on, and what is left of it says how far it falls', () => {
    const costly = orThrow(returnsThatCost(hilton2026, member(log), { asOf: '2025-06-30' }));
    // Without the first 40 nights and $18,000; without the second 80 and $2,000; without the third 50 and $18,000.
    expect(costly.map(({ of, losesTier, standing }) => [of, losesTier, standing.tier])).toEqual([
      ['1', true, 'diamond'],
      ['2', true, 'diamond'],
      ['3', true, 'diamond'],
    ]);
  });

  it('what only renewed the term costs a month of it', () => {
    const more = [...log, stay('4', '2025-05-01', { nights: 1 })];
    const costly = orThrow(returnsThatCost(hilton2026, member(more), { asOf: '2025-06-30' }));
    expect(costly.map(({ of, losesTier }) => [of, losesTier])).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
      ['4', false],
    ]);
    expect(costly.at(-1)?.standing.expiresAt).toBe(Date.UTC(2026, 3, 1));
  });
});

describe('the rule of claw-back', () => {
  const policy = programme(
    { member: null, silver: { metric: 'points', atLeast: 10 }, gold: { metric: 'points', atLeast: 20 } },
    { points: POINTS },
    { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 } },
  );
  const log = [
    stay('1', '2025-02-01', { points: 12 }),
    stay('2', '2025-03-01', { points: 12 }),
    stay('3', '2025-04-01', { points: 3 }),
  ];

  it('protected in the term: only what comes after it would change', () => {
    const tiers = compiled({
      ...policy,
      validity: { kind: 'duration', duration: 'P6M' },
      returns: { clawback: 'protectedInTerm' },
    });
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2025-06-30' }));
    expect(
      costly.map(({ of, losesTier, standing, atExpiry }) => [of, losesTier, standing.tier, atExpiry?.tier]),
    ).toEqual([
      ['1', false, 'gold', 'silver'],
      ['2', false, 'gold', 'silver'],
    ]);
  });

  it('only what brought the tier (Thorne, T27)', () => {
    const tiers = compiled({ ...policy, returns: { clawback: 'ifCausedUpgrade' } });
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2025-06-30' }));
    expect(costly.filter(({ losesTier }) => losesTier).map(({ of }) => of)).toEqual(['2']);
  });

  it('a tier that lasts from the day it was reached would begin, and end, another day', () => {
    const tiers = compiled({
      ...policy,
      validity: { kind: 'duration', duration: 'P1Y' },
      renewal: { timing: 'atExpiry' },
    });
    const more = [...log, stay('4', '2025-05-01', { points: 8 })];
    const costly = orThrow(returnsThatCost(tiers, member(more), { asOf: '2025-06-30' }));
    expect(costly.map(({ of, standing }) => [of, standing.tier, standing.expiresAt])).toContainEqual([
      '1',
      'gold',
      Date.UTC(2026, 4, 1),
    ]);
  });
});

describe('nothing to return', () => {
  it('no activity, or all of it returned', () => {
    expect(orThrow(returnsThatCost(hilton2026, member([]), { asOf: '2025-06-30' }))).toEqual([]);
    const log: readonly TierEntry[] = [
      stay('__proto__', '2025-02-01', { nights: 45 }),
      { kind: 'return', id: 'return', at: Date.parse('2025-03-01'), of: '__proto__' },
    ];
    expect(orThrow(returnsThatCost(hilton2026, member(log), { asOf: '2025-06-30' }))).toEqual([]);
    const [first] = orThrow(returnsThatCost(hilton2026, member(log), { asOf: '2025-02-10' }));
    expect(first?.of).toBe('__proto__');
  });
});

describe('many small orders and a few large ones, counted for good', () => {
  it('the large ones are found, without a replay for each of the small', () => {
    const tiers = compiled(
      programme(
        { member: null, gold: { metric: 'points', atLeast: 5000 } },
        { points: POINTS },
        { window: { kind: 'lifetime' }, validity: { kind: 'whileQualified' } },
      ),
    );
    const log = Array.from({ length: 4000 }, (_, i) => {
      const at = START + i * 3_600_000;
      const points = i === 700 || i === 3100 ? 1000 : 1;
      return {
        kind: 'activity',
        id: `${i}`.padStart(5, '0'),
        at,
        type: 'order',
        values: { points },
      } as const;
    });
    // 3,998 + 2,000 = 5,998: 998 to spare.
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2026-06-30' }));
    expect(costly.map(({ of, losesTier, standing }) => [of, losesTier, standing.tier])).toEqual([
      ['00700', true, 'member'],
      ['03100', true, 'member'],
    ]);
  });
});

describe('what was done under a grant that is over', () => {
  it('costs the tier that it left', () => {
    const policy = programme(
      { member: null, silver: { metric: 'points', atLeast: 100 } },
      { points: POINTS },
      { window: { kind: 'calendar', unit: 'month' }, validity: { kind: 'duration', duration: 'P5Y' } },
    );
    const log: readonly TierEntry[] = [
      {
        kind: 'grant',
        id: 'g',
        at: START,
        tier: 'member',
        mode: 'floor',
        source: 'manual',
        until: Date.UTC(2025, 11, 1),
        fallback: {
          kind: 'graded',
          steps: [{ when: { metric: 'points', atLeast: 2, window: { kind: 'sinceGrant' } }, tier: 'silver' }],
        },
      },
      stay('1', '2025-01-01T01:00Z', { points: 1 }),
      stay('2', '2025-06-01', { points: 1 }),
    ];
    const costly = orThrow(returnsThatCost(compiled(policy), member(log), { asOf: '2026-11-22' }));
    expect(costly.map(({ of, losesTier, standing }) => [of, losesTier, standing.tier])).toEqual([
      ['1', true, 'member'],
      ['2', true, 'member'],
    ]);
  });
});

describe('activities of years ago', () => {
  const policy = programme(
    { member: null, gold: { metric: 'points', atLeast: 10 } },
    { points: POINTS },
    { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 } },
  );
  const log = [
    stay('old', '2025-02-01', { points: 12 }),
    stay('kept', '2026-02-01', { points: 12 }),
    stay('last', '2027-02-01', { points: 12 }),
  ];

  it('are tried only where they are asked for', () => {
    const tiers = compiled(policy);
    const asOf = '2027-06-30';
    const tried = (only?: readonly string[]): readonly string[] =>
      orThrow(returnsThatCost(tiers, member(log), only === undefined ? { asOf } : { asOf, only })).map(
        ({ of }) => of,
      );
    expect(tried()).toContain('last');
    expect(tried(['last'])).toEqual(['last']);
    expect(tried(['kept'])).not.toContain('last');
  });

  it('are passed over when one of two thousand is asked about', () => {
    const tiers = compiled(policy);
    const many = Array.from({ length: 2000 }, (_, i) => {
      const day = new Date(START + i * 86_400_000).toISOString().slice(0, 10);
      return stay(`${i}`.padStart(5, '0'), day, { points: 1 });
    });
    const costly = orThrow(returnsThatCost(tiers, member(many), { asOf: '2030-06-22', only: ['01999'] }));
    expect(costly).toEqual([]);
  });
});

describe('an activity before the term', () => {
  const log = [stay('a', '2025-02-01', { points: 5 }), stay('b', '2025-03-01', { points: 5 })];

  it.each(['sinceTierStart', 'sinceLastChange'] as const)(
    'costs the tier that it helped to reach: %s',
    (kind) => {
      const tiers = compiled(
        programme(
          { member: null, gold: { metric: 'points', atLeast: 10 } },
          { points: POINTS },
          { window: { kind } },
        ),
      );
      const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2025-06-30' }));
      expect(costly.map(({ of, standing }) => [of, standing.tier])).toEqual([
        ['a', 'member'],
        ['b', 'member'],
      ]);
    },
  );

  it('costs what is left of the tier it brought, step by step down', () => {
    const tiers = compiled(
      programme(
        { member: null, silver: { metric: 'points', atLeast: 100 }, gold: { metric: 'points', atLeast: 10 } },
        { points: POINTS },
        { window: { kind: 'rollingMonths', months: 12 }, downgrade: { depth: { kind: 'oneStep' } } },
      ),
    );
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2026-12-31' }));
    expect(costly.map(({ of, standing }) => [of, standing.tier])).toEqual([
      ['a', 'member'],
      ['b', 'member'],
    ]);
  });

  it('costs the tier that its year has left, from March on (Hilton: to 31 March)', () => {
    const nights = [stay('y', '2025-06-01', { nights: 60 }), stay('z', '2026-06-01', { nights: 10 })];
    const costly = orThrow(
      returnsThatCost(orThrow(compileTiers(hiltonTiers2026())), member(nights), { asOf: '2027-06-30' }),
    );
    expect(costly.map(({ of, losesTier }) => [of, losesTier])).toEqual([['z', true]]);
  });
});

describe('an activity from before a fall to the base', () => {
  it('costs the tier that was reached again in the same instant', () => {
    const tiers = compiled({
      ...programme(
        {
          member: null,
          silver: { metric: 'points', atLeast: 4 },
          gold: { metric: 'points', atLeast: 12 },
        },
        { points: POINTS },
      ),
      window: { kind: 'calendar', unit: 'quarter' },
      validity: { kind: 'duration', duration: 'P6M' },
      renewal: { timing: 'onQualifying' },
      downgrade: { timing: 'atExpiry', depth: { kind: 'toBase' } },
      returns: { clawback: 'atOnce' },
    });
    const log = [
      stay('a', '2025-03-01', { points: 7 }),
      stay('b', '2025-03-01', { points: 5 }),
      stay('c', '2025-07-01', { points: 4 }),
    ];
    // Gold ends with August, and c brings Silver until March; without Gold, c renews Silver in July, until January.
    const options = { asOf: '2025-09-01' };
    expect(orThrow(replayTiers(tiers, member(log), options)).standing.expiresAt).toBe(Date.UTC(2026, 2, 1));
    const costly = orThrow(returnsThatCost(tiers, member(log), options));
    expect(costly.map(({ of, standing }) => [of, standing.tier, standing.expiresAt])).toEqual([
      ['a', 'silver', Date.UTC(2026, 0, 1)],
      ['b', 'silver', Date.UTC(2026, 0, 1)],
      ['c', 'member', null],
    ]);
  });
});

describe('an activity of an earlier period of the term', () => {
  const lasting = (periods: number) => ({ kind: 'endOfPeriod', period: { unit: 'year' }, periods }) as const;
  /** Silver lasts longer than Gold. */
  const club = (silver: QualificationCriterion) =>
    compiled({
      ...programme({ member: null }, { points: POINTS, nights: NIGHTS }),
      tiers: [
        { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
        {
          tier: 'silver',
          name: { en: 'Silver', zh: '银卡' },
          rank: 1,
          entry: silver,
          validity: lasting(3),
        },
        {
          tier: 'gold',
          name: { en: 'Gold', zh: '金卡' },
          rank: 2,
          entry: { metric: 'points', atLeast: 30 },
          validity: lasting(1),
        },
      ],
    });

  it('costs the tier that a fall has landed on', () => {
    const log = [stay('a', '2025-03-01', { points: 12 }), stay('b', '2026-03-01', { points: 30 })];
    const tiers = club({ metric: 'points', atLeast: 10 });
    // Gold of 2026 ends with 2027, and Silver of the same year with 2029; without it Silver of 2025 ends with 2028.
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2028-06-30' }));
    expect(costly.map(({ of, standing }) => [of, standing.tier, standing.expiresAt])).toEqual([
      ['b', 'silver', Date.UTC(2029, 0, 1)],
    ]);
  });

  it('costs the tier that a fall will land on', () => {
    const log = [stay('a', '2025-03-01', { nights: 1 }), stay('b', '2026-03-01', { points: 30 })];
    const tiers = club({ metric: 'nights', atLeast: 1 });
    const costly = orThrow(returnsThatCost(tiers, member(log), { asOf: '2026-06-30' }));
    expect(costly.map(({ of, losesTier, atExpiry }) => [of, losesTier, atExpiry?.tier])).toEqual([
      ['a', false, 'member'],
      ['b', true, 'silver'],
    ]);
  });
});

describe('a tier reached, lost and reached again in the instant of enrolment', () => {
  const tiers = compiled(
    programme(
      {
        member: null,
        newcomer: { metric: 'points', window: { kind: 'sinceTierStart', withTrigger: true }, lessThan: 12 },
        gold: { metric: 'points', atLeast: 100 },
      },
      { points: POINTS },
      {
        window: { kind: 'lifetime' },
        validity: { kind: 'attribute', attribute: 'validUntil' },
        upgrade: { counters: 'reset' },
        downgrade: { timing: 'immediate', depth: { kind: 'toBase' } },
        returns: { clawback: 'protectedInTerm' },
      },
    ),
  );

  it('has an answer, as nothing came before', () => {
    const log = [stay('1', '2025-01-01', { points: 12 })];
    const { events } = orThrow(replayTiers(tiers, member(log), { asOf: '2025-01-10' }));
    expect(events.map(({ kind, at }) => [kind, at])).toContainEqual(['downgraded', START]);
    expect(orThrow(returnsThatCost(tiers, member(log), { asOf: '2025-01-10' }))).toEqual([]);
  });
});
