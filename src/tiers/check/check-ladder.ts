/** What the tiers of a policy can get wrong: names and ranks used twice, a base that asks for something, benefits. */
import type { Problem } from '../../foundation/problem.js';
import type { Benefit } from '../benefit.js';
import type { Tier, TierPolicy } from '../model.js';
import { type CriterionScope, checkCriterion, metricOf } from './check-criterion.js';
import { checkSomeTime, checkValidity } from './check-duration.js';
import { checkBands } from './check-metrics.js';
import { type Path, repeats, unknownName, wrong } from './policy-problem.js';

/** All problems of the tiers. */
export function checkLadder({ tiers, metrics }: TierPolicy): readonly Problem[] {
  const scope: CriterionScope = { metrics, granted: false };
  const base = Math.min(...tiers.map(({ rank }) => rank));
  return [
    ...repeats(
      tiers.map(({ tier }) => tier),
      (i) => ['tiers', i, 'tier'],
      { en: 'name of a tier', zh: '等级名称' },
    ),
    ...repeats(
      tiers.map(({ rank }) => rank),
      (i) => ['tiers', i, 'rank'],
      { en: 'rank', zh: '次序' },
    ),
    ...tiers.flatMap((tier, i) => [
      ...(tier.rank === base ? checkBase(tier, ['tiers', i]) : []),
      ...checkTier(tier, ['tiers', i], scope),
    ]),
  ];
}

const CRITERIA = ['entry', 'reentry', 'renewal', 'lifetime'] as const;

/** Everybody has the base, so that there is nothing to reach, keep or lose. */
function checkBase(tier: Tier, path: Path): readonly Problem[] {
  const type = {
    en: 'base tier without criteria (the tier of the lowest rank, which everybody has)',
    zh: '不设条件的基础等级（次序最低、人人都有）',
  };
  return CRITERIA.flatMap((key) =>
    tier[key] === undefined ? [] : [wrong('baseHasCriterion', [...path, key], type, tier[key])],
  );
}

function checkTier(tier: Tier, path: Path, scope: CriterionScope): readonly Problem[] {
  const { benefits = [] } = tier;
  return [
    ...CRITERIA.flatMap((key) => {
      const criterion = tier[key];
      if (criterion === undefined || criterion === 'never') return [];
      return checkCriterion(criterion, [...path, key], scope);
    }),
    ...checkValidity(tier.validity, [...path, 'validity']),
    ...repeats(
      benefits.map(({ benefit }) => benefit),
      (i) => [...path, 'benefits', i, 'benefit'],
      { en: 'name of a benefit of this tier', zh: '本等级的权益名称' },
    ),
    ...benefits.flatMap((benefit, i) => checkBenefit(benefit, [...path, 'benefits', i], scope)),
  ];
}

function checkBenefit(benefit: Benefit, path: Path, { metrics }: CriterionScope): readonly Problem[] {
  if (benefit.kind === 'voucher') return checkSomeTime(benefit.apart, [...path, 'apart']);
  if (!('steps' in benefit)) return [];
  const unknown =
    benefit.kind === 'cumulativeDiscount' && metricOf(metrics, benefit.metric) === undefined
      ? [unknownName('unknownMetric', [...path, 'metric'], Object.keys(metrics), benefit.metric)]
      : [];
  return [...unknown, ...checkBands(benefit.steps, [...path, 'steps'])];
}
