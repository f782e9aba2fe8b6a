/** One question about a member's metrics (which tier do they give?), made ready to be asked often. */
import type { Problem } from '../../foundation/problem.js';
import type { QualificationCriterion, Threshold } from '../criterion.js';
import { type CriterionPlan, planOf } from '../explain/explain-criterion.js';
import type { QualifyingMetric } from '../metric.js';
import type { QualificationWindow } from '../periods.js';
import { compileGraph, type DecisionGraph } from './decision-graph.js';
import { comparisonOf, judgeThreshold, type MetricValue, partsOf, thresholdsOf } from './judge.js';
import {
  type MetricValues,
  missingBehind,
  ownOnly,
  type Reader,
  type Readers,
  type Rows,
  readersOf,
  type ValuesOver,
  WITHOUT_WINDOW,
  windowKey,
} from './metric-values.js';
import { unknownProblems } from './unknown-problem.js';

/** One tier asked for. */
export interface Asked {
  /** Its place among the tiers by rank. */
  readonly place: number;
  /** Every threshold names its window. */
  readonly criterion: QualificationCriterion;
}

interface Planned extends Asked {
  readonly plan: CriterionPlan;
}

/** A value that the criteria compare, and where it is found. */
export interface Slot {
  readonly metric: string;
  /** Which of {@link Question.windows} it is measured over. */
  readonly row: number;
  /** A threshold that asks for one value; the slot then holds 1 or 0. */
  readonly is: Threshold | undefined;
  readonly read: Reader;
}

/** Tiers to ask for, from the highest down, compiled. */
export interface Question {
  /** Which of a tier's criteria is asked. */
  readonly criterion: 'tier' | 'lifetime';
  readonly asked: readonly Planned[];
  /** The windows that values are needed over, by their keys; the first is the one that values are given over. */
  readonly windows: readonly string[];
  readonly slots: readonly Slot[];
  readonly slotOf: (threshold: Threshold) => number;
  /** Which of `asked` holds: the first that does, and the first that would if everything unknown were met. */
  readonly surely: DecisionGraph;
  readonly possibly: DecisionGraph;
  /** Holds the values while they are compared. */
  readonly loaded: Float64Array;
  /** Names of the metrics, where all slots are plain numbers of the first window. */
  readonly plain: readonly string[] | undefined;
  readonly metrics: Readonly<Record<string, QualifyingMetric>>;
  readonly readers: Readers;
}

/** A criterion with the window written into every threshold that leaves it out. */
export function over(criterion: QualificationCriterion, window: QualificationWindow): QualificationCriterion {
  if ('metric' in criterion) return criterion.window === undefined ? { ...criterion, window } : criterion;
  const parts = partsOf(criterion).map((part) => over(part, window));
  if ('allOf' in criterion) return { allOf: parts };
  return 'anyOf' in criterion ? { anyOf: parts } : { ...criterion, of: parts };
}

/** Compiles a question; the values of a member are given over `window`. */
export function questionOf(
  metrics: Readonly<Record<string, QualifyingMetric>>,
  asked: readonly Asked[],
  window: QualificationWindow,
  criterion: Question['criterion'],
): Question {
  const criteria = asked.map(({ criterion }) => criterion);
  const windows = [windowKey(window)];
  const slots: Slot[] = [];
  const readers = readersOf(metrics);
  const numbers = new Map<string, number>();
  const places = new Map<Threshold, number>();
  const rowOf = (threshold: Threshold): number => {
    const key = windowKey(threshold.window ?? window);
    const known = windows.indexOf(key);
    return known < 0 ? windows.push(key) - 1 : known;
  };
  for (const threshold of criteria.flatMap(thresholdsOf)) {
    const { metric } = threshold;
    const row = rowOf(threshold);
    const is = 'is' in threshold ? threshold : undefined;
    const key = JSON.stringify([metric, row, is?.is]);
    const number = numbers.get(key) ?? slots.push({ metric, row, is, read: readers(metric, row) }) - 1;
    numbers.set(key, number);
    places.set(threshold, number);
  }
  const slotOf = (threshold: Threshold): number => places.get(threshold) ?? -1;
  return {
    criterion,
    asked: asked.map((one) => ({ ...one, plan: planOf(one.criterion, slotOf) })),
    windows,
    slots,
    slotOf,
    surely: compileGraph(criteria, slotOf),
    possibly: compileGraph(criteria, slotOf, 'met'),
    loaded: new Float64Array(slots.length),
    plain: slots.every(({ is, row, metric }) => is === undefined && row === 0 && isPlain(metrics, metric))
      ? slots.map(({ metric }) => metric)
      : undefined,
    metrics,
    readers,
  };
}

