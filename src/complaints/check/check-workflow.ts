/** Whether a workflow can get stuck, clash with itself or close a case by silence: a search of everything that can happen. */
import { problem } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { orThrow, unless } from '../../foundation/result.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import type { Workflow } from '../workflow/model.js';
import { requireWorkflow } from '../workflow/require-workflow.js';
import { findData } from './find-data.js';
import { findEnds } from './find-ends.js';
import { findLoops } from './find-loops.js';
import { findReach } from './find-reach.js';
import { findSilence } from './find-silence.js';
import type { WorkflowCheck, WorkflowCheckOptions, WorkflowFinding } from './finding.js';
import { type Search, search, type TooLarge } from './search.js';
import { commandName, stateName } from './words.js';

/**
 * Searches everything that can happen to a case of a workflow and reports what cannot be meant, each finding with the
 * shortest script of events that shows it.
 *
 * A configuration is a state with the values of the facts that the case keeps, and with whether the slots are filled that a
 * guard asks for (`{ filled: { record: … } }`). Everything else that guards read is free to come out in every way it can:
 * data of the command, its actor, what the host brings along, comparisons with the record. Within one event facts that
 * hang on the same value agree (`amount ≤ 100` and `amount > 100` never both hold); from one event to the next nothing
 * but the configuration is remembered. So a script that is reported can be prevented by what lies outside the chart, but
 * nothing that can happen is left out. The code that works out a fact of the host is not proved. A case can finish if
 * some script leads to a final state, as in the soundness of workflow nets (van der Aalst 1998).
 *
 * An answer, once sent, stays sent: a case that is opened again is not asked for a new one before silence may close it.
 *
 * Beyond `configurations` or `choices` the answer is `tooLarge` and nothing is claimed.
 *
 * @throws ProblemError naming the parts that what is no workflow at all lacks, and options and commands that there are not.
 * @example
 * ```ts
 * import { checkWorkflow, defineWorkflow, describe } from 'clientele/complaints';
 *
 * const name = (en: string, zh: string) => ({ en, zh });
 * const orders = defineWorkflow({
 *   name: 'orders',
 *   version: '1',
 *   title: name('Orders', '订单'),
 *   initial: 'open',
 *   final: ['done'],
 *   states: { open: { name: name('Open', '处理中'), waitsFor: 'customer' }, done: { name: name('Done', '完成') } },
 *   commands: {
 *     OPEN: { name: name('Open', '新建'), kind: 'command', fields: {} },
 *     CONFIRM: { name: name('Confirm', '确认'), kind: 'command', fields: {} },
 *   },
 *   opening: { on: 'OPEN' },
 *   facts: {},
 *   transitions: [{ id: 'confirm', from: 'open', on: 'CONFIRM', to: 'done' }],
 * });
 * const check = checkWorkflow(orders);
 *
 * check.kind === 'checked' && check.sound; // => false
 * check.kind === 'checked' && check.findings.map((finding) => describe(finding, 'en'));
 * // => ['Open waits for the customer, and no timer fires there after the opening alone: it could wait for ever.']
 * ```
 */
export function checkWorkflow(workflow: Workflow, options: WorkflowCheckOptions = {}): WorkflowCheck {
  requireWorkflow(workflow);
  orThrow(unless(optionProblems(workflow, options), () => undefined));
  const { configurations = 100_000, choices = 65_536, bounded = [] } = options;
  const found = search(workflow, { configurations, choices });
  if (found.kind === 'tooLarge') return givenUp(workflow, found);
  const findings = findingsOf(found, bounded);
  return {
    kind: 'checked',
    sound: !findings.some(({ severity }) => severity === 'error'),
    configurations: found.configurations.length,
    edges: found.edges.length,
    findings,
  };
}

/** A misspelt command would be proved to be bounded. */
function optionProblems({ commands }: Workflow, options: WorkflowCheckOptions): readonly Problem[] {
  const values = Object.keys(commands);
  const unknown = (options.bounded ?? []).flatMap((one, i) =>
    values.includes(one)
      ? []
      : [problem('unknownCommand', ['options', 'bounded', i], { kind: 'oneOf', values }, one)],
  );
  return [...unknownKeys(options, ['configurations', 'choices', 'bounded'], ['options']), ...unknown];
}

function findingsOf(found: Search, bounded: readonly string[]): readonly WorkflowFinding[] {
  const all = [
    ...findReach(found),
    ...findEnds(found),
    ...findSilence(found),
    ...findData(found),
    ...findLoops(found, bounded),
  ];
  return (['error', 'warning', 'information'] as const).flatMap((severity) =>
    all.filter((one) => one.severity === severity),
  );
}

function givenUp(workflow: Workflow, { of, limit, at }: TooLarge): WorkflowCheck {
  const statement =
    at === undefined
      ? {
          en: 'More than {limit} configurations can be reached: nothing is claimed. Keep fewer facts in the case or allow for more.',
          zh: '可到达的格局超过 {limit} 个：不作任何判断。请减少案件保存的事实，或提高上限。',
          values: { limit },
        }
      : {
          en: 'The facts of {command} in {state} can be chosen in more than {limit} ways: nothing is claimed.',
          zh: '{state}中{command}的各项事实有超过 {limit} 种组合：不作任何判断。',
          values: { limit, state: stateName(workflow, at.state), command: commandName(workflow, at.command) },
        };
  return { kind: 'tooLarge', of, limit, ...(at && { at }), statements: [statement] };
}
