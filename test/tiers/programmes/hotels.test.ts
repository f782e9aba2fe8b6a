/** Hilton and Hyatt in the handbook's section 5.1: T6, T7 and T9–T11. All replays in UTC, but where zones are tested. */
import {
  compileTiers,
  evaluateTier,
  hiltonTiers2022,
  hiltonTiers2025,
  hiltonTiers2026,
  hyattTiers,
  orThrow,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { type DatedEntry, dayIn, did, held, history, tierOn, validThrough } from './member-log.js';

const UTC = { zone: 'UTC' } as const;
const nights = (at: string, count: number): DatedEntry => did(at, { nights: count });

describe('Hilton', () => {
  const stays = (year: number, count: number, values: Readonly<Record<string, number>>): DatedEntry[] =>
    Array.from({ length: count }, (_, i) =>
      did(
        `${year}-${String(1 + Math.floor(i / 20)).padStart(2, '0')}-${String(1 + (i % 20)).padStart(2, '0')}`,
        values,
      ),
    );

  test('T6: thirty one-night stays are a Diamond on thirty nights, to 31 March of the second year after', () => {
    const member = history(hiltonTiers2025(UTC), '2023-01-01', stays(2023, 30, { nights: 1 }), '2023-12-31');
    expect(held(member).map(([tier]) => tier)).toEqual(['member', 'silver', 'gold', 'diamond']);
    expect(validThrough('UTC', member.standing.expiresAt)).toBe('2025-03-31');
  });

  test.each([
    [{ nights: 9, stays: 3, basePoints: 24_999 }, 'member'],
    [{ nights: 10, stays: 1, basePoints: 0 }, 'silver'],
    [{ nights: 1, stays: 4, basePoints: 0 }, 'silver'],
    [{ nights: 1, stays: 1, basePoints: 25_000 }, 'silver'],
    [{ nights: 40, stays: 1, basePoints: 0 }, 'gold'],
    [{ nights: 20, stays: 20, basePoints: 0 }, 'gold'],
    [{ nights: 1, stays: 1, basePoints: 75_000 }, 'gold'],
    [{ nights: 60, stays: 1, basePoints: 0 }, 'diamond'],
    [{ nights: 1, stays: 1, basePoints: 120_000 }, 'diamond'],
  ])('T6: %o give %s', (metrics, tier) => {
    expect(evaluateTier(orThrow(compileTiers(hiltonTiers2025())), metrics).tier).toBe(tier);
  });

  test.each([
    [85, 10, 17_999, 'diamond'],
    [79, 39, 50_000, 'diamond'],
    [40, 40, 18_000, 'diamondReserve'],
    [80, 1, 18_000, 'diamondReserve'],
    [10, 0, 0, 'silver'],
    [0, 4, 0, 'silver'],
    [0, 0, 2500, 'silver'],
    [25, 0, 0, 'gold'],
    [0, 15, 0, 'gold'],
    [0, 0, 6000, 'gold'],
    [0, 0, 11_500, 'diamond'],
  ])('T7: %d nights, %d stays and $%d give %s', (count, stayed, dollars, tier) => {
    const metrics = { nights: count, stays: stayed, spend: dollars * 100 };
    expect(evaluateTier(orThrow(compileTiers(hiltonTiers2026())), metrics).tier).toBe(tier);
  });

  test('T7: base points no longer count, and carried nights end with 2025', () => {
    const versions = [
      hiltonTiers2025({ ...UTC, effective: { until: '2026-01-01' } }),
      hiltonTiers2026({ ...UTC, effective: { from: '2026-01-01' } }),
    ];
    const log = [did('2026-02-01', { basePoints: 500_000, nights: 1 })];
    expect(tierOn(versions, '2025-01-01', log, '2026-12-31')).toBe('member');
    expect(tierOn(versions, '2025-01-01', [nights('2025-06-01', 39)], '2028-01-01')).toBe('member');
  });

  test('T9: the thresholds of 2022 hold in 2022; status held on 31 Dec 2021 runs to 31 Mar 2023', () => {
    const versions = [
      { ...hiltonTiers2025({ ...UTC, effective: { until: '2022-01-01' } }), version: '2021' },
      hiltonTiers2022(UTC),
      hiltonTiers2025({ ...UTC, effective: { from: '2023-01-01' } }),
    ];
    const gold = history(versions, '2020-01-01', [nights('2020-06-01', 40)], '2022-01-01');
    expect(gold.events.at(-1)).toMatchObject({ kind: 'extended', tier: 'gold', because: 'versionChange' });
    expect(validThrough('UTC', gold.standing.expiresAt)).toBe('2023-03-31');
    const fourteen = (year: number): string =>
      tierOn(versions, '2020-01-01', [nights(`${year}-06-01`, 28)], `${year}-12-31`);
    expect([2021, 2022, 2023].map(fourteen)).toEqual(['silver', 'gold', 'silver']);
    const diamond = history(versions, '2020-01-01', [nights('2022-06-01', 42)], '2022-12-31');
    expect(diamond.standing.tier).toBe('diamond');
    expect(validThrough('UTC', diamond.standing.expiresAt)).toBe('2024-03-31');
  });

  test.each([
    [[7, 3, 17_500], 'silver'],
    [[28, 14, 52_500], 'gold'],
    [[42, 21, 84_000], 'diamond'],
  ])('T9: in 2022 any of %o gives %s', (figures, tier) => {
    const compiled = orThrow(compileTiers(hiltonTiers2022()));
    const [night = 0, stay = 0, basePoints = 0] = figures;
    expect(evaluateTier(compiled, { nights: night, stays: 0, basePoints: 0 }).tier).toBe(tier);
    expect(evaluateTier(compiled, { nights: 0, stays: stay, basePoints: 0 }).tier).toBe(tier);
    expect(evaluateTier(compiled, { nights: 0, stays: 0, basePoints }).tier).toBe(tier);
  });

  describe('T10: the Diamond extension', () => {
    const hilton = hiltonTiers2025({ ...UTC, rollover: false });
    const ask = (id: string, at: string): DatedEntry => ({
      kind: 'grant',
      id,
      offer: 'diamondExtension',
      at,
    });
    const codes = (log: readonly DatedEntry[]): string[] =>
      history(hilton, '2015-01-01', log, '2025-01-01').rejected.map(({ problem }) => problem.code);

    test('three earned Diamond years and 250 nights are eligible, once in a lifetime', () => {
      const log = [nights('2015-01-10', 125), nights('2016-01-10', 125), ask('first', '2018-02-01')];
      const member = history(hilton, '2015-01-01', log, '2018-06-01');
      expect(member.standing).toMatchObject({ tier: 'diamond', source: 'extension' });
      expect(validThrough('UTC', member.standing.expiresAt)).toBe('2019-01-31');
      expect(codes([...log, ask('refused', '2024-02-01')])).toEqual(['allowanceUsed']);
    });

    test('two earned years and a matched one are not, whatever the nights', () => {
      const match: DatedEntry = {
        kind: 'grant',
        at: '2015-01-02',
        tier: 'diamond',
        source: 'statusMatch',
        until: Date.parse('2016-01-02T00:00Z'),
      };
      const log = [match, nights('2016-01-10', 400), ask('refused', '2018-02-01')];
      expect(codes(log)).toEqual(['notEntitled']);
      expect(codes([...log.slice(0, 2), nights('2017-01-10', 60), ask('granted', '2019-02-01')])).toEqual([]);
    });

    test('years that were only extended do not count', () => {
      const versions = [
        { ...hiltonTiers2025({ ...UTC, effective: { until: '2022-01-01' } }), version: '2021' },
        hiltonTiers2022(UTC),
        hiltonTiers2025({ ...UTC, effective: { from: '2023-01-01' } }),
      ];
      const diamond = did('2020-01-10', { nights: 60, basePoints: 500_000 });
      const log = [diamond, ask('refused', '2023-02-10')];
      const member = history(versions, '2020-01-01', log, '2023-03-31');
      expect(
        member.intervals.slice(1).map(({ tier, source, from }) => [tier, source, dayIn('UTC', from)]),
      ).toEqual([
        ['diamond', 'earned', '2020-01-10'],
        ['diamond', 'extension', '2022-04-01'],
      ]);
      expect(member.rejected.map(({ problem }) => problem.code)).toEqual(['notEntitled']);
    });

    test('three years and 249 nights are not; read as OR they are', () => {
      const log = [nights('2015-01-10', 125), nights('2016-01-10', 124), ask('refused', '2018-02-01')];
      expect(codes(log)).toEqual(['notEntitled']);
      const or = hiltonTiers2025({ ...UTC, rollover: false, extension: 'or' });
      expect(history(or, '2015-01-01', log, '2018-06-01').rejected).toEqual([]);
    });
  });
});

describe('Hyatt', () => {
  const hyatt = hyattTiers(UTC);

  test.each([
    [{ nights: 10, basePoints: 0, meetings: 0 }, 'discoverist'],
    [{ nights: 0, basePoints: 25_000, meetings: 0 }, 'discoverist'],
    [{ nights: 0, basePoints: 0, meetings: 3 }, 'discoverist'],
    [{ nights: 30, basePoints: 0, meetings: 0 }, 'explorist'],
    [{ nights: 0, basePoints: 50_000, meetings: 0 }, 'explorist'],
    [{ nights: 0, basePoints: 0, meetings: 10 }, 'explorist'],
    [{ nights: 60, basePoints: 0, meetings: 0 }, 'globalist'],
    [{ nights: 0, basePoints: 100_000, meetings: 0 }, 'globalist'],
    [{ nights: 0, basePoints: 0, meetings: 20 }, 'globalist'],
    [{ nights: 9, basePoints: 24_999, meetings: 2 }, 'member'],
  ])('T11: %o give %s', (metrics, tier) => {
    expect(evaluateTier(orThrow(compileTiers(hyatt)), metrics).tier).toBe(tier);
  });

  test.each([
    ['2018-05-20', '2020-02-29'],
    ['2019-01-01', '2021-02-28'],
    ['2019-12-31', '2021-02-28'],
  ])('T11: who qualifies on %s is Globalist through %s, whatever the zone', (day, through) => {
    for (const zone of ['UTC', 'America/Chicago', 'Pacific/Auckland']) {
      // Noon of the same civil day everywhere: Auckland is twelve or thirteen hours ahead.
      const at = zone === 'Pacific/Auckland' ? `${day}T00:00Z` : `${day}T18:00Z`;
      const member = history(hyattTiers({ zone }), '2018-01-01', [nights(at, 60)], '2019-12-31');
      expect(validThrough(zone, member.standing.expiresAt)).toBe(through);
    }
  });

  test('T11: a million base points are Globalist for life', () => {
    const log = [did('2015-03-01', { basePoints: 400_000 }), did('2019-03-01', { basePoints: 600_000 })];
    const member = history(hyatt, '2015-01-01', log, '2040-01-01');
    expect(member.standing).toMatchObject({ tier: 'globalist', source: 'lifetime', expiresAt: null });
    expect(tierOn(hyatt, '2015-01-01', [did('2019-03-01', { basePoints: 999_999 })], '2040-01-01')).toBe(
      'member',
    );
  });
});