/** Whether the host measures the metric itself. */
function isPlain(metrics: Readonly<Record<string, QualifyingMetric>>, name: string): boolean {
  const kind = Object.hasOwn(metrics, name) ? metrics[name]?.kind : undefined;
  return kind !== 'combined' && kind !== 'banded';
}

/**
 * Loads the values of a member; whether all that are needed are known. `rows` holds the values over each window of
 * the question.
 */
export function load(question: Question, rows: Rows): boolean {
  const { plain, loaded } = question;
  const [values] = rows;
  return plain === undefined || values === undefined
    ? loadSlots(question, rows)
    : loadPlain(plain, values, loaded);
}

/** The values over each window of a question. */
export function rowsFor(
  { windows }: Question,
  values: MetricValues,
  others: readonly ValuesOver[] = [],
): Rows {
  if (windows.length === 1) return [ownOnly(values)];
  const byKey = new Map(others.map((one) => [windowKey(one.window), ownOnly(one.values)]));
  return windows.map((key, i) => (i === 0 ? ownOnly(values) : byKey.get(key)));
}

function loadPlain(names: readonly string[], values: MetricValues, loaded: Float64Array): boolean {
  let known = true;
  for (let i = 0; i < names.length; i += 1) {
    const value = values[names[i] as string];
    // A difference that is no zero: NaN or infinite.
    if (typeof value === 'number' && value - value === 0) loaded[i] = value;
    else {
      loaded[i] = Number.NaN;
      known = false;
    }
  }
  return known;
}

function loadSlots({ slots, loaded }: Question, rows: Rows): boolean {
  let known = true;
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as Slot;
    const value = slotValue(slot, slot.read(rows));
    loaded[i] = value;
    if (Number.isNaN(value)) known = false;
  }
  return known;
}

/** What a slot holds for a value; NaN where it is not known. */
export function slotValue({ is }: Slot, value: MetricValue): number {
  if (is === undefined) return typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN;
  const truth = judgeThreshold(is, value);
  return truth === 'unknown' ? Number.NaN : Number(truth === 'yes');
}

/** The value of a threshold. */
export function valueFor({ slots, slotOf }: Question, threshold: Threshold, rows: Rows): MetricValue {
  return slots[slotOf(threshold)]?.read(rows);
}

/** The metrics that leave a criterion undecided. */
export function missingFor(question: Question, asked: Asked, rows: Rows): readonly string[] {
  const missing = undecidedIn(question, asked, rows).flatMap((threshold) => {
    const row = rowOf(question, threshold);
    return missingBehind(question.metrics, threshold.metric, (metric) => question.readers(metric, row)(rows));
  });
  return [...new Set(missing)];
}

/** Why they do, and where the host would say better. */
export function problemsFor(
  question: Question,
  asked: Asked,
  rows: Rows,
  others: readonly ValuesOver[] = [],
): readonly Problem[] {
  const { metrics, readers, windows } = question;
  return undecidedIn(question, asked, rows).flatMap((threshold) => {
    const [, limit] = comparisonOf(threshold);
    const row = rowOf(question, threshold);
    const other = others.findIndex(({ window }) => windowKey(window) === windows[row]);
    const kindOf = (metric: string) => (Object.hasOwn(metrics, metric) ? metrics[metric]?.kind : undefined);
    /** Metrics without a window may be given with the others. */
    const rowFor = (metric: string): number =>
      rows[row]?.[metric] === undefined && WITHOUT_WINDOW.has(kindOf(metric)) ? 0 : row;
    return unknownProblems(threshold.metric, limit, {
      metrics,
      valueAt: (metric) => readers(metric, row)(rows),
      givenAt: (metric) => rows[rowFor(metric)]?.[metric],
      pathOf: (metric) => {
        if (rowFor(metric) === 0) return ['values', metric];
        return other < 0 ? ['over', metric] : ['over', other, 'values', metric];
      },
    });
  });
}

function undecidedIn(question: Question, { criterion }: Asked, rows: Rows): readonly Threshold[] {
  return thresholdsOf(criterion).filter(
    (threshold) => judgeThreshold(threshold, valueFor(question, threshold, rows)) === 'unknown',
  );
}

function rowOf({ slots, slotOf }: Question, threshold: Threshold): number {
  return slots[slotOf(threshold)]?.row ?? 0;
}
