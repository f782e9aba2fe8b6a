/** One reader of a CSV file in a process of its own: `file.ts make|score-orders|DuckDB <csv> <rows>`; prints JSON. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { main } from '../../examples/score-orders/run.js';
import { checksum, numberOf, SEGMENTS } from './answer.js';
import { AS_OF, makeShop } from './data.js';
import { checkDuck, connect, query } from './duckdb.js';
import { MODEL } from './ours.js';

const [what = '', csv = '', rowsText = ''] = process.argv.slice(2);
const rows = Number(rowsText);
const mapping = `${csv}.mapping.json`;
const model = `${csv}.model.json`;
const out = `${csv}.out`;

/** Writes the shop's orders as customer, time and amount, and beside them what score-orders needs to know. */
async function make(): Promise<void> {
  const { ids, at, amount } = makeShop(rows);
  const file = createWriteStream(csv);
  file.write('customer,placed,amount\n');
  for (let from = 0; from < rows; from += 10_000) {
    let lines = '';
    for (let i = from; i < Math.min(rows, from + 10_000); i += 1)
      lines += `${ids[i]},${new Date(at[i] ?? 0).toISOString()},${((amount[i] ?? 0) / 100).toFixed(2)}\n`;
    if (!file.write(lines)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  const columns = { customerId: 'customer', at: 'placed', amount: 'amount' };
  const currency = { code: 'EUR', minorUnit: 2 };
  writeFileSync(
    mapping,
    JSON.stringify({ format: 'order-mapping@1', rows: 'orders', columns, zone: 'UTC', currency }),
  );
  writeFileSync(model, JSON.stringify(MODEL));
}

/** The program as it is, all its results written; then its customers read back and compared. */
async function scoreOrders(): Promise<() => Promise<string>> {
  const silent = { out: () => undefined, error: (text: string) => process.stderr.write(text) };
  const options = ['--mapping', mapping, '--model', model, '--as-of', AS_OF, '--out', out];
  const code = await main([csv, ...options], { ...silent, error: (text) => void silent.error(text) });
  if (code !== 0) throw new Error(`score-orders ended with ${code}`);
  return async () => {
    const sum = checksum();
    let header: readonly string[] | undefined;
    for await (const line of createInterface({ input: createReadStream(`${out}/customers.csv`) })) {
      const cells = line.replace('\uFEFF', '').split(',');
      if (header === undefined) {
        header = cells;
        continue;
      }
      const cell = (name: string): string => cells[header?.indexOf(name) ?? -1] ?? '';
      const [r = 0, f = 0, m = 0] = ['r', 'f', 'm'].map((name) => Number(cell(name)));
      sum.add(numberOf(cell('customer_id')), r, f, m, SEGMENTS.indexOf(cell('segment')));
    }
    return sum.value();
  };
}

/** The same file through the same query, handed to JavaScript. */
async function duckDb(): Promise<() => Promise<string>> {
  const duck = await connect();
  const types = `{'customer': 'INTEGER', 'placed': 'TIMESTAMP', 'amount': 'DECIMAL(18, 2)'}`;
  await duck.run(`CREATE VIEW orders AS SELECT customer, epoch_ms(placed)::DOUBLE AS placed, (amount * 100)::DOUBLE AS amount
    FROM read_csv('${csv}', header = true, columns = ${types})`);
  const answer = await query(duck, Math.floor(rows / 8));
  return async () => checkDuck(answer);
}

if (what === 'make') await make();
else {
  const start = performance.now();
  const check = await (what === 'DuckDB' ? duckDb() : scoreOrders());
  const milliseconds = performance.now() - start;
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
  process.stdout.write(`${JSON.stringify({ milliseconds, peak, answer: await check() })}\n`);
}
