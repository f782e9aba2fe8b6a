/** The fitted scales as tables: which values earn which score, and how many customers earned it. */
import type { FittedDimension, FittedScale } from 'clientele/rfm';
import { grouped, plainMoney } from '../format.js';
import type { ScoredOrders } from '../score.js';
import type { Context } from './context.js';
import { type Html, html } from './html.js';

type Dimension = 'recency' | 'frequency' | 'monetary';
type Write = (value: number) => string;

export function scaleTables(context: Context, { fitted }: ScoredOrders): Html {
  const { currency } = context;
  const plain: Write = (value) => grouped(Math.round(value * 100) / 100);
  const tables = (['recency', 'frequency', 'monetary'] as const).map((dimension) =>
    scaleTable(
      context,
      dimension,
      fitted[dimension],
      dimension === 'monetary' ? (minor) => grouped(plainMoney(minor, currency)) : plain,
    ),
  );
  return html`<div class="three block">${tables}</div>`;
}

function scaleTable(
  { say, currency }: Context,
  dimension: Dimension,
  { scales }: FittedDimension,
  write: Write,
): Html {
  const [scale] = scales;
  if (scales.length !== 1 || scale === undefined || scale === null) {
    return html`<div class="card"><h3>${say(dimension)}</h3><p class="note">${say('nestedScales', { cells: scales.length })}</p></div>`;
  }
  const rows = rangesOf(scale, dimension, write).map(
    (range, i) =>
      html`<tr><th scope="row">${i + 1}</th><td class="v">${(scale.sizes[i] ?? 0) === 0 ? '–' : range}</td><td class="n">${grouped(scale.sizes[i] ?? 0)}</td></tr>`,
  );
  const unit = dimension === 'monetary' ? html` <span class="muted">${currency.code}</span>` : '';
  const ties = scale.kind === 'ranks' ? html`<p class="note">${say('rankTies')}</p>` : '';
  return html`<div class="card"><h3>${say(dimension)}${unit}</h3><table><thead><tr><th scope="col">${say('score')}</th><th scope="col">${say('range')}</th>
<th scope="col" class="n">${say('customers')}</th></tr></thead><tbody>${rows.toReversed()}</tbody></table>${ties}</div>`;
}

/** The values of each score, score 1 first, as intervals with their closed sides: `[30, 90)`. */
function rangesOf(scale: FittedScale, dimension: Dimension, write: Write): readonly string[] {
  const edges =
    scale.kind === 'cuts' ? scale.cuts : scale.boundaries.map(({ value }) => value).sort((a, b) => a - b);
  const [low, high] = scale.kind === 'cuts' ? [scale.min, scale.max] : [undefined, undefined];
  const lowerHolds = scale.kind === 'ranks' || scale.closed === 'lower';
  const upperHolds = scale.kind === 'ranks' || scale.closed === 'upper';
  const bands = Array.from({ length: edges.length + 1 }, (_, i) => {
    const from = i === 0 ? low : edges[i - 1];
    const to = i === edges.length ? high : edges[i];
    return interval(from, to, i === 0 || lowerHolds, i === edges.length || upperHolds, write);
  });
  return dimension === 'recency' ? bands.reverse() : bands;
}

function interval(
  from: number | undefined,
  to: number | undefined,
  fromHolds: boolean,
  toHolds: boolean,
  write: Write,
): string {
  if (from === undefined && to === undefined) return '…';
  if (from === undefined) return `${toHolds ? '≤' : '<'} ${write(to ?? 0)}`;
  if (to === undefined) return `${fromHolds ? '≥' : '>'} ${write(from)}`;
  if (from === to) return `${write(from)}`;
  return `${fromHolds ? '≥' : '>'} ${write(from)} … ${toHolds ? '≤' : '<'} ${write(to)}`;
}
