/** Each fast part against its plain version: what is written in one line, a sort, a Map, a loop. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../../src/foundation/civil.js';
import { compareText } from '../../../src/foundation/ordering.js';
import { BLOCK } from '../../../src/rfm/columns/blocks.js';
import { scanDoubles } from '../../../src/rfm/columns/check-columns.js';
import { dayPairs } from '../../../src/rfm/columns/day-pairs.js';
import { dayTable } from '../../../src/rfm/columns/day-table.js';
import { addByParts, packingFor } from '../../../src/rfm/columns/dense-parts.js';
import { addToRecord, beginRecords, WIDTH } from '../../../src/rfm/columns/dense-records.js';
import { hashKeys } from '../../../src/rfm/columns/hash.js';
import { idOrder, indexAtRank, sortIds } from '../../../src/rfm/columns/id-order.js';
import { orderColumns } from '../../../src/rfm/columns/index.js';
import { internIntegers } from '../../../src/rfm/columns/intern-integers.js';
import { internTexts } from '../../../src/rfm/columns/intern-texts.js';
import { INTEGER_KEYS, integerOf } from '../../../src/rfm/columns/keys.js';
import { packShort, packUuid } from '../../../src/rfm/columns/pack-text.js';
import { packUuids } from '../../../src/rfm/columns/pack-uuids.js';
import { partReader } from '../../../src/rfm/columns/part-reader.js';
import { PARTS, partition } from '../../../src/rfm/columns/partition.js';
import { columnReader } from '../../../src/rfm/columns/rows.js';
import { selectRanks } from '../../../src/rfm/columns/select.js';
import { integerKey } from '../../../src/rfm/columns/text-keys.js';
import { addWide, emptyWide, wideSum } from '../../../src/rfm/columns/wide-sums.js';
import { wordTable } from '../../../src/rfm/columns/word-table.js';
import { orThrow } from '../../../src/rfm/index.js';
import { arbitraryInteger, arbitraryLong, arbitraryText, arbitraryZone } from './arbitraries.js';

/** Places by a Map. */
function plainPlaces(ids: readonly (number | string)[]): readonly number[] {
  const known = new Map<number | string, number>();
  return ids.map((id) => {
    const place = known.get(id) ?? known.size;
    known.set(id, place);
    return place;
  });
}

describe('interning', () => {
  it('gives integers the places a Map gives them, by address and by words, in pieces as at once', () => {
    const cases = [
      [arbitraryInteger, { min: -100, max: 1000 }],
      [arbitraryLong, { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }],
    ] as const;
    for (const [customer, range] of cases) {
      const small = range.max === 1000 ? customer.filter((id) => id >= -100 && id <= 1000) : customer;
      fc.assert(
        fc.property(
          fc.array(small, { minLength: 1, maxLength: 200 }),
          fc.integer(),
          fc.nat({ max: 200 }),
          (ids, seed, cut) => {
            const interner = internIntegers(range, 0, seed);
            const places = new Int32Array(ids.length);
            const at = Math.min(cut, ids.length);
            interner.intern(Float64Array.from(ids), 0, at, places);
            interner.intern(Float64Array.from(ids), at, ids.length, places.subarray(at));
            expect(Array.from(places)).toEqual(plainPlaces(ids));
            expect(Array.from(interner.ids())).toEqual([...new Set(ids)]);
          },
        ),
      );
    }
  });

  it('gives texts the places a Map gives them, whatever the seed', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText, { minLength: 1, maxLength: 200 }), fc.integer(), (ids, seed) => {
        const interner = internTexts(seed);
        const places = new Int32Array(ids.length);
        interner.intern(ids, 0, ids.length, places);
        expect(Array.from(places)).toEqual(plainPlaces(ids));
        expect(interner.ids()).toEqual([...new Set(ids)]);
      }),
    );
  });

  it('by words takes no more than a few steps for each id, also where all were chosen to collide', () => {
    const chosen = collidingIds(20_000);
    const random = Float64Array.from({ length: 20_000 }, (_, i) => 1e9 + i * 7919);
    const stepsFor = (ids: Float64Array): number => {
      const table = wordTable(2, 1);
      for (let from = 0; from < ids.length; from += BLOCK) {
        const rows = Math.min(BLOCK, ids.length - from);
        const keys = new Int32Array(2 * rows);
        INTEGER_KEYS.pack(ids, from, from + rows, keys);
        const out = { places: new Int32Array(rows), fresh: new Int32Array(rows) };
        table.placesOf({ keys, from: 0, until: rows, ...out }, from);
      }
      return table.steps();
    };
    expect(stepsFor(random) / random.length).toBeLessThan(2);
    // Without another seed it would be half of all ids, 10,000.
    expect(stepsFor(chosen) / chosen.length).toBeLessThan(10);
  });
});

