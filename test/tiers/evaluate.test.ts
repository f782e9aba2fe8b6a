import { compileTiers, defineTierPolicy, evaluateTier, type MetricValues } from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { anyOf, compiled, hilton2026, NIGHTS, POINTS, programme, SPEND, STAYS } from './programmes.js';

const tierOf = (tiers: Parameters<typeof evaluateTier>[0], values: MetricValues): string =>
  evaluateTier(tiers, values).tier;

describe('Marriott (handbook T1, T5)', () => {
  const lifetime = (nights: number, years: string, atLeast: number) => ({
    allOf: [
      { metric: 'nights', atLeast: nights },
      { metric: years, atLeast },
    ],
  });
  const since = (tier: string) => ({ kind: 'timeAtTier', tier, unit: 'years' }) as const;
  const marriott = compiled(
    programme(
      {
        member: null,
        silver: { entry: { metric: 'nights', atLeast: 10 }, lifetime: lifetime(250, 'silverYears', 5) },
        gold: { entry: { metric: 'nights', atLeast: 25 }, lifetime: lifetime(400, 'goldYears', 7) },
        platinum: { entry: { metric: 'nights', atLeast: 50 }, lifetime: lifetime(600, 'platinumYears', 10) },
        titanium: { metric: 'nights', atLeast: 75 },
        ambassador: {
          allOf: [
            { metric: 'nights', atLeast: 100 },
            { metric: 'spend', atLeast: 23_000 },
          ],
        },
      },
      {
        nights: NIGHTS,
        spend: SPEND,
        silverYears: since('silver'),
        goldYears: since('gold'),
        platinumYears: since('platinum'),
      },
    ),
  );

  test.each([
    [99, 30_000, 'titanium'],
    [120, 22_999, 'titanium'],
    [100, 23_000, 'ambassador'],
    [9, 0, 'member'],
    [10, 0, 'silver'],
  ])('T1: %d nights and $%d give %s', (nights, spend, tier) => {
    expect(tierOf(marriott, { nights, spend })).toBe(tier);
  });

  test.each([
    [250, 5, 0, 0, 'silver'],
    [250, 4, 0, 0, null],
    [400, 9, 7, 0, 'gold'],
    [600, 15, 12, 10, 'platinum'],
    [600, 15, 12, 9, 'gold'],
  ])('T5: %d nights with %d, %d and %d years give %s for life', (nights, silver, gold, platinum, tier) => {
    const years = { silverYears: silver, goldYears: gold, platinumYears: platinum };
    const over = [{ window: { kind: 'lifetime' } as const, values: { nights } }];
    const { lifetime, unknown } = evaluateTier(marriott, { nights: 0, spend: 0, ...years }, { over });
    expect(lifetime).toBe(tier);
    expect(unknown).toEqual([]);
  });

  test('nights of the year are not taken for nights of a lifetime', () => {
    const years = { silverYears: 5, goldYears: 5, platinumYears: 0 };
    const { lifetime, unknown } = evaluateTier(marriott, { nights: 300, spend: 0, ...years });
    expect(lifetime).toBeNull();
    expect(unknown).toEqual([{ tier: 'silver', criterion: 'lifetime', missing: ['nights'] }]);
  });
});

describe('Hilton (handbook T6, T7, T9)', () => {
  const hilton = (silver: number[], gold: number[], diamond: number[]) => {
    const limits = ([nights = 0, stays = 0, points = 0]: number[]) => anyOf({ nights, stays, points });
    return programme(
      { member: null, silver: limits(silver), gold: limits(gold), diamond: limits(diamond) },
      { nights: NIGHTS, stays: STAYS, points: POINTS },
    );
  };
  const until2025 = hilton([10, 4, 25_000], [40, 20, 75_000], [60, 30, 120_000]);

  test('T6: thirty one-night stays are a Diamond on thirty nights', () => {
    expect(tierOf(compiled(until2025), { nights: 30, stays: 30, points: 0 })).toBe('diamond');
    expect(tierOf(compiled(until2025), { nights: 59, stays: 29, points: 119_999 })).toBe('gold');
  });

  test.each([
    [85, 10, 17_999, 'diamond'],
    [79, 39, 50_000, 'diamond'],
    [40, 40, 18_000, 'reserve'],
    [9, 3, 2499, 'member'],
  ])('T7: %d nights, %d stays and $%d give %s', (nights, stays, spend, tier) => {
    expect(tierOf(hilton2026, { nights, stays, spend })).toBe(tier);
  });

  test('T7: base points no longer count', () => {
    expect(tierOf(hilton2026, { nights: 0, stays: 0, spend: 0, points: 500_000 })).toBe('member');
  });

  test('T9: the version in force decides', () => {
    const tiers = compiled(
      { ...until2025, version: '2021', effective: { until: '2022-01-01' } },
      {
        ...hilton([7, 3, 17_500], [28, 14, 52_500], [42, 21, 84_000]),
        version: '2022',
        effective: { from: '2022-01-01', until: '2023-01-01' },
      },
      { ...until2025, version: '2023', effective: { from: '2023-01-01' } },
    );
    const values = { nights: 42, stays: 0, points: 0 };
    expect(evaluateTier(tiers, values, { asOf: '2021-12-31' })).toMatchObject({
      tier: 'gold',
      version: '2021',
    });
    expect(evaluateTier(tiers, values, { asOf: '2022-06-01' })).toMatchObject({
      tier: 'diamond',
      version: '2022',
    });
    expect(evaluateTier(tiers, values)).toMatchObject({ tier: 'gold', version: '2023' });
    expect(evaluateTier(tiers, values, { asOf: '1999-01-01' }).version).toBe('2021');
    expect(evaluateTier(tiers, values, { asOf: 'no day' }).version).toBe('2023');
  });
});

