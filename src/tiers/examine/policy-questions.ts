/** The criteria of a policy as questions: over which window each is measured, where it stands, and what it is called. */
import type { Bilingual } from '../../foundation/statement.js';
import type { Path } from '../check/policy-problem.js';
import { thresholdsOf } from '../evaluate/judge.js';
import type { Tier, TierPolicy } from '../model.js';
import { type Assumed, truthOf } from './find-values.js';
import type { Asked } from './metric-axes.js';
import type { PolicyFinding } from './policy-finding.js';

/** A criterion with its place. */
export interface PlacedCriterion extends Asked {
  readonly path: Path;
  readonly name: Bilingual;
}

/** The tiers by rank, the base first. */
export function ladderOf({ tiers }: TierPolicy): readonly Tier[] {
  return tiers.toSorted((a, b) => a.rank - b.rank);
}

/** The base, which a checked policy always has. */
export function baseOf(policy: TierPolicy): Tier {
  const [base] = ladderOf(policy);
  if (base === undefined) throw new Error('a policy has two tiers at least');
  return base;
}

/** What brings a member in, if anything does. */
export function entryOf(policy: TierPolicy, { entry }: Tier): Asked | undefined {
  return entry === undefined ? undefined : { criterion: entry, window: policy.window };
}

/** Everything that brings members in. */
export function entriesOf(policy: TierPolicy): readonly Asked[] {
  return policy.tiers.flatMap((tier) => entryOf(policy, tier) ?? []);
}

/** What keeps the tier, if anything does. */
export function renewalOf(policy: TierPolicy, { entry, renewal }: Tier): Asked | undefined {
  const criterion = renewal ?? entry;
  if (criterion === undefined || criterion === 'never') return undefined;
  return { criterion, window: policy.renewal.window ?? policy.window };
}

/**
 * Whether a step up to a tier begins from what the step before has left: where that is taken off, or where counting
 * starts anew with each change.
 */
export function startsAnew({ upgrade, window }: TierPolicy, { entry, reentry }: Tier): boolean {
  if (upgrade.path === 'jump') return false;
  if (upgrade.counters !== 'keep') return true;
  return [entry, reentry]
    .flatMap((criterion) => (criterion === undefined ? [] : thresholdsOf(criterion)))
    .some((one) => ['sinceTierStart', 'sinceLastChange'].includes((one.window ?? window).kind));
}

/** The tier that values give a new member; what they leave open does not hold. */
export function givenBy(policy: TierPolicy, { values }: Assumed): Tier {
  const ladder = ladderOf(policy);
  const base = baseOf(policy);
  const open = ladder.filter((tier) => tier.entry !== undefined);
  const holds = (tier: Tier): boolean => {
    const asked = entryOf(policy, tier);
    return asked !== undefined && truthOf(policy, asked, values) === 'yes';
  };
  if (policy.upgrade.path === 'jump') return open.findLast(holds) ?? base;
  if (policy.upgrade.path === 'oneStep') return open.slice(0, 1).find(holds) ?? base;
  const stop = open.findIndex((tier) => !holds(tier));
  return open[(stop < 0 ? open.length : stop) - 1] ?? base;
}

const CRITERIA = ['entry', 'reentry', 'renewal', 'lifetime'] as const;
const NAMES: Readonly<Record<(typeof CRITERIA)[number], Bilingual>> = {
  entry: { en: 'entry criterion', zh: '入级条件' },
  reentry: { en: 're-entry criterion', zh: '重新入级条件' },
  renewal: { en: 'renewal criterion', zh: '保级条件' },
  lifetime: { en: 'lifetime criterion', zh: '终身条件' },
};

/** Every criterion of a policy. */
export function criteriaOf(policy: TierPolicy): readonly PlacedCriterion[] {
  const ofTiers = policy.tiers.flatMap((tier, i) =>
    CRITERIA.flatMap((key): readonly PlacedCriterion[] => {
      const criterion = tier[key];
      if (criterion === undefined || criterion === 'never') return [];
      const own = key === 'renewal' ? (policy.renewal.window ?? policy.window) : policy.window;
      return [
        {
          criterion,
          window: key === 'lifetime' ? { kind: 'lifetime' } : own,
          path: ['tiers', i, key],
          name: {
            en: `the ${NAMES[key].en} of ${tier.name.en}`,
            zh: `${tier.name.zh}的${NAMES[key].zh}`,
          },
        },
      ];
    }),
  );
  return [...ofTiers, ...offerCriteria(policy)];
}

function offerCriteria(policy: TierPolicy): readonly PlacedCriterion[] {
  const sinceGrant = { kind: 'sinceGrant' } as const;
  return Object.entries(policy.offers).flatMap(([offer, { requires, challenge, fallback }]) => {
    const path = ['offers', offer];
    const name = { en: `the offer ${offer}`, zh: `授予项 ${offer}` };
    const steps = fallback?.kind === 'graded' ? fallback.steps : [];
    return [
      ...(requires === undefined
        ? []
        : [{ criterion: requires, window: policy.window, path: [...path, 'requires'], name }]),
      ...(challenge === undefined
        ? []
        : [
            { criterion: challenge.keepIf, window: sinceGrant, path: [...path, 'challenge', 'keepIf'], name },
          ]),
      ...steps.map(({ when }, i) => {
        return { criterion: when, window: sinceGrant, path: [...path, 'fallback', 'steps', i, 'when'], name };
      }),
    ];
  });
}

/** The finding of a question that was given up. */
export function givenUp(path: Path, name: Bilingual): PolicyFinding {
  return {
    kind: 'tooLargeToExamine',
    severity: 'warning',
    path,
    en: '{criterion} could not be examined completely: too many values would have to be tried.',
    zh: '{criterion}未能完全检查：需要尝试的数值过多。',
    values: { criterion: capitalised(name) },
    counterexample: null,
  };
}

function capitalised({ en, zh }: Bilingual): Bilingual {
  return { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}`, zh };
}
