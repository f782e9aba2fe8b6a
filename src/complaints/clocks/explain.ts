/** How the limit of a clock was counted: asked of the calendar that counted it. */
import type { DeadlineExplanation } from '../../calendar/index.js';
import type { ZoneClock } from '../../foundation/civil.js';
import { problem, wrong } from '../../foundation/make-problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Statement } from '../../foundation/statement.js';
import type { CaseEvent } from '../workflow/case.js';
import type { CaseClock } from './case-clock.js';
import { startStatement } from './clock-words.js';
import { comparedStatements, type ExplainedPart } from './compared.js';
import { type Compared, type Count, comparedBy, explainedBy, rulingOf } from './limit.js';
import type { ComparedLimit } from './model.js';
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
  /**
   * Left out where a field of an event names the limit, and where there is none: see the clock's status. Of several
   * limits that were compared, that of the one that decides.
   */
  readonly deadline?: DeadlineExplanation;
  /** Where the limit is the latest or earliest of several: those of which the case has told what they count from. */
  readonly compared?: readonly ExplainedPart[];
  /** Each step of the count in words, of all limits that were compared; empty where there is no `deadline`. */
  readonly derivation: readonly Statement[];
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
  if (!isRecord(name)) return left(wrong('wrongType', ['clock'], CLOCK, name));
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

const CLOCK = { en: 'name of a clock with its pack', zh: '时钟及其规则包的名称' };

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
  const zone = ready.wall.clock;
  const why = count._tag === 'Left' ? UNCOUNTED : derivationOf(count.right, zone);
  // Limits that are compared each say what they count from.
  const start = why.compared === undefined ? [withNames(workflow, startStatement(clock, zone))] : [];
  return { clock, ...why, statements: [...clock.statements, ...start, ...why.derivation] };
}

type Derivation = Omit<ClockExplanation, 'clock' | 'statements'>;

const UNCOUNTED: Derivation = { derivation: [] };

function derivationOf(count: Count, zone: ZoneClock): Derivation {
  const { limit } = count.clock.rule;
  if ('whichever' in limit) {
    const compared = comparedBy(limit, count);
    return compared._tag === 'Left' ? UNCOUNTED : ofCompared(limit, compared.right, zone);
  }
  const ruling = rulingOf(count);
  const deadline = ruling === undefined ? undefined : explainedBy(ruling.rule, ruling.count);
  if (deadline === undefined || deadline._tag === 'Left') return UNCOUNTED;
  return { deadline: deadline.right, derivation: deadline.right.statements };
}

function ofCompared(limit: ComparedLimit, { parts, decisive }: Compared, zone: ZoneClock): Derivation {
  const each = limit.of.map((part): ExplainedPart | undefined => {
    const counted = parts.find((one) => one.part === part);
    const deadline = counted === undefined ? undefined : explainedBy(part.rule, counted.count);
    if (counted === undefined || deadline === undefined || deadline._tag === 'Left') return undefined;
    const { anchor } = counted.count;
    return { name: part.name, anchor, deadline: deadline.right, decides: counted === decisive };
  });
  const compared = each.flatMap((one) => one ?? []);
  const decides = compared.find((one) => one.decides);
  return {
    ...(decides === undefined ? {} : { deadline: decides.deadline }),
    compared,
    derivation: comparedStatements(limit, each, zone),
  };
}
