/**
 * A second check of workflows, as plain as it can be: every combination of every fact is tried in every configuration.
 * It knows facts of the case, of the host and of data, and no tests of data.
 */
import type { FactValue, Guard, Workflow, WorkflowFindingKind } from 'clientele/complaints';

type Facts = Readonly<Record<string, FactValue>>;
type Transition = Workflow['transitions'][number];

interface Node {
  readonly state: string;
  readonly facts: Facts;
  readonly answered: boolean;
  readonly slots: readonly string[];
  readonly depth: number;
}

/** `kind` and what it is about, with the length of the shortest script. */
export type Plain = readonly [kind: WorkflowFindingKind, about: string, steps: number];

export function bruteForce(workflow: Workflow): readonly Plain[] {
  const nodes = reach(workflow);
  const found = new Map<string, Plain>();
  const say = (kind: WorkflowFindingKind, about: string, steps: number): void => {
    const known = found.get(`${kind} ${about}`);
    if (known === undefined || known[2] > steps) found.set(`${kind} ${about}`, [kind, about, steps]);
  };
  const depthOf = (state: string): number =>
    Math.min(...nodes.filter((one) => one.state === state).map(({ depth }) => depth));
  const finishing = endingIn(workflow, nodes, (one) => workflow.final.includes(one.state));
  const stuck = (one: Node): boolean =>
    next(workflow, one).length === 0 && !workflow.final.includes(one.state);
  const sticking = endingIn(workflow, nodes, stuck);
  const leadingOn = endingIn(
    workflow,
    nodes,
    (one) =>
      workflow.states[one.state]?.waitsFor === undefined ||
      workflow.final.includes(one.state) ||
      timersFrom(workflow, one).length === 0,
    'timers',
  );
  const taken = new Set<string>();

  for (const one of nodes) {
    const { state, depth } = one;
    const waiting = workflow.states[state]?.waitsFor !== undefined && !workflow.final.includes(state);
    for (const { transition, to } of next(workflow, one)) {
      taken.add(transition.id);
      const silent = workflow.commands[transition.on]?.kind === 'timer' && !to.answered;
      if (silent && !closed(workflow, state) && closed(workflow, to.state))
        say('silenceCloses', transition.id, depth + 1);
    }
    if (stuck(one)) say('deadlock', state, depth);
    if (!finishing.has(key(one)) && !sticking.has(key(one))) say('cannotFinish', state, depth);
    if (waiting && timersFrom(workflow, one).length === 0) say('waitWithoutTimer', state, depth);
    if (waiting && !leadingOn.has(key(one))) say('silenceGoesRound', state, depth);
    for (const slot of workflow.states[state]?.has ?? []) {
      if (!one.slots.includes(slot)) say('slotNotGuaranteed', `${state} ${slot}`, depth);
    }
    for (const on of new Set(workflow.transitions.filter(({ from }) => from === state).map(({ on }) => on))) {
      for (const facts of combinations(workflow, one.facts)) {
        const open = openIn(workflow, state, on, facts);
        if (open.length === 0) say('uncoveredGuards', `${state} ${on}`, depth);
        open.forEach((a, i) => {
          for (const b of open.slice(i + 1)) say('ambiguousGuards', `${a.id} ${b.id}`, depth);
        });
      }
    }
  }
  for (const state of Object.keys(workflow.states)) {
    if (depthOf(state) === Number.POSITIVE_INFINITY) say('unreachableState', state, 0);
  }
  for (const { id, from } of workflow.transitions) {
    const depth = depthOf(from);
    if (!taken.has(id)) say('deadTransition', id, depth === Number.POSITIVE_INFINITY ? 0 : depth);
    if (workflow.final.includes(from))
      say('finalWithExit', id, depth === Number.POSITIVE_INFINITY ? 0 : depth);
  }
  return [...found.values()];
}

function reach(workflow: Workflow): readonly Node[] {
  const start: Record<string, FactValue> = {};
  for (const [fact, { from }] of Object.entries(workflow.facts))
    if (from.kind === 'case') start[fact] = from.initially;
  const nodes: Node[] = [{ state: workflow.initial, facts: start, answered: false, slots: [], depth: 0 }];
  const known = new Set(nodes.map(key));
  for (const one of nodes) {
    for (const { to } of next(workflow, one)) {
      if (known.has(key(to))) continue;
      known.add(key(to));
      nodes.push(to);
    }
  }
  return nodes;
}

