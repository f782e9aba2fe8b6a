/** A case while its events come in; nothing of them is lost. */
import type { Problem, Problems } from '../../foundation/problem.js';
import type { CaseEvent, CaseSnapshot } from './case.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { isObject } from './envelope.js';
import { eventProblems, otherContent } from './event-problems.js';
import { isAt, opened, setFacts, wayOf, write } from './evolve.js';
import type { FactValue } from './model.js';
import { sameJson } from './same-json.js';

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

/** How many ids are looked through one by one before an index of them is made. */
const FEW = 24;

/** A case while its events come in: its parts are its own and change in place. */
export class History {
  readonly #workflow: CompiledWorkflow;
  #now: Draft | undefined;
  /** Events of this run, by their place in `eventIds`; those of a snapshot are not known. */
  readonly #events: CaseEvent[] = [];
  readonly #known: number;
  #index: Map<string, number> | undefined;
  readonly #duplicates: number[] = [];
  readonly #rest: CaseEvent[] = [];
  #fault: Replay['fault'];

  constructor(workflow: CompiledWorkflow, from: CaseSnapshot | undefined) {
    this.#workflow = workflow;
    this.#now = from && ownCopy(from);
    this.#known = from?.eventIds.length ?? 0;
  }

  /** `index`: where it stands in what was handed in. After an event that cannot follow none is looked at. */
  tell(event: CaseEvent, index: number): void {
    if (this.#fault !== undefined) {
      this.#rest.push(event);
      return;
    }
    const place = isObject(event) ? this.#placeOf(event.id) : -1;
    if (place >= 0) {
      if (this.#isSame(place, event)) this.#duplicates.push(index);
      else this.#stop(event, index, [otherContent(event)]);
      return;
    }
    const way = wayOf(this.#workflow, this.#now, event);
    if (way === undefined) this.#stop(event, index, eventProblems(this.#workflow, this.#now, event));
    else this.#apply(way, event);
  }

  outcome(): Replay {
    return {
      case: this.#now,
      applied: this.#events.length,
      duplicates: this.#duplicates,
      ...(this.#fault === undefined ? {} : { fault: this.#fault }),
      rest: this.#rest,
    };
  }

  #apply(way: Way, event: CaseEvent): void {
    if (this.#now === undefined) this.#now = ownCopy(opened(this.#workflow, way, event));
    else advance(this.#now, way, event);
    this.#index?.set(event.id, this.#now.eventIds.length - 1);
    this.#events.push(event);
  }

  #stop(event: CaseEvent, index: number, problems: readonly Problem[]): void {
    const [first, ...others] = problems.map((one) => ({ ...one, path: [index, ...one.path] }));
    if (first === undefined) throw new Error('an event that has no way has a problem');
    this.#fault = { index, problems: [first, ...others] };
    this.#rest.push(event);
  }

  #placeOf(id: string): number {
    const ids = this.#now?.eventIds;
    if (ids === undefined) return -1;
    if (ids.length <= FEW) return ids.indexOf(id);
    this.#index ??= new Map(ids.map((one, i) => [one, i]));
    return this.#index.get(id) ?? -1;
  }

  #isSame(place: number, event: CaseEvent): boolean {
    if (place >= this.#known) return sameJson(this.#events[place - this.#known], event);
    return this.#now !== undefined && isAt(this.#now, place, event);
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
