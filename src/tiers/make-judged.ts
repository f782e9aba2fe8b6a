/** The criteria of a policy made ready to be judged: what is measured for them, each measure once. */
import type { QualificationCriterion, Threshold } from './criterion.js';
import { compileGraph } from './evaluate/decision-graph.js';
import { excluder } from './filter.js';
import type { QualifyingMetric } from './metric.js';
import type { QualificationWindow } from './periods.js';
import type { Column, Judged, Measure } from './program.js';

/** The columns that metrics add up. */
export function columnsOf(metrics: ReadonlyMap<string, QualifyingMetric>): readonly Column[] {
  return [...metrics].flatMap(([metric, one]): readonly Column[] => {
    if (one.kind === 'sum')
      return [{ metric, of: one.of, scale: 10 ** (one.decimals ?? 0), excludes: excluder(one.only) }];
    return one.kind === 'count' ? [{ metric, of: undefined, scale: 1, excludes: excluder(one.only) }] : [];
  });
}

/** Windows by number; equal ones share a number, so that each is looked up once. */
export function windowNumbers(): {
  readonly all: readonly QualificationWindow[];
  readonly numberOf: (window: QualificationWindow) => number;
} {
  const all: QualificationWindow[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (window: QualificationWindow): number => {
    const key = JSON.stringify(Object.entries(window).sort());
    const known = numbers.get(key) ?? all.push(window) - 1;
    numbers.set(key, known);
    return known;
  };
  return { all, numberOf };
}

/** Criteria with a slot for each measure they compare. */
export function judgedOf(
  criteria: readonly QualificationCriterion[],
  measureOf: (threshold: Threshold) => Measure,
  columns: readonly Column[],
): Judged {
  const measures: Measure[] = [];
  const bySlot = new Map<string, number>();
  const slotOf = (threshold: Threshold): number => {
    const measure = measureOf(threshold);
    const key = JSON.stringify([measure.metric, measure.window, measure.is]);
    const slot = bySlot.get(key) ?? measures.push(measure) - 1;
    bySlot.set(key, slot);
    return slot;
  };
  const graph = compileGraph(criteria, slotOf);
  const slots = [...measures.keys()];
  const totals = slots.flatMap((slot) => {
    const { window, column: number, is } = measures[slot] as Measure;
    const column = is === undefined ? columns[number] : undefined;
    return column === undefined ? [] : [{ slot, window, number, column }];
  });
  const windows = new Set(totals.map(({ window }) => window));
  return {
    criteria,
    graph,
    measures,
    columns: [...windows].map((window) => ({
      window,
      columns: totals.filter((one) => one.window === window),
    })),
    others: slots.filter((slot) => totals.every((one) => one.slot !== slot)),
    slots: new Float64Array(measures.length),
    slotOf,
  };
}
