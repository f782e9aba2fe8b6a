/** The VIP membership flow: what may happen next, what follows from it, and the membership a history leads to. */
import { isoDay, type ZoneClock } from '../../foundation/civil.js';
import { clockOf } from '../../foundation/instant.js';
import { type Problem, show } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { oneYearAfter } from '../time/leap-day.js';
import {
  commandProblems,
  EVENT_OF,
  eventProblems,
  outOfOrder,
  outOfPlace,
  termOutOfPlace,
} from './vip-check.js';
import type {
  VipCommand,
  VipEvent,
  VipFlowOptions,
  VipMembership,
  VipState,
  VipTerm,
} from './vip-membership.js';

/** A customer of whom nothing has been decided yet: ordinary, with no history. */
export const noVipMembership: VipMembership = { state: { kind: 'ordinary' }, events: [] };

/**
 * What a command leads to: the events to store, which {@link evolveVip} then applies. A command whose id is in the
 * history already gives no event, so that it may be sent again.
 *
 * The flow (source material, TIER-02, its arrows reconstructed as in AMB-08): annual evaluation → conditions met →
 * phone call → form and gold card posted → reply received, details registered → VIP for one year → year over →
 * re-evaluation → yes: one more year, without form and card; no: lapsed, until a later annual evaluation. Who fails
 * an evaluation stays ordinary. A form that is not answered stays out until the host reports its expiry; the
 * customer is then what they were before. The year runs from the moment of its first day to the start of the same
 * day of the next year. How often evaluations are held is the host's calendar.
 *
 * Refused, with what would be possible: a command out of turn (`notNow`), a year ended before its time or an
 * evaluation no later than the one that failed (`tooEarly`), a time before the last event's (`outOfOrder`), an id
 * used for something else (`idTaken`), an unknown zone, and what is not a command at all.
 *
 * @example
 * ```ts
 * import { decideVip, describe, noVipMembership, orThrow, replayVipMembership } from 'clientele/tiers';
 *
 * const options = { zone: 'Asia/Shanghai' };
 * const at = Date.UTC(2025, 0, 10);
 * const events = orThrow(decideVip(noVipMembership, { kind: 'evaluate', id: '1', at, result: 'yes' }, options));
 * const candidate = orThrow(replayVipMembership(events));
 * candidate.state.kind; // => 'candidate'
 *
 * const early = decideVip(candidate, { kind: 'register', id: '2', at }, options);
 * early._tag === 'Left' && describe(early.left[0], 'en');
 * // => 'kind: expected "phone", found "register" for a customer who is "candidate".'
 *
 * const atOnce = { ...options, activateOn: 'notification' } as const;
 * const phoned = orThrow(decideVip(candidate, { kind: 'phone', id: '2', at }, atOnce));
 * const { state } = orThrow(replayVipMembership([...events, ...phoned]));
 * state.kind === 'active' && [state.term.firstDay, state.term.lastDay]; // => ['2025-01-10', '2026-01-09']
 * ```
 */
export function decideVip(
  membership: VipMembership,
  command: VipCommand,
  options: VipFlowOptions,
): Result<readonly VipEvent[]> {
  const clock = clockOf(options.zone);
  if (clock._tag === 'Left') return clock;
  const [wrong, ...more] = [...optionProblems(options), ...commandProblems(command)];
  if (wrong !== undefined) return left(wrong, ...more);

  const { state, events } = membership;
  const before = events.find((event) => event.id === command.id);
  if (before !== undefined) return answers(before, command) ? right([]) : left(idTaken(before));
  const last = events.at(-1);
  if (last !== undefined && command.at < last.at) return left(outOfOrder(command.at, last.at));
  const refused = outOfPlace(state, command, 'commands');
  return refused === undefined ? right([eventOf(state, command, options, clock.right)]) : left(refused);
}

/** Both readings of a choice, checked because a misspelt one would silently be the default. */
function optionProblems(options: VipFlowOptions): readonly Problem[] {
  const choices = {
    activateOn: ['reply', 'notification'],
    renewFrom: ['expiry', 'reevaluation'],
    leapDay: ['february28', 'march1'],
  } as const;
  return (['activateOn', 'renewFrom', 'leapDay'] as const).flatMap((option) => {
    const found = options[option];
    const values: readonly string[] = choices[option];
    if (found === undefined || values.includes(found)) return [];
    return [
      {
        code: 'notOneOf',
        path: ['options', option],
        expected: { kind: 'oneOf', values },
        found: show(found),
      },
    ];
  });
}

/** Whether an event is what this command led to. */
function answers(event: VipEvent, command: VipCommand): boolean {
  if (event.kind !== EVENT_OF[command.kind] || event.at !== command.at) return false;
  return !('result' in event && 'result' in command) || event.result === command.result;
}

function eventOf(state: VipState, command: VipCommand, options: VipFlowOptions, clock: ZoneClock): VipEvent {
  const { id } = command;
  const at = command.at + 0;
  const year = (from: number): VipTerm => termFrom(from, options, clock);
  switch (command.kind) {
    case 'evaluate':
      return { id, at, kind: 'evaluated', result: command.result };
    case 'phone':
      return { id, at, kind: 'phoned', term: options.activateOn === 'notification' ? year(at) : null };
    case 'postForm':
      return { id, at, kind: 'formPosted' };
    case 'register':
      return { id, at, kind: 'registered', term: state.kind === 'active' ? null : year(at) };
    case 'expireReply':
      return { id, at, kind: 'replyExpired' };
    case 'endYear':
      return { id, at, kind: 'yearEnded' };
    case 'reevaluate': {
      const { result } = command;
      const from =
        options.renewFrom !== 'reevaluation' && state.kind === 'underReview' ? state.ended.until : at;
      return { id, at, kind: 'reevaluated', result, term: result === 'yes' ? year(from) : null };
    }
  }
}

