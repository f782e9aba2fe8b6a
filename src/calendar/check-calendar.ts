/** What a calendar of the right shape can still get wrong: times and days that do not exist, exceptions at odds, never being open. */
import { isoDay, isZone, parseIsoDay } from '../foundation/civil.js';
import { type Path, problem, wrong } from '../foundation/make-problem.js';
import type { Expectation, Problem } from '../foundation/problem.js';
import { checkHours } from './check-hours.js';
import type { CalendarException, WorkingCalendar } from './model.js';

/** Days of an exception, as day numbers, both inclusive. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** The longest exception; what is closed for longer is better left out of the week. */
const MOST_DAYS = 366;

/**
 * All problems of a calendar; none means that it can be compiled.
 *
 * Times of day are `HH:mm` up to `24:00`, no interval is empty, days exist and lie within `known`, no two exceptions
 * say different things of one day, and there is some time at which the calendar is open.
 */
export function checkWorkingCalendar(calendar: WorkingCalendar): readonly Problem[] {
  if (!hasLists(calendar)) return [wrong('notDefined', [], DEFINED, calendar)];
  const { zone, week, exceptions } = calendar;
  const spans = exceptions.map(spanOf);
  return [
    ...(isZone(zone) ? [] : [problem('unknownZone', ['zone'], { kind: 'zone' }, zone)]),
    ...week.flatMap((rule, i) => checkHours(rule.hours, ['week', i, 'hours'])),
    ...checkKnown(calendar),
    ...exceptions.flatMap((exception, i) => checkException(exception, spans[i], calendar, ['exceptions', i])),
    ...contradictions(exceptions, spans),
    ...checkOpen(calendar),
  ];
}

const DEFINED = {
  en: 'calendar as defineWorkingCalendar or parseWorkingCalendar gives it',
  zh: 'defineWorkingCalendar 或 parseWorkingCalendar 给出的日历',
};

/** JavaScript may hand over a calendar that was never completed. */
function hasLists(calendar: Partial<WorkingCalendar> | null | undefined): boolean {
  const { week, exceptions, conventions } = calendar ?? {};
  return Array.isArray(week) && Array.isArray(exceptions) && typeof conventions === 'object';
}

function notADay(path: Path, found: string): Problem {
  return wrong('notADay', path, { en: 'day that exists', zh: '存在的日期' }, found);
}

function checkKnown({ known }: WorkingCalendar): readonly Problem[] {
  if (known === undefined) return [];
  const [from, until] = [parseIsoDay(known.from), parseIsoDay(known.until)];
  if (from === undefined) return [notADay(['known', 'from'], known.from)];
  if (until === undefined) return [notADay(['known', 'until'], known.until)];
  if (until > from) return [];
  const type = { en: `day after ${known.from}`, zh: `${known.from} 之后的日期` };
  return [wrong('endsBeforeItBegins', ['known', 'until'], type, known.until)];
}

/** The days of an exception, where both exist and are in order. */
function spanOf({ date, last = date }: CalendarException): Span | undefined {
  const [first, final] = [parseIsoDay(date), parseIsoDay(last)];
  const readable = first !== undefined && final !== undefined && final >= first && final - first < MOST_DAYS;
  return readable ? { first, last: final } : undefined;
}

function checkException(
  exception: CalendarException,
  span: Span | undefined,
  calendar: WorkingCalendar,
  path: Path,
): readonly Problem[] {
  return [
    ...(span === undefined
      ? [unreadableDays(exception, path)]
      : outsideKnown(exception, span, calendar, path)),
    ...('hours' in exception ? checkHours(exception.hours, [...path, 'hours']) : []),
    ...checkWorkingDay(exception, calendar, path),
  ];
}

function unreadableDays({ date, last = date }: CalendarException, path: Path): Problem {
  if (parseIsoDay(date) === undefined) return notADay([...path, 'date'], date);
  if (parseIsoDay(last) === undefined) return notADay([...path, 'last'], last);
  const type =
    last < date
      ? { en: `day not before ${date}`, zh: `不早于 ${date} 的日期` }
      : { en: `day less than ${MOST_DAYS} days after ${date}`, zh: `${date} 之后 ${MOST_DAYS} 天内的日期` };
  return wrong(last < date ? 'endsBeforeItBegins' : 'outOfRange', [...path, 'last'], type, last);
}

function outsideKnown(
  { last }: CalendarException,
  span: Span,
  { known }: WorkingCalendar,
  path: Path,
): readonly Problem[] {
  const from = parseIsoDay(known?.from ?? '');
  const until = parseIsoDay(known?.until ?? '');
  if (known === undefined || from === undefined || until === undefined) return [];
  const type = {
    en: `day within known, from ${known.from} until before ${known.until}`,
    zh: `在 known 之内的日期（从 ${known.from} 起，${known.until} 之前）`,
  };
  if (span.first < from || span.first >= until)
    return [wrong('outsideKnown', [...path, 'date'], type, isoDay(span.first))];
  return last !== undefined && span.last >= until
    ? [wrong('outsideKnown', [...path, 'last'], type, last)]
    : [];
}

/** A make-up day has the hours of a weekday that has some. */
function checkWorkingDay(
  exception: CalendarException,
  { week }: WorkingCalendar,
  path: Path,
): readonly Problem[] {
  if (exception.kind !== 'workingDay') return [];
  const open = [...new Set(week.flatMap(({ days }) => days))];
  if (open.includes(exception.as)) return [];
  const expected: Expectation =
    open.length > 0
      ? { kind: 'oneOf', values: open }
      : { kind: 'type', type: { en: 'weekday that has hours', zh: '有营业时间的星期' } };
  return [problem('closedWeekday', [...path, 'as'], expected, exception.as)];
}

/** Days of which two exceptions say different things; breaks go with everything, and closed twice is closed. */
function contradictions(
  exceptions: readonly CalendarException[],
  spans: readonly (Span | undefined)[],
): readonly Problem[] {
  const said = new Map<number, { readonly what: string; readonly index: number }>();
  return exceptions.flatMap((exception, index): readonly Problem[] => {
    const span = spans[index];
    if (exception.kind === 'break' || span === undefined) return [];
    const what = saying(exception);
    for (let day = span.first; day <= span.last; day += 1) {
      const before = said.get(day);
      if (before === undefined) said.set(day, { what, index });
      else if (before.what !== what) return [contradiction(index, before.index, day, exception)];
    }
    return [];
  });
}

function saying(exception: Exclude<CalendarException, { readonly kind: 'break' }>): string {
  if (exception.kind === 'closed') return 'closed';
  return JSON.stringify(exception.kind === 'workingDay' ? exception.as : exception.hours);
}

function contradiction(index: number, other: number, day: number, { kind }: CalendarException): Problem {
  const date = isoDay(day);
  const type = {
    en: `day of which exceptions[${other}] does not say otherwise (${date})`,
    zh: `exceptions[${other}] 未另作规定的日期（${date}）`,
  };
  return wrong('contradiction', ['exceptions', index, 'date'], type, kind);
}

/** Whether there is some day with hours. */
function checkOpen({ week, exceptions }: WorkingCalendar): readonly Problem[] {
  const byWeek = week.some(({ days, hours }) => days.length > 0 && hours.length > 0);
  if (byWeek || exceptions.some(({ kind }) => kind === 'hours')) return [];
  const type = {
    en: 'calendar that is open at some time: a rule of the week, or an exception of kind hours',
    zh: '有营业时间的日历：week 中的规则，或 hours 类例外',
  };
  return [wrong('neverOpen', ['week'], type, week)];
}
