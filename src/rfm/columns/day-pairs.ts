/** Which civil days each customer ordered on: pairs of a place and a day, sorted part by part and kept once. */
import { grownInts } from './interner.js';

/** A growing set of pairs. */
export interface DayPairs {
  add(place: number, day: number): void;
  /** Every pair once, by place and then by day. */
  visit(each: (place: number, day: number) => void): void;
}

/** Pairs that wait to be sorted: at most so many, or as many as are kept already. */
const PART = 2 ** 22;
/** So few days of a customer are sorted by insertion. */
const FEW = 24;

/**
 * An empty set. Pairs are only noted down as they come; when a part of them is full, and when they are asked for,
 * they are put in the order of their places, and what is there twice is dropped. Searching a table for each pair
 * would wait for memory each time.
 */
export function dayPairs(part: number = PART): DayPairs {
  let places: Int32Array = new Int32Array(2 ** 10);
  let days: Int32Array = new Int32Array(2 ** 10);
  let waiting = 0;
  let kept: Kept = { ends: new Int32Array(0), days: new Int32Array(0) };

  function settle(): void {
    if (waiting === 0) return;
    kept = merged(kept, places, days, waiting);
    waiting = 0;
  }

  return {
    add(place, day) {
      if (waiting === places.length) {
        if (waiting >= Math.max(part, kept.days.length)) settle();
        else {
          places = grownInts(places, waiting + 1);
          days = grownInts(days, waiting + 1);
        }
      }
      places[waiting] = place;
      days[waiting] = day;
      waiting += 1;
    },
    visit(each) {
      settle();
      let at = 0;
      for (let place = 0; place < kept.ends.length; place += 1) {
        for (; at < (kept.ends[place] ?? 0); at += 1) each(place, kept.days[at] ?? 0);
      }
    },
  };
}

/** Days by place, ascending; those of a place end where its element of `ends` says. */
interface Kept {
  readonly ends: Int32Array;
  readonly days: Int32Array;
}

/** What is kept and what came, together. */
function merged(kept: Kept, places: Int32Array, days: Int32Array, count: number): Kept {
  const ends = endsOf(kept, places, count);
  const all = new Int32Array(ends.at(-1) ?? 0);
  // From behind, so that each end moves down to where its place begins.
  for (let i = count - 1; i >= 0; i -= 1) {
    const place = places[i] ?? 0;
    const at = (ends[place] ?? 0) - 1;
    ends[place] = at;
    all[at] = days[i] ?? 0;
  }
  let from = 0;
  for (let place = 0; place < kept.ends.length; place += 1) {
    const until = kept.ends[place] ?? 0;
    let at = (ends[place] ?? 0) - (until - from);
    ends[place] = at;
    for (; from < until; from += 1) {
      all[at] = kept.days[from] ?? 0;
      at += 1;
    }
  }
  return distinct(ends, all);
}

/** Where the days of each place end when both have been put together. */
function endsOf(kept: Kept, places: Int32Array, count: number): Int32Array {
  let highest = kept.ends.length - 1;
  for (let i = 0; i < count; i += 1) highest = Math.max(highest, places[i] ?? 0);
  const ends = new Int32Array(highest + 1);
  for (let i = 0; i < count; i += 1) {
    const place = places[i] ?? 0;
    ends[place] = (ends[place] ?? 0) + 1;
  }
  let end = 0;
  for (let place = 0; place < ends.length; place += 1) {
    const before = (kept.ends[place] ?? 0) - (kept.ends[place - 1] ?? 0);
    end += (ends[place] ?? 0) + (place < kept.ends.length ? before : 0);
    ends[place] = end;
  }
  return ends;
}

/** The days from each start to the next one's, each once. Starts become ends. */
function distinct(starts: Int32Array, days: Int32Array): Kept {
  let next = 0;
  for (let place = 0; place < starts.length; place += 1) {
    const from = starts[place] ?? 0;
    const until = place + 1 < starts.length ? (starts[place + 1] ?? 0) : days.length;
    sortPart(days, from, until);
    for (let i = from; i < until; i += 1) {
      const day = days[i] ?? 0;
      if (i > from && day === days[next - 1]) continue;
      days[next] = day;
      next += 1;
    }
    starts[place] = next;
  }
  return { ends: starts, days: days.slice(0, next) };
}

function sortPart(days: Int32Array, from: number, until: number): void {
  if (until - from > FEW) {
    days.subarray(from, until).sort();
    return;
  }
  for (let i = from + 1; i < until; i += 1) {
    const day = days[i] ?? 0;
    let at = i;
    for (; at > from && (days[at - 1] ?? 0) > day; at -= 1) days[at] = days[at - 1] ?? 0;
    days[at] = day;
  }
}
