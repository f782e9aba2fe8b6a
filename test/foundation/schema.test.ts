import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { ModelFormat } from '../../src/foundation/format.js';
import type { Expectation, Problem } from '../../src/foundation/problem.js';
import { ProblemError, type Result } from '../../src/foundation/result.js';
import { define, read, readStored } from '../../src/foundation/schema.js';

function problems<A>(schema: z.ZodMiniType<A>, input: unknown): unknown {
  const result: Result<A> = read(schema, input);
  return result._tag === 'Left' ? result.left : 'accepted';
}

const window = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('days'), days: z.int().check(z.minimum(1)) }),
]);
const amount = z.strictObject({ minor: z.number(), minorUnit: z.int(), currency: z.string() });
const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
const written = z.union([z.string(), z.number(), bilingual, amount]);

describe('read: each way to be wrong is one problem with its place, what was expected and what was found', () => {
  const type = (en: string, zh?: string): Expectation => ({
    kind: 'type',
    type: zh === undefined ? en : { en, zh },
  });

  it.each<[string, z.ZodMiniType, unknown, Omit<Problem, 'path'>]>([
    ['another type', z.string(), 5, { code: 'wrongType', expected: type('string'), found: '5' }],
    ['text for a number', z.number(), '5', { code: 'wrongType', expected: type('number'), found: '"5"' }],
    ['null', z.string(), null, { code: 'wrongType', expected: type('string'), found: 'null' }],
    ['NaN', z.number(), Number.NaN, { code: 'wrongType', expected: type('finite number'), found: 'NaN' }],
    [
      'Infinity',
      z.number(),
      Infinity,
      { code: 'wrongType', expected: type('finite number'), found: 'Infinity' },
    ],
    [
      '−Infinity for an integer',
      z.int(),
      -Infinity,
      { code: 'wrongType', expected: type('finite number'), found: '-Infinity' },
    ],
    [
      'a fraction for an integer',
      z.int(),
      1.5,
      { code: 'wrongType', expected: type('integer'), found: '1.5' },
    ],
    [
      'an unsafe integer',
      z.int(),
      2 ** 53,
      { code: 'outOfRange', expected: { kind: 'range', max: 2 ** 53 - 1 }, found: '9007199254740992' },
    ],
    [
      'an array for an object',
      z.object({}),
      [],
      { code: 'wrongType', expected: type('object'), found: 'an array of 0' },
    ],
    [
      'an object for an array',
      z.array(z.string()),
      {},
      { code: 'wrongType', expected: type('array'), found: 'an object' },
    ],
    [
      'less than the least',
      z.number().check(z.minimum(1)),
      0,
      { code: 'outOfRange', expected: { kind: 'range', min: 1 }, found: '0' },
    ],
    [
      'more than the most',
      z.number().check(z.maximum(1)),
      2,
      { code: 'outOfRange', expected: { kind: 'range', max: 1 }, found: '2' },
    ],
    [
      'the bound that is out',
      z.number().check(z.positive()),
      0,
      { code: 'outOfRange', expected: type('number greater than 0', '大于 0 的数字'), found: '0' },
    ],
    [
      'the upper bound that is out',
      z.number().check(z.lt(9)),
      9,
      { code: 'outOfRange', expected: type('number less than 9', '小于 9 的数字'), found: '9' },
    ],
    [
      'too short a text',
      z.string().check(z.minLength(1)),
      '',
      { code: 'outOfRange', expected: { kind: 'present' }, found: '""' },
    ],
    [
      'too long a text',
      z.string().check(z.maxLength(1)),
      'ab',
      {
        code: 'outOfRange',
        expected: type('text of at most 1 character', '不多于 1 个字符的文本'),
        found: '"ab"',
      },
    ],
    [
      'too short a text for more than one character',
      z.string().check(z.minLength(3)),
      'ab',
      {
        code: 'outOfRange',
        expected: type('text of at least 3 characters', '不少于 3 个字符的文本'),
        found: '"ab"',
      },
    ],
    [
      'a list for a record',
      z.record(z.string(), z.number()),
      [],
      { code: 'wrongType', expected: type('object'), found: 'an array of 0' },
    ],
    [
      'too short a list',
      z.array(z.number()).check(z.minLength(1)),
      [],
      {
        code: 'outOfRange',
        expected: type('list of at least 1 item', '不少于 1 项的列表'),
        found: 'an array of 0',
      },
    ],
    [
      'too long a list',
      z.array(z.number()).check(z.maxLength(1)),
      [1, 2],
      {
        code: 'outOfRange',
        expected: type('list of at most 1 item', '不多于 1 项的列表'),
        found: 'an array of 2',
      },
    ],
    [
      'too long a tuple',
      z.tuple([z.number()]),
      [1, 2],
      {
        code: 'outOfRange',
        expected: type('list of at most 1 item', '不多于 1 项的列表'),
        found: 'an array of 2',
      },
    ],
    [
      'none of the literals',
      z.literal([1, true, 'x']),
      2,
      { code: 'notOneOf', expected: { kind: 'oneOf', values: [1, true, 'x'] }, found: '2' },
    ],
    [
      'none of the names',
      z.enum(['a', 'b']),
      'c',
      { code: 'notOneOf', expected: { kind: 'oneOf', values: ['a', 'b'] }, found: '"c"' },
    ],
    [
      'text of another form',
      z.string().check(z.regex(/^a$/)),
      'b',
      { code: 'wrongForm', expected: { kind: 'form', form: '/^a$/' }, found: '"b"' },
    ],
    [
      'a failed check of another kind',
      z.number().check(z.multipleOf(5)),
      3,
      { code: 'wrongType', expected: type('valid value', '有效值'), found: '3' },
    ],
    [
      'a failed refinement',
      z.number().check(z.refine((n) => n > 3)),
      2,
      { code: 'wrongType', expected: type('valid value', '有效值'), found: '2' },
    ],
    [
      'no branch of a union',
      z.union([z.string(), z.number(), z.object({})]),
      true,
      { code: 'wrongType', expected: type('string or number or object', '文本或数字或对象'), found: 'true' },
    ],
    [
      'no branch of a union, some of which name more than a kind',
      z.union([z.literal('all'), z.number().check(z.positive()), z.number().check(z.lt(-5))]),
      -1,
      {
        code: 'wrongType',
        expected: type(
          'number greater than 0 or number less than -5 or "all"',
          '大于 0 的数字或小于 -5 的数字或 "all"',
        ),
        found: '-1',
      },
    ],
    [
      'neither the literals nor the form',
      z.union([z.literal(['all', 'none']), z.object({ n: z.number() })]),
      7,
      {
        code: 'wrongType',
        expected: type('object or "all" or "none"', '对象或 "all" 或 "none"'),
        found: '7',
      },
    ],
  ])('%s', (_, schema, input, expected) => {
    expect(problems(schema, input)).toEqual([{ ...expected, path: [] }]);
    expect(problems(z.object({ list: z.array(schema) }), { list: [input] })).toEqual([
      { ...expected, path: ['list', 0] },
    ]);
  });

  it.each<[string, z.ZodMiniType, Expectation]>([
    ['text', z.string(), { kind: 'present' }],
    ['a number', z.number(), { kind: 'present' }],
    ['an object', z.object({ a: z.string() }), { kind: 'present' }],
    ['a union', written, { kind: 'present' }],
    ['one of some names', z.enum(['a', 'b']), { kind: 'oneOf', values: ['a', 'b'] }],
    ['a literal', z.literal('a'), { kind: 'oneOf', values: ['a'] }],
  ])('a missing field that holds %s', (_, schema, expected) => {
    expect(problems(z.object({ field: schema }), {})).toEqual([
      { code: 'missing', path: ['field'], expected, found: 'undefined' },
    ]);
  });

  it('a missing field named like what every object inherits', () => {
    expect(problems(z.object({ toString: z.string() }), {})).toEqual([
      { code: 'missing', path: ['toString'], expected: { kind: 'present' }, found: 'undefined' },
    ]);
  });

  it('every unknown key, even those that objects inherit', () => {
    const input: unknown = JSON.parse('{"a":"x","b":1,"__proto__":2,"constructor":3}');
    const unknown = (key: string): Problem => ({
      code: 'unknownKey',
      path: [key],
      expected: { kind: 'keys', known: ['a'] },
      found: JSON.stringify(key),
    });
    expect(problems(z.strictObject({ a: z.string() }), input)).toEqual([
      unknown('b'),
      unknown('__proto__'),
      unknown('constructor'),
    ]);
  });

  it.each<[string, z.ZodMiniType, unknown, Problem['path'], readonly string[]]>([
    [
      'in a list',
      z.array(z.strictObject({ a: z.string() })),
      [{ a: 'x' }, { a: 'x', b: 1 }],
      [1, 'b'],
      ['a'],
    ],
    [
      'in a record',
      z.record(z.string(), z.strictObject({ a: z.string() })),
      { x: { a: 'x', b: 1 } },
      ['x', 'b'],
      ['a'],
    ],
    [
      'in an optional field',
      z.strictObject({ of: z.exactOptional(z.strictObject({ a: z.exactOptional(z.string()) })) }),
      { of: { b: 1 } },
      ['of', 'b'],
      ['a'],
    ],
    [
      'in one of several kinds',
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('all') }),
        z.strictObject({ kind: z.literal('days'), days: z.number() }),
      ]),
      { kind: 'days', days: 1, weeks: 2 },
      ['weeks'],
      ['kind', 'days'],
    ],
    [
      'in the branch that came closest',
      z.strictObject({
        of: z.union([
          z.strictObject({ min: z.number(), by: z.lazy(() => z.strictObject({ a: z.string() })) }),
          z.strictObject({ max: z.number() }),
        ]),
      }),
      { of: { min: 1, by: { a: 'x', b: 1 } } },
      ['of', 'by', 'b'],
      ['a'],
    ],
  ])('the keys there are, where one is unknown: %s', (_, schema, input, path, known) => {
    expect(problems(schema, input)).toEqual([
      {
        code: 'unknownKey',
        path,
        expected: { kind: 'keys', known },
        found: JSON.stringify(path.at(-1)),
      },
    ]);
  });

  it('a text where one in both languages belongs', () => {
    const named = z.strictObject({ name: z.strictObject({ en: z.string(), zh: z.string() }) });
    const type = { en: 'object { en, zh }', zh: '对象 { en, zh }' };
    expect(problems(named, { name: 'Gold' })).toEqual([
      { code: 'wrongType', path: ['name'], expected: { kind: 'type', type }, found: '"Gold"' },
    ]);
    const found = problems(z.strictObject({ en: z.strictObject({}) }), { en: 1 });
    expect(found).toMatchObject([{ path: ['en'], expected: { kind: 'type', type: 'object' } }]);
  });

  it('a key that is no key of a record, shown itself', () => {
    const names = z.record(z.string().check(z.minLength(1)), z.number());
    expect(problems(z.object({ names }), { names: { '': 1, a: 'x' } })).toEqual([
      {
        code: 'outOfRange',
        path: ['names', ''],
        expected: { kind: 'present' },
        found: '""',
      },
      { code: 'wrongType', path: ['names', 'a'], expected: { kind: 'type', type: 'number' }, found: '"x"' },
    ]);
  });

  it('all problems at once, in the order of the schema', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.int()), c: z.exactOptional(z.string()) });
    expect(problems(schema, { c: undefined, b: [1, 'x', 2.5], a: 1 })).toMatchObject([
      { path: ['a'] },
      { path: ['b', 1] },
      { path: ['b', 2] },
      { path: ['c'] },
    ]);
  });
});

