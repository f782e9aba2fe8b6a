/** A complaint desk made ready from what it decides by. */

import { compileCalendar } from '../../calendar/index.js';
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { orThrow, type Result, unless } from '../../foundation/result.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import { checkRulePacks } from '../clocks/check-packs.js';
import { defaultCorrective } from '../corrective/define.js';
import { defaultEscalation } from '../escalation/default-escalation.js';
import { checkEscalationPolicy } from '../escalation/define.js';
import type { EscalationPolicy } from '../escalation/model.js';
import { watchedPacks } from '../escalation/watch.js';
import type { MergesOf } from '../linking/same-complainant.js';
import type { ComplaintCase, ComplaintCommand, ComplaintContext } from '../presets/complaint-case.js';
import { complaintWorkflow } from '../presets/complaint-workflow.js';
import { checkRedressPolicy } from '../redress/define.js';
import { type CompiledWorkflow, compileWorkflow } from '../workflow/compile.js';
import type { Workflow } from '../workflow/model.js';
import type { CaseOf, CommandOf, ContextOf } from '../workflow/typed.js';
import type { ComplaintDesk, DeskSetup } from './model.js';

/**
 * A complaint desk: one workflow with its clocks, calendars, limits of authority, escalation and corrective action, made
 * ready once. Then {@link handleComplaint} takes a command or a timer and gives the next state with what is owed, or a
 * refusal with its reason.
 *
 * Everything is checked together: packs against the workflow and the calendars (a timer that no clock dates would leave a
 * case stuck), clocks that the escalation policy names, whether anybody who may approve has an authority.
 *
 * @throws ProblemError listing everything that is wrong.
 * @example
 * ```ts
 * import { defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
 * import { complaintDesk, deskClocks, handleComplaint } from 'clientele/complaints';
 *
 * const zone = 'Europe/London';
 * const desk = complaintDesk({
 *   packs: [deskClocks({ zone })],
 *   calendars: { default: defineWorkingCalendar({ name: 'desk', zone, week: mondayToFriday(['09:00', '17:00']) }) },
 * });
 * const opened = handleComplaint(desk, [], {
 *   type: 'RECEIVE',
 *   id: 'c1',
 *   at: Date.UTC(2026, 0, 12, 9),
 *   by: { id: 'ann', role: 'handler' },
 *   data: {
 *     receivedAt: Date.UTC(2026, 0, 12, 9),
 *     channel: 'phone',
 *     complainant: 'k7',
 *     product: 'room 12',
 *     incidentAt: Date.UTC(2026, 0, 10),
 *     description: 'The heating was off for two nights.',
 *     desiredRemedy: 'money back',
 *   },
 * });
 *
 * opened._tag === 'Right' ? opened.right.case.state : opened.left.kind; // => 'received'
 * opened._tag === 'Right' ? opened.right.duties.map(({ clock }) => clock).slice(0, 2) : []; // => ['ack', 'assess']
 * ```
 */
export function complaintDesk<const W extends Workflow>(
  setup: DeskSetup & { readonly workflow: W },
): ComplaintDesk<CaseOf<W>, CommandOf<W>, ContextOf<W>>;
export function complaintDesk(
  setup: DeskSetup,
): ComplaintDesk<ComplaintCase, ComplaintCommand, ComplaintContext>;
export function complaintDesk(input: DeskSetup): ComplaintDesk<unknown, unknown, unknown> {
  return orThrow(readyDesk(input));
}

/** A desk, or everything that is wrong with its setup; calendars must have been defined or parsed. */
export function readyDesk(input: DeskSetup): Result<ComplaintDesk> {
  const malformed = formProblems(input);
  if (malformed.length > 0) return unless(malformed, neverMade);
  const setup: ComplaintDesk['setup'] = {
    workflow: complaintWorkflow,
    escalation: defaultEscalation,
    corrective: defaultCorrective,
    letters: {},
    offersStand: 'untilAcceptBy',
    merges: 'sameComplainant',
    retentionMonths: 36,
    ...input,
  };
  return unless(setupProblems(setup), () => {
    const calendars = Object.fromEntries(
      Object.entries(setup.calendars).map(([name, calendar]) => [name, compileCalendar(calendar)]),
    );
    const workflow: CompiledWorkflow = compileWorkflow<Workflow>(setup.workflow);
    return { setup, workflow, calendars, packs: watchedPacks(setup.packs, setup.escalation) };
  });
}

