/** What a case remembers from one event to the next: the facts that it keeps, and whether slots of its record are filled. */
import type { CompiledParts, Way } from '../workflow/compile.js';
import { factsIn } from '../workflow/guard.js';
import type { FactValue, Workflow } from '../workflow/model.js';
import { type SlotStatus, slotEffects, slotOpened, statusAfter } from './slots.js';

/** One for each combination of values, so that memories can be compared by identity. */
export interface Memory {
  /** In the places that {@link Memories} gives them. */
  readonly values: readonly (FactValue | SlotStatus)[];
}

export interface Memories {
  readonly first: Memory;
  /** The place of each fact that is kept and that some guard reads. */
  readonly facts: ReadonlyMap<string, number>;
  /** The place of each slot that a guard asks to be filled. */
  readonly slots: ReadonlyMap<string, number>;
  readonly after: (memory: Memory, way: Way) => Memory;
}

export function memoriesOf(workflow: Workflow, parts: CompiledParts): Memories {
  const read = new Set([...parts.ways.values()].flatMap(({ guard }) => (guard ? factsIn(guard) : [])));
  const start = { ...parts.initialFacts };
  for (const way of parts.opening.ways) {
    for (const { fact, next } of way.sets) start[fact] = next(start);
  }
  // Facts that no guard reads are not followed.
  const kept = Object.entries(start).filter(([fact]) => read.has(fact));
  const asked = slotsAsked(workflow, read);
  const known = new Map<string, Memory>();
  const facts = new Map(kept.map(([fact], place) => [fact, place]));
  const effects = asked.map((slot, i) => ({ place: kept.length + i, effect: slotEffects(workflow, slot) }));

  const the = (values: Memory['values']): Memory => {
    const key = keyOf(values);
    const before = known.get(key);
    if (before !== undefined) return before;
    const memory = { values };
    known.set(key, memory);
    return memory;
  };
  return {
    first: the([...kept.map(([, value]) => value), ...asked.map((slot) => slotOpened(workflow, slot))]),
    facts,
    slots: new Map(asked.map((slot, i) => [slot, kept.length + i])),
    after: (memory, way) => {
      let values: (FactValue | SlotStatus)[] | undefined;
      for (const { fact, next } of way.sets) {
        const place = facts.get(fact);
        if (place === undefined) continue;
        values ??= [...memory.values];
        // What is added is added to the fact itself.
        values[place] = next({ [fact]: values[place] ?? 0 });
      }
      for (const { place, effect } of effects) {
        const change = effect(way);
        if (change === undefined) continue;
        values ??= [...memory.values];
        values[place] = statusAfter(memory.values[place], change);
      }
      return values === undefined ? memory : the(values);
    },
  };
}

/** Slots that a guard asks to be filled. */
function slotsAsked({ facts }: Workflow, read: ReadonlySet<string>): readonly string[] {
  const slots = Object.entries(facts).flatMap(([fact, { from }]) => {
    if (!read.has(fact) || from.kind !== 'test' || !('filled' in from.test)) return [];
    const { filled } = from.test;
    return 'record' in filled && filled.each === undefined ? [filled.record] : [];
  });
  return [...new Set(slots)];
}

/** Values in one place are of one type, so that only texts could be mistaken. */
export function keyOf(values: Memory['values']): string {
  let key = '';
  for (const value of values) key += typeof value === 'string' ? JSON.stringify(value) : `,${value}`;
  return key;
}
