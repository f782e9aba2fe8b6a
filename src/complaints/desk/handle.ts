/** The desk's one call: a command or a timer in, the next state with what is owed out, or a refusal with its reason. */
import type { Either } from 'fp-ts/Either';
import { zoneClock } from '../../foundation/civil.js';
import { isInstant } from '../../foundation/instant.js';
import { wrong } from '../../foundation/make-problem.js';
import { addMonths } from '../../foundation/months.js';
import type { Problem } from '../../foundation/problem.js';
import type { Statement } from '../../foundation/statement.js';
import { timeWords } from '../clocks/time-words.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import { decide } from '../workflow/decide.js';
import { isEnvelope, isObject } from '../workflow/envelope.js';
import { evolve } from '../workflow/evolve.js';
import { problemWords } from '../workflow/problem-words.js';
import type { Refusal } from '../workflow/refusal.js';
import { replay } from '../workflow/replay.js';
import type { EventOf } from '../workflow/typed.js';
import { type Answers, answersTo } from './answers.js';
import { fulfilmentBar } from './fulfilment-bar.js';
import { notUsable } from './handed-over.js';
import { mergeBar } from './merge-bar.js';
import type {
  ComplaintDesk,
  ComplaintView,
  DeskAnswer,
  DeskExtra,
  DeskRefusal,
  DeskTimer,
  FiredTimer,
} from './model.js';
import { barred } from './refused.js';
import { rehearingBar } from './rehearing-bar.js';
import { remedyBar } from './remedy-bar.js';
import { otherContent } from './told-again.js';
import { viewOf } from './view.js';

/**
 * Tells a command, or a timer of `view.timers` that has fired, to a case and its log (empty for a case that does not exist
 * yet): what happened, the log with it, where the case stands and what is owed next. Or a refusal that names everything
 * that is wrong and what would make it legal. Nothing is stored and nothing changed: keep `log`, hand it in again.
 *
 * What the workflow asks its host for (is it within authority, is a window open, may the case be archived) the desk works
 * out itself from clocks, ledger, policies and the cases handed over, and says how in `answers`; `extra.context` goes first.
 * A timer may come late: clocks record the true instant of a breach. One that comes early, twice, or for a limit that has
 * moved is not taken. What the host has already told (same `id` and content) changes nothing; other
 * content under an `id` that the log holds is refused. So is what is no desk, no log or no command.
 *
 * @example
 * ```ts
 * import { defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
 * import { complaintDesk, deskClocks, describe, handleComplaint } from 'clientele/complaints';
 *
 * const zone = 'Europe/London';
 * const calendar = defineWorkingCalendar({ name: 'desk', zone, week: mondayToFriday(['09:00', '17:00']) });
 * const desk = complaintDesk({ packs: [deskClocks({ zone })], calendars: { default: calendar } });
 * const refused = handleComplaint(desk, [], {
 *   type: 'ACCEPT',
 *   id: 'x1',
 *   at: 0,
 *   by: { id: 'k7', role: 'customer' },
 *   data: { acceptedAt: 0 },
 * });
 *
 * refused._tag === 'Left' ? describe(refused.left, 'en') : '';
 * // => '“Accept” is not possible in the state “not opened yet”; possible: Receive.'
 * ```
 */
export function handleComplaint<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  desk: ComplaintDesk<Case, Command, Context>,
  log: readonly NoInfer<EventOf<Command>>[],
  command: NoInfer<Command> | FiredTimer,
  extra?: DeskExtra<NoInfer<Context>>,
): Either<DeskRefusal, DeskAnswer<Case, EventOf<Command>>>;
export function handleComplaint(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  told: CaseCommand | FiredTimer,
  extra: DeskExtra = {},
): Either<DeskRefusal, DeskAnswer> {
  const [unusable, kind] = notTaken(desk, log, extra);
  if (unusable !== undefined) return refused(barred(kind, undefined, undefined, [unusable]));
  const { case: now, fault } = replay(desk.workflow, log);
  if (isFired(told) && !isInstant(told.firedAt)) {
    const unfed = wrong('notAnInstant', ['firedAt'], FED_AT, told.firedAt);
    return refused(barred('data', now, undefined, [unfed]));
  }
  const command = isFired(told) ? asCommand(desk, told, now) : told;
  if (fault !== undefined) return refused(barred('history', now, command, fault.problems));
  if (now === undefined || !isEnvelope(command)) return judged(desk, log, now, command, extra, NONE);
  const held = log.find(({ id }) => id === command.id);
  if (held !== undefined) {
    const other = otherContent(desk, now, held, command);
    return other === undefined ? again(desk, log, now, extra) : refused(other);
  }
  const asOf = Math.max(command.at, now.at);
  const before = viewOf(desk, now, log, asOf, extra);
  if (before._tag === 'Left') return refused(barred('history', now, command, before.left));
  const view = before.right;
  const untimely = notDue(desk, view, command, isFired(told) ? told : undefined);
  if (untimely !== undefined) return refused(untimely);
  const completed = complete(desk, view, command);
  const question = { desk, log, view, command: completed, extra };
  const found = answersTo(question);
  const bar = rehearingBar(question) ?? fulfilmentBar(question) ?? remedyBar(question) ?? mergeBar(question);
  return judged(desk, log, now, completed, extra, found, bar);
}

