/** Readers of the two public files of holidays that hosts have: holiday-cn and gov.uk. */
import { dayNumber, isoDay, parseIsoDay } from '../../foundation/civil.js';
import { type Path, problem, wrong } from '../../foundation/make-problem.js';
import { optionProblems } from '../../foundation/options.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { read } from '../../foundation/schema.js';
import type { CalendarException, Weekday } from '../model.js';
import {
  type BankHolidayDivision,
  bankHolidaySchema,
  type HolidayCnFile,
  holidayCnSchema,
} from '../schema.js';
import { type HolidayList, inRuns } from './holiday-list.js';

/** A day of a file, and the exception it is. */
interface FileDay {
  readonly day: number;
  readonly of: (date: string) => CalendarException;
}

/**
 * Days off and make-up days from a file of [holiday-cn](https://github.com/NateScarlet/holiday-cn), or from a list of
 * them: one a year, in any order, of years that follow each other; or every problem with its path. The known days are
 * those years.
 *
 * A paper can still close the last days of the year before it (that of 2023 closed 31 December 2022): the newest
 * year is certain to its end only when the next paper is out.
 *
 * A make-up day has the hours of the weekday `as`, by default `'mon'`.
 *
 * @example
 * ```ts
 * import { orThrow, parseHolidayCn } from 'clientele/calendar';
 *
 * const file = {
 *   year: 2026,
 *   papers: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'],
 *   days: [
 *     { name: '元旦', date: '2026-01-03', isOffDay: true },
 *     { name: '元旦', date: '2026-01-04', isOffDay: false },
 *   ],
 * };
 *
 * orThrow(parseHolidayCn(file)).exceptions; // => [{ kind: 'closed', date: '2026-01-03', name: '元旦' }, { kind: 'workingDay', as: 'mon', date: '2026-01-04', name: '元旦' }]
 * ```
 */
export function parseHolidayCn(files: unknown, options: { readonly as?: Weekday } = {}): Result<HolidayList> {
  const unknown = optionProblems(options, ['as']);
  if (unknown !== undefined) return left(...unknown);
  const { as = 'mon' } = options;
  const years: HolidayCnFile[] = [];
  const days: FileDay[] = [];
  const list: readonly unknown[] = Array.isArray(files) ? files : [files];
  for (const [i, file] of list.entries()) {
    const year = read(holidayCnSchema(), file, ({ days: own }) => checkDays(own, ['days']));
    if (year._tag === 'Left') return Array.isArray(files) ? under(i, year.left) : year;
    years.push(year.right);
    days.push(...year.right.days.map((one) => fileDay(one.date, holidayCnDay(one, as))));
  }
  years.sort((a, b) => a.year - b.year);
  const gap = missingYear(years.map(({ year }) => year));
  if (gap !== undefined) return left(gap);
  const papers = years.flatMap(({ papers: own = [] }) => own);
  const source = papers.length > 0 ? papers.join(' ') : 'holiday-cn';
  return right(
    listOf(
      days,
      source,
      years.map(({ year }) => year),
    ),
  );
}

function holidayCnDay({ name, isOffDay }: HolidayCnFile['days'][number], as: Weekday): FileDay['of'] {
  return (date) => (isOffDay ? { kind: 'closed', date, name } : { kind: 'workingDay', as, date, name });
}

/**
 * Bank holidays of one division from the file that gov.uk publishes (www.gov.uk/bank-holidays.json), or every problem
 * with its path. The known days are the years from the first holiday of the file to the last.
 *
 * @example
 * ```ts
 * import { orThrow, parseBankHolidays } from 'clientele/calendar';
 *
 * const file = {
 *   'england-and-wales': {
 *     division: 'england-and-wales',
 *     events: [{ title: 'Good Friday', date: '2026-04-03', notes: '', bunting: false }],
 *   },
 * };
 *
 * orThrow(parseBankHolidays(file)).known; // => { from: '2026-01-01', until: '2027-01-01' }
 * ```
 */
export function parseBankHolidays(
  file: unknown,
  options: { readonly division?: string } = {},
): Result<HolidayList> {
  const unknown = optionProblems(options, ['division']);
  if (unknown !== undefined) return left(...unknown);
  const { division = 'england-and-wales' } = options;
  const own = divisionOf(file, division);
  if (own._tag === 'Left') return own;
  const days = own.right.events.map(({ title, date }) =>
    fileDay(date, (day) => ({ kind: 'closed', date: day, name: title })),
  );
  const years = own.right.events.map(({ date }) => Number(date.slice(0, 4)));
  return right(listOf(days, `www.gov.uk/bank-holidays.json, ${division}`, years));
}

function divisionOf(file: unknown, division: string): Result<BankHolidayDivision> {
  const divisions = typeof file === 'object' && file !== null ? new Map(Object.entries(file)) : new Map();
  const own: unknown = divisions.get(division);
  if (own === undefined) {
    const names = Array.isArray(file) ? [] : [...divisions.keys()].map(String);
    if (names.length > 0)
      return left(problem('unknownDivision', [], { kind: 'oneOf', values: names }, division));
    return left(wrong('wrongType', [], { en: 'object of divisions', zh: '按地区划分的对象' }, file));
  }
  const readable = read(bankHolidaySchema(), own, ({ events }) => checkDays(events, ['events']));
  return readable._tag === 'Left' ? under(division, readable.left) : readable;
}

/** Dates that exist, each named once. */
function checkDays(days: readonly { readonly date: string }[], path: Path): readonly Problem[] {
  const seen = new Set<string>();
  return days.flatMap(({ date }, i): readonly Problem[] => {
    const at = [...path, i, 'date'];
    if (parseIsoDay(date) === undefined) {
      const type = { en: 'day that exists', zh: '存在的日期' };
      return [wrong('notADay', at, type, date)];
    }
    const again = seen.has(date);
    seen.add(date);
    const of = { en: 'day', zh: '日期' };
    return again ? [problem('repeated', at, { kind: 'unique', of }, date)] : [];
  });
}

function missingYear(years: readonly number[]): Problem | undefined {
  if (years.length === 0) {
    const type = { en: 'list of at least one file', zh: '至少含一个文件的列表' };
    return wrong('missing', [], type, []);
  }
  const at = years.findIndex((year, i) => i > 0 && year !== (years[i - 1] ?? 0) + 1);
  if (at < 0) return undefined;
  const wanted = (years[at - 1] ?? 0) + 1;
  const type = { en: `file for ${wanted}`, zh: `${wanted} 年的文件` };
  return wrong('missingYear', [], type, years[at]);
}

function under(step: string | number, [first, ...rest]: readonly [Problem, ...Problem[]]): Result<never> {
  const deeper = (problem: Problem): Problem => ({ ...problem, path: [step, ...problem.path] });
  return left(deeper(first), ...rest.map(deeper));
}

function fileDay(date: string, of: FileDay['of']): FileDay {
  return { day: parseIsoDay(date) ?? 0, of };
}

/** The list of days; known are whole years, and days outside them that are listed all the same. */
function listOf(days: readonly FileDay[], source: string, years: readonly number[]): HolidayList {
  const ordered = days.toSorted((a, b) => a.day - b.day);
  const from = newYear(Math.min(...years));
  const until = newYear(Math.max(...years) + 1);
  return {
    source,
    exceptions: inRuns(ordered),
    known: {
      from: isoDay(Math.min(from, ordered[0]?.day ?? from)),
      until: isoDay(Math.max(until, (ordered.at(-1)?.day ?? 0) + 1)),
    },
  };
}

function newYear(year: number): number {
  return dayNumber({ year, month: 1, day: 1 });
}
