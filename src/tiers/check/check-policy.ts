/** What a policy of the right shape can still get wrong: names that nothing has, dates, durations, rules that need others. */
import { isZone } from '../../foundation/civil.js';
import type { Problem } from '../../foundation/problem.js';
import type { TierPolicy } from '../model.js';
import { checkCounters, checkSchedule } from './check-counters.js';
import { checkAfter, checkDay, checkSpan, checkWindow } from './check-criterion.js';
import { checkDuration, checkSomeTime, checkValidity } from './check-duration.js';
import { checkLadder } from './check-ladder.js';
import { checkMetrics } from './check-metrics.js';
import { checkOffers, checkTierName } from './check-offers.js';
import { problem, repeats } from './policy-problem.js';

/** All problems of a policy; none means that members can be judged by it. */
export function checkPolicy(policy: TierPolicy): readonly Problem[] {
  const names = policy.tiers.map(({ tier }) => tier);
  return [
    ...checkSpan(policy.effective, ['effective']),
    ...checkChange(policy, names),
    ...(isZone(policy.zone) ? [] : [problem('unknownZone', ['zone'], { kind: 'zone' }, policy.zone)]),
    ...checkDay(policy.counts.from, ['counts', 'from']),
    ...checkMetrics(policy.metrics, names),
    ...checkWindow(policy.window, ['window'], false),
    ...checkLadder(policy),
    ...(policy.renewal.window === undefined
      ? []
      : checkWindow(policy.renewal.window, ['renewal', 'window'], false)),
    ...checkValidity(policy.validity, ['validity']),
    ...checkDuration(policy.minimumHold, ['minimumHold']),
    ...checkSchedule(policy),
    ...checkDuration(policy.grace.tier, ['grace', 'tier']),
    ...checkDuration(policy.grace.counters, ['grace', 'counters']),
    ...checkCounters(policy),
    ...checkOffers(policy),
    ...policy.notices.flatMap((notice, i) => checkSomeTime(notice, ['notices', i])),
    ...repeats(policy.notices, (i) => ['notices', i], { en: 'notice', zh: '提前通知时间' }),
  ];
}

function checkChange({ change, effective }: TierPolicy, names: readonly string[]): readonly Problem[] {
  const { extendTo, renamed = {} } = change;
  const path = ['change', 'extendTo'];
  const notADay = checkDay(extendTo, path);
  const alone = extendTo === undefined || effective.from === undefined || notADay.length > 0;
  return [
    ...notADay,
    ...(alone ? [] : checkAfter(effective.from, extendTo, path)),
    ...Object.entries(renamed).flatMap(([old, name]) =>
      checkTierName(name, ['change', 'renamed', old], names),
    ),
  ];
}
