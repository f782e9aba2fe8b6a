/** Returns that are ruled out in groups are those that change nothing one by one. */
import {
  type CalendarPeriod,
  compileTiers,
  orThrow,
  type QualificationCriterion,
  returnsThatCost,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryWindow, tierMembers, tierPolicies } from './arbitraries.js';

const DAY = 86_400_000;

/** Leaves that ask for more, over the policy's window. */
function more(criterion: QualificationCriterion): QualificationCriterion {
  if ('metric' in criterion) {
    const figure = Object.values(criterion).find((value) => typeof value === 'number');
    return { metric: criterion.metric, atLeast: typeof figure === 'number' ? figure * 2 : 2 };
  }
  if ('allOf' in criterion) return { allOf: criterion.allOf.map(more) };
  if ('anyOf' in criterion) return { anyOf: criterion.anyOf.map(more) };
  return { atLeast: criterion.atLeast, of: criterion.of.map(more) };
}

/** The rules under which groups can be ruled out, but for what a tier lasts. */
function rulingOut(policy: TierPolicy, over: Pick<TierPolicy, 'window' | 'validity'>): TierPolicy {
  const { carryOver: _, minimumHold: __, ...rest } = policy;
  return {
    ...rest,
    ...over,
    tiers: rest.tiers.map(({ tier, name, rank, entry }) =>
      entry === undefined ? { tier, name, rank } : { tier, name, rank, entry: more(entry) },
    ),
    upgrade: { timing: 'immediate', path: 'jump', counters: 'keep' },
    renewal: { timing: 'onQualifying' },
    downgrade: { timing: 'atExpiry', depth: { kind: 'toQualified' } },
    grace: {},
    returns: { ...rest.returns, clawback: 'atOnce' },
  };
}

const counting = tierPolicies.filter(({ metrics }) =>
  Object.values(metrics).every(({ kind }) => ['sum', 'count', 'distinct'].includes(kind)),
);

/** Terms without an end, over any window that goes on. */
const lasting: fc.Arbitrary<TierPolicy> = fc
  .record({
    policy: counting,
    window: fc.oneof(
      fc.constantFrom<TierPolicy['window']>({ kind: 'lifetime' }, { kind: 'balance' }),
      arbitraryWindow.filter(({ kind }) => kind !== 'sinceTierStart' && kind !== 'sinceLastChange'),
    ),
    validity: fc.constantFrom<TierPolicy['validity']>({ kind: 'lifetime' }, { kind: 'whileQualified' }),
  })
  .map(({ policy, window, validity }) => rulingOut(policy, { window, validity }));

/** Terms that end with the periods that are counted. */
const periodic: fc.Arbitrary<TierPolicy> = fc
  .record({
    policy: counting,
    period: fc.constantFrom<CalendarPeriod | 'membershipYear'>(
      { unit: 'year' },
      { unit: 'year', startMonth: 4 },
      { unit: 'quarter', startMonth: 2 },
      { unit: 'month' },
      'membershipYear',
    ),
    periods: fc.nat({ max: 1 }),
    extend: fc.constantFrom('P0D', 'P3W', 'P15D', 'P2M'),
  })
  .map(({ policy, period, periods, extend }) =>
    rulingOut(policy, {
      window: period === 'membershipYear' ? { kind: period } : { kind: 'calendar', ...period },
      validity: { kind: 'endOfPeriod', period, periods, extend },
    }),
  );

/** Terms that count from each activity that qualifies. */
const fromActivity: fc.Arbitrary<TierPolicy> = fc
  .record({
    policy: counting,
    window: fc.constantFrom<TierPolicy['window']>(
      { kind: 'rollingDays', days: 90 },
      { kind: 'rollingMonths', months: 12 },
      { kind: 'lifetime' },
      { kind: 'balance' },
      { kind: 'calendar', unit: 'year' },
      { kind: 'calendar', unit: 'quarter' },
      { kind: 'membershipYear' },
      { kind: 'fixed', from: '2023-07-01', until: '2025-01-01' },
    ),
    validity: fc.constantFrom<TierPolicy['validity']>(
      { kind: 'duration', duration: 'P1Y' },
      { kind: 'duration', duration: 'P6M' },
      { kind: 'duration', duration: 'P3M', roundUpTo: { unit: 'quarter' } },
      { kind: 'endOfPeriod', period: { unit: 'year' }, periods: 2 },
      { kind: 'endOfPeriod', period: { unit: 'quarter' }, periods: 1, extend: 'P4M' },
      { kind: 'endOfPeriod', period: 'membershipYear', periods: 0, extend: 'P2M' },
    ),
    depth: fc.constantFrom<TierPolicy['downgrade']['depth']>(
      { kind: 'toQualified' },
      { kind: 'oneStep' },
      { kind: 'maxSteps', steps: 2 },
      { kind: 'toBase' },
    ),
  })
  .map(({ policy, window, validity, depth }) => ({
    ...rulingOut(policy, { window, validity }),
    downgrade: { timing: 'atExpiry', depth },
  }));

/** Four years in one, so that there is something done in most periods, and before a term ends. */
function quick(member: TierMember): TierMember {
  const sooner = (at: number): number => member.enrolledAt + Math.floor((at - member.enrolledAt) / 4);
  return { ...member, log: member.log.map((entry) => ({ ...entry, at: sooner(entry.at) })) };
}

function onlyActivity(member: TierMember): TierMember {
  return { ...member, log: member.log.filter(({ kind }) => kind === 'activity' || kind === 'return') };
}

interface Case {
  readonly policy: TierPolicy;
  readonly member: TierMember;
  readonly pick: number;
  readonly days: number;
}

function casesOf(policies: fc.Arbitrary<TierPolicy>): fc.Arbitrary<Case> {
  return policies.chain((policy) => {
    const member = tierMembers(policy).map((one) => {
      const active = onlyActivity(one);
      return policies === lasting ? active : quick(active);
    });
    return fc.record({ policy: fc.constant(policy), member, pick: fc.nat(), days: fc.nat({ max: 200 }) });
  });
}

/** Asks about all returns at once and one by one, and says how many cost something and how many do not. */
function askTwice({ policy, member, pick, days }: Case): { readonly costly: number; readonly free: number } {
  const { at = member.enrolledAt } = member.log[pick % Math.max(1, member.log.length)] ?? {};
  const asOf = at + days * DAY;
  const tiers = orThrow(compileTiers(policy));
  const all = orThrow(returnsThatCost(tiers, member, { asOf }));
  const each = member.log
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => orThrow(returnsThatCost(tiers, member, { asOf, only: [id] })));
  expect(all).toEqual(each);
  return { costly: all.length, free: member.log.length - all.length };
}

describe.each([
  ['terms without an end', lasting],
  ['terms that end with the periods counted', periodic],
  ['terms that count from each activity', fromActivity],
])('of %s', (_, policies) => {
  const cases = casesOf(policies);

  it('are the same asked about at once as one by one', () => {
    fc.assert(
      fc.property(cases, (one) => {
        askTwice(one);
      }),
      { numRuns: 500 },
    );
  });

  it('are of both kinds', () => {
    // The same members in every run: among few others one kind may be rare.
    const all = fc.sample(cases, { numRuns: 500, seed: 1 }).map(askTwice);
    expect(all.reduce((sum, { costly }) => sum + costly, 0)).toBeGreaterThan(20);
    expect(all.reduce((sum, { free }) => sum + free, 0)).toBeGreaterThan(200);
  });
});
