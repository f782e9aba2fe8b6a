/** Objects whose keys come from outside. */
import { expect, it } from 'vitest';
import { isRecord, own } from '../../src/foundation/record.js';

it.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['text', false],
  [() => 1, false],
])('an object with keys: %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});

it('looks up own keys only, whatever they are called', () => {
  const record: Readonly<Record<string, number>> = JSON.parse('{"a":1,"__proto__":2}');
  expect([own(record, 'a'), own(record, '__proto__'), own(record, 'constructor')]).toEqual([1, 2, undefined]);
  expect(own(undefined, 'a')).toBeUndefined();
});
