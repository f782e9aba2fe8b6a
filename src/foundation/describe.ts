/** Turns problems and statements into an English or a Chinese sentence. */
import { decimalText } from './decimal.js';
import type { Expectation, Problem } from './problem.js';
import type { Language, Statement, StatementValue } from './statement.js';

/** Anything that can be put into words: a problem, a statement, or an explanation made of statements. */
export type Describable = Problem | Statement | { readonly statements: readonly Statement[] };

/**
 * The sentence for a problem, a statement, or a whole explanation (its statements, one a line).
 *
 * @example
 * ```ts
 * import { describe } from 'clientele';
 *
 * const problem = {
 *   code: 'notADate',
 *   path: ['InvoiceDate'],
 *   expected: { kind: 'form', form: 'dd/MM/yyyy' },
 *   found: '"2011-12-09"',
 * } as const;
 *
 * describe(problem, 'en'); // => 'InvoiceDate: expected text written as dd/MM/yyyy, found "2011-12-09".'
 * describe(problem, 'zh'); // => 'InvoiceDate:应写作 dd/MM/yyyy,实际为 "2011-12-09"。'
 * ```
 */
export function describe(thing: Describable, language: Language): string {
  if ('statements' in thing) return thing.statements.map((one) => fill(one, language)).join('\n');
  return 'values' in thing ? fill(thing, language) : problemSentence(thing, language);
}

function problemSentence(problem: Problem, language: Language): string {
  const place = placeOf(problem.path);
  if (language === 'zh') {
    const where = place === '' ? '' : `${place}:`;
    return `${where}应${expectedZh(problem.expected)},实际为 ${problem.found}。`;
  }
  const where = place === '' ? '' : `${place}: `;
  return `${where}expected ${expectedEn(problem.expected)}, found ${problem.found}.`;
}

/** `columns.at`, `bands[2].from`; a key that is no plain word is quoted. */
function placeOf(path: Problem['path']): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    if (!/^[\p{L}\p{N}_$ -]+$/u.test(step)) return `${place}[${JSON.stringify(step)}]`;
    return place === '' ? step : `${place}.${step}`;
  }, '');
}

function list(values: readonly (string | number | boolean)[]): string {
  return values
    .map((value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)))
    .join(', ');
}

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function expectedEn(expected: Expectation): string {
  switch (expected.kind) {
    case 'present':
      return 'a value';
    case 'type':
      return withArticle(expected.type);
    case 'oneOf':
      return expected.values.length === 1 ? list(expected.values) : `one of ${list(expected.values)}`;
    case 'equal':
      return list([expected.to]);
    case 'range':
      if (expected.max === undefined) return `at least ${expected.min ?? 'some number'}`;
      return expected.min === undefined ? `at most ${expected.max}` : `${expected.min} to ${expected.max}`;
    case 'form':
      return `text written as ${expected.form}`;
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
      return `${withArticle(expected.of)} not used before`;
    case 'ascending':
      return 'strictly ascending numbers';
    case 'keys':
      return `only the keys ${list(expected.known)}`;
    case 'policy':
      return `something that the policy ${expected.policy}: '${expected.setting}' lets through`;
    case 'format':
      return `a stored ${expected.name} of version ${expected.versions.join(' or ')}`;
    case 'sameAs':
      return `the same as ${expected.as} (${expected.value})`;
  }
}

function expectedZh(expected: Expectation): string {
  switch (expected.kind) {
    case 'present':
      return '有值';
    case 'type':
      return `为 ${expected.type} 类型`;
    case 'oneOf':
      return expected.values.length === 1
        ? `为 ${list(expected.values)}`
        : `为以下之一:${list(expected.values)}`;
    case 'equal':
      return `为 ${list([expected.to])}`;
    case 'range':
      if (expected.max === undefined) return `不小于 ${expected.min ?? '某数'}`;
      return expected.min === undefined
        ? `不大于 ${expected.max}`
        : `在 ${expected.min} 到 ${expected.max} 之间`;
    case 'form':
      return `写作 ${expected.form}`;
    case 'decimals':
      return expected.atMost === 0 ? '为整数' : `最多有 ${expected.atMost} 位小数`;
    case 'notAfter':
      return `为不晚于 ${expected.instant} 的时间`;
    case 'singleLocalTime':
      return `为在 ${expected.zone} 恰好出现一次的当地时间`;
    case 'zone':
      return '为 IANA 时区名';
    case 'unique':
      return `为未使用过的 ${expected.of}`;
    case 'ascending':
      return '为严格递增的数列';
    case 'keys':
      return `只含有键 ${list(expected.known)}`;
    case 'policy':
      return `符合策略 ${expected.policy}: '${expected.setting}'`;
    case 'format':
      return `为已存储的 ${expected.name},版本 ${expected.versions.join(' 或 ')}`;
    case 'sameAs':
      return `与 ${expected.as} 相同(${expected.value})`;
  }
}

function fill(statement: Statement, language: Language): string {
  return statement[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(statement.values, name) ? statement.values[name] : undefined;
    return value === undefined ? whole : written(value, language);
  });
}

function written(value: StatementValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return grouped(plainNumber(value));
  if ('minor' in value) return `${moneyText(value.minor, value.minorUnit)} ${value.currency}`;
  return value[language];
}

/** At most two decimals, which is as much as a sentence can carry. */
function plainNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Math.round(value * 100) / 100);
}

/** Averages and cut points need not be whole minor units; two decimals are shown where the currency has fewer. */
function moneyText(minor: number, minorUnit: number): string {
  const extra = Number.isInteger(minor) ? 0 : Math.max(2 - minorUnit, 0);
  return grouped(decimalText(Math.round(minor * 10 ** extra), minorUnit + extra));
}

function grouped(text: string): string {
  return /e/.test(text) ? text : text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
