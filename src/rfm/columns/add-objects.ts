/** From order objects to an aggregate. */
import type { Order } from '../order.js';
import { addTexts } from './add-ids.js';
import { MANY } from './add-up.js';
import { seedOf } from './hash.js';
import { knownCustomers, mergeStates } from './merge.js';
import { objectReader } from './order-rows.js';
import { addSpreadTexts } from './spread-texts.js';
import type { Conventions, PurchaseState } from './state.js';
import { emptyTally, type RowKnowledge } from './tally.js';

/**
 * The aggregate of orders and of customers who are known besides; `undefined` where there are more than may be.
 * `customer` gives the id that a customer's id has become.
 */
export function addObjects(
  orders: readonly Order[],
  conventions: Conventions,
  customers: Iterable<string> = [],
  customer?: (id: string) => string,
): PurchaseState | undefined {
  const { reader, rejected } = objectReader(orders, customer);
  const seed = conventions.seed ?? seedOf(orders.length, (i) => finite(orders[i]?.at));
  const { mostCustomers } = conventions;
  const spread =
    orders.length < MANY
      ? undefined
      : addSpreadTexts(reader, conventions, seed, { units: true, returned: true, rejected });
  if (spread === 'tooMany') return undefined;
  const added = spread ?? addTexts(reader, emptyTally(conventions, OBJECTS, rejected), mostCustomers, seed);
  const known = knownCustomers(customers, conventions, customer);
  const alone = known.customers === 0 && known.rejected.length === 0;
  return added === undefined || alone ? added : mergeStates(added, known);
}

function finite(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Nothing is known of objects before they are read. */
const OBJECTS: RowKnowledge = {
  plain: false,
  at: { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
  largest: { amount: Number.POSITIVE_INFINITY, units: Number.POSITIVE_INFINITY },
  units: true,
  returned: true,
};
