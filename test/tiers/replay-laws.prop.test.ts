/** Laws of rising and falling, for the policies they are promised for. */
import {
  type CalendarPeriod,
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
import { stillRunning } from '../../src/tiers/fold/still-running.js';
import { lastsBeyond } from '../../src/tiers/fold/term.js';
import { arbitraryWindow, tierMembers, tierPolicies } from './arbitraries.js';

const AS_OF = Date.UTC(2027, 1, 1);

/** Without overrides, grace and tiers with rules of their own. */
function plain(policy: TierPolicy): TierPolicy {
  const tiers = policy.tiers.map(({ validity: _, depth: __, lifetime: ___, ...tier }): Tier => tier);
  return { ...policy, effective: {}, tiers, offers: {}, grace: {} };
}

function onlyActivity(member: TierMember): TierMember {
  return { ...member, log: member.log.filter(({ kind }) => kind === 'activity') };
}

/** Looks at each end of a term that time has brought, and says how many there were. */
function checkEnds({ policy, member }: { readonly policy: TierPolicy; readonly member: TierMember }): number {
  let ends = 0;
  const tiers = orThrow(compileTiers(policy));
  const { events } = orThrow(replayTiers(tiers, member, { asOf: AS_OF }));
  for (const event of events) {
    if (event.by !== null) continue;
    if (event.kind !== 'softLanded' && event.kind !== 'downgraded' && event.kind !== 'renewed') continue;
    const { work } = orThrow(workAsOf(tiers, member, { asOf: event.at - 1 }));
    const { track, program } = work;
    // A term may be renewed before its end, as whole periods move on; and who rises at its end may fall at once.
    const tier = event.kind === 'renewed' ? event.tier : event.from;
    if (event.at !== track.expiresAt || program.placeOf.get(tier) !== track.tier) continue;
    // What a period carries into the next one is an occasion to qualify anew, before the end of the term is judged.
    if (event.kind === 'renewed' && policy.carryOver?.of === 'surplus') continue;
    // What a window has lost by then may renew a tier as soon as its grace begins.
    if (events.some(({ kind, at }) => kind === 'extended' && at === event.at)) continue;
    const measuredAt = track.measuredAt - 1;
    // A period that is over by the end of the term keeps nothing; one before it may give what still runs.
    const keeps = (place: number): boolean =>
      firstThatHolds(work, program.ownRenewal(place), measuredAt) === 0 &&
      lastsBeyond(work, place, event.at, measuredAt);
    // In its grace a tier is kept by what is done then.
    const highest = track.tier - Number(track.inGrace);
    const places = program.tiers.map((_, place) => place).slice(1, highest + 1);
    const { depth } = program.tiers[track.tier] ?? {};
    const { kind } = depth ?? policy.downgrade.depth;
    const earlier = stillRunning(work, event.at)?.place ?? 0;
    const qualified = Math.max(places.findLast(keeps) ?? 0, earlier);
    const landed = program.placeOf.get(event.kind === 'renewed' ? event.tier : event.to) ?? -1;
    ends += 1;
    expect(landed).toBeLessThanOrEqual(track.tier);
    if (kind !== 'toBase') expect(landed).toBeGreaterThanOrEqual(qualified);
    if (kind === 'toQualified') expect(landed).toBe(qualified);
    expect(event.kind === 'softLanded').toBe(event.kind !== 'renewed' && landed > qualified);
  }
  return ends;
}

describe('the end of a term', () => {
  const drawn = tierPolicies
    .map((policy): TierPolicy => {
      const tiers = policy.tiers.map(({ lifetime: _, ...tier }): Tier => tier);
      const downgrade = { ...policy.downgrade, timing: 'atExpiry' as const };
      return { ...policy, effective: {}, tiers, offers: {}, downgrade };
    })
    .chain((policy) => tierMembers(policy).map((member) => ({ policy, member: onlyActivity(member) })));

  it('never raises anybody, and a soft landing is never below what is qualified for', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        checkEnds(one);
      }),
      { numRuns: 250 },
    );
  });

  it('is often met', () => {
    // The same members in every run: among few others it may be rare.
    const all = fc.sample(drawn, { numRuns: 250, seed: 1 });
    expect(all.reduce((ends, one) => ends + checkEnds(one), 0)).toBeGreaterThan(40);
  });
});

/** Whether more of everything can only help a criterion. */
function isMonotone(criterion: QualificationCriterion): boolean {
  if ('metric' in criterion) return 'atLeast' in criterion || 'moreThan' in criterion;
  const parts =
    'allOf' in criterion ? criterion.allOf : 'anyOf' in criterion ? criterion.anyOf : criterion.of;
  return parts.every(isMonotone);
}

/** The same, measured over the policy's window. */
function overOneWindow(criterion: QualificationCriterion): QualificationCriterion {
  if ('metric' in criterion) {
    const { window: _, ...threshold } = criterion;
    return threshold;
  }
  if ('allOf' in criterion) return { allOf: criterion.allOf.map(overOneWindow) };
  if ('anyOf' in criterion) return { anyOf: criterion.anyOf.map(overOneWindow) };
  return { atLeast: criterion.atLeast, of: criterion.of.map(overOneWindow) };
}

const year = fc.constantFrom<CalendarPeriod>(
  { unit: 'year' },
  { unit: 'quarter', startMonth: 2 },
  { unit: 'month' },
);

/** Windows and validities under which a term that begins earlier never ends earlier. */
const steady = fc.oneof(
  fc.record({ period: year, periods: fc.nat(1), extend: fc.constantFrom('P0D', 'P3W', 'P15D') }).map(
    ({ period, periods, extend }) =>
      ({
        window: { kind: 'calendar', ...period },
        validity: { kind: 'endOfPeriod', period, periods, extend },
      }) as const,
  ),
  arbitraryWindow
    .filter(({ kind }) => !['sinceTierStart', 'sinceLastChange', 'balance'].includes(kind))
    .chain((window) =>
      fc
        .constantFrom('lifetime' as const, 'whileQualified' as const)
        .map((kind) => ({ window, validity: { kind } })),
    ),
);

describe('more activity', () => {
  /**
   * Promised where upgrades come at once and jump, counters are kept, and one criterion over one window brings a tier,
   * keeps it and brings it back; with terms that are open, or that end with the periods that are counted. The declared
   * exceptions: terms counted from the day of an upgrade (more activity begins them earlier), windows that an upgrade
   * restarts, thresholds from above, criteria that differ for renewal or re-entry, what carries over, and terms of
   * several periods, or extended by more than one, of which only the last one is looked at when they end.
   */
  const drawn = fc
    .tuple(tierPolicies, steady)
    .map(([policy, { window, validity }]): TierPolicy => {
      const { carryOver: _, minimumHold: __, ...rest } = plain(policy);
      return {
        ...rest,
        window,
        validity,
        tiers: rest.tiers.map(({ renewal: ___, reentry: ____, entry, ...tier }) =>
          entry === undefined ? tier : { ...tier, entry: overOneWindow(entry) },
        ),
        upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
        renewal: { timing: 'onQualifying' },
        downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
      };
    })
    .filter(
      ({ tiers, metrics }) =>
        tiers.every(({ entry }) => entry === undefined || isMonotone(entry)) &&
        Object.values(metrics).every(({ kind }) => kind !== 'timeAtTier'),
    )
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
      { numRuns: 400 },
    );
    expect(higher).toBeGreaterThan(20);
  });
});
