/** Whether the weeks of two calendars can have hours in common, whatever their zones' clocks show. */
import { millisecondsInDay, millisecondsInWeek } from 'date-fns/constants';
import type { ZoneClock } from '../foundation/civil.js';
import type { ClockHours } from './shifts.js';

/** A week of hours on the clock of a zone, in milliseconds since the start of Monday. */
export interface ZoneWeek {
  readonly hours: readonly ClockHours[];
  readonly clock: ZoneClock;
}

/** In days. No zone has kept an offset for less since 1970 (the shortest, 22 days, in San Luis in January 2008). */
const SHORTEST_OFFSET = 14;
/** In days, about ten years. */
const SOME_YEARS = 3653;

/** Answers whether two weeks may meet on some day from one to another; the offsets of zones are looked up once. */
export function meetingOf(a: ZoneWeek, b: ZoneWeek): (fromDay: number, untilDay: number) => boolean {
  const [offsetsOfA, offsetsOfB] = [offsetsOf(a.clock), offsetsOf(b.clock)];
  // Every offset of the one is tried with every one of the other, also with those of another time of the year: what
  // then never meets never does. Where a clock change moves an edge on, it counts as on the clock before the change.
  return (fromDay, untilDay) => {
    const others = [...offsetsOfB(fromDay, untilDay)];
    return [...offsetsOfA(fromDay, untilDay)].some((one) => others.some((other) => meet(a, b, one - other)));
  };
}

function meet(a: ZoneWeek, b: ZoneWeek, ahead: number): boolean {
  return a.hours.some((one) =>
    b.hours.some((two) => {
      // How far the second begins after the first, on one clock and around the week.
      const after =
        (((two.from - one.from + ahead) % millisecondsInWeek) + millisecondsInWeek) % millisecondsInWeek;
      return after < one.until - one.from || millisecondsInWeek - after < two.until - two.from;
    }),
  );
}

/** The offsets of a zone's clock between two days. */
function offsetsOf(clock: ZoneClock): (fromDay: number, untilDay: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  const within = (years: number): ReadonlySet<number> => {
    const found = known.get(years) ?? sampled(clock, years * SOME_YEARS);
    known.set(years, found);
    return found;
  };
  return (fromDay, untilDay) => {
    const all = new Set<number>();
    for (let years = Math.floor(fromDay / SOME_YEARS); years * SOME_YEARS <= untilDay; years += 1)
      for (const offset of within(years)) all.add(offset);
    return all;
  };
}

function sampled(clock: ZoneClock, from: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let day = from; day < from + SOME_YEARS; day += SHORTEST_OFFSET)
    found.add(clock.offsetAt(day * millisecondsInDay));
  return found;
}
