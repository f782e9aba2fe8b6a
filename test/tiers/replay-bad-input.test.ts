/** What cannot be taken in is listed with its path, changes nothing, and everything else goes on. */
import {
  advanceTier,
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  replayTiers,
  describe as sentence,
  startTier,
  type TierEntry,
  type TierPolicyInput,
  tierAt,
  tierHistory,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const ENROLLED = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

const CLUB: TierPolicyInput = {
  name: 'club',
  zone: 'UTC',
  metrics: { points: { kind: 'sum', of: 'points' }, spend: { kind: 'sum', of: 'spend', decimals: 2 } },
  window: { kind: 'calendar', unit: 'year' },
  validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
  tiers: [
    { tier: 'base', name: { en: 'Base', zh: '普通' }, rank: 0 },
    { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'points', atLeast: 100 } },
  ],
  offers: {
    match: {
      source: 'statusMatch',
      mode: 'floor',
      tier: 'gold',
      lasts: 'P3M',
      allowance: { times: 1, per: 'P3Y' },
    },
  },
};

const tiers: CompiledTiers = orThrow(compileTiers(defineTierPolicy(CLUB)));

const order = (id: string, days: number, points: number): TierEntry => ({
  kind: 'activity',
  id,
  at: ENROLLED + days * DAY,
  type: 'order',
  values: { points },
});

/** Entries as they come from elsewhere. */
const any = (entry: object): TierEntry => entry as TierEntry;

const GOOD = order('good', 10, 100);

