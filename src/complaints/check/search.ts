/** Every configuration that a case can come into: a state with the values of the facts it keeps, breadth first. */
import { compileWorkflow, type Way } from '../workflow/compile.js';
import { factsIn } from '../workflow/guard.js';
import type { FactValue, Guard, Workflow } from '../workflow/model.js';
import {
  type Facts,
  type Outcomes,
  type SearchedCrossing,
  type Slots,
  searchedCrossing,
} from './crossings.js';
import type { ScriptStep } from './finding.js';
import { comparedWith } from './guards.js';
import { openingWriter, type SlotStatus, slotAfter, slotEffects } from './slots.js';

export interface Configuration {
  readonly state: string;
  readonly kept: ReadonlyMap<string, FactValue>;
  /** Of the slots that guards ask to be filled. */
  readonly slots: Slots;
  /** How it was reached first; the opening leads to the first configuration. */
  readonly via: Edge | undefined;
  readonly out: readonly Edge[];
  readonly outcomes: readonly { readonly crossing: SearchedCrossing; readonly outcomes: Outcomes }[];
}

export interface Edge {
  readonly from: Configuration;
  readonly to: Configuration;
  readonly crossing: SearchedCrossing;
  readonly way: Way;
  readonly facts: Facts;
}

export interface Search {
  readonly kind: 'searched';
  readonly workflow: Workflow;
  readonly configurations: readonly Configuration[];
  readonly edges: readonly Edge[];
  readonly crossings: readonly SearchedCrossing[];
  readonly isFinal: (state: string) => boolean;
}

export interface TooLarge {
  readonly kind: 'tooLarge';
  readonly of: 'configurations' | 'choices';
  readonly limit: number;
  readonly at?: { readonly state: string; readonly command: string };
}

export interface SearchLimits {
  readonly configurations: number;
  readonly choices: number;
}

export function search(workflow: Workflow, limits: SearchLimits): Search | TooLarge {
  const { parts } = compileWorkflow(workflow);
  const guards = [...parts.ways.values()].flatMap(({ guard }): readonly Guard[] =>
    guard === undefined ? [] : [guard],
  );
  const compared = comparedWith(guards);
  const crossings = new Map<string, SearchedCrossing[]>();
  for (const [state, byCommand] of parts.crossings) {
    const list: SearchedCrossing[] = [];
    for (const [command, crossing] of byCommand) {
      const ready = searchedCrossing(parts, state, crossing, compared, limits.choices);
      if (ready === null)
        return { kind: 'tooLarge', of: 'choices', limit: limits.choices, at: { state, command } };
      list.push(ready);
    }
    crossings.set(state, list);
  }
  const read = new Set(guards.flatMap(factsIn));
  const start = { ...parts.initialFacts };
  for (const way of parts.opening.ways) {
    for (const { fact, next } of way.sets) start[fact] = next(start);
  }
  const asked = slotsAsked(workflow, read);
  const opened = asked.map(
    (slot) => [slot, slotAfter(workflow, slot, openingWriter(workflow)) ?? 'absent'] as const,
  );
  const found = walk(
    {
      state: workflow.initial,
      kept: new Map(Object.entries(start).filter(([fact]) => read.has(fact))),
      slots: new Map<string, SlotStatus>(opened),
    },
    crossings,
    asked.map((slot) => [slot, slotEffects(workflow, slot)] as const),
    limits.configurations,
  );
  if (found === 'tooLarge') return { kind: 'tooLarge', of: 'configurations', limit: limits.configurations };
  const final = new Set(workflow.final);
  return {
    kind: 'searched',
    workflow,
    ...found,
    crossings: [...crossings.values()].flat(),
    isFinal: (state) => final.has(state),
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

type Place = Pick<Configuration, 'state' | 'kept' | 'slots'>;
type Draft = { -readonly [K in keyof Configuration]: Configuration[K] } & { out: Edge[] };
type Effects = readonly (readonly [string, (way: Way) => SlotStatus | undefined])[];

function walk(
  initial: Place,
  crossings: ReadonlyMap<string, readonly SearchedCrossing[]>,
  effects: Effects,
  most: number,
): Pick<Search, 'configurations' | 'edges'> | 'tooLarge' {
  const configurations: Draft[] = [drafted(initial)];
  const byKey = new Map<string, Draft>(configurations.map((one) => [keyOf(one), one]));
  const edges: Edge[] = [];
  // The list grows while it is walked: it is the queue.
  for (const from of configurations) {
    from.outcomes = (crossings.get(from.state) ?? []).map((crossing) => ({
      crossing,
      outcomes: crossing.outcomes(from.kept, from.slots),
    }));
    for (const { crossing, outcomes } of from.outcomes) {
      for (const { way, facts } of outcomes.taken) {
        const place = {
          state: way.to,
          kept: keptAfter(from.kept, way),
          slots: slotsAfter(from.slots, way, effects),
        };
        const key = keyOf(place);
        const known = byKey.get(key);
        const to = known ?? drafted(place);
        const edge = { from, to, crossing, way, facts };
        edges.push(edge);
        from.out.push(edge);
        if (known !== undefined) continue;
        if (configurations.length >= most) return 'tooLarge';
        to.via = edge;
        byKey.set(key, to);
        configurations.push(to);
      }
    }
  }
  return { configurations, edges };
}

function drafted(place: Place): Draft {
  return { ...place, via: undefined, out: [], outcomes: [] };
}

function keyOf({ state, kept, slots }: Place): string {
  let key = JSON.stringify(state);
  for (const value of kept.values()) key += typeof value === 'string' ? JSON.stringify(value) : `,${value}`;
  for (const status of slots.values()) key += `,${status}`;
  return key;
}

function slotsAfter(slots: Slots, way: Way, effects: Effects): Slots {
  const changes = effects.flatMap(([slot, after]) => {
    const status = after(way);
    return status === undefined ? [] : [[slot, status] as const];
  });
  return changes.length === 0 ? slots : new Map([...slots, ...changes]);
}

/** Facts that no guard reads are not followed. */
function keptAfter(kept: ReadonlyMap<string, FactValue>, way: Way): ReadonlyMap<string, FactValue> {
  const changes = way.sets.filter(({ fact }) => kept.has(fact));
  if (changes.length === 0) return kept;
  const after = new Map(kept);
  for (const { fact, next } of changes) after.set(fact, next(Object.fromEntries(after)));
  return after;
}

/** The shortest script from the opening to a configuration. */
export function scriptTo(configuration: Configuration): readonly ScriptStep[] {
  const steps: ScriptStep[] = [];
  for (let { via } = configuration; via !== undefined; via = via.from.via) steps.push(stepOf(via));
  return steps.reverse();
}

export function stepOf({ from, to, crossing, way, facts }: Edge): ScriptStep {
  return { command: crossing.command, transition: way.id, from: from.state, to: to.state, facts };
}
