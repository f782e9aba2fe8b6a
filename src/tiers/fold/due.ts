/** What time alone brings: the next instant at which something may change for a member, and what. */
import type { TierSchedule } from '../periods.js';
import type { Program } from '../program.js';
import { subtractDuration } from '../time/civil-duration.js';
import { nextScheduled } from '../time/period-days.js';
import { nextChange, nextTurn } from './changes.js';
import { dayOf } from './days.js';
import { earliestFall, fallsAtOnce, fallTiming } from './fall.js';
import { type PeriodWindow, periodDays } from './spans.js';
import type { Work } from './work.js';

/** Why an instant matters, in the order in which causes of one instant are dealt with. */
export const CAUSES = ['version', 'period', 'grants', 'expiry', 'schedule', 'change', 'notice'] as const;
export type Cause = (typeof CAUSES)[number];

const NEVER = Number.POSITIVE_INFINITY;

/** Finds out the next instant after the present one that matters, for each cause; ∞ where none does. */
export function lookAhead(work: Work): void {
  const { times } = work;
  const { expiresAt, extendedFrom } = work.track;
  const version = work.starts[work.version + 1] ?? NEVER;
  const period = periodEnd(work);
  const grants = work.grants.length === 0 ? NEVER : grantsEnd(work);
  const schedule = scheduled(work);
  const waits = fallTiming(work) === 'onSchedule' && !endsWithVersion(work, version, schedule);
  const expiry = Math.min(extendedFrom, waits ? NEVER : expiresAt);
  const change = changes(work);
  const notice = nextNotice(work);
  // One by one: this is asked whenever a term begins.
  times[0] = version;
  times[1] = period;
  times[2] = grants;
  times[3] = expiry;
  times[4] = schedule;
  times[5] = change;
  times[6] = notice;
  work.due = Math.min(version, period, grants, expiry, schedule, change, notice);
}

/** The same by name. */
export function dueTimes(work: Work): Readonly<Record<Cause, number>> {
  lookAhead(work);
  return Object.fromEntries(CAUSES.map((cause, i) => [cause, work.times[i] ?? NEVER])) as Record<
    Cause,
    number
  >;
}

function grantsEnd({ grants }: Work): number {
  let end = NEVER;
  for (const { until } of grants) end = Math.min(end, until);
  return end;
}

/** Only where something happens as a qualification period ends; as one of the next version's does with its start, too. */
function periodEnd(work: Work): number {
  const { program, versions, starts, version, at } = work;
  const window = turning(program);
  const own = window && program.clock.startOf(periodDays(work, window, dayOf(work, at), 0).until);
  const next = versions[version + 1];
  const start = starts[version + 1] ?? NEVER;
  const turned = next && turning(next);
  if (turned === undefined || (own ?? NEVER) <= start) return own ?? NEVER;
  const day = dayOf(work, start);
  return periodDays(work, turned, day, 0).from === day ? start : (own ?? NEVER);
}

/** The window whose periods bring upgrades or a surplus as they end. */
function turning({ policy: { window, upgrade, carryOver } }: Program): PeriodWindow | undefined {
  if (window.kind !== 'calendar' && window.kind !== 'membershipYear') return undefined;
  return upgrade.timing === 'nextPeriod' || carryOver?.of === 'surplus' ? window : undefined;
}

/** The next scheduled instant: of the next version, from its first instant on, where that takes over before. */
function scheduled(work: Work): number {
  const { program, versions, starts, version } = work;
  const { clock } = program;
  const schedule = scheduleOf(program);
  const own = schedule === undefined ? NEVER : clock.startOf(nextScheduled(schedule, dayOf(work, work.at)));
  const next = versions[version + 1];
  const start = starts[version + 1];
  if (next === undefined || start === undefined || own < start) return own;
  const later = scheduleOf(next);
  return later === undefined ? NEVER : clock.startOf(nextScheduled(later, dayOf(work, start) - 1));
}

/** The schedule that a version judges on. */
function scheduleOf({ policy: { schedule, upgrade, downgrade } }: Program): TierSchedule | undefined {
  return upgrade.timing === 'onSchedule' || downgrade.timing === 'onSchedule' ? schedule : undefined;
}

/** Whether a scheduled term ends as the next version takes over, on a day that is none of that version's schedule. */
function endsWithVersion({ track }: Work, version: number, schedule: number): boolean {
  return track.expiresAt === version && version < schedule;
}

/** When what a member has may change although nothing is done. */
function changes(work: Work): number {
  const { program, track } = work;
  const { timing } = program.policy.upgrade;
  const { byMetric, byWindow } = program.timeBrings;
  let next = NEVER;
  if (byMetric || byWindow) {
    if (timing === 'immediate') next = nextChange(work, program.entry(track.highestHeld).measures, byWindow);
    if (program.lifetime !== undefined)
      next = Math.min(next, nextChange(work, program.lifetime.measures, false));
  }
  next = Math.min(next, renewalTurn(work));
  if (track.tier === 0 || !fallsAtOnce(work)) return next;
  const held = earliestFall(work);
  if (held > work.at) next = Math.min(next, held);
  return Math.min(next, nextChange(work, program.renewal(track.tier).measures, true));
}

/** When whole periods that a renewal looks at move on, so that the member may qualify again. */
export function renewalTurn(work: Work): number {
  const { program, track } = work;
  if (!program.timeBrings.renewal) return NEVER;
  if (track.tier === 0 || track.expiresAt === NEVER) return NEVER;
  return nextTurn(work, program.renewal(track.tier).measures);
}

/** The next notice before the present term ends. */
function nextNotice(work: Work): number {
  const { track, program } = work;
  const { notices } = program.policy;
  if (notices.length === 0 || track.inGrace || track.expiresAt === NEVER) return NEVER;
  const ends = dayOf(work, track.expiresAt);
  return notices.reduce((least, notice) => {
    const at = program.clock.startOf(subtractDuration(ends, notice));
    return at > work.at && at >= track.termStart ? Math.min(least, at) : least;
  }, NEVER);
}
