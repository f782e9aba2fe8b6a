/** Adding up rows: ids to places, then each row to its customer's record; many rows in the order of the table. */
import { BLOCK } from './blocks.js';
import type { Ids } from './ids.js';
import type { Interner, PackedInterner } from './interner.js';
import { partitionTargets, scatterFloats, scatterKeys, scatterMarks, sourcesOf } from './partition.js';
import type { RowReader, Rows } from './rows.js';
import { scratch, scratchFloats, scratchInts } from './scratch.js';
import type { Tally } from './tally.js';
import type { WordTable } from './word-table.js';

/** From this many rows on, rows are put in the order of the table first: below, that costs more than it saves. */
export const MANY: number = 250_000;

/** Rows that are put in order at a time. */
export const CHUNK: number = 2 ** 19;

/** Adds up all rows of a reader; says whether there are no more customers than may be. */
export function addUp<I extends Ids>(
  reader: RowReader<I>,
  interner: Interner<I>,
  tally: Tally,
  mostCustomers: number,
): boolean {
  const packed = reader.rows < MANY ? undefined : interner.packed;
  const step = packed === undefined ? BLOCK : CHUNK;
  const space = packed === undefined ? undefined : emptySpace();
  const places = new Int32Array(BLOCK);
  for (let from = 0; from < reader.rows; from += step) {
    const rows = reader.read(from, Math.min(reader.rows, from + step));
    if (packed === undefined || space === undefined) addInOrder(rows, interner, tally, places);
    else addInParts(rows, interner, packed, tally, space, places);
    if (interner.count() > mostCustomers) return false;
  }
  return true;
}

/** Adds rows as they come. */
function addInOrder<I extends Ids>(
  rows: Rows<I>,
  interner: Interner<I>,
  tally: Tally,
  places: Int32Array,
): void {
  for (let from = 0; from < rows.rows; from += BLOCK) {
    const until = Math.min(rows.rows, from + BLOCK);
    interner.intern(rows.ids, rows.first + from, rows.first + until, places);
    tally.add(
      {
        rows: until - from,
        places,
        at: rows.at.subarray(from, until),
        amount: rows.amount.subarray(from, until),
        units: rows.units?.subarray(from, until),
        returned: rows.returned?.subarray(from, until),
      },
      interner.count(),
    );
  }
}

/** Memory for a chunk, used again for the next. */
interface Space {
  readonly keys: Int32Array;
  readonly keysInOrder: Int32Array;
  readonly hashes: Int32Array;
  readonly targets: Int32Array;
  readonly sources: Int32Array;
  readonly places: Int32Array;
  readonly fresh: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array;
  units?: Float64Array;
  returned?: Uint8Array;
}

function emptySpace(): Space {
  return {
    keys: scratchInts(4 * CHUNK),
    keysInOrder: scratchInts(4 * CHUNK),
    hashes: scratchInts(CHUNK),
    targets: scratchInts(CHUNK),
    sources: scratchInts(CHUNK),
    places: scratchInts(CHUNK),
    fresh: scratchInts(BLOCK),
    at: scratchFloats(CHUNK),
    amount: scratchFloats(CHUNK),
  };
}

/** Adds rows in the order in which their ids stand in the table. Ids that have no words are added as they come. */
function addInParts<I extends Ids>(
  rows: Rows<I>,
  interner: Interner<I>,
  packed: PackedInterner<I>,
  tally: Tally,
  space: Space,
  places: Int32Array,
): void {
  const table = packed.pack(rows.ids, rows.first, rows.first + rows.rows, space.keys);
  if (table === undefined) {
    addInOrder(rows, interner, tally, places);
    return;
  }
  const { hashes, targets, sources } = space;
  table.hashes(space.keys, rows.rows, hashes);
  partitionTargets(hashes, rows.rows, targets);
  sourcesOf(targets, rows.rows, sources);
  scatterKeys(space.keys, table.width, targets, rows.rows, space.keysInOrder);
  scatterFloats(rows.at, targets, rows.rows, space.at);
  scatterFloats(rows.amount, targets, rows.rows, space.amount);
  if (rows.units !== undefined) {
    space.units ??= scratchFloats(CHUNK);
    scatterFloats(rows.units, targets, rows.rows, space.units);
  }
  if (rows.returned !== undefined) {
    space.returned ??= new Uint8Array(scratch(CHUNK));
    scatterMarks(rows.returned, targets, rows.rows, space.returned);
  }
  findPlaces(rows, interner, packed, table, space);
  const { at, amount, units, returned } = space;
  tally.add({ rows: rows.rows, places: space.places, at, amount, units, returned }, interner.count());
}

function findPlaces<I extends Ids>(
  rows: Rows<I>,
  interner: Interner<I>,
  packed: PackedInterner<I>,
  table: WordTable,
  space: Space,
): void {
  const { keysInOrder: keys, places, fresh, sources } = space;
  for (let from = 0; from < rows.rows; from += BLOCK) {
    const until = Math.min(rows.rows, from + BLOCK);
    const added = table.placesOf({ keys, from, until, places, fresh }, interner.count());
    packed.add(fresh, added, (key) => rows.ids[rows.first + (sources[key] ?? 0)] ?? '');
  }
}
