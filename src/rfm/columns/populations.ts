/** Scored customers looked at together, over columns: by segment, and by recency and frequency. */
import { add, type ExactSum, settle } from '../../foundation/money.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { HeatMapCell, SegmentRow } from '../populations/tables.js';
import { binsOf } from '../score.js';
import { medianOf } from './median.js';
import type { RfmScoreColumns } from './score-columns.js';

/**
 * The segment table of scored columns: the rows of `segmentTable`, in the order of the model's map. Empty where the
 * model has none.
 *
 * @example
 * ```ts
 * import { orThrow, quintiles } from 'clientele/rfm';
 * import { aggregateOrders, fitColumns, orderColumns, scoreColumns, segmentTableColumns } from 'clientele/rfm/columns';
 *
 * const columns = orThrow(
 *   orderColumns({
 *     customer: Int32Array.from({ length: 10 }, (_, i) => i),
 *     at: Float64Array.from({ length: 10 }, (_, i) => Date.UTC(2025, i, 1)),
 *     amount: Int32Array.from({ length: 10 }, (_, i) => 1000 * (i + 1)),
 *   }),
 * );
 * const currency = { code: 'EUR', minorUnit: 2 };
 * const purchases = orThrow(aggregateOrders(columns, { asOf: '2025-12-31', zone: 'UTC', currency }));
 * const scores = orThrow(scoreColumns(orThrow(fitColumns(quintiles(), purchases)), purchases));
 * const rows = segmentTableColumns(scores).filter((row) => row.customers > 0);
 *
 * rows.map((row) => [row.segment, row.customers, row.revenue]); // => [['promising', 6, 45000], ['hibernating', 2, 7000], ['lost', 2, 3000]]
 * ```
 */
export function segmentTableColumns(scores: RfmScoreColumns): readonly SegmentRow[] {
  const map = scores.fitted.model.segments;
  if (map === undefined) return [];
  const names = new Map<string, Bilingual>();
  for (const { segment, name } of [...map.rules, map.otherwise])
    if (!names.has(segment)) names.set(segment, name);

  const groups = groupsOf(scores, scores.segmentNames.length, ({ segment }, i) => segment[i] ?? 0);
  const customers = groups.reduce((sum, group) => sum + group.members.length, 0);
  const revenue = Number(groups.reduce<bigint>((sum, group) => sum + BigInt(group.revenue), 0n));
  return [...names].map(([segment, name]) => {
    const group = groups[scores.segmentNames.indexOf(segment)] ?? NOBODY;
    const own = Number(group.revenue);
    const { length } = group.members;
    return {
      segment,
      name,
      customers: length,
      orders: group.orders,
      revenue: settle(group.revenue) ?? own,
      averageOrderValue: group.orders === 0 ? 0 : own / group.orders,
      ...mediansOf(scores, group.members),
      shareOfCustomers: customers === 0 ? 0 : length / customers,
      shareOfRevenue: revenue === 0 ? 0 : own / revenue,
    };
  });
}

/** The recency × frequency grid of scored columns: the cells of `rfHeatMap`, recency score by recency score. */
export function rfHeatMapColumns(scores: RfmScoreColumns): readonly HeatMapCell[] {
  const { r: rs, f: fs } = binsOf(scores.fitted);
  const groups = groupsOf(scores, rs * fs, ({ r, f }, i) => ((r[i] ?? 0) - 1) * fs + (f[i] ?? 0) - 1);
  return groups.map(({ members, revenue }, i) => ({
    r: Math.floor(i / fs) + 1,
    f: (i % fs) + 1,
    customers: members.length,
    revenue: Number(revenue),
    meanTotal: members.length === 0 ? 0 : Number(revenue) / members.length,
  }));
}

interface Group {
  /** Indices of customers. */
  readonly members: Int32Array;
  readonly orders: number;
  readonly revenue: ExactSum;
}

const NOBODY: Group = { members: new Int32Array(0), orders: 0, revenue: 0 };

/** The scored customers by a number below `count`. */
function groupsOf(
  scores: RfmScoreColumns,
  count: number,
  groupOf: (scores: RfmScoreColumns, index: number) => number,
): readonly Group[] {
  const { because, purchases } = scores;
  const sizes = new Int32Array(count);
  for (let i = 0; i < because.length; i += 1) {
    if (because[i] !== 0) continue;
    const group = groupOf(scores, i);
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < because.length; i += 1) {
    if (because[i] !== 0) continue;
    const group = groupOf(scores, i);
    const list = members[group];
    if (list !== undefined) list[sizes[group] ?? 0] = i;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return members.map((indices) => {
    let orders = 0;
    let revenue: ExactSum = 0;
    for (let i = 0; i < indices.length; i += 1) {
      orders += purchases.orders[indices[i] ?? 0] ?? 0;
      revenue = add(revenue, purchases.total[indices[i] ?? 0] ?? 0);
    }
    return { members: indices, orders, revenue };
  });
}

function mediansOf({ purchases }: RfmScoreColumns, members: Int32Array): Pick<SegmentRow, 'medians'> {
  if (members.length === 0) return {};
  const { recencyDays, orders, total } = purchases;
  return {
    medians: {
      recencyDays: medianOf(recencyDays, members),
      orders: medianOf(orders, members),
      total: medianOf(total, members),
    },
  };
}
