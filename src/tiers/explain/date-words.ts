/** Days in words. */
import type { ZoneClock } from '../../foundation/civil.js';
import { dateWords } from '../../foundation/date-words.js';
import type { Bilingual } from '../../foundation/statement.js';

/** The civil day of an instant: "1 May 2025". */
export function dayWords(clock: ZoneClock, at: number): Bilingual {
  return dateWords(clock.dayOf(at));
}
