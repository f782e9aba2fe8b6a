/** Columns that are none are refused with one typed problem before any work. */
import { describe, expect, it } from 'vitest';
import {
  aggregateOrderObjects,
  aggregateOrders,
  appendOrders,
  mergePartials,
  type OrderColumnsInput,
  orderColumns,
} from '../../../src/rfm/columns/index.js';
import { describe as inWords, type Order, orThrow, ProblemError } from '../../../src/rfm/index.js';
import { problemsOf, wrongs } from '../support.js';
import { AS_OF, CURRENCY } from './arbitraries.js';

const SETTINGS = { asOf: AS_OF, zone: 'UTC', currency: CURRENCY } as const;

function columns(over: Partial<OrderColumnsInput> = {}): OrderColumnsInput {
  return { customer: Int32Array.of(1, 2), at: Float64Array.of(0, 1), amount: Float64Array.of(5, 6), ...over };
}

/** A column whose buffer has gone elsewhere. */
function detached(): Float64Array {
  const column = Float64Array.of(1, 2);
  structuredClone(column, { transfer: [column.buffer] });
  return column;
}

describe('orderColumns refuses', () => {
  const wide = BigInt(Number.MAX_SAFE_INTEGER) + 1n;
  const cases: readonly (readonly [string, Partial<OrderColumnsInput>, string])[] = [
    ['columns of different lengths', { amount: Float64Array.of(5) }, 'otherLength amount.length'],
    ['a detached buffer', { at: detached() }, 'detached at'],
    ['NaN in an integer column', { amount: Float64Array.of(5, Number.NaN) }, 'wrongType amount.1'],
    ['a fraction', { at: Float64Array.of(0.5, 1) }, 'wrongType at.0'],
    ['an infinite amount', { amount: Float64Array.of(Number.POSITIVE_INFINITY, 1) }, 'wrongType amount.0'],
    ['an amount beyond the safe integers', { amount: BigInt64Array.of(1n, wide) }, 'wrongType amount.1'],
    ['a time beyond reach', { at: Float64Array.of(0, 8.65e15) }, 'wrongType at.1'],
    ['a list of numbers for a column', { amount: [5, 6] as never }, 'wrongType amount'],
    ['floats of 32 bits', { at: Float32Array.of(0, 1) as never }, 'wrongType at'],
    ['text for ids', { customer: 'ab' as never }, 'wrongType customer'],
    ['no times', { at: null as never }, 'wrongType at'],
    ['marks that are no bytes', { returned: [0, 1] as never }, 'wrongType returned'],
    ['a fraction in the ids', { customer: Float64Array.of(1, 1.5) }, 'wrongType customer.1'],
    ['a hole among texts', { customer: ['a', undefined as never] }, 'wrongType customer.1'],
    ['a fraction of a unit', { units: Float64Array.of(1, 1.25) }, 'wrongType units.1'],
    ['a mark that is neither 0 nor 1', { returned: Uint8Array.of(0, 2) }, 'wrongType returned.1'],
  ];

  it.each(cases)('%s', (_, over, expected) => {
    expect(wrongs(orderColumns(columns(over)))).toEqual([expected]);
  });

  it('empty columns', () => {
    const none = new Float64Array(0);
    expect(wrongs(orderColumns({ customer: [], at: none, amount: none }))).toContain('empty customer.length');
  });
});

it('says in English and in Chinese what is wrong', () => {
  const over = { amount: [5, 6], at: Float64Array.of(1), returned: Int8Array.of(0, 0) } as never;
  const sentences = (['en', 'zh'] as const).map((language) =>
    problemsOf(orderColumns(columns(over))).map((problem) => inWords(problem, language)),
  );
  expect(sentences).toEqual([
    [
      'at.length: expected the same as the length of customer (2), found 1.',
      'amount: expected a column in an Int32Array, Uint32Array, Float64Array or BigInt64Array, found an array of 2.',
      'returned: expected a column in a Uint8Array, found Int8Array.',
    ],
    [
      'at.length：应与 customer 的长度相同（2），实际为 1。',
      'amount：应为 Int32Array、Uint32Array、Float64Array 或 BigInt64Array 列，实际为 2 项的列表。',
      'returned：应为 Uint8Array 列，实际为 Int8Array。',
    ],
  ]);
});

describe('columns may be', () => {
  it('views over a part of a buffer, used where they lie', () => {
    const buffer = new ArrayBuffer(64);
    const at = new Float64Array(buffer, 8, 2);
    at.set([3, 4]);
    const checked = orThrow(orderColumns(columns({ at })));
    expect(checked.at).toBe(at);
    expect(orThrow(aggregateOrders(checked, SETTINGS)).lastOrderAt).toEqual(Float64Array.of(3, 4));
  });

  it('unsigned, and integers beyond the safe ones where they are ids', () => {
    const big = BigInt64Array.of(9_007_199_254_740_993n, 2n);
    expect(orThrow(aggregateOrders(orThrow(orderColumns(columns({ customer: big }))), SETTINGS)).ids).toEqual(
      ['9007199254740993', '2'],
    );
    const unsigned = Uint32Array.of(4_294_967_295, 2);
    const { ids } = orThrow(
      aggregateOrders(orThrow(orderColumns(columns({ customer: unsigned }))), SETTINGS),
    );
    expect(Array.from(ids, Number).sort((a, b) => a - b)).toEqual([2, 4_294_967_295]);
  });
});

