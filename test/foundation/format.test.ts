import { describe, expect, it } from 'vitest';
import { describe as inWordsOf } from '../../src/foundation/describe.js';
import { formatTag, type ModelFormat, migrate } from '../../src/foundation/format.js';

const first: ModelFormat = { name: 'scheme', version: 1, migrations: {} };
/** Version 1 called `size` `width`; version 2 held it in metres, version 3 holds it in millimetres. */
const third: ModelFormat = {
  name: 'scheme',
  version: 3,
  migrations: {
    1: ({ width, ...rest }) => ({ ...rest, size: width }),
    2: ({ size, ...rest }) => ({ ...rest, size: Number(size) * 1000 }),
  },
};
/** Version 1 can no longer be read. */
const shortened: ModelFormat = {
  name: 'scheme',
  version: 3,
  migrations: { 2: (stored) => ({ ...stored, moved: true }) },
};

describe('formatTag', () => {
  it('names the model and the version this release writes', () => {
    expect(formatTag(first)).toBe('scheme@1');
    expect(formatTag(third)).toBe('scheme@3');
  });
});

describe('migrate', () => {
  it('leaves an object of today as it is', () => {
    expect(migrate({ format: 'scheme@3', size: 5, note: 'kept' }, third)).toEqual({
      _tag: 'Right',
      right: { format: 'scheme@3', size: 5, note: 'kept' },
    });
  });

  it('takes an older object through every version between, and writes today’s format into it', () => {
    expect(migrate({ format: 'scheme@1', width: 5, note: 'kept' }, third)).toEqual({
      _tag: 'Right',
      right: { format: 'scheme@3', size: 5000, note: 'kept' },
    });
    expect(migrate({ format: 'scheme@2', size: 5 }, third)).toEqual({
      _tag: 'Right',
      right: { format: 'scheme@3', size: 5000 },
    });
  });

  it('does not touch the stored object', () => {
    const stored = Object.freeze({ format: 'scheme@1', width: 5 });
    expect(migrate(stored, third)).toMatchObject({ _tag: 'Right' });
    expect(stored).toEqual({ format: 'scheme@1', width: 5 });
  });

  it.each<[string, unknown, ModelFormat, readonly number[]]>([
    ['a newer version', 'scheme@4', third, [1, 2, 3]],
    ['a newer version of a first one', 'scheme@2', first, [1]],
    ['a version that no migration starts from', 'scheme@1', shortened, [2, 3]],
    ['another model', 'schema@1', third, [1, 2, 3]],
    ['a longer name', 'scheme2@1', third, [1, 2, 3]],
    ['no version', 'scheme', third, [1, 2, 3]],
    ['an empty version', 'scheme@', third, [1, 2, 3]],
    ['version 0', 'scheme@0', third, [1, 2, 3]],
    ['a version written otherwise', 'scheme@01', third, [1, 2, 3]],
    ['half a version', 'scheme@1.5', third, [1, 2, 3]],
    ['a negative version', 'scheme@-1', third, [1, 2, 3]],
    ['a version with blanks', 'scheme@1 ', third, [1, 2, 3]],
    ['a version in words', 'scheme@constructor', third, [1, 2, 3]],
    ['a huge version', 'scheme@99999999999999999999', third, [1, 2, 3]],
    ['a number', 1, third, [1, 2, 3]],
    ['null', null, third, [1, 2, 3]],
    ['nothing', undefined, third, [1, 2, 3]],
  ])('refuses %s and says which versions it can read', (_, format, known, versions) => {
    const result = migrate({ format, size: 5 }, known);
    expect(result).toMatchObject({
      _tag: 'Left',
      left: [
        { code: 'unknownFormat', path: ['format'], expected: { kind: 'format', name: 'scheme', versions } },
      ],
    });
  });

  it('shows what the format was', () => {
    expect(migrate({ format: 'other@1' }, first)).toMatchObject({ left: [{ found: '"other@1"' }] });
    expect(migrate({}, first)).toMatchObject({ left: [{ found: 'undefined' }] });
  });

  it.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    ['scheme@1', '"scheme@1"'],
    [5, '5'],
    [[{ format: 'scheme@1' }], 'an array of 1'],
    [() => 1, 'a function'],
  ])('refuses %j, which is no object', (stored, found) => {
    expect(migrate(stored, first)).toEqual({
      _tag: 'Left',
      left: [{ code: 'wrongType', path: [], expected: { kind: 'type', type: 'object' }, found }],
    });
  });

  it('refuses an object that a migration cannot take, however deep in the chain, and says which step', () => {
    const strict: ModelFormat = {
      name: 'scheme',
      version: 3,
      migrations: {
        1: (stored) => stored,
        2: ({ cuts }) => {
          if (!Array.isArray(cuts)) throw new TypeError('no cuts');
          return { cuts: cuts.length };
        },
      },
    };
    expect(migrate({ format: 'scheme@2', cuts: [1, 2] }, strict)).toMatchObject({ right: { cuts: 2 } });
    for (const format of ['scheme@1', 'scheme@2']) {
      const result = migrate({ format, cuts: 'none' }, strict);
      expect(result).toEqual({
        _tag: 'Left',
        left: [
          {
            code: 'damaged',
            path: [],
            expected: {
              kind: 'type',
              type: { en: 'object in the form of scheme@2', zh: 'scheme@2 格式的对象' },
            },
            found: { en: 'one that cannot be brought to scheme@3', zh: '无法升级到 scheme@3 的对象' },
          },
        ],
      });
      const [problem] = result._tag === 'Left' ? result.left : [];
      expect(problem && inWordsOf(problem, 'en')).toBe(
        'expected an object in the form of scheme@2, found one that cannot be brought to scheme@3.',
      );
      expect(problem && inWordsOf(problem, 'zh')).toBe(
        '应为 scheme@2 格式的对象，实际为无法升级到 scheme@3 的对象。',
      );
    }
  });

  it('lets a stored key named __proto__ change nothing but itself', () => {
    const result = migrate(JSON.parse('{"format":"scheme@1","__proto__":{"polluted":true}}'), third);
    const migrated = result._tag === 'Right' ? result.right : {};
    expect(Object.getPrototypeOf(migrated)).toBe(Object.prototype);
    expect(Object.hasOwn(migrated, '__proto__')).toBe(true);
    expect('polluted' in {}).toBe(false);
    expect('polluted' in migrated).toBe(false);
  });

  it('does not take a format from what the stored object only inherits as a prototype key', () => {
    expect(migrate(JSON.parse('{"__proto__":{"format":"scheme@1"}}'), first)).toMatchObject({
      left: [{ code: 'unknownFormat', found: 'undefined' }],
    });
  });
});
