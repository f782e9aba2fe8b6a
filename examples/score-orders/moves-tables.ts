/** Who moved, as two CSV files: the customers between each pair of segments, and each customer with both. */
import { rmSync } from 'node:fs';
import type { Comparison } from './compare.js';
import { numeral } from './csv-line.js';
import { createCsvFile } from './write-csv.js';

// biome-ignore format: a list of names
const MOVE_COLUMNS = ['from', 'to', 'customers', 'share', 'from_en', 'to_en', 'from_zh', 'to_zh'];
const MOVED_CUSTOMER_COLUMNS = ['customer_id', 'from', 'to'];

/** Without a comparison, files of an earlier run are removed. */
export function writeMoves(place: (name: string) => string, comparison: Comparison | undefined): void {
  const paths = { moves: place('migration.csv'), customers: place('migration-customers.csv') };
  if (comparison === undefined) {
    for (const path of Object.values(paths)) rmSync(path, { force: true });
    return;
  }
  const { from, to, cells } = comparison.moves;
  const names = new Map([...from, ...to].map(({ state, name }) => [state, name]));
  const moves = createCsvFile(paths.moves, MOVE_COLUMNS);
  const customers = createCsvFile(paths.customers, MOVED_CUSTOMER_COLUMNS);
  for (const cell of cells) {
    if (cell.customers === 0) continue;
    const [was, is] = [names.get(cell.from), names.get(cell.to)];
    const share = numeral(cell.shareOfFrom.toFixed(6));
    moves.write([cell.from, cell.to, cell.customers, share, was?.en, is?.en, was?.zh, is?.zh]);
    for (const customerId of cell.customerIds) customers.write([customerId, cell.from, cell.to]);
  }
  moves.close();
  customers.close();
}
