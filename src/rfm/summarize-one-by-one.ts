/** Purchase summaries from orders one after the other: the plain way, which any number of orders can go. */
import type { ZoneClock } from '../foundation/civil.js';
import { add, type ExactSum, settle } from '../foundation/money.js';
import { monthsBetween } from '../foundation/months.js';
import { compareText } from '../foundation/ordering.js';
import { type Problem, show } from '../foundation/problem.js';
import { type Interval, type Window, windowInterval } from '../foundation/window.js';
import type { Order, OrderBook } from './order.js';
import { customerIn, notAnId, orderProblem } from './order-problem.js';
import type { PurchaseCounts, PurchaseSummaries, PurchaseSummary } from './summary.js';

/** What is asked, checked. */
export interface Question {
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

/** Adds up orders one after the other. */
export function summarizeOneByOne(
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
  const refused: Rejected[] = [];
  const unknown: Rejected[] = [];
  const tooLarge: Rejected[] = [];
  const counts = { orders: 0, inWindow: 0, beforeWindow: 0, afterWindow: 0, rejected: 0 };

  let known = 0;
  for (const customerId of customers) {
    if (typeof customerId === 'string') tallyOf(customerId);
    else unknown.push({ customerId: show(customerId), problem: notAnId(['customers', known], customerId) });
    known += 1;
  }
  for (const order of book.orders) {
    const problem = orderProblem(order, counts.orders);
    counts.orders += 1;
    if (problem !== undefined) {
      counts.rejected += 1;
      refused.push({ customerId: customerIn(order), problem });
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
    tooLarge.push({ customerId: tally.customerId, problem: sums });
    return [];
  });
  summaries.sort(byId);
  tooLarge.sort(byId);
  return {
    asOf,
    zone: book.zone,
    window,
    currency: book.currency,
    customers: summaries,
    rejected: [...refused, ...unknown, ...tooLarge],
    counts: { ...counts, rejectedCustomers: unknown.length + tooLarge.length },
  };
}

type Rejected = PurchaseSummaries['rejected'][number];

function byId(a: { readonly customerId: string }, b: { readonly customerId: string }): number {
  return compareText(a.customerId, b.customerId);
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
