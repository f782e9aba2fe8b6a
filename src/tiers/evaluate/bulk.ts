/** The tiers of many members at once, from columns: the same answers as one by one. */
import type { AsOf } from '../../foundation/instant.js';
import { type Problem, show } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { explainEvaluation } from '../explain/explain-evaluation.js';
import type { EvaluationExplanation } from '../explain/explanation.js';
import type { QualificationWindow } from '../periods.js';
import { columnsFor, type MetricColumns, rowAt } from './bulk-columns.js';
import { type Group, groupsOf, type HeldTiers, heldIn, heldProblems, lengthProblem } from './bulk-held.js';
import { type CompiledTiers, type CompiledVersion, versionAt } from './compile.js';
import { type EvaluationOptions, evaluateTier } from './evaluate.js';
import type { TierEvaluation } from './evaluation.js';
import { WITHOUT_WINDOW, windowKey } from './metric-values.js';
import type { Question } from './question.js';
import { distinctProblems } from './unknown-problem.js';

/** Metrics over another window than the policy's own, as columns. */
export interface ColumnsOver {
  readonly window: QualificationWindow;
  readonly columns: MetricColumns;
}

/** What an evaluation over columns can be told besides the metrics. */
export interface ColumnEvaluationOptions extends HeldTiers {
  /** As in {@link EvaluationOptions}. */
  readonly asOf?: AsOf;
  readonly over?: readonly ColumnsOver[];
}

/** The tiers of many members; element `i` is of the member in row `i` of the columns. */
export interface TierColumns {
  /** An index of {@link tierNames}. */
  readonly tier: Uint8Array;
  /** The tiers by rank, the base first. */
  readonly tierNames: readonly string[];
  /** 1 where a metric is not known that could give a higher tier; 0 elsewhere. */
  readonly unknown: Uint8Array;
  /** Version of the policy used. */
  readonly version: string;
  /** The answer for one row, as `evaluateTier` gives it, with the lifetime tier; `undefined` for no row. */
  row(index: number): TierEvaluation | undefined;
  /**
   * What is not known of a row and would decide, as `evaluateTier` says it, with paths in the columns
   * (`['columns', 'score', 12]`); empty where `unknown` is 0.
   */
  problems(index: number): readonly Problem[];
  /** Why a row has its tier, as `explainEvaluation` says it; `undefined` for no row. */
  explain(index: number): EvaluationExplanation | undefined;
}

/**
 * The tiers that the metrics of many members give, with the same answers as {@link evaluateTier} for each.
 *
 * A column is a typed array of numbers, or an array of numbers, texts, booleans and `undefined`; NaN and `undefined`
 * are not known. `combined` and `banded` metrics need no column if what they are made from has one. Nothing is worked
 * out where there are problems: a column of no metric, a metric that a criterion needs and nothing gives, columns of
 * different lengths (the path names the column), or a `held` or `heldBefore` that is no tier.
 *
 * @example
 * ```ts
 * import { compileTiers, defineTierPolicy, evaluateTierColumns, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our shop',
 *   zone: 'UTC',
 *   metrics: { spend: { kind: 'sum', of: 'spend' } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'spend', atLeast: 500 } },
 *   ],
 * });
 * const tiers = orThrow(compileTiers(policy));
 * const { tier, tierNames, unknown } = orThrow(
 *   evaluateTierColumns(tiers, { spend: Float64Array.of(420, 500, NaN) }),
 * );
 *
 * Array.from(tier, (index) => tierNames[index]); // => ['member', 'gold', 'member']
 * Array.from(unknown); // => [0, 0, 1]
 * ```
 */
export function evaluateTierColumns(
  tiers: CompiledTiers,
  columns: MetricColumns,
  options: ColumnEvaluationOptions = {},
): Result<TierColumns> {
  const version = options.asOf === undefined ? tiers.latest : versionAt(tiers, options.asOf);
  const { over = [] } = options;
  const length = Object.values(columns)[0]?.length ?? 0;
  const groups = groupsOf(version, options, length);
  const problems = [
    ...heldProblems(version, options, length),
    ...columnProblems(version, groups, columns, over),
  ];
  return unless(problems, () => {
    const isRow = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < length;
    const optionsAt = (index: number): EvaluationOptions => ({
      ...heldIn(options, index),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      over: over.map((one) => ({ window: one.window, values: rowAt(one.columns, index) })),
    });
    const rowOf = (index: number): TierEvaluation | undefined =>
      isRow(index) ? evaluateTier(tiers, rowAt(columns, index), optionsAt(index)) : undefined;
    return {
      ...judgeGroups(groups, columns, over, length),
      tierNames: version.tiers.map(({ tier }) => tier),
      version: version.policy.version,
      row: rowOf,
      problems: (index) => (rowOf(index)?.problems ?? []).map((one) => inColumns(one, index)),
      explain: (index) =>
        isRow(index) ? explainEvaluation(tiers, rowAt(columns, index), optionsAt(index)) : undefined,
    };
  });
}

