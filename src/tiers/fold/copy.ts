/** Looks ahead without touching what is known: copies of a member, and rows that nobody has brought yet. */
import type { Program } from '../program.js';
import { SeenIds } from './seen-ids.js';
import type { Work } from './work.js';

/** A copy that entries and time can go on from; the original stays as it is. */
export function copyOf(work: Work): Work {
  const { rows } = work;
  const log = [...work.log];
  return {
    ...work,
    log,
    ids: new SeenIds(log),
    rows: {
      at: [...rows.at],
      activities: [...rows.activities],
      totals: rows.totals.map((column) => [...column]),
    },
    adjustments: [...work.adjustments],
    track: { ...work.track },
    grants: [...work.grants],
    intervals: [...work.intervals],
    counted: [...work.counted],
    earned: [...work.earned],
    events: [...work.events],
    spans: [],
    times: [...work.times],
  };
}

/** Amounts by column, in its units; a column that is left out has none. */
export type Supply = ReadonlyMap<number, number>;

/** The id of rows that are supposed; none that a host gives. */
const SUPPOSED = '\u0000supposed';

/**
 * Adds a row as if an activity had brought these amounts, whatever the filters say of activities. It counts for no
 * distinct value, and where activity does not count yet it brings nothing.
 */
export function suppose(work: Work, at: number, supply: Supply): void {
  const { rows, program } = work;
  rows.at.push(at);
  rows.activities.push({ kind: 'activity', id: SUPPOSED, at, type: '' });
  if (!work.returned.has(SUPPOSED)) work.returned = new Map(work.returned).set(SUPPOSED, 'all');
  for (const totals of rows.totals) totals.push(totals.at(-1) ?? 0);
  supposeInstead(work, program, supply);
}

/** Sets other amounts for the last row. */
export function supposeInstead({ rows }: Work, program: Program, supply: Supply): void {
  const last = rows.at.length;
  const counts = (rows.at[last - 1] ?? 0) >= program.countsFrom;
  rows.totals.forEach((totals, column) => {
    totals[last] = (totals[last - 1] ?? 0) + (counts ? (supply.get(column) ?? 0) : 0);
  });
}
