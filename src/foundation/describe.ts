/** Turns problems and statements into an English or a Chinese sentence. */
import { decimalText } from './decimal.js';
import { expectedIn } from './expected-words.js';
import { problem, wrong } from './make-problem.js';
import type { Problem } from './problem.js';
import { isRecord } from './record.js';
import type { Bilingual, Language, Statement, StatementValue } from './statement.js';
import { foundIn, spaced } from './words.js';

/** Anything that can be put into words: a problem, a statement, or an explanation made of statements. */
export type Describable = Problem | Statement | { readonly statements: readonly Statement[] };

/**
 * The sentence for a problem, a statement, or a whole explanation (its statements, one a line).
 *
 * @throws TypeError naming the argument, for a language that is neither `'en'` nor `'zh'` and for what has no sentence.
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
 * describe(problem, 'zh'); // => 'InvoiceDate：应写作 dd/MM/yyyy，实际为 "2011-12-09"。'
 * ```
 */
export function describe(thing: Describable, language: Language): string {
  const wrongArgument = argumentProblem(thing, language);
  // No `ProblemError`: it is what describes problems.
  if (wrongArgument !== undefined) throw new TypeError(problemSentence(wrongArgument, 'en'));
  if ('statements' in thing) return thing.statements.map((one) => fill(one, language)).join('\n');
  return 'values' in thing ? fill(thing, language) : problemSentence(thing, language);
}

function argumentProblem(thing: unknown, language: unknown): Problem | undefined {
  if (language !== 'en' && language !== 'zh')
    return problem('notOneOf', ['language'], { kind: 'oneOf', values: ['en', 'zh'] }, language);
  if (!isRecord(thing)) return wrong('wrongType', ['thing'], DESCRIBABLE, thing);
  if ('_tag' in thing) return wrong('wrongType', ['thing'], NO_RESULT, thing);
  // Statements that are worked out when they are read are not read twice.
  const isOne = 'statements' in thing || 'values' in thing || ('path' in thing && 'expected' in thing);
  return isOne ? undefined : wrong('wrongType', ['thing'], DESCRIBABLE, thing);
}

const DESCRIBABLE: Bilingual = {
  en: 'problem, a statement or an explanation (an object with statements)',
  zh: '问题、陈述或解释（含 statements 的对象）',
};
const NO_RESULT: Bilingual = {
  en: 'problem, a statement or an explanation, not a Result: look at its left or right first',
  zh: '问题、陈述或解释，而非 Result：请先取其 left 或 right',
};

function problemSentence({ path, expected, found }: Problem, language: Language): string {
  const place = placeOf(path);
  const wanted = expectedIn(expected, language);
  const was = foundIn(found, language);
  if (language === 'zh') return `${place === '' ? '' : `${place}：`}应${wanted}，${spaced('实际为', was)}。`;
  return `${place === '' ? '' : `${place}: `}expected ${wanted}, found ${was}.`;
}

/** `columns.at`, `bands[2].from`; a key that is no plain word is quoted. */
function placeOf(path: Problem['path']): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    if (!/^[\p{L}\p{N}_$ -]+$/u.test(step)) return `${place}[${JSON.stringify(step)}]`;
    return place === '' ? step : `${place}.${step}`;
  }, '');
}

function fill(statement: Statement, language: Language): string {
  return statement[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(statement.values, name) ? statement.values[name] : undefined;
    return value === undefined ? whole : written(value, language);
  });
}

function written(value: StatementValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return grouped(plainNumber(value, 2));
  if ('number' in value) return grouped(plainNumber(value.number, value.decimals));
  if ('minor' in value) return `${moneyText(value)} ${value.currency}`;
  return value[language];
}

function plainNumber(value: number, decimals: number): string {
  return String(Number.isInteger(value) ? value : nearest(value * 10 ** decimals) / 10 ** decimals);
}

/** Averages and cut points need not be whole minor units; two decimals are shown where the currency has fewer. */
function moneyText({ minor, minorUnit, decimals = Math.max(2 - minorUnit, 0) }: Money): string {
  // A double holds 15 digits.
  const most = Math.max(0, 15 - Math.ceil(Math.log10(Math.abs(minor) + 1)));
  const extra = Number.isInteger(minor) ? 0 : Math.min(decimals, most);
  return grouped(decimalText(nearest(minor * 10 ** extra), minorUnit + extra));
}

/** The nearest whole number; a half goes away from zero, so that a loss is written like a gain of its size. */
function nearest(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

type Money = Extract<StatementValue, { readonly minor: number }>;

function grouped(text: string): string {
  return /e/.test(text) ? text : text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}
