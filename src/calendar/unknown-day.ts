/** What stops a count of days: a day whose holidays nobody knows, and a calendar that does not open again. */
import { isoDay } from '../foundation/civil.js';
import type { Problem } from '../foundation/problem.js';
import type { CompiledCalendar } from './compiled-calendar.js';

/** That an answer depends on a day outside the `known` days of a calendar. */
export function unknownDay({ calendar, name }: CompiledCalendar, dayNo: number): Problem {
  const { from, until } = calendar.known ?? { from: '', until: '' };
  return {
    code: 'unknownDay',
    path: ['calendar', 'known'],
    expected: {
      kind: 'type',
      type: {
        en: `day for which the holidays of ${name} are known (from ${from} until before ${until})`,
        zh: `${name} 已知节假日的日期（从 ${from} 起，${until} 之前）`,
      },
    },
    found: isoDay(dayNo),
  };
}

/** That a calendar has no opening hours any more, looking on (or back) from a day. */
export function neverOpen({ name }: CompiledCalendar, dayNo: number, direction: 'after' | 'before'): Problem {
  const type =
    direction === 'after'
      ? { en: `calendar that opens after ${isoDay(dayNo)}`, zh: `在 ${isoDay(dayNo)} 之后仍有营业时间的日历` }
      : {
          en: `calendar that was open before ${isoDay(dayNo)}`,
          zh: `在 ${isoDay(dayNo)} 之前有营业时间的日历`,
        };
  return { code: 'neverOpen', path: ['calendar'], expected: { kind: 'type', type }, found: name };
}
