/** Arbitrary inputs of this room, drawn narrow on purpose: ties, empty bins and edges have to happen often. */
import fc from 'fast-check';
import type {
  Order,
  OrderedSummary,
  OrderMappingInput,
  QuantileScale,
  RfmModel,
  RfmScale,
} from '../../src/rfm/index.js';
import { mapping, model, ordered } from './support.js';

const DAY = 86_400_000;

export const arbitraryId: fc.Arbitrary<string> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4 }),
  fc.constantFrom('__proto__', 'constructor', 'a', 'b', 'c', '顾客', '10', '9'),
);

/** Customers with an order, by id; figures small so that they repeat. */
export const arbitraryCustomers: fc.Arbitrary<readonly OrderedSummary[]> = fc
  .uniqueArray(
    fc.record({
      customerId: arbitraryId,
      recencyDays: fc.nat({ max: 30 }),
      orders: fc.integer({ min: 1, max: 8 }),
      total: fc.integer({ min: -50, max: 400 }),
      merged: fc.nat({ max: 3 }),
    }),
    { selector: ({ customerId }) => customerId, minLength: 1, maxLength: 40 },
  )
  .map((customers) =>
    customers
      .map(({ merged, recencyDays, ...one }) =>
        ordered({
          ...one,
          recencyDays,
          recencyMonths: recencyDays / 30,
          purchaseDays: Math.max(1, one.orders - merged),
          averageOrderValue: one.total / one.orders,
        }),
      )
      .sort((a, b) => (a.customerId < b.customerId ? -1 : 1)),
  );

const bins = fc.integer({ min: 2, max: 10 });
const together = fc.record({
  kind: fc.constant('quantiles' as const),
  bins,
  ties: fc.constant('together' as const),
  method: fc.constantFrom(
    ...(['type1', 'type2', 'type3', 'type4', 'type5', 'type6', 'type7', 'type8', 'type9'] as const),
  ),
  closed: fc.constantFrom('lower' as const, 'upper' as const),
  shift: fc.constant(0),
  emptyBins: fc.constant('keep' as const),
});

export const arbitraryRanks: fc.Arbitrary<Extract<QuantileScale, { ties: 'byRank' }>> = fc.record({
  kind: fc.constant('quantiles' as const),
  bins,
  ties: fc.constant('byRank' as const),
});

/** Quantile scales that do not renumber: those are refused where everybody has the same value. */
export const arbitraryQuantiles: fc.Arbitrary<QuantileScale> = fc.oneof(together, arbitraryRanks);

const bands: fc.Arbitrary<RfmScale> = fc.record({
  kind: fc.constant('bands' as const),
  cuts: fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 })
    .map((cuts) => cuts.sort((a, b) => a - b)),
  closed: fc.constantFrom('lower' as const, 'upper' as const),
});

function modelOf(scale: fc.Arbitrary<RfmScale>, binning: RfmModel['binning']): fc.Arbitrary<RfmModel> {
  return fc
    .record({
      recency: fc.record({ unit: fc.constantFrom('days' as const, 'months' as const), scale }),
      frequency: fc.record({ counts: fc.constantFrom('orders' as const, 'purchaseDays' as const), scale }),
      monetary: fc.record({
        basis: fc.constantFrom('total' as const, 'averageOrderValue' as const, 'averageDayValue' as const),
        scale,
      }),
      weights: fc.record({ r: fc.nat({ max: 5 }), f: fc.nat({ max: 5 }), m: fc.integer({ min: 1, max: 5 }) }),
    })
    .map((parts) => model({ ...parts, binning, currency: { code: 'EUR', minorUnit: 2 } }));
}

/** Independent scales of every kind. */
export const arbitraryModel: fc.Arbitrary<RfmModel> = modelOf(
  fc.oneof(arbitraryQuantiles, bands),
  'independent',
);
export const arbitraryQuantileModel: fc.Arbitrary<RfmModel> = modelOf(arbitraryQuantiles, 'independent');
export const arbitraryNestedModel: fc.Arbitrary<RfmModel> = modelOf(arbitraryQuantiles, 'nested');

/** Orders and returns of a few customers over two years. */
export const arbitraryOrders: fc.Arbitrary<readonly Order[]> = fc.array(
  fc.record({
    id: arbitraryId,
    customerId: fc.constantFrom('a', 'b', 'c', '__proto__', '顾客'),
    at: fc.oneof(
      fc.integer({ min: Date.UTC(2023, 10, 1), max: Date.UTC(2025, 10, 22) }),
      fc.integer({ min: 0, max: 700 }).map((day) => Date.UTC(2023, 11, 31) + day * DAY),
    ),
    amount: fc.oneof(fc.integer({ min: -1000, max: 5000 }), fc.maxSafeInteger()),
    units: fc.integer({ min: -5, max: 20 }),
    kind: fc.constantFrom('purchase' as const, 'purchase' as const, 'return' as const),
  }),
  { maxLength: 40 },
);

