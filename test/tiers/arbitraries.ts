/** Arbitrary policies, and by way of their own file members: small, so that a counterexample can be read; figures narrow, so that tiers move. */
import fc from 'fast-check';
import type {
  ActivityFilter,
  CarryOver,
  GrantFallback,
  QualificationCriterion,
  QualificationWindow,
  QualifyingMetric,
  StatusOffer,
  Threshold,
  Tier,
  TierPolicy,
  TierSource,
  TierValidity,
  UpgradeRule,
} from '../../src/tiers/index.js';
import { seldom, sometimes, without } from './arbitrary-parts.js';

export { tierLogs, tierMembers } from './arbitrary-members.js';

/** Some turn their clocks at midnight (Havana, Cairo, Santiago, where the last hour of a day comes twice), some never. */
export const arbitraryZone: fc.Arbitrary<string> = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
  'Pacific/Auckland',
);

const NAMES = ['base', 'silver', 'gold', 'platinum', 'diamond'] as const;
const unit = fc.constantFrom('month' as const, 'quarter' as const, 'halfYear' as const, 'year' as const);
const calendarPeriod = fc.record({ unit, startMonth: fc.constantFrom(1, 2, 4, 12) });
const duration = fc.constantFrom('P1Y', 'P6M', 'P1M', 'P2W', 'P365D', 'P1Y6M', 'P30D');
const isoDays = fc.constantFrom('2023-07-01', '2024-02-29', '2025-01-01');

const periodWindow: fc.Arbitrary<QualificationWindow> = fc.oneof(
  fc.record({ kind: fc.constant('calendar' as const), unit, startMonth: fc.constantFrom(1, 4) }),
  fc.record({
    kind: fc.constant('calendar' as const),
    unit: fc.constant('year' as const),
    ago: fc.nat({ max: 2 }),
  }),
  fc.record({ kind: fc.constant('membershipYear' as const) }, { requiredKeys: ['kind'] }),
);

/** Every kind of window that needs no grant. */
export const arbitraryWindow: fc.Arbitrary<QualificationWindow> = fc.oneof(
  { weight: 3, arbitrary: periodWindow },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rollingDays' as const), days: fc.constantFrom(1, 30, 365) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rollingMonths' as const), months: fc.constantFrom(1, 12) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wholeMonths' as const), months: fc.constantFrom(1, 12) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('sinceTierStart' as const, 'sinceLastChange' as const),
      withTrigger: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<QualificationWindow>(
      { kind: 'lifetime' },
      { kind: 'balance' },
      { kind: 'fixed', from: '2023-07-01', until: '2025-01-01' },
    ),
  },
);

const filter: fc.Arbitrary<ActivityFilter> = fc.constantFrom<ActivityFilter>(
  { types: ['stay'] },
  { exceptTypes: ['giftCard'] },
  { where: [{ attribute: 'paid', is: true }] },
  { where: [{ attribute: 'hotel', notIn: ['c'] }] },
);

/** Metrics by name, one to three: at least one counter, perhaps another, perhaps one of another kind. */
const metrics: fc.Arbitrary<Readonly<Record<string, QualifyingMetric>>> = fc
  .record({
    first: fc.constantFrom('points', 'stays'),
    second: fc.constantFrom('points', 'stays', 'hotels', 'none'),
    other: fc.constantFrom('none', 'none', 'tenure', 'held', 'plan', 'growth', 'level'),
    only: sometimes(filter),
    decimals: sometimes(fc.constantFrom(1, 2)),
    longestRun: fc.boolean(),
    sources: sometimes(
      fc.constantFrom<TierSource[]>(['earned'], ['earned', 'lifetime'], ['manual', 'gift', 'challenge']),
    ),
    half: fc.boolean(),
  })
  .map(({ first, second, other, only, decimals, longestRun, sources, half }) => {
    const parts: { metric: string; times: number }[] = [{ metric: first, times: 2 }];
    if (half && second !== first && second !== 'none') parts.push({ metric: second, times: 0.5 });
    const all: Readonly<Record<string, QualifyingMetric>> = {
      points: without({ kind: 'sum' as const, of: 'points', only, decimals }),
      stays: without({ kind: 'count' as const, only }),
      hotels: { kind: 'distinct', of: 'hotel' },
      tenure: { kind: 'tenure', unit: 'months' },
      held: without({
        kind: 'timeAtTier' as const,
        tier: 'silver',
        unit: 'months' as const,
        longestRun,
        sources,
      }),
      plan: { kind: 'attribute', attribute: 'plan' },
      growth: { kind: 'combined', of: parts },
      level: {
        kind: 'banded',
        of: first,
        bands: [
          { from: 0, value: 1 },
          { from: 5, value: 10 },
          { from: 20, value: 30 },
        ],
      },
    };
    const names = [...new Set([first, second, other])].filter((name) => name !== 'none');
    return Object.fromEntries(names.map((name) => [name, all[name] ?? { kind: 'count' }]));
  });

