/** What each civil day of a calendar is, and the hours on its zone's clock that follow from that. */
import { millisecondsInDay } from 'date-fns/constants';
import { parseIsoDay } from '../foundation/civil.js';
import type { Words } from '../foundation/statement.js';
import type { DayKind } from './compiled-calendar.js';
import type { CalendarException, OpenHours, Weekday, WorkingCalendar } from './model.js';
import type { ClockHours } from './shifts.js';
import { timeOfDay, WEEKDAYS, weekdayOf } from './time-of-day.js';

/** What is planned for a civil day. */
export interface DayPlan {
  readonly kind: DayKind;
  readonly hours: readonly ClockHours[];
  /** Taken from the hours of this day, and of a shift that began the day before. */
  readonly breaks: readonly NamedBreak[];
}

/** When something called `name` interrupts the hours. */
export interface NamedBreak extends ClockHours {
  readonly name: Words;
}

/** The days of an exception: from `first` up to `last`, both included. */
interface DatedException {
  readonly first: number;
  readonly last: number;
  readonly exception: CalendarException;
}

/** The plans of all days, and the days between which they depend on exceptions. */
export interface DayPlans {
  readonly planOf: (dayNo: number) => DayPlan;
  /** The hours of the week, in milliseconds since the start of Monday. */
  readonly week: readonly ClockHours[];
  /** The first and the last day of any exception; ∞ and −∞ where there is none. */
  readonly firstException: number;
  readonly lastException: number;
}

/** Lays out a calendar's week and exceptions. */
export function dayPlans({ week, exceptions }: WorkingCalendar): DayPlans {
  const weekHours = new Map(
    WEEKDAYS.map((weekday) => [
      weekday,
      week.filter(({ days }) => days.includes(weekday)).flatMap(({ hours }) => hours.map(onClock)),
    ]),
  );
  const dated = exceptions.map((exception): DatedException => {
    const first = parseIsoDay(exception.date) ?? Number.POSITIVE_INFINITY;
    const last = exception.last === undefined ? first : (parseIsoDay(exception.last) ?? first);
    return { first, last, exception };
  });
  const hoursOn = (weekday: Weekday): readonly ClockHours[] => weekHours.get(weekday) ?? [];

  function planOf(dayNo: number): DayPlan {
    const today = dated.filter(({ first, last }) => first <= dayNo && dayNo <= last);
    const weekday = weekdayOf(dayNo);
    if (today.length === 0) return plainDay(hoursOn(weekday));
    const breaks = today.flatMap(({ exception }) =>
      exception.kind === 'break'
        ? exception.hours.map((one) => ({ ...onClock(one), name: exception.name }))
        : [],
    );
    const touched = breaks.length === 0 ? {} : { breaks: [...new Set(breaks.map(({ name }) => name))] };
    const instead = today.find(({ exception }) => exception.kind !== 'break')?.exception;
    if (instead === undefined || instead.kind === 'break') {
      const plain = plainDay(hoursOn(weekday));
      const kind = plain.kind.kind === 'ordinary' ? { ...plain.kind, ...touched } : plain.kind;
      return { ...plain, kind, breaks };
    }
    const { kind, name } = instead;
    if (kind === 'closed') return { kind: { kind: 'holiday', name }, hours: [], breaks };
    if (kind === 'workingDay')
      return {
        kind: { kind: 'makeUpDay', name, as: instead.as, ...touched },
        hours: hoursOn(instead.as),
        breaks,
      };
    return { kind: { kind: 'specialHours', name, ...touched }, hours: instead.hours.map(onClock), breaks };
  }

  return {
    planOf,
    week: WEEKDAYS.flatMap((weekday, i) =>
      hoursOn(weekday).map(({ from, until }) => ({
        from: from + i * millisecondsInDay,
        until: until + i * millisecondsInDay,
      })),
    ),
    firstException: dated.reduce((day, { first }) => Math.min(day, first), Number.POSITIVE_INFINITY),
    lastException: dated.reduce((day, { last }) => Math.max(day, last), Number.NEGATIVE_INFINITY),
  };
}

function plainDay(hours: readonly ClockHours[]): DayPlan {
  return { kind: hours.length > 0 ? ORDINARY : WEEKEND, hours, breaks: [] };
}

const ORDINARY: DayKind = { kind: 'ordinary' };
const WEEKEND: DayKind = { kind: 'weekend' };

function onClock([from, until]: OpenHours): ClockHours {
  const [start = 0, end = 0] = [timeOfDay(from), timeOfDay(until)];
  return { from: start, until: end > start ? end : end + millisecondsInDay };
}
