/** How long a tier lasts. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { CalendarPeriod, TierValidity } from '../periods.js';
import type { Lasting, PeriodTerm, Term } from '../program.js';
import { addDuration, subtractDuration } from '../time/civil-duration.js';
import { durationEnd } from '../time/duration-end.js';
import { membershipYearOf, nextScheduled, periodOf } from '../time/period-days.js';
import { dayOf } from './days.js';
import type { Work } from './work.js';

const OPEN: Term = { expiresAt: Number.POSITIVE_INFINITY, measuredAt: Number.POSITIVE_INFINITY };

export function validityOf({ program }: Work, place: number): TierValidity {
  return program.lasting[place]?.validity ?? program.policy.validity;
}

/**
 * The term of a tier from an instant on. `measured` is the instant the qualification is taken from: the same, or the
 * end of the term before, whose period decides how far the new one goes.
 */
export function termOf(work: Work, place: number, from: number, measured: number = from): Term {
  if (place === 0) return OPEN;
  const term = atLeastHeld(work, place, from, ofValidity(work, place, from, measured));
  // A period that is over by now gives no term: then the one of now does.
  return term.expiresAt > from || measured === from ? term : termOf(work, place, from);
}

/** Whether the term that a qualification by `measured` gives goes on after an instant. */
export function lastsBeyond(work: Work, place: number, at: number, measured: number): boolean {
  const own = ofValidity(work, place, at, measured);
  // Another tier than the present one has not been held yet: a minimum hold is nothing it has earned.
  const term = place === work.track.tier ? atLeastHeld(work, place, at, own) : own;
  return term.expiresAt > at;
}

/** The term from an instant on of somebody who qualified before it; `undefined` where it is over by then. */
export function termStillRunning(
  work: Work,
  place: number,
  qualified: number,
  from: number,
): Term | undefined {
  const own = ofValidity(work, place, qualified, qualified);
  return own.expiresAt > from ? atLeastHeld(work, place, from, own) : undefined;
}

function ofValidity(work: Work, place: number, from: number, measured: number): Term {
  const validity = validityOf(work, place);
  switch (validity.kind) {
    case 'lifetime':
    case 'whileQualified':
      return OPEN;
    case 'endOfPeriod':
      return validity.period === 'membershipYear'
        ? endOfMembershipYear(work, validity, dayOf(work, measured))
        : endOfCalendarPeriod(work, place, validity, validity.period, measured);
    case 'duration': {
      const { terms } = work.program.lasting[place] as Lasting;
      const day = dayOf(work, from);
      return terms.get(day) ?? terms.set(day, duration(work, validity, day));
    }
    case 'attribute': {
      const day = work.attributes.get(validity.attribute);
      const end = typeof day === 'string' ? parseIsoDay(day) : undefined;
      return end === undefined || end <= dayOf(work, from) ? OPEN : term(work, end, end);
    }
  }
}

/** Before when no instant gives a later end than a given one does; -∞ where each day has its own. */
export function sameTermUntil(work: Work, place: number, from: number): number {
  const validity = validityOf(work, place);
  if (validity.kind !== 'endOfPeriod') return Number.NEGATIVE_INFINITY;
  if (validity.period !== 'membershipYear')
    return endOfCalendarPeriod(work, place, validity, validity.period, from).validUntil;
  const { until } = membershipYearOf(dayOf(work, work.enrolledAt), dayOf(work, from));
  return work.program.clock.startOf(until);
}

type EndOfPeriod = Extract<TierValidity, { kind: 'endOfPeriod' }>;

function endOfMembershipYear(work: Work, validity: EndOfPeriod, day: number): Term {
  const { until } = membershipYearOf(dayOf(work, work.enrolledAt), day, -validity.periods);
  return extendedTerm(work, validity, until);
}

/** The term of a calendar period, the same for all members. */
function endOfCalendarPeriod(
  work: Work,
  place: number,
  validity: EndOfPeriod,
  period: CalendarPeriod,
  at: number,
): PeriodTerm {
  const { clock, lasting } = work.program;
  return (lasting[place] as Lasting).periodTerms.at(at, () => {
    const shown = periodOf(period, clock.dayOf(at));
    // As for windows: where the last day of a period returns, the next period has begun.
    const own = at < clock.startOf(shown.until) ? shown : periodOf(period, shown.until);
    const { until } = periodOf(period, own.from, -validity.periods);
    return {
      ...extendedTerm(work, validity, until),
      validFrom: clock.startOf(own.from),
      validUntil: clock.startOf(own.until),
    };
  });
}

function extendedTerm(work: Work, { extend = 'P0D' }: EndOfPeriod, until: number): Term {
  return term(work, addDuration(until, extend), until);
}

function duration(work: Work, validity: Extract<TierValidity, { kind: 'duration' }>, day: number): Term {
  const end = durationEnd(validity, day);
  return term(work, end, end);
}

function term({ program }: Work, expires: number, measured: number): Term {
  const { startOf } = program.clock;
  const { schedule, downgrade } = program.policy;
  // What is judged on a schedule goes on until that day.
  const judged = schedule !== undefined && downgrade.timing === 'onSchedule';
  const ends = judged ? nextScheduled(schedule, expires - 1) : expires;
  return { expiresAt: startOf(ends), measuredAt: startOf(measured) };
}

/** A tier that was just reached is held for the minimum. */
function atLeastHeld(work: Work, place: number, from: number, own: Term): Term {
  const { minimumHold } = work.program.policy;
  if (minimumHold === undefined) return own;
  const since = place === work.track.tier ? work.track.since : from;
  const held = addDuration(dayOf(work, since), minimumHold);
  return own.expiresAt < work.program.clock.startOf(held) ? term(work, held, held) : own;
}

/** The term that ends on a day, or on the day on which that is judged. */
export function termUntil(work: Work, day: number): Term {
  return term(work, day, day);
}

/** When a term that ends at an instant is judged, which is after `now` on a schedule. */
export function judgedFrom({ program }: Work, expiresAt: number, now: number): number {
  const { schedule, downgrade } = program.policy;
  if (schedule === undefined || downgrade.timing !== 'onSchedule' || !Number.isFinite(expiresAt))
    return expiresAt;
  const { startOf, dayOf: dayAt } = program.clock;
  return startOf(nextScheduled(schedule, Math.max(dayAt(expiresAt - 1), dayAt(now))));
}

/** A term that runs until a given day at least. */
export function extendedTo(work: Work, place: number, own: Term, day: number): Term {
  const until = work.program.clock.startOf(day);
  if (own.expiresAt >= until) return own;
  const validity = validityOf(work, place);
  const extend = validity.kind === 'endOfPeriod' ? (validity.extend ?? 'P0D') : 'P0D';
  return term(work, day, subtractDuration(day, extend));
}
