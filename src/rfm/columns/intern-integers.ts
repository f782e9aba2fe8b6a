/** Interning integers: by direct address where they lie close together, as two words where they do not. */
import { BLOCK } from './blocks.js';
import type { ColumnRange } from './column-types.js';
import { grown, type Interner } from './interner.js';
import { INTEGER_KEYS } from './keys.js';
import { scratchInts } from './scratch.js';
import { wordTable } from './word-table.js';

/** An interner for integers; all that will come lie in the range. */
export function internIntegers(range: ColumnRange, rows: number, seed: number): Interner<Float64Array> {
  const span = range.max - range.min + 1;
  return span <= Math.max(65_536, rows) ? byAddress(range.min, span) : byWords(seed);
}

/** A table with an element for every integer of the range. */
function byAddress(min: number, span: number): Interner<Float64Array> {
  const table = scratchInts(span);
  let ids = new Float64Array(Math.min(span, 1024));
  let count = 0;
  return {
    count: () => count,
    ids: () => ids.slice(0, count),
    takes: (others) => others.every((id) => id >= min && id < min + span),
    intern(from, start, until, places) {
      if (ids.length < count + until - start) ids = grown(ids, count + until - start);
      const elements = table;
      const known = ids;
      for (let i = start; i < until; i += 1) {
        const id = from[i] ?? 0;
        let place = (elements[id - min] ?? 0) - 1;
        if (place < 0) {
          place = count;
          known[place] = id + 0;
          count += 1;
          elements[id - min] = count;
        }
        places[i - start] = place;
      }
    },
  };
}

/** The words of each integer in a {@link wordTable}. */
function byWords(seed: number): Interner<Float64Array> {
  const table = wordTable(2, seed);
  const keys = new Int32Array(2 * BLOCK);
  const fresh = new Int32Array(BLOCK);
  let ids = new Float64Array(1024);
  let count = 0;
  return {
    count: () => count,
    ids: () => ids.slice(0, count),
    takes: () => true,
    intern(from, start, until, places) {
      for (let at = start; at < until; at += BLOCK) {
        const rows = Math.min(BLOCK, until - at);
        INTEGER_KEYS.pack(from, at, at + rows, keys);
        const added = table.placesOf(
          { keys, from: 0, until: rows, places: places.subarray(at - start), fresh },
          count,
        );
        if (ids.length < count + added) ids = grown(ids, count + added);
        for (let i = 0; i < added; i += 1) ids[count + i] = (from[at + (fresh[i] ?? 0)] ?? 0) + 0;
        count += added;
      }
    },
  };
}
