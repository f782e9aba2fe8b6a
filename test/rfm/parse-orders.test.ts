import { describe, expect, it } from 'vitest';
import { createOrderReader, orThrow, parseOrders, describe as say } from '../../src/rfm/index.js';
import { mapping, parsed, rejections, row, wrongs } from './support.js';

const LINES = {
  rows: 'lines',
  columns: { orderId: 'id', customerId: 'customer', at: 'at', unitPrice: 'price', quantity: 'pieces' },
} as const;

function line(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id: 'A1', customer: 'ann', at: '2025-11-03T10:00', price: '2.50', pieces: '2', ...over };
}

describe('a row that is an order', () => {
  it('becomes an order with the amount in minor units and the time in epoch milliseconds', () => {
    const { orders, counts, currency, zone } = parsed([row()]);
    expect(orders).toEqual([
      {
        id: 'A1',
        customerId: 'ann',
        at: Date.UTC(2025, 10, 3, 10),
        amount: 2000,
        units: 0,
        kind: 'purchase',
      },
    ]);
    expect(counts).toEqual({ rows: 1, accepted: 1, ignored: 0, rejected: 0 });
    expect({ currency, zone }).toEqual({ currency: { code: 'EUR', minorUnit: 2 }, zone: 'UTC' });
  });

  it('has its row number as id where the mapping names no id column', () => {
    const columns = { customerId: 'customer', at: 'at', amount: 'amount' };
    expect(parsed([row(), null, row()], { columns }).orders.map(({ id }) => id)).toEqual(['#1', '#3']);
  });

  it('may have its amount as unit price times quantity, exactly', () => {
    const columns = { ...LINES.columns };
    const { orders } = parsed([line({ price: '0.1', pieces: '3' })], { columns });
    expect(orders.map(({ amount, units }) => [amount, units])).toEqual([[30, 3]]);
  });

  it('keeps a quantity beside an amount as units only', () => {
    const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', quantity: 'pieces' };
    expect(parsed([row({ pieces: '7' })], { columns }).orders[0]).toMatchObject({ amount: 2000, units: 7 });
  });

  it('holds fractional quantities in the unit of quantityDecimals, and refuses finer ones', () => {
    const result = parsed(
      [line({ pieces: '1.25', price: '4' }), line({ id: 'A2', pieces: '1.255', price: '4' })],
      {
        columns: LINES.columns,
        quantityDecimals: 2,
      },
    );
    expect(result.orders.map(({ units, amount }) => [units, amount])).toEqual([[125, 500]]);
    expect(rejections(result)).toEqual(['2: tooManyDecimals pieces']);
  });

  it('is listed by time, then by id, wherever it stood', () => {
    const rows = [row({ id: 'b' }), row({ id: 'a' }), row({ id: 'Z', at: '2025-11-02' }), row({ id: 'B' })];
    expect(parsed(rows).orders.map(({ id }) => id)).toEqual(['Z', 'B', 'a', 'b']);
  });
});