/** Ids whose hash under seed 1 has the same leading bits: the first multiplier undone. */
function collidingIds(count: number): Float64Array {
  const keys = hashKeys(1);
  const ids: number[] = [];
  let inverse = keys.a;
  for (let i = 0; i < 5; i += 1) inverse = Math.imul(inverse, 2 - Math.imul(keys.a, inverse));
  // After the last multiplication the leading bits are those of `inverse · small`, taken back through each step.
  for (let i = 0; ids.length < count; i += 1) {
    const mixed = Math.imul(i, inverse);
    const h = mixed ^ (mixed >>> 15) ^ (mixed >>> 30);
    ids.push(Math.imul(h, inverse) >>> 0);
  }
  return Float64Array.from(ids);
}

describe('packing', () => {
  it('gives different words to different texts, ordered as the texts are', () => {
    const short = fc.string({
      maxLength: 8,
      unit: fc.integer({ min: 1, max: 255 }).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(
      fc.property(short, short, (a, b) => {
        const words = new Int32Array(4);
        expect([packShort(a, words, 0), packShort(b, words, 2)]).toEqual([true, true]);
        const [p, q, r, s] = Array.from(words, (word) => BigInt(word >>> 0));
        const order = (p ?? 0n) * 2n ** 32n + (q ?? 0n) - ((r ?? 0n) * 2n ** 32n + (s ?? 0n));
        expect(Math.sign(Number(order))).toBe(Math.sign(compareText(a, b)));
      }),
    );
  });

  it('leaves alone what is too long, wider than Latin-1, or holds NUL', () => {
    for (const text of ['123456789', '顾客', 'a\0', 'Ā'])
      expect(packShort(text, new Int32Array(2), 0)).toBe(false);
  });

  it('gives UUIDs in lower case their 128 bits, and no other text any', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 35 }), (uuid, at) => {
        const words = new Int32Array(4);
        expect(packUuid(uuid, words, 0)).toBe(true);
        const digits = Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
        expect(digits).toBe(uuid.replaceAll('-', ''));
        for (const wrong of ['g', 'A', '顾', '.']) {
          expect(packUuid(uuid.slice(0, at) + wrong + uuid.slice(at + 1), words, 0)).toBe(false);
        }
      }),
    );
  });

  it('gives many UUIDs at once the words it gives each, and none where one text is no UUID', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uuid(), { minLength: 16, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        fc.nat({ max: 35 }),
        (few, times, pick, at) => {
          const texts = Array.from({ length: times }, () => few).flat();
          const plain = new Int32Array(4 * texts.length);
          texts.forEach((text, i) => {
            packUuid(text, plain, 4 * i);
          });
          const words = new Int32Array(plain.length);
          expect(packUuids(texts, 0, texts.length, words)).toBe(true);
          expect(words).toEqual(plain);
          expect(packUuids(texts, 3, texts.length, words)).toBe(true);
          expect(words.subarray(0, plain.length - 12)).toEqual(plain.subarray(12));
          const one = pick % texts.length;
          const text = texts[one] ?? '';
          for (const wrong of ['g', 'A', '顾', 'ÿ', '\0', '', '00']) {
            const other = texts.with(one, text.slice(0, at) + wrong + text.slice(at + 1));
            expect(packUuids(other, 0, texts.length, words)).toBe(false);
          }
          // All together as long as before.
          const moved = texts.with(one, text.slice(1)).with((one + 1) % texts.length, `0${texts[0]}`);
          expect(packUuids(moved, 0, texts.length, words)).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives integers two words and back', () => {
    fc.assert(
      fc.property(arbitraryLong, (id) => {
        const keys = new Int32Array(2);
        INTEGER_KEYS.pack(Float64Array.of(id), 0, 1, keys);
        expect(integerOf(keys[0] ?? 0, keys[1] ?? 0)).toBe(id);
      }),
    );
  });
});

