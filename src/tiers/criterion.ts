/** What has to be true of a member, as data: thresholds on metrics, and how they are joined. */
import type { QualificationWindow } from './periods.js';

/**
 * One metric against one figure, or against one value. `window` is the time the metric is measured over; without it
 * the policy's own. A metric that is not known makes the threshold unknown, never true.
 */
export type Threshold = { readonly metric: string; readonly window?: QualificationWindow } & (
  | { readonly atLeast: number }
  | { readonly moreThan: number }
  | { readonly atMost: number }
  | { readonly lessThan: number }
  | { readonly is: string | number | boolean }
);

/**
 * Thresholds joined by all, by any, or by at least so many of several. Three-valued (Kleene 1952): what is not known
 * stays unknown unless the rest decides.
 */
export type QualificationCriterion =
  | Threshold
  | { readonly allOf: readonly QualificationCriterion[] }
  | { readonly anyOf: readonly QualificationCriterion[] }
  | { readonly atLeast: number; readonly of: readonly QualificationCriterion[] };

/** Whether a criterion holds; `'unknown'` where a missing input decides. */
export type Truth = 'yes' | 'no' | 'unknown';
