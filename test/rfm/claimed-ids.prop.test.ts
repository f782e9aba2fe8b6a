import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimedNumbers, claimedTexts } from '../../src/rfm/claimed-ids.js';

describe('claimed ids', () => {
  it('numbers in any order are claimed once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 30 }), { maxLength: 60 }), (numbers) => {
        const claims = claimedNumbers();
        const met = new Set<number>();
        for (const number of numbers) {
          expect(claims.claim(number)).toBe(!met.has(number));
          met.add(number);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('texts are claimed once, however many sets they take', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (texts, most) => {
          const claims = claimedTexts(most);
          const met = new Set<string>();
          for (const text of texts) {
            expect(claims.claim(text)).toBe(!met.has(text));
            met.add(text);
          }
        },
      ),
    );
  });
});
