/** What stands out among the customers: who are the best, who is slipping away, who has just come. */
import type { OrderedSummary, RfmTriple, ScoredCustomer } from 'clientele/rfm';
import type { Customer, ScoredOrders } from './score.js';

export type Standing = 'best' | 'slipping' | 'fresh';

/** A group of customers worth a look, with the facts that say why. */
export interface Insight {
  readonly standing: Standing;
  readonly name: { readonly en: string; readonly zh: string };
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly shareOfRevenue: number;
  /** Minor units. */
  readonly revenue: number;
  /** Half of the group ordered within these days. */
  readonly medianRecencyDays: number;
  readonly medianOrders: number;
  /** The largest of the group by revenue. */
  readonly examples: readonly Customer[];
}

interface Scored {
  readonly summary: OrderedSummary;
  readonly score: ScoredCustomer;
}

const EXAMPLES = 2;
const SLIPPING_GROUPS = 2;

/**
 * The segments that stand out under any map: the one with the highest mean scores; those whose customers bought
 * often and much but not lately; the largest of those who came lately and have not bought often.
 */
export function insightsOf(scored: ScoredOrders): readonly Insight[] {
  const members = groupBySegment(scored);
  const groups = scored.segments.flatMap((row) => {
    const customers = members.get(row.segment);
    return customers === undefined ? [] : [{ row, customers, mean: meanOf(customers, highestOf(scored)) }];
  });
  type Group = (typeof groups)[number];
  const value = ({ mean }: Group): number => (mean.f + mean.m) / 2;
  const best = groups
    .filter((one) => one.mean.r >= 0.5 && value(one) >= 0.5)
    .sort((a, b) => sum(b.mean) - sum(a.mean));
  const slipping = groups
    .filter((one) => one.mean.r <= 0.5 && value(one) - one.mean.r >= 0.2)
    .sort((a, b) => b.row.revenue - a.row.revenue);
  const fresh = groups
    .filter((one) => one.mean.r >= 0.6 && one.mean.r - one.mean.f >= 0.35)
    .sort((a, b) => b.row.customers - a.row.customers);
  const tell = (standing: Standing, chosen: readonly Group[]): readonly Insight[] =>
    chosen.map(({ row, customers }) => ({
      standing,
      name: row.name,
      customers: row.customers,
      shareOfCustomers: row.shareOfCustomers,
      shareOfRevenue: row.shareOfRevenue,
      revenue: row.revenue,
      medianRecencyDays: median(customers.map(({ summary }) => summary.recencyDays)),
      medianOrders: median(customers.map(({ summary }) => summary.orders)),
      examples: customers.toSorted((a, b) => b.summary.total - a.summary.total).slice(0, EXAMPLES),
    }));
  return [
    ...tell('best', best.slice(0, 1)),
    ...tell('slipping', slipping.slice(0, SLIPPING_GROUPS)),
    ...tell('fresh', fresh.slice(0, 1)),
  ];
}

function groupBySegment({ customers }: ScoredOrders): ReadonlyMap<string, readonly Scored[]> {
  const groups = new Map<string, Scored[]>();
  for (const { summary, score } of customers) {
    if (score.kind !== 'scored' || summary.kind !== 'ordered' || score.segment === undefined) continue;
    const group = groups.get(score.segment) ?? [];
    group.push({ summary, score });
    groups.set(score.segment, group);
  }
  return groups;
}

function highestOf({ fitted }: ScoredOrders): RfmTriple {
  return { r: fitted.recency.bins, f: fitted.frequency.bins, m: fitted.monetary.bins };
}

/** Mean scores between 0 (worst) and 1 (best). */
function meanOf(customers: readonly Scored[], highest: RfmTriple): RfmTriple {
  const mean = (dimension: keyof RfmTriple): number => {
    const total = customers.reduce((all, { score }) => all + score[dimension] - 1, 0);
    return total / customers.length / Math.max(highest[dimension] - 1, 1);
  };
  return { r: mean('r'), f: mean('f'), m: mean('m') };
}

function sum({ r, f, m }: RfmTriple): number {
  return r + f + m;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
