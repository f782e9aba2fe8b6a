/** How terms go together with the periods that are counted. */
import type { QualificationWindow, TierValidity } from '../periods.js';
import { addDuration } from './civil-duration.js';

/** Days that every period of a unit has. */
const LEAST_DAYS = { month: 28, quarter: 90, halfYear: 181, year: 365 } as const;

/**
 * Whether terms end with the period that is counted or with the one after it, and an extension is over before the next
 * one is: then no period but the one that was counted last has given what still runs as a term ends.
 */
export function endsWithPeriods(window: QualificationWindow, validity: TierValidity): boolean {
  if (validity.kind !== 'endOfPeriod' || validity.periods > 1) return false;
  if ((window.kind !== 'calendar' && window.kind !== 'membershipYear') || (window.ago ?? 0) > 0) return false;
  const { period, extend = 'P0D' } = validity;
  if (addDuration(0, extend) >= LEAST_DAYS[period === 'membershipYear' ? 'year' : period.unit]) return false;
  if (window.kind === 'membershipYear' || period === 'membershipYear') return window.kind === period;
  return window.unit === period.unit && (window.startMonth ?? 1) === (period.startMonth ?? 1);
}

/** Whether a duration is over by the end of every period that begins with it. */
export function fitsIntoPeriod(window: QualificationWindow, duration: string): boolean {
  if (window.kind !== 'calendar' && window.kind !== 'membershipYear') return false;
  return addDuration(0, duration) <= LEAST_DAYS[window.kind === 'calendar' ? window.unit : 'year'];
}
