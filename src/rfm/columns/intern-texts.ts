/** Interning texts: short ones and UUIDs as words, all others by a map. */
import type { Interner } from './interner.js';
import { packShort, packUuid, SHORT, UUID } from './pack-text.js';
import { type WordTable, wordTable } from './word-table.js';

/** An interner for texts of any kind, mixed as they come. */
export function internTexts(seed: number): Interner<readonly string[]> {
  const texts: string[] = [];
  const shorts = wordTable(2, seed);
  const uuids = wordTable(4, seed);
  const others = new Map<string, number>();
  const one = {
    keys: new Int32Array(4),
    from: 0,
    until: 1,
    places: new Int32Array(1),
    fresh: new Int32Array(1),
  };

  function placeOf(text: string): number {
    const table = tableFor(text, one.keys, 0);
    if (table !== undefined) {
      table.placesOf(one, texts.length);
      return one.places[0] ?? 0;
    }
    const place = others.get(text) ?? texts.length;
    if (place === texts.length) others.set(text, place);
    return place;
  }

  /** Writes a text's words, and gives the table for them. */
  function tableFor(text: string, keys: Int32Array, at: number): WordTable | undefined {
    if (text.length <= SHORT) return packShort(text, keys, at) ? shorts : undefined;
    return text.length === UUID && packUuid(text, keys, at) ? uuids : undefined;
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
    packed: {
      pack(from, start, until, keys) {
        const table = tableFor(from[start] ?? '', one.keys, 0);
        const pack = table === shorts ? packShort : packUuid;
        const width = table?.width ?? 0;
        for (let i = start; i < until && table !== undefined; i += 1) {
          if (!pack(from[i] ?? '', keys, width * (i - start))) return undefined;
        }
        return table;
      },
      add(fresh, added, idAt) {
        for (let i = 0; i < added; i += 1) texts.push(String(idAt(fresh[i] ?? 0)));
      },
    },
  };
}