describe('rows that are lines of orders', () => {
  it('are grouped by order id wherever they stand, at the time of the earliest line', () => {
    const rows = [
      line({ at: '2025-11-03T10:05' }),
      line({ id: 'A2', customer: 'bob' }),
      line({ at: '2025-11-03T10:00', price: '1.00', pieces: '3' }),
    ];
    const { orders, counts } = parsed(rows, LINES);
    expect(orders).toEqual([
      { id: 'A1', customerId: 'ann', at: Date.UTC(2025, 10, 3, 10), amount: 800, units: 5, kind: 'purchase' },
      { id: 'A2', customerId: 'bob', at: Date.UTC(2025, 10, 3, 10), amount: 500, units: 2, kind: 'purchase' },
    ]);
    expect(counts.accepted).toBe(3);
  });

  it('that name two customers are all refused, so that no row wins by standing first', () => {
    const result = parsed([line(), line({ id: 'A2' }), line({ customer: 'bob' }), line()], LINES);
    expect(rejections(result)).toEqual([
      '1: otherCustomer customer',
      '3: otherCustomer customer',
      '4: otherCustomer customer',
    ]);
    const problem = result.rejected[0]?.problems[0];
    expect(problem && say(problem, 'en')).toBe(
      'customer: expected a single customer for all lines of order "A1", found "ann" in row 1 and "bob" in row 3.',
    );
    expect(problem && say(problem, 'zh')).toBe(
      'customer：应为订单 "A1" 各行的同一位顾客，实际为第 1 行为 "ann"，第 3 行为 "bob"。',
    );
    expect(result.orders.map(({ id }) => id)).toEqual(['A2']);
  });

  it('of which one is bad still make an order of the others', () => {
    const result = parsed([line(), line({ price: 'free' }), line()], LINES);
    expect(rejections(result)).toEqual(['2: notANumber price']);
    expect(result.orders.map(({ amount, units }) => [amount, units])).toEqual([[1000, 4]]);
  });

  it('of a return and of an order under one id stay apart when the status marks them', () => {
    const columns = { ...LINES.columns, status: 'status' };
    const rows = [line({ status: 'sold' }), line({ status: 'back', pieces: '-1' })];
    const { orders } = parsed(rows, { ...LINES, columns, returns: { statuses: ['back'] } });
    expect(orders.map(({ id, amount, kind }) => [id, amount, kind])).toEqual([
      ['A1', 500, 'purchase'],
      ['A1', -250, 'return'],
    ]);
  });

  it('that are judged as a whole order are rejected by their own numbers', () => {
    const rows = [
      line({ pieces: '1' }),
      line({ id: 'A2' }),
      line({ pieces: '1' }),
      line({ pieces: '-2' }),
      'not a row',
    ];
    const result = parsed(rows, { ...LINES, policies: { zeroAmounts: 'refuse' } });
    expect(rejections(result)).toEqual([
      '1: zeroAmount price',
      '3: zeroAmount price',
      '4: zeroAmount price',
      '5: wrongType ',
    ]);
    expect(result.counts).toEqual({ rows: 5, accepted: 1, ignored: 0, rejected: 4 });
  });
});

describe('policy returns', () => {
  const returns = { idPrefix: 'C' } as const;
  const rows = [row(), row({ id: 'C1', amount: '-5.00' })];

  it("'net', the default, keeps marked rows as returns, which are no orders", () => {
    expect(parsed(rows, { returns }).orders.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['purchase', 2000],
      ['return', -500],
    ]);
  });

  it("'negativeOrder' makes them orders with a negative amount", () => {
    const { orders } = parsed(rows, { returns, policies: { returns: 'negativeOrder' } });
    expect(orders.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['purchase', 2000],
      ['purchase', -500],
    ]);
  });

  it("'ignore' leaves them out and counts them", () => {
    const { orders, counts, ignoredBy } = parsed(rows, { returns, policies: { returns: 'ignore' } });
    expect(orders.map(({ id }) => id)).toEqual(['A1']);
    expect(counts).toEqual({ rows: 2, accepted: 1, ignored: 1, rejected: 0 });
    expect(ignoredBy).toEqual({ 'returns: ignore': 1 });
  });

  it("'refuse' rejects them", () => {
    expect(rejections(parsed(rows, { returns, policies: { returns: 'refuse' } }))).toEqual(['2: return id']);
  });

  it.each([
    ['net', 'return', 0],
    ['negativeOrder', 'purchase', 0],
    ['ignore', undefined, 1],
    ['refuse', undefined, 0],
  ] as const)('%s treats an unmarked total below zero the same way', (policy, kind, ignored) => {
    const result = parsed([row({ amount: '-5' })], { policies: { returns: policy } });
    expect(result.orders[0]?.kind).toBe(kind);
    expect(result.counts.ignored).toBe(ignored);
    expect(rejections(result)).toEqual(policy === 'refuse' ? ['1: return amount'] : []);
  });

  it("leaves an unmarked negative total an order with negativeTotal: 'order', even under 'refuse'", () => {
    const result = parsed([row({ amount: '-5' })], {
      returns: { negativeTotal: 'order' },
      policies: { returns: 'refuse' },
    });
    expect(result.orders[0]).toMatchObject({ kind: 'purchase', amount: -500 });
  });

  it('judges lines by the total of their order, not one by one', () => {
    const { orders } = parsed([line(), line({ pieces: '-1' })], LINES);
    expect(orders).toMatchObject([{ kind: 'purchase', amount: 250, units: 1 }]);
  });

  it('turns round marked amounts that are written as positive, and takes their units off', () => {
    const columns = {
      orderId: 'id',
      customerId: 'customer',
      at: 'at',
      amount: 'amount',
      quantity: 'pieces',
      status: 'status',
    };
    const { orders } = parsed([row({ amount: '5', pieces: '2', status: 'refunded' })], {
      columns,
      returns: { statuses: ['refunded'], amounts: 'positive' },
    });
    expect(orders).toMatchObject([{ kind: 'return', amount: -500, units: -2 }]);
  });

  it.each([
    ['negative', '5', 'signOfReturn'],
    ['positive', '-5', 'signOfReturn'],
  ] as const)('expects amounts of marked rows to be %s', (amounts, amount, code) => {
    const result = parsed([row({ id: 'C1', amount })], { returns: { idPrefix: 'C', amounts } });
    expect(rejections(result)).toEqual([`1: ${code} amount`]);
  });

  it('accepts a marked row of zero under either sign, as plain 0', () => {
    for (const amounts of ['negative', 'positive'] as const) {
      expect(
        parsed([row({ id: 'C1', amount: '0' })], { returns: { idPrefix: 'C', amounts } }).orders[0]?.amount,
      ).toBe(0);
    }
  });
});

