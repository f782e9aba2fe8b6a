/** What a day is for a calendar: a business day or not, why, and when it is open. */
import { isoDay } from '../foundation/civil.js';
import { type Result, right } from '../foundation/result.js';
import type { Statement } from '../foundation/statement.js';
import type { Interval } from '../foundation/window.js';
import { knownDay } from './business-days.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { closedReason, type DayReason, openReason, reasonWords } from './day-reason.js';
import { dayWords, endTimeAt, timeAt } from './day-words.js';
import type { Weekday } from './model.js';
import { weekdayOf } from './time-of-day.js';

/** A day under a calendar. */
export interface DayDescription {
  /** `yyyy-MM-dd`. */
  readonly date: string;
  readonly weekday: Weekday;
  readonly isBusinessDay: boolean;
  readonly because: DayReason;
  /** When the shifts that start on the day are open, epoch milliseconds, half-open; a night shift ends on the next day. */
  readonly open: readonly Interval[];
  /** In words, with the hours on the zone's clock. */
  readonly statements: readonly Statement[];
}

/**
 * What a day (`yyyy-MM-dd`) is: whether it is a business day, why, and its hours.
 *
 * Refused: a day that does not exist, or whose holidays are not known.
 *
 * @example
 * ```ts
 * import { chinaOfficeCalendar, compileCalendar, describe, describeDay, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * describe(orThrow(describeDay(office, '2025-10-11')), 'en'); // => 'Saturday 11 October 2025: make-up working day (National Day and Mid-Autumn Festival), 09:00–17:00.'
 * describe(orThrow(describeDay(office, '2025-10-08')), 'zh'); // => '2025年10月8日（星期三）：国庆节、中秋节，不营业。'
 * ```
 */
export function describeDay(calendar: CompiledCalendar, date: string): Result<DayDescription> {
  const found = knownDay(calendar, date, 'date');
  if (found._tag === 'Left') return found;
  const day = found.right;
  const open = calendar.intervalsOf(day);
  const because = open.length > 0 ? openReason(calendar, day) : closedReason(calendar, day);
  return right({
    date: isoDay(day),
    weekday: weekdayOf(day),
    isBusinessDay: open.length > 0,
    because,
    open,
    statements: [sentence(calendar, day, because, open)],
  });
}

function sentence(
  { clock }: CompiledCalendar,
  day: number,
  because: DayReason,
  open: readonly Interval[],
): Statement {
  const values = { day: dayWords(day), because: reasonWords(because) };
  if (open.length === 0) return { en: '{day}: {because}, closed.', zh: '{day}：{because}，不营业。', values };
  const hours = open.map(({ from, until }) => `${timeAt(clock, from)}–${endTimeAt(clock, until, day)}`);
  return {
    en: '{day}: {because}, {hours}.',
    zh: '{day}：{because}，{hours}。',
    values: { ...values, hours: { en: hours.join(' and '), zh: hours.join('、') } },
  };
}
