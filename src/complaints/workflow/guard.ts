/** Guards made ready to be asked whether they hold. */
import type { Asked } from './facts.js';
import type { FactValue, Guard } from './model.js';

/** A guard of three values, since a fact may not be known: no, yes, unknown. */
export type Truth = 0 | 1 | 2;
export type Ask = (asked: Asked) => Truth;
type Read = (fact: string) => (asked: Asked) => FactValue | undefined;

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

/** The part of a guard that asks about one fact. */
export type Literal = Extract<Guard, { readonly fact: string }>;

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
