/** A procedure for cases, as data: states, commands with the data they need, facts, guards over them, timers. */
import type { Bilingual, Words } from '../../foundation/statement.js';
import type { Field } from './field.js';
import type { DataTest, Operand } from './operand.js';

/** The value of a fact: yes or no, one of a list, or a count. */
export type FactValue = boolean | string | number;

/** What a fact can be: finite, so that every configuration of a chart can be searched. A count stays between 0 and `upTo`. */
export type FactDomain = 'boolean' | { readonly oneOf: readonly string[] } | { readonly upTo: number };

/**
 * Where a fact comes from.
 *
 * - `case`: kept by the case; it begins at `initially` and is changed by `sets` of transitions only.
 * - `data`: the value of a field of the command that is judged.
 * - `test`: worked out from the command's data, its actor and what the case has recorded.
 * - `context`: brought along by the host with the command (from the clocks, the limits of authority, another case).
 */
export type FactOrigin =
  | { readonly kind: 'case'; readonly initially: FactValue }
  | { readonly kind: 'data'; readonly field: string }
  | { readonly kind: 'test'; readonly test: DataTest }
  | { readonly kind: 'context' };

/** A fact that guards may ask for: what it can be and where it comes from. */
export interface FactDeclaration {
  /** As a refusal says it, e.g. `{ en: 'the complaint is in scope', zh: '投诉属于受理范围' }`. */
  readonly name: Bilingual;
  readonly domain: FactDomain;
  /** What people call the values of a domain `oneOf`; one without a name is shown as it is. */
  readonly valueNames?: Readonly<Record<string, Bilingual>>;
  readonly from: FactOrigin;
}

/** A condition over declared facts. `{ fact }` alone asks for `true`. */
export type Guard =
  | { readonly fact: string; readonly is?: FactValue }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly atMost: number }
  | { readonly not: Guard }
  | { readonly allOf: readonly Guard[] }
  | { readonly anyOf: readonly Guard[] };

/** What a state is for the people who watch over cases. */
export interface StateDeclaration {
  readonly name: Bilingual;
  readonly about?: Bilingual;
  /** Whose move it is, where it is not ours: `'customer'`, `'thirdParty'`, `'approver'`, `'external'`. Such a state needs a timer. */
  readonly waitsFor?: string;
  /** Slots of the record that every case in this state holds; `checkWorkflow` proves it. */
  readonly has?: readonly string[];
  /** A case here counts as closed: silence alone must not lead here before an answer was sent. */
  readonly closed?: boolean;
  /** Where it stands in other frames, e.g. `{ step: 'listen' }`: the box that it lies in on a chart. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What can be told to a case: a command of a person, or a timer that the host's scheduler feeds back. */
export interface CommandDeclaration {
  readonly name: Bilingual;
  readonly kind: 'command' | 'timer';
  /** Roles that may give it; left out: everybody. */
  readonly by?: readonly string[];
  /** Every field it can carry; which of them a transition needs is said there. */
  readonly fields: Readonly<Record<string, Field>>;
}

/** What a transition writes into a slot of the case's record: by default the event's data with `at` and `by`. */
export interface RecordWrite {
  readonly slot: string;
  readonly as: 'set' | 'append' | 'clear';
  readonly value?: Operand;
}

/** A way from one state to another (or back to the same): what takes it, when, with which data, and what it changes. */
export interface TransitionDeclaration {
  /** Unique; an event names the transition it took. */
  readonly id: string;
  readonly from: string;
  readonly on: string;
  /** Left out: always. `'otherwise'`: where no other guard of the same state and command holds. */
  readonly when?: Guard | 'otherwise';
  readonly to: string;
  /** Fields without which the command is refused; those that its guards read are needed as well. */
  readonly requires?: readonly string[];
  /** Roles that may take it; left out: the command's. */
  readonly by?: readonly string[];
  readonly sets?: Readonly<Record<string, FactValue | { readonly add: number }>>;
  readonly writes?: readonly RecordWrite[];
  /** Where it stands in other frames, e.g. `{ iso10002: '7.4', disp: '1.6.1R(1)', step: 'listen' }`. */
  readonly tags?: Readonly<Record<string, string>>;
  /** What is done besides, for the printed procedure. */
  readonly note?: Bilingual;
}

/** What people call the key of a tag and the values that it has. */
export interface WorkflowTagNames {
  /** E.g. `{ en: 'Step', zh: '步骤' }`. */
  readonly name?: Bilingual;
  readonly values?: Readonly<Record<string, Bilingual>>;
}

/** What people call the parts of a workflow that are declared nowhere; a part without a name is shown as its identifier. */
export interface WorkflowNames {
  /** Roles of actors, those too that no command asks for: `{ handler: { en: 'handler', zh: '经办人' } }`. */
  readonly roles?: Readonly<Record<string, Bilingual>>;
  /** Those whom states wait for, as they follow "waits for": `{ court: { en: 'the court', zh: '法院' } }`. */
  readonly parties?: Readonly<Record<string, Bilingual>>;
  /** Slots of the record. */
  readonly slots?: Readonly<Record<string, Bilingual>>;
  /** Tags of states and transitions, by their key. */
  readonly tags?: Readonly<Record<string, WorkflowTagNames>>;
}

/** A procedure: the states a case can be in and everything that can happen there. Stored as JSON. */
export interface Workflow {
  readonly format: 'case-workflow@1';
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  /** What it was made after, for the printed procedure. */
  readonly source?: Words;
  readonly initial: string;
  readonly final: readonly string[];
  readonly states: Readonly<Record<string, StateDeclaration>>;
  readonly commands: Readonly<Record<string, CommandDeclaration>>;
  /** How a case begins, in the initial state. */
  readonly opening: {
    readonly on: string;
    readonly requires?: readonly string[];
    readonly writes?: readonly RecordWrite[];
    readonly sets?: NonNullable<TransitionDeclaration['sets']>;
    readonly tags?: NonNullable<TransitionDeclaration['tags']>;
  };
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly transitions: readonly TransitionDeclaration[];
  /** Commands that answer the customer; see {@link StateDeclaration.closed}. */
  readonly answers?: readonly string[];
  readonly names?: WorkflowNames;
}
