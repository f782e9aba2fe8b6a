/** What a command makes happen, or why it is refused. */

import type { Either } from 'fp-ts/Either';
import { own } from '../../foundation/record.js';
import type { CaseCommand, CaseEvent, CaseSnapshot, FactContext } from './case.js';
import type { CompiledWorkflow, Way } from './compile.js';
import { askedOf, crossingOf, isAllowed, isMeantFor, isWellFormed, wayThrough } from './crossing.js';
import { isEnvelope } from './envelope.js';
import { inDomain } from './facts.js';
import type { FactValue } from './model.js';
import { notUsable } from './not-usable.js';
import type { Refusal } from './refusal.js';
import { refusalOf } from './refuse.js';
import type { EventOf } from './typed.js';

/**
 * What a command makes happen: one event, none where the case already has the command (by `id`), or a refusal that
 * names everything that is wrong and what would make it legal. The case is never changed; hand the event to `evolve`.
 *
 * `current` is `undefined` for a case that does not exist yet; the workflow's opening command makes one. `context` are the
 * facts that the workflow expects from the host; only those that decide have to be there. Of several ways whose
 * guards hold the first one declared is taken. What is no compiled workflow, no case or no command is refused as well.
 *
 * @example
 * ```ts
 * import { compileWorkflow, decide, describe, sixSteps } from 'clientele/complaints';
 *
 * const steps = compileWorkflow(sixSteps);
 * const by = { id: 'u1', role: 'handler' };
 * const refused = decide(steps, undefined, { type: 'START', id: 'e1', at: 0, by, data: {} });
 *
 * refused._tag === 'Left' ? refused.left.kind : ''; // => 'data'
 * refused._tag === 'Left' ? describe(refused.left, 'en') : ''; // => '“Start” needs complaint.'
 * ```
 */
export function decide<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  current: NoInfer<Case> | undefined,
  command: NoInfer<Command>,
  context?: NoInfer<Context>,
): Either<Refusal, readonly EventOf<Command>[]>;
export function decide(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
  context?: FactContext,
): Either<Refusal, readonly CaseEvent[]> {
  // A database hands back null for a case that it does not have.
  const known = current ?? undefined;
  const facts = context ?? NOTHING;
  const unusable = notUsable(workflow, known, command, facts);
  if (unusable !== undefined) return { _tag: 'Left', left: unusable };
  const found = judge(workflow, known, command, facts);
  if (found === undefined) return { _tag: 'Left', left: refusalOf(workflow, known, command, facts) };
  return found === 'again'
    ? AGAIN
    : { _tag: 'Right', right: [eventOf(workflow, known, command, found, facts)] };
}

const NOTHING: FactContext = Object.freeze({});
const AGAIN: Either<Refusal, readonly CaseEvent[]> = Object.freeze({
  _tag: 'Right',
  right: Object.freeze([]),
});

/** The way a command takes; `undefined` where it is refused for any reason. */
function judge(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
  context: FactContext,
): Way | 'again' | undefined {
  if (!isEnvelope(command) || !isMeantFor(workflow, current, command)) return undefined;
  if (current?.eventIds.includes(command.id)) return 'again';
  if (current !== undefined && command.at < current.at) return undefined;
  const crossing = crossingOf(workflow, current, command.type);
  if (crossing === undefined || !isWellFormed(crossing.command, command)) return undefined;
  const way = wayThrough(crossing, askedOf(workflow, current, command, context));
  return way?.isComplete(command.data) && isAllowed(way.roles, command.by.role) ? way : undefined;
}

function eventOf(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  command: CaseCommand,
  way: Way,
  context: FactContext,
): CaseEvent {
  const brought = way.brought.length === 0 ? undefined : kept(workflow, way.brought, context);
  const event: { -readonly [K in keyof CaseEvent]: CaseEvent[K] } = {
    type: command.type,
    id: command.id,
    at: command.at,
    by: command.by,
    data: withoutGaps(command.data),
    caseId: current?.caseId ?? command.caseId ?? command.id,
    revision: current === undefined ? 1 : current.revision + 1,
    workflow: workflow.id,
    transition: way.id,
    from: way.from,
    to: way.to,
  };
  if (brought !== undefined) event.context = brought;
  return event;
}

/** The facts that the guard asks about, as far as they were brought and can be. */
function kept(
  { parts }: CompiledWorkflow,
  brought: readonly string[],
  context: FactContext,
): FactContext | undefined {
  let found: Record<string, FactValue> | undefined;
  for (const fact of brought) {
    const value = own(context, fact);
    const domain = parts.facts.get(fact)?.declaration.domain;
    if (value === undefined || domain === undefined || !inDomain(value, domain)) continue;
    found ??= {};
    found[fact] = value;
  }
  return found;
}

/** A field that is `undefined` is one that is not there, as JSON has it. */
function withoutGaps(data: CaseCommand['data']): CaseCommand['data'] {
  for (const key in data) {
    if (data[key] === undefined)
      return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  }
  return data;
}
