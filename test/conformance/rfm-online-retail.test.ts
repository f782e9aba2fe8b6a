/**
 * UCI Online Retail (Chen 2015): 541,909 messy invoice lines of a UK wholesaler, local times without a zone, `NA`
 * for missing customers, cancellations marked by `C`. Read under named policies; counts and money are checked
 * against a count of the file that uses nothing of the library.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import {
  type OrderMappingInput,
  type OrderPolicies,
  orThrow,
  parseOrders,
  summarizePurchases,
} from '../../src/rfm/index.js';
import { describeShared, sharedPath } from '../shared.js';

type Row = Readonly<Record<string, string>>;

const MAPPING: OrderMappingInput = {
  rows: 'lines',
  columns: {
    orderId: 'InvoiceNo',
    customerId: 'CustomerID',
    at: 'InvoiceDate',
    unitPrice: 'UnitPrice',
    quantity: 'Quantity',
  },
  zone: 'Europe/London',
  currency: { code: 'GBP', minorUnit: 2 },
  rounding: 'halfEven',
  blanks: ['', 'NA'],
  returns: { idPrefix: 'C' },
};

/** Price times quantity of a line in thousandths of a penny, which is as fine as the file gets. */
function exact({ UnitPrice = '', Quantity = '' }: Row): bigint {
  const [whole = '', fraction = ''] = UnitPrice.replace('-', '').split('.');
  const price = BigInt(whole + fraction.padEnd(5, '0'));
  return (UnitPrice.startsWith('-') ? -price : price) * BigInt(Quantity);
}

/** Thousandths of a penny to pence, half to even. */
function pence(thousandths: bigint): bigint {
  const size = thousandths < 0n ? -thousandths : thousandths;
  const [quotient, rest] = [size / 1000n, size % 1000n];
  const up = rest > 500n || (rest === 500n && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return thousandths < 0n ? -rounded : rounded;
}

describeShared('UCI Online Retail', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    const text = gunzipSync(readFileSync(sharedPath('data', 'online-retail', 'onlineretail.csv.gz')));
    rows = parse<Row>(text, { columns: true });
  }, 120_000);

  const read = (policies: Partial<OrderPolicies>) => orThrow(parseOrders(rows, { ...MAPPING, policies }));
  const sum = (lines: readonly Row[]) => lines.reduce((total, line) => total + pence(exact(line)), 0n);
  const marked = (line: Row) => line['InvoiceNo']?.startsWith('C') === true;
  const nobody = (line: Row) => line['CustomerID'] === 'NA';

  it('is the file that is published: lines, invoices, customers, quirks and the sum of all lines', () => {
    expect(rows).toHaveLength(541_909);
    expect(new Set(rows.map((line) => line['InvoiceNo'])).size).toBe(25_900);
    expect(new Set(rows.filter((line) => !nobody(line)).map((line) => line['CustomerID'])).size).toBe(4372);
    expect(rows.filter(nobody)).toHaveLength(135_080);
    expect(rows.filter(marked)).toHaveLength(9288);
    expect(pence(rows.reduce((total, line) => total + exact(line), 0n))).toBe(974_774_793n);
  });

  it('loses no line and no penny when lines without a customer are guests', () => {
    const { orders, counts, rejected } = read({ missingCustomer: 'guest' });
    expect(counts).toEqual({ rows: 541_909, accepted: 541_909, ignored: 0, rejected: 0 });
    expect(rejected).toEqual([]);
    expect(orders).toHaveLength(25_900);
    expect(orders.reduce((total, { amount }) => total + BigInt(amount), 0n)).toBe(sum(rows));
    expect(orders.reduce((total, { units }) => total + units, 0)).toBe(
      rows.reduce((total, line) => total + Number(line['Quantity']), 0),
    );
  });

  it('refuses the lines without a customer by default, and accepts the rest to the penny', () => {
    const { orders, counts, rejected } = read({});
    const named = rows.filter((line) => !nobody(line));
    expect(counts).toEqual({ rows: 541_909, accepted: 406_829, ignored: 0, rejected: 135_080 });
    expect(
      rejected.every(
        ({ row, problems }) =>
          problems.length === 1 && problems[0].code === 'missing' && nobody(rows[row - 1] ?? {}),
      ),
    ).toBe(true);
    expect(orders.reduce((total, { amount }) => total + BigInt(amount), 0n)).toBe(sum(named));
    expect(orders.filter(({ kind }) => kind === 'return').length).toBeGreaterThan(0);

    const summaries = orThrow(
      summarizePurchases(
        { orders, currency: { code: 'GBP', minorUnit: 2 }, zone: 'Europe/London' },
        { asOf: '2011-12-09' },
      ),
    );
    expect(summaries.customers).toHaveLength(4372);
    expect(summaries.rejected).toEqual([]);
    expect(summaries.customers.reduce((total, one) => total + BigInt(one.total), 0n)).toBe(sum(named));
  });

  it('leaves out cancellations and lines without a customer by policy, each under its name', () => {
    const { orders, counts, ignoredBy } = read({ returns: 'ignore', missingCustomer: 'ignore' });
    const kept = rows.filter((line) => !marked(line) && !nobody(line));
    const guests = rows.filter((line) => !marked(line) && nobody(line));
    expect(ignoredBy).toEqual({ 'missingCustomer: ignore': guests.length, 'returns: ignore': 9288 });
    expect(counts).toEqual({
      rows: 541_909,
      accepted: kept.length,
      ignored: 541_909 - kept.length,
      rejected: 0,
    });
    expect(orders.reduce((total, { amount }) => total + BigInt(amount), 0n)).toBe(sum(kept));
  });

  it('has 5,268 lines that repeat an earlier one in every column, left out by policy with their money', () => {
    const { orders, ignoredBy } = read({ missingCustomer: 'guest', duplicateRows: 'ignore' });
    const seen = new Set<string>();
    const kept = rows.filter((line) => seen.size < seen.add(Object.values(line).join('|')).size);
    expect(ignoredBy).toEqual({ 'duplicateRows: ignore': 5268 });
    expect(kept).toHaveLength(541_909 - 5268);
    expect(orders.reduce((total, { amount }) => total + BigInt(amount), 0n)).toBe(sum(kept));
  });
});
