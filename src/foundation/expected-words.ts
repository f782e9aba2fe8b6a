/** What would have been right in a problem's place, in words. */
import type { Expectation } from './problem.js';
import type { Language } from './statement.js';
import { foundIn, inWords, kindIn, spaced } from './words.js';

/** Fits after "expected" in English and after "应" in Chinese. */
export function expectedIn(expected: Expectation, language: Language): string {
  return language === 'zh' ? expectedZh(expected) : expectedEn(expected);
}

function list(values: readonly (string | number | boolean)[], comma: string): string {
  return values.map(literal).join(comma);
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? visible(value) : String(value);
}

/** Quoted, with spaces other than the plain one as escapes, since they look alike. */
function visible(text: string): string {
  return JSON.stringify(text).replace(
    /[^\S ]/g,
    (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `an order id`; text is not counted, and what is quoted needs no article. */
function withArticle(noun: string): string {
  if (/^text\b|^[^a-z]/i.test(noun)) return noun;
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function expectedEn(expected: Expectation): string {
  switch (expected.kind) {
    case 'present':
      return 'a value';
    case 'type':
      return withArticle(kindIn(expected.type, 'en'));
    case 'oneOf':
      return `${expected.values.length === 1 ? '' : 'one of '}${list(expected.values, ', ')}`;
    case 'equal':
      return literal(expected.to);
    case 'range':
      if (expected.max === undefined)
        return expected.min === undefined ? 'a number' : `at least ${expected.min}`;
      return expected.min === undefined ? `at most ${expected.max}` : `${expected.min} to ${expected.max}`;
    case 'form':
      return `text written as ${inWords(expected.form, 'en')}`;
    case 'decimals':
      return expected.atMost === 0
        ? 'a whole number'
        : `at most ${expected.atMost} ${expected.atMost === 1 ? 'decimal' : 'decimals'}`;
    case 'notAfter':
      return `a time not after ${expected.instant}`;
    case 'singleLocalTime':
      return `a local time that happens exactly once in ${expected.zone}`;
    case 'zone':
      return 'the name of an IANA time zone';
    case 'unique':
      return `${withArticle(inWords(expected.of, 'en'))} not used before`;
    case 'ascending':
      return 'strictly ascending numbers';
    case 'keys':
      return `only the keys ${list(expected.known, ', ')}`;
    case 'policy':
      return `something that the policy ${expected.policy}: '${expected.setting}' lets through`;
    case 'format':
      return expected.versions.map((version) => `"${expected.name}@${version}"`).join(' or ');
    case 'sameAs':
      return `the same as ${inWords(expected.as, 'en')} (${expected.value})`;
  }
}

function expectedZh(expected: Expectation): string {
  switch (expected.kind) {
    case 'present':
      return '有值';
    case 'type':
      return spaced('为', kindIn(expected.type, 'zh'));
    case 'oneOf':
      return expected.values.length === 1
        ? `为 ${list(expected.values, '、')}`
        : `为以下之一：${list(expected.values, '、')}`;
    case 'equal':
      return `为 ${literal(expected.to)}`;
    case 'range':
      if (expected.max === undefined) return expected.min === undefined ? '为数字' : `不小于 ${expected.min}`;
      return expected.min === undefined
        ? `不大于 ${expected.max}`
        : `在 ${expected.min} 到 ${expected.max} 之间`;
    case 'form':
      return spaced('写作', inWords(expected.form, 'zh'));
    case 'decimals':
      return expected.atMost === 0 ? '为整数' : `最多有 ${expected.atMost} 位小数`;
    case 'notAfter':
      return `为不晚于 ${expected.instant} 的时间`;
    case 'singleLocalTime':
      return `为在 ${expected.zone} 恰好出现一次的当地时间`;
    case 'zone':
      return '为 IANA 时区名';
    case 'unique':
      return spaced('为未使用过的', inWords(expected.of, 'zh'));
    case 'ascending':
      return '为严格递增的数列';
    case 'keys':
      return `只含有键 ${list(expected.known, '、')}`;
    case 'policy':
      return `符合策略 ${expected.policy}：'${expected.setting}'`;
    case 'format':
      return `为 ${expected.versions.map((version) => `"${expected.name}@${version}"`).join(' 或 ')}`;
    case 'sameAs':
      return `${spaced('与', inWords(expected.as, 'zh'), '相同')}（${foundIn(expected.value, 'zh')}）`;
  }
}
