/** Whether what a policy does to its counters can be done: deductions, carry-over and waiting for a next period. */
import type { Problem } from '../../foundation/problem.js';
import type { Bilingual } from '../../foundation/statement.js';
import type { QualificationCriterion } from '../criterion.js';
import { partsOf } from '../evaluate/judge.js';
import type { CarryOver, TierPolicy } from '../model.js';
import { metricOf, partsKey } from './check-criterion.js';
import { checkTierName } from './check-offers.js';
import { type Path, problem, unknownName, wrong } from './policy-problem.js';

/** All problems of counters. */
export function checkCounters(policy: TierPolicy): readonly Problem[] {
  return [
    ...(policy.upgrade.timing === 'nextPeriod' ? checkPeriod(policy, FOR_NEXT_PERIOD) : []),
    ...(policy.upgrade.counters === 'deductThreshold' ? checkDeductions(policy) : []),
    ...(policy.carryOver === undefined ? [] : checkCarryOver(policy, policy.carryOver)),
  ];
}

const FOR_NEXT_PERIOD: Bilingual = {
  en: 'calendar period or membership year, as upgrades wait for the next period',
  zh: '日历周期或会员年度（升级须等到下一周期）',
};
const FOR_SURPLUS: Bilingual = {
  en: 'calendar period or membership year, as its surplus carries over',
  zh: '日历周期或会员年度（超额部分须结转）',
};

const FOR_REMAINING: Bilingual = {
  en: 'balance, sinceTierStart or sinceLastChange, as what remains when a term ends carries over',
  zh: 'balance、sinceTierStart 或 sinceLastChange（等级期结束时的剩余须结转）',
};
const FOR_KEPT: Bilingual = {
  en: 'remaining, or counters that upgrades keep (upgrade.counters), as only those show a surplus',
  zh: 'remaining，或升级时保留计数（upgrade.counters 为 keep），否则没有超额可言',
};

function checkPeriod({ window }: TierPolicy, type: Bilingual): readonly Problem[] {
  if (window.kind === 'calendar' || window.kind === 'membershipYear') return [];
  return [wrong('noPeriod', ['window', 'kind'], type, window.kind)];
}

/**
 * What is deducted has to be a sum or a count. Attributes, tenure and time at a tier may stand beside it, since
 * nothing is ever taken off them.
 */
function checkDeductions({ tiers, metrics }: TierPolicy): readonly Problem[] {
  const type = {
    en: 'sum or count, as thresholds that were reached are deducted from it',
    zh: '求和或计数指标（达到的门槛会从中扣除）',
  };
  const check = (criterion: QualificationCriterion, path: Path): readonly Problem[] => {
    if (!('metric' in criterion)) {
      const key = partsKey(criterion);
      return partsOf(criterion).flatMap((part, i) => check(part, [...path, key, i]));
    }
    const kind = metricOf(metrics, criterion.metric)?.kind;
    const derived = kind === 'distinct' || kind === 'combined' || kind === 'banded';
    return derived ? [wrong('notDeductible', [...path, 'metric'], type, criterion.metric)] : [];
  };
  return tiers.flatMap((tier, i) =>
    (['entry', 'reentry', 'renewal'] as const).flatMap((name) => {
      const criterion = tier[name];
      return criterion === undefined || criterion === 'never' ? [] : check(criterion, ['tiers', i, name]);
    }),
  );
}

function checkCarryOver(policy: TierPolicy, carryOver: CarryOver): readonly Problem[] {
  const { metrics } = policy;
  const names = policy.tiers.map(({ tier }) => tier);
  const capped = typeof carryOver.cap === 'object' ? Object.keys(carryOver.cap) : [];
  return [
    ...(carryOver.of === 'surplus'
      ? [...checkPeriod(policy, FOR_SURPLUS), ...checkKept(policy, carryOver)]
      : checkRemaining(policy)),
    ...carryOver.metrics.flatMap((name, i) => {
      const path = ['carryOver', 'metrics', i];
      const metric = metricOf(metrics, name);
      if (metric === undefined) return [unknownName('unknownMetric', path, Object.keys(metrics), name)];
      if (metric.kind === 'sum' || metric.kind === 'count') return [];
      return [wrong('notCarried', path, { en: 'sum or count', zh: '求和或计数指标' }, name)];
    }),
    ...capped.flatMap((name) => checkTierName(name, ['carryOver', 'cap', name], names)),
    ...(carryOver.tiers ?? []).flatMap((name, i) => checkTierName(name, ['carryOver', 'tiers', i], names)),
  ];
}

/** Counters that begin anew with a term, or lose what is not carried. In a calendar period both terms would count it. */
function checkRemaining({ window }: TierPolicy): readonly Problem[] {
  const { kind } = window;
  if (kind === 'balance' || kind === 'sinceTierStart' || kind === 'sinceLastChange') return [];
  return [wrong('noRemainder', ['window', 'kind'], FOR_REMAINING, kind)];
}

/** What an upgrade has reset or deducted lies above no threshold any more. */
function checkKept({ upgrade }: TierPolicy, { of }: CarryOver): readonly Problem[] {
  return upgrade.counters === 'keep' ? [] : [wrong('noSurplus', ['carryOver', 'of'], FOR_KEPT, of)];
}

/** A schedule, where something is judged on one. */
export function checkSchedule({ schedule, upgrade, downgrade }: TierPolicy): readonly Problem[] {
  const asked = upgrade.timing === 'onSchedule' || downgrade.timing === 'onSchedule';
  if (!asked || schedule !== undefined) return [];
  return [problem('missing', ['schedule'], { kind: 'present' }, undefined)];
}