describe('partitioning', () => {
  it('keeps every row once, with its numbers, and all rows of an id in one part in their order', () => {
    const row = fc.record({
      id: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.maxSafeInteger()),
      at: fc.nat(),
      amount: fc.integer(),
    });
    const rows = fc.oneof(
      fc.array(row, { minLength: 1, maxLength: 300 }),
      row.map((one) => Array.from({ length: 9000 }, (_, i) => ({ ...one, at: i }))),
    );
    fc.assert(
      fc.property(rows, fc.integer(), (orders, seed) => {
        const columns = orThrow(
          orderColumns({
            customer: Float64Array.from(orders, ({ id }) => id),
            at: Float64Array.from(orders, ({ at }) => at),
            amount: Float64Array.from(orders, ({ amount }) => amount),
          }),
        );
        const ids = Float64Array.from(orders, ({ id }) => id);
        const parts = partition(columnReader(columns, ids), INTEGER_KEYS, hashKeys(seed));
        if (parts === undefined) throw new Error('no keys');
        const reader = partReader(parts, 2);
        const partOf = new Map<number, number>();
        const lastOf = new Map<number, number>();
        const seen = new Set<number>();
        for (let part = 0; part < PARTS; part += 1) {
          for (let run = 0; run < reader.runs(part); run += 1) {
            const { rows: count, keys, at, amount } = reader.read(part, run);
            for (let i = 0; i < count; i += 1) {
              const number = reader.rowOf(part, run, i);
              const id = integerOf(keys[2 * i] ?? 0, keys[2 * i + 1] ?? 0);
              seen.add(number);
              expect({ id, at: at[i], amount: amount[i] }).toEqual(orders[number]);
              expect(partOf.get(id) ?? part).toBe(part);
              expect(lastOf.get(id) ?? -1).toBeLessThan(number);
              partOf.set(id, part);
              lastOf.set(id, number);
            }
          }
        }
        expect(seen.size).toBe(orders.length);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps units and returns, or takes no row where units need more than their word', () => {
    const row = fc.record({
      id: fc.nat({ max: 30 }),
      units: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1 - 2 ** 30, max: 2 ** 30 - 1 })),
      returned: fc.nat({ max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 300 }), fc.nat(), (orders, pick) => {
        const ids = Float64Array.from(orders, ({ id }) => id);
        const partsOf = (units: Float64Array) => {
          const returned = Uint8Array.from(orders, (one) => one.returned);
          const columns = orThrow(orderColumns({ customer: ids, at: ids, amount: ids, units, returned }));
          return partition(columnReader(columns, ids), INTEGER_KEYS, hashKeys(1));
        };
        const units = Float64Array.from(orders, (one) => one.units);
        const parts = partsOf(units);
        if (parts === undefined) throw new Error('no parts');
        const reader = partReader(parts, 2);
        for (let part = 0; part < PARTS; part += 1) {
          for (let run = 0; run < reader.runs(part); run += 1) {
            const read = reader.read(part, run);
            for (let i = 0; i < read.rows; i += 1) {
              const { units: own, returned } = orders[reader.rowOf(part, run, i)] ?? {};
              expect([read.units?.[i], read.returned?.[i]]).toEqual([own, returned]);
            }
          }
        }
        for (const tooMany of [2 ** 30, -(2 ** 30), 2 ** 53 - 1])
          expect(partsOf(units.with(pick % units.length, tooMany))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('looks keys up as a Map does, before and after it is cleared', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 300 }),
        fc.integer(),
        (ids, seed) => {
          const table = wordTable(4, seed);
          for (let time = 0; time < 2; time += 1) {
            const keys = Int32Array.from(ids.flatMap((id) => [1, 2, 3, id]));
            const places = new Int32Array(ids.length);
            table.placesOf(
              { keys, from: 0, until: ids.length, places, fresh: new Int32Array(ids.length) },
              0,
            );
            expect(Array.from(places)).toEqual(plainPlaces(ids));
            table.clear();
          }
        },
      ),
    );
  });
});

