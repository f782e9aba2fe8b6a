/** How complaints change from period to period. */
import { isoDay, parseIsoDay } from '../../foundation/civil.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import { addMonths } from '../../foundation/months.js';
import { optionProblems } from '../../foundation/options.js';
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, unless } from '../../foundation/result.js';
import { noLogs } from '../log/no-log.js';
import type { CaseEvent } from '../workflow/case.js';
import { type ComplaintGrouping, groupIn, groupingProblems } from './causes.js';
import { clockIn } from './clock-in.js';
import { turnsOf } from './life.js';
import { compareCounts, type RateChange } from './rate-change.js';

/** Over which periods and by what complaints are counted. */
export interface TrendOptions {
  /** The first day of the first period, `yyyy-MM-dd`. */
  readonly from: string;
  /** How many periods of how many calendar months (counted from `from`, never chained) or days. */
  readonly periods: number;
  readonly every: { readonly months: number } | { readonly days: number };
  /** IANA name: where days turn. */
  readonly zone: string;
  /** Default `'cause'`. */
  readonly by?: ComplaintGrouping;
  /** What each period is compared over, e.g. customers or sales in it; left out: its days. As many as there are periods. */
  readonly exposure?: readonly number[];
}

/** One group in one period. */
export interface TrendCell {
  readonly cases: number;
  /** Of all cases of the period; left out where there are none. */
  readonly share?: number;
  /** Against the period before; left out in the first. */
  readonly change?: RateChange;
}

/** `counted + leftOut` cases are all that were handed in. */
export interface ComplaintTrends {
  readonly by: ComplaintGrouping;
  readonly periods: readonly {
    readonly from: string;
    /** Not included. */
    readonly until: string;
    readonly exposure: number;
    readonly cases: number;
  }[];
  /** All groups together, by period. */
  readonly total: readonly TrendCell[];
  /** The commonest first; each with a cell for every period. */
  readonly rows: readonly {
    readonly name: string;
    readonly cases: number;
    readonly cells: readonly TrendCell[];
  }[];
  readonly counted: number;
  readonly leftOut: {
    /** Received before or after the periods. */
    readonly otherTime: readonly string[];
    /** Without a cause, product, category or channel. */
    readonly noGroup: readonly string[];
  };
}

/**
 * Complaints by cause (or product, category, channel) and period of receipt: counts, shares, and for each change the
 * ratio of rates with the p-value of an exact test; see `compareCounts`. With many groups some small p-values come by
 * chance: they say where to look, not what happened.
 *
 * A problem: what is no list of logs, a day that is none, a grouping that there is not, periods that are no whole number from 1 to 1000, an exposure that is missing or not
 * positive.
 *
 * @example
 * ```ts
 * import { complaintTrends, orThrow } from 'clientele/complaints';
 *
 * const { periods } = orThrow(
 *   complaintTrends([], { from: '2026-01-31', periods: 2, every: { months: 1 }, zone: 'UTC' }),
 * );
 * periods.map(({ from, until, exposure }) => [from, until, exposure]);
 * // => [['2026-01-31', '2026-02-28', 28], ['2026-02-28', '2026-03-31', 31]]
 * ```
 */
