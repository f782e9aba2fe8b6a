/** A change of policy over a few members, worked out by hand. */
import {
  type ComparisonOptions,
  type CompiledTiers,
  compareTierPolicies,
  describe as inWords,
  orThrow,
  type PolicyComparison,
  qantasTiers2025,
  qantasTiers2026,
  type TierEntry,
  type TierMember,
  tierFlowChart,
} from 'clientele/tiers';
import { describe, expect, test } from 'vitest';
import { compiled, programme } from './programmes.js';

const NOON = Date.UTC(2025, 0, 1, 12);
const DAY = 86_400_000;

/** Four own flights of one day, the first with all the credits. */
function flights(day: number, statusCredits: number): TierEntry[] {
  return [0, 1, 2, 3].map((i) => ({
    kind: 'activity',
    id: `${day}-${i}`,
    at: NOON + day * DAY + i,
    type: 'flight',
    values: { statusCredits: i === 0 ? statusCredits : 0 },
    attributes: { own: true },
  }));
}

function member(memberId: string, log: readonly TierEntry[], enrolledAt = NOON): TierMember {
  return { memberId, enrolledAt, log };
}

/** Gold in the first membership year, then so many credits in the second, which decides about the third. */
function goldWith(memberId: string, credits: number): TierMember {
  return member(memberId, [...flights(10, 700), ...(credits === 0 ? [] : flights(400, credits))]);
}

function compared(
  before: CompiledTiers,
  after: CompiledTiers,
  members: Iterable<TierMember>,
  options: Partial<ComparisonOptions> = {},
): PolicyComparison {
  return orThrow(compareTierPolicies(before, after, members, { asOf: '2027-06-01', ...options }));
}

describe('Gold kept with 600 credits, then with 700 (Qantas, 2025 and 2026)', () => {
  const figures = { silver: { attain: 300 }, platinum: { attain: 1400 }, platinumOne: { attain: 3600 } };
  const until2025 = compiled(qantasTiers2025(figures));
  const caps = { silver: 300, platinum: 1400, platinumOne: 3600, rolloverCaps: {} };
  const from2026 = compiled(qantasTiers2026(caps));
  const members = [goldWith('a', 600), goldWith('b', 650), goldWith('c', 700), goldWith('d', 599)];

  test('who has 600 to 699 falls, and nobody else moves', () => {
    const change = compared(until2025, from2026, members);
    expect(change.demoted).toEqual({
      earned: [
        { memberId: 'a', from: 'gold', to: 'silver', source: 'earned' },
        { memberId: 'b', from: 'gold', to: 'silver', source: 'earned' },
      ],
      endowed: [],
    });
    expect(change.promoted).toEqual([]);
    expect(change.counts).toEqual({
      members: 4,
      judged: 4,
      unjudged: 0,
      promoted: 0,
      demoted: 2,
      unchanged: 2,
    });
    expect(change.before.tiers.map(({ tier, members }) => [tier, members])).toEqual([
      ['bronze', 0],
      ['silver', 1],
      ['gold', 3],
      ['platinum', 0],
      ['platinumOne', 0],
    ]);
    expect(change.after.tiers.map(({ members }) => members)).toEqual([0, 3, 1, 0, 0]);
    expect(change.matrix).toHaveLength(25);
    expect(change.matrix.find(({ from, to }) => from === 'gold' && to === 'silver')).toEqual({
      from: 'gold',
      to: 'silver',
      move: 'demoted',
      members: 2,
      shareOfFrom: 2 / 3,
    });
  });

  test('a soft landing: without it who has nothing at all falls to the base', () => {
    const { policy } = from2026.latest;
    const hard = compiled({
      ...policy,
      downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
    });
    const change = compared(from2026, hard, [goldWith('nothing', 0), goldWith('some', 350)]);
    expect(change.demoted.earned).toEqual([
      { memberId: 'nothing', from: 'silver', to: 'bronze', source: 'earned' },
    ]);
    expect(change.counts.unchanged).toBe(1);
  });

  test('in sentences', () => {
    const change = compared(until2025, from2026, [...members, member('late', [], Date.UTC(2028, 0, 1))], {
      benefitCosts: { currency: { code: 'AUD', minorUnit: 2 }, perTier: { gold: 10_000, silver: 2500 } },
    });
    expect(inWords(change, 'en').split('\n')).toEqual([
      'From Qantas Frequent Flyer, until 2025 (version 2025) to Qantas Frequent Flyer, 2026 (version 2026), of 5 members 2 stay, 0 rise and 2 fall (2 from a tier they had earned, 0 from one they were given); 1 could not be judged.',
      'Benefits cost 325.00 AUD before and 175.00 AUD after, 150.00 AUD less.',
    ]);
    expect(inWords(change, 'zh').split('\n')).toEqual([
      '从 Qantas Frequent Flyer, until 2025（版本 2025）到 Qantas Frequent Flyer, 2026（版本 2026），5 名会员中 2 人不变，0 人升级，2 人降级（其中原等级为自己取得的 2 人，为授予的 0 人）；无法评定 1 人。',
      '权益成本由 325.00 AUD 变为 175.00 AUD，减少 150.00 AUD。',
    ]);
  });
});