describe('read: of a union it names what is wrong with the branch that came closest', () => {
  const inside = (input: unknown): unknown =>
    problems(z.object({ at: z.array(written) }), { at: ['fine', input] });

  it('that went deepest', () => {
    const schema = z.union([
      z.string(),
      z.object({ a: z.object({ b: z.number() }) }),
      z.object({ a: z.array(z.number()) }),
    ]);
    expect(problems(schema, { a: { b: 'x' } })).toEqual([
      { code: 'wrongType', path: ['a', 'b'], expected: { kind: 'type', type: 'number' }, found: '"x"' },
    ]);
    expect(problems(schema, { a: [1, 'x'] })).toEqual([
      { code: 'wrongType', path: ['a', 1], expected: { kind: 'type', type: 'number' }, found: '"x"' },
    ]);
  });

  it('then that has fewest problems', () => {
    expect(inside({ minor: 1, minorUnit: 2 })).toEqual([
      { code: 'missing', path: ['at', 1, 'currency'], expected: { kind: 'present' }, found: 'undefined' },
    ]);
    expect(inside({ en: 'x' })).toEqual([
      { code: 'missing', path: ['at', 1, 'zh'], expected: { kind: 'present' }, found: 'undefined' },
    ]);
  });

  it('and all branches where none fits at all', () => {
    expect(inside(true)).toEqual([
      {
        code: 'wrongType',
        path: ['at', 1],
        expected: { kind: 'type', type: { en: 'string or number or object', zh: '文本或数字或对象' } },
        found: 'true',
      },
    ]);
  });

  it('the kinds there are, where a union is told by its kind', () => {
    const kinds: Expectation = { kind: 'oneOf', values: ['all', 'days'] };
    expect(problems(window, { kind: 'weeks' })).toEqual([
      { code: 'notOneOf', path: ['kind'], expected: kinds, found: '"weeks"' },
    ]);
    expect(problems(window, {})).toEqual([
      { code: 'missing', path: ['kind'], expected: kinds, found: 'undefined' },
    ]);
    expect(problems(window, 'all')).toEqual([
      { code: 'wrongType', path: [], expected: { kind: 'type', type: 'object' }, found: '"all"' },
    ]);
    expect(problems(window, { kind: 'days', days: 0 })).toEqual([
      { code: 'outOfRange', path: ['days'], expected: { kind: 'range', min: 1 }, found: '0' },
    ]);
    expect(
      problems(z.object({ windows: z.array(window) }), { windows: [{ kind: 'all' }, { kind: 7 }] }),
    ).toEqual([{ code: 'notOneOf', path: ['windows', 1, 'kind'], expected: kinds, found: '7' }]);
  });

  it('the kinds there are, where one is missing within a union of other things', () => {
    const several = z.union([z.strictObject({ over: window, of: z.string() }), z.string()]);
    expect(problems(several, { of: 'x' })).toEqual([
      {
        code: 'missing',
        path: ['over'],
        expected: { kind: 'oneOf', values: ['all', 'days'] },
        found: 'undefined',
      },
    ]);
  });

  it('the numbers that tell a union apart, as numbers', () => {
    const versions = z.discriminatedUnion('v', [
      z.object({ v: z.literal(1) }),
      z.object({ v: z.literal(2) }),
    ]);
    expect(problems(versions, { v: 3 })).toMatchObject([{ expected: { kind: 'oneOf', values: [1, 2] } }]);
  });
});

