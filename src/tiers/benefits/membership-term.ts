/** The term a member is in on a date: which tier, since when, and what began it. */
import type { Result } from '../../foundation/result.js';
import { left, right } from '../../foundation/result.js';
import type { TierHistory, TierInterval } from '../history.js';
import type { TiersWithBenefits } from './benefits-of.js';

/** A term of a tier, which an entry, a change of tier or a renewal begins. */
export interface MembershipTerm {
  readonly tier: string;
  /** Epoch milliseconds, as `since`. Anniversaries are counted from here. */
  readonly enrolledAt: number;
  /** When the term began. */
  readonly since: number;
  /** `'other'`: by landing on the tier from a higher one, or because it was renamed. */
  readonly began: 'entry' | 'renewal' | 'other';
}

/** The term at an instant, from a replayed history. A history knows nothing outside enrolment and its own `asOf`. */
export function termAt(history: TierHistory, at: number, policy: TiersWithBenefits): Result<MembershipTerm> {
  const { intervals, events } = history;
  const index = intervals.findIndex(({ from, until }) => from <= at && (until === null || at < until));
  const held = intervals[index];
  const [first] = intervals;
  if (held === undefined || first === undefined || at > history.asOf) {
    const [from, to] = [first?.from ?? history.asOf, history.asOf].map((end) => new Date(end).toISOString());
    return left({
      code: 'outsideHistory',
      path: ['asOf'],
      expected: {
        kind: 'type',
        type: { en: `time from ${from} to ${to}`, zh: `${from} 至 ${to} 之间的时间` },
      },
      found: new Date(at).toISOString(),
    });
  }
  const start = runStart(intervals, index);
  const entered = intervals[start]?.from ?? held.from;
  const renewed = events.findLast(
    (event) => event.kind === 'renewed' && event.tier === held.tier && event.at > entered && event.at <= at,
  );
  return right({
    tier: held.tier,
    enrolledAt: first.from,
    since: renewed?.at ?? entered,
    began: renewed === undefined ? beganBy(intervals, start, policy) : 'renewal',
  });
}

/** The same tier may be held in several ways one after the other. */
function runStart(intervals: readonly TierInterval[], index: number): number {
  let start = index;
  while (start > 0 && intervals[start - 1]?.tier === intervals[index]?.tier) start -= 1;
  return start;
}

function beganBy(
  intervals: readonly TierInterval[],
  start: number,
  policy: TiersWithBenefits,
): 'entry' | 'other' {
  const before = intervals[start - 1];
  if (before === undefined) return 'entry';
  const rank = (tier: string | undefined): number | undefined =>
    policy.tiers.find((one) => one.tier === tier)?.rank;
  const from = rank(before.tier);
  const to = rank(intervals[start]?.tier);
  return from !== undefined && to !== undefined && from < to ? 'entry' : 'other';
}
