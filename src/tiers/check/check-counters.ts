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
  return tiers.flatMap(({ entry }, i) => (entry === undefined ? [] : check(entry, ['tiers', i, 'entry'])));
}

function checkCarryOver(policy: TierPolicy, carryOver: CarryOver): readonly Problem[] {
  const { metrics } = policy;
  const names = policy.tiers.map(({ tier }) => tier);
  const capped = typeof carryOver.cap === 'object' ? Object.keys(carryOver.cap) : [];
  return [
    ...(carryOver.of === 'surplus' ? checkPeriod(policy, FOR_SURPLUS) : []),
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

/** A schedule, where something is judged on one. */
export function checkSchedule({ schedule, upgrade, downgrade }: TierPolicy): readonly Problem[] {
  const asked = upgrade.timing === 'onSchedule' || downgrade.timing === 'onSchedule';
  if (!asked || schedule !== undefined) return [];
  return [problem('missing', ['schedule'], { kind: 'present' }, undefined)];
}
