/**
 * The R package rfm 0.3.0 on its own example data (`rfm_data_orders`, analysis date 2006-12-31): scores, breaks,
 * segments and tables as its documentation and tests print them.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import {
  elevenSegments,
  fitRfm,
  orThrow,
  parseOrders,
  pymcQuartiles,
  quintiles,
  type RfmModel,
  rfHeatMap,
  rfm02ExampleSegments,
  rfm030,
  scoreRfm,
  segmentTable,
  summarizePurchases,
} from '../../src/rfm/index.js';
import { scored } from '../rfm/support.js';
import { describeShared, sharedPath } from '../shared.js';

type Row = Readonly<Record<string, string>>;

function csv(...path: readonly string[]): readonly Row[] {
  return parse<Row>(readFileSync(sharedPath(...path)), { columns: true });
}

/**
 * Amounts are whole dollars. R divides them by 100, 1,000 or 10,000 and leaves its "plus one" alone; the same
 * integers in a unit of 2, 3 or 4 decimals are the same amounts, exactly, and the model's "plus one" is one whole
 * of that unit.
 */
function population(minorUnit = 0) {
  const orders = orThrow(
    parseOrders(
      csv('data', 'rfm-orders', 'rfm_data_orders.csv').map((row) => ({
        ...row,
        revenue: Number(row['revenue']) / 10 ** minorUnit,
      })),
      {
        rows: 'orders',
        columns: { customerId: 'customer_id', at: 'order_date', amount: 'revenue' },
        zone: 'UTC',
        currency: { code: 'USD', minorUnit },
      },
    ),
  );
  return { orders, summaries: orThrow(summarizePurchases(orders, { asOf: '2006-12-31' })) };
}

function scores(model: RfmModel, minorUnit = 0) {
  const { summaries } = population(minorUnit);
  const fitted = orThrow(fitRfm(model, summaries));
  const all = orThrow(scoreRfm(fitted, summaries));
  return { summaries, fitted, all, customers: all.customers.map(scored) };
}

function counts(values: readonly (string | number | undefined)[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const value of values) found[String(value)] = (found[String(value)] ?? 0) + 1;
  return found;
}

const sizes = (values: readonly number[]): readonly number[] =>
  [1, 2, 3, 4, 5].map((score) => values.filter((one) => one === score).length);

