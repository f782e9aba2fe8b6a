import {
  benlaiTiers,
  compileTiers,
  defineTierPolicy,
  examineTierPolicy,
  flyingBlueTiers,
  hiltonTiers2025,
  hiltonTiers2026,
  hyattTiers,
  describe as inWords,
  marriottTiers,
  orThrow,
  type PolicyFinding,
  type QualificationCriterion,
  replayTiers,
  type Tier,
  type TierEntry,
  type TierPolicy,
  type TierPolicyInput,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const metrics: TierPolicyInput['metrics'] = {
  nights: { kind: 'sum', of: 'nights' },
  stays: { kind: 'count' },
  spend: { kind: 'sum', of: 'spend', decimals: 2 },
  tenure: { kind: 'tenure', unit: 'years' },
  plan: { kind: 'attribute', attribute: 'plan' },
  years: {
    kind: 'banded',
    of: 'tenure',
    bands: [
      { from: 1, value: 100 },
      { from: 3, value: 200 },
    ],
  },
  growth: {
    kind: 'combined',
    of: [
      { metric: 'nights', times: 1 },
      { metric: 'years', times: 1 },
    ],
  },
};

const LADDER = ['base', 'silver', 'gold', 'platinum'];

/** A tier for each entry criterion, or for whatever else is said of it. */
function ladder(...above: readonly (QualificationCriterion | Partial<Tier>)[]): readonly Tier[] {
  const named = (rank: number): Tier => {
    const tier = LADDER[rank] ?? '';
    return { tier, name: { en: tier, zh: `${rank} 级` }, rank };
  };
  const isCriterion = (one: object): one is QualificationCriterion =>
    ['metric', 'allOf', 'anyOf', 'of'].some((key) => key in one);
  return [
    named(0),
    ...above.map((one, i) => ({ ...named(i + 1), ...(isCriterion(one) ? { entry: one } : one) })),
  ];
}

const nights = (atLeast: number): QualificationCriterion => ({ metric: 'nights', atLeast });

function policy(tiers: readonly Tier[], over: Partial<TierPolicyInput> = {}): TierPolicy {
  return defineTierPolicy({
    name: 'examined',
    zone: 'UTC',
    metrics,
    window: { kind: 'calendar', unit: 'year' },
    validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
    downgrade: { depth: { kind: 'toBase' } },
    tiers,
    ...over,
  });
}

function found(examined: TierPolicy): readonly (readonly [PolicyFinding['kind'], string])[] {
  return examineTierPolicy(examined).map(({ kind, path }) => [kind, path.join('.')]);
}

function examples(examined: TierPolicy): readonly unknown[] {
  return examineTierPolicy(examined).map(({ counterexample }) =>
    counterexample?.kind === 'metrics' ? [counterexample.values, counterexample.gives] : counterexample,
  );
}

describe('a tier that nobody reaches', () => {
  it('asks for more than the tier above it', () => {
    const examined = policy(ladder(nights(50), nights(25)));
    expect(found(examined)).toEqual([
      ['unreachableTier', 'tiers.1'],
      ['nonMonotoneThresholds', 'tiers.2.entry'],
    ]);
    expect(examples(examined)).toEqual([
      [{ nights: 50 }, 'gold'],
      [{ nights: 25 }, 'gold'],
    ]);
    expect(examineTierPolicy(examined).map((one) => inWords(one, 'en'))).toEqual([
      'Nobody comes to rest at silver: nights 50 meets its entry criterion and gives gold.',
      'gold is above silver and does not ask for as much: nights 25 reaches gold but not silver.',
    ]);
    expect(examineTierPolicy(examined).map((one) => inWords(one, 'zh'))).toEqual([
      '没有会员会停留在1 级：nights 50 满足其入级条件，得到的却是2 级。',
      '2 级高于1 级，要求却并不更高：nights 25 达到2 级，但达不到1 级。',
    ]);
  });

  it('has no way in, unless an offer, its fallback, a lifetime or a fall leads there', () => {
    const offer = { source: 'gift', mode: 'floor' } as const;
    const open = (over: Partial<TierPolicyInput>): readonly unknown[] =>
      found(policy(ladder({}, nights(25)), over));
    expect(open({})).toEqual([['unreachableTier', 'tiers.1']]);
    expect(open({ offers: { gift: { ...offer, tier: 'silver' } } })).toEqual([]);
    expect(open({ offers: { gift: { ...offer, tier: 'gold' } } })).toEqual([['unreachableTier', 'tiers.1']]);
    expect(open({ offers: { any: offer } })).toEqual([]);
    const fallback = { kind: 'tier', tier: 'silver' } as const;
    expect(open({ offers: { gift: { ...offer, tier: 'gold', fallback } } })).toEqual([]);
    expect(open({ change: { renamed: { bronze: 'silver' } } })).toEqual([]);
    expect(open({ downgrade: { depth: { kind: 'oneStep' } } })).toEqual([]);
    expect(open({ downgrade: { depth: { kind: 'toQualified' } } })).toEqual([['unreachableTier', 'tiers.1']]);
    expect(open({ downgrade: { timing: 'never', depth: { kind: 'oneStep' } } })).toEqual([
      ['unreachableTier', 'tiers.1'],
    ]);
    expect(found(policy(ladder({ lifetime: nights(500) }, nights(25))))).toEqual([]);
    const kept = ladder({ renewal: nights(10) }, nights(25));
    expect(found(policy(kept, { downgrade: { depth: { kind: 'toQualified' } } }))).toEqual([]);
  });

  it('is passed at once on the way to the next', () => {
    const tiers = ladder(nights(25), nights(20), nights(30));
    const path = (by: 'jump' | 'sequential' | 'oneStep'): readonly unknown[] =>
      found(policy(tiers, { upgrade: { path: by } })).filter(([kind]) => kind === 'unreachableTier');
    expect(path('jump')).toEqual([['unreachableTier', 'tiers.1']]);
    expect(path('sequential')).toEqual([['unreachableTier', 'tiers.1']]);
    expect(path('oneStep')).toEqual([]);
  });

  it('is landed on where the tier above is justified and its new term is over already', () => {
    const few = (atMost: number): QualificationCriterion => ({ metric: 'nights', atMost });
    const period = { unit: 'year' } as const;
    const above = (validity?: Tier['validity']): TierPolicy =>
      policy(ladder(few(3), { entry: few(4), ...(validity === undefined ? {} : { validity }) }), {
        validity: { kind: 'duration', duration: 'P1Y' },
        downgrade: { depth: { kind: 'toQualified' } },
        upgrade: { timing: 'nextPeriod' },
      });
    const short = above({ kind: 'endOfPeriod', period, periods: 0 });
    const member = { memberId: 'm', enrolledAt: Date.UTC(2023, 0, 2), log: [] };
    const { earned } = orThrow(replayTiers(orThrow(compileTiers(short)), member, { asOf: '2026-06-01' }));
    expect(earned.map(({ tier }) => tier)).toContain('silver');
    const reached = (examined: TierPolicy): boolean =>
      !found(examined).some(([kind]) => kind === 'unreachableTier');
    expect(reached(short)).toBe(true);
    expect(reached(above({ kind: 'duration', duration: 'P1Y', roundDownTo: period }))).toBe(true);
    expect(reached(above({ kind: 'endOfPeriod', period, periods: 1 }))).toBe(false);
    expect(reached(above())).toBe(false);
  });

  it('is where a climb rests that counts anew from each change', () => {
    const climb = (kind: 'sinceLastChange' | 'lifetime'): TierPolicy =>
      policy(ladder(nights(4), nights(3)), {
        window: { kind },
        upgrade: { path: 'sequential' },
        validity: { kind: 'lifetime' },
      });
    const log: readonly TierEntry[] = [
      { kind: 'activity', id: 's', at: Date.UTC(2023, 5, 1), type: 'stay', values: { nights: 4 } },
    ];
    const member = { memberId: 'm', enrolledAt: Date.UTC(2023, 0, 2), log };
    const restsAt = (examined: TierPolicy): string =>
      orThrow(replayTiers(orThrow(compileTiers(examined)), member, { asOf: '2023-12-31' })).standing.tier;
    expect([restsAt(climb('sinceLastChange')), restsAt(climb('lifetime'))]).toEqual(['silver', 'gold']);
    expect(found(climb('sinceLastChange'))).toEqual([]);
    expect(found(climb('lifetime')).map(([kind]) => kind)).toEqual([
      'unreachableTier',
      'nonMonotoneThresholds',
    ]);
  });

  it('is landed on by what an earlier period gave, though the tier above is kept by less', () => {
    const lasting = (periods: number) =>
      ({ kind: 'endOfPeriod', period: { unit: 'year' }, periods }) as const;
    const examined = (silver: number): TierPolicy =>
      policy(
        ladder(
          { entry: nights(10), validity: lasting(silver) },
          { entry: nights(10), renewal: nights(5), validity: lasting(1) },
        ),
        { validity: lasting(1), downgrade: { depth: { kind: 'toQualified' } } },
      );
    const log: readonly TierEntry[] = [
      { kind: 'activity', id: 's', at: Date.UTC(2023, 5, 1), type: 'stay', values: { nights: 30 } },
    ];
    const member = { memberId: 'm', enrolledAt: Date.UTC(2023, 0, 2), log };
    const { earned } = orThrow(
      replayTiers(orThrow(compileTiers(examined(3))), member, { asOf: '2026-12-01' }),
    );
    expect(earned.map(({ tier }) => tier)).toEqual(['base', 'gold', 'silver']);
    expect(found(examined(3)).filter(([kind]) => kind === 'unreachableTier')).toEqual([]);
  });

  it('is reached by who has to do more for the tier above to come back to it', () => {
    const again = policy(ladder(nights(10), { entry: nights(10), reentry: nights(50) }), {
      window: { kind: 'calendar', unit: 'year' },
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 },
      downgrade: { depth: { kind: 'toBase' } },
    });
    const stay = (id: string, year: number): TierEntry => {
      return { kind: 'activity', id, at: Date.UTC(year, 5, 1), type: 'stay', values: { nights: 20 } };
    };
    const member = {
      memberId: 'm',
      enrolledAt: Date.UTC(2023, 0, 2),
      log: [stay('1', 2023), stay('2', 2024)],
    };
    const { earned } = orThrow(replayTiers(orThrow(compileTiers(again)), member, { asOf: '2024-12-01' }));
    expect(earned.map(({ tier }) => tier)).toEqual(['base', 'gold', 'base', 'silver']);
    expect(found(again).filter(([kind]) => kind === 'unreachableTier')).toEqual([]);
  });

  it('is climbed to from a tier that was given and then earned', () => {
    const never: QualificationCriterion = { metric: 'stays', lessThan: 0 };
    const examined = (offers: TierPolicyInput['offers']): TierPolicy =>
      policy(ladder(never, nights(20), nights(30)), {
        upgrade: { path: 'oneStep' },
        ...(offers === undefined ? {} : { offers }),
      });
    const unreachable = (one: TierPolicy): readonly unknown[] =>
      found(one).flatMap(([kind, path]) => (kind === 'unreachableTier' ? [path] : []));
    const gift = {
      source: 'gift',
      mode: 'floor',
      tier: 'gold',
      lasts: 'P30D',
      fallback: { kind: 'tier', tier: 'gold' },
    } as const;
    const log: readonly TierEntry[] = [
      { kind: 'grant', id: 'g', at: Date.UTC(2023, 0, 3), offer: 'gift' },
      { kind: 'activity', id: 's', at: Date.UTC(2023, 5, 1), type: 'stay', values: { nights: 30 } },
    ];
    const member = { memberId: 'm', enrolledAt: Date.UTC(2023, 0, 2), log };
    const tiers = orThrow(compileTiers(examined({ gift })));
    expect(orThrow(replayTiers(tiers, member, { asOf: '2023-06-02' })).standing.earned.tier).toBe('platinum');
    expect(unreachable(examined({ gift }))).toEqual(['tiers.1']);
    expect(unreachable(examined(undefined))).toEqual(['tiers.1', 'tiers.2', 'tiers.3']);
  });

  it('stands behind a tier that nobody can enter', () => {
    const never: QualificationCriterion = { metric: 'stays', lessThan: 0 };
    const examined = policy(ladder(never, nights(20)), { upgrade: { path: 'sequential' } });
    expect(found(examined)).toContainEqual(['unreachableTier', 'tiers.2']);
    expect(found(policy(ladder(never, nights(20))))).not.toContainEqual(['unreachableTier', 'tiers.2']);
  });
});

