/** One case's life as sentences, with every deadline explained. */
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import { type ZoneClock, zoneClock } from '../../foundation/civil.js';
import type { AsOf } from '../../foundation/instant.js';
import { type Result, right } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseClock } from '../clocks/case-clock.js';
import { calledWords, ruleWords } from '../clocks/clock-words.js';
import { limitWords, timeWords } from '../clocks/time-words.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import type { Workflow } from '../workflow/model.js';
import { commandName, roleName, stateName } from '../workflow/name-of.js';
import type { EventOf } from '../workflow/typed.js';
import type { ComplaintDesk, ComplaintView, DeskExtra } from './model.js';
import { explainKnown, viewComplaint } from './view.js';

/** Something in the life of a case, or about to be. */
export interface CaseTimelineEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: /** A command or timer was taken. */
    | 'event'
    /** A clock began; `because` says how its limit was counted. */
    | 'clock'
    /** A clock was met before its limit. */
    | 'met'
    /** A limit passed unkept, or a window unused. */
    | 'late'
    | 'raised'
    /** Still to come. */
    | 'due';
  readonly statement: Statement;
  readonly because: readonly Statement[];
}

/** The life of a case up to an instant, and what lies ahead. */
export interface CaseTimeline {
  readonly caseId: string;
  readonly asOf: number;
  /** By time; at one instant what happened goes before what it brought about. */
  readonly entries: readonly CaseTimelineEntry[];
  /** One line for each entry, with its time. */
  readonly statements: readonly Statement[];
}

/**
 * The life of a case as sentences in English and Chinese: what happened and who did it, each clock that began with the way
 * to its limit, each limit that passed, each step up, and after `asOf` what is due. Times are written in the zone of the
 * desk's first pack.
 *
 * @example
 * ```ts
 * import { alwaysOpen } from 'clientele/calendar';
 * import { caseTimeline, complaintDesk, deskClocks } from 'clientele/complaints';
 *
 * const desk = complaintDesk({ packs: [deskClocks({ zone: 'UTC' })], calendars: { default: alwaysOpen('UTC') } });
 *
 * caseTimeline(desk, [], 0)._tag; // => 'Left'
 * ```
 */