export const arbitraryMapping: fc.Arbitrary<OrderMappingInput> = fc
  .record({
    rows: fc.constantFrom('orders' as const, 'lines' as const),
    status: fc.boolean(),
    product: fc.boolean(),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana', 'Asia/Shanghai'),
    rounding: fc.constantFrom('exact' as const, 'halfEven' as const, 'down' as const),
    repeatedTimes: fc.constantFrom('earlier' as const, 'later' as const, 'refuse' as const),
    skippedTimes: fc.constantFrom('later' as const, 'refuse' as const),
    personal: fc.subarray(['customer', 'amount', 'id']),
    returns: fc.record({
      idPrefix: fc.constantFrom('C', 'nothing starts so'),
      amounts: fc.constantFrom('negative' as const, 'positive' as const),
      negativeTotal: fc.constantFrom('return' as const, 'order' as const),
    }),
    policies: fc.record({
      returns: fc.constantFrom(
        'net' as const,
        'negativeOrder' as const,
        'ignore' as const,
        'refuse' as const,
      ),
      zeroAmounts: fc.constantFrom('keep' as const, 'ignore' as const, 'refuse' as const),
      sameDay: fc.constantFrom('keep' as const, 'merge' as const),
      duplicateRows: fc.constantFrom('keep' as const, 'ignore' as const, 'refuse' as const),
      repeatedIds: fc.constantFrom(
        'refuse' as const,
        'first' as const,
        'last' as const,
        'sum' as const,
        'separate' as const,
      ),
      missingCustomer: fc.constantFrom('refuse' as const, 'ignore' as const, 'guest' as const),
      afterAsOf: fc.constantFrom('refuse' as const, 'ignore' as const),
    }),
  })
  .map(({ status, product, ...over }) => {
    const columns = {
      orderId: 'id',
      customerId: 'customer',
      at: 'at',
      ...(status ? { status: 'status' } : {}),
    };
    return mapping({
      ...over,
      columns: product
        ? { ...columns, unitPrice: 'amount', quantity: 'pieces' }
        : { ...columns, amount: 'amount' },
      ...(status ? { statuses: { counted: ['paid', ''], ignored: ['cancelled'] } } : {}),
    });
  });

/** A row whose every cell is well formed under {@link arbitraryMapping}, except now and then. */
export const arbitraryRow: fc.Arbitrary<Record<string, unknown>> = fc.record({
  id: fc.oneof(fc.constantFrom('1', '2', '3', 'C1', 'C2', '1 4', '__proto__', ' 2 '), fc.nat({ max: 5 })),
  customer: fc.constantFrom('a', 'b', '', ' a', '__proto__', undefined, 'guest:1', 1.5),
  at: fc.constantFrom(
    '2025-03-30T02:30',
    '2025-10-26T02:30',
    '2025-11-02T00:30',
    '2025-11-03',
    '2025-11-03T10:00Z',
    '2024-02-29',
    '2025-02-29',
    'soon',
    new Date(Date.UTC(2025, 10, 3)),
    null,
    '2026-01-01',
  ),
  amount: fc.constantFrom(
    '10.00',
    '0.00',
    '-5.00',
    '1,000',
    7,
    -7,
    0.1,
    Number.NaN,
    '',
    '0.005',
    5n,
    '90071992547409.91',
  ),
  pieces: fc.constantFrom('1', '2', '0', '-1', 3, '1.5', ''),
  status: fc.constantFrom('paid', 'cancelled', 'lost', undefined),
});

/** What no mapping takes for a row of an order, each for a reason of its own. */
export const arbitraryGarbage: fc.Arbitrary<unknown> = fc.constantFrom(
  null,
  undefined,
  'id;customer;at',
  7,
  ['1', 'a'],
  Symbol('row'),
  { id: '1', customer: 'a', at: 'soon', amount: '1', pieces: '1', status: 'paid' },
  { id: {}, customer: 'a', at: '2025-11-03', amount: '-1', pieces: '1', status: 'paid' },
  { id: '2', customer: 'a', at: '2025-11-03', amount: 'much', pieces: '1', status: 'paid' },
  { id: '3', customer: 'b', at: '2025-11-03', amount: Number.POSITIVE_INFINITY, pieces: '1', status: 'paid' },
);