export function complaintTrends(
  logs: readonly (readonly CaseEvent[])[],
  options: TrendOptions,
): Result<ComplaintTrends> {
  const malformed = optionProblems(options, OPTIONS);
  if (malformed !== undefined) return left(...malformed);
  const { zone, by = 'cause' } = options;
  const unusable = noLogs(logs);
  if (unusable !== undefined) return left(unusable);
  const clock = clockIn(zone);
  if (clock._tag === 'Left') return clock;
  return unless(problemsOf(options), () => {
    const ends = endsOf(options);
    const exposures = options.exposure ?? ends.slice(1).map((end, i) => end - (ends[i] ?? 0));
    const counts = new Map<string, number[]>();
    const sums = exposures.map(() => 0);
    const otherTime: string[] = [];
    const noGroup: string[] = [];
    for (const log of logs) {
      const [opened] = turnsOf(log);
      const day = opened === undefined ? Number.NaN : clock.right.dayOf(opened.at);
      const period = ends.findLastIndex((end) => end <= day);
      const name = groupIn(log, by);
      const caseId = log[0]?.caseId ?? '';
      if (period < 0 || period >= exposures.length) otherTime.push(caseId);
      else if (name === undefined) noGroup.push(caseId);
      else {
        const row = counts.get(name) ?? exposures.map(() => 0);
        row[period] = (row[period] ?? 0) + 1;
        sums[period] = (sums[period] ?? 0) + 1;
        counts.set(name, row);
      }
    }
    const rows = [...counts]
      .map(([name, row]) => ({ name, cases: totalOf(row), cells: cellsOf(row, sums, exposures) }))
      .toSorted((a, b) => b.cases - a.cases || compareText(a.name, b.name));
    return {
      by,
      periods: exposures.map((exposure, i) => ({
        from: isoDay(ends[i] ?? 0),
        until: isoDay(ends[i + 1] ?? 0),
        exposure,
        cases: sums[i] ?? 0,
      })),
      total: cellsOf(sums, sums, exposures),
      rows,
      counted: totalOf(sums),
      leftOut: { otherTime, noGroup },
    };
  });
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function cellsOf(
  counts: readonly number[],
  sums: readonly number[],
  exposures: readonly number[],
): readonly TrendCell[] {
  return counts.map((cases, i) => {
    const sum = sums[i] ?? 0;
    const share = sum === 0 ? {} : { share: cases / sum };
    if (i === 0) return { cases, ...share };
    const before = { count: counts[i - 1] ?? 0, exposure: exposures[i - 1] ?? 1 };
    return { cases, ...share, change: compareCounts(before, { count: cases, exposure: exposures[i] ?? 1 }) };
  });
}

const EVERY = { en: 'length of a period: { months } or { days }', zh: '周期长度：{ months } 或 { days }' };
const EXPOSURE = { en: 'list with a number for each period', zh: '每期一个数字的列表' };

function endsOf({ from, periods, every }: TrendOptions): readonly number[] {
  const first = parseIsoDay(from) ?? 0;
  return Array.from({ length: periods + 1 }, (_, i) =>
    'months' in every ? addMonths(first, i * every.months) : first + i * every.days,
  );
}

const MOST_PERIODS = 1000;

const OPTIONS: readonly (keyof TrendOptions)[] = ['from', 'periods', 'every', 'zone', 'by', 'exposure'];

function problemsOf({ from, periods, every, by = 'cause', exposure }: TrendOptions): readonly Problem[] {
  if (!isRecord(every)) return [wrong('wrongType', ['every'], EVERY, every)];
  if (exposure !== undefined && !Array.isArray(exposure))
    return [wrong('wrongType', ['exposure'], EXPOSURE, exposure)];
  const length = 'months' in every ? every.months : every.days;
  const isCount = (value: unknown, most: number): boolean =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
  return [
    ...groupingProblems(by),
    ...(parseIsoDay(from) === undefined
      ? [problem('notADay', ['from'], { kind: 'form', form: 'yyyy-MM-dd' }, from)]
      : []),
    ...(isCount(periods, MOST_PERIODS)
      ? []
      : [problem('outOfRange', ['periods'], { kind: 'range', min: 1, max: MOST_PERIODS }, periods)]),
    ...(isCount(length, MOST_PERIODS)
      ? []
      : [problem('outOfRange', ['every'], { kind: 'range', min: 1, max: MOST_PERIODS }, length)]),
    ...(exposure !== undefined && exposure.length !== periods
      ? [problem('wrongLength', ['exposure'], { kind: 'equal', to: periods }, exposure.length)]
      : []),
    ...(exposure ?? []).flatMap((one, i) =>
      one > 0 && Number.isFinite(one)
        ? []
        : [problem('notPositive', ['exposure', i], { kind: 'range', min: Number.MIN_VALUE }, one)],
    ),
  ];
}