describe('policy zeroAmounts', () => {
  const rows = [row({ amount: '0.00' }), row({ id: 'A2' })];

  it("'keep', the default, keeps them as orders", () => {
    expect(parsed(rows).orders.map(({ amount, kind }) => [amount, kind])).toEqual([
      [0, 'purchase'],
      [2000, 'purchase'],
    ]);
  });
  it("'ignore' leaves them out and counts them", () => {
    expect(parsed(rows, { policies: { zeroAmounts: 'ignore' } })).toMatchObject({
      orders: [{ id: 'A2' }],
      counts: { rows: 2, accepted: 1, ignored: 1, rejected: 0 },
      ignoredBy: { 'zeroAmounts: ignore': 1 },
    });
  });
  it("'refuse' rejects them with their row number", () => {
    expect(rejections(parsed(rows, { policies: { zeroAmounts: 'refuse' } }))).toEqual([
      '1: zeroAmount amount',
    ]);
  });
  it('looks at the order, not the line: a free line of a paid order is kept', () => {
    const result = parsed([line(), line({ price: '0' })], { ...LINES, policies: { zeroAmounts: 'refuse' } });
    expect(result.counts.accepted).toBe(2);
  });
});

describe('policy sameDay', () => {
  const rows = [
    row({ id: 'A1', at: '2025-11-03T09:00' }),
    row({ id: 'A2', at: '2025-11-03T21:00', amount: '1.00' }),
    row({ id: 'A3', at: '2025-11-04T00:30', amount: '2.00' }),
    row({ id: 'B1', at: '2025-11-03T09:00', customer: 'bob' }),
    row({ id: 'A4', at: '2025-11-03T22:00', amount: '-3.00' }),
  ];

  it("'keep', the default, keeps each order", () => {
    expect(parsed(rows).orders).toHaveLength(5);
  });

  it("'merge' adds a customer's later purchases of a day to the first, which keeps id and time; returns stay apart", () => {
    const { orders, counts } = parsed(rows, { policies: { sameDay: 'merge' } });
    expect(orders.map(({ id, amount }) => [id, amount])).toEqual([
      ['A1', 2100],
      ['B1', 2000],
      ['A4', -300],
      ['A3', 200],
    ]);
    expect(counts.accepted).toBe(5);
  });

  it("means the days of the mapping's zone", () => {
    const late = [row({ id: 'A1', at: '2025-11-03T23:30Z' }), row({ id: 'A2', at: '2025-11-04T00:30Z' })];
    expect(parsed(late, { policies: { sameDay: 'merge' } }).orders).toHaveLength(2);
    expect(parsed(late, { zone: 'Asia/Tokyo', policies: { sameDay: 'merge' } }).orders).toHaveLength(1);
  });

  it('keeps apart what would leave the safe integers together', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount' };
    const rows = [row({ id: '1', amount: most }), row({ id: '2', amount: 1 }), row({ id: '3', amount: 2 })];
    const { orders } = parsed(rows, {
      columns,
      currency: { code: 'JPY', minorUnit: 0 },
      policies: { sameDay: 'merge' },
    });
    expect(orders.map(({ id, amount }) => [id, amount])).toEqual([
      ['1', most],
      ['2', 3],
    ]);
  });
});

