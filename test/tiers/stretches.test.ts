/** Answers for stretches of time. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Stretch, Stretches } from '../../src/tiers/outlook/stretches.js';

/** The hundred that an instant lies in. */
function hundred(instant: number): Stretch {
  const validFrom = Math.floor(instant / 100) * 100;
  return { validFrom, validUntil: validFrom + 100 };
}

describe('answers for stretches of time', () => {
  it('are half-open', () => {
    const known = new Stretches<Stretch>();
    const find = vi.fn(hundred);
    const at = (instant: number): number => known.at(instant, () => find(instant)).validFrom;
    expect([at(150), at(100), at(199), at(200), at(99), at(150)]).toEqual([100, 100, 100, 200, 0, 100]);
    expect(find.mock.calls).toEqual([[150], [200], [99]]);
  });

  it('may have no beginning or no end', () => {
    const known = new Stretches<Stretch>();
    const find = vi.fn((): Stretch => ({ validFrom: Number.NEGATIVE_INFINITY, validUntil: 0 }));
    const after: Stretch = { validFrom: 0, validUntil: Number.POSITIVE_INFINITY };
    expect(known.at(0, () => after)).toBe(after);
    expect(known.at(-1, find)).toBe(known.at(Number.MIN_SAFE_INTEGER, find));
    expect(known.at(Number.MAX_SAFE_INTEGER, find)).toBe(after);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('are found once for each stretch, in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (asked) => {
        const known = new Stretches<Stretch>();
        const found: number[] = [];
        for (const instant of asked) {
          const answer = known.at(instant, () => {
            found.push(instant);
            return hundred(instant);
          });
          expect(answer).toEqual(hundred(instant));
        }
        expect(found).toHaveLength(new Set(asked.map((one) => hundred(one).validFrom)).size);
      }),
    );
  });
});
