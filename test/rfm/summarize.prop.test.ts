import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Order, orThrow, summarizePurchases, type Window } from '../../src/rfm/index.js';
import { arbitraryOrders } from './arbitraries.js';
import { book } from './support.js';

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana', 'Asia/Shanghai', 'Pacific/Apia');
const asOf = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 0, 1) }),
  fc.constantFrom('2024-02-29', '2025-02-28', '2025-03-30', '2025-11-02', '2025-11-22'),
);
const window: fc.Arbitrary<Window> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.integer({ min: 1, max: 18 }).map((months) => ({ kind: 'rollingMonths', months }) as const),
  fc.integer({ min: 1, max: 400 }).map((days) => ({ kind: 'rollingDays', days }) as const),
  fc.constant({ kind: 'calendarYear' } as const),
  fc.constant({ kind: 'fixed', from: '2024-02-29', until: '2025-03-30' } as const),
);

describe('purchase summaries', () => {
  it('do not depend on the order of the orders', () => {
    const shuffled = arbitraryOrders.chain((orders) =>
      fc.tuple(fc.constant(orders), fc.shuffledSubarray([...orders], { minLength: orders.length })),
    );
    fc.assert(
      fc.property(shuffled, zone, asOf, window, ([orders, others], place, when, over) => {
        const of = (list: readonly Order[]) =>
          orThrow(summarizePurchases(book(list, { zone: place }), { asOf: when, window: over }));
        expect(of(others)).toEqual(of(orders));
      }),
      { numRuns: 200 },
    );
  });

  it('conserve money, units, orders and returns over all time', () => {
    fc.assert(
      fc.property(arbitraryOrders, zone, (orders, place) => {
        const result = orThrow(
          summarizePurchases(book(orders, { zone: place }), { asOf: Date.UTC(2026, 0, 1) }),
        );
        const tooRich = new Set(result.rejected.map(({ customerId }) => customerId));
        const kept = orders.filter(({ customerId }) => !tooRich.has(customerId));
        const sum = (field: 'amount' | 'units', list: readonly Order[]) =>
          list.reduce((total, one) => total + BigInt(one[field]), 0n);
        expect(result.customers.reduce((total, one) => total + BigInt(one.total), 0n)).toBe(
          sum('amount', kept),
        );
        expect(result.customers.reduce((total, one) => total + BigInt(one.units), 0n)).toBe(
          sum('units', kept),
        );
        expect(result.customers.reduce((total, one) => total + one.orders + one.returns, 0)).toBe(
          kept.length,
        );
        for (const customerId of tooRich) {
          const exact = sum(
            'amount',
            orders.filter((one) => one.customerId === customerId),
          );
          expect(exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < -BigInt(Number.MAX_SAFE_INTEGER)).toBe(
            true,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('place every order before, in or after the window', () => {
    fc.assert(
      fc.property(arbitraryOrders, zone, asOf, window, (orders, place, when, over) => {
        const { counts, customers, rejected } = orThrow(
          summarizePurchases(book(orders, { zone: place }), { asOf: when, window: over }),
        );
        expect(counts.inWindow + counts.beforeWindow + counts.afterWindow + counts.rejected).toBe(
          orders.length,
        );
        expect(counts.rejected + counts.rejectedCustomers).toBe(rejected.length);
        for (const one of customers) {
          if (one.kind === 'neverOrdered') expect(one.orders).toBe(0);
          else
            expect(
              one.recencyDays >= 0 && one.recencyMonths >= 0 && one.customerSince <= one.lastOrderAt,
            ).toBe(true);
          if (one.kind === 'ordered') {
            expect(one.purchaseDays >= 1 && one.purchaseDays <= one.orders).toBe(true);
            expect(one.firstOrderAt <= one.lastOrderAt && one.customerSince <= one.firstOrderAt).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('know of at most N months exactly the customers whose recency is at most N', () => {
    fc.assert(
      fc.property(
        arbitraryOrders,
        zone,
        asOf,
        fc.integer({ min: 1, max: 18 }),
        (orders, place, when, months) => {
          const of = (over: Window) =>
            orThrow(summarizePurchases(book(orders, { zone: place }), { asOf: when, window: over }))
              .customers;
          const within = new Set(
            of({ kind: 'rollingMonths', months }).flatMap((one) =>
              one.kind === 'ordered' ? [one.customerId] : [],
            ),
          );
          for (const one of of({ kind: 'all' })) {
            // A total outside the safe integers over all time need not be so within the window, nor the other way round.
            if (one.kind === 'ordered')
              expect(one.recencyMonths <= months || !within.has(one.customerId)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
