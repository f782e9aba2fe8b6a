/** Where a term ends that lasts for a duration. */
import type { TierValidity } from '../periods.js';
import { addDuration } from './civil-duration.js';
import { periodOf } from './period-days.js';

/** The first day after the term, counted from the day the tier is reached; rounded as the validity says. */
export function durationEnd(
  { duration, roundUpTo, roundDownTo }: Extract<TierValidity, { kind: 'duration' }>,
  reached: number,
): number {
  const end = addDuration(reached, duration);
  if (roundUpTo !== undefined) return periodOf(roundUpTo, end - 1).until;
  const down = roundDownTo === undefined ? end : periodOf(roundDownTo, end).from;
  // A rounding that would leave nothing of the term is none.
  return down > reached ? down : end;
}
