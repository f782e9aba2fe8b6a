import {
  type CriterionExplanation,
  type ExplainedTier,
  explainTier,
  orThrow,
  replayTiers,
  describe as say,
  type ThresholdExplanation,
  type TierEntry,
  type TierMember,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, hilton2026, NIGHTS, POINTS, programme } from './programmes.js';

const START = Date.UTC(2025, 0, 1);

function member(log: readonly TierEntry[], enrolledAt = START): TierMember {
  return { memberId: 'm', enrolledAt, log };
}

function stay(id: string, day: string, values: Readonly<Record<string, number>>, type = 'stay'): TierEntry {
  return { kind: 'activity', id, at: Date.parse(day), type, values };
}

function leaves(tree: CriterionExplanation): readonly ThresholdExplanation[] {
  return tree.kind === 'threshold' ? [tree] : tree.of.flatMap(leaves);
}

function leaf(
  tiers: readonly ExplainedTier[],
  tier: string,
  metric: string,
): ThresholdExplanation | undefined {
  const found = tiers.find((one) => one.tier === tier);
  return found && leaves(found.criterion).find((one) => one.metric === metric);
}

describe('T7, Hilton 2026: 85 nights and $17,999 are Diamond', () => {
  const log = [
    stay('1', '2025-02-01', { nights: 45, spend: 10_000 }),
    stay('2', '2025-05-01', { nights: 40, spend: 7999 }),
    stay('3', '2026-01-05', { nights: 1 }),
  ];
  const why = orThrow(explainTier(hilton2026, member(log), { asOf: '2025-12-31' }));

  it('one dollar is missing for the Reserve', () => {
    expect(why.standing.tier).toBe('diamond');
    expect(leaf(why.entry, 'reserve', 'spend')).toMatchObject({
      value: 17_999,
      threshold: 18_000,
      gap: 1,
      holds: 'no',
    });
    expect(why.entry.find(({ tier }) => tier === 'reserve')?.criterion).toMatchObject({
      kind: 'allOf',
      needed: 2,
      met: 1,
    });
  });

  it('names the stays that it was measured of, and the year', () => {
    expect(leaf(why.entry, 'reserve', 'nights')?.measured).toEqual({
      from: Date.UTC(2025, 0, 1),
      until: Date.UTC(2026, 0, 1),
      contributing: [
        { id: '1', at: Date.UTC(2025, 1, 1), value: 45 },
        { id: '2', at: Date.UTC(2025, 4, 1), value: 40 },
      ],
      excluded: [],
      adjustments: [],
    });
  });

  it('names the stay that brought Diamond', () => {
    expect(why.because).toEqual({ kind: 'earned', at: Date.UTC(2025, 4, 1), by: '2' });
  });

  it('says it in words', () => {
    expect(say(why, 'en').split('\n').slice(0, 2)).toEqual([
      'diamond since 1 May 2025, through 30 April 2026, brought by 2 on 1 May 2025; version 2026.',
      'reserve, from 1 January 2025 to 31 December 2025: not met, all of: (met, any of: nights 85 of 80, met; stays 2 of 40, 38 short); spend 17,999 of 18,000, 1 short.',
    ]);
    expect(say(why, 'zh').split('\n')[0]).toBe(
      'diamond，自 2025年5月1日 起，有效期至 2026年4月30日，于 2025年5月1日 因 2 达到（规则版本 2026）。',
    );
  });
});

