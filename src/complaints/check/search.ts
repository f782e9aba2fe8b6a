/** Every configuration that a case can come into: a state with the values of the facts it keeps, breadth first. */
import { compileWorkflow, type Way } from '../workflow/compile.js';
import type { Guard, Workflow } from '../workflow/model.js';
import { type Facts, type Outcomes, type SearchedCrossing, searchedCrossing } from './crossings.js';
import type { ScriptStep } from './finding.js';
import { comparedWith } from './guards.js';
import { type Memories, type Memory, memoriesOf } from './memory.js';

export interface Configuration {
  /** Its place among the configurations. */
  readonly index: number;
  readonly state: string;
  readonly memory: Memory;
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
  const memories = memoriesOf(workflow, parts);
  const crossings = new Map<string, SearchedCrossing[]>();
  for (const [state, byCommand] of parts.crossings) {
    const list: SearchedCrossing[] = [];
    for (const [command, crossing] of byCommand) {
      const ready = searchedCrossing({ parts, memories, compared, most: limits.choices }, state, crossing);
      if (ready === null)
        return { kind: 'tooLarge', of: 'choices', limit: limits.choices, at: { state, command } };
      list.push(ready);
    }
    crossings.set(state, list);
  }
  const found = walk(workflow.initial, memories, crossings, limits.configurations);
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

type Draft = Configuration & { via: Edge | undefined; readonly out: Edge[] };

function walk(
  initial: string,
  memories: Memories,
  crossings: ReadonlyMap<string, readonly SearchedCrossing[]>,
  most: number,
): Pick<Search, 'configurations' | 'edges'> | 'tooLarge' {
  const configurations: Draft[] = [];
  const byState = new Map<string, Map<Memory, Draft>>();
  const edges: Edge[] = [];
  const reach = (state: string, memory: Memory): Draft => {
    const known = byState.get(state) ?? new Map<Memory, Draft>();
    if (known.size === 0) byState.set(state, known);
    const before = known.get(memory);
    if (before !== undefined) return before;
    const outcomes = (crossings.get(state) ?? []).map((crossing) => ({
      crossing,
      outcomes: crossing.outcomes(memory),
    }));
    const index = configurations.length;
    const draft: Draft = { index, state, memory, via: undefined, out: [], outcomes };
    known.set(memory, draft);
    configurations.push(draft);
    return draft;
  };
  reach(initial, memories.first);
  // The list grows while it is walked: it is the queue.
  for (const from of configurations) {
    for (const { crossing, outcomes } of from.outcomes) {
      for (const { way, facts } of outcomes.taken) {
        const count = configurations.length;
        const to = reach(way.to, memories.after(from.memory, way));
        if (configurations.length > most) return 'tooLarge';
        const edge = { from, to, crossing, way, facts };
        edges.push(edge);
        from.out.push(edge);
        if (configurations.length > count) to.via = edge;
      }
    }
  }
  return { configurations, edges };
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
