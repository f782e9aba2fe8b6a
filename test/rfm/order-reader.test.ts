import { describe, expect, it } from 'vitest';
import { describe as say } from '../../src/rfm/index.js';
import { parsed, rejections, row } from './support.js';

const LINES = {
  rows: 'lines',
  columns: { orderId: 'id', customerId: 'customer', at: 'at', unitPrice: 'price', quantity: 'pieces' },
} as const;

function line(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id: 'A1', customer: 'ann', at: '2025-11-03T10:00', price: '2.50', pieces: '2', ...over };
}

const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount', status: 'status' };

/** The first problem in English and in Chinese. */
function sentences({ rejected }: ReturnType<typeof parsed>): readonly string[] {
  const problem = rejected[0]?.problems[0];
  return problem === undefined ? [] : [say(problem, 'en'), say(problem, 'zh')];
}

describe('a row that is refused or ignored for its amount', () => {
  it.each(['refuse', 'first', 'last', 'separate'] as const)(
    "claims no id under repeatedIds '%s'",
    (repeatedIds) => {
      const rows = [row({ amount: '0' }), row({ amount: '100' }), row({ amount: '0' })];
      const result = parsed(rows, { policies: { zeroAmounts: 'refuse', repeatedIds } });
      expect(result.orders).toMatchObject([{ id: 'A1', amount: 10_000 }]);
      expect(rejections(result)).toEqual(['1: zeroAmount amount', '3: zeroAmount amount']);
    },
  );

  it('is a return by its total: it neither takes the id nor counts as a repetition', () => {
    const rows = [row({ amount: '-5' }), row({ amount: '100' })];
    expect(parsed(rows, { policies: { returns: 'refuse' } })).toMatchObject({
      orders: [{ amount: 10_000 }],
      counts: { rows: 2, accepted: 1, ignored: 0, rejected: 1 },
    });
    expect(parsed(rows, { policies: { returns: 'ignore' } })).toMatchObject({
      orders: [{ amount: 10_000 }],
      ignoredBy: { 'returns: ignore': 1 },
    });
  });

  it('is judged in total where the rows of an id are added up', () => {
    const rows = [row({ amount: '0' }), row({ amount: '100' })];
    const policies = { zeroAmounts: 'refuse', repeatedIds: 'sum' } as const;
    expect(parsed(rows, { policies })).toMatchObject({ orders: [{ amount: 10_000 }], rejected: [] });
  });
});

describe('policy partialOrders', () => {
  const rows = [line(), line({ price: 'free' }), line({ id: 'A2' }), line({ pieces: '1' })];

  it("'keep', the default, keeps what is left of an order, and counts such orders", () => {
    const result = parsed(rows, LINES);
    expect(result.orders.map(({ id, amount }) => [id, amount])).toEqual([
      ['A1', 750],
      ['A2', 500],
    ]);
    expect(result.partialOrders).toBe(1);
  });

  it("'refuse' rejects the other lines too, and names the one that was refused", () => {
    const result = parsed(rows, { ...LINES, policies: { partialOrders: 'refuse' } });
    expect(result.orders.map(({ id }) => id)).toEqual(['A2']);
    expect(rejections(result)).toEqual(['1: partialOrder id', '2: notANumber price', '4: partialOrder id']);
    expect(sentences(result)).toEqual([
      `id: expected something that the policy partialOrders: 'refuse' lets through, found order "A1", of which row 2 was refused.`,
      `id：应符合策略 partialOrders：'refuse'，实际为订单 "A1"（其第 2 行被拒绝）。`,
    ]);
    expect(result.partialOrders).toBe(0);
    expect(result.counts).toEqual({ rows: 4, accepted: 1, ignored: 0, rejected: 3 });
  });

  it('does not count refused repetitions, refused returns, or rows whose order id cannot be read', () => {
    const repeated = parsed([line(), line()], { ...LINES, policies: { duplicateRows: 'refuse' } });
    expect(repeated.partialOrders).toBe(0);
    const returned = parsed([line({ status: 'sold' }), line({ status: 'back', pieces: '-1' })], {
      ...LINES,
      columns: { ...LINES.columns, status: 'status' },
      returns: { statuses: ['back'] },
      policies: { returns: 'refuse', partialOrders: 'refuse' },
    });
    expect(returned).toMatchObject({ orders: [{ amount: 500 }], partialOrders: 0 });
    expect(parsed([line(), line({ id: 1.5 })], LINES).partialOrders).toBe(0);
  });

  it('holds for rows that are added up by repeated ids, and for no other rows', () => {
    const two = [row(), row({ amount: 'free' })];
    expect(parsed(two, { policies: { repeatedIds: 'sum' } }).partialOrders).toBe(1);
    expect(parsed(two, { policies: { partialOrders: 'refuse' } })).toMatchObject({
      orders: [{ amount: 2000 }],
      partialOrders: 0,
    });
  });
});

