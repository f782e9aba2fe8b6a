/** DuckDB in the same process: on a table it holds already, and loading the same objects first. */
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBIntegerVector,
  DuckDBUTinyIntVector,
  DuckDBVarCharVector,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { Order } from 'clientele/rfm';
import { checksum, numberOf, SEGMENT_OF } from './answer.js';
import { AS_OF_DAY, type Shop } from './data.js';

/** Rows that DuckDB takes at a time. */
const CHUNK = 2048;

/** A database in memory on two threads, with the segments as a table. */
export async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run('SET preserve_insertion_order = false');
  await connection.run('CREATE TABLE segments (code UTINYINT, segment UTINYINT)');
  const rows = Array.from(SEGMENT_OF, (segment, code) => `(${code}, ${segment})`);
  await connection.run(`INSERT INTO segments VALUES ${rows.join(', ')}`);
  return connection;
}

/** The same work: ties by customer, as NTILE over (value, customer) splits them. */
const JOB = `
  WITH purchases AS (
    SELECT customer, max(placed) AS last, count(*) AS orders, sum(amount) AS total, sum(amount) / count(*) AS mean
    FROM orders GROUP BY customer
  ), scored AS (
    SELECT customer, mean,
      ntile(5) OVER (ORDER BY ${AS_OF_DAY} - floor(last / 86400000) DESC, customer) AS r,
      ntile(5) OVER (ORDER BY orders, customer) AS f,
      ntile(5) OVER (ORDER BY total, customer) AS m
    FROM purchases
  )
  SELECT customer, r::UTINYINT AS r, f::UTINYINT AS f, m::UTINYINT AS m, segment, mean
  FROM scored JOIN segments ON code = 25 * r + 5 * f + m - 31`;

/** What it hands over: columns in JavaScript. */
export interface DuckAnswer {
  readonly ids: Int32Array | readonly string[];
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segment: Uint8Array;
  readonly mean: Float64Array;
}

/** Runs the job on the table `orders` and copies its chunks into columns, the fastest way its interface has. */
export async function query(connection: DuckDBConnection, customers: number): Promise<DuckAnswer> {
  const result = await connection.stream(JOB);
  const integers = new Int32Array(customers);
  const texts: string[] = [];
  const mean = new Float64Array(customers);
  const bytes = Array.from({ length: 4 }, () => new Uint8Array(customers));
  let rows = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const ids = chunk.getColumnVector(0);
    if (ids instanceof DuckDBIntegerVector) integers.set(ids['items'], rows);
    else for (let i = 0; i < ids.itemCount; i += 1) texts.push(String(ids.getItem(i)));
    bytes.forEach((column, i) => {
      const vector = chunk?.getColumnVector(i + 1);
      if (vector instanceof DuckDBUTinyIntVector) column.set(vector['items'], rows);
    });
    const means = chunk.getColumnVector(5);
    if (means instanceof DuckDBDoubleVector) mean.set(itemsOf(means), rows);
    rows += chunk.rowCount;
  }
  const [r, f, m, segment] = bytes.map((column) => column.subarray(0, rows));
  const none = new Uint8Array(0);
  const ids = texts.length > 0 ? texts : integers.subarray(0, rows);
  return { ids, r: r ?? none, f: f ?? none, m: m ?? none, segment: segment ?? none, mean };
}

/** Fills the table `orders` from columns. */
export async function loadColumns(
  connection: DuckDBConnection,
  { rows, at, amount }: Shop,
  ids: Int32Array | readonly string[],
): Promise<void> {
  await load(connection, rows, typeof ids[0] === 'string', (vectors, from, until) => {
    for (let i = from; i < until; i += 1) {
      vectors.id(i - from, ids[i] ?? 0);
      vectors.at[i - from] = at[i] ?? 0;
      vectors.amount[i - from] = amount[i] ?? 0;
    }
  });
}

/** Fills the table `orders` from objects. */
export async function loadObjects(connection: DuckDBConnection, orders: readonly Order[]): Promise<void> {
  await load(connection, orders.length, true, (vectors, from, until) => {
    for (let i = from; i < until; i += 1) {
      const order = orders[i];
      if (order === undefined) continue;
      vectors.id(i - from, order.customerId);
      vectors.at[i - from] = order.at;
      vectors.amount[i - from] = order.amount;
    }
  });
}

interface Vectors {
  readonly id: (row: number, id: number | string) => void;
  readonly at: Float64Array;
  readonly amount: Float64Array;
}

/** By its appender, a chunk at a time, writing straight into the chunk's arrays. */
async function load(
  connection: DuckDBConnection,
  rows: number,
  texts: boolean,
  fill: (vectors: Vectors, from: number, until: number) => void,
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE orders (customer ${texts ? 'VARCHAR' : 'INTEGER'}, placed DOUBLE, amount DOUBLE)`,
  );
  const appender = await connection.createAppender('orders');
  const types = [texts ? VARCHAR : INTEGER, DOUBLE, DOUBLE];
  for (let from = 0; from < rows; from += CHUNK) {
    const until = Math.min(rows, from + CHUNK);
    const chunk = DuckDBDataChunk.create(types, until - from);
    const [ids, at, amount] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
    if (!(at instanceof DuckDBDoubleVector && amount instanceof DuckDBDoubleVector))
      throw new Error('other vectors');
    fill({ id: idWriter(ids), at: itemsOf(at), amount: itemsOf(amount) }, from, until);
    for (const vector of [ids, at, amount]) vector.flush();
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function idWriter(vector: unknown): Vectors['id'] {
  if (vector instanceof DuckDBVarCharVector) return (row, id) => vector.setItem(row, String(id));
  if (!(vector instanceof DuckDBIntegerVector)) throw new Error('other vectors');
  const items = vector['items'];
  return (row, id) => {
    items[row] = Number(id);
  };
}

function itemsOf(vector: DuckDBDoubleVector): Float64Array {
  return vector['items'];
}

export function checkDuck({ ids, r, f, m, segment }: DuckAnswer): string {
  const sum = checksum();
  for (let i = 0; i < r.length; i += 1)
    sum.add(numberOf(ids[i] ?? ''), r[i] ?? 0, f[i] ?? 0, m[i] ?? 0, segment[i] ?? 0);
  return sum.value();
}
