/** Small factories for the tests of this room: what a test does not say is ordinary. */
import type {
  LapsedSummary,
  Order,
  OrderBook,
  OrderedSummary,
  OrderMappingInput,
  ParsedOrders,
  Problem,
  PurchaseSummaries,
  PurchaseSummary,
  QuantileScale,
  Result,
  RfmModel,
  RfmScore,
  ScoredCustomer,
} from '../../src/rfm/index.js';
import { orThrow, parseOrders } from '../../src/rfm/index.js';

/** The problems of a refused answer; none for an accepted one. */
export function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result._tag === 'Left' ? result.left : [];
}

/** `code path` of every problem: `['missing columns.orderId']`. */
export function wrongs(result: Result<unknown>): readonly string[] {
  return problemsOf(result).map(wrong);
}

export function wrong({ code, path }: Problem): string {
  return `${code} ${path.join('.')}`;
}

/** One order per row, times in UTC, euros and cents. */
export function mapping(over: Partial<OrderMappingInput> = {}): OrderMappingInput {
  return {
    rows: 'orders',
    columns: { orderId: 'id', customerId: 'customer', at: 'at', amount: 'amount' },
    zone: 'UTC',
    currency: { code: 'EUR', minorUnit: 2 },
    ...over,
  };
}

/** One order of ann's over twenty euros. */
export function row(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id: 'A1', customer: 'ann', at: '2025-11-03T10:00', amount: '20.00', ...over };
}

export function parsed(
  rows: Iterable<unknown>,
  over: Partial<OrderMappingInput> = {},
  options: Parameters<typeof parseOrders>[2] = {},
): ParsedOrders {
  return orThrow(parseOrders(rows, mapping(over), options));
}

/** `row: code path; code path` of every rejected row. */
export function rejections({ rejected }: Pick<ParsedOrders, 'rejected'>): readonly string[] {
  return rejected.map((one) => `${one.row}: ${one.problems.map(wrong).join('; ')}`);
}

export function order(over: Partial<Order> = {}): Order {
  return {
    id: '1',
    customerId: 'ann',
    at: Date.UTC(2025, 10, 3),
    amount: 2000,
    units: 1,
    kind: 'purchase',
    ...over,
  };
}

export function book(orders: readonly Order[], over: Partial<OrderBook> = {}): OrderBook {
  return { orders, zone: 'UTC', currency: { code: 'EUR', minorUnit: 2 }, ...over };
}

/** A customer with five orders; the average order value follows the total unless given. */
export function ordered(over: Partial<OrderedSummary> = {}): OrderedSummary {
  const counts = {
    customerId: 'ann',
    orders: 5,
    purchaseDays: 5,
    units: 5,
    returns: 0,
    total: 150_000,
    ...over,
  };
  return {
    kind: 'ordered',
    averageOrderValue: counts.total / counts.orders,
    recencyDays: 61,
    recencyMonths: 2,
    firstOrderAt: 0,
    lastOrderAt: 0,
    customerSince: 0,
    ...counts,
  };
}

export function lapsed(over: Partial<LapsedSummary> = {}): LapsedSummary {
  return {
    kind: 'lapsed',
    customerId: 'ann',
    orders: 0,
    purchaseDays: 0,
    units: 0,
    returns: 0,
    total: 0,
    lastOrderAt: 0,
    customerSince: 0,
    recencyDays: 400,
    recencyMonths: 13,
    ...over,
  };
}

export function summaries(
  customers: readonly PurchaseSummary[],
  over: Partial<PurchaseSummaries> = {},
): PurchaseSummaries {
  return {
    asOf: Date.UTC(2025, 10, 22),
    zone: 'UTC',
    window: { kind: 'all' },
    currency: { code: 'EUR', minorUnit: 2 },
    customers,
    rejected: [],
    counts: { orders: 0, inWindow: 0, beforeWindow: 0, afterWindow: 0, rejected: 0, rejectedCustomers: 0 },
    ...over,
  };
}

type Together = Extract<QuantileScale, { ties: 'together' }>;

/** Type-7 quantiles, ties together, the upper side closed, empty bins kept. */
export function quantiles(bins: number, over: Partial<Together> = {}): Together {
  return {
    kind: 'quantiles',
    bins,
    ties: 'together',
    method: 'type7',
    closed: 'upper',
    shift: 0,
    emptyBins: 'keep',
    ...over,
  };
}

/** Quintiles without segments. */
export function model(over: Partial<RfmModel> = {}): RfmModel {
  return {
    format: 'rfm-model@1',
    name: 'test',
    window: { kind: 'all' },
    recency: { unit: 'days', scale: quantiles(5) },
    frequency: { counts: 'orders', scale: quantiles(5) },
    monetary: { basis: 'total', scale: quantiles(5) },
    binning: 'independent',
    weights: { r: 1, f: 1, m: 1 },
    ...over,
  };
}

/** The score, where there is one; a test that meets none fails. */
export function scored(score: RfmScore | undefined): ScoredCustomer {
  if (score?.kind !== 'scored') throw new Error(`no score: ${JSON.stringify(score)}`);
  return score;
}
