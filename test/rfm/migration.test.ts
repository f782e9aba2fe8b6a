import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PurchaseSummary, RfmScores } from '../../src/rfm/index.js';
import {
  defineSegmentMap,
  distribution,
  distributionChart,
  fitRfm,
  heatMapChart,
  migration,
  migrationChart,
  orThrow,
  quintiles,
  rfHeatMap,
  scoreRfm,
  segmentChart,
  segmentTable,
} from '../../src/rfm/index.js';
import { arbitraryCustomers } from './arbitraries.js';
import { lapsed, model, ordered, summaries, wrongs } from './support.js';

function scoresOf(customers: readonly PurchaseSummary[], fitted = fitOn(customers)): RfmScores {
  return orThrow(scoreRfm(fitted, summaries(customers)));
}

function fitOn(customers: readonly PurchaseSummary[]) {
  return orThrow(fitRfm(quintiles(), summaries(customers)));
}

const five = [1, 2, 3, 4, 5].map((n) =>
  ordered({ customerId: `c${n}`, recencyDays: 6 - n, orders: n, purchaseDays: n, total: n * 100 }),
);

describe('migration', () => {
  const before = scoresOf(five);
  const after = scoresOf(
    [
      ...five.slice(1),
      lapsed({ customerId: 'c1' }),
      ordered({ customerId: 'new', recencyDays: 1, orders: 1, total: 100 }),
    ],
    before.fitted,
  );
  const moves = migration(before, after);

  it('lists who went from a segment to being lapsed, and who was not there before', () => {
    const moved = moves.cells.filter(({ from, to, customers }) => from !== to && customers > 0);
    expect(moved.map(({ from, to, customerIds }) => [from, to, customerIds])).toEqual([
      ['lost', '(lapsed)', ['c1']],
      ['(absent)', 'newCustomers', ['new']],
    ]);
    expect(moves.counts).toEqual({ customers: 6, stayed: 4, moved: 2 });
  });

  it('keeps every segment as a row and a column, and other states only where they occur', () => {
    const segments = quintiles().segments?.rules.map(({ segment }) => segment) ?? [];
    expect(moves.from.map(({ state }) => state)).toEqual([...segments, 'others', '(absent)']);
    expect(moves.to.map(({ state }) => state)).toEqual([...segments, 'others', '(lapsed)']);
    expect(moves.cells).toHaveLength(moves.from.length * moves.to.length);
  });

  it('compares two models of the same customers', () => {
    const plain = orThrow(fitRfm(model(), summaries(five)));
    const other = migration(before, scoresOf(five, plain));
    expect(other.counts.customers).toBe(5);
    expect(other.to.map(({ state }) => state)).toEqual(['(scored)']);
  });

  it('never takes a segment for a state: a name in parentheses is refused', () => {
    const named = (segment: string) => () =>
      defineSegmentMap({
        name: 'one',
        bins: { r: 5, f: 5, m: 5 },
        rules: [{ segment, name: { en: 'x', zh: 'x' }, when: { r: [1, 5] } }],
        otherwise: { segment: 'others', name: { en: 'Others', zh: '其他' } },
      });
    expect(named('(absent)')).toThrow('begins with a letter or a digit');
    expect(named('absent')).not.toThrow();
  });

  it('has every customer in exactly one cell, and shares of a row that add up to one', () => {
    fc.assert(
      fc.property(arbitraryCustomers, arbitraryCustomers, (was, is) => {
        const first = scoresOf(was);
        const result = migration(first, scoresOf(is, first.fitted));
        const ids = result.cells.flatMap(({ customerIds }) => customerIds);
        const expected = new Set([...was, ...is].map(({ customerId }) => customerId));
        expect(ids.toSorted()).toEqual([...expected].toSorted());
        expect(result.counts.stayed + result.counts.moved).toBe(expected.size);
        for (const { state } of result.from) {
          const row = result.cells.filter(({ from }) => from === state);
          const sum = row.reduce((total, { shareOfFrom }) => total + shareOfFrom, 0);
          if (row.some(({ customers }) => customers > 0)) expect(sum).toBeCloseTo(1, 12);
          else expect(sum).toBe(0);
        }
      }),
    );
  });
});

