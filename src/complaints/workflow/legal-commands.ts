/** What can be told to a case as it stands. */
import { throwProblems } from '../../foundation/result.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { Actor, CaseCommand, CaseSnapshot } from './case.js';
import type { CompiledWorkflow, Crossing, Way } from './compile.js';
import { compiledProblems } from './compiled.js';
import { askedOf, isAllowed } from './crossing.js';
import type { CommandDeclaration } from './model.js';

/** A command that can be told to a case, and the ways it can take. */
export interface LegalCommand<Type extends string = string> {
  readonly type: Type;
  readonly name: Bilingual;
  readonly kind: CommandDeclaration['kind'];
  readonly ways: readonly LegalWay[];
}

/** A way that what is known of the case does not rule out. */
export interface LegalWay {
  readonly transition: string;
  readonly to: string;
  /** Fields without which it is refused. */
  readonly needs: readonly string[];
  /** Facts that the host has to bring along for its guard. */
  readonly context: readonly string[];
  /** Roles that may take it; left out: everybody. */
  readonly by?: readonly string[];
  /** Whether it depends on the command, its actor or the host: otherwise it will be taken once its fields are there. */
  readonly depends: boolean;
}

/**
 * The commands that a case can be told as it stands, in the order of the workflow: for the buttons of a page. What the
 * facts that the case keeps rule out is left out (a complaint is acknowledged once), and with an actor what this actor may not do.
 *
 * @throws ProblemError for what is no compiled workflow.
 * @example
 * ```ts
 * import { compileWorkflow, legalCommands, sixSteps } from 'clientele/complaints';
 *
 * legalCommands(compileWorkflow(sixSteps), undefined).map(({ type }) => type); // => ['START']
 * ```
 */
export function legalCommands<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  workflow: CompiledWorkflow<Case, Command, Context>,
  current: NoInfer<Case> | undefined,
  actor?: Actor,
): readonly LegalCommand<TypeOf<Command>>[];
export function legalCommands(
  workflow: CompiledWorkflow,
  current: CaseSnapshot | undefined,
  actor?: Actor,
): readonly LegalCommand[] {
  throwProblems(compiledProblems(workflow));
  const crossings =
    current === undefined
      ? [workflow.parts.opening]
      : [...(workflow.parts.crossings.get(current.state)?.values() ?? [])];
  return crossings.flatMap((crossing) => {
    const ways = openWays(workflow, crossing, current, actor);
    const { type, declaration } = crossing.command;
    return ways.length === 0 ? [] : [{ type, name: declaration.name, kind: declaration.kind, ways }];
  });
}

/** The names of commands. */
type TypeOf<Command> = Command extends { readonly type: infer Type extends string } ? Type : never;

function openWays(
  workflow: CompiledWorkflow,
  { ways }: Crossing,
  current: CaseSnapshot | undefined,
  actor: Actor | undefined,
): readonly LegalWay[] {
  const told = { type: '', id: '', at: 0, by: actor ?? NOBODY, data: {} };
  const asked = askedOf(workflow, current, told, {});
  const open: LegalWay[] = [];
  for (const way of ways) {
    const held =
      way.foreseen === undefined ? 1 : way.foreseen[actor === undefined ? 'unknown' : 'known'](asked);
    if (held !== 0 && (actor === undefined || isAllowed(way.roles, actor.role)))
      open.push(legalWay(way, held === 2));
    // The ways behind one that is sure are never taken.
    if (held === 1) break;
  }
  return open;
}

const NOBODY: Actor = { id: '', role: '' };

function legalWay({ id, to, needs, brought, roles }: Way, depends: boolean): LegalWay {
  return {
    transition: id,
    to,
    needs,
    context: brought,
    ...(roles === undefined ? {} : { by: roles }),
    depends,
  };
}
