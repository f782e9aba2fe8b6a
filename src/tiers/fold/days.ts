/** The civil days of a member's instants. */
import { isoDay } from '../../foundation/civil.js';
import { monthsBetween } from '../../foundation/months.js';
import type { Work } from './work.js';

export function dayOf({ program }: Work, instant: number): number {
  return program.clock.dayOf(instant);
}

export function isoDayOf(work: Work, instant: number): string {
  return isoDay(dayOf(work, instant));
}

/** Whole calendar months from a day to a later one; 0 where it is not later. */
export function wholeMonths(from: number, until: number): number {
  return until <= from ? 0 : Math.floor(monthsBetween(from, until));
}
