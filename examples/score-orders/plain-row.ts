/** The rows that most files are made of, read sign by sign without a text for each cell. */
import type { OrderMapping, PlainOrder } from 'clientele/rfm';
import { ownText } from './columns.js';

/** Reads rows of one form; whatever is written otherwise is left to those who read every form. */
export interface PlainRowReader {
  /** The index behind the line end of the row that begins at `from`; −1 where it is not plain, or not all there. */
  readonly read: (text: string, from: number) => number;
  /** The row read last; the next one reuses it. */
  readonly order: PlainOrder;
}

/** Longer rows are left to those who count bytes. */
const LONGEST = 10_000;

/** What a column is to the reader; of all others only the ends are looked for. */
const OTHER = 0;
const CUSTOMER = 1;
const ORDER = 2;
const AT = 3;
const AMOUNT = 4;

/**
 * A reader of rows in which nothing is quoted, times are `2025-12-31T23:59:59Z`, perhaps with milliseconds, and amounts
 * are digits with at most as many decimals as the unit holds. `undefined` where the mapping asks for other forms.
 */
export function plainRowReader(
  header: readonly string[],
  { columns, dates, numbers, amountsIn, currency, blanks }: OrderMapping,
  delimiter: string,
): PlainRowReader | undefined {
  if (dates.kind !== 'iso' || columns.amount === undefined || delimiter.length !== 1) return undefined;
  if (blanks.some((blank) => /\d/.test(blank))) return undefined;
  const uses = header.map((name) => useOf(name, columns));
  const { orderId } = columns;
  const used = uses.filter((use) => use !== OTHER).length;
  // A column may have one use only here.
  if (used !== (orderId === undefined ? 3 : 4)) return undefined;
  const stop = delimiter.charCodeAt(0);
  const point = numbers.decimal.charCodeAt(0);
  const decimals = amountsIn === 'minor' ? 0 : currency.minorUnit;
  const order = { orderId: orderId === undefined ? undefined : '', customerId: '', at: 0, amount: 0 };
  const dayOf = dayReader();

  /** Where a cell of text ends; −1 where it is quoted. */
  function textUntil(text: string, from: number, last: number): number {
    let at = from;
    for (; at < last; at += 1) {
      const code = text.charCodeAt(at);
      if (code === stop || code === LF || code === CR) return at;
      if (code === QUOTE) return -1;
    }
    return -1;
  }

  /** Reads a time, and gives where it ends; −1 for any other text. */
  function timeUntil(text: string, from: number): number {
    const size = text.charCodeAt(from + 19) === Z ? 20 : 24;
    const marked =
      text.charCodeAt(from + size - 1) === Z &&
      text.charCodeAt(from + 4) === MINUS &&
      text.charCodeAt(from + 7) === MINUS &&
      text.charCodeAt(from + 10) === T &&
      text.charCodeAt(from + 13) === COLON &&
      text.charCodeAt(from + 16) === COLON &&
      (size === 20 || text.charCodeAt(from + 19) === POINT);
    if (!marked) return -1;
    const hours = digits(text, from + 11, 2);
    const minutes = digits(text, from + 14, 2);
    const seconds = digits(text, from + 17, 2);
    const milliseconds = size === 20 ? 0 : digits(text, from + 20, 3);
    // NaN is not below anything.
    if (!(hours < 24 && minutes < 60 && seconds < 60)) return -1;
    order.at = dayOf(text, from) + ((60 * hours + minutes) * 60 + seconds) * 1000 + milliseconds;
    return Number.isNaN(order.at) ? -1 : from + size;
  }

  /** Reads digits, perhaps with a point behind the first, and gives where they end; −1 for any other text. */
  function amountUntil(text: string, from: number, last: number): number {
    let value = 0;
    let behind = -1;
    let at = from;
    for (; at < last; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= NINE) value = 10 * value + code - ZERO;
      else if (code === point && code !== stop && behind < 0 && at > from) behind = at + 1;
      else break;
    }
    const written = behind < 0 ? 0 : at - behind;
    const size = at - from;
    if (size === 0 || size > MOST_DIGITS - decimals || behind === at || written > decimals) return -1;
    order.amount = value * 10 ** (decimals - written);
    return at;
  }

  /** Reads a cell, and gives where it ends; −1 where it is not plain. */
  function cellUntil(use: number, text: string, from: number, last: number): number {
    if (use === AT) return timeUntil(text, from);
    if (use === AMOUNT) return amountUntil(text, from, last);
    const until = textUntil(text, from, last);
    if (until < 0 || use === OTHER) return until;
    if (use === CUSTOMER) order.customerId = ownText(text.slice(from, until));
    else order.orderId = ownText(text.slice(from, until));
    return until;
  }

  function read(text: string, from: number): number {
    const last = Math.min(text.length, from + LONGEST);
    const columnsLeft = uses.length - 1;
    let at = from;
    for (let column = 0; column < columnsLeft; column += 1) {
      at = cellUntil(uses[column] ?? OTHER, text, at, last);
      if (at < 0 || text.charCodeAt(at) !== stop) return -1;
      at += 1;
    }
    at = cellUntil(uses[columnsLeft] ?? OTHER, text, at, last);
    if (at < 0) return -1;
    const end = text.charCodeAt(at);
    if (end === LF) return at + 1;
    return end === CR && text.charCodeAt(at + 1) === LF ? at + 2 : -1;
  }

  return { read, order };
}

function useOf(name: string, { customerId, orderId, at, amount }: OrderMapping['columns']): number {
  switch (name) {
    case customerId:
      return CUSTOMER;
    case at:
      return AT;
    case amount:
      return AMOUNT;
    case orderId:
      return ORDER;
    default:
      return OTHER;
  }
}

/** Signs of an amount that is surely safe, whatever decimals are added. */
const MOST_DIGITS = 14;

const FIRST_YEAR = 1900;
const YEARS = 200;

/** A reader of the days from 1900 to 2099 as their first instants; NaN for any other text, and days that do not exist. */
function dayReader(): (text: string, from: number) => number {
  const months = Float64Array.from({ length: 12 * YEARS + 1 }, (_, month) => Date.UTC(FIRST_YEAR, month));
  return (text, from) => {
    const year = digits(text, from, 4) - FIRST_YEAR;
    const month = digits(text, from + 5, 2);
    const day = digits(text, from + 8, 2);
    if (!(year >= 0 && year < YEARS && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
    const at = (months[12 * year + month - 1] ?? 0) + (day - 1) * DAY;
    return at < (months[12 * year + month] ?? 0) ? at : Number.NaN;
  };
}

const DAY = 86_400_000;

/** So many digits as a number; NaN where others stand among them. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return Number.NaN;
    value = 10 * value + code - ZERO;
  }
  return value;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const T = 0x54;
const Z = 0x5a;
