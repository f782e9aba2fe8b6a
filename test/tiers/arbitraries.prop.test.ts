/** What the arbitrary policies and members reach: a law over an axis that is never drawn says nothing. */
import {
  compileTiers,
  orThrow,
  type QualificationCriterion,
  type QualificationWindow,
  type Tier,
  type TierMember,
  type TierPolicy,
} from 'clientele/tiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdsOf } from '../../src/tiers/evaluate/judge.js';
import { workAsOf } from '../../src/tiers/fold/as-of.js';
import { tierMembers, tierPolicies } from './arbitraries.js';

interface Drawn {
  readonly policy: TierPolicy;
  readonly member: TierMember;
}

const drawn: readonly Drawn[] = fc.sample(
  tierPolicies.chain((policy) => tierMembers(policy).map((member) => ({ policy, member }))),
  { numRuns: 400, seed: 5 },
);

/** How often each word is said. */
function counted(words: (one: Drawn) => Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of drawn) for (const word of new Set(words(one))) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The words that are said fewer times than three. */
function rare(counts: Readonly<Record<string, number>>, words: readonly string[]): readonly string[] {
  return words.filter((word) => (counts[word] ?? 0) < 3);
}

/** Every path to something in a model: `tiers.renewal`, `upgrade.timing=immediate`; places in lists are left out. */
function* pathsOf(value: unknown, path = ''): Generator<string> {
  yield path;
  if (typeof value === 'string' || typeof value === 'boolean') yield `${path}=${String(value)}`;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    const step = Array.isArray(value) ? '' : path === '' ? key : `.${key}`;
    yield* pathsOf(one, `${path}${step}`);
  }
}

const said = (path: string, words: string): readonly string[] =>
  words.split(' ').map((word) => `${path}${word}`);

describe('arbitrary policies', () => {
  it('have every axis', () => {
    const paths = counted(({ policy }) => pathsOf(policy));
    const wanted = [
      ...said(
        '',
        'counts.from minimumHold carryOver schedule grace.tier grace.counters renewal.window notices',
      ),
      ...said('tiers.', 'entry reentry renewal renewal=never lifetime validity depth benefits'),
      ...said('window.kind=', 'calendar membershipYear rollingDays rollingMonths wholeMonths'),
      ...said('window.kind=', 'sinceTierStart sinceLastChange lifetime balance fixed'),
      ...said('validity.kind=', 'endOfPeriod duration whileQualified lifetime attribute'),
      ...said('validity.', 'extend roundUpTo'),
      ...said('upgrade.timing=', 'immediate nextPeriod onSchedule'),
      ...said('upgrade.path=', 'jump sequential oneStep'),
      ...said('upgrade.counters=', 'keep reset deductThreshold'),
      ...said('renewal.timing=', 'onQualifying atExpiry'),
      ...said('downgrade.timing=', 'never immediate atExpiry onSchedule onReturn'),
      ...said('downgrade.depth.kind=', 'toQualified oneStep maxSteps toBase highestOfTerm never'),
      ...said('carryOver.', 'of=surplus of=remaining percentage cap onceOnly=true onceOnly=false tiers'),
      ...said('returns.clawback=', 'atOnce atNextEvaluation protectedInTerm ifCausedUpgrade'),
      ...said(
        'offers.match.',
        'tier lasts requires notIfHeld allowance challenge challenge.keepFor fallback',
      ),
      ...said('offers.match.mode=', 'floor pin ceiling'),
      ...said('offers.match.fallback.kind=', 'earned tier graded'),
    ];
    expect(rare(paths, wanted)).toEqual([]);
  });

  it('have a grace for tiers where time at a tier is measured', () => {
    const graced = drawn.filter(({ policy: { grace, metrics } }) => 'held' in metrics && 'tier' in grace);
    expect(graced.length).toBeGreaterThan(2);
  });

  it('have every kind of metric, window, comparison and join', () => {
    const criteria = ({ tiers }: TierPolicy): readonly QualificationCriterion[] =>
      tiers.flatMap(({ entry, renewal }: Tier) => [
        ...(entry === undefined ? [] : [entry]),
        ...(renewal === undefined || renewal === 'never' ? [] : [renewal]),
      ]);
    const leaves = (policy: TierPolicy) => criteria(policy).flatMap(thresholdsOf);
    const signs = counted(({ policy }) => [
      ...leaves(policy).flatMap(Object.keys),
      ...criteria(policy).flatMap(Object.keys),
    ]);
    expect(rare(signs, said('', 'atLeast moreThan atMost lessThan is window allOf anyOf of'))).toEqual([]);
    const windows = counted(({ policy }) =>
      leaves(policy).flatMap(({ window }) => (window === undefined ? [] : [window.kind])),
    );
    const kinds: readonly QualificationWindow['kind'][] = [
      'calendar',
      'membershipYear',
      'rollingDays',
      'rollingMonths',
      'wholeMonths',
      'sinceTierStart',
      'sinceLastChange',
      'lifetime',
      'balance',
      'fixed',
    ];
    expect(rare(windows, kinds)).toEqual([]);
    const metrics = counted(({ policy }) =>
      Object.values(policy.metrics).flatMap((one) => [...pathsOf(one)]),
    );
    const wanted = said('kind=', 'sum count distinct tenure timeAtTier attribute combined banded');
    expect(rare(metrics, [...wanted, ...said('', 'only decimals sources longestRun=true')])).toEqual([]);
    const combined = counted(({ policy: { metrics: all } }) =>
      Object.values(all).flatMap((one) => (one.kind === 'combined' ? [String(one.of.length)] : [])),
    );
    expect(rare(combined, ['1', '2'])).toEqual([]);
    const ago = counted(({ policy: { window } }) =>
      window.kind === 'calendar' || window.kind === 'membershipYear' ? [String(window.ago)] : [],
    );
    expect(rare(ago, ['1', '2', 'undefined'])).toEqual([]);
  });
});