const pair = z.strictObject({
  format: z.literal('pair@2'),
  low: z.number(),
  high: z._default(z.number(), 10),
});
type Pair = z.infer<typeof pair>;
const format: ModelFormat = {
  name: 'pair',
  version: 2,
  migrations: { 1: ({ min, ...rest }) => ({ ...rest, low: min }) },
};
const disorder: Problem = {
  code: 'descending',
  path: ['high'],
  expected: { kind: 'ascending' },
  found: 'less',
};
const ordered = (value: Pair): readonly Problem[] => (value.low <= value.high ? [] : [disorder]);

describe('read: shape first, then meaning', () => {
  it('gives the value, completed by its defaults', () => {
    expect(read(pair, { format: 'pair@2', low: 1 }, ordered)).toEqual({
      _tag: 'Right',
      right: { format: 'pair@2', low: 1, high: 10 },
    });
  });

  it('gives the problems of the check', () => {
    expect(read(pair, { format: 'pair@2', low: 11 }, ordered)).toEqual({ _tag: 'Left', left: [disorder] });
  });

  it('does not ask the check about a wrong shape', () => {
    const asked = (): never => {
      throw new Error('asked all the same');
    };
    expect(read(pair, {}, asked)).toMatchObject({ _tag: 'Left' });
  });
});

