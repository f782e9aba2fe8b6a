/** Names in a member's log that no rule of the policy mentions: mostly typing errors. */
import type { Problem } from '../../foundation/problem.js';
import type { CompiledTiers } from '../evaluate/compile.js';
import { memberProblem, tiersProblem } from '../fold/as-of.js';
import type { TierEntry, TierMember } from '../member.js';
import type { ActivityFilter } from '../metric.js';
import type { TierPolicy } from '../model.js';
import { type Path, problem } from './policy-problem.js';

/** The names of each sort that a policy can mention. */
type Names<A> = Readonly<Record<'value' | 'type' | 'activityAttribute' | 'memberAttribute', A>>;

type Sort = keyof Names<unknown>;

/**
 * Names in a member's log that nothing in the policies asks for: values that no metric adds up (`night` where `nights`
 * is counted), activity types that no filter names, attributes that none tests. A replay takes such entries in and
 * counts nothing of them, without a word; here each name is a problem, once, at its first place, with the names there
 * are. Code `unknownName`; nothing found is an empty list.
 *
 * Not every such name is an error: hosts log more than a policy needs. A sort of name that no version of the policy
 * mentions (types, where nothing is filtered by type) is not looked at. What a replay refuses (repeated ids, offers
 * that are none) is for its `rejected` to say.
 *
 * @example
 * ```ts
 * import { auditTierLog, compileTiers, defineTierPolicy, describe, orThrow } from 'clientele/tiers';
 *
 * const policy = defineTierPolicy({
 *   name: 'our hotel',
 *   zone: 'Europe/Berlin',
 *   metrics: { nights: { kind: 'sum', of: 'nights', only: { types: ['stay'] } } },
 *   window: { kind: 'calendar', unit: 'year' },
 *   validity: { kind: 'duration', duration: 'P1Y' },
 *   tiers: [
 *     { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
 *     { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'nights', atLeast: 25 } },
 *   ],
 * });
 * const ann = {
 *   memberId: 'ann',
 *   enrolledAt: Date.UTC(2025, 0, 1),
 *   log: [
 *     { kind: 'activity', id: '1', at: Date.UTC(2025, 1, 1), type: 'stay', values: { nights: 2 } },
 *     { kind: 'activity', id: '2', at: Date.UTC(2025, 2, 1), type: 'Stay', values: { night: 3 } },
 *   ],
 * } as const;
 *
 * auditTierLog(orThrow(compileTiers(policy)), ann).map((one) => describe(one, 'en'));
 * // => ['log[1].type: expected "stay", found "Stay".', 'log[1].values.night: expected "nights", found "night".']
 * ```
 */
export function auditTierLog(tiers: CompiledTiers, member: TierMember): readonly Problem[] {
  const wrongArgument = tiersProblem(tiers) ?? memberProblem(member);
  if (wrongArgument !== undefined) return [wrongArgument];
  const known = namesIn(tiers.versions.map(({ policy }) => policy));
  const said: Names<Set<string>> = noNames();
  return member.log.flatMap((entry, i) =>
    usesOf(entry).flatMap(([sort, name, path]): readonly Problem[] => {
      if (typeof name !== 'string' || known[sort].size === 0 || known[sort].has(name) || said[sort].has(name))
        return [];
      said[sort].add(name);
      const expected = { kind: 'oneOf', values: [...known[sort]] } as const;
      return [problem('unknownName', ['log', i, ...path], expected, name)];
    }),
  );
}

function noNames(): Names<Set<string>> {
  return {
    value: new Set(),
    type: new Set(),
    activityAttribute: new Set(),
    memberAttribute: new Set(),
  };
}

/** What is mentioned in some version. */
function namesIn(policies: readonly TierPolicy[]): Names<ReadonlySet<string>> {
  const names = noNames();
  const filtered = ({ types = [], exceptTypes = [], where = [] }: ActivityFilter = {}): void => {
    for (const type of [...types, ...exceptTypes]) names.type.add(type);
    for (const { attribute } of where) names.activityAttribute.add(attribute);
  };
  for (const { counts, metrics, validity, tiers } of policies) {
    filtered(counts);
    for (const metric of Object.values(metrics)) {
      if ('only' in metric) filtered(metric.only);
      if (metric.kind === 'sum') names.value.add(metric.of);
      // The day is no attribute of an activity.
      if (metric.kind === 'distinct' && metric.of !== 'day') names.activityAttribute.add(metric.of);
      if (metric.kind === 'attribute') names.memberAttribute.add(metric.attribute);
    }
    for (const one of [validity, ...tiers.map((tier) => tier.validity)])
      if (one?.kind === 'attribute') names.memberAttribute.add(one.attribute);
  }
  return names;
}

/** Every name that an entry uses, and where in it. Entries may come from anywhere. */
function usesOf(entry: TierEntry): readonly (readonly [Sort, string, Path])[] {
  const keys = (sort: Sort, key: 'values' | 'attributes', of: object | undefined) =>
    Object.keys(of ?? {}).map((name) => [sort, name, [key, name]] as const);
  switch (entry?.kind) {
    case 'activity':
      return [
        ['type', entry.type, ['type']],
        ...keys('value', 'values', entry.values),
        ...keys('activityAttribute', 'attributes', entry.attributes),
      ];
    case 'return':
    case 'redemption':
      return keys('value', 'values', entry.values);
    case 'attribute':
      return [['memberAttribute', entry.attribute, ['attribute']]];
    default:
      return [];
  }
}
