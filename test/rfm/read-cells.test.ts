import { describe, expect, it } from 'vitest';
import { defineOrderMapping, maskRow, type OrderMappingInput, describe as say } from '../../src/rfm/index.js';
import { mapping, parsed, rejections, row } from './support.js';

function amountOf(amount: unknown, over: Partial<OrderMappingInput> = {}): number | string | undefined {
  const { orders, rejected } = parsed([row({ amount })], over);
  return orders[0]?.amount ?? rejected[0]?.problems[0].code;
}

function timeOf(at: unknown, over: Partial<OrderMappingInput> = {}): string | undefined {
  const { orders, rejected } = parsed([row({ at })], over);
  const [order] = orders;
  return order === undefined ? rejected[0]?.problems[0].code : new Date(order.at).toISOString();
}

describe('numbers', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    [' 12.50 ', 1250],
    ['+12.50', 1250],
    ['-12.50', -1250],
    ['.5', 50],
    ['0', 0],
    ['-0', 0],
    ['007', 700],
    [12.5, 1250],
    [0.1 + 0.2, 'tooManyDecimals'],
    [-0, 0],
    [12n, 1200],
    [-12n, -1200],
    ['12.500', 1250],
    ['12.505', 'tooManyDecimals'],
    ['1,234', 'notANumber'],
    ['1 234', 'notANumber'],
    ['1e3', 'notANumber'],
    ['0x10', 'notANumber'],
    ['12,50', 'notANumber'],
    ['€12', 'notANumber'],
    ['(5)', 'notANumber'],
    ['٣', 'notANumber'],
    ['--1', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    [Number.NaN, 'notANumber'],
    [Number.POSITIVE_INFINITY, 'notANumber'],
    [true, 'notANumber'],
    [{}, 'notANumber'],
    ['', 'missing'],
    [null, 'missing'],
    [undefined, 'missing'],
  ])('are read without guessing: %s is %s', (cell, expected) => {
    expect(amountOf(cell)).toBe(expected);
  });

  it.each([
    ['1,234.56', { decimal: '.', group: ',' }, 123_456],
    ['1234.56', { decimal: '.', group: ',' }, 123_456],
    ['1,23', { decimal: '.', group: ',' }, 'notANumber'],
    ['1,2345', { decimal: '.', group: ',' }, 'notANumber'],
    ['1.234,56', { decimal: ',', group: '.' }, 123_456],
    ['1.234', { decimal: ',', group: '.' }, 123_400],
    ['12,5', { decimal: ',' }, 1250],
    ['12.5', { decimal: ',' }, 'notANumber'],
    ["1'234.50", { decimal: '.', group: "'" }, 123_450],
    ['1 234,50', { decimal: ',', group: ' ' }, 123_450],
    ['1\u00a0234,50', { decimal: ',', group: '\u00a0' }, 123_450],
    ['1\u202f234,50', { decimal: ',', group: '\u202f' }, 123_450],
    ['€12.50', { decimal: '.', symbols: ['€'] }, 1250],
    ['-€12.50', { decimal: '.', symbols: ['€'] }, -1250],
    ['12.50 €', { decimal: '.', symbols: ['€'] }, 1250],
    ['- €12.50', { decimal: '.', symbols: ['€'] }, -1250],
    ['€(1,234.50)', { decimal: '.', group: ',', symbols: ['€'], negative: 'parentheses' }, -123_450],
    ['€12.50 EUR', { decimal: '.', symbols: ['€', 'EUR'] }, 'notANumber'],
    ['1\u2019234.50', { decimal: '.', group: '\u2019' }, 123_450],
    ['$12.50', { decimal: '.', symbols: ['€'] }, 'notANumber'],
    ['(12.50)', { decimal: '.', negative: 'parentheses' }, -1250],
    ['(-12.50)', { decimal: '.', negative: 'parentheses' }, 'notANumber'],
  ] as const)('in text follow the declared form: %s under %j is %s', (cell, numbers, expected) => {
    expect(amountOf(cell, { numbers })).toBe(expected);
  });

  it.each([
    ['exact', 'tooManyDecimals', 'tooManyDecimals'],
    ['halfEven', 12, -12],
    ['halfAwayFromZero', 13, -13],
    ['towardZero', 12, -12],
    ['awayFromZero', 13, -13],
    ['down', 12, -13],
    ['up', 13, -12],
  ] as const)('are rounded to the minor unit by the named rule only: %s', (rounding, up, down) => {
    expect(amountOf('0.125', { rounding })).toBe(up);
    expect(amountOf('-0.125', { rounding })).toBe(down);
  });

  it('are rounded as products, not as factors', () => {
    const columns = {
      orderId: 'id',
      customerId: 'customer',
      at: 'at',
      unitPrice: 'price',
      quantity: 'pieces',
    };
    const { orders } = parsed([row({ price: '0.125', pieces: '100' })], { columns, rounding: 'halfEven' });
    expect(orders[0]?.amount).toBe(1250);
  });

  it('fit up to 2^53 − 1 minor units and are a problem beyond', () => {
    expect(amountOf('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER);
    expect(amountOf('90071992547409.92')).toBe('tooLarge');
    expect(amountOf('-90071992547409.91')).toBe(Number.MIN_SAFE_INTEGER);
    expect(amountOf(1e300)).toBe('tooLarge');
    expect(amountOf(5e-324)).toBe('tooManyDecimals');
    expect(amountOf(2n ** 60n)).toBe('tooLarge');
  });

  it('are held in the unit of the currency', () => {
    expect(amountOf('1234', { currency: { code: 'JPY', minorUnit: 0 } })).toBe(1234);
    expect(amountOf('1.234', { currency: { code: 'KWD', minorUnit: 3 } })).toBe(1234);
    expect(amountOf('1.5', { currency: { code: 'JPY', minorUnit: 0 } })).toBe('tooManyDecimals');
  });

  it('are shown in problems as plain decimals', () => {
    const problems = ['12.5054', '-0.001', '99999999999999999'].map(
      (amount) => parsed([row({ amount })]).rejected[0]?.problems[0],
    );
    expect(problems.map((problem) => problem && say(problem, 'en'))).toEqual([
      'amount: expected at most 2 decimals, found 12.5054.',
      'amount: expected at most 2 decimals, found -0.001.',
      'amount: expected a number that fits with 2 decimals, found 99999999999999999.',
    ]);
  });
});

