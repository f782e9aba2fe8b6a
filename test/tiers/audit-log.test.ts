/** Names in a log that nothing in the policy asks for. */
import {
  auditTierLog,
  type CompiledTiers,
  compileTiers,
  defineTierPolicy,
  orThrow,
  describe as sentence,
  type TierEntry,
  type TierMember,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, POINTS, programme } from './programmes.js';

const LADDER = { member: null, gold: { metric: 'points', atLeast: 10 } };
const PLAIN = compiled(programme(LADDER, { points: POINTS }));

function member(...log: readonly TierEntry[]): TierMember {
  return { memberId: 'm', enrolledAt: 0, log };
}

function order(id: string, more: Partial<Extract<TierEntry, { kind: 'activity' }>> = {}): TierEntry {
  return { kind: 'activity', id, at: 1, type: 'order', values: { points: 1 }, ...more };
}

function audit(tiers: CompiledTiers, ...log: readonly TierEntry[]): readonly string[] {
  return auditTierLog(tiers, member(...log)).map((one) => sentence(one, 'en'));
}

describe('an audit of a log', () => {
  it('finds nothing where all names are known, or none are asked for', () => {
    expect(audit(PLAIN)).toEqual([]);
    expect(audit(PLAIN, order('1'), order('2', { type: 'Order', attributes: { hotel: 'a' } }))).toEqual([]);
    const counting = compiled(
      programme({ member: null, gold: { metric: 'orders', atLeast: 2 } }, { orders: { kind: 'count' } }),
    );
    expect(audit(counting, order('1', { values: { anything: 1 } }))).toEqual([]);
  });

  it('names a value that no metric adds up, once, at its first place', () => {
    const log: readonly TierEntry[] = [
      order('1'),
      order('2', { values: { point: 1, points: 2 } }),
      { kind: 'return', id: '3', at: 2, of: '2', values: { point: 1 } },
      { kind: 'redemption', id: '4', at: 3, values: { Points: 1 } },
    ];
    expect(audit(PLAIN, ...log)).toEqual([
      'log[1].values.point: expected "points", found "point".',
      'log[3].values.Points: expected "points", found "Points".',
    ]);
  });

  it.each([
    ['of what counts', { counts: { types: ['order', 'stay'] } }, {}],
    ['of a metric', {}, { stays: { kind: 'count', only: { types: ['order'], exceptTypes: ['stay'] } } }],
  ] as const)('names a type that no filter mentions: %s', (_, more, metrics) => {
    const tiers = compiled(programme(LADDER, { points: POINTS, ...metrics }, more));
    expect(audit(tiers, order('1'), order('2', { type: 'stay' }), order('3', { type: 'Stay' }))).toEqual([
      'log[2].type: expected one of "order", "stay", found "Stay".',
    ]);
  });

  it('names attributes of activities and of members that nothing tests', () => {
    const tiers = compiled(
      programme(
        LADDER,
        {
          points: { kind: 'sum', of: 'points', only: { where: [{ attribute: 'paid', is: true }] } },
          hotels: { kind: 'distinct', of: 'hotel' },
          days: { kind: 'distinct', of: 'day' },
          plan: { kind: 'attribute', attribute: 'plan' },
        },
        { validity: { kind: 'attribute', attribute: 'validUntil' } },
      ),
    );
    const said = (id: string, attribute: string): TierEntry => ({
      kind: 'attribute',
      id,
      at: 1,
      attribute,
      value: 'x',
    });
    const found = audit(
      tiers,
      order('1', { attributes: { paid: true, hotel: 'a' } }),
      order('2', { attributes: { payed: true, toString: 'a' } }),
      said('3', 'plan'),
      said('4', 'validUntil'),
      said('5', 'validuntil'),
    );
    expect(found).toEqual([
      'log[1].attributes.payed: expected one of "paid", "hotel", found "payed".',
      'log[1].attributes.toString: expected one of "paid", "hotel", found "toString".',
      'log[4].attribute: expected one of "plan", "validUntil", found "validuntil".',
    ]);
  });

  it('knows the names of every version', () => {
    const first = { ...programme(LADDER, { points: POINTS }), effective: { until: '2025-01-01' } };
    const second = {
      ...programme(
        { member: null, gold: { metric: 'points', atLeast: 1 } },
        { points: { kind: 'sum', of: 'credits' } },
      ),
      version: '2',
      effective: { from: '2025-01-01' },
    } as const;
    const both = orThrow(compileTiers([defineTierPolicy(first), defineTierPolicy(second)]));
    expect(audit(both, order('1', { values: { credits: 1, points: 1 } }))).toEqual([]);
  });

  it('takes entries from anywhere, and says what is no policy or no member', () => {
    const odd = [null, {}, { kind: 'activity', id: 'x', at: 1 }] as unknown as readonly TierEntry[];
    const typed = compiled(programme(LADDER, { points: POINTS }, { counts: { types: ['order'] } }));
    expect(audit(typed, ...odd)).toEqual([]);
    expect(auditTierLog({} as CompiledTiers, member())).toMatchObject([{ code: 'notCompiled' }]);
    expect(auditTierLog(PLAIN, null as unknown as TierMember)).toMatchObject([{ path: ['member'] }]);
  });
});