/** A threshold on one of the metrics; higher tiers draw higher figures. */
function threshold(names: readonly string[], rank: number): fc.Arbitrary<Threshold> {
  return fc
    .record({
      metric: fc.constantFrom(...names),
      figure: fc.integer({ min: 1, max: 6 }).map((n) => n * (rank + 1)),
      sign: fc.constantFrom(
        'atLeast',
        'atLeast',
        'atLeast',
        'atLeast',
        'moreThan',
        'atMost',
        'lessThan',
        'is',
      ),
      window: seldom(arbitraryWindow),
    })
    .map(({ metric, figure, sign, window }): Threshold => {
      const measured = without({ metric, window });
      if (metric === 'plan') return { ...measured, is: figure % 2 === 0 ? 'plus' : 'basic' };
      if (sign === 'is') return { ...measured, atLeast: figure };
      return { ...measured, [sign]: figure } as Threshold;
    });
}

function criterion(names: readonly string[], rank: number): fc.Arbitrary<QualificationCriterion> {
  const one = threshold(names, rank);
  const few = fc.array(one, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: few.map((allOf) => ({ allOf })) },
    { weight: 1, arbitrary: few.map((anyOf) => ({ anyOf })) },
    {
      weight: 1,
      arbitrary: few.map((of) => ({ atLeast: Math.ceil(of.length / 2), of })),
    },
    { weight: 1, arbitrary: fc.tuple(one, few).map(([a, anyOf]) => ({ allOf: [a, { anyOf }] })) },
  );
}

const validity: fc.Arbitrary<TierValidity> = fc.oneof(
  fc
    .record({
      kind: fc.constant('endOfPeriod' as const),
      period: fc.oneof(calendarPeriod, fc.constant('membershipYear' as const)),
      periods: fc.nat({ max: 2 }),
      extend: sometimes(fc.constantFrom('P1M', 'P2M', 'P15D')),
    })
    .map(without),
  fc
    .record({ kind: fc.constant('duration' as const), duration, roundUpTo: sometimes(calendarPeriod) })
    .map(without),
  fc.constantFrom<TierValidity>(
    { kind: 'whileQualified' },
    { kind: 'lifetime' },
    { kind: 'attribute', attribute: 'validUntil' },
  ),
);

const depth = fc.constantFrom<TierPolicy['downgrade']['depth']>(
  { kind: 'toQualified' },
  { kind: 'oneStep' },
  { kind: 'maxSteps', steps: 2 },
  { kind: 'toBase' },
  { kind: 'highestOfTerm' },
  { kind: 'never' },
);

function tier(names: readonly string[], rank: number): fc.Arbitrary<Tier> {
  const name = NAMES[rank] ?? 'base';
  const said = { tier: name, name: { en: name, zh: `${rank} 级` }, rank };
  if (rank === 0) return fc.constant(said);
  const asked = criterion(names, rank);
  return fc
    .record({
      entry: fc.option(asked, { nil: undefined, freq: 12 }),
      reentry: seldom(asked),
      renewal: seldom(fc.oneof(asked, asked, fc.constant('never' as const))),
      lifetime: fc.constantFrom<(QualificationCriterion | undefined)[]>(undefined, undefined, undefined, {
        metric: names[0] ?? '',
        atLeast: 15 * rank,
      }),
      validity: sometimes(validity),
      depth: sometimes(depth),
      benefits: sometimes(
        fc.constant<Tier['benefits']>([
          {
            benefit: 'bonus',
            name: { en: 'Bonus points', zh: '奖励积分' },
            kind: 'pointsBonus',
            percent: 25 * rank,
          },
        ]),
      ),
    })
    .map((over) => without({ ...said, ...over }));
}

function offers(
  names: readonly string[],
  tiers: readonly string[],
): fc.Arbitrary<Record<string, StatusOffer>> {
  const given = fc.constantFrom(...tiers);
  const asked = threshold(names, 1);
  const since = threshold(names, 1).map((one): QualificationCriterion => {
    return { ...one, window: { kind: 'sinceGrant' } };
  });
  const fallback: fc.Arbitrary<GrantFallback> = fc.oneof(
    fc.constant<GrantFallback>({ kind: 'earned' }),
    given.map((name): GrantFallback => ({ kind: 'tier', tier: name })),
    fc.tuple(since, given, fc.boolean()).map(([when, name, unlessHeldBefore]): GrantFallback => {
      return { kind: 'graded', steps: [{ when, tier: name }], unlessHeldBefore };
    }),
  );
  const offer: fc.Arbitrary<StatusOffer> = fc
    .record({
      source: fc.constantFrom(
        'manual' as const,
        'statusMatch' as const,
        'challenge' as const,
        'gift' as const,
      ),
      mode: fc.constantFrom('floor' as const, 'floor' as const, 'pin' as const, 'ceiling' as const),
      tier: given,
      lasts: sometimes(duration),
      requires: seldom(asked),
      notIfHeld: seldom(fc.boolean()),
      allowance: seldom(
        fc.record({ times: fc.integer({ min: 1, max: 2 }), per: fc.constantFrom('P3Y', 'P6M', 'lifetime') }),
      ),
      challenge: sometimes(
        fc.record({ keepIf: since, keepFor: sometimes(duration) }).map((one) => without(one)),
      ),
      fallback: sometimes(fallback),
    })
    .map((one) => without(one));
  return fc.record({ match: sometimes(offer), gift: sometimes(offer) }).map((one) => without(one));
}

