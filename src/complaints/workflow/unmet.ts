/** What would have to be otherwise for a guard to hold. */
import type { Asked, CompiledFact } from './facts.js';
import type { Literal } from './guard.js';
import type { FactDomain, FactValue, Guard } from './model.js';
import type { UnmetFact } from './refusal.js';

type Facts = ReadonlyMap<string, CompiledFact>;
type Needed = UnmetFact['needed'];

/** What a way out asks of one fact: some of the values that it can have. */
interface Wanted {
  readonly needs: readonly Needed[];
  /** Those of its domain that meet all needs. */
  readonly values: readonly FactValue[];
}

/** One way to make a guard hold, by fact: all of it together. */
type Term = ReadonlyMap<string, Wanted>;

/** Longer lists of ways out help nobody. */
const MOST_SETS = 64;

/** A guard can be written that has millions of ways out; of so many pairs those that change least are followed. */
const MOST_TERMS = 256;
const MOST_PAIRS = 65_536;

/**
 * Every smallest set of facts that would have to be otherwise for a guard to hold; `[[]]` where it holds, `[]` where
 * nothing could make it hold. Whatever meets a set opens the guard, the other facts being as they are. The shortest
 * first and at most 64; of a guard with hundreds of ways out some are left out.
 */
export function unmetOf(guard: Guard, facts: Facts, asked: Asked): readonly (readonly UnmetFact[])[] {
  const search: Search = { facts, asked, often: askedTwice(guard) };
  const changes = termsOf(search, guard, 'holds').map((term) => changesOf(search, term));
  return withoutLonger(changes)
    .slice(0, MOST_SETS)
    .map((term) =>
      [...term].flatMap(([fact, wanted]) => {
        const found = facts.get(fact)?.read(asked) ?? 'missing';
        return shortest(wanted, domainOf(search, fact)).map((needed) => ({ fact, found, needed }));
      }),
    );
}

interface Search {
  readonly facts: Facts;
  readonly asked: Asked;
  /** Facts that the guard asks about more than once: what is so now may have to stay so. */
  readonly often: ReadonlySet<string>;
}

function askedTwice(guard: Guard): ReadonlySet<string> {
  const [once, often] = [new Set<string>(), new Set<string>()];
  const visit = (one: Guard): void => {
    if ('not' in one) visit(one.not);
    else if ('fact' in one) (once.has(one.fact) ? often : once).add(one.fact);
    else for (const part of 'allOf' in one ? one.allOf : one.anyOf) visit(part);
  };
  visit(guard);
  return often;
}

/** The ways to make a guard hold or fail, those first that change the fewest facts. */
function termsOf(search: Search, guard: Guard, wanted: 'holds' | 'fails'): readonly Term[] {
  if ('not' in guard) return termsOf(search, guard.not, wanted === 'holds' ? 'fails' : 'holds');
  if ('fact' in guard) return ofLiteral(search, guard, wanted);
  const parts = ('allOf' in guard ? guard.allOf : guard.anyOf).map((part) => termsOf(search, part, wanted));
  // De Morgan: where an "all of" has to fail, one part has to.
  if ('allOf' in guard !== (wanted === 'holds')) return parts.flat();
  // The part with the fewest ways first, since it rules out most.
  return parts
    .toSorted((a, b) => a.length - b.length)
    .reduce(
      (left, right) => few(search, product(left, few(search, right, MOST_PAIRS / left.length)), MOST_TERMS),
      [NOTHING],
    );
}

const NOTHING: Term = new Map();

function ofLiteral(search: Search, guard: Literal, wanted: 'holds' | 'fails'): readonly Term[] {
  const { fact } = guard;
  const needed = need(guard, wanted);
  const values = valuesOf(domainOf(search, fact)).filter((value) => meets(value, needed));
  if (values.length === 0) return [];
  const term: Term = new Map([[fact, { needs: [needed], values }]]);
  return isMet(search, fact, values) && !search.often.has(fact) ? [NOTHING] : [term];
}

function domainOf({ facts }: Search, fact: string): FactDomain {
  return facts.get(fact)?.declaration.domain ?? 'boolean';
}

