/** How the example adds orders up while it reads them. */
import { type Order, orThrow, parseOrderMapping, summarizePurchases } from 'clientele/rfm';
import { describe, expect, it } from 'vitest';
import { rowMaker } from '../../examples/score-orders/columns.js';
import { createLedger, type Ledger } from '../../examples/score-orders/ledger.js';
import { MAPPING } from './score-orders-support.js';

const mapping = orThrow(parseOrderMapping(MAPPING));
const window = { kind: 'all' } as const;
const { zone, currency } = mapping;

function ledgerOf(orders: readonly Order[], days?: readonly string[]): Ledger {
  const ledger = createLedger({ mapping, window, days });
  for (const order of orders) ledger.take(order);
  return ledger;
}

function order(over: Partial<Order> = {}): Order {
  return {
    id: '1',
    customerId: 'c',
    at: Date.UTC(2025, 0, 1),
    amount: 100,
    units: 0,
    kind: 'purchase',
    ...over,
  };
}

describe('a ledger', () => {
  const orders = Array.from({ length: 40_000 }, (_, i) =>
    order({
      id: String(i),
      customerId: `c${i % 7}${i % 3 === 0 ? '-with-a-long-id' : ''}`,
      at: Date.UTC(2025, 0, 1 + (i % 365)),
      amount: (i % 11) - 2,
      units: i % 3,
      kind: i % 11 < 2 ? 'return' : 'purchase',
    }),
  );

  it.each([
    ['known beforehand', ['2025-12-31', '2025-06-30']],
    ['not known until all are read', undefined],
  ])('gives the summaries of all orders as of days that are %s', (_, days) => {
    const ledger = ledgerOf(orders, days);
    for (const asOf of ['2025-12-31', '2025-06-30']) {
      const purchases = ledger.purchases(asOf);
      expect(Array.from(purchases.byId(), (i) => purchases.summary(i))).toEqual(
        orThrow(summarizePurchases({ orders, zone, currency }, { asOf })).customers,
      );
    }
    expect(new Date(ledger.lastPurchaseAt() ?? 0).toISOString()).toBe('2025-12-31T00:00:00.000Z');
  });

  it('sums exactly, purchases and returns apart', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const ledger = ledgerOf([
      ...[most, most, 1].map((amount) => order({ amount })),
      order({ amount: -5, kind: 'return' }),
    ]);
    expect([ledger.sum('purchase'), ledger.sum('return')]).toEqual([2n * BigInt(most) + 1n, -5n]);
  });

  it('of nothing has no last purchase, and no customers', () => {
    const ledger = ledgerOf([order({ kind: 'return', amount: -1 })]);
    expect(ledger.lastPurchaseAt()).toBeUndefined();
    expect(ledgerOf([], ['2025-12-31']).purchases('2025-12-31').customers).toBe(0);
  });
});

describe('rows of cells', () => {
  const header = ['order', 'customer', 'note', 'day', 'amount'];
  const cells = ['o1', 'a customer with a long id', 'n', '2025-01-01', '5'];

  it('hold the mapped columns only, unless rows are compared as a whole', () => {
    const rows = rowMaker(header, mapping, 'x.csv');
    expect(rows.read(cells)).toEqual({ order: 'o1', customer: cells[1], day: '2025-01-01', amount: '5' });
    expect({ ...rows.all(cells) }).toEqual({ ...rows.read(cells), note: 'n' });
    const policies = { ...mapping.policies, duplicateRows: 'refuse' } as const;
    const compared = rowMaker(header, { ...mapping, policies }, 'x.csv');
    expect({ ...compared.read(cells) }).toEqual({ ...rows.all(cells) });
  });

  it('have columns of any name', () => {
    const columns = { ...mapping.columns, customerId: '__proto__', amount: 'constructor' };
    const rows = rowMaker(['order', '__proto__', 'day', 'constructor'], { ...mapping, columns }, 'x.csv');
    const row = rows.read(['o1', 'c1', '2025-01-01', '5']);
    expect(Object.entries(row)).toContainEqual(['__proto__', 'c1']);
    expect(row['constructor']).toBe('5');
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });
});
