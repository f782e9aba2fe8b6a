import {
  defineTierPolicy,
  describe as inWords,
  orThrow,
  ProblemError,
  type Problems,
  parseTierMember,
  parseTierPolicy,
  type Result,
  replayTiers,
  type TierPolicyInput,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { hilton2026 } from './programmes.js';

const input: TierPolicyInput = {
  name: 'our hotel',
  zone: 'Europe/Berlin',
  metrics: { nights: { kind: 'sum', of: 'nights' } },
  window: { kind: 'calendar', unit: 'year' },
  validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 },
  tiers: [
    { tier: 'member', name: { en: 'Member', zh: '会员' }, rank: 0 },
    { tier: 'gold', name: { en: 'Gold', zh: '金卡' }, rank: 1, entry: { metric: 'nights', atLeast: 25 } },
  ],
};

function problemsOf(result: Result<unknown>): Problems | readonly [] {
  return result._tag === 'Left' ? result.left : [];
}

const STAY = { kind: 'activity', id: 's', at: 1, type: 'stay', values: { nights: 2 } };

describe('a policy written in code', () => {
  it('is completed with every default', () => {
    expect(defineTierPolicy(input)).toEqual({
      ...input,
      format: 'tier-policy@1',
      ladder: 'main',
      version: '1',
      effective: {},
      change: { held: 'keep' },
      counts: {},
      upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
      renewal: { timing: 'onQualifying' },
      downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
      grace: {},
      returns: { clawback: 'atOnce', rewards: 'reverse', negativeBalance: false },
      offers: {},
      notices: [],
    });
  });

  it('keeps what is said, and completes the rest of it', () => {
    const policy = defineTierPolicy({
      ...input,
      upgrade: { path: 'sequential' },
      downgrade: { depth: { kind: 'oneStep' } },
      returns: { clawback: 'protectedInTerm' },
    });
    expect(policy.upgrade).toEqual({ timing: 'immediate', path: 'sequential', counters: 'keep' });
    expect(policy.downgrade).toEqual({ timing: 'atExpiry', depth: { kind: 'oneStep' } });
    expect(policy.returns).toEqual({
      clawback: 'protectedInTerm',
      rewards: 'reverse',
      negativeBalance: false,
    });
  });

  it('throws one error that lists everything that is wrong', () => {
    const wrong = { ...input, zone: 'Mars', minimumHold: 'a while' };
    expect(() => defineTierPolicy(wrong)).toThrow(ProblemError);
    expect(() => defineTierPolicy(wrong)).toThrow(
      'zone: expected the name of an IANA time zone, found "Mars".\nminimumHold: expected text written as P1Y, P3M, P2W, P365D or such parts together, in this order, found "a while".',
    );
  });

  it('is its own input', () => {
    const policy = defineTierPolicy(input);
    expect(defineTierPolicy(policy)).toEqual(policy);
  });

  it('may be nested, but not without end', () => {
    const loop: { allOf: unknown[] } = { allOf: [] };
    loop.allOf.push(loop);
    const tiers = [input.tiers[0], { ...input.tiers[1], entry: loop }] as unknown as TierPolicyInput['tiers'];
    expect(() => defineTierPolicy({ ...input, tiers })).toThrow('nested at most 100 deep');
  });
});

describe('a stored policy', () => {
  const stored = defineTierPolicy(input);

  it('says its format', () => {
    const { format: _, ...untold } = stored;
    expect(problemsOf(parseTierPolicy(untold))).toMatchObject([{ code: 'unknownFormat', path: ['format'] }]);
    expect(problemsOf(parseTierPolicy({ ...stored, format: 'tier-policy@2' }))).toMatchObject([
      { code: 'unknownFormat' },
    ]);
  });

  it.each([null, undefined, 7, 'policy', [], [stored]])('is no %j', (nothing) => {
    expect(problemsOf(parseTierPolicy(nothing))).not.toEqual([]);
  });

  it('has no name that objects cannot hold', () => {
    const text = JSON.stringify(stored).replace('"nights":{', '"__proto__":{');
    expect(problemsOf(parseTierPolicy(JSON.parse(text)))).toMatchObject([
      { code: 'reservedName', path: ['metrics', '__proto__'] },
    ]);
    expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
  });
});

