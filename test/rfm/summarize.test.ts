import { describe, expect, it } from 'vitest';
import {
  type Order,
  orThrow,
  type PurchaseSummary,
  summarizePurchases,
  type Window,
} from '../../src/rfm/index.js';
import { book, order, wrongs } from './support.js';

const at = (iso: string): number => Date.parse(iso);

function summary(
  orders: readonly Order[],
  options: Parameters<typeof summarizePurchases>[1],
  zone = 'UTC',
): PurchaseSummary {
  const { customers } = orThrow(summarizePurchases(book(orders, { zone }), options));
  const [first] = customers;
  if (first === undefined) throw new Error('no customer');
  return first;
}

describe('a purchase summary', () => {
  it('adds up orders, days, units and amounts, and says when the first and the last order were', () => {
    const orders = [
      order({ id: '1', at: at('2025-10-01T09:00Z'), amount: 1000, units: 1 }),
      order({ id: '2', at: at('2025-11-20T09:00Z'), amount: 2000, units: 2 }),
      order({ id: '3', at: at('2025-11-20T21:00Z'), amount: 4000, units: 4 }),
    ];
    expect(summary(orders, { asOf: '2025-11-22' })).toEqual({
      kind: 'ordered',
      customerId: 'ann',
      orders: 3,
      purchaseDays: 2,
      units: 7,
      total: 7000,
      returns: 0,
      firstOrderAt: at('2025-10-01T09:00Z'),
      lastOrderAt: at('2025-11-20T21:00Z'),
      customerSince: at('2025-10-01T09:00Z'),
      recencyDays: 2,
      recencyMonths: 2 / 30,
      averageOrderValue: 7000 / 3,
    });
  });

  it('takes returns off total and units without counting them as orders or as recency', () => {
    const orders = [
      order({ at: at('2025-10-01T09:00Z'), amount: 5000, units: 5 }),
      order({ id: '2', at: at('2025-11-01T09:00Z'), amount: -2000, units: -2, kind: 'return' }),
    ];
    expect(summary(orders, { asOf: '2025-11-22' })).toMatchObject({
      orders: 1,
      returns: 1,
      purchaseDays: 1,
      units: 3,
      total: 3000,
      averageOrderValue: 3000,
      lastOrderAt: at('2025-10-01T09:00Z'),
      recencyDays: 52,
    });
  });

  it('of nothing but returns is that of a customer who never ordered', () => {
    const orders = [order({ amount: -2000, kind: 'return' })];
    expect(summary(orders, { asOf: '2025-11-22' })).toMatchObject({
      kind: 'neverOrdered',
      returns: 1,
      total: -2000,
      orders: 0,
    });
  });

  it('counts an order at asOf itself, and none later', () => {
    const now = at('2025-11-22T12:00Z');
    const orders = [order({ at: now }), order({ id: '2', at: now + 1 })];
    const result = orThrow(summarizePurchases(book(orders), { asOf: now }));
    expect(result.customers).toMatchObject([{ orders: 1, recencyDays: 0, recencyMonths: 0 }]);
    expect(result.counts).toEqual({
      orders: 2,
      inWindow: 1,
      beforeWindow: 0,
      afterWindow: 1,
      rejected: 0,
      rejectedCustomers: 0,
    });
  });

  it('never holds −0', () => {
    const result = summary([order({ amount: -0, units: -0 })], { asOf: '2025-11-22' });
    expect(Object.is(result.total, 0) && Object.is(result.units, 0)).toBe(true);
    expect(result.kind === 'ordered' && Object.is(result.averageOrderValue, 0)).toBe(true);
  });
});

describe('customers known to the host', () => {
  it('stay in the result when they never ordered, by id in code-unit order', () => {
    const known = ['zoe', 'Ann', '__proto__', 'constructor', '顾客', 'ann', 'zoe'];
    const { customers } = orThrow(
      summarizePurchases(book([order()]), { asOf: '2025-11-22', customers: known }),
    );
    expect(customers.map(({ customerId, kind }) => [customerId, kind])).toEqual([
      ['Ann', 'neverOrdered'],
      ['__proto__', 'neverOrdered'],
      ['ann', 'ordered'],
      ['constructor', 'neverOrdered'],
      ['zoe', 'neverOrdered'],
      ['顾客', 'neverOrdered'],
    ]);
  });

  it('stay unordered when their first order is after asOf', () => {
    expect(summary([order({ at: at('2026-01-01T00:00Z') })], { asOf: '2025-11-22' })).toMatchObject({
      kind: 'neverOrdered',
      orders: 0,
    });
  });
});

