import { describe, expect, it } from 'vitest';
import { show } from '../../src/foundation/problem.js';
import type { Words } from '../../src/foundation/statement.js';
import { foundIn, inWords, kindIn, spaced } from '../../src/foundation/words.js';

describe('inWords', () => {
  it('takes the text of the language, or the one text there is', () => {
    expect(inWords({ en: 'row', zh: '行' }, 'en')).toBe('row');
    expect(inWords({ en: 'row', zh: '行' }, 'zh')).toBe('行');
    expect(inWords('dd/MM/yyyy', 'en')).toBe('dd/MM/yyyy');
    expect(inWords('dd/MM/yyyy', 'zh')).toBe('dd/MM/yyyy');
  });

  it('translates nothing: a column may be named like a kind', () => {
    expect(inWords('number', 'zh')).toBe('number');
  });
});

describe('kindIn', () => {
  it.each([
    ['string', '文本'],
    ['number', '数字'],
    ['finite number', '有限数字'],
    ['integer', '整数'],
    ['safe integer', '安全整数'],
    ['boolean', '布尔值'],
    ['object', '对象'],
    ['array', '列表'],
  ])('%s is %s in Chinese and itself in English', (kind, zh) => {
    expect(kindIn(kind, 'zh')).toBe(zh);
    expect(kindIn(kind, 'en')).toBe(kind);
  });

  it.each<[Words, string]>([
    ['Map', 'Map'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    [{ en: 'day after', zh: '之后的日期' }, '之后的日期'],
  ])('leaves %j as it is', (kind, zh) => {
    expect(kindIn(kind, 'zh')).toBe(zh);
  });
});

describe('foundIn', () => {
  it.each<[unknown, string, string]>([
    [{}, 'an object', '对象'],
    [[], 'an array of 0', '0 项的列表'],
    [[1, 2, 3], 'an array of 3', '3 项的列表'],
    [() => 1, 'a function', '函数'],
    [Symbol('s'), 'a symbol', '符号'],
    [new Date(Number.NaN), 'Invalid Date', '无效日期'],
    [null, 'null', 'null'],
    [undefined, 'undefined', 'undefined'],
    [-0, '-0', '-0'],
    ['an object', '"an object"', '"an object"'],
  ])('%j is %s, in Chinese %s', (value, en, zh) => {
    expect(foundIn(show(value), 'en')).toBe(en);
    expect(foundIn(show(value), 'zh')).toBe(zh);
  });

  it('takes words of two languages, and no property that every object inherits', () => {
    expect(foundIn({ en: 'none', zh: '没有' }, 'zh')).toBe('没有');
    expect(foundIn({ en: 'none', zh: '没有' }, 'en')).toBe('none');
    expect(foundIn('constructor', 'zh')).toBe('constructor');
  });
});

describe('spaced', () => {
  it.each<[readonly string[], string]>([
    [[], ''],
    [['为'], '为'],
    [['为', '对象'], '为对象'],
    [['为', 'row'], '为 row'],
    [['row', '相同'], 'row 相同'],
    [['为', '5'], '为 5'],
    [['为', '"对象"'], '为 "对象"'],
    [['为', '-5'], '为 -5'],
    [['为', '（空）'], '为（空）'],
    [['row', '：', '为'], 'row：为'],
    [['a', 'b'], 'ab'],
    [['为 ', 'row'], '为 row'],
    [['为', ' row'], '为 row'],
    [['', '为', '', 'row'], '为 row'],
    [['为', '𠮷'], '为𠮷'],
    [['𠮷', 'row'], '𠮷 row'],
    [['与', 'model.window', '相同'], '与 model.window 相同'],
  ])('%j is %s', (parts, text) => {
    expect(spaced(...parts)).toBe(text);
  });
});
