/** Reads order objects in blocks, each field once; what is no order is left out and reported. */
import { isInstant } from '../../foundation/instant.js';
import type { Problem } from '../../foundation/problem.js';
import type { Order } from '../order.js';
import { customerIn, orderProblem } from '../order-problem.js';
import { BLOCK } from './blocks.js';
import type { RowReader, Rows } from './rows.js';

/** What was left out, by index. */
export interface RejectedOrder {
  readonly customerId: string;
  readonly problem: Problem;
}

/** A reader of objects, and what it found to be none, each told once however often it is read. */
export function objectReader(
  orders: readonly Order[],
  customer?: (id: string) => string,
): {
  readonly reader: RowReader<readonly string[]>;
  /** In the order of the list. */
  rejected(): readonly RejectedOrder[];
} {
  const rejected = new Map<number, RejectedOrder>();
  const ids: string[] = [];
  const numbers = new Int32Array(BLOCK);
  const at = new Float64Array(BLOCK);
  const amount = new Float64Array(BLOCK);
  const units = new Float64Array(BLOCK);
  const returned = new Uint8Array(BLOCK);

  function read(from: number, until: number): Rows<readonly string[]> {
    let rows = 0;
    for (let i = from; i < until; i += 1) {
      const order = orders[i];
      if (order === undefined || order === null || !isOrder(order)) {
        reject(i);
        continue;
      }
      ids[rows] = customer === undefined ? order.customerId : customer(order.customerId);
      at[rows] = order.at;
      amount[rows] = order.amount;
      units[rows] = order.units;
      returned[rows] = Number(order.kind === 'return');
      numbers[rows] = i;
      rows += 1;
    }
    return { rows, ids, first: 0, row: from, numbers, at, amount, units, returned };
  }

  function reject(index: number): void {
    // A list from outside may have holes.
    const order = orders[index] as Order;
    const problem = orderProblem(order, index);
    if (problem !== undefined) rejected.set(index, { customerId: customerIn(order), problem });
  }

  const reader = {
    rows: orders.length,
    wide: true,
    read,
    idAt(index: number) {
      const id = orders[index]?.customerId ?? '';
      return customer === undefined ? id : customer(id);
    },
  };
  return {
    reader,
    rejected: () => [...rejected].sort(([a], [b]) => a - b).map(([, one]) => one),
  };
}

/** The common case of `orderProblem`: nothing is wrong. */
function isOrder({ customerId, at, amount, units, kind }: Order): boolean {
  return (
    typeof customerId === 'string' &&
    isInstant(at) &&
    Number.isSafeInteger(amount) &&
    Number.isSafeInteger(units) &&
    (kind === 'purchase' || kind === 'return')
  );
}
