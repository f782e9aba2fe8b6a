/** The column path on real shops: UCI Online Retail, the orders of the R package rfm, the CDNOW sample. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  aggregateOrderObjects,
  aggregateOrders,
  appendOrders,
  fitColumns,
  type OrderColumnsInput,
  orderColumns,
  type PurchaseColumns,
  scoreColumns,
} from '../../../src/rfm/columns/index.js';
import {
  fitRfm,
  type Order,
  type OrderMappingInput,
  orThrow,
  type ParsedOrders,
  parseOrders,
  pymcQuartiles,
  quintiles,
  type RfmModel,
  rfm030,
  scoreRfm,
  sourceMaterialRfm,
  summarizePurchases,
} from '../../../src/rfm/index.js';
import { describeShared, sharedPath } from '../../shared.js';

type Row = Readonly<Record<string, string>>;

function onlineRetail(): ParsedOrders {
  const text = gunzipSync(readFileSync(sharedPath('data', 'online-retail', 'onlineretail.csv.gz')));
  const mapping: OrderMappingInput = {
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
    policies: { missingCustomer: 'guest' },
  };
  return orThrow(parseOrders(parse<Row>(text, { columns: true }), mapping));
}

function rfmOrders(): ParsedOrders {
  const rows = parse<Row>(readFileSync(sharedPath('data', 'rfm-orders', 'rfm_data_orders.csv')), {
    columns: true,
  });
  return orThrow(
    parseOrders(rows, {
      rows: 'orders',
      columns: { customerId: 'customer_id', at: 'order_date', amount: 'revenue' },
      zone: 'UTC',
      currency: { code: 'USD', minorUnit: 0 },
    }),
  );
}

function cdnow(): ParsedOrders {
  const rows = readFileSync(sharedPath('data', 'cdnow-sample', 'CDNOW_sample.txt'), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, customer = '', day = '', cds = '', dollars = ''] = line.trim().split(/\s+/);
      return { customer, day, cds, dollars };
    });
  return orThrow(
    parseOrders(rows, {
      rows: 'orders',
      columns: { customerId: 'customer', at: 'day', amount: 'dollars', quantity: 'cds' },
      dates: { kind: 'pattern', pattern: 'yyyyMMdd' },
      zone: 'America/New_York',
      currency: { code: 'USD', minorUnit: 2 },
    }),
  );
}

const MODELS: readonly (readonly [string, (minorUnit: number) => RfmModel])[] = [
  ['quintiles, equal values together', () => quintiles()],
  [
    'quintiles by rank, half a year',
    () => quintiles({ ties: 'byRank', window: { kind: 'rollingMonths', months: 6 } }),
  ],
  ['as R rfm 0.3.0', (minorUnit) => rfm030({ minorUnit })],
  ['as pymc-marketing', () => pymcQuartiles()],
  ['nested quintiles by rank', () => ({ ...quintiles({ ties: 'byRank' }), binning: 'nested' })],
  ['fixed bands', () => sourceMaterialRfm()],
];

function asColumns(orders: readonly Order[]): OrderColumnsInput {
  return {
    customer: orders.map((order) => order.customerId),
    at: Float64Array.from(orders, ({ at }) => at),
    amount: Float64Array.from(orders, ({ amount }) => amount),
    units: Float64Array.from(orders, ({ units }) => units),
    returned: Uint8Array.from(orders, ({ kind }) => Number(kind === 'return')),
  };
}

describeShared('real orders as columns', () => {
  describe.each([
    ['UCI Online Retail', onlineRetail, '2011-12-09'],
    ['the R package rfm', rfmOrders, '2006-12-31'],
    ['CDNOW', cdnow, '1998-06-30'],
  ] as const)('%s', (_, read, asOf) => {
    it('give the summaries, cuts and scores of the object path under every model', {
      timeout: 120_000,
    }, () => {
      const book = read();
      const columns = asColumns(book.orders);
      const half = Math.floor(book.orders.length / 2);
      for (const [name, modelFor] of MODELS) {
        const model = modelFor(book.currency.minorUnit);
        // A scheme in another currency is scored as if in the shop's own: here only that both paths agree.
        const own = model.currency === undefined ? model : { ...model, currency: book.currency };
        const summaries = orThrow(summarizePurchases(book, { asOf, window: own.window }));
        const options = {
          asOf,
          zone: book.zone,
          currency: book.currency,
          window: own.window,
          purchaseDays: 'count',
        } as const;
        const checked = (input: OrderColumnsInput): PurchaseColumns =>
          orThrow(aggregateOrders(orThrow(orderColumns(input)), options));
        const appended = appendOrders(
          checked(asColumns(book.orders.slice(0, half))),
          orThrow(orderColumns(asColumns(book.orders.slice(half)))),
        );
        const fitted = orThrow(fitRfm(own, summaries));
        const expected = orThrow(scoreRfm(fitted, summaries)).customers;
        for (const purchases of [
          checked(columns),
          orThrow(aggregateOrderObjects(book.orders, options)),
          orThrow(appended),
        ]) {
          const byId = Array.from(purchases.byId());
          expect(
            byId.map((i) => purchases.summary(i)),
            name,
          ).toEqual(summaries.customers);
          expect(orThrow(fitColumns(own, purchases)), name).toEqual(fitted);
          const scores = orThrow(scoreColumns(fitted, purchases));
          expect(
            byId.map((i) => scores.row(i)),
            name,
          ).toEqual(expected);
        }
      }
    });
  });
});