const BAD: readonly (readonly [string, TierEntry, string, readonly (string | number)[]])[] = [
  ['nothing', any([null].map((one) => one as unknown as object)[0] as object), 'wrongType', []],
  ['a kind that is none', any({ ...GOOD, id: 'x', kind: 'order' }), 'notOneOf', ['kind']],
  ['an id that is no text', any({ ...GOOD, id: 7 }), 'wrongType', ['id']],
  ['no time', any({ ...GOOD, id: 'x', at: undefined }), 'wrongType', ['at']],
  ['a time that is NaN', any({ ...GOOD, id: 'x', at: Number.NaN }), 'wrongType', ['at']],
  ['part of a millisecond', any({ ...GOOD, id: 'x', at: ENROLLED + 0.5 }), 'wrongType', ['at']],
  ['a type that is no text', any({ ...GOOD, id: 'x', type: null }), 'wrongType', ['type']],
  ['values that are no object', any({ ...GOOD, id: 'x', values: 5 }), 'wrongType', ['values']],
  ['negative activity', order('x', 1, -5), 'negative', ['values', 'points']],
  ['NaN', order('x', 1, Number.NaN), 'wrongType', ['values', 'points']],
  ['Infinity', order('x', 1, Number.POSITIVE_INFINITY), 'wrongType', ['values', 'points']],
  ['more decimals than the metric holds', order('x', 1, 0.5), 'tooFine', ['values', 'points']],
  [
    'more than can be added exactly',
    order('x', 20, Number.MAX_SAFE_INTEGER),
    'outOfRange',
    ['values', 'points'],
  ],
  ['activity before the enrolment', order('x', -1, 5), 'beforeEnrolment', ['at']],
  ['an id that was there before', order('good', 11, 5), 'repeated', ['id']],
  [
    'a return of nothing',
    any({ kind: 'return', id: 'x', at: ENROLLED + 20 * DAY, of: 'no' }),
    'unknownActivity',
    ['of'],
  ],
  [
    'more returned than there was',
    any({ kind: 'return', id: 'x', at: ENROLLED + 20 * DAY, of: 'good', values: { points: 101 } }),
    'outOfRange',
    ['values', 'points'],
  ],
  [
    'a redemption of nothing',
    any({ kind: 'redemption', id: 'x', at: ENROLLED + DAY }),
    'wrongType',
    ['values'],
  ],
  [
    'an attribute without a value',
    any({ kind: 'attribute', id: 'x', at: ENROLLED + DAY, attribute: 'plan' }),
    'wrongType',
    ['value'],
  ],
  [
    'an unknown offer',
    any({ kind: 'grant', id: 'x', at: ENROLLED + DAY, offer: 'no' }),
    'notOneOf',
    ['offer'],
  ],
  [
    'a tier that is none',
    any({ kind: 'grant', id: 'x', at: ENROLLED + DAY, tier: '__proto__', until: ENROLLED + 9 * DAY }),
    'notOneOf',
    ['tier'],
  ],
  [
    'an override with no end and no fallback',
    any({ kind: 'grant', id: 'x', at: ENROLLED + DAY, tier: 'gold' }),
    'endless',
    ['until'],
  ],
  [
    'an override that ends before it begins',
    any({ kind: 'grant', id: 'x', at: ENROLLED + DAY, tier: 'gold', until: ENROLLED }),
    'outOfRange',
    ['until'],
  ],
  ...(
    [
      ['a bogus source', { source: 'friend' }, 'notOneOf', ['source']],
      ['a mode that is none', { mode: 'roof' }, 'notOneOf', ['mode']],
      ['a fallback that is nothing', { fallback: null }, 'wrongType', ['fallback']],
      ['a fallback of no kind', { fallback: { kind: 'x' } }, 'notOneOf', ['fallback', 'kind']],
      [
        'a fallback to an unknown tier',
        { fallback: { kind: 'tier', tier: 'toString' } },
        'notOneOf',
        ['fallback', 'tier'],
      ],
      ['steps that are none', { fallback: { kind: 'graded' } }, 'wrongType', ['fallback', 'steps']],
      ...(
        [
          [null, 'wrongType', []],
          [{}, 'wrongType', []],
          [{ metric: 'no', atLeast: 1 }, 'unknownMetric', ['metric']],
          [{ metric: 'points' }, 'wrongType', []],
          [{ metric: 'points', atLeast: '1' }, 'wrongType', ['atLeast']],
          [{ metric: 'points', atLeast: 1, window: { kind: 'x' } }, 'wrongType', ['window']],
          [{ metric: 'points', is: null }, 'wrongType', ['is']],
          [{ allOf: 5 }, 'wrongType', []],
          [{ anyOf: [null] }, 'wrongType', ['anyOf', 0]],
          [{ atLeast: 'x', of: [{ metric: 'points', atLeast: 1 }] }, 'wrongType', ['atLeast']],
          [{ atLeast: 2, of: [{ metric: 'points', atLeast: 1 }] }, 'outOfRange', ['atLeast']],
        ] as const
      ).map(
        ([when, code, path]) =>
          [
            `a step by ${JSON.stringify(when)}`,
            { fallback: { kind: 'graded', steps: [{ when, tier: 'gold' }] } },
            code,
            ['fallback', 'steps', 0, 'when', ...path],
          ] as const,
      ),
    ] as const
  ).map(
    ([name, fields, code, path]) =>
      [
        name,
        any({
          kind: 'grant',
          id: 'x',
          at: ENROLLED + DAY,
          tier: 'gold',
          until: ENROLLED + 9 * DAY,
          ...fields,
        }),
        code,
        path,
      ] as const,
  ),
  ['attributes that are null', any({ ...GOOD, id: 'x', attributes: null }), 'wrongType', ['attributes']],
  [
    'an attribute of an activity that is an object',
    any({ ...GOOD, id: 'x', attributes: { a: {} } }),
    'wrongType',
    ['attributes', 'a'],
  ],
  [
    'a value returned that the activity has not',
    any({ kind: 'return', id: 'x', at: ENROLLED + 20 * DAY, of: 'good', values: { nights: 1 } }),
    'unknownValue',
    ['values', 'nights'],
  ],
  [
    'a grant that is not there',
    any({ kind: 'revocation', id: 'x', at: ENROLLED + DAY, of: 'no' }),
    'unknownGrant',
    ['of'],
  ],
];

