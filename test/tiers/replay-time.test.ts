/** Days, months and years turn at midnight in the policy's zone: on leap days, on nights with another hour, anywhere. */
import {
  compileTiers,
  defineTierPolicy,
  orThrow,
  replayTiers,
  type TierEntry,
  type TierPolicyInput,
  type TierValidity,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { isoIn } from '../../src/foundation/instant.js';

function club(zone: string, validity: TierValidity, more: Partial<TierPolicyInput> = {}) {
  const policy = defineTierPolicy({
    name: 'club',
    zone,
    metrics: { points: { kind: 'sum', of: 'points' } },
    window: { kind: 'lifetime' },
    validity,
    tiers: [
      { tier: 'base', name: { en: 'Base', zh: '普通' }, rank: 0 },
      {
        tier: 'gold',
        name: { en: 'Gold', zh: '金卡' },
        rank: 1,
        entry: { metric: 'points', atLeast: 100 },
        renewal: 'never',
      },
    ],
    ...more,
  });
  return orThrow(compileTiers(policy));
}

const points = (at: string, amount = 100): TierEntry => ({
  kind: 'activity',
  id: at,
  at: Date.parse(at),
  type: 'order',
  values: { points: amount },
});

/** When gold ends that was reached at an instant, as the zone's clock shows it. */
function endOfGold(zone: string, validity: TierValidity, reached: string, enrolled = reached): string {
  const member = { memberId: 'm', enrolledAt: Date.parse(enrolled), log: [points(reached)] };
  const history = orThrow(replayTiers(club(zone, validity), member, { asOf: Date.parse(reached) }));
  return history.standing.expiresAt === null ? 'open' : isoIn(zone, history.standing.expiresAt);
}

describe('terms', () => {
  const year: TierValidity = { kind: 'duration', duration: 'P1Y' };
  const days: TierValidity = { kind: 'duration', duration: 'P365D' };

  it.each([
    [
      'twelve months from 1 March before a leap day',
      year,
      '2023-03-01T12:00:00Z',
      '2024-03-01T00:00:00.000Z',
    ],
    ['365 days from there', days, '2023-03-01T12:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['a year from a leap day', year, '2024-02-29T12:00:00Z', '2025-02-28T00:00:00.000Z'],
    [
      'a month from 31 January',
      { kind: 'duration', duration: 'P1M' } as const,
      '2024-01-31T12:00:00Z',
      '2024-02-29T00:00:00.000Z',
    ],
    [
      'six months, and on to the end of the quarter',
      { kind: 'duration', duration: 'P6M', roundUpTo: { unit: 'quarter' } } as const,
      '2024-01-15T12:00:00Z',
      '2024-10-01T00:00:00.000Z',
    ],
    [
      'six months, and back to the end of the quarter before',
      { kind: 'duration', duration: 'P6M', roundDownTo: { unit: 'quarter' } } as const,
      '2024-01-15T12:00:00Z',
      '2024-07-01T00:00:00.000Z',
    ],
    [
      'six months that end with a quarter, which is no rounding',
      { kind: 'duration', duration: 'P6M', roundDownTo: { unit: 'quarter' } } as const,
      '2024-01-01T12:00:00Z',
      '2024-07-01T00:00:00.000Z',
    ],
    [
      'a month within a year, of which rounding down would leave nothing',
      { kind: 'duration', duration: 'P1M', roundDownTo: { unit: 'year' } } as const,
      '2024-01-15T12:00:00Z',
      '2024-02-15T00:00:00.000Z',
    ],
    [
      'the end of the year and the February after it',
      { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' } as const,
      '2022-06-01T12:00:00Z',
      '2024-03-01T00:00:00.000Z',
    ],
  ])('%s', (_, validity, reached, end) => {
    expect(endOfGold('UTC', validity, reached)).toBe(end);
  });

  it('begin and end at midnight where the member is counted, not where the host is', () => {
    // Late on 31 December in Berlin is still the old year, and early on 1 January in Shanghai already the new one.
    const calendar: TierValidity = { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 };
    expect(endOfGold('Europe/Berlin', calendar, '2024-12-31T22:59:59Z')).toBe(
      '2025-01-01T00:00:00.000+01:00',
    );
    expect(endOfGold('Europe/Berlin', calendar, '2024-12-31T23:00:00Z')).toBe(
      '2026-01-01T00:00:00.000+01:00',
    );
    expect(endOfGold('Asia/Shanghai', calendar, '2024-12-31T16:00:00Z')).toBe(
      '2026-01-01T00:00:00.000+08:00',
    );
  });

  it('end with the first instant of a day whose midnight a clock change skips', () => {
    // Clocks in Havana went from 0:00 to 1:00 on 10 March 2024; in São Paulo on 4 November 2018.
    const month: TierValidity = { kind: 'duration', duration: 'P1M' };
    expect(endOfGold('America/Havana', month, '2024-02-10T15:00:00Z')).toBe('2024-03-10T01:00:00.000-04:00');
    expect(endOfGold('America/Sao_Paulo', month, '2018-10-04T15:00:00Z')).toBe(
      '2018-11-04T01:00:00.000-02:00',
    );
  });

  it('skip a day that a zone skipped', () => {
    // Apia had no 30 December 2011: a term that would end with it ends with the 31st.
    expect(endOfGold('Pacific/Apia', { kind: 'duration', duration: 'P1M' }, '2011-11-30T20:00:00Z')).toBe(
      '2011-12-31T00:00:00.000+14:00',
    );
  });

  it('of membership years are counted from the enrolment, on 28 February where it was a leap day', () => {
    const own: TierValidity = { kind: 'endOfPeriod', period: 'membershipYear', periods: 0 };
    const enrolled = '2020-02-29T09:00:00Z';
    expect(endOfGold('UTC', own, '2021-02-27T12:00:00Z', enrolled)).toBe('2021-02-28T00:00:00.000Z');
    expect(endOfGold('UTC', own, '2021-02-28T00:00:00Z', enrolled)).toBe('2022-02-28T00:00:00.000Z');
    expect(endOfGold('UTC', own, '2023-03-01T00:00:00Z', enrolled)).toBe('2024-02-29T00:00:00.000Z');
  });
});

describe('windows', () => {
  /** The tier after two orders of sixty points, where a hundred within the window are needed. */
  function tierOf(window: TierPolicyInput['window'], zone: string, first: string, second: string): string {
    const tiers = club(zone, { kind: 'lifetime' }, { window });
    const log = [points(first, 60), points(second, 60)];
    const member = { memberId: 'm', enrolledAt: Date.parse('2020-02-29T00:00:00Z'), log };
    return orThrow(replayTiers(tiers, member, { asOf: Date.parse(second) })).standing.tier;
  }

  it.each([
    [
      '365 days hold this day and the 364 before it',
      { kind: 'rollingDays', days: 365 },
      '2023-03-01T00:00:00Z',
      '2024-02-28T23:59:59Z',
      'gold',
    ],
    [
      'and no more',
      { kind: 'rollingDays', days: 365 },
      '2023-03-01T23:59:59Z',
      '2024-02-29T00:00:00Z',
      'base',
    ],
    [
      'twelve months from a day in March',
      { kind: 'rollingMonths', months: 12 },
      '2023-03-01T00:00:00Z',
      '2024-03-01T23:59:59Z',
      'gold',
    ],
    [
      'and no more',
      { kind: 'rollingMonths', months: 12 },
      '2023-03-01T23:59:59Z',
      '2024-03-02T00:00:00Z',
      'base',
    ],
    [
      'a fiscal year from April',
      { kind: 'calendar', unit: 'year', startMonth: 4 },
      '2023-04-01T00:00:00Z',
      '2024-03-31T23:59:59Z',
      'gold',
    ],
    [
      'and no more',
      { kind: 'calendar', unit: 'year', startMonth: 4 },
      '2023-03-31T23:59:59Z',
      '2023-04-01T00:00:00Z',
      'base',
    ],
    [
      'a membership year from a leap day',
      { kind: 'membershipYear' },
      '2021-02-28T00:00:00Z',
      '2022-02-27T23:59:59Z',
      'gold',
    ],
    ['and no more', { kind: 'membershipYear' }, '2021-02-27T23:59:59Z', '2021-02-28T00:00:00Z', 'base'],
  ] as const)('%s', (_, window, first, second, tier) => {
    expect(tierOf(window, 'UTC', first, second)).toBe(tier);
  });

  it('hold the hour that a clock shows twice, once', () => {
    // 3 November 2024 in New York has 25 hours; both hours from one to two are of that day.
    const day = { kind: 'rollingDays', days: 1 } as const;
    expect(tierOf(day, 'America/New_York', '2024-11-03T05:30:00Z', '2024-11-03T06:30:00Z')).toBe('gold');
    expect(tierOf(day, 'America/New_York', '2024-11-03T04:00:00Z', '2024-11-04T04:59:59Z')).toBe('gold');
    expect(tierOf(day, 'America/New_York', '2024-11-03T04:00:00Z', '2024-11-04T05:00:00Z')).toBe('base');
  });

  it('of whole months see the month only once it is over', () => {
    const policy = club(
      'UTC',
      { kind: 'whileQualified' },
      {
        window: { kind: 'wholeMonths', months: 1 },
        tiers: [
          { tier: 'base', name: { en: 'Base', zh: '普通' }, rank: 0 },
          {
            tier: 'gold',
            name: { en: 'Gold', zh: '金卡' },
            rank: 1,
            entry: { metric: 'points', atLeast: 100 },
          },
        ],
      },
    );
    const member = { memberId: 'm', enrolledAt: Date.UTC(2024, 0, 1), log: [points('2024-02-29T23:59:59Z')] };
    const { intervals } = orThrow(replayTiers(policy, member, { asOf: '2024-06-01' }));
    expect(intervals.map(({ tier, from }) => [tier, isoIn('UTC', from)])).toEqual([
      ['base', '2024-01-01T00:00:00.000Z'],
      ['gold', '2024-03-01T00:00:00.000Z'],
      ['base', '2024-04-01T00:00:00.000Z'],
    ]);
  });
});
