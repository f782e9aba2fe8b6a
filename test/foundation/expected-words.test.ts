import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedIn } from '../../src/foundation/expected-words.js';
import { type Expectation, show } from '../../src/foundation/problem.js';

type Kind = Expectation['kind'];
type Case = readonly [expected: Expectation, en: string, zh: string];

/** Every kind there is: the compiler asks for one that is missing. */
const CASES: {
  readonly [K in Kind]: readonly (readonly [Extract<Expectation, { kind: K }>, string, string])[];
} = {
  present: [[{ kind: 'present' }, 'a value', '有值']],
  type: [
    [{ kind: 'type', type: 'string' }, 'a string', '为文本'],
    [{ kind: 'type', type: 'object' }, 'an object', '为对象'],
    [{ kind: 'type', type: 'array' }, 'an array', '为列表'],
    [{ kind: 'type', type: 'integer' }, 'an integer', '为整数'],
    [{ kind: 'type', type: 'safe integer' }, 'a safe integer', '为安全整数'],
    [{ kind: 'type', type: 'finite number' }, 'a finite number', '为有限数字'],
    [{ kind: 'type', type: 'boolean' }, 'a boolean', '为布尔值'],
    [{ kind: 'type', type: 'Int32Array' }, 'an Int32Array', '为 Int32Array'],
    [
      { kind: 'type', type: { en: 'number less than 9', zh: '小于 9 的数字' } },
      'a number less than 9',
      '为小于 9 的数字',
    ],
    [
      { kind: 'type', type: { en: 'text or whole number', zh: '文本或整数' } },
      'text or whole number',
      '为文本或整数',
    ],
    [
      { kind: 'type', type: { en: '"all" or "none"', zh: '"all" 或 "none"' } },
      '"all" or "none"',
      '为 "all" 或 "none"',
    ],
  ],
  oneOf: [
    [{ kind: 'oneOf', values: ['a', 2, true] }, 'one of "a", 2, true', '为以下之一："a"、2、true'],
    [{ kind: 'oneOf', values: ['all'] }, '"all"', '为 "all"'],
    [{ kind: 'oneOf', values: ['金', '银'] }, 'one of "金", "银"', '为以下之一："金"、"银"'],
    [
      { kind: 'oneOf', values: [' ', '\u00a0', '\u2009'] },
      'one of " ", "\\u00a0", "\\u2009"',
      '为以下之一：" "、"\\u00a0"、"\\u2009"',
    ],
  ],
  equal: [
    [{ kind: 'equal', to: 'a' }, '"a"', '为 "a"'],
    [{ kind: 'equal', to: 5 }, '5', '为 5'],
    [{ kind: 'equal', to: false }, 'false', '为 false'],
  ],
  range: [
    [{ kind: 'range', min: 1, max: 9 }, '1 to 9', '在 1 到 9 之间'],
    [{ kind: 'range', min: 0 }, 'at least 0', '不小于 0'],
    [{ kind: 'range', max: 0 }, 'at most 0', '不大于 0'],
    [{ kind: 'range' }, 'a number', '为数字'],
  ],
  form: [
    [{ kind: 'form', form: 'dd/MM/yyyy' }, 'text written as dd/MM/yyyy', '写作 dd/MM/yyyy'],
    [{ kind: 'form', form: { en: 'a day', zh: '日期' } }, 'text written as a day', '写作日期'],
  ],
  decimals: [
    [{ kind: 'decimals', atMost: 0 }, 'a whole number', '为整数'],
    [{ kind: 'decimals', atMost: 1 }, 'at most 1 decimal', '最多有 1 位小数'],
    [{ kind: 'decimals', atMost: 2 }, 'at most 2 decimals', '最多有 2 位小数'],
  ],
  notAfter: [
    [
      { kind: 'notAfter', instant: '2025-12-31T00:00:00.000Z' },
      'a time not after 2025-12-31T00:00:00.000Z',
      '为不晚于 2025-12-31T00:00:00.000Z 的时间',
    ],
  ],
  singleLocalTime: [
    [
      { kind: 'singleLocalTime', zone: 'Europe/Berlin' },
      'a local time that happens exactly once in Europe/Berlin',
      '为在 Europe/Berlin 恰好出现一次的当地时间',
    ],
  ],
  zone: [[{ kind: 'zone' }, 'the name of an IANA time zone', '为 IANA 时区名']],
  unique: [
    [{ kind: 'unique', of: 'row' }, 'a row not used before', '为未使用过的 row'],
    [
      { kind: 'unique', of: { en: 'order id', zh: '订单号' } },
      'an order id not used before',
      '为未使用过的订单号',
    ],
  ],
  ascending: [[{ kind: 'ascending' }, 'strictly ascending numbers', '为严格递增的数列']],
  keys: [
    [{ kind: 'keys', known: ['a', 'b'] }, 'only the keys "a", "b"', '只含有键 "a"、"b"'],
    [{ kind: 'keys', known: ['客户', '金额'] }, 'only the keys "客户", "金额"', '只含有键 "客户"、"金额"'],
  ],
  policy: [
    [
      { kind: 'policy', policy: 'returns', setting: 'refuse' },
      "something that the policy returns: 'refuse' lets through",
      "符合策略 returns：'refuse'",
    ],
  ],
  format: [
    [{ kind: 'format', name: 'rfm-model', versions: [1] }, '"rfm-model@1"', '为 "rfm-model@1"'],
    [
      { kind: 'format', name: 'rfm-model', versions: [1, 2] },
      '"rfm-model@1" or "rfm-model@2"',
      '为 "rfm-model@1" 或 "rfm-model@2"',
    ],
  ],
  sameAs: [
    [
      { kind: 'sameAs', as: 'model.window', value: 'all' },
      'the same as model.window (all)',
      '与 model.window 相同（all）',
    ],
    [
      { kind: 'sameAs', as: { en: 'the fitted model', zh: '已拟合的模型' }, value: '1, 2' },
      'the same as the fitted model (1, 2)',
      '与已拟合的模型相同（1, 2）',
    ],
    // What `show` says of what it cannot quote.
    [
      { kind: 'sameAs', as: 'model.window', value: show(['a']) },
      'the same as model.window (an array of 1)',
      '与 model.window 相同（1 项的列表）',
    ],
    [
      { kind: 'sameAs', as: 'model.window', value: show({}) },
      'the same as model.window (an object)',
      '与 model.window 相同（对象）',
    ],
  ],
};

