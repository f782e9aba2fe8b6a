/** A case from its events, as far as they follow on each other; nothing of them is lost. */

import { problem } from '../../foundation/make-problem.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from './case.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { isObject } from './envelope.js';
import { eventProblems } from './event-problems.js';
import { opened, setFacts, wayOf, write } from './evolve.js';
import type { FactValue } from './model.js';
import { sameJson } from './same-json.js';
import type { EventOf } from './typed.js';

/** What became of a history: `applied + duplicates.length + rest.length` events were handed in. */
export interface Replay<Case = CaseSnapshot, Event = CaseEvent> {
  /** Where the case stands after the events that were applied; `undefined` where there were none. */
  readonly case: Case | undefined;
  /** How many events were applied. */
  readonly applied: number;
  /** Positions of events that were there before, word for word, and were passed over. */
  readonly duplicates: readonly number[];
  /** The first event that cannot follow, and why; paths begin with its position. */
  readonly fault?: { readonly index: number; readonly problems: Problems };
  /** The events from the fault on, untouched. */
  readonly rest: readonly Event[];
}

/**
 * A case from its history, or from a snapshot and what came after it. The same as `evolve` one event after the other,
 * and faster.
 *
 * An event whose id was there before is passed over if it is the same, and a fault if it is not. A history that is out of order,
 * has gaps or belongs to another version of the workflow stops at the event that does not fit: the case so far, the
 * reason and the rest of the events are returned.
 *
 * @example
 * ```ts
 * import { compileWorkflow, replay, sixSteps } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'START', id: 'e1', at: 0, by: { id: 'u1', role: 'handler' }, data: { complaint: 'The room was cold.' },
 *   caseId: 'c1', revision: 1, workflow: 'six-steps@1', transition: 'opening', from: null, to: 'listen',
 * } as const;
 * const history = replay(compileWorkflow(sixSteps), [opening, opening]);
 *
 * history.case?.state; // => 'listen'
 * history.duplicates; // => [1]
 * ```
 */
export function replay<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  events: readonly NoInfer<EventOf<Command>>[],
  from?: NoInfer<Case>,
): Replay<Case, EventOf<Command>>;
export function replay(
  workflow: CompiledWorkflow,
  events: readonly CaseEvent[],
  from?: CaseSnapshot,
): Replay {
  const history = new History(workflow, from);
  const duplicates: number[] = [];
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    const taken = event === undefined ? 'fault' : history.take(event);
    if (taken === 'duplicate') duplicates.push(index);
    if (taken !== 'fault') continue;
    const [first, ...others] = history
      .problemsOf(event)
      .map((one) => ({ ...one, path: [index, ...one.path] }));
    const fault = first === undefined ? {} : { fault: { index, problems: [first, ...others] as const } };
    return { ...history.outcome(), duplicates, ...fault, rest: events.slice(index) };
  }
  return { ...history.outcome(), duplicates, rest: [] };
}

/** How many ids are looked through one by one before an index of them is made. */
const FEW = 24;

/** A case while its events come in: its parts are its own and change in place. */
class History {
  readonly #workflow: CompiledWorkflow;
  #now: Draft | undefined;
  /** Events of this run, by their place in `eventIds`; those of a snapshot are not known. */
  readonly #events: CaseEvent[] = [];
  readonly #known: number;
  #index: Map<string, number> | undefined;

  constructor(workflow: CompiledWorkflow, from: CaseSnapshot | undefined) {
    this.#workflow = workflow;
    this.#now = from && ownCopy(from);
    this.#known = from?.eventIds.length ?? 0;
  }

  take(event: CaseEvent): 'applied' | 'duplicate' | 'fault' {
    const before = isObject(event) ? this.#placeOf(event.id) : -1;
    if (before >= 0) return this.#isSame(before, event) ? 'duplicate' : 'fault';
    const way = wayOf(this.#workflow, this.#now, event);
    if (way === undefined) return 'fault';
    if (this.#now === undefined) this.#now = ownCopy(opened(this.#workflow, way, event));
    else advance(this.#now, way, event);
    this.#index?.set(event.id, this.#now.eventIds.length - 1);
    this.#events.push(event);
    return 'applied';
  }

  problemsOf(event: CaseEvent | undefined): readonly Problem[] {
    const before = isObject(event) ? this.#placeOf(event.id) : -1;
    if (event === undefined || before < 0)
      return eventProblems(this.#workflow, this.#now, event as CaseEvent);
    const of = { en: 'event id', zh: '事件编号' };
    return [problem('otherContent', ['id'], { kind: 'unique', of }, event.id)];
  }

  outcome(): { readonly case: CaseSnapshot | undefined; readonly applied: number } {
    return { case: this.#now, applied: this.#events.length };
  }

  #placeOf(id: string): number {
    const ids = this.#now?.eventIds;
    if (ids === undefined) return -1;
    if (ids.length <= FEW) return ids.indexOf(id);
    this.#index ??= new Map(ids.map((one, i) => [one, i]));
    return this.#index.get(id) ?? -1;
  }

  /** Of an event before the snapshot only the id is known. */
  #isSame(place: number, event: CaseEvent): boolean {
    return place < this.#known || sameJson(this.#events[place - this.#known], event);
  }
}

type Draft = { -readonly [K in keyof CaseSnapshot]: CaseSnapshot[K] } & {
  facts: Record<string, FactValue>;
  record: Record<string, unknown>;
  eventIds: string[];
};

/** A copy whose facts, record, lists of the record and ids may be changed in place. */
function ownCopy(one: CaseSnapshot): Draft {
  const record: Record<string, unknown> = {};
  for (const [slot, value] of Object.entries(one.record)) {
    record[slot] = Array.isArray(value) ? [...value] : value;
  }
  return { ...one, facts: { ...one.facts }, record, eventIds: [...one.eventIds] };
}

function advance(now: Draft, way: Way, event: CaseEvent): void {
  if (way.sets.length > 0) setFacts(now.facts, way);
  if (way.writes.length > 0) write(now.record, way, event, 'own');
  if (way.to !== now.state) now.since = event.at;
  now.state = way.to;
  now.revision = event.revision;
  now.at = event.at;
  now.eventIds.push(event.id);
}
