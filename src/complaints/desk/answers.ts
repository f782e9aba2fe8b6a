/** The facts that the complaint workflow asks its host for, worked out from clocks, ledger, policies and linked cases. */

import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { own } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { CaseClock } from '../clocks/case-clock.js';
import { mergeOf, wouldCycle } from '../linking/links.js';
import { numberIn, remediesIn, textIn, textsIn } from '../log/read-data.js';
import { judgeRedress } from '../redress/judge.js';
import type { RedressJudgement } from '../redress/judgement.js';
import { redressLedger } from '../redress/ledger.js';
import { redressWords } from '../redress/redress-words.js';
import type { CaseCommand, CaseEvent } from '../workflow/case.js';
import { crossingOf } from '../workflow/crossing.js';
import { fieldName, listed, roleName } from '../workflow/name-of.js';
import { isFilled } from '../workflow/read-test.js';
import type { ComplaintDesk, ComplaintView, DeskExtra, FactAnswer } from './model.js';

/** What a fact is worked out from. */
export interface Question {
  readonly desk: ComplaintDesk;
  readonly log: readonly CaseEvent[];
  readonly view: ComplaintView;
  readonly command: CaseCommand;
  readonly extra: DeskExtra;
}

type Answer = Omit<FactAnswer, 'fact'> | { readonly problems: readonly Problem[] } | undefined;

/** Facts that the ways of a command ask for: answered, or what keeps them from it. */
export interface Answers {
  readonly answers: readonly FactAnswer[];
  readonly problems: readonly Problem[];
  /** Facts that these problems kept from being worked out. */
  readonly failed: readonly string[];
}

/** Every fact that the command's ways ask the host for; the host's own word goes first. */
export function answersTo(question: Question): Answers {
  const { desk, view, command, extra } = question;
  const ways = crossingOf(desk.workflow, view.case, command.type)?.ways ?? [];
  const facts = [...new Set(ways.flatMap(({ brought }) => brought))];
  const answers: FactAnswer[] = [];
  const problems: Problem[] = [];
  const failed: string[] = [];
  for (const fact of facts) {
    const told =
      extra.context !== undefined && Object.hasOwn(extra.context, fact) ? extra.context[fact] : undefined;
    if (told !== undefined) {
      answers.push({ fact, value: told, from: 'host', statements: [] });
      continue;
    }
    const answer = Object.hasOwn(BY_FACT, fact) ? BY_FACT[fact]?.(question) : undefined;
    if (answer === undefined) continue;
    if ('problems' in answer) {
      problems.push(...answer.problems);
      if (answer.problems.every(({ code }) => code !== 'noRedressPolicy')) failed.push(fact);
    } else answers.push({ fact, ...answer });
  }
  return { answers, problems, failed };
}

