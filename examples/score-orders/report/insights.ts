/** Who the best customers are, who is slipping away, who is new; and for some of each, why. */
import { describe, type FittedRfm, whatIfOrder } from 'clientele/rfm';
import { createCalendar, percent } from '../format.js';
import { type Insight, insightsOf } from '../insight.js';
import { type Customer, reasonsOf, type ScoredOrders } from '../score.js';
import type { Context } from './context.js';
import { type Html, html } from './html.js';

export function insightsSection(context: Context, scored: ScoredOrders): Html {
  const { say } = context;
  const insights = insightsOf(scored);
  const none = scored.segments.length === 0 ? html`<p>${say('noSegments')}</p>` : html`<p>${say('none')}</p>`;
  const cards = insights.map((insight) => card(context, scored, insight));
  return html`<section aria-labelledby="insights"><h2 id="insights">${say('standOut')}</h2>
${cards.length === 0 ? none : html`<div class="cards">${cards}</div>`}</section>`;
}

function card(context: Context, scored: ScoredOrders, insight: Insight): Html {
  const { say, language, roundAmount } = context;
  const sentence = say(`${insight.standing}Says`, {
    customers: insight.customers,
    revenue: roundAmount(insight.revenue),
    shareOfCustomers: percent(insight.shareOfCustomers),
    shareOfRevenue: percent(insight.shareOfRevenue),
    days: insight.medianRecencyDays,
    orders: insight.medianOrders,
  });
  const dayOf = createCalendar(scored.purchases.zone);
  const people = insight.examples.map((customer) => person(context, scored.fitted, customer, dayOf));
  return html`<article class="card ${insight.standing}">
<p class="kind">${say(insight.standing)}</p>
<h3>${insight.name[language]}</h3>
<p>${sentence}</p>
<h4>${say('why')}</h4>
${people}
</article>
`;
}

function person(
  context: Context,
  fitted: FittedRfm,
  customer: Customer,
  dayOf: (at: number) => string,
): Html {
  const { say, language } = context;
  const { summary, score } = customer;
  const code = score.kind === 'scored' ? html`<span class="code">${score.code}</span>` : '';
  const last =
    summary.kind === 'ordered'
      ? html`<span class="muted">${say('lastOrder', { day: dayOf(summary.lastOrderAt) })}</span>`
      : '';
  const reasons = [...reasonsOf(fitted, customer), ...oneMoreOrder(fitted, customer)];
  const lines = reasons.map((reason) => html`<li>${describe(reason, language)}</li>`);
  return html`<div class="who"><b>${context.customer(summary.customerId)}</b>${code}${last}<ul>${lines}</ul></div>`;
}

/** What an order of the customer's usual size would change. */
function oneMoreOrder(fitted: FittedRfm, { summary }: Customer): ReturnType<typeof reasonsOf> {
  if (summary.kind !== 'ordered') return [];
  const change = whatIfOrder(fitted, summary, { amount: Math.max(Math.round(summary.averageOrderValue), 0) });
  return change._tag === 'Right' && change.right.changed.length > 0 ? change.right.statements : [];
}
