/** A thousand new orders to customers who are known already, and everybody's scores again, exactly. */

import { orThrow } from 'clientele/rfm';
import { aggregateOrders, appendOrders, orderColumns } from 'clientele/rfm/columns';
import { FIRST_ID, makeShop, type Shop, seeded } from './data.js';
import { checkDuck, connect, loadColumns, query } from './duckdb.js';
import { type Answer, checkColumns, SETTINGS, score } from './ours.js';
import type { Contender } from './rounds.js';

const MORE = 1000;

/** Orders of as many customers as `rows / 8`; new rows of old customers, and of a few new ones. */
export async function appendRace(rows: number): Promise<readonly Contender[]> {
  const shop = makeShop(rows);
  const more = newOrders(Math.floor(rows / 8));
  const { ids: customer, at, amount } = shop;
  const before = orThrow(aggregateOrders(orThrow(orderColumns({ customer, at, amount })), SETTINGS));
  const duck = await connect();
  await loadColumns(duck, shop, customer);
  return [
    {
      name: 'clientele',
      run: () => {
        const columns = orThrow(orderColumns({ customer: more.ids, at: more.at, amount: more.amount }));
        return score(orThrow(appendOrders(before, columns)));
      },
      check: (answer) => checkColumns(answer as Answer),
    },
    {
      name: 'DuckDB',
      run: async () => {
        await duck.run('BEGIN');
        await append(duck, more);
        const answer = await query(duck, Math.floor(rows / 8) + MORE);
        await duck.run('ROLLBACK');
        return answer;
      },
      check: (answer) => checkDuck(answer as Awaited<ReturnType<typeof query>>),
    },
  ];
}

function newOrders(customers: number): Shop {
  const random = seeded(7);
  const until = Date.UTC(2024, 11, 31);
  return {
    rows: MORE,
    ids: Int32Array.from({ length: MORE }, () => FIRST_ID + Math.floor(random() * customers * 1.01)),
    at: Float64Array.from({ length: MORE }, () => until - Math.floor(random() * 86_400_000)),
    amount: Float64Array.from({ length: MORE }, () => Math.floor(random() * 100_000)),
  };
}

async function append(
  duck: Awaited<ReturnType<typeof connect>>,
  { rows, ids, at, amount }: Shop,
): Promise<void> {
  const values = Array.from({ length: rows }, (_, i) => `(${ids[i]}, ${at[i]}, ${amount[i]})`);
  await duck.run(`INSERT INTO orders VALUES ${values.join(', ')}`);
}