describe('amounts in minor units', () => {
  it('are taken as they are', () => {
    const cells = ['1999', 1999, '1999.00', '0'].map((amount, i) => row({ id: i, amount }));
    expect(parsed(cells, { amountsIn: 'minor' }).orders.map(({ amount }) => amount)).toEqual([
      1999, 1999, 1999, 0,
    ]);
  });

  it('may be unit prices', () => {
    const result = parsed([line({ price: '250', pieces: '3' })], { ...LINES, amountsIn: 'minor' });
    expect(result.orders[0]?.amount).toBe(750);
  });

  it('have no decimals unless a rule rounds them', () => {
    const cell = [row({ amount: '1999.5' })];
    expect(sentences(parsed(cell, { amountsIn: 'minor' }))[0]).toBe(
      'amount: expected a whole number, found 1999.5.',
    );
    expect(parsed(cell, { amountsIn: 'minor', rounding: 'halfEven' }).orders[0]?.amount).toBe(2000);
  });
});

describe('problems', () => {
  it('give amounts in major units, with the currency', () => {
    const negative = parsed([row({ amount: '-5' })], { policies: { returns: 'refuse' } });
    expect(sentences(negative)).toEqual([
      `amount: expected something that the policy returns: 'refuse' lets through, found a total of -5.00 EUR.`,
      `amount：应符合策略 returns：'refuse'，实际为合计 -5.00 EUR。`,
    ]);
    expect(sentences(parsed([row({ id: 'C1', amount: '5' })], { returns: { idPrefix: 'C' } }))).toEqual([
      'amount: expected at most 0, found an amount of 5.00 EUR.',
      'amount：应不大于 0，实际为金额 5.00 EUR。',
    ]);
  });

  it('name the column that marks a return', () => {
    const returns = { statuses: ['back'], idPrefix: 'C' };
    const rows = [row({ amount: '-1', status: 'back' }), row({ id: 'C2', amount: '-1', status: 'sold' })];
    const result = parsed(rows, { columns, returns, policies: { returns: 'refuse' } });
    expect(rejections(result)).toEqual(['1: return status', '2: return id']);
    expect(result.rejected.map(({ problems }) => problems[0].found)).toEqual(['"back"', '"C2"']);
  });

  it('do not add what follows from another problem', () => {
    const refused = parsed([row({ id: 'C1', amount: '5' })], {
      returns: { idPrefix: 'C' },
      policies: { returns: 'refuse' },
    });
    expect(rejections(refused)).toEqual(['1: return id']);
    const statuses = { counted: ['paid'], ignored: [] };
    expect(rejections(parsed([row({ status: true })], { columns, statuses }))).toEqual(['1: notAnId status']);
  });

  it("show a time after asOf as the row has it, and asOf by the clock of the mapping's zone", () => {
    const berlin = { zone: 'Europe/Berlin', dates: { kind: 'pattern', pattern: 'dd.MM.yyyy' } } as const;
    expect(sentences(parsed([row({ at: '01.11.2025' })], berlin, { asOf: '2025-10-31' }))[0]).toBe(
      'at: expected a time not after 2025-10-31T23:59:59.999+01:00, found "01.11.2025".',
    );
    const [en] = sentences(parsed([row({ at: '2025-11-01' })], {}, { asOf: '2025-10-31' }));
    expect(en).toBe('at: expected a time not after 2025-10-31T23:59:59.999Z, found "2025-11-01".');
  });
});

describe('personal columns', () => {
  it("hide a guest's id, which tells the order id", () => {
    const rows = [line({ id: 'secret', customer: '' }), line({ id: 'secret' })];
    const { rejected } = parsed(rows, {
      ...LINES,
      personal: ['id'],
      policies: { missingCustomer: 'guest' },
    });
    expect(rejected).toHaveLength(2);
    expect(JSON.stringify(rejected)).not.toContain('secret');
  });

  it('hide a status in the list of what was left out', () => {
    const statuses = { counted: ['paid'], ignored: ['deceased', 'in prison'] };
    const rows = [row({ status: 'deceased' }), row({ status: 'in prison' })];
    const { ignoredBy } = parsed(rows, { columns, statuses, personal: ['status'] });
    expect(ignoredBy).toEqual({ 'status: •••': 2 });
  });

  it.each([['ann;20.00'], [491_511_234], [491_511_234n], [true]])('hide a row that is %s', (bad) => {
    const { rejected } = parsed([bad], { personal: ['customer'] });
    expect(rejected[0]?.problems[0].found).toBe('•••');
  });
});

describe("repeatedIds: 'separate'", () => {
  it('lists orders of one time and id in one order, wherever their rows stood', () => {
    const rows = [
      row({ amount: '2' }),
      row({ amount: '-1' }),
      row({ customer: 'aby', amount: '9' }),
      row({ amount: '1' }),
    ];
    const outcome = (all: readonly unknown[]) =>
      parsed(all, { policies: { repeatedIds: 'separate' } }).orders;
    expect(outcome(rows).map(({ customerId, kind, amount }) => [customerId, kind, amount])).toEqual([
      ['aby', 'purchase', 900],
      ['ann', 'purchase', 100],
      ['ann', 'purchase', 200],
      ['ann', 'return', -100],
    ]);
    expect(outcome([...rows].reverse())).toEqual(outcome(rows));
  });
});