const points = { points: { kind: 'sum', of: 'points' } } as const;
const from = (figure: number) => ({ metric: 'points', atLeast: figure });
const earn = (figure: number): TierEntry => ({
  kind: 'activity',
  id: 'p',
  at: NOON + DAY,
  type: 'order',
  values: { points: figure },
});
const gift: TierEntry = {
  kind: 'grant',
  id: 'g',
  at: NOON + DAY,
  tier: 'gold',
  source: 'gift',
  until: NOON + 900 * DAY,
};
const plain = compiled(programme({ base: null, silver: from(10), gold: from(20) }, points));
const asOf = '2025-06-01';

describe('who was demoted', () => {
  test('a given tier that the new policy does not have is a demotion of another kind', () => {
    const without = compiled(programme({ base: null, silver: from(10) }, points));
    const members = [member('gift', [gift]), member('own', [earn(25)]), member('both', [earn(12), gift])];
    const change = compared(plain, without, members, { asOf });
    expect(change.demoted).toEqual({
      earned: [{ memberId: 'own', from: 'gold', to: 'silver', source: 'earned' }],
      endowed: [
        { memberId: 'both', from: 'gold', to: 'silver', source: 'gift' },
        { memberId: 'gift', from: 'gold', to: 'base', source: 'gift' },
      ],
    });
    expect(
      change.withRejections.map(({ memberId, before, after }) => [memberId, before.length, after]),
    ).toEqual([
      ['gift', 0, [expect.objectContaining({ id: 'g', index: 0 })]],
      ['both', 0, [expect.objectContaining({ id: 'g', index: 1 })]],
    ]);
  });
});

describe('tiers of two policies', () => {
  test('one that is new lies between those that both have, whatever the ranks', () => {
    const more = compiled(
      programme({ base: null, bronze: from(5), silver: from(10), elite: from(15), gold: from(20) }, points),
    );
    const members = [5, 10, 15, 20].map((n) => member(`m${n}`, [earn(n)]));
    const change = compared(plain, more, members, { asOf });
    expect(change.promoted.map(({ memberId, from, to }) => [memberId, from, to])).toEqual([
      ['m15', 'silver', 'elite'],
      ['m5', 'base', 'bronze'],
    ]);
    expect(compared(more, plain, members, { asOf }).demoted.earned.map(({ memberId }) => memberId)).toEqual([
      'm15',
      'm5',
    ]);
  });

  test('one that was renamed is the same one', () => {
    const renamed = compiled(
      programme({ base: null, argent: from(10), or: from(20) }, points, {
        change: { renamed: { silver: 'argent', gold: 'or' } },
      }),
    );
    const change = compared(plain, renamed, [member('m', [earn(10)]), member('n', [earn(25)])], { asOf });
    expect(change.counts).toMatchObject({ unchanged: 2, promoted: 0, demoted: 0 });
  });

  test('of a change from a day on: what is held then is kept', () => {
    const old = { ...plain.latest.policy, effective: { until: '2025-04-01' } };
    const stricter = programme({ base: null, silver: from(10), gold: from(30) }, points, {
      version: '2',
      effective: { from: '2025-04-01' },
    });
    const after = compiled(old, stricter);
    const later = { ...earn(25), id: 'later', at: NOON + 100 * DAY };
    const members = [member('before', [earn(25)]), member('since', [later])];
    const change = compared(plain, after, members, { asOf });
    expect(change.after.version).toBe('2');
    expect(change.demoted.earned.map(({ memberId, from, to }) => [memberId, from, to])).toEqual([
      ['since', 'gold', 'silver'],
    ]);
    expect(change.counts.unchanged).toBe(1);
  });

  test('in another order cannot be compared', () => {
    const turned = compiled(programme({ base: null, gold: from(10), silver: from(20) }, points));
    const result = compareTierPolicies(plain, turned, [], { asOf });
    expect(result).toMatchObject({ _tag: 'Left', left: [{ code: 'otherOrder', path: ['after', 'tiers'] }] });
  });

  test('of two ladders neither', () => {
    const club = compiled(programme({ base: null, silver: from(10) }, points, { ladder: 'club' }));
    expect(compareTierPolicies(plain, club, [], { asOf })).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'otherLadder', path: ['after', 'ladder'] }],
    });
  });
});

