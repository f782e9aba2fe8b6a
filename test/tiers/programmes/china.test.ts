/** Programmes of China in the handbook's section 5.1: T18–T22. Noon UTC is evening in Shanghai. */
import {
  benlaiTiers,
  chinaMobileTiers2025,
  compileTiers,
  evaluateTier,
  jdLikeTiers,
  orThrow,
  priceAfter,
  vip88Price,
  xinyueTiers,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { type DatedEntry, dayIn, did, held, history, kinds, tierOn, validThrough } from './member-log.js';

const SHANGHAI = 'Asia/Shanghai';

describe('China Mobile GoTone, 2025', () => {
  const name = { en: 'Platinum card', zh: '白金卡' };
  const goTone = chinaMobileTiers2025({ below: [{ tier: 'platinum', name, atLeast: 2000 }] });
  const paid = (at: string, yuan: number, type = 'bill'): DatedEntry =>
    did(at, { paid: yuan * 100 }, { type });

  test.each([
    [3750, '2013-12-01', 'diamond', '11 years, 4,050'],
    [3750, '2022-12-01', 'platinum', '2 years, 3,850'],
    [3700, '2014-12-01', 'platinum', '10 years, 4,000: the boundary'],
    [3701, '2014-12-01', 'diamond', '10 years, 4,001'],
    [9999, '2024-06-01', 'customer', 'below one year: not rated'],
    [3900, '2024-01-15', 'platinum', 'one year, 4,000'],
    [3801, '2022-01-15', 'diamond', 'three years, 4,001'],
  ])('T18: %d yuan in 2024, enrolled on %s: %s (%s)', (yuan, enrolled, tier) => {
    const log = [paid('2024-06-15', yuan)];
    expect(history(goTone, enrolled, log, '2025-01-31').standing.tier).toBe('customer');
    const member = history(goTone, enrolled, log, '2025-06-01');
    expect(member.standing.tier).toBe(tier);
    if (tier === 'customer') return;
    expect(dayIn(SHANGHAI, member.standing.since)).toBe('2025-02-01');
    expect(validThrough(SHANGHAI, member.standing.expiresAt)).toBe('2026-01-31');
  });

  test('T18: only what was paid in 2024 counts, and no data, secondary or flow cards', () => {
    const most = paid('2024-06-15', 3750);
    const tier = (...log: DatedEntry[]): string => tierOn(goTone, '2022-12-01', log, '2025-06-01');
    expect(tier(most, paid('2024-12-31', 200))).toBe('diamond');
    expect(tier(most, paid('2025-01-02', 200))).toBe('platinum');
    expect(tier(paid('2023-12-30', 200), most)).toBe('platinum');
    expect(tier(most, paid('2024-07-01', 200, 'dataCard'))).toBe('platinum');
  });

  test('T18: judged anew on 1 February, up and down', () => {
    const log = [paid('2024-06-15', 5000), paid('2025-06-15', 3000)];
    const member = history(goTone, '2020-06-01', log, '2027-06-01');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['diamond', '2025-02-01'],
      ['platinum', '2026-02-01'],
      ['customer', '2027-02-01'],
    ]);
  });

  test('a change of plan moves the level at once, until the next 1 February', () => {
    const change: DatedEntry = {
      kind: 'grant',
      offer: 'planChange',
      at: '2025-08-10',
      tier: 'platinum',
      until: Date.parse('2026-02-01T00:00+08:00'),
    };
    const log = [paid('2024-06-15', 5000), paid('2025-06-15', 5000), change];
    const member = history(goTone, '2020-06-01', log, '2026-06-01');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['diamond', '2025-02-01'],
      ['platinum', '2025-08-10'],
      ['diamond', '2026-02-01'],
    ]);
  });
});