function key({ state, facts, answered, slots }: Node): string {
  return JSON.stringify([state, facts, answered, slots]);
}

function next(
  workflow: Workflow,
  from: Node,
): readonly { readonly transition: Transition; readonly to: Node }[] {
  const here = workflow.transitions.filter((one) => one.from === from.state);
  return here
    .filter((one) =>
      combinations(workflow, from.facts).some(
        (facts) => openIn(workflow, from.state, one.on, facts)[0] === one,
      ),
    )
    .map((transition) => ({ transition, to: after(workflow, from, transition) }));
}

function timersFrom(workflow: Workflow, one: Node) {
  return next(workflow, one).filter(({ transition }) => workflow.commands[transition.on]?.kind === 'timer');
}

function after(workflow: Workflow, from: Node, transition: Transition): Node {
  const facts = { ...from.facts };
  for (const [fact, set] of Object.entries(transition.sets ?? {})) {
    const domain = workflow.facts[fact]?.domain;
    const most = typeof domain === 'object' && 'upTo' in domain ? domain.upTo : 0;
    facts[fact] = typeof set === 'object' ? Math.max(0, Math.min(most, Number(facts[fact]) + set.add)) : set;
  }
  let slots = [...from.slots];
  for (const { slot, as } of transition.writes ?? []) {
    slots = slots.filter((one) => one !== slot);
    if (as !== 'clear') slots.push(slot);
  }
  const answered = from.answered || (workflow.answers ?? []).includes(transition.on);
  return { state: transition.to, facts, answered, slots: slots.sort(), depth: from.depth + 1 };
}

function openIn(workflow: Workflow, state: string, on: string, facts: Facts): readonly Transition[] {
  const group = workflow.transitions.filter((one) => one.from === state && one.on === on);
  const guarded = group.filter(({ when }) => when !== undefined && when !== 'otherwise');
  const holds = ({ when }: Transition): boolean =>
    when === undefined ||
    (when === 'otherwise'
      ? !guarded.some((one) => typeof one.when === 'object' && holding(one.when, facts))
      : holding(when, facts));
  return group.filter(holds);
}

function holding(guard: Guard, facts: Facts): boolean {
  if ('not' in guard) return !holding(guard.not, facts);
  if ('allOf' in guard) return !guard.allOf.some((part) => !holding(part, facts));
  if ('anyOf' in guard) return guard.anyOf.some((part) => holding(part, facts));
  const value = facts[guard.fact];
  if ('atLeast' in guard) return Number(value) >= guard.atLeast;
  if ('atMost' in guard) return Number(value) <= guard.atMost;
  return value === ('is' in guard ? guard.is : true);
}

/** The facts of the case with every combination of all others. */
export function combinations(workflow: Workflow, kept: Facts): readonly Facts[] {
  return Object.entries(workflow.facts).reduce<readonly Facts[]>(
    (all, [fact, { domain, from }]) =>
      from.kind === 'case'
        ? all
        : all.flatMap((some) => values(domain).map((value) => ({ ...some, [fact]: value }))),
    [kept],
  );
}

function values(domain: Workflow['facts'][string]['domain']): readonly FactValue[] {
  if (domain === 'boolean') return [false, true];
  return 'oneOf' in domain ? domain.oneOf : Array.from({ length: domain.upTo + 1 }, (_, i) => i);
}

/** Keys of the nodes from which one that ends can be reached: passes until nothing changes. */
function endingIn(
  workflow: Workflow,
  nodes: readonly Node[],
  ends: (one: Node) => boolean,
  by: 'anything' | 'timers' = 'anything',
): ReadonlySet<string> {
  const good = new Set(nodes.filter(ends).map(key));
  for (let before = -1; before !== good.size; ) {
    before = good.size;
    for (const one of nodes) {
      const steps = by === 'timers' ? timersFrom(workflow, one) : next(workflow, one);
      if (steps.some(({ to }) => good.has(key(to)))) good.add(key(one));
    }
  }
  return good;
}

function closed(workflow: Workflow, state: string): boolean {
  return workflow.final.includes(state) || workflow.states[state]?.closed === true;
}
