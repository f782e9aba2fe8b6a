/** Ranks over columns that are long enough for tables, against sorting and comparing one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ntileStarts } from '../../../src/foundation/quantile.js';
import { findCuts } from '../../../src/rfm/columns/find-cuts.js';
import { idOrder } from '../../../src/rfm/columns/id-order.js';
import { orderOf } from '../../../src/rfm/columns/order-of.js';
import { placeSample } from '../../../src/rfm/columns/place-columns.js';
import { cleared, eachRun, openRun, placesFor, RUN, runsFor } from '../../../src/rfm/columns/runs.js';
import type { Sample } from '../../../src/rfm/columns/sample.js';
import type { RankBoundary } from '../../../src/rfm/fitted.js';
import type { RfmDimension } from '../../../src/rfm/index.js';

const SIZE = 9000;

/** Values of many customers, from a few of them; small numbers, or others among them. */
const values = fc
  .tuple(
    fc.oneof(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }),
      fc.array(fc.nat({ max: 65_535 }), { minLength: 1, maxLength: 900 }),
      fc.array(fc.constantFrom(-1, 0, 3, 3.5, 65_535, 65_536, 1e12), { minLength: 1, maxLength: 9 }),
      fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 900 }),
    ),
    fc.integer({ min: 1, max: SIZE - 1 }),
  )
  .map(([few, step]) => Float64Array.from({ length: SIZE }, (_, i) => few[(i * step) % few.length] ?? 0));

const dimensions = fc.constantFrom<RfmDimension>('recency', 'frequency');

/** Customers from a first one on: from 1 ids differ in length and are not ordered as numbers, from 10,000 they stand in order. */
function sampleWith(column: Float64Array, first: number): Sample {
  const ids = Float64Array.from({ length: SIZE }, (_, i) => first + i);
  return {
    size: SIZE,
    customers: Int32Array.from({ length: SIZE }, (_, i) => i),
    order: () => idOrder(ids),
    values: { recency: column, frequency: column, monetary: column },
    spare: new Int32Array(SIZE + 1),
  };
}

/** Below zero where `a` is worse. */
function compare(dimension: RfmDimension, a: RankBoundary, b: RankBoundary): number {
  if (a.value !== b.value) return (dimension === 'recency' ? -1 : 1) * (a.value - b.value);
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const customersOf = (column: Float64Array, first: number): RankBoundary[] =>
  Array.from(column, (value, i) => ({ value, id: String(first + i) }));

const firstIds = fc.constantFrom(1, 10_000);

describe('ranks over long columns', () => {
  it('have as boundaries the customers at which sorting begins a group', () => {
    fc.assert(
      fc.property(
        values,
        dimensions,
        fc.integer({ min: 2, max: 10 }),
        firstIds,
        (column, dimension, bins, first) => {
          const sorted = customersOf(column, first).sort((a, b) => compare(dimension, a, b));
          const sample = sampleWith(column, first);
          const cuts = findCuts({ kind: 'quantiles', bins, ties: 'byRank' }, dimension, sample);
          expect(cuts).toEqual({ kind: 'ranks', boundaries: ntileStarts(SIZE, bins).map((i) => sorted[i]) });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('give each customer one more than the boundaries that are reached', () => {
    const marks = fc.array(
      fc.record({
        value: fc.oneof(fc.integer({ min: -2, max: 14 }), fc.constantFrom(3.5, 65_535, 65_536, 1e12, -1e9)),
        id: fc.oneof(
          fc.integer({ min: 1, max: 20_000 }).map(String),
          // Boundaries of other customers, with ids that those of these have no keys beside.
          fc.constantFrom('', '007', '12345678901', 'x'),
        ),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(values, dimensions, marks, firstIds, (column, dimension, some, first) => {
        const own = some.map(({ value, id }, i) => ({ value: i % 2 === 0 ? (column[i] ?? 0) : value, id }));
        const boundaries = own.sort((a, b) => compare(dimension, a, b));
        const sample = sampleWith(column, first);
        const scores = placeSample({ kind: 'ranks', boundaries, sizes: [] }, dimension, sample);
        const expected = customersOf(column, first).map(
          (one) => 1 + boundaries.filter((mark) => compare(dimension, one, mark) >= 0).length,
        );
        expect(Array.from(scores)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the order of numbers', () => {
  it('is that of sorting, equal ones as they stand', () => {
    const number = fc.oneof(
      fc.constantFrom(0, -0, 1, -1, 0.5, 1e300, -1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      fc.integer({ min: -9, max: 70_000 }),
      fc.double({ noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (some) => {
        const expected = some
          .map((value, i) => [value, i] as const)
          .sort(([a, i], [b, k]) => (a < b ? -1 : Number(a > b)) || i - k)
          .map(([, i]) => i);
        expect(Array.from(orderOf(Float64Array.from(some)))).toEqual(expected);
      }),
    );
  });
});

describe('rows in runs', () => {
  it('come part by part, each in the order it was put there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 4 * RUN }),
        fc.integer(),
        (parts, rows, seed) => {
          const partOf = (row: number): number => Math.abs(Math.imul(row ^ seed, 0x9e37_79b1) >> 7) % parts;
          const runs = runsFor(rows, parts);
          openRun(runs, 0);
          cleared(runs);
          const places = new Int32Array(placesFor(rows, parts));
          for (let row = 0; row < rows; row += 1) {
            const part = partOf(row);
            let place = runs.next[part] ?? 0;
            if (place % RUN === 0) place = openRun(runs, part);
            runs.next[part] = place + 1;
            places[place] = row;
          }
          for (let part = 0; part < parts; part += 1) {
            const found: number[] = [];
            eachRun(runs, part, (start, end) => found.push(...places.subarray(start, end)));
            const expected = Array.from({ length: rows }, (_, row) => row).filter(
              (row) => partOf(row) === part,
            );
            expect(found).toEqual(expected);
          }
        },
      ),
    );
  });
});
