/** The first rows as the form's choices read them, so that a wrong choice is seen before it counts. */
import { describe, type OrderMapping, parseOrders } from 'clientele/rfm';
import { createCalendar, money } from '../score-orders/format.js';
import type { Peek } from './messages.js';
import { byId, headerCell, make, numberCell } from './page-elements.js';

const SHOWN = 5;

export function showPreview({ header, rows }: Peek, mapping: OrderMapping | undefined): void {
  const table = byId('preview', HTMLTableElement);
  table.hidden = mapping === undefined;
  byId('preview-waits', HTMLElement).hidden = mapping !== undefined;
  if (mapping === undefined) return;
  const lines = rows.slice(0, SHOWN).map((cells, i) => {
    const row = Object.fromEntries(header.map((name, column) => [name, cells[column] ?? '']));
    return make('tr', {}, headerCell('row', String(i + 1)), ...readingOf(row, mapping));
  });
  byId('preview-rows', HTMLTableSectionElement).replaceChildren(...lines);
}

function readingOf(row: object, mapping: OrderMapping): readonly HTMLTableCellElement[] {
  const read = parseOrders([row], mapping);
  if (read._tag === 'Left') return [problem(read.left.map((one) => describe(one, 'en')))];
  const { orders, rejected } = read.right;
  const [order] = orders;
  if (order === undefined) {
    const says = rejected.flatMap(({ problems }) => problems.map((one) => describe(one, 'en')));
    return [problem(says.length === 0 ? ['Left out: it has no customer.'] : says)];
  }
  return [
    make('td', {}, order.customerId),
    make('td', {}, createCalendar(mapping.zone)(order.at)),
    numberCell(money(order.amount, mapping.currency)),
    make('td', {}, order.kind === 'return' ? 'return' : 'order'),
  ];
}

function problem(says: readonly string[]): HTMLTableCellElement {
  return make('td', { colspan: '4', class: 'problem' }, says.join(' '));
}