describe('ids', () => {
  it.each([
    [17_850, '17850'],
    [-0, '0'],
    [17_850n, '17850'],
    [' ann ', 'ann'],
    ['0017', '0017'],
    ['顾客', '顾客'],
  ])('may be text or whole numbers: %s is "%s"', (cell, id) => {
    expect(parsed([row({ customer: cell })]).orders[0]?.customerId).toBe(id);
  });

  it.each([[1.5], [Number.NaN], [2 ** 53], [true], [{}], [new Date(0)], [[]]])('are not %s', (cell) => {
    expect(rejections(parsed([row({ customer: cell })]))).toEqual(['1: notAnId customer']);
    expect(rejections(parsed([row({ id: cell })]))).toEqual(['1: notAnId id']);
  });
});

describe('blanks', () => {
  it('are the declared texts, after trimming', () => {
    const rows = [
      row({ customer: ' NA ' }),
      row({ id: 'A2', customer: 'na' }),
      row({ id: 'NA' }),
      row({ id: 'A4', amount: 'NA' }),
    ];
    const result = parsed(rows, { blanks: ['', 'NA'] });
    expect(rejections(result)).toEqual(['1: missing customer', '3: missing id', '4: missing amount']);
    expect(result.orders[0]?.customerId).toBe('na');
  });

  it('are empty cells too, whatever else is declared', () => {
    const rows = [row({ customer: '' }), row({ id: 'A2', amount: '  ' }), row({ id: '-' })];
    expect(rejections(parsed(rows, { blanks: ['-'] }))).toEqual([
      '1: missing customer',
      '2: missing amount',
      '3: missing id',
    ]);
  });
});