describe('an entry that cannot be taken in', () => {
  it.each(BAD)('%s: is listed with its path, and changes nothing', (_, bad, code, path) => {
    const log = [bad, GOOD];
    const member = { memberId: 'm', enrolledAt: ENROLLED, log };
    const { rejected, ...history } = orThrow(replayTiers(tiers, member, { asOf: '2025-06-01' }));
    const without = orThrow(replayTiers(tiers, { ...member, log: [GOOD] }, { asOf: '2025-06-01' }));
    // Of two entries with one id the later one is refused.
    const index = code === 'repeated' ? log.indexOf(bad) : 0;
    expect(rejected.map((one) => [one.index, one.problem.code, one.problem.path])).toEqual([
      [index, code, ['log', index, ...path]],
    ]);
    expect({ ...history, rejected: [] }).toEqual(without);
    const problem = rejected[0]?.problem;
    for (const language of ['en', 'zh'] as const) {
      const text = problem === undefined ? '' : sentence(problem, language);
      expect(text).toContain('log');
      expect(text).not.toMatch(/\[object|NaN of/);
    }
  });

  it.each(BAD)('%s: is refused one by one too', (_, bad, code, path) => {
    const start = orThrow(startTier(tiers, { memberId: 'm', enrolledAt: ENROLLED }));
    // Only what refers to the good order, or adds to it, needs it; the others come before it.
    const after = bad !== null && bad.at > GOOD.at;
    const refused = advanceTier(tiers, after ? orThrow(advanceTier(tiers, start, GOOD)) : start, bad);
    expect(refused).toMatchObject({ _tag: 'Left', left: [{ code, path: ['entry', ...path] }] });
  });
});

describe('ids and names that objects have already', () => {
  it('are ids and names like all others', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const log = names.map(
      (id, i): TierEntry => ({
        kind: 'activity',
        id,
        at: ENROLLED + i * DAY,
        type: id,
        values: JSON.parse(`{"points":30,"${id}":5}`),
        attributes: JSON.parse(`{"${id}":true}`),
      }),
    );
    const history = orThrow(
      replayTiers(tiers, { memberId: '__proto__', enrolledAt: ENROLLED, log }, { asOf: '2025-06-01' }),
    );
    expect(history.rejected).toEqual([]);
    expect(history.memberId).toBe('__proto__');
    expect(history.standing).toMatchObject({ tier: 'gold', since: ENROLLED + 3 * DAY });
  });
});

describe('a question that has no answer', () => {
  const member = { memberId: 'm', enrolledAt: ENROLLED, log: [GOOD] };

  it.each([
    ['no instant', 'soon', 'notAnInstant'],
    ['before the enrolment', '2024-12-30', 'tooEarly'],
  ])('%s', (_, asOf, code) => {
    const answer = replayTiers(tiers, member, { asOf });
    expect(answer).toMatchObject({ _tag: 'Left', left: [{ code, path: ['asOf'] }] });
  });

  it('an enrolment that is no instant', () => {
    const answer = replayTiers(tiers, { ...member, enrolledAt: Number.NaN }, { asOf: '2025-06-01' });
    expect(answer).toMatchObject({ _tag: 'Left', left: [{ code: 'wrongType', path: ['enrolledAt'] }] });
  });

  it('after the last version has ended', () => {
    const ended = orThrow(compileTiers(defineTierPolicy({ ...CLUB, effective: { until: '2026-01-01' } })));
    const answer = replayTiers(ended, member, { asOf: '2026-01-01' });
    expect(answer).toMatchObject({ _tag: 'Left', left: [{ code: 'noPolicyInForce', path: ['asOf'] }] });
    expect(orThrow(replayTiers(ended, member, { asOf: '2025-12-31' })).standing.tier).toBe('gold');
  });

  it('two policies in force at once', () => {
    const first = defineTierPolicy({
      ...CLUB,
      version: '1',
      effective: { from: '2024-01-01', until: '2025-06-01' },
    });
    const second = defineTierPolicy({ ...CLUB, version: '2', effective: { from: '2025-05-01' } });
    expect(compileTiers([first, second])).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'inForceTwice', path: [1, 'effective'] }],
    });
  });

  it('a state of another ladder, or an earlier instant than the state knows', () => {
    const state = orThrow(startTier(tiers, member));
    const next = orThrow(advanceTier(tiers, state, GOOD));
    expect(tierHistory(tiers, { ...next, ladder: 'other' }, { asOf: '2025-06-01' })._tag).toBe('Left');
    expect(tierHistory(tiers, next, { asOf: '2025-01-02' })).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'tooEarly' }],
    });
  });

  it('an entry before the latest one: the advice is to replay', () => {
    const state = orThrow(startTier(tiers, member));
    const next = orThrow(advanceTier(tiers, state, GOOD));
    const late = advanceTier(tiers, next, order('late', 5, 1));
    expect(late).toMatchObject({ _tag: 'Left', left: [{ code: 'tooLate', path: ['entry', 'at'] }] });
    expect(late._tag === 'Left' && sentence(late.left[0], 'en')).toContain('replay the whole log');
  });
});

