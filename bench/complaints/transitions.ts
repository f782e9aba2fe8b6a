/** A command judged and applied: `decide` and `evolve` beside XState's pure `transition` on the same chart. */
import { isDeepStrictEqual } from 'node:util';
import { type ComplaintCase, complaintWorkflow, decide, evolve, orThrow } from 'clientele/complaints';
import { toXState, xstateEvent, xstateImplementations } from 'clientele/complaints/export';
import { type AnyMachineSnapshot, assign, createMachine, initialTransition, setup, transition } from 'xstate';
import { race } from '../tiers/rounds.js';
import { complaints, type Step, scripts } from './scripts.js';

/** So often in one run, as one pass is over too soon to be timed. */
const PASSES = { ours: 1000, theirs: 50 } as const;

function ours(steps: readonly Step[]): ComplaintCase | undefined {
  let one: ComplaintCase | undefined;
  for (const { command, context } of steps) {
    const decided = decide(complaints, one, command, context);
    if (decided._tag === 'Left') throw new Error(`${command.type} was refused`);
    for (const event of decided.right) one = orThrow(evolve(complaints, one, event));
  }
  return one;
}

/** The chart as it is exported: guards and record by the same code as ours. */
const exported = createMachine(toXState(complaintWorkflow), xstateImplementations(complaintWorkflow, assign));
const exportedScripts = scripts.map((steps) =>
  steps.map(({ command, context = {} }) => xstateEvent(command, { ...context })),
);

/** The same states and events without any work: each event says which transition it takes, and nothing is recorded. */
const bare = setup({
  types: { events: {} as { readonly type: string; readonly takes: string } },
  guards: { takes: ({ event }, params: { readonly id: string }) => event.takes === params.id },
}).createMachine({
  initial: 'opening',
  states: {
    opening: { on: { RECEIVE: { target: 'received' } } },
    ...Object.fromEntries(Object.keys(complaintWorkflow.states).map((state) => [state, { on: onOf(state) }])),
  },
});
const bareScripts = scripts.map((steps) => takenBy(steps));

function onOf(state: string) {
  const on: Record<string, { target: string; guard: { type: 'takes'; params: { id: string } } }[]> = {};
  for (const { id, from, on: type, to } of complaintWorkflow.transitions) {
    if (from !== state) continue;
    on[type] = [...(on[type] ?? []), { target: to, guard: { type: 'takes', params: { id } } }];
  }
  return on;
}

function takenBy(steps: readonly Step[]): readonly { readonly type: string; readonly takes: string }[] {
  let one: ComplaintCase | undefined;
  return steps.map(({ command, context }) => {
    const decided = decide(complaints, one, command, context);
    const [event] = decided._tag === 'Right' ? decided.right : [];
    if (event === undefined) throw new Error(`${command.type} was refused`);
    one = orThrow(evolve(complaints, one, event));
    return { type: event.type, takes: event.transition };
  });
}

function byExport(events: (typeof exportedScripts)[number]): AnyMachineSnapshot {
  let [snapshot] = initialTransition(exported);
  for (const event of events) [snapshot] = transition(exported, snapshot, event);
  return snapshot;
}

function byBare(events: (typeof bareScripts)[number]): AnyMachineSnapshot {
  let [snapshot] = initialTransition(bare);
  for (const event of events) [snapshot] = transition(bare, snapshot, event);
  return snapshot;
}

/** All end in the same states, and the exported machine with the same facts and record. */
function checkAnswers(): void {
  for (const [i, steps] of scripts.entries()) {
    const one = ours(steps);
    const theirs = byExport(exportedScripts[i] ?? []);
    const states = [one?.state, theirs.value, byBare(bareScripts[i] ?? []).value];
    const { facts, record } = theirs.context;
    if (new Set(states).size > 1 || !isDeepStrictEqual([facts, record], [one?.facts, one?.record]))
      throw new Error(`script ${i}: ${states.join(', ')}`);
  }
}

/** Prints the race and gives whether ours is at least ten times as fast. */
export async function raceTransitions(rounds: number): Promise<readonly string[]> {
  checkAnswers();
  const commands = scripts.reduce((sum, steps) => sum + steps.length, 0);
  let cases = 0;
  const contender = <Script>(
    name: string,
    passes: number,
    all: readonly Script[],
    follow: (script: Script) => unknown,
  ) => ({
    name,
    members: commands * passes,
    run() {
      for (let pass = 0; pass < passes; pass += 1)
        for (const script of all) if (follow(script) !== undefined) cases += 1;
    },
  });
  const speeds = await race(
    [
      contender('clientele, decide and evolve', PASSES.ours, scripts, ours),
      contender('XState, the exported machine', PASSES.theirs, exportedScripts, byExport),
      contender('XState, states alone', PASSES.theirs, bareScripts, byBare),
    ],
    rounds,
  );
  const [first = 0] = speeds.values();
  console.log(
    `\ncommands judged and applied: ${scripts.length} scripts of ${commands} commands, same answers\n`,
  );
  console.log('| | commands per second | clientele is faster by |\n| --- | ---: | ---: |');
  for (const [name, speed] of speeds)
    console.log(`| ${name} | ${Math.round(speed).toLocaleString('en')} | ${(first / speed).toFixed(1)} |`);
  if (cases === 0) throw new Error('no cases');
  return [...speeds].slice(1).map(([name, speed]) => {
    const ratio = first / speed;
    return `${ratio >= 10 ? 'reached' : 'MISSED '} decide and evolve, clientele / ${name}: ${ratio.toFixed(1)} (10 or more)`;
  });
}