describe('times', () => {
  it.each([
    ['2025-11-03', '2025-11-03T00:00:00.000Z'],
    ['2025-11-03T10:05', '2025-11-03T10:05:00.000Z'],
    ['2025-11-03 10:05:30', '2025-11-03T10:05:30.000Z'],
    ['2025-11-03T10:05:30.1239', '2025-11-03T10:05:30.123Z'],
    ['2025-11-03T10:05:30Z', '2025-11-03T10:05:30.000Z'],
    ['2025-11-03T10:05:30+05:30', '2025-11-03T04:35:30.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['2025-02-29', 'notADate'],
    ['1900-02-29', 'notADate'],
    ['2025-13-01', 'notADate'],
    ['2025-11-03T24:00', 'notADate'],
    ['2025-11-03T10:60', 'notADate'],
    ['03/11/2025', 'notADate'],
    ['2025-1-3', 'notADate'],
    ['yesterday', 'notADate'],
    [20_251_103, 'notADate'],
    ['', 'missing'],
    [new Date(Date.UTC(2025, 10, 3)), '2025-11-03T00:00:00.000Z'],
    [new Date(Number.NaN), 'notADate'],
  ])('in ISO 8601: %s is %s', (cell, expected) => {
    expect(timeOf(cell)).toBe(expected);
  });

  it.each([
    ['dd/MM/yyyy HH:mm', '03/11/2025 10:05', '2025-11-03T10:05:00.000Z'],
    ['dd/MM/yyyy', '03/11/2025', '2025-11-03T00:00:00.000Z'],
    ['M/d/yyyy H:mm:ss', '1/3/2025 9:05:07', '2025-01-03T09:05:07.000Z'],
    ['M/d/yyyy', '11/30/2025', '2025-11-30T00:00:00.000Z'],
    ['yyyyMMdd', '20251103', '2025-11-03T00:00:00.000Z'],
    ['d/Myyyy', '3/112025', '2025-11-03T00:00:00.000Z'],
    ['dd.MM.yyyy', '03x11x2025', 'notADate'],
    ['dd/MM/yyyy', '11/30/2025', 'notADate'],
    ['dd/MM/yyyy', '3/11/2025', 'notADate'],
    ['dd/MM/yyyy', '29/02/2025', 'notADate'],
    ['dd/MM/yyyy', '03/11/2025 10:05', 'notADate'],
  ])('by pattern %s: %s is %s', (pattern, cell, expected) => {
    expect(timeOf(cell, { dates: { kind: 'pattern', pattern } })).toBe(expected);
  });

  it.each([
    ['milliseconds', 1_700_000_000_000, '2023-11-14T22:13:20.000Z'],
    ['milliseconds', '1700000000000', '2023-11-14T22:13:20.000Z'],
    ['milliseconds', 1_700_000_000_000n, '2023-11-14T22:13:20.000Z'],
    ['seconds', 1_700_000_000, '2023-11-14T22:13:20.000Z'],
    ['seconds', '-1', '1969-12-31T23:59:59.000Z'],
    ['seconds', -0, '1970-01-01T00:00:00.000Z'],
    ['milliseconds', 1.5, 'notADate'],
    ['milliseconds', 8.64e15 + 1, 'notADate'],
    ['milliseconds', Number.NaN, 'notADate'],
    ['milliseconds', '2025-11-03', 'notADate'],
  ] as const)('as epoch %s: %s is %s', (unit, cell, expected) => {
    expect(timeOf(cell, { dates: { kind: 'epoch', unit } })).toBe(expected);
  });

  it('that are local mean the zone of the mapping, whatever zone the host is in', () => {
    expect(timeOf('2025-07-01T12:00', { zone: 'Europe/Berlin' })).toBe('2025-07-01T10:00:00.000Z');
    expect(timeOf('2025-12-01T12:00', { zone: 'Europe/Berlin' })).toBe('2025-12-01T11:00:00.000Z');
    expect(timeOf('2025-07-01', { zone: 'Asia/Shanghai' })).toBe('2025-06-30T16:00:00.000Z');
    expect(timeOf('2025-07-01T12:00Z', { zone: 'Asia/Shanghai' })).toBe('2025-07-01T12:00:00.000Z');
  });

  // Berlin, 30 March 2025: 02:00 → 03:00; 26 October 2025: 03:00 → 02:00.
  it.each([
    ['2025-03-30T01:59:59', 'later', '2025-03-30T00:59:59.000Z'],
    ['2025-03-30T02:30', 'later', '2025-03-30T01:30:00.000Z'],
    ['2025-03-30T02:30', 'refuse', 'skippedTime'],
    ['2025-03-30T03:00', 'refuse', '2025-03-30T01:00:00.000Z'],
  ] as const)('skipped by a clock change: %s with skippedTimes %s is %s', (cell, skippedTimes, expected) => {
    expect(timeOf(cell, { zone: 'Europe/Berlin', skippedTimes })).toBe(expected);
  });

  it.each([
    ['2025-10-26T02:30', 'earlier', '2025-10-26T00:30:00.000Z'],
    ['2025-10-26T02:30', 'later', '2025-10-26T01:30:00.000Z'],
    ['2025-10-26T02:30', 'refuse', 'repeatedTime'],
    ['2025-10-26T03:00', 'refuse', '2025-10-26T02:00:00.000Z'],
    ['2025-10-26T02:30+01:00', 'refuse', '2025-10-26T01:30:00.000Z'],
  ] as const)(
    'repeated by a clock change: %s with repeatedTimes %s is %s',
    (cell, repeatedTimes, expected) => {
      expect(timeOf(cell, { zone: 'Europe/Berlin', repeatedTimes })).toBe(expected);
    },
  );

  it('that are a plain day mean its first instant, also where the day has no midnight or two', () => {
    // Havana, 9 March 2025: 00:00 → 01:00; 2 November 2025: 01:00 → 00:00.
    const over = { zone: 'America/Havana', skippedTimes: 'refuse', repeatedTimes: 'refuse' } as const;
    expect(timeOf('2025-03-09', over)).toBe('2025-03-09T05:00:00.000Z');
    expect(timeOf('2025-03-09T00:00', over)).toBe('skippedTime');
    expect(timeOf('2025-03-09T00:00', { ...over, skippedTimes: 'later' })).toBe('2025-03-09T05:00:00.000Z');
    expect(timeOf('2025-11-02', over)).toBe('2025-11-02T04:00:00.000Z');
    expect(timeOf('2025-11-02T00:30', over)).toBe('repeatedTime');
    expect(timeOf('2025-11-02T00:30', { ...over, repeatedTimes: 'later' })).toBe('2025-11-02T05:30:00.000Z');
  });
});

describe('maskRow', () => {
  const masked = defineOrderMapping(mapping({ personal: ['customer', 'note'] }));

  it('masks the personal columns of a row, mapped or not, and leaves blanks and the rest', () => {
    const before = row({ note: 'call her', extra: 1 });
    expect(maskRow(before, masked)).toEqual({ ...before, customer: '•••', note: '•••' });
    expect(maskRow({ customer: '', note: null }, masked)).toEqual({ customer: '', note: null });
    expect(before['customer']).toBe('ann');
  });

  it('keeps a column called __proto__ a column', () => {
    const odd: Record<string, unknown> = JSON.parse('{"__proto__": "x", "customer": "ann"}');
    expect(Object.entries(maskRow(odd, masked))).toEqual([
      ['__proto__', 'x'],
      ['customer', '•••'],
    ]);
  });
});
