/** Examines a policy before it is used: what it says although nobody can have meant it. */

import type { TierPolicy } from '../model.js';
import { examineCriteria } from './examine-criteria.js';
import { examineLadder } from './examine-ladder.js';
import { examineStart } from './examine-start.js';
import { examineTerms } from './examine-terms.js';
import type { PolicyFinding } from './policy-finding.js';

/**
 * What is odd about a valid policy, each finding with values or dates that show it; empty where nothing is.
 *
 * Thresholds are judged at every value at which one can change its answer, so that nothing within reach is missed and
 * nothing is claimed without an example; a question with too many values is given up by name (`tooLargeToExamine`).
 * Metrics over different windows are not compared. Time is judged on every day of four years. Members who get a tier
 * by a grant that is no offer of the policy are not thought of.
 *
 * @example
 * ```ts
 * import { defineTierPolicy, describe, examineTierPolicy } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'silver asks for more than gold',
 *   zone: 'UTC',
 *   metrics: { nights: { kind: 'sum', of: 'nights' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'silver', name: { en: 'Silver', zh: '银卡' }, rank: 1, entry: { metric: 'nights', atLeast: 50 } },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 2, entry: { metric: 'nights', atLeast: 25 } },
 *   ],
 * });
 * const findings = examineTierPolicy(policy);
 *
 * findings.map((finding) => finding.kind); // => ['unreachableTier', 'nonMonotoneThresholds']
 * findings[0]?.counterexample; // => { kind: 'metrics', values: { nights: 50 }, over: [], gives: 'gold' }
 * findings.map((finding) => describe(finding, 'en'))[1]; // => 'Gold is above Silver and does not ask for as much: nights 25 reaches Gold but not Silver.'
 * ```
 */
export function examineTierPolicy(policy: TierPolicy): readonly PolicyFinding[] {
  return [
    ...examineCriteria(policy),
    ...examineLadder(policy),
    ...examineStart(policy),
    ...examineTerms(policy),
  ];
}
