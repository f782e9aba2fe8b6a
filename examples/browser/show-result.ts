/** The result: what was scored, the segments, the grid, the refused rows, and the downloads. */
import { describe, type OrderMapping } from 'clientele/rfm';
import { grouped, percent } from '../score-orders/format.js';
import type { Outcome, Scored } from './messages.js';
import { byId, make } from './page-elements.js';
import { refusedRows } from './refused-rows.js';
import { heatMapTable, segmentTable } from './scored-tables.js';

/** Fills the result section; returns its heading, for the focus. */
export function showResult(outcome: Outcome, mapping: OrderMapping, file: string): HTMLElement {
  const { scored } = outcome;
  const heading = make('h2', { id: 'result-heading', tabindex: '-1' }, 'Who they are');
  byId('result', HTMLElement).replaceChildren(
    heading,
    ...(scored === undefined ? [nobody()] : [scoredAs(scored, mapping, file)]),
    tiles(outcome),
    downloads(outcome),
    ...(scored === undefined ? [] : scoredParts(scored, mapping)),
    make('h3', {}, 'What became of the rows'),
    ...refusedRows(outcome),
  );
  return heading;
}

function nobody(): HTMLElement {
  return make('p', { class: 'message' }, 'No customer could be scored: no row was accepted as an order.');
}

function scoredAs({ asOf }: Scored, { zone }: OrderMapping, file: string): HTMLElement {
  const why = asOf.asked ? 'as asked' : 'the day of the last order in the file';
  return make('p', {}, `${file}, scored as of the end of ${asOf.day} (${why}), ${zone}.`);
}

function tiles({ counts, scored }: Outcome): HTMLElement {
  const figures: readonly (readonly [name: string, figure: string])[] = [
    ['customers scored', grouped(scored?.scored ?? 0)],
    ['rows read', grouped(counts.rows)],
    ['rows accepted', counts.rows === 0 ? '–' : percent(counts.accepted / counts.rows)],
    ['rows refused', grouped(counts.rejected)],
  ];
  return make(
    'dl',
    { class: 'tiles' },
    ...figures.map(([name, figure]) => make('div', {}, make('dt', {}, name), make('dd', {}, figure))),
  );
}

const links: string[] = [];

/** Links to the two files; those of an earlier result are given up. */
function downloads({ scored, rejectedCsv }: Outcome): HTMLElement {
  for (const link of links.splice(0)) URL.revokeObjectURL(link);
  const link = (blob: Blob, name: string, text: string): HTMLElement => {
    const href = URL.createObjectURL(blob);
    links.push(href);
    return make('a', { class: 'download', href, download: name }, text);
  };
  return make(
    'p',
    {},
    ...(scored === undefined ? [] : [link(scored.customersCsv, 'customers.csv', 'Download customers.csv')]),
    link(rejectedCsv, 'rejected.csv', 'Download rejected.csv'),
  );
}

function scoredParts(scored: Scored, { currency }: OrderMapping): readonly HTMLElement[] {
  const notices = scored.fitted.notices.map((notice) => make('li', {}, describe(notice, 'en')));
  return [
    make('h3', { id: 'segments-heading' }, 'Segments'),
    scrollable('segments-heading', segmentTable(scored, currency)),
    make('h3', { id: 'grid-heading' }, 'Recency by frequency'),
    scrollable('grid-heading', heatMapTable(scored, currency)),
    ...(notices.length === 0 ? [] : [make('h3', {}, 'What the fit has to say'), make('ul', {}, ...notices)]),
  ];
}

/** A region that scrolls must be reachable by keyboard. */
function scrollable(heading: string, table: HTMLElement): HTMLElement {
  return make('div', { class: 'scroll', role: 'region', 'aria-labelledby': heading, tabindex: '0' }, table);
}