describe('windows', () => {
  const days = [
    '2023-12-31',
    '2024-01-01',
    '2024-11-21',
    '2024-11-22',
    '2024-12-31',
    '2025-01-01',
    '2025-10-23',
    '2025-11-22',
  ];
  const orders = days.map((day, i) => order({ id: day, at: at(`${day}T12:00Z`), amount: 2 ** i }));

  function counted(window: Window, asOf = '2025-11-22'): readonly string[] {
    const { total } = summary(orders, { asOf, window });
    return days.filter((_, i) => (total & (2 ** i)) !== 0);
  }

  it.each<[Window, readonly string[]]>([
    [{ kind: 'all' }, days],
    [{ kind: 'rollingMonths', months: 12 }, days.slice(3)],
    [{ kind: 'rollingMonths', months: 1 }, days.slice(6)],
    [{ kind: 'rollingDays', days: 30 }, days.slice(6)],
    [{ kind: 'rollingDays', days: 29 }, days.slice(7)],
    [{ kind: 'calendarYear' }, days.slice(5)],
    [{ kind: 'calendarYear', year: 2024 }, days.slice(1, 5)],
    [{ kind: 'fixed', from: '2024-01-01', until: '2024-12-31' }, days.slice(1, 4)],
    [{ kind: 'fixed', from: '2025-01-01', until: '2030-01-01' }, days.slice(5)],
  ])('%j', (window, expected) => {
    expect(counted(window)).toEqual(expected);
  });

  it('reach back from the end of February, on leap days too', () => {
    const february = [
      order({ at: at('2024-02-28T12:00Z'), amount: 1 }),
      order({ id: '2', at: at('2024-02-29T12:00Z'), amount: 2 }),
    ];
    const window = { kind: 'rollingMonths', months: 12 } as const;
    expect(summary(february, { asOf: '2025-02-28', window }).total).toBe(3);
    expect(summary(february, { asOf: '2025-03-01', window })).toMatchObject({ kind: 'lapsed', total: 0 });
  });

  it('leave a customer whose orders all lie before them lapsed, with what is known', () => {
    const window = { kind: 'rollingMonths', months: 1 } as const;
    const before = [order({ at: at('2024-01-15T12:00Z') }), order({ id: '2', at: at('2024-03-15T12:00Z') })];
    expect(summary(before, { asOf: '2025-03-15', window })).toEqual({
      kind: 'lapsed',
      customerId: 'ann',
      orders: 0,
      purchaseDays: 0,
      units: 0,
      total: 0,
      returns: 0,
      lastOrderAt: at('2024-03-15T12:00Z'),
      customerSince: at('2024-01-15T12:00Z'),
      recencyDays: 365,
      recencyMonths: 12,
    });
  });

  it('keep the first order ever in customerSince', () => {
    const window = { kind: 'calendarYear' } as const;
    const both = [order({ at: at('2020-01-15T12:00Z') }), order({ id: '2', at: at('2025-03-15T12:00Z') })];
    expect(summary(both, { asOf: '2025-11-22', window })).toMatchObject({
      kind: 'ordered',
      customerSince: at('2020-01-15T12:00Z'),
      firstOrderAt: at('2025-03-15T12:00Z'),
    });
  });

  it('split the orders into before, in and after', () => {
    const window = { kind: 'fixed', from: '2024-01-01', until: '2025-01-01' } as const;
    const result = orThrow(summarizePurchases(book(orders), { asOf: '2025-11-22', window }));
    expect(result.counts).toEqual({
      orders: 8,
      inWindow: 4,
      beforeWindow: 1,
      afterWindow: 3,
      rejected: 0,
      rejectedCustomers: 0,
    });
    expect(result).toMatchObject({ window, zone: 'UTC', asOf: at('2025-11-22T23:59:59.999Z') });
  });

  it.each<[string, Window, readonly string[]]>([
    ['no months', { kind: 'rollingMonths', months: 0 }, ['outOfRange window.months']],
    ['half a month', { kind: 'rollingMonths', months: 0.5 }, ['outOfRange window.months']],
    ['NaN months', { kind: 'rollingMonths', months: Number.NaN }, ['outOfRange window.months']],
    ['endless days', { kind: 'rollingDays', days: Number.POSITIVE_INFINITY }, ['outOfRange window.days']],
    ['a year before the calendar', { kind: 'calendarYear', year: 0 }, ['outOfRange window.year']],
    [
      'a day that does not exist',
      { kind: 'fixed', from: '2025-02-29', until: '2025-13-01' },
      ['notADate window.from', 'notADate window.until'],
    ],
    [
      'an end that is its start',
      { kind: 'fixed', from: '2025-01-01', until: '2025-01-01' },
      ['outOfRange window.until'],
    ],
  ])('of %s are refused', (_, window, expected) => {
    expect(wrongs(summarizePurchases(book([]), { asOf: '2025-11-22', window }))).toEqual(expected);
  });
});