describe('JD', () => {
  const levels = [{ tier: 'gold', name: { en: 'Gold', zh: '金牌' }, atLeast: 100 }];
  const jd = jdLikeTiers({ levels });
  const scored = (at: string): DatedEntry => did(at, { score: 100 });

  test.each([
    ['2017-12-31', false, false],
    ['2018-01-01', true, false],
    ['2018-01-31', true, false],
    ['2018-02-01', true, true],
    ['2018-12-31', true, true],
    ['2019-01-01', false, true],
    ['2019-01-31', false, true],
    ['2019-02-01', false, false],
  ])('T19: what was scored on %s counts in January 2019: %s, in February: %s', (day, january, february) => {
    const tier = (asOf: string): string => tierOn(jd, '2017-01-01', [scored(day)], asOf);
    expect(tier('2019-01-15')).toBe(january ? 'gold' : 'registered');
    expect(tier('2019-02-15')).toBe(february ? 'gold' : 'registered');
  });

  test('T19: updated on the 2nd', () => {
    const member = history(jd, '2017-01-01', [scored('2018-01-15')], '2019-06-01');
    expect(held(member, SHANGHAI)).toEqual([
      ['registered', '2017-01-01'],
      ['gold', '2018-02-02'],
      ['registered', '2019-02-02'],
    ]);
  });
});

describe('88VIP', () => {
  const policy = vip88Price();
  const compiled = orThrow(compileTiers(policy));

  test.each([
    [1000, 88],
    [999, 888],
    [0, 888],
  ])('T20: with a score of %d a year costs %d yuan', (score, yuan) => {
    const { tier } = evaluateTier(compiled, { score });
    expect(orThrow(priceAfter({ price: 88_800, policy, tier, combination: 'best' })).pays).toBe(yuan * 100);
  });

  test('T20: the price follows the score', () => {
    const score = (at: string, value: number): DatedEntry => ({
      kind: 'attribute',
      at,
      attribute: 'score',
      value,
    });
    const log = [score('2018-08-08', 1000), score('2018-09-08', 999)];
    expect(held(history(policy, '2018-08-01', log, '2018-12-31'), SHANGHAI)).toEqual([
      ['ordinary', '2018-08-01'],
      ['scored', '2018-08-08'],
      ['ordinary', '2018-09-08'],
    ]);
  });
});

describe('本来生活', () => {
  const benlai = benlaiTiers();
  const grew = (at: string, growth: number): DatedEntry => did(at, { growth }, { type: 'order' });

  test.each([
    [0, 'registered'],
    [1, 'green'],
    [200, 'silver'],
    [800, 'gold'],
    [2000, 'platinum'],
    [6000, 'diamond'],
    [30_000, 'black'],
  ])('T21: growth of %d is %s', (growth, tier) => {
    expect(tierOn(benlai, '2020-01-01', [grew('2020-02-01', growth)], '2020-03-01')).toBe(tier);
  });

  test.each([1, 200, 800])('T21: a tier reached with %d never drops', (growth) => {
    const member = history(benlai, '2020-01-01', [grew('2020-02-01', growth)], '2040-01-01');
    expect(member.standing.expiresAt).toBeNull();
    expect(kinds(member)).toEqual(['entered', 'upgraded']);
  });

  test.each([
    [2000, 'platinum', 'gold'],
    [6000, 'diamond', 'platinum'],
    [30_000, 'black', 'diamond'],
  ])('T21: %d new growth within the year renews %s, otherwise it is %s', (figure, tier, lower) => {
    const first = grew('2020-02-01', figure);
    const renewed = history(benlai, '2020-01-01', [first, grew('2020-12-01', figure)], '2021-03-01');
    expect(renewed.events.at(-1)).toMatchObject({ kind: 'renewed', tier });
    expect(dayIn(SHANGHAI, renewed.standing.expiresAt)).toBe('2022-02-01');
    const missed = history(benlai, '2020-01-01', [first, grew('2020-12-01', figure - 1)], '2021-03-01');
    expect(missed.standing.tier).toBe(lower);
    expect(dayIn(SHANGHAI, missed.standing.since)).toBe('2021-02-01');
  });

  test('T21: one step a year down to Gold, which stays', () => {
    const member = history(benlai, '2020-01-01', [grew('2020-02-01', 30_000)], '2030-01-01');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['black', '2020-02-01'],
      ['diamond', '2021-02-01'],
      ['platinum', '2022-02-01'],
      ['gold', '2023-02-01'],
    ]);
  });

  test('T21: what was lost is won back by growth since then, not by that of a lifetime', () => {
    const log = [grew('2020-02-01', 2500), grew('2021-03-01', 1999), grew('2021-04-01', 1)];
    const member = history(benlai, '2020-01-01', log, '2021-12-31');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['platinum', '2020-02-01'],
      ['gold', '2021-02-01'],
      ['platinum', '2021-04-01'],
    ]);
  });
});

