/** What a member holds on a date: benefits of the tier held, and vouchers as they fall due. */
import {
  type Benefit,
  type BenefitFacts,
  benefitsAt,
  type MembershipTerm,
  orThrow,
  describe as say,
  type TierEvent,
  type TierHistory,
  type TierInterval,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { wrongs } from '../rfm/support.js';
import { named, policyOf } from './benefit-support.js';

type Occasion = Extract<Benefit, { kind: 'voucher' }>['on'];

const voucher = (on: Occasion, times?: number): Benefit =>
  named(on, { kind: 'voucher', on, ...(times === undefined ? {} : { times }) });

const GIFTS = (['entry', 'renewal', 'birthday', 'stayOnBirthday', 'anniversary'] as const).map((on) =>
  voucher(on),
);
const POLICY = policyOf({
  member: [named('lounge', { kind: 'entitlement', subjectToAvailability: true })],
  gold: GIFTS,
  platinum: [voucher('entry')],
});

/** Noon in Berlin, except where the night matters. */
const at = (day: string): number => Date.parse(`${day}T11:00:00Z`);

const TERM: MembershipTerm = {
  tier: 'gold',
  enrolledAt: at('2020-02-29'),
  since: at('2025-01-10'),
  began: 'entry',
};

function states(facts: BenefitFacts, held: TierHistory | MembershipTerm = TERM): Record<string, string> {
  const { benefits } = orThrow(benefitsAt(POLICY, held, facts));
  return Object.fromEntries(
    benefits.map((one) => [one.benefit.benefit, one.voucher?.state ?? one.availability]),
  );
}

function interval(
  tier: string,
  from: string,
  until: string | null,
  source: 'earned' | 'manual' = 'earned',
): TierInterval {
  return { tier, source, from: at(from), until: until === null ? null : at(until) };
}

/** Member from 2023, Gold from 2024, renewed in 2025, Platinum from June to August 2025, then Gold again. */
const HISTORY: TierHistory = {
  memberId: 'ann',
  asOf: at('2025-12-31'),
  standing: {
    tier: 'gold',
    source: 'earned',
    since: at('2025-08-01'),
    expiresAt: null,
    earned: { tier: 'gold', since: at('2024-03-01'), expiresAt: null },
    version: '1',
  },
  intervals: [
    interval('member', '2023-03-01', '2024-03-01'),
    interval('gold', '2024-03-01', '2024-09-01'),
    interval('gold', '2024-09-01', '2025-06-01', 'manual'),
    interval('platinum', '2025-06-01', '2025-08-01'),
    interval('gold', '2025-08-01', null),
  ],
  earned: [],
  events: [
    { kind: 'renewed', tier: 'gold', at: at('2025-03-01'), expiresAt: null, version: '1', by: null },
  ] as readonly TierEvent[],
  rejected: [],
} as unknown as TierHistory;

describe('benefits on a date', () => {
  it('are those of the tier held then', () => {
    expect(states({ asOf: at('2023-05-05') }, HISTORY)).toEqual({ lounge: 'subjectToAvailability' });
    expect(Object.keys(states({ asOf: at('2024-05-05') }, HISTORY))).toEqual(GIFTS.map((one) => one.benefit));
  });

  it('name the term they come from', () => {
    const term = (day: string) => orThrow(benefitsAt(POLICY, HISTORY, { asOf: at(day) })).term;
    const enrolledAt = at('2023-03-01');
    expect(term('2023-03-01')).toEqual({ tier: 'member', enrolledAt, since: enrolledAt, began: 'entry' });
    // Held by a grant from September on: the same tier, the same term.
    expect(term('2025-02-28')).toEqual({ tier: 'gold', enrolledAt, since: at('2024-03-01'), began: 'entry' });
    expect(term('2025-03-01')).toEqual({
      tier: 'gold',
      enrolledAt,
      since: at('2025-03-01'),
      began: 'renewal',
    });
    expect(term('2025-06-01')).toMatchObject({ tier: 'platinum', began: 'entry' });
    expect(term('2025-08-01')).toEqual({ tier: 'gold', enrolledAt, since: at('2025-08-01'), began: 'other' });
  });

  it('are given for the civil day of the zone', () => {
    const { day } = orThrow(benefitsAt(POLICY, TERM, { asOf: Date.parse('2025-05-19T22:30:00Z') }));
    expect(day).toBe('2025-05-20');
  });

  it.each([
    [{ asOf: 'soon' }, HISTORY, 'notAnInstant asOf'],
    [{ asOf: Number.NaN }, HISTORY, 'notAnInstant asOf'],
    [{ asOf: at('2023-02-28') }, HISTORY, 'outsideHistory asOf'],
    [{ asOf: at('2026-01-01') }, HISTORY, 'outsideHistory asOf'],
    [{ asOf: at('2025-05-05') }, { ...HISTORY, intervals: [] }, 'outsideHistory asOf'],
    [{ asOf: at('2025-05-05') }, { ...TERM, tier: '__proto__' }, 'unknownTier tier'],
    [{ asOf: at('2025-01-09') }, TERM, 'tooLate since'],
    [{ asOf: at('2025-05-05') }, { ...TERM, enrolledAt: Number.NaN }, 'notAnInstant enrolledAt'],
    [{ asOf: at('2025-05-05'), birthday: '02-30' }, TERM, 'notADate birthday'],
    [{ asOf: at('2025-05-05'), birthday: '2023-02-29' }, TERM, 'notADate birthday'],
    [{ asOf: at('2025-05-05'), birthday: 520 as unknown as string }, TERM, 'notADate birthday'],
    [{ asOf: at('2025-05-05'), leapDay: 'never' as 'march1' }, TERM, 'notOneOf leapDay'],
    [
      { asOf: at('2025-05-05'), given: [{ benefit: 'entry', at: Number.NaN }] },
      TERM,
      'notAnInstant given.0.at',
    ],
  ] as readonly [BenefitFacts, TierHistory | MembershipTerm, string][])(
    'refuse what cannot be (%#)',
    (facts, held, problem) => {
      expect(wrongs(benefitsAt(POLICY, held, facts))).toEqual([problem]);
    },
  );

  it('refuse a zone that is none', () => {
    expect(wrongs(benefitsAt({ ...POLICY, zone: 'nowhere' }, TERM, { asOf: 0 }))).toEqual([
      'unknownZone zone',
    ]);
  });
});

describe('a voucher for the entry', () => {
  it('is due from the entry on until it is given', () => {
    expect(states({ asOf: at('2025-01-10') })['entry']).toBe('due');
    expect(states({ asOf: at('2025-12-10') })['entry']).toBe('due');
    const given = [{ benefit: 'entry', at: at('2025-01-11') }];
    expect(states({ asOf: at('2025-01-12'), given })['entry']).toBe('given');
    expect(states({ asOf: at('2025-01-10'), given })['entry']).toBe('due');
  });

  it('of an earlier term, or another voucher, does not count', () => {
    const given = [
      { benefit: 'entry', at: at('2024-05-05') },
      { benefit: 'renewal', at: at('2025-01-11') },
    ];
    expect(states({ asOf: at('2025-01-12'), given })['entry']).toBe('due');
  });

  it('is not due after a renewal, nor for landing from above', () => {
    expect(states({ asOf: at('2025-03-02') }, HISTORY)).toMatchObject({ entry: 'notNow', renewal: 'due' });
    expect(states({ asOf: at('2025-08-02') }, HISTORY)).toMatchObject({ entry: 'notNow', renewal: 'notNow' });
  });
});

describe('a voucher for the birthday', () => {
  it('is due on that civil day', () => {
    const birthday = '1990-05-20';
    const days = [
      '2025-05-19T21:59:59Z',
      '2025-05-19T22:00:00Z',
      '2025-05-20T21:59:59Z',
      '2025-05-20T22:00:00Z',
    ];
    expect(days.map((day) => states({ asOf: Date.parse(day), birthday })['birthday'])).toEqual([
      'notNow',
      'due',
      'due',
      'notNow',
    ]);
  });

  it.each([
    ['february28', '2025-02-28', 'due'],
    ['february28', '2025-03-01', 'notNow'],
    ['march1', '2025-02-28', 'notNow'],
    ['march1', '2025-03-01', 'due'],
    ['february28', '2028-02-28', 'notNow'],
    ['february28', '2028-02-29', 'due'],
    ['march1', '2028-02-29', 'due'],
    ['march1', '2028-03-01', 'notNow'],
  ] as const)('of 29 February, %s, on %s is %s', (leapDay, day, state) => {
    expect(states({ asOf: at(day), birthday: '02-29', leapDay })['birthday']).toBe(state);
  });

  it('is not known without the birthday', () => {
    expect(states({ asOf: at('2025-05-20') })).toMatchObject({
      birthday: 'unknown',
      stayOnBirthday: 'unknown',
    });
  });

  it('of a stay needs to know whether the member is staying, on that day only', () => {
    const on = (day: string, staying?: boolean): string | undefined =>
      states({ asOf: at(day), birthday: '05-20', ...(staying === undefined ? {} : { staying }) })[
        'stayOnBirthday'
      ];
    expect([on('2025-05-20', true), on('2025-05-20', false), on('2025-05-20'), on('2025-05-21')]).toEqual([
      'due',
      'notNow',
      'unknown',
      'notNow',
    ]);
  });

  it('is given once that day, and again the next year unless the term allows only so many', () => {
    const facts = { birthday: '05-20', given: [{ benefit: 'birthday', at: at('2025-05-20') }] };
    expect(states({ ...facts, asOf: Date.parse('2025-05-20T20:00:00Z') })['birthday']).toBe('given');
    expect(states({ ...facts, asOf: at('2026-05-20') })['birthday']).toBe('due');
    const once = policyOf({ gold: [voucher('birthday', 1)] });
    const { benefits } = orThrow(benefitsAt(once, TERM, { ...facts, asOf: at('2026-05-20') }));
    expect(benefits[0]?.voucher).toEqual({ state: 'usedUp', times: 1 });
  });
});

describe('a voucher for the anniversary', () => {
  it.each([
    ['2020-02-29', 'february28', false],
    ['2025-02-28', 'february28', true],
    ['2025-03-01', 'march1', true],
    ['2028-02-29', 'february28', true],
    ['2025-02-27', 'february28', false],
  ] as const)('of an enrolment on 29 February 2020, on %s, %s: %s', (day, leapDay, due) => {
    const term = { ...TERM, since: TERM.enrolledAt };
    expect(states({ asOf: at(day), leapDay }, term)['anniversary']).toBe(due ? 'due' : 'notNow');
  });

  it('says when it comes next', () => {
    const next = (day: string) =>
      orThrow(benefitsAt(POLICY, TERM, { asOf: at(day) })).benefits.find(
        (one) => one.benefit.benefit === 'anniversary',
      )?.voucher;
    expect(next('2025-02-01')).toEqual({ state: 'notNow', next: '2025-02-28' });
    expect(next('2027-03-01')).toEqual({ state: 'notNow', next: '2028-02-29' });
    const first = orThrow(benefitsAt(POLICY, { ...TERM, enrolledAt: TERM.since }, { asOf: TERM.since }));
    expect(first.benefits.at(-1)?.voucher).toEqual({ state: 'notNow', next: '2026-01-10' });
  });
});

describe('the sentences of benefits', () => {
  const policy = policyOf({
    gold: [
      named('desk', { kind: 'entitlement' }),
      { ...voucher('entry'), subjectToAvailability: true },
      ...GIFTS.slice(1),
      { ...voucher('birthday', 1), benefit: 'once', name: { en: 'once', zh: 'once' } },
    ],
  });
  const given = [
    { benefit: 'birthday', at: at('2025-05-20') },
    { benefit: 'once', at: at('2025-01-11') },
  ];
  const held = orThrow(benefitsAt(policy, TERM, { asOf: at('2025-05-20'), birthday: '05-20', given }));

  it('are English', () => {
    expect(say(held, 'en').split('\n')).toEqual([
      'desk: held.',
      'entry: subject to availability; due for 2025-01-10.',
      'renewal: not now.',
      'birthday: given for this occasion.',
      'stayOnBirthday: open, whether the member is staying is not known.',
      'anniversary: not now, next on 2026-02-28.',
      'once: given as often as a term allows (1).',
    ]);
  });

  it('are Chinese', () => {
    expect(say(held, 'zh').split('\n')).toEqual([
      'desk：可享受。',
      'entry：视供应情况而定；应发放（2025-01-10）。',
      'renewal：暂不发放。',
      'birthday：本次已发放。',
      'stayOnBirthday：待定，当天是否入住未知。',
      'anniversary：暂不发放，下次为 2026-02-28。',
      'once：本期已发放 1 次，达到上限。',
    ]);
  });
});
