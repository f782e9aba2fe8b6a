/** A workflow as a machine config of XState. */
import { compileWorkflow } from '../workflow/compile.js';
import type { StateDeclaration, TransitionDeclaration, Workflow } from '../workflow/model.js';
import { requireWorkflow } from '../workflow/require-workflow.js';
import type { XStateConfig, XStateState, XStateTransition } from './xstate-config.js';
import { xstateName } from './xstate-names.js';

/**
 * A machine config for XState version 5, as JSON. Everything of the workflow is in it, so that `fromXState` gives the
 * workflow back.
 *
 * - Each state is a state, under its own name; one more, `opening`, stands before the opening command.
 * - Timers are events from outside, like commands: nothing is delayed inside the machine. XState's `after` would fire an
 *   eight-week timer at once (`setTimeout` holds 24.8 days), and forgets timers when a machine is restored.
 * - Guards and actions are named `canTake` and `take`, with what they look at and do as parameters; `xstateImplementations` runs
 *   them by the code that `decide` and `evolve` run. The context holds the case's facts and record.
 * - In names `.`, `#`, `*`, `%` and `\` are written `%2E`, `%23` …, since XState gives them meanings of its own.
 *
 * @throws ProblemError naming what is wrong, for what is no workflow at all.
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toXState } from 'clientele/complaints/export';
 *
 * const config = toXState(sixSteps);
 *
 * config.initial; // => 'opening'
 * config.states['opening']?.on?.[sixSteps.opening.on]?.[0]?.target; // => 'listen'
 * ```
 */
export function toXState(workflow: Workflow): XStateConfig {
  requireWorkflow(workflow);
  const { format, name, version, title, source, answers, final, commands, facts, names } = workflow;
  const before = openingName(workflow);
  const states: readonly (readonly [string, XStateState])[] = [
    [before, openingState(workflow)],
    ...Object.entries(workflow.states).map(
      ([state, declaration]) => [xstateName(state), stateOf(workflow, state, declaration)] as const,
    ),
  ];
  return {
    id: xstateName(name),
    description: title.en,
    initial: before,
    context: { caseId: '', facts: compileWorkflow(workflow).parts.initialFacts, record: {} },
    states: Object.fromEntries(states),
    meta: {
      workflow: {
        format,
        name,
        version,
        title,
        ...(source !== undefined && { source }),
        final,
        ...(answers && { answers }),
        commands,
        facts,
        ...(names && { names }),
      },
    },
  };
}

/** A name that no state has. */
export function openingName({ states }: Workflow): string {
  let name = 'opening';
  while (Object.hasOwn(states, name)) name += '_';
  return name;
}

function openingState({ opening, initial, title }: Workflow): XStateState {
  const { on, ...rest } = opening;
  const transition = transitionOf({ ...rest, id: 'opening', from: '', on, to: initial }, -1);
  return { description: title.en, on: { [xstateName(on)]: [transition] }, meta: { state: null } };
}

function stateOf(
  { transitions, final }: Workflow,
  state: string,
  declaration: StateDeclaration,
): XStateState {
  const on = new Map<string, XStateTransition[]>();
  transitions.forEach((one, order) => {
    if (one.from !== state) return;
    const name = xstateName(one.on);
    on.set(name, [...(on.get(name) ?? []), transitionOf(one, order)]);
  });
  const { waitsFor, closed } = declaration;
  const tags = [
    ...(closed === true ? ['closed'] : []),
    ...(waitsFor === undefined ? [] : [`waitsFor:${waitsFor}`]),
  ];
  return {
    ...(final.includes(state) && { type: 'final' }),
    description: (declaration.about ?? declaration.name).en,
    ...(tags.length > 0 && { tags }),
    ...(on.size > 0 && { on: Object.fromEntries(on) }),
    meta: { state: declaration },
  };
}

function transitionOf(
  { id, to, when, requires, by, sets, writes, tags, note }: TransitionDeclaration,
  order: number,
): XStateTransition {
  return {
    target: xstateName(to),
    ...(note && { description: note.en }),
    guard: {
      type: 'canTake',
      params: { transition: id, ...(when && { when }), ...(requires && { requires }), ...(by && { by }) },
    },
    actions: [{ type: 'take', params: { transition: id, ...(sets && { sets }), ...(writes && { writes }) } }],
    meta: { order, ...(tags && { tags }), ...(note && { note }) },
  };
}
