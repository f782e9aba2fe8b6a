/**
 * The CDNOW 1/10 sample (Fader & Hardie): transactions in a file of fixed columns, two-digit cents, and the
 * customer-by-sufficient-statistic table computed from it in exact days.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import {
  fitRfm,
  type OrderMappingInput,
  orThrow,
  parseOrders,
  pymcQuartiles,
  scoreRfm,
  summarizePurchases,
} from '../../src/rfm/index.js';
import { describeShared, sharedPath } from '../shared.js';

/** ` 00004 0001 19970101  2   29.33`: master id, sample id, day, CDs, dollars. */
function transactions() {
  const text = readFileSync(sharedPath('data', 'cdnow-sample', 'CDNOW_sample.txt'), 'utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, customer = '', day = '', cds = '', dollars = ''] = line.trim().split(/\s+/);
      return { customer, day, cds, dollars };
    });
}

const MAPPING: OrderMappingInput = {
  rows: 'orders',
  columns: { customerId: 'customer', at: 'day', amount: 'dollars', quantity: 'cds' },
  dates: { kind: 'pattern', pattern: 'yyyyMMdd' },
  zone: 'America/New_York',
  currency: { code: 'USD', minorUnit: 2 },
};

/** Dollars and cents as written, summed without the library. */
function cents(rows: readonly { readonly dollars: string }[]): bigint {
  return rows.reduce((sum, { dollars }) => {
    const [whole = '', fraction = ''] = dollars.split('.');
    return sum + BigInt(whole + fraction.padEnd(2, '0'));
  }, 0n);
}

describeShared('the CDNOW sample', () => {
  const read = (policies: OrderMappingInput['policies'] = {}) =>
    orThrow(parseOrders(transactions(), { ...MAPPING, policies }));

  it('has 6,919 transactions of 2,357 customers, all of them read, with every cent', () => {
    const { orders, counts } = read();
    expect(counts).toEqual({ rows: 6919, accepted: 6919, ignored: 0, rejected: 0 });
    expect(new Set(orders.map(({ customerId }) => customerId)).size).toBe(2357);
    expect(orders.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(cents(transactions()));
    expect(orders.reduce((sum, { units }) => sum + units, 0)).toBe(
      transactions().reduce((sum, { cds }) => sum + Number(cds), 0),
    );
  });

  it('has 8 zero-dollar rows, refused or ignored where a policy says so', () => {
    expect(read({ zeroAmounts: 'refuse' }).rejected.map(({ problems }) => problems[0].code)).toEqual(
      Array.from({ length: 8 }, () => 'zeroAmount'),
    );
    expect(read({ zeroAmounts: 'ignore' }).counts).toEqual({
      rows: 6919,
      accepted: 6911,
      ignored: 8,
      rejected: 0,
    });
  });

  it('has 223 repeats on the same day, merged where a policy says so, without losing a cent', () => {
    const { orders, counts } = read({ sameDay: 'merge' });
    expect(orders).toHaveLength(6919 - 223);
    expect(counts.accepted).toBe(6919);
    expect(orders.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(cents(transactions()));
  });

  it('has the published repeat counts and recencies of all customers at the end of week 39', () => {
    const day = 86_400_000;
    const end = Date.UTC(1997, 8, 30);
    const utc = {
      ...read(),
      zone: 'UTC',
      orders: orThrow(parseOrders(transactions(), { ...MAPPING, zone: 'UTC' })).orders,
    };
    const calibration = orThrow(summarizePurchases(utc, { asOf: '1997-09-30' }));
    const all = orThrow(summarizePurchases(utc, { asOf: '1998-06-30' }));
    const expected = parse<Record<string, string>>(
      readFileSync(sharedPath('data', 'cdnow-sample', 'cdnow_cbs_exact.csv')),
      { columns: true },
    );
    expect(calibration.customers).toHaveLength(2357);
    const ours = calibration.customers.map((one, i) => {
      const later = all.customers[i];
      if (one.kind !== 'ordered' || later === undefined) throw new Error(one.kind);
      return [
        Number(one.customerId),
        one.purchaseDays - 1,
        (one.lastOrderAt - one.firstOrderAt) / day / 7,
        (end - one.firstOrderAt) / day / 7,
        later.purchaseDays - one.purchaseDays,
      ];
    });
    expect(ours).toEqual(
      expected.map((row) => ['cust', 'x', 't.x', 'T.cal', 'x.star'].map((column) => Number(row[column]))),
    );
  });

  it('leaves pymc-style quartiles two frequency bins, so that nobody can be Premium or Repeat', () => {
    const { window } = pymcQuartiles();
    const summaries = orThrow(summarizePurchases(read(), { asOf: '1997-09-30', window }));
    const fitted = orThrow(fitRfm(pymcQuartiles(), summaries));
    expect(fitted.frequency.bins).toBe(2);
    expect(fitted.notices.map(({ code, dimension }) => `${code} ${dimension}`)).toContain(
      'renumbered frequency',
    );
    const segments = new Set(
      orThrow(scoreRfm(fitted, summaries)).customers.map((one) =>
        one.kind === 'scored' ? one.segment : undefined,
      ),
    );
    expect(segments.has('premium') || segments.has('repeat')).toBe(false);
    expect(segments.has('topSpender')).toBe(true);
  });
});
