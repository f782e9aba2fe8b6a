/** The civil day of millions of instants: a clock's answers remembered as a table. */
import type { ZoneClock } from '../../foundation/civil.js';

const DAY = 86_400_000;

/** {@link ZoneClock.dayOf} for instants from `min` to `max`, asked about in bulk. */
export function dayTable(clock: ZoneClock, min: number, max: number): (instant: number) => number {
  if (clock.zone === 'UTC') return (instant) => Math.floor(instant / DAY);
  const firstDay = Math.floor(min / DAY);
  const days = Math.floor(max / DAY) - firstDay + 1;
  if (!(days <= 100_000)) return (instant) => clock.dayOf(instant);
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
    let day = begins[index] ?? 0;
    if (Number.isNaN(day)) {
      fill(utcDay);
      day = begins[index] ?? 0;
    }
    if (day === Number.POSITIVE_INFINITY) return clock.dayOf(instant);
    return instant < (turns[index] ?? 0) ? day : day + 1;
  };
}
