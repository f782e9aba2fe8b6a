/** Answers by civil day, each worked out once. */

/** Days of a year or so lie together, which is several times as fast as a map over all of them. */
const BITS = 9;

/** What is known of days, by day number. */
export class ByDay<A> {
  readonly #chunks: (A | undefined)[][] = [];

  get(day: number): A | undefined {
    const chunk = day === (day | 0) ? this.#chunks[day >> BITS] : undefined;
    return chunk === undefined ? undefined : chunk[day & MASK];
  }

  /** Keeps and returns an answer; what is no day (NaN, ∞) is not kept. */
  set(day: number, answer: A): A {
    if (day !== (day | 0)) return answer;
    const number = day >> BITS;
    const chunk = this.#chunks[number] ?? new Array<A | undefined>(MASK + 1).fill(undefined);
    this.#chunks[number] = chunk;
    chunk[day & MASK] = answer;
    return answer;
  }
}

const MASK = 2 ** BITS - 1;
