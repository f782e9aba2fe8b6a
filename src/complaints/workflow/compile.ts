/** A workflow made ready: for each state and command the ways it can take, with guards and forms as functions. */
import type { CaseCommand, CaseSnapshot, FactContext } from './case.js';
import { type FormCheck, formCheck } from './check-field.js';
import { type Asked, type CompiledFact, compileFact, isThere } from './facts.js';
import type { Field } from './field.js';
import { type Ask, compileGuard, factsIn } from './guard.js';
import type {
  CommandDeclaration,
  FactValue,
  Guard,
  RecordWrite,
  TransitionDeclaration,
  Workflow,
} from './model.js';
import { operandReader, type Told } from './read-test.js';
import { requireWorkflow } from './require-workflow.js';
import type { CaseOf, CommandOf, ContextOf, types } from './typed.js';

/** A workflow made ready by `compileWorkflow`. */
export interface CompiledWorkflow<Case = CaseSnapshot, Command = CaseCommand, Context = FactContext> {
  /** `name@version`, as events and cases carry it. */
  readonly id: string;
  readonly workflow: Workflow;
  /** @internal */
  readonly parts: CompiledParts;
  readonly [types]?: { readonly case: Case; readonly command: Command; readonly context: Context };
}

/** @internal */
export interface CompiledParts {
  readonly opening: Crossing;
  /** By state, then by command. */
  readonly crossings: ReadonlyMap<string, ReadonlyMap<string, Crossing>>;
  /** The opening is among them. */
  readonly ways: ReadonlyMap<string, Way>;
  readonly commands: ReadonlyMap<string, CompiledCommand>;
  readonly facts: ReadonlyMap<string, CompiledFact>;
  readonly initialFacts: Readonly<Record<string, FactValue>>;
}

/** A command in a state: the ways it can take there. @internal */
export interface Crossing {
  readonly command: CompiledCommand;
  readonly ways: readonly Way[];
}

/** @internal */
export interface CompiledCommand {
  readonly type: string;
  readonly declaration: CommandDeclaration;
  readonly fields: ReadonlyMap<string, { readonly field: Field; readonly check: FormCheck }>;
}

/** A transition made ready. @internal */
export interface Way {
  readonly id: string;
  /** `null` for the opening. */
  readonly from: string | null;
  readonly on: string;
  readonly to: string;
  readonly command: CompiledCommand;
  /** With `'otherwise'` written out; `undefined` for always. */
  readonly guard: Guard | undefined;
  readonly holds: Ask | undefined;
  /** As far as it is known before there is a command: with an actor, and without. */
  readonly foreseen: { readonly known: Ask; readonly unknown: Ask } | undefined;
  /** Fields without which it is refused: its own and those that its guard reads. */
  readonly needs: readonly string[];
  /** Whether they are all there. */
  readonly isComplete: (data: Readonly<Record<string, unknown>>) => boolean;
  readonly roles: readonly string[] | undefined;
  /** Facts of the host that its guard asks about. */
  readonly brought: readonly string[];
  readonly sets: readonly CompiledSet[];
  readonly writes: readonly CompiledWrite[];
}

interface CompiledSet {
  readonly fact: string;
  /** The value after it; counts stay within their bounds. */
  readonly next: (facts: Readonly<Record<string, FactValue>>) => FactValue;
}

interface CompiledWrite {
  readonly slot: string;
  readonly as: RecordWrite['as'];
  /** Left out: the event's data with `at` and `by`. */
  readonly read: ((told: Told) => unknown) | undefined;
}

/** The name of the first transition of every case. */
export const OPENING = 'opening';

/**
 * Makes a workflow ready for cases: its guards become functions and its transitions tables. Do it once and keep the
 * result. The workflow must have been through `defineWorkflow` or `parseWorkflow`, which check it.
 *
 * @throws ProblemError naming the parts that what is no workflow at all lacks.
 * @example
 * ```ts
 * import { compileWorkflow, complaintWorkflow } from 'clientele/complaints';
 *
 * const complaints = compileWorkflow(complaintWorkflow);
 *
 * complaints.id; // => 'complaint@1'
 * ```
 */
export function compileWorkflow<const W extends Workflow>(
  workflow: W,
): CompiledWorkflow<CaseOf<W>, CommandOf<W>, ContextOf<W>> {
  requireWorkflow(workflow);
  const facts = new Map(
    Object.entries(workflow.facts).map(([fact, declaration]) => [fact, compileFact(fact, declaration)]),
  );
  const commands = new Map(
    Object.entries(workflow.commands).map(([type, declaration]) => [type, compileCommand(type, declaration)]),
  );
  const ground = { workflow, facts, commands };
  const opening = compileOpening(ground);
  const crossings = compileCrossings(ground);
  const ways = new Map<string, Way>();
  for (const { ways: some } of [opening, ...[...crossings.values()].flatMap((of) => [...of.values()])]) {
    for (const way of some) ways.set(way.id, way);
  }
  return {
    id: `${workflow.name}@${workflow.version}`,
    workflow,
    parts: { opening, crossings, ways, commands, facts, initialFacts: initialFacts(workflow) },
  };
}

