/** The last day of a limit of days, weeks or months. */
import { civilDate, dayNumber, isoDay } from '../../foundation/civil.js';
import { addMonths } from '../../foundation/months.js';
import { openDayFrom } from '../business-days.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { closedReason, type DayReason } from '../day-reason.js';
import type { DeadlineRule, TimeBudget } from '../deadline-rule.js';
import { type Lost, WRITTEN } from '../known-days.js';
import { lastOfDays } from './count-days.js';
import { pausedDays } from './paused-days.js';
import type { DeadlineQuestion } from './question.js';
import type { StepLog } from './step-log.js';

/** A budget that is counted in days. */
export type DayBudget = Exclude<TimeBudget, { readonly minutes: number }>;

/** The last day, after cutoff, count and roll. */
export function lastDayOf(
  question: DeadlineQuestion,
  budget: DayBudget,
  log: StepLog | undefined,
): number | Lost {
  const { calendar, rule, pauses } = question;
  const anchorDay = rule.anchorDay ?? 'excluded';
  const dayZero = receivedOn(question, log);
  if (typeof dayZero !== 'number') return dayZero;
  log?.add({ kind: 'anchor', day: isoDay(dayZero), counts: anchorDay });

  const counted = lastOfDays(
    {
      calendar,
      first: anchorDay === 'included' ? dayZero : dayZero + 1,
      days: daysOf(budget, dayZero, rule, log),
      unit: budget.kind === 'businessDays' ? 'business' : 'civil',
      paused: pausedDays(pauses, calendar.clock, rule.pausedDays ?? 'touched'),
    },
    log?.days,
  );
  if (typeof counted !== 'number') return counted;
  if (counted > WRITTEN.last) return { kind: 'tooFar' };
  return rolled(question, counted, dayZero, log);
}

/** The day on which something counts as received. */
function receivedOn(
  { calendar, rule, anchor, day, wholeDay }: DeadlineQuestion,
  log: StepLog | undefined,
): number | Lost {
  if (rule.receiptCutoff !== 'nextBusinessDay') return day;
  if (!calendar.knows(day)) return { kind: 'unknownDay', day };
  const closes = calendar.intervalsOf(day).at(-1)?.until;
  if (closes !== undefined && (wholeDay || anchor < closes)) return day;
  const next = openDayFrom(calendar, day + 1, 1);
  if (typeof next === 'number') {
    const because = closes === undefined ? closedReason(calendar, day) : ({ kind: 'afterClosing' } as const);
    log?.add({ kind: 'cutoff', from: isoDay(day), to: isoDay(next), because });
  }
  return next;
}

/** How many days are to be counted; months have as many as there are from the anchor's day to the day that ends them. */
function daysOf(budget: DayBudget, dayZero: number, rule: DeadlineRule, log: StepLog | undefined): number {
  switch (budget.kind) {
    case 'calendarDays':
    case 'businessDays':
      return budget.days;
    case 'weeks':
      return 7 * budget.weeks;
    case 'months': {
      const included = rule.anchorDay === 'included';
      const { day, clamped } = monthsLater(dayZero, budget.months, rule);
      // Where the first day counts, a month from 1 March ends on 31 March; a clamped end is the last of its month already.
      const last = included && !clamped ? day - 1 : day;
      const days = included ? last - dayZero + 1 : last - dayZero;
      const [from, to] = [isoDay(dayZero), isoDay(last)];
      log?.add({ kind: 'months', months: budget.months, from, to, days, clamped });
      return days;
    }
  }
}

function monthsLater(
  from: number,
  months: number,
  { monthEnd = 'clamp' }: DeadlineRule,
): { readonly day: number; readonly clamped: boolean } {
  const day = addMonths(from, months);
  const wanted = civilDate(from).day;
  const reached = civilDate(day);
  const short = wanted - reached.day;
  return monthEnd === 'clamp'
    ? { day, clamped: short > 0 }
    : { day: dayNumber(reached) + short, clamped: false };
}

function rolled(
  { calendar, rule }: DeadlineQuestion,
  day: number,
  dayZero: number,
  log: StepLog | undefined,
): number | Lost {
  const { roll = 'none' } = rule;
  if (roll === 'none') return day;
  if (!calendar.knows(day)) return { kind: 'unknownDay', day };
  if (calendar.isBusinessDay(day)) return day;
  const to = ROLLS[roll](calendar, day, dayZero);
  if (typeof to === 'number') {
    const because: DayReason = closedReason(calendar, day);
    log?.add({ kind: 'roll', from: isoDay(day), to: isoDay(to), rule: roll, because });
  }
  return to;
}

type Roll = (calendar: CompiledCalendar, day: number, dayZero: number) => number | Lost;

const following: Roll = (calendar, day) => openDayFrom(calendar, day, 1);

/** Backwards, unless that were before the anchor's own day. */
const preceding: Roll = (calendar, day, dayZero) => {
  const before = openDayFrom(calendar, day, -1);
  if (typeof before === 'number') return before < dayZero ? following(calendar, day, dayZero) : before;
  return before;
};

/** Forwards, unless that were in another month. */
const modifiedFollowing: Roll = (calendar, day, dayZero) => {
  const after = following(calendar, day, dayZero);
  const reached = typeof after === 'number' ? after : after.kind === 'unknownDay' ? after.day : undefined;
  if (reached === undefined || sameMonth(reached, day)) return after;
  return preceding(calendar, day, dayZero);
};

function sameMonth(a: number, b: number): boolean {
  const [one, two] = [civilDate(a), civilDate(b)];
  return one.year === two.year && one.month === two.month;
}

const ROLLS: Readonly<Record<Exclude<NonNullable<DeadlineRule['roll']>, 'none'>, Roll>> = {
  following,
  preceding,
  modifiedFollowing,
};
