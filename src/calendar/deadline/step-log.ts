/** Writes down the steps of a count while it is made. */
import { isoDay } from '../../foundation/civil.js';
import type { DayReason } from '../day-reason.js';
import type { NoteDays } from './count-days.js';
import type { DeadlineStep } from './step.js';

/** Days in a row that are being collected. */
interface Run {
  readonly first: number;
  last: number;
  readonly counts: boolean;
  readonly because: DayReason;
}

/** The steps so far; days that follow each other for the same reason are one step. */
export class StepLog {
  readonly #steps: DeadlineStep[] = [];
  #run: Run | undefined;

  add(step: DeadlineStep): void {
    this.#close();
    this.#steps.push(step);
  }

  readonly days: NoteDays = (first, last, counts, because) => {
    const run = this.#run;
    const goesOn = run?.last === first - 1 && run.counts === counts && sameReason(run.because, because);
    if (run !== undefined && goesOn) {
      run.last = last;
      return;
    }
    this.#close();
    this.#run = { first, last, counts, because };
  };

  steps(): readonly DeadlineStep[] {
    this.#close();
    return this.#steps;
  }

  #close(): void {
    if (this.#run === undefined) return;
    const { first, last, counts, because } = this.#run;
    const days = last - first + 1;
    this.#run = undefined;
    this.#steps.push({
      kind: 'days',
      first: isoDay(first),
      last: isoDay(last),
      days,
      counted: counts ? days : 0,
      because,
    });
  }
}

function sameReason(a: DayReason, b: DayReason): boolean {
  return a === b || (a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b));
}
