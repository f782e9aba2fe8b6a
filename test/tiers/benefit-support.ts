/** Policies and benefits for tests: what a test does not say is ordinary. */
import type { Benefit, Tier } from 'clientele/tiers';

/** Tiers from the lowest to the highest, with their benefits. */
export function policyOf(benefits: Readonly<Record<string, readonly Benefit[] | undefined>>): {
  readonly zone: string;
  readonly tiers: readonly Tier[];
} {
  const tiers = Object.entries(benefits).map(([tier, gives], rank) => ({
    tier,
    rank,
    name: { en: tier, zh: tier },
    ...(gives === undefined ? {} : { benefits: gives }),
  }));
  return { zone: 'Europe/Berlin', tiers };
}

export function bonus(percent: number, benefit: string = 'bonus'): Benefit {
  return { benefit, name: { en: benefit, zh: benefit }, kind: 'pointsBonus', percent };
}

export function named<const More extends object>(
  benefit: string,
  more: More,
): More & Pick<Benefit, 'benefit' | 'name'> {
  return { benefit, name: { en: benefit, zh: benefit }, ...more };
}
