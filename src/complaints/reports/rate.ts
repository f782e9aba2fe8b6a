/** Shares of cases with everything needed to judge them: both counts, an interval, and what was left out and why. */
import type { Bilingual } from '../../foundation/statement.js';
import type { CaseEvent } from '../workflow/case.js';
import { type Interval95, wilsonInterval } from './wilson.js';

/** Cases that a rate says nothing about. */
export interface LeftOut {
  /** A stable name, e.g. `'noAnswer'`. */
  readonly why: string;
  readonly name: Bilingual;
  readonly cases: readonly string[];
}

/** A share of cases. `of` and the cases left out add up to all cases that were handed in. */
export interface CaseRate {
  readonly counted: number;
  readonly of: number;
  /** `counted / of`, 0 to 1; left out where `of` is 0. */
  readonly share?: number;
  /** Wilson's 95 % interval of the share; see {@link wilsonInterval}. */
  readonly interval?: Interval95;
  readonly leftOut: readonly LeftOut[];
}

/** One case: counted, not counted, or left out for a reason among those named. */
export type Judged<Why extends string> = boolean | Why;

/** The rate over logs; each log is one case. */
export function rateOf<Why extends string>(
  logs: readonly (readonly CaseEvent[])[],
  names: Readonly<Record<Why, Bilingual>>,
  judge: (log: readonly CaseEvent[]) => Judged<Why>,
): CaseRate {
  let [counted, of] = [0, 0];
  const out = new Map<Why, string[]>();
  for (const log of logs) {
    const judged = judge(log);
    if (typeof judged === 'boolean') {
      of += 1;
      if (judged) counted += 1;
    } else out.set(judged, [...(out.get(judged) ?? []), log[0]?.caseId ?? '']);
  }
  const leftOut = [...out].map(([why, cases]) => ({ why, name: names[why], cases }));
  return of === 0
    ? { counted, of, leftOut }
    : { counted, of, share: counted / of, interval: wilsonInterval(counted, of), leftOut };
}