function termFrom(from: number, { leapDay = 'february28' }: VipFlowOptions, clock: ZoneClock): VipTerm {
  const first = clock.dayOf(from);
  const end = oneYearAfter(first, leapDay);
  return { from, until: clock.startOf(end), firstDay: isoDay(first), lastDay: isoDay(end - 1) };
}

/**
 * The membership after one more event. An event that is in the history already changes nothing; one that does not
 * fit the state, or is older than the last, is a problem. Needs no options: the event says what was decided.
 */
export function evolveVip(membership: VipMembership, event: VipEvent): Result<VipMembership> {
  const [wrong, ...more] = eventProblems(event);
  if (wrong !== undefined) return left(wrong, ...more);
  const before = membership.events.find((one) => one.id === event.id);
  const next = stepped(membership.state, event, membership.events.at(-1), before);
  if (next._tag === 'Left') return next;
  return right(
    next.right === undefined ? membership : { state: next.right, events: [...membership.events, event] },
  );
}

/**
 * The membership that a stored history leads to, from the ordinary customer on. Events come in the order in which
 * they happened; repeated ones count once. What is damaged, out of order or out of turn is a problem at its index,
 * and nothing after it is read.
 */
export function replayVipMembership(events: readonly VipEvent[]): Result<VipMembership> {
  if (!Array.isArray(events)) {
    return left({
      code: 'wrongType',
      path: [],
      expected: { kind: 'type', type: 'array' },
      found: show(events),
    });
  }
  const taken = new Map<string, VipEvent>();
  const kept: VipEvent[] = [];
  let state: VipState = noVipMembership.state;
  for (const [index, event] of events.entries()) {
    const at = (problem: Problem): Problem => ({ ...problem, path: [index, ...problem.path] });
    const [wrong, ...more] = eventProblems(event);
    if (wrong !== undefined) return left(at(wrong), ...more.map(at));
    const next = stepped(state, event, kept.at(-1), taken.get(event.id));
    if (next._tag === 'Left') return left(at(next.left[0]));
    if (next.right === undefined) continue;
    state = next.right;
    kept.push(event);
    taken.set(event.id, event);
  }
  return right({ state, events: kept });
}

/** The next state; `undefined` for an event that was taken in before. */
function stepped(
  state: VipState,
  event: VipEvent,
  last: VipEvent | undefined,
  same: VipEvent | undefined,
): Result<VipState | undefined> {
  if (same !== undefined) return sameEvent(same, event) ? right(undefined) : left(idTaken(same));
  if (last !== undefined && event.at < last.at) return left(outOfOrder(event.at, last.at));
  const refused = outOfPlace(state, event, 'events') ?? termOutOfPlace(state, event);
  return refused === undefined ? right(after(state, event)) : left(refused);
}

function sameEvent(a: VipEvent, b: VipEvent): boolean {
  const plain = (event: VipEvent): readonly unknown[] => {
    const term = 'term' in event ? event.term : null;
    const result = 'result' in event ? event.result : null;
    return [event.kind, event.at + 0, result, term?.from, term?.until, term?.firstDay, term?.lastDay];
  };
  const other = plain(b);
  return plain(a).every((part, i) => part === other[i]);
}

/** The state after an event that is in its place. */
function after(state: VipState, event: VipEvent): VipState {
  const since = event.at;
  switch (event.kind) {
    case 'evaluated':
      if (event.result !== 'yes' || (state.kind !== 'ordinary' && state.kind !== 'lapsed')) return state;
      return { kind: 'candidate', since, before: state };
    case 'phoned':
      if (event.term !== null) return { kind: 'active', term: event.term, paperwork: 'toSend' };
      return state.kind === 'candidate' ? { ...state, kind: 'notified', since } : state;
    case 'formPosted':
      if (state.kind === 'active') return { ...state, paperwork: 'sent' };
      return state.kind === 'notified' ? { ...state, kind: 'formSent', since } : state;
    case 'registered':
      if (event.term !== null) return { kind: 'active', term: event.term, paperwork: 'registered' };
      return state.kind === 'active' ? { ...state, paperwork: 'registered' } : state;
    case 'replyExpired':
      if (state.kind === 'active') return { ...state, paperwork: 'unanswered' };
      return state.kind === 'formSent' ? state.before : state;
    case 'yearEnded':
      if (state.kind !== 'active') return state;
      return { kind: 'underReview', since, ended: state.term, paperwork: state.paperwork };
    case 'reevaluated':
      if (state.kind !== 'underReview') return state;
      if (event.term !== null) return { kind: 'active', term: event.term, paperwork: state.paperwork };
      return event.result === 'no' ? { kind: 'lapsed', since, ended: state.ended } : state;
  }
}

function idTaken(by: VipEvent): Problem {
  return {
    code: 'idTaken',
    path: ['id'],
    expected: { kind: 'unique', of: { en: 'id of an event', zh: '事件编号' } },
    found: {
      en: `${show(by.id)}, which is "${by.kind}" at ${new Date(by.at).toISOString()}`,
      zh: `${show(by.id)}（${new Date(by.at).toISOString()} 的 "${by.kind}"）`,
    },
  };
}

/**
 * The year of membership that holds an instant (epoch milliseconds), or `undefined`. It asks the history, not the
 * state: a year that has passed is over although nobody has reported its end.
 */
export function vipTermAt(membership: VipMembership, at: number): VipTerm | undefined {
  for (const event of membership.events) {
    if (!('term' in event) || event.term === null) continue;
    if (event.term.from <= at && at < event.term.until) return event.term;
  }
  return undefined;
}
