/** An open-addressing table from keys of a few 32-bit words to places. */
import { exponentFor, type HashKeys, hashKeys, hashOf, spread } from './hash.js';
import { scratchInts } from './scratch.js';

/** Places by key; keys are two or four words. */
export interface WordTable {
  readonly width: 2 | 4;
  /**
   * Finds the places of `rows` keys, the first at `keys[from · width]`, and writes them to `places[from]` and on.
   * Keys that are not known yet get the places from `next` on; where they are is written to `fresh`. Returns how
   * many those were.
   */
  placesOf(block: KeyBlock, next: number): number;
  /** Forgets all keys, and keeps the room for them. */
  clear(): void;
  /** How many elements were looked at in vain so far. */
  steps(): number;
}

/** Keys to look up, and where to write what is found. */
export interface KeyBlock {
  readonly keys: Int32Array;
  readonly from: number;
  readonly until: number;
  readonly places: Int32Array;
  /** As long as the block. */
  readonly fresh: Int32Array;
}

/** A longer run of taken elements than this is no chance: keys were chosen against the seed, and another one is used. */
const LONGEST_RUN = 128;
/** Keys looked up at a time. */
const FEW = 256;
/** A table of so many elements is at hand in the cache. */
const NEAR = 2 ** 16;
/** After this many seeds the data are what they are. */
const MOST_SEEDS = 16;

/** A table at most half full, in which a key's element is the high bits of its seeded hash. */
export function wordTable(width: 2 | 4, seed: number): WordTable {
  let hash: HashKeys = hashKeys(seed);
  let seeds = 1;
  let exponent = 10;
  let table = scratchInts(2 ** exponent);
  /** The keys by place. */
  let known = scratchInts(width * 2 ** 9);
  let count = 0;
  let steps = 0;
  /** For each of a few keys, where the search for it begins. */
  const starts = new Int32Array(FEW);
  const touched = new Int32Array(1);

  function rebuild(size: number): void {
    const old = table;
    exponent = size;
    table = scratchInts(2 ** size);
    const mask = table.length - 1;
    const shift = 32 - size;
    let longest = 0;
    for (let i = 0; i < old.length; i += 1) {
      const place = old[i] ?? 0;
      if (place === 0) continue;
      let element = hashAt(known, width, place - 1, hash) >>> shift;
      let run = 0;
      while ((table[element] ?? 0) > 0) {
        element = (element + 1) & mask;
        run += 1;
      }
      table[element] = place;
      steps += run;
      if (run > longest) longest = run;
    }
    if (longest > LONGEST_RUN) reseed();
  }

  function reseed(): void {
    if (seeds >= MOST_SEEDS) return;
    seeds += 1;
    hash = hashKeys(spread(hash.seed + seeds));
    rebuild(exponent);
  }

  function reserve(more: number, places: number): void {
    if (known.length < width * places) {
      const larger = scratchInts(Math.max(width * places, 2 * known.length));
      larger.set(known);
      known = larger;
    }
    if (table.length < 2 * (count + more)) rebuild(exponentFor(2 * (count + more)));
  }

  /** Looks up a few keys; `before` is how many of the block were new until here; returns how many are now. */
  function lookUp(
    { keys, places, fresh }: KeyBlock,
    from: number,
    until: number,
    next: number,
    before: number,
  ): number {
    reserve(until - from, next + before + until - from);
    const elements = table;
    const entries = known;
    const mask = elements.length - 1;
    const shift = 32 - exponent;
    const seeded = hash;
    for (let i = from; i < until; i += 1) starts[i - from] = hashAt(keys, width, i, seeded) >>> shift;
    if (elements.length > NEAR) touched[0] = touch(starts, until - from, elements, entries, width);
    let added = before;
    let longest = 0;
    let vain = 0;
    for (let i = from; i < until; i += 1) {
      const low = keys[width * i] ?? 0;
      const high = keys[width * i + 1] ?? 0;
      let element = starts[i - from] ?? 0;
      let run = 0;
      let place = (elements[element] ?? 0) - 1;
      while (place >= 0) {
        const entry = width * place;
        if (
          entries[entry] === low &&
          entries[entry + 1] === high &&
          (width === 2 || sameRest(entries, entry, keys, width * i))
        )
          break;
        element = (element + 1) & mask;
        run += 1;
        place = (elements[element] ?? 0) - 1;
      }
      if (place < 0) {
        place = next + added;
        for (let word = 0; word < width; word += 1)
          entries[width * place + word] = keys[width * i + word] ?? 0;
        elements[element] = place + 1;
        fresh[added] = i;
        added += 1;
        if (run > longest) longest = run;
      }
      vain += run;
      places[i] = place;
    }
    steps += vain;
    count += added - before;
    if (longest > LONGEST_RUN) reseed();
    return added;
  }

  /** A few at a time, so that keys chosen against the seed are noticed before there are many. */
  function placesOf(block: KeyBlock, next: number): number {
    let added = 0;
    for (let from = block.from; from < block.until; from += FEW)
      added = lookUp(block, from, Math.min(block.until, from + FEW), next, added);
    return added;
  }

  return {
    width,
    placesOf,
    clear() {
      table.fill(0);
      count = 0;
    },
    steps: () => steps,
  };
}

/**
 * Reads the elements at which searches begin, and the keys they lead to, which lie anywhere in memory: so they are
 * fetched at the same time, and not each one waited for. What it returns is to be kept, or nothing would be read.
 */
function touch(
  starts: Int32Array,
  size: number,
  elements: Int32Array,
  entries: Int32Array,
  width: number,
): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum ^= elements[starts[i] ?? 0] ?? 0;
  for (let i = 0; i < size; i += 1) {
    const place = elements[starts[i] ?? 0] ?? 0;
    sum ^= entries[width * Math.max(0, place - 1)] ?? 0;
  }
  return sum;
}

function sameRest(entries: Int32Array, entry: number, keys: Int32Array, key: number): boolean {
  return entries[entry + 2] === keys[key + 2] && entries[entry + 3] === keys[key + 3];
}

function hashAt(keys: Int32Array, width: 2 | 4, index: number, seeded: HashKeys): number {
  const key = width * index;
  const first = hashOf(keys[key] ?? 0, keys[key + 1] ?? 0, seeded);
  return width === 2 ? first : hashOf(first ^ (keys[key + 2] ?? 0), keys[key + 3] ?? 0, seeded);
}
