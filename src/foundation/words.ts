/** Single words in each language, and how Chinese ones are set beside others. */
import type { Language, Words } from './statement.js';

/** The words in a language. */
export function inWords(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}

/** The name of a kind of value in a language; the kinds that schemas name are translated. */
export function kindIn(kind: Words, language: Language): string {
  const plain = inWords(kind, language);
  return language === 'zh' && Object.hasOwn(KINDS, plain) ? (KINDS[plain] ?? plain) : plain;
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  'finite number': '有限数字',
  integer: '整数',
  boolean: '布尔值',
  object: '对象',
  array: '列表',
  'safe integer': '安全整数',
};

/** What was found, in a language; what `show` says of values that it cannot quote is translated. */
export function foundIn(found: Words, language: Language): string {
  const plain = inWords(found, language);
  if (language !== 'zh') return plain;
  const items = /^an array of (\d+)$/.exec(plain)?.[1];
  if (items !== undefined) return `${items} 项的列表`;
  return Object.hasOwn(SHOWN, plain) ? (SHOWN[plain] ?? plain) : plain;
}

const SHOWN: Readonly<Record<string, string>> = {
  'an object': '对象',
  'a function': '函数',
  'a symbol': '符号',
  'Invalid Date': '无效日期',
};

/** Chinese text from parts, with a space where a Han character meets what is neither Han nor full-width. */
export function spaced(...parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const seam =
      (HAN_LAST.test(text) && NARROW_FIRST.test(part)) || (NARROW_LAST.test(text) && HAN_FIRST.test(part));
    return `${text}${seam ? ' ' : ''}${part}`;
  }, '');
}

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;
const NARROW_FIRST = /^[^\p{Script=Han}\s\u3000-\u303f\uff00-\uffef]/u;
const NARROW_LAST = /[^\p{Script=Han}\s\u3000-\u303f\uff00-\uffef]$/u;
