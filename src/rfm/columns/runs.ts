/** Rows sorted into parts in one pass: the rows of a part lie in runs, opened as they are needed. */

/** Rows of a run, a power of two. Parts are written to side by side, so that longer ones would want more of the cache. */
export const RUN = 512;

const NONE = -1;

/** Where the rows of parts lie, as places in some working memory. */
export interface Runs {
  /** The place of each part's next row; at a multiple of {@link RUN} a run must be opened first. */
  readonly next: Int32Array;
  /** The first and the last run of each part, and the run after each. */
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  readonly after: Int32Array;
  /** How many runs are open. */
  used: number;
}

/** So many places suffice for rows in parts. */
export function placesFor(rows: number, parts: number): number {
  return rows + parts * RUN;
}

export function runsFor(rows: number, parts: number): Runs {
  const after = new Int32Array(Math.ceil(placesFor(rows, parts) / RUN));
  const runs = { next: new Int32Array(parts), heads: new Int32Array(parts), tails: new Int32Array(parts) };
  return cleared({ ...runs, after, used: 0 });
}

/** Begins anew. */
export function cleared(runs: Runs): Runs {
  runs.next.fill(0);
  runs.heads.fill(NONE);
  runs.after.fill(NONE);
  runs.used = 0;
  return runs;
}

/** Opens a run of a part and gives its first place. */
export function openRun(runs: Runs, part: number): number {
  const { heads, tails, after, used } = runs;
  if (heads[part] === NONE) heads[part] = used;
  else after[tails[part] ?? 0] = used;
  tails[part] = used;
  runs.used = used + 1;
  return used * RUN;
}

/** Calls back with each run of a part: its first place, and the one after its last row. */
export function eachRun(
  { heads, after, next }: Runs,
  part: number,
  visit: (start: number, end: number) => void,
): void {
  for (let run = heads[part] ?? NONE; run !== NONE; ) {
    const following = after[run] ?? NONE;
    visit(run * RUN, following === NONE ? (next[part] ?? 0) : (run + 1) * RUN);
    run = following;
  }
}
