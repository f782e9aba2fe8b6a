/** Days and moments in words. */
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { ZoneClock } from '../foundation/civil.js';
import { dateWords } from '../foundation/date-words.js';
import type { Bilingual } from '../foundation/statement.js';
import type { Weekday } from './model.js';
import { clockTimeOf, weekdayOf } from './time-of-day.js';

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
  const date = dateWords(dayNo);
  const weekday = NAMES[weekdayOf(dayNo)];
  return { en: `${weekday.en} ${date.en}`, zh: `${date.zh}（${weekday.zh}）` };
}

/** One day, or "… to …". */
export function spanWords(first: number, last: number): Bilingual {
  const [from, to] = [dayWords(first), dayWords(last)];
  return first === last ? from : { en: `${from.en} to ${to.en}`, zh: `${from.zh}至${to.zh}` };
}

/** An instant on its zone's clock: "16:00 on Friday 9 January 2026", with seconds where there are some. */
export function momentWords(clock: ZoneClock, at: number): Bilingual {
  const dayNo = clock.dayOf(at);
  return onDay(timeAt(clock, at), dayNo);
}

function onDay(time: string, dayNo: number): Bilingual {
  const day = dayWords(dayNo);
  return { en: `${time} on ${day.en}`, zh: `${day.zh}${time}` };
}

/** From an instant until a later one: "Friday 9 January 2026, 09:00 to 12:00"; whole days without times. */
export function betweenWords(clock: ZoneClock, from: number, until: number): Bilingual {
  const [first, last] = [clock.dayOf(from), clock.dayOf(until - 1)];
  const whole = from === clock.startOf(first) && until === clock.startOf(last + 1);
  if (whole) return spanWords(first, last);
  const [start, end] = [timeAt(clock, from), endTimeAt(clock, until, last)];
  if (first === last) {
    const day = dayWords(first);
    return { en: `${day.en}, ${start} to ${end}`, zh: `${day.zh}${start}至${end}` };
  }
  const [begins, ends] = [onDay(start, first), onDay(end, last)];
  return { en: `${begins.en} to ${ends.en}`, zh: `${begins.zh}至${ends.zh}` };
}

/** The time of day at which something ends; the midnight that ends a day is 24:00 of it. */
export function endTimeAt(clock: ZoneClock, at: number, dayNo: number): string {
  return at === clock.startOf(dayNo + 1) ? '24:00' : timeAt(clock, at);
}

/** The time of day at an instant, with its offset where the clock shows the same time twice: `02:30 (UTC+01:00)`. */
export function timeAt(clock: ZoneClock, at: number): string {
  const dayNo = clock.dayOf(at);
  const shown = clockTimeOf(clock, dayNo, at);
  const time = timeWords(shown);
  return clock.instantsOf(dayNo, shown).kind === 'repeated'
    ? `${time} (${offsetWords(clock.offsetAt(at))})`
    : time;
}

/** `UTC+01:00`, `UTC-03:30`. */
function offsetWords(offset: number): string {
  return `UTC${offset < 0 ? '-' : '+'}${timeWords(Math.abs(offset))}`;
}

/** `16:00`, `16:00:30` or `16:00:30.500`. */
function timeWords(millisecondOfDay: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const minutes = `${two(millisecondOfDay / millisecondsInHour)}:${two((millisecondOfDay / millisecondsInMinute) % 60)}`;
  const rest = millisecondOfDay % millisecondsInMinute;
  if (rest === 0) return minutes;
  const milliseconds = rest % 1000;
  return `${minutes}:${two(rest / 1000)}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
}
