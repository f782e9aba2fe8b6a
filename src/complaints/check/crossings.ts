/** What a command can do in a state: under which facts it takes which way, clashes with itself, or is refused. */
import type { CompiledParts, Crossing, Way } from '../workflow/compile.js';
import { isAllowed } from '../workflow/crossing.js';
import { factsIn, type Truth } from '../workflow/guard.js';
import type { FactValue } from '../workflow/model.js';
import { type Choice, choicesOf } from './choices.js';
import { guardOver } from './guards.js';
import { keyOf, type Memories, type Memory } from './memory.js';

export type Facts = Readonly<Record<string, FactValue>>;

/** Everything that can come of a command where the case keeps certain facts. */
export interface Outcomes {
  readonly taken: readonly Taken[];
  readonly clashes: readonly { readonly ways: readonly [Way, Way]; readonly facts: Facts }[];
  /** Facts under which no guard holds. */
  readonly refused?: Facts;
}

/** A way that can be taken, with the first choice of facts that opens it. */
export interface Taken {
  readonly way: Way;
  readonly facts: Facts;
}

/** A command in a state, made ready for the search. */
export interface SearchedCrossing {
  readonly state: string;
  readonly command: string;
  readonly kind: 'command' | 'timer';
  readonly ways: readonly Way[];
  readonly outcomes: (memory: Memory) => Outcomes;
}

export interface Ground {
  readonly parts: CompiledParts;
  readonly memories: Memories;
  /** For each fact what the guards compare it with. */
  readonly compared: ReadonlyMap<string, readonly FactValue[]>;
  /** In how many ways facts may be chosen. */
  readonly most: number;
}

/** `null` where the facts can be chosen in more ways than `most`. */
export function searchedCrossing(
  { parts, memories, compared, most }: Ground,
  state: string,
  crossing: Crossing,
): SearchedCrossing | null {
  const { command, ways } = crossing;
  const names = [...new Set(ways.flatMap(({ guard }) => (guard === undefined ? [] : factsIn(guard))))];
  const facts = names.flatMap((name) => parts.facts.get(name) ?? []);
  const choices = choicesOf(crossing, facts, compared);
  if (choices.reduce((product, choice) => product * choice.length, 1) > most) return null;
  const guarded = ways.map((way) => ({ way, holds: way.guard && guardOver(way.guard) }));
  const kept = facts.flatMap(({ fact }) => placed(memories.facts, fact));
  const asked = choices.flatMap((some) => some.flatMap(({ slot }) => slot?.name ?? []));
  const slots = [...new Set(asked)].flatMap((slot) => placed(memories.slots, slot));
  const places = [...kept, ...slots].map(([, place]) => place);
  const known = new Map<string, Outcomes>();
  return {
    state,
    command: command.type,
    kind: command.declaration.kind,
    ways,
    outcomes: ({ values }) => {
      const key = keyOf(places.map((place) => values[place] ?? false));
      const before = known.get(key);
      if (before !== undefined) return before;
      const status = new Map(slots.map(([slot, place]) => [slot, values[place]]));
      const facts = new Map(kept.map(([fact, place]) => [fact, values[place] ?? false]));
      const found = outcomesOf(guarded, possible(choices, status), facts);
      known.set(key, found);
      return found;
    },
  };
}

function placed(places: ReadonlyMap<string, number>, name: string): readonly (readonly [string, number])[] {
  const place = places.get(name);
  return place === undefined ? [] : [[name, place]];
}

/** The ways that what is known of the record leaves open. */
function possible(
  choices: readonly Choice[],
  slots: ReadonlyMap<string, Memory['values'][number] | undefined>,
): readonly Choice[] {
  return choices.map((ways) =>
    ways.filter(({ slot }) => {
      const status = slot === undefined ? 'unknown' : (slots.get(slot.name) ?? 'unknown');
      if (status === 'absent') return slot?.holds === 'nothing';
      if (status === 'filled') return slot?.holds === 'something';
      return status === 'unknown' || slot?.holds !== 'nothing';
    }),
  );
}

interface Guarded {
  readonly way: Way;
  readonly holds: ((facts: ReadonlyMap<string, FactValue>) => Truth) | undefined;
}

function outcomesOf(
  guarded: readonly Guarded[],
  choices: readonly Choice[],
  kept: ReadonlyMap<string, FactValue>,
): Outcomes {
  const taken = new Map<Way, Taken>();
  const clashes = new Map<string, Outcomes['clashes'][number]>();
  let refused: Facts | undefined;
  for (const { facts, absent, role } of combined(choices)) {
    const chosen = Object.fromEntries(facts);
    const all = new Map([...kept, ...facts]);
    const truths = guarded.map(({ way, holds }) => ({ way, truth: holds === undefined ? 1 : holds(all) }));
    if (truths.every(({ truth }) => truth === 0)) refused ??= Object.fromEntries(all);
    // As `decide` does: the first whose guard holds, unless it is not known whether one before it does.
    const first = truths.find(({ truth }) => truth !== 0);
    if (first?.truth !== 1) continue;
    const { needs, roles } = first.way;
    const complete = !needs.some((field) => absent.includes(field));
    const allowed = role === undefined || isAllowed(roles, role);
    if (complete && allowed && !taken.has(first.way)) taken.set(first.way, { way: first.way, facts: chosen });
    const open = truths.filter(({ truth }) => truth === 1).map(({ way }) => way);
    for (const ways of pairsOf(open)) {
      const key = JSON.stringify(ways.map(({ id }) => id));
      if (!clashes.has(key)) clashes.set(key, { ways, facts: Object.fromEntries(all) });
    }
  }
  const listed = guarded.flatMap(({ way }) => taken.get(way) ?? []);
  return { taken: listed, clashes: [...clashes.values()], ...(refused && { refused }) };
}

function pairsOf(ways: readonly Way[]): readonly (readonly [Way, Way])[] {
  return ways.flatMap((one, i) => ways.slice(i + 1).map((other) => [one, other] as const));
}

interface Combination {
  readonly facts: readonly (readonly [string, FactValue])[];
  readonly absent: readonly string[];
  readonly role?: string;
}

/** Every way of choosing, the first ways first. */
function* combined(choices: readonly Choice[]): Generator<Combination> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield { facts: [], absent: [] };
    return;
  }
  for (const way of first) {
    for (const { facts, absent, role = way.role } of combined(rest)) {
      yield {
        facts: [...way.facts, ...facts],
        absent: way.absent === undefined ? absent : [...way.absent, ...absent],
        ...(role !== undefined && { role }),
      };
    }
  }
}
