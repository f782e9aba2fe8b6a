/** The column path gives the answers of the object path. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, instantOf } from '../../../src/foundation/instant.js';
import {
  aggregateOrderObjects,
  aggregateOrders,
  appendOrders,
  fitColumns,
  mergePartials,
  orderColumns,
  type PurchaseColumns,
  rfHeatMapColumns,
  scoreColumns,
  segmentTableColumns,
} from '../../../src/rfm/columns/index.js';
import {
  explainScore,
  fitRfm,
  orThrow,
  type PurchaseSummaries,
  parseFittedRfm,
  type RfmModel,
  rfHeatMap,
  scoreRfm,
  segmentTable,
  summarizePurchases,
} from '../../../src/rfm/index.js';
import { summarizeMany } from '../../../src/rfm/summarize-many.js';
import { summarizeOneByOne } from '../../../src/rfm/summarize-one-by-one.js';
import {
  AS_OF,
  arbitraryInteger,
  arbitraryLayout,
  arbitraryLong,
  arbitraryModel,
  arbitraryRows,
  arbitraryText,
  arbitraryWindow,
  arbitraryZone,
  byCustomer,
  CURRENCY,
  columnsOf,
  type Layout,
  ordersOf,
  type Row,
} from './arbitraries.js';

const KINDS = [
  ['int32', arbitraryInteger],
  ['float64', arbitraryLong],
  ['bigint', arbitraryLong],
  ['text', arbitraryText],
] as const;

const SETTINGS = { zone: 'UTC', currency: CURRENCY, asOf: AS_OF, purchaseDays: 'count' } as const;

function summaries(rows: readonly Row[], layout: Layout, over: object = {}): PurchaseSummaries {
  const book = { orders: ordersOf(rows, layout), zone: 'UTC', currency: CURRENCY, ...over };
  return orThrow(summarizePurchases(book, { asOf: AS_OF, ...over }));
}

function purchases(rows: readonly Row[], layout: Layout, over: object = {}): PurchaseColumns {
  return orThrow(aggregateOrders(orThrow(orderColumns(columnsOf(rows, layout))), { ...SETTINGS, ...over }));
}

/** The columns as the summaries would be. */
function asSummaries(columns: PurchaseColumns): PurchaseSummaries {
  const { asOf, zone, window, currency, rejected, counts } = columns;
  const customers = Array.from(columns.byId(), (index) => {
    const summary = columns.summary(index);
    if (summary === undefined) throw new Error('no summary');
    return summary;
  });
  return { asOf, zone, window, currency, customers, rejected, counts };
}

function expectSame(columns: PurchaseColumns, objects: PurchaseSummaries): void {
  const same = asSummaries(columns);
  expect(same.customers).toEqual(objects.customers);
  expect(byCustomer(same.rejected)).toEqual(byCustomer(objects.rejected));
  expect({ ...same, rejected: [], customers: [], counts: {} }).toEqual({
    ...objects,
    rejected: [],
    customers: [],
    counts: {},
  });
  expect(same.counts).toEqual(objects.counts);
}

