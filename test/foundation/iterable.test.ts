import { describe, expect, it } from 'vitest';
import { iterableProblem } from '../../src/foundation/iterable.js';

describe('iterableProblem', () => {
  it.each([[[]], [new Set()], [new Map()], [new Float64Array(1)], [[1].values()]])(
    'lets %s through',
    (value) => {
      expect(iterableProblem(value, ['rows'], 'array')).toBeUndefined();
    },
  );

  it.each([['a;b'], [7], [null], [undefined], [{}], [{ length: 1 }], [() => []]])('refuses %s', (value) => {
    expect(iterableProblem(value, ['rows'], 'array')).toMatchObject({
      code: 'wrongType',
      path: ['rows'],
      expected: { kind: 'type', type: 'array' },
    });
  });
});
