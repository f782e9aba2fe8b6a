/** What became of every row of the file: the counts add up, and each refusal has its reason. */
import { grouped, percent } from '../format.js';
import type { Context } from './context.js';
import { type Html, html } from './html.js';

export function rowsSection(context: Context): Html {
  const { say, read } = context;
  const { rows, accepted, ignored, rejected } = read.counts;
  return html`<section aria-labelledby="rows"><h2 id="rows">${say('rows')}</h2>
<p>${say('rowsSum', { rows, accepted, ignored, rejected })} ${moneySentence(context)}</p>
${split(context)}
<h3 class="block">${say('refusedHead')}</h3>${reasonsTable(context)}
<h3 class="block">${say('ignoredHead')}</h3>${ignoredTable(context)}</section>`;
}

function split({ say, read }: Context): Html {
  const parts = (['accepted', 'ignored', 'rejected'] as const)
    .map((part) => ({ name: part === 'rejected' ? ('refused' as const) : part, count: read.counts[part] }))
    .filter(({ count }) => count > 0);
  const bars = parts.map(
    ({ name, count }) => html`<span style="flex-grow:${count};background:var(--${name})"></span>`,
  );
  const key = parts.map(
    ({ name, count }) =>
      html`<li><i style="background:var(--${name})"></i>${say(name)} ${grouped(count)} (${percent(count / read.counts.rows)})</li>`,
  );
  return html`<div class="split" aria-hidden="true">${bars}</div><ul class="key">${key}</ul>`;
}

/** What the accepted rows come to, summed exactly. */
function moneySentence({ say, read, amount, scored }: Context): string {
  const purchases = read.ledger.sum('purchase');
  const returns = read.ledger.sum('return');
  const counts = scored?.purchases.counts;
  const outside = (counts?.beforeWindow ?? 0) + (counts?.afterWindow ?? 0);
  const sums = say('moneySum', {
    purchases: amount(Number(purchases)),
    returns: amount(Number(returns)),
    net: amount(Number(purchases + returns)),
  });
  return outside === 0 ? sums : `${sums} ${say('outsideWindow', { count: outside })}`;
}

function reasonsTable({ say, read }: Context): Html {
  if (read.reasons.length === 0) return html`<p>${say('none')}</p>`;
  const rows = read.reasons.map(
    ({
      code,
      column,
      rows: count,
      firstLine,
      sentence,
    }) => html`<tr><td class="n">${grouped(count)}</td><td><code>${code}</code></td>
<td>${column === '' ? '–' : html`<code>${column}</code>`}</td><td class="n">${grouped(firstLine)}</td><td>${sentence}</td></tr>
`,
  );
  return html`<p class="note">${say('refusedNote')}</p><div class="scroll"><table><thead><tr><th scope="col" class="n">${say('rowsHead')}</th>
<th scope="col">${say('reason')}</th><th scope="col">${say('column')}</th>
<th scope="col" class="n">${say('firstLine')}</th><th scope="col">${say('thereItSays')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function ignoredTable({ say, read }: Context): Html {
  const entries = Object.entries(read.ignoredBy);
  if (entries.length === 0) return html`<p>${say('none')}</p>`;
  const rows = entries.map(
    ([policy, count]) => html`<tr><td class="n">${grouped(count)}</td><td><code>${policy}</code></td></tr>`,
  );
  return html`<div class="scroll"><table class="narrow"><thead><tr><th scope="col" class="n">${say('rowsHead')}</th><th scope="col">${say('policy')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
