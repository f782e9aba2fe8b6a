/** Answers by civil day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByDay } from '../../src/foundation/by-day.js';

describe('what is known of days', () => {
  it('is what was kept, and nothing else', () => {
    const days = new ByDay<string>();
    expect(days.get(20_000)).toBeUndefined();
    expect(days.set(20_000, 'a')).toBe('a');
    expect([days.get(19_999), days.get(20_000), days.get(20_001)]).toEqual([undefined, 'a', undefined]);
    expect(days.set(20_000, 'b')).toBe('b');
    expect(days.get(20_000)).toBe('b');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5, 2 ** 31])(
    'is not kept for %s, which is no day',
    (day) => {
      const days = new ByDay<number>();
      expect(days.set(day, 1)).toBe(1);
      expect(days.get(day)).toBeUndefined();
      expect([days.get(0), days.get(1), days.get(-(2 ** 31))]).toEqual([undefined, undefined, undefined]);
    },
  );

  it('is that of a map, before 1970 and far ahead', () => {
    const day = fc.oneof(
      fc.integer({ min: -600, max: 600 }),
      fc.integer({ min: -100_000_000, max: 100_000_000 }),
      fc.constantFrom(-513, -512, -1, 0, 511, 512, 1023, 1024),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.nat())), fc.array(day), (kept, asked) => {
        const days = new ByDay<number>();
        for (const [at, answer] of kept) days.set(at, answer);
        const known = new Map(kept);
        for (const at of [...asked, ...known.keys()]) expect(days.get(at)).toBe(known.get(at));
      }),
    );
  });
});