interface Ground {
  readonly workflow: Workflow;
  readonly facts: ReadonlyMap<string, CompiledFact>;
  readonly commands: ReadonlyMap<string, CompiledCommand>;
}

function compileCommand(type: string, declaration: CommandDeclaration): CompiledCommand {
  const fields = new Map(
    Object.entries(declaration.fields).map(([name, field]) => [name, { field, check: formCheck(field) }]),
  );
  return { type, declaration, fields };
}

function initialFacts({ facts }: Workflow): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, { from }]) =>
      from.kind === 'case' ? [[fact, from.initially]] : [],
    ),
  );
}

function compileOpening(ground: Ground): Crossing {
  const { initial, opening } = ground.workflow;
  const way = compileWay(ground, { ...opening, id: OPENING, to: initial }, null, undefined);
  return { command: declared(ground, opening.on), ways: [way] };
}

function declared({ commands }: Ground, type: string): CompiledCommand {
  return (
    commands.get(type) ?? compileCommand(type, { name: { en: type, zh: type }, kind: 'command', fields: {} })
  );
}

function compileCrossings(ground: Ground): ReadonlyMap<string, ReadonlyMap<string, Crossing>> {
  const crossings = new Map<string, ReadonlyMap<string, Crossing>>();
  for (const state of Object.keys(ground.workflow.states)) {
    const leaving = ground.workflow.transitions.filter(({ from }) => from === state);
    const of = new Map<string, Crossing>();
    // In the order in which the workflow declares its commands, for the lists of what is legal.
    for (const type of Object.keys(ground.workflow.commands)) {
      const some = leaving.filter(({ on }) => on === type);
      if (some.length > 0) of.set(type, { command: declared(ground, type), ways: compileWays(ground, some) });
    }
    crossings.set(state, of);
  }
  return crossings;
}

function compileWays(ground: Ground, transitions: readonly TransitionDeclaration[]): readonly Way[] {
  const guards = transitions.flatMap(({ when }) =>
    when === undefined || when === 'otherwise' ? [] : [when],
  );
  return transitions.map((one) => {
    const guard = one.when === 'otherwise' ? { not: { anyOf: guards } } : one.when;
    return compileWay(ground, one, one.from, guard);
  });
}

function compileWay(
  ground: Ground,
  { id, on, to, requires = [], by, sets = {}, writes = [] }: Omit<TransitionDeclaration, 'from'>,
  from: string | null,
  guard: Guard | undefined,
): Way {
  const asked = guard === undefined ? [] : factsIn(guard).flatMap((fact) => ground.facts.get(fact) ?? []);
  const command = declared(ground, on);
  const needs = [...new Set([...requires, ...asked.flatMap((fact) => fact.fields)])].filter((name) =>
    command.fields.has(name),
  );
  const roles = by ?? command.declaration.by;
  return {
    id,
    from,
    on,
    to,
    command,
    guard,
    holds: guard && compileGuard(guard, (fact) => ground.facts.get(fact)?.read ?? unknown),
    foreseen: guard && {
      known: compileGuard(guard, foreseen(ground, 'known')),
      unknown: compileGuard(guard, foreseen(ground, 'unknown')),
    },
    needs,
    isComplete: completeness(needs),
    roles,
    brought: asked.filter(({ declaration }) => declaration.from.kind === 'context').map(({ fact }) => fact),
    sets: Object.entries(sets).map(([fact, value]) => compileSet(ground, fact, value)),
    writes: writes.map(({ slot, as, value }) => ({ slot, as, read: value && operandReader(value) })),
  };
}

/** Names that every object has anyway are looked for with more care. */
function completeness(needs: readonly string[]): Way['isComplete'] {
  const awkward = needs.filter((name) => name in Object.prototype);
  const plain = needs.filter((name) => !awkward.includes(name));
  return (data) => {
    for (const name of plain) if (data[name] === undefined) return false;
    for (const name of awkward) if (!isThere(data, name)) return false;
    return true;
  };
}

function unknown(): undefined {
  return undefined;
}

function foreseen({ facts }: Ground, actor: 'known' | 'unknown') {
  return (fact: string) => (asked: Asked) => facts.get(fact)?.foresee(asked, actor);
}

function compileSet(
  { facts }: Ground,
  fact: string,
  value: FactValue | { readonly add: number },
): CompiledSet {
  if (typeof value !== 'object') return { fact, next: () => value };
  const domain = facts.get(fact)?.declaration.domain;
  const most = typeof domain === 'object' && 'upTo' in domain ? domain.upTo : Number.MAX_SAFE_INTEGER;
  return { fact, next: (now) => Math.min(Math.max(Number(now[fact]) + value.add, 0), most) };
}
