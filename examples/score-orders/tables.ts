/** The results as CSV files: every customer, and every segment. */
import { describe, type RfmModel } from 'clientele/rfm';
import { type Cell, numeral, type OpenCsv } from './csv-line.js';
import { createCalendar, plainMoney } from './format.js';
import { type Customer, reasonsOf, type ScoredOrders } from './score.js';

// biome-ignore format: a list of names
const CUSTOMER_COLUMNS = [
  'customer_id', 'r', 'f', 'm', 'code', 'weighted_score', 'grade', 'segment', 'segment_en', 'segment_zh',
  'last_order', 'recency_days', 'orders', 'purchase_days', 'returns', 'units', 'total', 'average_order_value',
  'currency', 'unscored', 'reason',
];
// biome-ignore format: a list of names
const SEGMENT_COLUMNS = [
  'segment', 'segment_en', 'segment_zh', 'customers', 'share_of_customers', 'orders', 'revenue', 'share_of_revenue',
  'average_order_value', 'currency',
];

const UNSCORED = [undefined, undefined, undefined, undefined, undefined, undefined];

export interface TableOptions {
  readonly language: 'en' | 'zh';
  /** Decimals of the quantities in the file. */
  readonly quantityDecimals: number;
}

/** Without `scored`, the file has its header only. */
export function writeCustomers(open: OpenCsv, scored: ScoredOrders | undefined, options: TableOptions): void {
  const file = open(CUSTOMER_COLUMNS);
  if (scored !== undefined) {
    const rowOf = customerRow(scored, options);
    for (const customer of scored.customers) file.write(rowOf(customer));
    for (const { customerId, problem } of scored.summaries.rejected) {
      const blanks = CUSTOMER_COLUMNS.slice(3).map(() => undefined);
      file.write([customerId, ...blanks, problem.code, describe(problem, options.language)]);
    }
  }
  file.close();
}

function customerRow(
  scored: ScoredOrders,
  { language, quantityDecimals }: TableOptions,
): (one: Customer) => readonly Cell[] {
  const { fitted, summaries } = scored;
  const { currency } = summaries;
  const dayOf = createCalendar(summaries.zone);
  const names = segmentNames(fitted.model);
  const amount = (minor: number): Cell => numeral(plainMoney(minor, currency));
  return (customer) => {
    const { summary, score } = customer;
    const found = score.kind === 'scored';
    const segment = found ? score.segment : undefined;
    const name = segment === undefined ? undefined : names.get(segment);
    const seen = summary.kind === 'neverOrdered' ? undefined : summary;
    return [
      summary.customerId,
      ...(found ? [score.r, score.f, score.m, score.code, score.weighted, score.grade] : UNSCORED),
      segment,
      name?.en,
      name?.zh,
      seen && dayOf(seen.lastOrderAt),
      seen?.recencyDays,
      summary.orders,
      summary.purchaseDays,
      summary.returns,
      numeral(plainMoney(summary.units, { code: '', minorUnit: quantityDecimals })),
      amount(summary.total),
      summary.kind === 'ordered' ? amount(summary.averageOrderValue) : undefined,
      currency.code,
      found ? undefined : score.because,
      found ? undefined : describe({ statements: reasonsOf(fitted, customer) }, language),
    ];
  };
}

function segmentNames({
  segments,
}: RfmModel): ReadonlyMap<string, { readonly en: string; readonly zh: string }> {
  const rules = segments === undefined ? [] : [segments.otherwise, ...segments.rules.toReversed()];
  return new Map(rules.map(({ segment, name }) => [segment, name]));
}

/** Without `scored`, the file has its header only. */
export function writeSegments(open: OpenCsv, scored: ScoredOrders | undefined): void {
  const file = open(SEGMENT_COLUMNS);
  for (const row of scored?.segments ?? []) {
    const currency = scored?.summaries.currency ?? { code: '', minorUnit: 0 };
    file.write([
      row.segment,
      row.name.en,
      row.name.zh,
      row.customers,
      numeral(row.shareOfCustomers.toFixed(6)),
      row.orders,
      numeral(plainMoney(row.revenue, currency)),
      numeral(row.shareOfRevenue.toFixed(6)),
      numeral(plainMoney(row.averageOrderValue, currency)),
      currency.code,
    ]);
  }
  file.close();
}