function judgeGroups(
  groups: readonly Group[],
  columns: MetricColumns,
  others: readonly ColumnsOver[],
  length: number,
): Pick<TierColumns, 'tier' | 'unknown'> {
  const tier = new Uint8Array(length);
  const unknown = new Uint8Array(length);
  for (const { question, rows } of groups) {
    const slots = columnsFor(question, sourcesOf(question, columns, others), length);
    if (rows === undefined) return judgeRows(question, slots, length);
    const gathered = slots.map((slot) => Float64Array.from(rows, (row) => slot[row] ?? Number.NaN));
    const judged = judgeRows(question, gathered, rows.length);
    rows.forEach((row, i) => {
      tier[row] = judged.tier[i] ?? 0;
      unknown[row] = judged.unknown[i] ?? 0;
    });
  }
  return { tier, unknown };
}

/** A problem of a member's values as one of the columns they come from. */
function inColumns({ path, ...rest }: Problem, index: number): Problem {
  const at = path.indexOf('values');
  return { ...rest, path: [...path.slice(0, at), 'columns', ...path.slice(at + 1), index] };
}

/** The columns over each window of the question. */
function sourcesOf(
  { windows }: Question,
  columns: MetricColumns,
  others: readonly ColumnsOver[],
): readonly (MetricColumns | undefined)[] {
  const byKey = new Map(others.map((one) => [windowKey(one.window), one.columns]));
  return windows.map((key, i) => (i === 0 ? columns : byKey.get(key)));
}

/** Judges each row; those with a missing value are loaded into the question's slots. */
function judgeRows(
  { asked, surely, possibly, loaded }: Question,
  slots: readonly Float64Array[],
  length: number,
): Pick<TierColumns, 'tier' | 'unknown'> {
  const tier = new Uint8Array(length);
  const unknown = new Uint8Array(length);
  const places = Uint8Array.from([0, ...asked.map(({ place }) => place)]);
  const none = new Float64Array(length);
  const [column0 = none, column1 = none, column2 = none, column3 = none] = slots;
  const few = slots.length <= 4;
  for (let i = 0; i < length; i += 1) {
    const slot0 = column0[i] as number;
    const slot1 = column1[i] as number;
    const slot2 = column2[i] as number;
    const slot3 = column3[i] as number;
    const sum = slot0 + slot1 + slot2 + slot3;
    // A difference that is no zero: one of them is NaN or infinite (or all are huge, which takes the longer way too).
    if (few && sum - sum === 0) {
      tier[i] = places[surely.firstOf(slot0, slot1, slot2, slot3) + 1] as number;
      continue;
    }
    for (let slot = 0; slot < slots.length; slot += 1) {
      const value = slots[slot]?.[i] ?? Number.NaN;
      loaded[slot] = Number.isFinite(value) ? value : Number.NaN;
    }
    const sure = surely.first(loaded);
    tier[i] = places[sure + 1] as number;
    unknown[i] = possibly.first(loaded) === sure ? 0 : 1;
  }
  return { tier, unknown };
}

function columnProblems(
  version: CompiledVersion,
  groups: readonly Group[],
  columns: MetricColumns,
  others: readonly ColumnsOver[],
): readonly Problem[] {
  const all = [
    { columns, path: ['columns'] as Problem['path'] },
    ...others.map((one, i) => ({ columns: one.columns, path: ['over', i, 'columns'] as Problem['path'] })),
  ];
  const length = Object.values(columns)[0]?.length ?? 0;
  return [
    ...all.flatMap((one) => [
      ...nameProblems(version, one),
      ...Object.entries(one.columns).flatMap(([name, column]) =>
        lengthProblem(column, [...one.path, name], length),
      ),
    ]),
    ...distinctProblems(
      groups.flatMap(({ question }) => missingProblems(version, question, columns, others)),
    ),
  ];
}

interface Given {
  readonly columns: MetricColumns;
  readonly path: Problem['path'];
}

function nameProblems({ policy }: CompiledVersion, { columns, path }: Given): readonly Problem[] {
  const names = Object.keys(policy.metrics);
  return Object.keys(columns).flatMap((name) =>
    Object.hasOwn(policy.metrics, name)
      ? []
      : [
          {
            code: 'unknownMetric',
            path: [...path, name],
            expected: { kind: 'oneOf', values: names } as const,
            found: show(name),
          },
        ],
  );
}

/** Metrics that a criterion needs and that neither a column nor other columns give. */
function missingProblems(
  { policy }: CompiledVersion,
  { slots, windows }: Question,
  columns: MetricColumns,
  others: readonly ColumnsOver[],
): readonly Problem[] {
  const at = windows.map((key) => others.findIndex((one) => windowKey(one.window) === key));
  const missing = (name: string, row: number): readonly Problem[] => {
    const other = at[row] ?? -1;
    const given = row === 0 ? columns : others[other]?.columns;
    const metric = Object.hasOwn(policy.metrics, name) ? policy.metrics[name] : undefined;
    if (given !== undefined && Object.hasOwn(given, name)) return [];
    if (metric?.kind === 'combined') return metric.of.flatMap((part) => missing(part.metric, row));
    if (metric?.kind === 'banded') return missing(metric.of, row);
    if (metric !== undefined && WITHOUT_WINDOW.has(metric.kind) && Object.hasOwn(columns, name)) return [];
    const path: Problem['path'] =
      row === 0 ? ['columns', name] : ['over', ...(other < 0 ? [] : [other, 'columns']), name];
    return [{ code: 'missingMetric', path, expected: { kind: 'present' }, found: show(undefined) }];
  };
  return slots.flatMap(({ metric, row }) => missing(metric, row));
}
