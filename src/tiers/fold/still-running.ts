/** What an earlier period of a term gave: a lower tier whose own validity goes on after the term has ended. */
import type { Lasting, RunningPeriod, Term } from '../program.js';
import { countsForSomething } from './changes.js';
import { dayOf } from './days.js';
import { firstThatHolds } from './measure.js';
import { firstAt } from './rows.js';
import { type PeriodWindow, periodDays } from './spans.js';
import { termStillRunning, validityOf } from './term.js';
import type { Work } from './work.js';

/** A tier below the present one, and its own term. */
export interface StillRunning {
  readonly place: number;
  readonly term: Term;
}

/**
 * The highest tier below the present one whose renewal criterion held at the end of a period that is over, and whose
 * own validity, counted from there, goes on after an instant; with the latest end that a period gives it. Asked are the
 * periods since the member was last at the base.
 */
export function stillRunning(work: Work, at: number): StillRunning | undefined {
  for (let place = work.track.tier - 1; place > 0; place -= 1) {
    const term = termOfPeriods(work, place, at);
    if (term !== undefined) return { place, term };
  }
  return undefined;
}

function termOfPeriods(work: Work, place: number, at: number): Term | undefined {
  const periods = periodsOf(work, place);
  if (periods === undefined) return undefined;
  const { aboveBaseSince } = work.track;
  const judged = work.program.ownRenewal(place);
  const found = known(work, place, periods, at) ?? running(work, place, periods, at, aboveBaseSince);
  for (const { ends, term } of found) {
    if (ends <= aboveBaseSince) return undefined;
    if (firstThatHolds(work, judged, ends - 1) === 0) return term;
  }
  return undefined;
}

/**
 * Periods that are over and whose terms go on, from the latest back: the sooner one has qualified, the sooner a term is
 * over. None that ends by `since`.
 */
function* running(
  work: Work,
  place: number,
  periods: PeriodWindow,
  at: number,
  since: number,
): Generator<RunningPeriod> {
  const { startOf } = work.program.clock;
  const today = dayOf(work, at);
  for (let ago = 1; ; ago += 1) {
    const { from, until } = periodDays(work, periods, today, ago);
    const ends = startOf(until);
    if (ends <= since) return;
    // Where clocks go back over midnight the period of the day before may not be over.
    if (ends > at) continue;
    const qualified = qualifiedAt(work, place, startOf(from), ends);
    if (qualified === undefined) continue;
    const term = termStillRunning(work, place, qualified, at);
    if (term === undefined) return;
    yield { ends, term };
  }
}

/** The same where periods and terms are of the calendar, and so of all members: found once for each day. */
function known(
  work: Work,
  place: number,
  periods: PeriodWindow,
  at: number,
): readonly RunningPeriod[] | undefined {
  const validity = validityOf(work, place);
  if (periods.kind !== 'calendar' || validity.kind !== 'endOfPeriod') return undefined;
  const today = dayOf(work, at);
  if (validity.period === 'membershipYear' || at !== work.program.clock.startOf(today)) return undefined;
  const { runningPeriods } = work.program.lasting[place] as Lasting;
  const all = (): readonly RunningPeriod[] => [
    ...running(work, place, periods, at, Number.NEGATIVE_INFINITY),
  ];
  return runningPeriods.get(today) ?? runningPeriods.set(today, all());
}

/** The periods of the window that renewals look at, or else those that the tier lasts for; none where nothing has any. */
function periodsOf(work: Work, place: number): PeriodWindow | undefined {
  const { renewal, window } = work.program.policy;
  const validity = validityOf(work, place);
  if (validity.kind === 'whileQualified' || validity.kind === 'attribute') return undefined;
  const measured = renewal.window ?? window;
  if (measured.kind === 'calendar' || measured.kind === 'membershipYear') return measured;
  if (validity.kind !== 'endOfPeriod') return undefined;
  const { period } = validity;
  return period === 'membershipYear' ? { kind: period } : { kind: 'calendar', ...period };
}

/** From when the validity counts that a period gives: durations from the last activity in it that counts. */
function qualifiedAt(work: Work, place: number, from: number, ends: number): number | undefined {
  if (validityOf(work, place).kind !== 'duration') return ends - 1;
  const { rows } = work;
  for (let row = firstAt(rows, ends) - 1; row >= 0 && (rows.at[row] as number) >= from; row -= 1)
    if (countsForSomething(work, row)) return rows.at[row];
  return undefined;
}

/**
 * The start of the earliest period that may have given what still runs at an instant, to a tier up to a place; the
 * instant itself where none may.
 */
export function earliestRunning(work: Work, highest: number, at: number): number {
  const { startOf } = work.program.clock;
  const today = dayOf(work, at);
  let earliest = at;
  for (let place = highest; place > 0; place -= 1) {
    const periods = periodsOf(work, place);
    for (let ago = 1; periods !== undefined; ago += 1) {
      const { from, until } = periodDays(work, periods, today, ago);
      const ends = startOf(until);
      if (ends <= work.track.aboveBaseSince) break;
      if (ends > at) continue;
      if (termStillRunning(work, place, ends - 1, at) === undefined) break;
      earliest = Math.min(earliest, startOf(from));
    }
  }
  return earliest;
}
