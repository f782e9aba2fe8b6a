/** Instants in the sentences of clocks. */
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { ZoneClock } from '../../foundation/civil.js';
import { dateWords } from '../../foundation/date-words.js';
import type { Bilingual } from '../../foundation/statement.js';

/** A limit: "the end of 28 May 2026" where a civil day ends with it, "17:00 on 13 January 2026" elsewhere. */
export function limitWords(clock: ZoneClock, at: number): Bilingual {
  const today = clock.dayOf(at);
  if (clock.startOf(today) === at) {
    const { en, zh } = dateWords(today - 1);
    return { en: `the end of ${en}`, zh: `${zh}结束` };
  }
  return timeWords(clock, at);
}

/** "17:00 on 13 January 2026". */
export function timeWords(clock: ZoneClock, at: number): Bilingual {
  const time = timeOfDay(at + clock.offsetAt(at));
  const { en, zh } = dateWords(clock.dayOf(at));
  return { en: `${time} on ${en}`, zh: `${zh} ${time}` };
}

/** "17:00" of a time as the zone's clock shows it. */
function timeOfDay(shown: number): string {
  const ofDay = shown - Math.floor(shown / millisecondsInDay) * millisecondsInDay;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(ofDay / millisecondsInHour)}:${two((ofDay % millisecondsInHour) / millisecondsInMinute)}`;
}
