/** A workflow read back from a machine config. */

import { checkInput } from '../../foundation/check-input.js';
import { problem } from '../../foundation/make-problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result } from '../../foundation/result.js';
import { parseWorkflow } from '../workflow/define.js';
import type { Workflow } from '../workflow/model.js';
import { firstDifference, type JsonObject, ownPart } from './agree.js';
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
  if (!isRecord(config)) return left(problem('notAnObject', [], { kind: 'type', type: 'object' }, config));
  const parsed = parseWorkflow(drafted(config));
  if (parsed._tag === 'Left') return parsed;
  const different = firstDifference(config, toXState(parsed.right));
  return different === undefined ? parsed : left(different);
}

/** A workflow as far as it can be made out; checking it is left to `parseWorkflow`. */
function drafted(config: JsonObject): JsonObject {
  const before = ownPart(config, 'initial');
  const rest = ownPart(ownPart(config, 'meta'), 'workflow');
  const states = ownPart(config, 'states');
  const named = isRecord(states) ? Object.entries(states).filter(([name]) => name !== before) : [];
  const opening = transitionsOf('', ownPart(states, typeof before === 'string' ? before : ''))[0]?.transition;
  const transitions = named
    .flatMap(([name, state]) => transitionsOf(fromXStateName(name), state))
    .toSorted((a, b) => a.order - b.order)
    .map(({ transition }) => transition);
  return {
    ...(isRecord(rest) ? rest : {}),
    states: Object.fromEntries(
      named.map(([name, state]) => [fromXStateName(name), ownPart(ownPart(state, 'meta'), 'state')]),
    ),
    initial: ownPart(opening, 'to'),
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
  const on = ownPart(state, 'on');
  if (!isRecord(on)) return [];
  return Object.entries(on).flatMap(([event, list]) =>
    (Array.isArray(list) ? list : []).map((one: unknown) => transitionOf(from, fromXStateName(event), one)),
  );
}

function transitionOf(from: string, on: string, given: unknown): Placed {
  const target = ownPart(given, 'target');
  const asked = ownPart(ownPart(given, 'guard'), 'params');
  const actions = ownPart(given, 'actions');
  const done = ownPart(Array.isArray(actions) ? actions[0] : undefined, 'params');
  const meta = ownPart(given, 'meta');
  const order = ownPart(meta, 'order');
  const parts: JsonObject = {
    id: ownPart(asked, 'transition'),
    from,
    on,
    when: ownPart(asked, 'when'),
    to: typeof target === 'string' ? fromXStateName(target) : target,
    requires: ownPart(asked, 'requires'),
    by: ownPart(asked, 'by'),
    sets: ownPart(done, 'sets'),
    writes: ownPart(done, 'writes'),
    tags: ownPart(meta, 'tags'),
    note: ownPart(meta, 'note'),
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { order: typeof order === 'number' ? order : 0, transition: known };
}
