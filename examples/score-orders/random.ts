/** A small seeded generator, so that the bundled shop is the same shop on every machine and every day. */

/** Draws from a fixed sequence of 32-bit integers (mulberry32); only integer steps, so exact everywhere. */
export interface Random {
  /** A whole number from `lowest` to `highest`, both included. */
  readonly between: (lowest: number, highest: number) => number;
  /** True `percent` times in a hundred. */
  readonly chance: (percent: number) => boolean;
  /** One of the items. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
}

export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (lowest: number, highest: number): number => lowest + (next() % (highest - lowest + 1));
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
}
