/** All open time of a calendar in a row, added up in blocks of days, so that a year ahead is a few steps away. */
import { ByDay } from '../foundation/by-day.js';
import type { ZoneClock } from '../foundation/civil.js';
import type { Interval } from '../foundation/window.js';
import type { KnownDays, Lost } from './known-days.js';
import type { Reach } from './reach.js';
import { Search } from './search.js';

/** Open time with the day on which its shift starts. */
export interface Piece extends Interval {
  readonly day: number;
}

/** The open time of some days in a row: what lies within their instants, whichever day the shift started on. */
interface Block extends Interval {
  /** Ascending and disjoint; two may touch (two shifts, midnight around the clock). */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Milliseconds open in the block before each piece. */
  readonly before: Float64Array;
  readonly days: Int32Array;
  readonly total: number;
}

const DAYS = 64;
/** So many days after its own a shift can still last: one by night, one more where a zone skips a whole day, one to spare. */
export const LONGEST = 3;

/** Milliseconds open since the start of a block. */
function openUntil({ starts, ends, before, total }: Block, at: number): number {
  const i = firstEndingAfter(ends, at);
  if (i === ends.length) return total;
  return (before[i] ?? 0) + Math.max(0, at - (starts[i] ?? 0));
}

/** The first place whose value is greater. */
function firstEndingAfter(ends: Float64Array, at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last place whose value is not greater than `value`; -1 where there is none. */
function lastUpTo(values: Float64Array, value: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The open time of a calendar; instants asked about lie within the known ones. */
export class Timeline {
  readonly #blocks = new ByDay<Block>();

  readonly known: KnownDays;
  readonly #clock: ZoneClock;
  readonly #shiftsOf: (dayNo: number) => readonly Interval[];
  readonly #reach: Reach;

  constructor(
    clock: ZoneClock,
    shiftsOf: (dayNo: number) => readonly Interval[],
    known: KnownDays,
    reach: Reach,
  ) {
    this.#clock = clock;
    this.#shiftsOf = shiftsOf;
    this.known = known;
    this.#reach = reach;
  }

  /** Milliseconds open from an instant until a later one. */
  between(from: number, until: number): number {
    const last = this.#numberAt(until);
    let open = openUntil(this.#block(last), until);
    for (let n = this.#numberAt(from); n <= last; n += 1) {
      if (n < last) open += this.#block(n).total;
      if (from > this.#block(n).from) open -= openUntil(this.#block(n), from);
    }
    return open;
  }

  /** The first instant by which so many milliseconds (more than none) were open since `from`. */
  reached(from: number, milliseconds: number): number | Lost {
    let n = this.#numberAt(from);
    let block = this.#block(n);
    let left = milliseconds + openUntil(block, from);
    const search = new Search(n * DAYS, this.known, this.#reach);
    while (block.total < left) {
      left -= block.total;
      const lost = search.forward(block, (n + 1) * DAYS);
      if (lost !== undefined) return lost;
      n += 1;
      block = this.#block(n);
    }
    // Nothing has been open for as long as `left` before the piece in which it is used up.
    let i = lastUpTo(block.before, left);
    if (block.before[i] === left) i -= 1;
    return this.#upToKnown((block.starts[i] ?? 0) + left - (block.before[i] ?? 0));
  }

  /** The last instant from which so many milliseconds (more than none) are open until `until`. */
  reachedBack(until: number, milliseconds: number): number | Lost {
    let n = this.#numberAt(until);
    let block = this.#block(n);
    let place = openUntil(block, until) - milliseconds;
    const search = new Search(n * DAYS, this.known, this.#reach);
    while (place < 0) {
      const lost = search.back(block, n * DAYS - 1);
      if (lost !== undefined) return lost;
      n -= 1;
      block = this.#block(n);
      place += block.total;
    }
    const i = lastUpTo(block.before, place);
    return this.#fromKnown((block.starts[i] ?? 0) + place - (block.before[i] ?? 0));
  }

  /** The first instant from `at` on that is open. */
  opening(at: number): number | Lost {
    let n = this.#numberAt(at);
    let block = this.#block(n);
    let i = firstEndingAfter(block.ends, at);
    const search = new Search(n * DAYS, this.known, this.#reach);
    while (i === block.ends.length) {
      const lost = search.forward(block, (n + 1) * DAYS);
      if (lost !== undefined) return lost;
      n += 1;
      block = this.#block(n);
      i = 0;
    }
    const opens = Math.max(at, block.starts[i] ?? 0);
    return opens < this.known.until ? opens : this.known.after();
  }

  /** The last instant up to `at` until which it was open. */
  closing(at: number): number | Lost {
    let n = this.#numberAt(at);
    let block = this.#block(n);
    // Instants are whole milliseconds.
    let i = lastUpTo(block.starts, at - 1);
    const search = new Search(n * DAYS, this.known, this.#reach);
    while (i < 0) {
      const lost = search.back(block, n * DAYS - 1);
      if (lost !== undefined) return lost;
      n -= 1;
      block = this.#block(n);
      i = block.starts.length - 1;
    }
    return this.#fromKnown(Math.min(at, block.ends[i] ?? 0));
  }

  /** Whether an instant is open. */
  isOpen(at: number): boolean {
    const { starts, ends } = this.#block(this.#numberAt(at));
    const i = firstEndingAfter(ends, at);
    return i < ends.length && (starts[i] ?? 0) <= at;
  }

  /** What is open from an instant until a later one, piece by piece. */
  pieces(from: number, until: number): readonly Piece[] {
    const found: Piece[] = [];
    const last = this.#numberAt(until);
    for (let n = this.#numberAt(from); n <= last; n += 1) {
      const { starts, ends, days } = this.#block(n);
      for (let i = firstEndingAfter(ends, from); i < ends.length; i += 1) {
        const start = Math.max(from, starts[i] ?? 0);
        const end = Math.min(until, ends[i] ?? 0);
        if (start < end) found.push({ from: start, until: end, day: days[i] ?? 0 });
      }
    }
    return found;
  }

  #upToKnown(at: number): number | Lost {
    return at <= this.known.until ? at : this.known.after();
  }

  #fromKnown(at: number): number | Lost {
    return at >= this.known.from ? at : this.known.before();
  }

  /** Which block an instant lies in. Where clocks go back over midnight, its day alone does not tell. */
  #numberAt(at: number): number {
    const n = Math.floor(this.#clock.dayOf(at) / DAYS);
    if (at < this.#block(n).from) return n - 1;
    return at < this.#block(n).until ? n : n + 1;
  }

  #block(n: number): Block {
    return this.#blocks.get(n) ?? this.#blocks.set(n, this.#build(n));
  }

  #build(n: number): Block {
    const from = this.#clock.startOf(n * DAYS);
    const until = this.#clock.startOf((n + 1) * DAYS);
    const pieces: Piece[] = [];
    for (let day = n * DAYS - LONGEST; day < (n + 1) * DAYS; day += 1)
      for (const shift of this.#shiftsOf(day)) pieces.push({ from: shift.from, until: shift.until, day });
    pieces.sort((a, b) => a.from - b.from || a.day - b.day);

    const kept: Piece[] = [];
    let end = from;
    for (const piece of pieces) {
      // What two shifts share belongs to the one that started first.
      const start = Math.max(end, piece.from);
      const stop = Math.min(until, piece.until);
      if (start >= stop) continue;
      kept.push({ from: start, until: stop, day: piece.day });
      end = stop;
    }
    const before = new Float64Array(kept.length);
    let total = 0;
    for (const [i, piece] of kept.entries()) {
      before[i] = total;
      total += piece.until - piece.from;
    }
    return {
      from,
      until,
      starts: Float64Array.from(kept, (piece) => piece.from),
      ends: Float64Array.from(kept, (piece) => piece.until),
      before,
      days: Int32Array.from(kept, (piece) => piece.day),
      total,
    };
  }
}
