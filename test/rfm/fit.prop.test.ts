import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  elevenSegments,
  fitRfm,
  type OrderedSummary,
  orThrow,
  parseFittedRfm,
  type RfmDimension,
  type RfmModel,
  type RfmScore,
  rfHeatMap,
  scoreCustomer,
  scoreRfm,
  segmentOf,
  segmentTable,
} from '../../src/rfm/index.js';
import {
  arbitraryCustomers,
  arbitraryModel,
  arbitraryNestedModel,
  arbitraryQuantileModel,
  arbitraryRanks,
} from './arbitraries.js';
import { model, quantiles, scored, summaries } from './support.js';

function scoresOf(how: RfmModel, customers: readonly OrderedSummary[]): readonly RfmScore[] {
  const people = summaries(customers);
  return orThrow(scoreRfm(orThrow(fitRfm(how, people)), people)).customers;
}

const LETTERS = [
  ['recency', 'r'],
  ['frequency', 'f'],
  ['monetary', 'm'],
] as const;

/** The value scored, larger is better. Written out on its own: what a model measures is not taken from the library. */
function merit(how: RfmModel, dimension: RfmDimension, one: OrderedSummary): number {
  if (dimension === 'recency') return -(how.recency.unit === 'days' ? one.recencyDays : one.recencyMonths);
  if (dimension === 'frequency') return how.frequency.counts === 'orders' ? one.orders : one.purchaseDays;
  if (how.monetary.basis === 'total') return one.total;
  return one.total / (how.monetary.basis === 'averageOrderValue' ? one.orders : one.purchaseDays);
}

const anyModel = fc.oneof(arbitraryModel, arbitraryNestedModel);

