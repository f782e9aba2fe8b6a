import {
  orThrow,
  projectTier,
  type QualificationWindow,
  describe as say,
  type TierEntry,
  type TierMember,
  upcomingTierEvents,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, hilton2026, NIGHTS, programme, SPEND } from './programmes.js';

const START = Date.UTC(2025, 0, 1);

function member(log: readonly TierEntry[]): TierMember {
  return { memberId: 'm', enrolledAt: START, log };
}

function stay(id: string, day: string, values: Readonly<Record<string, number>>): TierEntry {
  return { kind: 'activity', id, at: Date.parse(day), type: 'stay', values };
}

const THIS_YEAR: QualificationWindow = { kind: 'calendar', unit: 'year' };

const nights = programme(
  { member: null, silver: { metric: 'nights', atLeast: 10 }, gold: { metric: 'nights', atLeast: 25 } },
  { nights: NIGHTS },
  { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 } },
);

describe('a member who goes on as before', () => {
  // 20 nights in the 200 days to 19 July: one every ten days, so 5 more in 50 days, by 7 September.
  const tiers = compiled(nights);
  const log = [stay('1', '2025-02-01', { nights: 12 }), stay('2', '2025-06-01', { nights: 8 })];
  const projection = orThrow(projectTier(tiers, member(log), { asOf: '2025-07-19', pace: THIS_YEAR }));

  it('has a pace', () => {
    expect(projection.pace).toEqual({
      window: THIS_YEAR,
      from: START,
      until: Date.UTC(2025, 6, 20),
      days: 200,
      metrics: [{ metric: 'nights', amount: 20, perDay: 0.1 }],
    });
  });

  it('reaches Gold on the day of the 25th night', () => {
    expect(projection.next).toEqual({
      tier: 'gold',
      name: { en: 'gold', zh: 'gold' },
      at: Date.UTC(2025, 8, 8) - 1,
    });
  });

  it('keeps it by the nights of the year after: 36 or 37 of 365 days', () => {
    expect(projection.end).toMatchObject({
      at: Date.UTC(2027, 0, 1),
      tier: 'gold',
      measuredAt: Date.UTC(2027, 0, 1) - 1,
      inGrace: false,
    });
    // 530 days from 19 July 2025 are 53 nights, 165 days of them in 2025: 16.
    expect(projection.end?.expected).toEqual([{ metric: 'nights', window: THIS_YEAR, value: 37 }]);
  });

  it('says so', () => {
    expect(say(projection, 'en')).toBe(
      'At your usual pace: gold on 7 September 2025.\nAt your usual pace: gold from 1 January 2027 on.',
    );
    expect(say(projection, 'zh').split('\n')[0]).toBe('按您目前的节奏：2025年9月7日 达到 gold。');
    expect(projection.assumptions).toEqual(['evenPace', 'presentVersion', 'onlyActivity', 'fiveYears']);
  });
});

describe('a member who has stopped', () => {
  const tiers = compiled(nights);
  const log = [stay('1', '2025-02-01', { nights: 12 })];
  const pace: QualificationWindow = { kind: 'rollingDays', days: 30 };

  it('falls when the term ends, and never rises', () => {
    const projection = orThrow(projectTier(tiers, member(log), { asOf: '2025-07-19', pace }));
    expect(projection.next).toBeNull();
    expect(projection.end).toMatchObject({ at: Date.UTC(2027, 0, 1), tier: 'member' });
    expect(projection.end?.expected[0]?.value).toBe(0);
    expect(say(projection, 'en').split('\n')[0]).toBe(
      'At your usual pace: no higher tier within five years.',
    );
  });

  it('lands by the depth of the policy', () => {
    const soft = compiled({ ...nights, downgrade: { depth: { kind: 'oneStep' } } });
    const gold = member([stay('1', '2025-02-01', { nights: 30 })]);
    expect(orThrow(projectTier(soft, gold, { asOf: '2025-07-19', pace })).end?.tier).toBe('silver');
  });
});

