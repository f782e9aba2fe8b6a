/** What a file's columns may mean, by their names and first cells: suggestions for a person to confirm. */
import { type DateForm, defineOrderMapping, type OrderMappingInput, parseOrders } from 'clientele/rfm';

export const USES = ['orderId', 'customerId', 'at', 'amount', 'unitPrice', 'quantity'] as const;
export type Use = (typeof USES)[number];

/** Names by use, the surest first. */
const NAMES: Readonly<Record<Use, readonly RegExp[]>> = {
  orderId: [/^(order|invoice|receipt|transaction|bill)( ?(id|no|nr|number|num))?$/, /订单号|单号|订单/],
  customerId: [
    /^(customer|client|buyer|member|user|account)( ?(id|no|nr|number|num|key))?$/,
    /^(customer|client|buyer|member|user)\b/,
    /客户|顾客|会员/,
  ],
  at: [
    /^(order(ed)?|invoice|placed|purchase[d]?|transaction|created?|paid) ?(at|on|date|time|datetime)?$/,
    /\b(date|time|day|timestamp)\b/,
    /日期|时间/,
  ],
  amount: [
    /^(order |invoice |line )?(amount|total|revenue|value|sum|sales|turnover)$/,
    /\b(amount|total)\b/,
    /金额|总价/,
  ],
  unitPrice: [/^(unit|item) ?price$/, /^price$/, /单价/],
  quantity: [/^(quantity|qty|units|count|pieces)$/, /\b(quantity|qty)\b/, /数量/],
};

/** Columns by use; a column is suggested for one use only. */
export function guessColumns(header: readonly string[]): Partial<Record<Use, string>> {
  const guess: Partial<Record<Use, string>> = {};
  const taken = new Set<string>();
  // Ids first, because "order" alone may also begin the name of a time.
  for (const use of USES) {
    const free = header.filter((name) => !taken.has(name) && name.trim() !== '');
    const found = NAMES[use]
      .map((pattern) => free.find((name) => pattern.test(words(name))))
      .find((name) => name !== undefined);
    if (found === undefined) continue;
    guess[use] = found;
    taken.add(found);
  }
  return guess;
}

/** `InvoiceDate`, `invoice_date` and `Invoice date` alike. */
function words(name: string): string {
  return name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_.\-/]+/g, ' ')
    .toLowerCase();
}

/** How times may be written, by the value of their choice in the form. */
export const DATE_FORMS: ReadonlyMap<string, DateForm> = new Map<string, DateForm>([
  ['iso', { kind: 'iso' }],
  ...[
    ...['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm', 'd/M/yyyy H:mm', 'M/d/yyyy H:mm', 'dd/MM/yyyy', 'MM/dd/yyyy'],
    ...['d/M/yyyy', 'M/d/yyyy', 'dd.MM.yyyy HH:mm', 'dd.MM.yyyy', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm'],
    ...['yyyy/MM/dd HH:mm:ss', 'yyyy/MM/dd', 'yyyyMMdd'],
  ].map((pattern): [string, DateForm] => [pattern, { kind: 'pattern', pattern }]),
  ['epoch-seconds', { kind: 'epoch', unit: 'seconds' }],
  ['epoch-milliseconds', { kind: 'epoch', unit: 'milliseconds' }],
]);

/** The form in which all the cells can be read, where there is one and no other reads them as other days. */
export function guessDates(cells: readonly string[]): string | undefined {
  const fitting = [...DATE_FORMS].flatMap(([name, dates]) => {
    const days = instants(cells, dates);
    return days === undefined ? [] : [{ name, days: days.join() }];
  });
  return new Set(fitting.map(({ days }) => days)).size === 1 ? fitting[0]?.name : undefined;
}

function instants(cells: readonly string[], dates: DateForm): readonly number[] | undefined {
  const read = readCells(cells, (at) => ({ customer: 'x', at, amount: '1' }), { dates });
  return read?.map(({ at }) => at);
}

/** The signs of numbers, by the value of their choice in the form. */
export const NUMBER_STYLES = new Map<string, NonNullable<OrderMappingInput['numbers']>>([
  ['1234.50', { decimal: '.' }],
  ['1,234.50', { decimal: '.', group: ',' }],
  ['1234,50', { decimal: ',' }],
  ['1.234,50', { decimal: ',', group: '.' }],
  ['1 234,50', { decimal: ',', group: ' ' }],
]);

/** The first style in which all the cells can be read, with the signs that stand around the numbers. */
export function guessNumbers(cells: readonly string[]): { readonly style?: string; readonly signs: string } {
  const signs = [...new Set(cells.flatMap((cell) => cell.match(/\p{Sc}|[A-Z]{3}/gu) ?? []))];
  const fits = ([, style]: readonly [string, NonNullable<OrderMappingInput['numbers']>]): boolean =>
    readCells(cells, (amount) => ({ customer: 'x', at: '2000-01-01', amount }), {
      numbers: { ...style, symbols: signs },
    }) !== undefined;
  const style = [...NUMBER_STYLES].find(fits)?.[0];
  return { ...(style === undefined ? {} : { style }), signs: signs.join(' ') };
}

/** The orders in the rows made of the cells that hold something; `undefined` where one cannot be read. */
function readCells(
  cells: readonly string[],
  rowOf: (cell: string) => object,
  how: Pick<OrderMappingInput, 'dates' | 'numbers'>,
): readonly { readonly at: number }[] | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return undefined;
  const mapping = defineOrderMapping({
    rows: 'orders',
    columns: { customerId: 'customer', at: 'at', amount: 'amount' },
    zone: 'UTC',
    currency: { code: 'XXX', minorUnit: 4 },
    ...how,
  });
  // One by one, because orders that are read together come back by time.
  const orders = filled.flatMap((cell) => {
    const read = parseOrders([rowOf(cell)], mapping);
    return read._tag === 'Right' ? read.right.orders : [];
  });
  return orders.length === filled.length ? orders : undefined;
}

/** Rows are lines where a price is by the piece, or where an order id stands on several of the first rows. */
export function guessRows(
  columns: Partial<Record<Use, string>>,
  orderIds: readonly string[],
): OrderMappingInput['rows'] {
  const priced = columns.amount === undefined && columns.unitPrice !== undefined;
  const repeated = new Set(orderIds).size < orderIds.length;
  return columns.orderId !== undefined && (priced || repeated) ? 'lines' : 'orders';
}
