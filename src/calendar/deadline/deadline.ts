/** Deadlines: when something must be done by, and how that was counted. */
import { isoDay } from '../../foundation/civil.js';
import type { AsOf } from '../../foundation/instant.js';
import { NO_OPTIONS } from '../../foundation/options.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { minutesOf, problemOf, wholeMilliseconds } from '../asked.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import type { DeadlineRule } from '../deadline-rule.js';
import { explainRun } from '../explain/explain-working-time.js';
import { type Lost, WRITTEN } from '../known-days.js';
import { pauseNames } from '../pauses.js';
import { runOf } from '../working-time.js';
import { statementsOf } from './deadline-words.js';
import { elapsedFrom } from './elapsed.js';
import { endOn } from './end-of-day.js';
import { lastDayOf } from './last-day.js';
import { type DeadlineOptions, type DeadlineQuestion, questionOf } from './question.js';
import type { Deadline, DeadlineExplanation, DeadlineStep } from './step.js';
import { StepLog } from './step-log.js';

/**
 * When something must be done by, under a time limit that runs from an anchor.
 *
 * The anchor is an instant (as text without an offset: on the clock of the calendar's zone), or a day `yyyy-MM-dd` where
 * only the day matters: for days, weeks and months that do not ask for its time of day. Of days, the anchor's own is not counted unless the rule says so; months are counted from the
 * anchor and never chained (31 January and two months is 31 March); what is asked beyond the known days of the calendar
 * is refused, with the first such day named.
 *
 * Refused: an anchor that is no time, or only a day where the time decides; budgets below 0 or of more than a hundred
 * years; unknown days; a calendar that does not open often enough; a pause that lasts, unless the limit ends before it;
 * an option that there is not.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, deadlineOf, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 * const sevenDays = { budget: { kind: 'businessDays', days: 7 } } as const;
 *
 * const due = orThrow(deadlineOf(office, sevenDays, '2025-09-25'));
 * due.lastDay; // => '2025-10-11'
 * new Date(due.at).toISOString(); // => '2025-10-11T16:00:00.000Z'
 *
 * const late = deadlineOf(office, sevenDays, '2026-12-25');
 * late._tag === 'Left' ? late.left[0].found : ''; // => '2027-01-01'
 * ```
 */
export function deadlineOf(
  calendar: CompiledCalendar,
  rule: DeadlineRule,
  anchor: AsOf,
  options: DeadlineOptions = NO_OPTIONS,
): Result<Deadline> {
  const question = questionOf(calendar, rule, anchor, options);
  return question._tag === 'Left' ? question : answer(question.right, undefined);
}

/**
 * The deadline of {@link deadlineOf} with the way to it: where the count starts, each run of days or of time that counts
 * or does not and why, by the names of the calendar's exceptions and pauses; what the end of a month, a roll or
 * closing time did. What the steps count adds up to the budget.
 *
 * @example
 * ```ts
 * import { compileCalendar, describe, englandAndWalesBusinessCalendar, explainDeadline, orThrow } from 'clientele/calendar';
 *
 * const business = compileCalendar(englandAndWalesBusinessCalendar());
 * const rule = { budget: { kind: 'businessDays', days: 3 } } as const;
 *
 * describe(orThrow(explainDeadline(business, rule, '2026-04-02')), 'en').split('\n');
 * // => ['From Thursday 2 April 2026, which is not counted.', 'Friday 3 April 2026: Good Friday, not counted.', 'Saturday 4 April 2026 to Sunday 5 April 2026: weekend, not counted.', 'Monday 6 April 2026: Easter Monday, not counted.', 'Tuesday 7 April 2026 to Thursday 9 April 2026: 3 business days.', 'The last day is Thursday 9 April 2026, to its end.']
 * ```
 */
export function explainDeadline(
  calendar: CompiledCalendar,
  rule: DeadlineRule,
  anchor: AsOf,
  options: DeadlineOptions = NO_OPTIONS,
): Result<DeadlineExplanation> {
  const question = questionOf(calendar, rule, anchor, options);
  if (question._tag === 'Left') return question;
  const log = new StepLog();
  const deadline = answer(question.right, log);
  if (deadline._tag === 'Left') return deadline;
  const steps = log.steps();
  const names = pauseNames(question.right.given);
  return right({
    ...deadline.right,
    ...totalOf(question.right, steps),
    steps,
    get statements() {
      return steps.flatMap((step) => statementsOf(step, calendar.clock, names));
    },
  });
}

/** The answer; the steps to it go into the log, where there is one. */
function answer(question: DeadlineQuestion, log: StepLog | undefined): Result<Deadline> {
  const { budget } = question.rule;
  switch (budget.kind) {
    case 'elapsedMinutes':
      return ending(question, elapsedFrom(question, budget.minutes, log));
    case 'workingMinutes': {
      const until = workingTimeFrom(question, budget.minutes, log);
      return until._tag === 'Left' ? until : ending(question, until.right);
    }
    default: {
      const day = lastDayOf(question, budget, log);
      const at = typeof day === 'number' ? endOn(question, day, log) : day;
      return ending(question, at, typeof day === 'number' ? day : undefined);
    }
  }
}

function ending(
  { calendar, given }: DeadlineQuestion,
  at: number | Lost,
  lastDay?: number,
): Result<Deadline> {
  if (typeof at !== 'number') return left(problemOf(calendar, at, 'budget', given));
  const day = lastDay ?? calendar.clock.dayOf(at - 1);
  if (day > WRITTEN.last) return left(problemOf(calendar, { kind: 'tooFar' }, 'budget'));
  return right({ at, lastDay: isoDay(day) });
}

/** By the calendar's hours; its problems name the arguments of this question. */
function workingTimeFrom(
  { calendar, rule, anchor, given }: DeadlineQuestion,
  minutes: number,
  log: StepLog | undefined,
): Result<number> {
  const options =
    rule.boundary === undefined ? { pauses: given } : { pauses: given, boundary: rule.boundary };
  const run = runOf(calendar, anchor, minutes, options);
  if (run._tag === 'Left') return left(renamed(run.left[0]));
  if (log !== undefined) {
    const explanation = explainRun(calendar, run.right, pauseNames(given));
    const counted = explanation.steps.reduce(
      (sum, step) => sum + (step.kind === 'counted' ? step.until - step.from : 0),
      0,
    );
    log.add({ kind: 'working', counted: minutesOf(counted), explanation });
  }
  return right(run.right.until);
}

function renamed(problem: Problem): Problem {
  const [argument] = problem.path;
  const path =
    argument === 'from' ? ['anchor'] : argument === 'minutes' ? ['budget', 'minutes'] : problem.path;
  return { ...problem, path };
}

function totalOf(
  { rule: { budget } }: DeadlineQuestion,
  steps: readonly DeadlineStep[],
): Pick<DeadlineExplanation, 'unit' | 'total'> {
  switch (budget.kind) {
    case 'elapsedMinutes':
    case 'workingMinutes':
      return { unit: 'minutes', total: minutesOf(wholeMilliseconds(budget.minutes)) };
    case 'calendarDays':
    case 'businessDays':
      return { unit: 'days', total: budget.days + 0 };
    case 'weeks':
      return { unit: 'days', total: 7 * budget.weeks + 0 };
    case 'months':
      return { unit: 'days', total: steps.find((step) => step.kind === 'months')?.days ?? 0 };
  }
}
