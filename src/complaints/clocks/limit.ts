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
import type { Problem, Problems } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { operandReader } from '../workflow/read-test.js';
import type { ComparedLimit, FieldLimit, LimitPart } from './model.js';
import { readLimit, readTime } from './moment.js';
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
  if ('whichever' in limit) {
    const compared = comparedBy(limit, count);
    return compared._tag === 'Left' ? compared : right({ dueAt: compared.right.decisive.dueAt });
  }
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

/** One of several limits that are compared, counted. */
export interface CountedPart extends Limit {
  readonly part: LimitPart;
  /** From its own anchor. */
  readonly count: Count;
}

/** Limits that are compared. */
export interface Compared {
  /** Those of which the case has told what they count from, in the order of the rule. */
  readonly parts: readonly CountedPart[];
  readonly decisive: CountedPart;
}

/** Each of several limits from its own anchor, and the one that decides; or why nobody knows it yet. */
export function comparedBy({ whichever, of }: ComparedLimit, count: Count): Result<Compared> {
  const parts: CountedPart[] = [];
  let paused: Result<never> | undefined;
  for (const part of of) {
    const from = anchorOf(part, count);
    if (from === undefined) continue;
    if (from._tag === 'Left') return from;
    const own = { ...count, anchor: from.right };
    const limit = countedBy(part.rule, own);
    if (limit._tag === 'Right') parts.push({ part, count: own, dueAt: limit.right.dueAt });
    // What a lasting pause holds up ends after it; a limit that is dated all the same has ended before.
    else if (whichever === 'earliest' && limit.left[0].code === 'stillPaused') paused = limit;
    else return limit;
  }
  const [first, ...others] = parts;
  if (first === undefined) return paused ?? left(...nothingToCompare(count));
  const sign = whichever === 'latest' ? 1 : -1;
  const decisive = others.reduce((best, one) => ((one.dueAt - best.dueAt) * sign > 0 ? one : best), first);
  return right({ parts, decisive });
}

/** What a part counts from; `undefined` where it need not be told and is not. */
function anchorOf(
  { from, optional }: LimitPart,
  { anchor, start, clock }: Count,
): Result<number> | undefined {
  if (from === undefined) return right(anchor);
  const value = operandReader(from)(start.told);
  if (value === undefined && optional === true) return undefined;
  const field = 'data' in from ? from.data : from.record;
  return readTime(value, [start.event.type, ...field.split('.')], clock.wall.clock);
}

/** Only of a pack that was never checked. */
function nothingToCompare({ clock }: Count): Problems {
  const type = { en: 'limit that is not optional', zh: '非可选的期限' };
  return [wrong('missing', [clock.rule.clock, 'limit', 'of'], type, undefined)];
}

/** How a limit was counted by a rule, step by step. */
export function explainedBy(rule: DeadlineRule, count: Count): Result<DeadlineExplanation> {
  const calendar = calendarFor(rule, count);
  if (calendar._tag === 'Left') return calendar;
  return explainDeadline(calendar.right, rule, count.anchor, { pauses: count.pauses });
}

function fieldOf({ untilField }: FieldLimit, { start }: Count): unknown {
  return start.told.data[untilField];
}

/** The calendar that a rule counts in: days turn where the pack says. */
export function calendarFor(rule: DeadlineRule, { clock, calendars }: Count): Result<CompiledCalendar> {
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

/** A rule, and what it counts from and around. */
export interface Ruling {
  readonly rule: DeadlineRule;
  readonly count: Count;
}

/** What counts the limit of a clock; none where a field names it, or nobody knows yet which of several decides. */
export function rulingOf(count: Count): Ruling | undefined {
  const { limit } = count.clock.rule;
  if ('whichever' in limit) {
    const compared = comparedBy(limit, count);
    if (compared._tag === 'Left') return undefined;
    const { decisive } = compared.right;
    return { rule: decisive.part.rule, count: decisive.count };
  }
  if (!('untilField' in limit)) return { rule: limit, count };
  const { otherwise } = limit;
  return fieldOf(limit, count) === undefined && otherwise !== undefined
    ? { rule: otherwise, count }
    : undefined;
}
