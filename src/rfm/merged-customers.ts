/** Customer ids that have become others: old to new, followed to the end. */
import { type Problem, show } from '../foundation/problem.js';
import { left, type Result, right } from '../foundation/result.js';
import { MASK } from './read-cells.js';

/** Old customer ids to new ones: a `Map`, or a plain object as JSON gives it (its own enumerable keys). */
export type MergedCustomers = ReadonlyMap<string, string> | Readonly<Record<string, string>>;

/**
 * Follows chains of merges to their end. An id that is merged into itself stays itself; a map that leads in a
 * circle is refused, and its ids are masked in the problem where they are `'personal'`.
 */
export function customerMerger(
  merged: MergedCustomers,
  ids: 'shown' | 'personal' = 'shown',
): Result<(id: string) => string> {
  const shown = (id: unknown): string => (ids === 'personal' ? MASK : show(id));
  if (typeof merged !== 'object' || merged === null || Array.isArray(merged)) {
    const type = {
      en: 'Map, or object, of old customer ids to new ones',
      zh: '由旧顾客编号到新编号的 Map 或对象',
    };
    return left(problem('wrongType', [], { kind: 'type', type }, shown(merged)));
  }
  const next: ReadonlyMap<string, string> = isMap(merged) ? merged : new Map(Object.entries(merged));
  const ends = new Map<string, string>();
  for (const [from, to] of next) {
    if (typeof to !== 'string') {
      const step = ids === 'personal' ? MASK : String(from);
      return left(problem('wrongType', [step], { kind: 'type', type: 'string' }, shown(to)));
    }
    const walk = new Set<string>();
    let id = from;
    let after: string | undefined = to;
    while (after !== undefined && after !== id && !ends.has(id)) {
      if (walk.has(id)) return left(circle([...walk], id, ids));
      walk.add(id);
      id = after;
      after = next.get(id);
    }
    const end = ends.get(id) ?? id;
    for (const passed of walk) ends.set(passed, end);
  }
  return right((id) => ends.get(id) ?? id);
}

/** As many ids of a circle as a sentence can carry. */
const MOST_SHOWN = 5;

function circle(walk: readonly string[], again: string, ids: 'shown' | 'personal'): Problem {
  const round = walk.slice(walk.indexOf(again));
  const type = { en: 'chain that ends', zh: '有终点的合并链' };
  if (ids === 'personal') {
    const found = { en: `a circle of ${round.length} ids`, zh: `${round.length} 个编号的环` };
    return problem('circle', [MASK], { kind: 'type', type }, found);
  }
  const names = round.slice(0, MOST_SHOWN).map(show);
  const found = [...names, ...(round.length > MOST_SHOWN ? ['…'] : []), show(again)].join(' → ');
  return problem('circle', [again], { kind: 'type', type }, found);
}

function problem(
  code: string,
  path: Problem['path'],
  expected: Problem['expected'],
  found: Problem['found'],
): Problem {
  return { code, path: ['mergedCustomers', ...path], expected, found };
}

function isMap(merged: MergedCustomers): merged is ReadonlyMap<string, string> {
  return merged instanceof Map;
}
