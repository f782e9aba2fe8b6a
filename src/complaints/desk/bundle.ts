/** A case to be judged again elsewhere: its log without persons, the policies, the calendars, and the verdict. */
import type { AsOf } from '../../foundation/instant.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import { correctiveWorkflow } from '../corrective/corrective-workflow.js';
import type { Threat } from '../escalation/standing.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import type { FactValue } from '../workflow/model.js';
import { replay } from '../workflow/replay.js';
import type { EventOf } from '../workflow/typed.js';
import { notUsable } from './handed-over.js';
import type { ComplaintDesk, DeskExtra, DeskSetup } from './model.js';
import { Pseudonyms, pseudonymised, type TextRoles } from './pseudonyms.js';
import { type BundleVerdict, verdictOf } from './verdict.js';
import { viewComplaint } from './view.js';

/** A replay bundle, plain JSON. */
export interface CaseBundle {
  readonly format: 'complaint-bundle@1';
  /** As of when the verdict is, epoch milliseconds. */
  readonly asOf: number;
  /** Names and versions of what it was judged by; the texts are in `setup`. */
  readonly policies: readonly { readonly kind: string; readonly name: string; readonly version: string }[];
  readonly setup: DeskSetup;
  readonly log: readonly CaseEvent[];
  readonly related: readonly (readonly CaseEvent[])[];
  readonly corrective: readonly (readonly CaseEvent[])[];
  readonly threats: readonly Threat[];
  readonly verdict: BundleVerdict;
}

/** What to bundle besides the log. */
export interface BundleOptions<Context> extends DeskExtra<Context> {
  /** As of when the verdict is; a civil day means its end, in the zone of the desk's first pack. */
  readonly asOf: AsOf;
  /** Fields of the host's own workflow that name persons. */
  readonly persons?: readonly string[];
  /** Fields of the host's own workflow that may stay as they are. */
  readonly keep?: readonly string[];
}

const PERSONS = [
  'complainant',
  'authority',
  'aboutPersons',
  'handler',
  'owner',
  'newOwner',
  'approver',
  'confirmedBy',
];
const CASES = ['primaryId', 'case', 'cases', 'recurrenceOf'];
const TOKENS = ['product'];
const CODES = [
  'id',
  'remedyId',
  'kind',
  'currency',
  'channel',
  'category',
  'causeCode',
  'policyPackId',
  'reasonCode',
  'approverRole',
];

/**
 * A case as a bundle that gives the same verdict anywhere: log, policies with names and versions, calendars, and what the
 * desk says of it. Persons (actors and every field that names one) become pseudonyms, the same person always the same;
 * case and event ids too. Free text is masked. What stays readable are numbers, instants, choices from lists, codes, and
 * the texts that a guard or a rule compares. Amounts and instants are kept: a bundle is pseudonymous, not anonymous.
 *
 * Refused where the case cannot be viewed as of then, and where the desk or the log is none.
 *
 * @example
 * ```ts
 * import { alwaysOpen } from 'clientele/calendar';
 * import { bundleCase, complaintDesk, deskClocks } from 'clientele/complaints';
 *
 * const desk = complaintDesk({ packs: [deskClocks({ zone: 'UTC' })], calendars: { default: alwaysOpen('UTC') } });
 *
 * bundleCase(desk, [], { asOf: 0 })._tag; // => 'Left'
 * ```
 */
export function bundleCase<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  desk: ComplaintDesk<Case, Command, Context>,
  log: readonly NoInfer<EventOf<Command>>[],
  options: BundleOptions<NoInfer<Context>>,
): Result<CaseBundle>;
export function bundleCase(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  options: BundleOptions<Record<string, FactValue>>,
): Result<CaseBundle> {
  const unusable = notUsable(desk, log, options);
  if (unusable !== undefined) return left(unusable);
  const { asOf, related = [], corrective = [], threats = [] } = options;
  const { setup } = desk;
  const { fault } = replay(desk.workflow, log);
  if (fault !== undefined) return left(...fault.problems);
  const roles = rolesIn(setup, options);
  const names = new Pseudonyms();
  const masked = pseudonymised(log, setup.workflow, roles, names);
  const others = related.map((one) => pseudonymised(one, setup.workflow, roles, names));
  const actions = corrective.map((one) => pseudonymised(one, correctiveWorkflow, roles, names));
  const around = { related: others, corrective: actions, threats };
  const view = viewComplaint(desk, masked, asOf, around);
  if (view._tag === 'Left') return view;
  return right({
    format: 'complaint-bundle@1',
    asOf: view.right.asOf,
    policies: policiesOf(setup),
    setup,
    log: masked,
    ...around,
    verdict: verdictOf(view.right),
  });
}

function policiesOf({ workflow, packs, redress, escalation, corrective }: ComplaintDesk['setup']) {
  const named = (kind: string, { name, version }: { readonly name: string; readonly version: string }) => ({
    kind,
    name,
    version,
  });
  return [
    named('workflow', workflow),
    ...packs.map((pack) => named('rules', pack)),
    ...(redress === undefined ? [] : [named('redress', redress)]),
    named('escalation', escalation),
    named('corrective', corrective),
  ];
}

function rolesIn(
  { workflow, packs }: ComplaintDesk['setup'],
  { persons = [], keep = [] }: Pick<BundleOptions<unknown>, 'persons' | 'keep'>,
): TextRoles {
  const compared = new Set<string>();
  collectPaths([workflow.facts, workflow.transitions, workflow.opening, packs], compared);
  return {
    persons: new Set([...PERSONS, ...persons]),
    cases: new Set(CASES),
    tokens: new Set(TOKENS),
    kept: new Set([...CODES, ...keep, ...compared]),
  };
}

/** Names of fields whose values a test compares with a constant: they have to stay what they are. */
function collectPaths(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectPaths(item, found);
    return;
  }
  if (!isRecord(value)) return;
  if (JSON.stringify(value).includes('"value":')) {
    for (const operand of [value['left'], value['right'], value['one'], value['every']]) {
      if (!isRecord(operand)) continue;
      const path = operand['data'] ?? operand['record'];
      if (typeof path === 'string') found.add(path.split('.').at(-1) ?? path);
      if (typeof operand['each'] === 'string') found.add(operand['each']);
    }
  }
  for (const item of Object.values(value)) collectPaths(item, found);
}
