/** Clocks that start where others run out: a running out takes its place among the events of the log. */
import { right } from '../../foundation/result.js';
import type { CaseClock } from './case-clock.js';
import type { Round } from './rounds.js';
import type { BegunClock, StoryEvent } from './story.js';

/** A clock that was worked out, in one of its rounds. */
interface Worked {
  readonly clock: CaseClock;
  readonly round: Round;
}

/**
 * The events with the running out of these clocks among them: before what happens at that instant, as a limit is
 * half-open, and after the event that started the clock.
 */
export function withRunOuts(events: readonly StoryEvent[], clocks: readonly Worked[]): readonly StoryEvent[] {
  const places = clocks.flatMap(({ clock, round }) => {
    const at = runOutOf(clock);
    if (at === undefined) return [];
    const next = events.findIndex(({ event }, i) => i > round.index && event.at >= at);
    return [{ clock, at, before: next === -1 ? events.length : next }];
  });
  const all: StoryEvent[] = [];
  for (let i = 0; i <= events.length; i += 1) {
    const here = places.filter(({ before }) => before === i).toSorted((a, b) => a.at - b.at);
    const latest = events[i - 1];
    if (latest !== undefined) all.push(...here.map(({ clock, at }) => runOut(latest, clock, at)));
    const one = events[i];
    if (one !== undefined) all.push(one);
  }
  return all;
}

/** The events with where these clocks stood at each: what lies within their limits, and which were met. */
export function withLimits(events: readonly StoryEvent[], clocks: readonly Worked[]): readonly StoryEvent[] {
  return events.map((one, i) => {
    const begun = clocks.filter(({ round: { index, end } }) => {
      const isOver = end?.kind === 'cancelled' && end.index < i;
      return index <= i && !isOver;
    });
    return { ...one, begun: new Map(begun.map((worked) => [worked.clock.clock, begunClock(worked, i)])) };
  });
}

/** Met in time, it is in time for good; paused, it has no end yet. */
function begunClock({ clock: { status, dueAt }, round: { end } }: Worked, index: number): BegunClock {
  const metAt = end?.kind === 'met' ? end.index : Number.POSITIVE_INFINITY;
  if (status.kind === 'undated') {
    const unknown = { _tag: 'Left', left: status.problems } as const;
    return { inTimeBefore: unknown, isMet: metAt <= index ? unknown : right(false) };
  }
  const inTime = status.kind === 'met';
  const isOpen = dueAt === undefined || (inTime && metAt < index);
  return {
    inTimeBefore: right(isOpen ? Number.POSITIVE_INFINITY : dueAt),
    isMet: right(inTime && metAt <= index),
  };
}

function runOutOf({ status }: CaseClock): number | undefined {
  return status.kind === 'breached' || status.kind === 'lapsed' ? status.at : undefined;
}

/** Nothing but the time has changed since the latest event. */
function runOut({ event, told }: StoryEvent, { pack, clock, round }: CaseClock, at: number): StoryEvent {
  const id = `${pack}/${clock}/${round}`;
  const here = { ...event, id, type: clock, at, data: {}, from: event.to };
  return { event: here, told: { ...told, data: {} }, ranOut: clock };
}

/** The round with its places counted in events alone: a running out has the place of the event before it. */
export function placedInLog(round: Round, events: readonly StoryEvent[]): Round {
  const placeOf = (index: number): number =>
    events.slice(0, index + 1).filter(({ ranOut }) => ranOut === undefined).length - 1;
  const { end } = round;
  return {
    ...round,
    index: placeOf(round.index),
    ...(end === undefined ? {} : { end: { ...end, index: placeOf(end.index) } }),
  };
}
