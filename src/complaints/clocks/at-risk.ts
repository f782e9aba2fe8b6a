/** When so many percent of a clock's budget are used up, in the budget's own kind of time. */
import type { DeadlineRule, TimeBudget } from '../../calendar/index.js';
import type { Result } from '../../foundation/result.js';
import { type Count, countedBy, type Limit, rulingOf } from './limit.js';

export interface AtRisk {
  readonly percent: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The instants at which a clock is at risk, ascending. Minutes are taken exactly, days rounded down to whole ones (of
 * three business days, 75 percent are used up when two have passed), months by the days they have; a limit that a field
 * names has time on the wall, and of several that are compared the one that decides counts. What a lasting pause keeps
 * from being reached is left out.
 */
export function atRiskOf(count: Count, limit: Result<Limit>): readonly AtRisk[] {
  const { atRisk = [] } = count.clock.rule;
  if (atRisk.length === 0) return [];
  const ruling = rulingOf(count);
  const due = limit._tag === 'Right' ? limit.right.dueAt : Number.POSITIVE_INFINITY;
  return atRisk.flatMap((percent) => {
    const at =
      ruling === undefined
        ? onTheWall(count.anchor, due, percent)
        : shareOf(ruling.rule, percent, ruling.count);
    return at === undefined ? [] : [{ percent, at: Math.min(at, due) }];
  });
}

function onTheWall(from: number, until: number, percent: number): number | undefined {
  return Number.isFinite(until) ? Math.round(from + ((until - from) * percent) / 100) : undefined;
}

function shareOf(rule: DeadlineRule, percent: number, count: Count): number | undefined {
  const budget = budgetShare(rule, percent, count);
  if (budget === undefined) return undefined;
  if (rule.anchorDay === 'included' && daysOf(budget) === 0) return count.anchor;
  const { roll: _, ...unrolled } = rule;
  const reached = countedBy({ ...unrolled, budget }, count);
  return reached._tag === 'Left' ? undefined : reached.right.dueAt;
}

function daysOf(budget: TimeBudget): number | undefined {
  return 'days' in budget ? budget.days : undefined;
}

function budgetShare(rule: DeadlineRule, percent: number, count: Count): TimeBudget | undefined {
  const { budget } = rule;
  const whole = (days: number): number => Math.floor((days * percent) / 100);
  switch (budget.kind) {
    case 'elapsedMinutes':
    case 'workingMinutes':
      return { kind: budget.kind, minutes: (budget.minutes * percent) / 100 };
    case 'calendarDays':
    case 'businessDays':
      return { kind: budget.kind, days: whole(budget.days) };
    case 'weeks':
      return { kind: 'calendarDays', days: whole(7 * budget.weeks) };
    case 'months': {
      const days = daysIn(rule, count);
      return days === undefined ? undefined : { kind: 'calendarDays', days: whole(days) };
    }
  }
}

/** Civil days from the anchor's to the last one, were there no pauses. */
function daysIn({ budget }: DeadlineRule, count: Count): number | undefined {
  const last = countedBy({ budget }, { ...count, pauses: [] });
  if (last._tag === 'Left') return undefined;
  const { clock } = count.clock.wall;
  return clock.dayOf(last.right.dueAt - 1) - clock.dayOf(count.anchor);
}
