/** A case to be judged again elsewhere: its log without persons, the policies, the calendars, and the verdict. */
import { parseWorkingCalendar } from '../../calendar/index.js';
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { parseRulePack } from '../clocks/define.js';
import { correctiveWorkflow } from '../corrective/corrective-workflow.js';
import { parseCorrectivePolicy } from '../corrective/define.js';
import { parseEscalationPolicy } from '../escalation/define.js';
import type { EscalationTier, RehearingMove } from '../escalation/model.js';
import type { Threat } from '../escalation/standing.js';
import { parseRedressPolicy } from '../redress/define.js';
import type { RedressTotals } from '../redress/ledger.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import { parseWorkflow } from '../workflow/define.js';
import type { FactValue } from '../workflow/model.js';
import { sameJson } from '../workflow/same-json.js';
import type { EventOf } from '../workflow/typed.js';
import { readyDesk } from './desk.js';
import type { ComplaintDesk, ComplaintView, DeskExtra, DeskSetup } from './model.js';
import { Pseudonyms, pseudonymised, type TextRoles } from './pseudonyms.js';
import { viewComplaint } from './view.js';

/** What a desk says of a case, without anything that depends on who is who. */
export interface BundleVerdict {
  readonly state: string;
  readonly revision: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly clocks: readonly {
    readonly pack: string;
    readonly version: string;
    readonly clock: string;
    readonly round: number;
    readonly status: string;
    readonly anchor: number;
    readonly dueAt?: number;
    /** When it was met, breached, cancelled or lapsed. */
    readonly at?: number;
  }[];
  /** In order of urgency. */
  readonly duties: readonly string[];
  readonly timers: readonly { readonly timer: string; readonly dueAt: number }[];
  readonly tier: EscalationTier;
  readonly movesLeft: Readonly<Record<RehearingMove, number>>;
  readonly redress: Readonly<Record<string, RedressTotals>>;
  readonly corrective: string;
}

/** A replay bundle, plain JSON. */
export interface CaseBundle {
  readonly format: 'complaint-bundle@1';
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
  /** Epoch milliseconds: as of when the verdict is. */
  readonly asOf: number;
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
 * Refused where the case cannot be viewed as of then.
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
  const { asOf, related = [], corrective = [], threats = [] } = options;
  const { setup } = desk;
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
    asOf,
    policies: policiesOf(setup),
    setup,
    log: masked,
    ...around,
    verdict: verdictOf(view.right),
  });
}

/** A bundle judged again. */
export interface ReplayedBundle {
  readonly identical: boolean;
  readonly verdict: BundleVerdict;
  /** The parts of the verdict that are not as the bundle says. */
  readonly differences: readonly (keyof BundleVerdict)[];
}

/**
 * Judges a bundle again by the policies and calendars that it brings along: whether the verdict is the one it says. Every
 * part is read as from storage, so that an altered or older bundle is a list of problems instead of a wrong answer.
 *
 * @example
 * ```ts
 * import { describe, replayBundle } from 'clientele/complaints';
 *
 * const result = replayBundle({ format: 'complaint-bundle@2' });
 *
 * result._tag === 'Left' ? describe(result.left[0], 'en') : ''; // => 'format: expected "complaint-bundle@1", found "complaint-bundle@2".'
 * ```
 */
export function replayBundle(bundle: unknown): Result<ReplayedBundle> {
  if (!isRecord(bundle) || bundle['format'] !== 'complaint-bundle@1') {
    const found = isRecord(bundle) ? bundle['format'] : bundle;
    return left(
      wrong('unknownFormat', ['format'], { en: '"complaint-bundle@1"', zh: '“complaint-bundle@1”' }, found),
    );
  }
  const setup = readSetup(bundle['setup']);
  if (setup._tag === 'Left') return setup;
  const logs = readLogs(bundle);
  if (logs._tag === 'Left') return logs;
  const { asOf, verdict } = bundle;
  if (typeof asOf !== 'number') return left(notThere('asOf', asOf));
  if (!isRecord(verdict)) return left(notThere('verdict', verdict));
  const desk = readyDesk(setup.right);
  if (desk._tag === 'Left') return desk;
  const view = viewComplaint(desk.right, logs.right.log, asOf, logs.right);
  if (view._tag === 'Left') return view;
  const now = verdictOf(view.right);
  const differences = PARTS.filter((key) => !sameJson(now[key], verdict[key]));
  return right({ identical: differences.length === 0, verdict: now, differences });
}

