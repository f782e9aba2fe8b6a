/** Overrides lie over what is earned, versions follow each other, and returns do what the policy says. */
import {
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  type ReturnRule,
  replayTiers,
  type TierEntry,
  type TierHistory,
  type TierPolicyInput,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const NAME = { en: 'Tier', zh: '等级' };

const CLUB: TierPolicyInput = {
  name: 'club',
  zone: 'UTC',
  metrics: { points: { kind: 'sum', of: 'points' } },
  window: { kind: 'calendar', unit: 'year' },
  validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
  tiers: [
    { tier: 'base', name: NAME, rank: 0 },
    { tier: 'silver', name: NAME, rank: 1, entry: { metric: 'points', atLeast: 100 } },
    { tier: 'gold', name: NAME, rank: 2, entry: { metric: 'points', atLeast: 200 } },
  ],
};

const club = (more: Partial<TierPolicyInput> = {}): CompiledTiers =>
  orThrow(compileTiers(defineTierPolicy({ ...CLUB, ...more })));

const order = (id: string, on: string, points: number): TierEntry => ({
  kind: 'activity',
  id,
  at: at(on),
  type: 'order',
  values: { points },
});

function replay(tiers: CompiledTiers, log: readonly TierEntry[], asOf = '2027-06-01'): TierHistory {
  const history = orThrow(
    replayTiers(tiers, { memberId: 'm', enrolledAt: midnight('2024-01-01'), log }, { asOf }),
  );
  expect(history.rejected).toEqual([]);
  return history;
}

/** The tiers held, each with its source and the day it begins. */
const held = ({ intervals }: TierHistory): readonly string[] =>
  intervals.map(({ tier, source, from }) => `${day(from)} ${tier} ${source}`);

describe('an override', () => {
  const grant = (mode: 'floor' | 'pin' | 'ceiling', tier: string, until = '2024-10-01'): TierEntry => ({
    kind: 'grant',
    id: `${mode} ${tier}`,
    at: at('2024-03-01'),
    tier,
    mode,
    source: 'manual',
    until: midnight(until),
  });

  it('as a floor lifts who is below, and nobody else', () => {
    expect(
      held(replay(club(), [grant('floor', 'silver'), order('a', '2024-06-01', 200)], '2024-12-31')),
    ).toEqual(['2024-01-01 base base', '2024-03-01 silver manual', '2024-06-01 gold earned']);
  });

  it('as a ceiling holds down who is above, while what is earned goes on', () => {
    const history = replay(club(), [grant('ceiling', 'silver'), order('a', '2024-06-01', 200)], '2024-12-31');
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver earned',
      '2024-10-01 gold earned',
    ]);
    expect(history.earned.map(({ tier }) => tier)).toEqual(['base', 'gold']);
  });

  it('as a ceiling at the base leaves what everybody has, and gives nothing', () => {
    expect(
      held(replay(club(), [grant('ceiling', 'base'), order('a', '2024-06-01', 200)], '2024-12-31')),
    ).toEqual(['2024-01-01 base base', '2024-10-01 gold earned']);
  });

  it('as a pin decides alone, and the latest pin over the others', () => {
    const second: TierEntry = {
      ...grant('pin', 'gold', '2024-05-01'),
      id: 'second',
      at: at('2024-04-01'),
    } as TierEntry;
    expect(held(replay(club(), [grant('pin', 'silver'), second], '2024-12-31'))).toEqual([
      '2024-01-01 base base',
      '2024-03-01 silver manual',
      '2024-04-01 gold manual',
      '2024-05-01 silver manual',
      '2024-10-01 base base',
    ]);
  });

  it('that is revoked falls back as the grant says', () => {
    const open: TierEntry = {
      kind: 'grant',
      id: 'card',
      at: at('2024-03-01'),
      tier: 'gold',
      source: 'partnerCard',
      fallback: { kind: 'tier', tier: 'silver' },
    };
    const back: TierEntry = { kind: 'revocation', id: 'back', at: at('2024-08-01'), of: 'card' };
    const history = replay(club(), [open, back], '2026-06-01');
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-03-01 gold partnerCard',
      '2024-08-01 silver partnerCard',
      '2026-01-01 base base',
    ]);
    expect(history.events.find(({ kind }) => kind === 'overrideEnded')).toMatchObject({
      outcome: 'revoked',
      by: 'back',
    });
  });
});

