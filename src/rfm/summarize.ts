/** From orders to one purchase summary per customer, over a window, as of an instant. */
import type { ZoneClock } from '../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../foundation/instant.js';
import { iterableProblem } from '../foundation/iterable.js';
import { add, type ExactSum, settle } from '../foundation/money.js';
import { monthsBetween } from '../foundation/months.js';
import { compareText } from '../foundation/ordering.js';
import { type Problem, show } from '../foundation/problem.js';
import { type Result, unless } from '../foundation/result.js';
import { type Interval, type Window, windowInterval } from '../foundation/window.js';
import { customerMerger, type MergedCustomers } from './merged-customers.js';
import type { Order, OrderBook } from './order.js';
import { customerIn, notAnId, orderProblem } from './order-problem.js';
import type { PurchaseCounts, PurchaseSummaries, PurchaseSummary } from './summary.js';
import { customersProblem, windowProblems } from './summary-options.js';

/** What a summary is made for. */
export interface SummaryOptions {
  /** The instant the question is asked about; a plain day means all of that day. */
  readonly asOf: AsOf;
  /** The period whose orders count; default all. Use the model's: `model.window`. */
  readonly window?: Window;
  /** Customers known to the host; those who never ordered then stay in the result. */
  readonly customers?: Iterable<string>;
  /**
   * Customer ids that were merged into others, old to new, as a `Map` or a plain object; chains are followed. Holds
   * for orders and for `customers`. Not needed where `parseOrders` had them.
   */
  readonly mergedCustomers?: MergedCustomers;
}

/**
 * Adds up each customer's purchases. Recency is counted in civil days and calendar months of the book's zone, from
 * the last order in the window to `asOf`; totals are exact and do not depend on the order of the input.
 *
 * What surprises people: returns lower the total without being orders; an order at `asOf` itself counts, a later
 * one does not exist yet; a customer whose orders all lie before the window is `'lapsed'`, not absent.
 *
 * @example
 * ```ts
 * import { orThrow, summarizePurchases } from 'clientele/rfm';
 *
 * const book = {
 *   orders: [
 *     { id: '1', customerId: 'ann', at: Date.UTC(2025, 9, 1), amount: 2000, units: 1, kind: 'purchase' },
 *     { id: '2', customerId: 'ann', at: Date.UTC(2025, 10, 20), amount: 4000, units: 2, kind: 'purchase' },
 *   ],
 *   zone: 'UTC',
 *   currency: { code: 'GBP', minorUnit: 2 },
 * } as const;
 * const { customers } = orThrow(summarizePurchases(book, { asOf: '2025-11-22', customers: ['bob'] }));
 *
 * customers.map((one) => [one.customerId, one.kind, one.orders, one.total]); // => [['ann', 'ordered', 2, 6000], ['bob', 'neverOrdered', 0, 0]]
 * ```
 */
export function summarizePurchases(book: OrderBook, options: SummaryOptions): Result<PurchaseSummaries> {
  const { window = { kind: 'all' }, customers = [] } = options;
  const clock = clockOf(book.zone);
  if (clock._tag === 'Left') return clock;
  const asOf = instantOf(options.asOf, clock.right);
  if (asOf._tag === 'Left') return asOf;
  const merger = customerMerger(options.mergedCustomers ?? {});
  if (merger._tag === 'Left') return merger;
  const problems = [
    ...windowProblems(window),
    iterableProblem(book.orders, ['orders'], { en: 'list of orders', zh: '订单列表' }) ?? [],
    customersProblem(customers) ?? [],
  ].flat();
  return unless(problems, () =>
    summarize(book, clock.right, { asOf: asOf.right, window, customers, customer: merger.right }),
  );
}

/** What is asked, checked. */
interface Question {
  readonly asOf: number;
  readonly window: Window;
  readonly customers: Iterable<string>;
  /** The id that a customer's id has become. */
  customer(id: string): string;
}

/** What is known of a customer while orders come in. */
interface Tally {
  readonly customerId: string;
  orders: number;
  returns: number;
  units: ExactSum;
  total: ExactSum;
  readonly days: Set<number>;
  first: number;
  last: number;
  lastBefore: number;
  since: number;
}

