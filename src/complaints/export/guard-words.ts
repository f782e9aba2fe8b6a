/** Guards in words and as expressions. */
import type { Bilingual, Language } from '../../foundation/statement.js';
import type { FactValue, Guard, TransitionDeclaration, Workflow } from '../workflow/model.js';
import { factName, factValueName } from '../workflow/name-of.js';

/** "the amount is within the limit, and the case is external: no"; `undefined` for always. */
export function whenWords(
  workflow: Workflow,
  when: TransitionDeclaration['when'],
  language: Language,
): string | undefined {
  if (when === undefined) return undefined;
  if (when === 'otherwise') return OTHERWISE[language];
  return guardWords(workflow, when, language, 'outside');
}

const OTHERWISE: Bilingual = { en: 'otherwise', zh: '否则' };
const NOT: Bilingual = { en: 'not ', zh: '非' };
const NO: Bilingual = { en: ': no', zh: '：否' };
const AND: Bilingual = { en: ', and ', zh: '，且' };
const OR: Bilingual = { en: ', or ', zh: '，或' };
const BRACKETS: Readonly<Record<Language, readonly [string, string]>> = { en: ['(', ')'], zh: ['（', '）'] };
const ALWAYS: Bilingual = { en: 'always', zh: '总是' };
const NEVER: Bilingual = { en: 'never', zh: '从不' };

function guardWords(
  workflow: Workflow,
  guard: Guard,
  language: Language,
  place: 'inside' | 'outside',
): string {
  // "it has been acknowledged: no" can be read; "not it has been acknowledged" cannot.
  if ('not' in guard && isPlain(guard.not))
    return factWords(workflow, { fact: guard.not.fact, is: false }, language);
  if ('not' in guard) return `${NOT[language]}${guardWords(workflow, guard.not, language, 'inside')}`;
  if ('fact' in guard) return factWords(workflow, guard, language);
  const all = 'allOf' in guard;
  const parts = all ? guard.allOf : guard.anyOf;
  const [only] = parts;
  if (only === undefined) return (all ? ALWAYS : NEVER)[language];
  if (parts.length === 1) return guardWords(workflow, only, language, place);
  const joined = parts
    .map((part) => guardWords(workflow, part, language, 'inside'))
    .join((all ? AND : OR)[language]);
  const [open, close] = BRACKETS[language];
  return place === 'inside' ? `${open}${joined}${close}` : joined;
}

type Comparison = Extract<Guard, { readonly fact: string }>;

function isPlain(guard: Guard): guard is Comparison {
  return 'fact' in guard && !('atLeast' in guard) && !('atMost' in guard) && (guard.is ?? true) === true;
}

function factWords(workflow: Workflow, guard: Comparison, language: Language): string {
  const name = factName(workflow, guard.fact)[language];
  if ('atLeast' in guard) return `${name} ≥ ${guard.atLeast}`;
  if ('atMost' in guard) return `${name} ≤ ${guard.atMost}`;
  const is = guard.is ?? true;
  if (is === true) return name;
  if (is === false) return `${name}${NO[language]}`;
  return `${name} = ${factValueName(workflow, guard.fact, is)[language]}`;
}

/** A guard as an ECMAScript expression; `read` says how a fact is read. */
export function guardExpression(
  guard: Guard,
  read: (fact: string) => string,
  textOf: (value: FactValue) => string,
): string {
  const inner = (part: Guard): string => guardExpression(part, read, textOf);
  if ('not' in guard) return `!(${inner(guard.not)})`;
  if ('allOf' in guard)
    return guard.allOf.length === 0 ? 'true' : guard.allOf.map((part) => `(${inner(part)})`).join(' && ');
  if ('anyOf' in guard)
    return guard.anyOf.length === 0 ? 'false' : guard.anyOf.map((part) => `(${inner(part)})`).join(' || ');
  const value = read(guard.fact);
  if ('atLeast' in guard) return `${value} >= ${guard.atLeast}`;
  if ('atMost' in guard) return `${value} <= ${guard.atMost}`;
  return `${value} === ${textOf(guard.is ?? true)}`;
}
