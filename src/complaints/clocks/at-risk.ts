/** When so many percent of a clock's budget are used up, in the budget's own kind of time. */
import {
  addWorkingTime,
  type DeadlineRule,
  type TimeBudget,
  workingTimeBetween,
} from '../../calendar/index.js';
import type { Result } from '../../foundation/result.js';
import { type Count, calendarFor, countedBy, type Limit, rulingOf } from './limit.js';

export interface AtRisk {
  readonly percent: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The instants at which a clock is at risk, ascending. Minutes are taken exactly; days too, the last of them in
 * part (of three business days, 75 percent are used up a quarter into the working time of the third), and months by the days
 * they have; a limit that a field names has time on the wall, and of several that are compared the one that decides
 * counts. What a lasting pause keeps from being reached is left out.
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
  const { budget } = rule;
  switch (budget.kind) {
    case 'elapsedMinutes':
    case 'workingMinutes':
      return reached(rule, { kind: budget.kind, minutes: (budget.minutes * percent) / 100 }, count);
    case 'calendarDays':
    case 'businessDays':
      return afterDays(rule, budget.kind, (budget.days * percent) / 100, count);
    case 'weeks':
      return afterDays(rule, 'calendarDays', (7 * budget.weeks * percent) / 100, count);
    case 'months': {
      const days = daysIn(rule, count);
      return days === undefined ? undefined : afterDays(rule, 'calendarDays', (days * percent) / 100, count);
    }
  }
}

/** When so many days have passed, the last of them in part: of a business day so much of its working time. */
function afterDays(
  rule: DeadlineRule,
  kind: 'calendarDays' | 'businessDays',
  days: number,
  count: Count,
): number | undefined {
  const whole = Math.floor(days);
  const part = days - whole;
  const from =
    whole === 0 && rule.anchorDay === 'included' ? count.anchor : reached(rule, { kind, days: whole }, count);
  if (part === 0 || from === undefined) return from;
  const until = reached(rule, { kind, days: whole + 1 }, count);
  if (until === undefined) return undefined;
  const worked = kind === 'businessDays' ? worksUntil(rule, { from, until, part }, count) : undefined;
  return worked ?? Math.round(from + (until - from) * part);
}

/** When a part of the working time between two instants has passed. */
function worksUntil(
  rule: DeadlineRule,
  { from, until, part }: { readonly from: number; readonly until: number; readonly part: number },
  count: Count,
): number | undefined {
  const calendar = calendarFor(rule, count);
  if (calendar._tag === 'Left') return undefined;
  const minutes = workingTimeBetween(calendar.right, from, until);
  if (minutes._tag === 'Left' || minutes.right <= 0) return undefined;
  const at = addWorkingTime(calendar.right, from, minutes.right * part);
  return at._tag === 'Left' ? undefined : at.right;
}

function reached(rule: DeadlineRule, budget: TimeBudget, count: Count): number | undefined {
  const { roll: _, ...unrolled } = rule;
  const limit = countedBy({ ...unrolled, budget }, count);
  return limit._tag === 'Left' ? undefined : limit.right.dueAt;
}

/** Civil days from the anchor's to the last one, were there no pauses. */
function daysIn({ budget }: DeadlineRule, count: Count): number | undefined {
  const last = countedBy({ budget }, { ...count, pauses: [] });
  if (last._tag === 'Left') return undefined;
  const { clock } = count.clock.wall;
  return clock.dayOf(last.right.dueAt - 1) - clock.dayOf(count.anchor);
}
