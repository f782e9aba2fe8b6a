/** Money: integers in a declared minor unit, summed exactly, rounded by a named rule. */

/**
 * How an amount with more decimals than the currency holds becomes a whole number of minor units.
 *
 * - `'exact'`: it does not; such an amount is a problem (the default everywhere).
 * - `'halfEven'`: to the nearest, a tie to the even neighbour (bankers' rounding; IEEE 754 roundTiesToEven).
 * - `'halfAwayFromZero'`: to the nearest, a tie away from zero (commercial rounding).
 * - `'towardZero'`: cut off. `'awayFromZero'`: up in size. `'down'`: toward −∞. `'up'`: toward +∞.
 */
export type Rounding =
  | 'exact'
  | 'halfEven'
  | 'halfAwayFromZero'
  | 'towardZero'
  | 'awayFromZero'
  | 'down'
  | 'up';

/** A currency and the unit in which its amounts are held. */
export interface Currency {
  /** ISO 4217 code, e.g. `'GBP'`; any non-empty name serves for points and the like. */
  readonly code: string;
  /** Decimals of the unit that amounts are held in: 2 for pence and fen, 0 for yen, 3 for fils. 0 to 8. */
  readonly minorUnit: number;
}

/**
 * A running sum of safe integers that stays exact: a `bigint` once it leaves the safe range, so that the
 * result does not depend on the order of the terms.
 */
export type ExactSum = number | bigint;

export function add(sum: ExactSum, term: number): ExactSum {
  if (typeof sum === 'bigint') return sum + BigInt(term);
  const next = sum + term;
  return Number.isSafeInteger(next) ? next : BigInt(sum) + BigInt(term);
}

/** The sum as a number, or `undefined` where it lies outside the safe integers (±(2^53 − 1)). */
export function settle(sum: ExactSum): number | undefined {
  const value = Number(sum);
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}