describeShared('rfm 0.3.0 on rfm_data_orders', () => {
  it('reads 4,906 orders of 995 customers over 464,158, and refuses none', () => {
    const { orders, summaries } = population();
    expect(orders.counts).toEqual({ rows: 4906, accepted: 4906, ignored: 0, rejected: 0 });
    expect(summaries.customers).toHaveLength(995);
    expect(summaries.customers.reduce((sum, { orders: n }) => sum + n, 0)).toBe(4906);
    expect(summaries.customers.reduce((sum, { total }) => sum + total, 0)).toBe(464_158);
  });

  it('gives all 995 customers their recency, count, amount, scores and both segments exactly', () => {
    const { summaries, customers } = scores(rfm030({ minorUnit: 0 }));
    const older = scores(rfm030({ minorUnit: 0, segments: rfm02ExampleSegments })).customers;
    const ours = summaries.customers.map((one, i) => {
      if (one.kind !== 'ordered') throw new Error(one.kind);
      const { customerId, recencyDays, orders, total, lastOrderAt } = one;
      const { r, f, m, weighted, segment } = scored(customers[i]);
      return {
        customer_id: customerId,
        last: new Date(lastOrderAt).toISOString().slice(0, 10),
        recency_days: `${recencyDays}`,
        transaction_count: `${orders}`,
        amount: `${total}`,
        r: `${r}`,
        f: `${f}`,
        m: `${m}`,
        rfm: `${weighted}`,
        segment_v030: NAMES[segment ?? ''],
        segment_v02: NAMES[scored(older[i]).segment ?? ''],
      };
    });
    const expected = csv('vectors', 'rfm', 'rfm030_orders_expected.csv');
    expect(expected).toHaveLength(995);
    expect(new Map(ours.map((row) => [row.customer_id, row]))).toEqual(
      new Map(expected.map((row) => [row['customer_id'], row])),
    );
  });

  it('finds the printed breaks: type-7 quantiles plus one', () => {
    const { fitted } = scores(rfm030({ minorUnit: 0 }));
    const { recency, frequency, monetary } = fitted;
    const breaks = [recency, frequency, monetary].map(({ scales: [scale] }) => {
      if (scale?.kind !== 'cuts') throw new Error('no cuts');
      return scale.cuts.map((cut) => Math.round(cut * 1e9) / 1e9);
    });
    expect(breaks).toEqual([
      [115, 181, 297.4, 482],
      [4, 5, 6, 8],
      [255.8, 382, 506.4, 666],
    ]);
  });

  it('has the printed ranges of the values: recency 1 to 976, frequency 1 to 14, amount 12 to 1488', () => {
    const values = population().summaries.customers.flatMap((one) => (one.kind === 'ordered' ? [one] : []));
    const range = (list: readonly number[]) => [Math.min(...list), Math.max(...list)];
    expect([
      range(values.map((one) => one.recencyDays)),
      range(values.map((one) => one.orders)),
      range(values.map((one) => one.total)),
    ]).toEqual([
      [1, 976],
      [1, 14],
      [12, 1488],
    ]);
  });

  it('has the printed score counts', () => {
    const { customers, fitted } = scores(rfm030({ minorUnit: 0 }));
    expect(sizes(customers.map(({ r }) => r))).toEqual([197, 200, 199, 199, 200]);
    expect(sizes(customers.map(({ f }) => f))).toEqual([268, 187, 176, 244, 120]);
    expect(sizes(customers.map(({ m }) => m))).toEqual([200, 200, 198, 202, 195]);
    expect(fitted.frequency.scales[0]?.sizes).toEqual([268, 187, 176, 244, 120]);
  });

  it('prints the first rows as the documentation does', () => {
    const { summaries, customers } = scores(rfm030({ minorUnit: 0 }));
    const rows = summaries.customers.slice(0, 10).map((one, i) => {
      if (one.kind !== 'ordered') throw new Error(one.kind);
      return `${one.customerId} ${one.recencyDays}/${one.orders}/${one.total}→${scored(customers[i]).weighted}`;
    });
    expect(rows).toEqual([
      "Abbey O'Reilly 205/6/472→343",
      'Add Senger 140/3/340→412',
      'Aden Lesch 194/4/405→323',
      'Aden Murphy 98/7/596→544',
      'Admiral Senger 132/5/448→433',
      "Agness O'Keefe 90/9/843→555",
      'Aileen Barton 84/9/763→555',
      'Ailene Hermann 281/8/699→355',
      'Aiyanna Bruen 246/4/157→321',
      'Akeelah Walsh 160/7/779→445',
    ]);
  });

  it('makes the printed segment table of its example map (A)', () => {
    const { all, summaries } = scores(rfm030({ minorUnit: 0 }));
    const rows = segmentTable(all, summaries)
      .filter(({ customers }) => customers > 0)
      .map(({ segment, customers, orders, revenue, averageOrderValue }) => [
        segment,
        customers,
        orders,
        revenue,
        averageOrderValue.toFixed(2),
      ]);
    expect(rows).toEqual([
      ['champions', 35, 316, 31_646, '100.15'],
      ['potentialLoyalist', 342, 2211, 204_856, '92.65'],
      ['loyal', 170, 799, 76_562, '95.82'],
      ['promising', 9, 28, 4249, '151.75'],
      ['newCustomers', 104, 329, 28_837, '87.65'],
      ['cannotLose', 47, 274, 32_446, '118.42'],
      ['atRisk', 28, 216, 22_227, '102.90'],
      ['needAttention', 10, 57, 4562, '80.04'],
      ['aboutToSleep', 102, 283, 23_449, '82.86'],
      ['lost', 148, 393, 35_324, '89.88'],
    ]);
  });

  it('makes the segment counts of the 0.2 map (B)', () => {
    const { all, summaries } = scores(rfm030({ minorUnit: 0, segments: rfm02ExampleSegments }));
    const table = segmentTable(all, summaries);
    expect(table.map(({ segment, customers }) => `${segment} ${customers}`)).toEqual([
      'champions 158',
      'loyal 278',
      'potentialLoyalist 229',
      'newCustomers 0',
      'promising 0',
      'needAttention 35',
      'aboutToSleep 50',
      'atRisk 86',
      'cannotLose 0',
      'lost 111',
      'others 48',
    ]);
    expect(table[0]).toMatchObject({ orders: 1234, revenue: 120_178 });
  });

  it('puts the same scores into the eleven exact segments as counted', () => {
    const { customers } = scores(rfm030({ minorUnit: 0, segments: elevenSegments }));
    expect(counts(customers.map(({ segment }) => segment))).toEqual({
      hibernating: 147,
      champions: 139,
      atRisk: 137,
      lost: 111,
      potentialLoyalist: 104,
      newCustomers: 99,
      loyal: 98,
      promising: 55,
      needAttention: 53,
      aboutToSleep: 30,
      cannotLose: 22,
    });
  });

  it('has heat map means that add up to 12,633.71', () => {
    const { all, summaries } = scores(rfm030({ minorUnit: 0 }));
    const means = rfHeatMap(all, summaries).map(({ meanTotal }) => meanTotal);
    expect(means).toHaveLength(25);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(12_633.71, 2);
  });

  it.each([
    [2, [350, 221, 161, 142, 121]],
    [3, [994, 0, 1, 0, 0]],
    [4, [995, 0, 0, 0, 0]],
  ])('moves its monetary scores with the unit of money: divided by 10^%i', (decimals, expected) => {
    expect(sizes(scores(rfm030({ minorUnit: decimals }), decimals).customers.map(({ m }) => m))).toEqual(
      expected,
    );
  });

  it('which plain quintiles do not', () => {
    const [whole, hundredths, thousandths] = [0, 2, 3].map(
      (decimals) => scores(quintiles(), decimals).customers,
    );
    expect(hundredths).toEqual(whole);
    expect(thousandths).toEqual(whole);
  });
});