const BY_FACT: Readonly<Record<string, (question: Question) => Answer>> = {
  primaryOpen: (question) => {
    const primary = logOf(question, textIn(question.command.data, 'primaryId'));
    return primary && said(!isClosed(question, primary), 'cases', PRIMARY_CLOSED, PRIMARY_OPEN);
  },
  wouldCycle: ({ log, command, extra, view }) => {
    const primaryId = textIn(command.data, 'primaryId');
    if (primaryId === undefined) return undefined;
    const cycle = wouldCycle(view.case.caseId, primaryId, [...(extra.related ?? []), log]);
    return said(cycle, 'cases', NO_CYCLE, CYCLE);
  },
  primaryNotArchived: (question) => {
    const primary = logOf(question, mergeOf(question.log)?.primaryId);
    const last = primary?.at(-1);
    if (last === undefined) return undefined;
    const archived = question.desk.setup.workflow.final.includes(last.to);
    return said(!archived, 'cases', PRIMARY_ARCHIVED, PRIMARY_KEPT);
  },
  withinAuthority,
  conflictOfInterest: ({ view, command, extra }) => {
    const complaint = openingOf(view);
    const who = command.by.id;
    const bound = [
      ...textsIn(complaint, 'aboutPersons'),
      textIn(complaint, 'complainant'),
      ...(extra.interested ?? []),
    ];
    return said(bound.includes(who), 'persons', DISINTERESTED, { ...INTERESTED, values: { who } });
  },
  lettersComplete: ({ desk, command }) => {
    const kind = textIn(command.data, 'kind');
    const needed = kind === undefined ? [] : (own(desk.setup.letters, kind) ?? []);
    const absent = needed.filter((field) => !isFilled(command.data[field]));
    const lapsed = (numberIn(command.data, 'acceptBy') ?? Number.POSITIVE_INFINITY) <= command.at;
    const names = desk.setup.workflow.commands[command.type]?.fields ?? {};
    const fields = listed(absent.map((field) => fieldName(own(names, field), field)));
    const why = lapsed ? LAPSED : { ...INCOMPLETE, values: { fields } };
    return said(absent.length === 0 && !lapsed, 'letter', why, COMPLETE);
  },
  referralOpen: ({ desk, log, view }) => {
    const answered = isAnswered(desk, log, view);
    const late = thatOpen(clocksOf(desk, view, 'TIMER_RESPONSE')).find(
      ({ status: { kind } }) => kind === 'breached' || kind === 'lapsed',
    );
    const why = answered ? ANSWERED : RESPONSE_LATE;
    const notYet = hasSent(log, 'summary') ? SUMMARY_NOT_ENOUGH : NO_ANSWER_YET;
    return said(answered || late !== undefined, 'clocks', notYet, why, late?.statements);
  },
  withinReferralWindow: (question) => inWindow(question, 'TIMER_REFERRAL_WINDOW'),
  withinReopenWindow: (question) => inWindow(question, 'TIMER_REOPEN_WINDOW'),
  offerStillOpen: (question) => {
    const decision = question.log.findLast(({ type }) => type === 'SEND_DECISION')?.data ?? {};
    const stands = (numberIn(decision, 'acceptBy') ?? Number.NEGATIVE_INFINITY) > question.command.at;
    if (stands || question.desk.setup.offersStand === 'untilAcceptBy')
      return said(stands, 'offer', OFFER_OVER, OFFER_STANDS);
    return inWindow(question, 'TIMER_REFERRAL_WINDOW');
  },
  capaDone: ({ view: { corrective } }) => ({
    value: corrective.capaDone,
    from: 'corrective',
    statements: corrective.statements,
  }),
};

function said(
  value: boolean,
  from: FactAnswer['from'],
  ifFalse: Statement,
  ifTrue: Statement,
  more: readonly Statement[] = [],
): Answer {
  return { value, from, statements: [value ? ifTrue : ifFalse, ...(value ? more : [])] };
}

function withinAuthority(question: Question): Answer {
  const judged = redressJudgementOf(question);
  if (judged._tag === 'Left') return { problems: judged.left.map((one) => toldIn(question, one)) };
  const { allowed, statements } = judged.right;
  return { value: allowed, from: 'redress', statements };
}

/** Where the host told it: what is proposed comes with the command, the price beside it. */
function toldIn({ command }: Question, found: Problem): Problem {
  const [root, ...path] = found.path;
  if (root !== 'proposal') return found;
  if (path[0] === 'pricePaid') return { ...found, path: ['extra', ...path] };
  return command.type === 'APPROVE' ? found : { ...found, path: ['data', ...path] };
}

