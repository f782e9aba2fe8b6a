/** What a search needs to know of guards: whether they hold, and which values tell their facts apart. */
import type { Asked } from '../workflow/facts.js';
import { type Ask, compileGuard, type Truth } from '../workflow/guard.js';
import type { FactValue, Guard } from '../workflow/model.js';

type Facts = ReadonlyMap<string, FactValue>;

/** Asks a guard about facts that are given instead of being read from a command. */
export function guardOver(guard: Guard): (facts: Facts) => Truth {
  let given: Facts = NONE;
  const ask: Ask = compileGuard(guard, (fact) => () => given.get(fact));
  return (facts) => {
    given = facts;
    return ask(NOTHING_ASKED);
  };
}

const NONE: Facts = new Map();
const NOTHING_ASKED: Asked = {
  caseId: '',
  record: {},
  data: {},
  by: { id: '', role: '' },
  facts: {},
  context: {},
};

/** For each fact what the guards compare it with. */
export function comparedWith(guards: readonly Guard[]): ReadonlyMap<string, readonly FactValue[]> {
  const all = new Map<string, FactValue[]>();
  for (const { fact, to } of guards.flatMap(comparisonsOf)) {
    const known = all.get(fact);
    if (known === undefined) all.set(fact, [to]);
    else known.push(to);
  }
  return all;
}

function comparisonsOf(guard: Guard): readonly { readonly fact: string; readonly to: FactValue }[] {
  if ('not' in guard) return comparisonsOf(guard.not);
  if ('allOf' in guard) return guard.allOf.flatMap(comparisonsOf);
  if ('anyOf' in guard) return guard.anyOf.flatMap(comparisonsOf);
  if ('atLeast' in guard) return [{ fact: guard.fact, to: guard.atLeast }];
  if ('atMost' in guard) return [{ fact: guard.fact, to: guard.atMost }];
  return [{ fact: guard.fact, to: guard.is ?? true }];
}
