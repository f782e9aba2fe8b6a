/** The peak memory of one contender in a process of its own: `memory.ts <contender> <rows>`; prints megabytes as JSON. */
import { makeShop, orderObjects, textIds } from './data.js';

const [contender = '', rowsText = ''] = process.argv.slice(2);
const rows = Number(rowsText);

/** The most memory this process ever held, in megabytes of 10^6 bytes. */
function peak(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

const bare = peak();
const objects = contender.endsWith('objects');
const texts = contender.endsWith('texts');
const shop = makeShop(rows);
const orders = objects ? orderObjects(shop) : [];
const customer = texts ? textIds(shop, 'short') : shop.ids;
globalThis.gc?.();
const before = process.memoryUsage.rss() / 1e6;
let loaded = 0;

switch (contender) {
  case 'clientele integers':
  case 'clientele texts': {
    const { fromColumns } = await import('./ours.js');
    fromColumns(shop, customer);
    break;
  }
  case 'clientele objects': {
    const { fromObjects } = await import('./ours.js');
    fromObjects(orders);
    break;
  }
  case 'DuckDB integers':
  case 'DuckDB texts': {
    const { connect, loadColumns, query } = await import('./duckdb.js');
    const duck = await connect();
    await loadColumns(duck, shop, customer);
    loaded = peak();
    await query(duck, Math.floor(rows / 8));
    break;
  }
  case 'DuckDB objects': {
    const { connect, loadObjects, query } = await import('./duckdb.js');
    const duck = await connect();
    await loadObjects(duck, orders);
    loaded = peak();
    await query(duck, Math.floor(rows / 8));
    break;
  }
  case 'arquero integers': {
    const { fromColumns } = await import('./arquero.js');
    fromColumns(shop, customer);
    break;
  }
  default:
    break;
}
process.stdout.write(`${JSON.stringify({ bare, before, loaded, peak: peak() })}\n`);