describe('thresholds that do not rise', () => {
  it('are found across metrics', () => {
    const examined = policy(
      ladder({ anyOf: [nights(10), { metric: 'stays', atLeast: 5 }] }, { metric: 'stays', atLeast: 4 }),
    );
    expect(found(examined)).toEqual([['nonMonotoneThresholds', 'tiers.2.entry']]);
    expect(examples(examined)).toEqual([[{ nights: 0, stays: 4 }, 'gold']]);
  });

  it('are no matter where each step starts anew (Flying Blue 2023: 100, then 180, then 300 points)', () => {
    const upgrade = { path: 'sequential', counters: 'deductThreshold' } as const;
    expect(found(policy(ladder(nights(300), nights(180)), { upgrade }))).toEqual([]);
  });

  it('are not claimed over windows that differ', () => {
    const ever: QualificationCriterion = { metric: 'nights', atLeast: 100, window: { kind: 'lifetime' } };
    expect(found(policy(ladder(ever, nights(50))))).toEqual([]);
  });

  it('keep a lifetime above a year where both criteria measure both', () => {
    const both = (year: number, ever: number): QualificationCriterion => ({
      allOf: [nights(year), { metric: 'nights', atLeast: ever, window: { kind: 'lifetime' } }],
    });
    expect(
      found(policy(ladder(both(10, 40), both(50, 45)))).filter(([kind]) => kind !== 'dominatedCriterion'),
    ).toEqual([]);
    expect(found(policy(ladder(both(10, 60), both(50, 45))))).toContainEqual([
      'nonMonotoneThresholds',
      'tiers.2.entry',
    ]);
  });

  it('are found in steps of the metric: 10.00 is no less than more than 9.99', () => {
    const over = (sign: 'atLeast' | 'moreThan', figure: number): QualificationCriterion =>
      ({ metric: 'spend', [sign]: figure }) as unknown as QualificationCriterion;
    expect(found(policy(ladder(over('moreThan', 9.99), over('atLeast', 10))))).toEqual([
      ['unreachableTier', 'tiers.1'],
    ]);
    expect(found(policy(ladder(over('moreThan', 10), over('atLeast', 10))))).toContainEqual([
      'nonMonotoneThresholds',
      'tiers.2.entry',
    ]);
  });
});

