/** What a deadline is asked with, read once: the rule, the anchor, the pauses. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { AsOf } from '../../foundation/instant.js';
import { wrong } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import { left, type Result, right, unless } from '../../foundation/result.js';
import { instantIn, pausesOf } from '../asked.js';
import { calendarProblem } from '../calendar-problem.js';
import { checkDeadlineRule } from '../check-deadline-rule.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import type { DeadlineRule, Pause } from '../deadline-rule.js';
import { WRITTEN } from '../known-days.js';
import type { MergedPause } from '../pauses.js';
import { notWritten } from '../unknown-day.js';

/** Options of `deadlineOf` and `explainDeadline`. */
export interface DeadlineOptions {
  /**
   * Time that does not count. From minutes the time itself is left out; from days and weeks, the days that a pause
   * touches (or covers, see `pausedDays` of the rule). Overlapping pauses count once.
   */
  readonly pauses?: readonly Pause[];
}

const DEADLINE_OPTIONS: readonly (keyof DeadlineOptions)[] = ['pauses'];

/** A question that can be answered. */
export interface DeadlineQuestion {
  readonly calendar: CompiledCalendar;
  readonly rule: DeadlineRule;
  /** The instant from which the time runs; of a whole day, its last millisecond. */
  readonly anchor: number;
  /** The civil day of the anchor. */
  readonly day: number;
  /** Whether only the day is known. */
  readonly wholeDay: boolean;
  readonly pauses: readonly MergedPause[];
  /** As they were given. */
  readonly given: readonly Pause[];
}

export function questionOf(
  calendar: CompiledCalendar,
  rule: DeadlineRule,
  anchor: AsOf,
  options: DeadlineOptions,
): Result<DeadlineQuestion> {
  const notCompiled = calendarProblem(calendar);
  if (notCompiled !== undefined) return left(notCompiled);
  const checked = unless(checkDeadlineRule(rule), () => rule);
  if (checked._tag === 'Left') return checked;
  const at = instantIn(calendar, anchor, 'anchor');
  if (at._tag === 'Left') return at;
  const unknown = optionProblems(options, DEADLINE_OPTIONS);
  if (unknown !== undefined) return left(...unknown);
  const { pauses = [] } = options;
  const merged = pausesOf(pauses);
  if (merged._tag === 'Left') return merged;
  const wholeDay = typeof anchor === 'string' && parseIsoDay(anchor) !== undefined;
  const day = calendar.clock.dayOf(at.right);
  if (day < WRITTEN.first || day > WRITTEN.last) return left(notWritten('anchor', anchor));
  const question = { calendar, rule, anchor: at.right, day, wholeDay, pauses: merged.right, given: pauses };
  return wholeDay && needsTime(question) ? timeMissing(anchor) : right(question);
}

/** Whether the answer depends on the time of day: in minutes, at the same time, or at a desk that closes. */
function needsTime({ rule, calendar, day }: DeadlineQuestion): boolean {
  const { budget, until, receiptCutoff } = rule;
  if (budget.kind === 'elapsedMinutes' || budget.kind === 'workingMinutes' || until === 'sameTime')
    return true;
  return receiptCutoff === 'nextBusinessDay' && calendar.knows(day) && calendar.isBusinessDay(day);
}

function timeMissing(found: AsOf): Result<never> {
  return left(
    wrong(
      'timeMissing',
      ['anchor'],
      {
        en: 'time with its time of day, on which this limit depends',
        zh: '带时刻的时间（此期限取决于时刻）',
      },
      found,
    ),
  );
}
