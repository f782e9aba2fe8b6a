/** What a workflow becomes in XState version 5: types of the parts that are used here, without importing XState. */
import type { CaseCommand, FactContext } from '../workflow/case.js';
import type {
  CommandDeclaration,
  FactDeclaration,
  FactValue,
  StateDeclaration,
  TransitionDeclaration,
  Workflow,
} from '../workflow/model.js';

/** A machine config that is JSON. Guards and actions are named; `xstateImplementations` makes them. */
export interface XStateConfig {
  readonly id: string;
  readonly description: string;
  /** A state before the opening: a case that does not exist yet. */
  readonly initial: string;
  readonly context: XStateCase;
  readonly states: Readonly<Record<string, XStateState>>;
  readonly meta: { readonly workflow: XStateRest };
  /** Never there: it tells XState's types what the machine's context and events are. */
  readonly types?: { readonly context: XStateCase; readonly events: { type: string } };
}

/** The machine's context. */
export interface XStateCase {
  readonly caseId: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly record: Readonly<Record<string, unknown>>;
}

/** A state of the machine config. */
export interface XStateState {
  readonly type?: 'final';
  readonly description: string;
  /** `'closed'`, and `'waitsFor:customer'` for a state that waits. */
  readonly tags?: readonly string[];
  readonly on?: Readonly<Record<string, readonly XStateTransition[]>>;
  readonly meta: { readonly state: StateDeclaration | null };
}

/** A transition of the machine config; its guard and action are named. */
export interface XStateTransition {
  readonly target: string;
  readonly description?: string;
  readonly guard: {
    readonly type: 'canTake';
    readonly params: Pick<TransitionDeclaration, 'when' | 'requires' | 'by'> & {
      readonly transition: string;
    };
  };
  readonly actions: readonly {
    readonly type: 'take';
    readonly params: Pick<TransitionDeclaration, 'sets' | 'writes'> & { readonly transition: string };
  }[];
  /** `order`: its place among all transitions; -1 for the opening. */
  readonly meta: Pick<TransitionDeclaration, 'tags' | 'note'> & { readonly order: number };
}

/** What a machine has no place for. */
export interface XStateRest
  extends Pick<Workflow, 'format' | 'name' | 'version' | 'title' | 'source' | 'answers' | 'final' | 'names'> {
  readonly commands: Readonly<Record<string, CommandDeclaration>>;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
}

/** An event for the machine: a command, or a timer that the host's scheduler feeds back. `xstateEvent` makes it. */
export interface XStateEvent {
  readonly type: string;
  readonly command: CaseCommand;
  /** Facts that the host brings along. */
  readonly facts: FactContext;
}
