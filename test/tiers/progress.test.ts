import {
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  replayTiers,
  describe as say,
  type TierEntry,
  type TierPolicyInput,
  tierProgress,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, hilton2026, NIGHTS, POINTS, programme } from './programmes.js';
import { member, short, stay } from './stays.js';

describe('T7, Hilton 2026: (80 nights OR 40 stays) AND $18,000', () => {
  const ann = member([stay('1', '2025-03-01', { nights: 60, spend: 12_000 })]);
  const progress = orThrow(
    tierProgress(hilton2026, ann, { asOf: '2025-06-30', unitCosts: { nights: 100, spend: 1, stays: 30 } }),
  );

  it('names both ways, and the cheapest', () => {
    expect(progress.tier).toBe('diamond');
    expect(progress.next?.tier).toBe('reserve');
    expect(short(progress.next?.ways)).toEqual([
      ['20 nights', '6000 spend'],
      ['39 stays', '6000 spend'],
    ]);
    expect(progress.next?.cheapest?.price).toBe(39 * 30 + 6000);
    expect(progress.next?.ways[0]?.until).toBe(Date.UTC(2026, 0, 1));
    expect(progress.next?.givenAt).toBe(progress.asOf);
  });

  it('says it in words', () => {
    expect(say(progress, 'en').split('\n')[0]).toBe(
      'reserve: 20 more nights and 6,000 more spend by 31 December 2025; or 39 more stays and 6,000 more spend by 31 December 2025.',
    );
    expect(say(progress, 'zh').split('\n')[0]).toBe(
      'reserve：截至 2025年12月31日，还差 20 nights，且还差 6,000 spend；或 截至 2025年12月31日，还差 39 stays，且还差 6,000 spend。',
    );
  });

  it('names what has no price', () => {
    const { next } = orThrow(tierProgress(hilton2026, ann, { asOf: '2025-06-30', unitCosts: { nights: 1 } }));
    expect(next?.cheapest).toBeNull();
    expect(next?.ways.map(({ unpriced }) => unpriced)).toEqual([['spend'], ['stays', 'spend']]);
  });
});

describe('a member without activity', () => {
  it('sees every higher tier, and nothing to keep', () => {
    const progress = orThrow(tierProgress(hilton2026, member([]), { asOf: '2025-06-30' }));
    expect(progress.higher.map(({ tier, ways }) => [tier, short(ways)])).toEqual([
      ['silver', [['10 nights'], ['4 stays'], ['2500 spend']]],
      ['gold', [['25 nights'], ['15 stays'], ['6000 spend']]],
      ['diamond', [['50 nights'], ['25 stays'], ['11500 spend']]],
      [
        'reserve',
        [
          ['80 nights', '18000 spend'],
          ['40 stays', '18000 spend'],
        ],
      ],
    ]);
    expect(progress.next).toBe(progress.higher[0]);
    expect(progress.retain).toBeNull();
  });

  it('at the top has nothing above', () => {
    const top = member([stay('1', '2025-03-01', { nights: 90, spend: 20_000 })]);
    const progress = orThrow(tierProgress(hilton2026, top, { asOf: '2025-06-30' }));
    expect(progress.next).toBeNull();
    expect(progress.higher).toEqual([]);
  });
});

