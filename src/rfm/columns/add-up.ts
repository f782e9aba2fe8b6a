/** Adding up rows: ids to places, then each row to its customer's record; many rows part by part. */
import { BLOCK } from './blocks.js';
import { hashKeys } from './hash.js';
import type { Ids } from './ids.js';
import type { Interner } from './interner.js';
import { type Keying, leadingKey } from './keys.js';
import { partReader } from './part-reader.js';
import { PARTS, partition, RUN } from './partition.js';
import type { RowReader } from './rows.js';
import { scratchFloats, scratchInts } from './scratch.js';
import type { Tally } from './tally.js';
import { wordTable } from './word-table.js';

/** From this many rows on they are sorted into parts first: below, that costs more than it saves. */
export const MANY: number = 250_000;

/** Adds rows as they come; says whether there are no more customers than may be. */
export function addInOrder<I extends Ids>(
  reader: RowReader<I>,
  interner: Interner<I>,
  tally: Tally,
  mostCustomers: number,
): boolean {
  const places = new Int32Array(BLOCK);
  for (let from = 0; from < reader.rows; from += BLOCK) {
    const { rows, ids, first, at, amount, units, returned } = reader.read(
      from,
      Math.min(reader.rows, from + BLOCK),
    );
    interner.intern(ids, first, first + rows, places);
    if (interner.count() > mostCustomers) return false;
    tally.add({ rows, places, at, amount, units, returned }, interner.count());
  }
  return true;
}

/** The customers that rows turned out to be of, by place. */
export interface FirstRows {
  /** The number of the row in which each was first seen. */
  readonly rows: Int32Array;
  /** The {@link leadingKey} of each one. */
  readonly keys: Float64Array;
}

/**
 * Adds rows part by part. Gives the customers, `'tooMany'`, or `undefined` where an id has no key of this kind, and
 * then nothing was added.
 */
export function addInParts<I extends Ids>(
  reader: RowReader<I>,
  keying: Keying<I>,
  tally: Tally,
  mostCustomers: number,
  seed: number,
): FirstRows | 'tooMany' | undefined {
  // Another seed than that of the tables, whose elements would else all lie together.
  const parts = partition(reader, keying, hashKeys(seed + 1));
  if (parts === undefined) return undefined;
  const { width } = keying;
  const part = partReader(parts, width);
  const table = wordTable(width, seed);
  const places = new Int32Array(RUN);
  const fresh = new Int32Array(RUN);
  // Room for as many as there may be: memory that nobody writes to takes none.
  const most = Math.min(reader.rows, mostCustomers);
  const firsts = scratchInts(most);
  const firstKeys = scratchFloats(most);
  let customers = 0;
  for (let index = 0; index < PARTS; index += 1) {
    const base = customers;
    table.clear();
    for (let run = 0; run < part.runs(index); run += 1) {
      const { rows, keys, at, amount, units, returned } = part.read(index, run);
      const added = table.placesOf({ keys, from: 0, until: rows, places, fresh }, customers - base);
      for (let i = 0; i < rows; i += 1) places[i] = (places[i] ?? 0) + base;
      if (customers + added > mostCustomers) return 'tooMany';
      for (let i = 0; i < added; i += 1) {
        const row = fresh[i] ?? 0;
        firsts[customers + i] = part.rowOf(index, run, row);
        firstKeys[customers + i] = leadingKey(keys, width * row);
      }
      customers += added;
      tally.add({ rows, places, at, amount, units, returned }, customers);
    }
  }
  return { rows: firsts.subarray(0, customers), keys: firstKeys.subarray(0, customers) };
}
