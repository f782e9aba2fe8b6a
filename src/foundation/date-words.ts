/** Civil days in words. */
import { civilDate } from './civil.js';
import type { Bilingual } from './statement.js';

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

/** "1 May 2025". */
export function dateWords(dayNo: number): Bilingual {
  const { year, month, day } = civilDate(dayNo);
  return { en: `${day} ${MONTHS[month - 1] ?? ''} ${year}`, zh: `${year}年${month}月${day}日` };
}
