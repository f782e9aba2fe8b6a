/** What activity would have to bring for one threshold to hold. */
import type { Threshold } from '../criterion.js';
import { judgeThreshold, type MetricValue } from '../evaluate/judge.js';
import type { Judged, Measure } from '../program.js';
import { type Supply, supposeInstead } from './copy.js';
import { columnsBehind, measured } from './measure.js';
import { spanAt } from './spans.js';
import type { Work } from './work.js';

/** Criteria asked as of an instant of a copy whose last row is a supposed one. */
export interface Situation {
  readonly work: Work;
  readonly judged: Judged;
  readonly at: number;
  /** When the supposed row is done. */
  readonly doneAt: number;
  /** Where the grant was made whose challenge is asked about. */
  readonly grantedAt?: number | undefined;
}

export function measureOf({ judged }: Situation, threshold: Threshold): Measure | undefined {
  return judged.measures[judged.slotOf(threshold)];
}

/** The value of a threshold's metric; `more` is what is supposed besides the rows. */
export function foundFor(situation: Situation, threshold: Threshold, more = 0): MetricValue {
  const measure = measureOf(situation, threshold);
  const value = measure && measured(situation.work, measure, situation.at, situation.grantedAt);
  return typeof value === 'number' ? value + more : value;
}

/** Whether what is supposed to be done falls into a measure's window. */
export function isOpen({ work, at, doneAt, grantedAt }: Situation, { window }: Measure): boolean {
  const { from, until } = spanAt(work, window, at, grantedAt);
  return from <= doneAt && doneAt < until && doneAt >= work.program.countsFrom;
}

export function bring({ work }: Situation, supply: Supply): void {
  supposeInstead(work, work.program, supply);
}

/** The least amounts, each of one counter alone, that make a threshold hold: in units, by metric. */
export function suppliesFor(
  situation: Situation,
  threshold: Threshold,
): readonly (readonly [string, number])[] {
  const measure = measureOf(situation, threshold);
  if (measure === undefined || !isRising(threshold) || !isOpen(situation, measure)) return [];
  const { program } = situation.work;
  if (program.metrics.get(threshold.metric)?.kind === 'distinct') {
    const value = foundFor(situation, threshold);
    return typeof value === 'number'
      ? [[threshold.metric, Math.floor(limitOf(threshold) - value) + extra(threshold, value)]]
      : [];
  }
  return columnsBehind(program, threshold.metric).flatMap((column) => {
    const units = leastUnits(situation, threshold, column);
    const metric = program.columns[column]?.metric;
    return units === undefined || metric === undefined ? [] : [[metric, units] as const];
  });
}

type Rising = Extract<Threshold, { readonly atLeast: number } | { readonly moreThan: number }>;

export function isRising(threshold: Threshold): threshold is Rising {
  return 'atLeast' in threshold || 'moreThan' in threshold;
}

function limitOf(threshold: Rising): number {
  return 'atLeast' in threshold ? threshold.atLeast : threshold.moreThan;
}

/** One more where the whole difference is not yet enough. */
function extra(threshold: Rising, value: number): number {
  const reached = value + Math.floor(limitOf(threshold) - value);
  return judgeThreshold(threshold, reached) === 'yes' ? 0 : 1;
}

/** Past so many units sums are no longer exact. */
const MOST = 2 ** 52;

function leastUnits(situation: Situation, threshold: Rising, column: number): number | undefined {
  const holds = (units: number): boolean => {
    bring(situation, new Map([[column, units]]));
    return judgeThreshold(threshold, foundFor(situation, threshold)) === 'yes';
  };
  let high = 1;
  while (high <= MOST && !holds(high)) high *= 2;
  const found = high > MOST ? undefined : least(high, holds);
  bring(situation, new Map());
  return found;
}

/** The least number up to `high` from which on a rising condition holds; it holds at `high`. */
export function least(high: number, holds: (units: number) => boolean): number {
  let low = -1;
  let enough = high;
  while (enough - low > 1) {
    const middle = Math.floor((low + enough) / 2);
    if (holds(middle)) enough = middle;
    else low = middle;
  }
  return enough;
}