describe('a renewal that is harder than entry', () => {
  it('asks for a higher figure, or for something else besides', () => {
    const harder = policy(ladder({ entry: nights(600), renewal: nights(700) }));
    expect(found(harder)).toEqual([['renewalHarderThanEntry', 'tiers.1.renewal']]);
    expect(examples(harder)).toEqual([[{ nights: 600 }, 'silver']]);
    const more = { allOf: [nights(600), { metric: 'stays', atLeast: 4 }] };
    expect(examples(policy(ladder({ entry: nights(600), renewal: more })))).toEqual([
      [{ nights: 600, stays: 0 }, 'silver'],
    ]);
  });

  it('is not one that asks for less (Qantas to 2025), nor one that is measured otherwise', () => {
    expect(found(policy(ladder({ entry: nights(700), renewal: nights(600) })))).toEqual([]);
    const newGrowth = policy(ladder({ entry: nights(200), renewal: nights(800) }), {
      renewal: { window: { kind: 'sinceTierStart' } },
    });
    expect(found(newGrowth)).toEqual([]);
  });
});

describe('parts of criteria', () => {
  it('that nothing satisfies are named as deep as they are', () => {
    const band = { allOf: [nights(10), { metric: 'nights', lessThan: 5 }] };
    const examined = policy(ladder({ anyOf: [{ metric: 'stays', atLeast: 1 }, band] }));
    expect(found(examined)).toEqual([['contradictoryBands', 'tiers.1.entry.anyOf.1']]);
    expect(examples(examined)).toEqual([[{ nights: 10, stays: 0 }, 'base']]);
    expect(inWords(examineTierPolicy(examined)[0] as PolicyFinding, 'en')).toBe(
      'Nothing can satisfy this part of the entry criterion of silver; nights 10 does not.',
    );
  });

  it.each<readonly [string, QualificationCriterion]>([
    ['fewer nights than none', { metric: 'nights', lessThan: 0 }],
    [
      'nine nights and a half',
      {
        allOf: [
          { metric: 'nights', moreThan: 9 },
          { metric: 'nights', lessThan: 10 },
        ],
      },
    ],
    [
      'two plans at once',
      {
        allOf: [
          { metric: 'plan', is: 'a' },
          { metric: 'plan', is: 'b' },
        ],
      },
    ],
    [
      'a band and the years below it',
      {
        allOf: [
          { metric: 'years', atLeast: 200 },
          { metric: 'tenure', lessThan: 3 },
        ],
      },
    ],
    ['a value no band has', { metric: 'years', is: 150 }],
  ])('cannot ask for %s', (_, entry) => {
    expect(found(policy(ladder(entry)))).toContainEqual(['contradictoryBands', 'tiers.1.entry']);
  });

  it('that another part implies are named', () => {
    const all = policy(ladder({ allOf: [nights(10), { metric: 'stays', atLeast: 2 }, nights(5)] }));
    expect(found(all)).toEqual([['dominatedCriterion', 'tiers.1.entry.allOf.2']]);
    expect(examples(all)).toEqual([[{ nights: 10, stays: 2 }, 'silver']]);
    const any = policy(ladder({ anyOf: [nights(10), nights(5)] }));
    expect(found(any)).toEqual([['dominatedCriterion', 'tiers.1.entry.anyOf.0']]);
    const same = policy(ladder({ anyOf: [nights(5), nights(5)] }));
    expect(found(same)).toEqual([['dominatedCriterion', 'tiers.1.entry.anyOf.1']]);
  });

  it('are examined in offers and lifetimes too', () => {
    const band = { allOf: [nights(10), { metric: 'nights', atMost: 9 }] };
    const offers = {
      match: {
        source: 'challenge',
        mode: 'floor',
        tier: 'silver',
        requires: band,
        challenge: { keepIf: band },
      },
    } as const;
    expect(found(policy(ladder({ entry: nights(1), lifetime: band }), { offers }))).toEqual([
      ['contradictoryBands', 'tiers.1.lifetime'],
      ['contradictoryBands', 'offers.match.requires'],
      ['contradictoryBands', 'offers.match.challenge.keepIf'],
    ]);
  });
});

