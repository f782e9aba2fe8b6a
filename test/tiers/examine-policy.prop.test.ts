import {
  compileTiers,
  type DateExample,
  defineTierPolicy,
  evaluateTier,
  examineTierPolicy,
  describe as inWords,
  orThrow,
  type PolicyFinding,
  replayTiers,
  type Tier,
  type TierEntry,
  type TierEvent,
  type TierPolicy,
  type TierValidity,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../../src/foundation/civil.js';
import type { QualificationCriterion } from '../../src/tiers/criterion.js';
import { banded } from '../../src/tiers/evaluate/computed.js';
import { judge, type MetricValue } from '../../src/tiers/evaluate/judge.js';
import { WITHOUT_WINDOW, windowKey } from '../../src/tiers/evaluate/metric-values.js';
import { arbitraryZone, tierLogs, tierPolicies } from './arbitraries.js';

type Values = Readonly<Record<string, string | number | boolean>>;

function holds(criterion: QualificationCriterion, values: Values): boolean {
  return judge(criterion, ({ metric }) => values[metric]) === 'yes';
}

/** What a path leads to, without the rest of the policy. */
function at(policy: TierPolicy, path: PolicyFinding['path']): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], policy);
}

const NAMES = ['base', 'silver', 'gold', 'platinum', 'diamond'];
const named = (rank: number): Pick<Tier, 'tier' | 'name' | 'rank'> => {
  const tier = NAMES[rank] ?? 'base';
  return { tier, name: { en: tier, zh: tier }, rank };
};

/** One window, two or three counters, no renewals: criteria that can be tried on a grid. */
const threshold = fc
  .tuple(
    fc.constantFrom('nights', 'stays'),
    fc.constantFrom('atLeast', 'atLeast', 'moreThan', 'lessThan', 'atMost', 'is'),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([metric, sign, figure]) => ({ metric, [sign]: figure }) as unknown as QualificationCriterion);
const few = fc.array(threshold, { minLength: 1, maxLength: 3 });
const criterion: fc.Arbitrary<QualificationCriterion> = fc.oneof(
  threshold,
  few.map((allOf) => ({ allOf })),
  few.map((anyOf) => ({ anyOf })),
  few.map((of) => ({ atLeast: Math.ceil(of.length / 2), of })),
  fc.tuple(threshold, few).map(([one, anyOf]) => ({ allOf: [one, { anyOf }] })),
  fc.tuple(threshold, few).map(([one, allOf]) => ({ anyOf: [one, { allOf }] })),
);

const smallPolicies = fc
  .record({
    entries: fc.array(criterion, { minLength: 1, maxLength: 4 }),
    renewals: fc.array(fc.option(criterion, { nil: undefined }), { minLength: 4, maxLength: 4 }),
    path: fc.constantFrom('jump' as const, 'sequential' as const, 'oneStep' as const),
  })
  .map(({ entries, renewals, path }) =>
    defineTierPolicy({
      name: 'small',
      zone: 'UTC',
      metrics: { nights: { kind: 'sum', of: 'nights' }, stays: { kind: 'count' } },
      window: { kind: 'calendar', unit: 'year' },
      validity: { kind: 'lifetime' },
      upgrade: { path },
      downgrade: { timing: 'never' },
      tiers: [
        named(0),
        ...entries.map((entry, i): Tier => {
          const renewal = renewals[i];
          return { ...named(i + 1), entry, ...(renewal === undefined ? {} : { renewal }) };
        }),
      ],
    }),
  );

/** Every pair of figures that thresholds up to five can tell apart. */
const GRID: readonly Values[] = Array.from({ length: 8 * 8 }, (_, i) => ({
  nights: i % 8,
  stays: Math.floor(i / 8),
}));

function meets(tier: Tier | undefined, values: Values): boolean {
  return tier?.entry !== undefined && holds(tier.entry, values);
}

function highest({ tiers }: TierPolicy, values: Values): string {
  return tiers.findLast((tier) => meets(tier, values))?.tier ?? 'base';
}

