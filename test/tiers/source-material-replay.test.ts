/** The source material's rules over dated entries: tiers replayed, the VIP flow fed by them, benefits read off them. */
import {
  assignBenefits,
  benefitsAt,
  compileTiers,
  decideVip,
  evaluateTier,
  evolveVip,
  examineTierPolicy,
  gradeTiers,
  hotelBenefits,
  importantCustomer,
  noVipMembership,
  orThrow,
  replayTiers,
  type TierEntry,
  type TierPolicy,
  type Truth,
  telecomKeyCustomers,
  type VipCommand,
  vipTiers,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';

const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);

const dayInShanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

function heldOver(policy: TierPolicy, log: readonly TierEntry[], asOf: string): readonly string[] {
  const member = { memberId: 'ann', enrolledAt: noon('2023-01-05'), log };
  const { intervals, rejected } = orThrow(replayTiers(orThrow(compileTiers(policy)), member, { asOf }));
  expect(rejected).toEqual([]);
  return intervals.map(({ tier, from }) => `${dayInShanghai(from)} ${tier}`);
}

/** An order and its sale. */
function bought(id: string, day: string, units: number, amount: number): readonly TierEntry[] {
  return [
    { kind: 'activity', id: `${id}-order`, at: noon(day), type: 'order' },
    { kind: 'activity', id: `${id}-sale`, at: noon(day) + 1000, type: 'sale', values: { units, amount } },
  ];
}

const GOOD_YEAR = ['2024-02-10', '2024-06-10', '2024-10-10'].flatMap((day, i) =>
  bought(`a${i}`, day, 4, 340_000),
);

describe('VIP over the years', () => {
  it('is given at the evaluation of 1 January, for one year', () => {
    expect(heldOver(vipTiers(), GOOD_YEAR, '2026-06-01')).toEqual([
      '2023-01-05 ordinary',
      '2025-01-01 vip',
      '2026-01-01 ordinary',
    ]);
  });

  it('goes on where the year was as good again', () => {
    const again = ['2025-03-10', '2025-06-10', '2025-09-10'].flatMap((day, i) =>
      bought(`b${i}`, day, 4, 340_000),
    );
    expect(heldOver(vipTiers(), [...GOOD_YEAR, ...again], '2026-06-01')).toEqual([
      '2023-01-05 ordinary',
      '2025-01-01 vip',
    ]);
  });

  it('may depend on whether placed or completed orders are counted', () => {
    const two = ['2024-02-10', '2024-06-10'].flatMap((day, i) => bought(`a${i}`, day, 5, 500_000));
    const [placedOnly] = bought('a2', '2024-10-10', 0, 0);
    const more = placedOnly === undefined ? two : [...two, placedOnly];
    expect(heldOver(vipTiers(), more, '2025-06-01')).toContain('2025-01-01 vip');
    expect(heldOver(vipTiers({ orders: 'completed' }), more, '2025-06-01')).toEqual(['2023-01-05 ordinary']);
  });
});

describe('grades over time', () => {
  it('follow the score at once, in both directions', () => {
    const log = [20, 36, 24, 10].map(
      (value, i): TierEntry => ({
        kind: 'attribute',
        id: String(i),
        at: noon(`2024-0${i + 1}-01`),
        attribute: 'score',
        value,
      }),
    );
    expect(heldOver(gradeTiers(), log, '2024-12-31')).toEqual([
      '2023-01-05 B',
      '2024-01-01 S',
      '2024-02-01 P',
      '2024-03-01 S',
      '2024-04-01 B',
    ]);
  });
});

