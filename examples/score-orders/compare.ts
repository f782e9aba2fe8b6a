/** Who moved between two dates: the same customers and cut points, asked as of an earlier date and as of the later. */
import {
  type Migration,
  type MigrationCell,
  migration,
  type OrderMapping,
  type RfmScores,
  summarizePurchases,
} from 'clientele/rfm';
import { type RfmScoreColumns, scoreColumns } from 'clientele/rfm/columns';
import { demand } from './demand.js';
import { InputError } from './input-error.js';
import type { Ledger } from './ledger.js';
import type { ScoredOrders } from './score.js';

/** What changed since an earlier date. */
export interface Comparison {
  /** The earlier date as asked. */
  readonly since: string;
  readonly moves: Migration;
}

/** @throws InputError when a date is none, or the earlier one is not the earlier; before a long file is read. */
export function checkDates(
  { zone, currency }: OrderMapping,
  asOf: string | undefined,
  since: string | undefined,
): void {
  if (since === undefined) return;
  const instant = (option: string, date: string): number =>
    demand(option, summarizePurchases({ orders: [], zone, currency }, { asOf: date })).asOf;
  const earlier = instant('--compare-with', since);
  if (asOf !== undefined && earlier >= instant('--as-of', asOf)) throw notEarlier(since, asOf);
}

/**
 * Scores the orders as of the earlier date with the cut points of the later one, so that a move is a change of the
 * customer and not of the scale.
 *
 * @throws InputError when the date is not earlier, or nobody had ordered by then.
 */
export function compareWith(
  since: string,
  asOf: string,
  ledger: Ledger,
  { fitted, scores, purchases, byId }: ScoredOrders,
): Comparison {
  const before = ledger.purchases(since);
  if (before.asOf >= purchases.asOf) throw notEarlier(since, asOf);
  if (!before.orders.some((count) => count > 0)) {
    throw new InputError(
      `--compare-with ${since}: no customer had ordered in the period that counts by then`,
    );
  }
  const then = demand('--compare-with', scoreColumns(fitted, before));
  return { since, moves: migration(inRows(then, before.byId()), inRows(scores, byId)) };
}

/** Scores as `scoreRfm` gives them. */
function inRows({ row, counts, fitted, purchases }: RfmScoreColumns, byId: Int32Array): RfmScores {
  const customers = Array.from(byId, (index) => row(index) ?? []).flat();
  return { customers, counts, asOf: purchases.asOf, fitted };
}

/** The cells of those who moved, the largest first. */
export function largestMoves({ cells }: Migration): readonly MigrationCell[] {
  return cells
    .filter(({ from, to, customers }) => from !== to && customers > 0)
    .sort((a, b) => b.customers - a.customers);
}

function notEarlier(since: string, asOf: string): InputError {
  return new InputError(`--compare-with ${since} is not earlier than ${asOf}, the date scored`);
}