describe('recency', () => {
  function recency(last: string, asOf: number | string, zone: string): readonly [number, number] {
    const found = summary([order({ at: at(last) })], { asOf }, zone);
    if (found.kind !== 'ordered') throw new Error(found.kind);
    return [found.recencyDays, found.recencyMonths];
  }

  it('counts civil days of the zone, not spans of 24 hours', () => {
    expect(recency('2025-11-21T23:59Z', at('2025-11-22T00:01Z'), 'UTC')[0]).toBe(1);
    expect(recency('2025-11-21T00:00Z', at('2025-11-21T23:59Z'), 'UTC')[0]).toBe(0);
    expect(recency('2025-11-21T23:59Z', at('2025-11-22T00:01Z'), 'Asia/Shanghai')[0]).toBe(0);
    expect(recency('2025-11-21T15:59Z', at('2025-11-21T16:00Z'), 'Asia/Shanghai')[0]).toBe(1);
  });

  it('is not moved by clock changes', () => {
    // Berlin: 23 hours on 30 March 2025, 25 hours on 26 October 2025.
    expect(recency('2025-03-29T23:30+01:00', at('2025-03-31T00:30+02:00'), 'Europe/Berlin')[0]).toBe(2);
    expect(recency('2025-10-25T23:30+02:00', at('2025-10-27T00:30+01:00'), 'Europe/Berlin')[0]).toBe(2);
    expect(recency('2025-10-26T00:30+02:00', at('2025-10-26T23:30+01:00'), 'Europe/Berlin')[0]).toBe(0);
    // Havana's 9 March 2025 has no midnight; on 2 November 2025 its midnight happens twice.
    expect(recency('2025-03-08T23:59-05:00', at('2025-03-09T01:00-04:00'), 'America/Havana')[0]).toBe(1);
    expect(recency('2025-11-02T00:30-04:00', at('2025-11-02T00:30-05:00'), 'America/Havana')[0]).toBe(0);
  });

  it('counts calendar months, the end of the month clamped', () => {
    expect(recency('2025-09-22T12:00Z', '2025-11-22', 'UTC')[1]).toBe(2);
    expect(recency('2025-09-21T12:00Z', '2025-11-22', 'UTC')[1]).toBeCloseTo(2 + 1 / 30, 12);
    expect(recency('2025-01-31T12:00Z', '2025-02-28', 'UTC')[1]).toBe(1);
    expect(recency('2024-02-29T12:00Z', '2025-02-28', 'UTC')[1]).toBe(12);
    expect(recency('2024-02-29T12:00Z', '2025-03-01', 'UTC')[1]).toBeGreaterThan(12);
  });

  it('is 0 for the furthest instants there are', () => {
    for (const end of [8.64e15, -8.64e15]) {
      expect(summary([order({ at: end })], { asOf: end })).toMatchObject({
        kind: 'ordered',
        recencyDays: 0,
        recencyMonths: 0,
      });
    }
  });
});

describe('orders that never went through parseOrders', () => {
  it.each([
    ['an amount of NaN', { amount: Number.NaN }, 'amount'],
    ['half a cent', { amount: 0.5 }, 'amount'],
    ['an amount beyond the safe integers', { amount: 2 ** 53 }, 'amount'],
    ['an infinite time', { at: Number.POSITIVE_INFINITY }, 'at'],
    ['a time beyond all dates', { at: 8.64e15 + 1 }, 'at'],
    ['half a unit', { units: 0.5 }, 'units'],
    ['no customer', { customerId: undefined }, 'customerId'],
    ['a kind of its own', { kind: 'refund' }, 'kind'],
  ])('with %s are rejected with their index, and the rest is summarised', (_, over, field) => {
    const odd: Order = Object.assign({}, order(), over);
    const result = orThrow(
      summarizePurchases(book([order(), odd, order({ id: '3' })]), { asOf: '2025-11-22' }),
    );
    expect(result.rejected.map(({ problem }) => problem.path)).toEqual([['orders', 1, field]]);
    expect(result.counts).toMatchObject({ orders: 3, inWindow: 2, rejected: 1 });
    expect(result.customers).toMatchObject([{ customerId: 'ann', orders: 2, total: 4000 }]);
  });
});

