/** The types of a workflow's cases and commands: inferred for one written in code, or said by name. */
import type { CaseCommand, CaseEvent, CaseSnapshot, FactContext } from './case.js';
import type { FactDomain, RecordWrite, Workflow } from './model.js';

/** Where a workflow keeps the types of its cases; only the compiler sees it. */
export declare const types: unique symbol;

/** A workflow whose cases, commands and context have types of their own. */
export interface TypedWorkflow<Case, Command, Context> extends Workflow {
  readonly [types]?: { readonly case: Case; readonly command: Command; readonly context: Context };
}

/** What is asked of a workflow written in code: the format may be left out. */
export type WorkflowInput = Omit<Workflow, 'format'> & { readonly format?: 'case-workflow@1' };

/**
 * The cases of a workflow: one type for each state. What a state `has` is there; other slots may be.
 *
 * @example
 * ```ts
 * import { type CaseOf, defineWorkflow } from 'clientele/complaints';
 *
 * const tasks = defineWorkflow({
 *   name: 'tasks',
 *   version: '1',
 *   title: { en: 'Tasks', zh: '任务' },
 *   initial: 'open',
 *   final: ['done'],
 *   states: { open: { name: { en: 'Open', zh: '进行中' } }, done: { name: { en: 'Done', zh: '完成' }, has: ['result'] } },
 *   commands: {
 *     OPEN: { name: { en: 'Open', zh: '新建' }, kind: 'command', fields: {} },
 *     FINISH: { name: { en: 'Finish', zh: '完成' }, kind: 'command', fields: { summary: { kind: 'text' } } },
 *   },
 *   opening: { on: 'OPEN' },
 *   facts: {},
 *   transitions: [
 *     { id: 'finish', from: 'open', on: 'FINISH', to: 'done', requires: ['summary'], writes: [{ slot: 'result', as: 'set' }] },
 *   ],
 * });
 *
 * const summaryOf = (task: CaseOf<typeof tasks>): string =>
 *   task.state === 'done' ? task.record.result.summary : 'not yet';
 *
 * typeof summaryOf; // => 'function'
 * ```
 */
export type CaseOf<W extends WorkflowInput> =
  W extends TypedWorkflow<infer Case, unknown, unknown>
    ? IsSaid<W> extends true
      ? Case
      : InferredCase<W>
    : InferredCase<W>;

/** The commands of a workflow, by `type`; a field that every transition of a command requires is required. */
export type CommandOf<W extends WorkflowInput> =
  W extends TypedWorkflow<unknown, infer Command, unknown>
    ? IsSaid<W> extends true
      ? Command
      : InferredCommand<W>
    : InferredCommand<W>;

/** The facts that a host may bring along to a workflow. */
export type ContextOf<W extends WorkflowInput> =
  W extends TypedWorkflow<unknown, unknown, infer Context>
    ? IsSaid<W> extends true
      ? Context
      : InferredContext<W>
    : InferredContext<W>;

/** The event that a command becomes. */
export type EventOf<Command extends CaseCommand> = Command extends CaseCommand
  ? CaseEvent<Command['type'], Command['data']>
  : never;

type IsSaid<W> = typeof types extends keyof W ? true : false;

/** The value of a field. */
export type ValueOf<F> = F extends { readonly kind: infer Kind }
  ? Kind extends 'text' | 'day'
    ? string
    : Kind extends 'number' | 'count' | 'amount' | 'instant'
      ? number
      : Kind extends 'boolean'
        ? boolean
        : F extends { readonly kind: 'oneOf'; readonly values: readonly (infer V)[] }
          ? V
          : F extends { readonly kind: 'list'; readonly of: infer Item }
            ? readonly ValueOf<Item>[]
            : F extends { readonly kind: 'object'; readonly fields: infer Parts }
              ? ObjectOf<Parts, F extends { readonly optional: readonly (infer O)[] } ? O : never>
              : unknown
  : never;

type ObjectOf<Parts, Optional> = Shown<
  { readonly [K in Exclude<keyof Parts, Optional>]: ValueOf<Parts[K]> } & {
    readonly [K in Extract<keyof Parts, Optional>]?: ValueOf<Parts[K]>;
  }
>;

/** One object type instead of an intersection, as an editor shows it. */
type Shown<T> = { readonly [K in keyof T]: T[K] };