/** What is no desk, no log or nothing that a host can know, and what that makes of the refusal. */
function notTaken(
  desk: unknown,
  log: unknown,
  extra: unknown,
): readonly [Problem | undefined, DeskRefusal['kind']] {
  const found = notUsable(desk, log, extra);
  const [root] = found?.path ?? [];
  return [found, root === 'desk' ? 'desk' : root === 'log' ? 'history' : 'data'];
}

const NONE: Answers = { answers: [], problems: [], failed: [] };

function isFired(told: CaseCommand | FiredTimer): told is FiredTimer {
  return isObject(told) && ('firedAt' in told || ('timer' in told && !('type' in told)));
}

const FED_AT = {
  en: 'instant in epoch milliseconds at which the timer is fed in',
  zh: '计时器送入时刻的毫秒时间戳',
};

/** The timer as a command; when it was due is told where the workflow has a place for it. */
function asCommand(
  { workflow }: ComplaintDesk,
  { timer, id, dueAt, firedAt }: FiredTimer,
  now: CaseSnapshot | undefined,
): CaseCommand {
  const told = workflow.parts.commands.get(timer)?.fields.has('dueAt') === true;
  return {
    type: timer,
    id,
    at: firedAt,
    by: { id: 'system', role: 'system' },
    data: told ? { dueAt } : {},
    ...(now === undefined ? {} : { caseId: now.caseId }),
  };
}

function again(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  now: CaseSnapshot,
  extra: DeskExtra,
): Either<DeskRefusal, DeskAnswer> {
  const view = viewOf(desk, now, log, now.at, extra);
  if (view._tag === 'Left') return refused(barred('history', now, undefined, view.left));
  return { _tag: 'Right', right: { ...view.right, events: [], log, answers: [] } };
}

function judged(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  now: CaseSnapshot | undefined,
  command: CaseCommand,
  extra: DeskExtra,
  found: Answers,
  bar?: DeskRefusal,
): Either<DeskRefusal, DeskAnswer> {
  const { answers } = found;
  const context = {
    ...extra.context,
    ...Object.fromEntries(answers.map(({ fact, value }) => [fact, value])),
  };
  const decided = decide(desk.workflow, now, command, context);
  if (decided._tag === 'Left') return refused(withAnswers(desk, decided.left, found, bar));
  if (bar !== undefined) return refused({ ...bar, answers });
  const [event] = decided.right;
  if (event === undefined) return refused(barred('history', now, command, []));
  const next = evolve(desk.workflow, now, event);
  if (next._tag === 'Left') return refused(barred('history', now, command, next.left));
  const longer = [...log, event];
  const view = viewOf(desk, next.right, longer, event.at, extra);
  if (view._tag === 'Left') return refused(barred('history', now, command, view.left));
  return { _tag: 'Right', right: { ...view.right, events: [event], log: longer, answers } };
}

function refused(refusal: DeskRefusal): Either<DeskRefusal, DeskAnswer> {
  return { _tag: 'Left', left: refusal };
}

