import { describe, expect, it } from 'vitest';
import { defineOrderMapping, ProblemError, parseOrderMapping } from '../../src/rfm/index.js';
import { mapping, wrongs } from './support.js';

const stored = (over: object) => parseOrderMapping({ format: 'order-mapping@1', ...mapping(), ...over });
const columns = { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount' };

describe('an order mapping', () => {
  it('written in code is completed with the documented defaults', () => {
    expect(defineOrderMapping(mapping())).toEqual({
      ...mapping(),
      format: 'order-mapping@1',
      numbers: { decimal: '.' },
      dates: { kind: 'iso' },
      repeatedTimes: 'earlier',
      skippedTimes: 'later',
      amountsIn: 'major',
      rounding: 'exact',
      quantityDecimals: 0,
      blanks: [''],
      returns: { amounts: 'negative', negativeTotal: 'return' },
      policies: {
        returns: 'net',
        zeroAmounts: 'keep',
        sameDay: 'keep',
        duplicateRows: 'keep',
        repeatedIds: 'refuse',
        partialOrders: 'keep',
        missingCustomer: 'refuse',
        afterAsOf: 'refuse',
      },
      personal: [],
    });
  });

  it('survives JSON', () => {
    const full = defineOrderMapping(
      mapping({
        columns: { ...columns, status: 'status', currency: 'money', quantity: 'pieces' },
        numbers: { decimal: ',', group: '.', symbols: ['€'], negative: 'parentheses' },
        dates: { kind: 'pattern', pattern: 'dd.MM.yyyy HH:mm' },
        statuses: { counted: ['paid'], ignored: ['cancelled'] },
        returns: { idPrefix: 'C', statuses: ['back'], amounts: 'positive' },
        personal: ['customer'],
      }),
    );
    expect(parseOrderMapping(JSON.parse(JSON.stringify(full)))).toEqual({ _tag: 'Right', right: full });
  });

  it.each([
    [
      'lines without an order id',
      { rows: 'lines', columns: { customerId: 'c', at: 'a', amount: 'm' } },
      ['missing columns.orderId'],
    ],
    ['no amount', { columns: { customerId: 'c', at: 'a' } }, ['missing columns.amount']],
    [
      'two sources of the amount',
      { columns: { ...columns, unitPrice: 'p', quantity: 'q' } },
      ['conflict columns.unitPrice'],
    ],
    [
      'a unit price without a quantity',
      { columns: { customerId: 'c', at: 'a', unitPrice: 'p' } },
      ['missing columns.quantity'],
    ],
    [
      'one sign for decimals and groups',
      { numbers: { decimal: ',', group: ',' } },
      ['conflict numbers.group'],
    ],
    [
      'symbols that mean something in a number',
      {
        numbers: {
          decimal: '.',
          group: '_',
          symbols: ['€', '-', '5', 'kr.', 'a,', '(', '+', '\u2212', '\u0665', 'a_b'],
        },
      },
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `conflict numbers.symbols.${i}`),
    ],
    ['a group sign of its own', { numbers: { decimal: '.', group: '*' } }, ['notOneOf numbers.group']],
    ...['dMyyyy', 'yyyyMd', 'yyyyMMdHmm', 'd0M/yyyy'].map(
      (pattern) =>
        [
          `a pattern whose fields cannot be told apart: ${pattern}`,
          { dates: { kind: 'pattern', pattern } },
          ['wrongForm dates.pattern'],
        ] as const,
    ),
    [
      'a pattern without a year',
      { dates: { kind: 'pattern', pattern: 'dd/MM' } },
      ['wrongForm dates.pattern'],
    ],
    [
      'a pattern with minutes for months',
      { dates: { kind: 'pattern', pattern: 'dd/mm/yyyy' } },
      ['wrongForm dates.pattern'],
    ],
    [
      'a pattern with a field twice',
      { dates: { kind: 'pattern', pattern: 'd dd/MM/yyyy' } },
      ['wrongForm dates.pattern'],
    ],
    [
      'statuses without their column',
      { statuses: { counted: ['paid'], ignored: [] } },
      ['missing columns.status'],
    ],
    ['return statuses without their column', { returns: { statuses: ['back'] } }, ['missing columns.status']],
    ['a status column without a meaning', { columns: { ...columns, status: 's' } }, ['missing statuses']],
    [
      'a status with two meanings',
      {
        columns: { ...columns, status: 's' },
        statuses: { counted: ['a'], ignored: ['b'] },
        returns: { statuses: ['a'] },
      },
      ['repeated statuses'],
    ],
    [
      'a prefix of return ids without an id column',
      { columns: { customerId: 'c', at: 'a', amount: 'm' }, returns: { idPrefix: 'C' } },
      ['missing columns.orderId'],
    ],
    ['an unknown zone', { zone: 'Mars/Olympus' }, ['unknownZone zone']],
    ['an unknown key', { currencies: [] }, ['unknownKey currencies']],
    ['an unknown column', { columns: { ...columns, orderid: 'x' } }, ['unknownKey columns.orderid']],
    ['an unknown policy', { policies: { returns: 'subtract' } }, ['notOneOf policies.returns']],
    ['a misspelt policy', { policies: { zeroAmount: 'keep' } }, ['unknownKey policies.zeroAmount']],
    ['an empty column name', { columns: { ...columns, at: '' } }, ['outOfRange columns.at']],
    [
      'a currency of nine decimals',
      { currency: { code: 'EUR', minorUnit: 9 } },
      ['outOfRange currency.minorUnit'],
    ],
    [
      'a currency of half a decimal',
      { currency: { code: 'EUR', minorUnit: 0.5 } },
      ['wrongType currency.minorUnit'],
    ],
    ['an unknown rounding', { rounding: 'bankers' }, ['notOneOf rounding']],
    ['a newer format', { format: 'order-mapping@2' }, ['unknownFormat format']],
    ['another format', { format: 'rfm-model@1' }, ['unknownFormat format']],
  ] as const)('with %s is refused, and says where', (_, over, expected) => {
    expect(wrongs(stored(over))).toEqual(expected);
  });

  it('with several mistakes lists them all', () => {
    expect(wrongs(stored({ rows: 'lines', columns: { customerId: 'c', at: 'a' }, zone: 'x' }))).toEqual([
      'missing columns.orderId',
      'missing columns.amount',
      'unknownZone zone',
    ]);
  });

  it('that is none is refused', () => {
    for (const nothing of [null, undefined, 'mapping', 7, [], {}])
      expect(parseOrderMapping(nothing)._tag).toBe('Left');
  });

  it('written in code throws one readable error', () => {
    const wrongOne = () =>
      defineOrderMapping(mapping({ zone: 'Mars/Olympus', columns: { customerId: 'c', at: 'a' } }));
    expect(wrongOne).toThrow(ProblemError);
    expect(wrongOne).toThrow('zone: expected the name of an IANA time zone, found "Mars/Olympus".');
  });
});