type Keys<T> = keyof T & string;
type TransitionsOf<W extends WorkflowInput> = W['transitions'][number];
type RequiredBy<T> = T extends { readonly requires: readonly (infer R)[] } ? R : never;

/** Fields that no transition of a command does without. */
type AlwaysRequired<W extends WorkflowInput, C extends string, Fields> = {
  [F in Keys<Fields>]: [Without<F, Extract<TransitionsOf<W>, { readonly on: C }>>] extends [never]
    ? F
    : never;
}[Keys<Fields>];

/** The transitions that do not require a field. */
type Without<F, T> = T extends unknown ? (F extends RequiredBy<T> ? never : T) : never;

type DataOf<Fields, Required> = string extends keyof Fields
  ? Readonly<Record<string, unknown>>
  : ObjectOf<Fields, Exclude<keyof Fields, Required>>;

type FieldsOf<W extends WorkflowInput, C> = C extends keyof W['commands']
  ? W['commands'][C]['fields']
  : never;

type RequiredIn<W extends WorkflowInput, C extends string> = C extends W['opening']['on']
  ? Extract<TransitionsOf<W>, { readonly on: C }> extends never
    ? RequiredBy<W['opening']>
    : RequiredBy<W['opening']> & AlwaysRequired<W, C, FieldsOf<W, C>>
  : AlwaysRequired<W, C, FieldsOf<W, C>>;

type InferredCommand<W extends WorkflowInput> =
  string extends Keys<W['commands']>
    ? CaseCommand
    : { [C in Keys<W['commands']>]: CaseCommand<C, DataOf<FieldsOf<W, C>, RequiredIn<W, C>>> }[Keys<
        W['commands']
      >];

type InferredContext<W extends WorkflowInput> =
  string extends Keys<W['facts']>
    ? FactContext
    : {
        readonly [F in Keys<W['facts']> as W['facts'][F]['from'] extends { readonly kind: 'context' }
          ? F
          : never]?: InDomain<W['facts'][F]['domain']>;
      };

type InDomain<D extends FactDomain> = D extends 'boolean'
  ? boolean
  : D extends { readonly oneOf: readonly (infer V)[] }
    ? V
    : number;

type InferredCase<W extends WorkflowInput> =
  string extends Keys<W['states']>
    ? CaseSnapshot
    : { [S in Keys<W['states']>]: CaseSnapshot<S, RecordIn<W, S>> }[Keys<W['states']>];

type SlotsOf<W extends WorkflowInput> = WritesOf<TransitionsOf<W> | OpeningOf<W>>['slot'];
type OpeningOf<W extends WorkflowInput> = W['opening'];
type WritesOf<T> = T extends { readonly writes: readonly (infer X)[] } ? Extract<X, RecordWrite> : never;
type HeldIn<W extends WorkflowInput, S extends string> = W['states'][S] extends {
  readonly has: readonly (infer H)[];
}
  ? H
  : never;

type RecordIn<W extends WorkflowInput, S extends string> = Shown<
  { readonly [K in Extract<SlotsOf<W>, HeldIn<W, S>>]: SlotValue<W, K> } & {
    readonly [K in Exclude<SlotsOf<W>, HeldIn<W, S>>]?: SlotValue<W, K>;
  }
>;

type SlotValue<W extends WorkflowInput, K> = WrittenBy<W, TransitionsOf<W> | OpeningOf<W>, K>;

/** What the transitions write into a slot, whichever of them it was. */
type WrittenBy<W extends WorkflowInput, T, K> = T extends {
  readonly on: infer C;
  readonly writes: readonly (infer X)[];
}
  ? X extends { readonly slot: K; readonly as: infer As }
    ? As extends 'set'
      ? Written<W, C, T, X>
      : As extends 'append'
        ? readonly Written<W, C, T, X>[]
        : never
    : never
  : never;

type Written<W extends WorkflowInput, C, T, X> = X extends { readonly value: infer V }
  ? V extends { readonly data: infer D }
    ? D extends Keys<FieldsOf<W, C>>
      ? ValueOf<FieldsOf<W, C>[D]>
      : unknown
    : V extends { readonly value: infer Constant }
      ? Constant
      : V extends { readonly actor: string }
        ? string
        : unknown
  : Shown<DataOf<FieldsOf<W, C>, RequiredBy<T>> & Pick<CaseEvent, 'at' | 'by'>>;
