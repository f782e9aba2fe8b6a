/** The shapes of the models of this room; the only file here that knows zod. Functions, so that what is not called is not bundled. */
import * as z from 'zod/mini';
import type { FittedRfm } from './fitted.js';
import type { OrderMapping } from './mapping.js';
import type { RfmModel, SegmentMap } from './model.js';

const text = (): z.ZodMiniString => z.string().check(z.minLength(1));
const texts = () => z.array(z.string());
const finite = () => z.number();
const count = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const bilingual = () => z.strictObject({ en: text(), zh: text() });
const currency = () => z.strictObject({ code: text(), minorUnit: count(0, 8) });
const isoDay = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const closed = () => z.enum(['lower', 'upper']);

const window = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('rollingMonths'), months: count(1, 1200) }),
    z.strictObject({ kind: z.literal('rollingDays'), days: count(1, 36_525) }),
    z.strictObject({ kind: z.literal('calendarYear'), year: z.exactOptional(count(1, 9999)) }),
    z.strictObject({ kind: z.literal('fixed'), from: isoDay(), until: isoDay() }),
  ]);

const scale = (side: 'lower' | 'upper') =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('bands'),
      cuts: z.array(finite()).check(z.minLength(1), z.maxLength(9)),
      closed: closed(),
      min: z.exactOptional(finite()),
      max: z.exactOptional(finite()),
      printedUnit: z.exactOptional(z.number().check(z.positive())),
    }),
    z.discriminatedUnion('ties', [
      z.strictObject({
        kind: z.literal('quantiles'),
        bins: count(2, 10),
        ties: z.literal('together'),
        method: z._default(
          z.enum(['type1', 'type2', 'type3', 'type4', 'type5', 'type6', 'type7', 'type8', 'type9']),
          'type7',
        ),
        closed: z._default(closed(), side),
        shift: z._default(finite(), 0),
        emptyBins: z._default(z.enum(['keep', 'dropRepeated']), 'keep'),
      }),
      z.strictObject({ kind: z.literal('quantiles'), bins: count(2, 10), ties: z.literal('byRank') }),
    ]),
  ]);

const weight = () => z.number().check(z.nonnegative());

const grades = () =>
  z.strictObject({
    highest: finite(),
    bands: z
      .array(z.strictObject({ grade: text(), name: bilingual(), from: finite() }))
      .check(z.minLength(1)),
  });

const range = () => z.tuple([count(1, 10), count(1, 10)]);

/** Shape of a {@link SegmentMap}. */
export function segmentMapSchema(): z.ZodMiniType<SegmentMap> {
  return z.strictObject({
    format: z.literal('segment-map@1'),
    name: text(),
    source: z.exactOptional(text()),
    bins: z.strictObject({ r: count(1, 10), f: count(1, 10), m: count(1, 10) }),
    fmRounding: z._default(z.enum(['up', 'down']), 'up'),
    otherwise: z.strictObject({ segment: text(), name: bilingual() }),
    rules: z.array(
      z.strictObject({
        segment: text(),
        name: bilingual(),
        when: z.strictObject({
          r: z.exactOptional(range()),
          f: z.exactOptional(range()),
          m: z.exactOptional(range()),
          fm: z.exactOptional(range()),
          codes: z.exactOptional(z.array(text())),
        }),
        unverified: z.exactOptional(z.literal(true)),
      }),
    ),
  });
}

/** Shape of an {@link RfmModel}. */
export function rfmModelSchema(): z.ZodMiniType<RfmModel> {
  return z.strictObject({
    format: z.literal('rfm-model@1'),
    name: text(),
    source: z.exactOptional(text()),
    window: z._default(window(), { kind: 'all' }),
    recency: z.strictObject({ unit: z._default(z.enum(['days', 'months']), 'days'), scale: scale('lower') }),
    frequency: z.strictObject({
      counts: z._default(z.enum(['orders', 'purchaseDays']), 'orders'),
      scale: scale('upper'),
    }),
    monetary: z.strictObject({
      basis: z._default(z.enum(['total', 'averageOrderValue', 'averageDayValue']), 'total'),
      scale: scale('upper'),
    }),
    binning: z._default(z.enum(['independent', 'nested']), 'independent'),
    weights: z._default(z.strictObject({ r: weight(), f: weight(), m: weight() }), { r: 1, f: 1, m: 1 }),
    currency: z.exactOptional(currency()),
    grades: z.exactOptional(grades()),
    segments: z.exactOptional(segmentMapSchema()),
    moreCustomersThan: z.exactOptional(count(0, Number.MAX_SAFE_INTEGER)),
  });
}

const fittedScale = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('cuts'),
      cuts: z.array(finite()),
      closed: closed(),
      min: z.exactOptional(finite()),
      max: z.exactOptional(finite()),
      printedUnit: z.exactOptional(z.number().check(z.positive())),
      sizes: z.array(count(0, Number.MAX_SAFE_INTEGER)),
    }),
    z.strictObject({
      kind: z.literal('ranks'),
      boundaries: z.array(z.strictObject({ value: finite(), id: z.string() })),
      sizes: z.array(count(0, Number.MAX_SAFE_INTEGER)),
    }),
  ]);

