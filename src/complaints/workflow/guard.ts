/** Guards made ready: whether they hold, and what would have to be otherwise. */
import type { Asked, CompiledFact } from './facts.js';
import type { FactValue, Guard } from './model.js';
import type { UnmetFact } from './refusal.js';

/** A guard of three values, since a fact may not be known: no, yes, unknown. */
export type Truth = 0 | 1 | 2;
export type Ask = (asked: Asked) => Truth;
type Read = (fact: string) => (asked: Asked) => FactValue | undefined;

/** Longer lists of ways out help nobody, and a guard could be written that has millions. */
const MOST_SETS = 64;

/** Kleene's logic: an unknown fact leaves the guard unknown only where it matters. */
export function compileGuard(guard: Guard, read: Read): Ask {
  if ('not' in guard) {
    const inner = compileGuard(guard.not, read);
    return (asked) => {
      const held = inner(asked);
      return held === 2 ? 2 : held === 1 ? 0 : 1;
    };
  }
  if ('allOf' in guard) return joined(guard.allOf, read, 0);
  if ('anyOf' in guard) return joined(guard.anyOf, read, 1);
  const value = read(guard.fact);
  const holds = literal(guard);
  return (asked) => {
    const found = value(asked);
    return found === undefined ? 2 : holds(found) ? 1 : 0;
  };
}

/** `decisive`: the value of one part that settles the whole. */
function joined(parts: readonly Guard[], read: Read, decisive: 0 | 1): Ask {
  const compiled = parts.map((part) => compileGuard(part, read));
  const otherwise: Truth = decisive === 0 ? 1 : 0;
  return (asked) => {
    let truth: Truth = otherwise;
    for (const part of compiled) {
      const held = part(asked);
      if (held === decisive) return held;
      if (held === 2) truth = 2;
    }
    return truth;
  };
}

type Literal = Extract<Guard, { readonly fact: string }>;

function literal(guard: Literal): (found: FactValue) => boolean {
  if ('atLeast' in guard) return (found) => Number(found) >= guard.atLeast;
  if ('atMost' in guard) return (found) => Number(found) <= guard.atMost;
  const wanted = guard.is ?? true;
  return (found) => found === wanted;
}

/** Names of the facts that a guard asks about, each once. */
export function factsIn(guard: Guard): readonly string[] {
  if ('not' in guard) return factsIn(guard.not);
  if ('allOf' in guard) return [...new Set(guard.allOf.flatMap(factsIn))];
  if ('anyOf' in guard) return [...new Set(guard.anyOf.flatMap(factsIn))];
  return [guard.fact];
}

type Sets = readonly (readonly UnmetFact[])[];

/**
 * Every smallest set of facts that would have to be otherwise for a guard to hold; `[[]]` where it holds, `[]` where
 * nothing could make it hold. At most 64, the shortest first.
 */
export function unmetOf(
  guard: Guard,
  facts: ReadonlyMap<string, CompiledFact>,
  asked: Asked,
  wanted: 'holds' | 'fails' = 'holds',
): Sets {
  if ('not' in guard) return unmetOf(guard.not, facts, asked, wanted === 'holds' ? 'fails' : 'holds');
  if ('fact' in guard) return ofLiteral(guard, facts, asked, wanted);
  const parts = ('allOf' in guard ? guard.allOf : guard.anyOf).map((part) =>
    unmetOf(part, facts, asked, wanted),
  );
  // De Morgan: where an "all of" has to fail, one part has to.
  const allNeeded = 'allOf' in guard === (wanted === 'holds');
  return allNeeded ? parts.reduce(product, [[]]) : smallest(parts.flat());
}

function ofLiteral(
  guard: Literal,
  facts: ReadonlyMap<string, CompiledFact>,
  asked: Asked,
  wanted: 'holds' | 'fails',
): Sets {
  const found = facts.get(guard.fact)?.read(asked);
  if (found !== undefined && literal(guard)(found) === (wanted === 'holds')) return [[]];
  return [[{ fact: guard.fact, found: found ?? 'missing', needed: need(guard, wanted) }]];
}

function need(guard: Literal, wanted: 'holds' | 'fails'): UnmetFact['needed'] {
  if ('atLeast' in guard)
    return wanted === 'holds' ? { atLeast: guard.atLeast } : { atMost: Math.ceil(guard.atLeast) - 1 };
  if ('atMost' in guard)
    return wanted === 'holds' ? { atMost: guard.atMost } : { atLeast: Math.floor(guard.atMost) + 1 };
  const value = guard.is ?? true;
  if (typeof value === 'boolean') return { is: wanted === 'holds' ? value : !value };
  return wanted === 'holds' ? { is: value } : { isNot: value };
}

/** One set from each side, put together, unless they ask opposite things of a fact. */
function product(left: Sets, right: Sets): Sets {
  return smallest(
    left.flatMap((one) =>
      right.flatMap((other) => {
        const both = [...one, ...other.filter((need) => !one.some((same) => sameNeed(same, need)))];
        return contradictory(both) ? [] : [both];
      }),
    ),
  );
}

function sameNeed(a: UnmetFact, b: UnmetFact): boolean {
  return a.fact === b.fact && JSON.stringify(a.needed) === JSON.stringify(b.needed);
}

function contradictory(set: readonly UnmetFact[]): boolean {
  return set.some((a, i) => set.slice(i + 1).some((b) => a.fact === b.fact && opposed(a.needed, b.needed)));
}

function opposed(a: UnmetFact['needed'], b: UnmetFact['needed']): boolean {
  if ('is' in a) return !meets(a.is, b);
  if ('is' in b) return !meets(b.is, a);
  if ('atLeast' in a && 'atMost' in b) return a.atLeast > b.atMost;
  return 'atMost' in a && 'atLeast' in b && b.atLeast > a.atMost;
}

function meets(value: FactValue, needed: UnmetFact['needed']): boolean {
  if ('is' in needed) return value === needed.is;
  if ('isNot' in needed) return value !== needed.isNot;
  return 'atLeast' in needed ? Number(value) >= needed.atLeast : Number(value) <= needed.atMost;
}

/** Without those that contain another; the shortest first. */
function smallest(sets: Sets): Sets {
  const kept: (readonly UnmetFact[])[] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    if (kept.length === MOST_SETS) break;
    if (!kept.some((one) => one.every((need) => set.some((other) => sameNeed(other, need))))) kept.push(set);
  }
  return kept;
}