describe('what keeps a tier', () => {
  // Reached in 2025, held to the end of March 2027; renewed by the nights of 2026.
  const policy = programme(
    { member: null, gold: { entry: { metric: 'nights', atLeast: 25 } } },
    { nights: NIGHTS },
    {
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P3M' },
    },
  );
  const tiers = compiled(policy);
  const gold = [stay('1', '2025-03-01', { nights: 30 })];

  it('is asked of the next year while this one has earned it', () => {
    const { retain } = orThrow(tierProgress(tiers, member(gold), { asOf: '2025-06-30' }));
    expect(retain).toMatchObject({
      tier: 'gold',
      secured: false,
      countsFrom: Date.UTC(2026, 0, 1),
      measuredUntil: Date.UTC(2027, 0, 1),
      expiresAt: Date.UTC(2027, 3, 1),
    });
    expect(short(retain?.ways)).toEqual([['25 nights']]);
    expect(retain?.now).toBeNull();
  });

  it('says between which days, and what renews at once', () => {
    const said = (log: readonly TierEntry[], asOf: string, language: 'en' | 'zh'): string =>
      say(orThrow(tierProgress(tiers, member(log), { asOf })), language);
    expect(said(gold, '2025-06-30', 'en')).toBe(
      'To keep gold beyond 31 March 2027: 25 more nights between 1 January 2026 and 31 December 2026.',
    );
    expect(said(gold, '2025-06-30', 'zh')).toBe(
      '保级 gold（有效期至 2027年3月31日）：2026年1月1日 至 2026年12月31日 期间，还差 25 nights。',
    );
    expect(said(gold, '2026-06-30', 'en')).toBe(
      'To keep gold beyond 31 March 2027: 25 more nights by 31 December 2026.',
    );
    expect(said(gold, '2027-02-01', 'en')).toBe(
      'To keep gold beyond 31 March 2027: it renews at once with 25 more nights by 31 March 2027.',
    );
  });

  it('has to be done before the tier ends, however long the window is open', () => {
    const half = compiled({ ...policy, validity: { kind: 'duration', duration: 'P6M' } });
    const late = [stay('1', '2025-10-01', { nights: 30 })];
    const progress = orThrow(tierProgress(half, member(late), { asOf: '2025-11-01' }));
    expect(progress.retain?.ways.map(({ until }) => until)).toEqual([Date.UTC(2026, 3, 1)]);
    expect(say(progress, 'en').split('\n').at(-1)).toContain('between 1 January 2026 and 31 March 2026');
  });

  it('is less by what the next year has brought', () => {
    const log = [...gold, stay('2', '2026-02-01', { nights: 10 })];
    const { retain } = orThrow(tierProgress(tiers, member(log), { asOf: '2026-06-30' }));
    expect(short(retain?.ways)).toEqual([['15 nights']]);
    expect(short(retain?.now ?? [])).toEqual([['15 nights']]);
    expect(retain?.countsFrom).toBeNull();
  });

  it('is too late once the year is over, but for the activity of the new one', () => {
    const { retain } = orThrow(tierProgress(tiers, member(gold), { asOf: '2027-02-01' }));
    expect(retain?.ways).toEqual([]);
    expect(short(retain?.now ?? [])).toEqual([['25 nights']]);
  });

  it('counts what is carried in: 5 nights of 30', () => {
    const carrying = compiled({ ...policy, carryOver: { of: 'surplus', metrics: ['nights'] } });
    const { retain } = orThrow(tierProgress(carrying, member(gold), { asOf: '2025-06-30' }));
    expect(short(retain?.ways)).toEqual([['20 nights']]);
  });
});

describe('counters and paths', () => {
  it('T16 Flying Blue: what an upgrade has taken off is missing again', () => {
    const tiers = compiled(
      programme(
        {
          explorer: null,
          silver: { metric: 'points', atLeast: 100 },
          gold: { metric: 'points', atLeast: 180 },
        },
        { points: POINTS },
        { upgrade: { path: 'sequential', counters: 'deductThreshold' }, window: { kind: 'balance' } },
      ),
    );
    const log = [stay('1', '2025-03-01', { points: 130 })];
    const progress = orThrow(tierProgress(tiers, member(log), { asOf: '2025-06-30' }));
    expect(progress.tier).toBe('silver');
    expect(short(progress.next?.ways)).toEqual([['150 points']]);
  });

  it('one step at a time only the next step is ahead', () => {
    const tiers = compiled(
      programme(
        { a: null, b: { metric: 'points', atLeast: 10 }, c: { metric: 'points', atLeast: 20 } },
        { points: POINTS },
        { upgrade: { path: 'oneStep' } },
      ),
    );
    const { higher } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    expect(higher.map(({ tier }) => tier)).toEqual(['b']);
  });

  it('who comes back is asked for re-entry', () => {
    const tiers = compiled(
      programme(
        {
          a: null,
          b: { entry: { metric: 'points', atLeast: 10 }, reentry: { metric: 'points', atLeast: 30 } },
        },
        { points: POINTS },
        { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 } },
      ),
    );
    const log = [stay('1', '2025-03-01', { points: 10 })];
    const { next } = orThrow(tierProgress(tiers, member(log), { asOf: '2027-06-30' }));
    expect(short(next?.ways)).toEqual([['30 points']]);
  });

  it('an overdrawn balance is filled first, where it can be overdrawn', () => {
    const shop = (negativeBalance: boolean): CompiledTiers =>
      compiled(
        programme(
          { a: null, b: { metric: 'points', atLeast: 10 } },
          { points: POINTS },
          { window: { kind: 'balance' }, returns: { negativeBalance } },
        ),
      );
    const log: TierEntry[] = [
      stay('1', '2025-03-01', { points: 4 }),
      { kind: 'redemption', id: '2', at: Date.parse('2025-03-02'), values: { points: 7 } },
    ];
    const ways = (negativeBalance: boolean): unknown =>
      short(orThrow(tierProgress(shop(negativeBalance), member(log), { asOf: '2025-06-30' })).next?.ways);
    expect(ways(true)).toEqual([['13 points']]);
    expect(ways(false)).toEqual([['10 points']]);
  });
});