const all: readonly Case[] = Object.values(CASES).flat();

/** A Han character next to a mark of Latin text. */
const HALF_WIDTH = /\p{Script=Han}[,:;()!?.]|[,:;()!?.]\p{Script=Han}/u;
/** A Han character that touches a Latin letter or a figure. */
const TOUCHING = /\p{Script=Han}[a-z0-9]|[a-z0-9]\p{Script=Han}/iu;

describe('expectedIn', () => {
  it.each(all)('%j', (expected, en, zh) => {
    expect(expectedIn(expected, 'en')).toBe(en);
    expect(expectedIn(expected, 'zh')).toBe(zh);
  });

  it.each(all)('sets Chinese as Chinese is set: %j', (expected) => {
    const zh = expectedIn(expected, 'zh');
    expect(zh).not.toMatch(HALF_WIDTH);
    expect(zh).not.toMatch(TOUCHING);
    expect(zh).not.toMatch(/ {2}|^ | $/);
  });

  it('sets any words as Chinese is set, Latin or Han', () => {
    const words = fc.oneof(
      fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/),
      fc.constantFrom('行', '订单号', '第 3 行', '“模型”', 'dd/MM/yyyy（日历上存在的日期）'),
    );
    const expectations: fc.Arbitrary<Expectation> = fc.oneof(
      words.map((type) => ({ kind: 'type' as const, type })),
      words.map((form) => ({ kind: 'form' as const, form })),
      words.map((of) => ({ kind: 'unique' as const, of })),
      fc.tuple(words, words).map(([as, value]) => ({ kind: 'sameAs' as const, as, value })),
      fc.array(words, { minLength: 1 }).map((values) => ({ kind: 'oneOf' as const, values })),
      fc.array(words, { minLength: 1 }).map((known) => ({ kind: 'keys' as const, known })),
    );
    fc.assert(
      fc.property(expectations, (expected) => {
        const zh = expectedIn(expected, 'zh');
        expect(zh).not.toMatch(HALF_WIDTH);
        expect(zh).not.toMatch(TOUCHING);
      }),
      { numRuns: 500 },
    );
  });
});
