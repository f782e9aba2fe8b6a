import { describe, expect, it } from 'vitest';
import {
  fitRfm,
  orThrow,
  quintiles,
  rfHeatMap,
  rfm030,
  scoreRfm,
  segmentTable,
} from '../../src/rfm/index.js';
import { lapsed, model, ordered, summaries } from './support.js';

const people = summaries([
  ...[1, 2, 3, 4, 5].map((n) =>
    ordered({ customerId: `${n}`, recencyDays: 6 - n, orders: n, purchaseDays: n, total: n * 100 }),
  ),
  lapsed({ customerId: 'x' }),
]);

describe('segmentTable', () => {
  const table = segmentTable(orThrow(scoreRfm(orThrow(fitRfm(quintiles(), people)), people)), people);

  it('has a row for each segment in the order of the rules, empty ones too, and one for the rest', () => {
    expect(table.map(({ segment }) => segment)).toEqual([
      'champions',
      'loyal',
      'potentialLoyalist',
      'newCustomers',
      'promising',
      'needAttention',
      'aboutToSleep',
      'atRisk',
      'cannotLose',
      'hibernating',
      'lost',
      'others',
    ]);
  });

  it('adds up customers, orders and revenue, and takes averages and shares', () => {
    expect(table[0]).toEqual({
      segment: 'champions',
      name: { en: 'Champions', zh: '冠军客户' },
      customers: 1,
      orders: 5,
      revenue: 500,
      averageOrderValue: 100,
      shareOfCustomers: 0.2,
      shareOfRevenue: 1 / 3,
      medians: { recencyDays: 1, orders: 5, total: 500 },
    });
    expect(table[3]).toMatchObject({
      customers: 0,
      orders: 0,
      revenue: 0,
      averageOrderValue: 0,
      shareOfCustomers: 0,
      shareOfRevenue: 0,
    });
  });

  it('adds up a segment of several rules in one row', () => {
    const segments = {
      format: 'segment-map@1',
      name: 'two rules, one name',
      bins: { r: 5, f: 5, m: 5 },
      fmRounding: 'up',
      rules: [
        { segment: 'ends', name: { en: 'Ends', zh: '两端' }, when: { r: [1, 1] } },
        { segment: 'ends', name: { en: 'Ends', zh: '两端' }, when: { r: [5, 5] } },
      ],
      otherwise: { segment: 'middle', name: { en: 'Middle', zh: '中间' } },
    } as const;
    const rows = segmentTable(
      orThrow(scoreRfm(orThrow(fitRfm(quintiles({ segments }), people)), people)),
      people,
    );
    expect(rows.map(({ segment, name, customers }) => [segment, name.en, customers])).toEqual([
      ['ends', 'Ends', 2],
      ['middle', 'Middle', 3],
    ]);
  });

  it('is empty without a segment map, and all zeros without customers', () => {
    const fitted = orThrow(fitRfm(model(), people));
    expect(segmentTable(orThrow(scoreRfm(fitted, people)), people)).toEqual([]);
    const nobody = summaries([]);
    const none = segmentTable(orThrow(scoreRfm(orThrow(fitRfm(quintiles(), people)), nobody)), nobody);
    expect(
      none.every((row) => Object.values(row).every((value) => typeof value !== 'number' || value === 0)),
    ).toBe(true);
  });

  it('gives the nearest number where revenue leaves the safe integers', () => {
    const rich = summaries(
      ['a', 'b', 'c'].map((customerId) => ordered({ customerId, total: Number.MAX_SAFE_INTEGER })),
    );
    const rows = segmentTable(orThrow(scoreRfm(orThrow(fitRfm(quintiles(), rich)), rich)), rich);
    expect(rows.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(
      Number(3n * BigInt(Number.MAX_SAFE_INTEGER)),
    );
    expect(rows.reduce((sum, { shareOfRevenue }) => sum + shareOfRevenue, 0)).toBe(1);
  });
});

describe('rfHeatMap', () => {
  it('has every cell, with customers, revenue and mean total, empty ones with 0', () => {
    const cells = rfHeatMap(
      orThrow(scoreRfm(orThrow(fitRfm(rfm030({ minorUnit: 0 }), people)), people)),
      people,
    );
    expect(cells).toHaveLength(25);
    expect(cells.slice(0, 6).map(({ r, f }) => [r, f])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
      [1, 5],
      [2, 1],
    ]);
    expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(5);
    expect(cells.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(1500);
    expect(
      cells
        .filter(({ customers }) => customers === 0)
        .every(({ meanTotal, revenue }) => meanTotal === 0 && revenue === 0),
    ).toBe(true);
    expect(
      cells
        .filter(({ customers }) => customers > 0)
        .every(({ customers, revenue, meanTotal }) => meanTotal === revenue / customers),
    ).toBe(true);
  });
});