describe('what is asked for only', () => {
  const ann = member([stay('1', '2025-03-01', { nights: 12 })]);

  it('the next tier, or what keeps the present one', () => {
    const next = orThrow(tierProgress(hilton2026, ann, { asOf: '2025-06-30', only: 'next' }));
    expect([next.higher.map(({ tier }) => tier), next.retain]).toEqual([['gold'], null]);
    const retain = orThrow(tierProgress(hilton2026, ann, { asOf: '2025-06-30', only: 'retain' }));
    expect([retain.next, retain.higher, retain.retain?.tier]).toEqual([null, [], 'silver']);
  });
});

describe('a question that makes no sense', () => {
  it.each([
    [{ unitCosts: { nights: -1 } }, 'outOfRange', ['unitCosts', 'nights']],
    [{ unitCosts: { nights: Number.NaN } }, 'outOfRange', ['unitCosts', 'nights']],
    [{ unitCosts: { night: 1 } }, 'unknownMetric', ['unitCosts', 'night']],
    [{ only: 'all' as never }, 'notOneOf', ['only']],
  ])('%o', (options, code, path) => {
    const asked = tierProgress(hilton2026, member([]), { asOf: '2025-06-30', ...options });
    expect(asked).toMatchObject({ _tag: 'Left', left: [{ code, path }] });
  });
});

describe('upgrades that wait', () => {
  it('for the end of the period', () => {
    const tiers = compiled(
      programme(
        { a: null, b: { metric: 'points', atLeast: 10 } },
        { points: POINTS },
        { upgrade: { timing: 'nextPeriod' } },
      ),
    );
    const { next } = orThrow(tierProgress(tiers, member([]), { asOf: '2025-06-30' }));
    expect(next?.givenAt).toBe(Date.UTC(2026, 0, 1));
  });
});

describe('rolling windows', () => {
  const policy: TierPolicyInput = programme(
    { a: null, b: { metric: 'points', atLeast: 10 } },
    { points: POINTS },
    { window: { kind: 'rollingDays', days: 30 } },
  );

  it('say when the first activity leaves', () => {
    const tiers = orThrow(compileTiers(defineTierPolicy(policy)));
    const log = [stay('1', '2025-06-10T12:00:00Z', { points: 4 })];
    const { next } = orThrow(tierProgress(tiers, member(log), { asOf: '2025-06-30' }));
    expect(short(next?.ways)).toEqual([['6 points']]);
    expect(next?.ways[0]?.until).toBe(Date.parse('2025-07-10'));
    const late = [...log, stay('2', '2025-07-10', { points: 6 })];
    const inTime = [...log, stay('2', '2025-07-09', { points: 6 })];
    const tierOf = (entries: readonly TierEntry[]): string =>
      orThrow(replayTiers(tiers, member(entries), { asOf: '2025-07-10' })).standing.tier;
    expect([tierOf(late), tierOf(inTime)]).toEqual(['a', 'b']);
  });
});

describe('a status match with a challenge', () => {
  const tiers = compiled(
    programme(
      { guest: null, silver: { metric: 'nights', atLeast: 10 }, gold: { metric: 'nights', atLeast: 25 } },
      { nights: NIGHTS },
      {
        offers: {
          match: {
            source: 'statusMatch',
            mode: 'floor',
            tier: 'gold',
            lasts: 'P90D',
            challenge: { keepIf: { metric: 'nights', atLeast: 8, window: { kind: 'sinceGrant' } } },
            fallback: { kind: 'earned' },
          },
        },
      },
    ),
  );
  const match: TierEntry = { kind: 'grant', id: 'g1', at: Date.parse('2025-03-01'), offer: 'match' };
  const log = [stay('1', '2025-02-01', { nights: 3 }), match, stay('2', '2025-03-20', { nights: 3 })];

  it('says what keeps the tier, by when, and what earns one', () => {
    const progress = orThrow(tierProgress(tiers, member(log), { asOf: '2025-04-01' }));
    expect([progress.tier, progress.earned, progress.next?.tier]).toEqual(['gold', 'guest', 'silver']);
    expect(progress.challenges).toMatchObject([
      { grant: 'g1', tier: 'gold', met: false, countsFrom: null, until: Date.UTC(2025, 4, 30) },
    ]);
    expect(short(progress.challenges[0]?.ways)).toEqual([['5 nights']]);
    expect(say(progress, 'en').split('\n')).toEqual([
      'To earn silver: 4 more nights by 31 December 2025.',
      'To earn gold: 19 more nights by 31 December 2025.',
      'Challenge g1, to keep gold beyond 29 May 2025: 5 more nights by 29 May 2025.',
    ]);
    const met = [...log, stay('3', '2025-05-29', { nights: 5 })];
    const after = orThrow(replayTiers(tiers, member(met), { asOf: '2025-06-01' }));
    expect(after.events.at(-1)).toMatchObject({ kind: 'overrideEnded', outcome: 'kept' });
    const done = orThrow(tierProgress(tiers, member(met), { asOf: '2025-05-29' }));
    expect(done.challenges[0]?.met).toBe(true);
    expect(say(done, 'zh').split('\n').at(-1)).toBe('挑战 g1（2025年5月29日 之后保留 gold）：已达成。');
  });
});

