/** Rows of which the caller has read the values, and which are plainly purchases: no policy has anything to say of them. */
import { isInstant } from '../foundation/instant.js';
import type { OrderMapping } from './mapping.js';
import { GUEST } from './read-row.js';

/** The values of a row that is an order without units, as its cells say them. */
export interface PlainOrder {
  /** `undefined` where the mapping has no column for it. */
  readonly orderId: string | undefined;
  readonly customerId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Minor units. */
  readonly amount: number;
}

/**
 * Says of an order whether `read` would take it as it stands, its id being new; `undefined` where the mapping looks at
 * more of a row than an order has. `customer` gives the id that a customer's id has become.
 */
export function plainOrders(
  { rows, columns, policies, returns, blanks }: OrderMapping,
  asOf: number | undefined,
  customer: (id: string) => string,
): ((order: PlainOrder) => boolean) | undefined {
  const { orderId, customerId: _, at: __, amount, ...more } = columns;
  const others = Object.values(more).some((column) => column !== undefined);
  const addsUp = policies.repeatedIds === 'sum' || policies.repeatedIds === 'last';
  const looksAtMore = policies.duplicateRows !== 'keep' || policies.sameDay !== 'keep';
  if (rows !== 'orders' || amount === undefined || others || addsUp || looksAtMore) return undefined;
  const latest = asOf ?? Number.POSITIVE_INFINITY;
  const blank = new Set(['', ...blanks]);
  const longest = Math.max(...[...blank].map(({ length }) => length));
  const isId = (id: string): boolean => !(id.length <= longest && blank.has(id)) && id.trim() === id;
  const isOrderId = (id: string): boolean =>
    isId(id) && (returns.idPrefix === undefined || !id.startsWith(returns.idPrefix));

  return (order) =>
    order.amount > 0 &&
    Number.isSafeInteger(order.amount) &&
    order.at <= latest &&
    isInstant(order.at) &&
    isId(order.customerId) &&
    !order.customerId.startsWith(GUEST) &&
    customer(order.customerId) === order.customerId &&
    (orderId === undefined
      ? order.orderId === undefined
      : order.orderId !== undefined && isOrderId(order.orderId));
}
