/** What is not known and would decide, as problems with their paths. */
import type { Problem } from '../../foundation/problem.js';
import { type Path, problem } from '../check/policy-problem.js';
import type { AttributeValue, QualifyingMetric } from '../metric.js';
import { missingBehind } from './metric-values.js';

/** How the metrics of a question are looked up, and where a host would say them. */
export interface Lookup {
  readonly metrics: Readonly<Record<string, QualifyingMetric>>;
  /** The value as it is compared; `undefined` where it is not known. */
  readonly valueAt: (metric: string) => AttributeValue | undefined;
  /** The value as it was given, whatever it is. */
  readonly givenAt: (metric: string) => unknown;
  readonly pathOf: (metric: string) => Path;
}

/**
 * Why a threshold on a metric is not known: a value is missing, is of another type than the threshold compares, or lies
 * below the first band of a banded metric. Several where a combined metric misses several parts.
 */
export function unknownProblems(metric: string, limit: AttributeValue, lookup: Lookup): readonly Problem[] {
  return missingBehind(lookup.metrics, metric, lookup.valueAt).map((name) =>
    problemOf(name, name === metric ? typeof limit : 'number', lookup),
  );
}

function problemOf(name: string, compared: string, lookup: Lookup): Problem {
  const { metrics, valueAt, givenAt, pathOf } = lookup;
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  const given = givenAt(name);
  const banded = metric?.kind === 'banded' && given === undefined ? metric : undefined;
  const below = banded && valueAt(banded.of);
  const min = banded?.bands[0]?.from;
  if (banded !== undefined && typeof below === 'number' && min !== undefined)
    return problem('belowBands', pathOf(banded.of), { kind: 'range', min }, below);
  // Columns of numbers write NaN where nothing is there.
  if (given === undefined || Number.isNaN(given))
    return problem('missingMetric', pathOf(name), { kind: 'present' }, undefined);
  const type = compared === 'number' ? 'finite number' : compared;
  return problem('wrongType', pathOf(name), { kind: 'type', type }, given);
}

/** Each place once. */
export function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one.path), one])).values()];
}
