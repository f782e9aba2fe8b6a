/** What is not known of a member and would decide a tier, as problems with their paths. */
import type { Problem } from '../../foundation/problem.js';
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { comparisonOf, judgeBy, judgeThreshold, thresholdsOf } from '../evaluate/judge.js';
import { distinctProblems, unknownProblems } from '../evaluate/unknown-problem.js';
import type { AttributeValue } from '../metric.js';
import type { Judged, Measure, Program } from '../program.js';
import { measured } from './measure.js';
import type { Work } from './work.js';

/**
 * Why a tier above the one earned, the renewal of this one, or a tier for good is undecided as of an instant. A path is
 * `['attributes', name]` for what the host says of the member, `['metrics', name]` for what is worked out.
 */
export function unknownOf(work: Work, at: number): readonly Problem[] {
  const { program, track } = work;
  if (!canBeUnknown(program)) return [];
  const undecidedIn = (judged: Judged, asked: number = judged.criteria.length): readonly Problem[] =>
    judged.criteria.slice(0, asked).flatMap((one) => undecided(work, judged, one, at));
  const { lifetime, tiers } = program;
  return distinctProblems([
    ...undecidedIn(program.entryAbove(track.tier, track.highestHeld)),
    ...undecidedIn(program.ownRenewal(track.tier)),
    // From the highest down to the one above what is held for good.
    ...(lifetime === undefined ? [] : undecidedIn(lifetime, tiers.length - 1 - work.lifetime)),
  ]);
}

/** Only attributes can be missing, and values below all bands; everything else is measured. */
function canBeUnknown({ metrics }: Program): boolean {
  for (const { kind } of metrics.values()) if (kind === 'attribute' || kind === 'banded') return true;
  return false;
}

function undecided(
  work: Work,
  judged: Judged,
  criterion: QualificationCriterion,
  at: number,
): readonly Problem[] {
  const truthOf = (threshold: Threshold) =>
    judgeThreshold(threshold, foundFor(work, judged.measures[judged.slotOf(threshold)], at));
  if (judgeBy(criterion, truthOf) !== 'unknown') return [];
  return thresholdsOf(criterion)
    .filter((threshold) => truthOf(threshold) === 'unknown')
    .flatMap((threshold) => problemsOf(work, judged, threshold, at));
}

function problemsOf(work: Work, judged: Judged, threshold: Threshold, at: number): readonly Problem[] {
  const { policy, metrics, columnOf } = work.program;
  const [, limit] = comparisonOf(threshold);
  const window = judged.measures[judged.slotOf(threshold)]?.window ?? 0;
  const valueAt = (metric: string): AttributeValue | undefined =>
    foundFor(work, { metric, window, is: undefined, column: columnOf.get(metric) ?? -1 }, at);
  return unknownProblems(threshold.metric, limit, {
    metrics: policy.metrics,
    valueAt,
    givenAt: valueAt,
    pathOf: (name) => {
      const metric = metrics.get(name);
      return metric?.kind === 'attribute' ? ['attributes', metric.attribute] : ['metrics', name];
    },
  });
}

function foundFor(work: Work, measure: Measure | undefined, at: number): AttributeValue | undefined {
  return measure && measured(work, measure, at);
}