describe('a tier for life', () => {
  it('is a floor that stays when terms end', () => {
    const tiers = club({
      tiers: CLUB.tiers.map((tier) =>
        tier.tier === 'silver' ? { ...tier, lifetime: { metric: 'points', atLeast: 300 } } : tier,
      ),
    });
    const history = replay(tiers, [order('a', '2024-06-01', 200), order('b', '2025-06-01', 100)]);
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-06-01 gold earned',
      '2026-01-01 silver earned',
      '2027-01-01 silver lifetime',
    ]);
    expect(history.standing.expiresAt).toBeNull();
  });

  it('counts as time at the tier from the day it is given', () => {
    const tiers = club({
      metrics: { ...CLUB.metrics, held: { kind: 'timeAtTier', tier: 'silver', unit: 'months' } },
      tiers: [
        { tier: 'base', name: NAME, rank: 0 },
        { tier: 'silver', name: NAME, rank: 1, lifetime: { metric: 'points', atLeast: 300 } },
        { tier: 'gold', name: NAME, rank: 2, entry: { metric: 'held', atLeast: 4 } },
      ],
      validity: { kind: 'lifetime' },
    });
    expect(held(replay(tiers, [order('a', '2024-06-01', 300)]))).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver lifetime',
      '2024-10-01 gold earned',
    ]);
  });
});

describe('versions', () => {
  const first = defineTierPolicy({ ...CLUB, version: '2024', effective: { until: '2025-01-01' } });
  const next = (more: Partial<TierPolicyInput>) =>
    defineTierPolicy({ ...CLUB, version: '2025', effective: { from: '2025-01-01' }, ...more });
  const harder: TierPolicyInput['tiers'] = [
    { tier: 'base', name: NAME, rank: 0 },
    { tier: 'star', name: NAME, rank: 1, entry: { metric: 'points', atLeast: 150 } },
    { tier: 'gold', name: NAME, rank: 2, entry: { metric: 'points', atLeast: 400 } },
  ];

  it('follow each other; a tier keeps its term under another name', () => {
    const tiers = orThrow(
      compileTiers([first, next({ tiers: harder, change: { renamed: { silver: 'star' } } })]),
    );
    const history = replay(tiers, [order('a', '2024-06-01', 100), order('b', '2025-06-01', 120)]);
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver earned',
      '2025-01-01 star earned',
      '2026-01-01 base base',
    ]);
    expect(history.events.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'entered 2024',
      'upgraded 2024',
      'downgraded 2025',
    ]);
  });

  it('can judge everybody at once', () => {
    const change = { renamed: { silver: 'star' }, held: 'judge' as const };
    const tiers = orThrow(
      compileTiers([first, next({ tiers: harder, change, window: { kind: 'rollingMonths', months: 12 } })]),
    );
    expect(held(replay(tiers, [order('a', '2024-06-01', 200)], '2025-06-01'))).toEqual([
      '2024-01-01 base base',
      '2024-06-01 gold earned',
      '2025-01-01 star earned',
    ]);
  });

  it('lose a tier that the next one names after its base', () => {
    const change = { renamed: { silver: 'base' } };
    const tiers = orThrow(
      compileTiers([first, next({ tiers: CLUB.tiers.filter(({ tier }) => tier !== 'silver'), change })]),
    );
    const history = replay(tiers, [order('a', '2024-06-01', 100)], '2027-01-01');
    expect(held(history).at(-1)).toBe('2025-01-01 base base');
    expect(history.events.at(-1)).toMatchObject({
      kind: 'downgraded',
      from: 'silver',
      to: 'base',
      version: '2025',
    });
    expect(history.standing.expiresAt).toBeNull();
  });

  it('judge nobody at once who is still to be held', () => {
    const tiers = orThrow(
      compileTiers([
        first,
        next({ tiers: harder, change: { renamed: { silver: 'star' }, held: 'judge' }, minimumHold: 'P1Y' }),
      ]),
    );
    const history = replay(tiers, [order('a', '2024-06-01', 100)], '2025-03-01');
    expect(held(history).at(-1)).toBe('2025-01-01 star earned');
  });

  it('can extend what is held', () => {
    const tiers = orThrow(compileTiers([first, next({ change: { extendTo: '2026-04-01' } })]));
    const history = replay(tiers, [order('a', '2024-06-01', 100)], '2026-12-31');
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver earned',
      '2026-01-01 silver extension',
      '2026-04-01 base base',
    ]);
    expect(history.events.find(({ kind }) => kind === 'extended')).toMatchObject({
      because: 'versionChange',
      expiresAt: midnight('2026-04-01'),
    });
  });
});

