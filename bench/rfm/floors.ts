/** What nothing can beat: reading the numbers, and adding each to its customer's sum. */
import { FIRST_ID, type Shop } from './data.js';

/** The sum of the amounts. */
export function sumOfColumn({ amount }: Shop): number {
  let sum = 0;
  for (let i = 0; i < amount.length; i += 1) sum += amount[i] ?? 0;
  return sum;
}

/** A sum for each customer, who is known by a number without gaps. */
export function scatterPass({ rows, ids, amount }: Shop): Float64Array {
  const sums = new Float64Array(Math.floor(rows / 8));
  for (let i = 0; i < rows; i += 1) {
    const place = (ids[i] ?? 0) - FIRST_ID;
    sums[place] = (sums[place] ?? 0) + (amount[i] ?? 0);
  }
  return sums;
}