function valuesOf(domain: FactDomain): readonly FactValue[] {
  if (domain === 'boolean') return [true, false];
  return 'oneOf' in domain ? domain.oneOf : Array.from({ length: domain.upTo + 1 }, (_, i) => i);
}

function isMet({ facts, asked }: Search, fact: string, values: readonly FactValue[]): boolean {
  const found = facts.get(fact)?.read(asked);
  return found !== undefined && values.includes(found);
}

function need(guard: Literal, wanted: 'holds' | 'fails'): Needed {
  if ('atLeast' in guard)
    return wanted === 'holds' ? { atLeast: guard.atLeast } : { atMost: Math.ceil(guard.atLeast) - 1 };
  if ('atMost' in guard)
    return wanted === 'holds' ? { atMost: guard.atMost } : { atLeast: Math.floor(guard.atMost) + 1 };
  const value = guard.is ?? true;
  if (typeof value === 'boolean') return { is: wanted === 'holds' ? value : !value };
  return wanted === 'holds' ? { is: value } : { isNot: value };
}

function meets(value: FactValue, needed: Needed): boolean {
  if ('is' in needed) return value === needed.is;
  if ('isNot' in needed) return value !== needed.isNot;
  return 'atLeast' in needed ? Number(value) >= needed.atLeast : Number(value) <= needed.atMost;
}

/** One way of each side, put together, unless they ask for what a fact cannot be at once. */
function product(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  return left.flatMap((one) => right.flatMap((other) => together(one, other)));
}

function together(one: Term, other: Term): readonly Term[] {
  if (one.size === 0) return [other];
  const both = new Map(one);
  for (const [fact, wanted] of other) {
    const before = both.get(fact);
    const values = before === undefined ? wanted.values : intersection(before.values, wanted.values);
    if (values.length === 0) return [];
    both.set(fact, { needs: [...(before?.needs ?? []), ...wanted.needs], values });
  }
  return [both];
}

function intersection(one: readonly FactValue[], other: readonly FactValue[]): readonly FactValue[] {
  const among = new Set(other);
  return one.filter((value) => among.has(value));
}

function few(search: Search, terms: readonly Term[], most: number): readonly Term[] {
  if (terms.length <= most) return terms;
  const changes = new Map(terms.map((term) => [term, changesOf(search, term).size]));
  return terms.toSorted((a, b) => (changes.get(a) ?? 0) - (changes.get(b) ?? 0)).slice(0, most);
}

/** Without the facts that are so already. */
function changesOf(search: Search, term: Term): Term {
  return new Map([...term].filter(([fact, { values }]) => !isMet(search, fact, values)));
}

/** Without those that ask for all that another one asks for, and more; the shortest first. */
function withoutLonger(terms: readonly Term[]): readonly Term[] {
  const kept: Term[] = [];
  for (const term of terms.toSorted((a, b) => a.size - b.size || widthOf(b) - widthOf(a))) {
    if (!kept.some((one) => asksNoMore(one, term))) kept.push(term);
  }
  return kept;
}

function widthOf(term: Term): number {
  return [...term.values()].reduce((width, { values }) => width + values.length, 0);
}

function asksNoMore(one: Term, other: Term): boolean {
  return [...one].every(([fact, { values }]) => {
    const theirs = other.get(fact)?.values;
    return theirs !== undefined && intersection(theirs, values).length === theirs.length;
  });
}

/** The values of a fact in the fewest words: as the guard has it, or its bounds and what is left out between them. */
function shortest({ needs, values }: Wanted, domain: FactDomain): readonly Needed[] {
  const [only] = needs;
  if (only !== undefined && needs.length === 1) return [only];
  const [first] = values;
  if (first !== undefined && values.length === 1) return [{ is: first }];
  const others = valuesOf(domain).filter((value) => !values.includes(value));
  if (typeof domain !== 'object' || 'oneOf' in domain) return others.map((isNot) => ({ isNot }));
  const [least, most] = [Number(values[0]), Number(values.at(-1))];
  return [
    ...(least > 0 ? [{ atLeast: least }] : []),
    ...(most < domain.upTo ? [{ atMost: most }] : []),
    ...others.filter((value) => Number(value) > least && Number(value) < most).map((isNot) => ({ isNot })),
  ];
}