describe('small and odd logs', () => {
  it('nothing, minus zero and nought', () => {
    const member = { memberId: 'm', enrolledAt: ENROLLED, log: [] as TierEntry[] };
    const nothing = orThrow(replayTiers(tiers, member, { asOf: ENROLLED }));
    expect(nothing.intervals).toEqual([{ tier: 'base', source: 'base', from: ENROLLED, until: null }]);
    const zeros = orThrow(
      replayTiers(tiers, { ...member, log: [order('a', 1, -0), order('b', 1, 0)] }, { asOf: '2025-06-01' }),
    );
    expect(zeros.rejected).toEqual([]);
    expect(zeros.intervals).toHaveLength(1);
  });

  it('entries of the future wait for their time', () => {
    const member = { memberId: 'm', enrolledAt: ENROLLED, log: [order('a', 400, 100), order('b', 1, 5)] };
    expect(orThrow(replayTiers(tiers, member, { asOf: '2025-06-01' })).standing.tier).toBe('base');
    expect(orThrow(replayTiers(tiers, member, { asOf: '2026-06-01' })).standing.tier).toBe('gold');
  });

  it('an allowance is counted over the named time', () => {
    const grant = (id: string, at: number): TierEntry => ({ kind: 'grant', id, at, offer: 'match' });
    const log = [
      grant('first', Date.UTC(2025, 1, 28, 12)),
      grant('tooSoon', Date.UTC(2028, 1, 27, 12)),
      grant('again', Date.UTC(2028, 1, 28, 12)),
    ];
    const { rejected } = orThrow(
      replayTiers(tiers, { memberId: 'm', enrolledAt: ENROLLED, log }, { asOf: '2029-01-01' }),
    );
    expect(rejected.map(({ id, problem }) => [id, problem.code])).toEqual([['tooSoon', 'allowanceUsed']]);
  });

  it('is said in sentences', () => {
    const grant = (id: string, at: number): TierEntry => ({ kind: 'grant', id, at, offer: 'match' });
    const of = (...log: readonly TierEntry[]) =>
      orThrow(
        replayTiers(tiers, { memberId: 'm', enrolledAt: ENROLLED, log }, { asOf: '2025-06-01' }),
      ).rejected.map(({ problem }) => sentence(problem, 'en'));
    expect(of(grant('a', ENROLLED), grant('b', ENROLLED + DAY))).toEqual([
      'log[1].offer: expected a grant by an offer not used up (this one: at most 1 within P3Y, again from 2028-01-01), found "match".',
    ]);
    expect(of(any({ kind: 'redemption', id: 'x', at: ENROLLED }))).toEqual([
      'log[0].values: expected an object, found nothing.',
    ]);
    expect(of(GOOD, any({ kind: 'return', id: 'r', at: GOOD.at + 1, of: 'good', values: { n: 1 } }))).toEqual(
      ['log[1].values.n: expected only the keys "points", found "n".'],
    );
  });

  it('the tier at an instant, however it is written', () => {
    const member = { memberId: 'm', enrolledAt: ENROLLED, log: [GOOD] };
    const history = orThrow(replayTiers(tiers, member, { asOf: '2025-06-01' }));
    for (const at of [GOOD.at, new Date(GOOD.at), '2025-01-11T01:00:00+01:00'])
      expect(tierAt(history, at)?.tier).toBe('gold');
    for (const at of [
      '2025-06-02',
      '2024-12-31',
      '2025-02-01T10:00',
      'soon',
      null as unknown as string,
      Number.NaN,
      new Date(Number.NaN),
      ENROLLED - 1,
    ])
      expect(tierAt(history, at)).toBeUndefined();
  });

  it('the tier at the end of a day, which is the day of the zone', () => {
    const berlin = orThrow(compileTiers(defineTierPolicy({ ...CLUB, zone: 'Europe/Berlin' })));
    const member = { memberId: 'm', enrolledAt: ENROLLED, log: [{ ...GOOD, at: Date.UTC(2025, 5, 9, 23) }] };
    const history = JSON.parse(JSON.stringify(orThrow(replayTiers(berlin, member, { asOf: '2025-06-10' }))));
    expect(['2025-06-09', '2025-06-10'].map((day) => tierAt(history, day)?.tier)).toEqual(['base', 'gold']);
    expect(tierAt(history, '2025-06-11')).toBeUndefined();
  });

  it('what was not known yet does not count', () => {
    const known = { ...order('a', 10, 100), recordedAt: ENROLLED + 40 * DAY };
    const member = { memberId: 'm', enrolledAt: ENROLLED, log: [known] };
    const asked = (knownAsOf: number) =>
      orThrow(replayTiers(tiers, member, { asOf: ENROLLED + 50 * DAY, knownAsOf })).standing.tier;
    expect(asked(ENROLLED + 39 * DAY)).toBe('base');
    expect(asked(ENROLLED + 40 * DAY)).toBe('gold');
  });
});