describe('what an amount contains', () => {
  const tiers = compiled(
    programme(
      { member: null, gold: { metric: 'spend', atLeast: 100 } },
      { spend: { kind: 'sum', of: 'spend', only: { exceptTypes: ['giftCard'] } } },
      { counts: { where: [{ attribute: 'paid', isNot: false }], from: '2025-02-01' } },
    ),
  );
  const paid = (entry: TierEntry, yes = true): TierEntry =>
    entry.kind === 'activity' ? { ...entry, attributes: { paid: yes } } : entry;

  it('and why the rest is left out', () => {
    const log: readonly TierEntry[] = [
      paid(stay('early', '2025-01-15', { spend: 10 })),
      paid(stay('card', '2025-03-01', { spend: 10 }, 'giftCard')),
      paid(stay('unpaid', '2025-03-02', { spend: 10 }), false),
      paid(stay('nothing', '2025-03-03', { nights: 1 })),
      paid(stay('back', '2025-03-04', { spend: 40 })),
      paid(stay('part', '2025-03-05', { spend: 40 })),
      paid(stay('whole', '2025-03-06', { spend: 25 })),
      { kind: 'return', id: 'r1', at: Date.parse('2025-04-01'), of: 'back' },
      { kind: 'return', id: 'r2', at: Date.parse('2025-04-02'), of: 'part', values: { spend: 15 } },
      { ...stay('before', '2024-12-01', { spend: 1 }) },
    ];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2025-12-31' }));
    const { measured, value } = leaf(why.entry, 'gold', 'spend') ?? {};
    expect(value).toBe(50);
    expect(measured?.contributing.map(({ id, value: amount }) => [id, amount])).toEqual([
      ['part', 25],
      ['whole', 25],
    ]);
    expect(measured?.excluded.map(({ id, because }) => [id, because])).toEqual([
      ['early', 'beforeCounting'],
      ['card', 'type'],
      ['unpaid', 'attribute'],
      ['nothing', 'noValue'],
      ['back', 'returned'],
    ]);
    expect(why.rejected.map(({ id }) => id)).toEqual(['before']);
  });

  it('what is out of its window, and what was reset', () => {
    const reset = compiled(
      programme(
        {
          member: null,
          silver: { metric: 'points', atLeast: 10 },
          gold: { metric: 'points', atLeast: 50 },
        },
        { points: POINTS },
        { upgrade: { counters: 'reset' } },
      ),
    );
    const log = [
      stay('last year', '2025-11-01', { points: 3 }),
      stay('rise', '2026-03-01', { points: 20 }),
      stay('after', '2026-04-01', { points: 4 }),
    ];
    const why = orThrow(explainTier(reset, member(log), { asOf: '2026-06-30' }));
    const { measured, value } = leaf(why.entry, 'gold', 'points') ?? {};
    expect(value).toBe(4);
    expect(measured?.excluded.map(({ id, because }) => [id, because])).toEqual([
      ['last year', 'outsideWindow'],
      ['rise', 'countersReset'],
    ]);
  });

  it('T12, rollover: 67 nights are Gold at 50, and 17 are carried in', () => {
    const carrying = compiled(
      programme(
        {
          member: null,
          silver: { metric: 'nights', atLeast: 10 },
          gold: { metric: 'nights', atLeast: 50 },
          platinum: { metric: 'nights', atLeast: 75 },
        },
        { nights: NIGHTS },
        { carryOver: { of: 'surplus', metrics: ['nights'] } },
      ),
    );
    const log = [stay('1', '2025-06-01', { nights: 67 }), stay('2', '2026-02-01', { nights: 8 })];
    const why = orThrow(explainTier(carrying, member(log), { asOf: '2026-03-01' }));
    const found = leaf(why.entry, 'gold', 'nights');
    expect(found).toMatchObject({ value: 25, gap: 25 });
    expect(found?.measured?.adjustments).toEqual([{ at: Date.UTC(2026, 0, 1), kind: 'carried', value: 17 }]);
    expect(say(why, 'en')).toContain(
      'gold: nights 25 of 50, 25 short, from 1 January 2026 to 31 December 2026 (17 carried in).',
    );
  });
});

