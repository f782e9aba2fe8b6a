/** Orders added up block by block give what all of them together give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateOrders, collectPurchases, orderColumns } from '../../../src/rfm/columns/index.js';
import { orThrow } from '../../../src/rfm/index.js';
import {
  AS_OF,
  arbitraryInteger,
  arbitraryLayout,
  arbitraryRows,
  arbitraryText,
  arbitraryWindow,
  arbitraryZone,
  byCustomer,
  CURRENCY,
  columnsOf,
  type Layout,
  type Row,
} from './arbitraries.js';

const SETTINGS = { zone: 'UTC', currency: CURRENCY, asOf: AS_OF, purchaseDays: 'count' } as const;

function blocksOf(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

describe.each([
  ['text', arbitraryText],
  ['int32', arbitraryInteger],
] as const)('a collector of blocks with %s ids', (ids, customer) => {
  it('gives the summaries of one pass, also when it is used again', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((large) => arbitraryRows(customer, large)),
        arbitraryLayout.map((layout): Layout => ({ ...layout, ids })),
        arbitraryWindow,
        arbitraryZone,
        fc.integer({ min: 1, max: 40 }),
        fc.array(arbitraryText, { maxLength: 3 }),
        (rows, layout, window, zone, size, customers) => {
          const options = { ...SETTINGS, window, zone, customers };
          const collector = orThrow(collectPurchases(options));
          const whole = orThrow(aggregateOrders(orThrow(orderColumns(columnsOf(rows, layout))), options));
          for (let round = 0; round < 2; round += 1) {
            for (const block of blocksOf(rows, size))
              orThrow(collector.add(orThrow(orderColumns(columnsOf(block, layout)))));
            const purchases = collector.finish();
            expect(Array.from(purchases.byId(), (i) => purchases.summary(i))).toEqual(
              Array.from(whole.byId(), (i) => whole.summary(i)),
            );
            expect(byCustomer(purchases.rejected)).toEqual(byCustomer(whole.rejected));
            expect(purchases.counts).toEqual(whole.counts);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a collector', () => {
  const block = { customer: ['a', 'b'], at: Float64Array.of(1, 2), amount: Float64Array.of(1, 2) };

  it('of nothing has no customers', () => {
    const purchases = orThrow(collectPurchases(SETTINGS)).finish();
    expect([purchases.customers, [...purchases.byId()]]).toEqual([0, []]);
  });

  it('refuses options, columns and customers that are none', () => {
    const code = (result: { readonly _tag: string }): unknown =>
      '_tag' in result && 'left' in result && Array.isArray(result.left) ? result.left[0].code : undefined;
    expect(code(collectPurchases({ ...SETTINGS, asOf: 'soon' }))).toBe('notAnInstant');
    const collector = orThrow(collectPurchases({ ...SETTINGS, mostCustomers: 1 }));
    const columns = orThrow(orderColumns(block));
    expect(code(collector.add({ ...columns, at: Float64Array.of(1) }))).toBe('otherLength');
    expect(code(collector.add(columns))).toBe('tooManyCustomers');
  });
});
