/** The clocks of a case, worked out from its log. */
import type { CompiledCalendar } from '../../calendar/index.js';
import { isoDay, type ZoneClock } from '../../foundation/civil.js';
import { type AsOf, clockOf, instantOf } from '../../foundation/instant.js';
import { wrong } from '../../foundation/make-problem.js';
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { isRecord } from '../../foundation/record.js';
import { left, type Result, right } from '../../foundation/result.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { CaseEvent } from '../workflow/case.js';
import type { Workflow } from '../workflow/model.js';
import type { CaseClock, CaseClocks, NotInForce } from './case-clock.js';
import { checkVersions } from './check-versions.js';
import { clockStatements } from './clock-words.js';
import { withHolds } from './holds.js';
import type { Calendars } from './limit.js';
import { countedBy, limitOf } from './limit.js';
import type { RulePack } from './model.js';
import { readTime } from './moment.js';
import { clockWithNames } from './named.js';
import { type ReadyClock, type ReadyPack, readyPack } from './ready.js';
import { type Round, roundsOf } from './rounds.js';
import { placedInLog, withLimits, withRunOuts } from './run-outs.js';
import { countOf, type Standing, standingOf } from './stand.js';
import { readStory, type Story } from './story.js';
import { toldApart } from './told-apart.js';

/** What the clocks of a case are worked out with. */
export interface ClockOptions {
  /** Rule packs, in any order and number of versions. */
  readonly packs: readonly RulePack[];
  /** The calendars that the packs name (`uk`, `cn`, `default`), compiled. */
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
  /** Events after it are as yet unknown. */
  readonly asOf: AsOf;
  /** Where the day of an `asOf` written as `yyyy-MM-dd` ends; default `'UTC'`. */
  readonly zone?: string;
  /** Whose names of commands sentences use for events; left out: the names that the log has. */
  readonly workflow?: Pick<Workflow, 'commands'>;
}

/** A clock with everything it was worked out from. */
export interface WorkedClock {
  readonly clock: CaseClock;
  readonly ready: ReadyClock;
  readonly round: Round;
  readonly standing: Standing;
}

/**
 * Every clock of a case as of an instant: when it started, by which rule, until when, where it stands.
 *
 * The log alone decides, as far as it goes by `asOf`: the same events and packs give the same answer at any time and
 * in any order of packs. A limit that has passed is breached at the limit, however late a timer or anybody said so. What
 * keeps one clock from being dated (an unknown year, a calendar that was not handed over, a missing field) is that
 * clock's `undated` status; the others still answer. Of several versions of a pack the one applies that is effective on
 * the day the case was received (or the clock started, see `chosenBy`).
 *
 * Refused as a whole: a log whose events are out of order or of several cases (an event that comes twice counts once; other content under its id is refused, as by `replay`),
 * two versions of a pack that are effective at once, an `asOf` that is no instant, what is no options at all.
 *
 * @example
 * ```ts
 * import { defineRulePack, describe, orThrow, projectClocks } from 'clientele/complaints';
 *
 * const promise = defineRulePack({
 *   name: 'our promise',
 *   title: { en: 'Our promise', zh: '服务承诺' },
 *   zone: 'Europe/London',
 *   clocks: [
 *     {
 *       clock: 'answer',
 *       name: { en: 'Answer', zh: '答复' },
 *       kind: 'duty',
 *       class: 'contractual',
 *       starts: [{ event: 'RECEIVE' }],
 *       meets: [{ event: 'SEND_DECISION' }],
 *       limit: { budget: { kind: 'calendarDays', days: 10 } },
 *     },
 *   ],
 * });
 * const opening = {
 *   type: 'RECEIVE', id: 'e1', at: Date.UTC(2026, 3, 2, 9), by: { id: 'ann', role: 'agent' }, data: {},
 *   caseId: 'c1', revision: 1, workflow: 'complaints@1', transition: 'opening', from: null, to: 'received',
 * };
 *
 * const { clocks } = orThrow(projectClocks([opening], { packs: [promise], calendars: {}, asOf: '2026-04-05' }));
 * clocks.map(({ clock, status }) => [clock, status.kind]); // => [['answer', 'running']]
 * clocks.map((one) => describe(one, 'en')); // => ['Answer: due by the end of 12 April 2026. Rule: our promise 1.']
 * ```
 */
export function projectClocks(log: readonly CaseEvent[], options: ClockOptions): Result<CaseClocks> {
  const worked = workOut(log, options);
  if (worked._tag === 'Left') return worked;
  const { clocks, ...rest } = worked.right;
  return right({ ...rest, clocks: clocks.map(({ clock }) => clock) });
}