describe('a way beside a condition that time breaks', () => {
  // Enrolled on 1 January 2025, as members of these tests are: three months of tenure until 1 May.
  const TENURE = { kind: 'tenure', unit: 'months' } as const;
  const early = compiled(
    programme(
      {
        guest: null,
        early: {
          allOf: [
            { metric: 'nights', atLeast: 5 },
            { metric: 'tenure', atMost: 3 },
          ],
        },
        loyal: {
          allOf: [
            { metric: 'nights', atLeast: 9 },
            { metric: 'tenure', atLeast: 1 },
          ],
        },
      },
      { nights: NIGHTS, tenure: TENURE },
    ),
  );

  it('is good until time breaks it', () => {
    const { higher } = orThrow(tierProgress(early, member([]), { asOf: '2025-02-10' }));
    expect(higher.map(({ tier, ways }) => [tier, short(ways), ways[0]?.until])).toEqual([
      ['early', [['5 nights']], Date.UTC(2025, 4, 1)],
      ['loyal', [['9 nights']], Date.UTC(2026, 0, 1)],
    ]);
    const done = (day: string): string | undefined => {
      const log = [stay('1', day, { nights: 5 })];
      return orThrow(replayTiers(early, member(log), { asOf: '2025-12-31' })).earned.at(1)?.tier;
    };
    expect([done('2025-04-30T23:59:59.999Z'), done('2025-05-01')]).toEqual(['early', undefined]);
  });

  it('is good until time breaks it, also where it takes the place of another amount', () => {
    const two = compiled(
      programme(
        {
          guest: null,
          gold: {
            atLeast: 2,
            of: [
              { metric: 'nights', atLeast: 5 },
              { metric: 'tenure', atMost: 3 },
              { metric: 'points', atLeast: 9 },
            ],
          },
        },
        { nights: NIGHTS, points: POINTS, tenure: TENURE },
      ),
    );
    const { next } = orThrow(tierProgress(two, member([]), { asOf: '2025-02-10' }));
    // Five nights and nine points would do until the end of the year; while the tenure is short, one of them does.
    expect(short(next?.ways)).toEqual([['5 nights'], ['9 points']]);
    expect(next?.ways.map(({ until }) => until)).toEqual([Date.UTC(2025, 4, 1), Date.UTC(2025, 4, 1)]);
  });

  it('asks for what is left where time takes off, and says until when that is enough', () => {
    const net = compiled(
      programme(
        { guest: null, gold: { metric: 'net', atLeast: 10 } },
        {
          nights: NIGHTS,
          tenure: TENURE,
          net: {
            kind: 'combined',
            of: [
              { metric: 'nights', times: 1 },
              { metric: 'tenure', times: -1 },
            ],
          },
        },
        { window: { kind: 'lifetime' } },
      ),
    );
    const { next } = orThrow(tierProgress(net, member([]), { asOf: '2025-02-10' }));
    expect([short(next?.ways), next?.ways[0]?.until]).toEqual([[['11 nights']], Date.UTC(2025, 2, 1)]);
  });

  it('has no end where time breaks nothing for two hundred years', () => {
    const banded = compiled(
      programme(
        {
          guest: null,
          gold: {
            allOf: [
              { metric: 'nights', atLeast: 5 },
              { metric: 'years', atMost: 7 },
            ],
          },
        },
        {
          nights: NIGHTS,
          tenure: TENURE,
          years: {
            kind: 'banded',
            of: 'tenure',
            bands: [
              { from: 0, value: 3 },
              { from: 12, value: 7 },
            ],
          },
        },
        { window: { kind: 'lifetime' } },
      ),
    );
    const { next } = orThrow(tierProgress(banded, member([]), { asOf: '2025-02-10' }));
    expect([short(next?.ways), next?.ways[0]?.until]).toEqual([[['5 nights']], null]);
  });
});
