/** Programmes of the handbook's section 5.1, as far as a single evaluation needs them. */
import {
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  type QualificationCriterion,
  type QualifyingMetric,
  type Tier,
  type TierPolicyInput,
} from 'clientele/tiers';

/** Tiers from the base up, with what brings a member in. */
export type Ladder = Readonly<
  Record<string, QualificationCriterion | Pick<Tier, 'entry' | 'lifetime' | 'renewal' | 'reentry'> | null>
>;

export function programme(
  ladder: Ladder,
  metrics: Readonly<Record<string, QualifyingMetric>>,
  rest: Partial<TierPolicyInput> = {},
): TierPolicyInput {
  return {
    name: 'a programme',
    zone: 'UTC',
    metrics,
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'duration', duration: 'P1Y' },
    tiers: Object.entries(ladder).map(([tier, entry], rank) => ({
      tier,
      name: { en: tier, zh: tier },
      rank,
      ...(entry === null ? {} : isTier(entry) ? entry : { entry }),
    })),
    ...rest,
  };
}

function isTier(
  one: QualificationCriterion | Pick<Tier, 'entry' | 'lifetime'>,
): one is Pick<Tier, 'entry' | 'lifetime'> {
  return 'entry' in one || 'lifetime' in one;
}

export function compiled(...inputs: readonly TierPolicyInput[]): CompiledTiers {
  return orThrow(compileTiers(inputs.map((input) => defineTierPolicy(input))));
}

export const NIGHTS: QualifyingMetric = { kind: 'sum', of: 'nights' };
export const STAYS: QualifyingMetric = { kind: 'count' };
export const SPEND: QualifyingMetric = { kind: 'sum', of: 'spend' };
export const POINTS: QualifyingMetric = { kind: 'sum', of: 'points' };

/** Any of these metrics at these figures. */
export function anyOf(limits: Readonly<Record<string, number>>): QualificationCriterion {
  return { anyOf: Object.entries(limits).map(([metric, atLeast]) => ({ metric, atLeast })) };
}

/** T7. */
export const hilton2026: CompiledTiers = compiled(
  programme(
    {
      member: null,
      silver: anyOf({ nights: 10, stays: 4, spend: 2500 }),
      gold: anyOf({ nights: 25, stays: 15, spend: 6000 }),
      diamond: anyOf({ nights: 50, stays: 25, spend: 11_500 }),
      reserve: { allOf: [anyOf({ nights: 80, stays: 40 }), { metric: 'spend', atLeast: 18_000 }] },
    },
    { nights: NIGHTS, stays: STAYS, spend: SPEND },
    { version: '2026' },
  ),
);
