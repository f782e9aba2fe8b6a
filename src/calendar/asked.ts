/** What questions about working time are asked with, read once: instants within the known days, minutes, pauses. */
import { type AsOf, instantOf, isInstant } from '../foundation/instant.js';
import { type Problem, show } from '../foundation/problem.js';
import { left, type Result, right } from '../foundation/result.js';
import type { CompiledCalendar } from './compiled-calendar.js';
import type { Pause } from './deadline-rule.js';
import type { Lost } from './known-days.js';
import type { ClosingBoundary } from './model.js';
import { type MergedPause, mergePauses, stillPaused } from './pauses.js';
import { unknownDay } from './unknown-day.js';

const MINUTE = 60_000;
const NO_PAUSES: Result<readonly MergedPause[]> = right([]);

/** The instant of an argument, or a problem with its name as the path. */
export function instantIn(calendar: CompiledCalendar, at: AsOf, argument: string): Result<number> {
  const found = typeof at === 'number' && isInstant(at) ? right(at + 0) : instantOf(at, calendar.clock);
  if (found._tag === 'Left') return left({ ...found.left[0], path: [argument] });
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

/** Minutes in whole milliseconds, the nearest, or a problem at `['minutes']`. */
export function millisecondsOf(minutes: number): Result<number> {
  if (typeof minutes === 'number' && minutes >= 0 && Number.isFinite(minutes))
    return right(Math.round(minutes * MINUTE) + 0);
  return left({
    code: 'notMinutes',
    path: ['minutes'],
    expected: { kind: 'range', min: 0 },
    found: show(minutes),
  });
}

/** Milliseconds in minutes; {@link millisecondsOf} gives exactly them back. */
export function minutesOf(milliseconds: number): number {
  return milliseconds / MINUTE;
}

/** Pauses in order, those that overlap as one. */
export function pausesOf(pauses: readonly Pause[] | undefined): Result<readonly MergedPause[]> {
  return pauses === undefined || pauses.length === 0 ? NO_PAUSES : mergePauses(pauses);
}

/** What happens at closing time: as asked, or else as the calendar says. */
export function boundaryOf(
  { conventions }: CompiledCalendar,
  boundary: ClosingBoundary = conventions.boundary,
): Result<ClosingBoundary> {
  if (boundary === 'close' || boundary === 'nextOpening') return right(boundary);
  return left({
    code: 'unknownBoundary',
    path: ['boundary'],
    expected: { kind: 'oneOf', values: ['close', 'nextOpening'] },
    found: show(boundary),
  });
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
      return unknownDay(calendar, lost.day);
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
