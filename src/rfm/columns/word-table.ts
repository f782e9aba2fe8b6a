/** An open-addressing table from keys of a few 32-bit words to places. */
import { type HashKeys, hashKeys, hashOf, spread } from './hash.js';
import { exponentFor, grownInts } from './interner.js';
import { scratchInts } from './scratch.js';

/** Places by key. Keys are two or four words, read from an array of them. */
export interface WordTable {
  /** Makes room for `more` new keys, whose places will be below `places`. */
  reserve(more: number, places: number): void;
  /** The place of the key at `keys[at]`; a key that is not known yet gets the place `next`. */
  placeOf(keys: Int32Array, at: number, next: number): number;
}

/** Longest run of taken elements before keys are taken to be chosen against the seed, and another one is used. */
const LONGEST_RUN = 128;
/** After this many seeds the data are what they are. */
const MOST_SEEDS = 16;

/**
 * A table at most half full. The place in it is the high bits of a seeded hash, so that keys sorted by those bits
 * are looked up in the order of the table.
 */
export function wordTable(width: 2 | 4, seed: number): WordTable {
  let hash: HashKeys = hashKeys(seed);
  let seeds = 1;
  let exponent = 10;
  let table = scratchInts(2 ** exponent);
  /** The keys by place. */
  let known = scratchInts(width * 2 ** 9);
  /** The places of this table's keys, which another table may share the numbering with. */
  let count = 0;

  /** Where a key is in the table, or the free element where it belongs; −1 where the run is too long to be chance. */
  function find(keys: Int32Array, at: number): number {
    const mask = table.length - 1;
    const low = keys[at] ?? 0;
    const high = keys[at + 1] ?? 0;
    let element = elementOf(keys, at, low, high);
    for (let run = 0; run <= LONGEST_RUN || seeds >= MOST_SEEDS; run += 1) {
      const place = table[element] ?? 0;
      if (place === 0) return element;
      const key = width * (place - 1);
      if (known[key] === low && known[key + 1] === high && (width === 2 || restEquals(keys, at, key)))
        return element;
      element = (element + 1) & mask;
    }
    return -1;
  }

  function elementOf(keys: Int32Array, at: number, low: number, high: number): number {
    if (width === 2) return hashOf(low, high, hash) >>> (32 - exponent);
    const first = hashOf(low, high, hash);
    return hashOf(first ^ (keys[at + 2] ?? 0), keys[at + 3] ?? 0, hash) >>> (32 - exponent);
  }

  function restEquals(keys: Int32Array, at: number, key: number): boolean {
    return known[key + 2] === keys[at + 2] && known[key + 3] === keys[at + 3];
  }

  /** Enters all keys into a new table, with other seeds if need be. */
  function rebuild(size: number): void {
    const old = table;
    for (;;) {
      exponent = size;
      table = scratchInts(2 ** size);
      if (enterAll(old)) return;
      reseed();
    }
  }

  function enterAll(old: Int32Array): boolean {
    for (const place of old) {
      if (place === 0) continue;
      const element = find(known, width * (place - 1));
      if (element < 0) return false;
      table[element] = place;
    }
    return true;
  }

  function reseed(): void {
    seeds += 1;
    hash = hashKeys(spread(hash.seed + seeds));
  }

  return {
    reserve(more, places) {
      if (known.length < width * places) known = grownInts(known, width * places);
      if (table.length < 2 * (count + more)) rebuild(exponentFor(2 * (count + more)));
    },
    placeOf(keys, at, next) {
      let element = find(keys, at);
      while (element < 0) {
        reseed();
        rebuild(exponent);
        element = find(keys, at);
      }
      const place = table[element] ?? 0;
      if (place > 0) return place - 1;
      for (let i = 0; i < width; i += 1) known[width * next + i] = keys[at + i] ?? 0;
      count += 1;
      table[element] = next + 1;
      return next;
    },
  };
}