describe('dense rows in parts', () => {
  it('give the records that adding them one by one gives', () => {
    const row = fc.record({
      id: fc.integer({ min: -40, max: 90 }),
      at: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 2 ** 45 })),
      amount: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer()),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 120 }),
        (orders, bits, chunk) => {
          const customer = Float64Array.from(orders, ({ id }) => id);
          const at = Float64Array.from(orders, (one) => one.at);
          const amount = Float64Array.from(orders, (one) => one.amount);
          const columns = orThrow(orderColumns({ customer, at, amount }));
          const min = Math.min(...customer);
          const span = Math.max(...customer) - min + 1;
          const plain = new Float64Array(WIDTH * span);
          beginRecords(plain, columns.ranges.at);
          for (const one of orders) addToRecord(plain, WIDTH * (one.id - min), one.at, one.amount);
          const reader = columnReader(columns, (from, until) => customer.subarray(from, until));
          const records = addByParts(reader, { min, span, at: columns.ranges.at, bits }, chunk);
          expect(records).toEqual(plain);
        },
      ),
    );
  });

  it('are not packed where they do not fit three words', () => {
    const rows = 3e6;
    const range = { min: 0, max: 1e6 };
    expect(packingFor(rows, range, range, range)).toMatchObject({ min: 0, span: 1_000_001 });
    expect(packingFor(rows, range, range, { min: 0, max: 2 ** 31 })).toBeUndefined();
    expect(packingFor(rows, range, { min: -(2 ** 52), max: 2 ** 52 }, range)).toBeUndefined();
    expect(packingFor(1e5, range, range, range)).toBeUndefined();
  });
});

