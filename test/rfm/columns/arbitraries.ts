/** Arbitrary columns and models: narrow on purpose, so that ties, empty bins, lapsed customers and overflows happen. */
import fc from 'fast-check';
import type { OrderColumnsInput } from '../../../src/rfm/columns/index.js';
import {
  defineRfmModel,
  defineSegmentMap,
  type Order,
  type PurchaseSummaries,
  type QuantileScale,
  type RfmModel,
  type RfmScale,
  type Window,
} from '../../../src/rfm/index.js';

/** One order before it is written to columns. */
export interface Row {
  readonly customer: number | string;
  readonly at: number;
  readonly amount: number;
  readonly units: number;
  readonly returned: boolean;
}

export const CURRENCY = { code: 'EUR', minorUnit: 2 } as const;
export const AS_OF: number = Date.UTC(2025, 10, 22, 12);

/** Ids as integers of few and many digits, with both signs. */
export const arbitraryInteger: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 8, max: 12 }),
  fc.integer({ min: -3, max: 120 }),
  fc.constantFrom(100, 1000, 2_147_483_647, -2_147_483_648),
);

/** The same, and integers that need a double. */
export const arbitraryLong: fc.Arbitrary<number> = fc.oneof(
  arbitraryInteger,
  fc.constantFrom(
    9_999_999_999,
    10_000_000_000,
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    4_294_967_303,
  ),
);

/** Short and long ids, UUIDs, ids that share beginnings, and names of what objects inherit. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 8, max: 12 }).map(String),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'a',
    'a\0',
    'ab',
    'é',
    '顾客',
    'abcdefgh',
    'abcdefghi',
    'abcdefghj',
    '\u{1F600}',
  ),
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    '0F8FAD5B-D9CB-469F-A165-70867728950E',
    '0f8fad5b-d9cb-469f-a165-70867728950f',
    '0f8fad5b-d9cb-469f-a165-70867728950g',
    '0f8fad5b_d9cb-469f-a165-70867728950e',
  ),
);

const arbitraryAt = fc.oneof(
  fc.integer({ min: Date.UTC(2023, 10, 1), max: Date.UTC(2025, 11, 22) }),
  fc.integer({ min: 0, max: 750 }).map((day) => Date.UTC(2023, 10, 22, 12) + day * 86_400_000),
);

/** Rows with ids of one kind; amounts large enough to overflow only where `large`. */
export function arbitraryRows(
  customer: fc.Arbitrary<number | string>,
  large: boolean,
  maxLength = 60,
): fc.Arbitrary<readonly Row[]> {
  const amount = large
    ? fc.oneof(
        fc.integer({ min: -100, max: 500 }),
        fc.maxSafeInteger(),
        fc.constantFrom(Number.MAX_SAFE_INTEGER, -5e15),
      )
    : fc.oneof(fc.integer({ min: -100, max: 500 }), fc.integer({ min: 1, max: 4 }));
  return fc.array(
    fc.record({
      customer,
      at: arbitraryAt,
      amount,
      units: large
        ? fc.oneof(fc.integer({ min: -3, max: 9 }), fc.maxSafeInteger())
        : fc.integer({ min: -3, max: 9 }),
      returned: fc.oneof(fc.constant(false), fc.constant(false), fc.boolean()),
    }),
    { minLength: 1, maxLength },
  );
}

/** Which columns there are, and of which arrays. */
export interface Layout {
  readonly ids: 'int32' | 'float64' | 'bigint' | 'text';
  readonly numbers: 'float64' | 'bigint';
  readonly units: boolean;
  readonly returned: boolean;
}

export const arbitraryLayout: fc.Arbitrary<Omit<Layout, 'ids'>> = fc.record({
  numbers: fc.constantFrom('float64', 'bigint'),
  units: fc.boolean(),
  returned: fc.boolean(),
});

/** Rows as columns. */
export function columnsOf(rows: readonly Row[], layout: Layout): OrderColumnsInput {
  const numbers = (read: (row: Row) => number): Float64Array | BigInt64Array =>
    layout.numbers === 'float64'
      ? Float64Array.from(rows, read)
      : BigInt64Array.from(rows, (row) => BigInt(read(row)));
  return {
    customer: idColumn(rows, layout.ids),
    at: numbers((row) => row.at),
    amount: numbers((row) => row.amount),
    ...(layout.units ? { units: numbers((row) => row.units) } : {}),
    ...(layout.returned ? { returned: Uint8Array.from(rows, (row) => (row.returned ? 1 : 0)) } : {}),
  };
}

function idColumn(rows: readonly Row[], ids: Layout['ids']): OrderColumnsInput['customer'] {
  switch (ids) {
    case 'int32':
      return Int32Array.from(rows, ({ customer }) => Number(customer));
    case 'float64':
      return Float64Array.from(rows, ({ customer }) => Number(customer));
    case 'bigint':
      return BigInt64Array.from(rows, ({ customer }) => BigInt(customer));
    case 'text':
      return rows.map(({ customer }) => String(customer));
  }
}

