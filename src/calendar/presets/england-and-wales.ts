/** England and Wales: bank holidays with their substitute days. */
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
const GOOD_FRIDAY: Bilingual = { en: 'Good Friday', zh: '耶稣受难日' };
const EASTER_MONDAY: Bilingual = { en: 'Easter Monday', zh: '复活节星期一' };
const EARLY_MAY: Bilingual = { en: 'Early May bank holiday', zh: '五月初银行假日' };
const SPRING: Bilingual = { en: 'Spring bank holiday', zh: '春季银行假日' };
const SUMMER: Bilingual = { en: 'Summer bank holiday', zh: '夏季银行假日' };
const CHRISTMAS: Bilingual = { en: 'Christmas Day', zh: '圣诞节' };
const CHRISTMAS_SUBSTITUTE: Bilingual = { en: 'Christmas Day (substitute day)', zh: '圣诞节（补假）' };
const BOXING: Bilingual = { en: 'Boxing Day', zh: '节礼日' };
const BOXING_SUBSTITUTE: Bilingual = { en: 'Boxing Day (substitute day)', zh: '节礼日（补假）' };

function off(name: Bilingual, date: string): CalendarException {
  return { kind: 'closed', date, name };
}

const exceptions = (): readonly CalendarException[] => [
  // 2025
  off(NEW_YEAR, '2025-01-01'),
  off(GOOD_FRIDAY, '2025-04-18'),
  off(EASTER_MONDAY, '2025-04-21'),
  off(EARLY_MAY, '2025-05-05'),
  off(SPRING, '2025-05-26'),
  off(SUMMER, '2025-08-25'),
  off(CHRISTMAS, '2025-12-25'),
  off(BOXING, '2025-12-26'),
  // 2026
  off(NEW_YEAR, '2026-01-01'),
  off(GOOD_FRIDAY, '2026-04-03'),
  off(EASTER_MONDAY, '2026-04-06'),
  off(EARLY_MAY, '2026-05-04'),
  off(SPRING, '2026-05-25'),
  off(SUMMER, '2026-08-31'),
  off(CHRISTMAS, '2026-12-25'),
  off(BOXING_SUBSTITUTE, '2026-12-28'),
  // 2027
  off(NEW_YEAR, '2027-01-01'),
  off(GOOD_FRIDAY, '2027-03-26'),
  off(EASTER_MONDAY, '2027-03-29'),
  off(EARLY_MAY, '2027-05-03'),
  off(SPRING, '2027-05-31'),
  off(SUMMER, '2027-08-30'),
  off(CHRISTMAS_SUBSTITUTE, '2027-12-27'),
  off(BOXING_SUBSTITUTE, '2027-12-28'),
];

/**
 * Bank holidays of England and Wales, 2025 to 2027, with substitute days (www.gov.uk/bank-holidays). A bank holiday can
 * still be moved or added by proclamation. Later years: {@link parseBankHolidays}.
 */
export function englandAndWalesHolidays(): HolidayList {
  return {
    source: 'www.gov.uk/bank-holidays',
    exceptions: exceptions(),
    known: { from: '2025-01-01', until: '2028-01-01' },
  };
}

/**
 * A business in England or Wales: Monday to Friday in Europe/London, with {@link englandAndWalesHolidays}. Questions
 * about days before 2025 or after 2027 are refused.
 *
 * @throws ProblemError for hours that no clock shows, and for options that there are not.
 * @example
 * ```ts
 * import { addBusinessDays, compileCalendar, englandAndWalesBusinessCalendar, orThrow } from 'clientele/calendar';
 *
 * const business = compileCalendar(englandAndWalesBusinessCalendar());
 *
 * orThrow(addBusinessDays(business, '2026-04-02', 3)); // => '2026-04-09'
 * ```
 */
export function englandAndWalesBusinessCalendar(options: PresetCalendarOptions = {}): WorkingCalendar {
  const { hours, name } = presetOptions(options, 'England and Wales, business days');
  return presetCalendar({
    name,
    zone: 'Europe/London',
    week: mondayToFriday(...hours),
    ...englandAndWalesHolidays(),
  });
}