describe('policy duplicateRows', () => {
  const again = { amount: '20.00', at: '2025-11-03T10:00', customer: 'ann', id: 'A1' };

  it("'keep', the default, leaves them to repeatedIds or adds them up as lines", () => {
    expect(parsed([line(), line()], LINES).orders[0]?.amount).toBe(1000);
    expect(rejections(parsed([row(), again]))).toEqual(['2: repeatedId id']);
  });

  it("'ignore' leaves out rows that equal an earlier row in every column, whatever the order of the keys", () => {
    const result = parsed([row(), again, row({ id: 'A2' }), again], {
      policies: { duplicateRows: 'ignore' },
    });
    expect(result.orders.map(({ id }) => id)).toEqual(['A1', 'A2']);
    expect(result.ignoredBy).toEqual({ 'duplicateRows: ignore': 2 });
  });

  it("'refuse' rejects them and names the first of them", () => {
    const result = parsed([row(), again], { policies: { duplicateRows: 'refuse' } });
    expect(rejections(result)).toEqual(['2: duplicateRow ']);
    expect(result.rejected[0]?.problems[0].found).toEqual({ en: 'row 1 again', zh: '第 1 行的重复' });
  });

  it.each([
    ['another value in a column the mapping does not use', { note: 'x' }, { note: 'y' }],
    ['a number for a text', { note: 1 }, { note: '1' }],
    ['a column more', {}, { note: '' }],
    ['the same texts cut elsewhere', { note: 'a 1:b', more: 'c' }, { note: 'a', more: 'b 1:c' }],
    ['the same cells under other names', { note: 'x' }, { remark: 'x' }],
    ['another list', { note: ['a'] }, { note: ['b'] }],
    ['another object', { note: { a: 1 } }, { note: { a: 2 } }],
    ['another date', { note: new Date(1) }, { note: new Date(2) }],
  ])('calls rows different that have %s', (_, first, second) => {
    const { counts } = parsed([line(first), line(second)], {
      ...LINES,
      policies: { duplicateRows: 'refuse' },
    });
    expect(counts.rejected).toBe(0);
  });

  it('calls rows equal that hold equal lists, objects, dates and big integers', () => {
    const one = () => line({ note: { a: [1, { b: 2n }] }, when: new Date(1), none: null });
    expect(parsed([one(), one()], { ...LINES, policies: { duplicateRows: 'refuse' } }).counts.rejected).toBe(
      1,
    );
  });

  it('takes any cell in its stride: objects without a prototype, circles, symbols', () => {
    const bare: unknown = Object.create(null);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const rows = [line({ note: bare }), line({ note: circle }), line({ note: Symbol('s') })];
    expect(parsed(rows, { ...LINES, policies: { duplicateRows: 'ignore' } }).counts.accepted).toBe(3);
  });
});

describe('policy repeatedIds', () => {
  const rows = [row(), row({ amount: '1.00', at: '2025-11-01' }), row({ id: 'A2' }), row({ amount: '2.00' })];
  const outcome = (repeatedIds: 'refuse' | 'first' | 'last' | 'sum' | 'separate') =>
    parsed(rows, { policies: { repeatedIds } });

  it("'refuse', the default, rejects the later rows", () => {
    expect(rejections(parsed(rows))).toEqual(['2: repeatedId id', '4: repeatedId id']);
    expect(outcome('refuse').orders.map(({ id, amount }) => [id, amount])).toEqual([
      ['A1', 2000],
      ['A2', 2000],
    ]);
  });

  it("'first' keeps the first and ignores the others", () => {
    expect(outcome('first')).toMatchObject({
      orders: [{ id: 'A1', amount: 2000 }, { id: 'A2' }],
      counts: { rows: 4, accepted: 2, ignored: 2, rejected: 0 },
      ignoredBy: { 'repeatedIds: first': 2 },
    });
  });

  it("'last' keeps the last and ignores the others", () => {
    expect(outcome('last')).toMatchObject({
      orders: [{ id: 'A1', amount: 200 }, { id: 'A2' }],
      counts: { rows: 4, accepted: 2, ignored: 2, rejected: 0 },
      ignoredBy: { 'repeatedIds: last': 2 },
    });
  });

  it("'sum' adds them up at the earliest time", () => {
    const { orders, counts } = outcome('sum');
    expect(orders.map(({ id, amount, at }) => [id, amount, at])).toEqual([
      ['A1', 2300, Date.UTC(2025, 10, 1)],
      ['A2', 2000, Date.UTC(2025, 10, 3, 10)],
    ]);
    expect(counts.accepted).toBe(4);
  });

  it("'sum' refuses rows that name two customers", () => {
    const result = parsed([row(), row({ customer: 'bob' })], { policies: { repeatedIds: 'sum' } });
    expect(rejections(result)).toEqual(['1: otherCustomer customer', '2: otherCustomer customer']);
  });

  it("'separate' makes each an order", () => {
    expect(outcome('separate').orders.map(({ id, amount }) => [id, amount])).toEqual([
      ['A1', 100],
      ['A1', 200],
      ['A1', 2000],
      ['A2', 2000],
    ]);
  });

  it("'separate' loses nothing where an id looks like another with a row number", () => {
    const result = parsed([row({ id: 'A 3' }), row({ id: 'A' }), row({ id: 'A' })], {
      policies: { repeatedIds: 'separate' },
    });
    expect(result.orders.map(({ id }) => id)).toEqual(['A', 'A', 'A 3']);
    expect(result.counts).toEqual({ rows: 3, accepted: 3, ignored: 0, rejected: 0 });
  });
});

