/** Which tiers a member can come to rest at, by activity, by an offer, for good, or on the way down. */

import type { QualificationCriterion } from '../criterion.js';
import type { DowngradeDepth, Tier, TierPolicy } from '../model.js';
import { endsWithPeriods, fitsIntoPeriod } from '../time/period-terms.js';
import { findValues, type Search } from './find-values.js';
import type { Asked } from './metric-axes.js';
import { ladderOf, renewalOf, startsAnew } from './policy-questions.js';

/** Names of the tiers that can be reached, and of those of which it is not known. */
export interface Reach {
  readonly reached: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
}

/**
 * Metrics are taken to be independent of each other here: what cannot be reached even so cannot be reached. Grants
 * outside the offers of the policy are not thought of.
 */
export function reachOf(policy: TierPolicy): Reach {
  const ladder = ladderOf(policy);
  const open = new Set<string>();
  const found = (tier: Tier, search: Search): boolean => {
    if (search === 'tooLarge') open.add(tier.tier);
    return search !== 'none';
  };
  const reached = new Set<string>();
  const opens = (tier: Tier, place: number): boolean =>
    place === 0 || given(policy, tier) || forGood(policy, tier) || found(tier, rising(policy, tier, reached));
  // What is reached by a fall may be where a climb begins.
  for (let before = -1; reached.size > before; ) {
    before = reached.size;
    ladder.forEach((tier, place) => {
      if (!reached.has(tier.tier) && opens(tier, place)) reached.add(tier.tier);
    });
    for (const tier of landings(policy, ladder, reached)) reached.add(tier);
  }
  return { reached, open };
}

/** By an offer, by its fallback, or by being the new name of another tier. */
function given({ offers, change }: TierPolicy, { tier }: Tier): boolean {
  const renamed = Object.values(change.renamed ?? {}).includes(tier);
  return (
    renamed ||
    Object.values(offers).some((offer) => {
      const { fallback } = offer;
      if (offer.mode !== 'ceiling' && (offer.tier ?? tier) === tier) return true;
      if (fallback?.kind === 'tier') return fallback.tier === tier;
      return fallback?.kind === 'graded' && fallback.steps.some((step) => step.tier === tier);
    })
  );
}

function forGood(policy: TierPolicy, { lifetime }: Tier): boolean {
  if (lifetime === undefined) return false;
  const asked: Asked = { criterion: lifetime, window: { kind: 'lifetime' } };
  return findValues(policy, { holds: [asked], together: false }) !== 'none';
}

/** By activity: values that lead to the tier and, where the path goes on at once, to none above it. */
function rising(policy: TierPolicy, tier: Tier, reached: ReadonlySet<string>): Search {
  const { path } = policy.upgrade;
  const climbed = ladderOf(policy).filter((one) => one.entry !== undefined || one.reentry !== undefined);
  const place = climbed.indexOf(tier);
  const above = climbed.slice(place + 1);
  if (place < 0) return 'none';
  if (path === 'jump') return entering(policy, tier, above);
  const start = ladderOf(policy).findLast((one) => one.rank < tier.rank && reached.has(one.tier));
  const steps = climbed
    .slice(0, place)
    .filter(({ rank }) => rank > (start?.rank ?? Number.NEGATIVE_INFINITY));
  if (steps.some((one) => entering(policy, one, []) === 'none')) return 'none';
  // Where the next step starts anew it asks for more.
  const passed = above.slice(0, 1).filter((next) => path === 'sequential' && !startsAnew(policy, next));
  return entering(policy, tier, passed);
}

/**
 * First entry, or return: where either holds and none of the others does. Who held a tier before is asked for what wins
 * it back, and so for those below it.
 */
function entering(policy: TierPolicy, tier: Tier, not: readonly Tier[]): Search {
  const again = [tier, ...not].filter(({ reentry }) => reentry !== undefined);
  const searches = [undefined, ...again].flatMap((highestHeld): readonly Search[] => {
    const asked = (one: Tier): readonly Asked[] => {
      const back = highestHeld !== undefined && one.rank <= highestHeld.rank ? one.reentry : undefined;
      return askedOf(back ?? one.entry, policy);
    };
    const holds = asked(tier);
    return holds.length === 0
      ? []
      : [findValues(policy, { holds, fails: not.flatMap(asked), together: false })];
  });
  return (
    searches.find((one) => typeof one !== 'string') ?? (searches.includes('tooLarge') ? 'tooLarge' : 'none')
  );
}

