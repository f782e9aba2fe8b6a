/** Whether names that people are shown belong to something: a misspelt one would leave the identifier to be seen. */
import type { Path } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import type { Workflow } from './model.js';
import { slotsOf, unknownName } from './names.js';

/** Names for nothing. Roles are not asked: an actor may come in any. */
export function checkNames(workflow: Workflow): readonly Problem[] {
  const { names = {}, states } = workflow;
  const { parties, slots, tags = {} } = names;
  const waited = Object.values(states).flatMap(({ waitsFor }) => waitsFor ?? []);
  const used = valuesByTag(workflow);
  return [
    ...namesOfNothing(parties, waited, ['names', 'parties']),
    ...namesOfNothing(slots, slotsOf(workflow), ['names', 'slots']),
    ...namesOfNothing(tags, used.keys(), ['names', 'tags']),
    ...Object.entries(tags).flatMap(([tag, { values }]) => {
      const known = used.get(tag);
      return known === undefined ? [] : namesOfNothing(values, known, ['names', 'tags', tag, 'values']);
    }),
  ];
}

/** Names under keys that nothing has. */
export function namesOfNothing(
  names: Readonly<Record<string, unknown>> | undefined,
  known: Iterable<string>,
  path: Path,
): readonly Problem[] {
  if (names === undefined) return [];
  const declared = Object.fromEntries([...known].map((one) => [one, true]));
  return Object.keys(names).flatMap((one) => unknownName(declared, [...path, one], one));
}

function valuesByTag({ states, opening, transitions }: Workflow): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { tags = {} } of [...Object.values(states), opening, ...transitions]) {
    for (const [tag, value] of Object.entries(tags))
      values.set(tag, (values.get(tag) ?? new Set<string>()).add(value));
  }
  return values;
}
