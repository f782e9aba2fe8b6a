/** A workflow whose commands only some roles may give. */
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord, own } from '../../foundation/record.js';
import { orThrow, unless } from '../../foundation/result.js';
import type { Workflow } from './model.js';
import { requireWorkflow } from './require-workflow.js';

/**
 * A copy of a workflow in which these commands are for these roles alone, in place of those that the workflow names. What
 * is not mentioned stays as it was; a transition with roles of its own (`by`) keeps them. A refusal of the kind
 * `notAllowed` then says who may. Timers are the scheduler's and cannot be given to anybody.
 *
 * Name and version stay: a replay asks for no roles, so the logs that there are go on.
 *
 * @throws ProblemError naming every command that the workflow does not have, and every list without a role.
 * @example
 * ```ts
 * import { compileWorkflow, complaintWorkflow, decide, describe, withRoles } from 'clientele/complaints';
 *
 * const ours = compileWorkflow(withRoles(complaintWorkflow, { RECEIVE: ['agent', 'handler'] }));
 * const data = {
 *   receivedAt: 0, channel: 'phone', complainant: 'k7', product: 'room 12', incidentAt: 0,
 *   description: 'The heating was off.', desiredRemedy: 'money back',
 * };
 * const refused = decide(ours, undefined, { type: 'RECEIVE', id: 'e1', at: 0, by: { id: 'bo', role: 'guest' }, data });
 *
 * refused._tag === 'Left' ? describe(refused.left, 'en') : ''; // => '“Receive” needs the role “agent” or “handler”; the actor’s role is “guest”.'
 * ```
 */
export function withRoles<W extends Workflow>(
  workflow: W,
  roles: { readonly [Command in keyof W['commands']]?: readonly string[] },
): W;
export function withRoles(
  workflow: Workflow,
  roles: Readonly<Record<string, readonly string[] | undefined>>,
): Workflow {
  requireWorkflow(workflow);
  return orThrow(
    unless(roleProblems(workflow, roles), () => {
      const restricted = Object.entries(workflow.commands).map(([type, command]) => {
        const by = own(roles, type);
        return [type, by === undefined ? command : { ...command, by: [...by] }] as const;
      });
      return { ...workflow, commands: Object.fromEntries(restricted) };
    }),
  );
}

function roleProblems({ commands }: Workflow, roles: unknown): readonly Problem[] {
  if (!isRecord(roles)) return [wrong('wrongType', ['roles'], BY_COMMAND, roles)];
  const values = Object.keys(commands).filter((type) => commands[type]?.kind === 'command');
  return Object.entries(roles).flatMap(([type, by]) => {
    const path = ['roles', type];
    if (!values.includes(type)) return [problem('unknownCommand', path, { kind: 'oneOf', values }, type)];
    const isList =
      Array.isArray(by) && by.length > 0 && by.every((role) => typeof role === 'string' && role !== '');
    return isList ? [] : [wrong('wrongType', path, ROLES, by)];
  });
}

const BY_COMMAND = { en: 'object with lists of roles by command', zh: '按指令列出的角色' };
const ROLES = { en: 'list of at least one role', zh: '至少含一个角色的列表' };
