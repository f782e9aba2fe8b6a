/** What an explanation of a score holds. */
import type { Statement } from '../foundation/statement.js';
import type { ScaleBand } from './band-around.js';
import type { RfmDimension } from './model.js';
import type { RfmScore } from './score.js';
import type { UnscoredDimension } from './unscored.js';

/** One dimension of a score: what was measured, the band it fell in, and the next better one. */
export interface DimensionExplanation {
  readonly dimension: RfmDimension;
  /** Days, months, a count, or minor units, as the model says. */
  readonly value: number;
  readonly score: number;
  /** Number of scores of the scale, in a nested model of the cell; the best is `of`. */
  readonly of: number;
  readonly band: ScaleBand;
}

/** The grade of a weighted score and the distance to the next one. */
export interface GradeExplanation {
  readonly grade: string;
  readonly weighted: number;
  /** Lowest weighted score of the grade. */
  readonly from: number;
  /** The next higher grade; absent for the highest. */
  readonly next?: { readonly grade: string; readonly from: number; readonly missing: number };
}

/** Which rule gave the segment. */
export interface SegmentExplanation {
  readonly segment: string;
  /** Index into the map's rules; `null` where no rule names these scores. */
  readonly rule: number | null;
  readonly unverified: boolean;
}

/** A score and its reasons; `describe` turns it into sentences, one a line. */
export interface RfmExplanation {
  readonly score: RfmScore;
  /** The dimensions that gave a score, in turn; empty for a customer that had no order in the window. */
  readonly dimensions: readonly DimensionExplanation[];
  /** The dimension that gave none, after which no other is looked at. */
  readonly unscored?: UnscoredDimension;
  readonly grade?: GradeExplanation;
  readonly segment?: SegmentExplanation;
  readonly statements: readonly Statement[];
}
