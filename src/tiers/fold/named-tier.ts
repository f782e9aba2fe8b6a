/** A tier as answers name it. */
import type { Bilingual } from '../../foundation/statement.js';
import { nameOf } from './standing.js';
import type { Work } from './work.js';

/** The id and the name of the tier at a place. */
export function namedTier(work: Work, place: number): { readonly tier: string; readonly name: Bilingual } {
  const tier = nameOf(work, place);
  return { tier, name: work.program.tiers[place]?.name ?? { en: tier, zh: tier } };
}
