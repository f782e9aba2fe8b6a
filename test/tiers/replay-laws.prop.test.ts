/** Laws of rising and falling, for the policies they are promised for. */
import {
  compileTiers,
  orThrow,
  type QualificationCriterion,
  replayTiers,
  type Tier,
  type TierEntry,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workAsOf } from '../../src/tiers/fold/as-of.js';
import { firstThatHolds } from '../../src/tiers/fold/measure.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2027, 1, 1);

/** Without overrides, grace and tiers with rules of their own. */
function plain(policy: TierPolicy): TierPolicy {
  const tiers = policy.tiers.map(({ validity: _, depth: __, lifetime: ___, ...tier }): Tier => tier);
  return { ...policy, effective: {}, tiers, offers: {}, grace: {} };
}

function onlyActivity(member: TierMember): TierMember {
  return { ...member, log: member.log.filter(({ kind }) => kind === 'activity') };
}

describe('the end of a term', () => {
  const drawn = tierPolicies
    .map((policy) => ({ ...plain(policy), downgrade: { ...policy.downgrade, timing: 'atExpiry' as const } }))
    .filter(({ validity }) => validity.kind === 'endOfPeriod' || validity.kind === 'duration')
    .chain((policy) => tierMembers(policy).map((member) => ({ policy, member: onlyActivity(member) })));

  it('never raises anybody, and a soft landing is never below what is qualified for', () => {
    let ends = 0;
    fc.assert(
      fc.property(drawn, ({ policy, member }) => {
        const tiers = orThrow(compileTiers(policy));
        const { events } = orThrow(replayTiers(tiers, member, { asOf: AS_OF }));
        for (const event of events) {
          if (event.by !== null) continue;
          if (event.kind !== 'softLanded' && event.kind !== 'downgraded' && event.kind !== 'renewed')
            continue;
          const { work } = orThrow(workAsOf(tiers, member, { asOf: event.at - 1 }));
          const { track, program } = work;
          const first = firstThatHolds(work, program.renewal(track.tier), track.measuredAt - 1);
          const qualified = first < 0 ? 0 : track.tier - first;
          const landed = program.placeOf.get(event.kind === 'renewed' ? event.tier : event.to) ?? -1;
          ends += 1;
          expect(landed).toBeLessThanOrEqual(track.tier);
          if (policy.downgrade.depth.kind !== 'toBase') expect(landed).toBeGreaterThanOrEqual(qualified);
          if (policy.downgrade.depth.kind === 'toQualified') expect(landed).toBe(qualified);
          expect(event.kind === 'softLanded').toBe(event.kind !== 'renewed' && landed > qualified);
        }
      }),
      { numRuns: 400 },
    );
    expect(ends).toBeGreaterThan(40);
  });
});

/** Whether more of everything can only help a criterion. */
function isMonotone(criterion: QualificationCriterion): boolean {
  if ('metric' in criterion) {
    const window = criterion.window?.kind ?? 'calendar';
    const steady = !['sinceTierStart', 'sinceLastChange', 'balance'].includes(window);
    return steady && ('atLeast' in criterion || 'moreThan' in criterion);
  }
  const parts =
    'allOf' in criterion ? criterion.allOf : 'anyOf' in criterion ? criterion.anyOf : criterion.of;
  return parts.every(isMonotone);
}

describe('more activity', () => {
  /**
   * Promised where upgrades come at once and jump, counters are kept, the same criterion keeps a tier and qualifying
   * again renews it: a term that begins earlier then never ends earlier. Windows that an upgrade restarts, thresholds
   * from above, and what carries over are the declared exceptions.
   */
  const drawn = tierPolicies
    .map((policy): TierPolicy => {
      const { carryOver: _, minimumHold: __, ...rest } = plain(policy);
      const metrics = Object.entries(policy.metrics).filter(([, { kind }]) => kind !== 'timeAtTier');
      return {
        ...rest,
        metrics: Object.fromEntries(metrics),
        tiers: rest.tiers.map(({ renewal: ___, reentry: ____, ...tier }) => tier),
        upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
        renewal: { timing: 'onQualifying' },
        downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
      };
    })
    .filter(({ tiers, metrics, window }) => {
      const used = JSON.stringify(tiers.map(({ entry }) => entry));
      const known =
        used.match(/"metric":"(\w+)"/g)?.every((one) => Object.hasOwn(metrics, one.slice(10, -1))) ?? true;
      const steady = !['sinceTierStart', 'sinceLastChange', 'balance'].includes(window.kind);
      return known && steady && tiers.every(({ entry }) => entry === undefined || isMonotone(entry));
    })
    .chain((policy) =>
      fc
        .tuple(tierMembers(policy), fc.nat(1500), fc.nat(30))
        .map(([member, days, points]) => ({ policy, member: onlyActivity(member), days, points })),
    );

  it('never lowers the tier, at any time', () => {
    let higher = 0;
    fc.assert(
      fc.property(drawn, ({ policy, member, days, points }) => {
        const tiers = orThrow(compileTiers(policy));
        const places = new Map(policy.tiers.map(({ tier, rank }) => [tier, rank]));
        const more: TierEntry = {
          kind: 'activity',
          id: '~more',
          at: member.enrolledAt + days * 86_400_000,
          type: 'stay',
          values: { points, nights: 1, spend: 100 },
          attributes: { hotel: 'd', paid: true },
        };
        const less = orThrow(replayTiers(tiers, member, { asOf: AS_OF }));
        const full = orThrow(replayTiers(tiers, { ...member, log: [...member.log, more] }, { asOf: AS_OF }));
        const rankAt = (intervals: typeof less.intervals, at: number): number =>
          places.get(intervals.findLast(({ from }) => from <= at)?.tier ?? '') ?? -1;
        for (const at of [...less.intervals, ...full.intervals].map(({ from }) => from)) {
          expect(rankAt(full.intervals, at)).toBeGreaterThanOrEqual(rankAt(less.intervals, at));
          higher += Number(rankAt(full.intervals, at) > rankAt(less.intervals, at));
        }
      }),
      { numRuns: 1000 },
    );
    expect(higher).toBeGreaterThan(20);
  });
});
