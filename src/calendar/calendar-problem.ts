/** What is handed in for a compiled calendar and is none. */
import { wrong } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';

/** Something else than what `compileCalendar` gives, such as the calendar that was defined. */
export function calendarProblem(calendar: unknown): Problem | undefined {
  const compiled = typeof calendar === 'object' && calendar !== null && 'intervalsOf' in calendar;
  if (compiled) return undefined;
  const type = { en: 'calendar as compileCalendar gives it', zh: 'compileCalendar 给出的日历' };
  return wrong('notCompiled', ['calendar'], type, calendar);
}
