/** The metrics of one member as the host measured them, and how they are read. */

import type { QualifyingMetric } from '../metric.js';
import type { QualificationWindow } from '../periods.js';
import { banded, combined } from './computed.js';
import type { MetricValue } from './judge.js';

/**
 * Metrics of a member by name, measured by the host. Only own properties count. What is left out, `undefined`, NaN
 * or infinite is not known; negative numbers are numbers.
 */
export type MetricValues = Readonly<Record<string, MetricValue>>;

/** Metrics measured over another window than the policy's own. */
export interface ValuesOver {
  readonly window: QualificationWindow;
  readonly values: MetricValues;
}

/** One name for windows that mean the same. */
export function windowKey(window: QualificationWindow): string {
  return JSON.stringify(
    Object.entries(window)
      .filter(([key, value]) => value !== undefined && value !== DEFAULTS[key])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const DEFAULTS: Readonly<Record<string, unknown>> = { ago: 0, startMonth: 1, withTrigger: false };

/** Whether only own properties of the object can be found to be numbers, texts or booleans. */
export function hasOwnOnly(values: MetricValues): boolean {
  const prototype: unknown = Object.getPrototypeOf(values);
  return prototype === Object.prototype || prototype === null;
}

/** The values as such an object. */
export function ownOnly(values: MetricValues): MetricValues {
  return hasOwnOnly(values) ? values : Object.assign(Object.create(null), values);
}

/** The values of one member: those of the policy's window first, then those of the other windows that are asked for. */
export type Rows = readonly (MetricValues | undefined)[];

/** Finds one metric in one of the rows. */
export type Reader = (rows: Rows) => MetricValue;

/** Readers for the metrics of a policy; `row` says over which window. */
export type Readers = (metric: string, row: number) => Reader;

export function readersOf(metrics: Readonly<Record<string, QualifyingMetric>>): Readers {
  const known = new Map<string, Reader>();
  /** `inside` holds what is being worked out: a metric that needs itself is never known. */
  const reader = (name: string, row: number, inside: readonly string[]): Reader => {
    if (inside.includes(name)) return () => undefined;
    const key = `${row} ${name}`;
    const found = known.get(key) ?? make(name, row, [...inside, name]);
    known.set(key, found);
    return found;
  };
  const make = (name: string, row: number, inside: readonly string[]): Reader => {
    const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
    const plain: Reader = (rows) => given(rows[row], name);
    if (metric?.kind === 'combined') {
      const parts = new Map(metric.of.map((part) => [part.metric, reader(part.metric, row, inside)]));
      return (rows) => finite(plain(rows) ?? combined(metric.of, (part) => parts.get(part)?.(rows)));
    }
    if (metric?.kind === 'banded') {
      const of = reader(metric.of, row, inside);
      return (rows) => finite(plain(rows) ?? banded(metric.bands, of(rows)));
    }
    if (row > 0 && metric !== undefined && WITHOUT_WINDOW.has(metric.kind)) {
      return (rows) => finite(plain(rows) ?? given(rows[0], name));
    }
    return (rows) => finite(plain(rows));
  };
  return (name, row) => reader(name, row, []);
}

/** Metrics that are the same over every window. */
export const WITHOUT_WINDOW: ReadonlySet<unknown> = new Set<QualifyingMetric['kind']>([
  'tenure',
  'timeAtTier',
  'attribute',
]);

function given(values: MetricValues | undefined, name: string): MetricValue {
  const value: unknown = values?.[name];
  // What an object inherits (`constructor`, `__proto__`) is none of these.
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** The value of a metric that the host measures itself. */
export function plainValue(values: MetricValues, name: string): MetricValue {
  return finite(given(values, name));
}

function finite(value: MetricValue): MetricValue {
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

/** The metrics behind one that is not known: itself, or the parts of it that are missing. */
export function missingBehind(
  metrics: Readonly<Record<string, QualifyingMetric>>,
  name: string,
  valueAt: (metric: string) => MetricValue,
): readonly string[] {
  const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  const parts =
    metric?.kind === 'combined'
      ? metric.of.map((part) => part.metric)
      : metric?.kind === 'banded'
        ? [metric.of]
        : [];
  const missing = parts.filter((part) => valueAt(part) === undefined);
  return missing.length === 0 ? [name] : missing.flatMap((part) => missingBehind(metrics, part, valueAt));
}
