/** How the limit of a clock was counted: asked of the calendar that counted it. */
import type { DeadlineExplanation } from '../../calendar/index.js';
import { problem } from '../../foundation/make-problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseEvent } from '../workflow/case.js';
import type { CaseClock } from './case-clock.js';
import { startStatement } from './clock-words.js';
import { explanationOf } from './limit.js';
import { withNames } from './named.js';
import { type ClockOptions, type WorkedClock, workOut } from './project.js';
import { countOf } from './stand.js';
import { readStory } from './story.js';

/** Which clock of a case. */
export interface ClockName {
  readonly pack: string;
  readonly clock: string;
  /** Default: its last. */
  readonly round?: number;
}

/** A clock and the way to its limit. */
export interface ClockExplanation {
  readonly clock: CaseClock;
  /** Left out where a field of an event names the limit, and where there is none: see the clock's status. */
  readonly deadline?: DeadlineExplanation;
  /** The clock, what started it, and each step of the count; `describe` writes them a line each. */
  readonly statements: readonly Statement[];
}

/**
 * One clock of {@link projectClocks} with the derivation of its limit: the same count, by the same calendar, told step by
 * step. A clock that the case does not have is a problem that lists those it has.
 *
 * @example
 * ```ts
 * import { compileCalendar, englandAndWalesBusinessCalendar } from 'clientele/calendar';
 * import { describe, explainClock, fcaDisp, orThrow } from 'clientele/complaints';
 *
 * const opening = {
 *   type: 'RECEIVE', id: 'e1', at: Date.UTC(2026, 3, 2, 9), by: { id: 'ann', role: 'agent' },
 *   data: { receivedAt: Date.UTC(2026, 3, 2, 9) },
 *   caseId: 'c1', revision: 1, workflow: 'complaints@1', transition: 'opening', from: null, to: 'received',
 * };
 * const calendars = { uk: compileCalendar(englandAndWalesBusinessCalendar()) };
 *
 * const why = orThrow(
 *   explainClock([opening], { pack: 'uk-fca-disp', clock: 'summary' }, { packs: [fcaDisp], calendars, asOf: '2026-04-05' }),
 * );
 * describe(why, 'en').split('\n').slice(0, 4);
 * // => ['Summary resolution: open until 17:00 on 9 April 2026. Rule: DISP 1.5.1R.', 'It counts from 10:00 on 2 April 2026 (RECEIVE).', 'From Thursday 2 April 2026, which is not counted.', 'Friday 3 April 2026: Good Friday, not counted.']
 * ```
 */
export function explainClock(
  log: readonly CaseEvent[],
  name: ClockName,
  options: ClockOptions,
): Result<ClockExplanation> {
  const worked = workOut(log, options);
  if (worked._tag === 'Left') return worked;
  const found = worked.right.clocks.findLast(
    ({ clock: { pack, clock, round } }) =>
      pack === name.pack && clock === name.clock && (name.round ?? round) === round,
  );
  if (found === undefined) {
    const values = [...new Set(worked.right.clocks.map(({ clock }) => keyOf(clock)))];
    return left(problem('unknownClock', ['clock'], { kind: 'oneOf', values }, keyOf(name)));
  }
  return right(explanation(found, log, options, worked.right.asOf));
}

function keyOf({ pack, clock, round }: ClockName): string {
  return `${pack}/${clock}${round === undefined ? '' : `/${round}`}`;
}

function explanation(
  { clock, ready, round }: WorkedClock,
  log: readonly CaseEvent[],
  { calendars, workflow }: ClockOptions,
  asOf: number,
): ClockExplanation {
  const story = readStory(log, asOf);
  const events = story._tag === 'Right' ? story.right.events : [];
  const count = countOf(ready, round, events, calendars);
  const deadline = count._tag === 'Left' ? undefined : explanationOf(count.right);
  const start = withNames(workflow, startStatement(clock, ready.wall.clock));
  const own = [...clock.statements, start];
  if (deadline === undefined || deadline._tag === 'Left') return { clock, statements: own };
  return { clock, deadline: deadline.right, statements: [...own, ...deadline.right.statements] };
}
