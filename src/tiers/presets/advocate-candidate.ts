/** The advocates whom the source material finds among reviewers. */
import type { TierPolicy } from '../model.js';
import { countedIn, namedMetric } from './metric-wording.js';
import { oneRule, SOURCE_ZONE } from './one-rule.js';

/** From what on a rating is very high, a review long, and somebody likes to share. None is printed; all included. */
export interface AdvocateThresholds {
  /** On the host's scale. */
  readonly rating: number;
  /** Length of the review, in the host's unit. */
  readonly reviewLength: number;
  /** How often something was shared. */
  readonly shares: number;
  /** Default Asia/Shanghai. */
  readonly zone?: string;
}

/**
 * Customers to be contacted and upgraded (source material, e-commerce CRM chapter, TIER-04): their rating is very high,
 * their review is long, and they like to share; all three, by thresholds of the host's. The host gives the attributes
 * `rating`, `reviewLength` and `shares`. The tier marks a candidate; the upgrade itself is the host's decision.
 *
 * @example
 * ```ts
 * import { advocateCandidate, compileTiers, evaluateTier, orThrow } from 'clientele/tiers';
 *
 * const tiers = orThrow(compileTiers(advocateCandidate({ rating: 4.8, reviewLength: 100, shares: 3 })));
 *
 * evaluateTier(tiers, { rating: 5, reviewLength: 240, shares: 3 }).tier; // => 'advocateCandidate'
 * evaluateTier(tiers, { rating: 5, reviewLength: 240, shares: 2 }).tier; // => 'ordinary'
 * ```
 */
export function advocateCandidate(thresholds: AdvocateThresholds): TierPolicy {
  return oneRule(
    {
      name: 'source material: advocate candidates',
      source: 'Customer-management course material, e-commerce CRM chapter (finding advocates in reviews)',
      ladder: 'advocate',
      zone: thresholds.zone ?? SOURCE_ZONE,
      metrics: {
        rating: { kind: 'attribute', attribute: 'rating', ...namedMetric('rating', '评分') },
        reviewLength: {
          kind: 'attribute',
          attribute: 'reviewLength',
          ...namedMetric('length of the review', '评论长度'),
        },
        shares: {
          kind: 'attribute',
          attribute: 'shares',
          ...countedIn('time shared', 'times shared', '次分享'),
        },
      },
    },
    { tier: 'advocateCandidate', name: { en: 'Advocate candidate', zh: '口碑顾客候选' } },
    {
      allOf: [
        { metric: 'rating', atLeast: thresholds.rating },
        { metric: 'reviewLength', atLeast: thresholds.reviewLength },
        { metric: 'shares', atLeast: thresholds.shares },
      ],
    },
  );
}
