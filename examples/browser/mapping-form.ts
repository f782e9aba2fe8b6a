/** The form that says how the file is to be read: filled with suggestions, and read when the person confirms. */
import { describe, type OrderMapping, parseOrderMapping } from 'clientele/rfm';
import {
  DATE_FORMS,
  guessColumns,
  guessDates,
  guessNumbers,
  guessRows,
  NUMBER_STYLES,
  USES,
  type Use,
} from './guess-mapping.js';
import type { Peek } from './messages.js';
import { byId, make } from './page-elements.js';

/** The mapping, or what is still missing in it. */
export type FormReading =
  | { readonly mapping: OrderMapping; readonly asOf?: string }
  | { readonly problems: readonly { readonly field: string; readonly says: string }[] };

/** Offers the file's columns and fills in what their names and first cells suggest. */
export function fillForm({ delimiter, header, rows }: Peek): void {
  const guess = guessColumns(header);
  for (const use of USES) fillColumns(use, header, guess[use]);
  const cellsOf = (use: Use): readonly string[] => {
    const column = header.indexOf(guess[use] ?? '');
    return column < 0 ? [] : rows.flatMap((cells) => cells[column] ?? []);
  };
  select('delimiter').value = delimiter;
  select('rows').value = guessRows(guess, cellsOf('orderId'));
  select('dates').value = guessDates(cellsOf('at')) ?? '';
  const numbers = guessNumbers(cellsOf(guess.amount === undefined ? 'unitPrice' : 'amount'));
  select('numbers').value = numbers.style ?? '';
  input('signs').value = numbers.signs;
}

function fillColumns(use: Use, header: readonly string[], guess: string | undefined): void {
  const none = make('option', { value: '' }, '— none —');
  const names = header.filter((name, i) => name !== '' && header.indexOf(name) === i);
  select(use).replaceChildren(none, ...names.map((name) => make('option', { value: name }, name)));
  select(use).value = guess ?? '';
}

/** Lists what can be chosen and does not depend on the file. */
export function prepareForm(): void {
  const choose = make('option', { value: '' }, 'Choose…');
  const dates = [...DATE_FORMS.keys()].map((name) =>
    make('option', { value: name }, DATE_NAMES[name] ?? name),
  );
  select('dates').replaceChildren(choose, ...dates);
  const numbers = [...NUMBER_STYLES.keys()].map((name) => make('option', { value: name }, name));
  select('numbers').replaceChildren(choose.cloneNode(true), ...numbers);
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => make('option', { value: zone }));
  byId('zones', HTMLDataListElement).replaceChildren(make('option', { value: 'UTC' }), ...zones);
  input('currency').addEventListener('input', suggestDecimals);
}

const DATE_NAMES: Readonly<Record<string, string>> = {
  iso: 'ISO 8601, as 2025-11-22 or 2025-11-22T18:05',
  'epoch-seconds': 'seconds since 1970',
  'epoch-milliseconds': 'milliseconds since 1970',
};

/** The decimals that ISO 4217 gives the currency; the person sees them and may change them. */
function suggestDecimals(): void {
  const code = input('currency').value.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions();
  input('decimals').value = String(maximumFractionDigits ?? 2);
}

/** The mapping as the form says it. */
export function readForm(): FormReading {
  const missing = REQUIRED.filter(([field]) => textIn(field) === '').map(([field, says]) => ({
    field,
    says,
  }));
  const column = (use: Use): object => (select(use).value === '' ? {} : { [use]: select(use).value });
  const priced = textIn('unitPrice') !== '' && textIn('quantity') !== '';
  if (textIn('amount') === '' && !priced) {
    missing.push({ field: 'amount', says: 'Choose the amount, or both unit price and quantity.' });
  }
  if (missing.length > 0) return { problems: missing };
  const money =
    textIn('amount') === '' ? { ...column('unitPrice'), ...column('quantity') } : column('amount');
  const signs = textIn('signs')
    .split(/\s+/)
    .filter((sign) => sign !== '');
  const prefix = textIn('returns');
  const read = parseOrderMapping({
    format: 'order-mapping@1',
    rows: textIn('rows'),
    columns: { ...column('orderId'), ...column('customerId'), ...column('at'), ...money },
    numbers: { ...NUMBER_STYLES.get(textIn('numbers')), ...(signs.length === 0 ? {} : { symbols: signs }) },
    dates: DATE_FORMS.get(textIn('dates')),
    zone: textIn('zone'),
    currency: { code: textIn('currency').toUpperCase(), minorUnit: Number(textIn('decimals')) },
    ...(prefix === '' ? {} : { returns: { idPrefix: prefix } }),
    policies: { missingCustomer: textIn('missing') },
  });
  if (read._tag === 'Left') {
    return {
      problems: read.left.map((problem) => ({ field: fieldOf(problem.path), says: describe(problem, 'en') })),
    };
  }
  const asOf = textIn('asOf');
  return { mapping: read.right, ...(asOf === '' ? {} : { asOf }) };
}

const REQUIRED: readonly (readonly [field: string, says: string])[] = [
  ['customerId', 'Choose the column with the customer.'],
  ['at', 'Choose the column with the time of the order.'],
  ['dates', 'Say how times are written: the first rows fit several forms, or none.'],
  ['numbers', 'Say how numbers are written.'],
  ['zone', 'Name the time zone whose days count, such as Europe/Berlin.'],
  ['currency', 'Name the currency of the amounts, such as EUR.'],
  ['decimals', 'Say how many decimals the currency has.'],
];

/** The field of the form in which a problem of the mapping can be mended. */
function fieldOf(path: readonly (string | number)[]): string {
  const [first, second] = path.map(String);
  if (first === 'columns' && USES.some((use) => use === second)) return second ?? 'customerId';
  if (first === 'currency') return second === 'minorUnit' ? 'decimals' : 'currency';
  if (first === 'returns') return second === 'idPrefix' ? 'orderId' : 'returns';
  return first === 'zone' || first === 'dates' || first === 'numbers' || first === 'rows'
    ? first
    : 'customerId';
}

function textIn(field: string): string {
  const found = document.getElementById(field);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found.value.trim() : '';
}

function select(id: string): HTMLSelectElement {
  return byId(id, HTMLSelectElement);
}

function input(id: string): HTMLInputElement {
  return byId(id, HTMLInputElement);
}
