/** A case, what is told to it, and what has happened to it. All plain JSON. */
import type { FactValue } from './model.js';

/** Who acts. */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** A wish, or a timer of the host's scheduler, not yet judged. `id` makes it idempotent: it becomes the event's. */
export interface CaseCommand<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly id: string;
  /** When it happens, epoch milliseconds; for a timer when it was fed in, late or not. */
  readonly at: number;
  readonly by: Actor;
  readonly data: Data;
  /** With the command that opens a case: the case's id; left out: the command's. With any other: the case it is meant for. */
  readonly caseId?: string;
}

/** Facts that the host brings along with a command: those that a workflow declares with `from: { kind: 'context' }`. */
export type FactContext = Readonly<Record<string, FactValue>>;

/** Something that happened: the transition that a command took. The log of a case is a list of these. */
export interface CaseEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>>
  extends CaseCommand<Type, Data> {
  readonly caseId: string;
  /** 1 for the opening, one more for each event after it. */
  readonly revision: number;
  /** `name@version` of the workflow that judged it. */
  readonly workflow: string;
  /** Id of the transition; `'opening'` for the first event. */
  readonly transition: string;
  /** `null` for the first event. */
  readonly from: string | null;
  readonly to: string;
  /** What the host had brought along of the facts that the transition's guard asks for. */
  readonly context?: FactContext;
}

/** Where a case stands after its events. `record` holds what was written into its slots. */
export interface CaseSnapshot<State extends string = string, CaseRecord = Readonly<Record<string, unknown>>> {
  readonly caseId: string;
  readonly workflow: string;
  readonly state: State;
  readonly revision: number;
  readonly openedAt: number;
  /** When the present state was entered; events that stay in the state do not change it. */
  readonly since: number;
  /** When the last event happened. */
  readonly at: number;
  /** Facts that the case keeps. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly record: CaseRecord;
  /** Ids of its events, in order. */
  readonly eventIds: readonly string[];
}