describe('metrics made of others', () => {
  it('have only values that their parts can give (growth of 100 a year, as 全球通 2025)', () => {
    const rated = (growth: number): QualificationCriterion => ({
      allOf: [
        { metric: 'growth', moreThan: growth },
        { metric: 'tenure', atLeast: 1 },
      ],
    });
    expect(found(policy(ladder(rated(2000), rated(4000))))).toEqual([]);
    const unrated = policy(ladder(rated(2000), { metric: 'growth', moreThan: 1000 }));
    const [example] = examples(unrated) as readonly [readonly [{ growth: number; tenure: number }, string]];
    expect(found(unrated)[0]).toEqual(['unreachableTier', 'tiers.1']);
    expect(example[0].tenure).toBeGreaterThanOrEqual(1);
  });

  it('are given up where too much would have to be tried', () => {
    const many = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [`m${i}`, { kind: 'count', only: { types: [`t${i}`] } } as const]),
    );
    const of = Object.keys(many).map((metric) => ({ metric, atLeast: 1 }));
    const entry = (atLeast: number): QualificationCriterion => ({ atLeast, of });
    const examined = policy(ladder(entry(10), entry(12)), { metrics: many });
    expect(found(examined)).toEqual([['tooLargeToExamine', 'tiers.2.entry']]);
    expect(inWords(examineTierPolicy(examined)[0] as PolicyFinding, 'en')).toBe(
      'Gold could not be examined completely: too many values would have to be tried.',
    );
  });
});

