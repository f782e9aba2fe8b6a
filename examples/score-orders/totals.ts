/** What customers come to together. */
import { exactSum } from './exact-sum.js';
import type { ScoredOrders } from './score.js';

export interface Totals {
  readonly customers: number;
  readonly orders: number;
  readonly returns: number;
  /** Minor units; the nearest number to the exact sum. */
  readonly revenue: number;
}

/** The totals of all customers, of those with a score, or of those without. */
export function totalsOf(
  { purchases, scores }: ScoredOrders,
  who: 'all' | 'scored' | 'unscored' = 'all',
): Totals {
  const { orders, returns, total } = purchases;
  const sums = { customers: 0, orders: 0, returns: 0 };
  const revenue = exactSum();
  for (let i = 0; i < purchases.customers; i += 1) {
    const scored = scores.because[i] === 0;
    if (who !== 'all' && scored !== (who === 'scored')) continue;
    sums.customers += 1;
    sums.orders += orders[i] ?? 0;
    sums.returns += returns?.[i] ?? 0;
    revenue.add(total[i] ?? 0);
  }
  return { ...sums, revenue: Number(revenue.value()) };
}
