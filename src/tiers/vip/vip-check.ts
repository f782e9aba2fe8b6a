/** What can be wrong with a VIP event or command: its form, its time, its place in the flow. */
import { parseIsoDay } from '../../foundation/civil.js';
import { isInstant } from '../../foundation/instant.js';
import { type Problem, show } from '../../foundation/problem.js';
import type { Words } from '../../foundation/statement.js';
import type { VipCommandKind, VipEvent, VipEventKind, VipState } from './vip-membership.js';

/** Which event each command leads to. */
export const EVENT_OF: Readonly<Record<VipCommandKind, VipEventKind>> = {
  evaluate: 'evaluated',
  phone: 'phoned',
  postForm: 'formPosted',
  register: 'registered',
  expireReply: 'replyExpired',
  endYear: 'yearEnded',
  reevaluate: 'reevaluated',
};

const COMMANDS = Object.keys(EVENT_OF) as readonly VipCommandKind[];
const EVENTS: readonly VipEventKind[] = Object.values(EVENT_OF);

/** The commands that are possible in a state; never none. */
export function possibleIn(state: VipState): readonly VipCommandKind[] {
  switch (state.kind) {
    case 'ordinary':
    case 'lapsed':
      return ['evaluate'];
    case 'candidate':
      return ['phone'];
    case 'notified':
      return ['postForm'];
    case 'formSent':
      return ['register', 'expireReply'];
    case 'underReview':
      return ['reevaluate'];
    case 'active':
      if (state.paperwork === 'toSend') return ['postForm', 'endYear'];
      return state.paperwork === 'sent' ? ['register', 'expireReply', 'endYear'] : ['endYear'];
  }
}

/** Why an event or a command, written in its own words, cannot come in this state at this time. */
export function outOfPlace(
  state: VipState,
  step: { readonly kind: string; readonly at: number },
  words: 'commands' | 'events',
): Problem | undefined {
  const possible = possibleIn(state).map((kind) => (words === 'commands' ? kind : EVENT_OF[kind]));
  if (!possible.some((kind) => kind === step.kind)) {
    return {
      code: 'notNow',
      path: ['kind'],
      expected: { kind: 'oneOf', values: possible },
      found: {
        en: `${show(step.kind)} for a customer who is "${state.kind}"`,
        zh: `顾客处于 "${state.kind}" 时的 ${show(step.kind)}`,
      },
    };
  }
  if (state.kind === 'active' && (step.kind === 'endYear' || step.kind === 'yearEnded')) {
    return step.at < state.term.until ? tooEarly(step.at, state.term.until) : undefined;
  }
  // "May requalify at a later annual evaluation": not at the one that failed.
  if (state.kind === 'lapsed' && step.at <= state.since) return tooEarly(step.at, state.since + 1);
  return undefined;
}

function tooEarly(at: number, from: number): Problem {
  return timeProblem('tooEarly', at, from);
}

/** A step that would lie before the one before it. */
export function outOfOrder(at: number, last: number): Problem {
  return timeProblem('outOfOrder', at, last);
}

function timeProblem(code: string, at: number, from: number): Problem {
  return {
    code,
    path: ['at'],
    expected: {
      kind: 'type',
      type: { en: `time not before ${iso(from)}`, zh: `不早于 ${iso(from)} 的时间` },
    },
    found: iso(at),
  };
}

function iso(at: number): string {
  return isInstant(at) ? new Date(at).toISOString() : show(at);
}

/** What is wrong with the form of a command, whatever it comes from. */
export function commandProblems(command: unknown): readonly Problem[] {
  return stepProblems(command, COMMANDS, (kind) => kind === 'evaluate' || kind === 'reevaluate');
}

/** What is wrong with the form of an event, whatever it comes from. */
export function eventProblems(event: unknown): readonly Problem[] {
  const problems = stepProblems(event, EVENTS, (kind) => kind === 'evaluated' || kind === 'reevaluated');
  return problems.length > 0 ? problems : termProblems(event as VipEvent);
}