export function caseTimeline<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  desk: ComplaintDesk<Case, Command, Context>,
  log: readonly NoInfer<EventOf<Command>>[],
  asOf: AsOf,
  extra?: DeskExtra<NoInfer<Context>>,
): Result<CaseTimeline>;
export function caseTimeline(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  when: AsOf,
  extra: DeskExtra = {},
): Result<CaseTimeline> {
  const view = viewComplaint(desk, log, when, extra);
  if (view._tag === 'Left') return view;
  const { asOf } = view.right;
  const clock = zoneClock(desk.setup.packs[0]?.zone ?? 'UTC');
  const entries = [
    ...eventEntries(desk, log, asOf),
    ...once(
      view.right.clocks.clocks.flatMap((one) => clockEntries(desk, log, one, view.right, extra, clock)),
    ),
    ...view.right.escalation.raised.flatMap(({ at, statements: [statement, ...because] }) =>
      statement === undefined ? [] : [{ at, kind: 'raised', statement, because } as const],
    ),
  ].toSorted((a, b) => a.at - b.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return right({
    caseId: view.right.case.caseId,
    asOf,
    entries,
    statements: entries.map((entry) => dated(entry, clock)),
  });
}

const KINDS: readonly CaseTimelineEntry['kind'][] = ['event', 'met', 'late', 'clock', 'raised', 'due'];

function eventEntries(
  { setup: { workflow } }: ComplaintDesk,
  log: readonly CaseEvent[],
  asOf: number,
): readonly CaseTimelineEntry[] {
  const seen = new Set<string>();
  return log.flatMap((event): readonly CaseTimelineEntry[] => {
    if (event.at > asOf || seen.has(event.id)) return [];
    seen.add(event.id);
    const note = workflow.transitions.find(({ id }) => id === event.transition)?.note;
    const because = note === undefined ? [] : [{ ...note, values: {} }];
    return [{ at: event.at, kind: 'event', statement: eventWords(workflow, event), because }];
  });
}

function eventWords(workflow: Workflow, { type, by, from, to }: CaseEvent): Statement {
  const values = {
    command: commandName(workflow, type),
    who: by.id,
    role: roleName(workflow, by.role),
    state: stateName(workflow, to),
  };
  return from === to
    ? { en: '{command} ({who}, {role}).', zh: '{command}（{who}，{role}）。', values }
    : {
        en: '{command} ({who}, {role}): now {state}.',
        zh: '{command}（{who}，{role}）：进入“{state}”。',
        values,
      };
}

function clockEntries(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  one: CaseClock,
  { asOf }: ComplaintView,
  extra: DeskExtra,
  clock: ZoneClock,
): readonly CaseTimelineEntry[] {
  const { status, dueAt, anchor } = one;
  const name = calledWords(one);
  const why = explainKnown(desk, log, one, asOf, extra);
  const steps = why._tag === 'Right' ? why.right.derivation : [];
  const began: CaseTimelineEntry = {
    at: anchor,
    kind: 'clock',
    statement: beganWords(one, clock),
    because: [...one.statements, ...steps],
  };
  if (status.kind === 'breached' || status.kind === 'lapsed') {
    const statement = status.kind === 'breached' ? LATE : LAPSED;
    const entry = {
      at: status.at,
      kind: 'late',
      statement: { ...statement, values: { clock: name, rule: ruleWords(one) } },
    } as const;
    return [began, { ...entry, because: one.statements }];
  }
  if (status.kind === 'met') {
    const limit = limitWords(clock, status.dueAt);
    const values = { clock: name, rule: ruleWords(one), limit, margin: marginWords(status.marginMs) };
    return [began, { at: status.at, kind: 'met', statement: { ...MET, values }, because: one.statements }];
  }
  if (status.kind !== 'running' || dueAt === undefined) return [began];
  const words = one.kind === 'duty' ? DUE : ENDS;
  return [
    began,
    { at: dueAt, kind: 'due', statement: { ...words, values: { clock: name } }, because: steps },
  ];
}

function beganWords(one: CaseClock, clock: ZoneClock): Statement {
  const values = { clock: calledWords(one), rule: ruleWords(one) };
  if (one.dueAt === undefined)
    return {
      en: '{clock} began, its limit open. Rule: {rule}.',
      zh: '“{clock}”开始计时，期限未定。依据：{rule}。',
      values,
    };
  const duty = one.kind === 'duty';
  return {
    en: `{clock} began: ${duty ? 'due by' : 'open until'} {limit}. Rule: {rule}.`,
    zh: `“{clock}”开始计时：${duty ? '应于 {limit}前完成' : '有效期至 {limit}'}。依据：{rule}。`,
    values: { ...values, limit: limitWords(clock, one.dueAt) },
  };
}

/** In the greatest unit that is used up once, cut off: "2 days". */
function marginWords(margin: number): Bilingual {
  for (const { size, en, zh } of UNITS) {
    const number = Math.floor(margin / size);
    if (number > 0) return { en: `${number} ${en}${number === 1 ? '' : 's'}`, zh: `${number} ${zh}` };
  }
  return { en: 'less than a minute', zh: '不到 1 分钟' };
}

const UNITS = [
  { size: millisecondsInDay, en: 'day', zh: '天' },
  { size: millisecondsInHour, en: 'hour', zh: '小时' },
  { size: millisecondsInMinute, en: 'minute', zh: '分钟' },
];

/** Each once: a clock that two rounds end at one instant has ended once. */
function once(entries: readonly CaseTimelineEntry[]): readonly CaseTimelineEntry[] {
  const byWords = new Map(entries.map((one) => [JSON.stringify([one.at, one.kind, one.statement]), one]));
  return [...byWords.values()];
}

const MET: Statement = {
  en: '{clock} was met, {margin} before its limit ({limit}). Rule: {rule}.',
  zh: '“{clock}”已完成，比期限（{limit}）早 {margin}。依据：{rule}。',
  values: {},
};
const LATE: Statement = {
  en: '{clock} is late. Rule: {rule}.',
  zh: '“{clock}”超期。依据：{rule}。',
  values: {},
};
const LAPSED: Statement = {
  en: '{clock} has ended. Rule: {rule}.',
  zh: '“{clock}”期限届满。依据：{rule}。',
  values: {},
};
const DUE: Statement = { en: '{clock} is due.', zh: '“{clock}”到期。', values: {} };
const ENDS: Statement = { en: '{clock} ends.', zh: '“{clock}”届满。', values: {} };

function dated({ at, statement }: CaseTimelineEntry, clock: ZoneClock): Statement {
  return {
    en: `{when}: ${statement.en}`,
    zh: `{when}：${statement.zh}`,
    values: { ...statement.values, when: timeWords(clock, at) },
  };
}
