/** The moments of a clock, made ready to be looked for in the log. */
import { parseIsoDay, type ZoneClock } from '../../foundation/civil.js';
import { isInstant } from '../../foundation/instant.js';
import type { Path } from '../../foundation/make-problem.js';
import { wrong } from '../../foundation/make-problem.js';
import { left, type Result, right } from '../../foundation/result.js';
import { operandReader, testReader } from '../workflow/read-test.js';
import type { ClockStep } from './case-clock.js';
import type { ClockMoment, MomentTime, RunOutMoment } from './model.js';
import type { StoryEvent } from './story.js';

/** The moment in an event, if it is there; its time may be a problem. */
export type MomentReader = (told: StoryEvent) => Result<ClockStep> | undefined;

function momentReader(moment: ClockMoment | RunOutMoment, clock: ZoneClock): MomentReader {
  if ('runsOut' in moment)
    return ({ ranOut, event: { id, type, at } }) =>
      ranOut === moment.runsOut ? right({ eventId: id, type, at }) : undefined;
  const isThere = placeReader(moment);
  const holds = moment.when === undefined ? () => true : testReader(moment.when);
  const timeOf = timeReader(moment.at, clock);
  return (one) => {
    if (one.ranOut !== undefined || !isThere(one) || !holds(one.told)) return undefined;
    const time = timeOf(one);
    if (time._tag === 'Left') return time;
    if (moment.within !== undefined) {
      const before = one.begun?.get(moment.within)?.inTimeBefore;
      if (before?._tag === 'Left') return before;
      if (before === undefined || time.right >= before.right) return undefined;
    }
    if (moment.onceMet !== undefined) {
      const met = one.begun?.get(moment.onceMet)?.isMet;
      if (met?._tag === 'Left') return met;
      if (met?.right !== true) return undefined;
    }
    return right({ eventId: one.event.id, type: one.event.type, at: time.right });
  };
}

/** The first of several moments that is in an event. */
export function anyOf(
  moments: readonly (ClockMoment | RunOutMoment)[] | undefined,
  clock: ZoneClock,
): MomentReader {
  const readers = (moments ?? []).map((moment) => momentReader(moment, clock));
  return (one) => {
    for (const read of readers) {
      const found = read(one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function placeReader(moment: ClockMoment): (one: StoryEvent) => boolean {
  if ('event' in moment) {
    const { event: type, in: states } = moment;
    return ({ event }) => event.type === type && (states === undefined || states.includes(event.to));
  }
  if ('enters' in moment) return ({ event: { from, to } }) => to === moment.enters && from !== moment.enters;
  return ({ event: { from, to } }) => from === moment.leaves && to !== moment.leaves;
}

function timeReader(time: MomentTime | undefined, clock: ZoneClock): (one: StoryEvent) => Result<number> {
  if (time === undefined) return ({ event }) => right(event.at);
  const read = operandReader(time);
  const field = 'data' in time ? time.data : time.record;
  return ({ event, told }) => readTime(read(told), [event.type, ...field.split('.')], clock);
}

/** An instant, or the first instant of a civil day. */
export function readTime(value: unknown, path: Path, clock: ZoneClock): Result<number> {
  if (typeof value === 'number' && isInstant(value)) return right(value);
  const day = dayIn(value);
  return day === undefined ? left(wrong(...noTime(value, path))) : right(clock.startOf(day));
}

/** An instant, or the end of a civil day: the first instant after it. */
export function readLimit(value: unknown, path: Path, clock: ZoneClock): Result<number> {
  const day = dayIn(value);
  return day === undefined ? readTime(value, path, clock) : right(clock.startOf(day + 1));
}

function dayIn(value: unknown): number | undefined {
  return typeof value === 'string' ? parseIsoDay(value) : undefined;
}

function noTime(value: unknown, path: Path): Parameters<typeof wrong> {
  const type = {
    en: 'instant in epoch milliseconds or day written as yyyy-MM-dd',
    zh: '毫秒时间戳，或写作 yyyy-MM-dd 的日期',
  };
  return [value === undefined ? 'missing' : 'notAnInstant', path, type, value];
}
