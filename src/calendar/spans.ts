/** Stretches of time as lists: ascending, disjoint, none empty. */
import type { Interval } from '../foundation/window.js';

/** All that some of the intervals cover, which may come in any order; those that touch become one. */
export function united(intervals: readonly Interval[]): readonly Interval[] {
  const all: { from: number; until: number }[] = [];
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (until <= from) continue;
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else all.push({ from, until });
  }
  return all;
}

/** What is in a list and not in another. */
export function without(list: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  return list.flatMap((one) => {
    const left: Interval[] = [];
    let from = one.from;
    for (const hole of taken) {
      if (hole.until <= from || hole.from >= one.until) continue;
      if (hole.from > from) left.push({ from, until: hole.from });
      from = hole.until;
    }
    if (from < one.until) left.push({ from, until: one.until });
    return left;
  });
}

/** What is in both lists. */
export function common(list: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  return list.flatMap((one) =>
    other.flatMap((two) => {
      const from = Math.max(one.from, two.from);
      const until = Math.min(one.until, two.until);
      return from < until ? [{ from, until }] : [];
    }),
  );
}
