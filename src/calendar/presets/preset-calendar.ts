/** Calendars from few words: hours for weekdays, completed and checked without a schema library. */

import { optionProblems } from '../../foundation/options.js';
import { throwProblems } from '../../foundation/result.js';
import { checkWorkingCalendar } from '../check-calendar.js';
import type { OpenHours, WeekRule, WorkingCalendar, WorkingCalendarInput } from '../model.js';

/** What a host may choose of a preset calendar. */
export interface PresetCalendarOptions {
  /** Opening hours of every business day. Default 09:00 to 17:00. For counting days the hours do not matter. */
  readonly hours?: readonly OpenHours[];
  readonly name?: string;
}

const OFFICE_HOURS: readonly OpenHours[] = [['09:00', '17:00']];
const PRESET_OPTIONS: readonly (keyof PresetCalendarOptions)[] = ['hours', 'name'];

/** The options of a preset with its defaults; throws what is none of them. */
export function presetOptions(
  options: PresetCalendarOptions,
  defaultName: string,
): Required<PresetCalendarOptions> {
  throwProblems(optionProblems(options, PRESET_OPTIONS));
  const { hours = OFFICE_HOURS, name = defaultName } = options;
  return { hours, name };
}

/**
 * The rule for a week that is open from Monday to Friday at the same hours.
 *
 * @example
 * ```ts
 * import { defineWorkingCalendar, mondayToFriday } from 'clientele/calendar';
 *
 * const week = mondayToFriday(['09:00', '12:00'], ['13:00', '17:00']);
 *
 * week; // => [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: [['09:00', '12:00'], ['13:00', '17:00']] }]
 * defineWorkingCalendar({ name: 'desk', zone: 'Europe/Berlin', week }).name; // => 'desk'
 * ```
 */
export function mondayToFriday(...hours: readonly OpenHours[]): readonly WeekRule[] {
  return [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours }];
}

/** A calendar with the defaults of `defineWorkingCalendar`, whose shape the compiler has seen; throws what is wrong with the values. */
export function presetCalendar(input: Omit<WorkingCalendarInput, 'format' | 'conventions'>): WorkingCalendar {
  const calendar: WorkingCalendar = {
    format: 'working-calendar@1',
    ...input,
    exceptions: input.exceptions ?? [],
    conventions: { boundary: 'close', gap: 'clamp', fold: 'earlier' },
  };
  throwProblems(checkWorkingCalendar(calendar));
  return calendar;
}
