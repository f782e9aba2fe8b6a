/** A member's pace over a window, and the days to come as if it went on. */
import type { Program } from '../program.js';
import { copyOf, suppose } from './copy.js';
import { dayOf } from './days.js';
import { firstAt } from './rows.js';
import { spanAt } from './spans.js';
import { judge, passTime } from './take.js';
import { START, type Work } from './work.js';

/** What was done in so many days. */
export interface Pace {
  /** From this instant, until before the other. */
  readonly from: number;
  readonly until: number;
  /** Civil days it covers, at least 1. */
  readonly days: number;
  /** By column, in its units. */
  readonly units: readonly number[];
}

/** The pace over one of the program's windows, whatever was reset or deducted since. */
export function paceOf(work: Work, window: number, at: number): Pace {
  const { rows, enrolledAt } = work;
  const span = spanAt({ ...work, floor: START, spans: [] }, window, at);
  const from = Math.max(span.from, enrolledAt);
  const until = Math.max(from, Math.min(span.until, at + 1));
  const last = Math.max(from, until - 1);
  const first = firstAt(rows, from);
  const end = firstAt(rows, until);
  return {
    from,
    until,
    days: dayOf(work, last) - dayOf(work, from) + 1,
    units: rows.totals.map((totals) => (totals[end] ?? 0) - (totals[first] ?? 0)),
  };
}

/** A member who goes on at a pace from the day after an instant on, under the present version. */
export class GoingOn {
  readonly work: Work;
  readonly #pace: Pace;
  readonly #start: number;
  #days = 0;

  constructor(work: Work, pace: Pace) {
    const program: Program = work.program;
    this.work = copyOf({ ...work, versions: [program], starts: [Number.NEGATIVE_INFINITY], version: 0 });
    this.work.due = Number.NaN;
    this.#pace = pace;
    this.#start = dayOf(work, work.at);
  }

  /** Lets time pass up to an instant; every day that is over by then has brought its share. */
  until(instant: number): void {
    if (this.#pace.units.some((units) => units > 0)) {
      for (let end = this.#nextEnd(); end <= instant; end = this.#nextEnd()) {
        passTime(this.work, end);
        this.#days += 1;
        this.#bring(end);
      }
    }
    passTime(this.work, instant);
  }

  /** The last instant of the next day. */
  #nextEnd(): number {
    return this.work.program.clock.startOf(this.#start + this.#days + 2) - 1;
  }

  /** A day's share: what whole units the days so far make, less what they have brought. */
  #bring(at: number): void {
    const supply = new Map<number, number>();
    this.#pace.units.forEach((units, column) => {
      const sum = (days: number): number => Math.floor((units * days) / this.#pace.days);
      const share = sum(this.#days) - sum(this.#days - 1);
      if (share > 0) supply.set(column, share);
    });
    if (supply.size === 0) return;
    suppose(this.work, at, supply);
    this.work.due = Number.NaN;
    judge(this.work, { at, by: null, triggered: true });
  }
}