describe.each(KINDS)('columns with %s ids', (ids, customer) => {
  const layouts = arbitraryLayout.map((layout): Layout => ({ ...layout, ids }));

  it('give the summaries of summarizePurchases', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((large) => arbitraryRows(customer, large)),
        layouts,
        arbitraryWindow,
        arbitraryZone,
        fc.array(fc.oneof(arbitraryLong.map(String), arbitraryText), { maxLength: 3 }),
        (rows, layout, window, zone, customers) => {
          const over = { window, zone, customers };
          expectSame(purchases(rows, layout, over), summaries(rows, layout, over));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('give the fitted models, scores and explanations of the object path, whatever the model', () => {
    fc.assert(
      fc.property(arbitraryRows(customer, false), layouts, arbitraryModel, (rows, layout, model) => {
        const objects = summaries(rows, layout, { window: model.window });
        const columns = purchases(rows, layout, { window: model.window });
        const fitted = fitRfm(model, objects);
        expect(fitColumns(model, columns)).toEqual(fitted);
        if (fitted._tag === 'Left') return;
        const stored = orThrow(parseFittedRfm(JSON.parse(JSON.stringify(fitted.right))));
        const scores = orThrow(scoreColumns(stored, columns));
        const expected = orThrow(scoreRfm(fitted.right, objects));
        expect(scores.counts).toEqual(expected.counts);
        expect([...scores.rows()]).toEqual(Array.from(scores.r, (_, i) => scores.row(i)));
        expect(Array.from(columns.byId(), (i) => scores.row(i))).toEqual(expected.customers);
        expect(segmentTableColumns(scores)).toEqual(segmentTable(expected, objects));
        expect(rfHeatMapColumns(scores)).toEqual(rfHeatMap(expected, objects));
        for (let i = 0; i < columns.customers; i += 1) {
          const summary = columns.summary(i);
          const row = scores.row(i);
          expect(summary && scores.explain(i)).toEqual(summary && explainScore(fitted.right, summary));
          if (row?.kind !== 'scored') continue;
          expect([scores.r[i], scores.f[i], scores.m[i], scores.weighted[i]]).toEqual([
            row.r,
            row.f,
            row.m,
            row.weighted,
          ]);
          expect(scores.segmentNames[scores.segment[i] ?? 0]).toBe(row.segment);
          expect(scores.gradeNames[scores.grade[i] ?? 0]).toBe(row.grade);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('give the same scores under the cuts of other customers', () => {
    fc.assert(
      fc.property(
        arbitraryRows(customer, false),
        arbitraryRows(customer, false),
        layouts,
        arbitraryModel,
        (before, after, layout, model) => {
          const fitted = fitRfm(model, summaries(before, layout, { window: model.window }));
          if (fitted._tag === 'Left') return;
          const columns = purchases(after, layout, { window: model.window });
          const scores = orThrow(scoreColumns(fitted.right, columns));
          const expected = orThrow(
            scoreRfm(fitted.right, summaries(after, layout, { window: model.window })),
          );
          expect(Array.from(columns.byId(), (i) => scores.row(i))).toEqual(expected.customers);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('merge in any grouping to what one pass gives', () => {
    fc.assert(
      fc.property(
        fc
          .boolean()
          .chain((large) => fc.array(arbitraryRows(customer, large, 20), { minLength: 1, maxLength: 5 })),
        layouts,
        arbitraryWindow,
        fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 5 }),
        (parts, layout, window, grouping) => {
          const pool = parts.map((rows) => purchases(rows, layout, { window }));
          for (const at of grouping) {
            if (pool.length < 2) break;
            const [one] = pool.splice(at % pool.length, 1);
            const [other] = pool.splice(at % pool.length, 1);
            if (one && other) pool.push(orThrow(mergePartials(one, other)));
          }
          const merged = pool[0];
          if (merged) expectSame(merged, summaries(parts.flat(), layout, { window }));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('append to what one pass gives, and leave what was there as it was', () => {
    fc.assert(
      fc.property(
        fc.boolean().chain((large) => fc.tuple(...[0, 1, 2].map(() => arbitraryRows(customer, large, 25)))),
        layouts,
        ([first = [], second = [], third = []], layout) => {
          const start = purchases(first, layout);
          const before = asSummaries(start);
          const two = orThrow(appendOrders(start, orThrow(orderColumns(columnsOf(second, layout)))));
          const three = orThrow(appendOrders(two, orThrow(orderColumns(columnsOf(third, layout)))));
          const other = orThrow(appendOrders(start, orThrow(orderColumns(columnsOf(third, layout)))));
          expectSame(two, summaries([...first, ...second], layout));
          expectSame(three, summaries([...first, ...second, ...third], layout));
          expectSame(other, summaries([...first, ...third], layout));
          expect(asSummaries(start)).toEqual(before);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('objects added up as columns', () => {
  it('give the summaries of summarizePurchases, what is no order left out', () => {
    const layout: Layout = { ids: 'text', numbers: 'float64', units: true, returned: true };
    const wrong = fc.constantFrom<object>(
      { amount: 0.5 },
      { at: Number.NaN },
      { customerId: 7 },
      { units: 1e300 },
      {},
      [7],
    );
    const rows = fc.boolean().chain((large) => arbitraryRows(arbitraryText, large));
    fc.assert(
      fc.property(rows, arbitraryWindow, fc.array(wrong), (good, window, faults) => {
        const orders = ordersOf(good, layout).map((one, i) => {
          const fault = faults[i];
          // One that is no object at all stands in place of the order.
          return Array.isArray(fault) ? (undefined as never) : { ...one, ...fault };
        });
        const objects = orThrow(
          summarizePurchases({ orders, zone: 'UTC', currency: CURRENCY }, { asOf: AS_OF, window }),
        );
        expectSame(orThrow(aggregateOrderObjects(orders, { ...SETTINGS, window })), objects);
      }),
      { numRuns: 200 },
    );
  });
});

describe('many orders summarised as columns', () => {
  it('are what they are one by one: rejections, known and merged customers and all', () => {
    const layout: Layout = { ids: 'text', numbers: 'float64', units: true, returned: true };
    const wrong = fc.constantFrom<object>({ amount: 0.5 }, { at: Number.NaN }, { customerId: 7 }, {}, [7]);
    const names = fc.constantFrom('a', 'b', 'ab', '');
    const rows = fc.boolean().chain((large) => arbitraryRows(names, large));
    const known = fc.array(fc.oneof(names, fc.constant(7 as never)), { maxLength: 3 });
    fc.assert(
      fc.property(
        rows,
        arbitraryWindow,
        arbitraryZone,
        fc.array(wrong),
        known,
        fc.dictionary(names, fc.constantFrom('b', 'z')),
        (good, window, zone, faults, customers, merged) => {
          const orders = ordersOf(good, layout).map((one, i) =>
            Array.isArray(faults[i]) ? (undefined as never) : { ...one, ...faults[i] },
          );
          const clock = orThrow(clockOf(zone));
          const asOf = orThrow(instantOf(AS_OF, clock));
          const book = { orders, zone, currency: CURRENCY };
          const customer = (id: string): string => merged[id] ?? id;
          const question = { asOf, window, customers, customer };
          expect(summarizeMany(book, clock, question)).toEqual(summarizeOneByOne(book, clock, question));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('columns of different kinds of ids', () => {
  it('merge by the text of the ids', () => {
    const rows = arbitraryRows(fc.integer({ min: 8, max: 12 }), false, 20);
    const kinds = fc.constantFrom('int32' as const, 'float64' as const, 'bigint' as const, 'text' as const);
    const texts = arbitraryRows(arbitraryText, false, 20);
    fc.assert(
      fc.property(rows, rows, texts, kinds, kinds, arbitraryLayout, (a, b, c, one, other, layout) => {
        const merged = orThrow(
          mergePartials(purchases(a, { ...layout, ids: one }), purchases(b, { ...layout, ids: other })),
        );
        expectSame(merged, summaries([...a, ...b], { ...layout, ids: one }));
        const text: Layout = { ...layout, ids: 'text' };
        const all = orThrow(mergePartials(merged, purchases(c, text)));
        expectSame(all, summaries([...a, ...b, ...c], text));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a model that counts days', () => {
  it('is refused where the purchases did not count them', () => {
    const rows: readonly Row[] = [{ customer: 1, at: AS_OF, amount: 1, units: 0, returned: false }];
    const layout: Layout = { ids: 'int32', numbers: 'float64', units: false, returned: false };
    const columns = purchases(rows, layout, { purchaseDays: 'leaveOut' });
    const scale = { kind: 'bands', cuts: [1], closed: 'lower' } as const;
    const model: RfmModel = {
      format: 'rfm-model@1',
      name: 'days',
      window: { kind: 'all' },
      recency: { unit: 'days', scale },
      frequency: { counts: 'purchaseDays', scale },
      monetary: { basis: 'total', scale },
      binning: 'independent',
      weights: { r: 1, f: 1, m: 1 },
      currency: CURRENCY,
    };
    expect(fitColumns(model, columns)).toMatchObject({
      left: [{ code: 'otherConvention', path: ['purchaseDays'] }],
    });
    expect(columns.summary(0)).toBeUndefined();
  });
});