describe('a return', () => {
  const rules = (clawback: ReturnRule['clawback']) => club({ returns: { clawback } });
  const back = (of: string, on: string): TierEntry => ({
    kind: 'return',
    id: `return ${of}`,
    at: at(on),
    of,
  });
  const log = [
    order('a', '2024-06-01', 150),
    order('b', '2024-07-01', 60),
    back('b', '2024-08-01'),
    order('c', '2024-09-01', 10),
  ];

  it('that is applied at once', () => {
    const history = replay(rules('atOnce'), log, '2024-12-31');
    expect(held(history)).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver earned',
      '2024-07-01 gold earned',
      '2024-08-01 silver earned',
    ]);
    expect(history.events.find(({ kind }) => kind === 'clawedBack')).toMatchObject({
      of: 'b',
      from: 'gold',
      to: 'silver',
      rewards: 'reverse',
      by: 'return b',
    });
  });

  it('that waits for the next time the member is judged', () => {
    expect(held(replay(rules('atNextEvaluation'), log, '2024-12-31')).at(-1)).toBe(
      '2024-09-01 silver earned',
    );
  });

  it('that waits is settled before what comes next, which is judged as ever', () => {
    const waits = club({ returns: { clawback: 'atNextEvaluation' }, upgrade: { path: 'oneStep' } });
    const more = [...log.slice(0, 3), order('c', '2024-09-01', 300)];
    const { events } = replay(waits, more, '2024-12-31');
    expect(events.map(({ kind, by }) => [kind, by])).toEqual([
      ['entered', null],
      ['upgraded', 'a'],
      ['upgraded', 'b'],
      ['clawedBack', 'c'],
      ['upgraded', 'c'],
    ]);
  });

  it('that takes a tier for life is told as well', () => {
    const tiers = club({
      tiers: CLUB.tiers.map(({ entry: _, ...tier }) =>
        tier.tier === 'silver' ? { ...tier, lifetime: { metric: 'points', atLeast: 60 } } : tier,
      ),
    });
    const history = replay(tiers, [order('a', '2024-06-01', 60), back('a', '2024-07-01')], '2024-12-31');
    expect(held(history).at(-1)).toBe('2024-07-01 base base');
    expect(history.events.at(-1)).toMatchObject({ kind: 'clawedBack', from: 'silver', to: 'base' });
  });

  it('that leaves the term alone', () => {
    expect(held(replay(rules('protectedInTerm'), log, '2027-06-01'))).toEqual([
      '2024-01-01 base base',
      '2024-06-01 silver earned',
      '2024-07-01 gold earned',
      '2026-01-01 base base',
    ]);
  });

  it('that matters only where it caused the upgrade', () => {
    const tiers = rules('ifCausedUpgrade');
    expect(held(replay(tiers, log, '2024-12-31')).at(-1)).toBe('2024-08-01 silver earned');
    const other = [...log.slice(0, 2), back('a', '2024-08-01')];
    expect(held(replay(tiers, other, '2024-12-31')).at(-1)).toBe('2024-07-01 gold earned');
  });

  it('of part of an order takes back that part', () => {
    const part: TierEntry = {
      kind: 'return',
      id: 'part',
      at: at('2024-08-01'),
      of: 'b',
      values: { points: 10 },
    };
    expect(held(replay(rules('atOnce'), [...log.slice(0, 2), part], '2024-12-31')).at(-1)).toBe(
      '2024-07-01 gold earned',
    );
    const more: TierEntry = {
      kind: 'return',
      id: 'more',
      at: at('2024-08-02'),
      of: 'b',
      values: { points: 1 },
    };
    expect(held(replay(rules('atOnce'), [...log.slice(0, 2), part, more], '2024-12-31')).at(-1)).toBe(
      '2024-08-02 silver earned',
    );
  });
});

