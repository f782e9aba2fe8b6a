/** Ways to lose a tier, and counters that go on or start anew, replayed: settings of platforms rather than programmes. */
import { orThrow, replayTiers, type TierEntry, type TierPolicyInput } from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, POINTS, programme } from './programmes.js';

const START = Date.UTC(2025, 0, 1);
const order = (day: string, points: number): TierEntry => ({
  kind: 'activity',
  id: day,
  at: Date.parse(`${day}T12:00Z`),
  type: 'order',
  values: { points },
});

function held(rest: Partial<TierPolicyInput>, log: readonly TierEntry[], asOf: string): readonly string[] {
  const policy = programme(
    {
      base: null,
      silver: { metric: 'points', atLeast: 10 },
      gold: { metric: 'points', atLeast: 20 },
      platinum: { metric: 'points', atLeast: 30 },
    },
    { points: POINTS },
    { validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 1 }, ...rest },
  );
  const history = orThrow(replayTiers(compiled(policy), { memberId: 'm', enrolledAt: START, log }, { asOf }));
  return history.intervals.map(({ tier, from }) => `${new Date(from).toISOString().slice(0, 10)} ${tier}`);
}

describe('the four expiry methods of Antavo (docs.antavo.com/docs/tiers)', () => {
  const log = [order('2025-02-01', 30), order('2026-02-01', 12)];

  it('to the tier that the status points justify', () => {
    expect(held({ downgrade: { depth: { kind: 'toQualified' } } }, log, '2027-01-01')).toEqual([
      '2025-01-01 base',
      '2025-02-01 platinum',
      '2027-01-01 silver',
    ]);
  });

  it('to the previous tier, whatever was collected', () => {
    const never: TierPolicyInput['tiers'] = programme(
      { base: null, silver: { metric: 'points', atLeast: 10 }, gold: { metric: 'points', atLeast: 20 } },
      { points: POINTS },
    ).tiers.map((tier) => (tier.rank === 0 ? tier : { ...tier, renewal: 'never' }));
    const enough = [order('2025-02-01', 30), order('2026-02-01', 30)];
    expect(held({ tiers: never, downgrade: { depth: { kind: 'oneStep' } } }, enough, '2028-01-01')).toEqual([
      '2025-01-01 base',
      '2025-02-01 gold',
      '2027-01-01 silver',
      '2028-01-01 base',
    ]);
  });

  it('down one level only if the threshold is missed', () => {
    const rule = { downgrade: { depth: { kind: 'oneStep' } } } as const;
    expect(held(rule, log, '2027-01-01').at(-1)).toBe('2027-01-01 gold');
    expect(held(rule, [...log, order('2026-03-01', 18)], '2027-01-01').at(-1)).toBe('2025-02-01 platinum');
  });

  it('keeps the highest tier that was reached in the previous period', () => {
    const rule = {
      window: { kind: 'rollingMonths', months: 1 },
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 },
      downgrade: { depth: { kind: 'highestOfTerm' } },
    } as const;
    expect(held(rule, [order('2025-02-01', 30), order('2026-03-01', 20)], '2028-01-01')).toEqual([
      '2025-01-01 base',
      '2025-02-01 platinum',
      '2027-01-01 gold',
      '2028-01-01 base',
    ]);
  });
});

describe('a tier that is lost on returns only', () => {
  it('goes on after its term, until what brought it is taken back', () => {
    const log = [order('2025-02-01', 12), order('2025-03-01', 18)];
    const back: TierEntry = { kind: 'return', id: 'r', at: Date.UTC(2028, 5, 1), of: '2025-03-01' };
    expect(held({ downgrade: { timing: 'onReturn' } }, [...log, back], '2028-12-31')).toEqual([
      '2025-01-01 base',
      '2025-02-01 silver',
      '2025-03-01 platinum',
      '2028-06-01 silver',
    ]);
  });
});

describe('counters', () => {
  it('begin at zero after each upgrade where they are reset', () => {
    const log = [order('2025-02-01', 12), order('2025-03-01', 12), order('2025-04-01', 8)];
    expect(held({ upgrade: { counters: 'reset' }, window: { kind: 'balance' } }, log, '2025-12-31')).toEqual([
      '2025-01-01 base',
      '2025-02-01 silver',
      '2025-04-01 gold',
    ]);
  });

  it('carry a surplus on and on, or once only', () => {
    const rule = (onceOnly: boolean): Partial<TierPolicyInput> => ({
      tiers: programme({ base: null, gold: { metric: 'points', atLeast: 10 } }, {}).tiers,
      validity: { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 0 },
      carryOver: { of: 'surplus', metrics: ['points'], onceOnly },
    });
    // 26 of 2025 leave 16 for 2026, and these 6 for 2027, where 4 more are enough.
    const log = [order('2025-02-01', 26), order('2027-03-01', 4)];
    expect(held(rule(false), log, '2027-12-31').at(-1)).toBe('2027-03-01 gold');
    expect(held(rule(true), log, '2027-12-31').at(-1)).toBe('2027-01-01 base');
  });
});
