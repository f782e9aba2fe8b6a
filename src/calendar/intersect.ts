/** Several calendars as one that is open only when all of them are. */
import { ByDay } from '../foundation/by-day.js';
import { throwProblems } from '../foundation/result.js';
import type { Interval } from '../foundation/window.js';
import { calendarProblem } from './calendar-problem.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { type KnownDays, knownDays } from './known-days.js';
import { reachTogether } from './reach.js';
import { common, united } from './spans.js';
import { Timeline } from './timeline.js';

/**
 * A calendar that is open only when all of the given ones are: a desk that needs its supplier, a carrier and a
 * warehouse. They may be in different zones: the first one's zone counts days, and its conventions hold. A business day
 * is one on which the first calendar has hours in common with the others.
 *
 * Days are known where all calendars know them. Calendars that are never open together make an intersection that
 * refuses every question about its next opening.
 *
 * @throws ProblemError for what is no compiled calendar.
 * @example
 * ```ts
 * import { compileCalendar, defineWorkingCalendar, intersectCalendars, nextOpening, orThrow } from 'clientele/calendar';
 *
 * const week = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '17:00']] }] as const;
 * const berlin = compileCalendar(defineWorkingCalendar({ name: 'Berlin', zone: 'Europe/Berlin', week }));
 * const newYork = compileCalendar(defineWorkingCalendar({ name: 'New York', zone: 'America/New_York', week }));
 * const both = intersectCalendars(berlin, newYork);
 *
 * const opens = orThrow(nextOpening(both, '2026-01-12T08:00:00Z'));
 * new Date(opens).toISOString(); // => '2026-01-12T14:00:00.000Z'
 * ```
 */
export function intersectCalendars(
  first: CompiledCalendar,
  ...others: readonly CompiledCalendar[]
): CompiledCalendar {
  throwProblems([first, ...others].flatMap((one) => calendarProblem(one) ?? []));
  const parts = [first, ...others].flatMap((one) => one.parts);
  const [leading = first, ...rest] = parts;
  if (rest.length === 0) return first;
  const { clock } = leading;
  const days = new ByDay<readonly Interval[]>();

  function workedOut(dayNo: number): readonly Interval[] {
    return rest.reduce((open, { timeline }) => {
      const [from, until] = [open[0]?.from, open.at(-1)?.until];
      if (from === undefined || until === undefined) return open;
      return common(open, united(timeline.pieces(from, until)));
    }, leading.intervalsOf(dayNo));
  }
  const intervalsOf = (dayNo: number): readonly Interval[] =>
    days.get(dayNo) ?? days.set(dayNo, workedOut(dayNo));

  const known = knownTogether(leading, rest);
  const reach = reachTogether(
    leading.reach,
    rest.map((one) => one.reach),
  );
  return {
    ...leading,
    name: parts.map(({ name }) => name).join(' & '),
    toJSON: () => parts.map(({ calendar }) => calendar),
    knows: (dayNo) => dayNo >= known.firstDay && dayNo <= known.lastDay,
    intervalsOf,
    isBusinessDay: (dayNo) => intervalsOf(dayNo).length > 0,
    parts,
    timeline: new Timeline(clock, intervalsOf, known, reach),
    reach,
  };
}

/** Instants that all know, and the days of the first whose shifts the others know from beginning to end. */
function knownTogether(leading: CompiledCalendar, others: readonly CompiledCalendar[]): KnownDays {
  const { clock, intervalsOf, timeline } = leading;
  const from = Math.max(...others.map((one) => one.timeline.known.from));
  const until = Math.min(...others.map((one) => one.timeline.known.until));
  const endOf = (day: number): number =>
    Math.max(clock.startOf(day + 1), intervalsOf(day).at(-1)?.until ?? 0);
  let first = Math.max(timeline.known.firstDay, clock.dayOf(from));
  if (clock.startOf(first) < from) first += 1;
  let last = Math.min(timeline.known.lastDay, clock.dayOf(until));
  while (endOf(last) > until) last -= 1;
  return knownDays(
    { from: Math.max(from, timeline.known.from), until: Math.min(until, timeline.known.until) },
    { first, last },
  );
}