describe('readStored', () => {
  it('migrates, then reads', () => {
    expect(readStored(pair, { format: 'pair@1', min: 3 }, format, ordered)).toEqual({
      _tag: 'Right',
      right: { format: 'pair@2', low: 3, high: 10 },
    });
    expect(readStored(pair, { format: 'pair@1', min: 11 }, format, ordered)).toEqual({
      _tag: 'Left',
      left: [disorder],
    });
  });

  it('says of an unknown version only that', () => {
    expect(readStored(pair, { format: 'pair@3', nonsense: 1 }, format, ordered)).toMatchObject({
      left: [{ code: 'unknownFormat' }],
    });
  });

  it('says what is wrong with a migrated shape', () => {
    expect(readStored(pair, { format: 'pair@1' }, format)).toEqual({
      _tag: 'Left',
      left: [{ code: 'missing', path: ['low'], expected: { kind: 'present' }, found: 'undefined' }],
    });
  });
});

describe('define', () => {
  it('completes a literal with its defaults and today’s format, without touching it', () => {
    const literal = Object.freeze({ low: 1 });
    expect(define(pair, literal, format, ordered)).toEqual({ format: 'pair@2', low: 1, high: 10 });
  });

  it('takes a literal that names today’s format, or leaves it undefined', () => {
    const whole = { format: 'pair@2', low: 1, high: 10 };
    expect(define(pair, whole, format)).toEqual(whole);
    expect(define(pair, { ...whole, format: undefined }, format)).toEqual(whole);
  });

  it.each([
    ['an older one, which is migrated only when read from storage', 'pair@1', '"pair@1"'],
    ['a newer one', 'pair@3', '"pair@3"'],
    ['that of another model', 'couple@2', '"couple@2"'],
    ['an empty text', '', '""'],
    ['null', null, 'null'],
  ])('refuses a literal that names another format: %s', (_, named, found) => {
    expect(() => define(pair, { format: named, low: 1 }, format)).toThrow(
      expect.objectContaining({
        name: 'ProblemError',
        message: `format: expected "pair@2", found ${found}.`,
        problems: [
          {
            code: 'unknownFormat',
            path: ['format'],
            expected: { kind: 'format', name: 'pair', versions: [2] },
            found,
          },
        ],
      }),
    );
  });

  it('refuses what is no object with problems, as untyped callers may pass', () => {
    expect(() => Reflect.apply(define, undefined, [pair, undefined, format])).toThrow(ProblemError);
  });

  it('throws one error with every problem', () => {
    expect(() => define(pair, { low: 'x', high: Number.NaN, more: 1 }, format)).toThrow(
      'low: expected a number, found "x".\nhigh: expected a finite number, found NaN.\nmore: expected only the keys "format", "low", "high", found "more".',
    );
    expect(() => define(pair, { low: 11 }, format, ordered)).toThrow(ProblemError);
  });
});
