/** Terms whose renewal cannot be meant: one that is its own, and one that never comes. */
import { addMonths } from '../../foundation/months.js';
import { thresholdsOf } from '../evaluate/judge.js';
import type { TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import { addDuration } from '../time/civil-duration.js';
import { windowWords } from './finding-words.js';
import type { PolicyFinding } from './policy-finding.js';
import { renewalOf } from './policy-questions.js';
import {
  type Course,
  courses,
  dated,
  expiryOf,
  firstDay,
  firstEnrolled,
  isInForce,
  tiersOf,
  type Valid,
} from './term-courses.js';

/** A rolling window that on the last day of every term still holds the day on which the tier was reached. */
export function renewsItself(policy: TierPolicy, { validity, path }: Valid): readonly PolicyFinding[] {
  // Where tiers come later than what brings them, that is older than the term.
  if (policy.upgrade.timing !== 'immediate') return [];
  const { downgrade, upgrade, minimumHold: hold, grace, renewal, window } = policy;
  if (validity.kind !== 'duration' || downgrade.timing !== 'atExpiry') return [];
  if (renewal.window !== undefined || upgrade.counters !== 'keep') return [];
  if (hold !== undefined || grace.tier !== undefined) return [];
  const own = tiersOf(policy, path).filter(
    (tier) =>
      tier.entry !== undefined &&
      tier.renewal === undefined &&
      thresholdsOf(tier.entry).every(
        (one) =>
          one.window === undefined &&
          ('atLeast' in one || 'moreThan' in one) &&
          ['sum', 'count', 'distinct'].includes(policy.metrics[one.metric]?.kind ?? ''),
      ),
  );
  const course = allInside(courses(policy, validity, (reached) => stillCounts(window, reached), false));
  if (own.length === 0 || course === undefined || !isInForce(policy, course.expires)) return [];
  return [
    dated('renewsItself', path, course, {
      en: 'One purchase renews its own tier ({window}): reached on {reached}, the term ends on {expires}, and the purchase counts until {until}.',
      zh: '同一笔消费会为自己带来的等级保级（{window}）：{reached} 达到，{expires} 到期，而该笔消费到 {until} 才不再计入。',
      values: { window: windowWords(window) },
    }),
  ];
}

/** The first course, where the term of none of them outlasts its purchase. */
function allInside(all: Iterable<Course>): Course | undefined {
  let first: Course | undefined;
  for (const course of all) {
    if (course.expires > course.until) return undefined;
    first ??= course;
  }
  return first;
}

/** The first day on which a rolling window no longer holds a day. */
function stillCounts(window: QualificationWindow, day: number): number | undefined {
  if (window.kind === 'rollingDays') return day + window.days;
  return window.kind === 'rollingMonths' ? addMonths(day, window.months) + 1 : undefined;
}

/**
 * A term that ends with the period it was reached in: at its end that period is over, and what was done in it gives no
 * further one. An extension leaves time to qualify anew, unless renewals wait for the end of the term.
 */
export function neverRenewed(policy: TierPolicy, { validity, path }: Valid): readonly PolicyFinding[] {
  if (validity.kind !== 'endOfPeriod' || validity.periods > 0) return [];
  const { downgrade, grace, minimumHold: hold, renewal, counts, effective } = policy;
  if (downgrade.timing !== 'atExpiry' || grace.tier !== undefined || hold !== undefined) return [];
  const extended = addDuration(0, validity.extend ?? 'P0D') > 0;
  if (extended && renewal.timing === 'onQualifying') return [];
  const meant = tiersOf(policy, path).filter(
    (tier) =>
      renewalOf(policy, tier) !== undefined &&
      !['never', 'highestOfTerm'].includes((tier.depth ?? downgrade.depth).kind),
  );
  const enrolled = firstEnrolled;
  const start = firstDay({ counts, effective });
  const reached = (expiryOf({ ...validity, extend: 'P0D' }, start, enrolled) ?? start) - 1;
  const expires = expiryOf(validity, reached, enrolled);
  const until = expiryOf({ ...validity, periods: 1 }, reached, enrolled);
  if (meant.length === 0 || expires === undefined || until === undefined) return [];
  if (!isInForce(policy, expires)) return [];
  const course = { enrolled, reached, expires, until };
  return [
    dated('neverRenewed', path, course, {
      en: 'A term ends with the period it was reached in, and nothing done in that period renews it: reached on {reached}, it ends on {expires}; with one period more (periods: 1) it would end on {until}.',
      zh: '有效期止于达到等级的当期，当期内的任何活动都不能保级：{reached} 达到，{expires} 到期；若多一个周期（periods: 1），则至 {until}。',
      values: {},
    }),
  ];
}
