import { explainTier, orThrow, projectTier, tierProgress } from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, NIGHTS, programme } from './programmes.js';
import { member, short, stay } from './stays.js';

describe('a policy whose rules change', () => {
  // 10 nights until the end of 2025, 20 from then on.
  const metrics = { nights: NIGHTS };
  const tiers = compiled(
    programme({ member: null, gold: { metric: 'nights', atLeast: 10 } }, metrics, {
      version: 'old',
      effective: { until: '2026-01-01' },
    }),
    programme({ member: null, gold: { metric: 'nights', atLeast: 20 } }, metrics, {
      version: 'new',
      effective: { from: '2026-01-01' },
    }),
  );
  const ann = member([stay('1', '2025-03-01', { nights: 6 }), stay('2', '2026-02-01', { nights: 6 })]);

  it('is explained by the version in force', () => {
    const why = orThrow(explainTier(tiers, ann, { asOf: '2025-06-30' }));
    expect([why.version, why.entry[0]?.criterion]).toMatchObject([
      'old',
      { threshold: 10, value: 6, gap: 4 },
    ]);
    const later = orThrow(explainTier(tiers, ann, { asOf: '2026-06-30' }));
    expect([later.version, later.entry[0]?.criterion]).toMatchObject([
      'new',
      { threshold: 20, value: 6, gap: 14 },
    ]);
  });

  it('has ways until the rules change', () => {
    const { next } = orThrow(tierProgress(tiers, ann, { asOf: '2025-06-30' }));
    expect(short(next?.ways)).toEqual([['4 nights']]);
    expect(next?.ways[0]?.until).toBe(Date.UTC(2026, 0, 1));
  });

  it('is projected by the version in force, and says so', () => {
    // 6 nights in 181 days; the tenth comes 121 days later.
    const pace = { kind: 'calendar', unit: 'year' } as const;
    const projection = orThrow(projectTier(tiers, ann, { asOf: '2025-06-30', pace }));
    expect(projection.assumptions).toContain('presentVersion');
    expect(projection.next?.at).toBe(Date.UTC(2025, 9, 30) - 1);
  });

  it('is explained as it was known', () => {
    const log = [{ ...stay('1', '2025-03-01', { nights: 12 }), recordedAt: Date.UTC(2025, 4, 1) }];
    const ask = (knownAsOf: string): string =>
      orThrow(explainTier(tiers, member(log), { asOf: '2025-03-31', knownAsOf })).standing.tier;
    expect([ask('2025-04-15'), ask('2025-05-15')]).toEqual(['member', 'gold']);
  });
});