export interface WorkedClocks extends Omit<CaseClocks, 'clocks'> {
  readonly clocks: readonly WorkedClock[];
}

/** {@link projectClocks} with what each clock was worked out from. */
export function workOut(log: readonly CaseEvent[], options: ClockOptions): Result<WorkedClocks> {
  if (!isRecord(options)) return left(wrong('wrongType', ['options'], OPTIONS, options));
  const { packs, calendars, asOf, zone = 'UTC', workflow } = options;
  if (!Array.isArray(packs)) return left(wrong('wrongType', ['packs'], PACKS, packs));
  if (!isRecord(calendars)) return left(wrong('wrongType', ['calendars'], CALENDARS, calendars));
  const day = dayIn(zone);
  if (day._tag === 'Left') return day;
  const instant = instantOf(asOf, day.right);
  if (instant._tag === 'Left') return instant;
  const [twice, ...more] = checkVersions(packs);
  if (twice !== undefined) return left(twice, ...more);
  const story = readStory(log, instant.right);
  if (story._tag === 'Left') return story;
  const worked = byPack({ story: story.right, packs, calendars, asOf: instant.right });
  if (workflow === undefined) return right(worked);
  const clocks = worked.clocks.map((one) => ({ ...one, clock: clockWithNames(workflow, one.clock) }));
  return right({ ...worked, clocks });
}

const OPTIONS: Bilingual = { en: 'object with options', zh: '选项对象' };
export const PACKS: Bilingual = { en: 'list of rule packs', zh: '规则包列表' };
export const CALENDARS: Bilingual = { en: 'object with calendars by their names', zh: '按名称列出的日历' };

/** Clocks of the zones that were asked about: to ask whether a zone exists costs as much as a case. */
const DAYS = new Map<string, Result<ZoneClock>>();

function dayIn(zone: string): Result<ZoneClock> {
  const known = DAYS.get(zone);
  if (known !== undefined) return known;
  const found = clockOf(zone);
  if (found._tag === 'Right') DAYS.set(zone, found);
  return found;
}

interface Case {
  readonly story: Story;
  readonly packs: readonly RulePack[];
  readonly calendars: Calendars;
  readonly asOf: number;
}

function byPack({ story, packs, calendars, asOf }: Case): WorkedClocks {
  const clocks: WorkedClock[] = [];
  const notInForce: NotInForce[] = [];
  const problems: Problem[] = [];
  const names = [...new Set(packs.map(({ name }) => name))].toSorted(compareText);
  for (const name of names) {
    const versions = packs.filter((pack) => pack.name === name).toSorted(byVersion);
    const unused = new Set<string>();
    let used = false;
    for (const version of versions) {
      const ready = readyPack(version);
      if (ready._tag === 'Left') {
        problems.push(...ready.left);
        continue;
      }
      const found = ofPack(ready.right, story, calendars, asOf);
      if (found._tag === 'Left') problems.push(...found.left);
      else {
        clocks.push(...found.right.clocks);
        used ||= found.right.inForce;
        for (const one of found.right.otherDays) unused.add(one);
      }
    }
    for (const day of unused)
      if (!used && !versions.some((one) => inForce(one, day)))
        notInForce.push(noVersion(name, day, versions));
  }
  const state = story.events.at(-1)?.event.to ?? null;
  const inOrder = withHolds(clocks.toSorted(byKey), story.events, calendars);
  return { caseId: story.caseId, state, asOf, clocks: toldApart(inOrder), notInForce, problems };
}

function byVersion(a: RulePack, b: RulePack): number {
  return compareText(a.effective.from ?? '', b.effective.from ?? '') || compareText(a.version, b.version);
}

function byKey({ clock: a }: WorkedClock, { clock: b }: WorkedClock): number {
  return compareText(a.pack, b.pack) || compareText(a.clock, b.clock) || a.round - b.round;
}

function noVersion(pack: string, day: string, versions: readonly RulePack[]): NotInForce {
  return { pack, day, versions: versions.map(({ version, effective }) => ({ version, ...effective })) };
}

