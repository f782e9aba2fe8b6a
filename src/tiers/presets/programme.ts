/** What the presets of real programmes are put together from. */
import type { Benefit } from '../benefit.js';
import type { QualificationCriterion } from '../criterion.js';
import type { Tier, TierPolicy } from '../model.js';

/** What every preset of a real programme can be told. */
export interface ProgrammeOptions {
  /** IANA name of the zone in which its days and years turn over. */
  readonly zone?: string;
  /** The days on which these rules are in force; default: always. */
  readonly effective?: TierPolicy['effective'];
}

/** A tier above the base, as the host's own figures define it. */
export interface TierThreshold {
  readonly tier: string;
  readonly name: Tier['name'];
  /** The least that brings a member in, in the units activities carry. */
  readonly atLeast: number;
}

/** Tiers from the base up; ranks are their places. */
export function ladderOf(tiers: readonly Omit<Tier, 'rank'>[]): readonly Tier[] {
  return tiers.map((tier, rank) => ({ ...tier, rank }));
}

/** A tier without its rank. */
export function named(
  tier: string,
  en: string,
  zh: string,
  rest: Partial<Omit<Tier, 'tier' | 'name'>> = {},
): Omit<Tier, 'rank'> {
  return { tier, name: { en, zh }, ...rest };
}

/** Any one of these metrics at its figure. */
export function anyReached(figures: Readonly<Record<string, number>>): QualificationCriterion {
  return { anyOf: Object.entries(figures).map(([metric, atLeast]) => ({ metric, atLeast })) };
}

/** All of these metrics at their figures. */
export function allReached(figures: Readonly<Record<string, number>>): QualificationCriterion {
  return { allOf: Object.entries(figures).map(([metric, atLeast]) => ({ metric, atLeast })) };
}

/** Extra points in percent of the base points. */
export function bonusPoints(percent: number): Benefit {
  const name = { en: `Bonus points, ${percent}% of the base points`, zh: `基本积分${percent}%的奖励积分` };
  return { benefit: 'bonusPoints', name, kind: 'pointsBonus', percent };
}