describe('arbitrary members', () => {
  it('have entries of every kind', () => {
    const entries = counted(({ member: { log } }) => log.flatMap((entry) => [...pathsOf(entry)]));
    const wanted = [
      ...said('kind=', 'activity return redemption attribute grant revocation'),
      ...said('', 'recordedAt attributes of until offer tier mode=floor mode=pin mode=ceiling'),
      ...said('fallback.kind=', 'earned tier graded'),
    ];
    expect(rare(entries, wanted)).toEqual([]);
    const fractions = counted(({ member: { log } }) =>
      log.flatMap((entry) =>
        'values' in entry && !Number.isInteger(entry.values?.['points'] ?? 0) ? ['fraction'] : [],
      ),
    );
    expect(rare(fractions, ['fraction'])).toEqual([]);
  });

  it('go through every kind of event, and have their counters adjusted in every way', () => {
    const lives = new Map(
      drawn.map((one) => {
        const tiers = orThrow(compileTiers(one.policy));
        return [one, orThrow(workAsOf(tiers, one.member, { asOf: '2027-02-01' })).work] as const;
      }),
    );
    const events = counted((one) =>
      (lives.get(one)?.events ?? []).flatMap((event) => [
        event.kind,
        ...(event.kind === 'extended' ? [`${event.kind} ${event.because}`] : []),
        ...(event.kind === 'overrideEnded' ? [`${event.kind} ${event.outcome}`] : []),
        ...(event.kind === 'overrideApplied' ? [`${event.kind} ${event.source}`] : []),
      ]),
    );
    const wanted = [
      ...said('', 'entered upgraded renewed softLanded downgraded extended willExpire clawedBack'),
      ...said('extended ', 'grace noDowngrade'),
      ...said('overrideApplied ', 'lifetime manual statusMatch challenge gift compensation'),
      ...said('overrideEnded ', 'ended kept revoked'),
    ];
    expect(rare(events, wanted)).toEqual([]);
    const adjustments = counted((one) => (lives.get(one)?.adjustments ?? []).map(({ kind }) => kind));
    expect(rare(adjustments, ['carried', 'deducted', 'forfeited', 'redeemed'])).toEqual([]);
  });
});