describe('terms', () => {
  const one = ladder(nights(10));
  const dates = (over: Partial<TierPolicyInput>): unknown =>
    examineTierPolicy(policy(one, over)).map(({ kind, counterexample }) => ({ kind, ...counterexample }));

  it('shorter than the window', () => {
    expect(
      dates({ window: { kind: 'rollingDays', days: 365 }, validity: { kind: 'duration', duration: 'P6M' } }),
    ).toEqual([
      {
        kind: 'dates',
        enrolled: '2024-01-01',
        reached: '2024-01-01',
        expires: '2024-07-01',
        until: '2024-12-31',
      },
      // The purchase that brought the tier still counts then, too.
      {
        kind: 'dates',
        enrolled: '2024-01-01',
        reached: '2024-01-01',
        expires: '2024-07-01',
        until: '2024-12-31',
      },
    ]);
    const wrong = examineTierPolicy(policy(one, { validity: { kind: 'duration', duration: 'P6M' } }));
    expect(wrong.map(({ kind }) => kind)).toEqual(['validityShorterThanWindow']);
    expect(wrong.map((finding) => inWords(finding, 'en'))).toEqual([
      'The term is shorter than the window it is renewed by (calendar period): reached on 2024-01-01, it ends on 2024-07-01; a whole window from then goes to 2025-01-01.',
    ]);
  });

  it('that end before the window closes: 365 days in a leap year, or the quarter of another year', () => {
    expect(dates({ validity: { kind: 'duration', duration: 'P365D' } })).toMatchObject([
      { reached: '2024-01-01', expires: '2024-12-31', until: '2025-01-01' },
    ]);
    expect(dates({ validity: { kind: 'duration', duration: 'P1Y' } })).toEqual([]);
    const personal = { kind: 'endOfPeriod', period: 'membershipYear', periods: 0 } as const;
    const never = { reached: '2024-12-31', expires: '2025-01-01', until: '2026-01-01' };
    expect(dates({ validity: personal })).toMatchObject([
      { enrolled: '2023-07-01', reached: '2024-01-01', expires: '2024-07-01', until: '2025-01-01' },
      never,
    ]);
    expect(dates({ validity: personal, window: { kind: 'membershipYear' } })).toMatchObject([never]);
    // A grace holds the tier until the window has closed.
    expect(dates({ validity: { kind: 'duration', duration: 'P365D' }, grace: { tier: 'P1D' } })).toEqual([]);
  });

  it('that end before the minimum hold (Capillary: a check ten days after the upgrade)', () => {
    expect(
      dates({ validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 }, minimumHold: 'P3M' }),
    ).toMatchObject([{ reached: '2024-10-02', expires: '2025-01-01', until: '2025-01-02' }]);
    expect(dates({ minimumHold: 'P1Y' })).toEqual([]);
  });

  it('are not asked about where they do not decide', () => {
    const validity = { kind: 'duration', duration: 'P1M' } as const;
    expect(dates({ validity, downgrade: { timing: 'never' } })).toEqual([]);
    expect(dates({ validity, downgrade: { timing: 'onReturn' } })).toEqual([]);
    expect(dates({ validity: { kind: 'lifetime' } })).toEqual([]);
    expect(dates({ validity, window: { kind: 'lifetime' } })).toEqual([]);
  });
});

