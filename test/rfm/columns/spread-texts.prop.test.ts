/** Short texts for ids: the fast way against a Map. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/rfm/columns/conventions.js';
import { hashKeys, hashOf } from '../../../src/rfm/columns/hash.js';
import { orderColumns } from '../../../src/rfm/columns/index.js';
import { leadingKey } from '../../../src/rfm/columns/keys.js';
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
}

type Added = ReturnType<typeof addSpreadTexts>;

function spread(orders: readonly One[], seed: number, mostCustomers = 2 ** 26): Added {
  const customer = orders.map(({ id }) => id);
  const at = Float64Array.from(orders, (one) => one.at);
  const amount = Float64Array.from(orders, (one) => one.amount);
  const columns = orThrow(orderColumns({ customer, at, amount }));
  const conventions = orThrow(readOptions({ asOf: AS_OF, zone: 'UTC', currency: CURRENCY, mostCustomers }));
  return addSpreadTexts(
    columnReader(columns, customer),
    { ...columns.ranges, bound: 2 ** 50 },
    conventions,
    seed,
  );
}

function stateOf(added: Added): PurchaseState {
  if (added === undefined || added === 'tooMany') throw new Error(String(added));
  return added;
}

function asMap({ ids, orders, total, last, since }: PurchaseState): ReadonlyMap<string, readonly number[]> {
  return new Map(
    Array.from(orders, (count, i) => [
      String(ids[i]),
      [count, total.sums[i] ?? 0, last[i] ?? 0, since[i] ?? 0],
    ]),
  );
}

function plainly(orders: readonly One[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly [number, number, number, number]>();
  for (const { id, at, amount } of orders) {
    const [count, sum, last, since] = found.get(id) ?? [0, 0, at, at];
    found.set(id, [count + 1, sum + amount, Math.max(last, at), Math.min(since, at)]);
  }
  return found;
}

function wordsOf(id: string): Int32Array {
  const words = new Int32Array(2);
  packShort(id, words, 0);
  return words;
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const short = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'abcdefgh', 'é', 'ÿÿÿÿÿÿÿÿ'),
  fc.integer({ min: 0, max: 99_999_999 }).map(String),
);

describe('short texts', () => {
  it('add up to what a Map adds up, with the keys that order them', () => {
    const at = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }));
    const order = fc.record({ id: short, at, amount: fc.oneof(fc.nat({ max: 9 }), word) });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 300 }), fc.integer(), (orders, seed) => {
        const state = stateOf(spread(orders, seed));
        expect(state.customers).toBe(plainly(orders).size);
        expect(asMap(state)).toEqual(plainly(orders));
        const keys = Array.from(state.orders, (_, i) => leadingKey(wordsOf(String(state.ids[i])), 0));
        expect(Array.from(state.textKeys ?? [])).toEqual(keys);
      }),
    );
  });

  it('add up in many runs', () => {
    const orders = Array.from({ length: 200_000 }, (_, i) => ({
      id: `c${Math.imul(i, 0x9e3779b1) >>> (i % 3 === 0 ? 30 : 15)}`,
      at: i % 977,
      amount: i,
    }));
    expect(asMap(stateOf(spread(orders, 5)))).toEqual(plainly(orders));
  });

  it('say when there are more customers than may be', () => {
    const orders = Array.from({ length: 2000 }, (_, i) => ({ id: `c${i}`, at: i, amount: 1 }));
    expect(spread(orders, 1, 1999)).toBe('tooMany');
    expect(stateOf(spread(orders, 1, 2000)).customers).toBe(2000);
  });

  it('leave to others what does not fit, and ids that were chosen to collide', () => {
    const one = { id: 'a', at: 0, amount: 1 };
    for (const id of ['123456789', '顾客', 'a\0']) expect(spread([one, { ...one, id }], 1)).toBeUndefined();
    for (const amount of [2 ** 31, -(2 ** 31) - 1])
      expect(spread([one, { ...one, amount }], 1)).toBeUndefined();
    // Of many texts those whose elements lie together, in one part.
    const [parts, table] = [hashKeys(2), hashKeys(1)];
    const chosen: One[] = [];
    for (let i = 0; chosen.length < 200 && i < 40_000_000; i += 1) {
      const id = i.toString(36);
      const [high = 0, low = 0] = wordsOf(id);
      const together = hashOf(high, low, parts) >>> 26 === 0 && hashOf(high, low, table) >>> 23 === 0;
      if (together) chosen.push({ id, at: 0, amount: 1 });
    }
    expect(spread(chosen, 1)).toBeUndefined();
  });
});
