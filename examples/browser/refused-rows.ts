/** What became of the rows: the counts, the reasons, and the first rows that were refused. */
import { grouped } from '../score-orders/format.js';
import type { Outcome } from './messages.js';
import { headerCell, make, numberCell } from './page-elements.js';

export function refusedRows({ counts, ignoredBy, reasons, refused }: Outcome): readonly HTMLElement[] {
  const { rows, accepted, ignored, rejected } = counts;
  const sum = `${grouped(rows)} rows = ${grouped(accepted)} accepted + ${grouped(ignored)} ignored + ${grouped(rejected)} refused.`;
  const policies = Object.entries(ignoredBy).map(([policy, count]) => `${policy}: ${grouped(count)}`);
  return [
    make('p', { id: 'row-counts' }, [sum, ...policies].join(' ')),
    ...(rejected === 0 ? [] : [reasonsTable(reasons), ...firstRows(refused, rejected)]),
  ];
}

function reasonsTable(reasons: Outcome['reasons']): HTMLElement {
  const body = reasons.map(({ rows, code, column, firstLine, sentence }) =>
    make(
      'tr',
      {},
      numberCell(grouped(rows)),
      headerCell('row', code),
      make('td', {}, column === '' ? '–' : column),
      numberCell(grouped(firstLine)),
      make('td', {}, sentence),
    ),
  );
  const head = make(
    'tr',
    {},
    headerCell('col', 'Rows', 'n'),
    headerCell('col', 'Reason'),
    headerCell('col', 'Column'),
    headerCell('col', 'First on line', 'n'),
    headerCell('col', 'What is wrong there'),
  );
  return region(
    'Refused rows by reason',
    make(
      'table',
      { id: 'reasons' },
      make('caption', {}, 'Refused, by reason'),
      make('thead', {}, head),
      make('tbody', {}, ...body),
    ),
  );
}

/** Row, line and reason, then the cells; the columns between are in the table of reasons and in the download. */
function firstRows({ header, rows }: Outcome['refused'], rejected: number): readonly HTMLElement[] {
  const shown = header.flatMap((name, i) => (name === 'code' || name === 'column' ? [] : [i]));
  const head = make('tr', {}, ...shown.map((i) => headerCell('col', header[i] ?? '')));
  const body = rows.map((cells) => make('tr', {}, ...shown.map((i) => make('td', {}, cells[i] ?? ''))));
  const caption =
    rejected > rows.length
      ? `The first ${rows.length} refused rows; all ${grouped(rejected)} are in rejected.csv`
      : 'The refused rows';
  const table = make(
    'table',
    { id: 'refused' },
    make('caption', {}, caption),
    make('thead', {}, head),
    make('tbody', {}, ...body),
  );
  return [make('h3', {}, 'Refused rows'), region('Refused rows', table)];
}

function region(label: string, table: HTMLElement): HTMLElement {
  return make('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}