describe('the programmes after which presets are made', () => {
  const made: readonly (readonly [string, TierPolicy])[] = [
    ['Marriott', marriottTiers({ zone: 'UTC' })],
    ['Hilton to 2025', hiltonTiers2025({ zone: 'UTC' })],
    ['Hilton 2026', hiltonTiers2026({ zone: 'UTC' })],
    ['Hyatt', hyattTiers({ zone: 'UTC' })],
    ['Flying Blue', flyingBlueTiers({ zone: 'UTC' })],
    ['本来生活', benlaiTiers({ zone: 'UTC' })],
  ];

  it.each(made)('%s: nothing is found', (_, preset) => {
    expect(examineTierPolicy(preset)).toEqual([]);
  });
});

describe('a purchase that renews its own tier', () => {
  const rolling: TierPolicyInput['window'] = { kind: 'rollingDays', days: 365 };
  const forYear = (over: Partial<TierPolicyInput>): TierPolicy =>
    policy(ladder(nights(10)), {
      window: rolling,
      validity: { kind: 'duration', duration: 'P365D' },
      ...over,
    });

  it('still counts when the term ends', () => {
    const [finding] = examineTierPolicy(forYear({}));
    expect(finding?.counterexample).toEqual({
      kind: 'dates',
      enrolled: '2024-01-01',
      reached: '2024-01-01',
      expires: '2024-12-31',
      until: '2024-12-31',
    });
    expect(inWords(finding as PolicyFinding, 'en')).toBe(
      'One purchase renews its own tier (rolling days): reached on 2024-01-01, the term ends on 2024-12-31, and the purchase counts until 2024-12-31.',
    );
    expect(inWords(finding as PolicyFinding, 'zh')).toContain('为自己带来的等级保级');
  });

  it('is not claimed where the renewal has its own window or criterion, or the term is longer', () => {
    const is = (examined: TierPolicy): boolean => found(examined).some(([kind]) => kind === 'renewsItself');
    expect(is(forYear({}))).toBe(true);
    expect(is(forYear({ renewal: { window: { kind: 'sinceTierStart' } } }))).toBe(false);
    expect(is(forYear({ validity: { kind: 'duration', duration: 'P366D' } }))).toBe(false);
    expect(is(forYear({ upgrade: { counters: 'reset' } }))).toBe(false);
    expect(is(forYear({ tiers: ladder({ entry: nights(10), renewal: nights(8) }) }))).toBe(false);
  });
});

