/** The segments and the recency × frequency grid as tables that a screen reader can walk through. */
import type { Currency, HeatMapCell } from 'clientele/rfm';
import { grouped, money, percent, roundMoney } from '../score-orders/format.js';
import type { Scored } from './messages.js';
import { headerCell, make, numberCell } from './page-elements.js';

export function segmentTable({ segments, scored }: Scored, currency: Currency): HTMLElement {
  const names = ['Customers', 'Share of customers', 'Orders', 'Revenue', 'Share of revenue', 'Average order'];
  const head = make(
    'tr',
    {},
    headerCell('col', 'Segment'),
    ...names.map((name) => headerCell('col', name, 'n')),
  );
  const filled = segments.filter(({ customers }) => customers > 0);
  const body = filled.map((row) =>
    make(
      'tr',
      { 'data-segment': row.segment },
      headerCell('row', row.name.en),
      numberCell(grouped(row.customers)),
      numberCell(percent(row.shareOfCustomers)),
      numberCell(grouped(row.orders)),
      numberCell(money(row.revenue, currency)),
      numberCell(percent(row.shareOfRevenue)),
      numberCell(money(row.averageOrderValue, currency)),
    ),
  );
  const orders = filled.reduce((sum, row) => sum + row.orders, 0);
  const revenue = Number(filled.reduce((sum, row) => sum + BigInt(row.revenue), 0n));
  const totals = make(
    'tr',
    {},
    headerCell('row', 'All scored'),
    numberCell(grouped(scored)),
    numberCell(''),
    numberCell(grouped(orders)),
    numberCell(money(revenue, currency)),
    numberCell(''),
    numberCell(money(orders === 0 ? 0 : revenue / orders, currency)),
  );
  return make(
    'table',
    { id: 'segments', 'aria-labelledby': 'segments-heading' },
    make('thead', {}, head),
    make('tbody', {}, ...body),
    make('tfoot', {}, totals),
  );
}

const SHADES = 7;

export function heatMapTable({ heatMap, fitted }: Scored, currency: Currency): HTMLElement {
  const shades = shadesOf(heatMap);
  const upTo = (highest: number): readonly number[] => Array.from({ length: highest }, (_, i) => i + 1);
  const recency = upTo(fitted.recency.bins);
  const cellAt = (r: number, f: number): HTMLElement => {
    const cell = heatMap.find((one) => one.r === r && one.f === f);
    if (cell === undefined || cell.customers === 0) return make('td', {}, '–');
    const count = make('b', {}, grouped(cell.customers));
    return make(
      'td',
      { class: `ramp-${shades.get(cell) ?? 0}` },
      count,
      roundMoney(cell.meanTotal, currency),
    );
  };
  const rows = upTo(fitted.frequency.bins)
    .toReversed()
    .map((f) => make('tr', {}, headerCell('row', `Frequency ${f}`), ...recency.map((r) => cellAt(r, f))));
  return make(
    'table',
    { id: 'heat-map', class: 'grid' },
    make(
      'caption',
      {},
      'Customers, and what they spent on average: the darker or brighter, the more. Scores run from 1, the worst, to the best.',
    ),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        make('td', { class: 'corner' }),
        ...recency.map((r) => headerCell('col', `Recency ${r}`)),
      ),
    ),
    make('tbody', {}, ...rows),
  );
}

/** Shades by rank, so that one cell of very large spenders does not make all others look alike. */
function shadesOf(cells: readonly HeatMapCell[]): ReadonlyMap<HeatMapCell, number> {
  const ranked = cells.filter(({ customers }) => customers > 0).sort((a, b) => a.meanTotal - b.meanTotal);
  const last = Math.max(ranked.length - 1, 1);
  return new Map(ranked.map((cell, i) => [cell, Math.round((i * (SHADES - 1)) / last)]));
}
