/** What questions are asked with, read once: instants, within the known days where hours decide, minutes, pauses. */
import { type AsOf, instantOf, isInstant, parseIso } from '../foundation/instant.js';
import { problem } from '../foundation/make-problem.js';
import type { Problem } from '../foundation/problem.js';
import { left, type Result, right } from '../foundation/result.js';
import { calendarProblem } from './calendar-problem.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import type { Pause } from './deadline-rule.js';
import type { Lost } from './known-days.js';
import type { ClosingBoundary } from './model.js';
import { type MergedPause, mergePauses, stillPaused } from './pauses.js';
import { unknownDay } from './unknown-day.js';

const MINUTE = 60_000;
const NO_PAUSES: Result<readonly MergedPause[]> = right([]);

/**
 * The instant of an argument, or a problem with its name as the path. A text without an offset is what the clock of the
 * calendar's zone shows.
 */
export function instantIn(calendar: CompiledCalendar, at: AsOf, argument: string): Result<number> {
  const notCompiled = calendarProblem(calendar);
  if (notCompiled !== undefined) return left(notCompiled);
  const { clock } = calendar;
  if (typeof at === 'number' && isInstant(at)) return right(at + 0);
  const written = typeof at === 'string' ? parseIso(at) : undefined;
  if (written?.kind !== 'local') {
    const found = instantOf(at, clock);
    return found._tag === 'Left' ? left({ ...found.left[0], path: [argument] }) : found;
  }
  const local = clock.instantsOf(written.day, written.millisecondOfDay);
  if (local.kind === 'single') return right(local.at);
  const code = local.kind === 'skipped' ? 'skippedTime' : 'repeatedTime';
  return left(problem(code, [argument], { kind: 'singleLocalTime', zone: clock.zone }, at));
}

/** {@link instantIn}, where the calendar knows what is open. */
export function knownInstantIn(calendar: CompiledCalendar, at: AsOf, argument: string): Result<number> {
  const found = instantIn(calendar, at, argument);
  if (found._tag === 'Left') return found;
  const { known } = calendar.timeline;
  if (found.right >= known.from && found.right <= known.until) return found;
  const lost = found.right < known.from ? known.before() : known.after();
  const day = isInstant(found.right) ? dayWithin(calendar, found.right) : undefined;
  return left(
    problemOf(calendar, lost.kind === 'unknownDay' && day !== undefined ? { ...lost, day } : lost, argument),
  );
}

/** The day of an instant that is not known; the nearest one that is not where a night shift of it reaches into the known days. */
function dayWithin({ clock, timeline: { known } }: CompiledCalendar, at: number): number | undefined {
  const day = clock.dayOf(at);
  return day < known.firstDay || day > known.lastDay ? day : undefined;
}

/** Minutes in whole milliseconds, the nearest. */
export function wholeMilliseconds(minutes: number): number {
  return Math.round(minutes * MINUTE) + 0;
}

/** {@link wholeMilliseconds}, or a problem at `['minutes']`. */
export function millisecondsOf(minutes: number): Result<number> {
  if (typeof minutes === 'number' && minutes >= 0 && Number.isFinite(minutes))
    return right(wholeMilliseconds(minutes));
  return left(problem('notMinutes', ['minutes'], { kind: 'range', min: 0 }, minutes));
}

/** Milliseconds in minutes; {@link wholeMilliseconds} gives exactly them back. */
export function minutesOf(milliseconds: number): number {
  return milliseconds / MINUTE;
}

/** Pauses in order, those that overlap as one. */
export function pausesOf(pauses: readonly Pause[] | undefined): Result<readonly MergedPause[]> {
  return pauses === undefined || (Array.isArray(pauses) && pauses.length === 0)
    ? NO_PAUSES
    : mergePauses(pauses);
}

/** What happens at closing time: as asked, or else as the calendar says. */
export function boundaryOf(
  { conventions }: CompiledCalendar,
  boundary: ClosingBoundary = conventions.boundary,
): Result<ClosingBoundary> {
  if (boundary === 'close' || boundary === 'nextOpening') return right(boundary);
  const expected = { kind: 'oneOf', values: ['close', 'nextOpening'] } as const;
  return left(problem('unknownBoundary', ['boundary'], expected, boundary));
}

/** Why a search has found nothing, as a problem; `argument` is what asked for too much. */
export function problemOf(
  calendar: CompiledCalendar,
  lost: Lost,
  argument: string,
  pauses: readonly Pause[] = [],
): Problem {
  switch (lost.kind) {
    case 'stillPaused':
      return stillPaused(pauses);
    case 'unknownDay':
      return unknownDay(calendar, lost.day, argument);
    case 'neverOpens':
      return {
        code: 'neverOpen',
        path: ['calendar'],
        expected: {
          kind: 'type',
          type: { en: 'calendar that opens again', zh: '之后仍会营业的日历' },
        },
        found: calendar.name,
      };
    case 'tooFar':
      return {
        code: 'tooFar',
        path: [argument],
        expected: {
          kind: 'type',
          type: { en: 'time that is over within a hundred years', zh: '一百年之内的时间' },
        },
        found: { en: 'more than that', zh: '更长的时间' },
      };
  }
}
