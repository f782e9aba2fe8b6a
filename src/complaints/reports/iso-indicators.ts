/** How well complaints are handled: the usual indicators of ISO 10002, each with both of its counts. */
import type { CompiledCalendar } from '../../calendar/index.js';
import { type AsOf, instantOf } from '../../foundation/instant.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import type { Problem, Problems } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual } from '../../foundation/statement.js';
import { unknownKeys } from '../../foundation/unknown-keys.js';
import type { RulePack } from '../clocks/model.js';
import { CALENDARS, type ClockOptions, PACKS, projectClocks } from '../clocks/project.js';
import { correctiveActionOf } from '../corrective/gate.js';
import { inList, noLogs } from '../log/no-log.js';
import { textIn } from '../log/read-data.js';
import type { CaseEvent } from '../workflow/case.js';
import { clockIn } from './clock-in.js';
import { turnsOf } from './life.js';
import { type CaseRate, type Judged, rateOf } from './rate.js';
import { type RejectedLog, readLogs } from './read-logs.js';
import { overallOf, SATISFIED_FROM } from './survey.js';

/** What the indicators are worked out with. */
export interface IndicatorOptions {
  /** Events after it are as yet unknown. */
  readonly asOf: AsOf;
  /** Where the day of an `asOf` written as `yyyy-MM-dd` ends; default `'UTC'`. */
  readonly zone?: string;
  /** Packs with an acknowledgement clock, e.g. `deskClocks`, and the calendars that they name. */
  readonly packs: readonly RulePack[];
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
  /** The name of that clock; default `'ack'`. */
  readonly acknowledgement?: string;
  /** From which overall score a customer counts as satisfied, 1 to 5; default 4, the top two boxes. */
  readonly satisfiedFrom?: number;
  /**
   * Which earlier complaint of the same complainant makes one a repetition: received at most so many days before, about
   * the same product or about anything. Default: 90 days, the same product.
   */
  readonly repetition?: { readonly withinDays: number; readonly about: 'sameProduct' | 'anything' };
  /** Logs of corrective actions (`correctiveWorkflow`); default none. */
  readonly correctiveActions?: readonly (readonly CaseEvent[])[];
}

/** The conventions that were used, and the rates. Of each rate `of` and what is left out add up to all cases. */
export interface IsoIndicators {
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly cases: number;
  /** Logs that are none, and second logs of a case: no rate counts them. */
  readonly rejected: readonly RejectedLog[];
  readonly satisfiedFrom: number;
  readonly repetition: { readonly withinDays: number; readonly about: 'sameProduct' | 'anything' };
  /** Acknowledged before the limit of every acknowledgement clock; of those acknowledged or late. */
  readonly acknowledgedOnTime: CaseRate;
  /** Put right at the first contact: assessed as resolvable at once, nothing asked, never refused or reopened; of those closed. */
  readonly firstContact: CaseRate;
  /** Open again after having been closed; of those that were ever closed. */
  readonly reopened: CaseRate;
  /** A repetition; of those received. */
  readonly repeated: CaseRate;
  /** Ever escalated (declined, not satisfied); of those received. */
  readonly escalated: CaseRate;
  /** Ever with an external body; of those received. */
  readonly referred: CaseRate;
  /** Satisfied; of those who answered. */
  readonly satisfied: CaseRate;
  /** Corrective actions that were checked with no recurrence linked since; of those checked. Counts actions, not cases. */
  readonly correctiveEffective: CaseRate;
}

/**
 * Indicators of complaint handling (ISO 10002:2018 clauses 8.1 to 8.3 ask to record, to analyse and to measure
 * satisfaction with the process; the standard sets no formulas, so each convention is named here). Hand over the cases
 * that the indicators are to be about, e.g. those received in a quarter.
 *
 * A problem: an `asOf` or a zone that is none, a misspelt option, one that has not its form.
 *
 * @example
 * ```ts
 * import { isoIndicators, orThrow } from 'clientele/complaints';
 *
 * const indicators = orThrow(isoIndicators([], { asOf: '2026-03-31', packs: [], calendars: {} }));
 *
 * indicators.escalated; // => { counted: 0, of: 0, leftOut: [] }
 * ```
 */
