/** What the metrics of a policy can get wrong among themselves: names that nothing has, circles, bands out of order. */
import type { Problem } from '../../foundation/problem.js';
import type { QualifyingMetric } from '../metric.js';
import { metricOf } from './check-criterion.js';
import { type Path, problem, unknownName, wrong } from './policy-problem.js';

type Metrics = Readonly<Record<string, QualifyingMetric>>;

/** All problems of the metrics; `tiers` are the names that a time at a tier may refer to. */
export function checkMetrics(metrics: Metrics, tiers: readonly string[]): readonly Problem[] {
  return Object.entries(metrics).flatMap(([name, metric]) => {
    const path: Path = ['metrics', name];
    if (metric.kind === 'timeAtTier' && !tiers.includes(metric.tier))
      return [unknownName('unknownTier', [...path, 'tier'], tiers, metric.tier)];
    return [
      ...sourcesOf(metric).flatMap(([key, source]) => checkSource(metrics, name, source, [...path, ...key])),
      ...(metric.kind === 'banded' ? checkBands(metric.bands, [...path, 'bands']) : []),
    ];
  });
}

/** The metrics that a metric is made from, and where it says so. */
function sourcesOf(metric: QualifyingMetric): readonly (readonly [Path, string])[] {
  if (metric.kind === 'banded') return [[['of'], metric.of]];
  if (metric.kind !== 'combined') return [];
  return metric.of.map(({ metric: source }, i) => [['of', i, 'metric'], source]);
}

function checkSource(metrics: Metrics, name: string, source: string, path: Path): readonly Problem[] {
  if (metricOf(metrics, source) === undefined)
    return [unknownName('unknownMetric', path, Object.keys(metrics), source)];
  if (!madeFrom(metrics, source).has(name)) return [];
  const type = { en: 'metric that is not made from this one', zh: '并非由本指标得出的指标' };
  return [wrong('circular', path, type, source)];
}

/** A metric, what it is made from, what that is made from, and so on. */
function madeFrom(metrics: Metrics, name: string): ReadonlySet<string> {
  const found = new Set([name]);
  // A set is walked in the order of insertion, through what is added on the way.
  for (const one of found) {
    const metric = metricOf(metrics, one);
    for (const [, source] of metric === undefined ? [] : sourcesOf(metric)) found.add(source);
  }
  return found;
}

/** Numbers from which something begins go up. */
export function checkBands(bands: readonly { readonly from: number }[], path: Path): readonly Problem[] {
  const wrongAt = bands.findIndex(({ from }, i) => i > 0 && from <= (bands[i - 1]?.from ?? from));
  if (wrongAt < 0) return [];
  return [problem('notAscending', path, { kind: 'ascending' }, bands.map(({ from }) => from).join(', '))];
}
