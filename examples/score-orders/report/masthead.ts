/** The top of the report: what was scored, and the four figures to remember. */
import { grouped, percent } from '../format.js';
import { totalsOf } from '../totals.js';
import type { Context } from './context.js';
import { type Html, html } from './html.js';

export function masthead(context: Context): Html {
  const { say, file, asOf, mapping } = context;
  const subtitle = asOf === undefined ? file : say('subtitle', { file, day: asOf.day, zone: mapping.zone });
  return html`<header>
<h1>${say('title')}</h1>
<p class="muted">${subtitle}</p>
<ul class="tiles">${tiles(context)}</ul>
</header>`;
}

function tiles({ say, scored, read, amount, roundAmount, currency }: Context): readonly Html[] {
  const { rows, accepted, rejected } = read.counts;
  const rowTile = tile(percent(accepted / rows), say('rowsUsed'), say('ofRows', { rows, rejected }));
  if (scored === undefined) return [rowTile];
  const { counts } = scored.scores;
  const { orders, returns, revenue } = totalsOf(scored);
  const figure = html`${roundAmount(revenue).replace(` ${currency.code}`, '')} <small>${currency.code}</small>`;
  return [
    tile(grouped(counts.scored), say('customersScored'), say('unscoredToo', { count: counts.unscored })),
    tile(grouped(orders), say('orders'), say('returnsToo', { count: returns })),
    tile(figure, say('revenue'), say('perOrder', { amount: orders === 0 ? '–' : amount(revenue / orders) })),
    rowTile,
  ];
}

function tile(figure: Html | string, name: string, more: string): Html {
  return html`<li><b>${figure}</b><span>${name}</span><span class="muted">${more}</span></li>`;
}