describe('aggregates refuse', () => {
  it('more customers than fit, however they come together', () => {
    const one = orThrow(orderColumns(columns()));
    const other = orThrow(orderColumns(columns({ customer: Int32Array.of(3, 2) })));
    const text = orThrow(orderColumns(columns({ customer: ['a', 'b'] })));
    const two = { ...SETTINGS, mostCustomers: 2 };
    expect(wrongs(aggregateOrders(one, { ...SETTINGS, mostCustomers: 1 }))).toEqual([
      'tooManyCustomers customer',
    ]);
    expect(wrongs(aggregateOrders(text, { ...SETTINGS, mostCustomers: 1 }))).toEqual([
      'tooManyCustomers customer',
    ]);
    expect(wrongs(aggregateOrders(one, { ...two, customers: ['9'] }))).toEqual(['tooManyCustomers customer']);
    const purchases = orThrow(aggregateOrders(one, two));
    expect(wrongs(appendOrders(purchases, other))).toEqual(['tooManyCustomers customer']);
    expect(wrongs(mergePartials(purchases, orThrow(aggregateOrders(other, two))))).toEqual([
      'tooManyCustomers customer',
    ]);
  });

  it('more customers than fit, where many rows go part by part', () => {
    const rows = 260_000;
    const numbers = Float64Array.from({ length: rows }, (_, i) => i * 1e6);
    const at = new Float64Array(rows);
    const settings = { ...SETTINGS, mostCustomers: 1000 };
    for (const customer of [numbers, Int32Array.from(numbers, (_, i) => i), Array.from(numbers, String)]) {
      const checked = orThrow(orderColumns({ customer, at, amount: at }));
      expect(wrongs(aggregateOrders(checked, settings))).toEqual(['tooManyCustomers customer']);
    }
    const orders = Array.from(numbers, (id): Order => {
      return { id: '', customerId: String(id), at: 0, amount: 0, units: 0, kind: 'purchase' };
    });
    expect(wrongs(aggregateOrderObjects(orders, settings))).toEqual(['tooManyCustomers customer']);
  });

  it('a limit of customers that is none, and customers that are no list', () => {
    const checked = orThrow(orderColumns(columns()));
    for (const mostCustomers of [0, 1.5, Number.NaN])
      expect(wrongs(aggregateOrders(checked, { ...SETTINGS, mostCustomers }))).toEqual([
        'outOfRange mostCustomers',
      ]);
    expect(wrongs(aggregateOrders(checked, { ...SETTINGS, customers: 'ann' }))).toEqual([
      'wrongType customers',
    ]);
    const { customers, rejected, counts } = orThrow(
      aggregateOrders(checked, { ...SETTINGS, customers: ['9', 7 as never] }),
    );
    expect([customers, rejected.map(({ problem }) => problem.path)]).toEqual([3, [['customers', 1]]]);
    expect(counts).toMatchObject({ orders: 2, rejected: 0, rejectedCustomers: 1 });
  });

  it('objects that are no list', () => {
    expect(wrongs(aggregateOrderObjects(null as never, SETTINGS))).toEqual(['wrongType orders']);
    expect(wrongs(aggregateOrderObjects('ab' as never, SETTINGS))).toEqual(['wrongType orders']);
  });

  it('columns whose buffer went elsewhere after they were checked', () => {
    const at = Float64Array.of(0, 1);
    const checked = orThrow(orderColumns(columns({ at })));
    structuredClone(at, { transfer: [at.buffer] });
    expect(wrongs(aggregateOrders(checked, SETTINGS))).toEqual(['detached at']);
  });

  it('a zone, an instant and a window that are none', () => {
    const checked = orThrow(orderColumns(columns()));
    expect(wrongs(aggregateOrders(checked, { ...SETTINGS, zone: 'Mars' }))).toEqual(['unknownZone zone']);
    expect(wrongs(aggregateOrders(checked, { ...SETTINGS, asOf: 'today' }))).toEqual(['notAnInstant asOf']);
    const window = { kind: 'fixed', from: '2025-02-30', until: '2025-03-01' } as const;
    expect(wrongs(aggregateOrders(checked, { ...SETTINGS, window }))).toEqual(['notADate window.from']);
    const other = { kind: 'fortnight' } as never;
    expect(wrongs(aggregateOrders(checked, { ...SETTINGS, window: other }))).toEqual([
      'notOneOf window.kind',
    ]);
  });

  it('to merge what was made under other conventions', () => {
    const checked = orThrow(orderColumns(columns()));
    const one = orThrow(aggregateOrders(checked, SETTINGS));
    const other = orThrow(
      aggregateOrders(checked, {
        ...SETTINGS,
        zone: 'Asia/Shanghai',
        currency: { code: 'CNY', minorUnit: 2 },
      }),
    );
    expect(wrongs(mergePartials(one, other))).toEqual(['otherConvention zone', 'otherConvention currency']);
    expect(() => orThrow(mergePartials(one, other))).toThrow(ProblemError);
  });
});
