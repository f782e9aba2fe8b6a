import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../src/foundation/describe.js';
import type { Expectation, Problem } from '../../src/foundation/problem.js';
import type { Statement, StatementValue } from '../../src/foundation/statement.js';

const problem = (
  expected: Expectation,
  path: Problem['path'] = ['at'],
  found: Problem['found'] = '"x"',
): Problem => ({
  code: 'any',
  path,
  expected,
  found,
});

group('a problem in words', () => {
  it('is what was expected and what was found, in one sentence of each language', () => {
    const late = problem({ kind: 'form', form: 'dd/MM/yyyy' });
    expect(describe(late, 'en')).toBe('at: expected text written as dd/MM/yyyy, found "x".');
    expect(describe(late, 'zh')).toBe('at：应写作 dd/MM/yyyy，实际为 "x"。');
  });

  it.each<[Problem['found'], string, string]>([
    ['an object', 'an object', '实际为对象'],
    ['an array of 3', 'an array of 3', '实际为 3 项的列表'],
    ['undefined', 'undefined', '实际为 undefined'],
    ['-5', '-5', '实际为 -5'],
    ['"对象"', '"对象"', '实际为 "对象"'],
    [{ en: 'row 3 again', zh: '第 3 行的重复' }, 'row 3 again', '实际为第 3 行的重复'],
  ])('names what was found, %j', (found, en, zh) => {
    expect(describe(problem({ kind: 'present' }, [], found), 'en')).toBe(`expected a value, found ${en}.`);
    expect(describe(problem({ kind: 'present' }, [], found), 'zh')).toBe(`应有值，${zh}。`);
  });

  it.each<[Problem['path'], string]>([
    [['columns', 'at'], 'columns.at'],
    [['bands', 2, 'from'], 'bands[2].from'],
    [[0], '[0]'],
    [[0, 'id'], '[0].id'],
    [['Invoice Date'], 'Invoice Date'],
    [['客户', '名称'], '客户.名称'],
    [['a.b'], '["a.b"]'],
    [['row', 'a"b'], 'row["a\\"b"]'],
    [[''], '[""]'],
    [['__proto__', 'constructor'], '__proto__.constructor'],
    [['line\nend'], '["line\\nend"]'],
  ])('names the place %j as %s', (path, place) => {
    expect(describe(problem({ kind: 'present' }, path), 'en')).toBe(`${place}: expected a value, found "x".`);
    expect(describe(problem({ kind: 'present' }, path), 'zh')).toBe(`${place}：应有值，实际为 "x"。`);
  });

  it('names no place for the input itself', () => {
    expect(describe(problem({ kind: 'type', type: 'object' }, [], '5'), 'en')).toBe(
      'expected an object, found 5.',
    );
    expect(describe(problem({ kind: 'type', type: 'object' }, [], '5'), 'zh')).toBe('应为对象，实际为 5。');
  });
});

group('a statement in words', () => {
  const statement = (values: Statement['values'], en = '{v}', zh = '值 {v}'): Statement => ({
    en,
    zh,
    values,
  });
  const written = (v: StatementValue): string => describe(statement({ v }), 'en');

  it('fills each language’s template, wherever a value stands and however often', () => {
    const reason = statement(
      { n: 3, name: { en: 'Gold', zh: '金' } },
      '{name}: {n} of {n}.',
      '{n} 个,{name}',
    );
    expect(describe(reason, 'en')).toBe('Gold: 3 of 3.');
    expect(describe(reason, 'zh')).toBe('3 个,金');
  });

  it.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1000, '-1,000'],
    [-100, '-100'],
    [1_234_567, '1,234,567'],
    [1_234_567.891, '1,234,567.89'],
    [-1_234.5, '-1,234.5'],
    [0.125, '0.13'],
    [-0.125, '-0.13'],
    [-0.001, '0'],
    [1234.0001, '1,234'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
    [-Number.MAX_SAFE_INTEGER, '-9,007,199,254,740,991'],
    [1e21, '1e+21'],
    [1e307, '1e+307'],
  ])('writes the number %d as %s', (value, text) => {
    expect(written(value)).toBe(text);
  });

  it.each<[minor: number, minorUnit: number, string]>([
    [123_456, 2, '1,234.56 GBP'],
    [-123_456, 2, '-1,234.56 GBP'],
    [5, 2, '0.05 GBP'],
    [0, 2, '0.00 GBP'],
    [-0, 2, '0.00 GBP'],
    [-0.2, 2, '0.00 GBP'],
    [1_234_567, 0, '1,234,567 GBP'],
    [1_234.5, 0, '1,234.50 GBP'],
    [1_234.5, 1, '123.45 GBP'],
    [0.5, 2, '0.01 GBP'],
    [-0.5, 2, '-0.01 GBP'],
    [12.5, 2, '0.13 GBP'],
    [-12.5, 2, '-0.13 GBP'],
    [-0.125, 0, '-0.13 GBP'],
    [-0.25, 1, '-0.03 GBP'],
    [1_234.56, 2, '12.35 GBP'],
    [1_234_567, 3, '1,234.567 GBP'],
    [123_456_789_012, 8, '1,234.56789012 GBP'],
    [Number.MAX_SAFE_INTEGER, 2, '90,071,992,547,409.91 GBP'],
  ])('writes the amount %d with minor unit %i as %s', (minor, minorUnit, text) => {
    expect(written({ minor, minorUnit, currency: 'GBP' })).toBe(text);
  });

  it('writes a loss as it writes a gain of the same size, with a sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.nat(4), (quarters, minorUnit) => {
        const amount = (minor: number): string => written({ minor, minorUnit, currency: 'GBP' });
        const gain = amount(quarters / 4);
        expect(amount(-quarters / 4)).toBe(/[1-9]/.test(gain) ? `-${gain}` : gain);
      }),
    );
  });

  it('leaves texts as they are: no grouping, no filling in of what looks like a placeholder', () => {
    expect(written('1234567')).toBe('1234567');
    expect(written('$& $1 {v} {w}')).toBe('$& $1 {v} {w}');
  });

  it('leaves a placeholder without a value standing, even one that every object inherits', () => {
    expect(describe(statement({ v: 1 }, '{v} {missing} {constructor} {__proto__} {toString} {}'), 'en')).toBe(
      '1 {missing} {constructor} {__proto__} {toString} {}',
    );
  });

  it('fills a placeholder named like what every object inherits when it has a value', () => {
    const values: Statement['values'] = JSON.parse('{"constructor": 1000, "__proto__": "p"}');
    expect(describe(statement(values, '{constructor} {__proto__}'), 'en')).toBe('1,000 p');
  });

  it('survives being stored as JSON', () => {
    const reason = statement({ v: { minor: 100, minorUnit: 2, currency: 'EUR' } });
    expect(describe(JSON.parse(JSON.stringify(reason)), 'zh')).toBe('值 1.00 EUR');
  });

  it('writes an explanation one statement a line', () => {
    const explanation = { statements: [statement({ v: 1 }), statement({ v: 'b' })] };
    expect(describe(explanation, 'en')).toBe('1\nb');
    expect(describe(explanation, 'zh')).toBe('值 1\n值 b');
    expect(describe({ statements: [] }, 'en')).toBe('');
  });
});
