/** Seeded hashing of 32-bit words, so that nobody can choose ids that all fall in one place of a table. */

/** Two odd multipliers: multiply-shift hashing is universal over them (Dietzfelbinger et al. 1997). */
export interface HashKeys {
  readonly seed: number;
  readonly a: number;
  readonly b: number;
}

/** Multipliers from a seed, by the finaliser of MurmurHash3. No answer depends on them, only where a table keeps what. */
export function hashKeys(seed: number): HashKeys {
  return { seed, a: spread(seed) | 1, b: spread(seed + 0x9e3779b9) | 1 };
}

/** Every bit of the result depends on every bit of the word. */
export function spread(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A seed that depends on what a column holds: a few of its values, spread. */
export function seedOf(length: number, valueAt: (index: number) => number): number {
  let seed = length | 0;
  const step = Math.max(1, Math.floor(length / 64));
  for (let i = 0; i < length; i += step) {
    const value = valueAt(i);
    seed = spread(seed ^ (value | 0) ^ Math.floor(value / 2 ** 32));
  }
  return seed;
}

/** The hash of two words. Its high bits are the good ones: use them. */
export function hashOf(low: number, high: number, { a, b }: HashKeys): number {
  const h = Math.imul(low, a) + Math.imul(high, b);
  return Math.imul(h ^ (h >>> 15), a);
}

/** The smallest power of two that is at least `least`, as an exponent. */
export function exponentFor(least: number): number {
  return Math.max(4, Math.ceil(Math.log2(Math.max(1, least))));
}