/** The judgement of what is proposed or, where it is to be approved, of what was. */
function redressJudgementOf({ desk, log, view, command, extra }: Question): Result<RedressJudgement> {
  const { redress } = desk.setup;
  const proposed = log.findLast(({ type }) => type === 'PROPOSE');
  const approving = command.type === 'APPROVE';
  const remedies = remediesIn(approving ? (proposed?.data ?? {}) : command.data, 'remedies');
  if (redress === undefined)
    return remedies.some(({ amount }) => amount !== undefined) ? left(NO_POLICY) : NO_MONEY;
  const others = othersOf(textIn(openingOf(view), 'complainant'), view.case.caseId, extra);
  const ledger = redressLedger([log]);
  if (ledger._tag === 'Left') return ledger;
  const customerLedger = redressLedger(others);
  if (customerLedger._tag === 'Left') return customerLedger;
  const asked = {
    proposal: {
      remedies,
      ...(extra.pricePaid === undefined ? {} : { pricePaid: extra.pricePaid }),
      ...(extra.capOverride === undefined ? {} : { override: extra.capOverride }),
    },
    actor: command.by,
    ...(approving && proposed !== undefined ? { proposedBy: proposed.by.id } : {}),
    ledger: ledger.right,
    customerLedger: customerLedger.right,
    asOf: command.at,
  };
  const judged = judgeRedress(redress, asked);
  if (judged._tag === 'Left') return judged;
  const nameOf = (role: string): Bilingual => roleName(desk.setup.workflow, role);
  return right({ ...judged.right, statements: redressWords(redress, asked, judged.right, nameOf) });
}

/** The customer's other cases, each once; none where the customer is not known. */
function othersOf(
  customer: string | undefined,
  caseId: string,
  { related = [] }: DeskExtra,
): readonly (readonly CaseEvent[])[] {
  const byId = new Map<string, readonly CaseEvent[]>();
  for (const log of related) {
    const [first] = log;
    if (first === undefined || first.caseId === caseId || customer === undefined) continue;
    if (textIn(first.data, 'complainant') === customer) byId.set(first.caseId, log);
  }
  return [...byId.values()];
}

const NO_POLICY = wrong(
  'noRedressPolicy',
  ['redress'],
  {
    en: 'redress policy in the setup of the desk (or `withinAuthority` in `context`)',
    zh: '投诉台设置中的补偿权限（或在 `context` 中提供 `withinAuthority`）',
  },
  undefined,
);

const NO_MONEY: Result<RedressJudgement> = {
  _tag: 'Right',
  right: {
    allowed: true,
    reasons: [],
    approvers: [],
    inCase: 0,
    withCustomer: 0,
    cap: 'none',
    statements: [{ en: 'Nothing in it is counted in money.', zh: '其中没有以金钱计算的补救。', values: {} }],
  },
};

/**
 * A final answer, or a summary. Where a pack of the case lets a summary stand only once the complainant has said yes in a
 * window (`onceMet`), so does the desk.
 */
function isAnswered(desk: ComplaintDesk, log: readonly CaseEvent[], view: ComplaintView): boolean {
  if (hasSent(log, 'final')) return true;
  const windows = windowsForSummary(desk, view);
  if (windows.length === 0) return hasSent(log, 'summary');
  return windows.some(({ status }) => status.kind === 'met') && isSummaryAccepted(log);
}

function hasSent(log: readonly CaseEvent[], kind: string): boolean {
  return log.some(({ type, data }) => type === 'SEND_DECISION' && textIn(data, 'kind') === kind);
}

/** A summary was the latest decision when the complainant said yes, or was sent of that afterwards. */
function isSummaryAccepted(log: readonly CaseEvent[]): boolean {
  const accepted = log.findIndex(({ type }) => type === 'ACCEPT');
  if (accepted < 0) return false;
  const before = log.slice(0, accepted).findLast(({ type }) => type === 'SEND_DECISION');
  return hasSent(log.slice(accepted), 'summary') || (before !== undefined && hasSent([before], 'summary'));
}

/** The clocks of a case for which moments of their packs wait. */
function windowsForSummary({ packs }: ComplaintDesk, { clocks }: ComplaintView): readonly CaseClock[] {
  const named = new Set(
    packs.flatMap(({ name, clocks: rules }) =>
      rules.flatMap(({ starts, meets }) =>
        [...starts, ...meets].flatMap((moment) =>
          'onceMet' in moment && moment.onceMet !== undefined ? [`${name}/${moment.onceMet}`] : [],
        ),
      ),
    ),
  );
  return clocks.clocks.filter(({ pack, clock }) => named.has(`${pack}/${clock}`));
}

