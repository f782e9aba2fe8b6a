/** Which order ids, or rows that stand for them, were met before: remembered as compactly as their kind allows. */

import type { OrderMapping } from './mapping.js';

/** A set that is only ever added to and asked whether that was new. */
export interface Claims<T> {
  /** Whether it was not there before. */
  claim(one: T): boolean;
}

/** A `Set` holds no more than 2^24 texts; from half of that on another is begun. */
const MOST_IN_A_SET = 2 ** 23;

/** Texts, any number of them. */
export function claimedTexts(most: number = MOST_IN_A_SET): Claims<string> {
  let current = new Set<string>();
  const full: Set<string>[] = [];
  return {
    claim(text) {
      if (current.has(text) || full.some((set) => set.has(text))) return false;
      if (current.size >= most) {
        full.push(current);
        current = new Set();
      }
      current.add(text);
      return true;
    },
  };
}

/** Numbers that mostly come one after the other, as runs: from, to, from, to, … */
export function claimedNumbers(): Claims<number> {
  const runs: number[] = [];

  /** The index of the first run that ends at the number or behind it. */
  function runOf(number: number): number {
    let low = 0;
    let high = runs.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[2 * middle + 1] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }

  return {
    claim(number) {
      const last = runs.length - 1;
      const highest = runs[last] ?? Number.NEGATIVE_INFINITY;
      if (number === highest + 1) {
        runs[last] = number;
      } else if (number > highest) {
        runs.push(number, number);
      } else {
        const at = runOf(number);
        if ((runs[at] ?? number) <= number) return false;
        runs.splice(at, 0, number, number);
      }
      return true;
    },
  };
}

/** Asks whether an order is the first with its id. Where rows have none, no two have the same number. */
export function claims({
  columns,
  policies,
}: OrderMapping): (id: string, number: number, returned: boolean) => boolean {
  if (policies.repeatedIds === 'separate') return () => true;
  // A return may share its id with the order it returns.
  if (columns.orderId !== undefined) {
    const orders = claimedTexts();
    const returns = claimedTexts();
    return (id, _, returned) => (returned ? returns : orders).claim(id);
  }
  const orders = claimedNumbers();
  const returns = claimedNumbers();
  return (_, number, returned) => (returned ? returns : orders).claim(number);
}
