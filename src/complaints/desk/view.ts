/** A case as it stands, seen from the desk. */
import { zoneClock } from '../../foundation/civil.js';
import { type AsOf, instantOf } from '../../foundation/instant.js';
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { type DueTimer, dueTimers } from '../clocks/due-timers.js';
import { openDuties } from '../clocks/duties.js';
import { type ClockExplanation, type ClockName, explainClock } from '../clocks/explain.js';
import { projectClocks } from '../clocks/project.js';
import { timeWords } from '../clocks/time-words.js';
import { correctiveGate } from '../corrective/gate.js';
import { projectEscalation } from '../escalation/project.js';
import { mergedLog, mergeOf } from '../linking/links.js';
import { type RedressLedger, redressLedger } from '../redress/ledger.js';
import type { CaseCommand, CaseEvent, CaseSnapshot } from '../workflow/case.js';
import { legalCommands } from '../workflow/legal-commands.js';
import { replay } from '../workflow/replay.js';
import type { EventOf } from '../workflow/typed.js';
import { notUsable } from './handed-over.js';
import { eventsBy, extraBy } from './known-by.js';
import type { ComplaintDesk, ComplaintView, DeskExtra, DeskTimer } from './model.js';
import { owedThoughClosed } from './owed-though-closed.js';

/**
 * A case as it stands as of an instant: its state, every clock, what is owed first, which timers the scheduler has to feed
 * back and when, its tier and the redress promised. Events after `asOf` are as yet unknown. Where cases are merged into it
 * (`related`), the clocks are the group's: received with the first, acknowledged with any.
 *
 * A civil day as `asOf` means its end, in the zone of the desk's first pack.
 *
 * Refused: a log that cannot be replayed, with the event that does not fit; an empty one; an `asOf` that is no instant or
 * lies before the opening; what is no desk, no log or nothing that a host can know.
 *
 * @example
 * ```ts
 * import { alwaysOpen } from 'clientele/calendar';
 * import { complaintDesk, deskClocks, viewComplaint } from 'clientele/complaints';
 *
 * const desk = complaintDesk({ packs: [deskClocks({ zone: 'UTC' })], calendars: { default: alwaysOpen('UTC') } });
 *
 * viewComplaint(desk, [], 0)._tag; // => 'Left'
 * ```
 */
export function viewComplaint<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  desk: ComplaintDesk<Case, Command, Context>,
  log: readonly NoInfer<EventOf<Command>>[],
  asOf: AsOf,
  extra?: DeskExtra<NoInfer<Context>>,
): Result<ComplaintView<Case>>;
export function viewComplaint(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  when: AsOf,
  extra: DeskExtra = {},
): Result<ComplaintView> {
  const unusable = notUsable(desk, log, extra);
  if (unusable !== undefined) return left(unusable);
  const read = instantOf(when, zoneClock(desk.setup.packs[0]?.zone ?? 'UTC'));
  if (read._tag === 'Left') return read;
  const asOf = read.right;
  const known = eventsBy(log, asOf);
  const { case: now, fault } = replay(desk.workflow, known);
  if (fault !== undefined) return left(...fault.problems);
  return now === undefined ? left(nothingYet(desk, log, asOf)) : viewOf(desk, now, known, asOf, extra);
}

function nothingYet({ setup }: ComplaintDesk, log: readonly CaseEvent[], asOf: number): Problem {
  const [first] = log;
  const type = { en: 'log of a case that was opened', zh: '已开立个案的日志' };
  if (first === undefined) return wrong('missing', ['log'], type, undefined);
  const clock = zoneClock(setup.packs[0]?.zone ?? 'UTC');
  const { en, zh } = timeWords(clock, first.at);
  const from = { en: `time from the opening of the case on (${en})`, zh: `不早于个案开立（${zh}）的时间` };
  return { ...wrong('beforeOpening', ['asOf'], from, asOf), found: timeWords(clock, asOf) };
}

