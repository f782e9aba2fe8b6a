/** From a fitted model and purchase columns to scores, grades and segments: `scoreRfm` over columns. */
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { explainScore } from '../explain.js';
import type { RfmExplanation } from '../explanation.js';
import type { FittedDimension, FittedRfm } from '../fitted.js';
import type { RfmDimension } from '../model.js';
import { conventionProblems, type RfmScore, type RfmScores, type UnscoredCustomer } from '../score.js';
import { dayProblems } from './fit-columns.js';
import { HIGHEST, NO_SCORES, placeSample } from './place-columns.js';
import type { PurchaseColumns } from './purchase-columns.js';
import { summaryAt } from './purchase-view.js';
import { partOf, type Sample, sampleOf } from './sample.js';
import { type ScoreEntry, type ScoreTable, scoreTable } from './score-table.js';

/** Why a customer has no score, as in {@link UnscoredCustomer}. */
export type UnscoredReason = Pick<UnscoredCustomer, 'because' | 'dimension'>;

/**
 * The scores of all customers as columns; element `i` belongs to the customer with index `i` of the purchases.
 * Where there is no score, `r`, `f`, `m`, `segment`, `grade` and `weighted` are 0.
 */
export interface RfmScoreColumns {
  readonly fitted: FittedRfm;
  readonly purchases: PurchaseColumns;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** Why there is no score: an index of {@link reasons}; 0 where there is one. */
  readonly because: Uint8Array;
  readonly reasons: readonly (UnscoredReason | undefined)[];
  /** An index of {@link segmentNames}; 0 where there is no segment. */
  readonly segment: Uint16Array;
  /** `segmentNames[segment[i]]` is the segment of customer `i`. */
  readonly segmentNames: readonly (string | undefined)[];
  /** An index of {@link gradeNames}; 0 where there is no grade. Worked out when first read. */
  readonly grade: Uint8Array;
  readonly gradeNames: readonly (string | undefined)[];
  /** The weighted scores. Worked out when first read. */
  readonly weighted: Float64Array;
  readonly counts: RfmScores['counts'];
  /** A customer's score as `scoreCustomer` gives it; `undefined` for an index that is none. */
  row(index: number): RfmScore | undefined;
  /** All scores as rows, one at a time, in the order of the columns. */
  rows(): IterableIterator<RfmScore>;
  /** Why a customer has the scores it has, as `explainScore` says it; `undefined` for an index that is none. */
  explain(index: number): RfmExplanation | undefined;
}

/**
 * Scores all customers of purchase columns, with the same answers as `scoreRfm`. A `Left` means that the purchases
 * were added up under other conventions than the model: another window, currency or zone, or without purchase days
 * where the model counts them.
 *
 * @example
 * ```ts
 * import { orThrow, quintiles } from 'clientele/rfm';
 * import { aggregateOrders, fitColumns, orderColumns, scoreColumns } from 'clientele/rfm/columns';
 *
 * const columns = orThrow(
 *   orderColumns({
 *     customer: Int32Array.from({ length: 10 }, (_, i) => i),
 *     at: Float64Array.from({ length: 10 }, (_, i) => Date.UTC(2025, i, 1)),
 *     amount: Int32Array.from({ length: 10 }, (_, i) => 1000 * (i + 1)),
 *   }),
 * );
 * const currency = { code: 'EUR', minorUnit: 2 };
 * const purchases = orThrow(aggregateOrders(columns, { asOf: '2025-12-31', zone: 'UTC', currency }));
 * const scores = orThrow(scoreColumns(orThrow(fitColumns(quintiles(), purchases)), purchases));
 *
 * Array.from(scores.r); // => [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
 * scores.row(9); // => { kind: 'scored', customerId: '9', r: 5, f: 1, m: 5, code: '515', weighted: 11, segment: 'promising' }
 * ```
 */
export function scoreColumns(fitted: FittedRfm, purchases: PurchaseColumns): Result<RfmScoreColumns> {
  const problems: readonly Problem[] = [
    ...conventionProblems(fitted, purchases),
    ...dayProblems(fitted.model, purchases),
  ];
  return unless(problems, () => score(fitted, purchases));
}

const DIMENSIONS: readonly RfmDimension[] = ['recency', 'frequency', 'monetary'];
const NEVER = 1;
const LAPSED = 2;
const REASONS: readonly (UnscoredReason | undefined)[] = [
  undefined,
  { because: 'neverOrdered' },
  { because: 'lapsed' },
  ...DIMENSIONS.flatMap((dimension) =>
    (['outsideScale', 'betweenBands', 'emptyCell'] as const).map((because) => ({ because, dimension })),
  ),
];

