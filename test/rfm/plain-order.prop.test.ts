import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createOrderReader,
  type Order,
  type OrderMappingInput,
  orThrow,
  type ParsedOrders,
  type PlainOrder,
  type RejectedRow,
} from '../../src/rfm/index.js';
import { mapping } from './support.js';

const arbitraryHow: fc.Arbitrary<OrderMappingInput> = fc
  .record({
    orderId: fc.boolean(),
    quantity: fc.boolean(),
    rows: fc.constantFrom('orders' as const, 'orders' as const, 'lines' as const),
    blanks: fc.constantFrom<readonly string[]>([''], ['', 'ann'], ['NA']),
    idPrefix: fc.constantFrom(undefined, 'R'),
    policies: fc.record({
      returns: fc.constantFrom(
        'net' as const,
        'negativeOrder' as const,
        'ignore' as const,
        'refuse' as const,
      ),
      zeroAmounts: fc.constantFrom('keep' as const, 'ignore' as const, 'refuse' as const),
      repeatedIds: fc.constantFrom(...(['refuse', 'first', 'last', 'sum', 'separate'] as const)),
      missingCustomer: fc.constantFrom('refuse' as const, 'ignore' as const, 'guest' as const),
      duplicateRows: fc.constantFrom('keep' as const, 'keep' as const, 'keep' as const, 'refuse' as const),
      sameDay: fc.constantFrom('keep' as const, 'keep' as const, 'keep' as const, 'merge' as const),
      afterAsOf: fc.constantFrom('refuse' as const, 'ignore' as const),
    }),
  })
  .map(({ orderId, quantity, rows, blanks, idPrefix, policies }) => {
    const lines = rows === 'lines';
    return mapping({
      rows,
      columns: {
        customerId: 'customer',
        at: 'at',
        amount: 'amount',
        ...(orderId || lines ? { orderId: 'id' } : {}),
        ...(quantity ? { quantity: 'pieces' } : {}),
      },
      blanks,
      returns: idPrefix === undefined || !(orderId || lines) ? {} : { idPrefix },
      policies,
    });
  });

const arbitraryValues = fc.record({
  id: fc.constantFrom('A1', 'A2', 'A3', 'R1', '', 'NA', ' A1'),
  customer: fc.constantFrom('ann', 'bob', '', 'NA', 'guest:A1', ' ann', 'old'),
  at: fc.integer({ min: Date.UTC(2025, 10, 28), max: Date.UTC(2025, 11, 2) }),
  amount: fc.integer({ min: -2, max: 500 }),
});
type Values = typeof arbitraryValues extends fc.Arbitrary<infer A> ? A : never;

/** The row whose cells say these values. */
function rowOf({ id, customer, at, amount }: Values): Record<string, string> {
  return { id, customer, at: new Date(at).toISOString(), amount: (amount / 100).toFixed(2), pieces: '1' };
}

/** What a reader says of rows, those it admits included. */
function readAll(
  values: readonly Values[],
  how: OrderMappingInput,
  admits: boolean,
): {
  readonly parsed: ParsedOrders;
  readonly taken: readonly unknown[];
  readonly rejected: readonly RejectedRow[];
} {
  const taken: Pick<Order, 'customerId' | 'at' | 'amount' | 'units' | 'kind'>[] = [];
  const rejected: RejectedRow[] = [];
  const options = { asOf: '2025-11-30', mergedCustomers: { old: 'bob' } };
  const take = ({ id: _, ...order }: Order): number => taken.push(order);
  const reader = orThrow(createOrderReader(how, { ...options, take }));
  for (const one of values) {
    const { customer: customerId, at, amount } = one;
    const plain: PlainOrder = {
      orderId: how.columns.orderId === undefined ? undefined : one.id,
      customerId,
      at,
      amount,
    };
    if (admits && reader.admit(plain)) taken.push({ customerId, at, amount, units: 0, kind: 'purchase' });
    else {
      const refused = reader.read(rowOf(one));
      if (refused !== undefined) rejected.push(refused);
    }
  }
  const parsed = reader.finish();
  const text = (one: unknown): string => JSON.stringify(one, Object.keys(taken[0] ?? {}).sort());
  return { parsed, taken: taken.map(text).sort(), rejected };
}

describe('a reader that is given the values of rows', () => {
  it('says of all rows what it says when it reads their cells', () => {
    fc.assert(
      fc.property(fc.array(arbitraryValues, { maxLength: 25 }), arbitraryHow, (values, how) => {
        expect(readAll(values, how, true)).toEqual(readAll(values, how, false));
      }),
      { numRuns: 400 },
    );
  });

  it('admits what is plainly a purchase, once for each id', () => {
    const reader = orThrow(createOrderReader(mapping(), { asOf: '2025-11-30' }));
    const order = { orderId: 'A1', customerId: 'ann', at: Date.UTC(2025, 10, 30), amount: 1 };
    expect([order, order, { ...order, orderId: 'A2' }].map((one) => reader.admit(one))).toEqual([
      true,
      false,
      true,
    ]);
    expect(reader.admit({ ...order, orderId: 'A3', at: Date.UTC(2025, 11, 1) })).toBe(false);
    expect(reader.admit({ ...order, orderId: 'A3', at: 0.5 })).toBe(false);
    expect(reader.admit({ ...order, orderId: 'A3', amount: 0.5 })).toBe(false);
    expect(reader.admit({ ...order, orderId: 'A3', amount: 0 })).toBe(false);
    expect(reader.finish()).toMatchObject({ orders: [], counts: { rows: 2, accepted: 2, rejected: 0 } });
  });
});
