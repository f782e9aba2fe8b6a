/** Who moved from which segment to which, between two dates or two fitted models. */
import { compareText } from '../../foundation/ordering.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { RfmScore, RfmScores } from '../score.js';

/** Where a customer stands in one population: in a segment, unscored for a reason, or not in it at all. */
export interface MigrationState {
  /** The segment; or `(lapsed)` and the like for the reason why there is no score; or `(absent)`. */
  readonly state: string;
  readonly name: Bilingual;
}

/** The customers who went from one state to another. */
export interface MigrationCell {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Share of all customers in `from`, 0 to 1. */
  readonly shareOfFrom: number;
  /** In code-unit order. */
  readonly customerIds: readonly string[];
}

/** A migration matrix with its lists. */
export interface Migration {
  /** The rows: segments in the order of the map, then the other states that occur. */
  readonly from: readonly MigrationState[];
  /** The columns. */
  readonly to: readonly MigrationState[];
  /** Every row × column, row by row, empty cells too. */
  readonly cells: readonly MigrationCell[];
  /** `customers = stayed + moved`; a customer absent on one side has moved. */
  readonly counts: { readonly customers: number; readonly stayed: number; readonly moved: number };
}

/**
 * The migration matrix of two scored populations: the same customers at two dates, or under two models. Models
 * without a segment map put all scored customers in one state, `(scored)`.
 *
 * @example
 * ```ts
 * import { fitRfm, migration, orThrow, quintiles, scoreRfm, summarizePurchases } from 'clientele/rfm';
 *
 * const orders = [
 *   { id: '1', customerId: 'ann', at: Date.UTC(2025, 0, 5), amount: 9000, units: 1, kind: 'purchase' },
 *   { id: '2', customerId: 'bob', at: Date.UTC(2025, 1, 9), amount: 1000, units: 1, kind: 'purchase' },
 *   { id: '3', customerId: 'bob', at: Date.UTC(2025, 5, 9), amount: 9000, units: 1, kind: 'purchase' },
 * ] as const;
 * const book = { orders, zone: 'UTC', currency: { code: 'EUR', minorUnit: 2 } };
 * const at = (asOf: string) => orThrow(summarizePurchases(book, { asOf }));
 * const fitted = orThrow(fitRfm(quintiles(), at('2025-03-31')));
 * const moves = migration(orThrow(scoreRfm(fitted, at('2025-03-31'))), orThrow(scoreRfm(fitted, at('2025-06-30'))));
 *
 * moves.counts; // => { customers: 2, stayed: 1, moved: 1 }
 * moves.cells.filter((cell) => cell.customers > 0).map(({ from, to, customerIds }) => [from, to, customerIds]); // => [['newCustomers', 'champions', ['bob']], ['cannotLose', 'cannotLose', ['ann']]]
 * ```
 */
export function migration(before: RfmScores, after: RfmScores): Migration {
  const was = statesById(before);
  const is = statesById(after);
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  const groups = new Map<string, Map<string, string[]>>();
  let stayed = 0;
  for (const id of ids) {
    const from = was.get(id) ?? ABSENT;
    const to = is.get(id) ?? ABSENT;
    if (from === to) stayed += 1;
    const row = groups.get(from) ?? new Map<string, string[]>();
    const list = row.get(to) ?? [];
    list.push(id);
    groups.set(from, row.set(to, list));
  }
  const from = statesOf(before, new Set(groups.keys()));
  const to = statesOf(after, new Set([...groups.values()].flatMap((row) => [...row.keys()])));
  return {
    from,
    to,
    cells: from.flatMap((row) => cellsOf(row.state, to, groups.get(row.state) ?? new Map())),
    counts: { customers: ids.length, stayed, moved: ids.length - stayed },
  };
}

// In parentheses, which no segment's name begins with.
const ABSENT = '(absent)';
const SCORED = '(scored)';

function statesById(scores: RfmScores): ReadonlyMap<string, string> {
  return new Map(scores.customers.map((one) => [one.customerId, stateOf(one)]));
}

function stateOf(score: RfmScore): string {
  return score.kind === 'scored' ? (score.segment ?? SCORED) : `(${score.because})`;
}

function cellsOf(
  from: string,
  to: readonly MigrationState[],
  row: ReadonlyMap<string, readonly string[]>,
): readonly MigrationCell[] {
  const all = [...row.values()].reduce((sum, list) => sum + list.length, 0);
  return to.map(({ state }) => {
    const customerIds = row.get(state) ?? [];
    const customers = customerIds.length;
    return { from, to: state, customers, shareOfFrom: all === 0 ? 0 : customers / all, customerIds };
  });
}

const OTHER_STATES: readonly MigrationState[] = [
  { state: SCORED, name: { en: 'Scored', zh: '已评分' } },
  { state: '(lapsed)', name: { en: 'Lapsed', zh: '休眠（期间内无订单）' } },
  { state: '(neverOrdered)', name: { en: 'No order by the end of the period', zh: '期末之前没有下单' } },
  { state: '(outsideScale)', name: { en: 'Outside the scale', zh: '超出评分标准' } },
  { state: '(betweenBands)', name: { en: 'Between bands', zh: '在两档之间的空档' } },
  { state: '(emptyCell)', name: { en: 'Empty cell', zh: '无分界点' } },
  { state: ABSENT, name: { en: 'Not there', zh: '不在其中' } },
];

/** All segments of the map, and of the other states those that occur. */
function statesOf(scores: RfmScores, occurring: ReadonlySet<string>): readonly MigrationState[] {
  const map = scores.fitted.model.segments;
  const segments = new Map<string, Bilingual>();
  for (const { segment, name } of map === undefined ? [] : [...map.rules, map.otherwise]) {
    if (!segments.has(segment)) segments.set(segment, name);
  }
  const named = [...segments].map(([state, name]) => ({ state, name }));
  return [...named, ...OTHER_STATES.filter(({ state }) => occurring.has(state))];
}
