/** The value of a metric over a window, from the rows and adjustments of a member. */

import { own } from '../../foundation/record.js';
import type { QualificationCriterion } from '../criterion.js';
import { banded, combined } from '../evaluate/computed.js';
import type { AttributeValue, QualifyingMetric } from '../metric.js';
import type { Column, ColumnsOver, Judged, Measure, Program, SlotColumn } from '../program.js';
import { dayOf, isoDayOf, wholeMonths } from './days.js';
import { firstAt } from './rows.js';
import { endOf, spanAt } from './spans.js';
import type { Adjustment, Span, Work } from './work.js';

/** Index of the first criterion that holds as of an instant, -1 for none. */
export function firstThatHolds(work: Work, judged: Judged, at: number, grantedAt?: number): number {
  const { columns, others, measures, slots } = judged;
  for (let i = 0; i < columns.length; i += 1)
    loadColumns(work, columns[i] as ColumnsOver, slots, at, grantedAt);
  for (let i = 0; i < others.length; i += 1) {
    const slot = others[i] as number;
    slots[slot] = slotValue(work, measures[slot] as Measure, at, grantedAt);
  }
  return judged.graph.first(slots);
}

function loadColumns(
  work: Work,
  { window, columns }: ColumnsOver,
  slots: Float64Array,
  at: number,
  grantedAt: number | undefined,
): void {
  const span = spanAt(work, window, at, grantedAt);
  const end = endOf(work, span, at);
  for (let i = 0; i < columns.length; i += 1) {
    const { slot, number, column } = columns[i] as SlotColumn;
    const total = totalOf(work.rows.totals[number] as number[], span, end);
    slots[slot] = adjustedTotal(work, column, total, window, span, at);
  }
}

/** Whether a criterion of an offer holds. */
export function offerHolds(
  work: Work,
  criterion: QualificationCriterion,
  at: number,
  grantedAt: number,
): boolean {
  return firstThatHolds(work, work.program.offer(criterion), at, grantedAt) === 0;
}

function slotValue(work: Work, measure: Measure, at: number, grantedAt: number | undefined): number {
  const value = measured(work, measure, at, grantedAt);
  if (measure.is === undefined) return typeof value === 'number' ? value : Number.NaN;
  return value === undefined ? Number.NaN : Number(value === measure.is);
}

/** The value of a measure as of an instant; `undefined` where it is not known. */
export function measured(
  work: Work,
  { metric, window, column }: Measure,
  at: number,
  grantedAt?: number,
): AttributeValue | undefined {
  if (column < 0) return otherValue(work, metric, window, at, grantedAt);
  const span = spanAt(work, window, at, grantedAt);
  const total = totalOf(work.rows.totals[column] as number[], span, endOf(work, span, at));
  return adjustedTotal(work, work.program.columns[column] as Column, total, window, span, at);
}

/** What the rows of a span add up to; `end` is the first that is too late. */
function totalOf(totals: readonly number[], { first }: Span, end: number): number {
  return (totals[end] as number) - (totals[first] as number);
}

/** A total in the units of its column made the value of the metric. */
function adjustedTotal(
  work: Work,
  { metric, scale }: Column,
  total: number,
  window: number,
  span: Span,
  at: number,
): number {
  const units = work.adjustments.length === 0 ? total : total + adjusted(work, metric, window, span, at);
  return scale === 1 ? units : units / scale;
}

/** What adjustments add to a counter. */
function adjusted(work: Work, metric: string, window: number, span: Span, at: number): number {
  let units = 0;
  for (const one of adjustmentsIn(work, metric, window, span, at)) units += one.units;
  return units;
}

/**
 * The adjustments of a counter, in the order in which they were made. Only the policy's own window and balances have
 * any. Where balances never fall below zero, each takes off as much as was there.
 */
export function adjustmentsIn(
  work: Work,
  metric: string,
  window: number,
  span: Span,
  at: number,
): readonly Adjustment[] {
  const { program } = work;
  const balance = program.windows[window]?.kind === 'balance';
  if (!balance && !program.isOwn(window)) return [];
  const touching = work.adjustments.slice(span.adjustment).filter((one) => {
    if (one.metric !== metric || one.at < span.from || one.at >= span.until || one.at > at) return false;
    return touches(work, one.kind, one.at, window, span);
  });
  return balance && !program.policy.returns.negativeBalance
    ? covered(work, metric, span, touching)
    : touching;
}

function touches(work: Work, kind: Adjustment['kind'], at: number, window: number, span: Span): boolean {
  const shown = work.program.windows[window]?.kind;
  switch (kind) {
    case 'carried':
      // A window that reaches further back holds what was carried as it was earned.
      return shown !== 'balance' && at === span.from;
    case 'deducted':
      return true;
    case 'forfeited':
      return shown === 'balance' || shown === 'sinceLastChange';
    case 'redeemed':
      return shown === 'balance';
  }
}