function score(fitted: FittedRfm, purchases: PurchaseColumns): RfmScoreColumns {
  const sample = sampleOf(fitted.model, purchases);
  const table = scoreTable(fitted);
  const columns = scoresOf(purchases, placeAll(fitted, sample), sample);
  const scored = finish(columns, table);
  let grade: Uint8Array | undefined;
  let weighted: Float64Array | undefined;
  const at = (index: number): ScoreEntry | undefined =>
    table.at(columns.r[index] ?? 0, columns.f[index] ?? 0, columns.m[index] ?? 0);

  function row(index: number): RfmScore | undefined {
    const customerId = purchases.idAt(index);
    if (customerId === undefined) return undefined;
    const reason = REASONS[columns.because[index] ?? 0];
    if (reason !== undefined) return { kind: 'unscored', customerId, ...reason };
    const entry = at(index);
    return entry && { kind: 'scored', customerId, ...entry.row };
  }
  function* rows(): IterableIterator<RfmScore> {
    for (let i = 0; i < purchases.customers; i += 1) {
      const one = row(i);
      if (one !== undefined) yield one;
    }
  }

  return {
    fitted,
    purchases,
    ...columns,
    reasons: REASONS,
    segmentNames: table.segmentNames,
    get grade() {
      grade ??= columns.r.map((_, i) => at(i)?.grade ?? 0);
      return grade;
    },
    gradeNames: table.gradeNames,
    get weighted() {
      weighted ??= Float64Array.from(columns.r, (_, i) => at(i)?.row.weighted ?? 0);
      return weighted;
    },
    counts: { customers: purchases.customers, scored, unscored: purchases.customers - scored },
    row,
    rows,
    explain(index) {
      const summary = summaryAt(purchases, index);
      return summary && explainScore(fitted, summary);
    },
  };
}

type Triples = Pick<RfmScoreColumns, 'r' | 'f' | 'm'>;
type Scores = Triples & Pick<RfmScoreColumns, 'because' | 'segment'>;

/** The scores of the sample where its customers stand; all others ordered too early, or never. */
function scoresOf(purchases: PurchaseColumns, placed: Triples, { customers, size }: Sample): Scores {
  const because = new Uint8Array(purchases.customers);
  const segment = new Uint16Array(purchases.customers);
  // Everybody is in the sample: their scores are where they belong.
  if (size === purchases.customers) return { ...placed, because, segment };
  const { lastOrderAt } = purchases;
  for (let i = 0; i < because.length; i += 1) {
    because[i] = lastOrderAt[i] === Number.NEGATIVE_INFINITY ? NEVER : LAPSED;
  }
  const spread = (scores: Uint8Array): Uint8Array => {
    const all = new Uint8Array(purchases.customers);
    for (let i = 0; i < size; i += 1) all[customers[i] ?? 0] = scores[i] ?? 0;
    return all;
  };
  for (let i = 0; i < size; i += 1) because[customers[i] ?? 0] = 0;
  return { r: spread(placed.r), f: spread(placed.f), m: spread(placed.m), because, segment };
}

/** Gives each customer with three scores a segment, and each other one a reason; returns how many have three. */
function finish({ r, f, m, because, segment }: Scores, { segments, strideR, strideF }: ScoreTable): number {
  const lowest = strideR + strideF + 1;
  let unscored = 0;
  for (let i = 0; i < r.length; i += 1) {
    const rScore = r[i] ?? 0;
    const fScore = f[i] ?? 0;
    const mScore = m[i] ?? 0;
    if (rScore > HIGHEST || fScore > HIGHEST || mScore > HIGHEST || rScore === 0) {
      if (rScore > 0) because[i] = reasonOf(rScore, fScore, mScore);
      unscored += 1;
      r[i] = 0;
      f[i] = 0;
      m[i] = 0;
    } else {
      segment[i] = segments[rScore * strideR + fScore * strideF + mScore - lowest] ?? 0;
    }
  }
  return r.length - unscored;
}

/** The first dimension without a score, and why, as an index of {@link REASONS}. */
function reasonOf(r: number, f: number, m: number): number {
  const dimension = r > HIGHEST ? 0 : f > HIGHEST ? 1 : 2;
  const none = dimension === 0 ? r : dimension === 1 ? f : m;
  return LAPSED + 1 + 3 * dimension + (none - NO_SCORES.outsideScale);
}

/** The scores of a sample: with nested binning F within each R score, M within each R and F score. */
function placeAll(fitted: FittedRfm, sample: Sample): Triples {
  const { recency, frequency, monetary, model } = fitted;
  const r = placeSample(recency.scales[0] ?? null, 'recency', sample);
  if (model.binning === 'independent') {
    const f = placeSample(frequency.scales[0] ?? null, 'frequency', sample);
    return { r, f, m: placeSample(monetary.scales[0] ?? null, 'monetary', sample) };
  }
  const f = placeInCells(frequency, 'frequency', sample, (i) => (r[i] ?? 0) - 1);
  const m = placeInCells(monetary, 'monetary', sample, (i) =>
    (f[i] ?? 0) > HIGHEST ? -1 : ((r[i] ?? 0) - 1) * frequency.bins + (f[i] ?? 0) - 1,
  );
  return { r, f, m };
}

/** Each customer placed on the scale of its cell; 0 where it has none. */
function placeInCells(
  { scales }: FittedDimension,
  dimension: RfmDimension,
  sample: Sample,
  cellOf: (index: number) => number,
): Uint8Array {
  const scores = new Uint8Array(sample.size);
  const cells = new Map<number, number[]>();
  for (let i = 0; i < sample.size; i += 1) {
    const cell = cellOf(i);
    const members = cells.get(cell);
    if (members === undefined) cells.set(cell, [i]);
    else members.push(i);
  }
  for (const [cell, members] of cells) {
    const placed = placeSample(scales[cell] ?? null, dimension, partOf(sample, Int32Array.from(members)));
    for (let i = 0; i < members.length; i += 1) scores[members[i] ?? 0] = placed[i] ?? 0;
  }
  return scores;
}
