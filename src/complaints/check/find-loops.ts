/** Commands that can be repeated for ever without the case being closed in between. */
import { isClosed } from './find-silence.js';
import type { ScriptStep, WorkflowFinding } from './finding.js';
import { finding } from './found.js';
import { type Configuration, type Edge, type Search, scriptTo, stepOf } from './search.js';
import { commandName } from './words.js';

export function findLoops(search: Search, bounded: readonly string[]): readonly WorkflowFinding[] {
  const { workflow } = search;
  const watched = new Set([...bounded, ...(workflow.answers ?? [])]);
  const open = search.edges.filter(
    ({ from, to }) => !isClosed(search, from.state) && !isClosed(search, to.state),
  );
  const part = componentsOf(open);
  const first = new Map<string, Edge>();
  for (const edge of open) {
    const { command } = edge.crossing;
    if (watched.has(command) && !first.has(command) && part.get(edge.from) === part.get(edge.to))
      first.set(command, edge);
  }
  return [...first].map(([command, edge]) =>
    finding(search, {
      kind: bounded.includes(command) ? 'unbounded' : 'answersForEver',
      path: ['commands', command],
      words: {
        en: '{command} can be repeated for ever: after {script}, {loop} leads back to where it began.',
        zh: '{command}可无限重复：经过“{script}”后，“{loop}”又回到起点。',
      },
      values: { command: commandName(workflow, command) },
      script: scriptTo(edge.from),
      loop: loopOf(edge, part),
    }),
  );
}

type Parts = ReadonlyMap<Configuration, number>;

/** The shortest way round through an edge. */
function loopOf(edge: Edge, part: Parts): readonly ScriptStep[] {
  const inside = part.get(edge.from);
  const via = new Map<Configuration, Edge | undefined>([[edge.to, undefined]]);
  for (const from of via.keys()) {
    if (from === edge.from) break;
    for (const next of from.out) {
      if (part.get(next.to) === inside && !via.has(next.to)) via.set(next.to, next);
    }
  }
  const steps: ScriptStep[] = [];
  for (let back = via.get(edge.from); back !== undefined; back = via.get(back.from)) steps.push(stepOf(back));
  return [stepOf(edge), ...steps.reverse()];
}

/** Numbers of the strongly connected components: Tarjan's method, with its recursion on a list (SIAM J. Comput. 1, 1972). */
function componentsOf(edges: readonly Edge[]): Parts {
  const out = new Map<Configuration, Configuration[]>();
  for (const { from, to } of edges) {
    const known = out.get(from);
    if (known === undefined) out.set(from, [to]);
    else known.push(to);
  }
  const state = {
    out,
    number: new Map<Configuration, number>(),
    low: new Map<Configuration, number>(),
    stack: [],
    part: new Map(),
  };
  for (const root of out.keys()) if (!state.number.has(root)) visit(root, state);
  return state.part;
}

interface Tarjan {
  readonly out: ReadonlyMap<Configuration, readonly Configuration[]>;
  /** In the order of the first visit. */
  readonly number: Map<Configuration, number>;
  readonly low: Map<Configuration, number>;
  readonly stack: Configuration[];
  readonly part: Map<Configuration, number>;
}

function visit(root: Configuration, tarjan: Tarjan): void {
  const { out, number, low, part } = tarjan;
  const frames = [enter(root, tarjan)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { at } = frame;
    const next = out.get(at)?.[frame.done];
    if (next !== undefined) {
      frame.done += 1;
      if (!number.has(next)) frames.push(enter(next, tarjan));
      else if (!part.has(next)) lower(low, at, number.get(next));
      continue;
    }
    frames.pop();
    if (low.get(at) === number.get(at)) close(at, tarjan);
    const parent = frames.at(-1);
    if (parent !== undefined && !part.has(at)) lower(low, parent.at, low.get(at));
  }
}

function enter(
  at: Configuration,
  { number, low, stack }: Tarjan,
): { readonly at: Configuration; done: number } {
  low.set(at, number.size);
  number.set(at, number.size);
  stack.push(at);
  return { at, done: 0 };
}

function lower(low: Map<Configuration, number>, at: Configuration, to: number | undefined): void {
  const now = low.get(at);
  if (to !== undefined && now !== undefined && to < now) low.set(at, to);
}

/** Everything on the stack above the first of a component belongs to it. */
function close(first: Configuration, { number, stack, part }: Tarjan): void {
  const name = number.get(first) ?? 0;
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    part.set(one, name);
    if (one === first) return;
  }
}