describe('selecting', () => {
  const values = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: -70_000, max: 70_000 }),
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.constantFrom(1 / 3, -1 / 3, 1e300, -1e300, 5e-324, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  );
  const columns = fc.oneof(
    fc.array(values, { minLength: 1, maxLength: 60 }),
    fc
      .array(values, { minLength: 1, maxLength: 5 })
      .map((few) => Array.from({ length: 5000 }, (_, i) => few[i % few.length] ?? 0)),
    fc
      .tuple(fc.integer(), values)
      .map(([seed, scale]) => Array.from({ length: 4000 }, (_, i) => Math.sin(seed + i) * scale || 0)),
  );

  it('finds at each rank what sorting puts there, and how many are smaller and equal', () => {
    fc.assert(
      fc.property(columns, fc.array(fc.nat(), { minLength: 1, maxLength: 9 }), (column, picks) => {
        const sorted = Float64Array.from(column).sort();
        const ranks = picks.map((pick) => pick % column.length);
        const expected = ranks.map((rank) => {
          const value = sorted[rank] ?? 0;
          return {
            value,
            below: column.filter((one) => one < value).length,
            equal: column.filter((one) => one === value).length,
          };
        });
        expect(selectRanks(Float64Array.from(column), ranks)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the order of ids', () => {
  it('of integers is that of their texts', () => {
    const upToTen = fc.oneof(arbitraryInteger, fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }));
    fc.assert(
      fc.property(upToTen, upToTen, (a, b) => {
        expect(Math.sign(integerKey(a) - integerKey(b))).toBe(Math.sign(compareText(String(a), String(b))));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds ranks, and texts among them, as sorting by text does', () => {
    const alike = fc
      .tuple(fc.constantFrom('customer-', 'customer-of-', '顾客'), arbitraryText)
      .map(([start, end]) => start + end);
    const sets = fc.oneof(
      fc.uniqueArray(arbitraryInteger, { minLength: 1, maxLength: 40 }).map((ids) => Float64Array.from(ids)),
      fc
        .uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 40 })
        .map((ids) => Float64Array.from(ids)),
      fc.uniqueArray(arbitraryLong, { minLength: 1, maxLength: 40 }).map((ids) => Float64Array.from(ids)),
      fc.uniqueArray(arbitraryText, { minLength: 1, maxLength: 40 }),
      fc.uniqueArray(alike, { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        sets,
        fc.nat(),
        fc.oneof(arbitraryText, alike, arbitraryLong.map(String)),
        (ids, pick, other) => {
          const texts = Array.from(ids, String);
          const sorted = texts.toSorted(compareText);
          const order = idOrder(ids);
          expect(Array.from(sortIds(order), (index) => texts[index])).toEqual(sorted);
          const rank = pick % texts.length;
          const all = Int32Array.from(texts, (_, i) => i);
          expect(texts[indexAtRank(order, all, rank)]).toBe(sorted[rank]);
          const key = order.keyOf(other);
          if (key === undefined) return;
          texts.forEach((text, i) => {
            const own = order.keys[i] ?? 0;
            if (own !== key) expect(Math.sign(own - key)).toBe(Math.sign(compareText(text, other)));
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('days', () => {
  it('from a table are those of the clock, where clocks change too', () => {
    const around = fc.constantFrom(
      Date.UTC(2011, 11, 30, 10),
      Date.UTC(2025, 2, 30, 1),
      Date.UTC(2025, 9, 26, 1),
      Date.UTC(2024, 10, 3, 5),
      Date.UTC(2025, 10, 2, 4),
    );
    fc.assert(
      fc.property(
        arbitraryZone,
        around,
        fc.array(fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }), { minLength: 1 }),
        (zone, middle, steps) => {
          const instants = steps.map((step) => middle + step);
          const clock = zoneClock(zone);
          const dayOf = dayTable(clock, Math.min(...instants), Math.max(...instants));
          expect(instants.map(dayOf)).toEqual(instants.map((instant) => zoneClock(zone).dayOf(instant)));
        },
      ),
    );
  });

  it('are counted once for each customer', () => {
    const pairs = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: -40, max: 40 })), {
      maxLength: 2000,
      size: 'max',
    });
    fc.assert(
      fc.property(pairs, pairs, fc.constantFrom(undefined, 1, 100), (first, then, part) => {
        const set = dayPairs(part);
        for (const some of [first, then]) {
          for (const [place, day] of some) set.add(place, day);
          // Asking in between changes nothing.
          set.visit(() => undefined);
        }
        const found: string[] = [];
        set.visit((place, day) => found.push(`${place} ${day}`));
        const sorted = [...first, ...then].sort(([a, i], [b, j]) => a - b || i - j);
        expect(found).toEqual([...new Set(sorted.map(([place, day]) => `${place} ${day}`))]);
      }),
    );
  });
});

describe('a column of doubles', () => {
  it('has the range of its values, and is whole where each of them is', () => {
    const value = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.maxSafeInteger(),
      fc.constantFrom(0.5, -0.25, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
    );
    const wholes = fc.array(fc.maxSafeInteger(), { minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(wholes, fc.array(value, { minLength: 1 })), (values) => {
        const { range, whole } = scanDoubles(Float64Array.from(values));
        expect(whole).toBe(values.every(Number.isInteger));
        if (!whole) return;
        expect([range.min + 0, range.max + 0]).toEqual([Math.min(...values) + 0, Math.max(...values) + 0]);
      }),
    );
  });
});

describe('wide sums', () => {
  it('are exact in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 60 }), (terms) => {
        const wide = emptyWide();
        const amount = Float64Array.from(terms);
        const rows = terms.length;
        const block = {
          rows,
          places: new Int32Array(rows),
          at: new Float64Array(rows),
          amount,
          units: undefined,
          returned: undefined,
        };
        addWide(wide, block, amount, { from: 0, until: 1 }, 1);
        const sum = terms.reduce((all, term) => all + BigInt(term), 0n);
        expect(BigInt(wideSum(wide, 0))).toBe(sum);
      }),
    );
  });
});