describe('policy missingCustomer', () => {
  const rows = [row({ customer: ' ' }), row({ id: 'A2' }), row({ id: 'A3', customer: undefined })];

  it("'refuse', the default, rejects them", () => {
    expect(rejections(parsed(rows))).toEqual(['1: missing customer', '3: missing customer']);
  });
  it("'ignore' leaves them out and counts them", () => {
    expect(parsed(rows, { policies: { missingCustomer: 'ignore' } })).toMatchObject({
      counts: { rows: 3, accepted: 1, ignored: 2, rejected: 0 },
      ignoredBy: { 'missingCustomer: ignore': 2 },
    });
  });
  it("'ignore' does not swallow ids that are there but are none", () => {
    const result = parsed([row({ customer: 1.5 })], { policies: { missingCustomer: 'ignore' } });
    expect(rejections(result)).toEqual(['1: notAnId customer']);
  });
  it("'guest' makes each such order a customer of its own", () => {
    const { orders } = parsed(rows, { policies: { missingCustomer: 'guest' } });
    expect(orders.map(({ customerId }) => customerId)).toEqual(['guest:A1', 'ann', 'guest:A3']);
  });
  it("'guest' keeps the lines of one order together, and apart from a customer's", () => {
    const policies = { missingCustomer: 'guest' } as const;
    const { orders } = parsed([line({ customer: '' }), line({ customer: '' })], { ...LINES, policies });
    expect(orders.map(({ customerId, amount }) => [customerId, amount])).toEqual([['guest:A1', 1000]]);
    const mixed = parsed([line({ customer: '' }), line()], { ...LINES, policies });
    expect(rejections(mixed)).toEqual(['1: otherCustomer customer', '2: otherCustomer customer']);
  });
  it("'guest' refuses ids that could be taken for a guest's", () => {
    const result = parsed([row({ customer: 'guest:A1' })], { policies: { missingCustomer: 'guest' } });
    expect(rejections(result)).toEqual(['1: reservedId customer']);
    expect(parsed([row({ customer: 'guest:A1' })]).counts.accepted).toBe(1);
  });
});

describe('policy afterAsOf', () => {
  const rows = [row({ at: '2025-11-03T23:59:59.999' }), row({ id: 'A2', at: '2025-11-04' })];

  it("'refuse', the default, rejects orders after asOf, of which a plain day means all", () => {
    expect(rejections(parsed(rows, {}, { asOf: '2025-11-03' }))).toEqual(['2: afterAsOf at']);
  });
  it("'ignore' leaves them out and counts them", () => {
    expect(parsed(rows, { policies: { afterAsOf: 'ignore' } }, { asOf: '2025-11-03' })).toMatchObject({
      counts: { rows: 2, accepted: 1, ignored: 1, rejected: 0 },
      ignoredBy: { 'afterAsOf: ignore': 1 },
    });
  });
  it('lets an order at asOf itself through, and everything without asOf', () => {
    const at = Date.UTC(2025, 10, 4);
    expect(parsed(rows, {}, { asOf: at }).counts.accepted).toBe(2);
    expect(parsed(rows, {}, { asOf: at - 1 }).counts.accepted).toBe(1);
    expect(parsed([row({ at: '2999-01-01' })]).counts.accepted).toBe(1);
  });
  it('refuses an asOf that is no instant', () => {
    expect(wrongs(parseOrders([], mapping(), { asOf: 'yesterday' }))).toEqual(['notAnInstant asOf']);
    expect(wrongs(parseOrders([], mapping(), { asOf: Number.NaN }))).toEqual(['notAnInstant asOf']);
  });
});

