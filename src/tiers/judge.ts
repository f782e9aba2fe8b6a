/** Whether a criterion holds: three-valued, so that what is not known never counts as a small number. */
import type { QualificationCriterion, Threshold, Truth } from './criterion.js';

/** What a metric can be; `undefined` where it is not known. */
export type MetricValue = number | string | boolean | undefined;

/**
 * Whether a criterion holds, with the value of each threshold found by `valueAt`.
 *
 * Kleene's strong logic (1952): a join is decided as soon as the known part decides it, and `'unknown'` otherwise.
 */
export function judge(
  criterion: QualificationCriterion,
  valueAt: (threshold: Threshold) => MetricValue,
): Truth {
  return judgeBy(criterion, (threshold) => judgeThreshold(threshold, valueAt(threshold)));
}

/** The same where the thresholds are judged already. */
export function judgeBy(criterion: QualificationCriterion, truthOf: (threshold: Threshold) => Truth): Truth {
  if ('metric' in criterion) return truthOf(criterion);
  const parts = partsOf(criterion);
  const needed = neededOf(criterion);
  let met = 0;
  let open = 0;
  for (const part of parts) {
    const truth = judgeBy(part, truthOf);
    if (truth === 'yes') met += 1;
    else if (truth === 'unknown') open += 1;
  }
  return truthOfJoin(needed, met, open);
}

/** At least `needed` of several, of which so many hold and so many are not known. */
export function truthOfJoin(needed: number, met: number, open: number): Truth {
  if (met >= needed) return 'yes';
  return met + open >= needed ? 'unknown' : 'no';
}

/**
 * One threshold against a value. `'unknown'` for a value that is missing, no finite number, or of another type than
 * the threshold asks for: text is never less than 5, nor is it another number.
 */
export function judgeThreshold(threshold: Threshold, value: MetricValue): Truth {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return 'unknown';
  if ('is' in threshold) {
    return typeof value === typeof threshold.is ? truth(value === threshold.is) : 'unknown';
  }
  if (typeof value !== 'number') return 'unknown';
  if ('atLeast' in threshold) return truth(value >= threshold.atLeast);
  if ('moreThan' in threshold) return truth(value > threshold.moreThan);
  if ('atMost' in threshold) return truth(value <= threshold.atMost);
  return truth(value < threshold.lessThan);
}

function truth(holds: boolean): Truth {
  return holds ? 'yes' : 'no';
}

/** A criterion that joins others. */
export type Join = Exclude<QualificationCriterion, Threshold>;

/** What a join joins. */
export function partsOf(join: Join): readonly QualificationCriterion[] {
  if ('allOf' in join) return join.allOf;
  return 'anyOf' in join ? join.anyOf : join.of;
}

/** How many of them must hold: every join is "at least so many of". */
export function neededOf(join: Join): number {
  if ('allOf' in join) return join.allOf.length;
  return 'anyOf' in join ? 1 : join.atLeast;
}

/** Every threshold of a criterion, from left to right. */
export function thresholdsOf(criterion: QualificationCriterion): readonly Threshold[] {
  return 'metric' in criterion ? [criterion] : partsOf(criterion).flatMap(thresholdsOf);
}