/** Each takes off no more than what had been counted by then, and nothing had taken off. */
function covered(
  { rows, program }: Work,
  metric: string,
  { first }: Span,
  adjustments: readonly Adjustment[],
): readonly Adjustment[] {
  const totals = rows.totals[program.columnOf.get(metric) ?? -1] ?? [];
  const before = totals[first] ?? 0;
  let row = first;
  let net = 0;
  return adjustments.flatMap((one) => {
    row = Math.max(row, firstAt(rows, one.at + 1));
    const there = Math.max(0, (totals[row] ?? 0) - before + net);
    const units = Math.max(one.units, -there);
    net += units;
    return units === 0 ? [] : [{ ...one, units }];
  });
}

function otherValue(
  work: Work,
  name: string,
  window: number,
  at: number,
  grantedAt: number | undefined,
): AttributeValue | undefined {
  const { program } = work;
  const metric = program.metrics.get(name);
  const again = (other: string): AttributeValue | undefined => {
    const measure = { metric: other, window, is: undefined, column: program.columnOf.get(other) ?? -1 };
    return measured(work, measure, at, grantedAt);
  };
  switch (metric?.kind) {
    case 'distinct':
      return distinct(
        work,
        { of: metric.of, excludes: program.distinctExcludes(name) },
        spanAt(work, window, at, grantedAt),
        at,
      );
    case 'tenure':
      return tenure(work, metric.unit, at);
    case 'timeAtTier':
      return timeAtTier(work, metric, at);
    case 'attribute':
      return work.attributes.get(metric.attribute);
    case 'combined':
      return combined(metric.of, again);
    case 'banded':
      return banded(metric.bands, again(metric.of));
    default:
      return undefined;
  }
}

interface DistinctMetric {
  readonly of: string;
  readonly excludes: Program['excludes'];
}

function distinct(work: Work, { of, excludes }: DistinctMetric, span: Span, at: number): number {
  const { rows, program, returned } = work;
  const seen = new Set<AttributeValue>();
  const end = endOf(work, span, at);
  for (let i = span.first; i < end; i += 1) {
    const activity = rows.activities[i];
    if (activity === undefined || returned.get(activity.id) === 'all') continue;
    const counts = activity.at >= program.countsFrom && program.excludes(activity) === undefined;
    if (!counts || excludes(activity) !== undefined) continue;
    const value = of === 'day' ? isoDayOf(work, activity.at) : own(activity.attributes, of);
    if (value !== undefined) seen.add(value);
  }
  return seen.size;
}

function tenure(work: Work, unit: 'days' | 'months' | 'years', at: number): number {
  const from = dayOf(work, work.enrolledAt);
  const today = dayOf(work, at);
  if (unit === 'days') return today - from;
  const months = wholeMonths(from, today);
  return unit === 'months' ? months : Math.floor(months / 12);
}

function timeAtTier(
  work: Work,
  { tier, unit, sources, longestRun }: Extract<QualifyingMetric, { kind: 'timeAtTier' }>,
  at: number,
): number {
  const runs = runsAtTier(work, tier, sources);
  const months = runs.map(({ from, until }) =>
    wholeMonths(dayOf(work, from), dayOf(work, Math.min(until, at))),
  );
  const all = longestRun === true ? Math.max(0, ...months) : months.reduce((sum, one) => sum + one, 0);
  return unit === 'months' ? all : Math.floor(all / 12);
}

/** The unbroken times at a tier or a higher one, held in one of the named ways; the last may go on. */
export function runsAtTier(
  { counted, program, aliases }: Work,
  tier: string,
  sources: readonly string[] | undefined,
): readonly { readonly from: number; readonly until: number }[] {
  const least = program.placeOf.get(tier) ?? Number.POSITIVE_INFINITY;
  const runs: { from: number; until: number }[] = [];
  for (const interval of counted) {
    const place = program.placeOf.get(interval.tier) ?? aliases.get(interval.tier) ?? -1;
    if (place < least || sources?.includes(interval.source) === false) continue;
    const until = interval.until ?? Number.POSITIVE_INFINITY;
    const last = runs.at(-1);
    if (last !== undefined && last.until === interval.from) last.until = until;
    else runs.push({ from: interval.from, until });
  }
  return runs;
}

/** The columns that a metric adds up, itself or through the metrics it is worked out of. */
export function columnsBehind(program: Program, name: string): readonly number[] {
  const column = program.columnOf.get(name);
  if (column !== undefined) return [column];
  const metric = program.metrics.get(name);
  if (metric?.kind === 'combined')
    return [...new Set(metric.of.flatMap((part) => columnsBehind(program, part.metric)))];
  return metric?.kind === 'banded' ? columnsBehind(program, metric.of) : [];
}
