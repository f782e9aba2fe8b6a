/** A ladder with one rule: those who meet it, and everybody else. */
import type { QualificationCriterion } from '../criterion.js';
import type { Tier, TierPolicy } from '../model.js';

/** The base of every ladder of the source material. */
export const ordinaryTier: Tier = {
  tier: 'ordinary',
  name: { en: 'Ordinary customer', zh: '普通顾客' },
  rank: 0,
};

/** What the source material says nothing about, in its plainest form. */
export type UnsaidAxes = Pick<
  TierPolicy,
  'format' | 'version' | 'effective' | 'change' | 'counts' | 'grace' | 'returns' | 'offers' | 'notices'
>;

export const UNSAID: UnsaidAxes = {
  format: 'tier-policy@1',
  version: '1',
  effective: {},
  change: { held: 'keep' },
  counts: {},
  grace: {},
  returns: { clawback: 'atOnce', rewards: 'reverse', negativeBalance: false },
  offers: {},
  notices: [],
};

/** Where the source material was written; its years begin and end there. */
export const SOURCE_ZONE = 'Asia/Shanghai';

/**
 * A ladder whose tiers are held exactly while what is known of a customer says so: judged at once, up and down. For
 * rules over attributes, which have no window of their own.
 */
export function whileItHolds(
  policy: Pick<TierPolicy, 'name' | 'source' | 'ladder' | 'zone' | 'metrics' | 'tiers'>,
): TierPolicy {
  return {
    ...UNSAID,
    ...policy,
    window: { kind: 'lifetime' },
    upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
    renewal: { timing: 'onQualifying' },
    validity: { kind: 'whileQualified' },
    downgrade: { timing: 'immediate', depth: { kind: 'toQualified' } },
  };
}

/** Two tiers: ordinary, and the one that the rule gives. */
export function oneRule(
  policy: Pick<TierPolicy, 'name' | 'source' | 'ladder' | 'zone' | 'metrics'>,
  tier: Pick<Tier, 'tier' | 'name'>,
  entry: QualificationCriterion,
): TierPolicy {
  return whileItHolds({ ...policy, tiers: [ordinaryTier, { ...tier, rank: 1, entry }] });
}