/** Whether a window that ends with a timer is open; one that only waits for that timer once more is none. */
function inWindow({ desk, view }: Question, timer: string): Answer {
  const open = clocksOf(desk, view, timer).filter(
    ({ kind, status }) => kind === 'window' && (status.kind === 'running' || status.kind === 'paused'),
  );
  const waits = desk.packs.flatMap(({ name, clocks }) =>
    clocks
      .filter(({ starts }) => starts.some((moment) => 'event' in moment && moment.event === timer))
      .map(({ clock }) => `${name}/${clock}`),
  );
  const [first] = open.filter(({ pack, clock }) => !waits.includes(`${pack}/${clock}`));
  return said(first !== undefined, 'clocks', WINDOW_CLOSED, WINDOW_OPEN, first?.statements);
}

/** What a regulator leaves open the desk's own promise does not end: where there are statutory clocks, these alone. */
function thatOpen(clocks: readonly CaseClock[]): readonly CaseClock[] {
  const statutory = clocks.filter((one) => one.class === 'statutory');
  return statutory.length > 0 ? statutory : clocks;
}

/** The clocks of a case, in any round, whose rule names a timer. */
function clocksOf({ packs }: ComplaintDesk, { clocks }: ComplaintView, timer: string): readonly CaseClock[] {
  const named = new Set(
    packs.flatMap(({ name, clocks: rules }) =>
      rules.filter((rule) => rule.timer === timer).map(({ clock }) => `${name}/${clock}`),
    ),
  );
  return clocks.clocks.filter(({ pack, clock }) => named.has(`${pack}/${clock}`));
}

function openingOf({ case: { record } }: ComplaintView): Readonly<Record<string, unknown>> {
  const { complaint } = record;
  return typeof complaint === 'object' && complaint !== null ? { ...complaint } : {};
}

/** The log of another case, where the host has handed it over. */
export function logOf({ extra }: Question, caseId: string | undefined): readonly CaseEvent[] | undefined {
  return (extra.related ?? []).find(([first]) => first !== undefined && first.caseId === caseId);
}

function isClosed({ desk }: Question, log: readonly CaseEvent[]): boolean {
  const state = log.at(-1)?.to ?? '';
  return own(desk.setup.workflow.states, state)?.closed === true;
}

const words = (en: string, zh: string): Statement => ({ en, zh, values: {} });
const PRIMARY_OPEN = words('The primary case is open.', '主案未结。');
const PRIMARY_CLOSED = words('The primary case is closed.', '主案已结。');
const PRIMARY_KEPT = words('The primary case is not archived.', '主案未归档。');
const PRIMARY_ARCHIVED = words('The primary case is archived.', '主案已归档。');
const CYCLE = words('The cases would be merged in a circle.', '合并会形成循环。');
const NO_CYCLE = words('The merge makes no circle.', '合并不会形成循环。');
export const INTERESTED: Statement = words('{who} has an interest in the case.', '{who} 与本案有利害关系。');
const DISINTERESTED = words('No conflict of interest is known.', '未发现利益冲突。');
const COMPLETE = words('The letter holds all that its kind needs.', '答复函内容齐备。');
const INCOMPLETE = words('The letter lacks: {fields}.', '答复函缺少：{fields}。');
const LAPSED = words('The time for an answer has passed before it is sent.', '回复期限早于发出时间。');
const ANSWERED = words('A final answer was sent.', '已发出最终答复。');
const SUMMARY_NOT_ENOUGH = words(
  'The summary was not accepted in time, so a final answer is still owed, and the response is not late.',
  '简易答复未在期限内获接受，仍须出具最终答复，且答复未超期。',
);
const RESPONSE_LATE = words('The response is late.', '答复已超期。');
const NO_ANSWER_YET = words(
  'No final answer was sent, and the response is not late.',
  '尚未发出最终答复，且答复未超期。',
);
const WINDOW_OPEN = words('The window is open.', '仍在期限内。');
const WINDOW_CLOSED = words('The window is not open.', '不在期限内。');
const OFFER_STANDS = words('The time to accept has not passed.', '接受期限未过。');
const OFFER_OVER = words('The time to accept has passed.', '接受期限已过。');
