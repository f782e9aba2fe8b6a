/** The important customer of the source material's travel chapter. */
import type { TierPolicy } from '../model.js';
import { countedIn, namedMetric } from './metric-wording.js';
import { oneRule, SOURCE_ZONE } from './one-rule.js';

/**
 * The important customer (重要顾客) of the source material's travel chapter (TIER-13): a high public profile, or a
 * special contribution to the agency, or a repeat purchaser. One of the three is enough.
 *
 * The host says of each customer `highProfile` and `specialContribution` (yes or no) and `purchases`. From how many
 * on somebody is a repeat purchaser ("many times") is not printed, so it must be given. `zone` is Asia/Shanghai
 * unless given.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, importantCustomer, orThrow } from 'clientele/tiers';
 *
 * const tiers = orThrow(compileTiers(importantCustomer({ purchases: 5 })));
 *
 * evaluateTier(tiers, { highProfile: true }).tier; // => 'important'
 * evaluateTier(tiers, { highProfile: false, specialContribution: false, purchases: 4 }).tier; // => 'ordinary'
 * ```
 */
export function importantCustomer(options: {
  readonly purchases: number;
  readonly zone?: string;
}): TierPolicy {
  return oneRule(
    {
      name: 'source material: important customers',
      source: 'Customer-management course material, travel-agency chapter (important customers)',
      ladder: 'importantCustomer',
      zone: options.zone ?? SOURCE_ZONE,
      metrics: {
        highProfile: {
          kind: 'attribute',
          attribute: 'highProfile',
          ...namedMetric('high public profile', '社会知名度高'),
        },
        specialContribution: {
          kind: 'attribute',
          attribute: 'specialContribution',
          ...namedMetric('special contribution', '特殊贡献'),
        },
        purchases: {
          kind: 'attribute',
          attribute: 'purchases',
          ...countedIn('purchase', 'purchases', '次购买'),
        },
      },
    },
    { tier: 'important', name: { en: 'Important customer', zh: '重要顾客' } },
    {
      anyOf: [
        { metric: 'highProfile', is: true },
        { metric: 'specialContribution', is: true },
        { metric: 'purchases', atLeast: options.purchases },
      ],
    },
  );
}
