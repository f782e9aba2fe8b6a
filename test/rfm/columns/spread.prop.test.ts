/** Integer ids far apart: the fast ways against a Map. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/rfm/columns/conventions.js';
import { hashKeys } from '../../../src/rfm/columns/hash.js';
import { orderColumns } from '../../../src/rfm/columns/index.js';
import { columnReader } from '../../../src/rfm/columns/rows.js';
import { addSpread } from '../../../src/rfm/columns/spread.js';
import { mixed, spreadingFor, unmixing } from '../../../src/rfm/columns/spread-parts.js';
import type { PurchaseState } from '../../../src/rfm/columns/state.js';
import { orThrow } from '../../../src/rfm/index.js';
import { AS_OF, CURRENCY } from './arbitraries.js';

interface One {
  readonly id: number;
  readonly at: number;
  readonly amount: number;
}

function spread(orders: readonly One[], seed: number, mostCustomers = 2 ** 26): ReturnType<typeof addSpread> {
  const customer = Float64Array.from(orders, ({ id }) => id);
  const columns = orThrow(
    orderColumns({
      customer,
      at: Float64Array.from(orders, ({ at }) => at),
      amount: Float64Array.from(orders, ({ amount }) => amount),
    }),
  );
  const { ranges } = columns;
  if (ranges.customer === undefined) throw new Error('no integers');
  const conventions = orThrow(readOptions({ asOf: AS_OF, zone: 'UTC', currency: CURRENCY, mostCustomers }));
  const reader = columnReader(columns, (from, until) => customer.subarray(from, until));
  return addSpread(reader, { ...ranges, customer: ranges.customer, bound: 2 ** 50 }, conventions, seed);
}

function asMap(state: PurchaseState): ReadonlyMap<number, readonly number[]> {
  const { ids, orders, total, last, since } = state;
  return new Map(
    Array.from(orders, (count, i) => [
      Number(ids[i]),
      [count, total.sums[i] ?? 0, last[i] ?? 0, since[i] ?? 0],
    ]),
  );
}

function plainly(orders: readonly One[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly [number, number, number, number]>();
  for (const { id, at, amount } of orders) {
    const [count, sum, last, since] = found.get(id) ?? [0, 0, at, at];
    found.set(id, [count + 1, sum + amount, Math.max(last, at), Math.min(since, at)]);
  }
  return found;
}

function stateOf(added: ReturnType<typeof addSpread>): PurchaseState {
  if (added === undefined || added === 'tooMany') throw new Error(String(added));
  return added;
}

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('ids far apart', () => {
  it('have hashes that can be undone', () => {
    fc.assert(
      fc.property(word, fc.integer(), (value, seed) => {
        const hash = hashKeys(seed);
        expect(unmixing(hash)(mixed(value, hash))).toBe(value);
      }),
    );
  });

  it('add up to what a Map adds up', () => {
    const ids = fc.oneof(fc.integer({ min: -3, max: 3 }), word);
    const at = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 39), max: 2 ** 39 }));
    const order = fc.record({ id: ids, at, amount: fc.oneof(fc.nat({ max: 9 }), word) });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 300 }), fc.integer(), (orders, seed) => {
        const state = stateOf(spread(orders, seed));
        expect(state.customers).toBe(plainly(orders).size);
        expect(asMap(state)).toEqual(plainly(orders));
      }),
    );
  });

  it('add up in runs and tables that must grow', () => {
    const unmix = unmixing(hashKeys(5));
    // All but a few in one part.
    const orders = Array.from({ length: 30_000 }, (_, i) => {
      const hash = i % 10 === 0 ? Math.imul(i, 0x9e3779b1) : Math.imul(i % 9000, 0x9e3779b1) >>> 6;
      return { id: unmix(hash) >>> 0, at: i % 977, amount: i };
    });
    // An id of 0, from which hashes are counted.
    const all = [...orders, { id: 0, at: 0, amount: 0 }];
    expect(asMap(stateOf(spread(all, 5)))).toEqual(plainly(all));
  });

  it('say when there are more customers than may be', () => {
    const orders = Array.from({ length: 2000 }, (_, i) => ({ id: i * 1009, at: i, amount: 1 }));
    expect(spread(orders, 1, 1999)).toBe('tooMany');
    expect(stateOf(spread(orders, 1, 2000)).customers).toBe(2000);
  });

  it('leave to others what does not fit, and ids that were chosen to collide', () => {
    const range = { min: 0, max: 1000 };
    const fits = [1e6, range, range, range, 1] as const;
    expect(spreadingFor(...fits)).toMatchObject({ min: 0, from: 0, bits: 7 });
    expect(spreadingFor(1e6, { min: 0, max: 2 ** 32 }, range, range, 1)).toBeUndefined();
    expect(spreadingFor(1e6, range, { min: 0, max: 2 ** 41 }, range, 1)).toBeUndefined();
    expect(spreadingFor(1e6, range, { min: 0, max: 2 ** 40 }, range, 1)?.bits).toBe(9);
    expect(spreadingFor(1e6, range, range, { min: 0, max: 2 ** 31 }, 1)).toBeUndefined();
    const unmix = unmixing(hashKeys(1));
    const ids = [0, ...Array.from({ length: 5000 }, (_, i) => unmix(i + 1) >>> 0)];
    expect(
      spread(
        ids.map((id) => ({ id, at: 0, amount: 1 })),
        1,
      ),
    ).toBeUndefined();
  });
});
