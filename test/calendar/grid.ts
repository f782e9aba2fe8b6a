/**
 * Working time once more, the slow way: every five minutes of some days are looked at on the zone's clock as
 * `Intl.DateTimeFormat` shows it, and counted one by one.
 */
import type { ClosingBoundary, OpenHours, Pause, WorkingCalendar } from 'clientele/calendar';

const STEP = 5;
const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The wall clock at every fifth minute, in minutes since 1970-01-01T00:00 on the clock. */
interface Walls {
  readonly first: number;
  readonly walls: readonly number[];
  /** The first and the last cell that shows a time. */
  readonly shown: ReadonlyMap<number, readonly [first: number, last: number]>;
}

const remembered = new Map<string, Walls>();

function wallsOf(zone: string, from: string, days: number): Walls {
  const key = `${zone} ${from} ${days}`;
  const found = remembered.get(key);
  if (found !== undefined) return found;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const first = Date.parse(from) - 5 * DAY_MINUTES * MINUTE;
  const walls = Array.from({ length: ((days + 10) * DAY_MINUTES) / STEP }, (_, i) => {
    const parts = Object.fromEntries(
      format.formatToParts(first + i * STEP * MINUTE).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
  });
  const shown = new Map<number, readonly [number, number]>();
  for (const [i, wall] of walls.entries()) shown.set(wall, [shown.get(wall)?.[0] ?? i, i]);
  const made = { first, walls, shown };
  remembered.set(key, made);
  return made;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export class Grid {
  readonly first: number;
  readonly open: boolean[];
  readonly #walls: readonly number[];
  readonly #shown: Walls['shown'];
  readonly #calendar: WorkingCalendar;

  constructor(calendar: WorkingCalendar, from: string, days: number) {
    const { first, walls, shown } = wallsOf(calendar.zone, from, days);
    this.first = first;
    this.#walls = walls;
    this.#shown = shown;
    this.#calendar = calendar;
    this.open = walls.map(() => false);
    const start = Math.floor((walls[0] ?? 0) / DAY_MINUTES) + 1;
    const end = Math.floor((walls.at(-1) ?? 0) / DAY_MINUTES) - 1;
    for (let day = start; day < end; day += 1)
      for (const one of this.#hoursOf(day)) this.#mark(day, one, true);
    for (let day = start; day < end; day += 1)
      for (const one of this.#breaksOf(day)) this.#mark(day, one, false);
  }

  /** The first cell that counts at or after an instant. */
  resumed(from: number, pauses: readonly Pause[]): number {
    let at = from;
    while (!this.counts(at, pauses)) at += STEP * MINUTE;
    return at;
  }

  add(from: number, minutes: number, boundary: ClosingBoundary, pauses: readonly Pause[] = []): number {
    let at = from;
    let left = minutes;
    while (left > 0) {
      if (this.counts(at, pauses)) left -= STEP;
      at += STEP * MINUTE;
    }
    return minutes === 0 || boundary === 'nextOpening' ? this.resumed(at, pauses) : at;
  }

  subtract(until: number, minutes: number, pauses: readonly Pause[] = []): number {
    let at = until;
    let left = minutes;
    while (left > 0) {
      at -= STEP * MINUTE;
      if (this.counts(at, pauses)) left -= STEP;
    }
    return at;
  }

  between(from: number, until: number, pauses: readonly Pause[] = []): number {
    let counted = 0;
    for (let at = from; at < until; at += STEP * MINUTE) if (this.counts(at, pauses)) counted += STEP;
    return counted;
  }

  counts(at: number, pauses: readonly Pause[]): boolean {
    const open = this.open[(at - this.first) / MINUTE / STEP];
    if (open === undefined) throw new RangeError('beyond the grid');
    return open && !pauses.some(({ from, until = Number.POSITIVE_INFINITY }) => from <= at && at < until);
  }

  #mark(day: number, [from, until]: OpenHours, open: boolean): void {
    const start = minutesOf(from);
    const end = minutesOf(until);
    const first = this.#cellOf(day * DAY_MINUTES + start);
    const last = this.#cellOf(day * DAY_MINUTES + (end > start ? end : end + DAY_MINUTES));
    for (let i = first; i < last; i += 1) this.open[i] = open;
  }

  /** The cell that shows a time, by the calendar's conventions where none or two do. */
  #cellOf(wall: number): number {
    const { gap, fold } = this.#calendar.conventions;
    const shown = this.#shown.get(wall);
    if (shown !== undefined) return fold === 'earlier' ? shown[0] : shown[1];
    const after = this.#walls.findIndex((one) => one > wall);
    const before = this.#walls[after - 1] ?? 0;
    return gap === 'clamp' ? after : after + (wall - before - STEP) / STEP;
  }

  #exceptionsOf(day: number): WorkingCalendar['exceptions'] {
    const date = new Date(day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);
    return this.#calendar.exceptions.filter((one) => one.date <= date && date <= (one.last ?? one.date));
  }

  #hoursOf(day: number): readonly OpenHours[] {
    const ofWeekday = (weekday: string): readonly OpenHours[] =>
      this.#calendar.week.flatMap(({ days, hours }) => (days.some((one) => one === weekday) ? hours : []));
    for (const one of this.#exceptionsOf(day)) {
      if (one.kind === 'closed') return [];
      if (one.kind === 'workingDay') return ofWeekday(one.as);
      if (one.kind === 'hours') return one.hours;
    }
    return ofWeekday(WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sun');
  }

  #breaksOf(day: number): readonly OpenHours[] {
    return this.#exceptionsOf(day).flatMap((one) => (one.kind === 'break' ? one.hours : []));
  }
}