describe('what is no order, no customer and no list', () => {
  const asOf = '2025-11-22';
  // As JSON, or code without types, may hand it over.
  const from = <T>(json: string): T => JSON.parse(json);

  it.each(['null', '7', '"order"', 'true'])('is rejected with its index: %s', (json) => {
    const result = orThrow(summarizePurchases(book([from<Order>(json), order()]), { asOf }));
    expect(result.rejected).toMatchObject([{ problem: { code: 'wrongType', path: ['orders', 0] } }]);
    expect(result.counts).toMatchObject({ orders: 2, inWindow: 1, rejected: 1 });
    expect(result.customers).toMatchObject([{ customerId: 'ann', total: 2000 }]);
  });

  it('is rejected among the customers the host knows', () => {
    const customers = from<string[]>('["bob", 7, null]');
    const result = orThrow(summarizePurchases(book([]), { asOf, customers }));
    expect(result.customers.map(({ customerId }) => customerId)).toEqual(['bob']);
    expect(result.rejected.map(({ problem }) => problem.path)).toEqual([
      ['customers', 1],
      ['customers', 2],
    ]);
    expect(result.counts).toMatchObject({ rejected: 0, rejectedCustomers: 2 });
  });

  it('is a problem in place of a list', () => {
    expect(wrongs(summarizePurchases(book([]), { asOf, customers: 'ann' }))).toEqual(['wrongType customers']);
    expect(wrongs(summarizePurchases(book([]), { asOf, customers: from('{}') }))).toEqual([
      'wrongType customers',
    ]);
    expect(wrongs(summarizePurchases(book(from('null')), { asOf }))).toEqual(['wrongType orders']);
  });

  it.each(['{ "kind": "rollingWeeks", "weeks": 4 }', '{}', '"all"', '{ "kind": "toString" }'])(
    'is a problem in place of a window: %s',
    (json) => {
      const window = from<Window>(json);
      expect(wrongs(summarizePurchases(book([]), { asOf, window }))).toEqual(['notOneOf window.kind']);
    },
  );
});

describe('merged customers', () => {
  const asOf = '2025-11-22';

  it('are one customer, in orders and among those the host knows', () => {
    const orders = [order(), order({ id: '2', customerId: 'anne' }), order({ id: '3', customerId: 'bob' })];
    const mergedCustomers = { ann: 'anna', anne: 'ann' };
    const { customers } = orThrow(
      summarizePurchases(book(orders), { asOf, customers: ['anne', 'bob'], mergedCustomers }),
    );
    expect(customers.map(({ customerId, orders: count }) => [customerId, count])).toEqual([
      ['anna', 2],
      ['bob', 1],
    ]);
  });

  it('in a circle are a problem', () => {
    const mergedCustomers = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(wrongs(summarizePurchases(book([]), { asOf, mergedCustomers }))).toEqual([
      'circle mergedCustomers.a',
    ]);
  });
});

describe('a customer whose exact sum leaves the safe integers', () => {
  const most = Number.MAX_SAFE_INTEGER;

  it('is rejected with that sum; the others stay', () => {
    const orders = [
      order({ amount: most }),
      order({ id: '2', amount: most }),
      order({ id: '3', customerId: 'bob' }),
    ];
    const result = orThrow(summarizePurchases(book(orders), { asOf: '2025-11-22' }));
    expect(result.rejected).toMatchObject([
      {
        customerId: 'ann',
        problem: { code: 'tooLarge', path: ['customers', 'ann', 'total'], found: '18014398509481982' },
      },
    ]);
    expect(result.customers.map(({ customerId }) => customerId)).toEqual(['bob']);
    expect(result.counts).toMatchObject({ orders: 3, inWindow: 3, rejected: 0, rejectedCustomers: 1 });
  });

  it('is rejected for units, too', () => {
    const orders = [order({ units: most }), order({ id: '2', units: 1 })];
    const result = orThrow(summarizePurchases(book(orders), { asOf: '2025-11-22' }));
    expect(result.rejected[0]?.problem.path).toEqual(['customers', 'ann', 'units']);
  });

  it('is summed exactly when it comes back within them', () => {
    const orders = [
      order({ amount: most }),
      order({ id: '2', amount: most }),
      order({ id: '3', amount: -most }),
    ];
    expect(summary(orders, { asOf: '2025-11-22' }).total).toBe(most);
  });
});

it('refuses an unknown zone and an asOf that is no instant', () => {
  expect(wrongs(summarizePurchases(book([], { zone: 'Mars/Olympus' }), { asOf: 0 }))).toEqual([
    'unknownZone zone',
  ]);
  for (const asOf of ['2025-02-29', '', Number.NaN, 0.5, new Date(Number.NaN)]) {
    expect(wrongs(summarizePurchases(book([]), { asOf }))).toEqual(['notAnInstant asOf']);
  }
});

it('of no orders gives no customers', () => {
  const result = orThrow(summarizePurchases(book([]), { asOf: '2025-11-22' }));
  expect(result.customers).toEqual([]);
  expect(result.counts).toEqual({
    orders: 0,
    inWindow: 0,
    beforeWindow: 0,
    afterWindow: 0,
    rejected: 0,
    rejectedCustomers: 0,
  });
});