describe('telecom key customers', () => {
  it('are named at the start of 2004 by what was known then', () => {
    const [policy] = telecomKeyCustomers({ thresholds: { silver: 30_000, gold: 50_000, diamond: 100_000 } });
    const says = (attribute: string, value: boolean | number): TierEntry => ({
      kind: 'attribute',
      id: attribute,
      at: noon('2003-12-20'),
      attribute,
      value,
    });
    const member = {
      memberId: 'ann',
      enrolledAt: noon('2003-01-05'),
      log: [says('signed', true), says('goodCredit', true), says('averageMonthlySpend', 60_000)],
    };
    const { intervals, standing } = orThrow(
      replayTiers(orThrow(compileTiers(policy)), member, { asOf: '2004-06-01' }),
    );
    expect(intervals.map(({ tier, from }) => `${dayInShanghai(from)} ${tier}`)).toEqual([
      '2003-01-05 ordinary',
      '2004-01-01 gold',
    ]);
    expect(standing.expiresAt).toBe(Date.parse('2005-01-01T00:00+08:00'));
  });
});

describe('the rules examined before use', () => {
  it.each([
    gradeTiers(),
    vipTiers(),
    vipTiers({ comparison: 'exclusive' }),
    ...telecomKeyCustomers({ thresholds: { silver: 30_000, gold: 50_000, diamond: 100_000 } }),
    importantCustomer({ purchases: 5 }),
  ])('show nothing odd: $name', (policy) => {
    expect(examineTierPolicy(policy)).toEqual([]);
  });
});

describe('the VIP flow fed by the VIP rule', () => {
  const tiers = orThrow(compileTiers(vipTiers()));

  function result(values: Parameters<typeof evaluateTier>[1]): Truth {
    const { tier, unknown } = evaluateTier(tiers, values);
    if (tier === 'vip') return 'yes';
    return unknown.length > 0 ? 'unknown' : 'no';
  }

  it('makes a candidate of who qualifies and lets lapse who no longer does', () => {
    const commands: readonly VipCommand[] = [
      { kind: 'evaluate', id: '1', at: noon('2024-01-01'), result: result({ orders: 3, units: 10 }) },
      {
        kind: 'evaluate',
        id: '2',
        at: noon('2025-01-01'),
        result: result({ orders: 3, units: 12, amount: 1_020_000 }),
      },
      { kind: 'phone', id: '3', at: noon('2025-01-03') },
      { kind: 'postForm', id: '4', at: noon('2025-01-04') },
      { kind: 'register', id: '5', at: noon('2025-01-20') },
      { kind: 'endYear', id: '6', at: noon('2026-01-20') },
      {
        kind: 'reevaluate',
        id: '7',
        at: noon('2026-01-21'),
        result: result({ orders: 2, units: 12, amount: 1_020_000 }),
      },
    ];
    let membership = noVipMembership;
    const states = commands.map((command) => {
      for (const event of orThrow(decideVip(membership, command, { zone: 'Asia/Shanghai' }))) {
        membership = orThrow(evolveVip(membership, event));
      }
      return membership.state.kind;
    });
    expect(states).toEqual([
      'ordinary',
      'candidate',
      'notified',
      'formSent',
      'active',
      'underReview',
      'lapsed',
    ]);
  });
});

describe('benefits read off a replayed history', () => {
  it('are those of the tier on the day, with the voucher of a birthday stay', () => {
    const policy = orThrow(
      assignBenefits(vipTiers(), hotelBenefits, { vip: ['roomUpgrade', 'birthdayCake'] }),
    );
    const member = { memberId: 'ann', enrolledAt: noon('2023-01-05'), log: GOOD_YEAR };
    const history = orThrow(replayTiers(orThrow(compileTiers(policy)), member, { asOf: '2026-06-01' }));
    const on = (asOf: string): readonly unknown[] =>
      orThrow(benefitsAt(policy, history, { asOf, birthday: '05-20', staying: true })).benefits.map((one) => [
        one.benefit.benefit,
        one.availability,
        one.voucher?.state,
      ]);
    expect(on('2024-05-20')).toEqual([]);
    expect(on('2025-05-20')).toEqual([
      ['roomUpgrade', 'subjectToAvailability', undefined],
      ['birthdayCake', 'grantable', 'due'],
    ]);
    expect(on('2026-05-20')).toEqual([]);
  });
});