describeShared('pymc-marketing rfm_segments on rfm_data_orders', () => {
  it('gives 255, 200, 185, 171, 120 and 64 customers to its segments', () => {
    expect(counts(scores(pymcQuartiles()).customers.map(({ segment }) => segment))).toEqual({
      others: 255,
      atRisk: 200,
      topSpender: 185,
      inactive: 171,
      premium: 120,
      repeat: 64,
    });
  });
});

describeShared('the eleven segments', () => {
  it('are the published lists of codes', () => {
    const published: unknown = JSON.parse(
      readFileSync(sharedPath('vectors', 'rfm', 'segment_map_11_exact.json'), 'utf8'),
    );
    const sorted = (lists: readonly (readonly string[])[]) => lists.map((codes) => [...codes].sort());
    if (typeof published !== 'object' || published === null) throw new Error('no map');
    const lists: readonly (readonly string[])[] = Object.values(published);
    expect(sorted(elevenSegments.rules.map(({ when }) => when.codes ?? []))).toEqual(sorted(lists));
    expect(Object.keys(published).map((name) => name.toLowerCase())).toEqual(PUBLISHED_NAMES);
  });
});

const PUBLISHED_NAMES = [
  'champions',
  'loyal',
  'potential loyalist',
  'new customers',
  'promising',
  'need attention',
  'about to sleep',
  'at risk',
  'cannot lose them',
  'hibernating',
  'lost',
];

/** The names in the vectors' file. */
const NAMES: Readonly<Record<string, string>> = {
  champions: 'Champions',
  potentialLoyalist: 'Potential Loyalist',
  loyal: 'Loyal Customers',
  promising: 'Promising',
  newCustomers: 'New Customers',
  cannotLose: "Can't Lose Them",
  atRisk: 'At Risk',
  needAttention: 'Need Attention',
  aboutToSleep: 'About To Sleep',
  lost: 'Lost',
  others: 'Others',
};
