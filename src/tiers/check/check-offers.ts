/** What the offers of a policy can get wrong: tiers that it does not have, durations, criteria. */
import type { Problem } from '../../foundation/problem.js';
import type { GrantFallback, StatusOffer, TierPolicy } from '../model.js';
import { type CriterionScope, checkCriterion } from './check-criterion.js';
import { checkSomeTime } from './check-duration.js';
import { type Path, unknownName } from './policy-problem.js';

/** All problems of the offers. */
export function checkOffers({ offers, metrics, tiers }: TierPolicy): readonly Problem[] {
  const names = tiers.map(({ tier }) => tier);
  return Object.entries(offers).flatMap(([name, offer]) =>
    checkOffer(offer, ['offers', name], names, { metrics, granted: true }),
  );
}

function checkOffer(
  offer: StatusOffer,
  path: Path,
  tiers: readonly string[],
  scope: CriterionScope,
): readonly Problem[] {
  const { tier, lasts, requires, allowance, challenge, fallback } = offer;
  // At the grant nothing has happened since it.
  const before = { ...scope, granted: false };
  return [
    ...(tier === undefined ? [] : checkTierName(tier, [...path, 'tier'], tiers)),
    ...checkSomeTime(lasts, [...path, 'lasts']),
    ...(requires === undefined ? [] : checkCriterion(requires, [...path, 'requires'], before)),
    ...(allowance === undefined || allowance.per === 'lifetime'
      ? []
      : checkSomeTime(allowance.per, [...path, 'allowance', 'per'])),
    ...(challenge === undefined
      ? []
      : [
          ...checkCriterion(challenge.keepIf, [...path, 'challenge', 'keepIf'], scope),
          ...checkSomeTime(challenge.keepFor, [...path, 'challenge', 'keepFor']),
        ]),
    ...(fallback === undefined ? [] : checkFallback(fallback, [...path, 'fallback'], tiers, scope)),
  ];
}

function checkFallback(
  fallback: GrantFallback,
  path: Path,
  tiers: readonly string[],
  scope: CriterionScope,
): readonly Problem[] {
  switch (fallback.kind) {
    case 'earned':
      return [];
    case 'tier':
      return checkTierName(fallback.tier, [...path, 'tier'], tiers);
    case 'graded':
      return fallback.steps.flatMap(({ when, tier }, i) => [
        ...checkCriterion(when, [...path, 'steps', i, 'when'], scope),
        ...checkTierName(tier, [...path, 'steps', i, 'tier'], tiers),
      ]);
  }
}

/** A tier of the policy. */
export function checkTierName(tier: string, path: Path, tiers: readonly string[]): readonly Problem[] {
  return tiers.includes(tier) ? [] : [unknownName('unknownTier', path, tiers, tier)];
}