function carryOver(names: readonly string[], tiers: readonly string[]): fc.Arbitrary<CarryOver> {
  return fc
    .record({
      of: fc.constantFrom('surplus' as const, 'remaining' as const),
      metrics: fc.constant(names),
      percentage: fc.constantFrom(undefined, 50, 100),
      cap: fc.constantFrom<CarryOver['cap'] | undefined>(undefined, 10, { [tiers[1] ?? '']: 5 }),
      onceOnly: fc.constantFrom(undefined, true, false),
      tiers: fc.constantFrom(undefined, [tiers.at(-1) ?? '']),
    })
    .map((one) => without(one));
}

/** What members are judged by; parts that do not go together are put right when they meet. */
function rules(
  names: readonly string[],
  counters: readonly string[],
  count: number,
): fc.Arbitrary<TierPolicy> {
  const tiers = NAMES.slice(0, count);
  const upgrade = fc.record<UpgradeRule>({
    timing: fc.constantFrom('immediate', 'immediate', 'nextPeriod', 'onSchedule'),
    path: fc.constantFrom('jump', 'jump', 'sequential', 'oneStep'),
    counters: fc.constantFrom('keep', 'keep', 'reset', 'deductThreshold'),
  });
  return fc
    .record({
      zone: arbitraryZone,
      window: arbitraryWindow,
      period: periodWindow,
      ofBalance: fc.boolean(),
      tiers: fc.tuple(...tiers.map((_, rank) => tier(names, rank))),
      upgrade,
      renewal: fc
        .record({
          timing: fc.constantFrom('onQualifying' as const, 'atExpiry' as const),
          window: seldom(arbitraryWindow),
        })
        .map((one) => without(one)),
      validity,
      minimumHold: seldom(duration),
      downgrade: fc.record({
        timing: fc.constantFrom<TierPolicy['downgrade']['timing']>(
          'atExpiry',
          'atExpiry',
          'atExpiry',
          'atExpiry',
          'never',
          'immediate',
          'onSchedule',
          'onReturn',
        ),
        depth,
      }),
      schedule: calendarPeriod,
      day: fc.constantFrom(1, 2, 28),
      grace: fc
        .record({
          tier: seldom(fc.constantFrom('P1M', 'P15D')),
          counters: seldom(fc.constantFrom('P1M', 'P15D')),
        })
        .map((one) => without(one)),
      carryOver: sometimes(carryOver(counters, tiers)),
      returns: fc.record<TierPolicy['returns']>({
        clawback: fc.constantFrom(
          'atOnce',
          'atOnce',
          'atNextEvaluation',
          'protectedInTerm',
          'ifCausedUpgrade',
        ),
        rewards: fc.constantFrom('reverse', 'keep'),
        negativeBalance: fc.boolean(),
      }),
      offers: offers(names, tiers),
      notices: fc.subarray(['P30D', 'P2M']),
      from: seldom(isoDays),
    })
    .map(({ period, ofBalance, schedule, day, from, carryOver: carried, ...drawn }): TierPolicy => {
      const { upgrade, downgrade } = drawn;
      const scheduled = upgrade.timing === 'onSchedule' || downgrade.timing === 'onSchedule';
      // A surplus is of a period, and of counters that upgrades leave alone; a remainder of what goes on until the term ends.
      const nextPeriod = upgrade.timing === 'nextPeriod';
      const carryOver = carried && nextPeriod ? { ...carried, of: 'surplus' as const } : carried;
      const surplus = carryOver?.of === 'surplus';
      const ongoing = ['balance', 'sinceTierStart', 'sinceLastChange'].includes(drawn.window.kind);
      const remains = carryOver?.of === 'remaining' && (ofBalance || !ongoing);
      const inPeriods = nextPeriod || surplus;
      const derived = names.some((name) => ['hotels', 'growth', 'level'].includes(name));
      return {
        format: 'tier-policy@1',
        name: 'drawn',
        ladder: 'main',
        version: '1',
        effective: {},
        change: { held: 'keep' },
        counts: without({ from }),
        metrics: {},
        ...without({ ...drawn, carryOver, schedule: scheduled ? { ...schedule, day } : undefined }),
        window: inPeriods ? period : remains ? { kind: 'balance' } : drawn.window,
        upgrade:
          surplus || (derived && upgrade.counters === 'deductThreshold')
            ? { ...upgrade, counters: 'keep' }
            : upgrade,
      };
    });
}

/** Valid policies over all axes: two to five tiers, one to three metrics. */
export const tierPolicies: fc.Arbitrary<TierPolicy> = fc
  .tuple(metrics, fc.integer({ min: 2, max: 5 }))
  .chain(([measured, count]) => {
    const names = Object.keys(measured);
    const counters = names.filter((name) => name === 'points' || name === 'stays');
    return rules(names, counters, count).map((policy) => ({ ...policy, metrics: measured }));
  });