describe('notices and grace', () => {
  it('tell of an end that is coming, once it is coming', () => {
    const tiers = club({ notices: ['P30D', 'P3M'] });
    const log = [order('a', '2024-06-01', 100)];
    const notices = replay(tiers, log).events.filter(({ kind }) => kind === 'willExpire');
    expect(notices.map((event) => day(event.at))).toEqual(['2025-10-01', '2025-12-02']);
    const renewed = replay(tiers, [...log, order('b', '2025-11-01', 100)], '2026-01-31').events;
    expect(renewed.filter(({ kind }) => kind === 'willExpire').map((event) => day(event.at))).toEqual([
      '2025-10-01',
    ]);
  });

  it('say nothing where the end is decided already, or nobody falls', () => {
    const decided = club({
      notices: ['P1M'],
      renewal: { timing: 'atExpiry' },
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1, extend: 'P2M' },
    });
    const log = [order('a', '2024-06-01', 100), order('b', '2025-06-01', 100)];
    expect(replay(decided, log, '2026-12-31').events.map(({ kind }) => kind)).toEqual([
      'entered',
      'upgraded',
      'renewed',
    ]);
    const never = club({ notices: ['P1M'], downgrade: { timing: 'never' } });
    expect(replay(never, log.slice(0, 1)).events.map(({ kind }) => kind)).not.toContain('willExpire');
  });

  it('a fall at once goes on until there is something to stand on', () => {
    const tiers = club({
      window: { kind: 'rollingDays', days: 30 },
      validity: { kind: 'whileQualified' },
      downgrade: { depth: { kind: 'oneStep' } },
    });
    const history = replay(tiers, [order('a', '2024-06-01', 200)], '2024-12-31');
    expect(history.events.map(({ kind, at }) => [kind, day(at)])).toEqual([
      ['entered', '2024-01-01'],
      ['upgraded', '2024-06-01'],
      ['softLanded', '2024-07-01'],
      ['downgraded', '2024-07-01'],
    ]);
    expect(history.standing.tier).toBe('base');
  });

  it('a term of one period does not outlive it by what was done in it', () => {
    const tiers = club({ validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 } });
    expect(held(replay(tiers, [order('a', '2024-06-01', 100)], '2026-12-31')).at(-1)).toBe(
      '2025-01-01 base base',
    );
  });

  it('a tier in grace is kept by who renews in time', () => {
    const tiers = club({ grace: { tier: 'P2M', counters: 'P2M' } });
    const log = [order('a', '2024-06-01', 100), order('b', '2025-06-01', 90)];
    expect(held(replay(tiers, log, '2026-12-31')).at(-1)).toBe('2026-03-01 base base');
    const saved = replay(tiers, [...log, order('c', '2026-02-01', 10)], '2026-12-31');
    expect(held(saved).at(-1)).toBe('2024-06-01 silver earned');
    expect(saved.events.map(({ kind }) => kind)).toEqual(['entered', 'upgraded', 'extended', 'renewed']);
    expect(saved.standing.expiresAt).toBe(midnight('2027-01-01'));
  });

  it('a minimum hold outlasts a term that would end sooner', () => {
    const tiers = club({
      validity: { kind: 'endOfPeriod', period: 'membershipYear', periods: 0 },
      window: { kind: 'membershipYear' },
      minimumHold: 'P6M',
    });
    const history = replay(tiers, [order('a', '2024-12-20', 100)], '2024-12-31');
    expect(history.standing.expiresAt).toBe(midnight('2025-06-20'));
  });
});
