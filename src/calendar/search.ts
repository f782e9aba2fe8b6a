/** What ends a search from block to block of days, whatever it finds on its way. */
import type { Interval } from '../foundation/window.js';
import type { KnownDays, Lost } from './known-days.js';
import type { Reach } from './reach.js';

/** A question looks at most a hundred years ahead or back. */
export const FURTHEST_DAYS = 36_525;

/** The open time of some days in a row, as much as a search needs to know of it. */
interface Searched extends Interval {
  readonly total: number;
}

/** A search, forwards or backwards, from the block that begins with a day. */
export class Search {
  readonly #start: number;
  readonly #known: KnownDays;
  readonly #reach: Reach;
  /** The nearest day so far that may have been open. */
  #open: number;

  constructor(start: number, known: KnownDays, reach: Reach) {
    this.#start = start;
    this.#known = known;
    this.#reach = reach;
    this.#open = start;
  }

  /** What ends the search after a block; `next` is the first day of the one after it. */
  forward(block: Searched, next: number): Lost | undefined {
    if (block.total > 0) this.#open = next - 1;
    else if (next > this.#reach.openBy(this.#open)) return { kind: 'neverOpens' };
    if (block.until >= this.#known.until) return this.#known.after();
    return next - this.#start > FURTHEST_DAYS ? { kind: 'tooFar' } : undefined;
  }

  /** What ends the search before a block; `next` is the last day of the one before it. */
  back(block: Searched, next: number): Lost | undefined {
    if (block.total > 0) this.#open = next + 1;
    else if (next < this.#reach.openSince(this.#open)) return { kind: 'neverOpens' };
    if (block.from <= this.#known.from) return this.#known.before();
    return this.#start - next > FURTHEST_DAYS ? { kind: 'tooFar' } : undefined;
  }
}
