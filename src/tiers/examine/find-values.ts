/** Searches for values of the metrics under which some criteria hold and others do not: exactly, or not at all. */
import { metricOf } from '../check/check-criterion.js';
import type { Truth } from '../criterion.js';
import { banded, combined } from '../evaluate/computed.js';
import { judge, type MetricValue, thresholdsOf } from '../evaluate/judge.js';
import { windowKey } from '../evaluate/metric-values.js';
import type { AttributeValue } from '../metric.js';
import type { TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import { type Asked, type Axis, axesOf, axisKey, domainOf } from './metric-axes.js';

/** Values by axis. */
export interface Assumed {
  readonly axes: readonly Axis[];
  readonly values: ReadonlyMap<string, AttributeValue>;
}

/** `'tooLarge'`: given up, or found only what the metrics themselves rule out; nothing is known. */
export type Search = Assumed | 'none' | 'tooLarge';

/** Sets of values after which a search is given up. */
const PATIENCE = 20_000;

/** What is looked for. */
export interface Wanted {
  /** All of these are true. */
  readonly holds: readonly Asked[];
  /** None of these is true. */
  readonly fails?: readonly Asked[];
  /** What these look at has values too. */
  readonly beside?: readonly Asked[];
  /**
   * Whether the metrics have to be able to have the values together. Needed where the values are the claim; not where
   * their absence is.
   */
  readonly together: boolean;
}

/**
 * Values under which some criteria hold and others do not.
 *
 * Axis by axis, the criteria are judged with what is known so far; in three-valued logic what already decides them
 * against us cannot be mended by further values.
 */
export function findValues(policy: TierPolicy, { holds, fails = [], beside = [], together }: Wanted): Search {
  // All candidates are drawn from all criteria, so that those beside can be given values that fit.
  const all = axesOf(policy, [...holds, ...fails, ...beside]);
  const axes = all.slice(0, axesOf(policy, [...holds, ...fails]).length);
  const wanted = holds.map((one) => judging(policy, one));
  const unwanted = fails.map((one) => judging(policy, one));
  const values = new Map<string, AttributeValue>();
  let patience = PATIENCE;
  let unlikely = false;

  function search(depth: number): boolean {
    patience -= 1;
    if (patience < 0) return false;
    const truths = wanted.map((truth) => truth(values));
    if (truths.includes('no')) return false;
    if (unwanted.some((truth) => truth(values) === 'yes')) return false;
    const axis = axes[depth];
    if (axis === undefined) {
      if (truths.includes('unknown')) return false;
      if (!together) return true;
      const fits = fitting(policy, axes, values);
      unlikely ||= fits === 'unlikely';
      return fits === 'yes';
    }
    for (const candidate of axis.candidates) {
      values.set(axis.key, candidate);
      if (search(depth + 1)) return true;
    }
    values.delete(axis.key);
    return false;
  }

  if (search(0)) return { axes: all, values: completed(policy, all, values) };
  return patience < 0 || unlikely ? 'tooLarge' : 'none';
}

/**
 * Gives each axis that is left a value: a combined metric what its parts add up to, if they are known, and the others
 * the first value that goes with the rest. Where none does, it stays unknown.
 */
function completed(policy: TierPolicy, axes: readonly Axis[], found: Values): Values {
  const values = new Map(found);
  const isCombined = ({ metric }: Axis): boolean => metricOf(policy.metrics, metric)?.kind === 'combined';
  const left = axes.filter(({ key }) => !values.has(key));
  for (const axis of [...left.filter((one) => !isCombined(one)), ...left.filter(isCombined)]) {
    const sum = sumOf(policy, axis, values);
    const fits = (sum === undefined ? axis.candidates : [sum]).find((candidate) => {
      values.set(axis.key, candidate);
      return fitting(policy, axes, values) === 'yes';
    });
    if (fits === undefined) values.delete(axis.key);
  }
  return values;
}

/** What the parts of a combined metric add up to; `undefined` where one is not known, and for other metrics. */
function sumOf({ metrics }: TierPolicy, { metric: name, window }: Axis, values: Values): number | undefined {
  const metric = metricOf(metrics, name);
  if (metric?.kind !== 'combined') return undefined;
  return combined(metric.of, (part) => readerOf(metrics, part, window)(values));
}

/** Whether a criterion holds under some values. */
export function truthOf(policy: TierPolicy, asked: Asked, values: Assumed['values']): Truth {
  return judging(policy, asked)(values);
}

type Values = Assumed['values'];

/** The same for many values: where each threshold looks is found out once. */
function judging({ metrics }: TierPolicy, { criterion, window }: Asked): (values: Values) => Truth {
  const reads = new Map(
    thresholdsOf(criterion).map((one) => [one, readerOf(metrics, one.metric, one.window ?? window)]),
  );
  return (values) => judge(criterion, (threshold) => reads.get(threshold)?.(values));
}

/** Reads a metric over a window from the axes; a banded one by way of its source. */
function readerOf(
  metrics: TierPolicy['metrics'],
  name: string,
  window: QualificationWindow | undefined,
): (values: Values) => MetricValue {
  const metric = metricOf(metrics, name);
  if (metric?.kind === 'banded') {
    const source = readerOf(metrics, metric.of, window);
    return (values) => banded(metric.bands, source(values));
  }
  const key = axisKey(metrics, name, window);
  return (values) => values.get(key);
}

/**
 * Whether the metrics can have these values at the same time: a longer window holds no less than one inside it, and
 * a combined metric is what its parts add up to. `'unlikely'` where another value of the same range might fit.
 */
function fitting(
  policy: TierPolicy,
  axes: readonly Axis[],
  values: Assumed['values'],
): 'yes' | 'no' | 'unlikely' {
  const { metrics } = policy;
  for (const axis of axes) {
    const value = values.get(axis.key);
    if (value === undefined) continue;
    const metric = metricOf(metrics, axis.metric);
    if (metric?.kind === 'combined' && !addsUp(policy, axis, value, values)) return 'unlikely';
    const longer = axes.some(
      (other) =>
        other.metric === axis.metric &&
        contains(other.window, axis.window) &&
        Number(values.get(other.key)) < Number(value),
    );
    if (longer) return 'no';
  }
  return 'yes';
}

/** Whether all that one window measures lies in the other as well. */
function contains(longer: QualificationWindow | undefined, inside: QualificationWindow | undefined): boolean {
  if (longer === undefined || inside === undefined || windowKey(longer) === windowKey(inside)) return false;
  if (longer.kind === 'lifetime') return true;
  if (longer.kind === 'rollingDays' && inside.kind === 'rollingDays') return longer.days > inside.days;
  if (longer.kind === 'rollingMonths' && inside.kind === 'rollingMonths')
    return longer.months > inside.months;
  if (longer.kind === 'wholeMonths' && inside.kind === 'wholeMonths') return longer.months > inside.months;
  return false;
}

/** Whether the parts whose values are known leave the others a sum that they can have. */
function addsUp(
  { metrics }: TierPolicy,
  axis: Axis,
  value: AttributeValue | undefined,
  values: Assumed['values'],
): boolean {
  const metric = metricOf(metrics, axis.metric);
  if (metric?.kind !== 'combined' || typeof value !== 'number') return false;
  const read = (name: string): MetricValue => readerOf(metrics, name, axis.window)(values);
  const isFree = (name: string): boolean => {
    const part = metricOf(metrics, name);
    return part?.kind === 'banded' ? isFree(part.of) : !values.has(axisKey(metrics, name, axis.window));
  };
  const free = metric.of.filter((part) => isFree(part.metric));
  const known = combined(
    metric.of.filter((part) => !isFree(part.metric)),
    read,
  );
  if (known === undefined) return false;
  const ends = free.map(({ metric: name, times }) => {
    const part = metricOf(metrics, name);
    const { least } = domainOf(metrics, name);
    const most =
      part?.kind === 'banded' ? Math.max(...part.bands.map((band) => band.value)) : Number.POSITIVE_INFINITY;
    return times === 0 ? [0, 0] : [least * times, most * times].sort((a, b) => a - b);
  });
  const sum = (side: 0 | 1): number => ends.reduce((total, end) => total + (end[side] ?? 0), known);
  return value >= sum(0) - 1e-9 && value <= sum(1) + 1e-9;
}
