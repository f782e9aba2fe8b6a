/** The weighted score and its grade. */
import type { GradeBand, GradeScheme, RfmScale, RfmWeights } from './model.js';

/** The three scores of a customer; each from 1 (worst) to the number of scores of its scale (best). */
export interface RfmTriple {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** How many scores a scale has. */
export function scoresOf(scale: RfmScale): number {
  return scale.kind === 'bands' ? scale.cuts.length + 1 : scale.bins;
}

/** `w.r·R + w.f·F + w.m·M`, to nine decimals, so that binary fractions in the weights cannot move a grade. */
export function weightedScore(weights: RfmWeights, { r, f, m }: RfmTriple): number {
  return Math.round((weights.r * r + weights.f * f + weights.m * m) * 1e9) / 1e9;
}

/** The first band, from the top, whose threshold the score reaches. */
export function bandOf(scheme: GradeScheme, weighted: number): GradeBand | undefined {
  return scheme.bands.find((band) => weighted >= band.from);
}

/**
 * The grade of a weighted score, or `undefined` for a number the scheme has no grade for: below its lowest band,
 * above its highest score, or not a number.
 *
 * @example
 * ```ts
 * import { gradeForScore, sourceMaterialGrades } from 'clientele/rfm';
 *
 * gradeForScore(sourceMaterialGrades, 24)?.grade; // => 'S'
 * gradeForScore(sourceMaterialGrades, 35.5)?.grade; // => 'G'
 * gradeForScore(sourceMaterialGrades, 41); // => undefined
 * ```
 */
export function gradeForScore(scheme: GradeScheme, weighted: number): GradeBand | undefined {
  return weighted <= scheme.highest ? bandOf(scheme, weighted) : undefined;
}
