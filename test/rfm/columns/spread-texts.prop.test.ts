/** Short texts and UUIDs for ids: the fast way against a Map. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/rfm/columns/conventions.js';
import { hashKeys, hashOf } from '../../../src/rfm/columns/hash.js';
import { orderColumns } from '../../../src/rfm/columns/index.js';
import { keyingOf, leadingKey } from '../../../src/rfm/columns/keys.js';
import { packShort } from '../../../src/rfm/columns/pack-text.js';
import { columnReader } from '../../../src/rfm/columns/rows.js';
import { addSpreadTexts } from '../../../src/rfm/columns/spread-texts.js';
import type { PurchaseState } from '../../../src/rfm/columns/state.js';
import { orThrow } from '../../../src/rfm/index.js';
import { AS_OF, CURRENCY } from './arbitraries.js';

interface One {
  readonly id: string;
  readonly at: number;
  readonly amount: number;
  readonly units?: number;
  readonly returned?: boolean;
}

type Added = ReturnType<typeof addSpreadTexts>;
type Options = Partial<Parameters<typeof readOptions>[0]>;

/** The fast way; orders with units or returns have columns for them. */
function spread(orders: readonly One[], seed: number, options: Options = {}): Added {
  const customer = orders.map(({ id }) => id);
  const column = (of: (one: One) => number): Float64Array => Float64Array.from(orders, of);
  const wide = orders.some((one) => one.units !== undefined || one.returned !== undefined);
  const columns = orThrow(
    orderColumns({
      customer,
      at: column((one) => one.at),
      amount: column((one) => one.amount),
      ...(wide ? { units: column((one) => one.units ?? 0) } : {}),
      ...(wide ? { returned: Uint8Array.from(orders, (one) => Number(one.returned ?? false)) } : {}),
    }),
  );
  const conventions = orThrow(readOptions({ asOf: AS_OF, zone: 'UTC', currency: CURRENCY, ...options }));
  const more = { units: wide, returned: wide, rejected: () => [] };
  return addSpreadTexts(columnReader(columns, customer), conventions, seed, more);
}

function stateOf(added: Added): PurchaseState {
  if (added === undefined || added === 'tooMany') throw new Error(String(added));
  return added;
}

type Figures = Readonly<Record<'orders' | 'total' | 'last' | 'since' | 'returns' | 'units', number>>;

function asMap(state: PurchaseState): ReadonlyMap<string, Figures> {
  const { ids, orders, total, last, since, returns, units } = state;
  return new Map(
    Array.from(orders, (count, i) => [
      String(ids[i]),
      {
        orders: count,
        total: total.sums[i] ?? 0,
        last: last[i] ?? 0,
        since: since[i] ?? 0,
        returns: returns?.[i] ?? 0,
        units: units?.sums[i] ?? 0,
      },
    ]),
  );
}

function plainly(orders: readonly One[]): ReadonlyMap<string, Figures> {
  const found = new Map<string, Figures>();
  for (const { id, at, amount, units = 0, returned = false } of orders) {
    const before = found.get(id) ?? {
      orders: 0,
      total: 0,
      last: Number.NEGATIVE_INFINITY,
      since: Number.POSITIVE_INFINITY,
      returns: 0,
      units: 0,
    };
    const sums = { total: before.total + amount, units: before.units + units };
    found.set(
      id,
      returned
        ? { ...before, ...sums, returns: before.returns + 1 }
        : {
            ...before,
            ...sums,
            orders: before.orders + 1,
            last: Math.max(before.last, at),
            since: Math.min(before.since, at),
          },
    );
  }
  return found;
}

function wordsOf(id: string): Int32Array {
  const words = new Int32Array(4);
  keyingOf(id)?.pack([id], 0, 1, words);
  return words;
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const short = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'abcdefgh', 'é', 'ÿÿÿÿÿÿÿÿ'),
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
);
const uuid = fc.oneof(
  fc.constantFrom('00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000001'),
  fc.uuid(),
);
const at = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 52), max: 0 }));
const amount = fc.oneof(fc.nat({ max: 9 }), word);
const plain = { at, amount };
const wide = {
  ...plain,
  units: fc.oneof(fc.nat({ max: 9 }), fc.integer({ min: 1 - 2 ** 30, max: 2 ** 30 - 1 })),
  returned: fc.boolean(),
};

