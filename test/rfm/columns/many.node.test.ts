/** The ways that only many rows take give the answers of the object path, too. */
import { describe, expect, it } from 'vitest';
import { clockOf, instantOf } from '../../../src/foundation/instant.js';
import {
  aggregateOrderObjects,
  aggregateOrders,
  fitColumns,
  mergePartials,
  type OrderColumnsInput,
  orderColumns,
  type PurchaseColumns,
  scoreColumns,
} from '../../../src/rfm/columns/index.js';
import {
  fitRfm,
  type Order,
  orThrow,
  quintiles,
  scoreRfm,
  summarizePurchases,
  type Window,
} from '../../../src/rfm/index.js';
import { summarizeOneByOne } from '../../../src/rfm/summarize-one-by-one.js';
import { CURRENCY } from './arbitraries.js';

const ROWS = 260_000;
const CUSTOMERS = 9000;
const DAY = 86_400_000;
const START = Date.UTC(2023, 0, 1);
const SETTINGS = { asOf: '2024-12-31', zone: 'UTC', currency: CURRENCY } as const;

const number = (i: number): number => (Math.imul(i, 0x9e3779b1) >>> 3) % CUSTOMERS;
const at = Float64Array.from(
  { length: ROWS },
  (_, i) => START + (((Math.imul(i, 0x85ebca6b) >>> 4) % 725) * DAY + i),
);
const amount = Float64Array.from({ length: ROWS }, (_, i) => (Math.imul(i, 0xc2b2ae35) >>> 8) % 900);
const units = Float64Array.from({ length: ROWS }, (_, i) => i % 7);
const returned = Uint8Array.from({ length: ROWS }, (_, i) => Number(i % 31 === 0));

const uuid = (i: number): string => `00000000-0000-4000-a000-${i.toString(16).padStart(12, '0')}`;
const KINDS: readonly (readonly [string, OrderColumnsInput['customer']])[] = [
  ['dense integers', Int32Array.from({ length: ROWS }, (_, i) => number(i))],
  ['integers close together', Int32Array.from({ length: ROWS }, (_, i) => 20 * number(i))],
  ['integers far apart', Float64Array.from({ length: ROWS }, (_, i) => number(i) * 1e9 - 4e12)],
  ['integers far apart, of 32 bits', Int32Array.from({ length: ROWS }, (_, i) => 100_003 * number(i) - 7)],
  ['short texts', Array.from({ length: ROWS }, (_, i) => `c${number(i)}`)],
  ['UUIDs', Array.from({ length: ROWS }, (_, i) => uuid(number(i)))],
  [
    'texts of all kinds',
    Array.from(
      { length: ROWS },
      (_, i) => ['c', '', '顾客', 'a long name '][number(i) % 4] + uuid(number(i)),
    ),
  ],
];

const SOME: Window = { kind: 'rollingMonths', months: 18 };
const ALL: Window = { kind: 'all' };

describe.each(KINDS)('many rows with %s', (_, customer) => {
  it.each([
    ['purchases', { customer, at, amount }, SOME],
    ['purchases in the window', { customer, at, amount }, ALL],
    ['purchases and returns with units', { customer, at, amount, units, returned }, SOME],
    ['purchases and returns with units in the window', { customer, at, amount, units, returned }, ALL],
  ] as const)('%s score as objects do', (__, input, window) => {
    const orders = ordersOf(input);
    const model = quintiles({ ties: 'byRank', window });
    const book = { orders, zone: 'UTC', currency: CURRENCY };
    const clock = orThrow(clockOf('UTC'));
    const asOf = orThrow(instantOf(SETTINGS.asOf, clock));
    const question = { asOf, window: model.window, customers: [], customer: (id: string) => id };
    const summaries = summarizeOneByOne(book, clock, question);
    expect(orThrow(summarizePurchases(book, { asOf: SETTINGS.asOf, window: model.window }))).toEqual(
      summaries,
    );
    const expected = orThrow(scoreRfm(orThrow(fitRfm(model, summaries)), summaries)).customers;
    const options = { ...SETTINGS, window: model.window };
    const half = (from: number, until?: number): PurchaseColumns =>
      orThrow(aggregateOrders(orThrow(orderColumns(slice(input, from, until))), options));
    const ways = [
      half(0),
      orThrow(aggregateOrderObjects(orders, options)),
      orThrow(mergePartials(half(0, 3000), half(3000))),
    ];
    for (const purchases of ways) {
      const fitted = orThrow(fitColumns(model, purchases));
      expect(fitted).toEqual(orThrow(fitRfm(model, summaries)));
      const scores = orThrow(scoreColumns(fitted, purchases));
      expect(Array.from(purchases.byId(), (i) => scores.row(i))).toEqual(expected);
    }
  });
});

function slice(input: OrderColumnsInput, from: number, until?: number): OrderColumnsInput {
  return {
    customer: input.customer.slice(from, until),
    at: input.at.slice(from, until),
    amount: input.amount.slice(from, until),
    ...(input.units === undefined ? {} : { units: input.units.slice(from, until) }),
    ...(input.returned === undefined ? {} : { returned: input.returned.slice(from, until) }),
  };
}

function ordersOf(input: OrderColumnsInput): readonly Order[] {
  return Array.from({ length: ROWS }, (_, i) => ({
    id: '',
    customerId: String(input.customer[i]),
    at: at[i] ?? 0,
    amount: amount[i] ?? 0,
    units: input.units === undefined ? 0 : (units[i] ?? 0),
    kind: input.returned?.[i] === 1 ? 'return' : 'purchase',
  }));
}
