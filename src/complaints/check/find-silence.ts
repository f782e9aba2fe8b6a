/** What happens while nobody speaks: waits that no timer ends, timers that go round, and cases closed by timers. */
import { own } from '../../foundation/record.js';
import type { StateDeclaration } from '../workflow/model.js';
import { byState } from './find-ends.js';
import type { WorkflowFinding } from './finding.js';
import { finding } from './found.js';
import { type Configuration, type Edge, type Search, scriptTo, stepOf } from './search.js';
import { commandName, partyName, stateName } from './words.js';

export function findSilence(search: Search): readonly WorkflowFinding[] {
  const waiting = search.configurations.filter(({ state }) => isWaiting(search, state));
  const silent = waiting.filter((one) => !one.out.some(isTimer));
  return [
    ...byState(silent).map(([at, count]) => waitWithoutTimer(search, at, count)),
    ...byState(goingRound(search, waiting, silent)).map(([at, count]) => goesRound(search, at, count)),
    ...silentClosings(search),
  ];
}

function isTimer({ crossing }: Edge): boolean {
  return crossing.kind === 'timer';
}

function declarationOf({ workflow: { states } }: Search, state: string): StateDeclaration | undefined {
  return own(states, state);
}

function isWaiting(search: Search, state: string): boolean {
  return declarationOf(search, state)?.waitsFor !== undefined && !search.isFinal(state);
}

/** Whether a case here counts as closed; a final state does. */
export function isClosed(search: Search, state: string): boolean {
  return declarationOf(search, state)?.closed === true || search.isFinal(state);
}

function waitWithoutTimer(search: Search, at: Configuration, count: number): WorkflowFinding {
  const { workflow } = search;
  const waitsFor = declarationOf(search, at.state)?.waitsFor ?? '';
  return finding(search, {
    kind: 'waitWithoutTimer',
    path: ['states', at.state],
    words: {
      en: '{state} waits for {party}, and no timer fires there after {script}: it could wait for ever.',
      zh: '{state}在等待{party}，而经过“{script}”后没有任何定时器会触发：可能永远等待。',
    },
    values: { state: stateName(workflow, at.state), party: partyName(workflow, waitsFor) },
    script: scriptTo(at),
    configurations: count,
  });
}

/** Waiting configurations from which timers alone lead to nothing but waiting. */
function goingRound(
  search: Search,
  waiting: readonly Configuration[],
  silent: readonly Configuration[],
): readonly Configuration[] {
  const into = new Map<Configuration, Configuration[]>();
  for (const edge of search.edges) {
    if (isTimer(edge)) into.set(edge.to, [...(into.get(edge.to) ?? []), edge.from]);
  }
  // Silence leads on wherever it can come to a state in which the move is ours, to an end, or to a wait without a timer.
  const leadsOn = new Set<Configuration>(
    search.configurations.filter(({ state }) => !isWaiting(search, state)),
  );
  for (const one of silent) leadsOn.add(one);
  for (const one of leadsOn) for (const before of into.get(one) ?? []) leadsOn.add(before);
  return waiting.filter((one) => !leadsOn.has(one));
}

function goesRound(search: Search, at: Configuration, count: number): WorkflowFinding {
  return finding(search, {
    kind: 'silenceGoesRound',
    path: ['states', at.state],
    words: {
      en: 'The timers of {state} lead to nothing but waiting, as after {script}: for as long as nobody speaks.',
      zh: '{state}的定时器只会导致继续等待（例如经过“{script}”之后）：只要无人回应便一直如此。',
    },
    values: { state: stateName(search.workflow, at.state) },
    script: scriptTo(at),
    configurations: count,
  });
}

/** Timers that close a case on a script in which no answer was sent. */
function silentClosings(search: Search): readonly WorkflowFinding[] {
  const { workflow } = search;
  const answers = new Set(workflow.answers ?? []);
  const via = unanswered(search, answers);
  const first = new Map<string, { edge: Edge; count: number }>();
  for (const from of via.keys()) {
    for (const edge of from.out) {
      const closes = isTimer(edge) && !answers.has(edge.crossing.command);
      if (!closes || isClosed(search, from.state) || !isClosed(search, edge.to.state)) continue;
      const known = first.get(edge.way.id);
      if (known === undefined) first.set(edge.way.id, { edge, count: 1 });
      else known.count += 1;
    }
  }
  return [...first.values()].map(({ edge, count }) =>
    finding(search, {
      kind: 'silenceCloses',
      path: ['transitions', workflow.transitions.findIndex(({ id }) => id === edge.way.id)],
      words: {
        en: '{timer} closes the case ({from} → {to}) although no answer was ever sent: {script}.',
        zh: '{timer}会结案（{from} → {to}），而此前从未答复客户：{script}。',
      },
      values: {
        timer: commandName(workflow, edge.crossing.command),
        from: stateName(workflow, edge.from.state),
        to: stateName(workflow, edge.to.state),
      },
      script: [...pathTo(via, edge.from), stepOf(edge)],
      configurations: count,
    }),
  );
}

/** What is reached without any answer, breadth first, each with how. */
function unanswered(
  search: Search,
  answers: ReadonlySet<string>,
): ReadonlyMap<Configuration, Edge | undefined> {
  const [first] = search.configurations;
  const via = new Map<Configuration, Edge | undefined>();
  if (first !== undefined) via.set(first, undefined);
  for (const from of via.keys()) {
    for (const edge of from.out) {
      if (!answers.has(edge.crossing.command) && !via.has(edge.to)) via.set(edge.to, edge);
    }
  }
  return via;
}

function pathTo(
  via: ReadonlyMap<Configuration, Edge | undefined>,
  to: Configuration,
): readonly ReturnType<typeof stepOf>[] {
  const steps: ReturnType<typeof stepOf>[] = [];
  for (let edge = via.get(to); edge !== undefined; edge = via.get(edge.from)) steps.push(stepOf(edge));
  return steps.reverse();
}
