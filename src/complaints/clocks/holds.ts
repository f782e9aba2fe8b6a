/** Timers that wait for clocks which they would end: a case is not archived while a right is open. */
import type { CaseClock, ClockTimer } from './case-clock.js';
import type { Calendars } from './limit.js';
import type { ReadyClock } from './ready.js';
import type { Round } from './rounds.js';
import { countOf, dueTimer } from './stand.js';
import type { StoryEvent } from './story.js';

interface Worked {
  readonly clock: CaseClock;
  readonly ready: ReadyClock;
  readonly round: Round;
}

/** The clocks of all packs, each timer due when the last clock that holds it has run out. */
export function withHolds<One extends Worked>(
  all: readonly One[],
  events: readonly StoryEvent[],
  calendars: Calendars,
): readonly One[] {
  const holders = all.filter(({ ready }) => ready.rule.holds !== undefined);
  if (holders.length === 0) return all;
  return all.map((one) => {
    const { timer } = one.clock;
    if (timer?.kind !== 'due') return one;
    const last = lastOf(holders.filter((holder) => holder !== one && holds(holder, timer)));
    if (last === undefined) return one;
    return { ...one, clock: { ...one.clock, timer: heldTimer(one, timer.command, last, events, calendars) } };
  });
}

function holds({ clock, ready }: Worked, timer: Extract<ClockTimer, { readonly kind: 'due' }>): boolean {
  return ready.rule.holds?.includes(timer.command) === true && endOf(clock) > timer.dueAt;
}

/** When a clock lets its timers go; a limit that is not known yet holds on. One that was met or cancelled holds nothing. */
function endOf({ status, dueAt = Number.POSITIVE_INFINITY }: CaseClock): number {
  const isOver =
    status.kind === 'met' ||
    status.kind === 'cancelled' ||
    (status.kind === 'undated' && status.endedAt !== undefined);
  return isOver ? Number.NEGATIVE_INFINITY : dueAt;
}

function lastOf(clocks: readonly Worked[]): CaseClock | undefined {
  return clocks
    .map(({ clock }) => clock)
    .reduce<CaseClock | undefined>(
      (last, one) => (last === undefined || endOf(one) > endOf(last) ? one : last),
      undefined,
    );
}

/** Its further fields count from when it is due after all. */
function heldTimer(
  { ready, round }: Worked,
  command: string,
  holder: CaseClock,
  events: readonly StoryEvent[],
  calendars: Calendars,
): ClockTimer {
  const { pack, clock, round: number, dueAt } = holder;
  const heldBy = { pack, clock, round: number };
  const count = countOf(ready, round, events, calendars);
  if (dueAt === undefined || count._tag === 'Left') return { command, heldBy, kind: 'waiting' };
  return { ...dueTimer(command, dueAt, count.right), heldBy };
}
