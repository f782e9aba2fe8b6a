/** The rounds of a clock: when it started, ended and began again, from the log alone; limits are counted elsewhere. */
import type { DeadlineRule, Pause } from '../../calendar/index.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, right } from '../../foundation/result.js';
import type { ClockStep } from './case-clock.js';
import type { ClockRule, ReopenPolicy } from './model.js';
import type { ReadyClock } from './ready.js';
import type { StoryEvent } from './story.js';

/** How a round ended, if it did; a new start or a restart cancels the one before. */
export interface RoundEnd extends ClockStep {
  readonly kind: 'met' | 'cancelled';
  /** The place of its event in the story. */
  readonly index: number;
}

export interface Round {
  readonly startedBy: ClockStep;
  /** The event that started it. */
  readonly start: StoryEvent;
  /** The place of its event in the story. */
  readonly index: number;
  readonly end?: RoundEnd;
  /** Pauses between an end and a reopening. */
  readonly gaps: readonly Pause[];
  /** Moments whose times cannot be read. */
  readonly problems: readonly Problem[];
}

/** What rounds ask of those who count limits. */
export interface RoundLimits {
  /** Whether an open round has run out by an instant, as far as was known at an event. Asked of windows only. */
  hasLapsed(round: Round, index: number, at: number): boolean;
  /** Whether a round is reopened within a limit from an instant. */
  isInTime(round: Round, within: DeadlineRule, from: number, at: number): Result<boolean>;
}

/** All rounds in order; only the last can be open. */
export function roundsOf(
  clock: ReadyClock,
  events: readonly StoryEvent[],
  limits: RoundLimits,
): readonly Round[] {
  const { rule } = clock;
  const past: Round[] = [];
  let last: Round | undefined;

  const begin = (found: Result<ClockStep>, one: StoryEvent, index: number): void => {
    if (last !== undefined) past.push(last);
    last = newRound(found, one, index);
  };

  const isInTime = (round: Round, from: number, at: number): Result<boolean> =>
    rule.reopenWithin === undefined ? right(true) : limits.isInTime(round, rule.reopenWithin, from, at);

  events.forEach((one, index) => {
    const reopened = clock.reopenings(one);
    const policy = reopened === undefined ? 'none' : policyAt(rule, one);
    if (last !== undefined && reopened !== undefined && policy !== 'none') {
      const at = stepOf(reopened, one);
      const since = last.end?.at ?? enteredAt(events, index);
      const inTime = isInTime(last, since, at.at);
      if (inTime._tag === 'Left') last = { ...last, problems: [...last.problems, ...inTime.left] };
      else if (inTime.right) {
        if (policy === 'restart') {
          last = last.end === undefined ? ended(last, 'cancelled', at, index) : last;
          begin(reopened, one, index);
        } else last = reopen(last, policy, since, at.at);
      }
    }

    if (last !== undefined && last.end === undefined && last.index < index) {
      const before = last;
      last = endedBy(last, clock, one, index);
      if (rule.repeats === true && last.end?.kind === 'met' && before !== last)
        begin({ _tag: 'Right', right: stepIn(last.end) }, one, index);
    }

    const started = clock.starts(one);
    const metNow = last?.end?.kind === 'met' && last.end.index === index;
    if (started === undefined || metNow || last?.index === index) return;
    if (last !== undefined && last.end === undefined) {
      const at = stepOf(started, one);
      const over = rule.kind === 'window' && limits.hasLapsed(last, index, at.at);
      if (!over && rule.restartsOn !== 'everyStart') return;
      if (!over) last = ended(last, 'cancelled', at, index);
    }
    begin(started, one, index);
    if (last !== undefined) last = metBy(last, clock.meetsAtStart(one), index);
  });
  return last === undefined ? past : [...past, last];
}

function newRound(found: Result<ClockStep>, start: StoryEvent, index: number): Round {
  const problems = found._tag === 'Left' ? found.left : [];
  return { startedBy: stepOf(found, start), start, index, gaps: [], problems };
}

/** The moment; that of its event where its own time cannot be read. */
function stepOf(found: Result<ClockStep>, { event }: StoryEvent): ClockStep {
  return found._tag === 'Right' ? found.right : { eventId: event.id, type: event.type, at: event.at };
}

function stepIn({ eventId, type, at }: ClockStep): ClockStep {
  return { eventId, type, at };
}

function ended(round: Round, kind: RoundEnd['kind'], step: ClockStep, index: number): Round {
  return { ...round, end: { ...step, kind, index } };
}

function endedBy(round: Round, clock: ReadyClock, one: StoryEvent, index: number): Round {
  const met = metBy(round, clock.meets(one), index);
  if (met !== round) return met;
  const cancelled = clock.cancels(one);
  return cancelled === undefined ? round : ended(round, 'cancelled', stepOf(cancelled, one), index);
}

function metBy(round: Round, found: Result<ClockStep> | undefined, index: number): Round {
  if (found === undefined) return round;
  if (found._tag === 'Left') return { ...round, problems: [...round.problems, ...found.left] };
  return ended(round, 'met', found.right, index);
}

function policyAt({ reopened = 'none', class: kind }: ClockRule, { told }: StoryEvent): ReopenPolicy {
  const said = told.data['clockPolicy'];
  if (reopened === 'none') return 'none';
  if (said === 'fresh' && kind === 'contractual') return 'restart';
  if (reopened !== 'asTold') return reopened;
  return said === 'restart' || said === 'fresh' ? 'restart' : 'resume';
}

function reopen(round: Round, policy: ReopenPolicy, from: number, at: number): Round {
  const { end, ...open } = round;
  if (policy === 'revive') return end?.kind === 'cancelled' ? open : round;
  if (policy === 'countClosedTime') return open;
  return from < at ? { ...open, gaps: [...open.gaps, { from, until: at, ...CLOSED }] } : open;
}

/** Of the time between an end and a reopening. */
const CLOSED = { reason: 'closed', name: { en: 'closed until it was reopened', zh: '结案至重开' } } as const;

/** When the state was entered that the event at `index` leaves. */
function enteredAt(events: readonly StoryEvent[], index: number): number {
  const state = events[index]?.event.from;
  let since = events[index]?.event.at ?? 0;
  for (let i = index - 1; i >= 0; i -= 1) {
    const event = events[i]?.event;
    if (event === undefined || event.to !== state) break;
    since = event.at;
  }
  return since;
}