describe('a status column', () => {
  const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', status: 'status' };
  const statuses = { counted: ['paid', 'sent'], ignored: ['cancelled'] };

  it('says which rows count, which are left out, and which are a problem', () => {
    const rows = ['paid', 'sent', 'cancelled', 'lost', undefined].map((status, i) => row({ id: i, status }));
    const result = parsed(rows, { columns, statuses });
    expect(result.orders.map(({ id }) => id)).toEqual(['0', '1']);
    expect(result.ignoredBy).toEqual({ 'status: cancelled': 1 });
    expect(rejections(result)).toEqual(['4: unknownStatus status', '5: unknownStatus status']);
  });

  it('leaves out a struck-out row before anything else of it is read', () => {
    const result = parsed([row({ status: 'cancelled', amount: 'x', customer: null, at: '?' })], {
      columns,
      statuses,
    });
    expect(result.counts).toEqual({ rows: 1, accepted: 0, ignored: 1, rejected: 0 });
  });

  it('may only mark returns; every other value then counts', () => {
    const rows = [row({ status: 'whatever' }), row({ id: 'A2', status: 'refund', amount: '-1' })];
    const { orders } = parsed(rows, { columns, returns: { statuses: ['refund'] } });
    expect(orders.map(({ kind }) => kind)).toEqual(['purchase', 'return']);
  });
});

describe('a currency column', () => {
  const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', currency: 'money' };

  it('refuses rows in another currency or in none', () => {
    const rows = ['EUR', 'USD', '', 'eur'].map((money, i) => row({ id: i, money }));
    expect(rejections(parsed(rows, { columns }))).toEqual([
      '2: otherCurrency money',
      '3: otherCurrency money',
      '4: otherCurrency money',
    ]);
  });
});

