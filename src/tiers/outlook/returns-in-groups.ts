/** Which of many returns need to be tried one by one, where whole groups of them can be ruled out at once. */
import type { QualificationCriterion } from '../criterion.js';
import { thresholdsOf } from '../evaluate/judge.js';
import { enrolled, passTime, take } from '../fold/take.js';
import type { Work } from '../fold/work.js';
import { isClosed } from '../make-program.js';
import type { TierPolicy } from '../model.js';
import type { QualificationWindow } from '../periods.js';
import { endsWithPeriods } from '../time/period-terms.js';

/**
 * The rows whose return may change anything, in order. Under rules by which more activity never lowers a tier or ends
 * it sooner, what is held without one of a group lies between what is held with all and without all of the group: where
 * these two are the same, none of the group needs to be tried. Groups that make a difference are halved. Under other
 * rules all are left.
 */
export function suspected(
  work: Work,
  rows: readonly number[],
  at: number,
  isSame: (without: Work) => boolean,
): readonly number[] {
  const ruling = rulingOf(work);
  const rulesOut = (without: Work): boolean => ruling === 'always' || onlyRose(without);
  if (ruling === 'never' || !rulesOut(withoutAll(work, [], at))) return rows;
  const within = (group: readonly number[]): readonly number[] => {
    if (group.length < 2) return group;
    const without = withoutAll(work, group, at);
    if (rulesOut(without) && isSame(without)) return [];
    const half = group.length >> 1;
    return [...within(group.slice(0, half)), ...within(group.slice(half))];
  };
  return within(rows);
}

/** Whether nothing but activity has ever moved the member: no term has ended so far. */
function onlyRose({ events }: Work): boolean {
  return events.every(({ kind, by }) => by !== null || kind === 'entered' || kind === 'willExpire');
}

/** The member as if the activities of some rows had never been. */
function withoutAll(work: Work, rows: readonly number[], at: number): Work {
  const returned = new Map(work.returned);
  for (const row of rows) returned.set(work.rows.activities[row]?.id ?? '', 'all');
  const without = enrolled(work.versions, work.starts, work);
  without.returned = returned;
  for (const entry of work.log) if (entry.kind === 'activity') take(without, entry);
  passTime(without, at);
  return without;
}

/**
 * Whether more activity can only raise what is held, and only let it last longer: by one criterion for each tier that
 * asks for more, with upgrades at once and nothing given, redeemed or reset. Elsewhere an order more can begin a term
 * earlier, and so end it earlier; where terms count from each activity that qualifies, only by a term that has ended.
 */
function rulingOf({ versions, log }: Work): 'always' | 'untilTermEnds' | 'never' {
  const [program, ...others] = versions;
  if (program === undefined || others.length > 0) return 'never';
  if (!log.every(({ kind }) => kind === 'activity' || kind === 'return')) return 'never';
  const { policy } = program;
  if (!rulesOnlyRaise(policy)) return 'never';
  const { kind: depth } = policy.downgrade.depth;
  if (depth === 'toQualified' && (isOpen(policy) || endsWithPeriods(policy.window, policy.validity)))
    return 'always';
  return countsFromActivity(policy) && depth !== 'highestOfTerm' && depth !== 'never'
    ? 'untilTermEnds'
    : 'never';
}

function rulesOnlyRaise(policy: TierPolicy): boolean {
  const { upgrade, downgrade, grace, returns } = policy;
  return (
    upgrade.timing === 'immediate' &&
    upgrade.path === 'jump' &&
    upgrade.counters === 'keep' &&
    policy.renewal.timing === 'onQualifying' &&
    policy.renewal.window === undefined &&
    downgrade.timing === 'atExpiry' &&
    returns.clawback === 'atOnce' &&
    policy.carryOver === undefined &&
    policy.minimumHold === undefined &&
    grace.tier === undefined &&
    grace.counters === undefined &&
    tiersOnlyRaise(policy)
  );
}

/** Terms without an end, over windows that no change of tier restarts. */
function isOpen({ window, validity }: TierPolicy): boolean {
  return !restarts(window) && (validity.kind === 'lifetime' || validity.kind === 'whileQualified');
}

/** Terms that go on from each activity that qualifies, and end no sooner for a later one. */
function countsFromActivity({ window, validity }: TierPolicy): boolean {
  if (restarts(window) || isClosed(window)) return false;
  return (
    validity.kind === 'endOfPeriod' || (validity.kind === 'duration' && validity.roundDownTo === undefined)
  );
}

function restarts({ kind }: QualificationWindow): boolean {
  return kind === 'sinceTierStart' || kind === 'sinceLastChange';
}

/** Whether tiers have no rules of their own, and criteria that more activity can only meet better. */
function tiersOnlyRaise({ tiers, metrics }: TierPolicy): boolean {
  const rises = (metric: string): boolean => {
    const one = Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
    return one?.kind === 'sum' || one?.kind === 'count' || one?.kind === 'distinct';
  };
  const asksForMore = (criterion: QualificationCriterion): boolean =>
    thresholdsOf(criterion).every(
      (one) => ('atLeast' in one || 'moreThan' in one) && one.window === undefined && rises(one.metric),
    );
  return tiers.every(
    ({ entry, reentry, renewal, lifetime, validity, depth }) =>
      [reentry, renewal, lifetime, validity, depth].every((rule) => rule === undefined) &&
      (entry === undefined || asksForMore(entry)),
  );
}