/** A refusal of the workflow, with why the facts it found are as they are. */
function withAnswers(
  { workflow }: ComplaintDesk,
  refusal: Refusal,
  { answers, problems, failed }: Answers,
  bar: DeskRefusal | undefined,
): DeskRefusal {
  const spoilt = new Set<unknown>(failed);
  const asked = new Set(
    refusal.ways.flatMap(({ unmet }) => unmet.flatMap((set) => set.map(({ fact }) => fact))),
  );
  const why = answers.filter(({ fact }) => asked.has(fact)).flatMap(({ statements }) => statements);
  const found = [...problems, ...(bar?.problems ?? [])];
  const said = [
    ...problems.map((one) => problemWords(workflow, refusal.command, one)),
    ...(bar?.statements ?? []),
  ];
  const rest = refusal.problems.filter(({ path: [root, fact] }) => root !== 'context' || !spoilt.has(fact));
  // What the host would have to bring is what the desk could not work out for these problems.
  return rest.length === 0 && refusal.kind === 'context'
    ? { ...refusal, kind: 'data', problems: found, statements: said, answers }
    : {
        ...refusal,
        problems: [...rest, ...found],
        statements: [...refusal.statements, ...why, ...said],
        answers,
      };
}

/** A timer that is not due as the clocks stand; one that no clock dates is taken on trust. */
function notDue(
  desk: ComplaintDesk,
  view: ComplaintView,
  command: CaseCommand,
  fired: FiredTimer | undefined,
): DeskRefusal | undefined {
  const { type, at } = command;
  if (desk.workflow.parts.commands.get(type)?.declaration.kind !== 'timer') return undefined;
  if (!view.legal.some((one) => one.type === type)) return undefined;
  const own = view.timers.filter(({ timer }) => timer === type);
  const meant = fired === undefined ? own : own.filter(({ id }) => id === fired.id);
  if (meant.some(({ dueAt }) => dueAt <= at)) return undefined;
  const undated = view.undatedTimers.find(({ timer }) => timer === type);
  const trusted = undated !== undefined && undated.because !== 'paused' && isOwn(view, fired);
  if (own.length === 0 && trusted) return undefined;
  const found = wrong('notDue', ['at'], { en: 'time at which it is due', zh: '到期时间' }, new Date(at));
  return barred('notDue', view.case, command, [found], [dueWords(desk, own, command)]);
}

/** A scheduler's timer carries its case in its id. */
function isOwn({ case: { caseId } }: ComplaintView, fired: FiredTimer | undefined): boolean {
  return fired === undefined || fired.id.startsWith(`${caseId}/`);
}

function dueWords(
  { setup }: ComplaintDesk,
  own: readonly DeskTimer[],
  { type, at, by }: CaseCommand,
): Statement {
  const timer = setup.workflow.commands[type]?.name ?? type;
  const [next] = own;
  if (next === undefined)
    return { en: '“{timer}” is not running.', zh: '“{timer}”未在计时。', values: { timer } };
  const clock = zoneClock(setup.packs[0]?.zone ?? 'UTC');
  const values = { timer, who: by.id, due: timeWords(clock, next.dueAt), told: timeWords(clock, at) };
  return at < next.dueAt
    ? {
        en: '“{timer}” is due at {due}; told by {who} at {told}, it is early.',
        zh: '“{timer}”于 {due} 到期；{who} 于 {told} 送入，为时过早。',
        values,
      }
    : {
        en: '“{timer}” is due at {due}, by another timer than the one that {who} told.',
        zh: '“{timer}”于 {due} 到期，但与 {who} 送入的计时器不同。',
        values,
      };
}

/** What the desk adds to a timer's data: what its clock says, and until when an archived case is kept. */
function complete(desk: ComplaintDesk, view: ComplaintView, command: CaseCommand): CaseCommand {
  const declared = desk.workflow.parts.commands.get(command.type);
  if (declared?.declaration.kind !== 'timer') return command;
  const due = view.timers.find(({ timer, dueAt }) => timer === command.type && dueAt <= command.at);
  const added: [string, unknown][] = [];
  const lacks = (field: string): boolean => declared.fields.has(field) && command.data[field] === undefined;
  for (const [field, value] of Object.entries(due?.data ?? {})) if (lacks(field)) added.push([field, value]);
  if (lacks('retentionUntil') && due?.data['retentionUntil'] === undefined)
    added.push(['retentionUntil', keptUntil(desk, command.at)]);
  return added.length === 0
    ? command
    : { ...command, data: { ...command.data, ...Object.fromEntries(added) } };
}

/** The first instant after the last day of retention, in the zone of the first pack. */
function keptUntil({ setup }: ComplaintDesk, at: number): number {
  const clock = zoneClock(setup.packs[0]?.zone ?? 'UTC');
  return clock.startOf(addMonths(clock.dayOf(at), setup.retentionMonths) + 1);
}
