/** Rows read sign by sign beside the same rows cut into cells: the same orders, counts and refusals, of any text. */

import { type OrderMapping, type OrderMappingInput, parseOrderMapping } from 'clientele/rfm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, CsvFile } from '../../examples/score-orders/csv-line.js';
import { type CsvHandlers, csvScanner } from '../../examples/score-orders/csv-rows.js';
import { demand } from '../../examples/score-orders/demand.js';
import { createLedger } from '../../examples/score-orders/ledger.js';
import { plainRowReader } from '../../examples/score-orders/plain-row.js';
import { readOrders } from '../../examples/score-orders/read-orders.js';

function mappingOf(over: Partial<OrderMappingInput>): OrderMapping {
  const columns = { orderId: 'order', customerId: 'customer', at: 'placed', amount: 'amount' };
  const currency = { code: 'EUR', minorUnit: 2 };
  const input = {
    format: 'order-mapping@1',
    rows: 'orders',
    columns,
    zone: 'Europe/London',
    currency,
    ...over,
  };
  return demand('the mapping', parseOrderMapping(input));
}

const mappings = fc.constantFrom<Partial<OrderMappingInput>>(
  {},
  { columns: { customerId: 'customer', at: 'placed', amount: 'amount' } },
  {
    policies: { repeatedIds: 'separate', missingCustomer: 'guest', afterAsOf: 'ignore' },
    blanks: ['', 'NA', '7'],
  },
  { amountsIn: 'minor', rounding: 'halfEven', policies: { repeatedIds: 'first' } },
  { numbers: { decimal: ',' }, currency: { code: 'KWD', minorUnit: 3 }, personal: ['customer'] },
  { policies: { repeatedIds: 'last' } },
);

const customers = fc.constantFrom(
  'a',
  'b',
  ' a',
  '"a"',
  '"a""b"',
  'a"b',
  '',
  'NA',
  '顾客',
  'guest:1',
  'a-very-long-customer-id',
);
const times = fc.oneof(
  fc
    .date({ min: new Date(0), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  fc.constantFrom(
    '2025-02-29T10:00:00Z',
    '2024-02-29T10:00:00Z',
    '2025-10-26T01:30:00',
    '2025-10-26',
    '0099-01-01T00:00:00Z',
  ),
  fc.constantFrom(
    '2025-01-01T24:00:00Z',
    '2025-01-01T23:60:00Z',
    '2025-13-01T00:00:00Z',
    '2025-1-01T00:00:00.00Z',
    '2025-01-01 10:00:00Z',
  ),
  fc.constantFrom(
    '2025-01-01T10:00:00.5Z',
    '2025-01-01T10:00:00+02:00',
    '"2025-01-01T10:00:00Z"',
    '2025-01-01T10:00:00,000Z',
    '',
  ),
);
const amounts = fc.oneof(
  fc.integer({ min: -500, max: 50_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom(
    '5',
    '5.',
    '.5',
    '5.1',
    '5.123',
    '5,10',
    '"5,10"',
    '5.1.2',
    '+5',
    '-5',
    '0',
    '',
    '7',
    '1e3',
    '99999999999999',
    '123456789012.34',
  ),
);
const rows = fc.tuple(
  fc.nat({ max: 30 }).map(String),
  customers,
  times,
  amounts,
  fc.constantFrom('x', '', '"q,r"', 'é'),
  fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', ',more\n', '\n\n'),
);

function read(text: string, mapping: OrderMapping, asPlain: boolean): Promise<unknown> {
  const ledger = createLedger({ mapping, window: { kind: 'all' }, days: undefined });
  const refused: (readonly Cell[])[] = [];
  const file: CsvFile = {
    write: (cells) => refused.push(cells),
    close: () => undefined,
    discard: () => undefined,
  };
  const readRows = async ({ plainRow, ...handlers }: CsvHandlers): Promise<void> => {
    const scanner = csvScanner(asPlain && plainRow !== undefined ? { ...handlers, plainRow } : handlers);
    const half = Math.floor(text.length / 2);
    scanner.write(text.slice(0, half));
    scanner.write(text.slice(half));
    scanner.end();
  };
  const options = { name: 'a file', mapping, ledger, asOf: '2025-12-31', language: 'en' } as const;
  return readOrders(readRows, { ...options, openRejected: () => file, progress: () => undefined }).then(
    ({ counts, reasons, ignoredBy }) => {
      const purchases = ledger.purchases('2025-12-31');
      const bought = Array.from(purchases.byId(), (index) => purchases.summary(index));
      const sums = [ledger.sum('purchase'), ledger.sum('return'), ledger.lastPurchaseAt()];
      return { counts, reasons, ignoredBy, refused, bought, sums };
    },
  );
}

describe('rows read sign by sign', () => {
  it('come to what they come to cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { maxLength: 25 }), mappings, async (lines, over) => {
        const mapping = mappingOf(over);
        const text = `order,customer,placed,amount,note\n${lines.map(([a, b, c, d, e, end]) => `${a},${b},${c},${d},${e}${end}`).join('')}`;
        expect(await read(text, mapping, true)).toEqual(await read(text, mapping, false));
      }),
      { numRuns: 600 },
    );
  });

  it('are most of a plain file', () => {
    const header = ['order', 'customer', 'placed', 'amount', 'note'];
    const reader = plainRowReader(header, mappingOf({}), ',');
    const row = 'A1,ann,2025-11-30T23:59:59.999Z,19.99,x\r\n';
    expect(reader?.read(`${row}${row}`, row.length)).toBe(2 * row.length);
    expect(reader?.order).toEqual({
      orderId: 'A1',
      customerId: 'ann',
      at: Date.UTC(2025, 10, 30, 23, 59, 59, 999),
      amount: 1999,
    });
    expect(reader?.read(row.slice(0, -1), 0)).toBe(-1);
  });

  it('are left alone where the mapping asks for other forms', () => {
    const header = ['order', 'customer', 'placed', 'amount'];
    const other = (over: Partial<OrderMappingInput>): unknown => plainRowReader(header, mappingOf(over), ',');
    expect(other({ dates: { kind: 'epoch', unit: 'seconds' } })).toBeUndefined();
    expect(other({ blanks: ['', '0.00'] })).toBeUndefined();
    expect(plainRowReader(['customer', 'placed'], mappingOf({}), ',')).toBeUndefined();
    expect(plainRowReader(header, mappingOf({}), '😀')).toBeUndefined();
  });
});
