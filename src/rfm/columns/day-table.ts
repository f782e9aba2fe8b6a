/** The civil day of millions of instants: a clock's answers remembered as a table. */
import type { ZoneClock } from '../../foundation/civil.js';

const DAY = 86_400_000;
/** A longer range than this is asked of the clock, but for the days from 1970 to 2099. */
const MOST_DAYS = 100_000;
const COMMON_DAYS = 47_482;

/** {@link ZoneClock.dayOf} for instants from `min` to `max`, asked about in bulk. */
export function dayTable(clock: ZoneClock, min: number, max: number): (instant: number) => number {
  if (clock.zone === 'UTC') return (instant) => Math.floor(instant / DAY);
  const known = max - min < MOST_DAYS * DAY;
  const firstDay = known ? Math.floor(min / DAY) : 0;
  const days = known ? Math.floor(max / DAY) - firstDay + 1 : COMMON_DAYS;
  /** For each UTC day the civil day it begins on, and the instant from which it is the next; NaN: not asked yet. */
  const begins = new Float64Array(days).fill(Number.NaN);
  const turns = new Float64Array(days).fill(Number.NaN);

  function fill(utcDay: number): void {
    const start = utcDay * DAY;
    const first = clock.dayOf(start);
    const last = clock.dayOf(start + DAY - 1);
    // A midnight that a clock shows twice, or a day that is left out, is left to the clock.
    const plain = (last === first || last === first + 1) && !isRepeated(first) && !isRepeated(first + 1);
    begins[utcDay - firstDay] = plain ? first : Number.POSITIVE_INFINITY;
    turns[utcDay - firstDay] = last === first ? Number.POSITIVE_INFINITY : clock.startOf(last);
  }

  function isRepeated(day: number): boolean {
    return clock.instantsOf(day, 0).kind === 'repeated';
  }

  return (instant) => {
    const utcDay = Math.floor(instant / DAY);
    const index = utcDay - firstDay;
    let day = begins[index] ?? Number.POSITIVE_INFINITY;
    if (Number.isNaN(day)) {
      fill(utcDay);
      day = begins[index] ?? 0;
    }
    if (day === Number.POSITIVE_INFINITY) return clock.dayOf(instant);
    return instant < (turns[index] ?? 0) ? day : day + 1;
  };
}