/** Over time: what was reached by other values stays reached, since nobody falls. */
function reachable(policy: TierPolicy): ReadonlySet<string> {
  const found = new Set<string>(['base']);
  const { path } = policy.upgrade;
  if (path === 'jump') return new Set(['base', ...GRID.map((values) => highest(policy, values))]);
  const above = policy.tiers.slice(1);
  for (const [i, tier] of above.entries()) {
    if (!GRID.some((values) => meets(tier, values))) break;
    const next = above[i + 1];
    const stays = GRID.some((values) => meets(tier, values) && !meets(next, values));
    if (path === 'oneStep' || stays) found.add(tier.tier);
  }
  return found;
}

function kinds(findings: readonly PolicyFinding[], kind: PolicyFinding['kind']): readonly PolicyFinding[] {
  return findings.filter((finding) => finding.kind === kind);
}

function valuesOf({ counterexample }: PolicyFinding): Values {
  return counterexample?.kind === 'metrics' ? counterexample.values : {};
}

describe('an examination of small policies, beside trying every value', () => {
  it('finds the tiers that nobody can reach, and no others', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const claimed = kinds(examineTierPolicy(policy), 'unreachableTier').map(({ path }) =>
          at(policy, [...path, 'tier']),
        );
        const reached = reachable(policy);
        expect(claimed).toEqual(policy.tiers.map(({ tier }) => tier).filter((tier) => !reached.has(tier)));
      }),
      { numRuns: 150 },
    );
  });

  it('finds every higher tier that is easier than the one below it', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const found = kinds(examineTierPolicy(policy), 'nonMonotoneThresholds');
        const wrong = policy.tiers.flatMap((tier, i) => {
          const lower = policy.tiers[i - 1];
          const easier = i > 1 && GRID.some((values) => meets(tier, values) && !meets(lower, values));
          return easier ? [['tiers', i, 'entry']] : [];
        });
        expect(found.map(({ path }) => path)).toEqual(wrong);
        for (const finding of found) {
          const i = Number(finding.path[1]);
          expect(meets(policy.tiers[i], valuesOf(finding))).toBe(true);
          expect(meets(policy.tiers[i - 1], valuesOf(finding))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds every renewal that is harder than entry', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const found = kinds(examineTierPolicy(policy), 'renewalHarderThanEntry');
        const keeps = ({ renewal }: Tier, values: Values): boolean =>
          renewal === undefined || renewal === 'never' || holds(renewal, values);
        const wrong = policy.tiers.flatMap((tier, i) =>
          GRID.some((values) => meets(tier, values) && !keeps(tier, values)) ? [['tiers', i, 'renewal']] : [],
        );
        expect(found.map(({ path }) => path)).toEqual(wrong);
        for (const finding of found) {
          const tier = policy.tiers[Number(finding.path[1])];
          expect(meets(tier, valuesOf(finding))).toBe(true);
          expect(tier !== undefined && keeps(tier, valuesOf(finding))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds parts that nothing satisfies, and parts without which the criterion means the same', () => {
    fc.assert(
      fc.property(smallPolicies, (policy) => {
        const findings = examineTierPolicy(policy);
        for (const finding of kinds(findings, 'contradictoryBands')) {
          const part = at(policy, finding.path) as QualificationCriterion;
          expect(GRID.some((values) => holds(part, values))).toBe(false);
          expect(holds(part, valuesOf(finding))).toBe(false);
        }
        for (const { entry } of policy.tiers.slice(1)) {
          const possible = entry === undefined || GRID.some((values) => holds(entry, values));
          if (!possible) expect(kinds(findings, 'contradictoryBands')).not.toEqual([]);
        }
        for (const finding of kinds(findings, 'dominatedCriterion')) {
          const index = Number(finding.path.at(-1));
          const key = finding.path.at(-2);
          const parts = at(policy, finding.path.slice(0, -1)) as readonly QualificationCriterion[];
          const rest = parts.filter((_, i) => i !== index);
          const whole = (of: readonly QualificationCriterion[], values: Values): boolean =>
            holds({ atLeast: key === 'allOf' ? of.length : 1, of }, values);
          for (const values of GRID) expect(whole(rest, values)).toBe(whole(parts, values));
          expect(whole(parts, valuesOf(finding))).toBe(true);
        }
        expect(kinds(findings, 'tooLargeToExamine')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

/** The criterion holds under the values of a finding, each over its window. */
function shows(
  policy: TierPolicy,
  finding: PolicyFinding,
  criterion: unknown,
  window: TierPolicy['window'],
): boolean {
  const example = finding.counterexample;
  if (example?.kind !== 'metrics') return false;
  const read = (name: string, over: TierPolicy['window']): MetricValue => {
    const metric = policy.metrics[name];
    if (metric?.kind === 'banded') return banded(metric.bands, read(metric.of, over));
    const other = example.over.find((one) => windowKey(one.window) === windowKey(over));
    const own = windowKey(over) === windowKey(policy.window) || WITHOUT_WINDOW.has(metric?.kind ?? 'count');
    return (own ? example.values : other?.values)?.[name];
  };
  return (
    judge(criterion as QualificationCriterion, (one) => read(one.metric, one.window ?? window)) === 'yes'
  );
}

function expectDifference(policy: TierPolicy, finding: PolicyFinding): void {
  const ladder = policy.tiers.filter(({ entry }) => entry !== undefined);
  const tier = policy.tiers[Number(finding.path[1])];
  const lower = tier === undefined ? undefined : ladder[ladder.indexOf(tier) - 1];
  expect(shows(policy, finding, tier?.entry, policy.window)).toBe(true);
  const renewal = finding.kind === 'renewalHarderThanEntry';
  const other = renewal ? tier?.renewal : lower?.entry;
  expect(shows(policy, finding, other, (renewal ? policy.renewal.window : undefined) ?? policy.window)).toBe(
    false,
  );
}

describe('an examination of any policy', () => {
  it('says every finding in two languages, at a path that is there, with an example', () => {
    fc.assert(
      fc.property(tierPolicies, (policy) => {
        for (const finding of examineTierPolicy(policy)) {
          expect(at(policy, finding.path)).toBeDefined();
          for (const language of ['en', 'zh'] as const)
            expect(inWords(finding, language)).not.toMatch(/undefined|[{}]|NaN/);
          expect(finding.counterexample === null).toBe(finding.kind === 'tooLargeToExamine');
          expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
          const values = finding.counterexample?.kind === 'metrics' ? finding.counterexample : undefined;
          if (values !== undefined && policy.upgrade.path === 'jump') {
            const tiers = orThrow(compileTiers(policy));
            expect(evaluateTier(tiers, values.values, { over: values.over }).tier).toBe(values.gives);
          }
          if (finding.kind === 'nonMonotoneThresholds' || finding.kind === 'renewalHarderThanEntry')
            expectDifference(policy, finding);
          const dates = finding.counterexample?.kind === 'dates' ? finding.counterexample : undefined;
          if (dates !== undefined)
            expect(
              dates.reached < dates.expires &&
                (dates.expires < dates.until ||
                  (finding.kind === 'renewsItself' && dates.expires === dates.until)),
            ).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('calls no tier out of reach that a replayed member earns', () => {
    const enrolledAt = Date.UTC(2023, 0, 2);
    const lives = tierPolicies.chain((policy) => fc.tuple(fc.constant(policy), tierLogs(policy, enrolledAt)));
    fc.assert(
      fc.property(lives, ([policy, entries]) => {
        const claimed = kinds(examineTierPolicy(policy), 'unreachableTier').map(({ path }) =>
          at(policy, [...path, 'tier']),
        );
        fc.pre(claimed.length > 0);
        // What is granted freely is not thought of.
        const log = entries.filter(({ kind }) => kind !== 'grant' && kind !== 'revocation');
        const member = { memberId: 'm', enrolledAt, log };
        const history = orThrow(replayTiers(orThrow(compileTiers(policy)), member, { asOf: '2027-06-01' }));
        for (const { tier } of history.earned) expect(claimed).not.toContain(tier);
      }),
      { numRuns: 40 },
    );
  });

  it('finds nothing in a ladder that asks for more at every step and renews for no more', () => {
    const ladders = fc
      .record({
        steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 4,
        }),
        join: fc.constantFrom('anyOf' as const, 'allOf' as const),
        easier: fc.integer({ min: 0, max: 1 }),
        path: fc.constantFrom('jump' as const, 'sequential' as const, 'oneStep' as const),
        window: fc.constantFrom<TierPolicy['window']>(
          { kind: 'calendar', unit: 'year' },
          { kind: 'rollingMonths', months: 12 },
          { kind: 'rollingDays', days: 365 },
        ),
      })
      .map(({ steps, join, easier, path, window }) => {
        let [nights, stays] = [0, 0];
        return defineTierPolicy({
          name: 'a ladder',
          zone: 'UTC',
          metrics: { nights: { kind: 'sum', of: 'nights' }, stays: { kind: 'count' } },
          window,
          upgrade: { path },
          validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' },
          tiers: [
            named(0),
            ...steps.map(([a, b], i): Tier => {
              nights += a;
              stays += b;
              const both = (less: number): QualificationCriterion => {
                const parts = [
                  { metric: 'nights', atLeast: nights - less },
                  { metric: 'stays', atLeast: stays - less },
                ];
                return join === 'anyOf' ? { anyOf: parts } : { allOf: parts };
              };
              return { ...named(i + 1), entry: both(0), ...(easier === 0 ? {} : { renewal: both(easier) }) };
            }),
          ],
        });
      });
    fc.assert(
      fc.property(ladders, (policy) => {
        // A renewal for nothing implies its other part; that is a finding of its own.
        fc.pre(policy.tiers.every(({ renewal }) => !JSON.stringify(renewal ?? '').includes('"atLeast":0')));
        expect(examineTierPolicy(policy)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('findings of terms', () => {
  const DURATIONS = ['P1M', 'P3M', 'P6M', 'P12M', 'P30D', 'P90D', 'P365D'];
  const unit = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
  const validity: fc.Arbitrary<TierValidity> = fc.oneof(
    fc.record({ kind: fc.constant('duration' as const), duration: fc.constantFrom(...DURATIONS) }),
    fc.record({
      kind: fc.constant('duration' as const),
      duration: fc.constantFrom(...DURATIONS),
      roundDownTo: unit.map((one) => ({ unit: one })),
    }),
    fc.record({
      kind: fc.constant('endOfPeriod' as const),
      period: fc.oneof(
        unit.map((one) => ({ unit: one })),
        fc.constant('membershipYear' as const),
      ),
      periods: fc.constantFrom(0, 0, 1),
      extend: fc.constantFrom('P0D', 'P0D', 'P1M'),
    }),
  );
  const window = fc.constantFrom<TierPolicy['window']>(
    { kind: 'rollingDays', days: 365 },
    { kind: 'rollingDays', days: 31 },
    { kind: 'rollingMonths', months: 12 },
    { kind: 'rollingMonths', months: 3 },
    { kind: 'calendar', unit: 'year' },
  );
  const policies = fc
    .record({
      zone: arbitraryZone,
      window,
      common: validity,
      own: fc.option(validity, { nil: undefined }),
      path: fc.constantFrom('jump' as const, 'sequential' as const),
      timing: fc.constantFrom('onQualifying' as const, 'atExpiry' as const),
      depth: fc.constantFrom(
        { kind: 'toQualified' as const },
        { kind: 'oneStep' as const },
        { kind: 'toBase' as const },
        { kind: 'highestOfTerm' as const },
      ),
      counts: fc.constantFrom({}, { from: '2025-05-05' }),
      steps: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      joined: fc.constantFrom('anyOf', 'allOf'),
    })
    .map(({ zone, window: over, common, own, path, timing, depth, counts, steps: [a, b], joined }) => {
      const entry = (figure: number, stays: number): QualificationCriterion => {
        const parts = [
          { metric: 'nights', atLeast: figure },
          { metric: 'stays', atLeast: stays },
        ];
        return joined === 'anyOf' ? { anyOf: parts } : { allOf: parts };
      };
      return defineTierPolicy({
        name: 'terms',
        zone,
        metrics: { nights: { kind: 'sum', of: 'nights' }, stays: { kind: 'count' } },
        window: over,
        counts,
        upgrade: { path },
        renewal: { timing },
        downgrade: { depth },
        validity: common,
        tiers: [
          named(0),
          { ...named(1), entry: entry(a, 2), ...(own === undefined ? {} : { validity: own }) },
          { ...named(2), entry: entry(a + b, 4) },
        ],
      });
    });

  /** What befalls, as a term ends, a member whose activities of one day have brought exactly a tier. */
  function eventsAtEnd(policy: TierPolicy, rank: number, dates: DateExample): readonly TierEvent[] {
    const clock = zoneClock(policy.zone);
    const startOf = (day: string): number => clock.startOf(Date.parse(day) / 86_400_000);
    const nights = policy.tiers[rank]?.entry;
    const all =
      nights === undefined ? [] : 'allOf' in nights ? nights.allOf : 'anyOf' in nights ? nights.anyOf : [];
    const figures = all.map((one) => ('atLeast' in one ? one.atLeast : 0));
    const [figure = 0, stays = 0] = figures;
    const at = startOf(dates.reached) + 43_200_000;
    const log = Array.from({ length: stays }, (_, i): TierEntry => {
      const values = { nights: i === 0 ? figure : 0 };
      return { kind: 'activity', id: `${i}`, at: at + i, type: 'stay', values };
    });
    const member = { memberId: 'm', enrolledAt: startOf(dates.enrolled), log };
    const ends = startOf(dates.expires);
    const tiers = orThrow(compileTiers(policy));
    const before = orThrow(replayTiers(tiers, member, { asOf: ends - 1 })).standing;
    expect([before.tier, before.expiresAt]).toEqual([policy.tiers[rank]?.tier, ends]);
    return orThrow(replayTiers(tiers, member, { asOf: ends })).events.filter((event) => event.at === ends);
  }

  /** Replays the example of each finding about the end of a term, and says of which kinds they were. */
  function replayExamples(policy: TierPolicy): readonly PolicyFinding['kind'][] {
    const told = examineTierPolicy(policy).filter(
      ({ kind }) => kind === 'renewsItself' || kind === 'neverRenewed',
    );
    for (const { kind, path, counterexample } of told) {
      if (counterexample?.kind !== 'dates') throw new Error('days show it');
      const ranks = [1, 2].filter(
        (rank) => (policy.tiers[rank]?.validity === undefined) === (path[0] === 'validity'),
      );
      for (const rank of ranks) {
        const events = eventsAtEnd(policy, rank, counterexample);
        const { tier } = policy.tiers[rank] ?? named(rank);
        const renewed = events.some((event) => event.kind === 'renewed' && event.tier === tier);
        const lost = events.some(
          (event) => (event.kind === 'downgraded' || event.kind === 'softLanded') && event.from === tier,
        );
        expect([renewed, lost]).toEqual([kind === 'renewsItself', kind === 'neverRenewed']);
      }
    }
    return told.map(({ kind }) => kind);
  }

  it('are what a replay of their example shows', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        replayExamples(policy);
      }),
      { numRuns: 100 },
    );
  });

  it('are of both kinds', () => {
    // The same policies in every run: among few others one kind may be rare.
    const told = fc.sample(policies, { numRuns: 100, seed: 1 }).flatMap(replayExamples);
    for (const wanted of ['renewsItself', 'neverRenewed'])
      expect(told.filter((kind) => kind === wanted).length).toBeGreaterThan(3);
  });
});
