/** How business days were counted: every day between two days, and whether it counts. */
import { isoDay } from '../../foundation/civil.js';
import { type Result, right } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import { type DaysBetween, daysAdded, daysCounted, type NoteDay } from '../business-days.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { closedReason, openReason } from '../day-reason.js';
import { dayWords } from '../day-words.js';
import { statementsOf } from '../deadline/deadline-words.js';
import type { DaysStep, DeadlineStep } from '../deadline/step.js';
import { StepLog } from '../deadline/step-log.js';

/** How business days were counted from one day to another; `describe` puts it into words. */
export interface BusinessDaysExplanation {
  /** The day from which they are counted, `yyyy-MM-dd`; it does not count itself. */
  readonly from: string;
  /** The day up to which they are counted, itself included. */
  readonly until: string;
  /** Business days; negative where `until` is before `from`. */
  readonly days: number;
  /** Every day on the way but `from`, in the order of time; what they count adds up to `days` (or to as many back). */
  readonly steps: readonly DaysStep[];
  /** A sentence for the whole and for each step. Worked out when read. */
  readonly statements: readonly Statement[];
}

/**
 * Explains `addBusinessDays`: the same count, with every run of days up to the answer (`until`) that counts or does not,
 * by the names of the calendar's exceptions. What the steps count adds up to the number of days asked for.
 *
 * @example
 * ```ts
 * import { compileCalendar, describe, englandAndWalesBusinessCalendar, explainBusinessDays, orThrow } from 'clientele/calendar';
 *
 * const business = compileCalendar(englandAndWalesBusinessCalendar());
 * const why = orThrow(explainBusinessDays(business, '2026-04-02', 3));
 *
 * why.until; // => '2026-04-09'
 * why.steps.map(({ counted }) => counted); // => [0, 0, 0, 3]
 * describe(why, 'en').split('\n').slice(0, 2);
 * // => ['3 business days after Thursday 2 April 2026, up to Thursday 9 April 2026.', 'Friday 3 April 2026: Good Friday, not counted.']
 * ```
 */
export function explainBusinessDays(
  calendar: CompiledCalendar,
  date: string,
  days: number,
): Result<BusinessDaysExplanation> {
  return explained(calendar, (note) => daysAdded(calendar, date, days, note));
}

/**
 * Explains `businessDaysBetween`: the same count, day by day in the order of time.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, describe, explainBusinessDaysBetween, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 * const why = orThrow(explainBusinessDaysBetween(office, '2025-09-30', '2025-10-11'));
 *
 * why.days; // => 3
 * describe(why, 'zh').split('\n').at(-1); // => '2025年10月11日（星期六）：计 1 个调休上班日（国庆节、中秋节）。'
 * ```
 */
export function explainBusinessDaysBetween(
  calendar: CompiledCalendar,
  from: string,
  until: string,
): Result<BusinessDaysExplanation> {
  return explained(calendar, (note) => daysCounted(calendar, from, until, note));
}

function explained(
  calendar: CompiledCalendar,
  count: (note: NoteDay) => Result<DaysBetween>,
): Result<BusinessDaysExplanation> {
  const seen: { readonly day: number; readonly counts: boolean }[] = [];
  const counted = count((day, counts) => seen.push({ day, counts }));
  if (counted._tag === 'Left') return counted;
  const log = new StepLog();
  for (const { day, counts } of seen.toSorted((a, b) => a.day - b.day))
    log.days(day, day, counts, counts ? openReason(calendar, day) : closedReason(calendar, day));
  const steps = log.steps().filter(isOfDays);
  const { from, until, days } = counted.right;
  return right({
    from: isoDay(from),
    until: isoDay(until),
    days,
    steps,
    get statements() {
      return [whole(counted.right), ...steps.flatMap((step) => statementsOf(step, calendar.clock))];
    },
  });
}

function isOfDays(step: DeadlineStep): step is DaysStep {
  return step.kind === 'days';
}

function whole({ from, until, days }: DaysBetween): Statement {
  const counted = Math.abs(days);
  const what = { en: counted === 1 ? 'business day' : 'business days', zh: '个工作日' };
  const values = { counted, what, from: dayWords(from), until: dayWords(until) };
  if (until < from)
    return {
      en: '{counted} {what} before {from}, back to {until}.',
      zh: '{from}之前，回溯至{until}：共 {counted} {what}。',
      values,
    };
  return {
    en: '{counted} {what} after {from}, up to {until}.',
    zh: '{from}之后，至{until}：共 {counted} {what}。',
    values,
  };
}
