/** Where the present term leads if nothing is done: how its renewal will be measured, and when it is decided. */
import { nextScheduled } from '../time/period-days.js';
import { copyOf } from './copy.js';
import { dayOf } from './days.js';
import { earliestFall, fallTiming } from './fall.js';
import { passTime } from './take.js';
import { validityOf } from './term.js';
import type { Work } from './work.js';

/** The end of a term, still to come. */
export interface TermEnd {
  /** A copy to which time has brought what it brings before the renewal is measured. */
  readonly work: Work;
  /** As of when the renewal is measured. */
  readonly measuredAt: number;
  /** The last instant at which something can be done for it. */
  readonly doneAt: number;
  /** When it is decided; ∞ where it is judged all the time. */
  readonly decidedAt: number;
}

/** The end of the present term; `undefined` at the base and for a tier that is held for good. */
export function termEndOf(work: Work): TermEnd | undefined {
  const { track } = work;
  if (track.tier === 0 || validityOf(work, track.tier).kind === 'lifetime') return undefined;
  const decidedAt = decided(work);
  const now = { work, measuredAt: work.at, doneAt: work.at, decidedAt };
  if (decidedAt === Number.POSITIVE_INFINITY) return fallTiming(work) === 'immediate' ? now : undefined;
  if (track.inGrace) return now;
  const onSchedule = fallTiming(work) === 'onSchedule';
  const doneAt = onSchedule ? decidedAt - 1 : track.measuredAt - 1;
  const measuredAt = onSchedule ? decidedAt : doneAt;
  return { work: waited(work, measuredAt), measuredAt, doneAt, decidedAt };
}

function decided(work: Work): number {
  const { program, track } = work;
  const { schedule } = program.policy;
  if (fallTiming(work) !== 'onSchedule') return track.expiresAt;
  if (schedule === undefined) return Number.POSITIVE_INFINITY;
  const end = track.expiresAt === Number.POSITIVE_INFINITY ? work.at : track.expiresAt - 1;
  const after = Math.max(work.at, end, earliestFall(work) - 1);
  return program.clock.startOf(nextScheduled(schedule, dayOf(work, after)));
}

/** The member just before an instant, as long as the term is the same by then. */
function waited(work: Work, until: number): Work {
  if (until - 1 <= work.at) return work;
  const copy = copyOf(work);
  passTime(copy, until - 1);
  const { tier, termStart, expiresAt } = copy.track;
  const same = tier === work.track.tier && termStart === work.track.termStart;
  return same && expiresAt === work.track.expiresAt && copy.version === work.version ? copy : work;
}

/** Whether the present tier is still held once the end of its term is decided, if nothing is done. */
export function isSecured(work: Work, { decidedAt, measuredAt }: TermEnd, holds: boolean): boolean {
  if (decidedAt === Number.POSITIVE_INFINITY) return holds;
  const copy = copyOf(work);
  passTime(copy, Math.max(decidedAt, measuredAt));
  return copy.track.tier >= work.track.tier && !copy.track.inGrace;
}
