/** A time from one instant to another, step by step: what of it counts, and why the rest does not. */
import type { Interval } from '../../foundation/window.js';
import { minutesOf } from '../asked.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import { type OpenReason, openReasons } from '../open-reason.js';
import type { MergedPause } from '../pauses.js';
import { common, without } from '../spans.js';
import { type ClockEffect, clockEffects } from './clock-effect.js';
import { type ClosedReason, closedTimes } from './closed-reason.js';

/** A part of a time, epoch milliseconds, and whether it counts as working time. */
export type WorkingTimeStep =
  | CountedStep
  | ClosedStep
  /** Open, but paused. A pause while the desk is closed is none. */
  | (Interval & { readonly kind: 'paused'; readonly minutes: number; readonly reasons: readonly string[] });

/** Time in which it is closed; of an intersection, `calendar` is the first that is. */
export interface ClosedStep extends Interval {
  readonly kind: 'closed';
  readonly calendar: string;
  readonly because: ClosedReason;
}

/** Working time that counts. */
export interface CountedStep extends Interval {
  readonly kind: 'counted';
  /** Minutes from `from` to `until`. */
  readonly minutes: number;
  /** The day whose hours these are, in each calendar. */
  readonly because: readonly OpenReason[];
  /** Clock changes within, and those that decide where it begins or ends; left out where there are none. */
  readonly clock?: readonly ClockEffect[];
}

/** The steps from one instant until another: in order, each beginning where the one before ends. */
export function stepsOf(
  calendar: CompiledCalendar,
  pauses: readonly MergedPause[],
  from: number,
  until: number,
): readonly WorkingTimeStep[] {
  const steps: WorkingTimeStep[] = [];
  let at = from;
  const closedUntil = (end: number): void => {
    if (at >= end) return;
    for (const time of closedTimes(calendar, { from: at, until: end }))
      steps.push({ kind: 'closed', ...time });
  };
  for (const piece of calendar.timeline.pieces(from, until)) {
    closedUntil(piece.from);
    for (const open of openReasons(calendar, piece)) steps.push(...openSteps(calendar, pauses, open));
    at = piece.until;
  }
  closedUntil(until);
  return steps;
}

function openSteps(
  calendar: CompiledCalendar,
  pauses: readonly MergedPause[],
  open: Interval & { readonly because: readonly OpenReason[] },
): readonly WorkingTimeStep[] {
  const paused = pauses.flatMap((pause) =>
    common([open], [pause]).map(
      (time): WorkingTimeStep => ({
        kind: 'paused',
        ...time,
        minutes: minutesOf(time.until - time.from),
        reasons: pause.reasons,
      }),
    ),
  );
  const counted = without([open], pauses).map((time): WorkingTimeStep => {
    const clock = clockEffects(calendar, { ...time, because: open.because });
    const minutes = minutesOf(time.until - time.from);
    return {
      kind: 'counted',
      ...time,
      minutes,
      because: open.because,
      ...(clock.length > 0 ? { clock } : {}),
    };
  });
  return [...paused, ...counted].toSorted((a, b) => a.from - b.from);
}