export function isoIndicators(
  allLogs: readonly (readonly CaseEvent[])[],
  options: IndicatorOptions,
): Result<IsoIndicators> {
  const malformed = optionProblems(options, OPTIONS) ?? partProblems(options);
  if (malformed !== undefined) return left(...malformed);
  const clock = clockIn(options.zone ?? 'UTC');
  if (clock._tag === 'Left') return clock;
  const instant = instantOf(options.asOf, clock.right);
  return instant._tag === 'Left' ? instant : right(indicatorsAt(allLogs, options, instant.right));
}

const OPTIONS: readonly (keyof IndicatorOptions)[] = [
  'asOf',
  'zone',
  'packs',
  'calendars',
  'acknowledgement',
  'satisfiedFrom',
  'repetition',
  'correctiveActions',
];

/** The first part of the options that has not its form. */
function partProblems(options: IndicatorOptions): Problems | undefined {
  const { packs, calendars, satisfiedFrom = SATISFIED_FROM, repetition, correctiveActions = [] } = options;
  const odd =
    inList(packs, ['packs'], PACKS, (pack, path) =>
      isRecord(pack) && Array.isArray(pack['clocks']) ? undefined : wrong('wrongType', path, PACK, pack),
    ) ??
    (isRecord(calendars) ? undefined : wrong('wrongType', ['calendars'], CALENDARS, calendars)) ??
    (satisfiedFrom >= 1 && satisfiedFrom <= 5
      ? undefined
      : problem('outOfRange', ['satisfiedFrom'], { kind: 'range', min: 1, max: 5 }, satisfiedFrom)) ??
    (repetition === undefined ? undefined : repetitionProblem(repetition)) ??
    noLogs(correctiveActions, ['correctiveActions']);
  return odd === undefined ? undefined : [odd];
}

function repetitionProblem(found: unknown): Problem | undefined {
  if (!isRecord(found)) return wrong('wrongType', ['repetition'], REPETITION, found);
  const { withinDays, about } = found;
  const values = ['sameProduct', 'anything'];
  if (!(typeof withinDays === 'number' && withinDays >= 0))
    return problem('outOfRange', ['repetition', 'withinDays'], { kind: 'range', min: 0 }, withinDays);
  if (!values.some((one) => one === about))
    return problem('notOneOf', ['repetition', 'about'], { kind: 'oneOf', values }, about);
  return unknownKeys(found, ['withinDays', 'about'], ['repetition'])[0];
}

const PACK = { en: 'rule pack', zh: '规则包' };
const REPETITION = { en: 'object { withinDays, about }', zh: '对象 { withinDays, about }' };

function indicatorsAt(
  allLogs: readonly (readonly CaseEvent[])[],
  options: IndicatorOptions,
  asOf: number,
): IsoIndicators {
  const { satisfiedFrom = SATISFIED_FROM, correctiveActions = [] } = options;
  const { repetition = { withinDays: 90, about: 'sameProduct' } } = options;
  const { accepted, rejected } = readLogs(allLogs);
  const logs = begunBy(accepted, asOf);
  const actions = begunBy(correctiveActions, asOf);
  const rate = (judge: (log: readonly CaseEvent[]) => Judged<Why>): CaseRate => rateOf(logs, WHY, judge);
  const promise = { ...acknowledging(options), asOf };
  const isRepetition = repetitionsIn(logs, repetition);
  return {
    asOf,
    cases: logs.length,
    rejected,
    satisfiedFrom,
    repetition,
    acknowledgedOnTime: rate((log) => acknowledged(log, promise)),
    firstContact: rate(atFirstContact),
    reopened: rate((log) => {
      const turns = turnsOf(log);
      if (!turns.some(({ kind }) => kind === 'closed' || kind === 'ended')) return 'open';
      return turns.some(({ kind }) => kind === 'reopened');
    }),
    repeated: rate(isRepetition),
    escalated: rate((log) => log.some(({ to }) => to === 'escalated')),
    referred: rate((log) => log.some(({ to }) => to === 'external')),
    satisfied: rate((log) => {
      const overall = overallOf(log);
      return overall === undefined ? 'notSurveyed' : overall >= satisfiedFrom;
    }),
    correctiveEffective: rateOf(actions, WHY, (log) => effective(log, actions)),
  };
}

/** What had happened by then in each; what had not begun is not among them. */
function begunBy(logs: readonly (readonly CaseEvent[])[], asOf: number): readonly (readonly CaseEvent[])[] {
  return logs.map((log) => log.filter(({ at }) => at <= asOf)).filter(({ length }) => length > 0);
}

