/** The segments and grades: how many customers each has, and what they bring. */
import type { SegmentRow } from 'clientele/rfm';
import { drawSegmentBars } from '../charts/segment-bars.js';
import { grouped, percent } from '../format.js';
import type { ScoredOrders } from '../score.js';
import { type Totals, totalsOf } from '../totals.js';
import type { Context } from './context.js';
import { type Html, html, trusted } from './html.js';

export async function segmentsSection(context: Context, scored: ScoredOrders): Promise<Html> {
  const { say } = context;
  const grades = gradesTable(context, scored);
  if (scored.segments.length === 0) {
    if (grades === undefined) return html``;
    return html`<section aria-labelledby="grades"><h2 id="grades">${say('grades')}</h2>${grades}</section>`;
  }
  const rows = scored.segments.filter(({ customers }) => customers > 0);
  return html`<section aria-labelledby="segments"><h2 id="segments">${say('segments')}</h2>
${await picture(context, rows)}
<div class="scroll block">${segmentTable(context, scored, rows)}</div>
${grades === undefined ? '' : html`<h3 class="block">${say('grades')}</h3>${grades}`}</section>`;
}

async function picture({ say, language }: Context, rows: readonly SegmentRow[]): Promise<Html> {
  const list = rows.map(
    (row) => `${row.name[language]} ${percent(row.shareOfCustomers)}, ${percent(row.shareOfRevenue)}`,
  );
  const svg = await drawSegmentBars(
    rows.map((row) => ({
      name: row.name[language],
      customers: row.shareOfCustomers,
      customersLabel: percent(row.shareOfCustomers),
      revenue: row.shareOfRevenue,
      revenueLabel: percent(row.shareOfRevenue),
    })),
    {
      id: 'segment-bars',
      title: say('segmentsPicture'),
      description: say('segmentsAlt', { list: list.join('; ') }),
    },
  );
  return html`<figure class="card"><figcaption>${say('segmentsPicture')}</figcaption>
<ul class="key" aria-hidden="true"><li><i style="background:var(--customers)"></i>${say('ofCustomers')}</li>
<li><i style="background:var(--revenue)"></i>${say('ofRevenue')}</li></ul>
${trusted(svg)}</figure>`;
}

function segmentTable(context: Context, scored: ScoredOrders, rows: readonly SegmentRow[]): Html {
  const { say, language, amount } = context;
  const body = rows.map(
    (row) => html`<tr><th scope="row">${row.name[language]}</th><td class="n">${grouped(row.customers)}</td>
<td class="n">${percent(row.shareOfCustomers)}</td><td class="n">${grouped(row.orders)}</td><td class="n">${amount(row.revenue)}</td>
<td class="n">${percent(row.shareOfRevenue)}</td><td class="n">${amount(row.averageOrderValue)}</td></tr>
`,
  );
  return html`<table><thead><tr><th scope="col">${say('segment')}</th><th scope="col" class="n">${say('customers')}</th>
<th scope="col" class="n">${say('ofCustomers')}</th><th scope="col" class="n">${say('ordersHead')}</th>
<th scope="col" class="n">${say('revenueHead')}</th><th scope="col" class="n">${say('ofRevenue')}</th>
<th scope="col" class="n">${say('averageOrder')}</th></tr></thead>
<tbody>${body}</tbody>
<tfoot>${totals(context, scored)}</tfoot></table>`;
}

/** The scored customers, those without a score where there are any, and everybody. */
function totals({ say, amount }: Context, scored: ScoredOrders): readonly Html[] {
  const row = (name: string, { customers, orders, revenue }: Totals): Html => {
    return html`<tr><th scope="row">${name}</th><td class="n">${grouped(customers)}</td><td></td>
<td class="n">${grouped(orders)}</td><td class="n">${amount(revenue)}</td><td></td>
<td class="n">${orders === 0 ? '–' : amount(revenue / orders)}</td></tr>`;
  };
  const withScores = row(say('allScored'), totalsOf(scored, 'scored'));
  if (scored.scores.counts.unscored === 0) return [withScores];
  return [withScores, row(say('unscored'), totalsOf(scored, 'unscored')), row(say('all'), totalsOf(scored))];
}

function gradesTable({ say, language }: Context, { fitted, scores }: ScoredOrders): Html | undefined {
  const bands = fitted.model.grades?.bands;
  if (bands === undefined) return undefined;
  const rows = bands.map(({ grade, name, from }) => {
    const customers = countOf(scores.grade, scores.gradeNames.indexOf(grade));
    return html`<tr><th scope="row">${name[language]} (${grade})</th><td class="n">${grouped(from)}</td>
<td class="n">${grouped(customers)}</td><td class="n">${percent(customers / scores.counts.scored)}</td></tr>`;
  });
  return html`<div class="scroll"><table><thead><tr><th scope="col">${say('grade')}</th><th scope="col" class="n">${say('points')}</th>
<th scope="col" class="n">${say('customers')}</th><th scope="col" class="n">${say('ofCustomers')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function countOf(column: Uint8Array, wanted: number): number {
  let count = 0;
  for (const one of column) if (one === wanted) count += 1;
  return count;
}
