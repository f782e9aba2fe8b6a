/** What stops a count: a day whose holidays nobody knows. */
import { isoDay } from '../foundation/civil.js';
import { wrong } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import type { Bilingual } from '../foundation/statement.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import { WRITTEN } from './known-days.js';

/** That an answer depends on a day that the calendar, or one of an intersection, does not know. */
export function unknownDay(calendar: CompiledCalendar, dayNo: number, argument: string): Problem {
  if (calendar.parts.every((one) => one.calendar.known === undefined))
    return { ...notWritten(argument, undefined), found: isoDay(dayNo) };
  const { name } = calendar;
  const { en, zh } = daysKnownTo(calendar);
  return {
    code: 'unknownDay',
    path: ['calendar', 'known'],
    expected: {
      kind: 'type',
      type: {
        en: `day for which the holidays of ${name} are known (${en})`,
        zh: `${name} 已知节假日的日期（${zh}）`,
      },
    },
    found: isoDay(dayNo),
  };
}

function daysKnownTo({ timeline: { known } }: CompiledCalendar): Bilingual {
  if (known.lastDay < known.firstDay)
    return { en: 'there is none that all know', zh: '没有各日历均已知的日期' };
  const [from, until] = [isoDay(known.firstDay), isoDay(known.lastDay + 1)];
  return { en: `from ${from} until before ${until}`, zh: `从 ${from} 起，${until} 之前` };
}

/** That a time is not in the years that are written with four digits. */
export function notWritten(argument: string, found: unknown): Problem {
  const [first, last] = [isoDay(WRITTEN.first), isoDay(WRITTEN.last)];
  const type = { en: `time from ${first} to ${last}`, zh: `${first} 至 ${last} 之间的时间` };
  return wrong('outOfRange', [argument], type, found);
}
