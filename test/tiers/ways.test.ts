import { orThrow, type TierEntry, tierProgress } from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, NIGHTS, POINTS, programme, SPEND } from './programmes.js';
import { member, short, stay } from './stays.js';

describe('what activity cannot bring', () => {
  const tiers = compiled(
    programme(
      {
        a: null,
        b: {
          anyOf: [
            {
              allOf: [
                { metric: 'points', atLeast: 10 },
                { metric: 'plan', is: 'plus' },
              ],
            },
            {
              allOf: [
                { metric: 'points', atLeast: 5 },
                { metric: 'tenure', atLeast: 12 },
              ],
            },
            { metric: 'points', atLeast: 40 },
          ],
        },
      },
      {
        points: POINTS,
        plan: { kind: 'attribute', attribute: 'plan' },
        tenure: { kind: 'tenure', unit: 'months' },
      },
    ),
  );

  it('is named, with the day that time brings it', () => {
    const { next } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    expect(short(next?.ways)).toEqual([['40 points'], ['10 points', '+plan'], ['5 points', '+tenure']]);
    const conditions = next?.ways.flatMap((way) => way.conditions) ?? [];
    expect(conditions.map(({ because, from }) => [because, from])).toEqual([
      ['attribute', null],
      ['time', Date.UTC(2026, 0, 1)],
    ]);
  });

  it('two of three: every pair that is missing', () => {
    const two = compiled(
      programme(
        {
          a: null,
          b: {
            atLeast: 2,
            of: [
              { metric: 'points', atLeast: 10 },
              { metric: 'nights', atLeast: 5 },
              { metric: 'spend', atLeast: 100 },
            ],
          },
        },
        { points: POINTS, nights: NIGHTS, spend: SPEND },
      ),
    );
    const log = [stay('1', '2025-03-01', { spend: 60, nights: 1 })];
    const { next } = orThrow(tierProgress(two, member(log), { asOf: '2025-06-30' }));
    expect(short(next?.ways)).toEqual([
      ['10 points', '4 nights'],
      ['10 points', '40 spend'],
      ['4 nights', '40 spend'],
    ]);
  });

  it('a pin is named', () => {
    const log: TierEntry[] = [
      {
        kind: 'grant',
        id: '__proto__',
        at: Date.parse('2025-02-01'),
        tier: 'a',
        mode: 'pin',
        until: Date.parse('2026-02-01'),
      },
    ];
    expect(orThrow(tierProgress(tiers, member(log), { asOf: '2025-06-30' })).limitedBy).toEqual([
      '__proto__',
    ]);
  });
});

describe('metrics worked out of others', () => {
  const growth = compiled(
    programme(
      { blue: null, diamond: { metric: 'growth', moreThan: 4000 } },
      {
        spend: SPEND,
        years: { kind: 'tenure', unit: 'years' },
        loyalty: {
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
            { metric: 'spend', times: 1 },
            { metric: 'loyalty', times: 1 },
          ],
        },
      },
    ),
  );

  it('T18, China Mobile: 3,750 yuan and 2 years are 3,850, and more than 4,000 takes 151 yuan', () => {
    const log = [stay('1', '2027-03-01', { spend: 3750 })];
    const { next } = orThrow(tierProgress(growth, member(log), { asOf: '2027-06-30' }));
    expect(short(next?.ways)).toEqual([['151 spend']]);
  });

  it('what cannot be added up yet is a condition: no rating in the first year', () => {
    const progress = orThrow(tierProgress(growth, member([]), { asOf: '2025-06-30' }));
    expect(progress.next).toBeNull();
    expect(short(progress.higher[0]?.ways)).toEqual([['+growth']]);
    expect(progress.higher[0]?.ways[0]?.conditions[0]?.because).toBe('unknown');
  });

  it('a combined metric is reached by one of its metrics alone; a band by what it is of', () => {
    const tiers = compiled(
      programme(
        {
          a: null,
          b: {
            allOf: [
              { metric: 'score', atLeast: 50 },
              { metric: 'stays', atLeast: 2 },
            ],
          },
          c: { metric: 'level', atLeast: 3 },
        },
        {
          points: POINTS,
          stays: { kind: 'count' },
          score: {
            kind: 'combined',
            of: [
              { metric: 'points', times: 2 },
              { metric: 'stays', times: 10 },
            ],
          },
          level: {
            kind: 'banded',
            of: 'points',
            bands: [
              { from: 0, value: 1 },
              { from: 30, value: 2 },
              { from: 70, value: 3 },
            ],
          },
        },
      ),
    );
    const { higher } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    // Two stays are worth 20 already, so 15 points are enough beside them.
    expect(higher.map(({ ways }) => short(ways))).toEqual([
      [['5 stays'], ['15 points', '2 stays']],
      [['70 points']],
    ]);
  });

  it('different hotels are counted one by one', () => {
    const tiers = compiled(
      programme(
        { a: null, b: { metric: 'hotels', atLeast: 3 } },
        { hotels: { kind: 'distinct', of: 'hotel' } },
      ),
    );
    const { next } = orThrow(
      tierProgress(tiers, member([]), { asOf: '2025-06-30', unitCosts: { hotels: 80 } }),
    );
    expect(short(next?.ways)).toEqual([['3 hotels']]);
    expect(next?.cheapest?.price).toBe(240);
  });
});

describe('more ways than anybody reads', () => {
  it('are cut off, and it is said', () => {
    const names = Array.from({ length: 12 }, (_, i) => `metric ${i}`);
    const tiers = compiled(
      programme(
        { a: null, b: { atLeast: 6, of: names.map((metric) => ({ metric, atLeast: 5 })) } },
        Object.fromEntries(names.map((name) => [name, { kind: 'sum', of: name }])),
      ),
    );
    const { next } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    // 12 over 6 are 924.
    expect(next?.complete).toBe(false);
    expect(next?.ways).toHaveLength(200);
    expect(next?.ways.every(({ missing }) => missing.length === 6)).toBe(true);
  });
});

describe('a limit that more would break', () => {
  it('leaves the ways that do not rest on it', () => {
    // Two points are enough for the first, and too many for the last.
    const tiers = compiled(
      programme(
        {
          a: null,
          b: {
            atLeast: 2,
            of: [
              { metric: 'points', atLeast: 2 },
              { metric: 'points', atLeast: 4, window: { kind: 'membershipYear' } },
              { metric: 'points', lessThan: 2, window: { kind: 'lifetime' } },
            ],
          },
        },
        { points: POINTS },
      ),
    );
    const { next } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    expect(short(next?.ways)).toEqual([['4 points']]);
  });
});
