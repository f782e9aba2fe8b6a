/** The time that a report is about: whole civil days of a zone. */
import { parseIsoDay } from '../../foundation/civil.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { clockIn } from './clock-in.js';

/** From the start of `from` to the start of `until`: civil days `yyyy-MM-dd`, `until` itself not included. */
export interface ReportPeriod {
  readonly from: string;
  readonly until: string;
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The period's instants; or what is wrong with its days. */
export function spanOf({ from, until }: ReportPeriod, zone: string): Result<Span> {
  const clock = clockIn(zone);
  if (clock._tag === 'Left') return clock;
  const [first, end] = [parseIsoDay(from), parseIsoDay(until)];
  const problems: Problem[] = [
    ...(first === undefined ? [notADay('from', from)] : []),
    ...(end === undefined ? [notADay('until', until)] : []),
    ...(first !== undefined && end !== undefined && end <= first
      ? [wrong('notAscending', ['until'], { en: `day after ${from}`, zh: `${from} 之后的日期` }, until)]
      : []),
  ];
  return unless(problems, () => ({
    from: clock.right.startOf(first ?? 0),
    until: clock.right.startOf(end ?? 0),
  }));
}

function notADay(field: string, found: unknown): Problem {
  if (typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found))
    return wrong('notADay', [field], { en: 'day of the calendar', zh: '日历上存在的日期' }, found);
  return problem('notADay', [field], { kind: 'form', form: 'yyyy-MM-dd' }, found);
}

export function isWithin(at: number, { from, until }: Span): boolean {
  return from <= at && at < until;
}
