/** What the benefits of a population's tiers cost, before and after a change of policy. */
import { compareText } from '../../foundation/ordering.js';
import type { Problem } from '../../foundation/problem.js';
import { type Result, unless } from '../../foundation/result.js';
import { problem, unknownName, wrong } from '../check/policy-problem.js';
import type { CompiledVersion } from '../evaluate/compile.js';
import type { BenefitCostChange, BenefitCosts, ComparedTier } from './policy-comparison.js';

type Sides = Readonly<Record<'before' | 'after', CompiledVersion>>;

/** Costs that are no whole number of minor units from zero on, and names that neither policy has. */
export function costProblems(costs: BenefitCosts, { before, after }: Sides): readonly Problem[] {
  const tiers = [...new Set([...before.places.keys(), ...after.places.keys()])];
  const benefits = [...new Set([...benefitIds(before), ...benefitIds(after)])];
  const { code, minorUnit } = costs.currency;
  return [
    ...(typeof code === 'string' && code !== ''
      ? []
      : [problem('missing', ['benefitCosts', 'currency', 'code'], { kind: 'present' }, code)]),
    ...(Number.isInteger(minorUnit) && minorUnit >= 0 && minorUnit <= 8
      ? []
      : [problem('outOfRange', ['benefitCosts', 'currency', 'minorUnit'], DECIMALS, minorUnit)]),
    ...tableProblems(costs.perBenefit, 'perBenefit', benefits, (path, name) => {
      if (benefits.length > 0)
        return problem('unknownBenefit', path, { kind: 'oneOf', values: benefits }, name);
      const type = { en: 'benefit of one of the policies', zh: '任一方案中的权益' };
      return wrong('unknownBenefit', path, type, name);
    }),
    ...tableProblems(costs.perTier, 'perTier', tiers, (path, name) =>
      unknownName('unknownTier', path, tiers, name),
    ),
  ];
}

const DECIMALS = { kind: 'range', min: 0, max: 8 } as const;
const AMOUNT = {
  kind: 'type',
  type: { en: 'whole number of minor units, 0 or more', zh: '不小于 0 的最小货币单位整数' },
} as const;

function tableProblems(
  table: Readonly<Record<string, number>> | undefined,
  key: 'perBenefit' | 'perTier',
  known: readonly string[],
  unknown: (path: Problem['path'], name: string) => Problem,
): readonly Problem[] {
  return Object.entries(table ?? {}).flatMap(([name, cost]) => {
    const path = ['benefitCosts', key, name];
    return [
      ...(known.includes(name) ? [] : [unknown(path, name)]),
      ...(Number.isSafeInteger(cost) && cost >= 0 ? [] : [problem('wrongType', path, AMOUNT, cost)]),
    ];
  });
}

/** The cost of everybody's benefits; a problem where a sum leaves the safe integers. */
export function costOf(
  costs: BenefitCosts,
  sides: Sides,
  members: Readonly<Record<'before' | 'after', readonly ComparedTier[]>>,
): Result<BenefitCostChange> {
  const side = (which: 'before' | 'after'): ReadonlyMap<string, bigint> =>
    new Map(
      members[which].map((one) => [one.tier, oneMember(costs, sides[which], one.tier) * BigInt(one.members)]),
    );
  const before = side('before');
  const after = side('after');
  const large: Problem[] = [];
  const settled = (sum: bigint): number => {
    const value = Number(sum);
    if (Number.isSafeInteger(value)) return value;
    large.push(problem('outOfRange', ['cost'], { kind: 'range', max: Number.MAX_SAFE_INTEGER }, sum));
    return 0;
  };
  const line = (was: bigint, is: bigint) => ({
    before: settled(was),
    after: settled(is),
    difference: settled(is - was),
  });
  const byTier = [...new Set([...after.keys(), ...before.keys()])].map((tier) => ({
    tier,
    ...line(before.get(tier) ?? 0n, after.get(tier) ?? 0n),
  }));
  const total = (one: ReadonlyMap<string, bigint>): bigint => [...one.values()].reduce((a, b) => a + b, 0n);
  const change = {
    currency: costs.currency,
    ...line(total(before), total(after)),
    byTier,
    withoutCost: withoutCost(costs, sides),
  };
  return unless(large, () => change);
}

function oneMember(costs: BenefitCosts, version: CompiledVersion, tier: string): bigint {
  const own = priceIn(costs.perTier, tier) ?? 0;
  const benefits = version.tiers[version.places.get(tier) ?? -1]?.benefits ?? [];
  return benefits.reduce(
    (sum, { benefit }) => sum + BigInt(priceIn(costs.perBenefit, benefit) ?? 0),
    BigInt(own),
  );
}

function withoutCost({ perBenefit }: BenefitCosts, { before, after }: Sides): readonly string[] {
  const all = new Set([...benefitIds(before), ...benefitIds(after)]);
  return [...all].filter((id) => priceIn(perBenefit, id) === undefined).sort(compareText);
}

function benefitIds({ tiers }: CompiledVersion): readonly string[] {
  return tiers.flatMap(({ benefits = [] }) => benefits.map(({ benefit }) => benefit));
}

/** Names come from the host; those of the prototype are none of them. */
function priceIn(table: Readonly<Record<string, number>> | undefined, name: string): number | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
