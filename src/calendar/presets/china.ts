/** China: the days off and make-up working days that the State Council announces each autumn for the year after. */
import type { Bilingual } from '../../foundation/statement.js';
import type { CalendarException, WorkingCalendar } from '../model.js';
import type { HolidayList } from './holiday-list.js';
import {
  mondayToFriday,
  type PresetCalendarOptions,
  presetCalendar,
  presetOptions,
} from './preset-calendar.js';

const NEW_YEAR: Bilingual = { en: "New Year's Day", zh: '元旦' };
const SPRING: Bilingual = { en: 'Spring Festival', zh: '春节' };
const QINGMING: Bilingual = { en: 'Qingming Festival', zh: '清明节' };
const LABOUR: Bilingual = { en: 'Labour Day', zh: '劳动节' };
const DRAGON_BOAT: Bilingual = { en: 'Dragon Boat Festival', zh: '端午节' };
const MID_AUTUMN: Bilingual = { en: 'Mid-Autumn Festival', zh: '中秋节' };
const NATIONAL: Bilingual = { en: 'National Day', zh: '国庆节' };
const NATIONAL_AND_MID_AUTUMN: Bilingual = {
  en: 'National Day and Mid-Autumn Festival',
  zh: '国庆节、中秋节',
};

function off(name: Bilingual, date: string, last?: string): CalendarException {
  return { kind: 'closed', date, ...(last === undefined ? {} : { last }), name };
}

function makeUp(name: Bilingual, date: string): CalendarException {
  return { kind: 'workingDay', as: 'mon', date, name };
}

const exceptions = (): readonly CalendarException[] => [
  // 2025
  off(NEW_YEAR, '2025-01-01'),
  makeUp(SPRING, '2025-01-26'),
  off(SPRING, '2025-01-28', '2025-02-04'),
  makeUp(SPRING, '2025-02-08'),
  off(QINGMING, '2025-04-04', '2025-04-06'),
  makeUp(LABOUR, '2025-04-27'),
  off(LABOUR, '2025-05-01', '2025-05-05'),
  off(DRAGON_BOAT, '2025-05-31', '2025-06-02'),
  makeUp(NATIONAL_AND_MID_AUTUMN, '2025-09-28'),
  off(NATIONAL_AND_MID_AUTUMN, '2025-10-01', '2025-10-08'),
  makeUp(NATIONAL_AND_MID_AUTUMN, '2025-10-11'),
  // 2026
  off(NEW_YEAR, '2026-01-01', '2026-01-03'),
  makeUp(NEW_YEAR, '2026-01-04'),
  makeUp(SPRING, '2026-02-14'),
  off(SPRING, '2026-02-15', '2026-02-23'),
  makeUp(SPRING, '2026-02-28'),
  off(QINGMING, '2026-04-04', '2026-04-06'),
  off(LABOUR, '2026-05-01', '2026-05-05'),
  makeUp(LABOUR, '2026-05-09'),
  off(DRAGON_BOAT, '2026-06-19', '2026-06-21'),
  makeUp(NATIONAL, '2026-09-20'),
  off(MID_AUTUMN, '2026-09-25', '2026-09-27'),
  off(NATIONAL, '2026-10-01', '2026-10-07'),
  makeUp(NATIONAL, '2026-10-10'),
];

/**
 * Days off and make-up working days (调休) of China, 2025 and 2026, from the notices of the General Office of the State
 * Council: [2025](https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm),
 * [2026](https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm). A make-up day has the hours of a Monday.
 *
 * Later years: {@link parseHolidayCn}.
 */
export function chinaHolidays(): HolidayList {
  return {
    source:
      'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    exceptions: exceptions(),
    known: { from: '2025-01-01', until: '2027-01-01' },
  };
}

/**
 * An office in China: Monday to Friday in Asia/Shanghai, with {@link chinaHolidays}; so its business days are the
 * working days (工作日) of Chinese rules. Questions about days before 2025 or after 2026 are refused.
 *
 * @throws ProblemError for hours that no clock shows, and for options that there are not.
 * @example
 * ```ts
 * import { addBusinessDays, chinaOfficeCalendar, compileCalendar, orThrow } from 'clientele/calendar';
 *
 * const office = compileCalendar(chinaOfficeCalendar());
 *
 * orThrow(addBusinessDays(office, '2025-09-25', 7)); // => '2025-10-11'
 * ```
 */
export function chinaOfficeCalendar(options: PresetCalendarOptions = {}): WorkingCalendar {
  const { hours, name } = presetOptions(options, 'China, working days');
  return presetCalendar({ name, zone: 'Asia/Shanghai', week: mondayToFriday(...hours), ...chinaHolidays() });
}
