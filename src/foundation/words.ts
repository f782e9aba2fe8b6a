/** Single words in each language. */
import type { Language, Words } from './statement.js';

/** The words in a language; the kinds of values that schemas name are translated. */
export function inWords(words: Words, language: Language): string {
  if (typeof words !== 'string') return words[language];
  return language === 'zh' && Object.hasOwn(KINDS, words) ? (KINDS[words] ?? words) : words;
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