type Why =
  | 'noClock'
  | 'running'
  | 'cancelled'
  | 'undated'
  | 'open'
  | 'endedEarly'
  | 'noComplainant'
  | 'notSurveyed'
  | 'notChecked';

const WHY: Readonly<Record<Why, Bilingual>> = {
  noClock: { en: 'no acknowledgement clock', zh: '无确认时限' },
  running: { en: 'not due yet', zh: '尚未到期' },
  cancelled: { en: 'no longer owed', zh: '无须再确认' },
  undated: { en: 'the limit cannot be dated', zh: '期限无法计算' },
  open: { en: 'not closed yet', zh: '尚未结案' },
  endedEarly: { en: 'over without an answer', zh: '未经答复即终止' },
  noComplainant: { en: 'no complainant', zh: '无投诉人信息' },
  notSurveyed: { en: 'no answer to the survey', zh: '未填写回访' },
  notChecked: { en: 'effect not checked yet', zh: '尚未验证有效性' },
};

/** The packs with nothing but their acknowledgement clocks: the others need not be worked out. */
function acknowledging({
  packs,
  calendars,
  acknowledgement = 'ack',
}: IndicatorOptions): Omit<ClockOptions, 'asOf'> {
  return {
    calendars,
    packs: packs.flatMap((pack) => {
      const clocks = pack.clocks.filter(({ clock }) => clock === acknowledgement);
      return clocks.length === 0 ? [] : [{ ...pack, clocks }];
    }),
  };
}

function acknowledged(log: readonly CaseEvent[], promise: ClockOptions): Judged<Why> {
  const projected = projectClocks(log, promise);
  if (projected._tag === 'Left') return 'undated';
  const kinds = projected.right.clocks.map(({ status }) => status.kind);
  if (kinds.length === 0) return 'noClock';
  if (kinds.includes('breached') || kinds.includes('lapsed')) return false;
  for (const kind of kinds) {
    if (kind === 'undated' || kind === 'cancelled' || kind === 'running') return kind;
    if (kind === 'paused') return 'running';
  }
  return true;
}

function atFirstContact(log: readonly CaseEvent[]): Judged<Why> {
  const turns = turnsOf(log);
  if (!turns.some(({ kind }) => kind === 'closed'))
    return turns.some(({ kind }) => kind === 'ended') ? 'endedEarly' : 'open';
  const atOnce = log.some(({ type, to }) => type === 'ASSESS' && to === 'proposing');
  return atOnce && !log.some(({ type }) => AGAIN.includes(type));
}

/** What makes it more than one contact. */
const AGAIN = ['ASK_CUSTOMER', 'ASK_THIRD_PARTY', 'NEW_EVIDENCE', 'DECLINE', 'REOPEN', 'REFER_EXTERNAL'];

function effective(log: readonly CaseEvent[], all: readonly (readonly CaseEvent[])[]): Judged<Why> {
  const action = correctiveActionOf(log);
  const checked = log.findLast(({ to }) => to === 'checked');
  if (action?.state !== 'checked' || checked === undefined) return 'notChecked';
  return !all.some((other) => correctiveActionOf(other)?.recurrenceOf === action.actionId);
}

const DAY = 86_400_000;

/** Says of each log whether an earlier one makes it a repetition. */
function repetitionsIn(
  logs: readonly (readonly CaseEvent[])[],
  { withinDays, about }: IsoIndicators['repetition'],
): (log: readonly CaseEvent[]) => Judged<Why> {
  const receipts = new Map<string, number[]>();
  const keyOf = (log: readonly CaseEvent[]): string | undefined => {
    const data = log[0]?.data ?? {};
    const complainant = textIn(data, 'complainant');
    if (complainant === undefined) return undefined;
    return JSON.stringify([complainant, about === 'sameProduct' ? textIn(data, 'product') : undefined]);
  };
  for (const log of logs) {
    const key = keyOf(log);
    if (key !== undefined) receipts.set(key, [...(receipts.get(key) ?? []), turnsOf(log)[0]?.at ?? 0]);
  }
  return (log) => {
    const key = keyOf(log);
    if (key === undefined) return 'noComplainant';
    const at = turnsOf(log)[0]?.at ?? 0;
    return (receipts.get(key) ?? []).some((other) => other < at && at - other <= withinDays * DAY);
  };
}
