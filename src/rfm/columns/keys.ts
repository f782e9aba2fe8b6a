/** Ids as keys of two or four 32-bit words. */

import type { Ids } from './ids.js';
import { packShort, SHORT, UUID } from './pack-text.js';
import { packUuids } from './pack-uuids.js';

/** One way to make keys of ids. Different ids give different keys. */
export interface Keying<I extends Ids> {
  readonly width: 2 | 4;
  /** Writes the keys of `ids[from]` and on to `keys`; says whether all of them have such a key. */
  pack(ids: I, from: number, until: number, keys: Int32Array): boolean;
}

/** The low and the high word of integers. */
export const INTEGER_KEYS: Keying<Float64Array> = {
  width: 2,
  pack(ids, from, until, keys) {
    for (let i = from; i < until; i += 1) {
      const id = ids[i] ?? 0;
      keys[2 * (i - from)] = id;
      keys[2 * (i - from) + 1] = Math.floor(id / 2 ** 32);
    }
    return true;
  },
};

/** The integer of a key. */
export function integerOf(low: number, high: number): number {
  return high * 2 ** 32 + (low >>> 0);
}

/** Texts looked at ahead of packing them. */
const FEW = 512;

/** Touches each text once: they lie anywhere in memory, and so many of them are fetched at the same time. */
function longestOf(texts: readonly string[], from: number, until: number): number {
  let longest = 0;
  for (let i = from; i < until; i += 1) longest = Math.max(longest, (texts[i] ?? '').length);
  return longest;
}

/** Texts of at most eight Latin-1 characters. */
export const SHORT_KEYS: Keying<readonly string[]> = {
  width: 2,
  pack(ids, from, until, keys) {
    for (let next = from; next < until; next += FEW) {
      const end = Math.min(until, next + FEW);
      if (longestOf(ids, next, end) > SHORT) return false;
      for (let i = next; i < end; i += 1) if (!packShort(ids[i] ?? '', keys, 2 * (i - from))) return false;
    }
    return true;
  },
};

/** UUIDs in lower case. */
export const UUID_KEYS: Keying<readonly string[]> = { width: 4, pack: packUuids };

/** The keys for texts like this one. */
export function keyingOf(text: string): Keying<readonly string[]> | undefined {
  if (text.length <= SHORT) return SHORT_KEYS;
  return text.length === UUID ? UUID_KEYS : undefined;
}

/** The first two words of a key as a number, rounded to a double: ordered as texts with the same keying are. */
export function leadingKey(words: Int32Array, at: number): number {
  return ((words[at] ?? 0) >>> 0) * 2 ** 32 + ((words[at + 1] ?? 0) >>> 0);
}
