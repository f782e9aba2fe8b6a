/** A working calendar made ready to be asked often. */
import { ByDay } from '../foundation/by-day.js';
import { parseIsoDay, zoneClock } from '../foundation/civil.js';
import { ProblemError } from '../foundation/result.js';
import type { Interval } from '../foundation/window.js';
import { checkWorkingCalendar } from './check-calendar.js';
import type { CompiledCalendar, NamedInterval } from './compiled-calendar.js';
import { type DayPlan, dayPlans } from './day-plan.js';
import { type KnownDays, knownDays, WRITTEN } from './known-days.js';
import type { WorkingCalendar } from './model.js';
import { reachOf } from './reach.js';
import { type EdgeEffect, edgeEffects, existsDay, shiftOf } from './shifts.js';
import { united, without } from './spans.js';
import { LONGEST, Timeline } from './timeline.js';

/**
 * Makes a calendar ready for questions. Do it once and keep the result: it remembers the days it has worked out, and
 * adds working time up in blocks, so that a deadline in a year takes about as long as one tomorrow.
 *
 * Every shift belongs to the day on which it starts; what two shifts share is counted once and belongs to the earlier.
 * A day that the zone skips (Samoa, 30 December 2011) has no hours. An opening or closing time that a clock change
 * skips or repeats follows the calendar's conventions; an interval that ends where it then begins is empty.
 *
 * @throws ProblemError for a calendar that was neither defined nor parsed and is wrong.
 * @example
 * ```ts
 * import { addWorkingTime, compileCalendar, defineWorkingCalendar, orThrow } from 'clientele/calendar';
 *
 * const desk = compileCalendar(
 *   defineWorkingCalendar({
 *     name: 'service desk',
 *     zone: 'Europe/Berlin',
 *     week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }],
 *   }),
 * );
 *
 * const due = orThrow(addWorkingTime(desk, '2026-01-09T16:00:00+01:00', 120));
 * new Date(due).toISOString(); // => '2026-01-12T09:00:00.000Z'
 * ```
 */
export function compileCalendar(calendar: WorkingCalendar): CompiledCalendar {
  const [problem, ...others] = checkWorkingCalendar(calendar);
  if (problem !== undefined) throw new ProblemError([problem, ...others]);
  const { name, zone, conventions } = calendar;
  const clock = zoneClock(zone);
  const { planOf, week, firstException, lastException } = dayPlans(calendar);
  const plans = new ByDay<DayPlan>();
  const days = new ByDay<readonly Interval[]>();
  const effects = new ByDay<readonly EdgeEffect[]>();
  const breaks = calendar.exceptions.some(({ kind }) => kind === 'break');

  const plan = (dayNo: number): DayPlan => plans.get(dayNo) ?? plans.set(dayNo, planOf(dayNo));
  const intervalsOf = (dayNo: number): readonly Interval[] =>
    days.get(dayNo) ?? days.set(dayNo, workedOut(dayNo));

  function workedOut(dayNo: number): readonly Interval[] {
    const { hours } = plan(dayNo);
    if (hours.length === 0 || !existsDay(dayNo, clock)) return [];
    const open = united(hours.map((one) => shiftOf(one, dayNo, clock, conventions)));
    return without(open, breaksAround(dayNo));
  }

  function breaksAround(dayNo: number): readonly NamedInterval[] {
    if (!breaks) return [];
    const around = Array.from({ length: 2 * LONGEST + 1 }, (_, i) => dayNo - LONGEST + i);
    return around
      .flatMap((day) =>
        plan(day).breaks.map((one) => ({ ...shiftOf(one, day, clock, conventions), name: one.name })),
      )
      .toSorted((a, b) => a.from - b.from);
  }

  const known = knownOf(calendar, clock.startOf, intervalsOf);
  const reach = reachOf({ week: { hours: week, clock }, firstException, lastException });
  const compiled: CompiledCalendar = {
    calendar,
    name,
    toJSON: () => calendar,
    clock,
    conventions,
    knows: (dayNo) => dayNo >= known.firstDay && dayNo <= known.lastDay,
    dayKind: (dayNo) => plan(dayNo).kind,
    intervalsOf,
    isBusinessDay: (dayNo) => intervalsOf(dayNo).length > 0,
    get parts() {
      return [compiled];
    },
    timeline: new Timeline(clock, intervalsOf, known, reach),
    reach,
    breaksAround,
    edgeEffects: (dayNo) =>
      effects.get(dayNo) ?? effects.set(dayNo, edgeEffects(plan(dayNo).hours, dayNo, clock, conventions)),
  };
  return compiled;
}

/** What is known, in days and in instants. A night shift of the day before the first known one is not known, so nothing is while it lasts. */
function knownOf(
  { known }: WorkingCalendar,
  startOf: (dayNo: number) => number,
  intervalsOf: (dayNo: number) => readonly Interval[],
): KnownDays {
  const first = (known && parseIsoDay(known.from)) ?? WRITTEN.first;
  const last = known === undefined ? WRITTEN.last : (parseIsoDay(known.until) ?? WRITTEN.last + 1) - 1;
  const lasting = Array.from({ length: LONGEST }, (_, i) => first - 1 - i).flatMap(intervalsOf);
  const from = lasting.reduce((latest, { until }) => Math.max(latest, until), startOf(first));
  return knownDays({ from, until: startOf(last + 1) }, { first, last });
}
