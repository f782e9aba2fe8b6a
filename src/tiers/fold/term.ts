/** How long a tier lasts. */
import { parseIsoDay } from '../../foundation/civil.js';
import { addDuration, subtractDuration } from '../civil-duration.js';
import { membershipYearOf, nextScheduled, periodOf } from '../period-days.js';
import type { TierValidity } from '../periods.js';
import type { Term } from '../program.js';
import { dayOf } from './days.js';
import type { Work } from './work.js';

const OPEN: Term = { expiresAt: Number.POSITIVE_INFINITY, measuredAt: Number.POSITIVE_INFINITY };

export function validityOf({ program }: Work, place: number): TierValidity {
  return program.tiers[place]?.validity ?? program.policy.validity;
}

/**
 * The term of a tier from an instant on. `measured` is the instant the qualification is taken from: the same, or the
 * end of the term before, whose period decides how far the new one goes.
 */
export function termOf(work: Work, place: number, from: number, measured: number = from): Term {
  if (place === 0) return OPEN;
  const validity = validityOf(work, place);
  const term = atLeastHeld(work, place, from, ofValidity(work, validity, from, measured));
  // A period that is over by now gives no term: then the one of now does.
  return term.expiresAt > from || measured === from ? term : termOf(work, place, from);
}

function ofValidity(work: Work, validity: TierValidity, from: number, measured: number): Term {
  switch (validity.kind) {
    case 'lifetime':
    case 'whileQualified':
      return OPEN;
    case 'endOfPeriod':
      return validity.period === 'membershipYear'
        ? endOfPeriod(work, validity, dayOf(work, measured))
        : byDay(work, validity, dayOf(work, measured), endOfPeriod);
    case 'duration':
      return byDay(work, validity, dayOf(work, from), duration);
    case 'attribute': {
      const day = work.attributes.get(validity.attribute);
      const end = typeof day === 'string' ? parseIsoDay(day) : undefined;
      return end === undefined || end <= dayOf(work, from) ? OPEN : term(work, end, end);
    }
  }
}

/** A term that only the day decides: worked out once for all members. */
function byDay<V extends TierValidity>(
  work: Work,
  validity: V,
  day: number,
  termFrom: (work: Work, validity: V, day: number) => Term,
): Term {
  const days = work.program.terms.get(validity) ?? new Map<number, Term>();
  work.program.terms.set(validity, days);
  const known = days.get(day) ?? termFrom(work, validity, day);
  days.set(day, known);
  return known;
}

function endOfPeriod(
  work: Work,
  { period, periods, extend }: Extract<TierValidity, { kind: 'endOfPeriod' }>,
  day: number,
): Term {
  const { until } =
    period === 'membershipYear'
      ? membershipYearOf(dayOf(work, work.enrolledAt), day, -periods)
      : periodOf(period, day, -periods);
  return term(work, addDuration(until, extend ?? 'P0D'), until);
}

function duration(work: Work, validity: Extract<TierValidity, { kind: 'duration' }>, day: number): Term {
  const end = addDuration(day, validity.duration);
  const rounded = validity.roundUpTo === undefined ? end : periodOf(validity.roundUpTo, end - 1).until;
  return term(work, rounded, rounded);
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
  const held = work.program.clock.startOf(addDuration(dayOf(work, since), minimumHold));
  return own.expiresAt < held ? { expiresAt: held, measuredAt: held } : own;
}

/** A term that runs until a given day at least. */
export function extendedTo(work: Work, place: number, own: Term, day: number): Term {
  const until = work.program.clock.startOf(day);
  if (own.expiresAt >= until) return own;
  const validity = validityOf(work, place);
  const extend = validity.kind === 'endOfPeriod' ? (validity.extend ?? 'P0D') : 'P0D';
  return term(work, day, subtractDuration(day, extend));
}