describe('a member from JSON', () => {
  const at = (written: unknown, zone = 'Europe/Berlin'): unknown => {
    const activity = { kind: 'activity', id: 'a', type: 'stay', at: written };
    const member = parseTierMember({ memberId: 'm', enrolledAt: 0, log: [activity] }, zone);
    return member._tag === 'Right'
      ? member.right.log[0]?.at
      : member.left.map(({ code, path }) => [code, ...path]);
  };

  it('has times as milliseconds, with an offset, or of the zone', () => {
    expect(at(1_700_000_000_000)).toBe(1_700_000_000_000);
    expect(at('2025-07-01T10:00:00Z')).toBe(Date.UTC(2025, 6, 1, 10));
    expect(at('2025-07-01T10:00+05:30')).toBe(Date.UTC(2025, 6, 1, 4, 30));
    expect(at('2025-07-01T10:00')).toBe(Date.UTC(2025, 6, 1, 8));
    expect(at('2025-07-01')).toBe(Date.UTC(2025, 5, 30, 22));
    // The first instant of a day that begins at one o'clock.
    expect(at('2025-03-09', 'America/Havana')).toBe(Date.UTC(2025, 2, 9, 5));
  });

  it('has no local time that a clock change skips or repeats', () => {
    expect(at('2025-03-30T02:30')).toEqual([['skippedTime', 'log', 0, 'at']]);
    expect(at('2025-10-26T02:30')).toEqual([['repeatedTime', 'log', 0, 'at']]);
    expect(at('2025-10-26T02:30+02:00')).toBe(Date.UTC(2025, 9, 26, 0, 30));
  });

  it.each(['soon', '2025-02-29', '2025-07-01T25:00', '', 1.5, 8.64e15 + 1, null, {}])(
    'has no time %j',
    (written) => {
      expect(at(written)).toMatchObject([[expect.any(String), 'log', 0, 'at']]);
    },
  );

  it('keeps every field of every kind of entry, and leaves none that was not there', () => {
    const log = [
      { kind: 'activity', id: '1', at: 1, type: 'stay', values: { nights: 2 }, attributes: { paid: true } },
      { kind: 'return', id: '2', at: 2, recordedAt: 3, of: '1', values: { nights: 1 } },
      { kind: 'redemption', id: '3', at: 3, values: { points: 5 } },
      { kind: 'attribute', id: '4', at: 4, attribute: 'plan', value: null },
      {
        kind: 'grant',
        id: '5',
        at: 5,
        tier: 'gold',
        mode: 'floor',
        source: 'manual',
        until: 9,
        fallback: { kind: 'earned' },
      },
      { kind: 'grant', id: '6', at: 6, offer: 'match' },
      { kind: 'revocation', id: '7', at: 7, of: '5' },
    ];
    const member = { memberId: 'm', enrolledAt: 0, log };
    expect(parseTierMember(member, 'UTC')).toEqual({ _tag: 'Right', right: member });
  });

  it('is refused with every problem at its path', () => {
    const log = [
      { kind: 'activity', id: 'a', at: 'then', type: 'stay' },
      { kind: 'grant', id: 'g', at: '2025-01-01', until: 'never', recordedAt: '2025-03-30T02:30' },
    ];
    const problems = problemsOf(parseTierMember({ memberId: 'm', enrolledAt: 'once', log }, 'Europe/Berlin'));
    expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['notADate', 'enrolledAt'],
      ['notADate', 'log.0.at'],
      ['skippedTime', 'log.1.recordedAt'],
      ['notADate', 'log.1.until'],
    ]);
    for (const problem of problems) {
      for (const language of ['en', 'zh'] as const)
        expect(inWords(problem, language)).not.toContain('undefined');
    }
    const shapes = {
      memberId: '',
      enrolledAt: 0,
      log: [{ kind: 'gift' }, { kind: 'return', id: 'r', at: 0 }],
    };
    expect(
      problemsOf(parseTierMember(shapes, 'UTC')).map(({ code, path }) => [code, path.join('.')]),
    ).toEqual([
      ['outOfRange', 'memberId'],
      ['notOneOf', 'log.0.kind'],
      ['missing', 'log.1.of'],
    ]);
  });

  it.each<[string, readonly object[], string, string]>([
    ['one id for two entries', [STAY, { ...STAY, at: 7 }], 'repeated', 'log.1.id'],
    ['a negative amount', [{ ...STAY, values: { nights: -1 } }], 'negative', 'log.0.values.nights'],
    [
      'a negative redemption',
      [{ kind: 'redemption', id: 'r', at: 1, values: { points: -5 } }],
      'negative',
      'log.0.values.points',
    ],
    ['a return of nothing', [{ kind: 'return', id: 'r', at: 2, of: 's' }], 'unknownActivity', 'log.0.of'],
    [
      'a return of itself',
      [STAY, { kind: 'return', id: 'r', at: 2, of: 'r' }],
      'unknownActivity',
      'log.1.of',
    ],
    [
      'a negative return',
      [STAY, { kind: 'return', id: 'r', at: 2, of: 's', values: { nights: -2 } }],
      'negative',
      'log.1.values.nights',
    ],
    [
      'a revocation of an activity',
      [STAY, { kind: 'revocation', id: 'r', at: 2, of: 's' }],
      'unknownGrant',
      'log.1.of',
    ],
    [
      'a grant that ends when it begins',
      [{ kind: 'grant', id: 'g', at: 9, tier: 'gold', until: 9 }],
      'outOfRange',
      'log.0.until',
    ],
  ])('has no meaning with %s', (_, log, code, path) => {
    const problems = problemsOf(parseTierMember({ memberId: 'm', enrolledAt: 0, log }, 'UTC'));
    expect(problems.map((one) => [one.code, one.path.join('.')])).toEqual([[code, path]]);
    for (const problem of problems)
      for (const language of ['en', 'zh'] as const)
        expect(inWords(problem, language)).not.toMatch(/undefined|NaN/);
  });

  it('may hold an entry that came twice, which a replay takes in once and names', () => {
    const again = Object.fromEntries(Object.entries({ ...STAY, recordedAt: 99 }).toReversed());
    const log = [
      { ...STAY, values: { nights: 3 } },
      { ...again, values: { nights: 3 } },
    ];
    const member = orThrow(parseTierMember({ memberId: 'm', enrolledAt: 0, log }, 'UTC'));
    expect(member.log).toEqual(log);
    const { rejected, standing } = orThrow(replayTiers(hilton2026, member, { asOf: 10 }));
    expect(rejected).toMatchObject([{ index: 1, id: 's', problem: { code: 'repeated' } }]);
    const once = orThrow(replayTiers(hilton2026, { ...member, log: member.log.slice(0, 1) }, { asOf: 10 }));
    expect(standing).toEqual(once.standing);
    const other = [log[0], { ...log[1], values: { nights: 3, spend: 1 } }];
    expect(problemsOf(parseTierMember({ memberId: 'm', enrolledAt: 0, log: other }, 'UTC'))).toMatchObject([
      { code: 'repeated', path: ['log', 1, 'id'] },
    ]);
  });

  it('may hold what only a replay can judge: entries in any order, before the enrolment, of other policies', () => {
    const log = [
      { kind: 'return', id: 'r', at: 5, of: 's' },
      STAY,
      { kind: 'grant', id: 'g', at: 2, offer: 'none' },
    ];
    expect(parseTierMember({ memberId: 'm', enrolledAt: 9, log }, 'UTC')).toMatchObject({ _tag: 'Right' });
  });

  it('has no minus zero', () => {
    const log = [
      { ...STAY, at: -0, recordedAt: -0, values: { nights: -0 }, attributes: { score: -0 } },
      { kind: 'attribute', id: 'a', at: 0, attribute: 'score', value: -0 },
      {
        kind: 'grant',
        id: 'g',
        at: 0,
        tier: 'gold',
        fallback: { kind: 'graded', steps: [{ when: { metric: 'nights', atLeast: -0 }, tier: 'gold' }] },
      },
    ];
    const member = orThrow(parseTierMember({ memberId: 'm', enrolledAt: -0, log }, 'UTC'));
    expect(JSON.parse(JSON.stringify(member))).toEqual(member);
  });

  it('is of a zone', () => {
    expect(problemsOf(parseTierMember({}, 'Mars'))).toMatchObject([{ code: 'unknownZone', path: ['zone'] }]);
  });

  it('has no name that objects cannot hold, and others are only names', () => {
    const text =
      '{"memberId":"m","enrolledAt":0,"log":[{"kind":"redemption","id":"r","at":1,"values":{"__proto__":1}}]}';
    expect(problemsOf(parseTierMember(JSON.parse(text), 'UTC'))).toMatchObject([
      { code: 'reservedName', path: ['log', 0, 'values', '__proto__'] },
    ]);
    const named = parseTierMember(JSON.parse(text.replace('__proto__', 'constructor')), 'UTC');
    expect(named).toMatchObject({ right: { log: [{ values: { constructor: 1 } }] } });
  });
});
