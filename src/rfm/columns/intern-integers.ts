/** Interning integers: by direct address where they lie close together, as two words where they do not. */
import type { ColumnRange } from './column-types.js';
import { grown, type Interner } from './interner.js';
import { scratchInts } from './scratch.js';
import { wordTable } from './word-table.js';

/** An interner for integers; `range` covers all that will come, and is absent where that is not known. */
export function internIntegers(
  range: ColumnRange | undefined,
  rows: number,
  seed: number,
): Interner<Float64Array> {
  const span = range === undefined ? Number.POSITIVE_INFINITY : range.max - range.min + 1;
  return range !== undefined && span <= Math.max(65_536, rows) ? byAddress(range.min, span) : byWords(seed);
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
      for (let i = start; i < until; i += 1) {
        const id = from[i] ?? 0;
        let place = (table[id - min] ?? 0) - 1;
        if (place < 0) {
          place = count;
          ids[place] = id + 0;
          count += 1;
          table[id - min] = count;
        }
        places[i - start] = place;
      }
    },
  };
}

/** The low and the high word of each integer in a {@link wordTable}. */
function byWords(seed: number): Interner<Float64Array> {
  const table = wordTable(2, seed);
  const words = new Int32Array(2);
  let ids = new Float64Array(1024);
  let count = 0;
  return {
    count: () => count,
    ids: () => ids.slice(0, count),
    takes: () => true,
    intern(from, start, until, places) {
      const most = count + until - start;
      if (ids.length < most) ids = grown(ids, most);
      table.reserve(until - start, most);
      for (let i = start; i < until; i += 1) {
        const id = from[i] ?? 0;
        words[0] = id;
        words[1] = Math.floor(id / 2 ** 32);
        const place = table.placeOf(words, 0, count);
        if (place === count) {
          ids[place] = id + 0;
          count += 1;
        }
        places[i - start] = place;
      }
    },
  };
}
