/** What stops a count: a day whose holidays nobody knows. */
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