describe('scores', () => {
  it('lie between 1 and the number of bins, and the realised sizes add up', () => {
    fc.assert(
      fc.property(anyModel, arbitraryCustomers, (how, customers) => {
        const people = summaries(customers);
        const fitted = orThrow(fitRfm(how, people));
        for (const one of orThrow(scoreRfm(fitted, people)).customers) {
          const { r, f, m } = scored(one);
          for (const [score, { bins }] of [
            [r, fitted.recency],
            [f, fitted.frequency],
            [m, fitted.monetary],
          ] as const) {
            expect(Number.isInteger(score) && score >= 1 && score <= bins).toBe(true);
          }
        }
        for (const [dimension] of LETTERS) {
          const sizes = fitted[dimension].scales.flatMap((scale) => scale?.sizes ?? []);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(customers.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are those of scoreCustomer, and have the code and the weighted sum of their parts', () => {
    fc.assert(
      fc.property(anyModel, arbitraryCustomers, (how, customers) => {
        const people = summaries(customers);
        const fitted = orThrow(fitRfm(how, people));
        const { customers: scores } = orThrow(scoreRfm(fitted, people));
        expect(customers.map((one) => scoreCustomer(fitted, one))).toEqual(scores);
        for (const one of scores) {
          const { r, f, m, code, weighted } = scored(one);
          expect(code.replaceAll('-', '')).toBe(`${r}${f}${m}`);
          expect(weighted).toBe(how.weights.r * r + how.weights.f * f + how.weights.m * m);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never fall when a value gets better, and are equal for equal values unless ranked', () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryCustomers, (how, customers) => {
        const scores = scoresOf(how, customers).map(scored);
        for (const [dimension, letter] of LETTERS) {
          const { scale } = how[dimension];
          const ranked = scale.kind === 'quantiles' && scale.ties === 'byRank';
          for (const [i, a] of customers.entries()) {
            for (const [j, b] of customers.entries()) {
              const [mine, theirs] = [merit(how, dimension, a), merit(how, dimension, b)];
              const [score, other] = [scores[i]?.[letter] ?? 0, scores[j]?.[letter] ?? 0];
              if (mine > theirs) expect(score).toBeGreaterThanOrEqual(other);
              if (mine === theirs && !ranked) expect(score).toBe(other);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('do not depend on the order of the customers', () => {
    const shuffled = arbitraryCustomers.chain((customers) =>
      fc.tuple(fc.constant(customers), fc.shuffledSubarray([...customers], { minLength: customers.length })),
    );
    fc.assert(
      fc.property(anyModel, shuffled, (how, [customers, others]) => {
        const byId = (scores: readonly RfmScore[]) => new Map(scores.map((one) => [one.customerId, one]));
        expect(byId(scoresOf(how, others))).toEqual(byId(scoresOf(how, customers)));
      }),
      { numRuns: 150 },
    );
  });

  it('on quantiles do not depend on the unit of money', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryQuantileModel, arbitraryNestedModel),
        arbitraryCustomers,
        fc.constantFrom(2, 10, 100, 1000, 65_536),
        (how, customers, factor) => {
          const scaled = customers.map((one) => ({
            ...one,
            total: one.total * factor,
            averageOrderValue: one.averageOrderValue * factor,
          }));
          expect(scoresOf(how, scaled)).toEqual(scoresOf(how, customers));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of tomorrow's customers on yesterday's cuts are scores, too", () => {
    fc.assert(
      fc.property(arbitraryModel, arbitraryCustomers, arbitraryCustomers, (how, yesterday, tomorrow) => {
        const fitted = orThrow(fitRfm(how, summaries(yesterday)));
        const alone = tomorrow.map((one) => scoreCustomer(fitted, one));
        expect(orThrow(scoreRfm(fitted, summaries(tomorrow))).customers).toEqual(alone);
        expect(alone.every(({ kind }) => kind === 'scored')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same from a fitted model that was stored as JSON', () => {
    fc.assert(
      fc.property(anyModel, arbitraryCustomers, (how, customers) => {
        const people = summaries(customers);
        const fitted = orThrow(fitRfm(how, people));
        const restored = orThrow(parseFittedRfm(JSON.parse(JSON.stringify(fitted))));
        expect(orThrow(scoreRfm(restored, people)).customers).toEqual(
          orThrow(scoreRfm(fitted, people)).customers,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('rank scales', () => {
  it('split customers as SQL NTILE over (value, id) does', () => {
    fc.assert(
      fc.property(arbitraryRanks, arbitraryCustomers, (scale, customers) => {
        const how = model({
          recency: { unit: 'days', scale },
          frequency: { counts: 'orders', scale },
          monetary: { basis: 'total', scale },
        });
        const scores = scoresOf(how, customers).map(scored);
        for (const [dimension, letter] of LETTERS) {
          const expected = new Map(
            ntile(
              customers.map((one) => [merit(how, dimension, one), one.customerId]),
              scale.bins,
            ),
          );
          for (const one of scores) expect(one[letter]).toBe(expected.get(one.customerId));
        }
      }),
      { numRuns: 200 },
    );
  });

  /** One row at a time, as the standard words it: the first (n mod bins) buckets hold one row more. */
  function ntile(
    rows: readonly (readonly [value: number, id: string])[],
    bins: number,
  ): readonly (readonly [string, number])[] {
    const inOrder = [...rows].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1));
    const left = inOrder.map(([, id]) => id);
    return Array.from({ length: bins }, (_, i) => i).flatMap((i) => {
      const size = Math.floor(rows.length / bins) + (i < rows.length % bins ? 1 : 0);
      return left.splice(0, size).map((id) => [id, i + 1] as const);
    });
  }
});

describe('nested binning', () => {
  it('is independent binning inside every cell', () => {
    fc.assert(
      fc.property(arbitraryNestedModel, arbitraryCustomers, (how, customers) => {
        const flat: RfmModel = { ...how, binning: 'independent' };
        const scores = new Map(scoresOf(how, customers).map((one) => [one.customerId, scored(one)]));
        const inCell = (cell: readonly OrderedSummary[], letter: 'r' | 'f' | 'm') => {
          for (const one of scoresOf(flat, cell))
            expect(scores.get(one.customerId)?.[letter]).toBe(scored(one)[letter]);
        };
        const groups = (key: (one: OrderedSummary) => string) =>
          [...new Set(customers.map(key))].map((name) => customers.filter((one) => key(one) === name));
        inCell(customers, 'r');
        for (const cell of groups(({ customerId }) => `${scores.get(customerId)?.r}`)) inCell(cell, 'f');
        for (const cell of groups(
          ({ customerId }) => `${scores.get(customerId)?.r} ${scores.get(customerId)?.f}`,
        ))
          inCell(cell, 'm');
      }),
      { numRuns: 100 },
    );
  });
});

describe('segments', () => {
  const how = model({ segments: elevenSegments, recency: { unit: 'days', scale: quantiles(5) } });

  it('are a partition of the scored customers, and the tables conserve customers, orders and money', () => {
    fc.assert(
      fc.property(arbitraryCustomers, (customers) => {
        const people = summaries(customers);
        const scores = orThrow(scoreRfm(orThrow(fitRfm(how, people)), people));
        for (const one of scores.customers)
          expect(scored(one).segment).toBe(segmentOf(elevenSegments, scored(one)).segment);
        const table = segmentTable(scores, people);
        const map = rfHeatMap(scores, people);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(table.map((row) => row.customers))).toBe(customers.length);
        expect(sum(table.map((row) => row.orders))).toBe(sum(customers.map(({ orders }) => orders)));
        expect(sum(table.map((row) => row.revenue))).toBe(sum(customers.map(({ total }) => total)));
        expect(sum(table.map((row) => row.shareOfCustomers))).toBeCloseTo(1, 9);
        expect(sum(map.map((cell) => cell.customers))).toBe(customers.length);
        expect(sum(map.map((cell) => cell.revenue))).toBe(sum(customers.map(({ total }) => total)));
      }),
      { numRuns: 100 },
    );
  });
});