/** Days in their form sort as text. */
function inForce({ effective: { from, until } }: RulePack, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

interface OfPack {
  readonly clocks: readonly WorkedClock[];
  readonly inForce: boolean;
  /** Days on which another version would have to apply. */
  readonly otherDays: readonly string[];
}

function ofPack(
  { pack, clock, clocks }: ReadyPack,
  story: Story,
  calendars: Calendars,
  asOf: number,
): Result<OfPack> {
  const [opening] = story.events;
  if (opening === undefined) return right({ clocks: [], inForce: true, otherDays: [] });
  if (pack.chosenBy === 'opening') {
    const received = receivedDay(pack, story, clock);
    if (received._tag === 'Left') return received;
    if (!inForce(pack, received.right))
      return right({ clocks: [], inForce: false, otherDays: [received.right] });
  }
  const all = inTurn(clocks, (one, followed) => ofClock(one, story, { calendars, asOf, followed }));
  if (pack.chosenBy === 'opening') return right({ clocks: all, inForce: true, otherDays: [] });
  const dayOf = ({ clock: { anchor } }: WorkedClock): string => isoDay(clock.dayOf(anchor));
  return right({
    clocks: all.filter((one) => inForce(pack, dayOf(one))),
    inForce: false,
    otherDays: all.map(dayOf).filter((day) => !inForce(pack, day)),
  });
}

function receivedDay({ receivedAt }: RulePack, { events }: Story, clock: ZoneClock): Result<string> {
  const [opening] = events;
  const data = opening?.told.data ?? {};
  const event = opening?.event;
  const value = receivedAt === undefined ? event?.at : data[receivedAt];
  const at = readTime(value, [event?.type ?? '', receivedAt ?? 'at'], clock);
  return at._tag === 'Left' ? at : right(isoDay(clock.dayOf(at.right)));
}

/** Each clock after those whose running out starts it; one that waits for itself finds nothing. */
function inTurn(
  clocks: readonly ReadyClock[],
  workOne: (one: ReadyClock, followed: readonly WorkedClock[]) => readonly WorkedClock[],
): readonly WorkedClock[] {
  const known = new Map<ReadyClock, readonly WorkedClock[]>();
  const worked = (one: ReadyClock): readonly WorkedClock[] => {
    const before = known.get(one);
    if (before !== undefined) return before;
    known.set(one, []);
    const followed = clocks.filter(({ rule }) => one.follows.includes(rule.clock)).flatMap(worked);
    const found = workOne(one, followed);
    known.set(one, found);
    return found;
  };
  return clocks.flatMap(worked);
}

interface Around {
  readonly calendars: Calendars;
  readonly asOf: number;
  readonly followed: readonly WorkedClock[];
}

function ofClock(
  ready: ReadyClock,
  { events }: Story,
  { calendars, asOf, followed }: Around,
): readonly WorkedClock[] {
  const latest = events.at(-1);
  if (latest === undefined) return [];
  const seen = followed.length === 0 ? events : withRunOuts(withLimits(events, followed), followed);
  const rounds = roundsOf(ready, seen, {
    hasLapsed(round, index, at) {
      const count = countOf(ready, round, seen.slice(0, index + 1), calendars);
      const limit = count._tag === 'Left' ? count : limitOf(count.right);
      return limit._tag === 'Right' && limit.right.dueAt <= at;
    },
    isInTime({ start }, within, anchor, at) {
      const limit = countedBy(within, { clock: ready, start, anchor, pauses: [], calendars });
      return limit._tag === 'Left' ? limit : right(at < limit.right.dueAt);
    },
  }).map((round) => (followed.length === 0 ? round : placedInLog(round, seen)));
  return rounds
    .filter(({ start }) => ready.applies({ ...latest.told, data: start.told.data, by: start.told.by }))
    .map((round, i) => {
      const standing = standingOf(ready, round, events, calendars, asOf);
      return { ready, round, standing, clock: caseClock(ready, round, i + 1, standing) };
    });
}

function caseClock(
  { rule, pack, wall }: ReadyClock,
  { startedBy }: Round,
  round: number,
  standing: Standing,
): CaseClock {
  const { status, limit, atRiskAt, pauses, timer } = standing;
  const citation = rule.citation ?? pack.citation;
  const clock: Omit<CaseClock, 'statements'> = {
    pack: pack.name,
    version: pack.version,
    clock: rule.clock,
    round,
    name: rule.name,
    kind: rule.kind,
    class: rule.class,
    ...(citation === undefined ? {} : { citation }),
    ...(rule.consequence === undefined ? {} : { consequence: rule.consequence }),
    startedBy,
    anchor: startedBy.at,
    status,
    ...(limit._tag === 'Right' ? { dueAt: limit.right.dueAt } : {}),
    atRiskAt,
    pauses,
    ...(timer === undefined ? {} : { timer }),
  };
  return { ...clock, statements: clockStatements(clock, wall.clock) };
}
