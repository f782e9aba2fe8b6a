/** Days and moments in words. */
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import { civilDate, type ZoneClock } from '../foundation/civil.js';
import type { Bilingual } from '../foundation/statement.js';
import type { Weekday } from './model.js';
import { clockTimeOf, weekdayOf } from './time-of-day.js';

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

const NAMES: Readonly<Record<Weekday, Bilingual>> = {
  mon: { en: 'Monday', zh: '星期一' },
  tue: { en: 'Tuesday', zh: '星期二' },
  wed: { en: 'Wednesday', zh: '星期三' },
  thu: { en: 'Thursday', zh: '星期四' },
  fri: { en: 'Friday', zh: '星期五' },
  sat: { en: 'Saturday', zh: '星期六' },
  sun: { en: 'Sunday', zh: '星期日' },
};

/** "Monday". */
export function weekdayWords(weekday: Weekday): Bilingual {
  return NAMES[weekday];
}

/** "Saturday 11 October 2025". */
export function dayWords(dayNo: number): Bilingual {
  const { year, month, day } = civilDate(dayNo);
  const weekday = NAMES[weekdayOf(dayNo)];
  return {
    en: `${weekday.en} ${day} ${MONTHS[month - 1] ?? ''} ${year}`,
    zh: `${year}年${month}月${day}日（${weekday.zh}）`,
  };
}

/** One day, or "… to …". */
export function spanWords(first: number, last: number): Bilingual {
  const [from, to] = [dayWords(first), dayWords(last)];
  return first === last ? from : { en: `${from.en} to ${to.en}`, zh: `${from.zh}至${to.zh}` };
}

/** An instant on its zone's clock: "16:00 on Friday 9 January 2026", with seconds where there are some. */
export function momentWords(clock: ZoneClock, at: number): Bilingual {
  const dayNo = clock.dayOf(at);
  const day = dayWords(dayNo);
  const time = timeWords(clockTimeOf(clock, dayNo, at));
  return { en: `${time} on ${day.en}`, zh: `${day.zh}${time}` };
}

/** `16:00`, `16:00:30` or `16:00:30.500`. */
export function timeWords(millisecondOfDay: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minutes = `${two(millisecondOfDay / millisecondsInHour)}:${two((millisecondOfDay / millisecondsInMinute) % 60)}`;
  const rest = millisecondOfDay % millisecondsInMinute;
  if (rest === 0) return minutes;
  const milliseconds = rest % 1000;
  return `${minutes}:${two(rest / 1000)}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
}
