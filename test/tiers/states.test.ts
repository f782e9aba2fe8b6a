/** States that were stored and are read again: under a changed policy, or damaged. */
import {
  advanceTier,
  type CompiledTiers,
  compareTierPolicies,
  compileTiers,
  defineTierPolicy,
  orThrow,
  describe as sentence,
  startTier,
  type TierEntry,
  type TierState,
  tierHistory,
} from 'clientele/tiers';
import { describe, expect, it } from 'vitest';
import { compiled, POINTS, programme } from './programmes.js';

const ENROLLED = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

const at = (points: number) => ({ metric: 'points', atLeast: points });
const OLD = compiled(programme({ base: null, silver: at(50), gold: at(100) }, { points: POINTS }));

const order = (id: string, days: number, points: number): TierEntry => ({
  kind: 'activity',
  id,
  at: ENROLLED + days * DAY,
  type: 'order',
  values: { points },
});

const stored = (tiers: CompiledTiers, ...log: readonly TierEntry[]): TierState =>
  JSON.parse(
    JSON.stringify(
      log.reduce(
        (state, entry) => orThrow(advanceTier(tiers, state, entry)),
        orThrow(startTier(tiers, { memberId: 'm', enrolledAt: ENROLLED })),
      ),
    ),
  );

const STATE = stored(
  OLD,
  order('a', 1, 100),
  {
    kind: 'grant',
    id: 'g',
    at: ENROLLED + 2 * DAY,
    tier: 'silver',
    mode: 'ceiling',
    until: ENROLLED + 9 * DAY,
  },
  { kind: 'return', id: 'r', at: ENROLLED + 3 * DAY, of: 'a', values: { points: 0 } },
);

describe('a stored state', () => {
  it('keeps its tiers where the policy got another one between', () => {
    const changed = compiled(
      programme({ base: null, bronze: at(20), silver: at(50), gold: at(100) }, { points: POINTS }),
    );
    const held = (asOf: string) => {
      const { standing } = orThrow(tierHistory(changed, STATE, { asOf }));
      return [standing.tier, standing.earned.tier];
    };
    expect(held('2025-01-05')).toEqual(['silver', 'gold']);
    expect(held('2025-02-05')).toEqual(['gold', 'gold']);
  });

  it('of a tier that the policy no longer has is refused', () => {
    const changed = compiled(programme({ base: null, silver: at(50) }, { points: POINTS }));
    const refused = tierHistory(changed, STATE, { asOf: '2025-02-05' });
    expect(refused).toMatchObject({ _tag: 'Left', left: [{ code: 'otherRules', found: '"gold"' }] });
    expect(refused._tag === 'Left' && sentence(refused.left[0], 'en')).toContain('made by other rules');
  });

  it('that is damaged anywhere is refused, whatever is missing or of another type', () => {
    /** The state without one value after the other, and with something else there. */
    const damage = (value: unknown): readonly unknown[] => {
      if (typeof value !== 'object' || value === null) return [undefined, {}, 'x'];
      return [
        undefined,
        null,
        7,
        ...Object.entries(value).flatMap(([key, one]) =>
          damage(one).map((other) =>
            Array.isArray(value)
              ? value.map((own, i) => (String(i) === key ? other : own))
              : { ...value, [key]: other },
          ),
        ),
      ];
    };
    const states = damage(STATE) as readonly TierState[];
    expect(states.length).toBeGreaterThan(300);
    for (const state of states) {
      expect(() => advanceTier(OLD, state, order('b', 20, 5))).not.toThrow();
      expect(() => tierHistory(OLD, state, { asOf: '2025-02-05' })).not.toThrow();
    }
    for (const state of [null, { ...STATE, kept: undefined }, { ...STATE, kept: {} }, { ...STATE, log: 5 }])
      expect(tierHistory(OLD, state as unknown as TierState, { asOf: '2025-02-05' })).toMatchObject({
        _tag: 'Left',
        left: [{ code: 'damagedState' }],
      });
  });
});

describe('after the last policy has ended', () => {
  const club = programme({ base: null, gold: at(100) }, { points: POINTS });
  const ended = orThrow(compileTiers(defineTierPolicy({ ...club, effective: { until: '2025-03-01' } })));
  const noPolicy = (path: readonly string[]) => ({ _tag: 'Left', left: [{ code: 'noPolicyInForce', path }] });

  it('no entry is taken in', () => {
    const state = stored(ended, order('a', 1, 5));
    expect(advanceTier(ended, state, order('b', 58, 100))._tag).toBe('Right');
    expect(advanceTier(ended, state, order('b', 59, 100))).toMatchObject(noPolicy(['entry', 'at']));
  });

  it('there is nothing to compare', () => {
    const open = compiled(club);
    const members = [{ memberId: 'm', enrolledAt: ENROLLED, log: [] }];
    const options = { asOf: '2025-04-01' };
    expect(compareTierPolicies(ended, open, members, options)).toMatchObject(noPolicy(['asOf']));
    expect(compareTierPolicies(open, ended, members, options)).toMatchObject(noPolicy(['asOf']));
  });
});