describe('short texts and UUIDs', () => {
  it('add up to what a Map adds up, with the keys that order them', () => {
    const orders = fc.oneof(
      ...[short, uuid].flatMap((id) => [
        fc.array(fc.record({ id, ...plain }), { minLength: 1, maxLength: 300 }),
        fc.array(fc.record({ id, ...wide }), { minLength: 1, maxLength: 300 }),
      ]),
    );
    fc.assert(
      fc.property(orders, fc.integer(), (some: readonly One[], seed) => {
        const state = stateOf(spread(some, seed));
        expect(state.customers).toBe(plainly(some).size);
        expect(asMap(state)).toEqual(plainly(some));
        expect(state.rows.inWindow).toBe(some.length);
        const keys = Array.from(state.orders, (_, i) => leadingKey(wordsOf(String(state.ids[i])), 0));
        expect(Array.from(state.textKeys ?? [])).toEqual(keys);
      }),
      { numRuns: 200 },
    );
  });

  it('add up in many runs', () => {
    const orders = Array.from({ length: 200_000 }, (_, i) => ({
      id: `c${Math.imul(i, 0x9e3779b1) >>> (i % 3 === 0 ? 30 : 15)}`,
      at: i % 977,
      amount: i,
    }));
    expect(asMap(stateOf(spread(orders, 5)))).toEqual(plainly(orders));
    const numbered = orders.map((one, i) => ({ ...one, units: i % 7, returned: i % 11 === 0 }));
    const long = numbered.map((one) => ({
      ...one,
      id: `00000000-0000-4000-8000-${one.id.slice(1).padStart(12, '0')}`,
    }));
    expect(asMap(stateOf(spread(long, 5)))).toEqual(plainly(long));
  });

  it('say when there are more customers than may be', () => {
    const orders = Array.from({ length: 2000 }, (_, i) => ({ id: `c${i}`, at: i, amount: 1 }));
    expect(spread(orders, 1, { mostCustomers: 1999 })).toBe('tooMany');
    expect(stateOf(spread(orders, 1, { mostCustomers: 2000 })).customers).toBe(2000);
  });

  it('leave to others what does not fit', () => {
    const one: One = { id: 'a', at: 0, amount: 1 };
    const other = (change: Partial<One>, options?: Options): Added =>
      spread([one, { ...one, ...change }, one], 1, options);
    for (const id of ['123456789', '顾客', 'a\0', '00000000-0000-4000-8000-000000000000'])
      expect(other({ id })).toBeUndefined();
    for (const wrong of [2 ** 31, -(2 ** 31) - 1]) expect(other({ amount: wrong })).toBeUndefined();
    for (const wrong of [2 ** 30, -(2 ** 30)]) expect(other({ units: wrong })).toBeUndefined();
    expect(stateOf(other({ units: 2 ** 30 - 1 })).units?.sums[0]).toBe(2 ** 30 - 1);
    for (const wrong of [Date.UTC(2100, 0, 1), -(2 ** 52) - 1]) expect(other({ at: wrong })).toBeUndefined();
    expect(other({}, { window: { kind: 'rollingMonths', months: 1 } })).toBeUndefined();
    expect(other({}, { purchaseDays: 'count' })).toBeUndefined();
    expect(stateOf(other({})).customers).toBe(1);
  });

  it('leave to others ids that were chosen to collide', () => {
    // Of many texts those whose elements lie together, in one part.
    const [parts, table] = [hashKeys(2), hashKeys(1)];
    const chosen: One[] = [];
    const words = new Int32Array(2);
    for (let i = 0; chosen.length < 200 && i < 40_000_000; i += 1) {
      const id = i.toString(36);
      packShort(id, words, 0);
      const [high = 0, low = 0] = words;
      const together = hashOf(high, low, parts) >>> 26 === 0 && hashOf(high, low, table) >>> 23 === 0;
      if (together) chosen.push({ id, at: 0, amount: 1 });
    }
    expect(chosen).toHaveLength(200);
    expect(spread(chosen, 1)).toBeUndefined();
  });
});
