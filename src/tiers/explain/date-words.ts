/** Days in words. */
import { civilDate, type ZoneClock } from '../../foundation/civil.js';
import type { Bilingual } from '../../foundation/statement.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The civil day of an instant: "1 May 2025". */
export function dayWords(clock: ZoneClock, at: number): Bilingual {
  const { year, month, day } = civilDate(clock.dayOf(at));
  return { en: `${day} ${MONTHS[month - 1] ?? ''} ${year}`, zh: `${year}年${month}月${day}日` };
}