function askedOf(criterion: QualificationCriterion | undefined, { window }: TierPolicy): readonly Asked[] {
  return criterion === undefined ? [] : [{ criterion, window }];
}

/** By falling from a tier that can be reached. From the top down: who lands may fall again. */
function landings(
  policy: TierPolicy,
  ladder: readonly Tier[],
  reached: ReadonlySet<string>,
): readonly string[] {
  if (policy.downgrade.timing === 'never') return [];
  const all = new Set(reached);
  for (let from = ladder.length - 1; from > 0; from -= 1) {
    const tier = ladder[from];
    if (tier === undefined || !all.has(tier.tier)) continue;
    const depth = tier.depth ?? policy.downgrade.depth;
    for (const [place, lower] of ladder.slice(0, from).entries()) {
      if (landsAt(policy, ladder, depth, from, place)) all.add(lower.tier);
    }
  }
  return [...all];
}

function landsAt(
  policy: TierPolicy,
  ladder: readonly Tier[],
  depth: DowngradeDepth,
  from: number,
  place: number,
): boolean {
  switch (depth.kind) {
    case 'never':
    case 'toBase':
      return place === 0;
    case 'oneStep':
      return from - place === 1;
    case 'maxSteps':
      return from - place <= depth.steps;
    case 'toQualified':
    case 'highestOfTerm':
      return justified(policy, ladder, from, place);
  }
}

/**
 * Whether activity can justify keeping a tier and none of those from `from` down to it. One whose new term may be over
 * as it begins is lost although it is justified.
 */
function justified(policy: TierPolicy, ladder: readonly Tier[], from: number, place: number): boolean {
  const [tier, ...above] = ladder.slice(place, from + 1);
  const kept = tier && renewalOf(policy, tier);
  if (tier === undefined || kept === undefined) return place === 0;
  // What an earlier period gave and still runs asks nothing of those above in that period.
  const earlier = mayStillRun(policy, tier, ladder[from]);
  const lost = earlier ? [] : above.filter((one) => lasts(policy, one, ladder[from]));
  const fails = lost.flatMap((one) => renewalOf(policy, one) ?? []);
  return findValues(policy, { holds: [kept], fails, together: false }) !== 'none';
}

/** Whether a term of a tier, counted from the period that ended with another tier's term, always goes on after that. */
function lasts({ validity, grace }: TierPolicy, tier: Tier, ended: Tier | undefined): boolean {
  const own = tier.validity ?? validity;
  if (own.kind === 'duration') return own.roundDownTo === undefined;
  if (own.kind !== 'endOfPeriod') return true;
  return own.periods > 0 && grace.tier === undefined && tier.validity === ended?.validity;
}

/** Whether an earlier period than the one that is measured may have given a tier what still runs as another's term ends. */
function mayStillRun(policy: TierPolicy, tier: Tier, ended: Tier | undefined): boolean {
  const { validity, upgrade, renewal, window } = policy;
  const own = tier.validity ?? validity;
  const measured = renewal.window ?? window;
  const periodic = measured.kind === 'calendar' || measured.kind === 'membershipYear';
  if (own.kind === 'whileQualified' || own.kind === 'attribute') return false;
  if (!periodic && own.kind !== 'endOfPeriod') return false;
  const alike = tier.validity === ended?.validity;
  const short =
    own.kind === 'duration' && own.roundUpTo === undefined && fitsIntoPeriod(measured, own.duration);
  if (!short) return !(alike && endsWithPeriods(measured, own));
  // It is over with the measured period, or what was done later than the other tier has renewed that as well.
  if (endsWithPeriods(measured, ended?.validity ?? validity)) return false;
  return !(alike && (upgrade.timing === 'nextPeriod' || renewal.timing === 'onQualifying'));
}
