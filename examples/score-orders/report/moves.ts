/** Who moved from which segment to which since the earlier date: a grid, and the largest moves in words. */
import { type ChartData, migrationChart, type RfmModel } from 'clientele/rfm';
import { drawFlowGrid, type FlowGrid } from '../charts/flow-grid.js';
import { type Comparison, largestMoves } from '../compare.js';
import { grouped, percent } from '../format.js';
import type { Context } from './context.js';
import { type Html, html, trusted } from './html.js';

const MOST_MOVES = 8;

export async function movesSection(context: Context, comparison: Comparison): Promise<Html> {
  const { say, asOf, fittedBefore, scored } = context;
  const foundHere = !fittedBefore && scored !== undefined && !hasFixedCuts(scored.fitted.model);
  const { customers, stayed, moved } = comparison.moves.counts;
  const days = { since: comparison.since, day: asOf?.day ?? '' };
  return html`<section aria-labelledby="moves"><h2 id="moves">${say('moves')}</h2>
<p>${say('movesSum', { ...days, customers, stayed, moved })} ${say(foundHere ? 'movesLaterCuts' : 'movesModelCuts', days)}</p>
${await picture(context, comparison)}
<div class="scroll block">${movesTable(context, comparison)}</div></section>`;
}

async function picture({ say, language, asOf }: Context, { since, moves }: Comparison): Promise<Html> {
  const list = namedMoves(moves, language).map(
    ({ from, to, customers, share }) => `${from} → ${to}: ${grouped(customers)} (${percent(share)})`,
  );
  const { counts } = moves;
  const svg = await drawFlowGrid(gridOf(migrationChart(moves), moves, language), {
    id: 'moves-grid',
    title: say('movesPicture'),
    description: say('movesAlt', { stayed: counts.stayed, moved: counts.moved, list: list.join('; ') }),
    source: since,
    target: asOf?.day ?? '',
  });
  return html`<figure class="card center"><figcaption>${say('movesPicture')}<span class="note">${say('movesNote')}</span></figcaption>
<div class="scroll">${trusted(svg)}</div></figure>`;
}

/** The rows and columns that somebody is in. */
function gridOf(chart: ChartData, moves: Comparison['moves'], language: 'en' | 'zh'): FlowGrid {
  if (chart.kind !== 'flows') return { sources: [], targets: [], flows: [] };
  const { flows } = chart;
  const sources = [...new Set(flows.map(({ source }) => source))].sort((a, b) => a - b);
  const targets = [...new Set(flows.map(({ target }) => target))].sort((a, b) => a - b);
  const sizes = new Map<number, number>();
  for (const { source, value } of flows) sizes.set(source, (sizes.get(source) ?? 0) + value);
  return {
    sources: sources.map((i) => chart.sources[i]?.[language] ?? ''),
    targets: targets.map((i) => chart.targets[i]?.[language] ?? ''),
    flows: flows.map(({ source, target, value }) => ({
      source: sources.indexOf(source),
      target: targets.indexOf(target),
      label: grouped(value),
      share: value / (sizes.get(source) ?? value),
      stayed: moves.from[source]?.state === moves.to[target]?.state,
    })),
  };
}

function movesTable({ say, language }: Context, { moves }: Comparison): Html {
  const rows = namedMoves(moves, language).map(
    ({ from, to, customers, share }) =>
      html`<tr><td>${from}</td><td>${to}</td><td class="n">${grouped(customers)}</td><td class="n">${percent(share)}</td></tr>
`,
  );
  return html`<table><caption>${say('largestMoves')}</caption><thead><tr><th scope="col">${say('movedFrom')}</th><th scope="col">${say('movedTo')}</th>
<th scope="col" class="n">${say('customers')}</th><th scope="col" class="n">${say('ofFrom')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function hasFixedCuts({ recency, frequency, monetary }: RfmModel): boolean {
  return [recency, frequency, monetary].every(({ scale }) => scale.kind === 'bands');
}

interface NamedMove {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly share: number;
}

function namedMoves(moves: Comparison['moves'], language: 'en' | 'zh'): readonly NamedMove[] {
  const names = new Map([...moves.from, ...moves.to].map(({ state, name }) => [state, name[language]]));
  return largestMoves(moves)
    .slice(0, MOST_MOVES)
    .map(({ from, to, customers, shareOfFrom }) => ({
      from: names.get(from) ?? from,
      to: names.get(to) ?? to,
      customers,
      share: shareOfFrom,
    }));
}
