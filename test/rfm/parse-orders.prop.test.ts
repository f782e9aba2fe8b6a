import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderReader, type Order, orThrow, parseOrders } from '../../src/rfm/index.js';
import { arbitraryGarbage, arbitraryMapping, arbitraryRow } from './arbitraries.js';
import { mapping, row } from './support.js';

const anyRow = fc.oneof({ weight: 6, arbitrary: arbitraryRow }, { weight: 1, arbitrary: arbitraryGarbage });
const asOf = '2025-12-31';

describe('whatever the rows and the mapping', () => {
  it('every row is accepted, ignored or rejected, and the counts add up', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), arbitraryMapping, (rows, how) => {
        const { counts, rejected, ignoredBy, orders } = orThrow(parseOrders(rows, how, { asOf }));
        expect(counts.rows).toBe(rows.length);
        expect(counts.accepted + counts.ignored + counts.rejected).toBe(rows.length);
        expect(rejected).toHaveLength(counts.rejected);
        const numbers = rejected.map((one) => one.row);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers.every((number) => number >= 1 && number <= rows.length)).toBe(true);
        expect(Object.values(ignoredBy).reduce((sum, rowsLeftOut) => sum + rowsLeftOut, 0)).toBe(
          counts.ignored,
        );
        expect(orders.length).toBeLessThanOrEqual(counts.accepted);
        expect(counts.accepted === 0 ? orders.length === 0 : orders.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('orders are whole: safe integers, real instants, never −0', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), arbitraryMapping, (rows, how) => {
        for (const { amount, units, at, customerId } of orThrow(parseOrders(rows, how, { asOf })).orders) {
          expect(Number.isSafeInteger(amount) && !Object.is(amount, -0)).toBe(true);
          expect(Number.isSafeInteger(units) && !Object.is(units, -0)).toBe(true);
          expect(Number.isInteger(at) && at <= Date.UTC(2026, 0, 1)).toBe(true);
          expect(typeof customerId).toBe('string');
        }
      }),
      { numRuns: 80 },
    );
  });

  it('rows that are refused at once change nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryRow, { maxLength: 25 }),
        fc.array(fc.tuple(fc.nat({ max: 25 }), arbitraryGarbage), { maxLength: 8 }),
        arbitraryMapping,
        (rows, garbage, how) => {
          const mixed: unknown[] = [...rows];
          for (const [at, bad] of garbage) mixed.splice(Math.min(at, mixed.length), 0, bad);
          const clean = orThrow(parseOrders(rows, how, { asOf }));
          const dirty = orThrow(parseOrders(mixed, how, { asOf }));
          expect(dirty.orders).toEqual(clean.orders);
          expect(dirty.ignoredBy).toEqual(clean.ignoredBy);
          expect(dirty.counts).toEqual({
            ...clean.counts,
            rows: mixed.length,
            rejected: clean.counts.rejected + garbage.length,
          });
        },
      ),
      { numRuns: 120 },
    );
  });

  it('rows that are refused for any reason change nothing else, and need not be there', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), arbitraryMapping, (rows, how) => {
        const { orders, rejected, ignoredBy } = orThrow(parseOrders(rows, how, { asOf }));
        const refused = new Set(rejected.map((one) => one.row));
        const good = rows.filter((_, i) => !refused.has(i + 1));
        const again = orThrow(parseOrders(good, how, { asOf }));
        expect(again.orders).toEqual(orders);
        expect(again.ignoredBy).toEqual(ignoredBy);
        expect(again.partialOrders).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('lines, and rows that each make an order, may come in any order', () => {
    const shuffled = fc
      .array(anyRow, { maxLength: 30 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(
        shuffled,
        arbitraryMapping,
        fc.constantFrom('sum' as const, 'separate' as const),
        fc.constantFrom('keep' as const, 'refuse' as const),
        ([rows, others], how, repeatedIds, partialOrders) => {
          const policies = { ...how.policies, repeatedIds, partialOrders, duplicateRows: 'keep' } as const;
          const one = orThrow(parseOrders(rows, { ...how, policies }, { asOf }));
          const two = orThrow(parseOrders(others, { ...how, policies }, { asOf }));
          expect(two.orders).toEqual(one.orders);
          expect(two.counts).toEqual(one.counts);
          expect(two.partialOrders).toBe(one.partialOrders);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reading one row at a time gives the same answer', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), arbitraryMapping, (rows, how) => {
        const reader = orThrow(createOrderReader(how, { asOf }));
        const atOnce = rows.flatMap((one) => reader.read(one) ?? []);
        const { rejected, ...rest } = reader.finish();
        const { rejected: all, ...whole } = orThrow(parseOrders(rows, how, { asOf }));
        expect(rest).toEqual(whole);
        expect([...atOnce, ...rejected].sort((a, b) => a.row - b.row)).toEqual(all);
      }),
      { numRuns: 80 },
    );
  });

  it('orders that are taken are those that would be listed', () => {
    const texts = (orders: readonly Order[]): readonly string[] =>
      orders.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), arbitraryMapping, (rows, how) => {
        const taken: Order[] = [];
        const { orders: none, ...rest } = orThrow(
          parseOrders(rows, how, { asOf, take: (order) => taken.push(order) }),
        );
        const { orders, ...whole } = orThrow(parseOrders(rows, how, { asOf }));
        expect(none).toEqual([]);
        expect(texts(taken)).toEqual(texts(orders));
        expect(rest).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });
});

describe('money', () => {
  const amount = fc.oneof(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
  );

  it('is conserved: the amounts of the orders add up to those of the accepted rows, to the cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.nat({ max: 6 }), minor: amount, good: fc.boolean() }), { maxLength: 60 }),
        fc.constantFrom('orders' as const, 'lines' as const),
        fc.constantFrom('sum' as const, 'separate' as const, 'refuse' as const),
        fc.constantFrom('keep' as const, 'merge' as const),
        (cells, rows, repeatedIds, sameDay) => {
          const table = cells.map(({ id, minor, good }, i) =>
            row({ id, amount: good ? decimal(minor) : 'none', at: `2025-11-0${(i % 3) + 1}` }),
          );
          const { orders, rejected } = orThrow(
            parseOrders(table, mapping({ rows, policies: { repeatedIds, sameDay } })),
          );
          const out = new Set(rejected.map((one) => one.row));
          const accepted = cells.reduce(
            (sum, { minor }, i) => (out.has(i + 1) ? sum : sum + BigInt(minor)),
            0n,
          );
          expect(orders.reduce((sum, one) => sum + BigInt(one.amount), 0n)).toBe(accepted);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('and grouping of lines do not depend on the order of the rows', () => {
    const lines = fc.array(
      fc.record({ id: fc.nat({ max: 5 }), minor: amount, day: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 30 },
    );
    const shuffled = lines.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const orders = (cells: typeof rows) =>
          orThrow(
            parseOrders(
              cells.map(({ id, minor, day }) =>
                row({ id, amount: decimal(minor), at: `2025-11-0${day}`, customer: `c${id % 2}` }),
              ),
              mapping({ rows: 'lines' }),
            ),
          ).orders;
        expect(orders(others)).toEqual(orders(rows));
      }),
      { numRuns: 80 },
    );
  });
});

function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
