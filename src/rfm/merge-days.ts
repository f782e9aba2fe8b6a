/** One purchase per customer and civil day, for shops where a day's orders are one visit. */
import type { ZoneClock } from '../foundation/civil.js';
import { add, type ExactSum, settle } from '../foundation/money.js';
import type { Order } from './order.js';

/**
 * Adds later purchases of a customer's day to the first one, which keeps its id and time; returns stay apart, and
 * so does an order that would take the day past the safe integers. Expects orders by time.
 */
export function mergeDays(orders: readonly Order[], clock: ZoneClock): readonly Order[] {
  const days = new Map<string, number>();
  const merged: Order[] = [];
  for (const order of orders) {
    const key = `${clock.dayOf(order.at)} ${order.customerId}`;
    const index = order.kind === 'purchase' ? days.get(key) : undefined;
    const first = index === undefined ? undefined : merged[index];
    const amount = first && sum(first.amount, order.amount);
    const units = first && sum(first.units, order.units);
    if (index === undefined || first === undefined || amount === undefined || units === undefined) {
      if (order.kind === 'purchase') days.set(key, merged.length);
      merged.push(order);
    } else {
      merged[index] = { ...first, amount, units };
    }
  }
  return merged;
}

function sum(a: number, b: number): number | undefined {
  const total: ExactSum = add(a, b);
  return settle(total);
}