/** The same rows as orders. */
export function ordersOf(rows: readonly Row[], layout: Layout): readonly Order[] {
  return rows.map(({ customer, at, amount, units, returned }, i) => ({
    id: String(i),
    customerId: String(customer),
    at,
    amount,
    units: layout.units ? units : 0,
    kind: layout.returned && returned ? 'return' : 'purchase',
  }));
}

export const arbitraryWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.constantFrom<Window>(
    { kind: 'rollingMonths', months: 12 },
    { kind: 'rollingDays', days: 90 },
    { kind: 'calendarYear' },
    { kind: 'fixed', from: '2024-03-01', until: '2025-03-01' },
  ),
);

export const arbitraryZone: fc.Arbitrary<string> = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Havana',
  'Asia/Kathmandu',
  'Pacific/Apia',
);

const bins = fc.integer({ min: 2, max: 10 });

const together: fc.Arbitrary<QuantileScale> = fc
  .record({
    kind: fc.constant('quantiles' as const),
    bins,
    ties: fc.constant('together' as const),
    method: fc.constantFrom(
      ...(['type1', 'type2', 'type3', 'type4', 'type5', 'type6', 'type7', 'type8', 'type9'] as const),
    ),
    closed: fc.constantFrom('lower' as const, 'upper' as const),
    shift: fc.constantFrom(0, 0, 1),
    emptyBins: fc.constantFrom('keep' as const, 'keep' as const, 'dropRepeated' as const),
  })
  .map((one) => (one.emptyBins === 'keep' ? one : { ...one, closed: 'upper' as const, shift: 0 }));

const byRank: fc.Arbitrary<QuantileScale> = fc.record({
  kind: fc.constant('quantiles' as const),
  bins,
  ties: fc.constant('byRank' as const),
});

const bands: fc.Arbitrary<RfmScale> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
    closed: fc.constantFrom('lower' as const, 'upper' as const),
    ends: fc.constantFrom({}, { min: 0 }, { max: 300 }, { min: -5, max: 120 }),
    printed: fc.boolean(),
  })
  .map(({ cuts, closed, ends, printed }) => {
    const kind = 'bands' as const;
    const sorted = cuts.sort((a, b) => a - b);
    return printed
      ? { kind, cuts: sorted, closed: 'lower' as const, printedUnit: 1 }
      : { kind, cuts: sorted, closed, ...ends };
  });

/** Models of every kind: bands, quantiles by all types, ranks, nested, renumbered, with grades and segments or without. */
export const arbitraryModel: fc.Arbitrary<RfmModel> = fc
  .record({
    nested: fc.boolean(),
    quantiles: fc.tuple(...([0, 1, 2] as const).map(() => fc.oneof(together, byRank))),
    any: fc.tuple(...([0, 1, 2] as const).map(() => fc.oneof(together, byRank, bands))),
    unit: fc.constantFrom('days' as const, 'months' as const),
    counts: fc.constantFrom('orders' as const, 'orders' as const, 'purchaseDays' as const),
    basis: fc.constantFrom('total' as const, 'averageOrderValue' as const, 'averageDayValue' as const),
    weights: fc.record({ r: fc.nat({ max: 3 }), f: fc.constantFrom(0.1, 1), m: fc.constantFrom(1, 2.5) }),
    graded: fc.boolean(),
    segmented: fc.boolean(),
    window: arbitraryWindow,
    moreCustomersThan: fc.constantFrom(0, 5),
  })
  .map(
    ({
      nested,
      quantiles,
      any,
      unit,
      counts,
      basis,
      weights,
      graded,
      segmented,
      window,
      moreCustomersThan,
    }) => {
      const [r, f, m] = (nested ? quantiles : any) as [RfmScale, RfmScale, RfmScale];
      const best = { r: scores(r), f: scores(f), m: scores(m) };
      const highest = Math.round((weights.r * best.r + weights.f * best.f + weights.m * best.m) * 1e9) / 1e9;
      return defineRfmModel({
        name: 'arbitrary',
        window,
        recency: { unit, scale: r },
        frequency: { counts, scale: f },
        monetary: { basis, scale: m },
        binning: nested ? 'nested' : 'independent',
        weights,
        currency: CURRENCY,
        moreCustomersThan,
        ...(graded
          ? {
              grades: {
                highest,
                bands: [
                  { grade: 'G', name: { en: 'gold', zh: '金' }, from: highest / 2 },
                  { grade: 'S', name: { en: 'silver', zh: '银' }, from: 0 },
                ],
              },
            }
          : {}),
        ...(segmented
          ? {
              segments: defineSegmentMap({
                name: 'three',
                bins: best,
                rules: [
                  { segment: 'recent', name: { en: 'recent', zh: '近' }, when: { r: [2, best.r] } },
                  { segment: 'often', name: { en: 'often', zh: '频' }, when: { f: [2, best.f] } },
                ],
                otherwise: { segment: 'others', name: { en: 'others', zh: '其他' } },
              }),
            }
          : {}),
      });
    },
  );

function scores(scale: RfmScale): number {
  return scale.kind === 'bands' ? scale.cuts.length + 1 : scale.bins;
}

/** What does not depend on the order of the rejected. */
export function byCustomer(rejected: PurchaseSummaries['rejected']): PurchaseSummaries['rejected'] {
  return rejected.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
}