const PARTS: readonly (keyof BundleVerdict)[] = [
  'state',
  'revision',
  'facts',
  'clocks',
  'duties',
  'timers',
  'tier',
  'movesLeft',
  'redress',
  'corrective',
];

function verdictOf(view: ComplaintView): BundleVerdict {
  const { case: now, clocks, duties, timers, escalation, redress, corrective } = view;
  return {
    state: now.state,
    revision: now.revision,
    facts: now.facts,
    clocks: clocks.clocks.map(({ pack, version, clock, round, status, anchor, dueAt }) => ({
      pack,
      version,
      clock,
      round,
      status: status.kind,
      anchor,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...('at' in status ? { at: status.at } : {}),
    })),
    duties: duties.map(({ pack, clock, round }) => `${pack}/${clock}/${round}`),
    timers: timers.map(({ timer, dueAt }) => ({ timer, dueAt })),
    tier: escalation.tier,
    movesLeft: escalation.moves.left,
    redress: redress.totals,
    corrective: corrective.kind,
  };
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notThere(key: string, found: unknown): Problem {
  return wrong('missing', [key], { en: key, zh: key }, found);
}

type Logs = Pick<CaseBundle, 'log' | 'related' | 'corrective' | 'threats'>;

/** Here only that there are lists; whether their events follow on each other is for the replay to say. */
function readLogs({ log, related, corrective, threats }: Readonly<Record<string, unknown>>): Result<Logs> {
  if (!isLog(log)) return left(notThere('log', log));
  if (!isListOf(related, isLog)) return left(notThere('related', related));
  if (!isListOf(corrective, isLog)) return left(notThere('corrective', corrective));
  if (!isListOf(threats, isThreat)) return left(notThere('threats', threats));
  return right({ log, related, corrective, threats });
}

function isListOf<A>(value: unknown, isOne: (item: unknown) => item is A): value is readonly A[] {
  return Array.isArray(value) && value.every(isOne);
}

function isLog(value: unknown): value is readonly CaseEvent[] {
  return isListOf(value, isEvent);
}

function isEvent(value: unknown): value is CaseEvent {
  return isRecord(value) && isRecord(value['data']) && typeof value['at'] === 'number';
}

function isThreat(value: unknown): value is Threat {
  return (
    isRecord(value) && typeof value['at'] === 'number' && (value['of'] === 'legal' || value['of'] === 'press')
  );
}

function readSetup(stored: unknown): Result<DeskSetup> {
  if (!isRecord(stored)) return left(notThere('setup', stored));
  const problems: Problem[] = [];
  const read = <A>(
    key: string,
    result: Result<A>,
    place: readonly (string | number)[] = [],
  ): A | undefined => {
    if (result._tag === 'Right') return result.right;
    problems.push(...result.left.map((one) => ({ ...one, path: ['setup', key, ...place, ...one.path] })));
    return undefined;
  };
  const packs = Array.isArray(stored['packs']) ? stored['packs'] : [];
  const calendars = isRecord(stored['calendars']) ? Object.entries(stored['calendars']) : [];
  const { letters, offersStand, retentionMonths } = stored;
  const parts = {
    workflow: read('workflow', parseWorkflow(stored['workflow'])),
    packs: packs.flatMap((pack, i) => read('packs', parseRulePack(pack), [i]) ?? []),
    calendars: Object.fromEntries(
      calendars.flatMap(([name, one]) => {
        const calendar = read('calendars', parseWorkingCalendar(one), [name]);
        return calendar === undefined ? [] : [[name, calendar] as const];
      }),
    ),
    redress:
      stored['redress'] === undefined ? undefined : read('redress', parseRedressPolicy(stored['redress'])),
    escalation: read('escalation', parseEscalationPolicy(stored['escalation'])),
    corrective: read('corrective', parseCorrectivePolicy(stored['corrective'])),
  };
  const [first, ...others] = problems;
  if (first !== undefined) return left(first, ...others);
  const { workflow, redress, escalation, corrective } = parts;
  return right({
    packs: parts.packs,
    calendars: parts.calendars,
    ...(workflow === undefined ? {} : { workflow }),
    ...(redress === undefined ? {} : { redress }),
    ...(escalation === undefined ? {} : { escalation }),
    ...(corrective === undefined ? {} : { corrective }),
    ...(isLetters(letters) ? { letters } : {}),
    ...(offersStand === 'untilAcceptBy' || offersStand === 'whileReferralIsOpen' ? { offersStand } : {}),
    ...(typeof retentionMonths === 'number' ? { retentionMonths } : {}),
  });
}

function isLetters(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return isRecord(value) && Object.values(value).every((one) => Array.isArray(one));
}
