/** When a clock runs out, and when shares of its budget are used up: asked of the calendar that counts. */
import {
  type CompiledCalendar,
  type DeadlineExplanation,
  type DeadlineRule,
  deadlineOf,
  explainDeadline,
  type Pause,
  type TimeBudget,
} from '../../calendar/index.js';
import { sameZone } from '../../foundation/civil.js';
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { ClockLimit, FieldLimit } from './model.js';
import { readLimit } from './moment.js';
import type { ReadyClock } from './ready.js';
import type { StoryEvent } from './story.js';

/** Calendars by the names that packs have for them. */
export type Calendars = Readonly<Record<string, CompiledCalendar>>;

/** What a limit is counted from and around. */
export interface Count {
  readonly clock: ReadyClock;
  readonly start: StoryEvent;
  /** Epoch milliseconds. */
  readonly anchor: number;
  readonly pauses: readonly Pause[];
  readonly calendars: Calendars;
}

/** A limit that was counted, or one that a field names. */
export interface Limit {
  readonly dueAt: number;
}

/** The limit of a clock, or why there is none. */
export function limitOf(count: Count): Result<Limit> {
  const { limit } = count.clock.rule;
  if (!('untilField' in limit)) return countedBy(limit, count);
  const value = fieldOf(limit, count);
  if (value === undefined && limit.otherwise !== undefined) return countedBy(limit.otherwise, count);
  const { event } = count.start;
  const dueAt = readLimit(value, [event.type, limit.untilField], count.clock.wall.clock);
  return dueAt._tag === 'Left' ? dueAt : right({ dueAt: dueAt.right });
}

/** {@link limitOf} by another rule than the clock's own. */
export function countedBy(rule: DeadlineRule, count: Count): Result<Limit> {
  const calendar = calendarFor(rule, count);
  if (calendar._tag === 'Left') return calendar;
  const deadline = deadlineOf(calendar.right, rule, count.anchor, { pauses: count.pauses });
  return deadline._tag === 'Left' ? deadline : right({ dueAt: deadline.right.at });
}

/** How the limit was counted, step by step; none where a field names it. */
export function explanationOf(count: Count): Result<DeadlineExplanation> | undefined {
  const rule = ruleOf(count.clock.rule.limit, count);
  if (rule === undefined) return undefined;
  const calendar = calendarFor(rule, count);
  if (calendar._tag === 'Left') return calendar;
  const pauses = count.pauses.map((pause) => {
    const name = count.clock.pauseNames.get(pause.reason);
    return name === undefined ? pause : { ...pause, name };
  });
  return explainDeadline(calendar.right, rule, count.anchor, { pauses });
}

function fieldOf({ untilField }: FieldLimit, { start }: Count): unknown {
  return start.told.data[untilField];
}

/** The calendar that a rule counts in: days turn where the pack says. */
function calendarFor(rule: DeadlineRule, { clock, calendars }: Count): Result<CompiledCalendar> {
  const { wall, pack } = clock;
  if (!asksForHours(rule)) return right(wall);
  const name = clock.rule.calendar ?? 'default';
  const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (calendar === undefined) {
    const type = { en: `calendar named ${name}`, zh: `名为 ${name} 的日历` };
    return left(wrong('unknownCalendar', ['calendars', name], type, undefined));
  }
  const raw = calendarProblem(calendar, ['calendars', name]);
  if (raw !== undefined) return left(raw);
  const { zone } = calendar.calendar;
  if (!countsDays(rule.budget) || sameZone(zone, pack.zone)) return right(calendar);
  const as = { en: `the zone of ${pack.name}, where its days turn`, zh: `规则包 ${pack.name} 的时区` };
  return left(
    problem('otherZone', ['calendars', name, 'zone'], { kind: 'sameAs', as, value: pack.zone }, zone),
  );
}

/** A calendar as it is written, where one made ready to count is needed. */
export function calendarProblem(calendar: unknown, path: Path): Problem | undefined {
  if (typeof calendar === 'object' && calendar !== null && 'clock' in calendar && 'calendar' in calendar)
    return undefined;
  const type = { en: 'calendar made ready by compileCalendar', zh: '经 compileCalendar 处理的日历' };
  return wrong('notCompiled', path, type, calendar === undefined ? undefined : typeof calendar);
}

/** Whether a rule needs to know when somebody works. */
function asksForHours({ budget, receiptCutoff, roll, until }: DeadlineRule): boolean {
  if (budget.kind === 'workingMinutes' || budget.kind === 'businessDays') return true;
  const cutOff = receiptCutoff !== undefined && receiptCutoff !== 'none';
  return cutOff || (roll !== undefined && roll !== 'none') || until === 'close';
}

function countsDays({ kind }: TimeBudget): boolean {
  return kind !== 'elapsedMinutes' && kind !== 'workingMinutes';
}

/** The rule that counts a limit; none where a field names it. */
export function ruleOf(limit: ClockLimit, count: Count): DeadlineRule | undefined {
  if (!('untilField' in limit)) return limit;
  return fieldOf(limit, count) === undefined ? limit.otherwise : undefined;
}
