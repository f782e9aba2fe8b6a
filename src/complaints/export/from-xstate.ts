/** A workflow read back from a machine config. */
import { checkInput } from '../../foundation/check-input.js';
import { problem } from '../../foundation/make-problem.js';
import { left, type Result } from '../../foundation/result.js';
import { parseWorkflow } from '../workflow/define.js';
import type { Workflow } from '../workflow/model.js';
import { firstDifference, isObject, type JsonObject, own } from './agree.js';
import { toXState } from './to-xstate.js';
import { fromXStateName } from './xstate-names.js';

/**
 * The workflow that a config of `toXState` was made from. States, targets, events and final states are read where XState reads
 * them, guards and actions from their parameters, the rest from `meta`. What is said twice must agree: a config that says
 * more or something else than the workflow it is read as is refused, with the first place in which they differ.
 *
 * @example
 * ```ts
 * import { sixSteps } from 'clientele/complaints';
 * import { fromXState, toXState } from 'clientele/complaints/export';
 *
 * const text = JSON.stringify(toXState(sixSteps));
 * const result = fromXState(JSON.parse(text));
 *
 * result._tag === 'Right' && result.right.transitions.length === sixSteps.transitions.length; // => true
 * ```
 */
export function fromXState(config: unknown): Result<Workflow> {
  const readable = checkInput(config);
  if (readable._tag === 'Left') return readable;
  if (!isObject(config)) return left(problem('notAnObject', [], { kind: 'type', type: 'object' }, config));
  const parsed = parseWorkflow(drafted(config));
  if (parsed._tag === 'Left') return parsed;
  const different = firstDifference(config, toXState(parsed.right));
  return different === undefined ? parsed : left(different);
}

/** A workflow as far as it can be made out; checking it is left to `parseWorkflow`. */
function drafted(config: JsonObject): JsonObject {
  const before = own(config, 'initial');
  const rest = own(own(config, 'meta'), 'workflow');
  const states = own(config, 'states');
  const named = isObject(states) ? Object.entries(states).filter(([name]) => name !== before) : [];
  const opening = transitionsOf('', own(states, typeof before === 'string' ? before : ''))[0]?.transition;
  const transitions = named
    .flatMap(([name, state]) => transitionsOf(fromXStateName(name), state))
    .toSorted((a, b) => a.order - b.order)
    .map(({ transition }) => transition);
  return {
    ...(isObject(rest) ? rest : {}),
    states: Object.fromEntries(
      named.map(([name, state]) => [fromXStateName(name), own(own(state, 'meta'), 'state')]),
    ),
    initial: own(opening, 'to'),
    opening: openingOf(opening),
    transitions,
  };
}

function openingOf(transition: JsonObject | undefined): JsonObject | undefined {
  if (transition === undefined) return undefined;
  const { id: _, from: __, to: ___, ...opening } = transition;
  return opening;
}

interface Placed {
  readonly order: number;
  readonly transition: JsonObject;
}

function transitionsOf(from: string, state: unknown): readonly Placed[] {
  const on = own(state, 'on');
  if (!isObject(on)) return [];
  return Object.entries(on).flatMap(([event, list]) =>
    (Array.isArray(list) ? list : []).map((one: unknown) => transitionOf(from, fromXStateName(event), one)),
  );
}

function transitionOf(from: string, on: string, given: unknown): Placed {
  const target = own(given, 'target');
  const asked = own(own(given, 'guard'), 'params');
  const actions = own(given, 'actions');
  const done = own(Array.isArray(actions) ? actions[0] : undefined, 'params');
  const meta = own(given, 'meta');
  const order = own(meta, 'order');
  const parts: JsonObject = {
    id: own(asked, 'transition'),
    from,
    on,
    when: own(asked, 'when'),
    to: typeof target === 'string' ? fromXStateName(target) : target,
    requires: own(asked, 'requires'),
    by: own(asked, 'by'),
    sets: own(done, 'sets'),
    writes: own(done, 'writes'),
    tags: own(meta, 'tags'),
    note: own(meta, 'note'),
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { order: typeof order === 'number' ? order : 0, transition: known };
}
