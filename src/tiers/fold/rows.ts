/** The activities of a member that count, in the order of time, with running totals for every column. */
import type { QualifyingActivity } from '../member.js';
import type { Column, Program } from '../program.js';

/** What was taken back of an activity. */
export type Returned = 'all' | ReadonlyMap<string, number>;

/** Rows by time; `totals[column][i]` adds up the first `i` rows, in units of the column. */
export interface Rows {
  readonly at: number[];
  readonly activities: QualifyingActivity[];
  readonly totals: readonly number[][];
}

export function emptyRows(program: Program): Rows {
  return { at: [], activities: [], totals: program.columns.map(() => [0]) };
}

/** Adds an activity, less what was returned of it; true where it counts for something. */
export function addRow(
  rows: Rows,
  program: Program,
  activity: QualifyingActivity,
  returned: Returned | undefined,
): boolean {
  rows.at.push(activity.at);
  rows.activities.push(activity);
  const counts = activity.at >= program.countsFrom && program.excludes(activity) === undefined;
  const { entry, units: read } = program.checked;
  const known = entry === activity && returned === undefined;
  program.checked.entry = undefined;
  let added = counts && program.countsDistinct;
  for (let i = 0; i < program.columns.length; i += 1) {
    const column = program.columns[i] as Column;
    const totals = rows.totals[i] as number[];
    const before = totals[totals.length - 1] as number;
    const units = !counts
      ? 0
      : known && column.of !== undefined
        ? column.excludes(activity) === undefined
          ? (read[i] as number)
          : 0
        : unitsOf(column, activity, returned);
    totals.push(before + units);
    added ||= units !== 0;
  }
  return added;
}

/** What one activity adds to a column. */
export function unitsOf(
  column: Column,
  activity: QualifyingActivity,
  returned: Returned | undefined,
): number {
  if (returned === 'all' || column.excludes(activity) !== undefined) return 0;
  if (column.of === undefined) return 1;
  const value = activity.values === undefined ? undefined : amountOf(activity.values, column.of);
  if (value === undefined) return 0;
  return wholeUnits(value - (returned?.get(column.of) ?? 0), column.scale);
}

/** An amount in the whole units of a column. */
export function wholeUnits(amount: number, scale: number): number {
  const units = amount * scale;
  return Number.isInteger(units) ? units : Math.round(units);
}

/** An amount by its name. What an object inherits (`constructor`, `__proto__`) is no number. */
export function amountOf(values: Readonly<Record<string, number>>, name: string): number | undefined {
  const value: unknown = values[name];
  return typeof value === 'number' ? value : undefined;
}

/** The number of the first row at or after an instant. */
export function firstAt(rows: Rows, instant: number): number {
  const { at } = rows;
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Several amounts by name; NaN for what is no number. */
export function readAmounts(
  values: Readonly<Record<string, number>>,
  names: readonly string[],
  amounts: Float64Array,
): void {
  const { length } = names;
  // One read after the other, not in a loop: each then remembers where its own amount lies in the object.
  if (length > 0) amounts[0] = numberIn(values[names[0] as string]);
  if (length > 1) amounts[1] = numberIn(values[names[1] as string]);
  if (length > 2) amounts[2] = numberIn(values[names[2] as string]);
  if (length > 3) amounts[3] = numberIn(values[names[3] as string]);
  for (let i = 4; i < length; i += 1) amounts[i] = numberIn(values[names[i] as string]);
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
