/** How the tiers of a ladder go together: whether each can be reached, and whether what is higher asks for more. */
import type { Statement } from '../../foundation/statement.js';
import type { Path } from '../check/policy-problem.js';
import { thresholdsOf } from '../evaluate/judge.js';
import type { Tier, TierPolicy } from '../model.js';
import { type Assumed, findValues, type Search } from './find-values.js';
import { exampleOf, valueWords } from './finding-words.js';
import { type Asked, axesOf, axisKey, rootOf } from './metric-axes.js';
import type { PolicyFinding } from './policy-finding.js';
import {
  baseOf,
  entriesOf,
  entryOf,
  givenBy,
  givenUp,
  ladderOf,
  renewalOf,
  startsAnew,
} from './policy-questions.js';
import { reachOf } from './reachable-tiers.js';

/** All findings about several tiers. */
export function examineLadder(policy: TierPolicy): readonly PolicyFinding[] {
  return [...unreachable(policy), ...nonMonotone(policy), ...hardRenewals(policy)];
}

function unreachable(policy: TierPolicy): readonly PolicyFinding[] {
  const { reached, open } = reachOf(policy);
  return policy.tiers.flatMap((tier, i): readonly PolicyFinding[] => {
    const path = ['tiers', i];
    if (open.has(tier.tier)) return [givenUp(path, tier.name)];
    if (reached.has(tier.tier)) return [];
    const asked = entryOf(policy, tier);
    const entered =
      asked === undefined
        ? 'none'
        : findValues(policy, { holds: [asked], beside: entriesOf(policy), together: true });
    if (entered === 'tooLarge') return [givenUp(path, tier.name)];
    if (asked === undefined || entered === 'none') {
      return [
        {
          kind: 'unreachableTier',
          severity: 'error',
          path,
          en: 'Nothing leads to {tier}: no entry criterion that can be met, no lifetime criterion and no offer.',
          zh: '没有途径可达到{tier}：既无可满足的入级条件，也无终身条件和授予项。',
          values: { tier: tier.name },
          counterexample: { kind: 'metrics', values: {}, over: [], gives: baseOf(policy).tier },
        },
      ];
    }
    return [
      shown(policy, [asked], entered, {
        kind: 'unreachableTier',
        severity: 'error',
        path,
        en: 'Nobody comes to rest at {tier}: {values} meets its entry criterion and gives {gives}.',
        zh: '没有会员会停留在{tier}：{values} 满足其入级条件，得到的却是{gives}。',
        values: { tier: tier.name, gives: givenBy(policy, entered).name },
      }),
    ];
  });
}

/** A finding with the values that show it. */
function shown(
  policy: TierPolicy,
  about: readonly Asked[],
  found: Assumed,
  { values, ...said }: Omit<PolicyFinding, 'counterexample'> & Statement,
): PolicyFinding {
  return {
    ...said,
    values: { ...values, values: valueWords(policy, { axes: axesOf(policy, about), values: found.values }) },
    counterexample: exampleOf(policy, found, givenBy(policy, found)),
  };
}

/** Of neighbours only: what holds from each tier to the next holds from any to any. */
function nonMonotone(policy: TierPolicy): readonly PolicyFinding[] {
  const entered = ladderOf(policy).filter(({ entry }) => entry !== undefined);
  return entered.flatMap((higher, i): readonly PolicyFinding[] => {
    const lower = entered[i - 1];
    // Where each step starts from what the one before has left, a higher step may well cost less.
    if (lower === undefined || startsAnew(policy, higher)) return [];
    const [above, below] = [entryOf(policy, higher), entryOf(policy, lower)];
    const place = ['tiers', policy.tiers.indexOf(higher), 'entry'];
    return differing(policy, above, below, place, higher, (asked, found) =>
      shown(policy, asked, found, {
        kind: 'nonMonotoneThresholds',
        severity: 'warning',
        path: place,
        en: '{higher} is above {lower} and does not ask for as much: {values} reaches {higher} but not {lower}.',
        zh: '{higher}高于{lower}，要求却并不更高：{values} 达到{higher}，但达不到{lower}。',
        values: { higher: higher.name, lower: lower.name },
      }),
    );
  });
}

function hardRenewals(policy: TierPolicy): readonly PolicyFinding[] {
  return policy.tiers.flatMap((tier, i) => {
    if (tier.renewal === undefined || tier.renewal === 'never') return [];
    const path = ['tiers', i, 'renewal'];
    return differing(policy, entryOf(policy, tier), renewalOf(policy, tier), path, tier, (asked, found) =>
      shown(policy, asked, found, {
        kind: 'renewalHarderThanEntry',
        severity: 'warning',
        path,
        en: '{tier} is harder to keep than to reach: {values} reaches it and does not renew it.',
        zh: '{tier}保级比入级更难：{values} 可以入级，却不能保级。',
        values: { tier: tier.name },
      }),
    );
  });
}

/** A finding where the first criterion can hold without the second, as far as the two can be compared. */
function differing(
  policy: TierPolicy,
  first: Asked | undefined,
  second: Asked | undefined,
  path: Path,
  tier: Tier,
  finding: (asked: readonly Asked[], found: Assumed) => PolicyFinding,
): readonly PolicyFinding[] {
  if (first === undefined || second === undefined || !comparable(policy, first, second)) return [];
  const found: Search = findValues(policy, {
    holds: [first],
    fails: [second],
    beside: entriesOf(policy),
    together: true,
  });
  if (found === 'none') return [];
  return [found === 'tooLarge' ? givenUp(path, tier.name) : finding([first, second], found)];
}

/** Like windows only: what somebody did this year says nothing of what they did since their last upgrade. */
function comparable(policy: TierPolicy, first: Asked, second: Asked): boolean {
  const windows = ({ criterion, window }: Asked, root: string): string =>
    [
      ...new Set(
        thresholdsOf(criterion)
          .filter((one) => rootOf(policy.metrics, one.metric) === root)
          .map((one) => axisKey(policy.metrics, root, one.window ?? window)),
      ),
    ]
      .sort()
      .join('\n');
  return axesOf(policy, [first, second]).every(({ metric }) => {
    const [a, b] = [windows(first, metric), windows(second, metric)];
    return a === '' || b === '' || a === b;
  });
}
