/** Scored customers looked at together: by segment, and by recency and frequency. */
import { add, type ExactSum, settle } from '../../foundation/money.js';
import { quantileSorted } from '../../foundation/quantile.js';
import type { Bilingual } from '../../foundation/statement.js';
import { binsOf, type RfmScores, type ScoredCustomer } from '../score.js';
import type { OrderedSummary, PurchaseSummaries, PurchaseSummary } from '../summary.js';

/** One segment of a population. */
export interface SegmentRow {
  readonly segment: string;
  readonly name: Bilingual;
  readonly customers: number;
  readonly orders: number;
  /** Sum of the customers' totals, in minor units; exact, or the nearest number beyond the safe integers. */
  readonly revenue: number;
  /** `revenue / orders` in minor units; 0 where there is no customer. */
  readonly averageOrderValue: number;
  /** Medians over the segment's customers (sample quantile of type 7); absent where there is none. Totals in minor units. */
  readonly medians?: { readonly recencyDays: number; readonly orders: number; readonly total: number };
  /** Share of the scored customers and of their revenue, 0 to 1; 0 where the whole is 0. */
  readonly shareOfCustomers: number;
  readonly shareOfRevenue: number;
}

/**
 * Customers, orders and revenue of each segment of the model's map, in the order of its rules, empty segments too.
 * Empty where the model has no segment map. Unscored customers are in no segment.
 */
export function segmentTable(scores: RfmScores, summaries: PurchaseSummaries): readonly SegmentRow[] {
  const map = scores.fitted.model.segments;
  if (map === undefined) return [];
  const names = new Map<string, Bilingual>();
  for (const { segment, name } of [...map.rules, map.otherwise])
    if (!names.has(segment)) names.set(segment, name);

  const groups = groupBy(scores, summaries, (score) => score.segment ?? map.otherwise.segment);
  const all = [...groups.values()];
  const customers = all.reduce((sum, group) => sum + group.customers, 0);
  const revenue = Number(all.reduce<bigint>((sum, group) => sum + BigInt(group.revenue), 0n));
  return [...names].map(([segment, name]) => {
    const group = groups.get(segment) ?? emptyGroup();
    const own = Number(group.revenue);
    return {
      segment,
      name,
      customers: group.customers,
      orders: group.orders,
      revenue: settle(group.revenue) ?? own,
      averageOrderValue: group.orders === 0 ? 0 : own / group.orders,
      ...mediansOf(group.members),
      shareOfCustomers: customers === 0 ? 0 : group.customers / customers,
      shareOfRevenue: revenue === 0 ? 0 : own / revenue,
    };
  });
}

/** One cell of the recency × frequency grid. */
export interface HeatMapCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  /** Sum of the customers' totals, in minor units. */
  readonly revenue: number;
  /** `revenue / customers`, in minor units; 0 for an empty cell. */
  readonly meanTotal: number;
}

/** Every cell of the recency × frequency grid, recency score by recency score, empty cells too. */
export function rfHeatMap(scores: RfmScores, summaries: PurchaseSummaries): readonly HeatMapCell[] {
  const { r: rs, f: fs } = binsOf(scores.fitted);
  const groups = groupBy(scores, summaries, ({ r, f }) => `${r} ${f}`);
  return Array.from({ length: rs * fs }, (_, i) => {
    const r = Math.floor(i / fs) + 1;
    const f = (i % fs) + 1;
    const { customers, revenue } = groups.get(`${r} ${f}`) ?? emptyGroup();
    return {
      r,
      f,
      customers,
      revenue: Number(revenue),
      meanTotal: customers === 0 ? 0 : Number(revenue) / customers,
    };
  });
}

function mediansOf(members: readonly OrderedSummary[]): Pick<SegmentRow, 'medians'> {
  if (members.length === 0) return {};
  const median = (key: 'recencyDays' | 'orders' | 'total'): number =>
    quantileSorted(Float64Array.from(members, (one) => one[key]).sort(), 1, 2, 'type7');
  return {
    medians: { recencyDays: median('recencyDays'), orders: median('orders'), total: median('total') },
  };
}

interface Group {
  readonly members: OrderedSummary[];
  customers: number;
  orders: number;
  revenue: ExactSum;
}

function emptyGroup(): Group {
  return { members: [], customers: 0, orders: 0, revenue: 0 };
}

function groupBy(
  scores: RfmScores,
  summaries: PurchaseSummaries,
  keyOf: (score: ScoredCustomer) => string,
): ReadonlyMap<string, Group> {
  const summaryOf = finder(summaries);
  const groups = new Map<string, Group>();
  for (const [index, score] of scores.customers.entries()) {
    if (score.kind === 'unscored') continue;
    const key = keyOf(score);
    const group = groups.get(key) ?? emptyGroup();
    const summary = summaryOf(score.customerId, index);
    group.customers += 1;
    if (summary?.kind === 'ordered') group.members.push(summary);
    group.orders += summary?.orders ?? 0;
    group.revenue = add(group.revenue, summary?.total ?? 0);
    groups.set(key, group);
  }
  return groups;
}

/** Finds the summary of a customer: at the index of the score, or else, since lists may differ, by id. */
function finder({
  customers,
}: PurchaseSummaries): (customerId: string, index: number) => PurchaseSummary | undefined {
  let byId: Map<string, PurchaseSummary> | undefined;
  return (customerId, index) => {
    const beside = customers[index];
    if (beside?.customerId === customerId) return beside;
    byId ??= new Map(customers.map((one) => [one.customerId, one]));
    return byId.get(customerId);
  };
}
