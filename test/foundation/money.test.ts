import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, type ExactSum, settle } from '../../src/foundation/money.js';

const MAX = Number.MAX_SAFE_INTEGER;
const sum = (terms: readonly number[]): ExactSum => terms.reduce<ExactSum>(add, 0);

describe('an exact sum', () => {
  it('of nothing is nothing', () => {
    expect(settle(sum([]))).toBe(0);
  });

  it('stays a plain number while it can', () => {
    expect(sum([1, 2, 3])).toBe(6);
    expect(sum([MAX, 0])).toBe(MAX);
    expect(sum([-MAX, 1])).toBe(-MAX + 1);
  });

  it('leaves the safe integers without losing a unit, and finds its way back', () => {
    expect(sum([MAX, 1])).toBe(2n ** 53n);
    expect(sum([MAX, 2])).toBe(2n ** 53n + 1n);
    expect(sum([-MAX, -2])).toBe(-(2n ** 53n) - 1n);
    expect(settle(sum([MAX, MAX, MAX, -MAX, -MAX, -1]))).toBe(MAX - 1);
  });

  it('outside the safe integers is no number', () => {
    expect(settle(sum([MAX, 1]))).toBeUndefined();
    expect(settle(sum([-MAX, -1]))).toBeUndefined();
    expect(settle(2n ** 2000n)).toBeUndefined();
    expect(settle(BigInt(MAX))).toBe(MAX);
  });

  it('is never −0', () => {
    expect(settle(sum([-0]))).toBe(0);
    expect(settle(-0)).toBe(0);
    expect(settle(sum([5, -5]))).toBe(0);
    expect(settle(sum([MAX, 1, -1, -MAX]))).toBe(0);
  });

  it('is the sum in BigInt, in whatever order the terms come', () => {
    const term = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.constantFrom(MAX, -MAX, MAX - 1, 1, -1, 0));
    const shuffled = fc
      .array(term, { maxLength: 40 })
      .chain((terms) =>
        fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length })),
      );
    fc.assert(
      fc.property(shuffled, ([terms, others]) => {
        const exact = terms.reduce((total, one) => total + BigInt(one), 0n);
        expect(BigInt(sum(terms))).toBe(exact);
        expect(BigInt(sum(others))).toBe(exact);
        expect(settle(sum(others))).toBe(
          exact >= -BigInt(MAX) && exact <= BigInt(MAX) ? Number(exact) : undefined,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
