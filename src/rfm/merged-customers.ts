/** Customer ids that have become others: old to new, followed to the end. */
import { show } from '../foundation/problem.js';
import { left, type Result, right } from '../foundation/result.js';

/** Follows chains of merges; a map that leads in a circle is refused. */
export function customerMerger(merged: ReadonlyMap<string, string>): Result<(id: string) => string> {
  const last = new Map<string, string>();
  for (const from of merged.keys()) {
    const chain = new Set([from]);
    let to = merged.get(from);
    while (to !== undefined && merged.has(to)) {
      if (chain.has(to)) {
        return left({
          code: 'circle',
          path: ['mergedCustomers', from],
          expected: { kind: 'type', type: { en: 'chain that ends', zh: '有终点的合并链' } },
          found: [...chain, to].map(show).join(' → '),
        });
      }
      chain.add(to);
      to = merged.get(to);
    }
    if (to !== undefined) last.set(from, to);
  }
  return right((id) => last.get(id) ?? id);
}
