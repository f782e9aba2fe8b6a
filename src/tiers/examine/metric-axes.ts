/** The finitely many values of each metric at which thresholds can change their answer. */
import { metricOf } from '../check/check-criterion.js';
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { thresholdsOf } from '../evaluate/judge.js';
import { WITHOUT_WINDOW, windowKey } from '../evaluate/metric-values.js';
import type { AttributeValue, QualifyingMetric } from '../metric.js';
import type { TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';

/** A criterion, and the window of its thresholds that name none. */
export interface Asked {
  readonly criterion: QualificationCriterion;
  readonly window: QualificationWindow;
}

/** One metric over one window, which can take any of its values whatever the others are. */
export interface Axis {
  readonly key: string;
  readonly metric: string;
  /** `undefined` where the metric has none. */
  readonly window: QualificationWindow | undefined;
  /** One value at least from every range in which no threshold changes its answer; numbers first, ascending. */
  readonly candidates: readonly AttributeValue[];
}

/** The metric that a banded one is read from, through any number of bands; otherwise the metric itself. */
export function rootOf(metrics: TierPolicy['metrics'], name: string): string {
  const metric = metricOf(metrics, name);
  return metric?.kind === 'banded' ? rootOf(metrics, metric.of) : name;
}

/** One key for a metric over a window. */
export function axisKey(
  metrics: TierPolicy['metrics'],
  metric: string,
  window: QualificationWindow | undefined,
): string {
  const kind = metricOf(metrics, metric)?.kind;
  const plain = window === undefined || kind === undefined || WITHOUT_WINDOW.has(kind);
  return plain ? metric : `${metric} ${windowKey(window)}`;
}

/** The axes that some criteria look along, in the order in which they name them. */
export function axesOf({ metrics, returns }: TierPolicy, asked: readonly Asked[]): readonly Axis[] {
  const uses = asked.flatMap(({ criterion, window }) =>
    thresholdsOf(criterion).map((threshold) => ({ threshold, window: threshold.window ?? window })),
  );
  const found = new Map<string, Axis>();
  for (const { threshold, window } of uses) {
    const metric = rootOf(metrics, threshold.metric);
    const key = axisKey(metrics, metric, window);
    if (found.has(key)) continue;
    // All windows of a metric share their values, so that a longer one can always reach what a shorter one holds.
    const own = uses.flatMap((use) =>
      rootOf(metrics, use.threshold.metric) === metric ? [use.threshold] : [],
    );
    const plain = key === metric;
    const candidates = candidatesOf(
      metrics,
      metric,
      own,
      window.kind === 'balance' && returns.negativeBalance,
    );
    found.set(key, { key, metric, window: plain ? undefined : window, candidates });
  }
  return [...found.values()];
}

function candidatesOf(
  metrics: TierPolicy['metrics'],
  root: string,
  thresholds: readonly Threshold[],
  negative: boolean,
): readonly AttributeValue[] {
  const domain = domainOf(metrics, root);
  const least = negative ? Number.NEGATIVE_INFINITY : domain.least;
  const critical = [...new Set(thresholds.flatMap((threshold) => criticalOf(metrics, root, threshold)))];
  const numbers = new Set(
    beside(critical, domain.decimals).filter((value) => value >= least && Number.isFinite(value)),
  );
  if (domain.least === 0) numbers.add(0);
  const texts = thresholds.flatMap((one) => ('is' in one && typeof one.is !== 'number' ? [one.is] : []));
  const others = texts.length === 0 ? [] : [...new Set<AttributeValue>([...texts, ...another(texts)])];
  const ascending = [...numbers].sort((a, b) => a - b);
  return ascending.length + others.length > 0 ? [...ascending, ...others] : [0];
}

/** The numbers at which a threshold changes its answer: its own, or those at which the innermost band changes. */
function criticalOf(metrics: TierPolicy['metrics'], root: string, threshold: Threshold): readonly number[] {
  const metric = metricOf(metrics, threshold.metric);
  if (metric?.kind === 'banded') return innermost(metrics, root, metric).map(({ from }) => from);
  if ('is' in threshold) return typeof threshold.is === 'number' ? [threshold.is] : [];
  if ('atLeast' in threshold) return [threshold.atLeast];
  if ('moreThan' in threshold) return [threshold.moreThan];
  return ['atMost' in threshold ? threshold.atMost : threshold.lessThan];
}

type Banded = Extract<QualifyingMetric, { kind: 'banded' }>;

function innermost(metrics: TierPolicy['metrics'], root: string, metric: Banded): Banded['bands'] {
  const inner = metric.of === root ? undefined : metricOf(metrics, metric.of);
  return inner?.kind === 'banded' ? innermost(metrics, root, inner) : metric.bands;
}

/** What values a metric can have: none below `least`; multiples of 10^-`decimals`, or anything. */
interface Domain {
  readonly least: number;
  readonly decimals: number | undefined;
}

export function domainOf(metrics: TierPolicy['metrics'], name: string): Domain {
  const metric = metricOf(metrics, name);
  switch (metric?.kind) {
    case undefined:
    case 'attribute':
      return { least: Number.NEGATIVE_INFINITY, decimals: undefined };
    case 'sum':
      return { least: 0, decimals: metric.decimals ?? 0 };
    case 'count':
    case 'distinct':
    case 'tenure':
    case 'timeAtTier':
      return { least: 0, decimals: 0 };
    case 'banded':
      return {
        least: Math.min(...metric.bands.map(({ value }) => value)),
        decimals: Math.max(...metric.bands.map(({ value }) => decimalsOf(value))),
      };
    case 'combined': {
      const parts = metric.of.map((part) => ({ ...domainOf(metrics, part.metric), times: part.times }));
      const known = parts.every(({ decimals }) => decimals !== undefined);
      return {
        least: parts.every(({ least, times }) => least >= 0 && times >= 0) ? 0 : Number.NEGATIVE_INFINITY,
        decimals: known
          ? Math.max(...parts.map(({ decimals = 0, times }) => decimals + decimalsOf(times)))
          : undefined,
      };
    }
  }
}

function decimalsOf(value: number): number {
  const text = String(value);
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

/** Every critical number that the domain holds, and the nearest numbers of the domain on both sides of it. */
function beside(critical: readonly number[], decimals: number | undefined): readonly number[] {
  if (decimals !== undefined && decimals <= 12)
    return critical.flatMap((value) => grid(value, 10 ** decimals));
  const sorted = critical.toSorted((a, b) => a - b);
  return sorted.flatMap((value, i) => {
    const next = sorted[i + 1];
    const before = i === 0 ? [value - room(value)] : [];
    return [...before, value, next === undefined ? value + room(value) : value / 2 + next / 2];
  });
}

function grid(value: number, scale: number): readonly number[] {
  const scaled = value * scale;
  const near = Math.round(scaled);
  // 0.07 × 100 is 7.000000000000001 in binary.
  const on = Math.abs(scaled - near) <= 1e-9 * Math.max(1, Math.abs(scaled));
  const [below, above] = on
    ? [near - room(near), near + room(near)]
    : [Math.floor(scaled), Math.ceil(scaled)];
  return [below / scale, ...(on ? [value] : []), above / scale];
}

/** One, or for numbers to which one can no longer be added, as little as can. */
function room(value: number): number {
  return Math.max(1, Math.abs(value) * 2 ** -51);
}

/** A value of the same type that none of these is. */
function another(values: readonly AttributeValue[]): readonly AttributeValue[] {
  const types = new Set(values.map((value) => typeof value));
  let text = 'other';
  while (values.includes(text)) text = `${text}'`;
  return [...(types.has('boolean') ? [true, false] : []), ...(types.has('string') ? [text] : [])];
}
