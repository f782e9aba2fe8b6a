/** Where the scores come from: the recency × frequency grid, and the three distributions with their cuts. */
import { countBars, evenBars, growingBars } from '../charts/binning.js';
import { scoreFill } from '../charts/colours.js';
import { drawHeatMap } from '../charts/heat-map.js';
import { drawHistogram, type HistogramBar } from '../charts/histogram.js';
import { grouped, plainMoney } from '../format.js';
import { scoredValues } from '../measures.js';
import type { ScoredOrders } from '../score.js';
import type { Context } from './context.js';
import { type Html, html, trusted } from './html.js';
import { scaleTables } from './scales.js';

type Dimension = 'recency' | 'frequency' | 'monetary';

export async function scoresSection(context: Context, scored: ScoredOrders): Promise<Html> {
  const { say } = context;
  const pictures = [
    await distribution(context, scored, 'recency', recencyBars(scored)),
    await distribution(
      context,
      scored,
      'frequency',
      countBars(scoredValues(scored, 'frequency'), scored.fitted.frequency.bins),
    ),
    await distribution(context, scored, 'monetary', moneyBars(context, scored)),
  ];
  return html`<section aria-labelledby="scores"><h2 id="scores">${say('scores')}</h2>
${await heatMap(context, scored)}
<div class="card block"><h3>${say('distributions')}</h3>${scoreKey(context, scored)}
<div class="three">${pictures}</div></div>
${scaleTables(context, scored)}</section>`;
}

async function heatMap(
  { say, roundAmount }: Context,
  { heatMap: cells, fitted }: ScoredOrders,
): Promise<Html> {
  const best = cells.reduce(
    (most, cell) => (cell.meanTotal > most.meanTotal ? cell : most),
    cells[0] ?? NOWHERE,
  );
  const svg = await drawHeatMap(
    cells.map(({ r, f, customers, meanTotal }) => ({
      r,
      f,
      customers,
      value: meanTotal,
      top: customers === 0 ? '' : grouped(customers),
      bottom: customers === 0 ? '' : roundAmount(meanTotal),
    })),
    { r: fitted.recency.bins, f: fitted.frequency.bins },
    {
      id: 'heat-map',
      title: say('heatMap'),
      description: say('heatMapAlt', {
        r: fitted.recency.bins,
        f: fitted.frequency.bins,
        amount: roundAmount(best.meanTotal),
        bestR: best.r,
        bestF: best.f,
        customers: best.customers,
      }),
      recency: say('recencyScore'),
      frequency: say('frequencyScore'),
    },
  );
  return html`<figure class="card center"><figcaption>${say('heatMap')}<span class="note">${say('heatMapNote')}</span></figcaption>
${trusted(svg)}</figure>`;
}

const NOWHERE = { r: 0, f: 0, customers: 0, meanTotal: 0 };

async function distribution(
  { say, currency }: Context,
  { fitted: { model }, scores }: ScoredOrders,
  dimension: Dimension,
  bars: readonly HistogramBar[],
): Promise<Html> {
  const value = {
    recency: say(model.recency.unit === 'days' ? 'recencyDays' : 'recencyMonths'),
    frequency: say(model.frequency.counts === 'orders' ? 'countOrders' : 'countPurchaseDays'),
    monetary: say(BASES[model.monetary.basis], { currency: currency.code }),
  }[dimension];
  const sizes = bars.map(({ label, customers }) => ({
    label,
    size: customers.reduce((sum, count) => sum + count, 0),
  }));
  const fullest = sizes.reduce((most, bar) => (bar.size > most.size ? bar : most), { label: '', size: 0 });
  const svg = await drawHistogram(bars, {
    id: dimension,
    title: say(dimension),
    description: say('histogramAlt', {
      count: scores.counts.scored,
      label: fullest.label,
      most: fullest.size,
    }),
    value,
    count: say('customersAxis'),
  });
  return html`<figure><figcaption>${say(dimension)}</figcaption>${trusted(svg)}</figure>`;
}

const BASES = {
  total: 'basisTotal',
  averageOrderValue: 'basisAverageOrderValue',
  averageDayValue: 'basisAverageDayValue',
} as const;

function recencyBars(scored: ScoredOrders): readonly HistogramBar[] {
  return evenBars(scoredValues(scored, 'recency'), scored.fitted.recency.bins);
}

function moneyBars({ currency }: Context, scored: ScoredOrders): readonly HistogramBar[] {
  const major = 10 ** currency.minorUnit;
  const { values, scores } = scoredValues(scored, 'monetary');
  const inMajor = { values: values.map((minor) => minor / major), scores };
  return growingBars(inMajor, scored.fitted.monetary.bins, (edge) =>
    grouped(plainMoney(edge, { ...currency, minorUnit: 0 })),
  );
}

function scoreKey({ say }: Context, { fitted }: ScoredOrders): Html {
  const most = Math.max(fitted.recency.bins, fitted.frequency.bins, fitted.monetary.bins);
  const items = Array.from(
    { length: most },
    (_, i) => html`<li><i style="background:${scoreFill(i + 1, most)}"></i>${say('score')} ${i + 1}</li>`,
  );
  return html`<ul class="key">${items}</ul>`;
}