describe('what holds a tier', () => {
  const tiers = compiled(
    programme(
      {
        member: null,
        silver: { metric: 'points', atLeast: 10 },
        gold: { entry: { metric: 'points', atLeast: 50 }, lifetime: { metric: 'points', atLeast: 500 } },
      },
      { points: POINTS },
      { downgrade: { depth: { kind: 'oneStep' } } },
    ),
  );

  it('nothing was done: the base', () => {
    const why = orThrow(explainTier(tiers, member([]), { asOf: '2025-06-30' }));
    expect(why.because).toEqual({ kind: 'base' });
    expect(why.renewal).toBeNull();
    expect(say(why, 'en').split('\n')[0]).toBe('member since 1 January 2025, the base; version 1.');
  });

  it('a soft landing', () => {
    const log = [stay('1', '2025-03-01', { points: 60 })];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2026-06-30' }));
    expect(why.because).toEqual({ kind: 'landed', at: Date.UTC(2026, 2, 1), from: 'gold' });
  });

  it('a return that took a higher one', () => {
    const log: readonly TierEntry[] = [
      stay('1', '2025-03-01', { points: 60 }),
      stay('2', '2026-02-01', { points: 60 }),
      { kind: 'return', id: 'r', at: Date.parse('2026-04-01'), of: '2' },
    ];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2026-06-30' }));
    expect(why.because).toEqual({ kind: 'clawedBack', at: Date.UTC(2026, 3, 1), of: '2', from: 'gold' });
    expect(say(why, 'en').split('\n')[0]).toContain('left from gold on 1 April 2026 when 2 was returned');
  });

  it('an override, by an id like any other', () => {
    const log: readonly TierEntry[] = [
      {
        kind: 'grant',
        id: '__proto__',
        at: Date.parse('2025-03-01'),
        tier: 'gold',
        source: 'statusMatch',
        until: Date.parse('2025-09-01'),
      },
    ];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2025-06-30' }));
    expect(why.because).toEqual({ kind: 'override', override: why.overrides[0] });
    expect(why.overrides).toEqual([
      {
        grant: '__proto__',
        offer: null,
        mode: 'floor',
        tier: 'gold',
        source: 'statusMatch',
        from: Date.UTC(2025, 2, 1),
        until: Date.UTC(2025, 8, 1),
      },
    ]);
    expect(say(why, 'en').split('\n').slice(0, 2)).toEqual([
      'gold since 1 March 2025, through 31 August 2025, by the override __proto__ (status match); version 1.',
      'Override __proto__ (status match): at least gold since 1 March 2025, through 31 August 2025.',
    ]);
  });

  it('for life', () => {
    const log = [stay('1', '2025-03-01', { points: 500 })];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2030-06-30' }));
    expect(why.because).toEqual({ kind: 'lifetime', at: Date.UTC(2025, 2, 1), by: '1' });
    expect(leaf(why.lifetime, 'gold', 'points')).toMatchObject({ value: 500, holds: 'yes' });
  });
});

describe('renewal', () => {
  it('is measured now and at the end of the term', () => {
    const tiers = compiled(
      programme(
        {
          member: null,
          gold: { entry: { metric: 'nights', atLeast: 25 }, renewal: { metric: 'nights', atLeast: 20 } },
        },
        { nights: NIGHTS },
        { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 } },
      ),
    );
    const log = [stay('1', '2025-03-01', { nights: 30 })];
    const why = orThrow(explainTier(tiers, member(log), { asOf: '2025-06-30' }));
    const { now, atEnd } = why.renewal ?? {};
    expect(now && leaf([now], 'gold', 'nights')).toMatchObject({ value: 30, threshold: 20, gap: 0 });
    expect(atEnd && leaf([atEnd], 'gold', 'nights')).toMatchObject({ value: 0, threshold: 20, gap: 20 });
    expect(atEnd?.measuredAt).toBe(Date.UTC(2027, 0, 1) - 1);
  });
});

describe('a missing attribute', () => {
  it('is unknown, never small', () => {
    const tiers = compiled(
      programme(
        { member: null, gold: { metric: 'score', atLeast: 5 } },
        { score: { kind: 'attribute', attribute: '__proto__' } },
      ),
    );
    const why = orThrow(explainTier(tiers, member([]), { asOf: '2025-06-30' }));
    expect(leaf(why.entry, 'gold', 'score')).toMatchObject({ value: null, gap: null, holds: 'unknown' });
    expect(orThrow(replayTiers(tiers, member([]), { asOf: '2025-06-30' })).standing.tier).toBe('member');
  });
});

describe('a question that cannot be answered', () => {
  it('is a problem', () => {
    expect(explainTier(hilton2026, member([]), { asOf: '2024-06-30' })._tag).toBe('Left');
    expect(explainTier(hilton2026, member([]), { asOf: 'soon' })._tag).toBe('Left');
  });
});
