/** Which rows a window holds at an instant. */

import { parseIsoDay } from '../../foundation/civil.js';
import { earliestWithin } from '../../foundation/months.js';
import { type Stretch, Stretches } from '../outlook/stretches.js';
import type { QualificationWindow } from '../periods.js';
import type { PeriodBounds } from '../program.js';
import { addDuration } from '../time/civil-duration.js';
import { type DaySpan, membershipYearOf, periodOf, wholeMonthsBefore } from '../time/period-days.js';
import { dayOf } from './days.js';
import { firstAt } from './rows.js';
import type { Mark, Span, Work } from './work.js';

const EVER = Number.NEGATIVE_INFINITY;
const NEVER = Number.POSITIVE_INFINITY;

/** The span of one of the program's windows at an instant; `grantedAt` is where `sinceGrant` begins. */
export function spanAt(work: Work, number: number, at: number, grantedAt: number = EVER): Span {
  const known = work.spans[number];
  if (known !== undefined && at >= known.validFrom && at < known.validUntil) return known;
  const span = lookUp(work, number, at, grantedAt);
  work.spans[number] = span;
  return span;
}

/** The first row that is too late for a span, as of an instant. */
export function endOf(work: Work, span: Span, at: number): number {
  const until = Math.min(span.until, at + 1);
  const { at: times } = work.rows;
  const rows = times.length;
  if (rows === 0 || (times[rows - 1] as number) < until) return rows;
  // Counting may have begun anew after the end of a window.
  return Math.max(span.first, firstAt(work.rows, until));
}

function lookUp(work: Work, number: number, at: number, grantedAt: number): Span {
  const { clock, windows } = work.program;
  const window = windows[number] as QualificationWindow;
  switch (window.kind) {
    case 'lifetime':
      return { from: EVER, until: NEVER, first: 0, adjustment: 0, validFrom: EVER, validUntil: NEVER };
    case 'balance':
      return onlyNow(work, EVER, NEVER);
    case 'sinceTierStart':
      return since(work, work.track.term, window.withTrigger === true);
    case 'sinceLastChange':
      return since(work, work.track.change, window.withTrigger === true);
    case 'sinceGrant':
      return onlyNow(work, grantedAt, NEVER);
    case 'fixed': {
      const day = (text: string): number => clock.startOf(parseIsoDay(text) ?? 0);
      return onlyNow(work, day(window.from), day(window.until));
    }
    case 'calendar':
    case 'membershipYear':
      return period(work, window, number, at);
    case 'rollingDays':
      return onlyNow(work, clock.startOf(clock.dayOf(at) - window.days + 1), NEVER);
    case 'rollingMonths':
      return onlyNow(work, clock.startOf(earliestWithin(clock.dayOf(at), window.months)), NEVER);
    case 'wholeMonths': {
      const { from, until } = wholeMonthsBefore(clock.dayOf(at), window.months);
      return onlyNow(work, clock.startOf(from), clock.startOf(until));
    }
  }
}

export type PeriodWindow = Extract<QualificationWindow, { kind: 'calendar' | 'membershipYear' }>;

/** The days of a calendar window's period, or of a membership year, so many periods before that of a day. */
export function periodDays(
  work: Work,
  window: PeriodWindow,
  day: number,
  ago: number = window.ago ?? 0,
): DaySpan {
  return window.kind === 'calendar'
    ? periodOf(window, day, ago)
    : membershipYearOf(dayOf(work, work.enrolledAt), day, ago);
}

function period(work: Work, window: PeriodWindow, number: number, at: number): Span {
  const bounds =
    window.kind === 'calendar' ? calendarBounds(work, window, number, at) : boundsOf(work, window, at);
  return spanOf(work, bounds.from, bounds.until, bounds);
}

/** The same for all members, so worked out once for each period. */
function calendarBounds(work: Work, window: PeriodWindow, number: number, at: number): PeriodBounds {
  const { periods } = work.program;
  periods[number] ??= new Stretches();
  return periods[number].at(at, () => boundsOf(work, window, at));
}

function boundsOf(work: Work, window: PeriodWindow, at: number): PeriodBounds {
  const { clock, policy } = work.program;
  const shown = periodDays(work, window, clock.dayOf(at), 0);
  // Where clocks go back over midnight the last day of a period returns; the next one has begun all the same.
  const day = at < clock.startOf(shown.until) ? shown.from : shown.until;
  const own = periodDays(work, window, day, 0);
  const counted = periodDays(work, window, day);
  const until = clock.startOf(counted.until);
  const turns = clock.startOf(own.until);
  const grace = policy.grace.counters;
  const graceEnds = grace === undefined ? EVER : clock.startOf(addDuration(own.from, grace));
  const inGrace = at < graceEnds;
  const first = inGrace ? periodDays(work, window, day, (window.ago ?? 0) + 1) : counted;
  return {
    from: clock.startOf(first.from),
    until,
    validFrom: inGrace ? clock.startOf(own.from) : Math.max(graceEnds, clock.startOf(own.from)),
    validUntil: inGrace ? Math.min(graceEnds, turns) : turns,
  };
}

/** A span that is looked up again each time. */
function onlyNow(work: Work, from: number, until: number): Span {
  return spanOf(work, from, until, NOT_KEPT);
}

const NOT_KEPT: Stretch = { validFrom: NEVER, validUntil: EVER };

function spanOf(work: Work, from: number, until: number, { validFrom, validUntil }: Stretch): Span {
  const { floor, rows } = work;
  const first = Math.max(from === EVER ? 0 : firstAt(rows, from), floor.row);
  return {
    from: Math.max(from, floor.at),
    until,
    first,
    adjustment: floor.adjustment,
    validFrom,
    validUntil,
  };
}

function since(work: Work, mark: Mark, withTrigger: boolean): Span {
  const { floor } = work;
  const first = mark.row - Number(withTrigger && mark.triggered);
  return {
    from: mark.at,
    until: NEVER,
    first: Math.max(first, floor.row),
    adjustment: Math.max(mark.adjustment, floor.adjustment),
    validFrom: NEVER,
    validUntil: EVER,
  };
}