describe('the base and the top', () => {
  it('at the base the present period is what ends', () => {
    const projection = orThrow(
      projectTier(hilton2026, member([stay('1', '2025-02-01', { nights: 2 })]), {
        asOf: '2025-04-10',
        pace: { kind: 'lifetime' },
      }),
    );
    // A night in 50 days and a stay in 100: 7 nights and 3 stays by the end of the year.
    expect(projection.end).toMatchObject({ at: Date.UTC(2026, 0, 1), tier: 'member' });
    expect(projection.end?.expected.map(({ metric, value }) => [metric, value])).toEqual([
      ['nights', 7],
      ['stays', 3],
      ['spend', 0],
    ]);
  });

  it('at the top nothing is next', () => {
    const top = member([stay('1', '2025-03-01', { nights: 90, spend: 20_000 })]);
    const projection = orThrow(projectTier(hilton2026, top, { asOf: '2025-06-30', pace: THIS_YEAR }));
    expect(projection.next).toBeNull();
    expect(projection.end?.tier).toBe('reserve');
  });

  it('no activity at all', () => {
    const projection = orThrow(projectTier(hilton2026, member([]), { asOf: '2025-06-30', pace: THIS_YEAR }));
    expect(projection.end?.tier).toBe('member');
    expect(projection.pace.metrics.map(({ perDay }) => perDay)).toEqual([0, 0, 0]);
  });
});

describe('a pace that is none', () => {
  it('is a problem', () => {
    const ask = (pace: unknown): string => {
      const asked = { asOf: '2025-06-30', pace: pace as QualificationWindow };
      return projectTier(hilton2026, member([]), asked)._tag;
    };
    expect(ask({ kind: 'fortnight' })).toBe('Left');
    expect(ask({ kind: 'rollingDays', days: Number.NaN })).toBe('Left');
    expect(ask({ kind: 'fixed', from: '2025-02-30', until: '2025-03-01' })).toBe('Left');
    expect(ask({ kind: 'sinceGrant' })).toBe('Left');
    expect(ask({ kind: 'fixed', from: '2027-02-01', until: '2027-03-01' })).toBe('Right');
  });
});

describe('what time alone will bring', () => {
  const tiers = compiled(
    programme(
      { member: null, gold: { metric: 'spend', atLeast: 500 } },
      { spend: SPEND },
      { notices: ['P30D'], grace: { tier: 'P1M' } },
    ),
  );
  const log: readonly TierEntry[] = [
    stay('1', '2025-05-01', { spend: 600 }),
    {
      kind: 'grant',
      id: 'card',
      at: Date.parse('2025-06-01'),
      tier: 'gold',
      source: 'partnerCard',
      until: Date.parse('2025-09-01'),
    },
    stay('later', '2025-12-01', { spend: 600 }),
  ];

  it('notices, the end of a term with its grace, the end of an override', () => {
    const options = { asOf: '2025-06-30', until: '2026-12-31' };
    const events = orThrow(upcomingTierEvents(tiers, member(log), options));
    expect(events.map(({ kind, at }) => [kind, new Date(at).toISOString().slice(0, 10)])).toEqual([
      ['overrideEnded', '2025-09-01'],
      ['willExpire', '2026-04-01'],
      ['extended', '2026-05-01'],
      ['downgraded', '2026-06-01'],
    ]);
  });

  it('nothing within a time in which nothing happens; a time before is a problem', () => {
    const ask = (until: string): unknown =>
      upcomingTierEvents(tiers, member(log), { asOf: '2025-06-30', until });
    expect(ask('2025-07-30')).toMatchObject({ right: [] });
    expect(ask('2025-05-30')).toMatchObject({ left: [{ code: 'tooEarly', path: ['until'] }] });
  });
});

describe('a given tier', () => {
  const tiers = compiled(
    programme(
      { member: null, silver: { metric: 'nights', atLeast: 10 }, gold: { metric: 'nights', atLeast: 25 } },
      { nights: { kind: 'sum', of: 'nights' } },
      {
        offers: {
          match: {
            source: 'statusMatch',
            mode: 'floor',
            tier: 'gold',
            lasts: 'P90D',
            challenge: { keepIf: { metric: 'nights', atLeast: 8, window: { kind: 'sinceGrant' } } },
            fallback: { kind: 'earned' },
          },
        },
      },
    ),
  );
  const match: TierEntry = { kind: 'grant', id: 'g1', at: Date.parse('2025-03-01'), offer: 'match' };

  it('ends with its grant', () => {
    const projection = orThrow(
      projectTier(tiers, member([stay('1', '2025-02-01', { nights: 3 }), match]), {
        asOf: '2025-03-31',
        pace: { kind: 'lifetime' },
      }),
    );
    // A night in 30 days: one by the end of the match.
    expect(projection.end).toMatchObject({ at: Date.UTC(2025, 4, 30), tier: 'member' });
    expect(projection.end?.expected.map(({ value }) => value)).toEqual([1]);
  });

  it('says so where no activity brings more', () => {
    const top = member([stay('1', '2025-02-01', { nights: 30 })]);
    const projection = orThrow(projectTier(tiers, top, { asOf: '2025-03-31', pace: { kind: 'lifetime' } }));
    expect(say(projection, 'en').split('\n')[0]).toBe('No activity brings a higher tier.');
  });
});
