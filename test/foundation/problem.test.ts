import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { show } from '../../src/foundation/problem.js';

describe('show', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  it.each<[string, unknown, string]>([
    ['a text', 'a"b\n', '"a\\"b\\n"'],
    ['no text', '', '""'],
    ['a number', 1.5, '1.5'],
    ['minus zero', -0, '-0'],
    ['no number', Number.NaN, 'NaN'],
    ['infinity', -Infinity, '-Infinity'],
    ['a huge number', 1e21, '1e+21'],
    ['a big integer', 12n, '12n'],
    ['true', true, 'true'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['an invalid date', new Date(Number.NaN), 'Invalid Date'],
    ['a function', () => 1, 'a function'],
    ['a class', class A {}, 'a function'],
    ['a symbol', Symbol('secret'), 'a symbol'],
    ['an array', [1, 2, 3], 'an array of 3'],
    ['an empty array', [], 'an array of 0'],
    ['an object', { a: 1 }, 'an object'],
    ['an object without a prototype', Object.create(null), 'an object'],
    ['a cyclic object', cyclic, 'an object'],
    ['a map', new Map(), 'an object'],
    [
      'an object whose text throws',
      {
        toString: () => {
          throw new Error('no');
        },
        toJSON: () => {
          throw new Error('no');
        },
      },
      'an object',
    ],
  ])('%s', (_, value, shown) => {
    expect(show(value)).toBe(shown);
  });

  it('keeps sixty characters of a text and marks what it cut off', () => {
    expect(show('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(show('x'.repeat(61))).toBe(`"${'x'.repeat(59)}…"`);
    expect(show('9'.repeat(1_000_000))).toBe(`"${'9'.repeat(59)}…"`);
    expect(show(10n ** 100n)).toBe(`1${'0'.repeat(58)}…n`);
  });

  it('does not cut a character in two', () => {
    expect(show(`${'x'.repeat(58)}😀😀`)).toBe(`"${'x'.repeat(58)}…"`);
    expect(show(`${'x'.repeat(57)}😀😀`)).toBe(`"${'x'.repeat(57)}😀…"`);
  });

  it('shows anything briefly, on one line, without throwing', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          const shown = show(value);
          expect(shown.length).toBeLessThan(400);
          expect(shown).not.toContain('\n');
        },
      ),
      { numRuns: 500 },
    );
  });
});