describe('other programmes', () => {
  test.each([
    [{ nights: 30, points: 0, meetings: 0 }, 'explorist'],
    [{ nights: 0, points: 100_000, meetings: 0 }, 'globalist'],
    [{ nights: 0, points: 0, meetings: 3 }, 'discoverist'],
    [{ nights: 9, points: 24_999, meetings: 2 }, 'member'],
  ])('T11 Hyatt: %j is %s', (values, tier) => {
    const hyatt = compiled(
      programme(
        {
          member: null,
          discoverist: anyOf({ nights: 10, points: 25_000, meetings: 3 }),
          explorist: anyOf({ nights: 30, points: 50_000, meetings: 10 }),
          globalist: {
            ...{ entry: anyOf({ nights: 60, points: 100_000, meetings: 20 }) },
            lifetime: { metric: 'points', atLeast: 1_000_000 },
          },
        },
        { nights: NIGHTS, points: POINTS, meetings: { kind: 'count', only: { types: ['meeting'] } } },
      ),
    );
    expect(tierOf(hyatt, values)).toBe(tier);
    const over = [{ window: { kind: 'lifetime' } as const, values: { points: 1_000_000 } }];
    expect(evaluateTier(hyatt, values, { over }).lifetime).toBe('globalist');
  });

  describe('China Mobile (handbook T18)', () => {
    const chinaMobile = compiled(
      programme(
        { standard: null, diamond: { metric: 'growth', moreThan: 4000 } },
        {
          paid: SPEND,
          years: { kind: 'tenure', unit: 'years' },
          tenurePoints: {
            kind: 'banded',
            of: 'years',
            bands: [
              { from: 1, value: 100 },
              { from: 3, value: 200 },
              { from: 10, value: 300 },
            ],
          },
          growth: {
            kind: 'combined',
            of: [
              { metric: 'paid', times: 1 },
              { metric: 'tenurePoints', times: 1 },
            ],
          },
        },
      ),
    );

    test.each([
      [3750, 11, 'diamond'],
      [3750, 2, 'standard'],
      [3700, 10, 'standard'],
    ])('%d yuan and %d years: %s', (paid, years, tier) => {
      expect(evaluateTier(chinaMobile, { paid, years })).toMatchObject({ tier, unknown: [] });
    });

    test('who has less than a year of tenure is not rated, and a figure of the host replaces the computed one', () => {
      const { tier, unknown } = evaluateTier(chinaMobile, { paid: 9000, years: 0 });
      expect(tier).toBe('standard');
      expect(unknown).toEqual([{ tier: 'diamond', criterion: 'tier', missing: ['tenurePoints'] }]);
      expect(tierOf(chinaMobile, { growth: 4001 })).toBe('diamond');
      expect(evaluateTier(chinaMobile, {}).unknown[0]?.missing).toEqual(['paid', 'years']);
    });
  });

  test('T20: the tier of 88VIP is a price', () => {
    const vip = compiled(
      programme(
        { price888: null, price88: { metric: 'score', atLeast: 1000 } },
        { score: { kind: 'attribute', attribute: 'score' } },
      ),
    );
    expect(tierOf(vip, { score: 1000 })).toBe('price88');
    expect(tierOf(vip, { score: 999 })).toBe('price888');
    expect(evaluateTier(vip, {}).unknown).toEqual([
      { tier: 'price88', criterion: 'tier', missing: ['score'] },
    ]);
  });

  test('R4: the rows of a table are taken by their thresholds, not by their order', () => {
    const table = compiled(
      programme(
        {
          none: null,
          from100: { metric: 'spend', atLeast: 100_000 },
          from300: { metric: 'spend', atLeast: 300_000 },
        },
        { spend: SPEND },
      ),
    );
    expect(tierOf(table, { spend: 20_000 })).toBe('none');
    expect(tierOf(table, { spend: 196_000 })).toBe('from100');
    expect(tierOf(table, { spend: 300_000 })).toBe('from300');
  });
});

