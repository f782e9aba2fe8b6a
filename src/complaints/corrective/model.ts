/** When corrective action is needed and what the archive waits for, as data. */
import type { Bilingual } from '../../foundation/statement.js';

/** Stored as JSON. */
export interface CorrectivePolicy {
  readonly format: 'corrective-policy@1';
  readonly name: string;
  readonly version: string;
  readonly title: Bilingual;
  /** Where one of these holds and no action is linked, the case waits for one. Left out or empty: none is needed of itself. */
  readonly neededFor: {
    readonly severity?: readonly ('low' | 'medium' | 'high' | 'critical')[];
    readonly impact?: readonly ('one' | 'several' | 'systemic')[];
    /** Only of complaints that are found to be so. */
    readonly upheld?: readonly ('yes' | 'partly' | 'no')[];
  };
  /** `done`: the action was carried out; `checked`: its effect was looked at as well. */
  readonly archiveWaitsFor: 'done' | 'checked';
}

/** A {@link CorrectivePolicy} as written in code; whatever is left out is as in `defaultCorrective`. */
export type CorrectivePolicyInput = Partial<CorrectivePolicy>;