function summarize(
  book: OrderBook,
  clock: ZoneClock,
  { asOf, window, customers, customer }: Question,
): PurchaseSummaries {
  const today = clock.dayOf(asOf);
  const interval = windowInterval(window, asOf, clock);
  const tallies = new Map<string, Tally>();
  const tallyOf = (id: string): Tally => {
    const customerId = customer(id);
    let tally = tallies.get(customerId);
    if (tally === undefined) {
      tally = emptyTally(customerId);
      tallies.set(customerId, tally);
    }
    return tally;
  };
  const rejected: { readonly customerId: string; readonly problem: Problem }[] = [];
  const counts = { orders: 0, inWindow: 0, beforeWindow: 0, afterWindow: 0, rejected: 0 };

  let known = 0;
  for (const customerId of customers) {
    if (typeof customerId === 'string') tallyOf(customerId);
    else rejected.push({ customerId: show(customerId), problem: notAnId(['customers', known], customerId) });
    known += 1;
  }
  for (const order of book.orders) {
    const problem = orderProblem(order, counts.orders);
    counts.orders += 1;
    if (problem !== undefined) {
      counts.rejected += 1;
      rejected.push({ customerId: customerIn(order), problem });
      continue;
    }
    const place = placeIn(interval, order.at);
    counts[place] += 1;
    const tally = tallyOf(order.customerId);
    if (place === 'inWindow') addOrder(tally, order, clock.dayOf(order.at));
    else if (place === 'beforeWindow' && order.kind === 'purchase') {
      tally.lastBefore = Math.max(tally.lastBefore, order.at);
      tally.since = Math.min(tally.since, order.at);
    }
  }

  const summaries = [...tallies.values()].flatMap((tally): readonly PurchaseSummary[] => {
    const sums = settled(tally);
    if ('customerId' in sums) return [summaryOf(tally, sums, clock, today)];
    rejected.push({ customerId: tally.customerId, problem: sums });
    return [];
  });
  summaries.sort((a, b) => compareText(a.customerId, b.customerId));
  return {
    asOf,
    zone: book.zone,
    window,
    currency: book.currency,
    customers: summaries,
    rejected,
    counts: { ...counts, rejectedCustomers: rejected.length - counts.rejected },
  };
}

function emptyTally(customerId: string): Tally {
  return {
    customerId,
    orders: 0,
    returns: 0,
    units: 0,
    total: 0,
    days: new Set(),
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    lastBefore: Number.NEGATIVE_INFINITY,
    since: Number.POSITIVE_INFINITY,
  };
}

function placeIn({ from, until }: Interval, at: number): 'inWindow' | 'beforeWindow' | 'afterWindow' {
  if (at >= until) return 'afterWindow';
  return at < from ? 'beforeWindow' : 'inWindow';
}

function addOrder(tally: Tally, order: Order, day: number): void {
  tally.total = add(tally.total, order.amount);
  tally.units = add(tally.units, order.units);
  if (order.kind === 'return') {
    tally.returns += 1;
    return;
  }
  tally.orders += 1;
  tally.days.add(day);
  tally.first = Math.min(tally.first, order.at);
  tally.last = Math.max(tally.last, order.at);
  tally.since = Math.min(tally.since, order.at);
}

function settled(tally: Tally): PurchaseCounts | Problem {
  const total = settle(tally.total);
  const units = settle(tally.units);
  if (total === undefined || units === undefined) {
    const field = total === undefined ? 'total' : 'units';
    return {
      code: 'tooLarge',
      path: ['customers', tally.customerId, field],
      expected: { kind: 'type', type: 'safe integer' },
      found: String(tally[field]),
    };
  }
  const { customerId, orders, returns } = tally;
  return { customerId, orders, purchaseDays: tally.days.size, units, total, returns };
}

function summaryOf(tally: Tally, counts: PurchaseCounts, clock: ZoneClock, today: number): PurchaseSummary {
  const last = counts.orders > 0 ? tally.last : tally.lastBefore;
  if (last === Number.NEGATIVE_INFINITY) return { kind: 'neverOrdered', ...counts };
  // Where clocks go back over midnight, an earlier instant can show a later day.
  const lastDay = Math.min(clock.dayOf(last), today);
  const since = {
    lastOrderAt: last,
    customerSince: tally.since,
    recencyDays: today - lastDay,
    recencyMonths: monthsBetween(lastDay, today),
  };
  if (counts.orders === 0) return { kind: 'lapsed', ...counts, ...since };
  return {
    kind: 'ordered',
    ...counts,
    ...since,
    firstOrderAt: tally.first,
    averageOrderValue: counts.total / counts.orders + 0,
  };
}
