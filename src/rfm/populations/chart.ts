/** Population tables as chart data: plain objects that any charting library can draw. */
import type { Bilingual } from '../../foundation/statement.js';
import { DIMENSION_NAMES } from '../words.js';
import type { Distribution } from './distribution.js';
import type { Migration } from './migration.js';
import type { HeatMapCell, SegmentRow } from './tables.js';

/** Data for one picture. Values are in the units of the table they were made from. */
export type ChartData =
  /** One bar for each label. */
  | {
      readonly kind: 'bars';
      readonly title: Bilingual;
      readonly labels: readonly Bilingual[];
      readonly values: readonly number[];
    }
  /** `values[row][column]`, with a label for each row and each column. */
  | {
      readonly kind: 'grid';
      readonly title: Bilingual;
      readonly rows: readonly Bilingual[];
      readonly columns: readonly Bilingual[];
      readonly values: readonly (readonly number[])[];
    }
  /** Contiguous bars: `edges` has one more element than `values`. */
  | {
      readonly kind: 'histogram';
      readonly title: Bilingual;
      readonly edges: readonly number[];
      readonly values: readonly number[];
    }
  /** Streams between two sets of nodes, as a Sankey diagram draws them; empty streams are left out. */
  | {
      readonly kind: 'flows';
      readonly title: Bilingual;
      readonly sources: readonly Bilingual[];
      readonly targets: readonly Bilingual[];
      readonly flows: readonly { readonly source: number; readonly target: number; readonly value: number }[];
    };

function same(text: string): Bilingual {
  return { en: text, zh: text };
}

/** One bar for each segment: its customers, or its revenue in minor units. */
export function segmentChart(
  rows: readonly SegmentRow[],
  measure: 'customers' | 'revenue' = 'customers',
): ChartData {
  const title =
    measure === 'customers'
      ? { en: 'Customers by segment', zh: '各分群顾客数' }
      : { en: 'Revenue by segment', zh: '各分群销售额' };
  return {
    kind: 'bars',
    title,
    labels: rows.map(({ name }) => name),
    values: rows.map((row) => row[measure]),
  };
}

/** The recency × frequency grid, best recency first: customers, revenue, or the mean total in minor units. */
export function heatMapChart(
  cells: readonly HeatMapCell[],
  measure: 'customers' | 'revenue' | 'meanTotal' = 'customers',
): ChartData {
  const rows = [...new Set(cells.map(({ r }) => r))].sort((a, b) => b - a);
  const columns = [...new Set(cells.map(({ f }) => f))].sort((a, b) => a - b);
  const value = (r: number, f: number): number =>
    cells.find((cell) => cell.r === r && cell.f === f)?.[measure] ?? 0;
  return {
    kind: 'grid',
    title: { en: 'Recency × frequency', zh: '最近购买 × 购买频次' },
    rows: rows.map((r) => same(`R${r}`)),
    columns: columns.map((f) => same(`F${f}`)),
    values: rows.map((r) => columns.map((f) => value(r, f))),
  };
}

/** The histogram of one dimension. */
export function distributionChart({ dimension, bars }: Distribution): ChartData {
  const last = bars.at(-1);
  return {
    kind: 'histogram',
    title: DIMENSION_NAMES[dimension],
    edges: [...bars.map(({ from }) => from), ...(last === undefined ? [] : [last.to])],
    values: bars.map(({ customers }) => customers),
  };
}

/** The streams of customers between segments. */
export function migrationChart({ from, to, cells }: Migration): ChartData {
  const index = (states: Migration['from'], state: string): number =>
    states.findIndex((one) => one.state === state);
  return {
    kind: 'flows',
    title: { en: 'Migration between segments', zh: '分群迁移' },
    sources: from.map(({ name }) => name),
    targets: to.map(({ name }) => name),
    flows: cells
      .filter(({ customers }) => customers > 0)
      .map((cell) => ({ source: index(from, cell.from), target: index(to, cell.to), value: cell.customers })),
  };
}
