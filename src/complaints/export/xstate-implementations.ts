/** The guard and the action that an exported machine names, run by the code that decides cases here. */
import type { CaseCommand, CaseEvent, FactContext } from '../workflow/case.js';
import { type CompiledWorkflow, compileWorkflow, type Way } from '../workflow/compile.js';
import { isAllowed, isWellFormed, wayThrough } from '../workflow/crossing.js';
import { setFacts, write } from '../workflow/evolve.js';
import { isThere } from '../workflow/facts.js';
import type { Workflow } from '../workflow/model.js';
import { ownPart } from './agree.js';
import type { XStateCase, XStateEvent } from './xstate-config.js';
import { xstateName } from './xstate-names.js';

/** What XState hands to a guard or an assigner. */
export interface XStateScope {
  readonly context: XStateCase;
  /** Events that are no commands are never taken. */
  readonly event: { type: string };
}

/** What `createMachine` wants beside the config. */
export interface XStateImplementations<Action> {
  readonly guards: {
    /** Whether a transition's guard holds and its data is there. */
    readonly canTake: (scope: XStateScope, params: unknown) => boolean;
  };
  readonly actions: { readonly take: Action };
}

/**
 * The guard and the action of a machine from `toXState`. Hand in XState's own `assign`: this library does not depend on it.
 *
 * The machine takes a command exactly where `decide` does, and its context holds the facts and the record that `evolve`
 * gives. It does not know repeated commands (`id`) and does not compare times (`at`): that is the log's business.
 *
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { toXState, xstateEvent, xstateImplementations } from 'clientele/complaints/export';
 * import { assign, createMachine, initialTransition, transition } from 'xstate';
 *
 * const machine = createMachine(toXState(sixSteps), xstateImplementations(sixSteps, assign));
 * const [before] = initialTransition(machine);
 * const [after] = transition(
 *   machine,
 *   before,
 *   xstateEvent({ type: 'START', id: 'e1', at: 0, by: { id: 'u1', role: 'handler' }, data: { complaint: 'Cold room.' } }),
 * );
 *
 * after.value; // => 'listen'
 * ```
 */
export function xstateImplementations<Action>(
  workflow: Workflow,
  assign: (assigner: (scope: XStateScope, params: unknown) => XStateCase) => Action,
): XStateImplementations<Action> {
  const compiled = compileWorkflow(workflow);
  const wayOf = (params: unknown): Way | undefined => {
    const transition = ownPart(params, 'transition');
    return typeof transition === 'string' ? compiled.parts.ways.get(transition) : undefined;
  };
  return {
    guards: {
      canTake: (scope, params) => {
        const way = wayOf(params);
        return way !== undefined && isTaken(compiled, way, scope);
      },
    },
    actions: {
      take: assign((scope, params) => {
        const way = wayOf(params);
        return way === undefined ? scope.context : taken(compiled, way, scope);
      }),
    },
  };
}

/** A command as an event of the machine, with the facts that the host brings along. */
export function xstateEvent(command: CaseCommand, facts: FactContext = {}): XStateEvent {
  return { type: xstateName(command.type), command, facts };
}

function isCommand(event: { readonly type: string }): event is XStateEvent {
  return 'command' in event && 'facts' in event;
}

function isTaken({ parts }: CompiledWorkflow, way: Way, { context, event }: XStateScope): boolean {
  if (!isCommand(event)) return false;
  const { command, facts } = event;
  const crossing = way.from === null ? parts.opening : parts.crossings.get(way.from)?.get(way.on);
  if (crossing === undefined || !isWellFormed(crossing.command, command)) return false;
  const asked = {
    caseId: caseIdOf(way, context, command),
    record: context.record,
    facts: context.facts,
    data: command.data,
    by: command.by,
    context: facts,
  };
  return (
    wayThrough(crossing, asked) === way &&
    way.needs.every((field) => isThere(command.data, field)) &&
    isAllowed(way.roles, command.by.role)
  );
}

function caseIdOf({ from }: Way, { caseId }: XStateCase, command: CaseCommand): string {
  return from === null ? (command.caseId ?? command.id) : caseId;
}

function taken(compiled: CompiledWorkflow, way: Way, { context, event }: XStateScope): XStateCase {
  if (!isCommand(event)) return context;
  const { command } = event;
  const facts = { ...context.facts };
  setFacts(facts, way);
  const record = { ...context.record };
  const caseId = caseIdOf(way, context, command);
  const { id: transition, from, to } = way;
  const happened: CaseEvent = {
    ...command,
    caseId,
    revision: 0,
    workflow: compiled.id,
    transition,
    from,
    to,
  };
  write(record, way, happened, 'copied');
  return { caseId, facts, record };
}
