/** Where one round of a clock stands as of an instant. */
import type { Pause } from '../../calendar/index.js';
import type { Problems } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { type AtRisk, atRiskOf } from './at-risk.js';
import type { ClockStatus, ClockTimer } from './case-clock.js';
import { type Calendars, type Count, countedBy, type Limit, limitOf } from './limit.js';
import type { ReadyClock } from './ready.js';
import type { Round } from './rounds.js';
import type { StoryEvent } from './story.js';
import { waitsIn, waitsWithin } from './waits.js';

export interface Standing {
  readonly status: ClockStatus;
  /** The limit with how it was counted, or why there is none. */
  readonly limit: Result<Limit>;
  readonly atRiskAt: readonly AtRisk[];
  readonly pauses: readonly Pause[];
  readonly timer?: ClockTimer;
}

/** What is counted for a round of which these events have told; or the moments whose times cannot be read. */
export function countOf(
  clock: ReadyClock,
  round: Round,
  events: readonly StoryEvent[],
  calendars: Calendars,
): Result<Count> {
  const waits = waitsIn(clock.pauses, events);
  const unreadable = waits._tag === 'Left' ? waits.left : [];
  return unless([...round.problems, ...unreadable], () => {
    const anchor = round.startedBy.at;
    const all = [...(waits._tag === 'Right' ? waits.right : []), ...round.gaps];
    return { clock, start: round.start, anchor, pauses: waitsWithin(all, anchor, round.end?.at), calendars };
  });
}

/** Where a round stands at `asOf`, by a story that ends there. */
export function standingOf(
  clock: ReadyClock,
  round: Round,
  events: readonly StoryEvent[],
  calendars: Calendars,
  asOf: number,
): Standing {
  const count = countOf(clock, round, events, calendars);
  if (count._tag === 'Left') {
    const timer = timerOf(clock, round, events, count);
    return { status: undated(round, count.left), limit: count, atRiskAt: [], pauses: [], ...timer };
  }
  const limit = limitOf(count.right);
  const atRiskAt = atRiskOf(count.right, limit);
  const status = statusOf(clock, round, limit, count.right, { atRiskAt, asOf, events });
  const timer = timerOf(clock, round, events, limit, count.right);
  return { status, limit, atRiskAt, pauses: count.right.pauses, ...timer };
}

function undated({ end }: Round, problems: Problems): ClockStatus {
  return { kind: 'undated', problems, ...(end === undefined ? {} : { endedAt: end.at }) };
}

interface Seen {
  readonly atRiskAt: readonly AtRisk[];
  readonly asOf: number;
  readonly events: readonly StoryEvent[];
}

function statusOf(
  { rule }: ReadyClock,
  round: Round,
  limit: Result<Limit>,
  { pauses }: Count,
  { atRiskAt, asOf, events }: Seen,
): ClockStatus {
  const { end } = round;
  if (limit._tag === 'Left') {
    if (limit.left[0].code !== 'stillPaused') return undated(round, limit.left);
    return { kind: 'paused', reasons: reasonsAt(pauses) };
  }
  const { dueAt } = limit.right;
  if (end !== undefined && end.at < dueAt) {
    if (end.kind === 'cancelled') return { kind: 'cancelled', at: end.at, by: end.type };
    return { kind: 'met', at: end.at, dueAt, marginMs: dueAt - end.at };
  }
  if (end === undefined && asOf < dueAt) {
    const reached = atRiskAt.filter(({ at }) => at <= asOf).map(({ percent }) => percent);
    return { kind: 'running', dueAt, ...(reached.length > 0 ? { atRisk: Math.max(...reached) } : {}) };
  }
  if (rule.kind === 'window') return { kind: 'lapsed', at: dueAt };
  const firstKnownAt = events.find(({ event }) => event.at >= dueAt)?.event.at;
  return {
    kind: 'breached',
    at: dueAt,
    ...(firstKnownAt === undefined ? {} : { firstKnownAt }),
    ...(end?.kind === 'met' ? { metAt: end.at } : {}),
    ...(end?.kind === 'cancelled' ? { cancelledAt: end.at } : {}),
  };
}

/** Why a clock waits: the reasons of the pauses that last, each once. */
function reasonsAt(pauses: readonly Pause[]): readonly string[] {
  return [...new Set(pauses.filter(({ until }) => until === undefined).map(({ reason }) => reason))];
}

/** The timer of an open round, if its rule names one. */
function timerOf(
  { rule }: ReadyClock,
  round: Round,
  events: readonly StoryEvent[],
  limit: Result<Limit>,
  count?: Count,
): Pick<Standing, 'timer'> {
  const { timer: command, timerAgain } = rule;
  if (command === undefined || round.end !== undefined) return {};
  if (limit._tag === 'Left' || count === undefined) return { timer: { command, kind: 'waiting' } };
  const { dueAt } = limit.right;
  const fed = events.findLast(
    ({ event, told }, i) => i > round.index && event.type === command && fedFor(told.data, event.at) >= dueAt,
  );
  if (fed === undefined) return { timer: dueTimer(command, dueAt, count) };
  const { at } = fed.event;
  const again =
    timerAgain === undefined ? undefined : countedBy(timerAgain, { ...count, anchor: at, pauses: [] });
  if (again?._tag === 'Right') return { timer: dueTimer(command, again.right.dueAt, count) };
  return { timer: { command, kind: 'fed', at } };
}

/** The timer with its data as it is due at an instant. */
export function dueTimer(command: string, dueAt: number, count: Count): ClockTimer {
  const data: Record<string, number> = {};
  for (const [field, rule] of Object.entries(count.clock.rule.timerFields ?? {})) {
    const limit = countedBy(rule, { ...count, anchor: dueAt, pauses: [] });
    if (limit._tag === 'Left') return { command, kind: 'waiting' };
    data[field] = limit.right.dueAt;
  }
  return { command, kind: 'due', dueAt, data: { ...data, dueAt } };
}

/** The limit that a timer was fed for: what its data says, or else that it has passed. */
function fedFor(data: Readonly<Record<string, unknown>>, at: number): number {
  const { dueAt } = data;
  return typeof dueAt === 'number' ? dueAt : at;
}
