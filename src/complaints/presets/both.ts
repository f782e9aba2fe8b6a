/** A name in both languages, for the presets. */
import type { Bilingual } from '../../foundation/statement.js';

export function both(en: string, zh: string): Bilingual {
  return { en, zh };
}
