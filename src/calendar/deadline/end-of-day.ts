/** At which instant a last day is over. */
import { isoDay } from '../../foundation/civil.js';
import { lastOf } from '../../foundation/instant.js';
import type { CompiledCalendar } from '../compiled-calendar.js';
import type { Lost } from '../known-days.js';
import { clockTimeOf } from '../time-of-day.js';
import type { DeadlineQuestion } from './question.js';
import type { StepLog } from './step-log.js';

/** The instant by which it must be done on a day; never before the anchor. */
export function endOn(question: DeadlineQuestion, day: number, log: StepLog | undefined): number | Lost {
  const { calendar, rule, anchor, wholeDay } = question;
  const until = rule.until ?? 'endOfDay';
  if (until === 'close' && !calendar.knows(day)) return { kind: 'unknownDay', day };
  const end = until === 'sameTime' ? sameTime(question, day) : endOf(calendar, day, until);
  const at = wholeDay ? end : Math.max(end, anchor);
  log?.add({ kind: 'end', day: isoDay(day), at, until });
  return at;
}

function endOf(calendar: CompiledCalendar, day: number, until: 'endOfDay' | 'close'): number {
  const closes = until === 'close' ? calendar.intervalsOf(day).at(-1)?.until : undefined;
  return closes ?? lastOf(day, calendar.clock) + 1;
}

/** The anchor's time of day on another day; where a clock change skips or repeats it, as the calendar's conventions say. */
function sameTime({ calendar, anchor, day: anchorDay }: DeadlineQuestion, day: number): number {
  const { clock, conventions } = calendar;
  const local = clock.instantsOf(day, clockTimeOf(clock, anchorDay, anchor));
  switch (local.kind) {
    case 'single':
      return local.at;
    case 'repeated':
      return conventions.fold === 'earlier' ? local.earlier : local.later;
    case 'skipped':
      return conventions.gap === 'shift' ? local.movedOn : local.resumes;
  }
}