describe('心悦', () => {
  const xinyue = xinyueTiers();
  const spent = (at: string, value: number): DatedEntry => did(at, { spent: value }, { type: 'purchase' });
  const tiers = (log: readonly DatedEntry[], asOf: string) =>
    held(history(xinyue, '2021-01-01', log, asOf), SHANGHAI);

  test('T22: from 10,000 on 365 days; 50,000, 100,000 and 800,000 within them are VIP 1, 2 and 3', () => {
    const log = [
      spent('2021-02-01', 10_000),
      spent('2021-03-01', 40_000),
      spent('2021-04-01', 50_000),
      spent('2021-05-01', 700_000),
    ];
    const member = history(xinyue, '2021-01-01', log, '2021-12-31');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['accumulating', '2021-02-01'],
      ['vip1', '2021-03-01'],
      ['vip2', '2021-04-01'],
      ['vip3', '2021-05-01'],
    ]);
    expect(dayIn(SHANGHAI, member.standing.expiresAt)).toBe('2022-05-01');
  });

  test('T22: below 10,000 nothing begins', () => {
    expect(tiers([spent('2021-02-01', 9999)], '2021-12-31')).toHaveLength(1);
  });

  test('T22: who has not reached 50,000 starts again', () => {
    const log = [spent('2021-02-01', 10_000), spent('2021-12-01', 39_999), spent('2022-02-02', 10_001)];
    expect(tiers(log, '2022-12-31').slice(1)).toEqual([
      ['accumulating', '2021-02-01'],
      ['member', '2022-02-01'],
      ['accumulating', '2022-02-02'],
    ]);
    const inTime = [...log.slice(0, 2), spent('2022-01-31', 1)];
    expect(tiers(inTime, '2022-12-31').at(-1)).toEqual(['vip1', '2022-01-31']);
  });

  test('T22: a level is renewed, lowered or cancelled by what was spent in its 365 days', () => {
    const vip2 = spent('2021-02-01', 100_000);
    const endedWith = (value: number) =>
      history(xinyue, '2021-01-01', [vip2, spent('2021-06-01', value)], '2022-02-02');
    expect(endedWith(100_000).events.at(-1)).toMatchObject({ kind: 'renewed', tier: 'vip2' });
    expect(endedWith(99_999).standing.tier).toBe('vip1');
    expect(endedWith(49_999).standing.tier).toBe('member');
    expect(dayIn(SHANGHAI, endedWith(0).standing.since)).toBe('2022-02-01');
  });

  test('T22: renewed year after year, each time by what was spent in its own 365 days', () => {
    const log = [
      spent('2021-02-01', 10_000),
      spent('2021-12-01', 40_000),
      // 100,000 since February 2021, but 90,000 within 365 days.
      spent('2022-03-01', 50_000),
      spent('2023-06-01', 50_000),
    ];
    const member = history(xinyue, '2021-01-01', log, '2025-01-01');
    expect(held(member, SHANGHAI).slice(1)).toEqual([
      ['accumulating', '2021-02-01'],
      ['vip1', '2021-12-01'],
      ['member', '2024-11-30'],
    ]);
    expect(kinds(member).slice(3)).toEqual(['renewed', 'renewed', 'downgraded']);
  });

  test('T22: and raised, again from nothing', () => {
    const log = [spent('2021-02-01', 50_000), spent('2021-06-01', 49_000), spent('2021-12-01', 51_000)];
    expect(tiers(log, '2022-01-31').at(-1)).toEqual(['vip2', '2021-12-01']);
    // 50,000 at the start and 50,000 after a year and a day never were within 365 days.
    const apart = [spent('2021-02-01', 50_000), spent('2021-06-01', 50_000 - 1), spent('2022-02-02', 50_000)];
    expect(tiers(apart, '2022-12-31').slice(1)).toEqual([
      ['vip1', '2021-02-01'],
      ['member', '2022-02-01'],
      ['vip1', '2022-02-02'],
    ]);
  });
});
