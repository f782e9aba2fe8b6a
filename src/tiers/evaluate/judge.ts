/** Whether a criterion holds: three-valued, so that what is not known never counts as a small number. */
import type { QualificationCriterion, Threshold, Truth } from '../criterion.js';
import type { AttributeValue } from '../metric.js';

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

/** How a threshold compares. */
export type Comparison = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'is';

/** A threshold as how it compares and with what. */
export function comparisonOf(one: Threshold): readonly [Comparison, AttributeValue] {
  if ('is' in one) return ['is', one.is];
  if ('atLeast' in one) return ['atLeast', one.atLeast];
  if ('moreThan' in one) return ['moreThan', one.moreThan];
  return 'atMost' in one ? ['atMost', one.atMost] : ['lessThan', one.lessThan];
}

/** One threshold against a value. */
export function judgeThreshold(threshold: Threshold, value: MetricValue): Truth {
  const [comparison, limit] = comparisonOf(threshold);
  return compare(comparison, limit, value);
}

/**
 * `'unknown'` for a value that is missing, no finite number, or of another type than the threshold asks for: text is
 * never less than 5, nor is it another number.
 */
export function compare(comparison: Comparison, limit: AttributeValue, value: MetricValue): Truth {
  if (typeof value === 'number') {
    if (typeof limit !== 'number' || !Number.isFinite(value)) return 'unknown';
  } else if (value === undefined || typeof value !== typeof limit) return 'unknown';
  return holdsAt(comparison, limit, value) ? 'yes' : 'no';
}

function holdsAt(comparison: Comparison, limit: AttributeValue, value: AttributeValue): boolean {
  switch (comparison) {
    case 'is':
      return value === limit;
    case 'atLeast':
      return value >= limit;
    case 'moreThan':
      return value > limit;
    case 'atMost':
      return value <= limit;
    case 'lessThan':
      return value < limit;
  }
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