/** The view of a case that the log, up to `asOf`, replays to. */
export function viewOf(
  desk: ComplaintDesk,
  now: CaseSnapshot,
  log: readonly CaseEvent[],
  asOf: number,
  extra: DeskExtra,
): Result<ComplaintView> {
  const { setup, packs, calendars } = desk;
  const { related, corrective } = extraBy(extra, asOf);
  const read = clockLog(now.caseId, log, related);
  const projected = projectClocks(read.log, { packs, calendars, asOf, workflow: setup.workflow });
  if (projected._tag === 'Left') return projected;
  const clocks = projected.right;
  const timers = dueTimers(clocks, setup.workflow);
  const legal = legalCommands(desk.workflow, now);
  const ledger = redressLedger([log]);
  const around = { clocks, asOf, related, threats: extra.threats ?? [], workflow: setup.workflow };
  const escalation = projectEscalation(log, setup.escalation, around);
  return right({
    case: now,
    asOf,
    clocks,
    duties: owedThoughClosed(desk, now, openDuties(clocks), legal),
    timers: timers.due.map(deskTimer),
    undatedTimers: timers.undated,
    escalation,
    redress: ledger._tag === 'Right' ? ledger.right : NO_LEDGER,
    corrective: correctiveGate(log, corrective, setup.corrective),
    legal,
    problems: [...clocks.problems, ...read.problems, ...(ledger._tag === 'Left' ? ledger.left : [])],
  });
}

const NO_LEDGER: RedressLedger = { entries: [], totals: {} };

function deskTimer({ timer, dueAt, clock, command }: DueTimer): DeskTimer {
  return { timer, id: command.id, dueAt, data: command.data, clock };
}

/** What the clocks read: the group's log, where cases are merged into this one. */
function clockLog(
  caseId: string,
  log: readonly CaseEvent[],
  related: readonly (readonly CaseEvent[])[],
): { readonly log: readonly CaseEvent[]; readonly problems: readonly Problem[] } {
  const others = related.filter(([first]) => first !== undefined && first.caseId !== caseId);
  if (mergeOf(log) !== undefined || !others.some((one) => mergeOf(one) !== undefined))
    return { log, problems: [] };
  const group = mergedLog(caseId, [log, ...others]);
  return group._tag === 'Right' ? { log: group.right, problems: [] } : { log, problems: group.left };
}

/**
 * How one limit of a case was counted, step by step: the clock, what started it, each day that counted or did not and why.
 * A clock of `view.duties` names itself; a clock that the case does not have is a problem that lists those it has.
 *
 * @example
 * ```ts
 * import { alwaysOpen } from 'clientele/calendar';
 * import { complaintDesk, deskClocks, explainDuty } from 'clientele/complaints';
 *
 * const desk = complaintDesk({ packs: [deskClocks({ zone: 'UTC' })], calendars: { default: alwaysOpen('UTC') } });
 *
 * explainDuty(desk, [], { pack: 'desk', clock: 'ack' }, 0)._tag; // => 'Left'
 * ```
 */
export function explainDuty<Case extends CaseSnapshot, Command extends CaseCommand, Context>(
  desk: ComplaintDesk<Case, Command, Context>,
  log: readonly NoInfer<EventOf<Command>>[],
  clock: ClockName,
  asOf: AsOf,
  extra?: Pick<DeskExtra, 'related'>,
): Result<ClockExplanation>;
export function explainDuty(
  desk: ComplaintDesk,
  log: readonly CaseEvent[],
  clock: ClockName,
  asOf: AsOf,
  extra: Pick<DeskExtra, 'related'> = {},
): Result<ClockExplanation> {
  const view = viewComplaint(desk, log, asOf, extra);
  return view._tag === 'Left' ? view : explainKnown(desk, log, clock, view.right.asOf, extra);
}

/** The same of a log that is known to replay. */
export function explainKnown(
  { setup: { workflow }, packs, calendars }: ComplaintDesk,
  log: readonly CaseEvent[],
  clock: ClockName,
  asOf: number,
  extra: Pick<DeskExtra, 'related'>,
): Result<ClockExplanation> {
  const caseId = log[0]?.caseId ?? '';
  const read = clockLog(caseId, eventsBy(log, asOf), extraBy(extra, asOf).related);
  return explainClock(read.log, clock, { packs, calendars, asOf, workflow });
}
