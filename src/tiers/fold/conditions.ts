/** What of a criterion activity cannot bring, and when time may. */
import { parseIsoDay } from '../../foundation/civil.js';
import type { Threshold } from '../criterion.js';
import { judgeThreshold } from '../evaluate/judge.js';
import type { Measure, Program } from '../program.js';
import { periodOf } from '../time/period-days.js';
import { dayOf } from './days.js';
import { measured } from './measure.js';
import { periodDays } from './spans.js';
import { foundFor, isOpen, measureOf, type Situation } from './supplies.js';

/**
 * Why activity cannot bring a threshold: it is for time to bring, or for the host to say; what counts for it is not
 * known; there is too much already, or an exact figure is asked; nothing counts yet; what is done now counts in
 * another window; or nothing adds to the metric.
 */
export type ConditionCause =
  | 'time'
  | 'attribute'
  | 'unknown'
  | 'notRising'
  | 'notYetCounting'
  | 'closedWindow'
  | 'notSupplied';

export interface Condition {
  readonly because: ConditionCause;
  /** From when on time alone, or activity, may bring it; `undefined` where that is not known. */
  readonly from: number | undefined;
}

export function conditionOf(situation: Situation, threshold: Threshold): Condition {
  const { work, at } = situation;
  const { program } = work;
  const measure = measureOf(situation, threshold);
  const kinds = kindsBehind(program, threshold.metric);
  const only = (...some: readonly string[]): boolean => [...kinds].every((kind) => some.includes(kind));
  if (measure === undefined || kinds.size === 0) return { because: 'notSupplied', from: undefined };
  if (only('tenure', 'timeAtTier')) return { because: 'time', from: firstDay(situation, threshold, measure) };
  if (only('attribute')) return { because: 'attribute', from: undefined };
  if (foundFor(situation, threshold) === undefined) return { because: 'unknown', from: undefined };
  if (!('atLeast' in threshold || 'moreThan' in threshold)) return { because: 'notRising', from: undefined };
  if (at < program.countsFrom) return { because: 'notYetCounting', from: program.countsFrom };
  if (!isOpen(situation, measure)) return { because: 'closedWindow', from: opensAt(situation, measure) };
  return { because: 'notSupplied', from: undefined };
}

/** The kinds of the metrics that a metric is worked out of in the end. */
function kindsBehind(program: Program, name: string): ReadonlySet<string> {
  const metric = program.metrics.get(name);
  const parts = metric?.kind === 'combined' ? metric.of.map((part) => part.metric) : undefined;
  if (parts !== undefined) return new Set(parts.flatMap((part) => [...kindsBehind(program, part)]));
  if (metric?.kind === 'banded') return kindsBehind(program, metric.of);
  return new Set(metric === undefined ? [] : [metric.kind]);
}

/** Nobody waits longer. */
const DAYS_AHEAD = 200 * 366;

/** The start of the first day on which time has brought it. */
function firstDay({ work, at }: Situation, threshold: Threshold, measure: Measure): number | undefined {
  const today = dayOf(work, at);
  const start = (days: number): number => work.program.clock.startOf(today + days);
  const holds = (days: number): boolean =>
    judgeThreshold(threshold, measured(work, measure, start(days))) === 'yes';
  if (!holds(DAYS_AHEAD)) return undefined;
  let low = 0;
  let high = DAYS_AHEAD;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return start(high);
}

/** When what is done now begins to count in a window that is closed, or when that window opens. */
function opensAt({ work, at }: Situation, measure: Measure): number | undefined {
  const { clock, windows } = work.program;
  const window = windows[measure.window];
  const day = dayOf(work, at);
  switch (window?.kind) {
    case 'wholeMonths':
      return clock.startOf(periodOf({ unit: 'month' }, day).until);
    case 'calendar':
    case 'membershipYear':
      return clock.startOf(periodDays(work, window, day, -(window.ago ?? 0)).from);
    case 'fixed': {
      const from = clock.startOf(parseIsoDay(window.from) ?? 0);
      return from > at ? from : undefined;
    }
    default:
      return undefined;
  }
}
