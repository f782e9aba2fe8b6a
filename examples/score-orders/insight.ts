/** What stands out among the customers: who are the best, who is slipping away, who has just come. */
import type { RfmTriple } from 'clientele/rfm';
import { type Customer, customerAt, type ScoredOrders } from './score.js';

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

const EXAMPLES = 2;
const SLIPPING_GROUPS = 2;

/**
 * The segments that stand out under any map: the one with the highest mean scores; those whose customers bought
 * often and much but not lately; the largest of those who came lately and have not bought often.
 */
export function insightsOf(scored: ScoredOrders): readonly Insight[] {
  const { purchases, segments } = scored;
  const means = meansOf(scored);
  const groups = segments.flatMap((row) => {
    const mean = means.get(row.segment);
    return mean === undefined ? [] : [{ row, mean }];
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
    chosen.map(({ row }) => {
      const members = membersOf(scored, row.segment);
      return {
        standing,
        name: row.name,
        customers: row.customers,
        shareOfCustomers: row.shareOfCustomers,
        shareOfRevenue: row.shareOfRevenue,
        revenue: row.revenue,
        medianRecencyDays: median(members, purchases.recencyDays),
        medianOrders: median(members, purchases.orders),
        examples: largest(members, purchases.total, EXAMPLES).map((index) => customerAt(scored, index)),
      };
    });
  return [
    ...tell('best', best.slice(0, 1)),
    ...tell('slipping', slipping.slice(0, SLIPPING_GROUPS)),
    ...tell('fresh', fresh.slice(0, 1)),
  ];
}

/** The mean scores of each segment that has customers, between 0 (worst) and 1 (best). */
function meansOf({ scores, fitted }: ScoredOrders): ReadonlyMap<string, RfmTriple> {
  const { r, f, m, segment, segmentNames } = scores;
  const sums = segmentNames.map(() => ({ customers: 0, r: 0, f: 0, m: 0 }));
  for (let i = 0; i < segment.length; i += 1) {
    const group = sums[segment[i] ?? 0];
    if (group === undefined) continue;
    group.customers += 1;
    group.r += (r[i] ?? 0) - 1;
    group.f += (f[i] ?? 0) - 1;
    group.m += (m[i] ?? 0) - 1;
  }
  const means = new Map<string, RfmTriple>();
  segmentNames.forEach((name, i) => {
    const group = sums[i];
    if (name === undefined || group === undefined || group.customers === 0) return;
    const mean = (total: number, bins: number): number => total / group.customers / Math.max(bins - 1, 1);
    const { recency, frequency, monetary } = fitted;
    means.set(name, {
      r: mean(group.r, recency.bins),
      f: mean(group.f, frequency.bins),
      m: mean(group.m, monetary.bins),
    });
  });
  return means;
}

function sum({ r, f, m }: RfmTriple): number {
  return r + f + m;
}

/** The indices of a segment's customers, by customer id. */
function membersOf({ scores, byId }: ScoredOrders, name: string): Int32Array {
  const wanted = scores.segmentNames.indexOf(name);
  return byId.filter((index) => scores.segment[index] === wanted);
}

function median(members: Int32Array, column: Float64Array): number {
  const sorted = Float64Array.from(members, (index) => column[index] ?? 0).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The members with the largest elements of a column, the largest first; of equal ones the first. */
function largest(members: Int32Array, column: Float64Array, count: number): readonly number[] {
  const found: number[] = [];
  for (const index of members) {
    const size = column[index] ?? 0;
    let place = found.length;
    while (place > 0 && size > (column[found[place - 1] ?? 0] ?? 0)) place -= 1;
    if (place >= count) continue;
    found.splice(place, 0, index);
    if (found.length > count) found.pop();
  }
  return found;
}