describe('a term that ends with its period', () => {
  const inYear = (over: Partial<TierPolicyInput> = {}, of: Partial<Tier> = {}): TierPolicy =>
    policy(ladder({ entry: nights(10), ...of }), {
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 },
      ...over,
    });
  const never = (examined: TierPolicy): readonly string[] =>
    found(examined).flatMap(([kind, path]) => (kind === 'neverRenewed' ? [path] : []));

  it('is never renewed by what was done in it', () => {
    const [finding] = examineTierPolicy(inYear());
    expect(finding).toMatchObject({
      kind: 'neverRenewed',
      severity: 'warning',
      path: ['validity'],
      counterexample: { kind: 'dates', reached: '2024-12-31', expires: '2025-01-01', until: '2026-01-01' },
    });
    expect(inWords(finding as PolicyFinding, 'en')).toBe(
      'A term ends with the period it was reached in, and nothing done in that period renews it: reached on 2024-12-31, it ends on 2025-01-01; with one period more (periods: 1) it would end on 2026-01-01.',
    );
    expect(inWords(finding as PolicyFinding, 'zh')).toContain('2024-12-31 达到，2025-01-01 到期');
  });

  it('is seen where it begins to count', () => {
    const later = inYear({ counts: { from: '2027-03-01' }, effective: { from: '2026-01-01' } });
    expect(examineTierPolicy(later)[0]?.counterexample).toMatchObject({ reached: '2027-12-31' });
  });

  it('is nothing odd in a policy that ends by then', () => {
    expect(never(inYear({ effective: { until: '2025-01-01' } }))).toEqual([]);
    expect(never(inYear({ effective: { until: '2025-01-02' } }))).toEqual(['validity']);
  });

  it('of one tier is told of that tier, and of none that says so itself', () => {
    const own = { validity: { kind: 'endOfPeriod', period: { unit: 'month' }, periods: 0 } } as const;
    expect(never(policy(ladder({ entry: nights(10), ...own })))).toEqual(['tiers.1.validity']);
    expect(never(inYear({}, { renewal: nights(5) }))).toEqual(['validity']);
    expect(never(inYear({}, { renewal: 'never' }))).toEqual([]);
    expect(never(inYear({}, { depth: { kind: 'never' } }))).toEqual([]);
  });

  it('may be renewed after it, where an extension, a grace, a hold or a schedule leaves time', () => {
    const extended = { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0, extend: 'P2M' } as const;
    expect(never(inYear({ validity: extended }))).toEqual([]);
    expect(never(inYear({ validity: extended, renewal: { timing: 'atExpiry' } }))).toEqual(['validity']);
    expect(never(inYear({ grace: { tier: 'P1M' } }))).toEqual([]);
    expect(never(inYear({ minimumHold: 'P1M' }))).toEqual([]);
    expect(never(inYear({ downgrade: { timing: 'onSchedule' }, schedule: { unit: 'year' } }))).toEqual([]);
    expect(never(inYear({ downgrade: { depth: { kind: 'highestOfTerm' } } }))).toEqual([]);
  });
});

