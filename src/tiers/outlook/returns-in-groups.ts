/** Which of many returns need to be tried one by one, where whole groups of them can be ruled out at once. */
import type { QualificationCriterion } from '../criterion.js';
import { thresholdsOf } from '../evaluate/judge.js';
import { enrolled, passTime, take } from '../fold/take.js';
import type { Work } from '../fold/work.js';
import type { TierPolicy } from '../model.js';

/**
 * The rows whose return may change anything, in order. Under rules by which more activity never lowers a tier, what is
 * held without one of a group lies between what is held with all and without all of the group: where these two are the
 * same, none of the group needs to be tried. Groups that make a difference are halved. Under other rules all are left.
 */
export function suspected(
  work: Work,
  rows: readonly number[],
  at: number,
  isSame: (without: Work) => boolean,
): readonly number[] {
  if (!neverLowers(work)) return rows;
  const within = (group: readonly number[]): readonly number[] => {
    if (group.length < 2) return group;
    if (isSame(withoutAll(work, group, at))) return [];
    const half = group.length >> 1;
    return [...within(group.slice(0, half)), ...within(group.slice(half))];
  };
  return within(rows);
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
 * Whether more activity can only raise what is held: by one criterion for each tier that asks for more of what is
 * counted for good, with terms that have no end, upgrades at once and nothing given, redeemed or reset. Elsewhere an
 * order more can begin a term earlier, and so end it earlier.
 */
function neverLowers({ versions, log }: Work): boolean {
  const [program, ...others] = versions;
  if (program === undefined || others.length > 0) return false;
  return rulesOnlyRaise(program.policy) && log.every(({ kind }) => kind === 'activity' || kind === 'return');
}

function rulesOnlyRaise(policy: TierPolicy): boolean {
  const { window, validity, upgrade, downgrade, grace, returns } = policy;
  return (
    (window.kind === 'lifetime' || window.kind === 'balance') &&
    (validity.kind === 'lifetime' || validity.kind === 'whileQualified') &&
    upgrade.timing === 'immediate' &&
    upgrade.path === 'jump' &&
    upgrade.counters === 'keep' &&
    policy.renewal.timing === 'onQualifying' &&
    policy.renewal.window === undefined &&
    downgrade.timing === 'atExpiry' &&
    downgrade.depth.kind === 'toQualified' &&
    returns.clawback === 'atOnce' &&
    policy.carryOver === undefined &&
    policy.minimumHold === undefined &&
    grace.tier === undefined &&
    grace.counters === undefined &&
    tiersOnlyRaise(policy)
  );
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
