/** A working calendar made ready to be asked: what every civil day is, and the instants at which it is open. */
import type { ZoneClock } from '../foundation/civil.js';
import type { Words } from '../foundation/statement.js';
import type { Interval } from '../foundation/window.js';
import type { CalendarConventions, Weekday, WorkingCalendar } from './model.js';
import type { Reach } from './reach.js';
import type { EdgeEffect } from './shifts.js';
import type { Timeline } from './timeline.js';

/**
 * What a civil day is, whatever its hours come to. `breaks` are the names of the exceptions of kind `break` that touch
 * the day; left out where there are none.
 */
export type DayKind =
  /** As the week says, and the week has hours for it. */
  | { readonly kind: 'ordinary'; readonly breaks?: readonly Words[] }
  /** The week has no hours for it: a weekend. */
  | { readonly kind: 'weekend' }
  /** An exception of kind `closed`. */
  | { readonly kind: 'holiday'; readonly name: Words }
  /** An exception of kind `workingDay` (调休): the hours of weekday `as`. */
  | {
      readonly kind: 'makeUpDay';
      readonly name: Words;
      readonly as: Weekday;
      readonly breaks?: readonly Words[];
    }
  /** An exception of kind `hours`. */
  | { readonly kind: 'specialHours'; readonly name: Words; readonly breaks?: readonly Words[] };

/**
 * A {@link WorkingCalendar} compiled by `compileCalendar` (or an intersection of several), which remembers what it has
 * worked out. Days are day numbers of the zone, instants epoch milliseconds.
 */
export interface CompiledCalendar {
  /** The calendar that was compiled; of an intersection, the one whose zone and conventions hold. */
  readonly calendar: WorkingCalendar;
  readonly name: string;
  /**
   * What `JSON.stringify` writes: the calendar that was compiled; of an intersection, those of all its parts in their
   * order.
   */
  toJSON(): WorkingCalendar | readonly WorkingCalendar[];
  /** @internal */
  readonly clock: ZoneClock;
  readonly conventions: CalendarConventions;
  /**
   * Whether the exceptions of a day are known (see `known` of {@link WorkingCalendar}). The functions below answer for
   * any day, as the week says; who depends on the answer asks this first.
   * @internal
   */
  knows(dayNo: number): boolean;
  /**
   * What a day is, and what it is called.
   * @internal
   */
  dayKind(dayNo: number): DayKind;
  /**
   * When the calendar is open in the shifts that start on a day: ascending, disjoint, not touching, none empty; a night
   * shift ends on the next day. Breaks are taken out, conventions for clock changes applied.
   * @internal
   */
  intervalsOf(dayNo: number): readonly Interval[];
  /**
   * Whether {@link intervalsOf} the day has any: then it is a business day.
   * @internal
   */
  isBusinessDay(dayNo: number): boolean;
  /**
   * The calendars that must all be open; of a calendar that is no intersection, itself.
   * @internal
   */
  readonly parts: readonly CompiledCalendar[];
  /**
   * Open time in a row.
   * @internal
   */
  readonly timeline: Timeline;
  /**
   * How far it can be until the next opening.
   * @internal
   */
  readonly reach: Reach;
  /**
   * The breaks that start on a day or up to two days before or after, with their names.
   * @internal
   */
  breaksAround(dayNo: number): readonly NamedInterval[];
  /**
   * The opening and closing times of the shifts that start on a day that a clock change skips or repeats.
   * @internal
   */
  edgeEffects(dayNo: number): readonly EdgeEffect[];
}

/** Time with a name. */
export interface NamedInterval extends Interval {
  readonly name: Words;
}
