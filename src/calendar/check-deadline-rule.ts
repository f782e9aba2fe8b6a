/** What a time limit written in code can get wrong. */
import { problem } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import type { DeadlineRule, TimeBudget } from './deadline-rule.js';

/** The largest budgets, a hundred years of each unit. */
export const MOST_OF_BUDGET = { days: 36_525, weeks: 5218, months: 1200, minutes: 52_596_000 } as const;

/**
 * All problems of a time limit of the right shape; none means that deadlines can be computed by it.
 *
 * Days, weeks and months are whole numbers, minutes at least 0; a hundred years is the most. Where the anchor's own
 * day counts as the first, there is a day to count.
 */
export function checkDeadlineRule({ budget, anchorDay = 'excluded' }: DeadlineRule): readonly Problem[] {
  const [unit, size] = sizeOf(budget);
  const path = ['budget', unit];
  const whole = unit === 'minutes' || Number.isInteger(size);
  if (!whole) return [problem('notWhole', path, { kind: 'type', type: 'integer' }, size)];
  const max = MOST_OF_BUDGET[unit];
  const min = unit !== 'minutes' && anchorDay === 'included' ? 1 : 0;
  // NaN is not within any bounds.
  if (!(size >= min && size <= max)) return [problem('outOfRange', path, { kind: 'range', min, max }, size)];
  return [];
}

function sizeOf(budget: TimeBudget): readonly [keyof typeof MOST_OF_BUDGET, number] {
  switch (budget.kind) {
    case 'elapsedMinutes':
    case 'workingMinutes':
      return ['minutes', budget.minutes];
    case 'calendarDays':
    case 'businessDays':
      return ['days', budget.days];
    case 'weeks':
      return ['weeks', budget.weeks];
    case 'months':
      return ['months', budget.months];
  }
}
