/** How terms go, day by day: every day of a leap cycle on which a tier may be reached, and when its term is over. */
import { dayNumber, isoDay, parseIsoDay } from '../../foundation/civil.js';
import type { Path } from '../check/policy-problem.js';
import type { Tier, TierPolicy } from '../model.js';
import type { QualificationWindow, TierValidity } from '../periods.js';
import { addDuration } from '../time/civil-duration.js';
import { durationEnd } from '../time/duration-end.js';
import { membershipYearOf, periodOf } from '../time/period-days.js';
import type { DateExample, PolicyFinding } from './policy-finding.js';
import { ladderOf } from './policy-questions.js';

/** A validity, where it stands, and the windows its tiers are renewed by. */
export interface Valid {
  readonly validity: TierValidity;
  readonly path: Path;
  readonly windows: readonly QualificationWindow[];
}

/** The tiers above the base that a validity is of. */
export function tiersOf(policy: TierPolicy, path: Path): readonly Tier[] {
  const above = ladderOf(policy).slice(1);
  return path[0] === 'validity'
    ? above.filter(({ validity }) => validity === undefined)
    : above.filter((tier) => tier === policy.tiers[Number(path[1])]);
}

/** A course of days as numbers: `until` is the first day after the window or the hold. */
export interface Course {
  readonly enrolled: number;
  readonly reached: number;
  readonly expires: number;
  readonly until: number;
}

const FIRST = dayNumber({ year: 2024, month: 1, day: 1 });
const DAYS = 1461;
/** Enrolments that make membership years differ from calendar years, and one on a leap day. */
const ENROLLED = ['2024-01-01', '2023-07-01', '2020-02-29'].map((day) => parseIsoDay(day) ?? FIRST);

/** Where one enrolment is example enough. */
export const firstEnrolled: number = ENROLLED[0] ?? FIRST;

/** The first day on which something counts by a policy that is in force. */
export function firstDay({ counts, effective }: Pick<TierPolicy, 'counts' | 'effective'>): number {
  const days = [counts.from, effective.from].map((day) => (day === undefined ? undefined : parseIsoDay(day)));
  return Math.max(FIRST, ...days.map((day) => day ?? FIRST));
}

/** Whether the end of a term is still judged by the policy: a replay of it can be asked for. */
export function isInForce({ effective }: Pick<TierPolicy, 'effective'>, day: number): boolean {
  const until = effective.until === undefined ? undefined : parseIsoDay(effective.until);
  return until === undefined || day < until;
}

/** One course for every day of four years on which a tier may be reached, and for a few days of enrolment. */
export function* courses(
  policy: Pick<TierPolicy, 'minimumHold' | 'grace' | 'counts' | 'effective'>,
  validity: TierValidity,
  untilOf: (reached: number, enrolled: number) => number | undefined,
  personal: boolean,
): Generator<Course> {
  const { minimumHold, grace } = policy;
  const first = firstDay(policy);
  for (const enrolled of personal ? ENROLLED : ENROLLED.slice(0, 1)) {
    for (let reached = first; reached < first + DAYS; reached += 1) {
      const end = expiryOf(validity, reached, enrolled);
      const until = untilOf(reached, enrolled);
      if (end === undefined || until === undefined) return;
      const held = minimumHold === undefined ? end : Math.max(end, addDuration(reached, minimumHold));
      const expires = grace.tier === undefined ? held : addDuration(held, grace.tier);
      yield { enrolled, reached, expires, until };
    }
  }
}

/** The first day after a term; `undefined` where no day is set. */
export function expiryOf(validity: TierValidity, reached: number, enrolled: number): number | undefined {
  if (validity.kind === 'endOfPeriod') {
    const { period, periods, extend = 'P0D' } = validity;
    const { until } =
      period === 'membershipYear'
        ? membershipYearOf(enrolled, reached, -periods)
        : periodOf(period, reached, -periods);
    return addDuration(until, extend);
  }
  return validity.kind === 'duration' ? durationEnd(validity, reached) : undefined;
}

/** A finding that days show. */
export function dated(
  kind: PolicyFinding['kind'],
  path: Path,
  course: Course,
  { values, ...said }: Pick<PolicyFinding, 'en' | 'zh' | 'values'>,
): PolicyFinding {
  const days = {
    enrolled: isoDay(course.enrolled),
    reached: isoDay(course.reached),
    expires: isoDay(course.expires),
    until: isoDay(course.until),
  };
  const counterexample: DateExample = { kind: 'dates', ...days };
  return { kind, severity: 'warning', path, ...said, values: { ...values, ...days }, counterexample };
}