describe('what is held, or was', () => {
  const year = { kind: 'calendar', unit: 'year' } as const;
  const qantas = compiled(
    programme(
      {
        bronze: null,
        silver: { entry: { metric: 'credits', atLeast: 350 }, renewal: { metric: 'credits', atLeast: 300 } },
        gold: {
          entry: { metric: 'credits', atLeast: 700 },
          renewal: { metric: 'credits', atLeast: 600 },
          reentry: { metric: 'credits', atLeast: 650 },
        },
        guest: null,
      },
      { credits: { kind: 'sum', of: 'credits' } },
    ),
  );

  test('renewal asks for less than entry, but only of who holds the tier', () => {
    const tierAt = (credits: number, held: string) => evaluateTier(qantas, { credits }, { held }).tier;
    expect(tierAt(620, 'gold')).toBe('gold');
    expect(tierAt(620, 'silver')).toBe('silver');
    expect(tierAt(320, 'silver')).toBe('silver');
    expect(tierAt(320, 'bronze')).toBe('bronze');
    expect(tierAt(700, 'silver')).toBe('gold');
    expect(tierAt(700, 'no such tier')).toBe('gold');
  });

  test('re-entry is for who held the tier or a higher one', () => {
    expect(evaluateTier(qantas, { credits: 660 }, { heldBefore: 'gold' }).tier).toBe('gold');
    expect(evaluateTier(qantas, { credits: 660 }, { heldBefore: 'guest' }).tier).toBe('gold');
    expect(evaluateTier(qantas, { credits: 660 }, { heldBefore: 'silver' }).tier).toBe('silver');
  });

  test('a tier that is never renewed is not held on to', () => {
    const once = compiled(
      programme(
        { base: null, top: { entry: { metric: 'spend', atLeast: 1 }, renewal: 'never' } },
        { spend: SPEND },
      ),
    );
    expect(evaluateTier(once, { spend: 5 }, { held: 'top' }).tier).toBe('base');
  });

  test('thresholds that name a window find their values by it, however it is written', () => {
    const both = compiled(
      programme(
        {
          base: null,
          top: {
            allOf: [
              { metric: 'spend', atLeast: 10 },
              { metric: 'spend', window: { ...year, ago: 1 }, atLeast: 5 },
              { metric: 'spend', window: { ...year, startMonth: 1 }, lessThan: 1000 },
            ],
          },
        },
        { spend: SPEND },
      ),
    );
    const window = { ago: 1, startMonth: 1, unit: 'year', kind: 'calendar' } as const;
    expect(evaluateTier(both, { spend: 10 }, { over: [{ window, values: { spend: 5 } }] }).tier).toBe('top');
    expect(evaluateTier(both, { spend: 10 }).unknown).toEqual([
      { tier: 'top', criterion: 'tier', missing: ['spend'] },
    ]);
  });
});

describe('strange input', () => {
  test.each([
    {},
    { nights: Number.NaN, stays: Number.POSITIVE_INFINITY, spend: '18000' },
    Object.create({ nights: 90, stays: 90, spend: 90_000 }),
  ])('is not known: %#', (values) => {
    const { tier, unknown } = evaluateTier(hilton2026, values);
    expect(tier).toBe('member');
    expect(unknown.map((one) => one.tier)).toEqual(['reserve', 'diamond', 'gold', 'silver']);
    expect(unknown[0]?.missing).toEqual(['nights', 'stays', 'spend']);
  });

  test('what is known decides as far as it goes', () => {
    const { tier, unknown } = evaluateTier(hilton2026, { nights: 55, stays: 55 });
    expect(tier).toBe('diamond');
    expect(unknown).toEqual([{ tier: 'reserve', criterion: 'tier', missing: ['spend'] }]);
    expect(evaluateTier(hilton2026, { nights: 55, stays: 5 }).unknown).toEqual([]);
  });

  test('objects of a class are read by their own properties', () => {
    class Year {
      nights = 30;
      stays = 0;
      get spend() {
        return 90_000;
      }
    }
    expect(tierOf(hilton2026, { ...new Year() })).toBe('gold');
    expect(tierOf(hilton2026, new Year() as unknown as MetricValues)).toBe('gold');
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'a metric may be called %s',
    (name) => {
      const plain = defineTierPolicy(
        programme({ base: null, top: { metric: 'count', atLeast: 1 } }, { count: STAYS }),
      );
      const tiers = compileTiers({
        ...plain,
        metrics: JSON.parse(`{ ${JSON.stringify(name)}: { "kind": "count" } }`),
        tiers: plain.tiers.map((tier) =>
          tier.rank === 0 ? tier : { ...tier, entry: { metric: name, atLeast: 1 } },
        ),
      });
      if (tiers._tag === 'Left') throw new Error('not compiled');
      expect(evaluateTier(tiers.right, {}).unknown).toHaveLength(1);
      expect(evaluateTier(tiers.right, JSON.parse(`{ ${JSON.stringify(name)}: 1 }`)).tier).toBe('top');
    },
  );
});
