/** Interning texts: short ones and UUIDs as words, all others by a map. */
import type { Interner } from './interner.js';
import { packShort, packUuid, SHORT, UUID } from './pack-text.js';
import { wordTable } from './word-table.js';

/** An interner for texts of any kind, mixed as they come. */
export function internTexts(seed: number): Interner<readonly string[]> {
  const texts: string[] = [];
  const shorts = wordTable(2, seed);
  const uuids = wordTable(4, seed);
  const others = new Map<string, number>();
  const words = new Int32Array(4);

  function placeOf(text: string): number {
    if (text.length <= SHORT && packShort(text, words, 0)) {
      shorts.reserve(1, texts.length + 1);
      return shorts.placeOf(words, 0, texts.length);
    }
    if (text.length === UUID && packUuid(text, words, 0)) {
      uuids.reserve(1, texts.length + 1);
      return uuids.placeOf(words, 0, texts.length);
    }
    const place = others.get(text) ?? texts.length;
    if (place === texts.length) others.set(text, place);
    return place;
  }

  return {
    count: () => texts.length,
    ids: () => texts.slice(),
    takes: () => true,
    intern(from, start, until, places) {
      for (let i = start; i < until; i += 1) {
        const text = from[i] ?? '';
        const place = placeOf(text);
        if (place === texts.length) texts.push(text);
        places[i - start] = place;
      }
    },
  };
}
