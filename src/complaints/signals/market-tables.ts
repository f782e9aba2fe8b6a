/** Published figures on what dissatisfied customers do afterwards, each with its source. */
import type { Bilingual } from '../../foundation/statement.js';

/**
 * What became of a customer's dissatisfaction: never voiced; complained and not satisfied; satisfied in the end;
 * satisfied quickly.
 */
export type DissatisfiedSegment = 'silent' | 'notSatisfied' | 'satisfied' | 'satisfiedQuickly';

/** How many of each segment buy again, as shares from 0 to 1. */
export interface RepurchaseTable {
  readonly name: Bilingual;
  readonly source: string;
  readonly rates: Readonly<Record<DissatisfiedSegment, number>>;
}

/** How many others a customer tells: of a bad experience, and of a good one. */
export interface TellingTable {
  readonly name: Bilingual;
  readonly source: string;
  readonly bad: number;
  readonly good: number;
}

const TARP =
  'TARP 1979 for the White House Office of Consumer Affairs; Grainer, McEvoy and King 1979, ACR 6:494–500';

/**
 * Who of the dissatisfied would buy again, by what became of their complaint and how much they had lost: 1 to 5 dollars
 * (`minor`) or more than 100 (`major`). Answers of American consumers of the 1970s about what they meant to do, not what
 * they did: a start for your own figures, and no proof that complaining makes anybody loyal.
 *
 * @example
 * ```ts
 * import { tarpRepurchase } from 'clientele/complaints';
 *
 * tarpRepurchase.minor.rates; // => { silent: 0.37, notSatisfied: 0.46, satisfied: 0.7, satisfiedQuickly: 0.95 }
 * tarpRepurchase.major.rates.silent; // => 0.09
 * ```
 */
export const tarpRepurchase: Readonly<Record<'minor' | 'major', RepurchaseTable>> = {
  minor: {
    name: { en: 'TARP, losses of 1 to 5 dollars', zh: 'TARP，损失 1 至 5 美元' },
    source: TARP,
    rates: { silent: 0.37, notSatisfied: 0.46, satisfied: 0.7, satisfiedQuickly: 0.95 },
  },
  major: {
    name: { en: 'TARP, losses of more than 100 dollars', zh: 'TARP，损失超过 100 美元' },
    source: TARP,
    rates: { silent: 0.09, notSatisfied: 0.19, satisfied: 0.54, satisfiedQuickly: 0.82 },
  },
};

const GOODMAN = 'TARP studies of the 1980s, as told by Goodman and Newman, Quality Progress';

/**
 * How many others hear of a bad and of a good experience: of a soft drink, of a car. People who hear it from several
 * are counted several times.
 *
 * @example
 * ```ts
 * import { tarpTelling } from 'clientele/complaints';
 *
 * [tarpTelling.softDrink.bad, tarpTelling.softDrink.good]; // => [10, 5]
 * [tarpTelling.car.bad, tarpTelling.car.good]; // => [16, 8]
 * ```
 */
export const tarpTelling: Readonly<Record<'softDrink' | 'car', TellingTable>> = {
  softDrink: { name: { en: 'TARP, soft drinks', zh: 'TARP，软饮料' }, source: GOODMAN, bad: 10, good: 5 },
  car: { name: { en: 'TARP, cars', zh: 'TARP，汽车' }, source: GOODMAN, bad: 16, good: 8 },
};
