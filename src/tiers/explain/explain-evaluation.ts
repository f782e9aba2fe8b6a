/** Why a member's metrics give a tier: for every tier what it asks for, what was found, and how much is missing. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import { type CompiledTiers, type CompiledVersion, versionAt } from '../evaluate/compile.js';
import { type EvaluationOptions, evaluateTier, questionFor } from '../evaluate/evaluate.js';
import type { TierEvaluation } from '../evaluate/evaluation.js';
import type { MetricValue } from '../evaluate/judge.js';
import { type MetricValues, ownOnly, plainValue, type ValuesOver } from '../evaluate/metric-values.js';
import { type Question, rowsFor } from '../evaluate/question.js';
import { explainPlan } from './explain-criterion.js';
import { stateTier, stateTierGiven } from './explain-words.js';
import type { EvaluationExplanation, ExplainedTier } from './explanation.js';
import type { Metrics } from './metric-words.js';

/**
 * Explains what {@link evaluateTier} answers to the same question: the tree of every tier's criterion with the values
 * found, the thresholds, and the distances between them. Never throws.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, describe, explainEvaluation, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our shop',
 *   version: '2026',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 500 } },
 *   ],
 * });
 * const explanation = explainEvaluation(orThrow(compileTiers(policy)), { spend: 420 });
 *
 * explanation.evaluation.tier; // => 'member'
 * explanation.tiers[0]?.holds; // => 'no'
 * describe(explanation, 'en').split('\n'); // => ['Tier Member, by version 2026.', 'Gold: spend 420 of 500, 80 short.']
 * ```
 */
export function explainEvaluation(
  tiers: CompiledTiers,
  values: MetricValues,
  options?: EvaluationOptions,
): EvaluationExplanation {
  const version = options?.asOf === undefined ? tiers.latest : versionAt(tiers, options.asOf);
  const question = options === undefined ? version.entry : questionFor(version, options);
  const evaluation = evaluateTier(tiers, values, options);
  const name = version.tiers[version.places.get(evaluation.tier) ?? 0]?.name ?? UNNAMED;
  const explained = explainAll(version, question, values, options?.over);
  const lifetime =
    version.lifetime === undefined ? [] : explainAll(version, version.lifetime, values, options?.over);
  return new Explanation(evaluation, name, explained, lifetime, version.policy.metrics);
}

/** Plain data but for the sentences, which cost more than all the rest: they are made when they are read. */
class Explanation implements EvaluationExplanation {
  readonly evaluation: TierEvaluation;
  readonly name: Bilingual;
  readonly tiers: readonly ExplainedTier[];
  readonly lifetime: readonly ExplainedTier[];
  readonly #metrics: Metrics;

  constructor(
    evaluation: TierEvaluation,
    name: Bilingual,
    tiers: readonly ExplainedTier[],
    lifetime: readonly ExplainedTier[],
    metrics: Metrics,
  ) {
    this.evaluation = evaluation;
    this.name = name;
    this.tiers = tiers;
    this.lifetime = lifetime;
    this.#metrics = metrics;
  }

  get statements(): readonly Statement[] {
    return [
      stateTierGiven(this.name, this.evaluation),
      ...this.tiers.map((one) => stateTier(one, 'tier', this.#metrics)),
      ...this.lifetime.map((one) => stateTier(one, 'lifetime', this.#metrics)),
    ];
  }

  toJSON(): EvaluationExplanation {
    const { evaluation, name, tiers, lifetime, statements } = this;
    return { evaluation, name, tiers, lifetime, statements };
  }
}

function explainAll(
  { tiers }: CompiledVersion,
  question: Question,
  values: MetricValues,
  others: readonly ValuesOver[] | undefined,
): readonly ExplainedTier[] {
  const { asked } = question;
  const found = foundFor(question, values, others);
  // Of its final length at once, as the parts of joins are.
  const explained = new Array<ExplainedTier>(asked.length);
  for (let i = 0; i < asked.length; i += 1) {
    const { place, plan } = asked[i] as Question['asked'][number];
    const criterion = explainPlan(plan, found);
    const own = tiers[place];
    const tier = own === undefined ? '' : own.tier;
    const name = own === undefined ? UNNAMED : own.name;
    explained[i] = { tier, name, holds: criterion.holds, criterion };
  }
  return explained;
}

/** The values by slot; those that the host measures over the policy's own window need no readers. */
function foundFor(
  question: Question,
  values: MetricValues,
  others: readonly ValuesOver[] | undefined,
): readonly MetricValue[] {
  const { plain, slots } = question;
  if (plain === undefined) {
    const rows = rowsFor(question, values, others);
    return slots.map((slot) => slot.read(rows));
  }
  const own = ownOnly(values);
  const found = new Array<MetricValue>(plain.length);
  for (let i = 0; i < plain.length; i += 1) found[i] = plainValue(own, plain[i] as string);
  return found;
}

const UNNAMED: Bilingual = { en: '', zh: '' };
