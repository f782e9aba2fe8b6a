/** Where members start: tiers that everybody has at once, that nobody can have had, and periods judged while empty. */
import type { QualificationCriterion } from '../criterion.js';
import { partsOf, thresholdsOf } from '../evaluate/judge.js';
import type { TierPolicy } from '../model.js';
import { findValues } from './find-values.js';
import { exampleOf } from './finding-words.js';
import type { PolicyFinding } from './policy-finding.js';
import { baseOf, entriesOf, entryOf, givenBy } from './policy-questions.js';
import { reachOf } from './reachable-tiers.js';

/** All findings about the first steps of a member. */
export function examineStart(policy: TierPolicy): readonly PolicyFinding[] {
  return [...metByEverybody(policy), ...renewalWithoutEntry(policy), ...judgesEmptyPeriod(policy)];
}

/** Metrics that are 0 before anything has been done. */
const FROM_NOTHING: ReadonlySet<string> = new Set(['sum', 'count', 'distinct', 'tenure', 'timeAtTier']);

/** Whether a criterion asks, by way of `atLeast` of nothing or less, for what nobody can fail to have. */
function asksForNothing(policy: TierPolicy, criterion: QualificationCriterion): boolean {
  if ('metric' in criterion) {
    const kind = Object.hasOwn(policy.metrics, criterion.metric)
      ? policy.metrics[criterion.metric]?.kind
      : undefined;
    return 'atLeast' in criterion && criterion.atLeast <= 0 && kind !== undefined && FROM_NOTHING.has(kind);
  }
  const met = partsOf(criterion).filter((part) => asksForNothing(policy, part)).length;
  if ('allOf' in criterion) return met === criterion.allOf.length;
  return met >= ('anyOf' in criterion ? 1 : criterion.atLeast);
}

function metByEverybody(policy: TierPolicy): readonly PolicyFinding[] {
  const above = policy.tiers.filter((tier) => tier !== baseOf(policy));
  return above.flatMap((tier): readonly PolicyFinding[] => {
    const asked = entryOf(policy, tier);
    if (asked === undefined || !asksForNothing(policy, asked.criterion)) return [];
    const found = findValues(policy, { holds: [asked], beside: entriesOf(policy), together: true });
    if (typeof found === 'string') return [];
    return [
      {
        kind: 'metByEverybody',
        severity: 'warning',
        path: ['tiers', policy.tiers.indexOf(tier), 'entry'],
        en: 'Everybody meets the entry criterion of {tier} before doing anything: it asks for 0 or less.',
        zh: '{tier}的入级条件只要求 0 或更少，会员未有任何活动即已满足。',
        values: { tier: tier.name },
        counterexample: exampleOf(policy, found, givenBy(policy, found)),
      },
    ];
  });
}

function renewalWithoutEntry(policy: TierPolicy): readonly PolicyFinding[] {
  return policy.tiers.flatMap((tier, i): readonly PolicyFinding[] => {
    const { reentry: _, ...others } = tier;
    const { entry, renewal, lifetime } = others;
    const key = renewal === undefined || renewal === 'never' ? 'reentry' : 'renewal';
    if (tier[key] === undefined || entry !== undefined || lifetime !== undefined) return [];
    if (tier === baseOf(policy)) return [];
    // Offers lead there too, and falls from above; nobody comes back who was never there.
    const first = { ...policy, tiers: policy.tiers.map((one) => (one === tier ? others : one)) };
    const { reached, open } = reachOf(first);
    if (reached.has(tier.tier) || open.has(tier.tier)) return [];
    return [
      {
        kind: 'renewalWithoutEntry',
        severity: 'warning',
        path: ['tiers', i, key],
        en:
          key === 'renewal'
            ? '{tier} has a renewal criterion, yet no entry criterion, lifetime criterion or offer brings anybody in.'
            : '{tier} has a re-entry criterion, yet no entry criterion, lifetime criterion or offer brings anybody in first.',
        zh:
          key === 'renewal'
            ? '{tier}有保级条件，却没有入级条件、终身条件或授予项使人入级。'
            : '{tier}有重新入级条件，却没有入级条件、终身条件或授予项使人首次入级。',
        values: { tier: tier.name },
        counterexample: { kind: 'metrics', values: {}, over: [], gives: baseOf(policy).tier },
      },
    ];
  });
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** Whether every judgement falls on the first day of a counted period. */
function judgesEmptyPeriod(policy: TierPolicy): readonly PolicyFinding[] {
  const { upgrade, schedule, window } = policy;
  if (upgrade.timing !== 'onSchedule' || schedule === undefined) return [];
  if (window.kind !== 'calendar' || (window.ago ?? 0) > 0 || policy.grace.counters !== undefined) return [];
  if (policy.carryOver !== undefined) return [];
  const often = MONTHS[schedule.unit];
  const counted = MONTHS[window.unit];
  const first = ((schedule.startMonth ?? 1) - (window.startMonth ?? 1)) % counted;
  if ((schedule.day ?? 1) !== 1 || often % counted !== 0 || first !== 0) return [];
  const unmet = policy.tiers.filter(
    (tier) =>
      tier.entry !== undefined &&
      thresholdsOf(tier.entry).every(
        (one) =>
          one.window === undefined &&
          (('atLeast' in one && one.atLeast > 0) || ('moreThan' in one && one.moreThan >= 0)) &&
          ['sum', 'count', 'distinct'].includes(policy.metrics[one.metric]?.kind ?? ''),
      ),
  );
  const entered = policy.tiers.filter(({ entry }) => entry !== undefined);
  if (unmet.length === 0 || unmet.length < entered.length) return [];
  const names = [...new Set(unmet.flatMap(({ entry }) => (entry ? thresholdsOf(entry) : [])))];
  const values = Object.fromEntries(names.map(({ metric }) => [metric, 0]));
  return [
    {
      kind: 'judgesEmptyPeriod',
      severity: 'error',
      path: ['schedule'],
      en: 'Nobody ever rises: members are judged at the first instant of the period that is counted, when every counter is 0; count the period before (ago: 1).',
      zh: '无人能够升级：评定时刻正是统计周期的起点，各项计数均为 0；请改为统计上一周期（ago: 1）。',
      values: {},
      counterexample: { kind: 'metrics', values, over: [], gives: baseOf(policy).tier },
    },
  ];
}
