/** Events of every kind in words. */
import {
  compileTiers,
  describe as inWords,
  marriottTiers,
  orThrow,
  qantasTiers2025,
  replayTiers,
  type TierEntry,
  type TierEvent,
  tierTimeline,
} from 'clientele/tiers';
import { describe, expect, it, test } from 'vitest';
import { compiled, programme } from './programmes.js';

const tiers = compiled(
  programme(
    { base: null, silver: { metric: 'points', atLeast: 10 }, gold: { metric: 'points', atLeast: 20 } },
    { points: { kind: 'sum', of: 'points' } },
    { zone: 'Asia/Shanghai' },
  ),
);
/** Midnight of 1 May 2025 in Shanghai. */
const AT = Date.UTC(2025, 3, 30, 16);
const END = Date.UTC(2026, 3, 30, 16);
const event = (one: object): TierEvent => ({ at: AT, version: '1', by: null, ...one }) as TierEvent;

function said(one: object, language: 'en' | 'zh'): string | undefined {
  return tierTimeline(tiers, [event(one)]).map(({ statement }) => inWords(statement, language))[0];
}

describe('an event in words', () => {
  it.each([
    [{ kind: 'entered', tier: 'base' }, 'Joins as base.', '入会，等级为base。'],
    [
      { kind: 'upgraded', from: 'base', to: 'silver', expiresAt: END, by: 'o1' },
      'Rises from base to silver (o1), through 30 April 2026.',
      '由base升级为silver（o1），有效期至 2026年4月30日。',
    ],
    [{ kind: 'renewed', tier: 'gold', expiresAt: null }, 'gold is renewed.', 'gold续期。'],
    [
      { kind: 'softLanded', from: 'gold', to: 'silver', expiresAt: END },
      'Not renewed: lands softly from gold on silver, through 30 April 2026.',
      '未能保级：由gold降至silver（缓降），有效期至 2026年4月30日。',
    ],
    [
      { kind: 'downgraded', from: 'gold', to: 'base', expiresAt: null },
      'Falls from gold to base.',
      '由gold降级为base。',
    ],
    [
      { kind: 'extended', tier: 'gold', expiresAt: END, because: 'grace' },
      'gold runs on by grace, through 30 April 2026.',
      'gold顺延（缓冲期），有效期至 2026年4月30日。',
    ],
    [
      { kind: 'willExpire', tier: 'gold', expiresAt: END },
      'gold is held through 30 April 2026 unless it is renewed.',
      'gold有效期至 2026年4月30日，尚未满足保级条件。',
    ],
    [
      {
        kind: 'overrideApplied',
        grant: 'g',
        mode: 'floor',
        tier: 'gold',
        source: 'gift',
        until: END,
        by: 'g',
      },
      'Given at least gold, gift (g), through 30 April 2026.',
      '授予（赠送）：不低于gold（g），有效期至 2026年4月30日。',
    ],
    [
      { kind: 'overrideApplied', grant: null, mode: 'floor', tier: 'gold', source: 'lifetime', until: null },
      'gold for life.',
      '终身gold。',
    ],
    [
      { kind: 'overrideEnded', grant: 'g', outcome: 'kept', tier: 'gold' },
      'The challenge g is met: gold is kept.',
      '授予 g 的挑战达成：保留gold。',
    ],
    [
      { kind: 'clawedBack', of: 'o1', from: 'gold', to: 'base', rewards: 'reverse', by: 'r1' },
      'o1 was returned: from gold back to base; rewards given on entry are to be taken back.',
      'o1 已退回：由gold退回base；已发放的升级奖励应收回。',
    ],
  ])('%o', (one, en, zh) => {
    expect([said(one, 'en'), said(one, 'zh')]).toEqual([en, zh]);
  });
});

it('a rise below a given tier is said of what is earned, and a challenge that failed of the challenge', () => {
  const offer = { source: 'statusMatch', mode: 'floor', tier: 'gold', lasts: 'P90D' } as const;
  const challenge = { keepIf: { metric: 'points', atLeast: 50 } };
  const matching = compiled({ ...tiers.latest.policy, offers: { match: { ...offer, challenge } } });
  const log: readonly TierEntry[] = [
    { kind: 'grant', id: 'g', at: Date.UTC(2025, 0, 2), offer: 'match' },
    { kind: 'activity', id: 'o', at: Date.UTC(2025, 1, 2), type: 'order', values: { points: 12 } },
  ];
  const one = { memberId: 'm', enrolledAt: Date.UTC(2025, 0, 1), log };
  const { events } = orThrow(replayTiers(matching, one, { asOf: '2025-06-30' }));
  const told = (entries?: readonly TierEntry[]): readonly string[] =>
    tierTimeline(matching, events, entries).map(({ statement }) => inWords(statement, 'en'));
  expect(told(log).slice(2)).toEqual([
    'Earns silver (o), through 1 February 2026; holds gold, given.',
    'The challenge g is not met: silver.',
  ]);
  expect(told().at(-1)).toBe('The override g ends: silver.');
});

it('days are those of the zone', () => {
  expect(tierTimeline(tiers, [event({ kind: 'entered', tier: 'base' })])[0]).toMatchObject({
    at: AT,
    day: '2025-05-01',
    kind: 'entered',
  });
});

it('a tier that a later version renamed has the name it had then', () => {
  const next = { change: { renamed: { silver: 'argent' } }, version: '2', effective: { from: '2026-01-01' } };
  const { policy } = tiers.latest;
  const named = policy.tiers.map((tier) =>
    tier.tier === 'silver' ? { ...tier, tier: 'argent', name: { en: 'Argent', zh: '银' } } : tier,
  );
  const both = compiled(
    { ...policy, effective: { until: '2026-01-01' } },
    { ...policy, ...next, tiers: named },
  );
  const told = (version: string): string =>
    inWords(
      (
        tierTimeline(both, [
          event({ kind: 'downgraded', from: 'silver', to: 'argent', expiresAt: null, version }),
        ])[0] ?? expect.unreachable()
      ).statement,
      'en',
    );
  expect(told('1')).toBe('Falls from silver to Argent.');
  expect(told('2')).toBe('Falls from silver to Argent.');
});

test('every placeholder of a replay is filled', () => {
  const figures = { silver: { attain: 300 }, platinum: { attain: 1400 }, platinumOne: { attain: 3600 } };
  for (const policy of [marriottTiers(), qantasTiers2025(figures)]) {
    const one = orThrow(compileTiers(policy));
    const log = [2020, 2023].map((year) => ({
      kind: 'activity' as const,
      id: `s${year}`,
      at: Date.UTC(year, 5, 1),
      type: 'flight',
      values: { nights: 80, statusCredits: 900 },
      attributes: { own: true },
    }));
    const member = { memberId: 'ann', enrolledAt: Date.UTC(2020, 0, 1), log };
    const { events } = orThrow(replayTiers(one, member, { asOf: '2027-01-01' }));
    for (const { statement } of tierTimeline(one, events))
      for (const language of ['en', 'zh'] as const) expect(inWords(statement, language)).not.toMatch(/[{}]/);
  }
});