function neverMade(): never {
  throw new Error('there are problems');
}

const KEYS: readonly (keyof DeskSetup)[] = [
  'workflow',
  'packs',
  'calendars',
  'redress',
  'escalation',
  'corrective',
  'letters',
  'offersStand',
  'merges',
  'retentionMonths',
];

/** What keeps a setup from being looked at any closer. */
function formProblems(setup: unknown): readonly Problem[] {
  if (!isRecord(setup)) return [wrong('wrongType', [], { en: 'setup of a desk', zh: '投诉台设置' }, setup)];
  const { packs, calendars } = setup;
  const unknown = unknownKeys(setup, KEYS);
  if (unknown.length > 0) return unknown;
  const code = (found: unknown): string => (found === undefined ? 'missing' : 'wrongType');
  const listed = { en: 'list of rule packs', zh: '规则包列表' };
  const named = { en: 'object with calendars by their names', zh: '按名称列出的日历' };
  return [
    ...(Array.isArray(packs) ? [] : [wrong(code(packs), ['packs'], listed, packs)]),
    ...(isRecord(calendars)
      ? Object.entries(calendars).flatMap(calendarProblems)
      : [wrong(code(calendars), ['calendars'], named, calendars)]),
  ];
}

/** A setup is data: what was compiled has functions. */
function calendarProblems([name, calendar]: readonly [string, unknown]): readonly Problem[] {
  if (isRecord(calendar) && !('calendar' in calendar)) return [];
  const wanted = {
    en: 'calendar of defineWorkingCalendar or parseWorkingCalendar, not compiled',
    zh: '由 defineWorkingCalendar 或 parseWorkingCalendar 得到、未经编译的日历',
  };
  return [wrong('wrongType', ['calendars', name], wanted, calendar)];
}

function setupProblems(setup: ComplaintDesk['setup']): readonly Problem[] {
  const { packs, workflow, calendars, escalation, redress, retentionMonths, merges, offersStand } = setup;
  const whole = Number.isInteger(retentionMonths) && retentionMonths >= 0;
  return [
    ...checkRulePacks(packs, { workflow, calendars }),
    ...under('escalation', checkEscalationPolicy(escalation)),
    ...escalationClocks(escalation, setup),
    ...(redress === undefined ? [] : under('redress', checkRedressPolicy(redress))),
    ...noApprover(setup),
    ...optionProblems('merges', merges, MERGES),
    ...optionProblems('offersStand', offersStand, OFFERS_STAND),
    ...(whole
      ? []
      : [problem('outOfRange', ['retentionMonths'], { kind: 'range', min: 0 }, retentionMonths)]),
  ];
}

const MERGES: readonly MergesOf[] = ['sameComplainant', 'alsoWithAuthority'];
const OFFERS_STAND: readonly NonNullable<DeskSetup['offersStand']>[] = [
  'untilAcceptBy',
  'whileReferralIsOpen',
];

function optionProblems(key: string, found: string, values: readonly string[]): readonly Problem[] {
  return values.includes(found) ? [] : [problem('unknownOption', [key], { kind: 'oneOf', values }, found)];
}

function under(key: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => ({ ...one, path: [key, ...one.path] }));
}

/** Clocks that a trigger names and no pack has. */
function escalationClocks({ triggers }: EscalationPolicy, { packs }: DeskSetup): readonly Problem[] {
  const known = [...new Set(packs.flatMap(({ clocks }) => clocks.map(({ clock }) => clock)))];
  return triggers.flatMap((trigger, i) => {
    const named = 'clocks' in trigger ? (trigger.clocks ?? []) : [];
    return named.flatMap((clock, j) => {
      const path: Path = ['escalation', 'triggers', i, 'clocks', j];
      return known.includes(clock)
        ? []
        : [problem('unknownClock', path, { kind: 'oneOf', values: known }, clock)];
    });
  });
}

/** Where only some roles may approve and none of them has an authority, what needs approval would wait for ever. */
function noApprover({ workflow, redress }: ComplaintDesk['setup']): readonly Problem[] {
  const roles = workflow.commands['APPROVE']?.by;
  if (redress === undefined || roles === undefined) return [];
  if (redress.authorities.some(({ role }) => roles.includes(role))) return [];
  const type = {
    en: `authority of a role that may approve (${roles.join(', ')})`,
    zh: `有权审批的角色（${roles.join('、')}）的权限`,
  };
  return [wrong('noApprover', ['redress', 'authorities'], type, undefined)];
}