const fittedDimension = () =>
  z.strictObject({ bins: count(1, 10), scales: z.array(z.nullable(fittedScale())).check(z.minLength(1)) });

const statementValue = () =>
  z.union([
    z.string(),
    z.number(),
    bilingual(),
    z.strictObject({ number: z.number(), decimals: count(0, 15) }),
    z.strictObject({
      minor: z.number(),
      minorUnit: count(0, 8),
      currency: text(),
      decimals: z.exactOptional(count(0, 15)),
    }),
  ]);

/** Shape of a {@link FittedRfm}. */
export function fittedRfmSchema(): z.ZodMiniType<FittedRfm> {
  return z.strictObject({
    format: z.literal('fitted-rfm@1'),
    model: rfmModelSchema(),
    fittedOn: z.exactOptional(
      z.strictObject({
        asOf: z.int(),
        zone: text(),
        currency: currency(),
        customers: count(0, Number.MAX_SAFE_INTEGER),
      }),
    ),
    recency: fittedDimension(),
    frequency: fittedDimension(),
    monetary: fittedDimension(),
    notices: z.array(
      z.strictObject({
        code: z.enum([
          'emptyBin',
          'renumbered',
          'emptyCell',
          'tooFewCustomers',
          'outsideScale',
          'betweenBands',
        ]),
        dimension: z.exactOptional(z.enum(['recency', 'frequency', 'monetary'])),
        en: text(),
        zh: text(),
        values: z.record(z.string(), statementValue()),
      }),
    ),
  });
}

const leaving = () => z.enum(['refuse', 'ignore']);

/** Shape of an {@link OrderMapping}. */
export function orderMappingSchema(): z.ZodMiniType<OrderMapping> {
  return z.strictObject({
    format: z.literal('order-mapping@1'),
    rows: z.enum(['orders', 'lines']),
    columns: z.strictObject({
      orderId: z.exactOptional(text()),
      customerId: text(),
      at: text(),
      amount: z.exactOptional(text()),
      unitPrice: z.exactOptional(text()),
      quantity: z.exactOptional(text()),
      status: z.exactOptional(text()),
      currency: z.exactOptional(text()),
    }),
    numbers: z._default(
      z.strictObject({
        decimal: z.enum(['.', ',']),
        group: z.exactOptional(z.enum([',', '.', ' ', '\u00a0', '\u202f', "'", '\u2019', '_'])),
        symbols: z.exactOptional(z.array(text())),
        negative: z.exactOptional(z.enum(['sign', 'parentheses'])),
      }),
      { decimal: '.' },
    ),
    dates: z._default(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('iso') }),
        z.strictObject({ kind: z.literal('epoch'), unit: z.enum(['milliseconds', 'seconds']) }),
        z.strictObject({ kind: z.literal('pattern'), pattern: text() }),
      ]),
      { kind: 'iso' },
    ),
    zone: text(),
    repeatedTimes: z._default(z.enum(['earlier', 'later', 'refuse']), 'earlier'),
    skippedTimes: z._default(z.enum(['later', 'refuse']), 'later'),
    currency: currency(),
    amountsIn: z._default(z.enum(['major', 'minor']), 'major'),
    rounding: z._default(
      z.enum(['exact', 'halfEven', 'halfAwayFromZero', 'towardZero', 'awayFromZero', 'down', 'up']),
      'exact',
    ),
    quantityDecimals: z._default(count(0, 6), 0),
    blanks: z._default(texts(), ['']),
    statuses: z.exactOptional(z.strictObject({ counted: texts(), ignored: texts() })),
    returns: z.prefault(
      z.strictObject({
        idPrefix: z.exactOptional(text()),
        statuses: z.exactOptional(texts()),
        amounts: z._default(z.enum(['negative', 'positive']), 'negative'),
        negativeTotal: z._default(z.enum(['return', 'order']), 'return'),
      }),
      {},
    ),
    policies: z.prefault(
      z.strictObject({
        returns: z._default(z.enum(['net', 'negativeOrder', 'ignore', 'refuse']), 'net'),
        zeroAmounts: z._default(z.enum(['keep', 'ignore', 'refuse']), 'keep'),
        sameDay: z._default(z.enum(['keep', 'merge']), 'keep'),
        duplicateRows: z._default(z.enum(['keep', 'ignore', 'refuse']), 'keep'),
        repeatedIds: z._default(z.enum(['refuse', 'first', 'last', 'sum', 'separate']), 'refuse'),
        partialOrders: z._default(z.enum(['keep', 'refuse']), 'keep'),
        missingCustomer: z._default(z.enum(['refuse', 'ignore', 'guest']), 'refuse'),
        afterAsOf: z._default(leaving(), 'refuse'),
      }),
      {},
    ),
    personal: z._default(texts(), []),
  });
}

/** Every stored model of this room by the name of its JSON Schema file. */
export function modelSchemas(): Readonly<Record<string, z.ZodMiniType>> {
  return {
    'order-mapping': orderMappingSchema(),
    'segment-map': segmentMapSchema(),
    'rfm-model': rfmModelSchema(),
    'fitted-rfm': fittedRfmSchema(),
  };
}
