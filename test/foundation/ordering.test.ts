import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/foundation/ordering.js';

describe('compareText', () => {
  it('orders by code units, not as a dictionary would', () => {
    expect(['ä', 'b', 'a', 'B', '10', '9', '', 'Z', '客', '😀', '\uFFFD'].toSorted(compareText)).toEqual([
      '',
      '10',
      '9',
      'B',
      'Z',
      'a',
      'b',
      'ä',
      '客',
      '😀',
      '\uFFFD',
    ]);
  });

  it('agrees with sorting without a comparator, and is zero only for equal texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(texts.toSorted(compareText)).toEqual(texts.toSorted());
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 2 }), fc.string({ maxLength: 2 }), (a, b) => {
        expect(compareText(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareText(a, b)) + Math.sign(compareText(b, a))).toBe(0);
      }),
    );
  });
});
