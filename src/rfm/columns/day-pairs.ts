/** Which civil days each customer ordered on: a set of pairs of a place and a day. */
import { exponentFor, hashKeys, hashOf } from './hash.js';
import { grownInts } from './interner.js';

/** A growing set of pairs. */
export interface DayPairs {
  add(place: number, day: number): void;
  /** Every pair, in the order it was first added. */
  visit(each: (place: number, day: number) => void): void;
}

/** An empty set, at most half full, searched by open addressing. */
export function dayPairs(seed: number): DayPairs {
  const keys = hashKeys(seed);
  let exponent = 10;
  let table = new Int32Array(2 ** exponent);
  let pairs = new Int32Array(2 ** 10);
  let count = 0;

  function find(place: number, day: number): number {
    const mask = table.length - 1;
    let at = hashOf(place, day, keys) >>> (32 - exponent);
    for (;;) {
      const known = (table[at] ?? 0) - 1;
      if (known < 0 || (pairs[2 * known] === place && pairs[2 * known + 1] === day)) return at;
      at = (at + 1) & mask;
    }
  }

  function makeRoom(): void {
    if (pairs.length < 2 * (count + 1)) pairs = grownInts(pairs, 2 * (count + 1));
    if (table.length >= 2 * (count + 1)) return;
    exponent = exponentFor(2 * (count + 1));
    table = new Int32Array(2 ** exponent);
    for (let i = 0; i < count; i += 1) table[find(pairs[2 * i] ?? 0, pairs[2 * i + 1] ?? 0)] = i + 1;
  }

  return {
    add(place, day) {
      makeRoom();
      const at = find(place, day);
      if ((table[at] ?? 0) > 0) return;
      pairs[2 * count] = place;
      pairs[2 * count + 1] = day;
      count += 1;
      table[at] = count;
    },
    visit(each) {
      for (let i = 0; i < count; i += 1) each(pairs[2 * i] ?? 0, pairs[2 * i + 1] ?? 0);
    },
  };
}
