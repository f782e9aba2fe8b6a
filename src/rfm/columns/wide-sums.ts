/** Sums of safe integers that stay exact past the safe integers: two doubles per customer, a high and a low part. */

import type { Interval } from '../../foundation/window.js';
import { grown } from './interner.js';
import type { RowBlock } from './tallies.js';

/** Exact sums by place: `high · 2^27 + low`, `low` in [0, 2^27). Exact for up to 2^26 rows a customer. */
export interface WideSums {
  high: Float64Array;
  low: Float64Array;
}

const BASE = 2 ** 27;

/** No sums yet. */
export function emptyWide(): WideSums {
  return { high: new Float64Array(0), low: new Float64Array(0) };
}

/** A copy of sums with room for `customers`; of doubles where they are not wide yet. */
export function widened(wide: WideSums | undefined, sums: Float64Array, customers: number): WideSums {
  const copy: WideSums = { high: new Float64Array(customers), low: new Float64Array(customers) };
  if (wide === undefined) {
    for (let place = 0; place < sums.length; place += 1) addTo(copy, place, sums[place] ?? 0);
  } else {
    copy.high.set(wide.high.subarray(0, sums.length));
    copy.low.set(wide.low.subarray(0, sums.length));
  }
  return copy;
}

/** Adds the rows in the window, those of returns too. */
export function addWide(
  wide: WideSums,
  block: RowBlock,
  terms: Float64Array,
  { from, until }: Interval,
  customers: number,
): void {
  if (wide.high.length < customers) {
    wide.high = grown(wide.high, customers);
    wide.low = grown(wide.low, customers);
  }
  for (let i = 0; i < block.rows; i += 1) {
    const at = block.at[i] ?? 0;
    if (at >= from && at < until) addTo(wide, block.places[i] ?? 0, terms[i] ?? 0);
  }
}

function addTo({ high, low }: WideSums, place: number, term: number): void {
  const carried = Math.floor(term / BASE);
  const sum = (low[place] ?? 0) + (term - carried * BASE);
  const over = sum >= BASE ? 1 : 0;
  low[place] = sum - over * BASE;
  high[place] = (high[place] ?? 0) + carried + over;
}

/** Adds one customer's sum to another's, or to the same one's in other sums. */
export function addSum(to: WideSums, place: number, from: WideSums, other: number): void {
  const sum = (to.low[place] ?? 0) + (from.low[other] ?? 0);
  const over = sum >= BASE ? 1 : 0;
  to.low[place] = sum - over * BASE;
  to.high[place] = (to.high[place] ?? 0) + (from.high[other] ?? 0) + over;
}

/** The exact sum of a place; a `bigint` where it is outside the safe integers. */
export function wideSum({ high, low }: WideSums, place: number): number | bigint {
  const sum = BigInt(high[place] ?? 0) * BigInt(BASE) + BigInt(low[place] ?? 0);
  return Number.isSafeInteger(Number(sum)) ? Number(sum) : sum;
}
