/** The log of a case as its clocks read it: what has happened by an instant, each event once. */
import { isInstant } from '../../foundation/instant.js';
import { iterableProblem } from '../../foundation/iterable.js';
import { wrong } from '../../foundation/make-problem.js';
import type { Problem } from '../../foundation/problem.js';
import { left, type Result, unless } from '../../foundation/result.js';
import type { CaseEvent } from '../workflow/case.js';
import { otherContent } from '../workflow/event-problems.js';
import type { Told } from '../workflow/read-test.js';
import { sameJson } from '../workflow/same-json.js';

/**
 * An event with what a test can look at: `record` is what the events up to this one have carried and when (`at`, unless
 * they carry a field of that name), the latest of each type.
 */
export interface StoryEvent {
  readonly event: CaseEvent;
  readonly told: Told;
  /** Of the clocks that are asked about, those begun by then. */
  readonly begun?: ReadonlyMap<string, BegunClock>;
  /** No event at all: the clock of this name ran out (see `run-outs.ts`). */
  readonly ranOut?: string;
}

/** Where a clock stands at an event, or why nobody knows. */
export interface BegunClock {
  /** Before which instant something is in time. */
  readonly inTimeBefore: Result<number>;
  /** Whether it was met in time, by this event at the latest. */
  readonly isMet: Result<boolean>;
}

export interface Story {
  readonly caseId: string;
  /** In order, without repeats, none after the instant that was asked about. */
  readonly events: readonly StoryEvent[];
}

/**
 * The story up to and including an instant; or every event that is no event, belongs to another case, comes before an earlier
 * one or says something else under an id that was there.
 */
export function readStory(log: readonly CaseEvent[], asOf: number): Result<Story> {
  const walkable = iterableProblem(log, ['log'], { en: 'log of events', zh: '事件日志' });
  if (walkable !== undefined) return left(walkable);
  const [first] = log;
  if (first === undefined) {
    const type = { en: 'log that begins with the opening of the case', zh: '以个案开立事件开头的日志' };
    return left(wrong('missing', ['log'], type, log));
  }
  const problems = log.flatMap((event, i) => problemsOf(event, i));
  return problems.length > 0 ? unless(problems, () => toldIn([], '')) : inOrder(log, asOf, first);
}

function inOrder(log: readonly CaseEvent[], asOf: number, { caseId }: CaseEvent): Result<Story> {
  const seen = new Map<string, CaseEvent>();
  const problems: Problem[] = [];
  const events: CaseEvent[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  log.forEach((event, i) => {
    if (event.caseId !== caseId) problems.push(otherCase(event, i, caseId));
    const known = seen.get(event.id);
    if (known !== undefined) {
      if (!sameJson(known, event)) problems.push(under(otherContent(event), i));
      return;
    }
    seen.set(event.id, event);
    if (event.at < latest) problems.push(outOfOrder(event, i, latest));
    latest = Math.max(latest, event.at);
    if (event.at <= asOf) events.push(event);
  });
  return unless(problems, () => toldIn(events, caseId));
}

function toldIn(events: readonly CaseEvent[], caseId: string): Story {
  let record: Readonly<Record<string, unknown>> = {};
  return {
    caseId,
    events: events.map((event) => {
      record = { ...record, [event.type]: { at: event.at, ...event.data } };
      return { event, told: { caseId, record, data: event.data, by: event.by } };
    }),
  };
}

function problemsOf(event: CaseEvent, i: number): readonly Problem[] {
  if (typeof event !== 'object' || event === null)
    return [wrong('wrongType', ['log', i], { en: 'event', zh: '事件' }, event)];
  const { at, data } = event;
  const texts = (['id', 'type', 'to', 'caseId'] as const).flatMap((key) =>
    typeof event[key] === 'string' ? [] : [wrong('wrongType', ['log', i, key], TEXT, event[key])],
  );
  const times =
    typeof at === 'number' && isInstant(at) ? [] : [wrong('notAnInstant', ['log', i, 'at'], INSTANT, at)];
  const dataIs =
    typeof data === 'object' && data !== null ? [] : [wrong('wrongType', ['log', i, 'data'], OBJECT, data)];
  return [...texts, ...times, ...dataIs];
}

const TEXT = { en: 'text', zh: '文本' };
const OBJECT = { en: 'object', zh: '对象' };
const INSTANT = { en: 'instant in epoch milliseconds', zh: '毫秒时间戳' };

function under(found: Problem, i: number): Problem {
  return { ...found, path: ['log', i, ...found.path] };
}

function otherCase(event: CaseEvent, i: number, caseId: string): Problem {
  const as = { en: 'the case of the first event', zh: '首个事件所属的个案' };
  return {
    code: 'otherCase',
    path: ['log', i, 'caseId'],
    expected: { kind: 'sameAs', as, value: caseId },
    found: event.caseId,
  };
}

function outOfOrder(event: CaseEvent, i: number, latest: number): Problem {
  const instant = new Date(latest).toISOString();
  const type = {
    en: `time not before ${instant}, that of an earlier event`,
    zh: `不早于前一事件（${instant}）的时间`,
  };
  return wrong('outOfOrder', ['log', i, 'at'], type, new Date(event.at));
}