describe('distribution', () => {
  const bars = (totals: readonly number[], most?: number) => {
    const people = summaries(totals.map((total, i) => ordered({ customerId: `c${i}`, total })));
    const options = most === undefined ? {} : { bars: most };
    return distribution(quintiles(), people, { dimension: 'monetary', ...options });
  };

  it('counts every customer in one bar of one round width', () => {
    expect(bars([0, 1, 4, 5, 9, 10], 2).bars.map(({ from, to, customers }) => [from, to, customers])).toEqual(
      [
        [0, 5, 3],
        [5, 10, 3],
      ],
    );
  });

  it('crosses zero, takes one value, and ends for any number of bars', () => {
    expect(bars([-500, 500], 1).bars.map(({ from, to }) => [from, to])).toEqual([
      [-500, 0],
      [0, 500],
    ]);
    expect(bars([7, 7, 7]).bars.map(({ customers }) => customers)).toEqual([3]);
    expect(bars([1, 2, 3], Number.NaN).bars.length).toBeGreaterThan(0);
    expect(bars([1, 2, 3], Number.POSITIVE_INFINITY).bars.length).toBeLessThanOrEqual(1000);
    expect(bars([]).bars).toEqual([]);
  });

  it('has whole multiples as edges, holds each value between them, and loses nobody', () => {
    const total = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 });
    fc.assert(
      fc.property(fc.array(total, { minLength: 1 }), fc.integer({ min: 2, max: 40 }), (totals, most) => {
        const found = bars(totals, most);
        expect(found.bars.length).toBeLessThanOrEqual(most);
        expect(found.bars.reduce((sum, { customers }) => sum + customers, 0)).toBe(totals.length);
        expect(found.bars[0]?.from).toBeLessThanOrEqual(Math.min(...totals));
        expect(found.bars.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...totals));
        found.bars.slice(1).forEach(({ from }, i) => {
          expect(from).toBe(found.bars[i]?.to);
        });
      }),
    );
  });
});

describe('chart data', () => {
  const scores = scoresOf(five);
  const people = summaries(five);

  it('draws segments, the grid, a histogram and the flows without losing a customer', () => {
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    const bars = segmentChart(segmentTable(scores, people));
    const grid = heatMapChart(rfHeatMap(scores, people));
    const histogram = distributionChart(distribution(quintiles(), people, { dimension: 'frequency' }));
    const flows = migrationChart(migration(scores, scores));
    expect(bars.kind === 'bars' && [bars.labels.length, sum(bars.values)]).toEqual([12, 5]);
    expect(grid.kind === 'grid' && sum(grid.values.flat())).toBe(5);
    expect(grid.kind === 'grid' && grid.rows.map(({ en }) => en)).toEqual(['R5', 'R4', 'R3', 'R2', 'R1']);
    expect(histogram.kind === 'histogram' && sum(histogram.values)).toBe(5);
    expect(histogram.kind === 'histogram' && histogram.edges.length).toBe(
      histogram.kind === 'histogram' ? histogram.values.length + 1 : 0,
    );
    expect(flows.kind === 'flows' && sum(flows.flows.map(({ value }) => value))).toBe(5);
    expect(flows.kind === 'flows' && flows.flows.every(({ source, target }) => source === target)).toBe(true);
  });
});

it('refuses scores of another window, so that no two periods are compared by accident', () => {
  const fitted = fitOn(five);
  expect(wrongs(scoreRfm(fitted, summaries(five, { window: { kind: 'rollingDays', days: 30 } })))).toEqual([
    'otherConvention window',
  ]);
});
