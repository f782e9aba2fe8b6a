/** Loyalty apps in the handbook's section 5.1: T23–T25, T27 and T29; and 2.3 and 2.5 where they say when a term ends. */
import {
  benefitsAt,
  bonLikeTiers,
  defineTierPolicy,
  orThrow,
  type QualificationWindow,
  type TierPolicy,
  type TierPolicyInput,
  voucherifyLikeTiers,
  yotpoLikeTiers,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import {
  type DatedEntry,
  dayIn,
  did,
  held,
  history,
  instant,
  kinds,
  tierOn,
  validThrough,
} from './member-log.js';

const points = (at: string, count: number, id?: string): DatedEntry =>
  did(at, { points: count }, id === undefined ? { type: 'order' } : { type: 'order', id });

/** Tiers by points, at these figures. */
function byPoints(
  figures: Readonly<Record<string, number>>,
  rest: Pick<TierPolicyInput, 'window' | 'validity'> & Partial<TierPolicyInput>,
): TierPolicy {
  return defineTierPolicy({
    name: 'a shop',
    zone: 'UTC',
    metrics: { points: { kind: 'sum', of: 'points' } },
    tiers: [
      { tier: 'base', name: { en: 'Base', zh: '基础' }, rank: 0 },
      ...Object.entries(figures).map(([tier, atLeast], i) => ({
        tier,
        name: { en: tier, zh: tier },
        rank: i + 1,
        entry: { metric: 'points', atLeast },
      })),
    ],
    ...rest,
  });
}

const YEAR: QualificationWindow = { kind: 'calendar', unit: 'year' };
const ROLLING: QualificationWindow = { kind: 'rollingMonths', months: 12 };
const A_YEAR = { kind: 'duration', duration: 'P1Y' } as const;
const NEXT_YEAR = { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 } as const;
const silver = { silver: 100 };

test('T23: a balance goes up and down with every movement', () => {
  const log: DatedEntry[] = [
    points('2023-01-10', 100),
    { kind: 'redemption', at: '2023-02-15', values: { points: 50 } },
    points('2023-02-25', 500),
  ];
  expect(held(history(voucherifyLikeTiers(), '2023-01-01', log, '2023-12-31'))).toEqual([
    ['basic', '2023-01-01'],
    ['silver', '2023-01-10'],
    ['basic', '2023-02-15'],
    ['gold', '2023-02-25'],
  ]);
});

describe('T24: when a term ends', () => {
  const spend = (at: string, amount: number): DatedEntry => did(at, { spend: amount }, { type: 'order' });
  const gold = { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, enter: 500, retain: 300, reenter: 400 };
  const yotpo = (expiry: 'calendar' | 'rolling') => yotpoLikeTiers({ tiers: [gold], expiry });

  test('Yotpo, calendar: entered in November 2018, to 31 December 2019', () => {
    const { standing } = history(yotpo('calendar'), '2018-01-01', [spend('2018-11-15', 500)], '2018-12-31');
    expect(validThrough('UTC', standing.expiresAt)).toBe('2019-12-31');
  });

  test('Yotpo, rolling: 3 March 2019 to 3 March 2020', () => {
    const { standing } = history(yotpo('rolling'), '2018-01-01', [spend('2019-03-03', 500)], '2019-12-31');
    expect(dayIn('UTC', standing.expiresAt)).toBe('2020-03-03');
  });

  test('Yotpo, rolling: what brought the tier does not retain it', () => {
    const log = [spend('2019-03-03', 500), spend('2020-02-20', 299)];
    const tier = (...more: DatedEntry[]): string =>
      tierOn(yotpo('rolling'), '2018-01-01', [...log, ...more], '2020-03-03');
    expect(tier()).toBe('member');
    expect(tier(spend('2020-02-21', 1))).toBe('gold');
  });

  test('Yotpo: three figures, to enter, to retain and to re-enter', () => {
    const tier = (log: readonly DatedEntry[], asOf: string): string =>
      tierOn(yotpo('calendar'), '2018-01-01', log, asOf);
    const entered = spend('2018-11-15', 500);
    expect(tier([spend('2018-11-15', 499)], '2018-12-31')).toBe('member');
    expect(tier([entered, spend('2019-06-01', 300)], '2020-01-01')).toBe('gold');
    expect(tier([entered, spend('2019-06-01', 299)], '2020-01-01')).toBe('member');
    expect(tier([entered, spend('2020-06-01', 400)], '2020-06-02')).toBe('gold');
    expect(tier([entered, spend('2020-06-01', 399)], '2020-06-02')).toBe('member');
  });

  test('Capillary: 15 April 2024 to 15 April 2025; an upgrade on 25 October 2024 moves it to 25 October 2025', () => {
    const policy = byPoints({ silver: 100, gold: 300 }, { window: ROLLING, validity: A_YEAR });
    const first = points('2024-04-15', 100);
    const before = history(policy, '2024-01-01', [first], '2024-10-24');
    expect(dayIn('UTC', before.standing.expiresAt)).toBe('2025-04-15');
    const later = history(policy, '2024-01-01', [first, points('2024-10-25', 200)], '2024-12-31');
    expect(dayIn('UTC', later.standing.expiresAt)).toBe('2025-10-25');
  });

  test('Capillary: to the next anniversary of the registration, but not ten days after an upgrade (2.3)', () => {
    const validity = { kind: 'endOfPeriod', period: 'membershipYear', periods: 0 } as const;
    const ends = (rest: Partial<TierPolicyInput>): string | null => {
      const policy = byPoints(silver, { window: { kind: 'membershipYear' }, validity, ...rest });
      const member = history(policy, '2024-10-25', [points('2025-10-15', 100)], '2025-10-20');
      return dayIn('UTC', member.standing.expiresAt);
    };
    expect(ends({})).toBe('2025-10-25');
    expect(ends({ minimumHold: 'P6M' })).toBe('2026-04-15');
  });

  test('Sparkfly: 1 June 2025 to 1 June 2026; renewed inside the term, to 1 June 2027', () => {
    const policy = byPoints(silver, {
      window: { kind: 'sinceTierStart', withTrigger: true },
      renewal: { timing: 'atExpiry', window: { kind: 'sinceTierStart' } },
      validity: A_YEAR,
    });
    const first = points('2025-06-01', 100);
    const entered = history(policy, '2025-01-01', [first], '2025-12-31');
    expect(dayIn('UTC', entered.standing.expiresAt)).toBe('2026-06-01');
    const renewed = history(policy, '2025-01-01', [first, points('2026-02-01', 100)], '2026-06-01');
    expect(kinds(renewed)).toEqual(['entered', 'upgraded', 'renewed']);
    expect(dayIn('UTC', renewed.standing.expiresAt)).toBe('2027-06-01');
    expect(tierOn(policy, '2025-01-01', [first, points('2026-02-01', 99)], '2026-06-01')).toBe('base');
  });

  test('TrustWILL, calendar: to the end of the next year; rolling: 365 days', () => {
    const calendar = byPoints(silver, { window: YEAR, validity: NEXT_YEAR });
    const year = history(calendar, '2023-01-01', [points('2023-03-01', 100)], '2023-12-31');
    expect(validThrough('UTC', year.standing.expiresAt)).toBe('2024-12-31');
    const days = byPoints(silver, {
      window: { kind: 'rollingDays', days: 365 },
      validity: { kind: 'duration', duration: 'P365D' },
    });
    const rolling = history(days, '2023-01-01', [points('2023-03-01', 100)], '2023-12-31');
    expect(dayIn('UTC', rolling.standing.expiresAt)).toBe('2024-02-29');
  });

  test('twelve months from 1 March 2023 end on 1 March 2024, a leap year (2.5)', () => {
    const policy = byPoints(silver, { window: ROLLING, validity: A_YEAR });
    const { standing } = history(policy, '2023-01-01', [points('2023-03-01', 100)], '2023-12-31');
    expect(dayIn('UTC', standing.expiresAt)).toBe('2024-03-01');
  });

  test('LoyaltyLion: Silver on 14 May 2026 is told of 14 May 2027', () => {
    const policy = byPoints(silver, {
      window: ROLLING,
      renewal: { timing: 'atExpiry', window: { kind: 'sinceTierStart' } },
      validity: A_YEAR,
      notices: ['P30D'],
    });
    const { events } = history(policy, '2026-01-01', [points('2026-05-14', 100)], '2027-05-13');
    const notice = events.find(({ kind }) => kind === 'willExpire');
    expect(notice && dayIn('UTC', notice.at)).toBe('2027-04-14');
    expect(notice && 'expiresAt' in notice && dayIn('UTC', notice.expiresAt)).toBe('2027-05-14');
  });

  test('who will not renew is told in time', () => {
    const policy = byPoints(silver, { window: YEAR, validity: NEXT_YEAR, notices: ['P30D', 'P7D'] });
    const { events } = history(policy, '2026-01-01', [points('2026-05-14', 100)], '2027-12-31');
    const notices = events.filter(({ kind }) => kind === 'willExpire');
    expect(notices.map(({ at }) => dayIn('UTC', at))).toEqual(['2027-12-02', '2027-12-25']);
  });
});

describe('T25: BON, no maintenance', () => {
  const bon = bonLikeTiers({
    tiers: [{ tier: 'platinum', name: { en: 'Platinum', zh: '白金卡' }, atLeast: 1500 }],
  });
  const log = [points('2026-01-01', 1600)];

  test('Platinum to 31 December 2026, then the lowest tier whatever was earned', () => {
    const member = history(bon, '2025-12-31', [...log, points('2026-07-01', 9000)], '2027-06-01');
    expect(held(member)).toEqual([
      ['member', '2025-12-31'],
      ['platinum', '2026-01-01'],
      ['member', '2027-01-01'],
    ]);
    const platinum = history(bon, '2026-01-01', log, '2026-12-31');
    expect(validThrough('UTC', platinum.standing.expiresAt)).toBe('2026-12-31');
  });

  test('progress begins at 0', () => {
    expect(tierOn(bon, '2026-01-01', [...log, points('2027-02-01', 1499)], '2027-03-01')).toBe('member');
    expect(tierOn(bon, '2026-01-01', [...log, points('2027-02-01', 1500)], '2027-03-01')).toBe('platinum');
  });
});

describe('T27: refunds', () => {
  const returned = (at: string, of: string, values?: Readonly<Record<string, number>>): DatedEntry => ({
    kind: 'return',
    at,
    of,
    ...(values && { values }),
  });

  test.each([
    [25, 'bronze'],
    [26, 'base'],
  ])(
    'NOBULL: of 100 points 75 are taken back: with a tier at %d it is %s, and rewards are reversed',
    (least, tier) => {
      const policy = byPoints({ bronze: least, silver: 100 }, { window: ROLLING, validity: A_YEAR });
      const log = [points('2025-03-01', 100, 'o1'), returned('2025-03-20', 'o1', { points: 75 })];
      const member = history(policy, '2025-01-01', log, '2025-12-31');
      expect(member.standing.tier).toBe(tier);
      expect(member.events.at(-1)).toMatchObject({
        kind: 'clawedBack',
        of: 'o1',
        from: 'silver',
        to: tier,
        rewards: 'reverse',
      });
    },
  );

  test('Smile: $50 and $20 less $10 give 60 points; with the $20 goes what was paid for it', () => {
    // 20/70 of the discount is that of the item returned: $17.14 are paid back, $42.86 remain.
    const log = [points('2025-03-01', 6000, 'o1'), returned('2025-03-20', 'o1', { points: 1714 })];
    const tier = (figures: Readonly<Record<string, number>>, asOf: string): string =>
      tierOn(byPoints(figures, { window: YEAR, validity: NEXT_YEAR }), '2025-01-01', log, asOf);
    expect(tier({ silver: 6000 }, '2025-03-02')).toBe('silver');
    expect(tier({ silver: 6001 }, '2025-03-02')).toBe('base');
    expect(tier({ silver: 4286 }, '2025-03-21')).toBe('silver');
    expect(tier({ silver: 4287 }, '2025-03-21')).toBe('base');
  });

  test('Thorne: the return of the order that raised the tier drops it, that of another one does not', () => {
    const policy = byPoints(
      { silver: 500, gold: 1000 },
      { window: YEAR, validity: NEXT_YEAR, returns: { clawback: 'ifCausedUpgrade' } },
    );
    const log = [points('2025-03-01', 500, 'o1'), points('2025-05-01', 500, 'o2')];
    const without = (of: string) =>
      history(policy, '2025-01-01', [...log, returned('2025-05-20', of)], '2025-12-31');
    expect(without('o2').standing.tier).toBe('silver');
    expect(held(without('o2')).at(-1)).toEqual(['silver', '2025-05-20']);
    expect(without('o1').standing.tier).toBe('gold');
    expect(without('o1').events.some(({ kind }) => kind === 'clawedBack')).toBe(false);
  });

  describe('Mammut: the tier goes, the voucher of the upgrade stays and is not given twice in a year', () => {
    const plain = byPoints(silver, { window: ROLLING, validity: A_YEAR, returns: { rewards: 'keep' } });
    const name = { en: 'Upgrade voucher', zh: '升级券' };
    const voucher = { benefit: 'upgrade', name, kind: 'voucher', on: 'entry', apart: 'P1Y' } as const;
    const tiers = plain.tiers.map((tier) => (tier.rank === 0 ? tier : { ...tier, benefits: [voucher] }));
    const policy = defineTierPolicy({ ...plain, tiers });
    const log = [points('2025-03-01', 100, 'o1'), returned('2025-03-20', 'o1')];

    test('the host is told to keep what was given', () => {
      const member = history(policy, '2025-01-01', log, '2025-12-31');
      expect(member.standing.tier).toBe('base');
      expect(member.events.at(-1)).toMatchObject({ kind: 'clawedBack', to: 'base', rewards: 'keep' });
    });

    test.each([
      ['2025-06-01', { state: 'tooSoon', until: '2026-03-01' }],
      ['2026-02-28', { state: 'tooSoon', until: '2026-03-01' }],
      ['2026-03-01', { state: 'due', occasion: '2026-03-01' }],
    ])('who is back on %s', (day, expected) => {
      const back = history(policy, '2025-01-01', [...log, points(day, 100)], '2026-12-31');
      const given = [{ benefit: 'upgrade', at: instant('2025-03-01') }];
      const { benefits } = orThrow(benefitsAt(policy, back, { asOf: instant(day), given }));
      expect(benefits[0]?.voucher).toEqual(expected);
    });
  });
});

test('T29: a programme that was enabled again on 10 January 2022 counts from 1 January', () => {
  const policy = byPoints(silver, { window: YEAR, validity: NEXT_YEAR, counts: { from: '2022-01-01' } });
  const tier = (...log: DatedEntry[]): string => tierOn(policy, '2021-07-01', log, '2022-02-01');
  expect(tier(points('2021-12-31T23:59:59Z', 100))).toBe('base');
  expect(tier(points('2022-01-01T00:00:00Z', 100))).toBe('silver');
  expect(tier(points('2021-08-01', 60), points('2022-01-05', 40))).toBe('base');
});
