/** One race in a process of its own: `race.ts integers|sparse|texts|uuids|objects|append <rows> <rounds> [rounds of the slow]`; prints milliseconds as JSON. */
import { appendRace } from './append.js';
import { fromColumns as arqueroColumns, fromObjects as arqueroObjects, checkArquero } from './arquero.js';
import { makeShop, orderObjects, textIds } from './data.js';
import { checkDuck, connect, loadColumns, loadObjects, query } from './duckdb.js';
import { scatterPass, sumOfColumn } from './floors.js';
import { checkLodash, fromObjects as lodashObjects } from './lodash.js';
import { checkColumns, checkObjects, fromColumns, fromObjects, objectPath } from './ours.js';
import { type Contender, compete } from './rounds.js';

const [kind = '', rowsText = '', roundsText = '', slowText] = process.argv.slice(2);
const rows = Number(rowsText);
const rounds = Number(roundsText);
const slowRounds = slowText === undefined ? (rows > 2_000_000 ? 1 : 3) : Number(slowText);

/** Lets contenders of different answers stand in one list. */
function contender<A>({ check, ...one }: Contender<A> & { check(answer: A): string }): Contender {
  return { ...one, check: (answer) => check(answer as A) };
}

async function columns(ids: 'integers' | 'sparse' | 'texts' | 'uuids'): Promise<readonly Contender[]> {
  const shop = makeShop(rows, ids === 'sparse' ? 61 : 1);
  const customer =
    ids === 'texts' ? textIds(shop, 'short') : ids === 'uuids' ? textIds(shop, 'uuid') : shop.ids;
  const duck = await connect();
  await loadColumns(duck, shop, customer);
  const customers = Math.floor(rows / 8);
  const floors: readonly Contender[] = [
    { name: 'sum of a column', run: () => sumOfColumn(shop) },
    { name: 'scatter pass', run: () => scatterPass(shop) },
  ];
  return [
    ...(ids === 'integers' ? floors : []),
    contender({ name: 'clientele', run: () => fromColumns(shop, customer), check: checkColumns }),
    contender({ name: 'DuckDB, loaded', run: () => query(duck, customers), check: checkDuck }),
    contender({
      name: 'arquero',
      run: () => arqueroColumns(shop, customer),
      check: (answer) => checkArquero(answer),
      slow: true,
    }),
  ];
}

async function objects(): Promise<readonly Contender[]> {
  const orders = orderObjects(makeShop(rows));
  const duck = await connect();
  const customers = Math.floor(rows / 8);
  return [
    contender({ name: 'clientele', run: () => fromObjects(orders), check: checkColumns }),
    contender({
      name: 'DuckDB, loading',
      run: async () => {
        await loadObjects(duck, orders);
        return query(duck, customers);
      },
      check: checkDuck,
    }),
    contender({
      name: 'clientele, readable path',
      run: () => objectPath(orders),
      check: checkObjects,
      slow: true,
    }),
    contender({ name: 'lodash', run: () => lodashObjects(orders), check: checkLodash, slow: true }),
    contender({
      name: 'arquero',
      run: () => arqueroObjects(orders),
      check: (answer) => checkArquero(answer, 'customerId'),
      slow: true,
    }),
  ];
}

async function contenders(): Promise<readonly Contender[]> {
  if (kind === 'integers' || kind === 'sparse' || kind === 'texts' || kind === 'uuids') return columns(kind);
  if (kind === 'objects') return objects();
  return appendRace(rows);
}

const times = await compete(await contenders(), rounds, slowRounds);
process.stdout.write(`${JSON.stringify(Object.fromEntries(times))}\n`);
