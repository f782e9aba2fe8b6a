/** Marriott in the handbook's section 5.1: T1–T5 and T12. All replays in UTC, but where the zone is what is tested. */
import {
  benefitsOf,
  compileTiers,
  defineTierPolicy,
  evaluateTier,
  marriottRewardsTiers2010,
  marriottTiers,
  orThrow,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { type DatedEntry, did, held, history, kinds, tierOn, validThrough } from './member-log.js';

const UTC = { zone: 'UTC' } as const;
const nights = (at: string, count: number): DatedEntry => did(at, { nights: count });

describe('Marriott', () => {
  const marriott = marriottTiers(UTC);
  const compiled = orThrow(compileTiers(marriott));

  test.each([
    [99, 30_000, 'titanium'],
    [120, 22_999, 'titanium'],
    [100, 23_000, 'ambassador'],
    [10, 0, 'silver'],
    [25, 0, 'gold'],
    [50, 0, 'platinum'],
    [9, 0, 'member'],
  ])('T1: %d nights and $%d give %s', (count, dollars, tier) => {
    expect(evaluateTier(compiled, { nights: count, spend: dollars * 100 }).tier).toBe(tier);
    const log = [did('2023-06-01', { nights: count, spend: dollars * 100 })];
    expect(tierOn(marriott, '2023-01-01', log, '2023-06-02')).toBe(tier);
  });

  test('T1: bonus points and late check-out by tier', () => {
    const bonus = marriott.tiers.map(
      ({ benefits = [] }) => benefits.find((one) => one.kind === 'pointsBonus')?.percent ?? 0,
    );
    expect(bonus).toEqual([0, 10, 25, 50, 75, 75]);
    const late = marriott.tiers.slice(1).map((tier) => tier.benefits?.at(-1)?.name.en);
    expect(late).toEqual([
      'Priority late check-out',
      'Late check-out until 2 pm',
      'Late check-out until 4 pm',
      'Late check-out until 4 pm',
      'Any 24 hours of the day',
    ]);
  });

  const reached = { ambassador: 100, titanium: 75, platinum: 50, gold: 25, silver: 10 };
  test.each([
    ['titanium', 0, 'platinum'],
    ['titanium', 55, 'platinum'],
    ['ambassador', 0, 'titanium'],
    ['platinum', 0, 'gold'],
    ['gold', 0, 'silver'],
    ['silver', 0, 'member'],
  ] as const)('T2: %s with %d nights in 2023 is %s from March 2024', (tier, count, lower) => {
    const log = [
      did('2022-05-01', { nights: reached[tier], spend: 2_300_000 }),
      ...(count > 0 ? [nights('2023-05-01', count)] : []),
    ];
    const member = history(marriott, '2022-01-01', log, '2024-12-31');
    expect(held(member).slice(1)).toEqual([
      [tier, '2022-05-01'],
      [lower, '2024-03-01'],
    ]);
    const through = validThrough('UTC', member.standing.expiresAt);
    expect(through).toBe(lower === 'member' ? null : '2025-02-28');
  });

  test('T2: a tier reached again in 2023, or a higher one, is valid through February 2025', () => {
    const again = history(
      marriott,
      '2022-01-01',
      [nights('2022-05-01', 50), nights('2023-09-01', 50)],
      '2024-12-31',
    );
    expect(kinds(again)).toEqual(['entered', 'upgraded', 'renewed']);
    expect(validThrough('UTC', again.standing.expiresAt)).toBe('2025-02-28');
    const higher = history(
      marriott,
      '2022-01-01',
      [nights('2022-05-01', 50), nights('2023-09-01', 75)],
      '2024-12-31',
    );
    expect(kinds(higher)).toEqual(['entered', 'upgraded', 'upgraded']);
    expect(validThrough('UTC', higher.standing.expiresAt)).toBe('2025-02-28');
  });

  test('T2: the same a year on: one tier lower from March 2025 through February 2026', () => {
    const member = history(marriott, '2022-01-01', [nights('2022-05-01', 75)], '2026-12-31');
    expect(held(member).slice(1)).toEqual([
      ['titanium', '2022-05-01'],
      ['platinum', '2024-03-01'],
      ['gold', '2025-03-01'],
      ['silver', '2026-03-01'],
    ]);
    expect(kinds(member).slice(2)).toEqual(['softLanded', 'softLanded', 'softLanded']);
  });

  test('nights of January and February count for the tier that a member lands on in March', () => {
    const log = [nights('2022-05-01', 75), nights('2024-02-10', 50)];
    const member = history(marriott, '2022-01-01', log, '2024-03-01');
    expect(kinds(member)).toEqual(['entered', 'upgraded', 'softLanded', 'renewed']);
    expect(member.standing.tier).toBe('platinum');
    expect(validThrough('UTC', member.standing.expiresAt)).toBe('2026-02-28');
  });

  test('years turn over in the zone of the programme', () => {
    const through = (at: string): string | null => {
      const { standing } = history(marriottTiers(), '2023-01-02', [nights(at, 10)], '2024-02-01');
      return validThrough('America/New_York', standing.expiresAt);
    };
    expect(through('2024-01-01T04:59:59Z')).toBe('2025-02-28');
    expect(through('2024-01-01T05:00:00Z')).toBe('2026-02-28');
  });

  test('T3: Platinum with 40 nights in 2020 is Gold in 2021, and Silver in 2022 without', () => {
    const log = [nights('2019-05-01', 50), nights('2020-05-01', 40)];
    for (const softLanding of [1, 2] as const) {
      const guide = marriottTiers({ ...UTC, softLanding });
      expect(tierOn(guide, '2019-01-01', log, '2021-06-01')).toBe('gold');
    }
    expect(tierOn(marriott, '2019-01-01', log, '2022-06-01')).toBe('silver');
  });

  test('T3: two tiers at most', () => {
    const guide = marriottTiers({ ...UTC, softLanding: 2 });
    expect(tierOn(guide, '2019-01-01', [nights('2019-05-01', 50)], '2021-06-01')).toBe('silver');
  });

  describe('T4: the challenge', () => {
    const grant: DatedEntry = {
      kind: 'grant',
      id: 'g',
      offer: 'platinumChallenge',
      at: '2024-11-21T00:00Z',
      until: Date.parse('2025-03-01T00:00Z'),
    };
    const stayed = (at: string, count: number, paid = true): DatedEntry =>
      did(at, { nights: count }, { attributes: { paid } });

    test('fifteen paid nights in the window keep Platinum for another year', () => {
      const log = [grant, stayed('2024-12-10', 7), stayed('2025-02-20', 8)];
      const member = history(marriott, '2024-11-20', log, '2025-06-01');
      expect(held(member)).toEqual([
        ['member', '2024-11-20'],
        ['platinum', '2024-11-21'],
      ]);
      expect(member.events.at(-1)).toMatchObject({
        kind: 'overrideEnded',
        outcome: 'kept',
        tier: 'platinum',
      });
      expect(validThrough('UTC', member.standing.expiresAt)).toBe('2026-02-28');
    });

    test.each([
      [0, 'member'],
      [9, 'member'],
      [10, 'silver'],
      [24, 'silver'],
    ])('who is new and has %d nights goes to %s', (count, tier) => {
      const award =
        count === 0 ? [] : [stayed('2024-12-10', 5, false), stayed('2025-02-20', count - 5, false)];
      const member = history(marriott, '2024-11-20', [grant, ...award], '2025-03-01');
      expect(member.standing.tier).toBe(tier);
      expect(member.events.at(-1)).toMatchObject({ kind: 'overrideEnded', outcome: 'ended', tier });
    });

    test('who had a level goes back to it', () => {
      const log = [nights('2024-05-01', 25), grant];
      const member = history(marriott, '2024-01-01', log, '2025-03-01');
      expect(held(member).slice(1)).toEqual([
        ['gold', '2024-05-01'],
        ['platinum', '2024-11-21'],
        ['gold', '2025-03-01'],
      ]);
    });

    test('not for Platinum members, and once in three years', () => {
      const platinum = history(
        marriott,
        '2024-01-01',
        [nights('2024-05-01', 50), { ...grant, id: 'refused' }],
        '2025-01-01',
      );
      expect(platinum.rejected.map(({ problem }) => problem.code)).toEqual(['alreadyHeld']);
      const again = (at: string): string[] => {
        const until = Date.parse(`${at}T00:00Z`) + 90 * 86_400_000;
        const second: DatedEntry = { kind: 'grant', id: 'refused', offer: 'platinumChallenge', at, until };
        const member = history(marriott, '2024-11-20', [grant, second], '2028-12-31');
        return member.rejected.map(({ problem }) => problem.code);
      };
      expect(again('2027-11-20')).toEqual(['allowanceUsed']);
      expect(again('2027-11-22')).toEqual([]);
    });
  });

  describe('T5: for life', () => {
    const yearly = (count: number, from: number, years: number): DatedEntry[] =>
      Array.from({ length: years }, (_, i) => nights(`${from + i}-01-10`, count));

    test('Silver after 250 nights and five years at Silver or higher', () => {
      const log = yearly(60, 2015, 5);
      const four = history(marriott, '2015-01-01', log, '2019-12-31');
      expect(four.events.some(({ kind }) => kind === 'overrideApplied')).toBe(false);
      const five = history(marriott, '2015-01-01', log, '2020-01-31');
      expect(five.events.at(-1)).toMatchObject({
        kind: 'overrideApplied',
        tier: 'silver',
        source: 'lifetime',
      });
      const later = history(marriott, '2015-01-01', log, '2030-01-01');
      expect(later.standing).toMatchObject({ tier: 'silver', source: 'lifetime', expiresAt: null });
    });

    test('five years but 249 nights give nothing', () => {
      const log = [...yearly(49, 2015, 5), nights('2019-02-01', 4)];
      expect(history(marriott, '2015-01-01', log, '2030-01-01').standing.tier).toBe('member');
    });

    test('Gold after 400 nights and seven years; Platinum only with figures of the host', () => {
      const log = yearly(60, 2010, 11);
      expect(history(marriott, '2010-01-01', log, '2040-01-01').standing).toMatchObject({
        tier: 'gold',
        source: 'lifetime',
      });
      const unconfirmed = marriottTiers({ ...UTC, lifetimePlatinum: { nights: 600, years: 10 } });
      expect(history(unconfirmed, '2010-01-01', log, '2040-01-01').standing.tier).toBe('platinum');
    });

    test('the rule of 2013: nights and points of a lifetime', () => {
      const rule2013 = defineTierPolicy({
        name: 'Marriott Rewards, lifetime rule of 2013',
        zone: 'UTC',
        metrics: { nights: { kind: 'sum', of: 'nights' }, points: { kind: 'sum', of: 'points' } },
        window: { kind: 'calendar', unit: 'year' },
        validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
        tiers: [
          { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
          ...(
            [
              ['silver', 250, 1_200_000],
              ['gold', 500, 1_600_000],
              ['platinum', 750, 2_000_000],
            ] as const
          ).map(([tier, least, points], i) => ({
            tier,
            name: { en: tier, zh: tier },
            rank: i + 1,
            lifetime: {
              allOf: [
                { metric: 'nights', atLeast: least },
                { metric: 'points', atLeast: points },
              ],
            },
          })),
        ],
      });
      const forLife = (count: number, points: number): string =>
        tierOn(rule2013, '2000-01-01', [did('2005-01-01', { nights: count, points })], '2013-01-01');
      expect(forLife(250, 1_200_000)).toBe('silver');
      expect(forLife(500, 1_599_999)).toBe('silver');
      expect(forLife(500, 1_600_000)).toBe('gold');
      expect(forLife(750, 2_000_000)).toBe('platinum');
      expect(forLife(249, 9_000_000)).toBe('member');
    });
  });

  describe('T12: rollover nights of Marriott Rewards, 2009–10', () => {
    const rewards = marriottRewardsTiers2010(UTC);

    test('67 nights in 2010 give Gold for 2011 and carry 17', () => {
      const log = [nights('2010-06-01', 67)];
      const member = history(rewards, '2010-01-01', log, '2011-12-31');
      expect(member.standing.tier).toBe('gold');
      expect(validThrough('UTC', member.standing.expiresAt)).toBe('2011-12-31');
      expect(tierOn(rewards, '2010-01-01', [...log, nights('2011-06-01', 33)], '2012-06-01')).toBe('gold');
      expect(tierOn(rewards, '2010-01-01', [...log, nights('2011-06-01', 32)], '2012-06-01')).toBe('silver');
    });

    test('carried nights that keep the tier lengthen it as soon as they are carried', () => {
      const member = history(rewards, '2009-01-01', [nights('2009-06-01', 226)], '2010-01-02');
      expect(member.events.at(-1)).toMatchObject({
        kind: 'renewed',
        tier: 'platinum',
        at: Date.UTC(2010, 0, 1),
      });
      expect(validThrough('UTC', member.standing.expiresAt)).toBe('2011-12-31');
    });

    test('a return takes back what was carried', () => {
      const log: DatedEntry[] = [
        did('2010-06-01', { nights: 67 }, { id: 'long' }),
        { kind: 'return', at: '2011-02-01', of: 'long', values: { nights: 10 } },
        nights('2011-06-01', 42),
      ];
      // 57 nights carry 7: 42 more are 49.
      expect(tierOn(rewards, '2010-01-01', log, '2012-01-01')).toBe('silver');
      expect(tierOn(rewards, '2010-01-01', [...log, nights('2011-07-01', 1)], '2012-01-01')).toBe('gold');
    });

    test('226 nights in 2009 carry 151: still Platinum for 2011, and the 76 above do not carry again', () => {
      const log = [nights('2009-06-01', 226)];
      const member = history(rewards, '2009-01-01', log, '2011-12-31');
      expect(held(member).slice(1)).toEqual([['platinum', '2009-06-01']]);
      expect(validThrough('UTC', member.standing.expiresAt)).toBe('2011-12-31');
      expect(tierOn(rewards, '2009-01-01', log, '2012-01-01')).toBe('member');
      expect(tierOn(rewards, '2009-01-01', [...log, nights('2011-06-01', 74)], '2012-01-01')).toBe('gold');
      expect(tierOn(rewards, '2009-01-01', [...log, nights('2011-06-01', 75)], '2012-01-01')).toBe(
        'platinum',
      );
    });
  });
});

test('benefits of a preset are found by tier', () => {
  const gold = benefitsOf(marriottTiers(), 'gold');
  expect(orThrow(gold).map(({ benefit }) => benefit)).toEqual(['bonusPoints', 'lateCheckout']);
});
