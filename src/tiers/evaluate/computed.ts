/** Metrics that are worked out of other metrics. */

import type { QualifyingMetric } from '../metric.js';
import type { MetricValue } from './judge.js';

type Terms = Extract<QualifyingMetric, { kind: 'combined' }>['of'];
type Bands = Extract<QualifyingMetric, { kind: 'banded' }>['bands'];

/** The sum of metrics, each times a factor; unknown where one of them is. */
export function combined(of: Terms, valueAt: (metric: string) => MetricValue): number | undefined {
  let sum = 0;
  for (const { metric, times } of of) {
    const value = valueAt(metric);
    if (typeof value !== 'number') return undefined;
    sum += times * value;
  }
  return toNineDecimals(sum);
}

/** So that binary fractions in the factors cannot move a member over a threshold. */
export function toNineDecimals(sum: number): number {
  return Number.isInteger(sum) || Math.abs(sum) > 1e6 ? sum : Math.round(sum * 1e9) / 1e9;
}

/** The value of the highest band that is reached; unknown below the first. */
export function banded(bands: Bands, value: MetricValue): number | undefined {
  if (typeof value !== 'number') return undefined;
  let reached: number | undefined;
  for (const band of bands) if (value >= band.from) reached = band.value;
  return reached;
}
