/** Random members, the same in every run. */
import type { Year } from './hilton.js';

/** Numbers from 0 to below 1 by a linear congruential generator (Numerical Recipes). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Years spread over all tiers. */
export function randomYears(count: number): readonly Year[] {
  const next = numbers(2026);
  const upTo = (most: number): number => Math.floor(next() * most);
  return Array.from({ length: count }, () => ({ nights: upTo(100), stays: upTo(50), spend: upTo(25_000) }));
}
