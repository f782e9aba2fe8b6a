/** The results as CSV files: every customer, and every segment. */
import { describe, type RfmModel } from 'clientele/rfm';
import { type Cell, numeral, type OpenCsv, sharedCells } from './csv-line.js';
import { createCalendar, plainMoney } from './format.js';
import { customerAt, reasonsOf, type ScoredOrders } from './score.js';

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

/** As many blank cells as scores, their code, grade and segment fill. */
const UNSCORED = sharedCells(Array.from({ length: 9 }, () => undefined));

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
    for (const index of scored.byId) file.write(rowOf(index));
    for (const { customerId, problem } of scored.purchases.rejected) {
      const blanks = CUSTOMER_COLUMNS.slice(3).map(() => undefined);
      file.write([customerId, ...blanks, problem.code, describe(problem, options.language)]);
    }
  }
  file.close();
}

/** The cells of a customer by index, straight from the columns. */
function customerRow(
  scored: ScoredOrders,
  { language, quantityDecimals }: TableOptions,
): (index: number) => readonly Cell[] {
  const { fitted, purchases, scores } = scored;
  const { currency, orders, purchaseDays, recencyDays, returns, units, total, lastOrderAt } = purchases;
  const dayOf = createCalendar(purchases.zone);
  const scoreCells = createScoreCells(scored);
  const inUnits = { code: '', minorUnit: quantityDecimals };
  return (index) => {
    const [count = 0, sum = 0, last = 0] = [orders[index], total[index], lastOrderAt[index]];
    const seen = last !== Number.NEGATIVE_INFINITY;
    const found = scores.because[index] === 0;
    return [
      purchases.idAt(index),
      found ? scoreCells(index) : UNSCORED,
      seen ? dayOf(last) : undefined,
      seen ? recencyDays[index] : undefined,
      count,
      purchaseDays?.[index] ?? 0,
      returns?.[index] ?? 0,
      numeral(plainMoney(units?.[index] ?? 0, inUnits)),
      numeral(plainMoney(sum, currency)),
      count > 0 ? numeral(plainMoney(sum / count, currency)) : undefined,
      currency.code,
      found ? undefined : scores.reasons[scores.because[index] ?? 0]?.because,
      found ? undefined : describe({ statements: reasonsOf(fitted, customerAt(scored, index)) }, language),
    ];
  };
}

/** The cells from `r` to `segment_zh`, which all customers with the same three scores share. */
function createScoreCells({ fitted, scores }: ScoredOrders): (index: number) => Cell {
  const { r, f, m, row } = scores;
  const names = segmentNames(fitted.model);
  const known = new Map<number, Cell>();
  const cellsAt = (index: number): Cell => {
    const score = row(index);
    if (score?.kind !== 'scored') return UNSCORED;
    const { code, weighted, grade, segment } = score;
    const name = segment === undefined ? undefined : names.get(segment);
    return sharedCells([score.r, score.f, score.m, code, weighted, grade, segment, name?.en, name?.zh]);
  };
  return (index) => {
    const key = ((r[index] ?? 0) << 16) | ((f[index] ?? 0) << 8) | (m[index] ?? 0);
    const cells = known.get(key) ?? cellsAt(index);
    known.set(key, cells);
    return cells;
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
    const currency = scored?.purchases.currency ?? { code: '', minorUnit: 0 };
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
