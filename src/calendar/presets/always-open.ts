/** Around the clock. */
import type { WorkingCalendar } from '../model.js';
import { WEEKDAYS } from '../time-of-day.js';
import { presetCalendar } from './preset-calendar.js';

/**
 * A calendar that is open at every instant: every day is a business day, and working time is time on the wall.
 *
 * @throws ProblemError for a name that is no zone.
 * @example
 * ```ts
 * import { alwaysOpen } from 'clientele/calendar';
 *
 * alwaysOpen('UTC').week[0]?.hours; // => [['00:00', '24:00']]
 * ```
 */
export function alwaysOpen(zone: string): WorkingCalendar {
  return presetCalendar({
    name: 'always open',
    zone,
    week: [{ days: WEEKDAYS, hours: [['00:00', '24:00']] }],
  });
}
