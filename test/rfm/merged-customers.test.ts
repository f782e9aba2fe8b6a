import { describe, expect, it } from 'vitest';
import { orThrow, parseOrders, describe as say } from '../../src/rfm/index.js';
import { mapping, parsed, problemsOf, row, wrongs } from './support.js';

const idsOf = (customers: readonly string[], mergedCustomers: Record<string, string> | Map<string, string>) =>
  parsed(
    customers.map((customer, i) => row({ id: i, customer })),
    {},
    { mergedCustomers },
  ).orders.map(({ customerId }) => customerId);

describe('merged customers', () => {
  it('may be given as a plain object, as JSON has it', () => {
    expect(idsOf(['a', 'b', 'c', 'd'], { a: 'b', b: 'c' })).toEqual(['c', 'c', 'c', 'd']);
  });

  it('in an object are its own keys, whatever they are called', () => {
    const merged: Record<string, string> = JSON.parse('{"__proto__": "x", "toString": "y"}');
    expect(idsOf(['__proto__', 'toString', 'constructor'], merged)).toEqual(['x', 'y', 'constructor']);
  });

  it('may be merged into themselves: such an entry says nothing', () => {
    const merged = new Map([
      ['a', 'a'],
      ['b', 'a'],
    ]);
    expect(idsOf(['a', 'b'], merged)).toEqual(['a', 'a']);
  });

  it.each([false, true])('in a chain of 100,000 are followed at once (from the end: %s)', (reversed) => {
    const pairs = Array.from({ length: 100_000 }, (_, i) => [`${i}`, `${i + 1}`] as const);
    expect(idsOf(['0', '99999', '7'], new Map(reversed ? pairs.reverse() : pairs))).toEqual([
      '100000',
      '100000',
      '100000',
    ]);
  });

  it('in a circle are refused with the circle, not with the way to it', () => {
    const merged = { t: 'a', a: 'b', b: 'c', c: 'a' };
    const result = parseOrders([], mapping(), { mergedCustomers: merged });
    expect(problemsOf(result).map((problem) => say(problem, 'en'))).toEqual([
      'mergedCustomers.a: expected a chain that ends, found "a" → "b" → "c" → "a".',
    ]);
  });

  it('in a large circle are refused in one sentence', () => {
    const merged = new Map(Array.from({ length: 50_000 }, (_, i) => [`${i}`, `${(i + 1) % 50_000}`]));
    const [problem] = problemsOf(parseOrders([], mapping(), { mergedCustomers: merged }));
    expect(problem?.found).toBe('"0" → "1" → "2" → "3" → "4" → … → "0"');
  });

  it('are masked in problems where the customer column is personal', () => {
    const options = { mergedCustomers: { secret1: 'secret2', secret2: 'secret1' } };
    const [problem] = problemsOf(parseOrders([], mapping({ personal: ['customer'] }), options));
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(problem?.found).toEqual({ en: 'a circle of 2 ids', zh: '2 个编号的环' });
  });

  it.each([
    ['a text', '"a=b"', ['wrongType mergedCustomers']],
    ['a list', '[["a", "b"]]', ['wrongType mergedCustomers']],
    ['nothing', 'null', []],
    ['a number as the new id', '{"a": 1}', ['wrongType mergedCustomers.a']],
  ])('that are %s', (_, json, expected) => {
    const mergedCustomers: Record<string, string> = JSON.parse(json);
    const result = parseOrders([], mapping(), { mergedCustomers });
    expect(wrongs(result)).toEqual(expected);
    if (expected.length === 0) expect(orThrow(result).orders).toEqual([]);
  });
});
