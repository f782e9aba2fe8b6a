import {
  defineTierPolicy,
  describe as inWords,
  type Problem,
  parseTierPolicy,
  type TierPolicy,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { checkVersions } from '../../src/tiers/check/check-versions.js';

const policy = defineTierPolicy({
  name: 'a hotel',
  zone: 'Europe/Berlin',
  metrics: {
    nights: { kind: 'sum', of: 'nights' },
    stays: { kind: 'count' },
    hotels: { kind: 'distinct', of: 'hotel' },
    plan: { kind: 'attribute', attribute: 'plan' },
    tenure: { kind: 'tenure', unit: 'years' },
  },
  window: { kind: 'calendar', unit: 'year' },
  validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' },
  tiers: [
    { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
    { tier: 'silver', name: { en: 'Silver', zh: '银卡' }, rank: 1, entry: { metric: 'nights', atLeast: 10 } },
    { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 2, entry: { metric: 'nights', atLeast: 25 } },
  ],
});

/** The policy with one thing in another way; `undefined` takes it away. */
function but(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(policy) as unknown as Record<string | number, unknown>;
  let place = copy;
  for (const step of path.slice(0, -1)) {
    place[step] ??= {};
    place = place[step] as Record<string | number, unknown>;
  }
  const last = path.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const entry = ['tiers', 2, 'entry'];
const bands = [
  { from: 5, value: 1 },
  { from: 5, value: 2 },
];
const bonus = { benefit: 'b', name: { en: 'Bonus', zh: '奖励' }, kind: 'pointsBonus', percent: 150 };
const offer = { source: 'challenge', mode: 'floor', tier: 'gold' };
const discount = { benefit: 'd', name: { en: 'Discount', zh: '折扣' } };
const nights = { metric: 'nights', atLeast: 1 };
const ALL = ['member', 'silver', 'gold'];

type Row = readonly [
  what: string,
  at: readonly (string | number)[],
  value: unknown,
  code: string,
  path: readonly (string | number)[],
];

const WRONG: readonly Row[] = [
  ['an unknown metric', entry, { metric: 'miles', atLeast: 1 }, 'unknownMetric', [...entry, 'metric']],
  [
    'a metric that every object has',
    entry,
    { metric: 'toString', atLeast: 1 },
    'unknownMetric',
    [...entry, 'metric'],
  ],
  [
    'an unknown metric deep inside',
    entry,
    { allOf: [nights, { anyOf: [{ metric: 'x', is: 1 }] }] },
    'unknownMetric',
    [...entry, 'allOf', 1, 'anyOf', 0, 'metric'],
  ],
  ['text that a number cannot be', entry, { metric: 'nights', is: 'ten' }, 'wrongType', [...entry, 'is']],
  [
    'a threshold that is no number',
    entry,
    { metric: 'nights', atLeast: '10' },
    'wrongType',
    [...entry, 'atLeast'],
  ],
  [
    'an infinite threshold',
    entry,
    { metric: 'nights', atLeast: Number.POSITIVE_INFINITY },
    'wrongType',
    [...entry, 'atLeast'],
  ],
  ['a threshold without a figure', entry, { metric: 'nights' }, 'missing', [...entry, 'atLeast']],
  [
    'more of several than there are',
    entry,
    { atLeast: 3, of: [nights, nights] },
    'outOfRange',
    [...entry, 'atLeast'],
  ],
  ['at least none of several', entry, { atLeast: 0, of: [nights] }, 'outOfRange', [...entry, 'atLeast']],
  ['all of nothing', entry, { allOf: [] }, 'outOfRange', [...entry, 'allOf']],
  [
    'a grant to measure from outside offers',
    entry,
    { ...nights, window: { kind: 'sinceGrant' } },
    'noGrant',
    [...entry, 'window', 'kind'],
  ],
  ['the same as the window of the policy', ['window'], { kind: 'sinceGrant' }, 'noGrant', ['window', 'kind']],
  [
    'the same in renewals',
    ['renewal', 'window'],
    { kind: 'sinceGrant' },
    'noGrant',
    ['renewal', 'window', 'kind'],
  ],
  [
    'a grant to measure from before it',
    ['offers', 'o'],
    { ...offer, requires: { ...nights, window: { kind: 'sinceGrant' } } },
    'noGrant',
    ['offers', 'o', 'requires', 'window', 'kind'],
  ],
  ['a window of no days', ['window'], { kind: 'rollingDays', days: 0 }, 'outOfRange', ['window', 'days']],
  [
    'a window of half a month',
    ['window'],
    { kind: 'wholeMonths', months: 0.5 },
    'wrongType',
    ['window', 'months'],
  ],
  [
    'a 13th month',
    ['window'],
    { kind: 'calendar', unit: 'year', startMonth: 13 },
    'outOfRange',
    ['window', 'startMonth'],
  ],
  [
    'a fixed window from no day',
    ['window'],
    { kind: 'fixed', from: '2025-02-29', until: '2026-01-01' },
    'notADate',
    ['window', 'from'],
  ],
  [
    'a fixed window that ends before it begins',
    ['window'],
    { kind: 'fixed', from: '2026-01-01', until: '2025-01-01' },
    'outOfRange',
    ['window', 'until'],
  ],
  [
    'combined of an unknown metric',
    ['metrics', 'stays'],
    { kind: 'combined', of: [{ metric: 'miles', times: 1 }] },
    'unknownMetric',
    ['metrics', 'stays', 'of', 0, 'metric'],
  ],
  [
    'a metric combined of itself',
    ['metrics', 'stays'],
    { kind: 'combined', of: [{ metric: 'stays', times: 1 }] },
    'circular',
    ['metrics', 'stays', 'of', 0, 'metric'],
  ],
  [
    'bands of an unknown metric',
    ['metrics', 'stays'],
    { kind: 'banded', of: 'miles', bands: [{ from: 0, value: 1 }] },
    'unknownMetric',
    ['metrics', 'stays', 'of'],
  ],
  [
    'bands out of order',
    ['metrics', 'stays'],
    { kind: 'banded', of: 'nights', bands },
    'notAscending',
    ['metrics', 'stays', 'bands'],
  ],
  [
    'time at an unknown tier',
    ['metrics', 'stays'],
    { kind: 'timeAtTier', tier: 'onyx', unit: 'years' },
    'unknownTier',
    ['metrics', 'stays', 'tier'],
  ],
  ['one tier', ['tiers'], [policy.tiers[0]], 'outOfRange', ['tiers']],
  ['two tiers of one name', ['tiers', 2, 'tier'], 'silver', 'repeated', ['tiers', 2, 'tier']],
  ['two tiers of one rank', ['tiers', 2, 'rank'], 1, 'repeated', ['tiers', 2, 'rank']],
  [
    'a base that asks for something',
    ['tiers', 0, 'entry'],
    nights,
    'baseHasCriterion',
    ['tiers', 0, 'entry'],
  ],
  [
    'a base that has to be kept',
    ['tiers', 0, 'renewal'],
    'never',
    'baseHasCriterion',
    ['tiers', 0, 'renewal'],
  ],
  ['a renewal that is no criterion', ['tiers', 1, 'renewal'], 'always', 'wrongType', ['tiers', 1, 'renewal']],
  [
    'a discount of more than all',
    ['tiers', 1, 'benefits'],
    [{ ...discount, kind: 'percentageDiscount', percent: 101 }],
    'outOfRange',
    ['tiers', 1, 'benefits', 0, 'percent'],
  ],
  [
    'a bonus below nothing',
    ['tiers', 1, 'benefits'],
    [{ ...bonus, percent: -1 }],
    'outOfRange',
    ['tiers', 1, 'benefits', 0, 'percent'],
  ],
  [
    'two benefits of one name',
    ['tiers', 1, 'benefits'],
    [bonus, bonus],
    'repeated',
    ['tiers', 1, 'benefits', 1, 'benefit'],
  ],
  [
    'discount steps out of order',
    ['tiers', 1, 'benefits'],
    [
      {
        ...discount,
        kind: 'quantityDiscount',
        steps: [
          { from: 5, percent: 1 },
          { from: 2, percent: 2 },
        ],
      },
    ],
    'notAscending',
    ['tiers', 1, 'benefits', 0, 'steps'],
  ],
  [
    'a discount by an unknown metric',
    ['tiers', 1, 'benefits'],
    [{ ...discount, kind: 'cumulativeDiscount', metric: 'miles', steps: [{ from: 5, percent: 1 }] }],
    'unknownMetric',
    ['tiers', 1, 'benefits', 0, 'metric'],
  ],
  [
    'a validity that is no duration',
    ['validity'],
    { kind: 'duration', duration: '1 year' },
    'wrongForm',
    ['validity', 'duration'],
  ],
  [
    'a validity of hours',
    ['validity'],
    { kind: 'duration', duration: 'PT12H' },
    'wrongForm',
    ['validity', 'duration'],
  ],
  [
    'a validity of nothing',
    ['tiers', 1, 'validity'],
    { kind: 'duration', duration: 'P0D' },
    'noTime',
    ['tiers', 1, 'validity', 'duration'],
  ],
  [
    'a validity rounded both ways',
    ['tiers', 1, 'validity'],
    { kind: 'duration', duration: 'P1Y', roundUpTo: { unit: 'month' }, roundDownTo: { unit: 'month' } },
    'notTogether',
    ['tiers', 1, 'validity', 'roundDownTo'],
  ],
  ['an extension out of order', ['validity', 'extend'], 'P1D2M', 'wrongForm', ['validity', 'extend']],
  ['a minimum hold that is no duration', ['minimumHold'], 'P', 'wrongForm', ['minimumHold']],
  ['a grace that is no duration', ['grace', 'tier'], 'soon', 'wrongForm', ['grace', 'tier']],
  ['a grace of counters that is none', ['grace', 'counters'], 'P1.5M', 'wrongForm', ['grace', 'counters']],
  ['a notice of no time', ['notices'], ['P0D'], 'noTime', ['notices', 0]],
  ['the same notice twice', ['notices'], ['P30D', 'P30D'], 'repeated', ['notices', 1]],
  ['a zone that is none', ['zone'], 'Europe/Atlantis', 'unknownZone', ['zone']],
  ['a start that is no day', ['effective'], { from: '2025-02-30' }, 'notADate', ['effective', 'from']],
  [
    'an end before the start',
    ['effective'],
    { from: '2025-01-01', until: '2025-01-01' },
    'outOfRange',
    ['effective', 'until'],
  ],
  ['a first day that is none', ['counts', 'from'], '2025-13-01', 'notADate', ['counts', 'from']],
  ['an extension to no day', ['change', 'extendTo'], '2025-04-31', 'notADate', ['change', 'extendTo']],
  [
    'a new name that no tier has',
    ['change', 'renamed'],
    { bronze: 'onyx' },
    'unknownTier',
    ['change', 'renamed', 'bronze'],
  ],
  ['upgrades on a schedule that is not there', ['upgrade', 'timing'], 'onSchedule', 'missing', ['schedule']],
  [
    'downgrades on a schedule that is not there',
    ['downgrade', 'timing'],
    'onSchedule',
    'missing',
    ['schedule'],
  ],
  [
    'carry-over of an unknown metric',
    ['carryOver'],
    { of: 'surplus', metrics: ['miles'] },
    'unknownMetric',
    ['carryOver', 'metrics', 0],
  ],
  [
    'carry-over of what cannot be taken along',
    ['carryOver'],
    { of: 'surplus', metrics: ['hotels'] },
    'notCarried',
    ['carryOver', 'metrics', 0],
  ],
  [
    'a cap for an unknown tier',
    ['carryOver'],
    { of: 'surplus', metrics: ['nights'], cap: { onyx: 1 } },
    'unknownTier',
    ['carryOver', 'cap', 'onyx'],
  ],
  [
    'carry-over from an unknown tier',
    ['carryOver'],
    { of: 'surplus', metrics: ['nights'], tiers: ['onyx'] },
    'unknownTier',
    ['carryOver', 'tiers', 0],
  ],
  [
    'carry-over of more than there is',
    ['carryOver'],
    { of: 'surplus', metrics: ['nights'], percentage: 120 },
    'outOfRange',
    ['carryOver', 'percentage'],
  ],
  [
    'an offer of an unknown tier',
    ['offers', 'o'],
    { ...offer, tier: 'onyx' },
    'unknownTier',
    ['offers', 'o', 'tier'],
  ],
  [
    'an offer that lasts no time',
    ['offers', 'o'],
    { ...offer, lasts: 'P0M' },
    'noTime',
    ['offers', 'o', 'lasts'],
  ],
  [
    'an allowance within nothing',
    ['offers', 'o'],
    { ...offer, allowance: { times: 1, per: 'ever' } },
    'wrongForm',
    ['offers', 'o', 'allowance', 'per'],
  ],
  [
    'a challenge on an unknown metric',
    ['offers', 'o'],
    { ...offer, challenge: { keepIf: { metric: 'x', atLeast: 1 } } },
    'unknownMetric',
    ['offers', 'o', 'challenge', 'keepIf', 'metric'],
  ],
  [
    'a challenge kept for no time',
    ['offers', 'o'],
    { ...offer, challenge: { keepIf: nights, keepFor: 'x' } },
    'wrongForm',
    ['offers', 'o', 'challenge', 'keepFor'],
  ],
  [
    'a fallback to an unknown tier',
    ['offers', 'o'],
    { ...offer, fallback: { kind: 'tier', tier: 'onyx' } },
    'unknownTier',
    ['offers', 'o', 'fallback', 'tier'],
  ],
  [
    'a step to an unknown tier',
    ['offers', 'o'],
    { ...offer, fallback: { kind: 'graded', steps: [{ when: nights, tier: 'onyx' }] } },
    'unknownTier',
    ['offers', 'o', 'fallback', 'steps', 0, 'tier'],
  ],
  [
    'a step by an unknown metric',
    ['offers', 'o'],
    { ...offer, fallback: { kind: 'graded', steps: [{ when: { metric: 'x', is: 1 }, tier: 'gold' }] } },
    'unknownMetric',
    ['offers', 'o', 'fallback', 'steps', 0, 'when', 'metric'],
  ],
  ['an option that is none', ['upgrade', 'speed'], 1, 'unknownKey', ['upgrade', 'speed']],
];

function problemsOf(stored: unknown): readonly Problem[] {
  const result = parseTierPolicy(stored);
  return result._tag === 'Left' ? result.left : [];
}

describe('a policy is refused with', () => {
  it.each(WRONG)('%s', (_, at, value, code, path) => {
    const problems = problemsOf(but(at, value));
    expect(problems.map((one) => ({ code: one.code, path: one.path }))).toEqual([{ code, path }]);
    for (const problem of problems) {
      expect(inWords(problem, 'en')).toMatch(/^\S.*: expected .+, found .+\.$/);
      expect(inWords(problem, 'zh')).toMatch(/^\S.*：应.+，实际为.+。$/);
      if (code !== 'missing')
        expect(inWords(problem, 'en') + inWords(problem, 'zh')).not.toContain('undefined');
    }
  });

  it('metrics in a circle, each where it closes', () => {
    const circle = but(['metrics', 'a'], { kind: 'combined', of: [{ metric: 'b', times: 1 }] }) as TierPolicy;
    const b = { kind: 'banded', of: 'a', bands: [{ from: 0, value: 1 }] };
    const c = { kind: 'banded', of: 'a', bands: [{ from: 0, value: 1 }] };
    expect(problemsOf({ ...circle, metrics: { ...circle.metrics, b, c } })).toMatchObject([
      { code: 'circular', path: ['metrics', 'a', 'of', 0, 'metric'] },
      { code: 'circular', path: ['metrics', 'b', 'of'] },
    ]);
  });

  it('upgrades that wait for a period, and surplus of one, where the window has none', () => {
    const lifetime = { ...policy, window: { kind: 'lifetime' } };
    const waiting = { ...lifetime, upgrade: { timing: 'nextPeriod' } };
    const carrying = { ...lifetime, carryOver: { of: 'surplus', metrics: ['nights'] } };
    expect(problemsOf(waiting)).toMatchObject([{ code: 'noPeriod', path: ['window', 'kind'] }]);
    expect(problemsOf(carrying)).toMatchObject([{ code: 'noPeriod', path: ['window', 'kind'] }]);
    const remaining = { ...carrying, carryOver: { of: 'remaining', metrics: ['nights'] } };
    expect(problemsOf(remaining)).toMatchObject([{ code: 'noRemainder', path: ['window', 'kind'] }]);
    expect(problemsOf({ ...remaining, window: { kind: 'balance' } })).toEqual([]);
  });

  it('thresholds to deduct from what is no counter; tenure and attributes may stand beside them', () => {
    const deducting = (criterion: unknown): readonly Problem[] =>
      problemsOf({ ...(but(entry, criterion) as TierPolicy), upgrade: { counters: 'deductThreshold' } });
    const years = { metric: 'tenure', atLeast: 1 };
    expect(deducting({ allOf: [nights, years, { metric: 'plan', is: 'plus' }] })).toEqual([]);
    expect(deducting({ anyOf: [nights, { metric: 'hotels', atLeast: 3 }] })).toMatchObject([
      { code: 'notDeductible', path: [...entry, 'anyOf', 1, 'metric'] },
    ]);
  });

  it('an extension that does not go beyond the start of the version', () => {
    const version = { ...policy, effective: { from: '2026-01-01' }, change: { extendTo: '2026-01-01' } };
    expect(problemsOf(version)).toMatchObject([{ code: 'outOfRange', path: ['change', 'extendTo'] }]);
  });

  it('names the tiers there are', () => {
    const [problem] = problemsOf(but(['offers', 'o'], { ...offer, tier: 'onyx' }));
    expect(problem?.expected).toEqual({ kind: 'oneOf', values: ALL });
  });
});

describe('a policy may', () => {
  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ['compare an attribute with text', entry, { metric: 'plan', is: 'plus' }],
    ['compare an attribute with numbers', entry, { metric: 'plan', atLeast: 3 }],
    ['have a tier by grant only', entry, undefined],
    ['offer what the grant decides', ['offers', 'o'], { source: 'manual', mode: 'pin' }],
    [
      'measure a challenge since the grant',
      ['offers', 'o'],
      { ...offer, challenge: { keepIf: { ...nights, window: { kind: 'sinceGrant' } } } },
    ],
    ['have no extension in so many words', ['validity', 'extend'], 'P0D'],
    ['give more than double points', ['tiers', 2, 'benefits'], [bonus]],
    ['last while its holder qualifies, whatever the downgrade', ['validity'], { kind: 'whileQualified' }],
    ['call a metric what every object has', ['metrics', 'constructor'], { kind: 'count' }],
  ])('%s', (_, at, value) => {
    expect(problemsOf(but(at, value))).toEqual([]);
  });
});

describe('several versions of a ladder', () => {
  const version = (
    name: string,
    from?: string,
    until?: string,
    over: Partial<TierPolicy> = {},
  ): TierPolicy => ({
    ...policy,
    version: name,
    effective: { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) },
    ...over,
  });
  const first = version('1', undefined, '2025-01-01');
  const second = version('2', '2025-01-01');

  it('are sorted by the day they come into force', () => {
    const third = version('3', '2026-01-01');
    const sorted = checkVersions([third, first, version('2', '2025-01-01', '2026-01-01')]);
    expect(sorted).toMatchObject({
      _tag: 'Right',
      right: [{ version: '1' }, { version: '2' }, { version: '3' }],
    });
  });

  it.each<readonly [string, readonly TierPolicy[], string, Problem['path']]>([
    ['in force at once', [second, version('1', undefined, '2025-01-02')], 'inForceTwice', [0, 'effective']],
    ['both without an end', [version('1'), second], 'inForceTwice', [1, 'effective']],
    [
      'both without a start',
      [first, version('2', undefined, '2026-01-01')],
      'inForceTwice',
      [1, 'effective'],
    ],
    ['with days between', [version('1', undefined, '2024-12-31'), second], 'gap', [1, 'effective', 'from']],
    ['of different ladders', [first, { ...second, ladder: 'clubs' }], 'otherLadder', [1, 'ladder']],
    ['in different zones', [first, { ...second, zone: 'UTC' }], 'otherZone', [1, 'zone']],
    ['of one name', [first, { ...second, version: '1' }], 'repeated', [1, 'version']],
    [
      'with a new name for no tier',
      [first, { ...second, change: { held: 'keep', renamed: { onyx: 'gold' } } }],
      'unknownTier',
      [1, 'change', 'renamed', 'onyx'],
    ],
    [
      'that lose a tier',
      [first, { ...second, tiers: policy.tiers.slice(0, 2) }],
      'lostTier',
      [1, 'change', 'renamed'],
    ],
    ['of which there is none', [], 'missing', []],
  ])('%s are refused', (_, policies, code, path) => {
    const result = checkVersions(policies);
    expect(result).toMatchObject({ _tag: 'Left', left: [{ code, path }] });
    for (const problem of result._tag === 'Left' ? result.left : []) {
      for (const language of ['en', 'zh'] as const)
        expect(inWords(problem, language)).not.toContain('undefined');
    }
  });

  it('may rename a tier', () => {
    const [base, silver] = policy.tiers;
    const tiers = base === undefined || silver === undefined ? [] : [base, { ...silver, tier: 'argent' }];
    const renamed = { silver: 'argent', gold: 'argent' };
    expect(checkVersions([first, { ...second, tiers, change: { held: 'keep', renamed } }])._tag).toBe(
      'Right',
    );
  });
});
