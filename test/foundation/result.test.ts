import { either } from 'fp-ts';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/foundation/problem.js';
import { left, orThrow, ProblemError, right, unless } from '../../src/foundation/result.js';

const blank: Problem = { code: 'missing', path: ['id'], expected: { kind: 'present' }, found: '""' };
const late: Problem = {
  code: 'wrongType',
  path: ['rows', 3],
  expected: { kind: 'type', type: 'object' },
  found: '5',
};

describe('a result', () => {
  it('is an Either of fp-ts', () => {
    expect(either.isRight(right(42))).toBe(true);
    expect(either.isLeft(left(blank))).toBe(true);
    expect(right(42)).toEqual(either.right(42));
    expect(left(blank, late)).toEqual(either.left([blank, late]));
  });

  it('unless there are problems, is the value, which is not made otherwise', () => {
    expect(unless([], () => 42)).toEqual(right(42));
    const made = (): never => {
      throw new Error('made all the same');
    };
    expect(unless([blank, late], made)).toEqual(left(blank, late));
  });
});

describe('orThrow', () => {
  it('gives the value, whatever it is', () => {
    expect(orThrow(right(42))).toBe(42);
    expect(orThrow(right(undefined))).toBeUndefined();
  });

  it('throws one error that lists every problem, one a line, and carries them as data', () => {
    const thrown = ((): unknown => {
      try {
        return orThrow(left(blank, late));
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({
      name: 'ProblemError',
      message: 'id: expected a value, found "".\nrows[3]: expected an object, found 5.',
      problems: [blank, late],
    });
  });
});
