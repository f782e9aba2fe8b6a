/** What holds of every preset of a real programme. */
import {
  advanceTier,
  benlaiTiers,
  bonLikeTiers,
  chinaMobileTiers2025,
  compileTiers,
  flyingBlueTiers,
  hiltonTiers2022,
  hiltonTiers2025,
  hiltonTiers2026,
  hyattTiers,
  jdLikeTiers,
  marriottRewardsTiers2010,
  marriottTiers,
  orThrow,
  ProblemError,
  parseTierPolicy,
  qantasTiers2025,
  qantasTiers2026,
  replayTiers,
  startTier,
  type TierEntry,
  type TierPolicy,
  tierHistory,
  vip88Price,
  voucherifyLikeTiers,
  xinyueTiers,
  yotpoLikeTiers,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { instant } from './member-log.js';

const name = { en: 'Gold', zh: '金卡' };
const gold = { tier: 'gold', name, atLeast: 100 };
const qantas = { silver: { attain: 300 }, platinum: { attain: 1400 }, platinumOne: { attain: 3600 } };

const presets: readonly (readonly [string, TierPolicy])[] = [
  ['marriottTiers', marriottTiers()],
  [
    'marriottTiers with options',
    marriottTiers({ softLanding: 2, lifetimePlatinum: { nights: 600, years: 10 } }),
  ],
  ['marriottRewardsTiers2010', marriottRewardsTiers2010()],
  ['hiltonTiers2022', hiltonTiers2022()],
  ['hiltonTiers2025', hiltonTiers2025()],
  ['hiltonTiers2025 with options', hiltonTiers2025({ extension: 'or', rollover: false })],
  ['hiltonTiers2026', hiltonTiers2026()],
  ['hyattTiers', hyattTiers()],
  ['qantasTiers2025', qantasTiers2025({ ...qantas, lifetime: { silver: 7000, gold: 14_000 } })],
  [
    'qantasTiers2026',
    qantasTiers2026({ silver: 300, platinum: 1400, platinumOne: 3600, rolloverCaps: { gold: 350 } }),
  ],
  ['flyingBlueTiers', flyingBlueTiers()],
  ['chinaMobileTiers2025', chinaMobileTiers2025({ below: [gold] })],
  ['jdLikeTiers', jdLikeTiers({ levels: [gold] })],
  ['vip88Price', vip88Price()],
  ['benlaiTiers', benlaiTiers()],
  ['xinyueTiers', xinyueTiers()],
  ['voucherifyLikeTiers', voucherifyLikeTiers()],
  [
    'yotpoLikeTiers',
    yotpoLikeTiers({ tiers: [{ tier: 'gold', name, enter: 500, retain: 300 }], expiry: 'rolling' }),
  ],
  ['bonLikeTiers', bonLikeTiers({ tiers: [gold] })],
];

/** Every quantity that some preset counts. */
const values = {
  nights: 31,
  spend: 900_000,
  basePoints: 30_000,
  statusCredits: 450,
  xp: 130,
  paid: 250_000,
  score: 60,
  growth: 2100,
  spent: 30_000,
  points: 120,
};
const activity = (id: number, day: string): TierEntry => ({
  kind: 'activity',
  id: `e${id}`,
  at: instant(day),
  type: 'flight',
  values,
  attributes: { paid: true, own: true },
});
const log: readonly TierEntry[] = [
  activity(1, '2019-02-10'),
  activity(2, '2019-06-10'),
  activity(3, '2019-11-10'),
  activity(9, '2019-12-10'),
  { kind: 'attribute', id: 'e4', at: instant('2020-01-20'), attribute: 'score', value: 1200 },
  activity(5, '2020-02-20'),
  { kind: 'return', id: 'e6', at: instant('2020-03-01'), of: 'e5' },
  activity(7, '2021-12-31'),
  { kind: 'redemption', id: 'e8', at: instant('2022-01-02'), values: { points: 100 } },
];

describe.each(presets)('%s', (_, policy) => {
  test('survives JSON', () => {
    expect(orThrow(parseTierPolicy(JSON.parse(JSON.stringify(policy))))).toEqual(policy);
  });

  test('says where it comes from, in two languages', () => {
    expect(policy.source).toBeTruthy();
    for (const tier of policy.tiers) expect([tier.name.en, tier.name.zh]).not.toContain('');
  });

  test('gives the same history at once and one entry after the other', () => {
    const tiers = orThrow(compileTiers(policy));
    const member = { memberId: 'm', enrolledAt: instant('2019-01-01'), log };
    // 2022 is in force in that year only; before the first version begins that one is used.
    const asOf = policy.effective.until === undefined ? '2026-01-01' : '2022-12-31';
    const replayed = orThrow(replayTiers(tiers, member, { asOf }));
    const state = log.reduce(
      (before, entry) => orThrow(advanceTier(tiers, before, entry)),
      orThrow(startTier(tiers, member)),
    );
    expect(replayed.rejected).toEqual([]);
    expect(orThrow(tierHistory(tiers, state, { asOf }))).toEqual(replayed);
    expect(replayed.intervals.length).toBeGreaterThan(1);
  });
});

test('figures of the host are checked', () => {
  expect(() => bonLikeTiers({ tiers: [{ ...gold, atLeast: Number.NaN }] })).toThrow(ProblemError);
  expect(() => hyattTiers({ zone: 'Mars/Olympus' })).toThrow(ProblemError);
});
