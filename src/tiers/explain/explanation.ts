/** What explains the tier that a member's metrics give. */
import type { Bilingual, Statement } from '../../foundation/statement.js';
import type { Truth } from '../criterion.js';
import type { TierEvaluation } from '../evaluate/evaluation.js';
import type { CriterionExplanation } from './explain-criterion.js';

/** A tier and why it is given or not. */
export interface ExplainedTier {
  readonly tier: string;
  readonly name: Bilingual;
  readonly holds: Truth;
  readonly criterion: CriterionExplanation;
}

/** Why a member's metrics give a tier; `describe` puts it into words. */
export interface EvaluationExplanation {
  readonly evaluation: TierEvaluation;
  /** Name of the tier given. */
  readonly name: Bilingual;
  /** Every tier that metrics can give, from the highest down. */
  readonly tiers: readonly ExplainedTier[];
  /** The same of tiers for good. */
  readonly lifetime: readonly ExplainedTier[];
  /** The tier given, then a sentence for each tier. Worked out when read. */
  readonly statements: readonly Statement[];
}