describe('a period that is judged before anything is in it', () => {
  const yearly = (ago: number, day: number): TierPolicy =>
    policy(ladder(nights(10)), {
      window: { kind: 'calendar', unit: 'year', ago },
      upgrade: { timing: 'onSchedule' },
      schedule: { unit: 'year', day },
    });

  it('lets nobody rise, unless the period before it counts or its first days do', () => {
    const [finding] = examineTierPolicy(yearly(0, 1));
    expect(finding).toMatchObject({
      kind: 'judgesEmptyPeriod',
      severity: 'error',
      path: ['schedule'],
      counterexample: { kind: 'metrics', values: { nights: 0 }, gives: 'base' },
    });
    expect(inWords(finding as PolicyFinding, 'en')).toMatch(/^Nobody ever rises: /);
    expect(inWords(finding as PolicyFinding, 'zh')).toMatch(/^无人能够升级/);
    expect(found(yearly(1, 1))).toEqual([]);
    expect(found(yearly(0, 2))).toEqual([]);
  });
});

describe('the first steps', () => {
  it('a renewal or a re-entry leads nowhere where nothing leads in', () => {
    const only = (kind: PolicyFinding['kind'], ...above: readonly Partial<Tier>[]): readonly string[] =>
      found(policy(ladder(...above))).flatMap(([one, path]) => (one === kind ? [path] : []));
    expect(only('renewalWithoutEntry', { renewal: nights(5) })).toEqual(['tiers.1.renewal']);
    expect(only('renewalWithoutEntry', { reentry: nights(5) })).toEqual(['tiers.1.reentry']);
    expect(only('renewalWithoutEntry', { renewal: nights(5), lifetime: nights(500) })).toEqual([]);
    expect(only('renewalWithoutEntry', { entry: nights(9), renewal: nights(5) })).toEqual([]);
  });

  it('a threshold of nothing is met by everybody', () => {
    const [finding] = examineTierPolicy(policy(ladder(nights(0))));
    expect(finding).toMatchObject({
      kind: 'metByEverybody',
      severity: 'warning',
      path: ['tiers', 1, 'entry'],
      counterexample: { kind: 'metrics', values: { nights: 0 }, gives: 'silver' },
    });
    expect(inWords(finding as PolicyFinding, 'en')).toMatch(/^Everybody meets the entry criterion of silver/);
    expect(inWords(finding as PolicyFinding, 'zh')).toMatch(/^1 级的入级条件只要求 0/);
    expect(found(policy(ladder(nights(1))))).toEqual([]);
  });
});