describe('members that cannot be judged', () => {
  test('are listed with the problem, and the counts add up', () => {
    const members = [
      member('a', [earn(10)]),
      member('late', [], Date.UTC(2026, 0, 1)),
      member('a', [earn(20)]),
      null as never,
      { memberId: 'c', enrolledAt: NOON } as never,
      member('d', [], Number.NaN),
    ];
    const change = compared(plain, plain, members, { asOf });
    expect(change.unjudged.map(({ index, memberId, problem }) => [index, memberId, problem.code])).toEqual([
      [1, 'late', 'tooEarly'],
      [2, 'a', 'repeated'],
      [3, '', 'wrongType'],
      [4, 'c', 'wrongType'],
      [5, 'd', 'wrongType'],
    ]);
    expect(change.counts).toMatchObject({ members: 6, judged: 1, unjudged: 5, unchanged: 1 });
  });

  test('are read one after the other', () => {
    function* many() {
      for (let i = 0; i < 500; i += 1) yield member(`m${i}`, [earn(i % 30)]);
    }
    expect(compared(plain, plain, many(), { asOf }).counts).toMatchObject({ members: 500, unchanged: 500 });
  });
});

describe('what benefits cost', () => {
  const name = { en: 'Lounge', zh: '贵宾厅' };
  const lounge = { benefit: 'lounge', name, kind: 'entitlement' } as const;
  const cake = { benefit: 'cake', name, kind: 'entitlement' } as const;
  const withBenefits = (limit: number) => {
    const one = programme({ base: null, silver: from(10), gold: from(limit) }, points);
    const tiers = one.tiers.map((tier) =>
      tier.rank === 0 ? tier : { ...tier, benefits: tier.rank === 1 ? [cake] : [lounge, cake] },
    );
    return compiled({ ...one, tiers });
  };
  const members = [9, 10, 19, 20, 25].map((n) => member(`m${n}`, [earn(n)]));
  const currency = { code: 'EUR', minorUnit: 2 };

  test('is summed by tier, and adds up', () => {
    const { cost } = compared(withBenefits(20), withBenefits(25), members, {
      asOf,
      benefitCosts: { currency, perBenefit: { lounge: 300 }, perTier: { silver: 10, gold: 1 } },
    });
    expect(cost).toEqual({
      currency,
      before: 2 * 10 + 2 * 301,
      after: 3 * 10 + 301,
      difference: 10 - 301,
      byTier: [
        { tier: 'base', before: 0, after: 0, difference: 0 },
        { tier: 'silver', before: 20, after: 30, difference: 10 },
        { tier: 'gold', before: 602, after: 301, difference: -301 },
      ],
      withoutCost: ['cake'],
    });
  });

  test('refuses amounts that are none and names that neither policy has', () => {
    const bad = {
      currency: { code: '', minorUnit: 9 },
      perBenefit: { spa: 1, lounge: -1 },
      perTier: { or: 0.5 },
    };
    const result = compareTierPolicies(plain, withBenefits(20), [], { asOf, benefitCosts: bad });
    expect(result._tag === 'Left' && result.left.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['missing', 'benefitCosts.currency.code'],
      ['outOfRange', 'benefitCosts.currency.minorUnit'],
      ['unknownBenefit', 'benefitCosts.perBenefit.spa'],
      ['wrongType', 'benefitCosts.perBenefit.lounge'],
      ['unknownTier', 'benefitCosts.perTier.or'],
      ['wrongType', 'benefitCosts.perTier.or'],
    ]);
  });

  test('beyond the safe integers is a problem', () => {
    const benefitCosts = { currency, perTier: { silver: Number.MAX_SAFE_INTEGER } };
    expect(compareTierPolicies(plain, plain, members, { asOf, benefitCosts })).toMatchObject({
      _tag: 'Left',
      left: [{ code: 'outOfRange' }, {}, {}, {}],
    });
  });
});

test('the moves as streams', () => {
  const stricter = compiled(programme({ base: null, silver: from(10), gold: from(30) }, points));
  const members = [9, 20, 30].map((n) => member(`m${n}`, [earn(n)]));
  expect(tierFlowChart(compared(plain, stricter, members, { asOf })).flows).toEqual([
    { source: 0, target: 0, value: 1 },
    { source: 2, target: 1, value: 1 },
    { source: 2, target: 2, value: 1 },
  ]);
});
