/** What holds for every two versions of a policy, one in force after the other. */
import {
  advanceTier,
  type CompiledTiers,
  compileTiers,
  orThrow,
  replayTiers,
  startTier,
  type TierHistory,
  type TierMember,
  type TierPolicy,
  tierHistory,
  type VersionChange,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/foundation/ordering.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2027, 1, 1);

interface Case {
  readonly versions: readonly [TierPolicy, TierPolicy];
  readonly member: TierMember;
}

const change = fc.record({
  held: fc.constantFrom('keep' as const, 'judge' as const),
  extendTo: fc.constantFrom(undefined, '2024-03-31', '2025-12-31'),
  /** Whether two tiers swap their names. */
  swapped: fc.boolean(),
});

/** Two policies as versions of one ladder, in one zone; tiers that the second one lacks are renamed to its highest. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    first: tierPolicies,
    second: tierPolicies,
    day: fc.constantFrom('2023-09-01', '2024-02-29', '2024-07-01', '2025-03-30'),
    change,
  })
  .chain(({ first, second, day, change: { held, extendTo, swapped } }) => {
    const names = second.tiers.map(({ tier }) => tier);
    const [, low, high] = names;
    const lost = first.tiers.flatMap(({ tier }): [string, string][] =>
      names.includes(tier) ? [] : [[tier, names.at(-1) ?? '']],
    );
    const swap: readonly [string, string][] =
      swapped && low !== undefined && high !== undefined && first.tiers.some(({ tier }) => tier === high)
        ? [
            [low, high],
            [high, low],
          ]
        : [];
    const renamed = [...lost, ...swap];
    const takesOver: VersionChange = {
      held,
      ...(extendTo === undefined ? {} : { extendTo }),
      ...(renamed.length === 0 ? {} : { renamed: Object.fromEntries(renamed) }),
    };
    const versions = [
      { ...first, effective: { until: day } },
      { ...second, version: '2', zone: first.zone, effective: { from: day }, change: takesOver },
    ] as const;
    // Entries of either version's offers: what one does not have is rejected.
    return fc
      .oneof(tierMembers(versions[0]), tierMembers(versions[1]))
      .map((member) => ({ versions, member }));
  });

/** Every entry on its own, the state written to JSON in between. */
function oneByOne(tiers: CompiledTiers, member: TierMember): TierHistory {
  const ordered = member.log.toSorted((a, b) => a.at - b.at || compareText(a.id, b.id));
  let state = orThrow(startTier(tiers, member));
  for (const entry of ordered) {
    const next = advanceTier(tiers, state, entry);
    if (next._tag === 'Right') state = JSON.parse(JSON.stringify(next.right));
  }
  return orThrow(tierHistory(tiers, state, { asOf: AS_OF }));
}

describe('a replay over a change of version', () => {
  it('gives what one entry after the other gives, and its times tile', () => {
    const seen = new Set<string>();
    let changed = 0;
    fc.assert(
      fc.property(cases, ({ versions, member }) => {
        const tiers = orThrow(compileTiers([...versions]));
        const { rejected: _, ...replayed } = orThrow(replayTiers(tiers, member, { asOf: AS_OF }));
        const { rejected: __, ...grown } = oneByOne(tiers, member);
        expect(grown).toEqual(replayed);
        for (const row of [replayed.intervals, replayed.earned]) {
          expect(row[0]?.from).toBe(member.enrolledAt);
          expect(row.at(-1)?.until).toBeNull();
          row.slice(1).forEach(({ from }, i) => {
            expect(row[i]?.until).toBe(from);
          });
          for (const { from, until } of row) expect(from).toBeLessThan(until ?? AS_OF + 1);
        }
        const names = versions[1].tiers.map(({ tier }) => tier);
        expect(names).toContain(replayed.standing.tier);
        expect(replayed.standing.version).toBe('2');
        changed += Number(replayed.events.some(({ version }) => version === '2'));
        for (const event of replayed.events)
          seen.add(event.kind === 'extended' ? `${event.kind} ${event.because}` : event.kind);
      }),
      { numRuns: 250 },
    );
    expect(changed).toBeGreaterThan(50);
    expect([...seen]).toEqual(expect.arrayContaining(['extended versionChange', 'downgraded', 'renewed']));
  });

  it('that changes nothing is the replay of one version', () => {
    // Who falls at once is judged whenever anything happens, and the first day of a version is one time more.
    const settled = ({ downgrade, tiers, validity }: TierPolicy): boolean =>
      downgrade.timing !== 'immediate' &&
      [validity, ...tiers.map((tier) => tier.validity)].every((one) => one?.kind !== 'whileQualified');
    const same = fc
      .tuple(
        tierPolicies.filter(settled),
        fc.constantFrom('2023-09-01', '2024-02-29', '2024-07-01', '2025-01-01', '2025-03-30'),
      )
      .chain(([policy, day]) => tierMembers(policy).map((member) => ({ policy, day, member })));
    fc.assert(
      fc.property(same, ({ policy, day, member }) => {
        const versions = [
          { ...policy, effective: { until: day } },
          { ...policy, version: '2', effective: { from: day } },
        ];
        const of = (policies: readonly TierPolicy[]) => {
          const { standing, ...history } = orThrow(
            replayTiers(orThrow(compileTiers(policies)), member, { asOf: AS_OF }),
          );
          const events = history.events.map(({ version: _, ...event }) => event);
          return { ...history, events, standing: { ...standing, version: '' } };
        };
        expect(of(versions)).toEqual(of([{ ...policy, effective: {} }]));
      }),
      { numRuns: 150 },
    );
  });

  const returned = fc
    .tuple(cases, fc.nat(), fc.nat({ max: 500 }))
    .map(([{ versions, member }, pick, days]) => {
      const log = member.log.filter(({ kind }) => kind === 'activity' || kind === 'attribute');
      const orders = log.filter(({ kind }) => kind === 'activity');
      return { versions, member, log, of: orders[pick % Math.max(1, orders.length)], days };
    });

  it('is, from a return that is applied at once, the one without the returned order', () => {
    fc.assert(
      fc.property(returned, ({ versions, member, log, of, days }) => {
        const rules = versions.map((policy) => ({
          ...policy,
          returns: { ...policy.returns, clawback: 'atOnce' as const },
        }));
        fc.pre(of !== undefined);
        const tiers = orThrow(compileTiers(rules));
        const standing = (entries: typeof log) =>
          orThrow(replayTiers(tiers, { ...member, log: entries }, { asOf: AS_OF })).standing;
        const at = Math.min(AS_OF, of.at + days * 86_400_000 + 1);
        const back = { kind: 'return', id: '~1', at, of: of.id } as const;
        const withReturn = standing([...log, back]);
        const without = standing(log.filter((entry) => entry !== of));
        expect(withReturn.earned).toEqual(without.earned);
        expect([withReturn.tier, withReturn.expiresAt]).toEqual([without.tier, without.expiresAt]);
      }),
      { numRuns: 150 },
    );
  });

  it('is often asked about an order of the version before', () => {
    // The same members in every run: among few others there may be few such orders.
    const before = fc
      .sample(returned, { numRuns: 150, seed: 1 })
      .filter(({ versions, of }) => of && of.at < Date.parse(versions[1].effective.from ?? ''));
    expect(before.length).toBeGreaterThan(20);
  });
});
