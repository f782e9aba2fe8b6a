/** Which tiers a member can come to rest at, by activity, by an offer, for good, or on the way down. */

import type { DowngradeDepth, Tier, TierPolicy } from '../model.js';
import { findValues, type Search } from './find-values.js';
import type { Asked } from './metric-axes.js';
import { entryOf, ladderOf, renewalOf } from './policy-questions.js';

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
  const reached = new Set(
    ladder
      .filter(
        (tier, place) =>
          place === 0 || given(policy, tier) || forGood(policy, tier) || found(tier, rising(policy, tier)),
      )
      .map(({ tier }) => tier),
  );
  for (const tier of landings(policy, ladder, reached)) reached.add(tier);
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
function rising(policy: TierPolicy, tier: Tier): Search {
  const { path, counters } = policy.upgrade;
  const climbed = ladderOf(policy).filter((one) => one.entry !== undefined || one.reentry !== undefined);
  const place = climbed.indexOf(tier);
  const above = climbed.slice(place + 1);
  if (place < 0) return 'none';
  if (path === 'jump') return entering(policy, tier, above);
  const blocked = climbed.slice(0, place).some((one) => entering(policy, one, []) === 'none');
  if (blocked) return 'none';
  // What was reached is taken off or starts anew, so that the next step asks for more.
  return entering(policy, tier, path === 'sequential' && counters === 'keep' ? above.slice(0, 1) : []);
}

/** First entry, or return: where either holds and none of the others does. */
function entering(policy: TierPolicy, tier: Tier, not: readonly Tier[]): Search {
  const fails = not.flatMap((one) => entryOf(policy, one) ?? []);
  const first = entryOf(policy, tier);
  const again = tier.reentry === undefined ? undefined : { criterion: tier.reentry, window: policy.window };
  const searches = [first, again].flatMap((asked) =>
    asked === undefined ? [] : [findValues(policy, { holds: [asked], fails, together: false })],
  );
  return (
    searches.find((one) => typeof one !== 'string') ?? (searches.includes('tooLarge') ? 'tooLarge' : 'none')
  );
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
  if (kept === undefined) return place === 0;
  const lost = above.filter((one) => lasts(policy, one, ladder[from]));
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