describe('personal columns', () => {
  const secret = 'Ann-Kathrin';
  const all = ['id', 'customer', 'at', 'amount', 'price', 'pieces', 'status', 'money'];

  it.each([
    ['id', { id: 1.25 }, {}],
    ['id again', { id: secret }, {}],
    ['customer', { customer: 1.25 }, {}],
    ['time', { at: secret }, {}],
    ['amount that is none', { amount: secret }, {}],
    ['amount with too many decimals', { amount: '1.2525' }, {}],
    ['amount that is too large', { amount: '125125125125125125' }, {}],
    [
      'status',
      { status: secret },
      {
        columns: { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', status: 'status' },
        statuses: { counted: [], ignored: [] },
      },
    ],
    [
      'currency',
      { money: secret },
      { columns: { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', currency: 'money' } },
    ],
    ['total below zero', { amount: '-1.25' }, { policies: { returns: 'refuse' } }],
    ['sign of a return', { amount: '1.25', id: 'C1' }, { returns: { idPrefix: 'C' } }],
  ] as const)('never show in problems: %s', (_, cells, over) => {
    const { rejected } = parsed([row({ id: secret }), row(cells)], { ...over, personal: all });
    const text = JSON.stringify(rejected.filter(({ row: number }) => number === 2));
    expect(rejected.map(({ row: number }) => number)).toContain(2);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/125/);
    expect(text).toContain('•••');
  });

  it('never show in problems: lines of another customer', () => {
    const result = parsed([line({ customer: secret }), line({ customer: `${secret} 2` })], {
      ...LINES,
      personal: all,
    });
    expect(JSON.stringify(result.rejected)).not.toContain(secret);
  });

  it('never show in problems: an order too large in total', () => {
    const rows = [
      line({ price: '70368744177664', pieces: '1' }),
      line({ price: '70368744177664', pieces: '1' }),
    ];
    const { rejected } = parsed(rows, { ...LINES, personal: all });
    expect(rejected.map(({ problems }) => problems[0].found)).toEqual(['•••', '•••']);
  });

  it('never show in problems: a row that is a text', () => {
    const { rejected } = parsed([`${secret};20.00`], { personal: ['customer'] });
    expect(JSON.stringify(rejected)).not.toContain(secret);
    expect(parsed(['20.00']).rejected[0]?.problems[0].found).toBe('"20.00"');
  });

  it('are shown where the mapping does not call them personal', () => {
    const { rejected } = parsed([row({ amount: secret })], { personal: ['customer'] });
    expect(rejected[0]?.problems[0].found).toBe(`"${secret}"`);
  });
});

describe('merged customers', () => {
  const merged = (pairs: readonly (readonly [string, string])[]) => ({ mergedCustomers: new Map(pairs) });

  it('become the customer at the end of the chain', () => {
    const rows = ['a', 'b', 'c', 'd'].map((customer, i) => row({ id: i, customer }));
    const { orders } = parsed(
      rows,
      {},
      merged([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    );
    expect(orders.map(({ customerId }) => customerId)).toEqual(['c', 'c', 'c', 'd']);
  });

  it('may share an order', () => {
    const result = parsed([line({ customer: 'a' }), line({ customer: 'b' })], LINES, merged([['a', 'b']]));
    expect(result.orders.map(({ customerId, amount }) => [customerId, amount])).toEqual([['b', 1000]]);
  });

  it.each([
    [
      'of two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ],
    [
      'behind a tail',
      [
        ['t', 'a'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    ],
  ] as const)('in a circle %s are refused', (_, pairs) => {
    const result = parseOrders([], mapping(), merged(pairs));
    expect(wrongs(result)[0]).toMatch(/^circle mergedCustomers\./);
  });

  it('may be called __proto__ and constructor', () => {
    const rows = [row({ customer: '__proto__' }), row({ id: 2, customer: 'constructor' })];
    const { orders } = parsed(rows, {}, merged([['__proto__', 'constructor']]));
    expect(orders.map(({ customerId }) => customerId)).toEqual(['constructor', 'constructor']);
  });
});

describe('bad input', () => {
  it('without rows gives no orders', () => {
    expect(parsed([])).toEqual({
      orders: [],
      currency: { code: 'EUR', minorUnit: 2 },
      zone: 'UTC',
      rejected: [],
      counts: { rows: 0, accepted: 0, ignored: 0, rejected: 0 },
      ignoredBy: {},
      partialOrders: 0,
    });
  });

  it.each([[null], [undefined], ['a,b'], [7], [true], [[1, 2]], [Symbol('row')], [() => 1]])(
    'refuses %s as a row',
    (bad) => {
      const result = parsed([bad, row()]);
      expect(rejections(result)).toEqual(['1: wrongType ']);
      expect(result.orders).toHaveLength(1);
    },
  );

  it.each(['"id;customer"', 'null', '{}', '7'])('refuses %s in place of rows', (json) => {
    const rows: Iterable<unknown> = JSON.parse(json);
    expect(wrongs(parseOrders(rows, mapping()))).toEqual(['wrongType rows']);
  });

  it('lists everything that is wrong with a row', () => {
    expect(rejections(parsed([{}]))).toEqual([
      '1: missingColumn id; missingColumn customer; missingColumn at; missingColumn amount',
    ]);
  });

  it('tells a blank cell from a column that is not there', () => {
    const { amount: _, ...without } = row();
    const result = parsed([row({ amount: '' }), without, row({ amount: undefined })]);
    expect(rejections(result)).toEqual(['1: missing amount', '2: missingColumn amount', '3: missing amount']);
  });

  it('reads own columns only, never inherited ones', () => {
    const inherits: unknown = Object.create(row());
    expect(rejections(parsed([inherits]))).toEqual([
      '1: missingColumn id; missingColumn customer; missingColumn at; missingColumn amount',
    ]);
    const columns = { orderId: 'toString', customerId: 'constructor', at: 'at', amount: 'amount' };
    expect(rejections(parsed([row()], { columns }))).toEqual([
      '1: missingColumn toString; missingColumn constructor',
    ]);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'takes %s as customer id, order id and column name',
    (name) => {
      const rows: readonly unknown[] = [
        JSON.parse(
          `{ ${JSON.stringify(name)}: ${JSON.stringify(name)}, "customer": ${JSON.stringify(name)}, "at": "2025-11-03", "amount": 1 }`,
        ),
      ];
      const { orders } = parsed(rows, {
        columns: { orderId: name, customerId: 'customer', at: 'at', amount: 'amount' },
      });
      expect(orders.map(({ id, customerId, amount }) => [id, customerId, amount])).toEqual([
        [name, name, 100],
      ]);
    },
  );

  it('keeps the rows apart whose order id is called like a status or a return', () => {
    const { orders } = parsed([row({ id: 'return 1' }), row({ id: '1' }), row({ id: 'order 1' })]);
    expect(orders).toHaveLength(3);
  });

  it('takes a row of an order that overflows as a problem of all its rows, and no other', () => {
    const rows = [
      line({ price: '70368744177664', pieces: '1' }),
      line({ id: 'A2' }),
      line({ price: '70368744177664', pieces: '1' }),
    ];
    const result = parsed(rows, LINES);
    expect(rejections(result)).toEqual(['1: tooLarge price', '3: tooLarge price']);
    expect(result.orders.map(({ id }) => id)).toEqual(['A2']);
    expect(result.rejected[0]?.problems[0].found).toEqual({
      en: 'a total of 140737488355328.00 EUR',
      zh: '合计 140737488355328.00 EUR',
    });
  });

  it('takes units that overflow as a problem of the quantity', () => {
    const result = parsed(
      [line({ price: '0', pieces: '9007199254740991' }), line({ price: '0', pieces: '1' })],
      LINES,
    );
    expect(rejections(result)).toEqual(['1: tooLarge pieces', '2: tooLarge pieces']);
  });

  it('adds up an order beyond the safe integers on the way as long as it ends within them', () => {
    const most = '90071992547409.91';
    const rows = [
      line({ price: most, pieces: '1' }),
      line({ price: '0.02', pieces: '1' }),
      line({ price: most, pieces: '-1' }),
    ];
    expect(parsed(rows, LINES).orders.map(({ amount }) => amount)).toEqual([2]);
  });

  it('gives each mistake of a mapping its path', () => {
    expect(wrongs(parseOrders([], mapping({ zone: 'Mars/Olympus' })))).toEqual(['unknownZone zone']);
  });
});

describe('the order reader', () => {
  it('takes rows one at a time and returns at once what is refused at once', () => {
    const reader = orThrow(createOrderReader(mapping({ policies: { zeroAmounts: 'refuse' } })));
    expect(reader.read(row())).toBeUndefined();
    expect(reader.read(null)).toMatchObject({ row: 2, problems: [{ code: 'wrongType' }] });
    expect(reader.read(row({ id: 'A2', amount: 0 }))).toMatchObject({
      row: 3,
      problems: [{ code: 'zeroAmount' }],
    });
    const { orders, rejected, counts } = reader.finish();
    expect(orders.map(({ id }) => id)).toEqual(['A1']);
    expect(rejected).toEqual([]);
    expect(counts).toEqual({ rows: 3, accepted: 1, ignored: 0, rejected: 2 });
  });

  it('counts on from a number it is given', () => {
    const reader = orThrow(
      createOrderReader(mapping({ columns: { customerId: 'customer', at: 'at', amount: 'amount' } })),
    );
    reader.read(row(), 7);
    reader.read(row());
    expect(reader.finish().orders.map(({ id }) => id)).toEqual(['#7', '#8']);
  });

  it('gives the same answer when it is asked again, and goes on from there', () => {
    const reader = orThrow(
      createOrderReader(
        mapping({ policies: { zeroAmounts: 'refuse', repeatedIds: 'sum', returns: 'ignore' } }),
      ),
    );
    reader.read(row({ amount: 0 }));
    reader.read(row({ id: 'A2', amount: -1 }));
    const first = reader.finish();
    expect(first.counts).toEqual({ rows: 2, accepted: 0, ignored: 1, rejected: 1 });
    expect(reader.finish()).toEqual(first);
    reader.read(row({ amount: 1 }));
    expect(reader.finish().counts).toEqual({ rows: 3, accepted: 2, ignored: 1, rejected: 0 });
  });
});
