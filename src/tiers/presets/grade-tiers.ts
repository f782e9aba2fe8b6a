/** The grades P, G, S and B of the source material as tiers. */
import type { TierPolicy } from '../model.js';
import { namedMetric } from './metric-wording.js';
import { SOURCE_ZONE, whileItHolds } from './one-rule.js';

/**
 * The grades of the source material (e-commerce CRM chapter, RFM-06: Platinum 40–36, Gold 35–26, Silver 25–17, Bronze
 * 16–1) as tiers over the weighted score of `sourceMaterialRfm` from `clientele/rfm`, which the host gives as the
 * attribute `score`.
 *
 * The printed bands are whole numbers; they are read as thresholds (from 36, 26 and 17, else Bronze: AMB-05), so that
 * 35.5 is Gold. On 1 to 40 the tiers are those of `gradeForScore`; outside, where that knows no grade, a higher score
 * is Platinum and a lower one Bronze, and a customer without a score (dormant) is Bronze with the higher tiers
 * unknown. A grade is held while the score says so: the year it is measured over is that of the score. `zone` is
 * Asia/Shanghai unless given.
 *
 * @example
 * ```ts
 * import { compileTiers, evaluateTier, gradeTiers, orThrow } from 'clientele/tiers';
 *
 * const grades = orThrow(compileTiers(gradeTiers()));
 *
 * [16, 17, 25, 26, 35, 36].map((score) => evaluateTier(grades, { score }).tier); // => ['B', 'S', 'S', 'G', 'G', 'P']
 * ```
 */
export function gradeTiers({ zone = SOURCE_ZONE }: { readonly zone?: string } = {}): TierPolicy {
  return whileItHolds({
    name: 'source material: grades P, G, S, B',
    source: 'Customer-management course material, e-commerce CRM chapter (RFM table and grades P, G, S, B)',
    ladder: 'grade',
    zone,
    metrics: {
      score: { kind: 'attribute', attribute: 'score', ...namedMetric('weighted score', '加权总分') },
    },
    tiers: [
      { tier: 'B', name: { en: 'Bronze', zh: '铜牌' }, rank: 0 },
      { tier: 'S', name: { en: 'Silver', zh: '银牌' }, rank: 1, entry: { metric: 'score', atLeast: 17 } },
      { tier: 'G', name: { en: 'Gold', zh: '金牌' }, rank: 2, entry: { metric: 'score', atLeast: 26 } },
      { tier: 'P', name: { en: 'Platinum', zh: '白金' }, rank: 3, entry: { metric: 'score', atLeast: 36 } },
    ],
  });
}
