/** Interning texts: short ones and UUIDs as words, all others by a map. */
import { BLOCK } from './blocks.js';
import type { Interner } from './interner.js';
import { keyingOf, SHORT_KEYS } from './keys.js';
import { wordTable } from './word-table.js';

/** An interner for texts of any kind, mixed as they come. */
export function internTexts(seed: number): Interner<readonly string[]> {
  const texts: string[] = [];
  const shorts = wordTable(2, seed);
  const uuids = wordTable(4, seed);
  const others = new Map<string, number>();
  const keys = new Int32Array(4 * BLOCK);
  const fresh = new Int32Array(BLOCK);

  /** Interns rows that are all short or all UUIDs, as the first is; says whether they were. */
  function internAlike(from: readonly string[], start: number, until: number, places: Int32Array): boolean {
    const keying = keyingOf(from[start] ?? '');
    if (!keying?.pack(from, start, until, keys)) return false;
    const table = keying === SHORT_KEYS ? shorts : uuids;
    const added = table.placesOf({ keys, from: 0, until: until - start, places, fresh }, texts.length);
    for (let i = 0; i < added; i += 1) texts.push(from[start + (fresh[i] ?? 0)] ?? '');
    return true;
  }

  function internOther(text: string): number {
    const place = others.get(text) ?? texts.length;
    if (place === texts.length) {
      others.set(text, place);
      texts.push(text);
    }
    return place;
  }

  return {
    count: () => texts.length,
    ids: () => texts.slice(),
    takes: () => true,
    intern(from, start, until, places) {
      for (let at = start; at < until; at += BLOCK) {
        const end = Math.min(until, at + BLOCK);
        if (internAlike(from, at, end, places.subarray(at - start))) continue;
        for (let i = at; i < end; i += 1) {
          const place = places.subarray(i - start, i - start + 1);
          if (!internAlike(from, i, i + 1, place)) place[0] = internOther(from[i] ?? '');
        }
      }
    },
  };
}