function stepProblems(
  step: unknown,
  kinds: readonly string[],
  hasResult: (kind: string) => boolean,
): readonly Problem[] {
  if (typeof step !== 'object' || step === null) return [wrongType([], 'object', step)];
  const { id, at, kind, result } = step as Readonly<Record<string, unknown>>;
  return [
    ...(typeof id === 'string' && id !== '' ? [] : [wrongType(['id'], TEXT, id)]),
    ...(isTime(at) ? [] : [wrongType(['at'], EPOCH, at)]),
    ...(typeof kind === 'string' && kinds.includes(kind) ? [] : [notOneOf(['kind'], kinds, kind)]),
    ...(typeof kind !== 'string' ||
    !hasResult(kind) ||
    (typeof result === 'string' && TRUTHS.includes(result))
      ? []
      : [notOneOf(['result'], TRUTHS, result)]),
  ];
}

function termProblems(event: VipEvent): readonly Problem[] {
  if (event.kind !== 'phoned' && event.kind !== 'registered' && event.kind !== 'reevaluated') return [];
  const { term } = event;
  const renewed = event.kind === 'reevaluated' ? event.result === 'yes' : undefined;
  if (term === null) return renewed === true ? [wrongType(['term'], TERM, term)] : [];
  if (renewed === false) return [wrongType(['term'], NO_TERM, term)];
  return isTerm(term) ? [] : [wrongType(['term'], TERM, term)];
}

function isTerm(term: unknown): boolean {
  if (typeof term !== 'object' || term === null) return false;
  const { from, until, firstDay, lastDay } = term as Readonly<Record<string, unknown>>;
  return isTime(from) && isTime(until) && from < until && isDay(firstDay) && isDay(lastDay);
}

/** A reply begins a year exactly where the call did not; a year begins at its event, a renewed one also where the last ended. */
export function termOutOfPlace(state: VipState, event: VipEvent): Problem | undefined {
  if (event.kind === 'registered' && (state.kind === 'active') !== (event.term === null)) {
    return wrongType(['term'], state.kind === 'active' ? NO_TERM : TERM, event.term);
  }
  if (!('term' in event) || event.term === null) return undefined;
  const starts = state.kind === 'underReview' ? [state.ended.until, event.at] : [event.at];
  return starts.includes(event.term.from) ? undefined : notOneOf(['term', 'from'], starts, event.term.from);
}

const TRUTHS: readonly string[] = ['yes', 'no', 'unknown'];
const TEXT: Words = { en: 'text that is not empty', zh: '非空文本' };
const EPOCH: Words = {
  en: 'instant of the years 1000 to 9899 in whole epoch milliseconds',
  zh: '以整毫秒时间戳表示的时刻（公元 1000 至 9899 年）',
};
const TERM: Words = {
  en: 'year of membership (from, until, firstDay, lastDay)',
  zh: '一年会员期（from、until、firstDay、lastDay）',
};
const NO_TERM: Words = { en: 'null: no year of membership begins here', zh: 'null：此处没有会员期开始' };

/** Days are written with four digits of the year, and a year must fit in behind. */
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(9900, 0, 1);

function isTime(at: unknown): at is number {
  return typeof at === 'number' && isInstant(at) && at >= EARLIEST && at < LATEST;
}

function isDay(day: unknown): boolean {
  return typeof day === 'string' && parseIsoDay(day) !== undefined;
}

function wrongType(path: Problem['path'], type: Words, found: unknown): Problem {
  return { code: 'wrongType', path, expected: { kind: 'type', type }, found: show(found) };
}

function notOneOf(path: Problem['path'], values: readonly (string | number)[], found: unknown): Problem {
  return { code: 'notOneOf', path, expected: { kind: 'oneOf', values }, found: show(found) };
}
