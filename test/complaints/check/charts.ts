/** Small workflows to look at: a complaint that is answered, declined and heard again within a budget. */
import type { Workflow } from 'clientele/complaints';

const same = (text: string) => ({ en: text, zh: text });

export const command = (
  fields: Workflow['commands'][string]['fields'] = {},
  name = 'do',
): Workflow['commands'][string] => ({
  name: same(name),
  kind: 'command',
  fields,
});
export const timer = (name = 'wait'): Workflow['commands'][string] => ({
  name: same(name),
  kind: 'timer',
  fields: {},
});

export const state = (
  name: string,
  more: Partial<Workflow['states'][string]> = {},
): Workflow['states'][string] => ({
  name: same(name),
  ...more,
});

/** A workflow from its parts; what is left out is empty. */
export function workflow(parts: Partial<Workflow> & Pick<Workflow, 'states' | 'transitions'>): Workflow {
  const [initial = ''] = Object.keys(parts.states);
  const commands = Object.fromEntries(parts.transitions.map(({ on }) => [on, command({}, on)]));
  return {
    format: 'case-workflow@1',
    name: 'small',
    version: '1',
    title: same('Small'),
    initial,
    final: ['done'],
    opening: { on: 'OPEN' },
    facts: {},
    ...parts,
    commands: { OPEN: command({}, 'open'), ...commands, ...parts.commands },
  };
}

/** Answered, declined, heard again at most twice; whoever says nothing has it closed in the end. */
export const REHEARING: Workflow = workflow({
  states: {
    open: state('open'),
    offered: state('offered', { waitsFor: 'customer', has: ['letter'] }),
    again: state('again', { has: ['letter'] }),
    done: state('done', { closed: true }),
  },
  commands: { ANSWER: command({ text: { kind: 'text' } }, 'answer'), LAPSE: timer('lapse') },
  facts: {
    movesLeft: { name: same('moves left'), domain: { upTo: 2 }, from: { kind: 'case', initially: 2 } },
  },
  transitions: [
    {
      id: 'answer',
      from: 'open',
      on: 'ANSWER',
      to: 'offered',
      requires: ['text'],
      writes: [{ slot: 'letter', as: 'set' }],
    },
    { id: 'accept', from: 'offered', on: 'ACCEPT', to: 'done' },
    { id: 'decline', from: 'offered', on: 'DECLINE', when: { fact: 'movesLeft', atLeast: 1 }, to: 'again' },
    { id: 'declineLast', from: 'offered', on: 'DECLINE', when: 'otherwise', to: 'done' },
    { id: 'lapse', from: 'offered', on: 'LAPSE', to: 'done' },
    { id: 'move', from: 'again', on: 'MOVE', to: 'open', sets: { movesLeft: { add: -1 } } },
  ],
  answers: ['ANSWER'],
});

/** The same chart with one transition written otherwise, or without it. */
export function changed(
  chart: Workflow,
  id: string,
  change: Partial<Workflow['transitions'][number]> | 'left out',
): Workflow {
  const transitions = chart.transitions.flatMap((one) =>
    one.id !== id ? [one] : change === 'left out' ? [] : [{ ...one, ...change }],
  );
  return { ...chart, transitions };
}
