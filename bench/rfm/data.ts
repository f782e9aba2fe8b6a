/** The shop that everybody adds up: seeded orders as columns, as texts and as objects. */
import type { Order } from 'clientele/rfm';

/** Orders of about `rows / 8` customers, in no order, each row one order. */
export interface Shop {
  readonly rows: number;
  /** All of the same number of digits, so that they are ordered alike as numbers and as texts. */
  readonly ids: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array;
}

export const FIRST_ID = 10_000_000;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 3 * 365;

/** The day the question is asked on: the one after the last order. */
export const AS_OF = '2024-12-31';
/** The same as a number of days since 1970. */
export const AS_OF_DAY: number = Date.UTC(2024, 11, 31) / 86_400_000;

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Integer ids from {@link FIRST_ID} on; `apart` is how far they lie from each other. How often customers order is
 * skewed (the busiest third place about 48 % of the orders), amounts are log-normal.
 */
export function makeShop(rows: number, apart = 1): Shop {
  const random = seeded(rows);
  const customers = Math.floor(rows / 8);
  const numbers = shuffled(customers, random);
  const ids = new Int32Array(rows);
  const at = new Float64Array(rows);
  const amount = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    const customer = numbers[Math.floor(customers * random() ** 1.5)] ?? 0;
    ids[i] = FIRST_ID + apart * customer;
    at[i] = FIRST_DAY + Math.floor(random() * DAYS * 86_400_000);
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    amount[i] = Math.round(100 * Math.exp(3 + normal));
  }
  return { rows, ids, at, amount };
}

function shuffled(count: number, random: () => number): Int32Array {
  const numbers = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    const number = numbers[i] ?? 0;
    numbers[i] = numbers[other] ?? 0;
    numbers[other] = number;
  }
  return numbers;
}

/** How the ids of customers are written. */
export type IdStyle = 'short' | 'uuid';

/** The ids as texts; rows of one customer share one text. */
export function textIds({ rows, ids }: Pick<Shop, 'rows' | 'ids'>, style: IdStyle): readonly string[] {
  const texts: string[] = [];
  for (let i = 0; i < Math.floor(rows / 8); i += 1)
    texts.push(style === 'short' ? String(FIRST_ID + i) : uuid(i));
  const column: string[] = [];
  for (let i = 0; i < rows; i += 1) column.push(texts[(ids[i] ?? 0) - FIRST_ID] ?? '');
  return column;
}

/** A version-4 UUID that depends on a number. */
function uuid(number: number): string {
  const random = seeded(number);
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** The orders as objects. */
export function orderObjects({ rows, ids, at, amount }: Shop): readonly Order[] {
  const customers = textIds({ rows, ids }, 'short');
  const orders: Order[] = [];
  for (let i = 0; i < rows; i += 1) {
    orders.push({
      id: '',
      customerId: customers[i] ?? '',
      at: at[i] ?? 0,
      amount: amount[i] ?? 0,
      units: 1,
      kind: 'purchase',
    });
  }
  return orders;
}
