/** What keeps something that is called an order from being one. */
import { isInstant } from '../foundation/instant.js';
import { type Problem, show } from '../foundation/problem.js';
import type { Words } from '../foundation/statement.js';
import type { Order } from './order.js';

/** What times and amounts are. */
export const INSTANT: Words = { en: 'instant in whole epoch milliseconds', zh: '整数毫秒时间戳' };
export const MINOR_UNITS: Words = { en: 'safe integer of minor units', zh: '最小货币单位的安全整数' };

/** An order that never went through `parseOrders` may hold anything. */
export function orderProblem(order: Order, index: number): Problem | undefined {
  if (typeof order !== 'object' || order === null) {
    const expected = { kind: 'type', type: 'object' } as const;
    return { code: 'wrongType', path: ['orders', index], expected, found: show(order) };
  }
  const wrong = (field: keyof Order, type: Words): Problem => ({
    code: 'wrongType',
    path: ['orders', index, field],
    expected: { kind: 'type', type },
    found: show(order[field]),
  });
  if (typeof order.customerId !== 'string') return notAnId(['orders', index, 'customerId'], order.customerId);
  if (!isInstant(order.at)) return wrong('at', INSTANT);
  if (!Number.isSafeInteger(order.amount)) return wrong('amount', MINOR_UNITS);
  if (!Number.isSafeInteger(order.units)) return wrong('units', 'safe integer');
  if (order.kind !== 'purchase' && order.kind !== 'return')
    return wrong('kind', { en: "kind of order: 'purchase' or 'return'", zh: '订单类型：purchase 或 return' });
  return undefined;
}

export function notAnId(path: Problem['path'], found: unknown): Problem {
  return { code: 'wrongType', path, expected: { kind: 'type', type: 'string' }, found: show(found) };
}

/** The customer of an order that may be none. */
export function customerIn(order: Order): string {
  const id: unknown = typeof order === 'object' && order !== null ? order.customerId : undefined;
  return typeof id === 'string' ? id : show(id);
}
