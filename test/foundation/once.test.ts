/** Answers that are worked out once. */
import { expect, it, vi } from 'vitest';
import { once, remembered } from '../../src/foundation/once.js';

it.each([[5], [undefined], [null]])('what is worked out when it is first asked for: %s', (value) => {
  const make = vi.fn(() => value);
  const asked = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([asked(), asked()]).toEqual([value, value]);
  expect(make).toHaveBeenCalledTimes(1);
});

it('each question once, whatever the answer is', () => {
  const work = vi.fn((n: number) => (n > 1 ? n * 2 : undefined));
  const asked = remembered(work);
  expect([asked(1), asked(2), asked(1), asked(2), asked(Number.NaN), asked(Number.NaN)]).toEqual([
    ...[undefined, 4, undefined, 4],
    ...[undefined, undefined],
  ]);
  expect(work.mock.calls).toEqual([[1], [2], [Number.NaN]]);
});
