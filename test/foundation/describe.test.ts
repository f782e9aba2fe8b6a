import { expect, describe as group, it } from 'vitest';
import { describe } from '../../src/foundation/describe.js';
import type { Expectation, Problem } from '../../src/foundation/problem.js';
import type { Statement, StatementValue } from '../../src/foundation/statement.js';

const problem = (expected: Expectation, path: Problem['path'] = ['at'], found = '"x"'): Problem => ({
  code: 'any',
  path,
  expected,
  found,
});

group('a problem in words', () => {
  it.each<[Expectation, string, string]>([
    [{ kind: 'present' }, 'a value', '有值'],
    [{ kind: 'type', type: 'string' }, 'a string', '为 string 类型'],
    [{ kind: 'type', type: 'object' }, 'an object', '为 object 类型'],
    [{ kind: 'type', type: 'integer' }, 'an integer', '为 integer 类型'],
    [{ kind: 'oneOf', values: ['a', 2, true] }, 'one of "a", 2, true', '为以下之一:"a", 2, true'],
    [{ kind: 'oneOf', values: ['all'] }, '"all"', '为 "all"'],
    [{ kind: 'equal', to: 'a' }, '"a"', '为 "a"'],
    [{ kind: 'equal', to: 5 }, '5', '为 5'],
    [{ kind: 'range', min: 1, max: 9 }, '1 to 9', '在 1 到 9 之间'],
    [{ kind: 'range', min: 0 }, 'at least 0', '不小于 0'],
    [{ kind: 'range', max: 0 }, 'at most 0', '不大于 0'],
    [{ kind: 'form', form: 'dd/MM/yyyy' }, 'text written as dd/MM/yyyy', '写作 dd/MM/yyyy'],
    [{ kind: 'decimals', atMost: 0 }, 'a whole number', '为整数'],
    [{ kind: 'decimals', atMost: 1 }, 'at most 1 decimal', '最多有 1 位小数'],
    [{ kind: 'decimals', atMost: 2 }, 'at most 2 decimals', '最多有 2 位小数'],
    [
      { kind: 'notAfter', instant: '2025-12-31T00:00:00.000Z' },
      'a time not after 2025-12-31T00:00:00.000Z',
      '为不晚于 2025-12-31T00:00:00.000Z 的时间',
    ],
    [
      { kind: 'singleLocalTime', zone: 'Europe/Berlin' },
      'a local time that happens exactly once in Europe/Berlin',
      '为在 Europe/Berlin 恰好出现一次的当地时间',
    ],
    [{ kind: 'zone' }, 'the name of an IANA time zone', '为 IANA 时区名'],
    [{ kind: 'unique', of: 'row' }, 'a row not used before', '为未使用过的 row'],
    [{ kind: 'unique', of: 'order id' }, 'an order id not used before', '为未使用过的 order id'],
    [{ kind: 'ascending' }, 'strictly ascending numbers', '为严格递增的数列'],
    [{ kind: 'keys', known: ['a', 'b'] }, 'only the keys "a", "b"', '只含有键 "a", "b"'],
    [
      { kind: 'policy', policy: 'returns', setting: 'refuse' },
      "something that the policy returns: 'refuse' lets through",
      "符合策略 returns: 'refuse'",
    ],
    [
      { kind: 'format', name: 'rfm-model', versions: [1, 2] },
      'a stored rfm-model of version 1 or 2',
      '为已存储的 rfm-model,版本 1 或 2',
    ],
    [
      { kind: 'sameAs', as: 'model.window', value: 'all' },
      'the same as model.window (all)',
      '与 model.window 相同(all)',
    ],
  ])('%j', (expected, en, zh) => {
    expect(describe(problem(expected), 'en')).toBe(`at: expected ${en}, found "x".`);
    expect(describe(problem(expected), 'zh')).toBe(`at:应${zh},实际为 "x"。`);
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
    expect(describe(problem({ kind: 'present' }, path), 'zh')).toBe(`${place}:应有值,实际为 "x"。`);
  });

  it('names no place for the input itself', () => {
    expect(describe(problem({ kind: 'type', type: 'object' }, [], '5'), 'en')).toBe(
      'expected an object, found 5.',
    );
    expect(describe(problem({ kind: 'type', type: 'object' }, [], '5'), 'zh')).toBe(
      '应为 object 类型,实际为 5。',
    );
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
    [1_234.56, 2, '12.35 GBP'],
    [1_234_567, 3, '1,234.567 GBP'],
    [123_456_789_012, 8, '1,234.56789012 GBP'],
    [Number.MAX_SAFE_INTEGER, 2, '90,071,992,547,409.91 GBP'],
  ])('writes the amount %d with minor unit %i as %s', (minor, minorUnit, text) => {
    expect(written({ minor, minorUnit, currency: 'GBP' })).toBe(text);
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
