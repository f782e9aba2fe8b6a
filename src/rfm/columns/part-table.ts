/** An open-addressing table from ids of two or four words to places, for one part of the rows at a time. */
import { type HashKeys, hashOf } from './hash.js';
import { scratchInts } from './scratch.js';

/** At most half full. An element holds the words of an id and its place + 1, 0 where it is free. */
export interface PartTable {
  elements: Int32Array;
  /** The number of elements as an exponent. */
  exponent: number;
  /** How many are taken. */
  taken: number;
  /** Words of an id. */
  readonly keys: 2 | 4;
  /** Words of an element, some of which only fill it up. */
  readonly size: 4 | 8;
  readonly hash: HashKeys;
}

const LEAST = 11;

export function partTable(keys: 2 | 4, hash: HashKeys): PartTable {
  const size = keys === 2 ? 4 : 8;
  return { elements: scratchInts(size * 2 ** LEAST), exponent: LEAST, taken: 0, keys, size, hash };
}

/** The hash of an id. Its high bits are the good ones. */
export function hashAt(
  key0: number,
  key1: number,
  key2: number,
  key3: number,
  width: 2 | 4,
  hash: HashKeys,
): number {
  const first = hashOf(key0, key1, hash);
  return width === 2 ? first : hashOf(first ^ key2, key3, hash);
}

/** Makes room for some more ids. */
export function reserve(table: PartTable, more: number): void {
  while (2 * (table.taken + more) > 2 ** table.exponent) grow(table);
}

function grow(table: PartTable): void {
  const { elements: old, keys, size, hash } = table;
  table.exponent += 1;
  const elements = scratchInts(size * 2 ** table.exponent);
  const mask = elements.length - 1;
  for (let i = 0; i < old.length; i += size) {
    const place = old[i + keys] ?? 0;
    if (place === 0) continue;
    const [key0, key1, key2, key3] = [old[i] ?? 0, old[i + 1] ?? 0, old[i + 2] ?? 0, old[i + 3] ?? 0];
    let element = size * (hashAt(key0, key1, key2, key3, keys, hash) >>> (32 - table.exponent));
    while ((elements[element + keys] ?? 0) > 0) element = (element + size) & mask;
    for (let word = 0; word <= keys; word += 1) elements[element + word] = old[i + word] ?? 0;
  }
  table.elements = elements;
}
