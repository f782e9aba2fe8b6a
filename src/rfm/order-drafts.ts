/** Orders while their rows are still coming in: what is added up, and which rows it came from. */
import { add, type ExactSum } from '../foundation/money.js';
import type { OrderLine } from './read-row.js';

/** An order under construction. */
export interface Draft {
  readonly id: string;
  readonly customerId: string;
  at: number;
  amount: ExactSum;
  units: ExactSum;
  readonly returned: boolean;
  /** Row numbers as runs: from, to, from, to, … */
  readonly runs: number[];
  /** The first line that names another customer; the order is then nobody's. */
  other?: { readonly customerId: string; readonly row: number };
}

export function newDraft(id: string, customerId: string, line: OrderLine, row: number): Draft {
  const { at, amount, units, returned } = line;
  return { id, customerId, at, amount, units, returned, runs: [row, row] };
}

/** Adds a line to its order; the order's time is that of the earliest line. */
export function addLine(draft: Draft, customerId: string, line: OrderLine, row: number): void {
  if (draft.customerId !== customerId) draft.other ??= { customerId, row };
  draft.at = Math.min(draft.at, line.at);
  draft.amount = add(draft.amount, line.amount);
  draft.units = add(draft.units, line.units);
  const last = draft.runs.length - 1;
  if (draft.runs[last] === row - 1) draft.runs[last] = row;
  else draft.runs.push(row, row);
}

/** The numbers of an order's rows. */
export function rowsOf({ runs }: Draft): readonly number[] {
  const rows: number[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const from = runs[i] ?? 0;
    const to = runs[i + 1] ?? from;
    for (let row = from; row <= to; row += 1) rows.push(row);
  }
  return rows;
}

/** How many rows an order has. */
export function rowCountOf({ runs }: Draft): number {
  let count = 0;
  for (let i = 0; i < runs.length; i += 2) count += (runs[i + 1] ?? 0) - (runs[i] ?? 0) + 1;
  return count;
}
