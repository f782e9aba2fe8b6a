/** XState itself runs what is exported to it, and agrees with `decide` and `evolve` on random scripts. */
import {
  type CaseCommand,
  type CaseSnapshot,
  compileWorkflow,
  complaintWorkflow,
  decide,
  evolve,
  type FactContext,
  type FactDeclaration,
  type Field,
  orThrow,
  type Workflow,
} from 'clientele/complaints';
import { fromXState, toXState, xstateEvent, xstateImplementations } from 'clientele/complaints/export';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, createMachine, initialTransition, transition } from 'xstate';
import { randomWorkflow } from '../check/random-workflows.js';
import { awkwardWorkflow } from './names.js';

/** Numbers from 0 on, each time another: a script's choices. */
type Dice = () => number;

function value(field: Field, dice: Dice): unknown {
  switch (field.kind) {
    case 'text':
      return ['u1', 'u2', 'refund'][dice() % 3];
    case 'boolean':
      return dice() % 2 === 0;
    case 'number':
    case 'count':
      return Math.min(field.max ?? 9, Math.max(field.min ?? 0, dice() % 10));
    case 'amount':
      return (dice() % 4) * 1000;
    case 'instant':
      return field.notAfter === undefined ? dice() : -1 - dice();
    case 'day':
      return '2026-01-02';
    case 'oneOf':
      return field.values[dice() % field.values.length];
    case 'list':
      return Array.from({ length: 1 + (dice() % 2) }, () => value(field.of, dice));
    case 'object':
      return Object.fromEntries(
        Object.entries(field.fields).map(([name, part]) => [name, value(part, dice)]),
      );
    case 'json':
      return { any: dice() };
  }
}

function brought({ domain }: FactDeclaration, dice: Dice): FactContext[string] {
  if (domain === 'boolean') return dice() % 2 === 0;
  return 'oneOf' in domain ? (domain.oneOf[dice() % domain.oneOf.length] ?? '') : dice() % (domain.upTo + 1);
}

interface Step {
  readonly command: CaseCommand;
  readonly context: FactContext;
}

function stepOf(workflow: Workflow, state: string | undefined, at: number, dice: Dice): Step {
  // Mostly something that the state knows, so that scripts get somewhere.
  const here = workflow.transitions.filter(({ from }) => from === state).map(({ on }) => on);
  const all =
    state === undefined
      ? [workflow.opening.on]
      : [...here, ...here, ...here, ...Object.keys(workflow.commands)];
  const type = all[dice() % all.length] ?? '';
  const declared = workflow.commands[type];
  const complete = Object.entries(declared?.fields ?? {}).map(([name, field]) => [name, value(field, dice)]);
  const data = Object.fromEntries(complete.filter(() => dice() % 25 !== 0));
  const roles = declared?.by ?? ['handler'];
  const by = {
    id: `u${dice() % 3}`,
    role: dice() % 20 === 0 ? 'stranger' : (roles[dice() % roles.length] ?? ''),
  };
  const context = Object.fromEntries(
    Object.entries(workflow.facts)
      .filter(([, { from }]) => from.kind === 'context' && dice() % 25 !== 0)
      .map(([name, fact]) => [name, brought(fact, dice)]),
  );
  return { command: { type, id: `e${at}`, at, by, data }, context };
}

/** Plays a script through both; counts the commands that were taken. */
function agree(
  workflow: Workflow,
  choices: readonly number[],
): { readonly taken: number; readonly refused: number } {
  const dice = diceOf(choices);
  const ours = compileWorkflow(workflow);
  const machine = createMachine(toXState(workflow), xstateImplementations(workflow, assign));
  const stateNames = new Map(
    Object.keys(workflow.states).map((state, i) => [Object.keys(toXState(workflow).states)[i + 1], state]),
  );
  let [theirs] = initialTransition(machine);
  let current: CaseSnapshot | undefined;
  const counts = { taken: 0, refused: 0 };
  for (let at = 0; at < 40; at += 1) {
    const { command, context } = stepOf(workflow, current?.state, at, dice);
    // A machine is over in a final state; a workflow with exits there goes on.
    if (theirs.status === 'done') break;
    const event = xstateEvent(command, context);
    const can = theirs.can(event);
    const decided = decide(ours, current, command, context);
    expect(can, `${command.type} in ${current?.state}`).toBe(decided._tag === 'Right');
    [theirs] = transition(machine, theirs, event);
    if (decided._tag === 'Left') {
      counts.refused += 1;
      continue;
    }
    for (const happened of decided.right) current = orThrow(evolve(ours, current, happened));
    counts.taken += 1;
    expect(stateNames.get(String(theirs.value))).toBe(current?.state);
    expect(theirs.context).toEqual({
      caseId: current?.caseId,
      facts: current?.facts,
      record: current?.record,
    });
  }
  return counts;
}

function diceOf(choices: readonly number[]): Dice {
  let seed = 1;
  let at = 0;
  return () => {
    const drawn = choices[at % choices.length] ?? 0;
    at += 1;
    seed = (seed * 1_103_515_245 + 12_345 + drawn) % 2_147_483_648;
    return Math.floor(seed / 65_536);
  };
}

const choices = fc.array(fc.nat(), { minLength: 5, maxLength: 20 });

describe('XState', () => {
  it('takes what decide takes on the complaint workflow, and keeps what evolve keeps', () => {
    const total = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(choices, (some) => {
        const { taken, refused } = agree(complaintWorkflow, some);
        total.taken += taken;
        total.refused += refused;
      }),
      { numRuns: 60 },
    );
    expect(total.taken).toBeGreaterThan(100);
    expect(total.refused).toBeGreaterThan(100);
  });

  it('does so on arbitrary workflows', () => {
    fc.assert(
      fc.property(randomWorkflow, choices, (workflow, some) => void agree(workflow, some)),
      { numRuns: 80 },
    );
  });

  it('does so whatever things are called', () => {
    fc.assert(
      fc.property(awkwardWorkflow, choices, (workflow, some) => void agree(workflow, some)),
      { numRuns: 80 },
    );
  });
});

describe('fromXState', () => {
  it('gives back every workflow, whatever things are called', () => {
    fc.assert(
      fc.property(awkwardWorkflow, (workflow) => {
        const text = JSON.stringify(toXState(workflow));
        const back = fromXState(JSON.parse(text));
        expect(back).toEqual({ _tag: 'Right', right: workflow });
        expect(back._tag === 'Right' && JSON.stringify(toXState(back.right))).toBe(text);
      }),
    );
  });
});
