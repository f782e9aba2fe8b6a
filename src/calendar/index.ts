/**
 * Working calendars: opening hours, holidays and make-up days in a zone; working time added and measured, and time
 * limits that explain how they were counted.
 *
 * @packageDocumentation
 */
export { type Describable, describe } from '../foundation/describe.js';
export type { AsOf } from '../foundation/instant.js';
export type { Expectation, Problem, Problems } from '../foundation/problem.js';
export { orThrow, ProblemError, type Result } from '../foundation/result.js';
export type { Bilingual, Language, Statement, StatementValue, Words } from '../foundation/statement.js';
export { addBusinessDays, businessDaysBetween, isBusinessDay, nextBusinessDay } from './business-days.js';
export { checkWorkingCalendar } from './check-calendar.js';
export { checkDeadlineRule } from './check-deadline-rule.js';
export { compileCalendar } from './compile.js';
export type { CompiledCalendar, DayKind } from './compiled-calendar.js';
export type { DayReason } from './day-reason.js';
export { deadlineOf, explainDeadline } from './deadline/deadline.js';
export type { DeadlineOptions } from './deadline/question.js';
export type { DaysStep, Deadline, DeadlineExplanation, DeadlineStep } from './deadline/step.js';
export type { DeadlineRule, Pause, TimeBudget } from './deadline-rule.js';
export { defineWorkingCalendar, parseDeadlineRule, parseWorkingCalendar } from './define.js';
export { type DayDescription, describeDay } from './describe-day.js';
export type { ClockEffect } from './explain/clock-effect.js';
export type { ClosedReason } from './explain/closed-reason.js';
export {
  type BusinessDaysExplanation,
  explainBusinessDays,
  explainBusinessDaysBetween,
} from './explain/explain-business-days.js';
export {
  explainNextOpening,
  explainOpen,
  type OpenExplanation,
  type OpeningExplanation,
} from './explain/explain-opening.js';
export {
  explainSubtractedWorkingTime,
  explainWorkingTime,
  explainWorkingTimeBetween,
  type MeasuredWorkingTime,
  type WorkingTimeExplanation,
} from './explain/explain-working-time.js';
export type { ClosedStep, CountedStep, WorkingTimeStep } from './explain/steps.js';
export { intersectCalendars } from './intersect.js';
export type {
  CalendarConventions,
  CalendarException,
  ClosingBoundary,
  OpenHours,
  Weekday,
  WeekRule,
  WorkingCalendar,
  WorkingCalendarInput,
} from './model.js';
export type { OpenReason } from './open-reason.js';
export { isOpen, nextOpening, type OpeningHours, openingHours } from './opening.js';
export { alwaysOpen } from './presets/always-open.js';
export { chinaHolidays, chinaOfficeCalendar } from './presets/china.js';
export { englandAndWalesBusinessCalendar, englandAndWalesHolidays } from './presets/england-and-wales.js';
export { parseBankHolidays, parseHolidayCn } from './presets/holiday-files.js';
export type { HolidayList } from './presets/holiday-list.js';
export { mondayToFriday, type PresetCalendarOptions } from './presets/preset-calendar.js';
export { deadlineRuleSchema } from './schema.js';
export {
  addWorkingTime,
  type PauseOptions,
  subtractWorkingTime,
  type WorkingTimeOptions,
} from './working-time.js';
export { workingTimeBetween } from './working-time-between.js';
